"""The same time of another year: بين كانون الثاني وآذار 2022, and then الفترة نفسها من العام الماضي."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.reading.dates.context import PARTS_OF_DAYS
from raqqa_data.reading.dates.in_force import in_one_sentence, years_meant

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment
    from raqqa_data.reading.dates.in_force import DateInForce, Stated
    from raqqa_data.reading.dates.parts import DateParts

_ARTICLES = ("ال", "بال", "لل", "وال", "كال", "فال", "وبال", "ولل")
_YEAR = 4  # digits
_BOUNDS = frozenset({"منذ", "قبل", "بعد"})


def same_period(in_force: DateInForce, parts: DateParts, index: int) -> tuple[Moment, Stated] | None:
    """The days or months of the date stated last in this sentence, in the year that is told at a token.

    Args:
        in_force: The dates stated last.
        parts: The reader of dates.
        index: The token of the year.
    """
    first = _first(parts, index)
    stated = in_force.of("month") if first is not None else None
    if first is None or stated is None or stated.grain == "year":
        return None
    if not in_one_sentence(parts, stated, parts.tokens.starts[index]) or _is_one_end(parts, stated):
        return None
    year = parts.relative(index)
    told = "" if year is None else year.edtf or ""
    if year is None or year.grain != "year" or not told.isdecimal():
        return None
    years = years_meant(parts, int(told), parts.tokens.texts[year.next - 1], stated)
    periods = [_in_year(stated, one) for one in years]
    if periods[0] is None:
        return None
    start = parts.tokens.starts[first] + _before_article(parts.tokens.texts[first])
    found = parts.moment(periods[0], first, year.next, "span", years[0], start=start)
    return found._replace(other=periods[-1] if len(periods) > 1 else None), stated


def _is_one_end(parts: DateParts, stated: Stated) -> bool:
    """حتى 30 أيلول, منذ آذار, آب وأيلول: the period has another end, or another month."""
    tokens, start = parts.tokens, stated.stretch[0]
    word = tokens.texts[tokens.at(start) - 1]
    before = word.removeprefix("و")
    bounded = word == "و" or before in _BOUNDS or before in parts.lexicon.context["to"] or before in PARTS_OF_DAYS
    return "/" not in stated.edtf and (bounded or tokens.folded.text[start - 1 : start] == "و")


def _first(parts: DateParts, index: int) -> int | None:
    """The first token of الفترة نفسها من, نفس المدة من, before a year."""
    tokens = parts.tokens
    of_it = tokens.texts[index - 1] == "من" and all(map(tokens.joined, (index - 2, index - 1, index)))
    return index - 3 if of_it and names_same_period(parts, index - 3) else None


def names_same_period(parts: DateParts, index: int) -> bool:
    """Whether الفترة نفسها or نفس المدة stands at a token: it is compared, and no story goes on from it."""
    context, (first, last) = parts.lexicon.context, parts.tokens.texts[index : index + 2]
    if _is_period(parts, first):
        return last in context["the_same"] | context["alike"]
    return first.lstrip("وبفل") in context["its_same"] and _is_period(parts, last)


def _is_period(parts: DateParts, text: str) -> bool:
    clitics = _clitics(text)
    return bool(clitics) and text[len(clitics) :] in parts.lexicon.context["periods"]


def _clitics(text: str) -> str:
    """The article of a noun, with what stands before it."""
    return next((clitics for clitics in _ARTICLES if text.startswith(clitics)), "")


def _before_article(text: str) -> int:
    """How many letters stand before the article of a noun, or before نفس."""
    clitics = _clitics(text)
    if not clitics:
        return len(text) - len(text.lstrip("وبفل"))
    return len(clitics) - len("ال") if clitics.endswith("ال") else len(clitics) - len("لل")


def _in_year(stated: Stated, year: int) -> str | None:
    """Both its ends in another year; None of what has no year, or is all of one."""
    ends = stated.edtf.split("/")
    if not all(end[:_YEAR].isdecimal() for end in ends) or _is_a_whole_year(ends):
        return None
    by = year - stated.day.year
    return "/".join(_shifted(end, by) for end in ends)


def _is_a_whole_year(ends: list[str]) -> bool:
    return len(ends) > 1 and ends[0][:7].endswith("-01") and ends[1][:7] == f"{ends[0][:_YEAR]}-12"


def _shifted(end: str, by: int) -> str:
    shifted = f"{int(end[:_YEAR]) + by:04d}{end[_YEAR:]}"
    return shifted.replace("-02-29", "-02-28") if by % 4 else shifted
