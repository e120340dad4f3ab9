"""The beginning, the middle or the end of what goes on from a date stated before: في منتصف الشهر التالي."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.reading.dates import spans_of_time

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment
    from raqqa_data.reading.dates.in_force import DateInForce, Stated
    from raqqa_data.reading.dates.parts import DateParts


def part_of_it(in_force: DateInForce, parts: DateParts, index: int) -> tuple[Moment, Stated] | None:
    """A part of the same or the next month or year.

    Args:
        in_force: The dates stated last.
        parts: The reader of dates.
        index: The token of the part.
    """
    tokens = parts.tokens
    calendar = tokens.words[index].calendar
    if calendar is None or calendar.entry != "part" or calendar.clitics.article or not tokens.joined(index + 1):
        return None
    found = in_force.near(parts, index + 1)
    if found is None or found[0].edtf is None or found[0].grain not in {"month", "year"}:
        return None
    whole, stated = found
    edtf = spans_of_time.part(whole.edtf or "", parts.words.parts[calendar.stem])
    start = tokens.starts[index] + calendar.clitics.skip
    return whole._replace(edtf=edtf, first=index, start=start, grain="span", month=None), stated
