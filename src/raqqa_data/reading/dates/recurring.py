"""Days that come again each year: 21 آذار من كل عام is of no year."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment
    from raqqa_data.reading.dates.parts import DateParts

_EACH = (("من", "كل", "عام"), ("من", "كل", "سنه"), ("كل", "عام"), ("كل", "سنه"), ("في", "كل", "عام"), ("سنويا",))
_MONTH, _DAY = len("2022-10"), len("2022-10-20")


def of_each_year(parts: DateParts, moment: Moment) -> Moment:
    """The day, or the month, of any year, where كل عام stands behind it.

    Args:
        parts: The reader of dates.
        moment: The date found.
    """
    edtf = moment.edtf or ""
    part = moment.grain == "span" and parts.month_at(moment.first + 1) is not None  # نهاية حزيران من كل عام
    bare = moment.year is None and (moment.month is not None or part) and moment.calendar == "gregorian"
    if not bare or len(edtf.removesuffix("~")) not in {_MONTH, _DAY} or "/" in edtf:
        return moment
    if not any(parts.tokens.follows(moment.next, words) for words in _EACH):
        return moment
    return moment._replace(edtf=f"XXXX{edtf[4:]}", other=None)
