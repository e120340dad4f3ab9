"""Dates counted off: the third week of a month, a quarter, the days before the reference, feasts."""

# ruff: noqa: PLR0911 - a grammar refuses early, its small numbers are those of language and calendar

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.reading.dates import hijri, spans_of_time
from raqqa_data.reading.dates.context import YEAR_DIGITS
from raqqa_data.reading.dates.feasts import day_of
from raqqa_data.reading.dates.windows import INTO, Container, Windows
from raqqa_data.reading.numbers.ordinals import parse_ordinal
from raqqa_data.reading.refusals.labels import definite

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment

_PREPOSITIONS = frozenset({"الي", "الا"})
_THIRDS = 3
_QUARTERS = 4
_FROM = frozenset({"من", "علي", "عن"})
_MOST_WEEKDAYS = 5
_LOOK_BACK, _LOOK_AHEAD = 7, 4
_ENDS = frozenset({".", "؛", "!", "؟", ""})
_STOPS = _ENDS | {"،"}
_THAT = frozenset({"ان", "انه", "انها"})
_NOT_NOW = frozenset({"لم", "كان", "كانت", "كانوا", "الذي"})
_SHORTEST = 4
_TO_COME = frozenset({"سي", "ست", "سن", "سا"})


class CountedDates(Windows):
    """Reads dates that count days, weeks or quarters off in a month or year, or from the reference."""

    # --- the nth of something --------------------------------------------------------------------------------

    def nth_first(self, index: int) -> Moment | None:
        """آخر اثنين من شهر آذار, أول أسبوع بشهر, ثالث يوم من."""
        tokens = self.tokens
        word = tokens.words[index]
        if not tokens.joined(index + 1):
            return None
        part = word.calendar is not None and word.calendar.entry == "part"
        stem = tokens.texts[index].removeprefix("و")
        if part and stem in {"اخر", "اول"}:
            nth = -1 if stem == "اخر" else 1
        elif word.ordinal is not None and not word.ordinal.clitics.article:
            nth = word.ordinal.entry
        else:
            return None
        unit = self._unit(index + 1)
        if unit is None:
            inside = self.in_a_whole(index, last=nth < 0) if abs(nth) == 1 else None
            return inside or (self._window_behind(index) if nth < 0 else None)
        return self._counted(unit, nth, index, index + 2)

    def nth_behind(self, index: int) -> Moment | None:
        """الأسبوع الأول من أكتوبر, الثلاثاء الأخير, الربع الثالث من 2016."""
        tokens = self.tokens
        at = index + 1 if tokens.texts[index] in {"يوم", "ليوم"} and self._weekday(index + 1) is not None else index
        unit = self._unit(at)
        if unit is None or not tokens.joined(at + 1):
            return None
        if unit == "day" and not definite(tokens.texts[at]).startswith("ال"):
            return None  # يوم السابع من أكتوبر is a date written out
        if tokens.texts[at + 1] in self.words.last:
            return self._counted(unit, -1, index, at + 2)
        ordinal = parse_ordinal(tokens, self.parts.lexicon, at + 1)
        if ordinal is None or (isinstance(unit, int) and ordinal.value > _MOST_WEEKDAYS):
            return None
        if isinstance(unit, int) and not definite(tokens.texts[at]).startswith("ال"):
            return None  # ظهر أحد أول الإهداءات
        return self._counted(unit, ordinal.value, index, ordinal.next)

    def _weekday(self, index: int) -> int | None:
        word = self.tokens.words[index]
        if word.calendar is None or word.calendar.entry != "weekday":
            return None
        return self.words.weekdays[word.calendar.stem]

    def _unit(self, index: int) -> str | int | None:
        """day, week, quarter, half or third, or a weekday's number."""
        weekday = self._weekday(index)
        if weekday is not None:
            return weekday
        word = self.tokens.words[index]
        if word.calendar is None:
            return None
        if word.calendar.entry == "day" and self.tokens.texts[index].endswith("اليوم"):
            return "day"
        if word.calendar.entry != "noun":
            return None
        noun = self.words.nouns[word.calendar.stem]
        return noun if noun in {"day", "week", "quarter", "half", "third"} else None

    def _counted(self, unit: str | int, nth: int, index: int, after: int) -> Moment | None:
        tokens, parts = self.tokens, self.parts
        word = tokens.words[index]
        calendar = word.calendar or word.ordinal
        start = tokens.starts[index] + (0 if calendar is None else calendar.clitics.skip)
        if isinstance(unit, int) and tokens.texts[after] == "بعد" and nth > 0:
            return self._weekdays_after(unit, nth, index, after + 1, start)
        container = self._container(after)
        if container is None and unit in {"quarter", "half"} and nth > 0:
            container = self._this_year(str(unit), nth, after)
        if container is None:
            return self._counted_now(unit, nth, index, after, start)
        if container.month is None and unit == "day" and nth > 0:
            return None
        if unit == "day" and container.month is not None and nth > 0:
            edtf = spans_of_time.month(container.year, container.month, nth)
        else:
            edtf = None if container.year is None else self._resolve(unit, nth, container.year, container.month)
        grain = "day" if unit == "day" or isinstance(unit, int) else "span"
        if isinstance(unit, int):
            found = parts.moment(edtf, index, container.next, grain, container.year, start=start)
            return self._or_last_year(found, unit, nth, container)
        year, month = (container.year, None) if container.told else (None, container.month)
        found = parts.moment(edtf, index, container.next, grain, year, month, start=start)
        if unit != "week" or container.month is None or container.year is None:
            return found
        # its first seven days, or the first week that begins in it
        return found._replace(other=spans_of_time.seven_days_of_month(container.year, container.month, nth))

    def _or_last_year(self, found: Moment, unit: int, nth: int, container: Container) -> Moment:
        """الثلاثاء الثاني من أيلول, told in May: of this year or of the last."""
        today = self.parts.today
        if container.told or container.year is None or today is None or (found.edtf or "") <= today.isoformat():
            return found
        return found._replace(other=self._resolve(unit, nth, container.year - 1, container.month))

    def _counted_now(self, unit: str | int, nth: int, index: int, after: int, start: int) -> Moment | None:
        parts = self.parts
        if parts.today is None:
            return None
        if isinstance(unit, int) and nth < 0 and parts.tokens.texts[after - 1] in self.words.last:
            back = (parts.today.weekday() - unit - 1) % 7 + 1  # الأربعاء الأخير: the one that was
            day = spans_of_time.shifted_day(parts.today, -back)
            last = spans_of_time.weekday_of_month(parts.today.year, parts.today.month, unit, nth)
            found = None if day is None else parts.moment(day.isoformat(), index, after, "day", start=start)
            apart = found is not None and last is not None and last != day
            return found._replace(other=last.isoformat()) if found is not None and last is not None and apart else found
        if isinstance(unit, int):
            day = spans_of_time.weekday_of_month(parts.today.year, parts.today.month, unit, nth)
            return None if day is None else parts.moment(day.isoformat(), index, after, "day", start=start)
        texts = parts.tokens.texts
        if unit == "day" and nth < 0 and texts[after] not in INTO and not texts[index + 1].startswith("ال"):
            day = spans_of_time.shifted_day(parts.today, -1)
            return None if day is None else parts.moment(day.isoformat(), index, after, "day", start=start)
        return None

    def _weekdays_after(self, weekday: int, nth: int, index: int, at: int, start: int) -> Moment | None:
        parts = self.parts
        other = self.holiday(at) or parts.explicit(at)
        if other is None or other.edtf is None or other.grain != "day":
            return None
        day = day_of(other.edtf)
        if day is None:
            return None
        first = spans_of_time.shifted_day(day, 1 + (weekday - day.weekday() - 1) % 7 + 7 * (nth - 1))
        return None if first is None else parts.moment(first.isoformat(), index, other.next, "day", start=start)

    def _this_year(self, unit: str, nth: int, index: int) -> Container | None:
        """النصف الأول من العام: of this year, or of the last one while it is still to come."""
        tokens, parts = self.tokens, self.parts
        at = index + (tokens.texts[index] in INTO)
        told = tokens.texts[at] in {"العام", "السنه"} and tokens.joined(at) and at > index
        if not told or parts.today is None or (tokens.joined(at + 1) and self._is_told_apart(at + 1)):
            return None
        year = parts.today.year
        resolved = self._resolve(unit, nth, year, None)
        begins = resolved is not None and resolved[: len("2023-10")] <= parts.today.isoformat()[: len("2023-10")]
        return Container(year if begins else year - 1, None, at + 1, told=False)

    def _is_told_apart(self, index: int) -> bool:
        """Whether a word behind "the year" tells which: the school year, the year that was before."""
        text = self.tokens.texts[index]
        return (text.startswith("ال") and text not in _PREPOSITIONS) or self.tokens.words[index].digits is not None

    def _resolve(self, unit: str | int, nth: int, year: int, month: int | None) -> str | None:
        if isinstance(unit, int):
            day = None if month is None else spans_of_time.weekday_of_month(year, month, unit, nth)
            return None if day is None else day.isoformat()
        if unit == "week":
            return spans_of_time.week_of_month(year, month, nth) if month else spans_of_time.week_of_year(year, nth)
        if unit == "day":
            # a first or a third day is read before; this is the last
            return spans_of_time.part(f"{year:04d}-{month or 12:02d}", "end")
        if unit == "quarter":
            return spans_of_time.quarter(year, _QUARTERS if nth < 0 else nth)
        if unit == "third":
            return spans_of_time.third(year, month, _THIRDS if nth < 0 else nth)
        nth = 2 if nth < 0 else nth
        return spans_of_time.half(year, nth) if month is None else spans_of_time.half_of_month(year, month, nth)

    # --- so far from the reference ---------------------------------------------------------------------------

    def distance(self, index: int) -> Moment | None:
        """قبل عامين, قبل نحو عامين, بعد ثلاثة أشهر, بعد 39 يوما من أول رجب."""
        tokens, parts = self.tokens, self.parts
        if parts.reference is None:
            return None
        sign = -1 if tokens.texts[index].endswith("قبل") else 1
        about = sign < 0 and tokens.texts[index + 1] in parts.lexicon.context["about"] and tokens.joined(index + 1)
        found = self._so_far_off(index, index + about, sign)
        if found is None or found.edtf is None or not about:
            return found
        return found._replace(edtf=f"{found.edtf}~")  # قبل نحو أسبوعين

    def _so_far_off(self, index: int, before: int, sign: int) -> Moment | None:
        """A date from a token, by the amount behind another."""
        tokens, parts = self.tokens, self.parts
        found = self._amount(before + 1)
        if found is None:
            return None
        amount, unit, after = found
        if self._is_no_distance(before, unit, after):
            return None
        start = tokens.starts[index] + len(tokens.texts[index]) - len("قبل")
        base = parts.today
        if tokens.texts[after] == "من" and tokens.joined(after):
            other = self.parts.relative(after + 1)
            day = None if other is None or other.edtf is None else day_of(other.edtf)
            if other is not None and day is not None and unit in {"day", "week"}:
                edtf = self._shifted(day, sign * amount, unit)
                return parts.moment(edtf, index, other.next, "day", start=start)
        further = self._further(after, unit)
        if further is not None:
            amounts, finer = [(sign * amount, unit)], unit
            while further is not None:  # قبل سنة وشهرين وثلاثة أيام
                rest, finer, after = further
                amounts.append((sign * rest, finer))
                further = self._further(after, finer)
            if tokens.texts[after] in _FROM and tokens.joined(after):
                return None
            edtf = self._from_reference_by(amounts)
            return parts.moment(edtf, index, after, finer, start=start)
        only = tokens.texts[after] in {"فقط", "واحد", "واحده"} and tokens.joined(after)
        if tokens.texts[after + only] in _FROM and tokens.joined(after + only):
            return None  # four years after something else: a duration
        if tokens.texts[after].startswith("هجري") and tokens.joined(after) and unit == "year":
            edtf = None if base is None else hijri.shifted(base, sign * amount)
            return parts.moment(edtf, index, after + 1, "day", calendar="hijri", start=start)
        if sign > 0 and not self._is_told_from_now(index, after):
            return None  # عثر عليه بعد ثلاثة أيام
        return parts.moment(self._from_reference(sign * amount, unit), index, after, unit, start=start)

    def _is_no_distance(self, index: int, unit: str, after: int) -> bool:
        """قبل يوم السابع من أكتوبر, قبل يومين أو ثلاثة, قبل عام 2011."""
        tokens = self.tokens
        if unit == "day" and after == index + 2 and self._names_day(after):
            return True
        if tokens.joined(index) and tokens.texts[index - 1].removesuffix("ا") == tokens.texts[after - 1]:
            return True  # يوما بعد يوم
        if tokens.texts[after] == "او" and tokens.words[after + 1].starts and tokens.joined(after + 1):
            return True
        if unit == "month" and after == index + 2 and tokens.joined(after) and self.words.month(tokens, after):
            return True  # بعد شهر رمضان
        if unit != "year":
            return False
        named = self.parts.year_noun(index + 1)  # بعد عام ألفين وأربعة عشر
        digits = len(tokens.texts[after]) == YEAR_DIGITS and tokens.texts[after].isdecimal()
        return digits or (named is not None and named.next > after)

    def _names_day(self, index: int) -> bool:
        """Whether a day of a month stands at a token: قبل يوم 7 أكتوبر is before it."""
        parts = self.parts
        day = parts.day(index) if self.tokens.joined(index) else None
        return day is not None and self.tokens.joined(day[1]) and parts.month_behind(day[1]) is not None

    def _is_told_from_now(self, index: int, after: int) -> bool:
        """Whether so long after is after publication: where a verb tells of what is to come, or it stands alone."""
        tokens, parts = self.tokens, self.parts
        if parts.year is not None and parts.this_year is not None and parts.year < parts.this_year:
            return False  # نزحوا في 2015 وعادوا بعد عامين
        if tokens.texts[index - 2] == "هذا" and tokens.joined(index):
            return True  # هذا الوقت بعد أسبوعين
        at, behind_that = index, False
        while tokens.joined(at) and at > index - _LOOK_BACK and tokens.texts[at - 1] not in _STOPS:
            at -= 1
            told = self._tells_of_what_comes(at)
            if told is not None and not (behind_that and not told):
                return told
            behind_that = behind_that or tokens.texts[at] in _THAT  # من المقرر أن يفتح بعد شهر
        opens = at == index or (at == index - 1 and (len(tokens.texts[at]) == 1 or parts.names_weekday(at)))
        after += tokens.texts[after] in {"واحد", "واحده"}
        for at in range(after, after + _LOOK_AHEAD):
            if tokens.texts[at] == "،" and tokens.joined(at):
                return False
            if not tokens.joined(at) or tokens.texts[at] in _ENDS or tokens.words[at].starts:
                return opens and at == after
            told = self._tells_of_what_comes(at)
            if told is not None:
                return told
        return False

    def _tells_of_what_comes(self, index: int) -> bool | None:
        """Whether a word is a verb of what is to come, or of the past; None where it is neither."""
        text, context = self.tokens.texts[index], self.parts.lexicon.context
        stem = text[1:] if text[:1] in "وف" else text
        if stem[:2] in _TO_COME and len(stem) > len("سيل"):
            return True
        if not context["past"].isdisjoint((text, stem)):
            return False
        present = stem in context["present"] or (stem[:1] == "ت" and "ي" + stem[1:] in context["present"])
        verb = stem[:1] == "ي" and len(stem) >= _SHORTEST and self.tokens.words[index].calendar is None
        verb = verb and stem not in context["nouns_in_ya"] | context["past_imperfect"]
        present = present or (verb and self.tokens.texts[index - 1] not in _NOT_NOW)
        return True if present or stem in context["to_come"] else None

    def ago(self, index: int) -> Moment | None:
        """من أسبوع at the head of a line: a week ago."""
        tokens, today = self.tokens, self.parts.today
        if tokens.texts[index - 1] != "من" or tokens.joined(index - 1) or today is None:
            return None
        found = self._amount(index)
        if found is None or found[1] not in {"day", "week"} or tokens.words[found[2]].digits is not None:
            return None  # من يوم 3 آذار
        return self.parts.moment(self._shifted(today, -found[0], found[1]), index - 1, found[2], "day")
