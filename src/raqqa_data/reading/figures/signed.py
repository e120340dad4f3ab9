"""What stands before a number and belongs to it: its sign, a currency's or the per cent's; and below zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.reading.figures.number_words import CountedWords
from raqqa_data.reading.words.units import Unit

if TYPE_CHECKING:
    from raqqa_data.reading.figures.compounds import Quantity
    from raqqa_data.reading.numbers.number import Number

_POINTS = frozenset({"نقطه", "نقاط"})
_EACH = frozenset({"كل", "لكل", "مقابل"})


class SignedNumbers(CountedWords):
    """Reads signs."""

    def _sign(self, number: Number, floor: int) -> tuple[int, int, bool]:
        """The first token and offset of a number with its sign, and whether it is negative."""
        tokens, first = self.tokens, number.first
        before = tokens.texts[first - 1]
        if first - 1 < floor or not tokens.joined(first):
            return first, number.start, False
        if before in {"-", "+"} and tokens.glued(first) and not (number.words and before == "-"):
            apart = not tokens.glued(first - 1) or tokens.texts[first - 2] in {"(", "[", "=", ">", "<", "", "،", ":"}
            if apart and before == "-" and self._is_dashed(number):
                return first, number.start, False
            if apart:
                return first - 1, tokens.starts[first - 1], before == "-"
        joints = self.lexicon.joints
        stem = before.removeprefix("و")
        if stem in joints["minus"] or stem in joints["plus"]:
            start = tokens.starts[first - 1] + len(before) - len(stem)
            return first - 1, start, stem in joints["minus"]
        return first, number.start, False

    def _is_dashed(self, number: Number) -> bool:
        """-1 من كل 11, -5 شاحنات at a line's head: the dash of a list, as no share and no count is negative."""
        tokens, first, behind = self.tokens, number.first, number.next
        if not self.lexicon.joints["of_each"].isdisjoint(tokens.texts[first + 1 : behind]):
            return True
        heads = not tokens.joined(first - 1) or tokens.texts[first - 2] in {":", "؛"}
        counted = heads and isinstance(number.value, int) and tokens.texts[behind] not in _POINTS
        counted = counted and tokens.joined(behind) and self.lexicon.units.match(tokens, behind) is None
        return counted and self._is_noun(behind)

    def _unit_before(self, number: Number, lead: int, start: int, floor: int) -> tuple[int, int, Unit | None]:
        """A percent or currency sign before the number."""
        if lead - 1 < floor or self.lexicon.units.match(self.tokens, number.next) is not None:
            return lead, start, None
        unit = self.lexicon.units.match_currency_before(self.tokens, lead)
        if unit is None:
            unit = self._currency_in_words_before(number, lead, floor)
        if unit is None:
            return lead, start, None
        sign = unit.kind == "percent" and not self.tokens.texts[unit.first].isalpha()
        return unit.first, self.tokens.starts[unit.first] if sign else start, unit

    def _currency_in_words_before(self, number: Number, lead: int, floor: int) -> Unit | None:
        """ليرة سورية 25,000, يورو 1.5 مليون, or دولار 500 in a cell; not بالدولار الأمريكي 500 شخص, سعر دولار 500."""
        tokens = self.tokens
        if not tokens.joined(lead) or number.words:
            return None
        short = self._abbreviation_before(number, lead, floor)
        if short is not None:
            return short
        for first in (lead - 2, lead - 1):
            unit = self.lexicon.units.match(tokens, first, leads=True) if first >= floor else None
            if unit is None or unit.kind != "money" or not unit.name or unit.next != lead:
                continue
            text, before = tokens.texts[first], tokens.texts[first - 1]
            single = first == lead - 1
            cell = not before.isalpha() or not tokens.joined(first)
            if text.startswith("ال"):
                # الدولار 500: its price
                return None if single or self._is_noun(number.next) else unit
            if before in _EACH or (single and not cell and (number.scale == 1 or before in self._not_before_money())):
                return None
            return None if single and self._is_noun(number.next) else unit
        return None

    def _abbreviation_before(self, number: Number, lead: int, floor: int) -> Unit | None:
        """ل.س 500, د.إ. 1,200: a currency's letters with a point between them, before their number."""
        tokens = self.tokens
        after = lead - (tokens.texts[lead - 1] == ".")
        first = after - len("ل.س")
        if tokens.texts[after - 2] != "." or first < floor or self._is_noun(number.next):
            return None
        unit = self.lexicon.units.match(tokens, first, leads=True)
        return unit._replace(next=lead) if unit is not None and unit.kind == "money" and unit.next == after else None

    def _not_before_money(self) -> frozenset[str]:
        return self.lexicon.context["priced"] | self.lexicon.context["not_nouns"]

    def _below_zero(self, number: Number, found: Quantity) -> Quantity:
        """تحت الصفر makes degrees negative."""
        tokens = self.tokens
        if not tokens.follows(found.next, ("تحت", "الصفر")) or number.value < 0:
            return found
        unit = found.unit
        degrees = unit is None or unit.name == "degree"
        name = "degree_Celsius" if degrees or unit is None else unit.name
        stretch = (tokens.starts[found.next], tokens.end(found.next + 1))
        if unit is not None and found.stretch is not None:
            stretch = (found.stretch[0], stretch[1])
        made = Unit(name, "measure", 1, found.next, found.next + 2)
        return found._replace(value=-found.value, unit=made, kind="measure", stretch=stretch, next=found.next + 2)
