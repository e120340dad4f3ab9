"""Feasts: of a year that is named, before or after the reference, or near it."""

# ruff: noqa: PLR2004 - its small numbers are those of the calendar

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from raqqa_data.reading.dates import hijri, spans_of_time

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment
    from raqqa_data.reading.dates.parts import DateParts
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.calendar import CalendarWords


class Feasts:
    """Reads feasts by their names."""

    def __init__(self, parts: DateParts) -> None:
        self.parts = parts
        self.tokens: Tokens = parts.tokens
        self.words: CalendarWords = parts.words

    def holiday(self, index: int) -> Moment | None:
        """عيد الفطر 2019; without a year, one near the reference."""
        tokens, parts = self.tokens, self.parts
        for words, (calendar, month, day) in self.words.holidays:
            stem = tokens.texts[index]
            if stem != words[0] or not tokens.follows(index + 1, words[1:]):
                continue
            after = index + len(words)
            year = parts.year_behind(after)
            if year is not None and year.number is not None and year.calendar == "gregorian":
                edtf = _feast(str(calendar), int(month), int(day), year.number)
                return parts.moment(edtf, index, year.next, "day", year.number)
            return None if parts.today is None else self._feast_near(parts.today, index, after, (calendar, month, day))
        return None

    def _feast_near(self, today: dt.date, index: int, after: int, feast: tuple[Any, ...]) -> Moment | None:
        """عيد الفطر الماضي; without a mark the one nearest to the reference, the other open; alone, the next."""
        parts, tokens = self.parts, self.tokens
        calendar, month, day = str(feast[0]), int(feast[1]), int(feast[2])
        years = range(today.year - 1, today.year + 2)
        days = [day_of(edtf) for edtf in (_feast(calendar, month, day, year) for year in years) if edtf is not None]
        last = max((then for then in days if then is not None and then < today), default=None)
        coming = min((then for then in days if then is not None and then >= today), default=None)
        if last is None or coming is None:
            return None
        shift = parts.shift_behind(after)
        if shift is not None and shift[0]:
            then = last if shift[0] < 0 else coming
            return parts.moment(then.isoformat(), index, shift[1], "day")
        alone = not tokens.joined(index) and not tokens.joined(after)
        near, far = (last, coming) if not alone and today - last <= coming - today else (coming, last)
        found = parts.moment(near.isoformat(), index, after, "day")
        return found if alone else found._replace(other=far.isoformat())


def _feast(calendar: str, month: int, day: int, year: int) -> str | None:
    """The day of a feast in a Gregorian year."""
    if not 1 <= year <= 9998:
        return None
    if calendar == "easter":
        return spans_of_time.easter(year).isoformat()
    if calendar == "gregorian":
        return spans_of_time.month(year, month, day)
    first = hijri.year_of(dt.date(year, 1, 1))
    for number in () if first is None else (first, first + 1):
        edtf = hijri.gregorian(number, month, day)
        if edtf is not None and edtf.startswith(f"{year:04d}-"):
            return edtf
    return None


def day_of(edtf: str) -> dt.date | None:
    """A day as a date; None for what is no day."""
    try:
        return dt.date.fromisoformat(edtf)
    except ValueError:
        return None
