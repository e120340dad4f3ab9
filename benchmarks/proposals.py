"""What `draft` proposes for the gold set, question by question: n, precision and recall.

    python -m benchmarks proposals
    python -m benchmarks proposals --half dev --list where

`gold/README.md` says how the articles were marked. An observation that a text tells twice counts once for each
question, with all that is proposed at its mentions: one wrong proposal makes it wrong. Where nothing is right to answer
a proposal is `false`, and counts against precision. Only the half `dev` can be listed; the other half is only counted.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

import raqqa_data as rd
from raqqa_data.errors import PeriodError
from raqqa_data.records.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

GOLD = Path(__file__).parent / "gold"
HALVES = ("dev", "held_out")
QUESTIONS = ("who", "conveyed_by", "where", "when", "what", "part_of", "same_as")
LINKS = {"part_of", "same_as"}

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
CHILDREN = {"أطفال", "طفلين", "طفلان", "طفلا", "طفل"}
WOMEN = {"نساء", "امرأتان", "سيدتان", "امرأة"}
_MARKS = re.compile("[\u064b-\u0652\u0640«»\"'()\u200e\u200f،.:]")
_FOLDED = str.maketrans("أإآىةؤئ", "ااايهوي")


@attrs.frozen
class Proposed:
    """One proposal, as it is compared."""

    answer: str
    evidence: str
    name: str
    subgroup: str
    figure: str | None


@attrs.frozen
class Judged:
    """How many observations of each verdict a question has, and what to print of the wrong ones."""

    counts: Counter[str] = attrs.field(factory=Counter)
    lines: list[str] = attrs.field(factory=list)


def articles(half: str | None = None) -> Iterator[dict[str, Any]]:
    """The articles of the gold set."""
    for path in sorted(GOLD.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            article = json.loads(line)
            if half in {None, article["half"]}:
                yield article


def name_words(name: str, *, place: bool = False) -> list[str]:
    """The words of a name without marks, articles and what is spelt in two ways."""
    words = [word.removeprefix("ال") for word in _MARKS.sub("", name).translate(_FOLDED).split()]
    words = [re.sub("^لل", "", word) for word in words]
    return [word for word in words if not (place and word in KINDS_OF_PLACE)] or words


def same_place(proposed: str, gold: list[str]) -> bool:
    """Whether a place is one of those by its name, with or without what it is called: city, village, camp."""
    return name_words(proposed, place=True) in [name_words(name, place=True) for name in gold]


def same_agent(proposed: str, gold: list[str]) -> bool:
    """Whether an agent's name is one of those, or made of them: "the minister", "the minister Ahmad Haddad"."""
    words = name_words(proposed)
    rights = [name_words(name) for name in gold]
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
    whom = figure.get("noun", "")
    measures = {"share", "duration"}
    return (
        (word in proposed.answer or bool(parts & SLUGS.get(word, set())))
        and parts & measures <= {*figure["what"]}
        and ("families" in parts or "family" in parts) == (noun in FAMILIES)
        and ("child" in proposed.subgroup) == (whom in CHILDREN)
        and ("female" in proposed.subgroup) == (whom in WOMEN)
    )


def agrees(
    question: str, proposed: Proposed, answers: list[str], article: dict[str, Any], figure: dict[str, Any]
) -> bool:
    """Whether a proposal is one of the answers."""
    if question in LINKS:
        return proposed.figure is not None and first(article, proposed.figure) in {first(article, a) for a in answers}
    if question == "when":
        return any(same_period(proposed.answer, answer) for answer in answers)
    if question == "what":
        by_id = {other["id"]: other for other in article["figures"]}
        wholes = figure.get("part_of", [])
        whole = by_id[first(article, wholes[0])] if wholes else None
        return any(same_what(proposed, figure, answer, whole) for answer in answers)
    same = same_place if question == "where" else same_agent
    return any(same(name, answers) for name in (proposed.evidence, proposed.name))


def first(article: dict[str, Any], figure: str) -> str:
    """The first mention of an observation."""
    by_id = {other["id"]: other for other in article["figures"]}
    return str(by_id[figure].get("same_as", [figure])[0])


def overlapping(article: dict[str, Any], start: int, end: int) -> str | None:
    """The figure of the gold that shares most of a span."""
    shared = {
        figure["id"]: min(end, figure["start"] + len(figure["quote"])) - max(start, figure["start"])
        for figure in article["figures"]
    }
    best = max(shared, key=lambda figure: shared[figure])
    return best if shared[best] > 0 else None


def proposed_of(article: dict[str, Any]) -> tuple[dict[tuple[str, str], list[Proposed]], set[str], int]:
    """What is proposed for each figure and question, the figures found, and how many proposals are for no figure."""
    draft = rd.draft(article["text"], document_id=article["id"], reference=article["published"])
    figures = {one.id: overlapping(article, one.mention.start, one.mention.end) for one in draft.observations}
    written = tomllib.loads(draft.toml)
    names = {row["id"]: row["name"]["ar"] for kind in ("agent", "place") for row in written.get(kind, [])}
    found: dict[tuple[str, str], list[Proposed]] = {}
    elsewhere = 0
    for one in draft.observations:
        figure = figures[one.id]
        for proposal in one.proposals:
            if figure is None:
                elsewhere += 1
                continue
            question = str(proposal.question)
            other = figures.get(proposal.answer) if question in LINKS else None
            made = Proposed(
                answer=proposal.answer,
                evidence=proposal.evidence[0].text if proposal.evidence else "",
                name=names.get(proposal.answer, ""),
                subgroup=str(proposal.subgroup or ""),
                figure=other,
            )
            found.setdefault((figure, question), []).append(made)
    return found, {figure for figure in figures.values() if figure}, elsewhere


def verdict(question: str, made: list[Proposed], article: dict[str, Any], figure: dict[str, Any]) -> str:
    """One of right, wrong, missed, tolerated, blank (rightly), false (proposed where nothing is right)."""
    right = figure.get(question, [])
    tolerated = figure.get("tolerated", {}).get(question, [])
    if not made:
        return "blank" if not right else "tolerated" if None in tolerated else "missed"
    defended = [answer for answer in tolerated if answer is not None]
    if not all(agrees(question, one, right + defended, article, figure) for one in made):
        return "wrong" if right else "false"
    agreed = any(agrees(question, one, right, article, figure) for one in made)
    return "right" if agreed else "tolerated"


def judge(half: str | None) -> tuple[dict[str, Judged], Counter[str]]:
    """Every question of every observation."""
    judged = {question: Judged() for question in QUESTIONS}
    totals: Counter[str] = Counter()
    for article in articles(half):
        found, seen, elsewhere = proposed_of(article)
        totals.update(articles=1, figures=len(article["figures"]), found=len(seen), elsewhere=elsewhere)
        for figure in article["figures"]:
            for question in QUESTIONS:
                if "same_as" in figure and question != "same_as":
                    continue
                mentions = [figure["id"]]
                if question != "same_as":
                    mentions = [one["id"] for one in article["figures"] if first(article, one["id"]) == figure["id"]]
                made = [one for mention in mentions for one in found.get((mention, question), [])]
                came = verdict(question, made, article, figure)
                judged[question].counts[came] += 1
                if article["half"] == "dev" and came in {"wrong", "false", "missed"}:
                    judged[question].lines.append(_line(came, question, made, article, figure))
    return judged, totals


def _line(came: str, question: str, made: list[Proposed], article: dict[str, Any], figure: dict[str, Any]) -> str:
    said = ", ".join(f"{one.answer} «{one.evidence}»" for one in made) or "nothing"
    right = " or ".join(figure.get(question, ["nothing"]))
    return f"{came:<7}{article['id']} {figure['id']} «{figure['quote']}»: {said}; right is {right}"


def share(part: int, whole: int) -> str:
    """A share with three digits."""
    return f"{part / whole:.3f}" if whole else "-"


def table(judged: dict[str, Judged], totals: Counter[str]) -> Iterable[str]:
    """The table of one half."""
    yield (
        f"{totals['articles']} articles, {totals['figures']} figures, {totals['found']} of them found; "
        f"{totals['elsewhere']} proposals for what is no figure of the gold"
    )
    yield (
        f"{'question':<12}{'n':>5}{'right':>7}{'wrong':>7}{'missed':>8}{'precision':>11}{'recall':>8}"
        f"{'nothing right':>15}{'false':>7}{'tolerated':>11}"
    )
    for question, one in judged.items():
        counts = one.counts
        right, wrong, false = counts["right"], counts["wrong"], counts["false"]
        answerable = right + wrong + counts["missed"]
        yield (
            f"{question:<12}{answerable:>5}{right:>7}{wrong:>7}{counts['missed']:>8}"
            f"{share(right, right + wrong + false):>11}{share(right, answerable):>8}"
            f"{false + counts['blank']:>15}{false:>7}{counts['tolerated']:>11}"
        )


def main(argv: list[str]) -> int:
    """Print the table of each half, or what is wrong in the half that may be looked at."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks proposals", description=__doc__)
    parser.add_argument("--half", choices=["dev", "held-out"], help="only this half; both, each by itself, without it")
    parser.add_argument("--list", choices=QUESTIONS, metavar="QUESTION", help="print what is wrong in the half dev")
    asked = parser.parse_args(argv)
    if asked.list:
        print(*judge("dev")[0][asked.list].lines, sep="\n")
        return 0
    for half in [asked.half.replace("-", "_")] if asked.half else HALVES:
        print(f"{half}: ", end="")
        print(*table(*judge(half)), "", sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
