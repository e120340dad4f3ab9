"""So many years, months, weeks and days, and the date that lies so far off: two years and a month ago."""

# ruff: noqa: PLR2004 - a grammar refuses early, its small numbers are those of language and calendar

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.reading.dates import spans_of_time
from raqqa_data.reading.dates.feasts import Feasts
from raqqa_data.reading.numbers.number import parse_number

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

_MONTHS_OF = {"decade": 120, "year": 12, "month": 1}
_DAYS_OF = {"week": 7, "day": 1}
_HALVES = {"decade": (5, "year"), "year": (6, "month"), "month": (15, "day"), "week": (3, "day"), "day": (0, "day")}
_NOUNS = {"decade": {"عقد"}, "year": {"سنه", "عام"}, "month": {"شهر"}, "week": {"اسبوع"}, "day": {"يوم"}}
_FINENESS = {"decade": 0, "year": 1, "month": 2, "week": 3, "day": 4}


class Amounts(Feasts):
    """Reads amounts of calendar units, and counts them off from the reference."""

    def _amount(self, index: int) -> tuple[int, str, int] | None:
        """A whole number of calendar units: the number, the unit, and the token after them."""
        tokens, lexicon = self.tokens, self.parts.lexicon
        if not tokens.joined(index):
            return None
        word = tokens.words[index]
        number = parse_number(tokens, lexicon, index)
        if number is not None:
            unit = lexicon.units.match(tokens, number.next)
            if not isinstance(number.value, int) or unit is None or number.preposition or number.value < 0:
                return None
            amount, after = number.value, unit.next
        else:
            if word.unit is None or word.unit.clitics.skip or word.unit.clitics.article:
                return None
            unit = lexicon.units.match(tokens, index, leads=True)
            if unit is None:
                return None
            amount, after = max(1, word.unit.entry.number), unit.next
        return (amount, unit.name, after) if unit.name in {"day", "week", "month", "year", "decade"} else None

    def _further(self, index: int, unit: str) -> tuple[int, str, int] | None:
        """What of a finer unit is added: عامين وشهر, أسبوع ويومين, سنة ونصف."""
        tokens = self.tokens
        text, word = tokens.texts[index], tokens.words[index]
        if not tokens.joined(index):
            return None
        if text == "ونصف" and unit in _HALVES:
            again = tokens.texts[index + 1].removeprefix("ال") in _NOUNS[unit] and tokens.joined(index + 1)
            return (*_HALVES[unit], index + 1 + again)  # سنة ونصف السنة
        if text == "و" and tokens.words[index + 1].digits is not None:
            found = self._amount(index + 1)
        elif text.startswith("و") and word.unit is not None and word.unit.clitics.skip == 1:
            found = max(1, word.unit.entry.number), word.unit.entry.name, index + 1
        else:
            found = self._amount(index) if text.startswith("و") and word.numeral is not None else None
        finer = found is not None and found[1] in _FINENESS and _FINENESS[found[1]] > _FINENESS[unit]
        return found if finer else None

    def _from_reference_by(self, amounts: Sequence[tuple[int, str]]) -> str | None:
        """The month or day so many years, months, weeks and days from the reference."""
        parts = self.parts
        months = days = 0
        fine = False
        for by, unit in amounts:
            if abs(by) > 10_000:
                return None
            months += by * _MONTHS_OF.get(unit, 0)
            days += by * _DAYS_OF.get(unit, 0)
            fine = fine or unit in _DAYS_OF
        if {unit for _, unit in amounts} <= {"decade", "year"} and parts.this_year is not None:
            return spans_of_time.year(parts.this_year + months // 12)
        if not fine:
            if parts.this_year is None or parts.this_month is None:
                return None
            return spans_of_time.month(*spans_of_time.shifted_month(parts.this_year, parts.this_month, months))
        then = None if parts.today is None else spans_of_time.months_on(parts.today, months)
        edtf = None if then is None else self._shifted(then, days, "day")
        halved = [(abs(by), unit) for by, unit in amounts[1:]] == [_HALVES["month"]] and amounts[0][1] == "month"
        return edtf[: len("2022-09")] if edtf is not None and halved else edtf  # a month and a half ago tells no day

    def _from_reference(self, by: int, unit: str) -> str | None:
        parts = self.parts
        if abs(by) > 10_000 or parts.this_year is None:
            return None
        if unit in {"year", "decade"}:
            return spans_of_time.year(parts.this_year + by * (10 if unit == "decade" else 1))
        if unit == "month":
            if parts.this_month is None:
                return None
            return spans_of_time.month(*spans_of_time.shifted_month(parts.this_year, parts.this_month, by))
        return None if parts.today is None else self._shifted(parts.today, by, unit)

    def _shifted(self, day: dt.date, by: int, unit: str) -> str | None:
        then = spans_of_time.shifted_day(day, by * (7 if unit == "week" else 1)) if abs(by) < 10**7 else None
        return None if then is None else then.isoformat()
