"""Dates written out: day, month and year in any order, numeric dates, years, decades and centuries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.reading import hijri, spans_of_time
from raqqa_data.reading.numbers import parse_number
from raqqa_data.reading.ordinals import parse_ordinal

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from raqqa_data.reading.calendar_words import Month
    from raqqa_data.reading.lexicon import Lexicon
    from raqqa_data.reading.tokens import Tokens
    from raqqa_data.records.period import Period

_YEAR_DIGITS = 4
_MOST_DAYS = 31
_MONTHS = 12
# a bare number of four digits is a year only between these
_EARLIEST, _LATEST = 1800, 2100
_EARLIEST_WRITTEN = 1000
_LATEST_WRITTEN = 2999
_LIKELY_FIRST, _LIKELY_LAST = 1900, 2050
_LEAST_UNMARKED = 100
_HIJRI_YEARS = range(1, 1600)
_DOTTED_DATE = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})|([0-9]{4})\.([0-9]{1,2})(?:\.([0-9]{1,2}))?")
_YEAR_OPENERS = frozenset(
    {"في", "منذ", "حتي", "قبل", "بعد", "خلال", "بين", "من", "الي", "موسم", "لعام", "(", "وحتي", "صيف", "شتاء", "ربيع", "خريف", "اواخر", "اوائل", "مطلع", "نهايه", "بدايه", "منتصف", "انتخابات", "مونديال", "دوره", "حرب", "ثوره", "دستور", "موازنه", "ميزانيه", "اتفاق", "حدود"}
)


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


class YearFound(NamedTuple):
    """A year behind a month: its number or None where it points to an unknown one, and the token after it."""

    number: int | None
    next: int
    calendar: str


class DateParts:
    """Reads explicit dates, and the parts that other dates are made of."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, reference: Period | None) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.words = lexicon.calendar
        self.reference = reference
        self.floor = 0
        self.relative: Callable[[int], Moment | None] = self.explicit
        self.year: int | None = None
        self.month: int | None = None
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

    def remember(self, moment: Moment) -> None:
        """Keep what العام نفسه may point back to."""
        if moment.year is not None:
            self.year = moment.year
        if moment.month is not None:
            self.month = moment.month

    def explicit(self, index: int) -> Moment | None:
        """The date written out at a token."""
        word = self.tokens.words[index]
        if word is None:
            return None
        if word.digits is not None:
            return self.numeric(index) or self.day_first(index, index) or self.bare_year(index)
        if word.ordinal is not None or word.numeral is not None:
            found = self.day_first(index, index) or self.bare_year(index)
            if found is not None:
                return found
        if word.calendar is None:
            return None
        return self.month_first(index) or self.weekday_first(index) or self.year_noun(index) or self.era(index)

    # --- numeric ---------------------------------------------------------------------------------------------------

    def numeric(self, index: int) -> Moment | None:
        """17/5/2018, 2017-06-15, 5/2018, 21.11.2010."""
        tokens = self.tokens
        dotted = _DOTTED_DATE.fullmatch(tokens.texts[index])
        if dotted is not None:
            numbers = [int(group) for group in dotted.groups() if group is not None]
            return self._ordered(index, numbers, index + 1)
        numbers = [tokens.texts[index]]
        at = index + 1
        separator = tokens.texts[at]
        if separator not in {"/", "-"}:
            return None
        while len(numbers) < 3 and tokens.texts[at] == separator and tokens.glued(at) and tokens.glued(at + 1):  # noqa: PLR2004
            if not tokens.texts[at + 1].isdecimal():
                return None
            numbers.append(tokens.texts[at + 1])
            at += 2
        if len(numbers) == 1 or (tokens.texts[at] == separator and tokens.glued(at)):
            return None
        if not all(text.isdecimal() and len(text) <= _YEAR_DIGITS for text in numbers):
            return None
        if sum(len(text) == _YEAR_DIGITS for text in numbers) != 1:
            if len(numbers) == 2 and separator == "/":  # noqa: PLR2004
                return self._day_and_month(index, numbers, at)
            return None
        if len(numbers) == 2 and separator == "-" and len(numbers[1]) != _YEAR_DIGITS:  # noqa: PLR2004
            if len(numbers[1]) != 2:  # noqa: PLR2004
                return None
        return self._ordered(index, [int(text) for text in numbers], at)

    def _day_and_month(self, index: int, numbers: list[str], after: int) -> Moment | None:
        """17/5 behind يوم or في."""
        before = self.tokens.texts[index - 1]
        if before not in {"يوم", "بتاريخ", "تاريخ"} or not self.tokens.joined(index):
            return None
        day, month = map(int, numbers)
        edtf = spans_of_time.month(self.this_year, month, day)
        return None if edtf is None else self.moment(edtf, index, after, "day", self.this_year, month)

    def _ordered(self, index: int, numbers: list[int], after: int) -> Moment | None:
        year_at = max(range(len(numbers)), key=numbers.__getitem__)
        year = numbers[year_at]
        rest = numbers[:year_at] + numbers[year_at + 1 :]
        if (year_at == 1 and len(rest) > 1) or not _EARLIEST_WRITTEN <= year <= _LATEST_WRITTEN:
            return None
        if len(rest) == 1:
            month, day = rest[0], None
        else:
            month, day = rest if year_at == 0 else rest[::-1]
            if month > _MONTHS >= day:
                month, day = day, month
        mark = self._mark(after)
        calendar, behind = mark if mark is not None else ("gregorian", after)
        if calendar == "hijri":
            edtf = hijri.gregorian(year, month, day)
            return self.moment(edtf, index, behind, "month" if day is None else "day", None, None, "hijri")
        edtf = spans_of_time.month(year, month, day)
        if edtf is None:
            return None
        return self.moment(edtf, index, behind, "month" if day is None else "day", year, month)

    # --- day, month, year --------------------------------------------------------------------------------------------

    def day_first(self, index: int, first: int) -> Moment | None:
        """15 يونيو 2017, الخامس عشر من شهر حزيران, 13-15 تموز."""
        day = self._day(index)
        if day is None:
            return None
        number, at, start = day
        tokens = self.tokens
        until: int | None = None
        if tokens.texts[at] in {"-"} and tokens.joined(at):
            second = self._day(at + 1)
            if second is not None:
                until, at, _ = second
        elif tokens.texts[at] in self.lexicon.context["to"] and tokens.joined(at):
            second = self._day(at + 1)
            if second is not None:
                until, at, _ = second
        elif tokens.texts[index - 1] in {"بين"} and tokens.joined(at):
            second = self._day(at + (tokens.texts[at] == "و"))
            if second is not None:
                until, at, _ = second
        found = self._month_behind(at)
        if found is None:
            return self._day_of_month_near(first, day, index)
        month, after, marked = found
        if month is None:
            shifted = self.shifted_month(after)
            if shifted is None:
                return None
            edtf_month, after = shifted
            edtf = None if edtf_month is None else _on_days(edtf_month, number, until)
            return self.moment(edtf, first, after, "day", start=start if first == index else None)
        if until is not None and until <= number:
            return None
        return self._dated(month, after, first, number, until, start=start if first == index else None, marked=marked)

    def _day_of_month_near(self, first: int, day: tuple[int, int, int], index: int) -> Moment | None:
        """27 الجاري, يوم 27, الخميس 21: a day of a month that the reference tells."""
        tokens = self.tokens
        number, at, start = day
        text = tokens.texts[at]
        if self._is_cardinal_word(index):
            return None
        shift = {"الجاري": 0, "الحالي": 0, "الماضي": -1, "المنصرم": -1, "الفائت": -1, "المقبل": 1, "القادم": 1}.get(text)
        before = tokens.texts[index - 1]
        if shift is not None and tokens.joined(at):
            at += 1
        elif first == index and not (before == "يوم" and tokens.joined(index)):
            ends = text in {".", ""} or not tokens.joined(at)
            if not (before == "في" and ends and self.this_month is not None and tokens.joined(index)):
                return None
        elif self._counted(at, worded=False) or (text.isalpha() and tokens.joined(at) and text not in self.lexicon.context["not_nouns"]):
            return None
        edtf: str | None = None
        if self.this_year is not None and self.this_month is not None:
            year, month = spans_of_time.shifted_month(self.this_year, self.this_month, shift or 0)
            edtf = spans_of_time.month(year, month, number)
        return self.moment(edtf, first, at, "day", start=start if first == index else None)

    def _day(self, index: int) -> tuple[int, int, int] | None:
        """A day's number: its value, the token after it, and its offset."""
        tokens = self.tokens
        word = tokens.words[index]
        if word is None:
            return None
        if word.digits is not None:
            value = word.digits.value
            if not word.digits.plain or not isinstance(value, int) or not 1 <= value <= _MOST_DAYS:
                return None
            return value, index + 1, tokens.starts[index]
        ordinal = parse_ordinal(tokens, self.lexicon, index)
        if ordinal is not None:
            return (ordinal.value, ordinal.next, ordinal.start) if ordinal.value <= _MOST_DAYS else None
        number = parse_number(tokens, self.lexicon, index)
        if number is None or not isinstance(number.value, int) or not 1 <= number.value <= _MOST_DAYS:
            return None
        return number.value, number.next, number.start

    def _month_behind(self, index: int) -> tuple[Month | None, int, bool] | None:
        """[من] [شهر] يونيو; None for the month in هذا الشهر, which begins at the token given back."""
        tokens = self.tokens
        at = index
        if tokens.texts[at] in {"/", ".", "،", ","} and tokens.joined(at):
            at += 1
        elif tokens.texts[at] in {"من", "في"} and tokens.joined(at):
            at += 1
        month = self.month_at(at)
        if month is not None:
            return month[0], month[1], True
        if at >= index and self.shifted_month(at) is not None:
            return None, at, True
        return None

    def month_at(self, index: int) -> tuple[Month, int] | None:
        """A month by its name, its double name, or its number behind شهر."""
        tokens = self.tokens
        at = index
        text = tokens.texts[at]
        named = text in {"شهر", "بشهر", "لشهر", "الشهر", "وشهر"} and tokens.joined(at + 1)
        if named:
            at += 1
        found = self.words.month(tokens, at)
        if found is None and not named:
            # في، ب and ل glued to it
            return self._clitic_month(at)
        if found is not None:
            return self._double(found[0], found[1])
        day = self._day(at) if tokens.joined(at) else None
        word = tokens.words[at]
        if day is not None and word is not None and word.digits is None and word.ordinal is None and not self._is_month_number(at, day):
            return None
        if day is None or day[0] > _MONTHS or (text == "الشهر" and tokens.texts[at][:2] != "ال"):
            return None
        from raqqa_data.reading.calendar_words import Month as Named

        return Named(day[0], "gregorian", weak=False), day[1]

    def _is_cardinal_word(self, index: int) -> bool:
        word = self.tokens.words[index]
        return word is not None and word.digits is None and word.ordinal is None

    def _is_month_number(self, index: int, day: tuple[int, int, int]) -> bool:
        """شهر عشرة is October beside a year, a day or القادم; شهر واحد is one month."""
        before = self.tokens.texts[index - 2]
        placed = before in {"من", "في", "اول"} or self.year_behind(day[1]) is not None
        return day[0] > 1 and (placed or self.shift_behind(day[1]) is not None)

    def _clitic_month(self, index: int) -> tuple[Month, int] | None:
        word = self.tokens.words[index]
        if word is None or word.calendar is None or word.calendar.entry != "month":
            return None
        skip = word.calendar.clitics.skip
        names = self.words.months.get(self.tokens.texts[index][skip:])
        for rest, month in names or ():
            if self.tokens.follows(index + 1, rest):
                return self._double(month, index + 1 + len(rest))
        return None

    def _double(self, month: Month, after: int) -> tuple[Month, int]:
        """حزيران/يونيو, حزيران (يونيو): one month by two names."""
        tokens = self.tokens
        if tokens.texts[after] in {"/", "("} and tokens.joined(after):
            other = self.words.month(tokens, after + 1)
            if other is not None and (other[0].number, other[0].calendar) == (month.number, month.calendar):
                closed = tokens.texts[other[1]] == ")" and tokens.texts[after] == "("
                return month._replace(weak=False), other[1] + closed
            if other is not None and tokens.texts[after] == "/" and other[0].calendar == month.calendar:
                return month, after
        return month, after

    def _dated(
        self, month: Month, after: int, first: int, day: int | None, until: int | None, *, start: int | None, marked: bool
    ) -> Moment | None:
        """The month with the year behind it, on a day or some days."""
        year = self.year_behind(after)
        if month.weak and day is None and year is None and not marked:
            return None
        calendar = month.calendar if year is None or year.calendar == "gregorian" else year.calendar
        behind = after if year is None else year.next
        if calendar == "hijri" or month.calendar == "hijri":
            number = year.number if year is not None else None if self.today is None else hijri.year_of(self.today)
            edtf = None if number is None else hijri.gregorian(number, month.number, day)
            return self.moment(edtf, first, behind, "day", None, None, "hijri", start=start)
        if year is None:
            shift = self.shift_behind(after)
            if shift is not None:
                return self._shifted_named(month, shift[0], shift[1], first, day, start)
        shared = self._shared_year(after) if year is None else None
        known = shared or self.this_year if year is None else year.number
        edtf = spans_of_time.month(known, month.number, day)
        if edtf is None:
            return None
        if until is not None:
            last = spans_of_time.month(known, month.number, until)
            edtf = None if last is None else f"{edtf}/{last}"
        grain = "month" if day is None else "day"
        named = shared if year is None else known
        return self.moment(edtf, first, behind, grain, named, month.number, start=start)

    def _shared_year(self, index: int) -> int | None:
        """يناير وفبراير 2020: the year is said once."""
        tokens = self.tokens
        at = self._after_and(index)
        word = None if at is None else tokens.words[at]
        if at is None or word is None or word.calendar is None:
            return None
        names = self.words.months.get(word.calendar.stem, ())
        for rest, _ in names:
            if tokens.follows(at + 1, rest):
                year = self.year_behind(at + 1 + len(rest))
                return None if year is None or year.calendar != "gregorian" else year.number
        return None

    def _after_and(self, index: int) -> int | None:
        tokens = self.tokens
        if not tokens.joined(index) or not tokens.texts[index].startswith("و"):
            return None
        return index + 1 if tokens.texts[index] == "و" and tokens.joined(index + 1) else index

    def _shifted_named(
        self, month: Month, shift: int, after: int, first: int, day: int | None, start: int | None
    ) -> Moment:
        """يونيو الماضي: the nearest before the reference, or after it."""
        edtf: str | None = spans_of_time.month(None, month.number, day)
        if self.this_year is not None and self.this_month is not None:
            year = self.this_year
            if shift < 0:
                year += shift + (1 if month.number < self.this_month or self._same_month_is_past(month, shift) else 0)
            elif shift > 0:
                year += shift - (1 if month.number > self.this_month else 0)
            edtf = spans_of_time.month(year, month.number, day)
        return self.moment(edtf, first, after, "month" if day is None else "day", None, month.number, start=start)

    def _same_month_is_past(self, month: Month, shift: int) -> bool:
        return False

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

    def shifted_month(self, index: int) -> tuple[str | None, int] | None:
        """هذا الشهر, الشهر الماضي: the month it is, or None without a reference, and the token after it."""
        tokens = self.tokens
        text = tokens.texts[index]
        if text in {"هذا", "نفس"} and tokens.texts[index + 1] == "الشهر" and tokens.joined(index + 1):
            shift, after = 0, index + 2
        elif text in {"الشهر", "بالشهر", "للشهر"}:
            found = self.shift_behind(index + 1)
            if found is None:
                return None
            shift, after = found
        else:
            return None
        if self.this_year is None or self.this_month is None:
            return None, after
        return spans_of_time.month(*spans_of_time.shifted_month(self.this_year, self.this_month, shift)), after

    def month_first(self, index: int) -> Moment | None:
        """يونيو 2017, يونيو من العام نفسه, شباط 13, سبتمبر 10, 2001."""
        word = self.tokens.words[index]
        found = self.month_at(index)
        if found is None or word is None:
            return None
        month, after = found
        tokens = self.tokens
        marked = tokens.texts[index].endswith("شهر") or after > index + 1
        calendar = word.calendar
        start = tokens.starts[index] + (0 if calendar is None else calendar.clitics.skip)
        day = self._day(after) if tokens.joined(after) else None
        if day is not None and (self._is_ordinal(after) or not self._counts(after, day[1])):
            until = None
            at = day[1]
            if tokens.texts[at] == "-" and tokens.glued(at):
                second = self._day(at + 1)
                if second is not None and second[0] > day[0]:
                    until, at = second[0], second[1]
            found_date = self._dated(month, at, index, day[0], until, start=start, marked=True)
            if found_date is not None:
                return found_date
        return self._dated(month, after, index, None, None, start=start, marked=marked)

    def _is_ordinal(self, index: int) -> bool:
        word = self.tokens.words[index]
        return word is not None and word.ordinal is not None

    def _counts(self, index: int, after: int) -> bool:
        """Whether the number behind a month counts something: في يونيو 15 قتيلا."""
        tokens = self.tokens
        text = tokens.texts[after]
        if not tokens.joined(after):
            return False
        if text in {"،", ","} or text == "-":
            return False
        return text.isalpha() and len(text) > 1 and text not in self.lexicon.context["not_nouns"]

    def weekday_first(self, index: int) -> Moment | None:
        """الاثنين 18 شباط, يوم الخميس الموافق 16 من هذا الشهر."""
        tokens = self.tokens
        at = index
        if tokens.texts[at] in {"يوم", "نهار", "مساء", "صباح", "ليوم", "ليله"}:
            at += 1
        weekday = self.names_weekday(at)
        if weekday:
            at += 1
        elif at == index:
            return None
        if tokens.texts[at] in {"،", ",", "الموافق", "في", "-", "(", "يوم"} and tokens.joined(at):
            at += 1
        if not tokens.joined(at):
            return None
        calendar = tokens.words[index].calendar if tokens.words[index] is not None else None
        skip = 0 if calendar is None else calendar.clitics.skip
        opened = tokens.texts[at - 1] == "("
        found = self.numeric(at) or self.day_first(at, index) or (self._month_behind_weekday(at) if weekday else None)
        if found is None:
            return None
        closed = opened and tokens.texts[found.next] == ")"
        return found._replace(first=index, next=found.next + closed, start=tokens.starts[index] + skip)

    def names_weekday(self, index: int) -> bool:
        """Whether a weekday stands at a token, with its article: not أحد, nor الأحد عشر."""
        tokens = self.tokens
        word = tokens.words[index]
        if word is None or word.calendar is None or word.calendar.entry != "weekday":
            return False
        if tokens.texts[index + 1] in {"عشر", "عشره"} and tokens.joined(index + 1):
            return False
        return tokens.texts[index].startswith("ال", word.calendar.clitics.skip)

    def _month_behind_weekday(self, index: int) -> Moment | None:
        word = self.tokens.words[index]
        return self.month_first(index) if word is not None and word.calendar is not None else None

    # --- years ---------------------------------------------------------------------------------------------------------

    def year_behind(self, index: int) -> YearFound | None:
        """[من] [العام] 2017 م, من العام نفسه, ،ألفين وعشرين."""
        tokens = self.tokens
        at = index
        if not tokens.joined(at):
            return None
        comma = tokens.texts[at] in {"،", ","}
        at += comma
        if tokens.texts[at] in {"من", "في", "/"} and tokens.joined(at):
            at += 1
        if tokens.texts[at] in {"نفس", "ذات"} and tokens.texts[at + 1] in {"العام", "السنه"} and tokens.joined(at + 1):
            return YearFound(self.year, at + 2, "gregorian")
        noun = tokens.texts[at].removeprefix("ل").removeprefix("ب").removeprefix("ا") in {"عام", "سنه", "لعام", "لسنه"}
        if noun and tokens.joined(at):
            return self._after_year_noun(at + 1)
        if tokens.texts[at] in {"هذا", "هذه"} and tokens.texts[at + 1] in {"العام", "السنه"} and tokens.joined(at + 1):
            return YearFound(self.this_year, at + 2, "gregorian")
        if tokens.texts[index] in {"من", "في"} and at == index + 1 and not tokens.texts[at].isdecimal():
            return None
        return self.year_number(at, named=False, comma=comma)

    def _after_year_noun(self, index: int) -> YearFound | None:
        tokens = self.tokens
        shift = self.shift_behind(index)
        if shift is not None:
            return YearFound(None if self.this_year is None else self.this_year + shift[0], shift[1], "gregorian")
        if self.words.shifts.get(tokens.texts[index]) == "same" and tokens.joined(index):
            return YearFound(self.year, index + 1, "gregorian")
        return self.year_number(index, named=True, comma=False)

    def year_number(self, index: int, *, named: bool, comma: bool) -> YearFound | None:
        tokens = self.tokens
        word = tokens.words[index]
        if word is None or not tokens.joined(index):
            return None
        if word.digits is not None:
            value, after = word.digits.value, index + 1
            if not word.digits.plain or not isinstance(value, int):
                return None
            right_length = len(word.digits.text) == _YEAR_DIGITS or named
        elif word.numeral is not None:
            number = parse_number(tokens, self.lexicon, index)
            if number is None or not isinstance(number.value, int):
                return None
            value, after = number.value, number.next
            right_length = _EARLIEST_WRITTEN <= value or named
        else:
            return None
        mark = self._mark(after)
        if mark is not None:
            return YearFound(value, mark[1], mark[0]) if 1 <= value <= _LATEST_WRITTEN else None
        if not right_length or not (1 if named else _EARLIEST_WRITTEN) <= value <= _LATEST_WRITTEN:
            return None
        if not named and not comma and self.lexicon.units.match(tokens, after) is not None:
            return None
        return YearFound(value, after, "gregorian")

    def _mark(self, index: int) -> tuple[str, int] | None:
        """م, هـ and their longer forms: the calendar, and the token after it."""
        tokens = self.tokens
        at = index + (tokens.texts[index] == "(")
        for name in ("before_christ", "hijri", "gregorian"):
            for words in self.words.marks[name]:
                after = at + len(words)
                if tokens.follows(at, words) and not (tokens.glued(after) and tokens.texts[after].isalpha()):
                    closed = tokens.texts[after] == ")" and at > index
                    return name, after + closed
        return None

    def year_noun(self, index: int) -> Moment | None:
        """عام 1948, سنة ألف وتسعمئة, عامي 2014 و2017, العام الجاري."""
        tokens = self.tokens
        word = tokens.words[index]
        if word is None or word.calendar is None or word.calendar.entry != "noun":
            return None
        clitics = word.calendar.clitics
        noun = self.words.nouns[word.calendar.stem]
        if noun not in {"year", "years"} or not tokens.joined(index + 1):
            return None
        start = tokens.starts[index] + clitics.skip
        year = self.year_number(index + 1, named=True, comma=False)
        if year is None or year.number is None:
            return None
        if noun == "years" and year.number < _EARLIEST_WRITTEN:
            return None
        marked = year.next > index + 2 and self._mark(year.next - 1) is not None
        if year.number < _LEAST_UNMARKED and not marked and year.calendar == "gregorian":
            return None
        if clitics.article and tokens.texts[index - 1] in self.lexicon.context["titles"] and tokens.joined(index):
            return None
        if year.calendar == "before_christ":
            return self.moment(None, index, year.next, "year", start=start)
        if year.calendar == "hijri":
            edtf = hijri.gregorian(year.number, None, None)
            return self.moment(edtf, index, year.next, "year", None, None, "hijri", start=start)
        found = self.moment(spans_of_time.year(year.number), index, year.next, "year", year.number, start=start)
        return found._replace(pair=noun == "years")

    def bare_year(self, index: int) -> Moment | None:
        """2017 behind في or before a range's end; 1445 هـ; never a number that counts something."""
        tokens = self.tokens
        word = tokens.words[index]
        if word is None:
            return None
        if word.digits is not None:
            value, after = word.digits.value, index + 1
            if not word.digits.plain or len(word.digits.text) != _YEAR_DIGITS or not isinstance(value, int):
                marked = self._mark(after) if word.digits.plain and isinstance(value, int) else None
                if marked is None or marked[0] != "hijri" or not isinstance(value, int) or value not in _HIJRI_YEARS:
                    return None
            start = tokens.starts[index]
        else:
            number = parse_number(tokens, self.lexicon, index)
            if number is None or not isinstance(number.value, int) or number.preposition:
                return None
            value, after, start = number.value, number.next, number.start
            if not value % 1000 or tokens.texts[index - 1] not in {"في", "منذ", "حتي"}:
                return None
        mark = self._mark(after)
        if mark is not None and isinstance(value, int) and 1 <= value <= _LATEST_WRITTEN:
            if mark[0] == "hijri":
                edtf = hijri.gregorian(value, None, None)
                return self.moment(edtf, index, mark[1], "year", None, None, "hijri", start=start)
            if mark[0] == "gregorian" and value >= _EARLIEST_WRITTEN and self._looks_dated(index):
                return self.moment(spans_of_time.year(value), index, mark[1], "year", value, start=start)
        if not _EARLIEST - (800 if word.digits is None else 0) <= value <= _LATEST:
            return None
        if tokens.glued(index) and tokens.texts[index - 1] not in {"(", "ل", "ب", "«", '"', "و", "/", "-", "،", "[", "ال", "من", "في"}:
            return None
        if not self._opens_range(after):
            if not self._looks_dated(index) and not (word.digits is not None and self._names_year(index, value)):
                return None
            if self._counted(after, worded=word.digits is None):
                return None
        return self.moment(spans_of_time.year(value), index, after, "year", value, start=start)

    def _looks_dated(self, index: int) -> bool:
        before = self.tokens.texts[index - 1]
        if not self.tokens.joined(index):
            return False
        return before in _YEAR_OPENERS or before.removeprefix("و").removeprefix("ل").removeprefix("ب") in _YEAR_OPENERS

    def _names_year(self, index: int, value: int) -> bool:
        """كأس أفريقيا 2019: behind a word that counts nothing, before none that can be counted."""
        tokens, context = self.tokens, self.lexicon.context
        before, after = tokens.texts[index - 1], tokens.texts[index + 1]
        if not _LIKELY_FIRST <= value <= _LIKELY_LAST or not value % 100 or not tokens.joined(index):
            return False
        if not before.isalpha() or before[0].isascii() or len(before) < 3 or before in context["count_words"]:  # noqa: PLR2004
            return False
        if self.lexicon.qualifiers.before(tokens, index, index - 6) is not None or before in context["identifiers"]:
            return False
        if not after.isalpha() or not tokens.joined(index + 1):
            return after not in {"/", "-", "%", "$"}
        return after in context["not_nouns"] or after.startswith(("ال", "و", "ب", "لل"))

    def _opens_range(self, after: int) -> bool:
        """2014-2017: two years in order."""
        tokens = self.tokens
        text = tokens.texts[after + 1]
        if tokens.texts[after] not in {"-", "/"} or not text.isdecimal() or len(text) != _YEAR_DIGITS:
            return False
        behind = after + 2
        start = tokens.texts[after - 1]
        return start < text <= str(_LATEST) and self.lexicon.units.match(tokens, behind) is None

    def _counted(self, index: int, *, worded: bool) -> bool:
        """Whether a noun or unit behind the number shows that it counts."""
        tokens = self.tokens
        text = tokens.texts[index]
        if not tokens.joined(index):
            return False
        if self.lexicon.units.match(tokens, index) is not None:
            return True
        word = tokens.words[index]
        if word is not None and word.numeral is not None and not word.numeral.clitics.conjunction:
            return True
        if not text.isalpha() or len(text) < 3 or text in self.lexicon.context["not_nouns"]:  # noqa: PLR2004
            return False
        # the accusative or the feminine ending of what is counted: 2000 مقاتل says less than 2000 مقاتلا
        return text.endswith(("ا", "ه")) and text[0] not in "وف" and not text.startswith("ال") if not worded else not text.startswith(("ال", "و"))

    # --- decades, centuries, seasons ------------------------------------------------------------------------------------

    def era(self, index: int) -> Moment | None:
        """تسعينيات القرن الماضي, القرن التاسع عشر, صيف 2017."""
        word = self.tokens.words[index]
        if word is None or word.calendar is None:
            return None
        entry, clitics, _ = word.calendar
        stem = word.calendar.stem
        start = self.tokens.starts[index] + clitics.skip
        if entry == "decade":
            return self._decade(index, self.words.decades[stem], start)
        if stem in self.words.seasons:
            year = self.year_behind(index + 1)
            if year is None or year.number is None or year.calendar != "gregorian":
                return None
            edtf = f"{year.number:04d}-{self.words.seasons[stem]}"
            return self.moment(edtf, index, year.next, "season", year.number, start=start)
        if entry == "noun" and self.words.nouns.get(stem) == "century" and clitics.article:
            return self._century(index, start)
        return None

    def _decade(self, index: int, tens: int, start: int) -> Moment:
        tokens = self.tokens
        century, after = 1900, index + 1
        if tokens.texts[after] in {"القرن"} and tokens.joined(after):
            found = self._century(after, tokens.starts[after])
            if found is not None and found.edtf is not None:
                century, after = int(found.edtf[:2]) * 100, found.next
        return self.moment(f"{(century + tens) // 10}X", index, after, "decade", start=start)

    def _century(self, index: int, start: int) -> Moment | None:
        tokens = self.tokens
        at = index + 1
        if not tokens.joined(at):
            return None
        shift = self.shift_behind(at)
        if shift is not None:
            now = 20 if self.this_year is None else self.this_year // 100
            # the century is known without a reference as long as news are of this one
            return self.moment(f"{now + shift[0]}XX", index, shift[1], "century", start=start)
        if tokens.texts[at] == "ال" and tokens.joined(at + 1):
            at += 1
        day = self._day(at)
        if day is None or day[0] > 22:  # noqa: PLR2004 - centuries that news speak of
            return None
        mark = self._mark(day[1])
        after = day[1] if mark is None else mark[1]
        if mark is not None and mark[0] != "gregorian":
            return self.moment(None, index, after, "century", start=start, calendar=mark[0] if mark[0] == "hijri" else "gregorian")
        return self.moment(f"{day[0] - 1:02d}XX", index, after, "century", start=start)

    def second(self, index: int, first: Moment) -> Moment | None:
        """The other end of a range that a date opens."""
        tokens = self.tokens
        word = tokens.words[index]
        if word is None:
            return None
        if first.grain == "year":
            at = index
            text = tokens.texts[at]
            if text.removeprefix("ل").removeprefix("ا").removeprefix("و").removeprefix("ل") in {"عام", "سنه"}:
                at += 1
            year = self.year_number(at, named=at > index, comma=False)
            if year is not None and year.number is not None and year.calendar != "hijri":
                if self._counted(year.next, worded=False):
                    return None
                edtf = spans_of_time.year(year.number)
                return self.moment(edtf, index, year.next, "year", year.number)
        return self.explicit(index)

    def moment(
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
        return Moment(edtf, first, after, self.tokens.starts[first] if start is None else start, grain, year, month, calendar)


def _on_days(edtf_month: str, day: int, until: int | None) -> str:
    first = f"{edtf_month}-{day:02d}"
    return first if until is None else f"{first}/{edtf_month}-{until:02d}"
