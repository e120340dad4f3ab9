"""The same time of another year: بين كانون الثاني وآذار 2022, and then الفترة نفسها من العام الماضي."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.reading.dates import spans_of_time
from raqqa_data.reading.dates.in_force import in_one_sentence, years_meant

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment
    from raqqa_data.reading.dates.in_force import DateInForce, Stated
    from raqqa_data.reading.dates.parts import DateParts

_ARTICLES = ("ال", "بال", "لل", "وال", "كال", "فال", "وبال", "ولل")
_A_YEAR = 360  # days: of a whole year the same time is the year itself


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
    if not in_one_sentence(parts, stated, parts.tokens.starts[index]):
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
    begin, end = stated.since or stated.day, stated.day
    if (end - begin).days >= _A_YEAR:
        return None
    by = 12 * (year - end.year)
    sides = [spans_of_time.months_on(day, by) for day in (begin, end)]
    if None in sides:
        return None
    digits = len("2022-10") if stated.grain == "month" else len("2022-10-20")
    edtf = [str(side)[:digits] for side in sides]
    return edtf[0] if edtf[0] == edtf[1] else "/".join(edtf)
