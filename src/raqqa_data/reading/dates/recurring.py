"""Days that come again each year: 21 آذار من كل عام is of no year, مثل هذا اليوم of the one that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.reading.dates import spans_of_time

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment
    from raqqa_data.reading.dates.date import DateReader
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


def day_such_as_this(dates: DateReader, index: int) -> Moment | None:
    """في مثل هذا اليوم من عام 2013, في مثل هذا اليوم قبل عشر سنوات; without a year it is a day of each.

    Args:
        dates: The reader of dates.
        index: The token of هذا.
    """
    parts, tokens, after = dates.parts, dates.parts.tokens, index + 2
    if tokens.texts[index - 1] != "مثل" or tokens.texts[index + 1] != "اليوم" or parts.today is None:
        return None
    ago = dates.counted.distance(after) if tokens.texts[after] == "قبل" and tokens.joined(after) else None
    named = parts.year_behind(after)
    if ago is not None and ago.edtf is not None and ago.grain == "year":
        year, after = int(ago.edtf), ago.next
    elif named is not None and named.number is not None:
        year, after = named.number, named.next
    else:
        return None
    edtf = spans_of_time.month(year, parts.today.month, parts.today.day)
    return parts.moment(edtf, index, after, "day", year)
