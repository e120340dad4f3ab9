"""Ages: words of life or of a person that make years an age."""

# ruff: noqa: PLR0911 - a grammar refuses early

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raqqa_data.reading.drafts import Stretch
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon

_LOOK_BACK = 6
_DIED_BACK = 9
_BEFORE = (-1, -1)


def age_stretch(tokens: Tokens, lexicon: Lexicon, after: int, lead: int, floor: int, *, unit: str) -> Stretch | None:
    """What makes years an age: words behind them, or words before them (then the stretch begins below 0)."""
    behind = lexicon.age_after.match(tokens, after)
    if behind is not None:
        return tokens.starts[after], tokens.end(behind[1] - 1)
    has_unit = bool(unit)
    if unit == "year" and _is_of_person(tokens, lexicon, after, lead, floor):
        return _BEFORE
    before = lexicon.context["age_before"]
    if has_unit:
        before |= lexicon.context["age_of_years"]
    at = lead - 1
    at -= tokens.texts[at] == "ال"  # دون سن الـ18
    while at >= max(floor, lead - _LOOK_BACK) and tokens.joined(at + 1):
        text = tokens.texts[at]
        if text in before or (text[:1] in "وبفل" and text[1:] in before):
            return _BEFORE
        if not text.isalpha() or not (has_unit or lexicon.qualifiers.knows(text)) or text in lexicon.context["lasting"]:
            break
        at -= 1
    if unit in {"year", "month"} and tokens.texts[lead - 1] in {"(", "["} and tokens.texts[after] in {")", "]", "،"}:
        return _BEFORE
    return None


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
