"""Dates written out: day, month and year in any order, numeric dates, decades and centuries."""

# ruff: noqa: PLR0911, PLR2004 - a grammar refuses early, its small numbers are those of language and calendar

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.reading.dates import spans_of_time
from raqqa_data.reading.dates.context import EARLIEST_WRITTEN, PARTS_OF_DAYS
from raqqa_data.reading.dates.numeric import NumericDates
from raqqa_data.reading.dates.years import YEAR_NOUNS

if TYPE_CHECKING:
    from collections.abc import Callable

    from raqqa_data.reading.dates.context import Moment
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon
    from raqqa_data.records.period import Period

_MOST_SHARING = 4  # days of one month
_BEFORE_DAYS = frozenset(
    {"يوم", "في", "منذ", "حتي", "الي", "من", "ليله", "بين", "بتاريخ", "تاريخ", "ال", "وبين", "مساء", "صباح", "فجر"}
)


class DateParts(NumericDates):
    """Reads explicit dates, and the parts that other dates are made of."""

    def __init__(
        self,
        tokens: Tokens,
        lexicon: Lexicon,
        reference: Period | None,
        explicit: Callable[[int], Moment | None],
        relative: Callable[[int], Moment | None],
    ) -> None:
        super().__init__(tokens, lexicon, reference)
        self.explicit = explicit
        self.relative = relative

    def is_apart(self, index: int) -> bool:
        """Whether digits stand free of a percent sign and of a name before them."""
        before = self.tokens.texts[index - 1]
        if "%" in {before, self.tokens.texts[index + 1]} and self.tokens.joined(index):
            return False
        joined = before == "/" and self.ended == index - 1  # 1356هـ/1937م
        joined = joined or (before == "/" and self.year_end == index - 1 and self._is_lunar(index + 1))  # 1258م/656هـ
        named = before in {"/", "_", "=", "."} or (before.isalpha() and before.isascii())
        return not (self.tokens.glued(index) and named and not joined)

    def _is_no_day(self, index: int) -> bool:
        """الفصل الثاني في شباط, ديوانه الأول في آذار, ثم ثالث في نيسان: no day, for which يوم or في would lead."""
        word = self.tokens.words[index - 1]
        weekday = word.calendar is not None and word.calendar.entry in {"weekday", "part", "day"}
        before = self.tokens.texts[index - 1]
        led = before.removeprefix("و") in _BEFORE_DAYS or weekday or not before.isalnum()
        return not led and self.tokens.joined(index)

    def _is_lunar(self, index: int) -> bool:
        mark = self.mark(index)
        return mark is not None and mark[0] == "hijri"

    def day_first(self, index: int, first: int) -> Moment | None:
        """15 يونيو 2017, الخامس عشر من شهر حزيران, 13-15 تموز."""
        day = self.day(index)
        if day is None or self.tokens.texts[index - 1].endswith("العشر"):
            return None  # العشر الأول من محرم
        number, _, start = day
        until, at = self.last_day(index, *day[:2])
        if self.tokens.texts[at] == "في" and self._is_no_day(index):
            return None  # الفصل الثاني في شباط
        of_it = self.tokens.texts[at] == "منه" and self.tokens.joined(at)
        if of_it and (self.of_old or self.month is not None):
            whole = None if self.month is None else spans_of_time.month(self.year, self.month)
            edtf = None if whole is None else _on_days(whole, number, until)
            return self.moment(edtf, first, at + 1, "day", start=start if first == index else None)
        found = self.month_behind(at)
        if found is None:
            if until is None or self.shift_behind(at) is None:
                return self._day_of_month_near(first, day, index)
            near = self._day_of_month_near(first, (until, at, start), index)
            if near is None or near.edtf is None:
                return near
            return near._replace(edtf=f"{near.edtf[:-2]}{number:02d}/{near.edtf}") if number < until else None
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

    def last_day(self, index: int, number: int, at: int) -> tuple[int | None, int]:
        """The last of some days, if more than one is named, and the token after them."""
        tokens = self.tokens
        text = tokens.texts[at]
        if not tokens.joined(at):
            return None, at
        if text in {"-", "او", "/"} or text in self.lexicon.context["to"]:
            second = self.day(self.behind_weekday(at + 1, index))
            if second is not None and (text not in {"او", "/"} or second[0] == number + 1):  # ليلة 5/6 آذار
                after, last = self._further_days(second[1], second[0])
                return last, after
        elif text.startswith("و"):
            second = self.day(at + (text == "و"))
            if second is not None and (tokens.texts[index - 1] in {"بين", "وبين"} or second[0] == number + 1):
                after, last = self._further_days(second[1], second[0])
                return last, after
        return None, at

    def _is_month_here(self, index: int, after: int) -> bool:
        """Not مفاعل تموز, nor سيارة نيسان, nor نيسان موتور."""
        context, tokens = self.lexicon.context, self.tokens
        if tokens.texts[index - 1] not in context["bear_months"] and tokens.texts[after] not in context["makes"]:
            return True
        return self.year_behind(after) is not None

    def _further_days(self, index: int, last: int) -> tuple[int, int]:
        """The days after the second that follow one another: 5 و6 و7 و8 مارس, 5 أو 6 أو 7 مارس."""
        tokens = self.tokens
        while (tokens.texts[index].startswith("و") or tokens.texts[index] == "او") and tokens.joined(index):
            further = self.day(index + (tokens.texts[index] in {"و", "او"}))
            if further is None or further[0] != last + 1:
                break
            last, index = further[0], further[1]
        return index, last

    def month_first(self, index: int) -> Moment | None:
        """يونيو 2017, يونيو من العام نفسه, شباط 13, سبتمبر 10, 2001."""
        word = self.tokens.words[index]
        found = self.month_at(index)
        if found is None:
            return None
        month, after = found
        tokens = self.tokens
        if not self._is_month_here(index, after):
            return None
        if month.weak and self._is_other_word(index, after):
            return None
        marked = tokens.texts[index].endswith("شهر") or (after > index + 1 and tokens.texts[index + 1].isalpha())
        if not marked and month.weak:
            before = tokens.texts[index - 1].removeprefix("و")
            placed = before in self.lexicon.context["before_months"] and tokens.joined(index)
            placed = placed and month.calendar == "gregorian"  # في صفر is "in Safar" less than "in zero"
            behind = after + (tokens.texts[after] in {"-", "/", "الي", "حتي", "و"})
            paired = tokens.joined(behind) and (behind > after or tokens.texts[after].startswith("و"))
            paired = paired and self.month_at(behind) is not None  # بين مارس وأبريل
            ranged = tokens.texts[index - 1] in self.lexicon.context["to"] and self.month_at(index - 2) is not None
            ranged = ranged or self._is_second_between(index)
            heads = not tokens.joined(index) and tokens.texts[after] == ":"  # مارس: اندلاع
            marked = (
                heads or placed or paired or (ranged and tokens.joined(index)) or self.shift_behind(after) is not None
            )
        calendar = word.calendar
        start = tokens.starts[index] + (0 if calendar is None else calendar.clitics.skip)
        day = self.day(after) if tokens.joined(after) else None
        ordinal = tokens.words[after].ordinal
        if ordinal is not None and ordinal.clitics.conjunction:
            day = None  # ديسمبر وثاني أكبر انخفاض
        if day is not None and (self._is_ordinal(after) or not (self._counts(day[1]) or self._is_tallied(after))):
            until = None
            at = day[1]
            if tokens.texts[at] == "-" and tokens.glued(at):
                second = self.day(at + 1)
                if second is not None and second[0] > day[0]:
                    until, at = second[0], second[1]
            found_date = self._dated(month, at, index, day[0], until, start=start, marked=True)
            if found_date is not None:
                return found_date
        return self._dated(month, after, index, None, None, start=start, marked=marked)

    def _is_second_between(self, index: int) -> bool:
        """بين يناير ومارس, شهري حزيران وآب."""
        texts = self.tokens.texts
        opened = texts[index - 2].removeprefix("و") in {"بين", "شهري"} and self.tokens.joined(index - 1)
        return opened and texts[index].startswith("و") and self.month_at(index - 1) is not None

    def _is_other_word(self, index: int, after: int) -> bool:
        """باب and إب, where nothing but the letters says August: آب has its own mark."""
        tokens = self.tokens
        calendar = tokens.words[index].calendar
        printed = tokens.printed(index)[0 if calendar is None else calendar.clitics.skip :]
        if calendar is None or calendar.stem != "اب" or printed.startswith("آ"):
            return False
        town = printed.startswith("إ")
        return town or (self.year_behind(after) is None and tokens.texts[after] not in {"/", "("})

    def _is_ordinal(self, index: int) -> bool:
        word = self.tokens.words[index]
        return word.ordinal is not None

    def _counts(self, after: int) -> bool:
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
        weekday, weekday_at = self.names_weekday(at), at
        if weekday:
            at += 1
        elif at == index:
            return None
        shift = self.shift_behind(at) if weekday else None
        at = at if shift is None else shift[1]  # الثلاثاء الماضي 2 أيار
        if tokens.texts[at] in {"،", ",", "الموافق", "في", "-", "(", "يوم"} and tokens.joined(at):
            at += 1
        if not tokens.joined(at):
            return None
        word = tokens.words[index]
        calendar = word.calendar
        skip = 0 if calendar is None else calendar.clitics.skip
        opened = tokens.texts[at - 1] == "("
        found = self.numeric(at) or self.day_first(at, index) or (self._month_behind_weekday(at) if weekday else None)
        if found is None or (shift is not None and found.month is None):
            return None
        closed = opened and tokens.texts[found.next] == ")"
        if weekday and found.other is None and (found.year is not None or found.calendar == "hijri"):
            found = self.held_against_weekday(found, weekday_at)
        elif weekday and found.month is None and found.other is not None:
            found = self.on_that_weekday(found, weekday_at)
        elif weekday and found.month is None:
            found = self.held_against_weekday(found, weekday_at)
            if found.other is not None and found.next == weekday_at + 2:
                return None  # بلغ مساء الأربعاء 20, told on a Thursday that is the 20th
        return found._replace(first=index, next=found.next + closed, start=tokens.starts[index] + skip)

    def day_of_shared_month(self, index: int) -> Moment | None:
        """في 5 و7 أيلول 2019, في 10 و12 و15 أيار: the month is said once, behind the last day."""
        opened = self.tokens.texts[index - 1] in {"في", "يوم", "يومي", "ايام", "وفي", "بتاريخ", "و"}
        day = self.day(index) if opened else None
        last = None if day is None else self._last_sharing(day[1])
        told = "" if last is None else last.edtf or ""
        if day is None or last is None or last.calendar != "gregorian" or len(told) != len("2022-10-20"):
            return None
        if int(told[8:]) <= day[0] + 1:
            return None  # 1 و2 أيار are two days in one
        return self.moment(f"{told[:8]}{day[0]:02d}", index, day[1], "day", last.year, last.month, start=day[2])

    def _last_sharing(self, index: int) -> Moment | None:
        """The last of the days that و joins behind a token, with its month."""
        tokens = self.tokens
        for _ in range(_MOST_SHARING):
            at = index + 1
            joined = tokens.texts[index] == "و" and tokens.joined(index) and tokens.joined(at)
            if not joined or tokens.words[at].digits is None:
                return None
            found, day = self.day_first(at, at), self.day(at)
            if found is not None or day is None:
                return found
            index = day[1]
        return None

    def _month_behind_weekday(self, index: int) -> Moment | None:
        word = self.tokens.words[index]
        return self.month_first(index) if word.calendar is not None else None

    def era(self, index: int) -> Moment | None:
        """تسعينيات القرن الماضي, القرن التاسع عشر, صيف 2017."""
        word = self.tokens.words[index]
        if word.calendar is None:
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
            following = self.tokens.texts[year.next + 1]  # شتاء 2013-2014
            two = self.tokens.texts[year.next] in {"-", "/"} and str(year.number + 1) in {following, f"20{following}"}
            return self.moment(edtf, index, year.next + 2 * two, "season", year.number, start=start)
        noun = self.words.nouns.get(stem) if entry == "noun" and clitics.article else None
        if noun == "century":
            return self._century(index, start)
        if noun == "centuries":
            return self._two_centuries(index, start)
        return self._decade_of_a_century(index, start) if noun == "decade" else None

    def _two_centuries(self, index: int, start: int) -> Moment | None:
        """القرنين الثامن عشر والتاسع عشر."""
        first = self._century(index, start)
        if first is None or first.edtf is None or not self.tokens.joined(first.next):
            return None
        at = first.next + (self.tokens.texts[first.next] == "و")
        ordinal = self.tokens.words[at].ordinal
        if at == first.next and (ordinal is None or ordinal.clitics.conjunction != "و"):
            return None
        second = self._century(at - 1, start)
        if second is not None and second.calendar == "hijri":
            return second._replace(first=index, grain="span")
        if second is None or second.edtf is None or first.edtf >= second.edtf:
            return None
        return second._replace(edtf=f"{first.edtf}/{second.edtf}", first=index, grain="span")

    def _decade_of_a_century(self, index: int, start: int) -> Moment | None:
        """العقد الأول من القرن الحادي والعشرين."""
        nth = self.day(index + 1) if self.tokens.joined(index + 1) else None
        if nth is None or not 1 <= nth[0] <= 10:
            return None
        at = nth[1] + (self.tokens.texts[nth[1]] == "من")
        century = self._century(at, start) if self.tokens.texts[at] == "القرن" and self.tokens.joined(at) else None
        if century is None or century.edtf is None:
            return None
        return century._replace(edtf=f"{century.edtf[:2]}{nth[0] - 1}X", first=index, grain="decade")

    def _decade(self, index: int, tens: int, start: int) -> Moment | None:
        tokens = self.tokens
        century, after = 1900, index + 1
        if tokens.texts[after] == "من" and tokens.texts[after + 1].removeprefix("ال").startswith("عمر"):
            return None  # في العشرينات من عمره
        if tokens.texts[index - 1] == "في" and tokens.texts[index - 2] in self.lexicon.context["persons"]:
            return None  # رجل في السبعينات
        at = after + (tokens.texts[after] == "من")
        if tokens.texts[at] == "القرن" and tokens.joined(at) and tokens.joined(after):
            found = self._century(at, tokens.starts[at])
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
        day = self.day(at)
        if day is None or day[0] > 22:
            return None
        mark = self.mark(day[1])
        after = day[1] if mark is None else mark[1]
        if mark is not None and mark[0] != "gregorian":
            other = (
                self.day(after + 1) if self.tokens.texts[after] in {"/", "-", "("} else None
            )  # الثالث الهجري/التاسع الميلادي
            marked = None if other is None else self.mark(other[1])
            if other is not None and marked is not None and marked[0] == "gregorian" and other[0] <= 22:
                closed = marked[1] + (self.tokens.texts[after] == "(" and self.tokens.texts[marked[1]] == ")")
                return self.moment(f"{other[0] - 1:02d}XX", index, closed, "century", start=start)
            return self.moment(
                None, index, after, "century", start=start, calendar=mark[0] if mark[0] == "hijri" else "gregorian"
            )
        return self.moment(f"{day[0] - 1:02d}XX", index, after, "century", start=start)

    def is_ended(self, index: int) -> bool:
        """منذ مطلع آب حتى 12 منه: whether "to" and a date stand there; not إلى 30 قتيلا."""
        tokens, at = self.tokens, index + 1
        if tokens.texts[index] not in self.lexicon.context["to"] or not tokens.joined(at):
            return False
        at += tokens.texts[at] in PARTS_OF_DAYS
        word = tokens.words[at].calendar
        pointed = word is not None and word.entry in {"part", "day"}
        return pointed or tokens.texts[at + 1] == "منه" or self.explicit(at) is not None

    def second(self, index: int, first: Moment) -> Moment | None:
        """The other end of a range that a date opens."""
        tokens = self.tokens
        if first.grain == "year":
            at = index
            if tokens.texts[at] in YEAR_NOUNS:
                at += 1
            early = first.pair and first.year is not None and first.year < EARLIEST_WRITTEN
            year = self.year_number(at, named=at > index or early, comma=False)
            if year is not None and year.number is not None and year.calendar != "hijri":
                split = tokens.texts[index - 1] == "/" and tokens.glued(index)  # 2019/2020 سبعة ملايين
                if not split and self.counted(year.next, worded=False):
                    return None
                edtf = spans_of_time.year(year.number)
                return self.moment(edtf, index, year.next, "year", year.number)
        return self.explicit(index)


def _on_days(edtf_month: str, day: int, until: int | None) -> str:
    first = f"{edtf_month}-{day:02d}"
    return first if until is None else f"{first}/{edtf_month}-{until:02d}"
