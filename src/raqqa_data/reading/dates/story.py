"""A date without its year in a story of another year: it goes on in the year of the date in force."""

# ruff: noqa: PLR0911 - a grammar refuses early

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

from raqqa_data.reading.dates.headings import in_heading
from raqqa_data.reading.dates.in_force import Aside, in_one_sentence
from raqqa_data.reading.dates.same_period import names_same_period
from raqqa_data.reading.dates.windows import INTO
from raqqa_data.reading.mention import AnchorKind

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment
    from raqqa_data.reading.dates.headings import Heading
    from raqqa_data.reading.dates.in_force import DateInForce, Stated
    from raqqa_data.reading.dates.parts import DateParts
    from raqqa_data.reading.mention_draft import Anchored

_RECENT = 120  # days: news name such a day without its year
_HALF_YEAR = 183
_FAR = 200  # characters: what stands so far behind a year may well be told from publication
_CLAUSE, _SENTENCE = 9, 12  # tokens
_NEAR = 3
_STOPS = frozenset(".،؛:!؟)")
_OPEN = "XXXX"
_FEBRUARY, _SHORTEST_MONTH = 2, 28


def in_story(moment: Moment, stated: Stated, now: dt.date | None) -> Moment | None:
    """The date in the year of the one in force; None where that is the year it has.

    A story that has come to November goes on with May in the next year, and may go back. Where the day lies so near
    before publication, or ahead, that it may be told from there, that reading is told too; so it is where the day of
    publication is not known.

    Args:
        moment: A date in the year of publication, for want of its own.
        stated: The date in force.
        now: The day of publication.
    """
    first, _, last = (moment.edtf or "").partition("/")
    if not (first[:4].isdecimal() if now else first.startswith(_OPEN)) or (last and last[:4] != first[:4]):
        return None
    if now is not None and stated.day.year == int(first[:4]):
        return None
    year, other = stated.day.year, None
    if stated.grain != "year" and (stated.day - _day_in(year, first)).days > _HALF_YEAR:
        year, other = year + 1, _in(year, moment.edtf)
    if stated.grain == "year" or now is None or (now - _day_in(int(first[:4]), first)).days < _RECENT:
        other = moment.edtf
    return moment._replace(edtf=_in(year, moment.edtf), other=other, year=year)


def told_in_story(
    parts: DateParts, moment: Moment, in_force: DateInForce, line_end: int
) -> tuple[Moment, Anchored] | None:
    """في 10 أيار 2017, then في 6 حزيران: of that year, not of the year of publication; under a heading, of its year."""
    now, stated, heading = parts.today, in_force.story, in_force.heading
    if moment.year is not None or moment.calendar != "gregorian":
        return None
    if heading is not None and (heading.until == sys.maxsize or _goes_on_in(in_force, heading, line_end)):
        found = in_heading(parts, moment, heading)
        if found is not None:
            named = parts.names_weekday(found.first) and found.grain == "day"
            found = parts.held_against_weekday(found, found.first) if named else found
            return found, (AnchorKind.MENTION, heading.stretch)
    if stated is None or (now is None and parts.reference is not None):
        return None
    texts, at = parts.tokens.texts, moment.first
    year = moment.grain == "span" and texts[moment.next - 1] in {"العام", "السنه"}
    year = year and (moment.next == at + 2 or texts[moment.next - 2] in INTO)  # نهاية العام, النصف الأول من العام
    part = moment.grain == "span" and (year or parts.month_at(at + 1) is not None)  # حتى نهاية حزيران
    if not (part or moment.month is not None) or moment.other is not None or texts[at - 1].endswith("منذ"):
        return None
    found = in_story(moment, stated, now)
    if found is None:
        return None
    anchor: Anchored = (AnchorKind.MENTION, stated.stretch)
    if year and moment.next > at + 2 and moment.start - stated.stretch[1] > _FAR:
        found, anchor = moment._replace(other=found.edtf), (AnchorKind.REFERENCE, None)
    elif year:
        found = found._replace(other=moment.edtf)
    elif (
        found.other is None
        and (by := in_force.aside)
        and by.grain != "year"
        and in_one_sentence(parts, by, moment.start)
    ):
        found = found._replace(other=_in(by.day.year, moment.edtf))  # المعركة التي بدأت في ... وانتهت في
    return found, anchor


def _goes_on_in(in_force: DateInForce, heading: Heading, line_end: int) -> bool:
    """Whether a line that its year opens still tells of that year."""
    return heading.until == line_end and in_force.story is not None and in_force.story.day.year == heading.year


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


def aside(parts: DateParts, moment: Moment) -> Aside:
    """How a date is told by the way: منذ 2012, الرئيس الذي انتخب في 2012, (فرض عام 1963), كان قد زارها عام 2010."""
    tokens, context, first = parts.tokens, parts.lexicon.context, moment.first
    texts = tokens.texts
    if texts[first - 1].endswith("منذ") or texts[first - 2].endswith("منذ"):
        return Aside.SINCE
    if names_same_period(parts, first):
        return Aside.COMPARED
    year = moment.grain in {"year", "span"}
    for at in range(first - 1, max(0, first - _CLAUSE), -1):
        text = texts[at]
        if not tokens.joined(at + 1) or text in _STOPS:
            break
        near = first - at <= _NEAR
        if text == "(" or text in context["relatives"]:
            return Aside.ENCLOSED
        if year and text in context["comparing"]:
            return Aside.COMPARED
        if text == "قد" and texts[at - 1].removeprefix("و") in context["pluperfect"]:
            return Aside.ENCLOSED
        if text in {"سبق", "وسبق"} or (year and near and text in context["aside_participles"]):
            return Aside.ENCLOSED
    named = year and texts[first - 1].removeprefix("و").removeprefix("ب") in context["events_by_years"]
    return Aside.ENCLOSED if named else Aside.NONE


def _in(year: int, edtf: str | None) -> str:
    return "/".join(f"{year:04d}{side[4:]}" for side in (edtf or "").split("/"))


def _day_in(year: int, edtf: str) -> dt.date:
    """The first day of a month or a day, in some year: of February 29 the one before."""
    month, day = int(edtf[5:7] or 1), int(edtf[8:10] or 1)
    return dt.date(year, month, min(day, _SHORTEST_MONTH) if month == _FEBRUARY else day)
