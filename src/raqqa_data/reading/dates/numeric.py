"""Dates in digits: 17/5/2018, 9/ 10/ 1436, 21.11.2010, 2-4/6/2015, 17/5/18."""

# ruff: noqa: PLR0911, PLR2004 - a grammar refuses early, its small numbers are those of the calendar

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raqqa_data.reading.dates import hijri, spans_of_time
from raqqa_data.reading.dates.bare_years import LIKELY_FIRST, LIKELY_LAST
from raqqa_data.reading.dates.context import EARLIEST_SHORT, EARLIEST_WRITTEN, LATEST_WRITTEN, YEAR_DIGITS
from raqqa_data.reading.dates.months import MONTHS, Months
from raqqa_data.reading.dates.own_years import turned_years

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raqqa_data.reading.dates.context import Moment

_MOST_DAYS = 31
_SEPARATORS = frozenset("/-.")
_BEFORE_DAYS = frozenset({"يوم", "بتاريخ", "تاريخ", "التاريخ", "ليوم"})
_LEADING = frozenset({"في", "منذ", "حتي"})
_THIS_CENTURY, _HIJRI_CENTURY = 2000, 1400
_HIJRI_TO_COME = 60
_OPENING = frozenset({"من", "بين", "منذ"})
_DOTTED_DATE = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})|([0-9]{4})\.([0-9]{1,2})(?:\.([0-9]{1,2}))?")
_DOTTED_SHORT = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{2})")


class NumericDates(Months):
    """Reads days, months and years joined by strokes, dashes or points."""

    def numeric(self, index: int) -> Moment | None:
        """17/5/2018, 2017-06-15, 5/2018, 21.11.2010."""
        tokens = self.tokens
        text = tokens.texts[index]
        dotted = self._dotted(index) if "." in text else None
        if dotted is not None:
            return dotted
        digits = [text]
        at = index + 1
        separator = tokens.texts[at]
        spaced = self._spaced(index) if separator in _SEPARATORS or separator in self.lexicon.context["to"] else None
        if spaced is not None:
            return spaced
        if separator not in {"/", "-"}:
            return None
        apart = separator == "/" and {tokens.gaps[at], tokens.gaps[at + 1]} == {" "}  # 3 / 3 / 1414
        while (
            len(digits) < 3
            and tokens.texts[at] == separator
            and (apart or (tokens.glued(at) and tokens.glued(at + 1)))
            and tokens.joined(at + 1)
        ):
            if not tokens.texts[at + 1].isdecimal():
                return None
            digits.append(tokens.texts[at + 1])
            at += 2
        if len(digits) == 1 or (apart and len(digits) < 3) or (tokens.texts[at] == separator and tokens.glued(at)):
            return None
        if not all(text.isdecimal() and len(text) <= YEAR_DIGITS for text in digits):
            return None
        if len(digits) == 2 and self._is_season(index, *digits):
            year = int(text)
            return self.moment(f"{year}/{year + 1}", index, at, "span", year)
        if sum(len(text) == YEAR_DIGITS for text in digits) != 1:
            if len(digits) == 2:
                turned = turned_years(self, index, digits, at)
                return self._day_and_month(index, digits, at) if turned is None and separator == "/" else turned
            return self._of_short_year(index, digits, at) if len(digits) == 3 and not apart else None
        if len(digits) == 2 and separator == "-" and len(digits[1]) not in {2, YEAR_DIGITS}:
            return None
        found = self._ordered(index, [int(text) for text in digits], at)
        self._note_strokes(separator, digits)
        return None if found is None else self._or_otherwise(found, index, digits)

    def _note_strokes(self, separator: str, digits: Sequence[str]) -> None:
        """Keep that a text tells days as 17/5/2018."""
        if separator == "/" and len(digits) == 3:
            self.slashed = True

    def _dotted(self, index: int) -> Moment | None:
        """21.11.2010, 21.11.10."""
        text = self.tokens.texts[index]
        full = _DOTTED_DATE.fullmatch(text)
        priced = full is not None and full[4] and full[6] is None  # 1092.10
        if full is not None and not (
            priced and (self.counted(index + 1, worded=True) or not LIKELY_FIRST <= int(full[4]) <= LIKELY_LAST)
        ):
            return self._ordered(index, [int(group) for group in full.groups() if group is not None], index + 1)
        short = _DOTTED_SHORT.fullmatch(text)
        return None if short is None else self._of_short_year(index, list(short.groups()), index + 1)

    def _or_otherwise(self, moment: Moment, index: int, digits: list[str]) -> Moment:
        """2008/09 may be a season too; in English the stamp of a chat, [3/2/2023, 9:15 PM], begins with the month."""
        if moment.calendar != "gregorian" or moment.edtf is None or moment.other is not None:
            return moment
        if len(digits) == 2 and len(digits[0]) == YEAR_DIGITS and (int(digits[0]) + 1) % 100 == int(digits[1]):
            year = int(digits[0])
            return moment._replace(other=f"{year}/{year + 1}") if self.tokens.texts[index + 1] == "/" else moment
        return self._or_of_a_stamp(moment, digits)

    def _or_of_a_stamp(self, moment: Moment, digits: list[str]) -> Moment:
        texts, at = self.tokens.texts, moment.next + 1
        stamp = texts[moment.next] in {",", "،"} and texts[at].isdecimal() and texts[at + 1] == ":"
        if stamp and len(digits) == 3 and "pm" in self._after_time(at):
            day, month = (int(text) for text in digits[:2])
            return moment._replace(other=spans_of_time.month(moment.year, day, month) if day != month else moment.other)
        return moment

    def _of_short_year(self, index: int, digits: list[str], after: int) -> Moment | None:
        """17/5/18: the day first and the century left out; 12/5/19 may begin with the year as well."""
        texts = self.tokens.texts
        dated = texts[index + 1] == "/" or texts[index - 1].removeprefix("و") in _BEFORE_DAYS
        if not dated or max(map(len, digits)) != 2 or self._is_numbered(index):
            return None
        if len(digits[0]) == 2 and int(digits[0]) >= EARLIEST_SHORT:
            digits.reverse()  # 75/1/24: no day is the 75th
        elif len(digits[2]) != 2:
            return None
        day, month, year = map(int, digits)
        if month > MONTHS >= day:
            day, month = month, day
        mark = self.mark(after)
        if mark is not None and mark[0] == "hijri":
            edtf = hijri.gregorian(_HIJRI_CENTURY + year, month, day)
            return self.moment(edtf, index, mark[1], "day", calendar="hijri")
        full = self._in_century(year)
        edtf = spans_of_time.month(full, month, day)
        if edtf is None:
            return None
        found = self.moment(edtf, index, after if mark is None else mark[1], "day", full, month)
        if mark is not None:
            return found
        if full < _THIS_CENTURY and year < _HIJRI_TO_COME:  # 3/2/44
            return found._replace(other=hijri.gregorian(_HIJRI_CENTURY + year, month, day))
        if full < _THIS_CENTURY:
            return found
        begins = self._in_century(int(digits[0])) if len(digits[0]) == 2 else 0
        turned = spans_of_time.month(begins, int(digits[1]), int(digits[2])) if begins >= _THIS_CENTURY else None
        return found if turned == edtf else self._or_of_a_stamp(found._replace(other=turned), digits)

    def _is_numbered(self, index: int) -> bool:
        """القرار 12/5/19, رقم 3/2/21: what is numbered so."""
        before, context = self.tokens.texts[index - 1].removeprefix("ال"), self.lexicon.context
        return before in context["numbered_by_year"] or before in context["labels"] or before == "رقم"

    def _in_century(self, year: int) -> int:
        """The year of two digits: of this century, unless that is still far to come."""
        latest = EARLIEST_SHORT if self.this_year is None else self.this_year % 100 + 1
        return year + (_THIS_CENTURY if year <= latest else 1900)

    def _after_time(self, index: int) -> set[str]:
        found = {text.lower() for text in self.tokens.texts[index : index + 8]}
        return found | {"pm"} if "am" in found else found

    def _spaced(self, index: int, until: int | None = None) -> Moment | None:
        """9/ 10/ 1436, 7 - 9 - 1436, من 8 إلى 29 / 11 / 1433: each side of a separator is free to be apart."""
        tokens, texts = self.tokens, self.tokens.texts
        at = index + 1
        if until is None and (texts[at] == "-" or texts[at] in self.lexicon.context["to"]) and tokens.joined(at):
            first = int(texts[index]) if len(texts[index]) <= 2 and texts[index].isdecimal() else 0
            last = self._spaced(at + 1, first) if first and tokens.joined(at + 1) else None
            if last is not None:
                return last._replace(first=index, start=tokens.starts[index])
        separator = texts[at]
        if separator not in {"/", "-", "."} or texts[at + 2] != separator:
            return None
        parts = (texts[index], texts[at + 1], texts[at + 3])
        if not all(map(tokens.joined, range(at, at + 4))) or not all(map(str.isdecimal, parts)):
            return None
        if not any(tokens.gaps[at : at + 4]) and until is None:
            return None
        if tokens.texts[at + 4] == separator and tokens.texts[at + 5].isdecimal() and tokens.joined(at + 5):
            return None
        lengths = tuple(map(len, parts))
        if max(lengths) != YEAR_DIGITS or lengths[1] > 2 or sorted(lengths)[1] > 2:
            return None
        _, month, day = (int(part) for part in (parts if lengths[0] == YEAR_DIGITS else parts[::-1]))
        if until is not None and (lengths[0] == YEAR_DIGITS or not until < day):
            return None
        if not (month <= MONTHS and day <= _MOST_DAYS) and not (day <= MONTHS and month <= _MOST_DAYS):
            return None
        return self._ordered(index, [int(part) for part in parts], at + 4, until)

    def _is_season(self, index: int, year: str, following: str) -> bool:
        """2022/23; up to 12 it is a month, unless موسم or the like stands before it."""
        if len(year) != YEAR_DIGITS or len(following) != 2 or (int(year) + 1) % 100 != int(following):
            return False
        texts = self.tokens.texts
        before = texts[max(0, index - 2) : index]
        if int(following) > MONTHS or not self.lexicon.context["split_years"].isdisjoint(before):
            return True
        earlier = index - 4  # مواسم 2008/09 و2009/10
        joined = texts[index - 1] in {"و", "،"} and texts[earlier + 1] in {"/", "-"}
        return joined and self.tokens.joined(index) and self._is_season(earlier, texts[earlier], texts[earlier + 2])

    def _day_and_month(self, index: int, numbers: list[str], after: int) -> Moment | None:
        """17/5 behind يوم or the name of an event, من 1/1 إلى 31/3/2022."""
        before = self.tokens.texts[index - 1].removeprefix("و")
        event = before in self.lexicon.context["events"]
        led = before in _BEFORE_DAYS or (before in _LEADING and self.slashed)
        led = led or (before in _OPENING and self._is_dated_behind(after))
        if not (event or self.names_weekday(index - 1) or led) or not self.tokens.joined(index):
            return None
        american = event and "/".join(numbers) in self.lexicon.context["american_dates"]
        day, month = map(int, reversed(numbers) if american else numbers)
        edtf = spans_of_time.month(self.this_year, month, day)
        return None if edtf is None else self.moment(edtf, index, after, "day", None, month)

    def _is_dated_behind(self, index: int) -> bool:
        """Whether a joint and a whole date stand at a token: إلى 31/3/2022."""
        tokens = self.tokens
        joint, day, stroke, _, other, year = tokens.texts[index : index + 6]
        joined = joint == "و" or joint in self.lexicon.context["to"]
        whole = day.isdecimal() and stroke == other == "/" and len(year) == YEAR_DIGITS and year.isdecimal()
        return joined and whole and tokens.joined(index) and tokens.joined(index + 1)

    def _ordered(self, index: int, numbers: list[int], after: int, first: int | None = None) -> Moment | None:
        """A year, a month and a day in the order that their sizes tell; `first` begins some days that end on it."""
        year_at = max(range(len(numbers)), key=numbers.__getitem__)
        year = numbers[year_at]
        rest = numbers[:year_at] + numbers[year_at + 1 :]
        if (year_at == 1 and len(rest) > 1) or not EARLIEST_WRITTEN <= year <= LATEST_WRITTEN:
            return None
        if len(rest) == 1:
            month, day = rest[0], None
        else:
            month, day = rest if year_at == 0 else rest[::-1]
            if month > MONTHS >= day:
                month, day = day, month
        mark = self.mark(after)
        calendar, behind = mark if mark is not None else ("gregorian", after)
        grain = "month" if day is None else "day"
        edtf = spans_of_time.month(year, month, day)
        if edtf is not None and day is not None and first is not None:
            edtf = f"{spans_of_time.month(year, month, first)}/{edtf}"
        unmarked = mark is None and hijri.is_likely(year)
        if calendar == "hijri" or unmarked:
            lunar = hijri.gregorian(year, month, day)
            if lunar is not None and first is not None:
                lunar = f"{hijri.gregorian(year, month, first)}/{lunar}"
            if calendar == "hijri" or lunar is not None:
                found = self.moment(lunar, index, behind, grain, None, None, "hijri")
                return found._replace(other=edtf) if unmarked else found
        return None if edtf is None else self.moment(edtf, index, behind, grain, year, month)
