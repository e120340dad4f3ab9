"""Seasons, and years that are not the calendar's: الخريف المقبل, العام الدراسي الماضي, هذا الموسم."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.reading.dates import spans_of_time
from raqqa_data.reading.dates.context import YEAR_DIGITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raqqa_data.reading.dates.context import DateContext, Moment
    from raqqa_data.reading.dates.parts import DateParts

GRAIN = "own year"
_THIS = frozenset({"هذا", "هذه"})
_YEARS = frozenset({"العام", "السنه"})
_FISCAL = frozenset({"المالي", "الماليه"})
_SCHOOL = frozenset({"الدراسي", "الدراسيه", "الجامعي", "الجامعيه", "الاكاديمي", "الاكاديميه"})
_CAMPAIGN = "الموسم"
_JULY, _AUGUST = 7, 8
"""The months in which a fiscal year that is not the calendar's, and a school year or a season of matches, begin."""
_FIRST_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
_MONTHS, _LONG = 12, 3
_NEAR = 3


def year_of_its_own(parts: DateParts, index: int) -> Moment | None:
    """العام المالي الماضي, هذا الموسم: which months it has the text does not tell, so the calendar's year is told too.

    Args:
        parts: The reader of dates.
        index: The token.
    """
    tokens, texts = parts.tokens, parts.tokens.texts
    word = tokens.words[index].calendar
    this = word is not None and word.entry == "this" and word.stem in _THIS
    noun = index + this
    if this and not tokens.joined(noun):
        return None
    kind = texts[noun + 1] if tokens.joined(noun + 1) else ""
    stem = texts[noun] if word is None or this else texts[noun][word.clitics.skip :]
    if stem in _YEARS and kind in _FISCAL | _SCHOOL:
        after, fiscal = noun + 2, kind in _FISCAL
    elif stem == _CAMPAIGN:
        described = kind.startswith("ال") and kind not in parts.words.shifts and kind not in {"الي", "الا"}
        after, fiscal = noun + 1 + described, False
    else:
        return None
    shift = (0, after) if this else parts.shift_behind(after)
    if shift is None or (
        tokens.joined(shift[1]) and len(texts[shift[1]]) == YEAR_DIGITS and texts[shift[1]].isdecimal()
    ):
        return None  # هذا الموسم 2023/2024
    if not this and not _THIS.isdisjoint(texts[after : shift[1]]):
        return None  # الموسم السياحي هذه الصائفة
    start = tokens.starts[index] + (0 if word is None else word.clitics.skip)
    found = parts.moment(None, index, shift[1], GRAIN, start=start)
    if parts.this_year is None or parts.this_month is None:
        return found
    # between two seasons the last one has just ended, and the next one is near
    begins = _JULY if fiscal else _AUGUST + (shift[0] if shift[0] > 0 else 2 * shift[0])
    begun = parts.this_month >= begins
    first, year = parts.this_year + shift[0] - (not begun), spans_of_time.year(parts.this_year + shift[0])
    split = f"{first:04d}/{first + 1:04d}"
    whole = fiscal or (not shift[0] and kind not in _SCHOOL)  # this season is likelier of this year's crops
    return found._replace(edtf=year, other=split) if whole else found._replace(edtf=split, other=year)


def season(parts: DateParts, index: int) -> Moment | None:
    """الخريف المقبل, هذا الصيف: a winter is of the year in which it begins.

    Args:
        parts: The reader of dates.
        index: The token.
    """
    tokens = parts.tokens
    opener = tokens.words[index].calendar
    this = opener is not None and opener.entry == "this" and opener.stem in _THIS
    noun = index + this
    word = tokens.words[noun].calendar
    told = word is not None and word.stem in parts.words.seasons and word.clitics.article
    if word is None or opener is None or not told or (this and not tokens.joined(noun)):
        return None
    shift = (0, noun + 1) if this else parts.shift_behind(noun + 1)
    if shift is None or abs(shift[0]) > 1:
        return None
    start = tokens.starts[index] + opener.clitics.skip
    found = parts.moment(None, index, shift[1], "season", start=start)
    if parts.this_year is None or parts.this_month is None:
        return found
    number = parts.words.seasons[word.stem]
    now = parts.this_year * _MONTHS + parts.this_month - 1
    begins = [
        (year, year * _MONTHS + _FIRST_MONTHS[number] - 1) for year in range(parts.this_year - 2, parts.this_year + 2)
    ]
    if shift[0] < 0:
        year = max(year for year, begin in begins if begin + _LONG <= now)
    elif shift[0] > 0:
        year = min(year for year, begin in begins if begin > now)
    else:
        year = next((year for year, begin in begins if begin <= now < begin + _LONG), parts.this_year)
    return found._replace(edtf=f"{year:04d}-{number}")


def turned_years(parts: DateContext, index: int, digits: Sequence[str], after: int) -> Moment | None:
    """العام المالي 2024/2023: the order of display shows the second year first.

    Args:
        parts: The reader of dates.
        index: The token of the first year.
        digits: Both years.
        after: The token after them.
    """
    if len(digits) != len(("2024", "2023")) or any(len(text) != YEAR_DIGITS or not text.isdecimal() for text in digits):
        return None
    second, first = map(int, digits)
    split = parts.lexicon.context["split_years"]
    before = (text[text[:1] in "وبل" :] for text in parts.tokens.texts[max(0, index - _NEAR) : index])
    if second != first + 1 or split.isdisjoint(before):
        return None
    return parts.moment(f"{first:04d}/{second:04d}", index, after, "span", second)
