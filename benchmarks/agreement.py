"""When a proposal is what the gold set says: the same place, agent, period, indicator."""

from __future__ import annotations

import re
from typing import Any

import attrs

from raqqa_data.errors import PeriodError
from raqqa_data.records.period import Period

MOST_FOREIGN, MOST_LEFT_OUT = 1, 2
"""How many words an agent's name may have that are in no right one, and how many it may leave out of a right one."""

KINDS_OF_PLACE = set(
    "مدينه بلده قريه محافظه منطقه حي مخيم قضاء ولايه اقليم مديريه ناحيه معبر ميناء".split()  # noqa: SIM905
)

SLUGS = {
    "affected": {"damaged"},
    "arrived": {"received", "refugees"},
    "attacks": {"attacked", "airstrikes"},
    "strikes": {"airstrikes", "strikes", "bombs"},
    "shells": {"projectiles"},
    "delivered": {"distributed", "received"},
    "disease_deaths": {"deaths", "died"},
    "provided": {"distributed"},
    "hosted": {"received", "sheltered"},
    "in_need": {"required", "needing"},
    "cases": {"incidents", "complaints", "protests", "violations"},
    "employed": {"jobs"},
    "rebuilt": {"restored", "repaired"},
    "repaired": {"restored", "rebuilt"},
    "existing": {"open", "operating"},
    "losses": {"lost"},
    "arrested": {"detained"},
    "detained": {"arrested"},
    "food_insecure": {"hunger", "insecure"},
}
"""The parts of an indicator's slug that are taken for a word of the gold, beside the word itself."""

FAMILIES = {"عائلة", "عائلات", "العائلات", "أسرة", "أسر"}
CHILDREN = {
    *("أطفال", "طفلين", "طفلان", "طفلا", "طفل", "طفلة", "طفلتين", "طفلتان", "قاصر", "قاصرا", "قاصرين", "قاصران"),
    *("رضيع", "رضيعا", "رضيعان", "رضيعين", "رضع"),
}
WOMEN = {"نساء", "امرأتان", "امرأتين", "سيدتان", "سيدتين", "سيدات", "سيدة", "امرأة"}
_MARKS = re.compile("[\u064b-\u0652\u0640«»\"'()\u200e\u200f،.:]")
_FOLDED = str.maketrans("أإآىةؤئ", "ااايهوي")


@attrs.frozen
class Proposed:
    """One proposal, as it is compared."""

    answer: str
    evidence: str
    name: str
    country: str | None
    subgroup: str
    figure: str | None
    rule: str = ""


def name_words(name: str, *, place: bool = False) -> list[str]:
    """The words of a name without marks, articles and what is spelt in two ways."""
    words = [word.removeprefix("ال") for word in _MARKS.sub("", name).translate(_FOLDED).split()]
    words = [re.sub("^لل", "", word) for word in words]
    return [word for word in words if not (place and word in KINDS_OF_PLACE)] or words


def same_place(proposed: str, gold: list[str]) -> bool:
    """Whether a place is one of those by its name, with or without what it is called: city, village, camp."""
    return name_words(proposed, place=True) in [name_words(name, place=True) for name in gold]


def same_agent(proposed: str, gold: list[str]) -> bool:
    """Whether an agent's name is one of those, or made of them: "the minister", "the minister Ahmad Haddad".

    A person's name is one too with the whole title before it.
    """
    words = name_words(proposed)
    rights = [name_words(name) for name in gold]
    if any(len(right) > 1 and words[-len(right) :] == right for right in rights):
        return True
    known = {word for right in rights for word in right}
    if sum(word not in known for word in words) > MOST_FOREIGN:
        return False
    return any(
        _within(right, words) or (_within(words, right) and len(right) - len(words) <= MOST_LEFT_OUT)
        for right in rights
    )


def _within(short: list[str], long: list[str]) -> bool:
    return any(long[start : start + len(short)] == short for start in range(len(long) - len(short) + 1))


def same_period(proposed: str, gold: str) -> bool:
    """Whether two periods are the same, or the same interval of days."""
    if proposed == gold:
        return True
    try:
        one, other = Period(proposed), Period(gold)
    except PeriodError:
        return False
    days = (one.earliest, one.latest)
    return None not in days and days == (other.earliest, other.latest)


def same_what(proposed: Proposed, figure: dict[str, Any], word: str, whole: dict[str, Any] | None) -> bool:
    """Whether an indicator is of the happening and of the families, children or women that the gold says."""
    parts = set(proposed.answer.split("_"))
    noun = figure.get("noun") or (whole or {}).get("noun")
    # of a part that leaves the noun out, its whole says whom it counts
    said = {figure["noun"]} if "noun" in figure else {*figure["quote"].split(), (whole or {}).get("noun", "")}
    measures = {"share", "duration"}
    return (
        (word in proposed.answer or bool(parts & SLUGS.get(word, set())))
        and parts & measures <= {*figure.get("what", ())}
        and ("families" in parts or proposed.answer.startswith("family_")) == (noun in FAMILIES)
        and ("child" in proposed.subgroup) == bool(said & CHILDREN)
        and ("female" in proposed.subgroup) == bool(said & WOMEN)
    )
