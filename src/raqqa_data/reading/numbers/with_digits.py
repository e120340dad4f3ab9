"""Numbers that begin with digits: groups, decimals and fractions that white space or a sign takes apart."""

from __future__ import annotations

from fractions import Fraction as Ratio
from typing import TYPE_CHECKING

from raqqa_data.reading.numbers.cursor import THOUSAND, plain
from raqqa_data.reading.numbers.fractions import NumberFractions
from raqqa_data.reading.text.folding import TURNED_POINT

if TYPE_CHECKING:
    from raqqa_data.reading.text.digits import Value
    from raqqa_data.reading.text.tokens import Tokens

_GROUP = 3
_MOST_DECIMALS = 6
_MOST_WHOLE = 5  # 67ر15510
_LONGEST_GROUPED = 22
_PARTS = frozenset({"2", "3", "4", "8"})
_LEAST_DENOMINATOR, _MOST_DENOMINATOR = 2, 1000


class NumberDigits(NumberFractions):
    """Reads what digits, and those right behind them, say together."""

    def leading_point(self) -> Value | None:
        """.75, where no word or digit stands before the point."""
        tokens, first = self.tokens, self.first
        text = tokens.texts[first]
        if tokens.texts[first - 1] not in {".", "٫"} or not tokens.glued(first) or (tokens.glued(first - 1)):
            return None
        self.start: int = tokens.starts[first - 1]
        return Ratio(int(text), 10 ** len(text))

    def spaced_groups(self, value: Value) -> Value:
        """1 234 567: groups of three behind one space each."""
        tokens = self.tokens
        text = tokens.texts[self.first]
        if len(text) > _GROUP or text[0] == "0":
            return value
        at = self.at
        while (
            len(text) < _LONGEST_GROUPED
            and tokens.gaps[at] == " "
            and len(tokens.texts[at]) == _GROUP
            and tokens.texts[at].isdecimal()
        ):
            text += tokens.texts[at]
            at += 1
        if len(text) >= _LONGEST_GROUPED:
            return value
        if _is_last_group(tokens, at):
            self.at = at
            return self._spaced_decimal(int(text))
        trailing = tokens.texts[at]
        if at == self.at or (tokens.gaps[at] == " " and trailing[:1].isdecimal()):
            return value
        if tokens.glued(at) and trailing in {"/", "-", ":"}:
            return value
        self.at = at
        return int(text)

    def lettered_decimal(self) -> Value | None:
        """07ر66, as the Moroccan agency prints 66.07: the decimals stand first, and the letter for the comma."""
        tokens, at = self.tokens, self.at
        text = tokens.texts[self.first]
        whole = tokens.texts[at + 1]
        if (
            tokens.texts[at] not in {"ر", TURNED_POINT}
            or not whole.isdecimal()
            or not tokens.joined(at)
            or not tokens.joined(at + 1)
        ):
            return None
        if not tokens.glued(at) and self.lexicon.units.match(tokens, at + 2) is None:
            return None
        closed = tokens.glued(at) and tokens.glued(at + 1)
        turned = tokens.texts[at] == TURNED_POINT
        longest = _MOST_DECIMALS if turned else _GROUP if closed else _GROUP - 1  # 980ر4
        if len(text) > longest or len(whole) > (_MOST_WHOLE if closed else _GROUP):
            return None
        self.at = at + 2
        return plain(int(whole) + Ratio(int(text), 10 ** len(text)))

    def comma_decimal(self, value: Value) -> Value:
        """37، 13 في المئة, as some papers of the Maghreb print 37,13: read so before a percent only."""
        tokens, at = self.tokens, self.at
        if tokens.texts[at] != "،" or not tokens.glued(at) or tokens.gaps[at + 1] != " " or at != self.first + 1:
            return value
        decimals = tokens.texts[at + 1]
        if not decimals.isdecimal() or len(decimals) >= _GROUP:
            return value
        unit = self.lexicon.units.match(tokens, at + 2)
        if unit is None or unit.kind != "percent":
            return value
        self.at = at + 2
        return plain(value + Ratio(int(decimals), 10 ** len(decimals)))

    def _spaced_decimal(self, value: Value) -> Value:
        """1 234,5: the last group holds the decimals."""
        text = self.tokens.texts[self.at]
        self.at += 1
        decimals = text[_GROUP + 1 :]
        return plain(value * THOUSAND + Ratio(int(text[:_GROUP] + decimals), 10 ** len(decimals)))

    def mixed_fraction(self, value: Value) -> Value:
        """3/4, 2 1/4, 2½."""
        tokens, at = self.tokens, self.at
        sign = tokens.words[at]
        if sign.fraction is not None and sign.fraction.entry.form == "sign" and self._joined(at):
            self.at = at + 1
            return value + Ratio(sign.fraction.entry.parts, sign.fraction.entry.of)
        if at == self.first + 1:
            ratio = self._ratio(self.first)
            if ratio is not None and not self._parts_degrees(at):
                self.at = self.first + 3
                return ratio
            if tokens.gaps[at] == " ":
                ratio = self._ratio(at)
                if ratio is not None and ratio < 1:
                    self.at: int = at + 3
                    return value + ratio
        return value

    def _parts_degrees(self, index: int) -> bool:
        """15/25 درجة: from the one to the other."""
        unit = self.lexicon.units.match(self.tokens, index + 2)
        return unit is not None and unit.is_degrees

    def _glued(self, index: int, count: int) -> bool:
        return all(self.tokens.glued(at) for at in range(index, index + count))

    def _parts_a_unit(self, index: int) -> bool:
        """3 / 4 كوب: a part of a unit, its stroke apart."""
        tokens = self.tokens
        apart = tokens.gaps[index + 1] == tokens.gaps[index + 2] == " "
        unit = self.lexicon.units.match(tokens, index + 3) if apart and tokens.texts[index + 2] in _PARTS else None
        return unit is not None and unit.kind in {"measure", "duration"} and not unit.is_degrees

    def _ratio(self, index: int) -> Ratio | None:
        tokens = self.tokens
        if tokens.texts[index + 1] != "/" or not (self._glued(index + 1, 2) or self._parts_a_unit(index)):
            return None
        above, below = tokens.texts[index], tokens.texts[index + 2]
        if not (above.isdecimal() and below.isdecimal() and len(above) <= _GROUP and len(below) <= _GROUP):
            return None
        if tokens.texts[index + 3] == "/" and tokens.glued(index + 3):
            return None
        low, high = int(above), int(below)
        return Ratio(low, high) if _LEAST_DENOMINATOR <= high <= _MOST_DENOMINATOR and low < high and low else None


def _is_last_group(tokens: Tokens, index: int) -> bool:
    """234,5 behind a space: three digits, a separator, decimals."""
    text = tokens.texts[index]
    shaped = text[:_GROUP].isdecimal() and text[_GROUP : _GROUP + 1] in {",", ".", "٫"}
    return tokens.gaps[index] == " " and shaped and text[_GROUP + 1 :].isdecimal()
