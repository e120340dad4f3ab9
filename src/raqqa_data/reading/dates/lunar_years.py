"""A Hijri year said once, behind the last of two dates: من 3 محرم إلى 9 صفر 1440."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from raqqa_data.reading.dates import hijri

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment
    from raqqa_data.reading.dates.parts import DateParts


def tells_its_hijri_year(parts: DateParts, moment: Moment) -> bool:
    """Whether a Hijri date ends in a year, its mark behind it or not, or in a word that points to one."""
    last = moment.next - 1
    year = not parts.tokens.texts[last].isalpha() or parts.mark(last) is not None
    return year or parts.tokens.texts[last] in parts.words.shifts


def of_a_lunar_year_told_later(parts: DateParts, first: Moment) -> Moment:
    """في 3 محرم و9 صفر 1440: both are of 1440; of جمادى الأولى وجمادى الآخرة سنة 2 هـ neither is of this year."""
    tokens, at = parts.tokens, first.next
    if not tokens.joined(at) or tokens.texts[at][:1] != "و" or tells_its_hijri_year(parts, first):
        return first
    second = parts.explicit(at + (tokens.texts[at] == "و"))
    if second is None or second.calendar != "hijri" or not tells_its_hijri_year(parts, second):
        return first
    return first._replace(edtf=of_the_lunar_year(parts, first, second), other=None)


def of_the_lunar_year(parts: DateParts, first: Moment, second: Moment) -> str | None:
    """When the first of two Hijri dates is, by the year that only the second tells; None where no table has it.

    Args:
        parts: The reader of dates.
        first: A Hijri day or month without its year.
        second: A Hijri date with its year.
    """
    named = _named(parts, first)
    if named is None or second.edtf is None:
        return None
    year, month = hijri.month_of(dt.date.fromisoformat(second.edtf.partition("/")[0])) or (0, 0)
    # من 28 ذي الحجة إلى 3 محرم 1441 began the year before
    return hijri.gregorian(year - (named[0] > month), *named)


def lunar_range(parts: DateParts, first: Moment, second: Moment) -> Moment | None:
    """One date from the first to the second, where only the second tells its Hijri year; None where that is not so.

    Args:
        parts: The reader of dates.
        first: The date that opens a range.
        second: The one that ends it.
    """
    if first.calendar != "hijri" or second.calendar != "hijri" or tells_its_hijri_year(parts, first):
        return None
    if not tells_its_hijri_year(parts, second):
        return None
    begin = of_the_lunar_year(parts, first, second)
    told = None if begin is None or second.edtf is None else f"{begin[:10]}/{second.edtf[-10:]}"
    return first._replace(edtf=told, next=second.next, other=None)


def _named(parts: DateParts, moment: Moment) -> tuple[int, int | None] | None:
    """The Hijri month that a date names, and its day if it has one."""
    month = parts.month_at(moment.first)
    if month is not None:
        return month[0].number, None
    day = parts.day(moment.first + (parts.tokens.texts[moment.first] == "يوم"))
    behind = None if day is None else parts.month_behind(day[1])
    return None if day is None or behind is None or behind[0] is None else (behind[0].number, day[0])
