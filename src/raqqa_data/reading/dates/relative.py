"""Dates that point from the reference, or from a date named before: العام الجاري، منذ بداية العام."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from raqqa_data.reading.dates import spans_of_time
from raqqa_data.reading.dates.counted import CountedDates

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment
    from raqqa_data.reading.dates.parts import DateParts
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.calendar import CalendarWords

_LOOK_BACK = 8
_WEEK = 7
_QUOTES = frozenset("«»“”\"'")
_FUTURE_LETTERS = 4
_NEAR = 4
_SHORTEST = 3
_TWO_DAYS = frozenset({"يومي", "ليومي", "بيومي"})
_LATER = frozenset({"التالي", "اللاحق"})
_WHOLES = frozenset({"year", "month", "decade", "century", "season"})


class RelativeDates:
    """Reads dates that need a reference, or the year named last."""

    def __init__(self, parts: DateParts) -> None:
        self.parts = parts
        self.tokens: Tokens = parts.tokens
        self.words: CalendarWords = parts.words
        self.counted: CountedDates = CountedDates(parts)

    # --- parts of a year or a month --------------------------------------------------------------------------

    def part(self, index: int) -> Moment | None:
        """مطلع العام الجاري, منتصف يونيو, أواخر 2019."""
        tokens, parts = self.tokens, self.parts
        word, at = tokens.words[index], index + 1
        if word.calendar is None or not tokens.joined(at) or word.calendar.clitics.article:
            return None
        clitics = word.calendar.clitics
        which = self.words.parts[word.calendar.stem]
        whole = self._this_year(at) or self.deictic(at) or parts.explicit(at)
        if whole is None or whole.grain not in _WHOLES:
            return None
        if whole.calendar == "hijri":
            # its months are intervals of days already
            first, _, last = (whole.edtf or "").partition("/")
            edtf = {"start": first, "first": first, "end": last}.get(which) or None
        else:
            edtf = None if whole.edtf is None else spans_of_time.part(whole.edtf, which)
        start = tokens.starts[index] + clitics.skip
        before = tokens.texts[index - 1]
        since = before.removeprefix("و") == "منذ" and tokens.joined(index)
        if since and which == "start" and whole.year is None:
            edtf = edtf if parts.is_ended(whole.next) else self._until_now(edtf, whole)
            start = tokens.end(index - 1) - len("منذ")
        return whole._replace(edtf=edtf, first=index, start=start, grain="span", month=None)

    def _until_now(self, edtf: str | None, whole: Moment) -> str | None:
        reference = self.parts.reference
        if edtf is None or reference is None:
            return edtf
        begun = edtf.removesuffix("~")
        later = whole.month is not None and begun > str(reference)  # منذ مطلع آب, told in March
        return f"{spans_of_time.a_year_before(begun, span=False) if later else begun}/{reference}"

    def _this_year(self, index: int) -> Moment | None:
        """العام behind a part of it is this year: بداية العام; so is the month in منذ مطلع الشهر."""
        tokens, parts = self.tokens, self.parts
        if tokens.texts[index] == "الشهر" and tokens.texts[index - 2].removeprefix("و") == "منذ":
            return self.deictic(index) or self._shifted("month", 0, index, index + 1, tokens.starts[index])
        if tokens.texts[index] not in {"العام", "السنه"}:
            return None
        if tokens.texts[index + 1] in parts.lexicon.context["split_years"] and tokens.joined(index + 1):
            return None  # نهاية العام الدراسي is in summer
        if self.deictic(index) is not None or parts.year_noun(index) is not None:
            return None
        this_year = parts.this_year
        edtf = None if this_year is None else spans_of_time.year(this_year)
        return parts.moment(edtf, index, index + 1, "year")

    # --- this, last, next and the same -----------------------------------------------------------------------

    def deictic(self, index: int) -> Moment | None:
        """هذا العام, العام الماضي, الشهر نفسه."""
        tokens, parts = self.tokens, self.parts
        word = tokens.words[index]
        if word.calendar is None:
            return None
        start = tokens.starts[index] + word.calendar.clitics.skip
        if word.calendar.entry == "same":
            noun = self._noun(index + 1)
            same = noun is not None and tokens.joined(index + 1)
            return self._same(noun, index, index + 2, start) if noun is not None and same else None
        if word.calendar.entry == "this":
            noun = self._noun(index + 1)
            return (
                None
                if noun is None or not tokens.joined(index + 1) or (noun == "day" and tokens.texts[index - 1] == "مثل")
                else self._shifted(noun, 0, index, index + 2, start)
            )
        noun = self._noun(index)
        if noun is None or (tokens.texts[index - 1] in parts.lexicon.context["titles"] and tokens.joined(index)):
            return None
        if self.words.shifts.get(tokens.texts[index + 1]) == "same" and tokens.joined(index + 1):
            return self._same(noun, index, index + 2, start)
        shift = parts.shift_behind(index + 1)
        return None if shift is None else self._shifted(noun, shift[0], index, shift[1], start)

    def _is_of_no_day(self, index: int, after: int) -> bool:
        """في اليوم التالي, اليوم الأخير; but سأعود في اليوم التالي is from now on."""
        told = self.tokens.texts[after - 1]
        if told in _LATER:
            return not self._is_promised(index)
        return told == "الاخيره" or told in self.words.last

    def _is_promised(self, index: int) -> bool:
        around = self.tokens.texts[index - _NEAR : index]
        return any(text[:2] in {"سا", "سي", "ست", "سن"} and len(text) > _FUTURE_LETTERS for text in around)

    def _noun(self, index: int) -> str | None:
        """The calendar noun at a token, with its article."""
        text = self.tokens.texts[index]
        if "ل" not in text[1:4]:
            return None
        for clitic in ("ال", "وال", "بال", "لل", "فال", "وبال", "ولل", "كال"):
            if text.startswith(clitic) and text[len(clitic) :] in self.words.nouns:
                return self.words.nouns[text[len(clitic) :]]
        return None

    def _same(self, noun: str, index: int, after: int, start: int) -> Moment | None:
        parts = self.parts
        if noun == "year":
            edtf = None if parts.year is None else spans_of_time.year(parts.year)
            return parts.moment(edtf, index, after, "year", parts.year, start=start)
        if noun == "month":
            year = parts.year_behind(after)
            number, after = (parts.year, after) if year is None else (year.number, year.next)
            edtf = None if parts.month is None else spans_of_time.month(number, parts.month)
            return parts.moment(edtf, index, after, "month", number, parts.month, start=start)
        return None

    def _shifted(self, noun: str, shift: int, index: int, after: int, start: int) -> Moment | None:
        parts = self.parts
        edtf: str | None = None
        year, month, today = parts.this_year, parts.this_month, parts.today
        if noun == "year" and year is not None:
            edtf = spans_of_time.year(year + shift)
        elif noun == "month" and year is not None and month is not None:
            edtf = spans_of_time.month(*spans_of_time.shifted_month(year, month, shift))
        elif noun == "week" and today is not None:
            edtf = spans_of_time.week(spans_of_time.shifted_day(today, 7 * shift))
            between = self._weekdays_between(after, shift)
            if between is not None:
                edtf, after = between
        elif noun == "day" and self._is_of_no_day(index, after):
            pass  # the next day, of a day that nothing tells
        elif noun == "day" and today is not None:
            day = spans_of_time.shifted_day(today, shift)
            edtf = None if day is None else day.isoformat()
        elif noun == "decade" and year is not None:
            edtf = f"{year // 10 + shift:03d}X"
        elif noun not in {"year", "month", "week", "day", "decade"}:
            return None
        return parts.moment(edtf, index, after, noun, start=start)

    def _weekdays_between(self, index: int, shift: int) -> tuple[str, int] | None:
        """الأسبوع المقبل بين الأربعاء والجمعة."""
        tokens, today = self.tokens, self.parts.today
        if today is None or tokens.texts[index] != "بين" or not tokens.joined(index):
            return None
        days: list[int] = []
        at = index + 1
        for _ in range(2):
            at += tokens.texts[at] == "و"
            word = tokens.words[at]
            if word.calendar is None or word.calendar.entry != "weekday":
                return None
            days.append(self.words.weekdays[word.calendar.stem])
            at += 1
        monday = spans_of_time.shifted_day(today, 7 * shift - today.weekday())
        sides = [None if monday is None else spans_of_time.shifted_day(monday, day) for day in days]
        return (f"{sides[0]}/{sides[1]}", at) if days[0] < days[1] and None not in sides else None

    def alone(self, index: int) -> Moment | None:
        """العام as the whole of a line: this year."""
        tokens = self.tokens
        if tokens.joined(index) or tokens.joined(index + 1) or self.parts.reference is None:
            return None
        noun = self._noun(index)
        return None if noun is None else self._shifted(noun, 0, index, index + 1, tokens.starts[index])

    # --- days ------------------------------------------------------------------------------------------------

    def relative_day(self, index: int) -> Moment | None:
        """أمس, بعد غد: days that only a reference makes dates."""
        tokens, today = self.tokens, self.parts.today
        if today is None:
            return None
        at = index
        if self._noun(index) == "day" or tokens.texts[index] == "يوم":
            at += 1 + (tokens.texts[index + 1] in {"الي", "اللي"})
        openings = self.words.openings_of_days
        for at_word in dict.fromkeys((at, index)):
            text = tokens.texts[at_word]
            if text not in openings and text[1:] not in openings:
                continue
            for words, by in self.words.relative_days:
                stem = text if text == words[0] else text[1:]
                # بأول أمس is no "first of yesterday": باول is a name
                if stem != words[0] or (stem != text and text[0] not in ("وفلب" if len(words) == 1 else "وف")):
                    continue
                if self._is_no_day(at_word, at_word + len(words)):
                    return None
                if tokens.follows(at_word + 1, words[1:]):
                    day = spans_of_time.shifted_day(today, by)
                    start = tokens.starts[index] + (len(text) - len(stem) if at_word == index else 0)
                    edtf = None if day is None else day.isoformat()
                    return self._named_too(self.parts.moment(edtf, index, at_word + len(words), "day", start=start))
        return None

    def _is_no_day(self, index: int, after: int) -> bool:
        """«اليوم» is a newspaper, اليوم الأول the first day."""
        tokens, context = self.tokens, self.parts.lexicon.context
        before = tokens.texts[index - 1].removeprefix("و")
        any_day = before in {"في", "ذلك", "تلك"} or before in context["of_any_day"]
        any_day = any_day or (before == "هذا" and tokens.texts[index - 2] == "مثل")
        if tokens.texts[index] == "اليوم" and any_day and tokens.joined(index):
            return True  # في اليوم, في ذلك اليوم, ساعات اليوم: no today
        if tokens.texts[index] == "لامس" and tokens.printed(index) == "لامس":
            return True  # touched
        if tokens.texts[index] == "الغد" and before in {"من", "في"}:  # ودفن من الغد, وفي الغد عادوا: the next day
            around = {tokens.texts[index - 2].removeprefix("و")} if before == "من" else {tokens.texts[after]}
            return not context["past"].isdisjoint(around) or tokens.texts[after].endswith("وا")
        quoted = tokens.texts[index - 1] in _QUOTES and tokens.texts[after] in _QUOTES and tokens.joined(after)
        ordinal = tokens.words[after].ordinal
        first = ordinal is not None and ordinal.clitics.article and not ordinal.clitics.conjunction
        first = first or (tokens.texts[after] == "ال" and tokens.words[after + 1].digits is not None)  # اليوم الـ30
        first = first or tokens.texts[after] in context["days_of"] | context["the_same"]  # اليوم العالمي للمرأة
        return quoted or (tokens.texts[index].endswith("اليوم") and first and tokens.joined(after))

    def _named_too(self, day: Moment) -> Moment | None:
        """أمس الاثنين, اليوم الثلاثاء 25 حزيران: one day by two names; but في أمس الحاجة is "in dire need"."""
        tokens, parts = self.tokens, self.parts
        after = day.next
        if not tokens.joined(after):
            return day
        if tokens.texts[after] in parts.lexicon.context["not_days"]:
            return None
        if not parts.names_weekday(after) or tokens.texts[after].startswith("و"):
            return day
        dated = parts.weekday_first(after)
        if dated is not None:
            return dated._replace(first=day.first, start=day.start)
        return self._held_against(day._replace(next=after + 1), after)

    def _held_against(self, day: Moment, index: int) -> Moment:
        """أمس الجمعة on a day whose yesterday was no Friday: one of the two is wrong, so both are told."""
        found = self.tokens.words[index].calendar
        if day.edtf is None or found is None:
            return day
        told, named = dt.date.fromisoformat(day.edtf), self.words.weekdays[found.stem]
        if told.weekday() == named:
            return day
        near = min(
            (spans_of_time.shifted_day(told, by) for by in range(-_WEEK, _WEEK)),
            key=lambda one: _WEEK if one is None or one.weekday() != named else abs((one - told).days),
        )
        return day._replace(other=None if near is None else near.isoformat())

    def with_weekday(self, index: int) -> Moment | None:
        """يوم الجمعة, هذا يوم الجمعة."""
        tokens = self.tokens
        at = index
        if tokens.texts[at] in {"هذا", "هاي"}:
            at += 1
        if tokens.texts[at] not in {"يوم", "نهار", "ليوم"} or not tokens.joined(at + 1):
            return None
        word = tokens.words[at + 1]
        if word.calendar is None or word.calendar.entry != "weekday":
            return None
        explicit = self.parts.weekday_first(at)
        if explicit is not None:
            return explicit
        return self.weekday(at + 1, index)

    def weekday(self, index: int, first: int) -> Moment | None:
        """الخميس الماضي, الخميس بعد أسبوعين, أحد الأسبوع الماضي; alone, the next."""
        tokens, parts = self.tokens, self.parts
        today = parts.today
        word = tokens.words[index]
        if today is None or word.calendar is None:
            return None
        if tokens.joined(index + 1) and tokens.texts[index + 1] in parts.lexicon.context["named_weekdays"]:
            return None  # يوم الجمعة السوداء
        clitics = word.calendar.clitics
        weekday = self.words.weekdays[word.calendar.stem]
        start = tokens.starts[first] + (clitics.skip if first == index else 0)
        after = index + 1
        bare = not tokens.texts[index][clitics.skip :].startswith("ال")
        if tokens.joined(after):
            whole = self.deictic(after) if self._noun(after) == "week" else None
            if whole is None and tokens.texts[after] == "بعد":
                whole = self.counted.distance(after)
            if whole is not None and whole.edtf is not None and whole.grain in {"week", "day"}:
                inside = dt.date.fromisoformat(whole.edtf.partition("/")[0])
                day = spans_of_time.shifted_day(inside, weekday - inside.weekday())
                return parts.moment(None if day is None else day.isoformat(), first, whole.next, "day", start=start)
        if bare or not parts.names_weekday(index) or tokens.texts[first - 1] in parts.lexicon.context["prayers"]:
            return None
        pair = self._second_of_two(index, first, start)
        if pair is not None:
            return pair
        shift = parts.shift_behind(after)
        ahead = (weekday - today.weekday() - 1) % 7 + 1
        other: str | None = None
        if shift is None:
            last = -((today.weekday() - weekday) % 7)
            past = self.is_past(first, after)
            by = ahead if past is False else last
            if past is not True:
                then = spans_of_time.shifted_day(today, last if past is False else ahead)
                other = None if then is None else then.isoformat()
        else:
            after = shift[1]
            by = ahead + 7 * (shift[0] - 1) if shift[0] > 0 else ahead - 7
            if shift[0] < 0:
                behind = (today.weekday() - weekday - 1) % 7 + 1
                by = -behind + 7 * (shift[0] + 1)
        day = spans_of_time.shifted_day(today, by)
        found = parts.moment(None if day is None else day.isoformat(), first, after, "day", start=start)
        return found._replace(other=other)

    def _second_of_two(self, index: int, first: int, start: int) -> Moment | None:
        """يومي الثلاثاء والأربعاء: the second follows the first."""
        tokens, parts = self.tokens, self.parts
        before = first - 1
        if not tokens.texts[first].startswith("و") or tokens.texts[before - 1].removeprefix("و") not in _TWO_DAYS:
            return None
        earlier = self.weekday(before, before) if parts.names_weekday(before) and tokens.joined(first) else None
        word = tokens.words[index]
        if earlier is None or word.calendar is None or parts.shift_behind(index + 1) is not None:
            return None
        named = self.words.weekdays[word.calendar.stem]
        days = [day and spans_of_time.next_weekday(day, named) for day in (earlier.edtf, earlier.other)]
        return parts.moment(days[0], first, index + 1, "day", start=start)._replace(other=days[1])

    def is_past(self, first: int, after: int) -> bool | None:
        """Whether the verb beside a weekday tells of the past, or of what is to come; None where none tells."""
        tokens, context = self.tokens, self.parts.lexicon.context
        since = tokens.texts[first - 1].removeprefix("و") == "منذ" and tokens.joined(first)
        alone = not tokens.joined(first) and not tokens.joined(after)
        if since or alone:
            return since  # a weekday alone on its line: the next
        at = first - 1
        while at >= first - _LOOK_BACK and tokens.joined(at + 1) and tokens.texts[at] not in {".", "؛", "!", "؟"}:
            stem = tokens.texts[at].removeprefix("و").removeprefix("ف")
            if self._is_to_come(at) or (first - at < _NEAR and self._is_present(at)):
                return False
            if not context["past"].isdisjoint((stem, tokens.texts[at])):
                return True
            at -= 1
        verb = after + (tokens.texts[after] == "،" and tokens.joined(after))
        if tokens.joined(verb) and tokens.texts[verb] in context["past"]:
            return True
        for at in range(after, after + _NEAR):
            if not tokens.joined(at) or tokens.texts[at] in {".", "؛", "!", "؟"}:
                break
            if self._is_to_come(at) or (at <= after + 1 and self._is_present(at)):
                return False
        return None

    def _is_to_come(self, index: int) -> bool:
        """سيعقد, سأعود, سوف, المقرر."""
        stem = self.tokens.texts[index].removeprefix("و").removeprefix("ف")
        verb = stem[:2] in {"سي", "ست"} and len(stem) > _FUTURE_LETTERS
        verb = verb or (stem[:2] == "سا" and self.tokens.printed(index).removeprefix("و").startswith("سأ"))
        return verb or stem in self.parts.lexicon.context["to_come"]

    def _is_present(self, index: int) -> bool:
        """يصل الثلاثاء: news tell so of what is to come; but لم يصل."""
        tokens, context = self.tokens, self.parts.lexicon.context
        text = tokens.texts[index].removeprefix("و")
        if text[:1] == "ت" and "ي" + text[1:] in context["present"]:
            return True  # تختتم الاثنين
        if text[:1] != "ي" or len(text) < _SHORTEST or text.endswith(("ه", "ها")):
            return False
        if (
            text.startswith("يوم")
            or text in context["nouns_in_ya"] | context["past_imperfect"]
            or tokens.words[index].calendar is not None
        ):
            return False
        return not tokens.texts[index - 1].endswith(("لم", "كان", "كانت", "الذي"))
