"""Vague figures: مئات، عشرات الآلاف، بضعة آلاف، عدة."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.reading.words.entries import FEW

if TYPE_CHECKING:
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.entries import Word
    from raqqa_data.reading.words.lexicon import Lexicon

_MOST = 10**12


class Vague(NamedTuple):
    """A vague figure: its low bound, the token after it, its offset, and whether it says "a few"."""

    low: int
    next: int
    start: int
    few: bool


def parse_vague(tokens: Tokens, lexicon: Lexicon, index: int) -> Vague | None:
    """The vague figure that begins at a token."""
    word = tokens.words[index]
    first = _first(word)
    if first is None:
        return None
    low, few, skip = first
    if few and word.vague is not None:
        several = word.vague.stem in lexicon.several
        if word.vague.clitics.article or (several and tokens.texts[index + 1].startswith("ال")):
            return None
        if several and word.vague.clitics.preposition and not _is_counted(tokens, lexicon, index):
            return None  # بعده مباشرة
    after = index + 1
    ten = tokens.words[after].numeral if few and tokens.joined(after) else None
    if ten is not None and ten.entry.slot == "ten" and not ten.clitics.skip:
        return Vague(low + ten.entry.value, after + 1, tokens.starts[index] + skip, few)  # بضعة عشر
    while low < _MOST:
        scale = _scale(tokens, after, few=few)
        if scale is None:
            break
        low *= scale
        after += 1
    return Vague(low, after, tokens.starts[index] + skip, few)


def _is_counted(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """بعدة طرق, printed so or before a noun that is known to be counted."""
    counted = tokens.texts[index + 1] in lexicon.counted and tokens.joined(index + 1)
    return counted or not tokens.printed(index).endswith("ه")


def _first(word: Word) -> tuple[int, bool, int] | None:
    """The bound that the first word states, whether it says "a few", and the letters of its clitics."""
    if word.vague is not None:
        return word.vague.entry, word.vague.entry == FEW, word.vague.clitics.skip
    if word.numeral is not None and word.numeral.entry.form == "plural":
        return 2 * word.numeral.entry.value, False, word.numeral.clitics.skip
    return None


def _scale(tokens: Tokens, index: int, *, few: bool) -> int | None:
    """The scale behind: الآلاف of عشرات الآلاف; behind بضعة only a plural."""
    word = tokens.words[index]
    if few and tokens.joined(index) and word.vague is not None and word.vague.entry != FEW:
        return None if word.vague.clitics.skip else word.vague.entry // 2  # بضع عشرات
    numeral = None if not tokens.joined(index) else word.numeral
    if numeral is None or numeral.clitics.skip:
        return None
    plural = numeral.entry.form == "plural"
    return numeral.entry.value if plural or (numeral.entry.slot == "scale" and not few) else None
