"""A story of long ago: its weekdays, its «من الغد» and its months without a year are not told from publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.reading.dates.context import YEAR_DIGITS
from raqqa_data.reading.dates.equated import tells_its_hijri_year

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment
    from raqqa_data.reading.dates.parts import DateParts

_LATEST = 1500
_THIS = frozenset({"هذه", "هذا"})


def is_of_old(parts: DateParts, moment: Moment) -> bool:
    """Whether a line that has told this date tells of long ago; a date without its year leaves it as it is."""
    if moment.calendar == "hijri":
        if moment.edtf is not None and not tells_its_hijri_year(parts, moment):
            return parts.of_old
        told = parts.tokens.texts[moment.first : moment.next]
        late = any(len(text) == YEAR_DIGITS and text.isdecimal() for text in told)
        return moment.edtf is None and not late
    return parts.of_old if moment.year is None else moment.year < _LATEST


def without_publication(parts: DateParts, moment: Moment, *, pointed: bool) -> Moment:
    """توفي سنة 829 هـ ودفن يوم الأربعاء: a day that nothing tells.

    Args:
        parts: The reader of dates.
        moment: A date in such a line.
        pointed: Whether it is told from the day of publication.
    """
    texts, first = parts.tokens.texts, moment.first
    if moment.calendar == "hijri":
        untold = moment.edtf is not None and not tells_its_hijri_year(parts, moment)
    elif not pointed or parts.is_said_when(moment):
        untold = False
    else:
        weekday = parts.names_weekday(moment.next - 1) and moment.grain == "day"
        next_day = texts[moment.next - 1] == "الغد" and texts[first - 1].removeprefix("و") == "من"
        untold = weekday or next_day or (texts[first].removeprefix("و") in _THIS and moment.grain == "year")
    return moment._replace(edtf=None, other=None) if untold else moment
