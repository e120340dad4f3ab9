"""Ages: words of life or of a person that make years an age."""

# ruff: noqa: PLR0911 - a grammar refuses early

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.reading.figures.listed import AND, BRACKETS, opener_before
from raqqa_data.reading.grammar import ALL, Construction, Table

if TYPE_CHECKING:
    from raqqa_data.reading.mention_draft import Stretch
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon

_LOOK_BACK = 6
_DIED_BACK = 9
_BEFORE = (-1, -1)


class Years(NamedTuple):
    """A number that may be an age: its unit or "", its first token, the token after it, and where to look back to."""

    unit: str
    lead: int
    next: int
    floor: int


def age_stretch(tokens: Tokens, lexicon: Lexicon, years: Years) -> Stretch | None:
    """What makes years an age: words behind them, or words before them (then the stretch begins below 0)."""
    for reads in AGES[ALL]:
        found = reads(tokens, lexicon, years)
        if found is not None:
            return found
    return None


def _of_life(tokens: Tokens, lexicon: Lexicon, years: Years) -> Stretch | None:
    """30 من العمر."""
    behind = lexicon.age_after.match(tokens, years.next)
    return None if behind is None else (tokens.starts[years.next], tokens.end(behind[1] - 1))


def _of_person(tokens: Tokens, lexicon: Lexicon, years: Years) -> Stretch | None:
    of_person = years.unit == "year" and _is_of_person(tokens, lexicon, years.next, years.lead, years.floor)
    return _BEFORE if of_person else None


def _aged(tokens: Tokens, lexicon: Lexicon, years: Years) -> Stretch | None:
    """دون سن الـ18, تتراوح أعمارهم بين 10 و15 عاما."""
    has_unit = bool(years.unit)
    before = lexicon.context["age_before"]
    if has_unit:
        before |= lexicon.context["age_of_years"]
    at = years.lead - 1
    at -= tokens.texts[at] == "ال"
    while at >= max(years.floor, years.lead - _LOOK_BACK) and tokens.joined(at + 1):
        text = tokens.texts[at]
        if text in before or (text[:1] in "وبفل" and text[1:] in before):
            return _BEFORE
        if not text.isalpha() or not (has_unit or lexicon.qualifiers.knows(text)) or text in lexicon.context["lasting"]:
            break
        at -= 1
    return None


def _in_brackets(tokens: Tokens, lexicon: Lexicon, years: Years) -> Stretch | None:
    """سامر (30 عاما), شقيقان (6 و9 سنوات), أعمارهم 4 و6 و11 عاما."""
    opener = opener_before(tokens, lexicon, years.lead) if years.unit in {"year", "month"} else None
    if opener is None:
        return None
    enclosed = tokens.texts[opener] not in BRACKETS or tokens.texts[years.next] in {")", "]", *AND}
    return _BEFORE if enclosed else None


def _is_of_person(tokens: Tokens, lexicon: Lexicon, after: int, lead: int, floor: int) -> bool:
    """ذات 12 عاما; توفي عن 91 عاما; فتاة تبلغ 14 عاما; منتخب تحت 17 سنة; سامر، 30 عاما، ..."""
    lead -= tokens.texts[lead - 1] == "ال"
    before, context = tokens.texts[lead - 1], lexicon.context
    if not tokens.joined(lead):
        return False
    if before in context["aged"]:
        return True
    if before == "عن":
        return _told(tokens, context["died"], lead - 1, max(floor, lead - _DIED_BACK))
    if before == "قبل":
        return tokens.texts[lead - 2] in context["died"] and tokens.joined(lead - 1)
    if before in context["amounting"]:
        if tokens.texts[lead - 2] in {"الذي", "التي"} and tokens.joined(lead - 1):
            return True  # سامر، الذي يبلغ 43 عاما
        return _is_person_before(tokens, lexicon, lead - 1, floor)
    if before in {"من", "تحت", "دون", "فوق"}:
        opener = lead - 1 - (before == "من")
        younger = before != "من" or tokens.texts[opener].removeprefix("ل") in {"اقل", "اكثر"}
        return younger and _told(tokens, context["teams"], opener, max(floor, opener - 4))
    named = tokens.texts[lead - 2]
    return before == "،" == tokens.texts[after] and named.isalpha() and named not in context["not_nouns"]


def _is_person_before(tokens: Tokens, lexicon: Lexicon, verb: int, floor: int) -> bool:
    """Whether a verb of amounting speaks of a person: رجل مسن يبلغ, but not الفارق يبلغ."""
    for at in range(verb - 1, max(floor, verb - 4) - 1, -1):
        text = tokens.texts[at]
        if not tokens.joined(at + 1) or not text.isalpha():
            return False
        stem = text.removeprefix("و").removeprefix("ل").removeprefix("ال")
        if stem in lexicon.context["persons"] or stem in lexicon.persons:
            return True
    return False


def _told(tokens: Tokens, words: frozenset[str], until: int, first: int) -> bool:
    """Whether one of some words stands before a token, in one clause with it."""
    for at in range(until - 1, first - 1, -1):
        text = tokens.texts[at]
        if not tokens.joined(at + 1) or text in {".", "؛", "!", "؟"}:
            return False
        if not words.isdisjoint((text, text[1:], text[2:])):
            return True
    return False


Ages = Callable[["Tokens", "Lexicon", Years], "Stretch | None"]

AGES: Table[Ages] = Table(
    "What makes years an age",
    [
        Construction[Ages]("years-of-life", "Words of life behind them.", "توفي رجل في 70 من العمر", _of_life),
        Construction[Ages]("years-of-a-person", "A person before them.", "أصيبت طفلة ذات 12 عاما", _of_person),
        Construction[Ages]("aged", "A word of age before them.", "أطفال دون سن 18", _aged),
        Construction[Ages]("age-in-brackets", "Brackets around them.", "قال سامر (30 عاما) إنه عاد", _in_brackets),
    ],
)
