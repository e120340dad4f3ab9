"""The periods that the dates of a text tell with the words around them: since, until, between, the night to."""

# ruff: noqa: PLR0911 - what rules a date out is told early

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.building.proposals.when.dates_of_others import (
    is_begun,
    is_carried,
    is_compared_at,
    is_far_behind,
    is_of_other,
    is_reported_on,
    is_same_time,
    is_told_of,
    is_unclear,
)
from raqqa_data.building.proposals.when.meant_readings import begin_of, end_of, is_to_come, meant, nearest, told_to_come
from raqqa_data.building.proposals.when.year_before import in_year, is_same_period, is_within_year, year_of_same
from raqqa_data.building.proposals.words.affixes import stems
from raqqa_data.building.proposals.words.place_words import kind_word
from raqqa_data.building.proposals.words.vocabulary import word_lists
from raqqa_data.errors import PeriodError
from raqqa_data.reading.mention import Kind, Span
from raqqa_data.reading.text.folding import fold_word
from raqqa_data.records.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.reading.mention import Mention

_WORDS = "when.toml"
_MONTH = 7  # characters of a year and a month
_DAY = 10  # characters of a day
_EARLIEST, _LATEST = "1500", "2200"
_BEFORE_DAY = 3  # words: from, a day, to
_YEAR = 4  # digits of a year
_JOINED = 2  # words between the two dates of a span
_HOURS = 24  # of a day


class Stated(NamedTuple):
    """A date in a text, and the period that it tells with the words before it."""

    first: int
    last: int
    date: Mention
    period: Period
    is_end: bool = False
    goes_on: bool = False
    about: bool = False
    """Whether it is about when: of an event, of no figure."""
    compared: bool = False
    """Whether it is the same time of another year, or another one with which something is compared."""


def stated_in(passage: Passage, published: Period | None) -> Iterator[Stated]:
    """The dates of a text that may be those of figures, in order.

    Args:
        passage: The text.
        published: When it was published.
    """
    dates = [(date, *passage.words_of(date)) for date in passage.dates]
    joined = False
    carried: list[Span] = []
    told: Stated | None = None  # the last one
    since: Stated | None = None  # the last one that goes on
    for position, (date, first, last) in enumerate(dates):
        if joined:
            joined = False
            continue
        after = dates[position + 1] if position + 1 < len(dates) else None
        found = None
        if after is not None and is_same_time(passage, last, after[1]):
            continue
        if after is not None and (span := _span(passage, (date, first, last), after, published)) is not None:
            joined = True
            found = Stated(first, after[2], date, span, goes_on=_is_since(passage, first))
        elif date.anchor is not None and date.anchor.span is not None and _is_in(date.anchor.span, carried):
            # the day after one of which the year is not sure
            carried.append(Span(date.start, date.end, date.text))
        elif (days := _from_day(passage, date, first)) is not None or (
            days := _effective(passage, date, first, published)
        ) is not None:
            found = Stated(first, last, date, days)
        elif (before := _same_of_year(passage, date, (first, last), told)) is not None:
            yield before
        elif (found := _stated(passage, published, date, first, last)) is None and is_carried(
            passage, date, published, first
        ):
            carried.append(Span(date.start, date.end, date.text))
        if found is not None:
            found = _same_as_told(passage, found, told)
            if found.goes_on:
                since = found
            elif found.is_end and since is not None and _is_behind(passage, since, first, told):
                found = _from_since(found, since)
            told = told if found.compared else found
            yield found


def _same_as_told(passage: Passage, found: Stated, told: Stated | None) -> Stated:
    """في نوفمبر 312، مقارنة بأكتوبر، وفي الشهر ذاته: "the same" is the one told, not what it is compared with."""
    anchor = None if found.date.anchor is None else found.date.anchor.span
    same = {passage.words[found.last], passage.word_behind(found.last)} & word_lists(_WORDS)["the_same"]
    if told is None or anchor is None or not same:
        return found
    at = passage.at(anchor.start)
    if not (told.first < at and is_compared_at(passage, at)):
        return found
    if len(told.period.edtf) == len(found.period.edtf):
        return found._replace(period=told.period)
    in_month = len(told.period.edtf) == _MONTH and len(found.period.edtf) == _DAY  # يوم 12 من الشهر ذاته
    day = _period(f"{told.period.edtf}{found.period.edtf[_MONTH:]}") if in_month else None
    return found if day is None else found._replace(period=day)


def _is_behind(passage: Passage, since: Stated, first: int, told: Stated | None) -> bool:
    """بدأت منذ منتصف نيسان. ووزعت حتى أمس 300: whether an end stands near its beginning."""
    sentences = passage.sentence[first] - passage.sentence[since.first]
    next_one = sentences == 1 and told is since and passage.paragraph[first] == passage.paragraph[since.first]
    return sentences == 0 or next_one


def _from_since(found: Stated, since: Stated) -> Stated:
    """بدأت العمل منذ منتصف تشرين الأول واستقبلت حتى أمس: until a day, from the day on that the sentence tells."""
    period = _period(f"{begin_of(since.period)}/{end_of(found.period)}")
    return found if period is None else found._replace(period=period)


def _same_of_year(passage: Passage, date: Mention, words: tuple[int, int], told: Stated | None) -> Stated | None:
    """مقابل 710 آلاف في المدة ذاتها من السنة الماضية: the time that was told last, a year or more before."""
    first, last = words
    if told is None or date.period is None or passage.paragraph[told.first] != passage.paragraph[first]:
        return None
    year = year_of_same(date.period) if is_same_period(passage, first) else date.period
    period = in_year(told.period, year) if is_within_year(passage, first) else None
    return None if period is None else Stated(first, last, date, period, compared=True)


def lately_in(passage: Passage, published: Period | None) -> Iterator[Stated]:
    """The last hours as dates: خلال الـ24 ساعة الماضية."""
    today = None if published is None or published.earliest != published.latest else published.latest
    lists = word_lists(_WORDS)
    for figure in passage.figures:
        if today is None or figure.kind is not Kind.DURATION or figure.value is None:
            continue
        first, last = passage.words_of(figure)
        hours = any(word in lists["hours"] for word in passage.words[first : last + 1])
        told = passage.words[last] in lists["lately"] or passage.word_behind(last) in lists["lately"]
        if hours and told and not passage.is_apart(last, min(last + 1, len(passage.words) - 1)):
            days = math.ceil(figure.value / _HOURS)
            period = _period(f"{today - dt.timedelta(days=days)}/{today}")
            if period is not None:
                yield Stated(first, last + (passage.words[last] not in lists["lately"]), figure, period)


def _is_in(anchor: Span, dates: Sequence[Span]) -> bool:
    return any(date.start <= anchor.start < date.end for date in dates)


def _span(
    passage: Passage, one: tuple[Mention, int, int], other: tuple[Mention, int, int], published: Period | None
) -> Period | None:
    """From one date to the next, where both tell one span: between May and July, in the night of Monday to Tuesday."""
    lists = word_lists(_WORDS)
    (date, first, last), (after, second, _) = one, other
    between_them = passage.words[last + 1 : second]
    begin, end = meant(date, published), meant(after, published)
    if begin is not None and end is not None and between_them[-1:] and not passage.is_apart(last, second):
        word = passage.words[first - 1] if first else ""
        since = word == "من" or _is_since(passage, first)
        if (
            since
            and len(between_them) <= _JOINED
            and not {*between_them, passage.words[second]}.isdisjoint(lists["until"])
        ):
            return _period(f"{begin_of(begin)}/{end_of(end)}")
    if second != last + 1 or date.period is None or after.period is None or not first:
        return None
    before = set(stems(passage.words[first - 1]))
    if before & lists["night"] and end is not None and len(end.edtf) == _DAY and end.latest is not None:
        return _period(f"{end.latest - dt.timedelta(days=1)}/{end.edtf}")
    if before & lists["between"] or before & lists["night"]:
        return _period(f"{begin_of(date.period)}/{end_of(after.period)}")
    follows = begin is not None and end is not None and _follows(begin, end)
    joined = follows and passage.words[second].startswith("و") and not passage.is_apart(last, second)
    return _period(f"{begin_of(begin)}/{end_of(end)}") if joined and begin is not None and end is not None else None


def _follows(period: Period, other: Period) -> bool:
    """قتلى الثلاثاء والأربعاء, لشهري آب وأيلول: whether a day or a month is the next."""
    first, second = period.latest, other.earliest
    alike = len(period.edtf) == len(other.edtf) and len(period.edtf) in {_MONTH, _DAY}
    return alike and first is not None and second is not None and (second - first).days == 1


def _stated(passage: Passage, published: Period | None, date: Mention, first: int, last: int) -> Stated | None:
    period = told_to_come(passage, date, first, published) or meant(date, published)
    if period is not None and "X" in period.edtf and passage.words[last] in word_lists(_WORDS)["bygone"]:
        return None  # خلال العقد الماضي is the last ten years, or those of a decade
    if period is None or not _EARLIEST <= period.edtf.lstrip("./")[:_YEAR] <= _LATEST:
        return None  # no year, or "the year 118"
    lists = word_lists(_WORDS)
    before, behind = passage.words[first - 1] if first else "", passage.word_behind(last)
    around = {passage.words[first], *stems(before)} if before else {passage.words[first]}
    until = not around & lists["since"] and "/" not in period.edtf and bool(around & lists["until"])
    if until and not any(map(str.isdigit, date.text)) and is_to_come(period, published):
        return None
    if until and period == published and passage.words[last] in lists["today"]:
        return None  # حتى اليوم is until now
    if around & lists["since"] and behind in lists["when"]:
        return Stated(first, last, date, period)  # منذ 1939 حين قضى
    if around & lists["since"] and behind in lists["until"] and passage.word_behind(last + 1) in lists["its_end"]:
        return _made(first, last, date, _whole(period))
    if before in lists["due"] and is_to_come(period, published):
        return Stated(first, last, date, period)  # بحلول 2029 is then, not from now on
    if not until and is_begun(passage, first, last):
        return _made(first, last, date, _since(date, period, published), goes_on=True)
    # "the week before it" is one before another
    other = before in lists["not_then"] and not is_told_of(passage, last) and not is_reported_on(passage, first)
    other = other or before in lists["begins"] or behind in lists["to_it"] or is_unclear(passage, date, first, last)
    if other or is_of_other(passage, date, period, published, (first, last), until=until):
        return None
    if until:
        end = period.latest if "~" in period.edtf else None
        found = _made(first, last, date, _period(f"../{period.edtf if end is None else end.isoformat()}"))
        return found and found._replace(is_end=True)
    since = around & lists["since"] or is_far_behind(passage, first, "since") or _is_from(passage, date, period, first)
    if since or _is_until_now(passage, first, last):
        return _made(first, last, date, _since(date, period, published), goes_on=True)
    exact = _without_about(period)
    return Stated(
        first,
        last,
        date,
        exact or period,
        about=exact is None,
        compared=is_told_of(passage, last) and before in lists["not_then"],
    )


def _whole(period: Period) -> Period | None:
    """منذ مطلع كانون الثاني وحتى نهايته: the month, or the year, of which a date is the beginning."""
    begin = begin_of(period)
    return _period(begin[: _MONTH if len(begin) == _DAY else _YEAR])


def _from_day(passage: Passage, date: Mention, first: int) -> Period | None:
    """من 8 لـ 14 ديسمبر: from a day of the same month."""
    words = passage.words
    if date.period is None or len(date.period.edtf) != _DAY or first < _BEFORE_DAY or words[first - 1] != "ل":
        return None
    day = words[first - 2]
    if words[first - _BEFORE_DAY] != "من" or not day.isdecimal():
        return None
    begin = f"{date.period.edtf[:_MONTH]}-{int(day):02}"
    return _period(f"{begin}/{date.period.edtf}") if begin < date.period.edtf else None


def _effective(passage: Passage, date: Mention, first: int, published: Period | None) -> Period | None:
    """اعتبارا من مطلع تموز: the day or the month when something begins to hold, be it past or to come."""
    words = passage.words[max(first - 2, 0) : first]
    effective = words[-1:] == ["من"] and words[0] in word_lists(_WORDS)["effective"]
    period = nearest(date, published) if effective else None
    return None if period is None else _period(begin_of(period))


def _is_from(passage: Passage, date: Mention, period: Period, first: int) -> bool:
    """وثقناهم من يوم الخميس, رجعوا من 27 تموز: a day with no end behind it; but في ساعة متأخرة من يوم الخميس."""
    words = passage.words
    if words[first - 1] == "من" and len(period.edtf) == _MONTH and passage.figure_before(first - 1) == first - 2:
        return True  # 14 جريحا من تشرين الأول
    opened = first > 1 and words[first - 1] == "من" and words[first - 2].isalpha()
    day = len(period.edtf) == _DAY and (words[first] == "يوم" or any(map(str.isdigit, date.text)))
    return opened and day and words[first - 2] not in word_lists(_WORDS)["late_in"] and not kind_word(words[first - 2])


def _is_until_now(passage: Passage, first: int, last: int) -> bool:
    """من الاثنين ولحد هلق: whether a date is a beginning, and what stands behind it goes on until now."""
    words, lists = passage.words, word_lists(_WORDS)
    behind = passage.word_behind(last)
    now = len(behind) > 1 and behind.startswith("ل") and not lists["today"].isdisjoint(stems(behind))
    ends = not lists["until"].isdisjoint(stems(behind))
    near = {words[first], *words[max(first - _JOINED, 0) : first]}
    if now and not near.isdisjoint({"من", "ومن"}):
        return True  # من الأحد لليوم
    return "من" in near and ends and not lists["today"].isdisjoint(stems(passage.word_behind(last + 1)))


def _without_about(period: Period) -> Period | None:
    """About when is none; of a span of which one end is about, the days that were read stand."""
    if "~" not in period.edtf:
        return period
    return (
        _period(f"{begin_of(period)}/{end_of(period)}")
        if period.edtf.count("~") < len(period.edtf.split("/"))
        else None
    )


def _made(first: int, last: int, date: Mention, period: Period | None, *, goes_on: bool = False) -> Stated | None:
    return None if period is None else Stated(first, last, date, period, goes_on=goes_on)


def _since(date: Mention, period: Period, published: Period | None) -> Period | None:
    """From a date on, up to the day of publication; "since October" is never one that is still to come."""
    if "/" in period.edtf and not period.edtf.endswith("~") and not _is_part_of_month(date):
        return _without_about(period) or period
    begin = begin_of(period)
    if "/" in period.edtf and _is_part_of_month(date) and not begin.endswith("-01"):
        begin = begin[:_MONTH]  # منذ أواخر تموز: on one of its last days
    end = published.edtf if published else ".."
    if published is not None and begin > end and sum(map(str.isdigit, date.text)) < _YEAR:
        begin = f"{int(begin[:_YEAR]) - 1}{begin[_YEAR:]}"
    # "since October" said in October has its first days only
    return _period(f"{begin}/{'..' if end.startswith(begin) and end != begin else end}")


def _is_part_of_month(date: Mention) -> bool:
    """Whether a date is the beginning, the middle or the end of a month: since the end of July."""
    begin, _, end = date.period.edtf.partition("/") if date.period else ("", "", "")
    until = {form for word in date.text.split() for form in stems(fold_word(word))} & word_lists(_WORDS)["until"]
    return begin[:_MONTH] == end[:_MONTH] and not until and not any(map(str.isdigit, date.text))


def _period(edtf: str) -> Period | None:
    try:
        return Period(edtf)
    except PeriodError:
        return None


def _is_since(passage: Passage, first: int) -> bool:
    """Whether "since" stands right before a date, or some words before it."""
    near = {passage.words[first], passage.words[first - 1] if first else ""}
    return not near.isdisjoint(word_lists(_WORDS)["since"]) or is_far_behind(passage, first, "since")
