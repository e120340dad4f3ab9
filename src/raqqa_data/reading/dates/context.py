"""What dates are read against: the reference, the year and month named last, and the words that mark an era."""

# ruff: noqa: PLR0911, PLR2004 - a grammar refuses early, its small numbers are those of language and calendar

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.reading.dates import hijri
from raqqa_data.reading.numbers.cursor import is_scale

if TYPE_CHECKING:
    import datetime as dt

    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.calendar import CalendarWords
    from raqqa_data.reading.words.lexicon import Lexicon
    from raqqa_data.records.period import Period

YEAR_DIGITS = 4
_LONGEST_IN_WA = 4  # عضوا
_PAID_BEFORE = 4
EARLIEST_WRITTEN, LATEST_WRITTEN = 1000, 2999
PARTS_OF_DAYS = frozenset({"نهار", "مساء", "صباح", "ظهر", "عصر", "ضحي", "ليل", "ليله", "فجر"})
_STOPS = frozenset(".,")
_MOVED = _STOPS | frozenset('،؛:!؟"”“»«)(][')
EARLIEST_SHORT = 40  # of two digits: before the forties nobody drops the century


_FEW_LEFT = 3  # days


class Moment(NamedTuple):
    """A date found.

    Attributes:
        edtf: When, or None where only a reference could tell.
        first: Its first token.
        next: The token after it.
        start: Offset of its first character.
        grain: day, month, year, decade, century, season, week or span.
        year: Its year, where it names one.
        month: Its month, likewise.
        calendar: gregorian or hijri.
        pair: Whether its words announce two years (عامي).
        other: When else it may be: a weekday alone is the next or the last.
    """

    edtf: str | None
    first: int
    next: int
    start: int
    grain: str
    year: int | None = None
    month: int | None = None
    calendar: str = "gregorian"
    pair: bool = False
    other: str | None = None

    def ends_soon(self, now: str) -> bool:
        """Whether it is the end of a month of which few days are left: نهاية يناير, told on 30 January."""
        day = self.edtf or ""
        spoken = self.grain == "span" and len(now) == len(day) == len("2025-01-30") and now[:8] == day[:8]
        return spoken and int(day[8:]) - int(now[8:]) <= _FEW_LEFT


class YearFound(NamedTuple):
    """A year behind a month: its number or None where it points to an unknown one, and the token after it."""

    number: int | None
    next: int
    calendar: str


class DateContext:
    """One text's words, its reference, and what its line has named so far."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, reference: Period | None) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.words: CalendarWords = lexicon.calendar
        self.reference = reference
        self.floor: int = 0
        self.year: int | None = None
        self.same_year: int | None = None  # what العام نفسه points back to, through all lines
        self.year_end: int = -1  # the token after the date that named it
        self.ended: int = -1  # the token after the date before, if that is a Hijri one
        self.month: int | None = None
        self.of_old: bool = False  # whether this line tells of long ago
        self.slashed: bool = False  # whether it has told a day, a month and a year with strokes between
        self.today: dt.date | None = None
        self.this_year: int | None = None
        self.this_month: int | None = None
        if reference is not None and reference.earliest is not None and not reference.is_interval:
            precision = reference.precision.value
            self.this_year = reference.earliest.year if precision in {"day", "month", "season", "year"} else None
            self.this_month = reference.earliest.month if precision in {"day", "month"} else None
            self.today = reference.earliest if precision == "day" else None

    def forget(self) -> None:
        """A new line begins: nothing before it is pointed back to."""
        self.year = self.month = None
        self.of_old = self.slashed = False

    def remember(self, moment: Moment, *, aside: bool = False) -> None:
        """Keep what العام نفسه may point back to: not a year told by the way."""
        self.ended = moment.next if moment.calendar == "hijri" else -1
        if moment.year is not None:
            self.year = moment.year
            self.year_end = moment.next
            self.same_year = self.same_year if aside and self.same_year else moment.year
        if moment.month is not None:
            self.month = moment.month

    def moment(  # noqa: PLR0917 - in the order of the fields
        self,
        edtf: str | None,
        first: int,
        after: int,
        grain: str,
        year: int | None = None,
        month: int | None = None,
        calendar: str = "gregorian",
        *,
        start: int | None = None,
    ) -> Moment:
        """A date from a token to a token; it starts where the first does, unless clitics stand before it."""
        return Moment(
            edtf, first, after, self.tokens.starts[first] if start is None else start, grain, year, month, calendar
        )

    def mark(self, index: int) -> tuple[str, int] | None:
        """م, هـ and their longer forms: the calendar, and the token after it."""
        tokens = self.tokens
        at = index + (tokens.texts[index] == "(")
        found = self.words.marks.match(tokens, at)
        if found is None:
            return None
        name, after = found
        if tokens.glued(after) and tokens.texts[after].isalpha():
            return None
        return name, after + (tokens.texts[after] == ")" and at > index)

    def year_moved(self, index: int, *, ends: bool = True) -> YearFound | None:
        """نيسان .2011, أيلول «2016: the order of display has moved before the year what ends its sentence.

        Args:
            index: The token of the full stop.
            ends: Whether the year must end its line, as it does behind any other mark.
        """
        tokens = self.tokens
        text = tokens.texts[index + 1]
        apart = (
            tokens.texts[index] in (_MOVED if ends else _STOPS)
            and tokens.joined(index)
            and not tokens.glued(index)
            and tokens.glued(index + 1)
        )
        ended = not ends or not tokens.joined(index + 2) or tokens.texts[index + 2] in {"", "\n"}
        if not apart or not ended or len(text) != YEAR_DIGITS or not text.isdecimal():
            return None
        return YearFound(int(text), index + 2, "gregorian") if EARLIEST_WRITTEN <= int(text) <= LATEST_WRITTEN else None

    def measures(self, index: int) -> bool:
        """Whether a unit stands behind a year: not عُقد, a verb behind 2009, nor the next word of 2020 الساعة 5."""
        unit = self.lexicon.units.match(self.tokens, index)
        one = unit is not None and unit.number == 1
        return unit is not None and not (one and (unit.name == "decade" or self.tokens.texts[index].startswith("ال")))

    def in_both_calendars(self, number: int, index: int) -> int | None:
        """1350/1931: the Gregorian year of a Hijri one, printed behind it."""
        tokens = self.tokens
        if tokens.texts[index] not in {"/", "-"}:
            return None
        text = tokens.texts[index + 1]
        apart = not (tokens.joined(index) and tokens.joined(index + 1))
        if apart or len(text) != YEAR_DIGITS or not text.isdecimal() or not hijri.may_be(number, int(text)):
            return None
        return int(text)

    def is_said_when(self, moment: Moment) -> bool:
        """في آذار المقبل, الأحد القادم 12 أيار, تسليم آذار."""
        texts, shifts = self.tokens.texts, self.words.shifts
        delivered = texts[moment.first - 1] in self.lexicon.context["deliveries"]
        to_come = any(shifts.get(text) == "next" for text in texts[moment.first : moment.next])
        return delivered or to_come or texts[moment.next - 1] in shifts

    def shift_behind(self, index: int) -> tuple[int, int] | None:
        """الماضي, قبل الماضي, بعد القادم: how far, and the token after it."""
        tokens = self.tokens
        if not tokens.joined(index):
            return None
        at = index
        further = 0
        if tokens.texts[at] in {"اللي", "الي"}:
            at += 1
        if tokens.texts[at] in {"قبل", "بعد"} and tokens.joined(at + 1):
            further = 1
            at += 1
        shift = self.words.shifts.get(tokens.texts[at])
        if shift not in {"last", "this", "next"} or not tokens.joined(at) or (at > index and not further):
            return None
        sign = {"last": -1, "this": 0, "next": 1}[shift]
        return sign * (1 + further), at + 1

    def counted(self, index: int, *, worded: bool) -> bool:
        """Whether a noun or unit behind the number shows that it counts."""
        tokens = self.tokens
        text = tokens.texts[index]
        if not tokens.joined(index):
            return False
        if self.lexicon.units.match(tokens, index) is not None:
            return self.measures(index)
        word = tokens.words[index]
        if word.numeral is not None and not word.numeral.clitics.conjunction:
            # 2020 ألفا; another number counts anew: بين 2016 و2020 ستا وثلاثين مرة, آلاف المرات
            return is_scale(word.numeral) and word.numeral.entry.form != "plural"
        context = self.lexicon.context
        if not text.isalpha() or len(text) < 3 or text in context["not_nouns"] or text == "عده":
            return False  # إلى 1855 عدة ثورات
        if text[0] == "ل" and text not in context["nouns_in_lam"]:
            return False  # 2019-2020 لفائدة
        if text[0] == "ب" and not worded and text not in self.lexicon.counted and text not in context["nouns_in_ba"]:
            return False  # 2018 و2020 بشراكة
        # the accusative or the feminine ending of what is counted: 2000 مقاتل says less than 2000 مقاتلا
        if text[-1] == "ا" and ((text[-2] == "و" and len(text) > _LONGEST_IN_WA) or tokens.printed(index)[-1] in "أى"):
            return False  # انسحبوا, بدأ
        return (
            text.endswith(("ا", "ه")) and text[0] not in "وف" and not text.startswith("ال")
            if not worded
            else not text.startswith(("ال", "و", "ب", "لل", "ف"))
        )

    def counts_this_year(self, year: YearFound, index: int) -> bool:
        """خلال العام 118 حادثا, منذ مطلع العام 164, السنة 38: a count behind this year, too small for a year's name."""
        number, texts = year.number or 0, self.tokens.texts
        if number >= EARLIEST_WRITTEN or self.tokens.words[year.next - 1].digits is None:
            return False
        noun = texts[year.next] in self.lexicon.counted and self.tokens.joined(year.next)
        noun = noun or (texts[year.next].endswith("ا") and self.counted(year.next, worded=False))  # العام 286 جثمانا
        since = texts[index - 1].endswith("منذ") or texts[index - 2].endswith("منذ")
        to_come = self.this_year is not None and self.this_year % 100 < number < EARLIEST_SHORT
        return noun or (since and self.this_year is not None and (to_come or number >= 100))

    def is_since(self, first: int, index: int) -> bool:
        """بدءا من 2014, but no wages from 2000 on."""
        texts = self.tokens.texts
        priced = {text.removeprefix("ال") for text in texts[max(self.floor, first - _PAID_BEFORE) : first]}
        paid = not priced.isdisjoint(self.lexicon.context["paid"]) or texts[index + 1].startswith("لل")
        return texts[first] in {"بدءا", "ابتداء"} and not paid
