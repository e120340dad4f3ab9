"""How long a period or a span of time is, and whether one period is one of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raqqa_data.reading.mention import Mention
    from raqqa_data.records.period import Period

_DAY = 10  # characters of a day
_SHORT = 12  # hours


def is_day_or_night(period: Period) -> bool:
    """Whether a period is a day, or the night from one to the next.

    Example:
        >>> from raqqa_data.records.period import Period
        >>> is_day_or_night(Period("2024-03-05/2024-03-06")), is_day_or_night(Period("2024-03"))
        (True, False)
    """
    return len(period.edtf) == _DAY or (len(period.edtf) == 2 * _DAY + 1 and days_of(period) == 1)


def days_of(period: Period) -> int:
    """How many days lie between its first and its last; none where one of them is open.

    Example:
        >>> from raqqa_data.records.period import Period
        >>> days_of(Period("2024-03")), days_of(Period("../2024-03"))
        (30, 0)
    """
    earliest, latest = period.earliest, period.latest
    return 0 if earliest is None or latest is None else (latest - earliest).days


def is_within(period: Period, other: Period) -> bool:
    """Whether a period is one of another, or that itself.

    Example:
        >>> from raqqa_data.records.period import Period
        >>> is_within(Period("2024-03-05"), Period("2024-03")), is_within(Period("2024"), Period("2024-03"))
        (True, False)
    """
    if period.earliest is None or period.latest is None or other.earliest is None or other.latest is None:
        return period == other
    return other.earliest <= period.earliest and period.latest <= other.latest


def is_short(span: Mention) -> bool:
    """Whether how long something took leaves it on its day: في أقل من ساعة.

    Example:
        >>> from raqqa_data.reading import read
        >>> [is_short(span) for span in read("استمر القصف ثلاث ساعات بعد هدوء دام ثلاثة أيام")]
        [True, False]
    """
    return span.unit == "minute" or (span.unit == "hour" and span.value is not None and span.value <= _SHORT)
