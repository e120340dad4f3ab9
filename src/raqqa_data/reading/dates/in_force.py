"""The date in force: what a story has dated last, and goes on from (في اليوم التالي، في ذلك الشهر، في الخامس منه).

`reference`, the day of publication, serves only what is told from that day, such as yesterday.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.reading.dates import hijri, spans_of_time
from raqqa_data.reading.dates.months import OF_THE_MONTH
from raqqa_data.reading.numbers.number import parse_number

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment, YearFound
    from raqqa_data.reading.dates.headings import Heading
    from raqqa_data.reading.dates.parts import DateParts
    from raqqa_data.reading.mention_draft import Stretch


class Aside(Enum):
    """How a date is told by the way."""

    NONE = 0
    SINCE = 1
    ENCLOSED = 2
    COMPARED = 3


_ENDS = re.compile(r"[؟!\n]+|\.(?![0-9٠-٩])")
_FOLLOWING = (("الذي", "يليه"), ("الذي", "تلاه"), ("التي", "تليها"), ("التي", "تلتها"))
_PRECEDING = (("الذي", "سبقه"), ("الذي", "قبله"), ("التي", "سبقتها"), ("التي", "قبلها"))
_OF_THAT = (("من", "ذلك"), ("من", "هذا", "التاريخ"), ("من", "ذلك", "التاريخ"), ("من", "تلك", "الحادثه"))
_UNITS = {
    **dict.fromkeys(("يوم", "يومين", "ايام", "يوما"), ("day", 1)),
    **dict.fromkeys(("اسبوع", "اسبوعين", "اسابيع", "اسبوعا"), ("day", 7)),
    **dict.fromkeys(("شهر", "شهرين", "اشهر", "شهور", "شهرا"), ("month", 1)),
    **dict.fromkeys(("عام", "عامين", "اعوام", "عاما", "سنه", "سنتين", "سنوات"), ("year", 1)),
}
_TWO = frozenset({"يومين", "اسبوعين", "شهرين", "عامين", "سنتين"})
_GRAINS = ("day", "month", "year")
"""From the finest: a day tells its month and its year too."""
_MOST_AWAY = 1000
_ONE_WEEK = range(5, 9)  # days from its first to its last
_LONGEST_SENTENCE = 600  # characters
_YEAR, _MONTH, _DAY = 4, 7, 10


class Stated(NamedTuple):
    """A date that the text has stated.

    Attributes:
        day: The day, or the first one of its month or year.
        grain: day, month or year.
        stretch: Where it stands in the folded text.
        since: The day, or the first one of the month or year, that began what it ends.
        other: When else it may be.
        edtf: As it was read, a range with both its ends.
    """

    day: dt.date
    grain: str
    stretch: Stretch
    since: dt.date | None = None
    other: dt.date | None = None
    edtf: str = ""


class DateInForce:
    """Keeps the date stated last of each grain, through all lines of a text."""

    def __init__(self) -> None:
        self.stated: list[Stated] = []
        self.story: Stated | None = None
        self.aside: Stated | None = None
        self.heading: Heading | None = None
        self.lists: bool | None = None
        self.lunar: bool = False  # whether a Hijri date was stated
        self.moon: Stated | None = None  # the Hijri one stated last
        self.solar: int | None = None  # the early year stated last with its Gregorian mark
        self.days: dict[str, Stated] = {}  # by month and day, those told in full

    def head(self, heading: Heading | None) -> None:
        """A heading is in force for what stands below it, or none any more."""
        self.heading, self.lists = heading, None

    def remember(
        self,
        edtf: str | None,
        stretch: Stretch,
        *,
        aside: Aside = Aside.NONE,
        lunar: bool = False,
        from_now: bool = False,
        other: str | None = None,
    ) -> None:
        """A date was read: what follows may go on from it. The last end of a range is what counts.

        Args:
            edtf: When it is.
            stretch: Where it stands.
            aside: Whether it is told by the way: a story does not go on from منذ 2012 to an earlier year, and from what
                brackets or a clause of its own hold not at all.
            lunar: Whether it is a Hijri one.
            from_now: Whether it is told from the day of publication: by the way, it begins no story.
            other: When else it may be.
        """
        if edtf is None:
            return
        first, _, last = edtf.rpartition("/")
        last = last.rstrip("~?%")
        grain = {_YEAR: "year", _MONTH: "month", _DAY: "day"}.get(len(last))
        if grain is None or not last.replace("-", "").isdecimal():
            return
        try:
            day = dt.date.fromisoformat(f"{last}-01-01"[:_DAY] if grain == "year" else f"{last}-01"[:_DAY])
        except ValueError:  # a season, of which the year is told
            day, grain = dt.date(int(last[:_YEAR]), 1, 1), "year"
        self.stated = [one for one in self.stated if one.grain != grain]
        since = _first_day(first) if len(first) == len(last) else None
        otherwise = _first_day((other or "").rpartition("/")[2])
        self.stated.append(Stated(day, grain, stretch, since, otherwise, edtf))
        if grain == "day":
            self.days[last[_YEAR:]] = self.stated[-1]
        self.moon = self.stated[-1] if lunar else self.moon
        guessed = from_now and other is not None  # الخميس, of which nobody tells whether it was or is to come
        goes_on = (aside is Aside.NONE and not guessed) or (
            aside is Aside.SINCE and (self.story is None or self.story.day.year <= day.year)
        )
        begins = self.story is None and "/" not in edtf and not from_now and aside is not Aside.COMPARED
        if goes_on or begins:
            self.story, self.aside = self.stated[-1], None
        else:
            self.aside = self.stated[-1]

    def of(self, grain: str) -> Stated | None:
        """The date in force that tells a day, a month or a year."""
        if not self.stated:
            return None
        fine = _GRAINS[: _GRAINS.index(grain) + 1]
        return next((one for one in reversed(self.stated) if one.grain in fine), None)

    def near(self, parts: DateParts, index: int, *, beyond: bool = False) -> tuple[Moment, Stated] | None:
        """ذلك اليوم, اليوم نفسه, نفس الشهر, العام التالي, اليوم الذي يليه; العام السابق beyond a sentence if asked."""
        tokens = parts.tokens
        texts = tokens.texts
        same = texts[index].removeprefix("و").removeprefix("ب") in parts.lexicon.context["its_same"]
        at = index + (same and tokens.joined(index + 1))
        found = _noun(parts, at)
        if found is None:
            return None
        grain, skip = found
        skip = skip if at == index else texts[index].startswith("و")
        first, start, after, by = index, tokens.starts[index] + skip, at + 1, 0
        if at > index:
            if texts[after] in parts.lexicon.context["relatives"] and not _follows(parts, after):
                return None  # في نفس اليوم الذي قتل فيه: which one the clause tells
        elif texts[index - 1].removeprefix("و") in parts.lexicon.context["that"] and tokens.joined(index):
            first, start = index - 1, tokens.starts[index - 1]
        elif tokens.joined(after) and texts[after] in parts.lexicon.context["the_same"]:
            after += 1
        elif tokens.joined(after) and texts[after] in parts.lexicon.context["the_next"]:
            after, by = after + 1, 1
        elif (
            tokens.joined(after)
            and texts[after] in parts.lexicon.context["the_previous"]
            and (beyond or self._in_this_sentence(parts, grain, start))
        ):
            after, by = after + 1, -1
        elif words := _follows(parts, after):
            after, by = after + len(words), -1 if words in _PRECEDING else 1
        else:
            return None
        named = parts.year_behind(after) if grain != "year" and not by else None
        if named is not None and grain == "week":
            return self._week_of_a_year(parts, named, first, start)
        stated = self.of("day" if grain == "week" else grain)
        if named is not None and named.number is not None and stated is not None:
            same_then = parts.moment(None, first, named.next, grain, start=start)
            return _in_that_year(parts, named, stated, same_then), stated
        return self._moved(parts, grain, by, first, after, start)

    def _week_of_a_year(
        self, parts: DateParts, named: YearFound, first: int, start: int
    ) -> tuple[Moment, Stated] | None:
        """الأسبوع نفسه من العام الماضي: the days of that week, in that year."""
        stated = self.of("day")
        if stated is None or named.number is None:
            return None
        begin, end = stated.since, stated.day
        if begin is None or (end - begin).days not in _ONE_WEEK:
            begin = spans_of_time.shifted_day(end, -end.weekday()) or end
            end = spans_of_time.shifted_day(begin, max(_ONE_WEEK) - 2) or end
        by = named.number - end.year
        sides = [spans_of_time.months_on(day, 12 * by) for day in (begin, end)]
        if None in sides:
            return None
        return parts.moment(f"{sides[0]}/{sides[1]}", first, named.next, "week", named.number, start=start), stated

    def _in_this_sentence(self, parts: DateParts, grain: str, start: int) -> bool:
        """Whether the date that العام السابق is told from stands in its sentence; elsewhere it may be publication."""
        stated = self.of("day" if grain == "week" else grain)
        return stated is not None and in_one_sentence(parts, stated, start)

    def day_of_it(  # noqa: PLR0911 - what is no day of it is told early
        self, parts: DateParts, index: int
    ) -> tuple[Moment, Stated] | None:
        """الخامس منه, 7 منه, الخامس من الشهر التالي; في 26 من الشهر, where no word behind it says which."""
        tokens = parts.tokens
        at_number = index + (tokens.texts[index] in {"يوم", "بتاريخ"})
        word = tokens.words[at_number]
        if parts.of_old or (word.digits is None and word.ordinal is None and word.numeral is None):
            return None
        day = parts.day(at_number)
        if day is None or not tokens.joined(day[1]):
            return None
        number, at, start = day
        start = start if at_number == index else tokens.starts[index]
        until, at = parts.last_day(at_number, number, at)  # بين 21 و24 منه
        told = self._month_told(parts, at) or self._month_shared(parts, at)
        if told is None:
            stated = self.of("month") if until is None and parts.is_of_the_month(at_number, at) else None
            after, year, month = at + len(OF_THE_MONTH), None, None
        else:
            stated, after, year, month = told
        if stated is None:
            return None
        if year is None or month is None:
            year, month = stated.day.year, stated.day.month
        if stated is self.moon and (until is not None or month != stated.day.month):
            return None
        if stated is self.moon:
            return self._day_of_moon(parts, stated, number, (index, after, start))
        edtf = spans_of_time.month(year, month, number)
        last = spans_of_time.month(year, month, until) if until is not None and until > number else None
        if edtf is None or (until is not None and last is None):
            return None
        edtf = edtf if last is None else f"{edtf}/{last}"
        found = parts.moment(edtf, index, after, "day", year, month, start=start)
        if told is None and not in_one_sentence(parts, stated, start):
            found = found._replace(other=spans_of_time.month(parts.this_year, parts.this_month or 0, number))
        return found._replace(other=None if found.other == edtf else found.other), stated

    def _month_told(self, parts: DateParts, index: int) -> tuple[Stated | None, int, int | None, int | None] | None:
        """منه, من الشهر نفسه, من الشهر التالي: which date tells it, the token behind, year and month if said."""
        tokens = parts.tokens
        if tokens.texts[index] == "منه" and tokens.joined(index):
            return self.of("month"), index + 1, None, None
        noun = index + 1 + (tokens.texts[index + 1] in parts.lexicon.context["that"])
        if tokens.texts[index] != "من" or not all(tokens.joined(at) for at in range(index, noun + 1)):
            return None
        near = self.near(parts, noun)
        if near is None or near[0].grain != "month":
            return None
        moment, stated = near
        return stated, moment.next, moment.year, moment.month

    def _month_shared(self, parts: DateParts, index: int) -> tuple[Stated | None, int, int | None, int | None] | None:
        """في 3 و7 منه: the month is told behind the last day."""
        tokens, at = parts.tokens, index
        while tokens.texts[at] == "و" and tokens.joined(at) and tokens.words[at + 1].digits is not None:
            day = parts.day(at + 1)
            if day is None:
                return None
            at = day[1]
            told = self._month_told(parts, at)
            if told is not None:
                # of the next month both would be counted on, the second from the first
                same = told[0] is not None and told[3] in {None, told[0].day.month}
                return (told[0], index, None, None) if same else None
        return None

    def _day_of_moon(
        self, parts: DateParts, stated: Stated, number: int, place: tuple[int, int, int]
    ) -> tuple[Moment, Stated] | None:
        """في 13 رمضان ... وفي الخامس والعشرين منه: of that Hijri month."""
        index, after, start = place
        month = hijri.month_of(stated.day)
        edtf = None if month is None else hijri.gregorian(*month, number)
        return (
            None if edtf is None else (parts.moment(edtf, index, after, "day", calendar="hijri", start=start), stated)
        )

    def away(self, parts: DateParts, index: int, *, said: bool = True) -> tuple[Moment, Stated] | None:
        """بعد يومين من ذلك, قبل عام من ذلك, بعد ذلك بثلاثة أيام; without من ذلك where it need not be `said`."""
        tokens = parts.tokens
        stem = tokens.texts[index].removeprefix("و").removeprefix("ف")
        if stem not in {"بعد", "قبل"} or not tokens.joined(index + 1):
            return None
        at = index + 1
        told = tokens.texts[at] == "ذلك" and tokens.joined(at + 1)
        if told:
            at += 1
        number, after = 1, at
        glued = tokens.texts[at].removeprefix("ب") if told else tokens.texts[at]
        if glued not in _UNITS:
            counted = parse_number(tokens, parts.lexicon, at)
            if counted is None or not isinstance(counted.value, int) or not 0 < counted.value <= _MOST_AWAY:
                return None
            number, after = counted.value, counted.next
            glued = tokens.texts[after]
        if glued not in _UNITS or not tokens.joined(after):
            return None
        grain, days = _UNITS[glued]
        number *= days * (1 + (glued in _TWO))
        after += 1
        if said and not told:
            words = next((words for words in _OF_THAT if tokens.follows(after, words)), None)
            if words is None:
                return None
            after += len(words)
        start = tokens.starts[index] + len(tokens.texts[index]) - len(stem)
        return self._moved(parts, grain, number if stem == "بعد" else -number, index, after, start)

    def _moved(
        self, parts: DateParts, grain: str, by: int, first: int, after: int, start: int
    ) -> tuple[Moment, Stated] | None:
        stated = self.of("day" if grain == "week" else grain)
        if stated is None:
            return None
        day = stated.day
        edtf: str | None
        year: int | None = None
        month: int | None = None
        if grain in {"day", "week"}:
            then = spans_of_time.shifted_day(day, 7 * by if grain == "week" else by)
            edtf = spans_of_time.week(then) if grain == "week" else None if then is None else then.isoformat()
            if grain == "week" and stated.since is not None and not by and (day - stated.since).days in _ONE_WEEK:
                edtf = f"{stated.since}/{day}"  # من 25 حزيران إلى 2 تموز, and later في الأسبوع نفسه
        elif grain == "month":
            year, month = spans_of_time.shifted_month(day.year, day.month, by)
            edtf = spans_of_time.month(year, month)
        else:
            year = day.year + by
            edtf = spans_of_time.year(year)
        if edtf is None:
            return None
        found = parts.moment(edtf, first, after, grain, year, month, start=start)
        if grain == stated.grain == "year" and stated.since is not None and stated.since.year == day.year - 1:
            found = found._replace(edtf=f"{day.year - 1 + by:04d}/{day.year + by:04d}", other=edtf)  # 2019/2020
        return found, stated


def _in_that_year(parts: DateParts, named: YearFound, stated: Stated, moment: Moment) -> Moment:
    """الشهر نفسه من عام 2016, and من العام السابق."""
    years = years_meant(parts, named.number or 0, parts.tokens.texts[named.next - 1], stated)
    day = stated.day.day if moment.grain == "day" else None
    told = [spans_of_time.month(year, stated.day.month, day) for year in years]
    other = told[-1] if len(told) > 1 else None
    return moment._replace(edtf=told[0], other=other, year=years[0], month=stated.day.month)


def years_meant(parts: DateParts, number: int, last: str, stated: Stated) -> list[int]:
    """Which year is meant behind "the same of": السابق is before the date stated, الماضي may be before publication."""
    before, last_year = stated.day.year - 1, parts.words.shifts.get(last) == "last"
    if last in parts.lexicon.context["the_previous"] or (last_year and number == stated.day.year):
        return [before]  # nothing is compared with itself
    return [before, number] if last_year and number != before else [number]


def _first_day(edtf: str) -> dt.date | None:
    """A day, or the first one of a month or year; None where it is none of these."""
    whole = f"{edtf}-01-01"[:_DAY] if len(edtf) == _YEAR else f"{edtf}-01"[:_DAY]
    try:
        return dt.date.fromisoformat(whole)
    except ValueError:
        return None


def in_one_sentence(parts: DateParts, stated: Stated, start: int) -> bool:
    """Whether no sentence ends between a date that was stated and an offset."""
    return sentences_ended(parts, stated, start) == 0


def sentences_ended(parts: DateParts, stated: Stated, start: int) -> int | None:
    """How many sentences end between a date that was stated and an offset; None where that is too far to look."""
    far = start - stated.stretch[1] > _LONGEST_SENTENCE
    return None if far else len(_ENDS.findall(parts.tokens.folded.text, stated.stretch[1], start))


def _follows(parts: DateParts, index: int) -> tuple[str, ...] | None:
    """الذي يليه, الذي سبقه behind a day or a year."""
    return next((words for words in _FOLLOWING + _PRECEDING if parts.tokens.follows(index, words)), None)


def _noun(parts: DateParts, index: int) -> tuple[str, int] | None:
    """day, week, month or year named at a token, with its article; and how many letters stand before it."""
    text = parts.tokens.texts[index]
    if "ل" not in text[1:4]:
        return None
    for clitic in ("ال", "وال", "بال", "لل", "فال", "وبال", "ولل"):
        stem = text[len(clitic) :] if text.startswith(clitic) else ""
        noun = "day" if stem == "ليله" else parts.words.nouns.get(stem)
        if noun is not None:
            return (noun, len(clitic) - len("ال")) if noun in {"day", "week", "month", "year"} else None
    return None
