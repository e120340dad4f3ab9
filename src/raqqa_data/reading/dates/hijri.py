"""Hijri dates as Gregorian ones, through the `hijri` extra."""

from __future__ import annotations

import functools
import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt

_TABLED = range(1343, 1501)


# of a Hijri year in solar ones, and the solar year at its epoch
_LENGTH, _EPOCH = 0.970224, 621.5774
# a year between these that no mark tells is more likely of this calendar
_LIKELY = range(1343, 1451)


def is_likely(year: int) -> bool:
    """Whether a year without a mark is likelier a Hijri one: news write of 1436 AH, hardly of 1436 CE."""
    return year in _LIKELY


def may_be(year: int, gregorian_year: int) -> bool:
    """Whether a Hijri year can fall in a Gregorian one, or end in it."""
    return 0 <= gregorian_year - int(_EPOCH + year * _LENGTH) <= 1


@functools.cache
def library() -> Any | None:
    """The converter, or None where the extra is not installed."""
    try:
        return importlib.import_module("hijridate")
    except ImportError:
        return None


def gregorian(year: int, month: int | None, day: int | None, until: int | None = None) -> str | None:
    """A Hijri day, the days until another, a month or a year as EDTF of the Gregorian calendar; None where untold.

    It cannot without the extra (`pip install 'raqqa_data[hijri]'`), nor outside the years 1343 to 1500 that the Umm
    al-Qura tables cover.
    """
    converter = library()
    if converter is None or year not in _TABLED:
        return None
    try:
        first = converter.Hijri(year, 1 if month is None else month, 1 if day is None else day)
        last_month = 12 if month is None else month
        last_day = converter.Hijri(year, last_month, 1).month_length() if day is None else until or day
        last = converter.Hijri(year, last_month, last_day)
    except (OverflowError, ValueError):
        return None
    start, end = (date.to_gregorian().isoformat() for date in (first, last))
    return start if start == end else f"{start}/{end}"


def shifted(day: dt.date, years: int) -> str | None:
    """The same Hijri day so many Hijri years on, as EDTF."""
    converter = library()
    if converter is None:
        return None
    try:
        then = converter.Gregorian(day.year, day.month, day.day).to_hijri()
        return gregorian(then.year + years, then.month, then.day)
    except (OverflowError, ValueError):
        return None


def year_of(day: dt.date) -> int | None:
    """The Hijri year that a day is in."""
    found = month_of(day)
    return None if found is None else found[0]


def month_of(day: dt.date) -> tuple[int, int] | None:
    """The Hijri year and month that a day is in."""
    converter = library()
    if converter is None:
        return None
    try:
        then = converter.Gregorian(day.year, day.month, day.day).to_hijri()
    except (OverflowError, ValueError):
        return None
    return int(then.year), int(then.month)
