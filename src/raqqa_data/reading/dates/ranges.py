"""Two dates that are the ends of one: من يونيو إلى أكتوبر 2017."""

# ruff: noqa: PLR0911 - a grammar refuses early

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from raqqa_data.errors import PeriodError
from raqqa_data.reading.dates.context import PARTS_OF_DAYS, YEAR_DIGITS
from raqqa_data.reading.dates.equated import names_its_year
from raqqa_data.reading.dates.lunar_years import lunar_range
from raqqa_data.records.period import Period

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment
    from raqqa_data.reading.dates.date import DateReader
    from raqqa_data.reading.dates.parts import DateParts


def range_of(dates: DateReader, first: Moment) -> Moment:
    """من يونيو إلى أكتوبر 2017; بين عامي 2014 و2017."""
    parts, tokens, to = dates.parts, dates.parts.tokens, dates.parts.lexicon.context["to"]
    at = first.next
    lunar = first.calendar == "hijri" and first.grain in {"day", "month"}
    if not tokens.joined(at) or not (lunar or _is_an_end(first)):
        return first
    text = tokens.texts[at]
    opener = _opener(parts, first)
    if opener in {"بين", "وبين"} and text in {"،", ","} and tokens.texts[at + 1].startswith("و"):
        at, text = at + 1, tokens.texts[at + 1]
    between = opener in {"بين", "عامي", "العامين", "سنتي", "شهري", "الشهرين"} or first.pair
    if (
        (text in to and (opener in {"من", "منذ", "بين"} or first.grain == "year"))
        or (text in {"حتي", "وحتي", "لغايه"} and first.grain in {"month", "day", "span"} and _is_opened(first, opener))
        or (text in to and _is_of_a_period(parts, first, opener))
        or (text in {"-", "/"} and first.grain in {"year", "month"})
        or (text == "-" and first.grain == "day" and first.month is not None)
        or (between and text == "و")
    ):
        at += 1
    elif not (between and text.startswith("و")):
        return first
    if not tokens.joined(at):
        return first
    if tokens.texts[at] in PARTS_OF_DAYS and first.grain in {"month", "day"} and tokens.joined(at + 1):
        at += 1  # حتى مساء 13 شباط 2023
    if tokens.texts[at + 1] == "منه":
        parts.remember(first)  # من 17 تموز حتى 19 منه
    second = _other_end(dates, first, at, text)
    of_moon = None if second is None else lunar_range(parts, first, second)
    if of_moon is not None or first.edtf is None or not _is_an_end(first):
        return of_moon or first
    entry = tokens.words[at].calendar
    if entry is not None and entry.entry == "day" and text != "و":
        first = first._replace(edtf=first.edtf.removesuffix("~"))  # منذ مطلع العام حتى اليوم
    if second is None or not _is_an_end(second) or not _goes_on(parts, first, second, text):
        return first
    if first.pair and opener != "بين" and text.startswith("و"):
        return _years(parts, first, second)
    joined = _joined(_without_the_last_year(parts, first, second), second)
    return _or_of_the_first_year(parts, joined, first, second)


def _or_of_the_first_year(parts: DateParts, joined: Moment, first: Moment, second: Moment) -> Moment:
    """من آذار 2016 إلى أيلول: of that year, or of the one of publication, which then is told too."""
    untold = second.year is None and second.month is not None and not parts.is_said_when(second)
    end = (second.edtf or "").rpartition("/")[2]
    if (
        first.year is None
        or first.month is None
        or not untold
        or second.calendar != "gregorian"
        or not end[:YEAR_DIGITS].isdecimal()
    ):
        return joined
    begin = (joined.edtf or "").partition("/")[0]
    year = first.year + (end[YEAR_DIGITS:] < begin[YEAR_DIGITS : len(end)])
    edtf = f"{begin}/{year:04d}{end[YEAR_DIGITS:]}"
    if joined.next != second.next or edtf == joined.edtf or period_of(edtf) is None:
        return joined
    return joined._replace(edtf=edtf, other=joined.edtf)


def _is_an_end(moment: Moment) -> bool:
    """A day, a month, a year, or some days of a month (أواخر آذار), of which a range takes the first or the last."""
    begin, interval, end = (moment.edtf or "").partition("/")
    days = moment.grain == "span" and len(end) == len("2022-03-31") and begin[:8] == end[:8]
    return bool(begin) and (days or not interval)


def _other_end(dates: DateReader, first: Moment, at: int, joint: str) -> Moment | None:
    """إلى نهاية 2017, حتى مساء أمس, - شباط - آذار 1975."""
    parts, tokens = dates.parts, dates.parts.tokens
    entry = tokens.words[at].calendar
    pointed = entry is not None and (entry.entry == "part" or (entry.entry == "day" and joint != "و"))
    second = dates.pointed(at) if pointed else parts.second(at, first)
    while second and second.grain == "month" and not second.year and tokens.texts[second.next] == joint == "-":
        second = parts.second(second.next + 1, first)  # كانون الثاني - شباط - آذار 1975
    return second


def _without_the_last_year(parts: DateParts, first: Moment, second: Moment) -> Moment:
    """بين تشرين الثاني وشباط 2017: the year told of the last is not that of a later month before it."""
    shared = first.grain == second.grain == "month" and first.year is not None and first.year == second.year
    later = shared and (first.edtf or "") > (second.edtf or "")
    return first._replace(year=None, other=None) if later and not names_its_year(parts, first) else first


def _are_listed(parts: DateParts, first: Moment, second: Moment) -> bool:
    """1982 - 1987 - 2001: three years or more are a list; 2011-2012 - 2014-2015 are two ranges."""
    tokens, dash = parts.tokens, first.next
    closed = tokens.glued(dash) and tokens.glued(dash + 1)
    for joint, step in ((first.first - 1, -1), (second.next, 1)):
        year, further = joint + step, joint + 2 * step
        text = tokens.texts[year]
        chained = tokens.texts[joint] == "-" and tokens.joined(joint) and tokens.joined(joint + 1)
        if not chained or len(text) != YEAR_DIGITS or not text.isdecimal():
            continue
        closed_too = tokens.texts[further] == "-" and not tokens.gaps[further] + tokens.gaps[further + 1]
        if not (closed and closed_too and tokens.gaps[joint] and tokens.gaps[joint + 1]):
            return True
    return False


def _opener(parts: DateParts, first: Moment) -> str:
    """The word before a date: من تاريخ 1/1/2020, من صباح 6 شباط."""
    tokens, before = parts.tokens, first.first - 1
    opener = tokens.texts[before] if before >= parts.floor and tokens.joined(first.first) else ""
    if opener in PARTS_OF_DAYS | {"تاريخ", "يوم"} and tokens.joined(before):
        opener = tokens.texts[before - 1]
    return opener.removeprefix("و").removeprefix("ف")


def _years(parts: DateParts, first: Moment, second: Moment) -> Moment:
    """أعوام 2018 و2019 و2020: as far as one follows the other; 1958 و1962 stay two."""
    if first.year is None or second.year != first.year + 1:
        return first
    last = second
    while parts.tokens.texts[last.next] == "و" and parts.tokens.joined(last.next + 1):
        following = parts.second(last.next + 1, first)
        if following is None or last.year is None or following.year != last.year + 1:
            break
        last = following
    return _joined(first, last)


def _joined(first: Moment, second: Moment) -> Moment:
    start, end = (first.edtf or "").partition("/")[0], (second.edtf or "").rpartition("/")[2]
    if first.year is None and first.calendar == "gregorian" and second.year is not None:
        start = f"XXXX{start[4:]}"  # its year is the end's, not the reference's
    if end.startswith("XXXX-") and start[:4].isdecimal():
        end = start[:4] + end[4:]  # حتى 19 منه
    bare = first.year is None and second.year is None and first.calendar == "gregorian"
    if bare and end[:4].isdecimal() and end[:7] < start[:7]:
        start = f"XXXX{start[4:]}"  # of January and March without a year, both are before the reference
    if start.startswith("XXXX") and not end.startswith("XXXX") and end[4:5] == "-":
        year = int(end[:4])
        same = f"{year:04d}{start[4:]}"
        # from November to February 2018 began the year before
        start = same if same[:7] <= end[:7] else f"{year - 1:04d}{start[4:]}"
    edtf = f"{start}/{end}"
    if period_of(edtf) is None:
        return first
    return first._replace(edtf=edtf, next=second.next, year=second.year or first.year)


def _is_of_a_period(parts: DateParts, first: Moment, opener: str) -> bool:
    """(يوليو إلى سبتمبر 2025), الفترة: 14 حزيران إلى 15 تموز; not المقرر في 5 آذار إلى 7 نيسان."""
    told = opener == "خلال" or opener.removeprefix("ال") == "فتره"
    led = told or opener in {"(", ":", "-"} or not parts.tokens.joined(first.first)
    return led and first.month is not None and first.calendar == "gregorian"


def _is_opened(first: Moment, opener: str) -> bool:
    return first.year is not None or opener in {"من", "منذ"}


def _goes_on(parts: DateParts, first: Moment, second: Moment, joint: str) -> bool:
    """28 نيسان - 12 أيار 2015: whether a dash between two days, whose year may be told of the last alone, is "to"."""
    if joint == "-" and first.grain == "year":
        entry = second.month is not None and second.year is None  # 2011 - 15 آذار: مظاهرة
        return not entry and not _are_listed(parts, first, second)
    if joint != "-" or first.grain != "day":
        return True
    days = second.grain == "day" and second.month is not None and second.calendar == first.calendar
    one_story = first.year is None or (second.year is not None and second.year - first.year <= 1)  # no lifetime
    return days and one_story and first.edtf != second.edtf


@functools.lru_cache(maxsize=4096)
def period_of(edtf: str | None) -> Period | None:
    """A period as its EDTF says it; None for what is none."""
    if edtf is None:
        return None
    try:
        return Period(edtf)
    except PeriodError:
        return None
