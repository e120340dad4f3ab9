"""Number phrases: digits, number words, scales and fractions to one value."""

from __future__ import annotations

from fractions import Fraction as Ratio
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from raqqa_data.reading.digits import Value
    from raqqa_data.reading.lexicon import Found, Fraction, Lexicon, Numeral
    from raqqa_data.reading.tokens import Tokens

_THOUSAND = 1000
_HUNDRED = 100
_GROUP = 3
# past this no text states a number: it repeats words
_LARGEST = 10**27
_LONGEST_GROUPED = 22
_LEAST_DENOMINATOR, _MOST_DENOMINATOR = 2, 1000


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


class _Item(NamedTuple):
    """One elementary piece of a number phrase."""

    value: Value
    slot: str
    form: str
    next: int
    definite: bool


def parse_number(tokens: Tokens, lexicon: Lexicon, index: int, limit: int | None = None) -> Number | None:
    """The longest number that begins at a token, and ends before the limit."""
    return _Parser(tokens, lexicon, index, limit).parse()


class _Parser:
    """Reads one number from left to right.

    A number is a closed sum (what a scale has multiplied) and an open group that a scale may still multiply. A piece
    joins by و where its digits are free in the sum: 100 + 20, 5 + 20, 3 000 000 + 500 000, but not 300 + 200.
    """

    def __init__(self, tokens: Tokens, lexicon: Lexicon, index: int, limit: int | None = None) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.first = index
        self.limit = len(tokens.texts) if limit is None else limit
        self.at = index
        self.closed: Value = 0
        self.group: Value = 0
        self.last: Value = 0  # the piece closed last
        self.scale = 1  # the scale word just read
        self.items = 0
        self.by_digits = False
        self.start = tokens.starts[index]

    def parse(self) -> Number | None:
        tokens, index = self.tokens, self.first
        word = tokens.words[index]
        if word is None:
            return None
        if word.digits is not None:
            return self._digits_first()
        if word.fraction is not None and word.fraction.entry.count and not self._is_unit_before_plural(index):
            found = self._fraction_first(word.fraction)
            if found is not None:
                return found
        numeral = word.numeral
        if numeral is None or not self._begins(numeral):
            return None
        item = self._item(index, conjoined=False)
        if item is None:
            return None
        self._open(item)
        self._continue(definite=item.definite)
        if self.items == 1 and item.form in {"joined", "weak"}:
            return None
        return self._finish(numeral)

    # --- first pieces --------------------------------------------------------------------------------------------

    def _digits_first(self) -> Number | None:
        tokens, index = self.tokens, self.first
        word = tokens.words[index]
        digits = None if word is None else word.digits
        if digits is None or digits.value is None:
            return None
        value, other = digits.value, digits.other
        self.at = index + 1
        self.by_digits = True
        if digits.plain:
            value = self._leading_point(digits.text) or self._comma_decimal(self._mixed_fraction(self._spaced_groups(value)))
        self.group = value
        self.items = 1
        self._continue(definite=True)
        number = self._finish(None)
        if other is not None:
            scaled = number.scale if number.value == digits.value * number.scale else 0
            if number.scale > 1 and scaled and digits.separator in ",،":
                # 1,234 million is a decimal: a thousand millions has a word of its own
                return number._replace(
                    value=_plain(other * number.scale), other=_plain(number.value), separator=digits.separator
                )
            if number.scale == 1 or scaled:
                return number._replace(other=_plain(other * number.scale), separator=digits.separator)
        return number

    def _leading_point(self, text: str) -> Value | None:
        """.75, where no word or digit stands before the point."""
        tokens, first = self.tokens, self.first
        if tokens.texts[first - 1] not in {".", "٫"} or not tokens.glued(first) or (tokens.glued(first - 1)):
            return None
        self.start = tokens.starts[first - 1]
        return Ratio(int(text), 10 ** len(text))

    def _spaced_groups(self, value: Value) -> Value:
        """1 234 567: groups of three behind one space each."""
        tokens = self.tokens
        text = tokens.texts[self.first]
        if len(text) > _GROUP or text[0] == "0":
            return value
        at = self.at
        while len(text) < _LONGEST_GROUPED and tokens.gaps[at] == " " and len(tokens.texts[at]) == _GROUP and tokens.texts[at].isdecimal():
            text += tokens.texts[at]
            at += 1
        trailing = tokens.texts[at]
        if at == self.at or len(text) >= _LONGEST_GROUPED or (tokens.gaps[at] == " " and trailing[:1].isdecimal()):
            return self._spaced_decimal(value)
        if tokens.glued(at) and trailing in {"/", "-", ":"}:
            return value
        self.at = at
        return int(text)

    def _comma_decimal(self, value: Value) -> Value:
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
        return _plain(value + Ratio(int(decimals), 10 ** len(decimals)))

    def _spaced_decimal(self, value: Value) -> Value:
        """1 234,5: the last group holds the decimals."""
        tokens = self.tokens
        word = tokens.words[self.at]
        if tokens.gaps[self.at] != " " or word is None or word.digits is None or word.digits.plain:
            return value
        text = tokens.texts[self.at]
        if not text[:_GROUP].isdecimal() or len(text) < _GROUP + 2 or text[_GROUP] not in ",.٫":
            return value
        if not text[_GROUP + 1 :].isdecimal():
            return value
        self.at += 1
        decimals = text[_GROUP + 1 :]
        return _plain(value * _THOUSAND + Ratio(int(text[:_GROUP] + decimals), 10 ** len(decimals)))

    def _mixed_fraction(self, value: Value) -> Value:
        """3/4, 2 1/4, 2½."""
        tokens, at = self.tokens, self.at
        sign = tokens.words[at]
        if sign is not None and sign.fraction is not None and sign.fraction.entry.form == "sign" and self._joined(at):
            self.at = at + 1
            return value + Ratio(sign.fraction.entry.count, sign.fraction.entry.of)
        if at == self.first + 1:
            ratio = self._ratio(self.first)
            if ratio is not None:
                self.at = self.first + 3
                return ratio
            if tokens.gaps[at] == " ":
                ratio = self._ratio(at)
                if ratio is not None and ratio < 1:
                    self.at = at + 3
                    return value + ratio
        return value

    def _ratio(self, index: int) -> Ratio | None:
        tokens = self.tokens
        if tokens.texts[index + 1] != "/" or not tokens.glued(index + 1) or not tokens.glued(index + 2):
            return None
        above, below = tokens.texts[index], tokens.texts[index + 2]
        if not (above.isdecimal() and below.isdecimal() and len(above) <= _GROUP and len(below) <= _GROUP):
            return None
        if tokens.texts[index + 3] == "/" and tokens.glued(index + 3):
            return None
        low, high = int(above), int(below)
        return Ratio(low, high) if _LEAST_DENOMINATOR <= high <= _MOST_DENOMINATOR and low < high and low else None

    def _fraction_first(self, found: Found[Fraction]) -> Number | None:
        tokens, entry = self.tokens, found.entry
        self.at = self.first + 1
        self.group = _plain(Ratio(entry.count, entry.of))
        self.items = 1
        follower = tokens.words[self.at]
        scaled = follower is not None and follower.numeral is not None and self._joined(self.at)
        scaled = scaled and follower is not None and follower.numeral is not None and _is_scale(follower.numeral)
        if entry.form == "bound" and not scaled and not self._unit_follows():
            return None
        if entry.form == "before_definite" and not self._definite_singular_follows():
            return None
        if found.clitics.article and scaled:
            return None
        self._continue(definite=True)
        return self._finish(found)._replace(fraction=self.scale == 1)

    def _unit_follows(self) -> bool:
        unit = self.lexicon.units.match(self.tokens, self.at)
        return unit is not None and unit.number == 1

    def _definite_singular_follows(self) -> bool:
        text = self.tokens.texts[self.at]
        plural = text.endswith(("ات", "ين", "ون"))
        return self._joined(self.at) and text.startswith("ال") and not plural

    def _is_unit_before_plural(self, index: int) -> bool:
        """خمس before an indefinite noun is five, not a fifth."""
        word = self.tokens.words[index]
        if word is None or word.fraction is None or word.numeral is None:
            return False
        if word.fraction.entry.form != "before_definite":
            return False
        follower = self.tokens.texts[index + 1]
        return not follower.startswith("ال") or word.fraction.clitics.article

    def _begins(self, numeral: Found[Numeral]) -> bool:
        form = numeral.entry.form
        if form == "joined":
            return self._compound_follows(self.first)
        if form == "weak":
            follower = self.tokens.words[self.first + 1]
            return follower is not None and (follower.numeral is not None) and self._joined(self.first + 1)
        # bare plurals are vague figures
        return form != "plural"

    def _compound_follows(self, index: int) -> bool:
        """Whether أحد stands in أحد عشر or أحد وعشرون."""
        tokens = self.tokens
        follower = tokens.words[index + 1]
        if not self._joined(index + 1):
            return False
        if tokens.texts[index + 1] == "و":
            follower = tokens.words[index + 2]
            return follower is not None and follower.numeral is not None and follower.numeral.entry.slot == "tens"
        if follower is None or follower.numeral is None:
            return False
        slot, clitics = follower.numeral.entry.slot, follower.numeral.clitics
        return slot == "ten" or (slot == "tens" and clitics.conjunction == "و")

    # --- the rest --------------------------------------------------------------------------------------------------

    def _open(self, item: _Item) -> None:
        self.at = item.next
        self.items += 1
        if item.slot == "scale":
            self._close(item.value)
            self.scale = int(item.value) if item.form != "dual" else int(item.value) // 2
        else:
            self.group = item.value
            self.scale = _HUNDRED if item.slot in {"hundred", "hundreds"} else 1

    def _close(self, piece: Value) -> None:
        self.closed += piece
        self.last = piece
        self.group = 0

    def _joined(self, index: int) -> bool:
        return index < self.limit and self.tokens.joined(index)

    def _continue(self, *, definite: bool) -> None:
        while self._scale_up() or self._decimals() or self._fraction_of() or self._join(definite=definite):
            pass

    def _numeral(self, index: int) -> Found[Numeral] | None:
        word = self.tokens.words[index]
        return word.numeral if word is not None and self._joined(index) else None

    def _scale_up(self) -> bool:
        """A scale word right behind multiplies the open group, or the piece just closed: مئة ألف مليون."""
        found = self._numeral(self.at)
        if found is None or found.clitics.conjunction or found.clitics.preposition:
            return False
        entry = found.entry
        if entry.slot == "hundred":
            counted = self.by_digits or isinstance(self.group, Ratio)
            if not counted or not self.group or self.group >= _HUNDRED or self.items > 1:
                return False
            self.group *= _HUNDRED
            self.scale = _HUNDRED
        elif entry.slot == "scale" and entry.form != "dual":
            if self.group:
                piece = self.group * entry.value
            elif self.scale >= _THOUSAND and entry.value >= self.scale and not found.clitics.article:
                piece = self.last * entry.value
                self.closed -= self.last
            else:
                return False
            if piece > _LARGEST or not _disjoint(self.closed, piece):
                return False
            self._close(piece)
            self.scale = entry.value
        else:
            return False
        self.at += 1
        self.items += 1
        return True

    def _decimals(self) -> bool:
        """خمسة فاصلة ثلاثة."""
        tokens, at = self.tokens, self.at
        if tokens.texts[at] not in self.lexicon.joints["decimal"] or not self._joined(at):
            return False
        if self.closed or not isinstance(self.group, int):
            return False
        at += 1
        zeros = 0
        while tokens.texts[at] == "صفر" and self._joined(at):
            zeros += 1
            at += 1
        word = tokens.words[at]
        if word is not None and word.digits is not None and word.digits.plain and self._joined(at):
            places, rest = len(word.digits.text), int(word.digits.value or 0)
            at += 1
        else:
            small = _Parser(tokens, self.lexicon, at, self.limit)._below_thousand() if self._joined(at) else None
            if small is None:
                return False
            rest, at = small
            places = len(str(rest))
        self.group = _plain(self.group + Ratio(rest, 10 ** (places + zeros)))
        self.at = at
        self.items += 1
        self.scale = 1
        return True

    def _below_thousand(self) -> tuple[int, int] | None:
        """A number of words without scale from here: its value and the token after it."""
        item = self._item(self.first, conjoined=False)
        if item is None or item.slot == "scale" or item.form in {"joined", "weak"}:
            return None
        self._open(item)
        while self._join(definite=False, plain=True):
            pass
        return int(self.group), self.at

    def _fraction_of(self) -> bool:
        """ثلاثة أرباع; سبعة عشر على ثلاثة; مليون ونصف."""
        tokens, at = self.tokens, self.at
        word = tokens.words[at]
        if word is not None and word.fraction is not None and self._joined(at):
            found = word.fraction
            if not found.entry.count and not found.clitics.skip and self.group and self._single_group():
                self.group = _plain(Ratio(1, found.entry.of) * self.group)
                self.scale = 1
                self.at = at + 1
                self.items += 1
                return True
        return self._conjoined_fraction()

    def _single_group(self) -> bool:
        return not self.closed and self.items == 1 and isinstance(self.group, int) and self.group <= _HUNDRED

    def _conjoined_fraction(self) -> bool:
        at = self._after_conjunction(self.at)
        if at is None or not isinstance(self.group, int):
            return False
        word = self.tokens.words[at]
        if word is None:
            return False
        ratio: Ratio | None = None
        after = at + 1
        found = word.fraction
        if found is not None and found.entry.count and not found.clitics.preposition:
            if found.entry.form == "before_definite" or found.clitics.article:
                return False
            ratio = Ratio(found.entry.count, found.entry.of)
        elif word.numeral is not None and not word.numeral.clitics.preposition:
            found_ratio = self._worded_ratio(at)
            if found_ratio is not None:
                ratio, after = found_ratio
        if ratio is None:
            return False
        if self.scale >= _THOUSAND:
            # مليون ونصف is a million and half a million, whether or not the text says of what
            self.closed = _plain(self.closed + ratio * self.scale)
            again = self._numeral(after)
            if again is not None and again.entry.slot == "scale" and again.entry.value == self.scale:
                after += again.entry.form == "plain"
        elif self.closed and not self.group:
            return False
        else:
            self.group = _plain(self.group + ratio)
        self.at = after
        self.items += 1
        self.scale = 1
        return True

    def _worded_ratio(self, index: int) -> tuple[Ratio, int] | None:
        """ثلاثة أخماس, or واحد على ثلاثة."""
        tokens = self.tokens
        parser = _Parser(tokens, self.lexicon, index, self.limit)
        item = parser._item(index, conjoined=False)
        follower = None if item is None or not self._joined(item.next) else tokens.words[item.next]
        if item is not None and follower is not None and follower.fraction is not None:
            if not follower.fraction.entry.count and not follower.fraction.clitics.skip:
                return _ratio(item.value, follower.fraction.entry.of), item.next + 1
        above = parser._below_thousand()
        if above is None:
            return None
        count, after = above
        if not self._joined(after):
            return None
        if tokens.texts[after] in self.lexicon.joints["over"] and self._joined(after + 1):
            below = _Parser(tokens, self.lexicon, after + 1, self.limit)._below_thousand()
            if below is not None and below[0]:
                return Ratio(count, below[0]), below[1]
        return None

    def _after_conjunction(self, index: int) -> int | None:
        """The token that a و at this place joins: itself where the و is glued to it."""
        tokens = self.tokens
        if not self._joined(index):
            return None
        if tokens.texts[index] == "و":
            return index + 1 if self._joined(index + 1) else None
        return index if tokens.texts[index].startswith("و") else None

    def _join(self, *, definite: bool, plain: bool = False) -> bool:
        """A further piece, joined by و, or a smaller one right behind a hundred or a scale."""
        tokens = self.tokens
        at = self._after_conjunction(self.at)
        if at == self.at and not self._has_conjunction(at):
            at = None  # the و is the word's own: واحد
        conjoined = at is not None
        if at is None:
            if self.by_digits or self.scale < _HUNDRED or not self._joined(self.at):
                return False
            at = self.at
        word = tokens.words[at]
        if word is None:
            return False
        if word.digits is not None:
            return conjoined and not plain and self._join_digits(at)
        item = self._item(at, conjoined=tokens.texts[self.at] != "و" and conjoined)
        if item is None or (item.definite and not definite) or item.form in {"joined", "weak"} and not self._joinable(at):
            return False
        if not conjoined and not (item.slot in {"hundreds", "tens", "teens", "ten"} or self._compound_follows(at)):
            return False
        if self.by_digits and self.scale == 1:
            return False
        if item.slot == "zero" or (plain and item.slot == "scale"):
            return False
        return self._add(item)

    def _has_conjunction(self, index: int) -> bool:
        word = self.tokens.words[index]
        return word is not None and word.numeral is not None and word.numeral.clitics.conjunction == "و"

    def _joinable(self, index: int) -> bool:
        return self._compound_follows(index)

    def _add(self, item: _Item) -> bool:
        if item.slot == "scale":
            if not _disjoint(self.closed + self.group, item.value) or not isinstance(self.group, int):
                return False
            self._close_group()
            self.at = item.next
            self.items += 1
            self._close(item.value)
            self.scale = int(item.value) // (2 if item.form == "dual" else 1)
            return True
        if self.group:
            if not isinstance(self.group, int) or not _free(self.group, item.slot):
                return False
        if not _disjoint(self.closed, item.value) and not self._scale_behind(item):
            return False
        if not self.group and self.closed and not self._fits_scaled(item):
            return False
        self.group += item.value
        self.at = item.next
        self.items += 1
        self.scale = _HUNDRED if item.slot in {"hundred", "hundreds"} else 1
        return True

    def _scale_behind(self, item: _Item) -> bool:
        found = self._numeral(item.next)
        return found is not None and _is_scale(found)

    def _fits_scaled(self, item: _Item) -> bool:
        """Whether a group begun by this piece, once its scale is read, is still free in the closed sum."""
        ahead = _Parser(self.tokens, self.lexicon, self.at, self.limit)
        ahead.group, ahead.at, ahead.items = item.value, item.next, 1
        while ahead._join(definite=False, plain=True):
            pass
        found = ahead._numeral(ahead.at)
        if found is None or not _is_scale(found) or found.clitics.conjunction or found.clitics.preposition:
            return True
        return _disjoint(self.closed, ahead.group * found.entry.value)

    def _close_group(self) -> None:
        if self.group:
            self._close(self.group)

    def _join_digits(self, index: int) -> bool:
        """خمسة وعشرون ألفا و300: digits join only behind a scale, and only where they fit below it."""
        word = self.tokens.words[index]
        digits = None if word is None else word.digits
        if digits is None or not digits.plain or not isinstance(digits.value, int) or not digits.value:
            return False
        if self.scale < _THOUSAND or self.group:
            return False
        value = digits.value
        found = self._numeral(index + 1)
        scaled = found is not None and _is_scale(found) and not found.clitics.conjunction
        piece = value * found.entry.value if scaled and found is not None else value
        if piece >= self.scale or not _disjoint(self.closed, piece):
            return False
        if not scaled and (len(digits.text) < _GROUP and self.by_digits):
            return False
        self.at = index + 1
        self.group = value
        self.items += 1
        self.scale = 1
        return True

    def _item(self, index: int, *, conjoined: bool) -> _Item | None:
        """The piece at a token: a number word, with its عشر or its hundred."""
        tokens = self.tokens
        word = tokens.words[index]
        if word is None or word.numeral is None:
            return None
        entry, clitics, _ = word.numeral
        if conjoined and clitics.conjunction != "و":
            return None
        if index != self.first and (clitics.preposition or (clitics.conjunction and not conjoined)):
            return None
        value, slot, form, after = entry.value, entry.slot, entry.form, index + 1
        if slot == "scale" and form == "accusative" and index == self.first:
            # ألفا before a noun is the construct dual; behind a number it is one thousand, which `_scale_up` reads
            value, form = (value, "plain") if self._marked_single(index) else (2 * value, "dual")
        if form == "plural" and slot == "scale":
            return None
        if slot == "unit" and self._joined(after):
            follower = tokens.words[after]
            found = None if follower is None else follower.numeral
            if found is not None and not found.clitics.conjunction and not found.clitics.preposition:
                if found.entry.slot == "ten" and (not found.clitics.article):
                    return _Item(value + 10, "teens", "plain", after + 1, clitics.article)
                if found.entry.slot == "hundred" and 3 <= value <= 9 and not found.clitics.article:  # noqa: PLR2004
                    return _Item(value * _HUNDRED, "hundreds", "plain", after + 1, clitics.article)
        return _Item(value, slot, form, after, clitics.article)

    def _marked_single(self, index: int) -> bool:
        """Whether the tanwin is printed: ألفًا is one thousand."""
        start = self.tokens.starts[index]
        printed = self.tokens.folded.span(start, self.tokens.end(index)).text
        follower = self.tokens.words[index + 1]
        joined = follower is not None and (follower.numeral or follower.fraction)
        if joined and joined.clitics.conjunction == "و":
            return True  # مليونا ونصف المليون
        return "\u064b" in printed or not self.tokens.texts[index + 1].isalpha()

    def _finish(self, found: Found[Numeral] | Found[Fraction] | None) -> Number:
        tokens = self.tokens
        value = _plain(self.closed + self.group)
        start = self.start
        scale = self.scale if self.scale >= _THOUSAND else 1
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


def _is_scale(found: Found[Numeral]) -> bool:
    return (found.entry.slot == "scale" and found.entry.form != "dual") or found.entry.slot == "hundred"


def _disjoint(one: Value, other: Value) -> bool:
    """Whether the digits of the smaller are free in the larger."""
    if not one or not other:
        return True
    small, large = sorted((one, other))
    if not isinstance(large, int):
        return False
    digits = len(str(int(small)))
    return large % 10**digits == 0


def _ratio(above: Value, below: int) -> Ratio:
    return Ratio(above) / below


def _free(group: int, slot: str) -> bool:
    """Whether a group below a thousand has room for one more word."""
    if group >= _THOUSAND:
        return False
    tens, units = group // 10 % 10, group % 10
    if tens == 1:
        units = 1  # ten to nineteen fill both places
    return {
        "unit": not units,
        "tens": not tens,
        "ten": not tens and not units,
        "teens": not tens and not units,
        "hundred": group < _HUNDRED,
        "hundreds": group < _HUNDRED,
    }.get(slot, False)


def _plain(value: Value) -> Value:
    return value.numerator if isinstance(value, Ratio) and value.denominator == 1 else value
