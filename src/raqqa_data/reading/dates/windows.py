"""Some days, weeks, months or years in a row: the past three weeks, the first eleven months of a year."""

# ruff: noqa: PLR2004 - its small numbers are those of language and calendar

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.reading.dates import spans_of_time
from raqqa_data.reading.dates.amounts import Amounts
from raqqa_data.reading.numbers.number import parse_number
from raqqa_data.reading.refusals.labels import definite

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment

INTO = frozenset({"من", "في", "ب"})
_MONTHS = 12
ENDED = frozenset({"المنتهي", "المنتهيه", "المنتهيين", "المنتهيتين"})
_ON = frozenset({"في", "ب", "بتاريخ"})
_LAST = frozenset({"الاخيره", "الاخيرين", "الاخيرتين", "الاخر"})


class Container(NamedTuple):
    """The month or year that something is counted in, the year None where only a reference tells; is it the text's?"""

    year: int | None
    month: int | None
    next: int
    told: bool = True


class Windows(Amounts):
    """Reads so many units in a row."""

    def _container(self, index: int) -> Container | None:
        tokens, parts = self.tokens, self.parts
        if not tokens.joined(index):
            return None
        at = index + (tokens.texts[index] in INTO)
        shifted = parts.shifted_month(at)
        if shifted is not None:
            edtf, after = shifted
            return Container(None, None, after) if edtf is None else Container(int(edtf[:4]), int(edtf[5:7]), after)
        month = parts.month_at(at)
        if month is not None:
            year = parts.year_behind(month[1])
            if month[0].calendar != "gregorian":
                return Container(None, None, month[1] if year is None else year.next)
            if year is None:
                return Container(parts.this_year, month[0].number, month[1], told=False)
            return Container(year.number, month[0].number, year.next)
        year = parts.year_behind(index) or parts.year_number(at, named=False, comma=False)
        return None if year is None or year.calendar != "gregorian" else Container(year.number, None, year.next)

    def window(self, index: int) -> Moment | None:
        """3 أيام القادمة, الأسابيع الثلاثة الماضية, اليومين المقبلين; الأشهر الثلاثة الأولى من 2014."""
        parts = self.parts
        if self.words.bounding.isdisjoint(self.tokens.texts[index + 1 : index + 6]):
            return None
        found = self._counted_units(index)
        if found is None:
            return None
        amount, unit, start, after = found
        whole = self._first_of_whole(index, found)
        if whole is not None:
            return whole
        shift = None if parts.today is None else parts.shift_behind(after)
        if shift is None or parts.today is None or abs(shift[0]) != 1:
            return None
        edtf = self._window(parts.today, amount * shift[0], unit)
        return None if edtf is None else parts.moment(edtf, index, shift[1], "span", start=start)

    def ended(self, index: int) -> Moment | None:
        """الأسبوع المنتهي في 15 تشرين الأول, الأشهر الستة المنتهية في حزيران 2022: so long, up to that day."""
        tokens, parts = self.tokens, self.parts
        if ENDED.isdisjoint(tokens.texts[index + 1 : index + 4]):
            return None
        noun = tokens.words[index].calendar
        found = self._counted_units(index)
        if found is not None:
            amount, unit, start, after = found
        elif noun is not None and noun.entry == "noun" and noun.clitics.article:
            unit, start, after = self.words.nouns[noun.stem], tokens.starts[index] + noun.clitics.skip, index + 1
            amount, unit = (3, "month") if unit == "quarter" else (6, "month") if unit == "half" else (1, unit)
        else:
            return None
        after += tokens.texts[after] not in ENDED and tokens.texts[after].startswith("ال")  # السنة المالية المنتهية
        if tokens.texts[after] not in ENDED or tokens.texts[after + 1] not in _ON or not tokens.joined(after + 1):
            return None
        at = after + 2 + (tokens.texts[after + 2] == "يوم")
        last = parts.explicit(at) if tokens.joined(at) else None
        period = None if last is None or last.grain not in {"day", "month"} else spans_of_time.last_day(last.edtf)
        begin = None if period is None else spans_of_time.begun(period, amount, unit)
        if last is None or begin is None:
            return None
        return last._replace(edtf=f"{begin}/{period}", first=index, start=start, grain="span", other=None)

    def _counted_units(self, index: int) -> tuple[int, str, int, int] | None:
        """So many of a unit, before or behind it: how many, of what, their offset, and the token after them."""
        tokens, lexicon = self.tokens, self.parts.lexicon
        word = tokens.words[index]
        if word.digits is None and word.numeral is None:
            unit = lexicon.units.match(tokens, index, leads=True)
            if unit is None or unit.number != 2 or not tokens.texts[index].startswith("ال"):
                return None
            return 2, unit.name, tokens.starts[index], unit.next
        number = parse_number(tokens, lexicon, index)
        if number is None or not isinstance(number.value, int):
            return None
        unit = lexicon.units.match(tokens, number.next)
        if unit is not None:
            # وفر 48 العام الماضي
            last = unit.number == 1 and tokens.texts[unit.first].startswith("ال") and not number.definite
            return None if last else (number.value, unit.name, number.start, unit.next)
        # الأسابيع الثلاثة, الأيام الـ10
        apart = not number.words and tokens.texts[index - 1] == "ال"
        before = index - 1 - apart
        whole = (number.definite or apart) and tokens.joined(index) and tokens.joined(before + 1)
        named = definite(tokens.texts[before]) if whole else ""
        forms = lexicon.units.phrases.get(named[2:], ()) if named.startswith("ال") else ()
        for rest, form in forms:
            if not rest:
                return number.value, form.name, tokens.end(before) - len(named), number.next
        return None

    def _first_of_whole(self, index: int, found: tuple[int, str, int, int]) -> Moment | None:
        """الأشهر الثلاثة الأولى من 2014, الأشهر الـ11 لسنة 2012."""
        tokens = self.tokens
        amount, unit, start, after = found
        if unit not in {"month", "week", "day"} or not tokens.joined(after):
            return None
        first = tokens.texts[after] in self.words.first
        last = tokens.texts[after] in _LAST and tokens.texts[after + 1] in INTO and tokens.joined(after + 1)
        after += first or last
        if not (first or last) and not (unit == "month" and tokens.texts[after][:1] == "ل"):
            return None
        lunar = self._first_of_moon(index, amount * (7 if unit == "week" else 1), after, start) if first else None
        if lunar is not None and unit != "month":
            return lunar
        return self._inside(self._container(after), amount, unit, index, start, last=last)

    def in_a_whole(self, index: int, *, last: bool) -> Moment | None:
        """أول ثلاثة أشهر من عام 2015, آخر أسبوعين من أيار 2020."""
        tokens = self.tokens
        found = self._amount(index + 1)
        if found is None or found[0] < 2 or found[1] not in {"month", "week", "day"}:
            return None
        amount, unit, after = found
        if tokens.texts[after] not in INTO or not tokens.joined(after):
            return None
        word = tokens.words[index].calendar or tokens.words[index].ordinal
        start = tokens.starts[index] + (0 if word is None else word.clitics.skip)
        days = amount * (7 if unit == "week" else 1)
        lunar = None if last or unit == "month" else self._first_of_moon(index, days, after, start)
        return lunar or self._inside(self._container(after), amount, unit, index, start, last=last)

    def _inside(
        self, container: Container | None, amount: int, unit: str, index: int, start: int, *, last: bool = False
    ) -> Moment | None:
        """So many months at the head or the end of a year, so many days at those of a month."""
        if container is None or (container.month is None) != (unit == "month"):
            return None
        year, month = container.year, container.month
        if year is None:
            return self.parts.moment(None, index, container.next, "span", start=start)
        if month is None:
            first = _MONTHS + 1 - amount if last else 1
            ends = [spans_of_time.month(year, number) for number in (first, first + amount - 1)]
        else:
            days = amount * (7 if unit == "week" else 1)
            first = calendar.monthrange(year, month)[1] + 1 - days if last else 1
            ends = [spans_of_time.month(year, month, day) for day in (first, first + days - 1)]
        if None in ends:
            return None
        return self.parts.moment("/".join(map(str, ends)), index, container.next, "span", year, start=start)

    def _first_of_moon(self, index: int, days: int, after: int, start: int) -> Moment | None:
        """الأيام الخمسة الأولى من رمضان: of the year that its month alone would have."""
        parts, at = self.parts, after + (self.tokens.texts[after] in INTO)
        month = parts.month_at(at) if self.tokens.joined(at) else None
        whole = parts.explicit(at) if month is not None and month[0].calendar == "hijri" else None
        begin = None if whole is None or whole.edtf is None else whole.edtf.partition("/")[0]
        end = None if begin is None else spans_of_time.shifted_day(dt.date.fromisoformat(begin), days - 1)
        if whole is None:
            return None
        edtf = None if end is None else f"{begin}/{end}"
        return parts.moment(edtf, index, whole.next, "span", calendar="hijri", start=start)

    def _window_behind(self, index: int) -> Moment | None:
        """آخر 3 سنوات."""
        today = self.parts.today
        if today is None:
            return None
        found = self._amount(index + 1)
        if found is None:
            return None
        edtf = self._window(today, -found[0], found[1])
        return None if edtf is None else self.parts.moment(edtf, index, found[2], "span")

    def _window(self, today: dt.date, by: int, unit: str) -> str | None:
        if not 1 <= abs(by) <= 10_000:
            return None
        if unit == "week":
            then = spans_of_time.shifted_day(today, 7 * by)
            start, end = (then, today) if by < 0 else (today, then)
        elif unit == "day":
            start = spans_of_time.shifted_day(today, by if by < 0 else 1)
            end = spans_of_time.shifted_day(today, -1 if by < 0 else by)
        elif unit in {"month", "year", "decade"}:
            months = by * {"month": 1, "year": 12, "decade": 120}[unit]
            then = spans_of_time.months_on(today, months)
            start, end = (then, today) if by < 0 else (today, then)
        else:
            return None
        return None if start is None or end is None else f"{start}/{end}"
