"""Days that a text tells again: in full first, then by their month or their weekday alone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from raqqa_data.reading.mention import AnchorKind

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment
    from raqqa_data.reading.dates.in_force import DateInForce
    from raqqa_data.reading.dates.parts import DateParts
    from raqqa_data.reading.mention_draft import Anchored

_DAY, _WEEK = len("2022-10-20"), 7


def told_in_full(parts: DateParts, moment: Moment, in_force: DateInForce) -> tuple[Moment, Anchored] | None:
    """في 7 تموز 2019, and later منذ 7 تموز: likelier that day than the one of the year of publication.

    Args:
        parts: The reader of dates.
        moment: A date without its year.
        in_force: The dates stated before.
    """
    edtf = moment.edtf or ""
    bare = moment.year is None and moment.month is not None and moment.calendar == "gregorian"
    if not bare or moment.grain != "day" or len(edtf) != _DAY or parts.tokens.texts[moment.next] in {"من", "كل"}:
        return None
    before = in_force.days.get(edtf[4:])
    if before is None or before.day.isoformat() == edtf:
        return None
    found = moment._replace(edtf=before.day.isoformat(), other=edtf, year=before.day.year)
    return found, (AnchorKind.MENTION, before.stretch)


def weekday_told_before(parts: DateParts, moment: Moment, in_force: DateInForce) -> Moment:
    """أمس الأربعاء, and later حتى مساء الأربعاء: likelier that one than the next.

    Args:
        parts: The reader of dates.
        moment: A date.
        in_force: The dates stated before.
    """
    today, edtf, other = parts.today, moment.edtf or "", moment.other or ""
    if today is None or moment.month is not None or moment.grain != "day" or not len(edtf) == len(other) == _DAY:
        return moment
    told = [one for one in (edtf, other) if one[4:] in in_force.days and in_force.days[one[4:]].day.isoformat() == one]
    apart = abs((dt.date.fromisoformat(edtf) - dt.date.fromisoformat(other)).days)
    if len(told) != 1 or apart != _WEEK or told[0] > today.isoformat():
        return moment
    if told[0] == edtf:
        return moment._replace(other=None)
    texts, first = parts.tokens.texts, moment.first
    until = "حتي" in {text.removeprefix("و") for text in texts[first - 2 : first]}  # حتى مساء الأربعاء
    return moment._replace(edtf=other, other=edtf) if until else moment
