"""One day by two calendars: 22 رمضان الموافق 4 أيار 2021. The date without a year takes that of its equal."""

# ruff: noqa: PLR0911 - a grammar refuses early

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from raqqa_data.reading.dates import hijri, spans_of_time
from raqqa_data.reading.dates.lunar_years import of_a_lunar_year_told_later, tells_its_hijri_year

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment
    from raqqa_data.reading.dates.in_force import DateInForce, Stated
    from raqqa_data.reading.dates.parts import DateParts

_WORDS = frozenset({"الموافق", "الموافقه", "موافق", "للموافق", "الموافقين", "المصادف", "المصادفه", "يوافق", "يصادف"})
_BESIDE = _WORDS | {"("}
_MARKS = frozenset({":", "ل", "يوم", "(", "،", ","})
_APART = 2  # days by which the moon that was seen and the tables differ
_YEAR, _MONTH, _DAY = len("2022"), len("2022-10"), len("2022-10-20")
_MOST_BETWEEN = 3
_MOST_LISTED = 8  # dates of one year
_MONTHS, _HALF_A_YEAR = 12, 6


def equated(parts: DateParts, moment: Moment, in_force: DateInForce) -> Moment:
    """The date as its equal has it, where the text says that both are one day.

    Args:
        parts: The reader of dates.
        moment: The date found.
        in_force: The dates stated last.
    """
    texts, first, after = parts.tokens.texts, moment.first, moment.next
    if _BESIDE.isdisjoint((*texts[first - _MOST_BETWEEN : first], *texts[after : after + 2])):
        return moment
    if moment.grain != "day" or "/" in (moment.edtf or ""):
        return moment
    equal = _behind(parts, moment) or _before(parts, moment, in_force.of("day"))
    if equal is None:
        return moment
    if moment.calendar == "hijri":
        return _of_the_moon(parts, moment, equal)
    if moment.year is not None or moment.edtf is None:
        return moment
    near = (f"{year:04d}{moment.edtf[4:]}" for year in (equal.year - 1, equal.year, equal.year + 1))
    found = next((edtf for edtf in near if _is_near(edtf, equal)), None)
    return moment if found is None else moment._replace(edtf=found, year=equal.year, other=None)


def _of_the_moon(parts: DateParts, moment: Moment, equal: dt.date) -> Moment:
    """The Hijri day as its equal, unless both lie further apart than calendars differ."""
    if _is_near(moment.edtf, equal):
        return moment._replace(edtf=equal.isoformat(), year=None, other=None)
    at = moment.first
    while parts.tokens.texts[at] == "يوم" or parts.names_weekday(at):
        at += 1
    day = parts.day(at)
    month = None if day is None else parts.month_behind(day[1])
    if day is None or month is None or month[0] is None or moment.next > month[1]:
        return moment  # its own year stands behind it
    now = hijri.month_of(equal)
    years = () if now is None else (now[0] - 1, now[0], now[0] + 1)
    found = any(_is_near(hijri.gregorian(year, month[0].number, day[0]), equal) for year in years)
    return moment._replace(edtf=equal.isoformat(), other=None) if found else moment


def _before(parts: DateParts, moment: Moment, last: Stated | None) -> dt.date | None:
    """The day before a word of equality, which the date stands right behind."""
    tokens, at = parts.tokens, moment.first - 1
    if last is None or last.grain != "day":
        return None
    while tokens.texts[at] in _MARKS and tokens.joined(at + 1):
        at -= 1
    bracketed = moment.calendar == "hijri" and tokens.texts[at + 1] == "("
    if not tokens.joined(at + 1) or not (bracketed or tokens.texts[at] in _WORDS):
        return None
    between = tokens.at(last.stretch[1] - 1)
    return last.day if 0 <= at - between <= _MOST_BETWEEN else None


def _behind(parts: DateParts, moment: Moment) -> dt.date | None:
    """The day behind a word of equality, whose year is told."""
    tokens, at = parts.tokens, moment.next
    at += tokens.texts[at] in {"(", "،", ","}
    if tokens.texts[at] not in _WORDS or not tokens.joined(at):
        return None
    at += 1
    while tokens.texts[at] in _MARKS and tokens.joined(at):
        at += 1
    weekday = parts.names_weekday(at) if tokens.joined(at) else False
    found = parts.explicit(at + weekday) if tokens.joined(at) else None
    told = found is not None and found.edtf is not None and len(found.edtf) == _DAY and found.grain == "day"
    if found is None or found.edtf is None or not told or not (found.year is not None or found.calendar == "hijri"):
        return None
    if found.calendar == "hijri" and not tells_its_hijri_year(parts, found):
        return None
    return dt.date.fromisoformat(found.edtf)


def of_a_year_told_later(parts: DateParts, first: Moment) -> Moment:
    """5 آذار و7 نيسان 2019: the year is said once, behind the last."""
    tokens, at = parts.tokens, first.next
    if first.calendar == "hijri":
        return of_a_lunar_year_told_later(parts, first)
    if first.grain == "span":
        return _part_of_a_year_told_later(parts, first)
    if first.edtf is None or first.grain not in {"day", "month"} or first.month is None:
        return first
    if first.year is not None and (first.grain == "day" or names_its_year(parts, first)):
        return first
    at += tokens.texts[at] == "،" and tokens.joined(at)
    if first.calendar != "gregorian" or not tokens.joined(at) or not tokens.texts[at].startswith("و"):
        return first
    second = None
    for _ in range(_MOST_LISTED):  # في 2 أيار و8 حزيران و11 تموز 2017
        at += tokens.texts[at] == "،"
        at += tokens.texts[at] == "و"
        second = parts.explicit(at) if tokens.joined(at) else None
        told = second is not None and second.year is not None and names_its_year(parts, second)
        if second is None or told or not tokens.texts[second.next].startswith(("و", "،")):
            break
        at = second.next
    if second is None or second.year is None or second.month is None or second.calendar != "gregorian":
        return first
    sides = first.edtf.split("/") if first.grain == "day" else [""]
    days = [int(side[8:10]) if len(side) == _DAY else None for side in sides]
    edtf = _on(second.year, first.month, days)
    if edtf is None:
        return first
    if edtf[:7] > (second.edtf or "")[:7]:
        before = _on(second.year - 1, first.month, days)
        near = (
            second.month - first.month
        ) % _MONTHS <= _HALF_A_YEAR  # كانون الأول وكانون الثاني 2017, not آذار وشباط 2017
        likely, other = (before, edtf) if near else (edtf, before)
        return first._replace(edtf=likely or edtf, year=second.year - near, other=other if likely else None)
    return first._replace(edtf=edtf, year=second.year)


def _on(year: int, month: int, days: list[int | None]) -> str | None:
    """Some days of a month, from the first to the last."""
    told = [spans_of_time.month(year, month, day) for day in days]
    return None if None in told else "/".join(filter(None, told))


def _part_of_a_year_told_later(parts: DateParts, first: Moment) -> Moment:
    """في أواخر آذار ومطلع أيار 2018."""
    tokens, at, told = parts.tokens, first.next, first.edtf or ""
    named = first.year is None and told[:_YEAR].isdecimal() and parts.month_at(first.first + 1) is not None
    if not named or first.calendar != "gregorian" or not tokens.texts[at].startswith("و") or not tokens.joined(at):
        return first
    at += tokens.texts[at] == "و"
    second = parts.relative(at) if tokens.joined(at) else None
    end = "" if second is None else (second.edtf or "").partition("/")[0]
    if second is None or second.year is None or second.calendar != "gregorian" or len(end) < _MONTH:
        return first
    if second.month is None and parts.month_at(second.first + 1) is None:
        return first  # منتصف شباط ومطلع 2018
    later = told[_YEAR:_MONTH] > end[_YEAR:_MONTH]
    years = (second.year - 1, second.year) if later else (second.year,)
    periods = ["/".join(f"{year:04d}{side[_YEAR:]}" for side in told.split("/")) for year in years]
    return first._replace(edtf=periods[0], year=years[0], other=periods[-1] if later else None)


def names_its_year(parts: DateParts, moment: Moment) -> bool:
    """Whether the year of a date stands in its own words, and not behind a later one that shares it."""
    return str(moment.year) in parts.tokens.texts[moment.first : moment.next]


def _is_near(edtf: str | None, day: dt.date) -> bool:
    if edtf is None or len(edtf) != _DAY:
        return False
    try:
        return abs((dt.date.fromisoformat(edtf) - day).days) <= _APART
    except ValueError:
        return False
