"""Headings of a chronicle: a line that is a year or a month, which its entries («15 آذار: ...») leave out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.reading.dates import spans_of_time
from raqqa_data.reading.dates.bare_years import LIKELY_FIRST, LIKELY_LAST
from raqqa_data.reading.dates.context import EARLIEST_WRITTEN, YEAR_DIGITS

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment
    from raqqa_data.reading.dates.in_force import DateInForce
    from raqqa_data.reading.dates.parts import DateParts
    from raqqa_data.reading.mention_draft import Stretch
    from raqqa_data.reading.text.tokens import Tokens

_MOST_BESIDE = 7  # tokens of a heading beside its date
_MOST_BEFORE = 6  # tokens before what an entry begins with, and itself
_FAR_ENTRY = 400  # tokens from one numbered entry to the next
_OPENING = frozenset({":", "-", "|", "/"})
_BULLETS = frozenset({"-", "•", "*", "–", "·", "▪", "●"})
_BEHIND_DAYS = frozenset({":", "-", "/", ")", "."})
_YEAR, _MONTH, _SHORT = 4, 7, 2
_LEAST_DIGITS = 3
_MOST_DAYS = 31


class Heading(NamedTuple):
    """A year, or a month with its year, that the lines below are told by.

    Attributes:
        year: The year.
        month: The month, where it names one.
        stretch: Where it stands in the folded text.
        until: Offset at which it is in force no more: the line's end for a year that only opens its line.
        inline: Whether its entries stand behind it on its line, a dash before each.
    """

    year: int
    month: int | None
    stretch: Stretch
    until: int = sys.maxsize
    inline: bool = False


def head(parts: DateParts, in_force: DateInForce, moment: Moment, line_end: int) -> None:
    """A heading is in force until the next one, or until an entry names another year."""
    heading, now = _heading_of(parts, moment, line_end), in_force.heading
    if heading is not None and (now is None or heading.until > line_end or now.until == line_end):
        in_force.head(heading)
    elif now is not None and moment.year not in {None, now.year} and is_entry(parts, moment.first):
        in_force.head(None)


def leave_line(in_force: DateInForce, line_end: int) -> None:
    """A year that opened the line before is no heading of this one."""
    if in_force.heading is not None and in_force.heading.until < line_end:
        in_force.head(None)


def heading_at(parts: DateParts, in_force: DateInForce, index: int) -> Moment | None:
    """The year at a token that is a heading, or the day below the heading of a month."""
    if _heads_entries(parts, index):
        year = int(parts.tokens.texts[index])
        return parts.moment(f"{year:04d}", index, index + 1, "year", year)
    if parts.tokens.joined(index) and not is_entry(parts, index):
        return None
    found = _bare_heading(parts, index)
    if found is not None or in_force.heading is None or in_force.heading.month is None:
        return found
    day = _numbered_day(parts, index, in_force.heading)
    if day is not None and in_force.lists is None:
        in_force.lists = _numbers_a_list(parts, index)
    return None if in_force.lists else day


def _heading_of(parts: DateParts, moment: Moment, line_end: int) -> Heading | None:
    """The heading that a date is: the whole of its line, or what opens its line, as in 2011: في 15 آذار."""
    edtf = moment.edtf or ""
    if moment.calendar != "gregorian" or moment.other is not None or not edtf.replace("-", "").isdecimal():
        return None
    if moment.grain not in {"year", "month"} or len(edtf) not in {_YEAR, _MONTH} or moment.year is None:
        return None
    tokens = parts.tokens
    stretch = (moment.start, tokens.end(moment.next - 1))
    if _heads_entries(parts, moment.next - 1):
        return Heading(moment.year, None, stretch, line_end, inline=True)
    if not _begins_line(parts, moment.first):
        return None
    month = int(edtf[_YEAR + 1 :]) if len(edtf) == _MONTH else None
    if _ends_line(parts, moment.next):
        return Heading(moment.year, month, stretch)
    opens = tokens.texts[moment.next] in _OPENING and tokens.joined(moment.next)
    return Heading(moment.year, month, stretch, line_end) if opens else None


def _heads_entries(parts: DateParts, index: int) -> bool:
    """النزاع: 2011 - 15 آذار: مظاهرة - 23 آذار: اعتقال: a year over entries of its own line."""
    tokens = parts.tokens
    text, dash = tokens.texts[index], index + 1
    if tokens.texts[dash] not in _BULLETS or not tokens.gaps[dash] or not tokens.joined(dash + 1):
        return False
    if len(text) != YEAR_DIGITS or not text.isdecimal() or not LIKELY_FIRST <= int(text) <= LIKELY_LAST:
        return False
    return _is_entry_in_line(parts, dash + 1)


def _is_entry_in_line(parts: DateParts, index: int) -> bool:
    """- 15 آذار: a dash before a day or some, a month and a colon behind it."""
    tokens = parts.tokens
    day = parts.day(index)
    if day is None or tokens.texts[index - 1] not in _BULLETS:
        return False
    month = parts.month_behind(parts.last_day(index, *day[:2])[1])
    return month is not None and month[0] is not None and tokens.texts[month[1]] == ":"


def _bare_heading(parts: DateParts, index: int) -> Moment | None:
    """2011 as the whole of a line over entries, or before a colon or a dash at its line's head."""
    tokens = parts.tokens
    text = tokens.texts[index]
    if not _LEAST_DIGITS <= len(text) <= YEAR_DIGITS or not text.isdecimal() or not _begins_line(parts, index):
        return None
    edtf = f"{int(text):04d}"
    year, opens = int(text), tokens.texts[index + 1] in _OPENING and tokens.joined(index + 1)
    if opens and not _ends_line(parts, index + 1):
        return parts.moment(edtf, index, index + 1, "year", year) if _opens_entry(parts, index, year) else None
    if not EARLIEST_WRITTEN <= year <= LIKELY_LAST or not _ends_line(parts, index + 1):
        return None
    at = _next_line(tokens, index)
    entry = at is not None and (_entry(parts, at) or (opens and year >= LIKELY_FIRST and tokens.texts[at].isalpha()))
    return parts.moment(edtf, index, index + 1, "year", year) if entry else None


def _opens_entry(parts: DateParts, index: int, year: int) -> bool:
    """1948 - إعلان, 1571 - حريق: likely years, and others where the line before or behind begins with one too."""
    tokens, words, lexicon = parts.tokens, index + 2, parts.lexicon
    word = tokens.texts[words]
    if not word.isalpha() or not tokens.joined(words) or year > LIKELY_LAST or word in lexicon.counted:
        return False
    if lexicon.units.match(tokens, words) is not None or word in lexicon.context["begin_reports"]:
        return False
    near = [_number_at_head(tokens, index, step) for step in (1, -1)]
    if year < LIKELY_FIRST and not {year - 1, year + 1}.isdisjoint(near):
        return False  # 1571 - and 1572 - are the entries of a list
    parted = tokens.texts[index + 1] in {"-", "/"} or year >= LIKELY_FIRST
    if parted and year >= EARLIEST_WRITTEN and year % 100 and not parts.counted(words, worded=False):
        return True
    return any(number is not None and abs(number - year) > 1 and (number % 50 or year % 50) for number in near)


def _number_at_head(tokens: Tokens, index: int, step: int) -> int | None:
    """The number that may be a year and begins the next line, or the one before, with the same sign behind it."""
    texts = tokens.texts
    for at in range(index + min(step, 0), max(0, min(len(texts) - 1, index + step * _FAR_ENTRY)), step):
        if tokens.joined(at) or texts[at][:1] == "\n" or at == index:
            continue
        text = texts[at]
        if not text.isdecimal() or not _LEAST_DIGITS <= len(text) <= YEAR_DIGITS or texts[at + 1] != texts[index + 1]:
            return None
        return int(text) if int(text) <= LIKELY_LAST else None
    return None


def _numbers_a_list(parts: DateParts, index: int) -> bool:
    """Whether the first numbered line below a heading begins a list, with 1 and 2 or alone; days leave some out."""
    return _day_at(parts, index) == 1 and _next_day(parts, index) in {2, None}


def _numbered_day(parts: DateParts, index: int, heading: Heading) -> Moment | None:
    """3 - عقد اجتماع under شباط 2011: a day of that month."""
    number = _day_at(parts, index)
    edtf = None if number is None or heading.month is None else spans_of_time.month(heading.year, heading.month, number)
    if edtf is None:
        return None
    return parts.moment(edtf, index, index + 1, "day", heading.year, heading.month)


def in_heading(parts: DateParts, moment: Moment, heading: Heading) -> Moment | None:
    """An entry's date with the year of its heading; None where it is no entry, or has its year already."""
    if moment.year is not None or moment.calendar != "gregorian":
        return None
    if moment.month is None:
        return _day_in_heading(parts, moment, heading)
    if heading.until == sys.maxsize and not is_entry(parts, moment.first):
        return None
    if heading.inline and not _is_entry_in_line(parts, moment.first):
        return None
    sides = (moment.edtf or "").split("/")
    if any(len(side) < _MONTH or side[_YEAR] != "-" for side in sides):
        return None
    year = heading.year
    told = [f"{year + (side[_YEAR:] < sides[0][_YEAR:]):04d}{side[_YEAR:]}" for side in sides]
    return moment._replace(edtf="/".join(told), year=year, other=None)


def _day_in_heading(parts: DateParts, moment: Moment, heading: Heading) -> Moment | None:
    """يوم 15 under شباط 2011."""
    number = parts.tokens.texts[moment.next - 1]
    if moment.grain != "day" or heading.month is None or not number.isdecimal() or not is_entry(parts, moment.first):
        return None
    edtf = spans_of_time.month(heading.year, heading.month, int(number))
    return None if edtf is None else moment._replace(edtf=edtf, year=heading.year, month=heading.month, other=None)


def is_entry(parts: DateParts, index: int) -> bool:
    """Whether only signs, a weekday and words such as في stand before a token on its line."""
    return _stands_first(parts, index, "before_entries", _MOST_BEFORE, weekdays=True)


def _begins_line(parts: DateParts, index: int) -> bool:
    """Whether only signs and words of headings stand before a token on its line."""
    return _stands_first(parts, index, "headings", _MOST_BESIDE)


def _stands_first(parts: DateParts, index: int, key: str, most: int, *, weekdays: bool = False) -> bool:
    """Whether only signs, words of a list, and weekdays if they may, stand before a token on its line."""
    tokens, words = parts.tokens, parts.lexicon.context[key]
    for at in range(index, index - most, -1):
        if not tokens.joined(at):
            return True
        text = tokens.texts[at - 1]
        if text.isalnum() and text not in words and not (weekdays and parts.names_weekday(at - 1)):
            return False
    return False


def _ends_line(parts: DateParts, index: int) -> bool:
    """Whether only signs and words of headings stand from a token on to its line's end."""
    tokens, words = parts.tokens, parts.lexicon.context["headings"]
    for at in range(index, index + _MOST_BESIDE):
        text = tokens.texts[at] if at < len(tokens.texts) else ""
        if not text or text[0] == "\n" or not tokens.joined(at):
            return True
        if text.isalnum() and text not in words:
            return False
    return False


def _next_line(tokens: Tokens, index: int) -> int | None:
    """The first token of the next line that is not empty."""
    for at in range(index + 1, min(len(tokens.texts), index + _MOST_BESIDE + _SHORT)):
        if tokens.texts[at][:1] == "\n":
            return at + 1
    return None


def _entry(parts: DateParts, index: int) -> bool:
    """Whether a day or a month begins the line at a token, behind nothing but signs, a weekday, في."""
    tokens, words = parts.tokens, parts.lexicon.context["before_entries"]
    for at in range(index, index + _MOST_BEFORE - 1):
        text = tokens.texts[at] if at < len(tokens.texts) else ""
        if not text or (at > index and not tokens.joined(at)):
            return False
        if _is_day_or_month(parts, at):
            return True
        if text.isalnum() and text not in words and not parts.names_weekday(at):
            return False
    return False


def _is_day_or_month(parts: DateParts, index: int) -> bool:
    tokens = parts.tokens
    if tokens.words[index].calendar is not None and parts.month_at(index) is not None:
        return True
    day = parts.day(index)
    return day is not None and tokens.joined(day[1]) and parts.month_behind(day[1]) is not None


def _day_at(parts: DateParts, index: int) -> int | None:
    """At a line's head a number of a day at a token, and a colon, a dash or the like and words behind it."""
    tokens = parts.tokens
    text = tokens.texts[index]
    heads = not tokens.joined(index) or (tokens.texts[index - 1] in _BULLETS and not tokens.joined(index - 1))
    if not heads or len(text) > _SHORT or not text.isdecimal() or not 1 <= int(text) <= _MOST_DAYS:
        return None
    parted = tokens.texts[index + 1] in _BEHIND_DAYS and tokens.joined(index + 1) and tokens.joined(index + 2)
    return int(text) if parted and tokens.texts[index + 2].isalpha() else None


def _next_day(parts: DateParts, index: int) -> int | None:
    """The number that begins the next line that one begins."""
    texts = parts.tokens.texts
    for at in range(index + 1, min(len(texts) - _SHORT - 1, index + _FAR_ENTRY)):
        head = at + 1 + (texts[at + 1] in _BULLETS)
        if texts[at][:1] == "\n" and texts[head].isdecimal():
            return _day_at(parts, head)
    return None
