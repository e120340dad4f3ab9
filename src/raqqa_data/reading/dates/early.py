"""Years of long ago that no mark tells the calendar of: سنة 654 may be of the Hijra, and has no Gregorian year then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.reading.dates.context import EARLIEST_WRITTEN

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment
    from raqqa_data.reading.dates.in_force import DateInForce
    from raqqa_data.reading.dates.parts import DateParts
    from raqqa_data.reading.drafts import Draft

_LAST_UNTABLED = 1342  # the tables of Umm al-Qura begin a year later
_NEAR = 150  # years


def of_either_calendar(parts: DateParts, in_force: DateInForce, moment: Moment, draft: Draft) -> Draft:
    """The date, with its Hijri reading told too where its year is early; that one first where the text dates so.

    Args:
        parts: The reader of dates.
        in_force: The dates stated last.
        moment: The date found.
        draft: The mention that it makes.
    """
    if moment.calendar == "hijri":
        in_force.lunar = in_force.lunar or moment.other is None
        return draft
    year, last = moment.year, moment.next - 1
    if moment.grain != "year" or year is None or moment.other is not None or len(moment.edtf or "") != len("0654"):
        return draft
    bracketed = parts.tokens.texts[moment.first - 1] in {"(", "/"}  # 15 هـ (636)
    marked = parts.mark(last) is not None or parts.mark(moment.next) is not None
    if bracketed or marked:
        in_force.solar = year  # 654 م
        return draft
    near = in_force.solar is not None and abs(in_force.solar - year) <= _NEAR
    if near or year > (_LAST_UNTABLED if in_force.lunar else EARLIEST_WRITTEN - 1):
        return draft
    lunar = draft._replace(period=None, calendar="hijri")
    return lunar._replace(instead=draft) if in_force.lunar else draft._replace(instead=lunar)
