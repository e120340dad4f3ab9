"""Where reading a number phrase stands, and the pieces it is made of."""

# ruff: noqa: PLR0911, PLR2004 - a grammar refuses early, its small numbers are those of language and calendar

from __future__ import annotations

import re
from fractions import Fraction as Ratio
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from raqqa_data.reading.text.digits import Value
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.entries import Found, Numeral
    from raqqa_data.reading.words.lexicon import Lexicon

THOUSAND = 1000
HUNDRED = 100
_DOUBLED = re.compile("ل[\u064b-\u0650]*\u0651")


class Item(NamedTuple):
    """One elementary piece of a number phrase."""

    value: Value
    slot: str
    form: str
    next: int
    definite: bool


class NumberCursor:
    """A place in a text, what the number read so far sums to, and the words around it.

    A number is a closed sum (what a scale has multiplied) and an open group that a scale may still multiply.
    """

    def __init__(self, tokens: Tokens, lexicon: Lexicon, index: int, limit: int | None = None) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.first = index
        self.limit: int = len(tokens.texts) if limit is None else limit
        self.at: int = index
        self.closed: Value = 0
        self.group: Value = 0
        self.last: Value = 0  # the piece closed last
        self.scale: int = 1  # the scale word just read
        self.items: int = 0
        self.by_digits: bool = False
        self.start: int = tokens.starts[index]
        self.definite: bool = True  # whether what is joined may carry the article

    def _joined(self, index: int) -> bool:
        return index < self.limit and self.tokens.joined(index)

    def numeral_at(self, index: int) -> Found[Numeral] | None:
        """The number word at a token, if the number may go on there."""
        word = self.tokens.words[index]
        return word.numeral if self._joined(index) else None

    def item(self, index: int, *, conjoined: bool) -> Item | None:
        """The piece at a token: a number word, with its عشر or its hundred."""
        tokens = self.tokens
        word = tokens.words[index]
        if word.numeral is None:
            return None
        entry, clitics, _ = word.numeral
        if conjoined and clitics.conjunction != "و":
            return None
        if index != self.first and (clitics.preposition or (clitics.conjunction and not conjoined)):
            return None
        value, slot, form, after = entry.value, entry.slot, entry.form, index + 1
        if value == THOUSAND and _DOUBLED.search(tokens.printed(index)):
            return None  # ألّف, he wrote
        if slot == "scale" and form == "accusative" and index == self.first:
            # ألفا before a noun is the construct dual; behind a number it is one thousand, which `scale_up` reads
            value, form = (value, "plain") if self._marked_single(index) else (2 * value, "dual")
        if form == "plural" and slot == "scale":
            return None
        if slot == "unit" and self._joined(after):
            follower = tokens.words[after]
            found = follower.numeral
            if found is not None and not found.clitics.conjunction and not found.clitics.preposition:
                if found.entry.slot == "ten" and (not found.clitics.article):
                    return Item(value + 10, "teens", "plain", after + 1, clitics.article)
                if found.entry.slot == "hundred" and 3 <= value <= 9 and not found.clitics.article:
                    return Item(value * HUNDRED, "hundreds", "plain", after + 1, clitics.article)
        return Item(value, slot, form, after, clitics.article)

    def _marked_single(self, index: int) -> bool:
        """Whether the tanwin is printed: ألفًا is one thousand."""
        start = self.tokens.starts[index]
        printed = self.tokens.folded.span(start, self.tokens.end(index)).text
        follower = self.tokens.words[index + 1]
        joined = follower.numeral or follower.fraction
        if self.tokens.texts[index + 1] == "و" or (joined and joined.clitics.conjunction == "و"):
            return True  # مليونا ونصف المليون
        return "\u064b" in printed or not self.tokens.texts[index + 1].isalpha()

    def _compound_follows(self, index: int) -> bool:
        """Whether أحد stands in أحد عشر or أحد وعشرون."""
        tokens = self.tokens
        follower = tokens.words[index + 1]
        if not self._joined(index + 1):
            return False
        if tokens.texts[index + 1] == "و":
            follower = tokens.words[index + 2]
            return follower.numeral is not None and follower.numeral.entry.slot == "tens"
        if follower.numeral is None:
            return False
        slot, clitics = follower.numeral.entry.slot, follower.numeral.clitics
        return slot == "ten" or (slot == "tens" and clitics.conjunction == "و")

    def _after_conjunction(self, index: int) -> int | None:
        """The token that a و at this place joins: itself where the و is glued to it."""
        tokens = self.tokens
        if not self._joined(index):
            return None
        if tokens.texts[index] == "و":
            return index + 1 if self._joined(index + 1) else None
        return index if tokens.texts[index].startswith("و") else None

    def _has_conjunction(self, index: int) -> bool:
        word = self.tokens.words[index]
        return word.numeral is not None and word.numeral.clitics.conjunction == "و"

    def _open(self, item: Item) -> None:
        self.at = item.next
        self.items += 1
        if item.slot == "scale":
            self._close(item.value)
            self.scale = int(item.value) if item.form != "dual" else int(item.value) // 2
        else:
            self.group = item.value
            self.scale = HUNDRED if item.slot in {"hundred", "hundreds"} else 1

    def _close(self, piece: Value) -> None:
        self.closed += piece
        self.last = piece
        self.group = 0


def is_scale(found: Found[Numeral]) -> bool:
    """Whether a numeral multiplies what stands before it."""
    return (found.entry.slot == "scale" and found.entry.form != "dual") or found.entry.slot == "hundred"


def disjoint(one: Value, other: Value) -> bool:
    """Whether the digits of the smaller are free in the larger."""
    if not one or not other:
        return True
    small, large = sorted((one, other))
    if not isinstance(large, int):
        return False
    digits = len(str(int(small)))
    return bool(large % 10**digits == 0)


def is_free(group: int, slot: str) -> bool:
    """Whether a group below a thousand has room for one more word."""
    if group >= THOUSAND:
        return False
    tens, units = group // 10 % 10, group % 10
    if tens == 1:
        units = 1  # ten to nineteen fill both places
    return {
        "unit": not units,
        "tens": not tens,
        "ten": not tens and not units,
        "teens": not tens and not units,
        "hundred": group < HUNDRED,
        "hundreds": group < HUNDRED,
    }.get(slot, False)


def plain(value: Value) -> Value:
    """A whole ratio as a whole number."""
    return value.numerator if isinstance(value, Ratio) and value.denominator == 1 else value
