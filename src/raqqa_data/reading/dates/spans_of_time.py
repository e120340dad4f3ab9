"""Arithmetic of dates: what a year, a month or a week plus a shift is, as EDTF."""

# ruff: noqa: PLR2004 - its small numbers are those of language and calendar

from __future__ import annotations

import calendar
import datetime as dt

_DECEMBER = 12
_LAST_YEAR = 9999
_MID_YEAR = (6, 7)
_WEEK, _WEEKS = 7, 5


def year(number: int) -> str | None:
    """A year as EDTF; None where no year of that number can be written."""
    return f"{number:04d}" if 1 <= number <= _LAST_YEAR else None


def month(year_number: int | None, number: int, day: int | None = None) -> str | None:
    """A month or a day as EDTF, without its year where that is not known; None where there is none such."""
    if not 1 <= number <= _DECEMBER or (year_number is not None and not 1 <= year_number <= _LAST_YEAR):
        return None
    stem = f"{'XXXX' if year_number is None else f'{year_number:04d}'}-{number:02d}"
    if day is None:
        return stem
    longest = calendar.monthrange(2000 if year_number is None else year_number, number)[1]
    return f"{stem}-{day:02d}" if 1 <= day <= longest else None


def shifted_month(year_number: int, number: int, by: int) -> tuple[int, int]:
    """A month so many months on."""
    years, index = divmod(number - 1 + by, _DECEMBER)
    return year_number + years, index + 1


def next_weekday(day: str, weekday: int) -> str | None:
    """The first day behind another that is a weekday, Monday being 0; None behind the last day there is."""
    told = dt.date.fromisoformat(day)
    later = shifted_day(told, (weekday - told.weekday() - 1) % 7 + 1)
    return None if later is None else later.isoformat()


def shifted_day(day: dt.date, by: int) -> dt.date | None:
    """A day so many days on; None beyond the calendar."""
    try:
        return day + dt.timedelta(days=by)
    except OverflowError:
        return None


def week(day: dt.date | None) -> str | None:
    """The week from Monday that a day is in, as an interval of days."""
    monday = None if day is None else shifted_day(day, -day.weekday())
    sunday = None if monday is None else shifted_day(monday, 6)
    return None if monday is None or sunday is None else f"{monday}/{sunday}"


def week_of_month(year_number: int, number: int, nth: int) -> str | None:
    """The nth week that begins in a month; -1 for the last that ends in it."""
    if not dt.MINYEAR <= year_number <= dt.MAXYEAR:
        return None
    last = calendar.monthrange(year_number, number)[1]
    if nth < 0:
        end = dt.date(year_number, number, last)
        return week(shifted_day(end, -((end.weekday() + 1) % 7)))
    first = dt.date(year_number, number, 1)
    monday = shifted_day(first, (7 - first.weekday()) % 7 + 7 * (nth - 1))
    return week(monday) if monday is not None and monday.month == number else None


def seven_days_of_month(year_number: int, number: int, nth: int) -> str | None:
    """The nth seven days of a month, as it is spoken of; -1 for the last seven."""
    if not dt.MINYEAR <= year_number <= dt.MAXYEAR or nth > _WEEKS:
        return None
    last = calendar.monthrange(year_number, number)[1]
    begin = last - _WEEK + 1 if nth < 0 else _WEEK * (nth - 1) + 1
    end = min(begin + _WEEK - 1, last)
    return (
        f"{year_number:04d}-{number:02d}-{begin:02d}/{year_number:04d}-{number:02d}-{end:02d}" if begin <= end else None
    )


def half_of_month(year_number: int, number: int, nth: int) -> str | None:
    """The days of the first or the second half of a month."""
    if not 1 <= nth <= 2 or year(year_number) is None:
        return None
    stem, last = f"{year_number:04d}-{number:02d}", calendar.monthrange(year_number, number)[1]
    return f"{stem}-01/{stem}-15" if nth == 1 else f"{stem}-16/{stem}-{last}"


def week_of_year(year_number: int, nth: int) -> str | None:
    """The ISO week of a year."""
    try:
        return week(dt.date.fromisocalendar(year_number, nth, 1))
    except ValueError:
        return None


def weekday_of_month(year_number: int, number: int, weekday: int, nth: int) -> dt.date | None:
    """The nth such weekday of a month; -1 for the last."""
    if not dt.MINYEAR <= year_number <= dt.MAXYEAR:
        return None
    last = calendar.monthrange(year_number, number)[1]
    if nth < 0:
        end = dt.date(year_number, number, last)
        return end - dt.timedelta(days=(end.weekday() - weekday) % 7)
    first = dt.date(year_number, number, 1)
    day = 1 + (weekday - first.weekday()) % 7 + 7 * (nth - 1)
    return dt.date(year_number, number, day) if 1 <= day <= last else None


def part(edtf: str, which: str) -> str | None:
    """The start, early days, middle, late days or end of a year or a month."""
    pieces = edtf.split("-")
    if not pieces[0]:
        return None  # before the year 0
    if "/" in edtf or "~" in edtf or "X" in pieces[0] or len(pieces) > 2:
        return edtf if "X" in edtf else None
    if len(pieces) == 1:
        return _part_of_year(edtf, which)
    year_number, number = int(pieces[0]), int(pieces[1])
    if number > _DECEMBER:
        return edtf
    last = calendar.monthrange(year_number, number)[1]
    days = {"start": "-01", "first": "-01", "middle": "-15~", "end": f"-{last}"}
    if which in days:
        return edtf + days[which]
    first, final = (1, 10) if which == "early" else (21, last)
    return f"{edtf}-{first:02d}/{edtf}-{final:02d}"


def _part_of_year(edtf: str, which: str) -> str:
    if which in {"start", "early", "first"}:
        return f"{edtf}-01~"
    if which == "middle":
        return "/".join(f"{edtf}-{number:02d}~" for number in _MID_YEAR)
    return f"{edtf}-12~"


def quarter(year_number: int, nth: int) -> str | None:
    """The months of a quarter of a year."""
    if not 1 <= nth <= 4 or year(year_number) is None:
        return None
    return f"{year_number:04d}-{3 * nth - 2:02d}/{year_number:04d}-{3 * nth:02d}"


def third(year_number: int, number: int | None, nth: int) -> str | None:
    """The months of a third of a year, or the days of one of a month: ten, ten, and those that are left.

    Args:
        year_number: The year.
        number: The month, or None for the year's thirds.
        nth: Which third.
    """
    if nth not in {1, 2, 3}:
        return None
    if number is None:
        first, last = month(year_number, 4 * nth - 3), month(year_number, 4 * nth)
    else:
        end = calendar.monthrange(year_number, number)[1] if nth == 3 else 10 * nth
        first, last = month(year_number, number, 10 * nth - 9), month(year_number, number, end)
    return None if first is None or last is None else f"{first}/{last}"


def half(year_number: int, nth: int) -> str | None:
    """The months of a half of a year."""
    if not 1 <= nth <= 2 or year(year_number) is None:
        return None
    return f"{year_number:04d}-{6 * nth - 5:02d}/{year_number:04d}-{6 * nth:02d}"


def last_day(edtf: str | None) -> dt.date | None:
    """The day, or the last one of a month; None for what is neither."""
    try:
        day = dt.date.fromisoformat(f"{edtf}-01"[: len("2022-10-01")])
    except ValueError:
        return None
    return day if edtf == day.isoformat() else day.replace(day=calendar.monthrange(day.year, day.month)[1])


def begun(end: dt.date, amount: int, unit: str) -> dt.date | None:
    """The first of so many days, weeks, months or years that end with a day."""
    if unit in {"day", "week"}:
        return shifted_day(end, 1 - amount * (7 if unit == "week" else 1))
    behind = shifted_day(end, 1)
    months = amount * {"month": 1, "year": 12}.get(unit, 0)
    return None if behind is None or not months else months_on(behind, -months)


def months_on(day: dt.date, by: int) -> dt.date | None:
    """The same day so many months on, or the last of that month."""
    year_number, number = shifted_month(day.year, day.month, by)
    if not 1 <= year_number <= _LAST_YEAR:
        return None
    return dt.date(year_number, number, min(day.day, calendar.monthrange(year_number, number)[1]))


def easter(year_number: int) -> dt.date:
    """Easter Sunday of the western churches (Meeus, Jones and Butcher)."""
    golden, century, rest = year_number % 19, year_number // 100, year_number % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    number, day = divmod(epact + weekday - 7 * late + 114, 31)
    return dt.date(year_number, number, day + 1)


def a_year_before(edtf: str, *, span: bool) -> str:
    """The same time of the year before; of 29 February that of the last year which had one.

    Args:
        edtf: A day, a month, or from one to another of one year.
        span: Whether it is a part of a month, so that one which ends with February does in any year.

    Example:
        >>> a_year_before("2025-02-28", span=True), a_year_before("2024-02-29", span=False)
        ('2024-02-29', '2020-02-29')
    """
    number = int(edtf[:4])
    before, last = number - 1, f"-02-{calendar.monthrange(number, 2)[1]}"
    if span and edtf.endswith(last):
        edtf = f"{edtf.removesuffix(last)}-02-{calendar.monthrange(before, 2)[1]}"
    while "-02-29" in edtf and not calendar.isleap(before):
        before -= 1
    return "/".join(f"{before:04d}{side[4:]}" for side in edtf.split("/"))
