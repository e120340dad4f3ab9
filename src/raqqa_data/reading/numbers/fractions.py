"""Fractions and decimals in words: ثلاثة أرباع، مليون ونصف، خمسة فاصلة ثلاثة."""

# ruff: noqa: PLR0911 - a grammar refuses early

from __future__ import annotations

import re
from fractions import Fraction as Ratio
from typing import TYPE_CHECKING

from raqqa_data.reading.numbers.cursor import HUNDRED, THOUSAND, plain
from raqqa_data.reading.numbers.sums import NumberSums

if TYPE_CHECKING:
    from raqqa_data.reading.text.digits import Value


_LOOK_BACK = 6

# a noun and its possessive, but no تهم, and no بناتها
_POSSESSED = re.compile(r"\w{2,}(?<!ات)(?:ه|ها|هم|هن)(?<!اه)")


class NumberFractions(NumberSums):
    """Reads the parts of a whole that stand behind a number."""

    def decimals(self) -> bool:
        """خمسة فاصلة ثلاثة."""
        tokens, at = self.tokens, self.at
        if tokens.texts[at] not in self.lexicon.joints["decimal"] or not self._joined(at):
            return False
        if not isinstance(self.group, int) or (self.closed and not self.group):
            return False
        if tokens.glued(at + 1) and not tokens.glued(at):  # 37 نقطة2- برشلونة
            return False
        at += 1
        zeros = 0
        while tokens.texts[at] == "صفر" and self._joined(at):
            zeros += 1
            at += 1
        word = tokens.words[at]
        if word.digits is not None and word.digits.plain and self._joined(at):
            places, rest = len(word.digits.text), int(word.digits.value or 0)
            at += 1
        else:
            small = type(self)(tokens, self.lexicon, at, self.limit).below_thousand() if self._joined(at) else None
            if small is None:
                return False
            rest, at = small
            places = len(str(rest))
        self.group = plain(self.group + Ratio(rest, 10 ** (places + zeros)))
        self.at = at
        self.items += 1
        self.scale = 1
        return True

    def parts_of(self) -> bool:
        """ثلاثة أرباع."""
        tokens, at = self.tokens, self.at
        word = tokens.words[at]
        if word.fraction is not None and self._joined(at):
            found = word.fraction
            if not found.entry.parts and not found.clitics.skip and self.group and self._single_group():
                self.group = plain(Ratio(1, found.entry.of) * self.group)
                self.scale = 1
                self.at = at + 1
                self.items += 1
                return True
        return False

    def one_of_each(self) -> bool:
        """واحد من كل خمسة is a fifth, 7 من أصل 10 and تسع مرات من أصل عشرة so many tenths."""
        tokens, at = self.tokens, self.at
        at += tokens.texts[at] in self.lexicon.joints["times"] and self._joined(at + 1)
        of = tokens.texts[at] == "من"
        at += of and tokens.texts[at + 1] in self.lexicon.joints["between_each"] and self._joined(at + 1)
        each = of and tokens.texts[at + 1] in self.lexicon.joints["of_each"]
        if not each or not (self._joined(at) and self._joined(at + 2)):
            return False
        digits = tokens.words[at + 2].digits
        if digits is not None and digits.plain and isinstance(digits.value, int):
            below, after = digits.value, at + 3
        else:
            found = type(self)(tokens, self.lexicon, at + 2, self.limit).below_thousand()
            if found is None:
                return False
            below, after = found
        scale = self.numeral_at(after)
        scaled = scale is not None and scale.entry.slot == "scale" and self._joined(after)
        if self.closed or scaled or not 0 < self.group < below:
            return False
        self.group, self.at, self.scale = plain(Ratio(self.group) / below), after, 1
        self.items += 1
        return True

    def _single_group(self) -> bool:
        return not self.closed and self.items == 1 and isinstance(self.group, int) and self.group <= HUNDRED

    def conjoined_fraction(self) -> bool:
        """مليون ونصف; مليون وسبعة عشر على ثلاثة."""
        at = self._after_conjunction(self.at)
        if at is None or not isinstance(self.group, int):
            return False
        word = self.tokens.words[at]
        ratio: Ratio | None = None
        after = at + 1
        found = word.fraction
        if found is not None and found.entry.parts and not found.clitics.preposition:
            if found.entry.form in {"before_definite", "possessed"} or found.clitics.article:
                return False
            ratio = Ratio(found.entry.parts, found.entry.of)
        elif word.numeral is not None and not word.numeral.clitics.preposition:
            found_ratio = self._worded_ratio(at)
            if found_ratio is not None:
                ratio, after = found_ratio
        if ratio is None or (self.scale == 1 and self._is_other_name(after)):
            return False
        if self.scale >= THOUSAND:
            # مليون ونصف is a million and half a million, whether or not the text says of what
            self.closed: Value = plain(self.closed + ratio * self.scale)
            again = self.numeral_at(after)
            if again is not None and again.entry.slot == "scale" and again.entry.value == self.scale:
                after += again.entry.form == "plain"
        elif self.closed and not self.group:
            return False
        else:
            self.group = plain(self.group + ratio)
        self.at: int = after
        self.items: int = self.items + 1
        self.scale: int = 1
        return True

    def _is_other_name(self, index: int) -> bool:
        """الستة عشر وربع النهائي: the fraction is one of something else, not of the number before it."""
        if not self._joined(index):
            return False
        text = self.tokens.texts[index]
        if text in self.lexicon.context["fraction_names"]:
            return True
        word = self.tokens.words[index]
        numeric = word.numeral is not None or self.lexicon.units.match(self.tokens, index) is not None
        return text.startswith("ال") and not numeric

    def _worded_ratio(self, index: int) -> tuple[Ratio, int] | None:
        """ثلاثة أخماس, or واحد على ثلاثة."""
        tokens = self.tokens
        parser = type(self)(tokens, self.lexicon, index, self.limit)
        item = parser.item(index, conjoined=False)
        found = tokens.words[item.next].fraction if item is not None and self._joined(item.next) else None
        if item is not None and found is not None and not found.entry.parts and not found.clitics.skip:
            return _ratio(item.value, found.entry.of), item.next + 1
        above = parser.below_thousand()
        if above is None:
            return None
        count, after = above
        if not self._joined(after):
            return None
        if tokens.texts[after] in self.lexicon.joints["over"] and self._joined(after + 1):
            below = type(self)(tokens, self.lexicon, after + 1, self.limit).below_thousand()
            if below is not None and below[0]:
                return Ratio(count, below[0]), below[1]
        return None

    def _unit_follows(self) -> bool:
        unit = self.lexicon.units.match(self.tokens, self.at)
        return unit is not None and unit.number == 1

    def _whole_follows(self, index: int) -> bool:
        """خمس السكان, خمس قيمته, خمس عدد السكان: what is cut is definite and no plural, which five would count."""
        tokens, text = self.tokens, self.tokens.texts[index]
        bare = tokens.texts[index - 1].lstrip("وبفل") in self.lexicon.joints["only_voweled"]
        if not self._joined(index) or text in self.lexicon.context["not_nouns"] or (bare and not self._is_voweled()):
            return False
        if tokens.texts[index - 2] == "كل":
            return False  # أربع عائلات من كل خمس بيوتها بلا أبواب
        of_it = tokens.texts[index + 1].startswith("ال") and self._joined(index + 1)
        if text.endswith("ات"):
            return text.startswith("ال") and self._is_told_a_part() and self.lexicon.units.match(tokens, index) is None
        cut = self.lexicon.context["cut_up"]
        if text in cut or (of_it and not text.startswith("ال") and self._is_voweled()):
            return of_it  # ثُمن رأس المال
        if self.lexicon.joints["only_cut_up"] & {tokens.texts[index - 1]} and not self._is_voweled():
            stem = text.removeprefix("ال").removesuffix("ا").removesuffix("ه")
            return stem in cut or stem.removesuffix("ت") + "ه" in cut
        if text.startswith("ال"):
            unit = self.lexicon.units.match(tokens, index)
            return unit is None or unit.number == 1
        found = _POSSESSED.fullmatch(text)
        return found is not None and not (text[-1] == "ه" and "ة" in tokens.printed(index))

    def _is_told_a_part(self) -> bool:
        """خُمس الإمدادات, نحو خمس الإمدادات: a vowel or a hedge before it tells the part from five."""
        hedged = self.lexicon.qualifiers.before(self.tokens, self.first, self.first - _LOOK_BACK) is not None
        return hedged or self._is_voweled()

    def _is_voweled(self) -> bool:
        """ثُمن, وخُمس: the vowel of a part is printed."""
        return "\u064f" in self.tokens.printed(self.first)[:4]

    def _is_a_half_of_two(self) -> bool:
        """نصفها الثاني is one of two halves, نصفهم بأنهم a verb: the half of them is said before neither."""
        text = self.tokens.texts[self.at]
        second = text.startswith("ال") and text not in self.lexicon.context["not_nouns"] | self.lexicon.context["to"]
        described = text.startswith("ب") and self.group == Ratio(1, 2)
        return self._joined(self.at) and (second or described)

    def _is_unit_before_plural(self, index: int) -> bool:
        """خمس before an indefinite noun is five, not a fifth."""
        word = self.tokens.words[index]
        if word.fraction is None or word.numeral is None:
            return False
        if word.fraction.entry.form != "before_definite":
            return False
        return not self._whole_follows(index + 1) or word.fraction.clitics.article


def _ratio(above: Value, below: int) -> Ratio:
    return Ratio(above) / below
