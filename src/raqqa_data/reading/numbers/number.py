"""Number phrases: digits, number words, scales and fractions to one value."""

from __future__ import annotations

from fractions import Fraction as Ratio
from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.reading.grammar import ALL
from raqqa_data.reading.numbers.constructions import APART, BEGUN, CONTINUED, DECIMALS
from raqqa_data.reading.numbers.cursor import THOUSAND, disjoint, is_scale, plain
from raqqa_data.reading.numbers.with_digits import NumberDigits

if TYPE_CHECKING:
    from raqqa_data.reading.text.digits import Value
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.entries import Found, Fraction, Numeral
    from raqqa_data.reading.words.lexicon import Lexicon


_THIRD = 3
_COMMAS = frozenset("،,")
_CLITICS = "وفبلك"


class Number(NamedTuple):
    """A number found in a text.

    Attributes:
        value: What it says.
        first: Its first token.
        next: The token after it.
        start: Offset of its first character, clitics left out.
        end: Offset after its last character.
        scale: The last scale word's value, or 1.
        words: Whether it begins with a word.
        definite: Whether that word carries the article.
        preposition: A preposition glued to it (ب ل ك).
        conjunction: A conjunction glued to it (و ف).
        other: The other value its separator allows.
        separator: That separator.
        fraction: Whether it is nothing but a fraction.
        single: Whether it is one number word alone.
    """

    value: Value
    first: int
    next: int
    start: int
    end: int
    scale: int = 1
    words: bool = False
    definite: bool = False
    preposition: str = ""
    conjunction: str = ""
    other: Value | None = None
    separator: str = ""
    fraction: bool = False
    single: bool = False


def parse_number(tokens: Tokens, lexicon: Lexicon, index: int, limit: int | None = None) -> Number | None:
    """The longest number that begins at a token, and ends before the limit."""
    return NumberReader(tokens, lexicon, index, limit).parse()


class NumberReader(NumberDigits):
    """Reads one number from left to right."""

    inner: bool = False  # behind the comma of a larger one

    def parse(self) -> Number | None:
        """The number, by the first way to begin one that fits."""
        for reads in BEGUN[self.tokens.words[self.first].sorts]:
            found = reads(self)
            if found is not None:
                return found
        return None

    def words_first(self) -> Number | None:
        """مئة وخمسون, الخمسون."""
        index = self.first
        self.items: int = 0
        numeral = self.tokens.words[index].numeral
        item = self.item(index, conjoined=False)
        if numeral is None or item is None or not self._begins(numeral):
            return None
        self._open(item)
        self.definite: bool = item.definite
        self._continue()
        if self.items <= 1 and item.form in {"joined", "weak"}:
            return None
        scaled = self._closes_before_a_scale()
        if scaled:
            self.at += 1
            self._continue()  # (خمسة وعشرين) ألف ريال
        number = self._finish(numeral)
        closed = not scaled and self.tokens.texts[self.at] == ")" and self._closes_before_a_unit()
        return number._replace(next=number.next + 1) if closed else number

    def _closes_before_a_scale(self) -> bool:
        """(خمسة) آلاف: the bracket is stepped over to the scale."""
        texts, at = self.tokens.texts, self.at
        closed = texts[at] == ")" and texts[self.first - 1] == "(" and self._joined(at + 1)
        found = self.numeral_at(at + 1) if closed else None
        return found is not None and is_scale(found) and found.entry.value > self.group

    def _closes_before_a_unit(self) -> bool:
        """(ثلاثين) يوما: the bracket is stepped over to the unit."""
        texts, at = self.tokens.texts, self.at
        return (
            texts[at] == ")"
            and texts[self.first - 1] == "("
            and self.lexicon.units.match(self.tokens, at + 1) is not None
        )

    def digits_first(self) -> Number | None:
        """48, (15) عاما, 1 234 مليون."""
        tokens, index = self.tokens, self.first
        word = tokens.words[index]
        digits = word.digits
        if digits is None or digits.value is None:
            return None
        value, other = digits.value, digits.other
        self.at: int = index + 1
        self.by_digits = True
        if digits.plain:
            value = self._set_apart() or self._taken_apart(value)
        self.group = value
        self.items = 1
        closed = self._in_brackets()
        self._continue()
        number = self._finish(None)
        if closed and number.next == index + 2:
            number = number._replace(end=tokens.end(index))
        elif closed:
            number = number._replace(start=tokens.starts[index - 1])
        if other is not None:
            scaled = number.scale if number.value == digits.value * number.scale else 0
            if number.scale > 1 and scaled and digits.separator in ",،":
                # 1,234 million is a decimal: a thousand millions has a word of its own
                return number._replace(
                    value=plain(other * number.scale), other=plain(number.value), separator=digits.separator
                )
            if number.scale == 1 or scaled:
                return number._replace(other=plain(other * number.scale), separator=digits.separator)
        return number

    def _set_apart(self) -> Value | None:
        for reads in DECIMALS[ALL]:
            found = reads(self)
            if found:
                return found
        return None

    def _taken_apart(self, value: Value) -> Value:
        for reads in APART[ALL]:
            value = reads(self, value)
        return value

    def _in_brackets(self) -> bool:
        """(15) عاما, (11) ألف صوت: the bracket is stepped over to what is counted."""
        tokens, at = self.tokens, self.at
        if at != self.first + 1 or not tokens.in_brackets(self.first):
            return False
        found = self.numeral_at(at + 1)
        scaled = found is not None and is_scale(found) and found.entry.value != self.group  # (1000) ألف says it again
        if not scaled and self.lexicon.units.match(tokens, at + 1) is None:
            return False
        self.at = at + 1
        return True

    def fraction_first(self) -> Number | None:
        """ثلث, نصف مليون."""
        tokens = self.tokens
        found = tokens.words[self.first].fraction
        if found is None or not found.entry.parts or self._is_unit_before_plural(self.first):
            return None
        entry = found.entry
        self.at = self.first + 1
        self.group = plain(Ratio(entry.parts, entry.of))
        self.items = 1
        follower = tokens.words[self.at]
        scaled = follower.numeral is not None and self._joined(self.at)
        scaled = scaled and follower.numeral is not None and is_scale(follower.numeral)
        if entry.form == "bound" and not scaled and not self._unit_follows():
            return None
        if entry.form == "before_definite" and not self._whole_follows(self.at):
            return None
        if entry.of == _THIRD and follower.numeral is not None and follower.numeral.entry.form == "plural":
            return None  # تلت تلاف: three of them
        owned = entry.form == "possessed"
        if (found.clitics.article and scaled) or (owned and self._is_a_half_of_two()):
            return None
        if not owned:
            self._continue()
        return self._finish(found)._replace(fraction=self.scale == 1)

    def _begins(self, numeral: Found[Numeral]) -> bool:
        form = numeral.entry.form
        if form == "joined":
            return self._compound_follows(self.first)
        if form == "weak":
            follower = self.tokens.words[self.first + 1]
            return (follower.numeral is not None) and self._joined(self.first + 1)
        # bare plurals are vague figures
        return form not in {"plural", "latin"}

    def _continue(self) -> None:
        ways = CONTINUED[ALL]
        going = True
        while going:
            going = False
            for reads in ways:
                if reads(self):
                    going = True
                    break

    def behind_comma(self) -> bool:
        """4 مليارات، و383 مليونا، و606 آلاف، و827 دينارا: scales that fall, of which only the last has a unit."""
        tokens, at = self.tokens, self._after_conjunction(self.at + 1)
        if tokens.texts[self.at] not in _COMMAS or self.scale < THOUSAND or self.group or at is None:
            return False
        ahead = type(self)(tokens, self.lexicon, at, self.limit)
        ahead.inner = True
        rest = ahead.parse() if self._joined(self.at) else None
        if rest is None or not isinstance(rest.value, int) or rest.preposition or rest.definite or rest.fraction:
            return False
        falls = 0 < rest.value < self.scale and disjoint(self.closed, rest.value)
        scaled = self.inner or rest.value >= THOUSAND
        if not falls or not self._is_counted(rest.next, named=scaled):
            return False
        self.at = rest.next
        self.scale: int = rest.scale
        self.closed: Value = self.closed + rest.value
        return True

    def _is_counted(self, index: int, *, named: bool) -> bool:
        """Whether a unit stands behind the number, or any noun."""
        tokens, text = self.tokens, self.tokens.texts[index]
        if self.lexicon.units.match(tokens, index) is not None:
            return True
        bare = text.isalpha() and text[0] not in _CLITICS and text not in self.lexicon.context["not_nouns"]
        noun = text in self.lexicon.counted or (bare and not text.startswith("ال"))
        return named and noun and self._joined(index)

    def _finish(self, found: Found[Numeral] | Found[Fraction] | None) -> Number:
        tokens = self.tokens
        value = plain(self.closed + self.group)
        start = self.start
        scale = self.scale if self.scale >= THOUSAND else 1
        number = Number(value, self.first, self.at, start, tokens.end(self.at - 1), scale)
        if found is None:
            return number
        clitics = found.clitics
        return number._replace(
            start=start + clitics.skip,
            words=True,
            definite=clitics.article,
            preposition=clitics.preposition,
            conjunction=clitics.conjunction,
            single=self.items == 1,
        )
