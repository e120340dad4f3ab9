"""Sums of number words: what joins by و, and what a scale multiplies."""

# ruff: noqa: PLR0911 - a grammar refuses early

from __future__ import annotations

from fractions import Fraction as Ratio
from typing import TYPE_CHECKING

from raqqa_data.reading.numbers.cursor import HUNDRED, THOUSAND, Item, NumberCursor, disjoint, is_free, is_scale
from raqqa_data.reading.numbers.cursor import plain as whole

if TYPE_CHECKING:
    from raqqa_data.reading.text.digits import Value

# past this no text states a number: it repeats words
_LARGEST = 10**27
_GROUP = 3


class NumberSums(NumberCursor):
    """Adds pieces up.

    A piece joins by و where its digits are free in the sum: 100 + 20, 5 + 20, 3 000 000 + 500 000, but not 300 + 200.
    """

    at: int
    items: int
    scale: int

    def scale_up(self) -> bool:
        """A scale word right behind multiplies the open group, or the piece just closed: مئة ألف مليون."""
        found = self.numeral_at(self.at)
        if found is None or found.clitics.conjunction or found.clitics.preposition:
            return False
        entry = found.entry
        if entry.slot == "hundred":
            counted = self.by_digits or isinstance(self.group, Ratio)
            if not counted or not self.group or self.group >= HUNDRED or self.items > 1:
                return False
            self.group *= HUNDRED
            self.scale = HUNDRED
        elif entry.slot == "scale" and entry.form != "dual":
            rest = self.closed
            if self._are_thousands_of(entry.value):
                piece, rest = (self.closed + self.group) * entry.value, 0
            elif self.group:
                piece = self.group * entry.value
            elif self.scale >= THOUSAND and entry.value >= self.scale and not found.clitics.article:
                piece = self.last * entry.value
                rest = self.closed - self.last
            else:
                return False
            if piece > _LARGEST or not disjoint(rest, piece):
                return False
            self.closed = rest
            self._close(piece)
            self.scale = entry.value
        else:
            return False
        self.at += 1
        self.items += 1
        return True

    def _are_thousands_of(self, scale: int) -> bool:
        """12 ألف و651 مليون, ألف ومئتا مليون: all of the thousands are of millions."""
        whole_thousands = isinstance(self.closed, int) and self.closed == self.last and not self.closed % THOUSAND
        return whole_thousands and THOUSAND <= self.closed < scale and bool(self.group) and self.group < THOUSAND

    def join(self, *, definite: bool, plain: bool = False) -> bool:
        """A further piece, joined by و, or a smaller one right behind a hundred or a scale."""
        tokens = self.tokens
        at = self._after_conjunction(self.at)
        if at is not None and at == self.at and not self._has_conjunction(at):
            at = None  # the و is the word's own: واحد
        conjoined = at is not None
        if at is None:
            if self.by_digits or self.scale < HUNDRED or not self._joined(self.at):
                return False
            at = self.at
        word = tokens.words[at]
        if conjoined and not plain and tokens.in_brackets(at + 1):
            return self._join_digits(at + 1, 1)
        if word.digits is not None:
            return conjoined and not plain and self._join_digits(at)
        item = self.item(at, conjoined=tokens.texts[self.at] != "و" and conjoined)
        if (
            item is None
            or (item.definite and not definite)
            or (item.form in {"joined", "weak"} and not self._joinable(at))
        ):
            return False
        follows = item.slot in {"hundreds", "tens", "teens", "ten"} or self._compound_follows(at) or tokens.glued(at)
        if not conjoined and not follows:
            return False
        if self.by_digits and self.scale == 1:
            return False
        if item.slot == "unit" and self.group % HUNDRED and self._compound_follows(at):
            return False  # عشرين وخمسة وثلاثين: the five belongs to the thirty
        if item.slot == "zero" or (plain and item.slot == "scale"):
            return False
        return self._add(item)

    def _joinable(self, index: int) -> bool:
        return self._compound_follows(index)

    def _add(self, item: Item) -> bool:
        if item.slot == "scale":
            if not disjoint(self.closed + self.group, item.value) or not isinstance(self.group, int):
                return False
            self._close_group()
            self.at = item.next
            self.items += 1
            self._close(item.value)
            self.scale = int(item.value) // (2 if item.form == "dual" else 1)
            return True
        if self.group and (not isinstance(self.group, int) or not is_free(self.group, item.slot)):
            return False
        if not disjoint(self.closed, item.value) and not self._scale_behind(item):
            return False
        if not self.group and self.closed and not self._fits_scaled(item):
            return False
        self.group += item.value
        self.at = item.next
        self.items += 1
        self.scale = HUNDRED if item.slot in {"hundred", "hundreds"} else 1
        return True

    def _scale_behind(self, item: Item) -> bool:
        found = self.numeral_at(item.next)
        return found is not None and is_scale(found)

    def _fits_scaled(self, item: Item) -> bool:
        """Whether a group begun by this piece, once its scale is read, is still free in the closed sum."""
        ahead = type(self)(self.tokens, self.lexicon, self.at, self.limit)
        ahead.group, ahead.at, ahead.items = item.value, item.next, 1
        while ahead.join(definite=False, plain=True):
            pass
        found = ahead.numeral_at(ahead.at)
        if found is None or not is_scale(found) or found.clitics.conjunction or found.clitics.preposition:
            return True
        return disjoint(self.closed, ahead.group * found.entry.value)

    def _close_group(self) -> None:
        if self.group:
            self._close(self.group)

    def smaller_amount(self) -> bool:
        """11 مليار 431 مليونا: with no و between."""
        at = self.at
        found = self.numeral_at(at + 1)
        if not self.by_digits or not self._joined(at) or self.tokens.words[at].digits is None or found is None:
            return False
        smaller = is_scale(found) and found.entry.value < self.scale and not found.clitics.conjunction
        return smaller and self._joined(at + 1) and self._join_digits(at)

    def _join_digits(self, index: int, closing: int = 0) -> bool:
        """خمسة وعشرون ألفا و300: digits join only behind a scale, and only where they fit below it."""
        word = self.tokens.words[index]
        digits = word.digits
        if digits is None or not digits.value or (self.tokens.texts[index + 1] == "ر" and self.tokens.glued(index + 1)):
            return False
        if self.scale == HUNDRED and not self.by_digits:
            return self._join_below_hundred(index + 1 + closing, digits.value)
        if self.scale < THOUSAND or self.group:
            return False
        value = digits.value
        found = self.numeral_at(index + 1 + closing)
        scaled = found is not None and is_scale(found) and not found.clitics.conjunction
        piece = whole(value * found.entry.value if scaled and found is not None else value)
        if not isinstance(piece, int) or not (scaled or digits.plain):
            return False  # 5 مليارات و391.8 مليون: decimals stand before a scale
        grouped = scaled and len(digits.text) == _GROUP and self._joined(index + 1) and not self.group
        of_thousands = grouped and self.scale == THOUSAND and self.closed == self.last and self.closed < piece // value
        if not of_thousands and (piece >= self.scale or not disjoint(self.closed, piece)):
            return False
        self.at = index + 1 + closing
        self.group = value
        self.items += 1
        self.scale = 1
        return True

    def _join_below_hundred(self, after: int, value: Value) -> bool:
        """مئة و5 كتب, but مئة و20 آخرون are two."""
        if not isinstance(value, int) or value >= HUNDRED or self.tokens.texts[after] in self.lexicon.joints["others"]:
            return False
        self.group += value
        self.at = after
        self.items += 1
        self.scale = 1
        return True

    def below_thousand(self) -> tuple[int, int] | None:
        """A number of words without scale from here: its value and the token after it."""
        item = self.item(self.first, conjoined=False)
        if item is None or item.slot == "scale" or item.form in {"joined", "weak"}:
            return None
        self._open(item)
        while self.join(definite=False, plain=True):
            pass
        return int(self.group), self.at
