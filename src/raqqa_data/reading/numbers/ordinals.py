"""Ordinals: الخامسة، الحادي والعشرون، الثلاثمئة والسادس."""

# ruff: noqa: PLR0911 - a grammar refuses early

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.reading.numbers.number import parse_number

if TYPE_CHECKING:
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon

_TEN = 10
_HUNDRED = 100
_THOUSAND = 1000
_LONGEST = 4  # digits
_NEAR = 4


class Ordinal(NamedTuple):
    """An ordinal found: its value, its tokens and its stretch."""

    value: int
    first: int
    next: int
    start: int
    end: int


def parse_ordinal(tokens: Tokens, lexicon: Lexicon, index: int) -> Ordinal | None:
    """The longest ordinal that begins at a token; refused where the words make it something else."""
    found = _ordinal(tokens, index) or _from_cardinal(tokens, lexicon, index)
    if found is None or _refused(tokens, lexicon, found):
        return None
    return found


def behind_refused(tokens: Tokens, index: int) -> int | None:
    """The token after an ordinal of several words that is none here: الثانية عشرة بعد منتصف الليل leaves no ten."""
    found = _ordinal(tokens, index)
    return None if found is None or found.next == index + 1 else found.next


def in_digits(tokens: Tokens, lexicon: Lexicon, index: int) -> Ordinal | None:
    """الدورة الـ74, للمرة الـ3: digits behind the article behind what is counted off."""
    digits, texts = tokens.words[index].digits, tokens.texts
    if digits is None or not digits.plain or not digits.value or not tokens.joined(index):
        return None
    noun = texts[index - 2].removeprefix("و")
    noun = "ال" + noun[2:] if noun.startswith("لل") else noun.removeprefix("ب")
    if noun not in lexicon.ranked or not tokens.joined(index - 1):
        return None
    if lexicon.units.match(tokens, index + 1) is not None or len(digits.text) > _LONGEST:
        return None
    return Ordinal(int(digits.value), index, index + 1, tokens.starts[index], tokens.end(index))


def _ordinal(tokens: Tokens, index: int) -> Ordinal | None:
    word = tokens.words[index]
    if word.ordinal is None:
        return None
    value, clitics, _ = word.ordinal
    after = index + 1
    follower = tokens.words[after]
    ten = None if not tokens.joined(after) else follower.numeral
    if (
        value < _TEN
        and ten is not None
        and ten.entry.slot == "ten"
        and not ten.clitics.skip
        and not ten.clitics.article
    ):
        value, after = value + _TEN, after + 1
    elif value < _TEN:
        tens = _joined_tens(tokens, after, article=clitics.article)
        if tens is not None:
            value, after = value + tens[0], tens[1]
    stem = tokens.texts[index][clitics.skip :].removeprefix("ال")
    if stem in {"حادي", "حاديه"}:
        if value < _TEN:
            return None
    elif stem == "ثانيه" and value < _TEN and not clitics.article and not tokens.texts[index - 1].endswith("ه"):
        # a second of time, or "again"
        return None
    hundreds = _after_hundred(tokens, after)
    if hundreds is not None:
        value, after = value + hundreds[0], hundreds[1]
    return Ordinal(value, index, after, tokens.starts[index] + clitics.skip, tokens.end(after - 1))


def _joined_tens(tokens: Tokens, index: int, *, article: bool) -> tuple[int, int] | None:
    """والعشرين behind الخامس."""
    at = index + 1 if tokens.texts[index] == "و" and tokens.joined(index) else index
    word = tokens.words[at]
    if word.numeral is None or not tokens.joined(at) or word.numeral.entry.slot != "tens":
        return None
    clitics = word.numeral.clitics
    conjoined = at > index or clitics.conjunction == "و"
    return (
        (word.numeral.entry.value, at + 1)
        if conjoined and clitics.article == article and not clitics.preposition
        else None
    )


def _after_hundred(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """بعد المئة."""
    if tokens.texts[index] != "بعد" or not tokens.joined(index):
        return None
    word = tokens.words[index + 1]
    if word.numeral is None or not tokens.joined(index + 1):
        return None
    entry, clitics, _ = word.numeral
    return (entry.value, index + 2) if clitics.article and _HUNDRED <= entry.value < _THOUSAND else None


def _from_cardinal(tokens: Tokens, lexicon: Lexicon, index: int) -> Ordinal | None:
    """A cardinal with the article that stands for an ordinal: العشرون، المئة، الواحد والعشرون."""
    word = tokens.words[index]
    if word.numeral is None or not word.numeral.clitics.article:
        return None
    if word.numeral.clitics.preposition == "ب" and word.numeral.entry.slot in {"hundred", "scale"}:
        return None  # "per cent", its number lost
    number = parse_number(tokens, lexicon, index)
    if number is None or not isinstance(number.value, int) or number.scale > 1 or number.value <= _TEN:
        return None
    if word.numeral.entry.slot == "unit" and number.value % _TEN > 1:
        return None  # الأربع والعشرين count: the twenty-fourth is الرابعة والعشرون
    value, after = number.value, number.next
    if number.value >= _HUNDRED:
        at = after + 1 if tokens.texts[after] == "و" else after
        units = _ordinal(tokens, at) if tokens.joined(at) else None
        if units is not None and units.value < _HUNDRED and (at > after or tokens.texts[at].startswith("و")):
            value, after = value + units.value, units.next
    hundreds = _after_hundred(tokens, after)
    if hundreds is not None:
        value, after = value + hundreds[0], hundreds[1]
    return Ordinal(value, index, after, number.start, tokens.end(after - 1))


def _refused(tokens: Tokens, lexicon: Lexicon, found: Ordinal) -> bool:
    if _is_misspelled(tokens, found) or _opens_hours(tokens, lexicon, found):
        return True
    definite = tokens.folded.text.startswith("ال", found.start)
    if lexicon.not_ordinal_before.match(tokens, found.next) is not None and not (
        definite and tokens.texts[found.next] == "ما"  # الثالثة والتسعين ما زال
    ):
        return True
    before = tokens.texts[found.first - 1]
    if found.value == 1 and not definite and before.removeprefix("و") in lexicon.ranks and tokens.joined(found.first):
        return True
    word = tokens.words[found.first].ordinal
    if word is not None and word.stem in lexicon.places:
        return bool(word.clitics.skip) or not _placed(tokens, lexicon, found.first)
    if before in lexicon.not_ordinal_sides and tokens.texts[found.first - 2].removeprefix("و") in {"من", "علي"}:
        return True  # من جهة ثانية
    if before not in lexicon.not_ordinal_behind or not tokens.joined(found.first):
        return False
    return definite or before.endswith("ساعه")


def _opens_hours(tokens: Tokens, lexicon: Lexicon, found: Ordinal) -> bool:
    """من السادسة إلى التاسعة صباحا, بين السابعة والعاشرة مساء: the first of two hours, a part of a day behind both."""
    texts, at = tokens.texts, found.next
    apart = texts[at] in lexicon.context["to"] or texts[at] == "و"
    at += apart
    if not texts[found.first].endswith("ه") or not (apart or texts[at].startswith("وال")) or not tokens.joined(at):
        return False
    last = _ordinal(tokens, at)
    return last is not None and texts[last.next] in lexicon.context["clock_after"] and tokens.joined(last.next)


def _placed(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """حل ثانيا, حل اللاعب رابعا."""
    for at in range(index - 1, index - _NEAR, -1):
        if tokens.texts[at].removeprefix("و").removeprefix("ف") in lexicon.placing:
            return True
        if not tokens.joined(at + 1) or not tokens.texts[at].isalpha():
            return False
    return False


def _is_misspelled(tokens: Tokens, found: Ordinal) -> bool:
    """باول is Powell, not بأول; الأولي is "preliminary" behind a masculine noun, not الأولى."""
    if found.value != 1:
        return False
    word = tokens.texts[found.first]
    printed = tokens.printed(found.first)
    if word.endswith("ولي") and printed.endswith("ي"):
        return not tokens.texts[found.first - 1].endswith("ه")
    return word in {"باول", "كاول", "فاول"} and "أ" not in printed


def is_regnal(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """محمد السادس, الملك عبد الله الثاني: the ordinal is part of a ruler's name."""
    texts = tokens.texts
    if not tokens.joined(index):
        return False
    if texts[index - 1] in lexicon.regnal_names:
        return True
    return any(
        texts[index - back] in lexicon.regnal_titles
        and not any(texts[at].startswith("ال") for at in range(index - back + 1, index))
        and all(tokens.joined(at) for at in range(index - back + 1, index))
        for back in (2, 3)
    )
