"""A date without its year in a story of another year: it goes on in the year of the date in force."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from raqqa_data.reading.mention import AnchorKind

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment
    from raqqa_data.reading.dates.in_force import DateInForce, Stated
    from raqqa_data.reading.dates.parts import DateParts
    from raqqa_data.reading.drafts import Anchored
    from raqqa_data.reading.text.tokens import Tokens

_RECENT = 120  # days: news name such a day without its year
_HALF_YEAR = 183
_WHICH = frozenset({"الذي", "التي", "الذين", "والتي", "والذي"})
_CLAUSE, _SENTENCE = 5, 12  # tokens
_FEBRUARY, _SHORTEST_MONTH = 2, 28


def in_story(moment: Moment, stated: Stated, now: dt.date) -> Moment | None:
    """The date in the year of the one in force; None where that is the year it has.

    A story that has come to November goes on with May in the next year, and may go back. Where the day lies so near
    before publication, or ahead, that it may be told from there, that reading is told too.

    Args:
        moment: A date in the year of publication, for want of its own.
        stated: The date in force.
        now: The day of publication.
    """
    first, _, last = (moment.edtf or "").partition("/")
    if not first[:4].isdecimal() or (last and last[:4] != first[:4]) or stated.day.year == int(first[:4]):
        return None
    year, other = stated.day.year, None
    if stated.grain != "year" and (stated.day - _day_in(year, first)).days > _HALF_YEAR:
        year, other = year + 1, _in(year, moment.edtf)
    if stated.grain == "year" or (now - _day_in(int(first[:4]), first)).days < _RECENT:
        other = moment.edtf
    return moment._replace(edtf=_in(year, moment.edtf), other=other, year=year)


def before_story(in_force: DateInForce, parts: DateParts, moment: Moment) -> tuple[Moment, Anchored] | None:
    """وكان قد تزوج قبل عامين: before what the story tells, and maybe before publication; the other is told too."""
    texts, first, now = parts.tokens.texts, moment.first, parts.today
    if now is None or in_force.story is None or texts[first] not in {"قبل", "وقبل"}:
        return None
    told = any(texts[at] == "قد" and "كان" in texts[at - 1] for at in range(max(1, first - _SENTENCE), first))
    found = in_force.away(parts, first, said=False) if told else None
    if found is None or (now - found[1].day).days < _RECENT:
        return None
    return moment._replace(edtf=found[0].edtf, other=moment.edtf), (AnchorKind.MENTION, found[1].stretch)


def is_aside(tokens: Tokens, moment: Moment) -> bool:
    """منذ 2012, الرئيس الذي انتخب في 2012: told by the way, in a clause of its own."""
    first, texts = moment.first, tokens.texts
    if texts[first - 1].endswith("منذ") or texts[first - 2].endswith("منذ"):
        return True
    return moment.grain == "year" and not _WHICH.isdisjoint(texts[max(0, first - _CLAUSE) : first])


def _in(year: int, edtf: str | None) -> str:
    return "/".join(f"{year:04d}{side[4:]}" for side in (edtf or "").split("/"))


def _day_in(year: int, edtf: str) -> dt.date:
    """The first day of a month or a day, in some year: of February 29 the one before."""
    month, day = int(edtf[5:7] or 1), int(edtf[8:10] or 1)
    return dt.date(year, month, min(day, _SHORTEST_MONTH) if month == _FEBRUARY else day)
