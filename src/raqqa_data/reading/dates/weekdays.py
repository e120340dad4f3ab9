"""A day with its weekday: the weekday says the same day again, or another year's, or contradicts it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from raqqa_data.reading.dates import spans_of_time
from raqqa_data.reading.dates.context import PARTS_OF_DAYS

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment
    from raqqa_data.reading.dates.parts import DateParts

_BEFORE_WEEKDAYS = PARTS_OF_DAYS | {"يوم", "ليوم"}
_DAY = len("2022-10-20")
_MOST_SHARING = 7  # days of one week
_NEAR_YEARS = (-1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6)


def confirmed(parts: DateParts, moment: Moment) -> Moment:
    """أمس الثلاثاء; 15 شعبان 1443، يوم الجمعة: the weekday behind a day says the same day again.

    Args:
        parts: The reader of dates.
        moment: The date found.
    """
    tokens, at = parts.tokens, moment.next
    if moment.grain != "day" or not tokens.joined(at) or parts.names_weekday(at - 1):
        return moment
    opened = tokens.texts[at] == "("
    at += tokens.texts[at] in {"،", ",", "(", "-"}
    at += tokens.texts[at] in {"الموافق", "الموافقة", "المصادف"}
    at += tokens.texts[at] in _BEFORE_WEEKDAYS
    word = tokens.words[at]
    named = tokens.joined(at) and word.calendar is not None and not word.calendar.clitics.skip
    if not named or not parts.names_weekday(at) or parts.shift_behind(at + 1) is not None:
        return moment
    day = parts.day(at + 1) if tokens.joined(at + 1) else None
    if day is not None and parts.month_at(day[1]) is not None:
        return moment  # the next date, with its own weekday
    pointed = opened and moment.month is None  # أمس (السبت)
    if moment.other is None and (moment.year is not None or moment.calendar == "hijri" or pointed):
        moment = parts.held_against_weekday(moment, at)
    return moment._replace(next=at + 1 + (opened and tokens.texts[at + 1] == ")"))


def weekday_of_shared_month(parts: DateParts, index: int) -> Moment | None:
    """الجمعة 6 والسبت 7 كانون الثاني 2017: the month is said once, behind the last of some weekdays.

    Args:
        parts: The reader of dates.
        index: The token.
    """
    tokens = parts.tokens
    weekday = index + (tokens.texts[index] in _BEFORE_WEEKDAYS)
    day = parts.day(weekday + 1) if parts.names_weekday(weekday) and tokens.joined(weekday + 1) else None
    last = None if day is None else _last_sharing(parts, day[1])
    told = "" if last is None else last.edtf or ""
    if day is None or last is None or last.calendar != "gregorian" or last.month is None or len(told) != _DAY:
        return None
    known = told[:4].isdecimal()
    year, month = spans_of_time.shifted_month(int(told[:4]) if known else 1, last.month, -(day[0] > int(told[8:])))
    edtf = spans_of_time.month(year if known else None, month, day[0])
    if edtf is None:
        return None
    word = tokens.words[index].calendar
    start = tokens.starts[index] + (0 if word is None else word.clitics.skip)
    found = parts.moment(edtf, index, day[1], "day", year if last.year else None, month, start=start)
    return parts.held_against_weekday(found, weekday) if last.year else found


def _last_sharing(parts: DateParts, index: int) -> Moment | None:
    """The last of the weekdays that و joins behind a token, with its day and month."""
    tokens = parts.tokens
    for _ in range(_MOST_SHARING):
        at = index + (tokens.texts[index] == "،" and tokens.joined(index))
        if not tokens.texts[at].startswith("و") or not tokens.joined(at):
            return None
        at += tokens.texts[at] in {"و", "ويوم"}
        day = parts.day(at + 1) if parts.names_weekday(at) and tokens.joined(at + 1) else None
        if day is None:
            return None
        found = parts.day_first(at + 1, at + 1)
        if found is not None:
            return found
        index = day[1]
    return None


def of_that_weekday(parts: DateParts, moment: Moment) -> Moment:
    """السبت 11 أيار, told in a year in which it is a Sunday: the nearest year of a Saturday is told too.

    Args:
        parts: The reader of dates.
        moment: A date that no story dates.
    """
    edtf = moment.edtf or ""
    bare = moment.year is None and moment.month is not None and moment.other is None and moment.calendar == "gregorian"
    if not bare or len(edtf) != _DAY or not edtf[:4].isdecimal():
        return moment
    at = moment.first + (not parts.names_weekday(moment.first))
    if not parts.names_weekday(at):
        return moment
    word = parts.tokens.words[at].calendar
    named = None if word is None else parts.words.weekdays[word.stem]
    if named is None or _weekday(edtf) == named:
        return moment
    near = (f"{int(edtf[:4]) + by:04d}{edtf[4:]}" for by in _NEAR_YEARS)
    return moment._replace(other=next((day for day in near if _weekday(day) == named), None))


def _weekday(day: str) -> int | None:
    try:
        return dt.date.fromisoformat(day).weekday()
    except ValueError:
        return None
