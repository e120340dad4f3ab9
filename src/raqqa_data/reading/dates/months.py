"""Days and months: by name, by double name, by number, and pointed to from the reference."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from raqqa_data.reading.dates import hijri, spans_of_time
from raqqa_data.reading.dates.context import EARLIEST_SHORT, PARTS_OF_DAYS, YearFound
from raqqa_data.reading.dates.years import Years
from raqqa_data.reading.numbers.number import parse_number
from raqqa_data.reading.numbers.ordinals import parse_ordinal
from raqqa_data.reading.words.calendar import Month

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment

_MOST_DAYS = 31
_TEN = 10
_LOOK_BACK = 6
_CENTURY = 100
_NIGHTS = ("ليل", "الليل", "لليل", "وليل")
_STOPS = frozenset(".!؟؛،")
_LEADING = frozenset({"في", "يوم", "منذ", "حتي", "الي"})
OF_THE_MONTH = ("من", "الشهر")
"""What stands behind a day of the month told before."""
MONTHS = 12


class Months(Years):
    """Reads days and months, and the dates they make with a year."""

    def day(self, index: int) -> tuple[int, int, int] | None:
        """A day's number: its value, the token after it, and its offset."""
        tokens = self.tokens
        word = tokens.words[index]
        if word.digits is not None:
            value = word.digits.value
            hour = tokens.texts[index + 1] == ":" and tokens.glued(index + 1) and tokens.texts[index + 2].isdecimal()
            if hour or not word.digits.plain or not isinstance(value, int) or not 1 <= value <= _MOST_DAYS:
                return None
            return value, index + 1, tokens.starts[index]
        ordinal = parse_ordinal(tokens, self.lexicon, index)
        if ordinal is not None:
            last = tokens.texts[ordinal.next - 1]
            if (
                (last.endswith("ه") or last == "الاولي")
                and last != "عشره"
                and not tokens.texts[index - 1].startswith(_NIGHTS)
            ):
                return None  # الثانية في مارس, الأولى من رمضان: a day is masculine
            return (ordinal.value, ordinal.next, ordinal.start) if ordinal.value <= _MOST_DAYS else None
        number = parse_number(tokens, self.lexicon, index)
        if number is None or not isinstance(number.value, int) or not 1 <= number.value <= _MOST_DAYS:
            return None
        return number.value, number.next, number.start

    def on_that_weekday(self, moment: Moment, index: int) -> Moment:
        """الخميس 28, told on the third: of the two months the one in which it is a Thursday."""
        word = self.tokens.words[index].calendar
        named = None if word is None else self.words.weekdays[word.stem]
        days = [day for day in (moment.edtf, moment.other) if day is not None]
        on_it = [day for day in days if dt.date.fromisoformat(day).weekday() == named]
        return moment._replace(edtf=on_it[0], other=None) if len(on_it) == 1 else moment

    def held_against_weekday(self, moment: Moment, index: int) -> Moment:
        """الاثنين 20 تشرين الأول 2022 was a Thursday: the Monday that is nearest may be meant.

        A Hijri month begins a day earlier or later where the moon was seen so: there the weekday tells the day.
        """
        edtf, word = moment.edtf, self.tokens.words[index]
        if edtf is None or len(edtf) != len("2022-10-20") or not edtf[:4].isdecimal() or word.calendar is None:
            return moment
        told, named = dt.date.fromisoformat(edtf), self.words.weekdays[word.calendar.stem]
        by = (named - told.weekday() + 3) % 7 - 3
        near = spans_of_time.shifted_day(told, by) if by else None
        if near is None:
            return moment
        if moment.calendar == "hijri" and abs(by) == 1:
            return moment._replace(edtf=near.isoformat(), other=edtf)
        return moment._replace(other=near.isoformat())

    def names_weekday(self, index: int) -> bool:
        """Whether a weekday stands at a token, with its article: not أحد, nor الأحد عشر."""
        tokens = self.tokens
        word = tokens.words[index]
        if word.calendar is None or word.calendar.entry != "weekday":
            return False
        if tokens.texts[index + 1] in {"عشر", "عشره"} and tokens.joined(index + 1):
            return False
        return tokens.texts[index].startswith("ال", word.calendar.clitics.skip)

    def behind_weekday(self, index: int, day: int) -> int:
        """من 6 حتى مساء الإثنين 13: the token of the second day, where the first was begun as one."""
        tokens = self.tokens
        begun = tokens.texts[day - 1].removeprefix("و") in {"من", "منذ"} or self.names_weekday(day - 1)
        at = index + (tokens.texts[index] in PARTS_OF_DAYS)
        at += tokens.texts[at] == "يوم"
        at += self.names_weekday(at)
        return at if begun and tokens.joined(index) and tokens.joined(at) else index

    def month_behind(self, index: int) -> tuple[Month | None, int, bool] | None:
        """[من] [شهر] يونيو; None for the month in هذا الشهر, which begins at the token given back."""
        tokens = self.tokens
        at = index
        if (tokens.texts[at] in {"/", ".", "،", ",", "-"} and tokens.joined(at)) or (
            tokens.texts[at] in {"من", "في"} and tokens.joined(at) and not self._counts_days(at)
        ):
            at += 1
        month = self.month_at(at)
        if month is not None:
            scored = month[0].weak and month[0].calendar == "hijri" and tokens.texts[index] in {"-", "/"}  # 2-صفر
            scored = scored and self.year_behind(month[1]) is None
            return None if scored else (month[0], month[1], True)
        if at >= index and self.shifted_month(at) is not None:
            return None, at, True
        return None

    def _counts_days(self, index: int) -> bool:
        """الستة في حزيران: a number word before في is no day of the month."""
        word = self.tokens.words[index - 1]
        return self.tokens.texts[index] == "في" and word.numeral is not None and word.numeral.entry.slot == "unit"

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
        day = self.day(at) if tokens.joined(at) else None
        word = tokens.words[at]
        if day is not None and word.digits is None and word.ordinal is None and not self._is_month_number(at, day):
            return None
        if day is None or day[0] > MONTHS or (text == "الشهر" and tokens.texts[at][:2] != "ال"):
            return None
        of = tokens.texts[day[1]]
        of_year = of == "من" and tokens.texts[day[1] + 1] in {"السنه", "العام"}
        if text == "الشهر" and not of_year and (of == "من" or of.startswith("لل")) and self.year_behind(day[1]) is None:
            return None  # الشهر السابع من الحمل
        return Month(day[0], "gregorian", weak=False), day[1]

    def _is_month_number(self, index: int, day: tuple[int, int, int]) -> bool:
        """شهر عشرة is October beside a year, a day or القادم; شهر واحد is one month."""
        before = self.tokens.texts[index - 2]
        placed = before in {"من", "في", "اول"} or self.year_behind(day[1]) is not None
        return day[0] > 1 and (placed or self.shift_behind(day[1]) is not None)

    def _clitic_month(self, index: int) -> tuple[Month, int] | None:
        word = self.tokens.words[index]
        if word.calendar is None or word.calendar.entry != "month":
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
        again = self.words.month(tokens, after) if tokens.joined(after) else None
        if again is not None and (again[0].number, again[0].calendar) == (month.number, month.calendar):
            return month._replace(weak=False), again[1]  # أيلول سبتمبر
        if tokens.texts[after] in {"/", "(", "-", "،"} and tokens.joined(after):
            other = self.words.month(tokens, after + 1)
            if other is not None and (other[0].number, other[0].calendar) == (month.number, month.calendar):
                closed = tokens.texts[other[1]] == ")" and tokens.texts[after] == "("
                return month._replace(weak=False), other[1] + closed
            if other is not None and tokens.texts[after] == "/" and other[0].calendar == month.calendar:
                return month, after
        return month, after

    def _dated(
        self,
        month: Month,
        after: int,
        first: int,
        day: int | None,
        until: int | None,
        *,
        start: int | None,
        marked: bool,
    ) -> Moment | None:
        """The month with the year behind it, on a day or some days."""
        year = self.year_behind(after) or self.year_moved(after)
        if year is None or (day is not None and year.calendar == "gregorian" and (year.number or _CENTURY) < _CENTURY):
            year = self._short_year_behind(after, day)
        if month.weak and day is None and year is None and not marked:
            return None
        calendar = month.calendar if year is None or year.calendar == "gregorian" else year.calendar
        behind = after if year is None else year.next
        if calendar == "hijri" or month.calendar == "hijri":
            shift = self.shift_behind(after) if year is None else None
            number = (
                year.number if year is not None else self._hijri_year(month.number, 0 if shift is None else shift[0])
            )
            edtf = None if number is None else hijri.gregorian(number, month.number, day, until)
            grain = "month" if day is None else "day"
            behind = behind if shift is None else shift[1]
            return self.moment(edtf, first, behind, grain, calendar="hijri", start=start)
        if year is None:
            delivered = self.tokens.texts[first - 1] in self.lexicon.context["deliveries"] and self.tokens.joined(first)
            shift = (1, after) if delivered else self.shift_behind(after)
            if shift is not None:
                found = self._shifted_named(month, shift[0], shift[1], first, day, start)
                if until is None:
                    return found
                sides = [one and f"{one}/{one[:-2]}{until:02d}" for one in (found.edtf, found.other)]
                return found._replace(edtf=sides[0], other=sides[1])
        shared = self._shared_year(after) if year is None else None
        known = shared or self.this_year if year is None else year.number
        edtf = spans_of_time.month(known, month.number, day)
        if edtf is None:
            return self._no_such_day(month, known, first, behind, day, year is not None, start)
        if until is not None:
            last = spans_of_time.month(known, month.number, until)
            edtf = None if last is None else f"{edtf}/{last}"
        grain = "month" if day is None else "day"
        named = shared if year is None else known
        return self.moment(edtf, first, behind, grain, named, month.number, start=start)

    def _no_such_day(  # noqa: PLR0917
        self, month: Month, year: int | None, first: int, after: int, day: int | None, told: bool, start: int | None
    ) -> Moment | None:
        """31 شباط 2020: the month is what can be believed; its last day, or the text, may be meant."""
        whole = spans_of_time.month(year, month.number)
        if day is None or day > _MOST_DAYS or whole is None or year is None:
            return None
        last = next(one for one in range(_MOST_DAYS, 0, -1) if spans_of_time.month(year, month.number, one))
        found = self.moment(whole, first, after, "month", year if told else None, month.number, start=start)
        return found._replace(other=spans_of_time.month(year, month.number, last))

    def _short_year_behind(self, index: int, day: int | None) -> YearFound | None:
        """20 آذار 22, 3 أيار 98م: the century left out, where nothing is counted."""
        tokens = self.tokens
        text = tokens.texts[index]
        if day is None or self.this_year is None or not tokens.joined(index) or tokens.glued(index):
            return None
        if len(text) != len("22") or not text.isdecimal() or self._is_tallied(index):
            return None
        mark = self.mark(index + 1)
        if mark is not None and mark[0] != "gregorian":
            return None
        after = index + 1 if mark is None else mark[1]
        follower = tokens.texts[after]
        if mark is None and self.counted(after, worded=False) and follower not in self.lexicon.context["past"]:
            return None
        if tokens.joined(after) and follower.isalnum() and follower not in self.lexicon.context["past"]:
            return None
        year = self.this_year // _CENTURY * _CENTURY + int(text)
        if year > self.this_year and int(text) >= EARLIEST_SHORT:
            year -= _CENTURY
        return YearFound(year, after, "gregorian") if year <= self.this_year else None

    def _is_tallied(self, index: int) -> bool:
        """عدد الضحايا في 3 أيار 57: a count goes before."""
        told = self.tokens.texts[max(0, index - _LOOK_BACK) : index]
        return not self.lexicon.context["measured"].isdisjoint(text.removeprefix("ال") for text in told)

    def _shared_year(self, index: int) -> int | None:
        """يناير وفبراير 2020: the year is said once."""
        tokens = self.tokens
        at = self._after_and(index)
        word = None if at is None else tokens.words[at]
        if at is None or word is None or word.calendar is None or word.calendar.entry != "month":
            return None
        named = self.month_at(at)
        year = None if named is None else self.year_behind(named[1])
        return None if year is None or year.calendar != "gregorian" else year.number

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
            year = _year_shifted(self.this_year, self.this_month, month.number, shift)
            edtf = spans_of_time.month(year, month.number, day)
        found = self.moment(edtf, first, after, "month" if day is None else "day", None, month.number, start=start)
        if edtf is None or not shift or month.number != self.this_month or self.today is None:
            return found
        # 12 تشرين الأول الماضي, told on the 20th; تشرين الأول الماضي is likelier of the year before
        this = spans_of_time.month(self.this_year, month.number, day)
        gone = day is not None and this is not None and (day < self.today.day if shift < 0 else day > self.today.day)
        return found._replace(edtf=this, other=edtf) if gone else found._replace(other=None if day else this)

    def _day_alone(self, day: tuple[int, int, int], index: int) -> Moment | None:
        """حتى الخامس والعشرين.: a masculine ordinal past ten that ends its sentence, behind في، حتى، إلى or ل."""
        tokens, (number, after, start) = self.tokens, day
        ordinal = tokens.words[index].ordinal
        if self.this_year is None or self.this_month is None or ordinal is None or number <= _TEN:
            return None
        texts, clitics = tokens.texts, ordinal.clitics
        if not clitics.article or texts[index].endswith("ه") or (tokens.joined(after) and texts[after] not in _STOPS):
            return None
        led = clitics.preposition == "ل" or (texts[index - 1] in {"في", "حتي", "الي"} and tokens.joined(index))
        before = texts[max(0, index - _LOOK_BACK) : index]
        # تراجع إلى الثاني عشر is a rank, من القرن الثامن إلى الثاني عشر no day
        ranked = not self.lexicon.context["changes"].isdisjoint(before) or "من" in before
        ranked = ranked or tokens.words[index - 2].ordinal is not None
        if not led or ranked:
            return None
        edtf = spans_of_time.month(self.this_year, self.this_month, number)
        return self.moment(edtf, index, after, "day", start=start)

    def _hijri_year(self, month: int, shift: int) -> int | None:
        now = None if self.today is None else hijri.month_of(self.today)
        return None if now is None else _year_shifted(*now, month, shift)

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

    def _day_of_month_near(self, first: int, day: tuple[int, int, int], index: int) -> Moment | None:
        """27 الجاري, يوم 27, الخميس 21: a day of a month that the reference tells."""
        tokens = self.tokens
        number, at, start = day
        text = tokens.texts[at]
        word = tokens.words[index]
        if word.digits is None and first == index and not self.is_of_the_month(index, at):
            return self._day_alone(day, index)
        if word.digits is None and word.ordinal is None:
            return None
        if tokens.texts[index - 1] == "-" and tokens.glued(index) and tokens.glued(index - 1):
            return None  # كوفيد-19 الحالي
        shift = {"الجاري": 0, "الحالي": 0, "الماضي": -1, "المنصرم": -1, "الفائت": -1, "المقبل": 1, "القادم": 1}.get(
            text
        )
        before = tokens.texts[index - 1]
        if shift is not None and tokens.joined(at):
            at += 1
        elif self.is_of_the_month(index, at):
            at += len(OF_THE_MONTH)
        elif first == index and not (before == "يوم" and tokens.joined(index)):
            ends = text in {".", ""} or not tokens.joined(at)
            if not (before == "في" and ends and self.this_month is not None and tokens.joined(index)):
                return None
        elif self.counted(at, worded=False) or (
            text.isalpha() and tokens.joined(at) and text not in self.lexicon.context["not_nouns"]
        ):
            return None
        edtf, other = self._day_shifted(number, shift), None
        if shift is None and self.today is not None and number > self.today.day:
            other = self._day_shifted(number, -1)  # يوم 28 من الشهر, told on the third
        return self.moment(edtf, first, at, "day", start=start if first == index else None)._replace(other=other)

    def is_of_the_month(self, first: int, index: int) -> bool:
        """26 من الشهر, of which nothing says more: not من الشهر الفضيل, nor الأسبوع الثاني من الشهر."""
        tokens = self.tokens
        led = tokens.words[first].digits is not None or tokens.texts[first - 1].removeprefix("و") in _LEADING
        behind = tokens.texts[index + 2]
        bare = not tokens.joined(index + 2) or not (
            behind.startswith("ال") or behind in self.lexicon.context["the_same"]
        )
        return led and bare and tokens.follows(index, OF_THE_MONTH)

    def _day_shifted(self, day: int, shift: int | None) -> str | None:
        """That day of this month, or of one that many months from it."""
        if self.this_year is None or self.this_month is None:
            return None
        return spans_of_time.month(*spans_of_time.shifted_month(self.this_year, self.this_month, shift or 0), day)


def _year_shifted(year: int, month: int, named: int, shift: int) -> int:
    """The year of the named month before this month, or after it; the present year's where nothing shifts it."""
    if shift < 0:
        return year + shift + (named < month)
    return year + shift - (named > month) if shift > 0 else year
