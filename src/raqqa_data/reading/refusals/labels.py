"""Digits that name what stands before them: the articles of a law, resolutions, entries of a list, codes."""

# ruff: noqa: PLR0911, PLR2004 - a grammar refuses early, its small numbers are those of language

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from raqqa_data.reading.numbers.cursor import is_scale

if TYPE_CHECKING:
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon

_TENS, _FEW = 2, (3, 10)
_LONGEST_PART = 3
_BEFORE_ENTRIES = frozenset({".", "؛", ":", "،"})
_FAR_ENTRIES = 80
_LONGEST_MARK = 2
_MOST_JOINED = 6
_LONGEST_MODEL = 8
_BROKEN_PLURAL = re.compile("(?:أ\\w{2,}|[^\\Wاإولب]\\w\\w)اء")  # أطباء, أعضاء, شهداء
_QUOTES = frozenset('()[]«»"')
_JOINTS = frozenset({"و", "او", "،", ",", "/", "-"})
_OF_A_ROUND = frozenset({"4", "8", "16", "32", "64", "128"})


def is_labelled(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:  # noqa: C901 - a list of labels
    """القرار 1701, المادة (7), القرار الأممي 2254, رقم (أ / 13): digits that name what stands before them."""
    context, texts = lexicon.context, tokens.texts
    at = _before_bracketed(tokens, index) if texts[index - 1] == "(" else index - 1
    if texts[at] in _JOINTS and tokens.words[at - 1].digits is not None:
        following = texts[index + 1]  # المادة 5 أو 6
        if (
            following.isalpha()
            and following not in context["not_nouns"]
            and not following.startswith(("ال", "و", "ب", "لسن"))
        ):
            return False
        at = _before_joined(tokens, at)
    if texts[at] in {":", "."} and texts[at - 1] in context["minutes"]:
        return texts[at - 1] != texts[at - 2] and not texts[at - 2].isalnum()  # (د:57)
    at -= texts[at] == ":" and definite(texts[at - 1]) in context["verses"] and tokens.joined(at)  # الآية: 30
    lettered = texts[at] == "/" and len(texts[at - 1]) == 1 and texts[at - 1].isalpha()
    at = _before_marks(tokens, context, at - 2 * lettered, index)
    while (texts[at] in _QUOTES or (lettered and texts[at] == ":")) and tokens.joined(at + 1):
        at -= 1
    if not tokens.joined(at + 1):
        return False
    if texts[at] == "ال" and tokens.joined(at):
        if (
            definite(texts[at - 1]) in lexicon.context["rounds"]
            and texts[index] in _OF_A_ROUND
            and tokens.joined(index)
        ):
            return True  # دور الـ16
        at -= texts[at - 1] in context["codes"]  # مجموعة الـ77
    text = texts[at]
    if text == "عدد" and definite(texts[at - 1]) in lexicon.numbered and tokens.joined(at):
        return not counts_something(tokens, lexicon, index)  # القانون عدد 27
    if text in context["minutes"]:
        return not texts[at - 1].isalnum() or texts[at - 1] == "في"  # (د 57), في د 85
    stem = definite(text)
    channel = text in context["round_the_clock"] and texts[index] == "24"
    if channel or stem in context["codes"] or (text[:1] in "لب" and text[1:] in context["codes"]):
        if _is_possessed(tokens, at) or is_scaled(tokens, index + 1):
            return False
        return text != "ام" or "إ" in tokens.printed(at)  # أم is "or"
    within = stem[:1] == "ب" and stem[1:] in context["ordnance"]  # بمدفعية 130
    if stem not in context["labels"] and not within:
        if at < index - 1 and stem in context["identifiers"]:
            return True
        described = text[:2] == "ال" != text and tokens.joined(at) and stem not in context["count_words"]
        described = described and text not in lexicon.calendar.shifts  # الأسبوع الماضي 47
        described = described and text not in context["to"]  # خفض الرقم إلى 508
        former = definite(texts[at - 1]) if described else ""
        known = former in lexicon.designations or former == "رقم" or (described and _is_resolved(tokens, lexicon, at))
        known = known or _is_model(tokens, lexicon, at)
        if not known:
            return False
    counted = counts_something(tokens, lexicon, index)
    counted = counted or (stem in context["sectors"] and _is_before_a_noun(tokens, lexicon, index + 1))
    return not counted or _is_a_calibre(tokens, lexicon, text, index + 1)


def _is_before_a_noun(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """القطاع 3 نقاط, but القطاع 3 من المخيم, القطاع 3 والقطاع 4."""
    text = tokens.texts[index]
    goes_on = text.startswith(("ال", "و", "ب", "ل")) or text in lexicon.context["not_nouns"]
    return text.isalpha() and tokens.joined(index) and not goes_on


def _is_a_calibre(tokens: Tokens, lexicon: Lexicon, text: str, index: int) -> bool:
    """مدفع 130 ملم: millimetres behind what shoots; any other unit is counted."""
    unit = lexicon.units.match(tokens, index)
    stem = definite(text)
    shoots = not lexicon.context["ordnance"].isdisjoint((stem, stem[1:]))
    return shoots and unit is not None and unit.name == "millimeter"


def _is_model(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """هواوي ميت 20: a word behind a maker of devices, which is no verb's object."""
    context, texts = lexicon.context, tokens.texts
    name, maker = texts[index], texts[index - 1]
    if definite(maker) not in context["makers"] or not tokens.joined(index) or len(name) > _LONGEST_MODEL:
        return False
    return name.isalpha() and name not in context["not_nouns"] and name not in lexicon.quantified


def _is_resolved(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """قرارات مجلس الأمن 2165: a number of three digits or more, one or two words behind what is numbered."""
    texts, numbered = tokens.texts, lexicon.context["numbered_far"]
    for at in (index - 2, index - 3):
        if not tokens.joined(at + 1) or not texts[at + 1].isalpha() or len(texts[index + 1].strip("(")) > 4:
            return False
        if definite(texts[at]) in numbered:
            return len(texts[index + 1]) >= 3 or texts[index + 1] == "("
    return False


def _before_marks(tokens: Tokens, context: dict[str, frozenset[str]], at: int, index: int) -> int:
    """The token before a stroke or a dash that stands between a name and its number: المادة /3/, «إي إف - 671»."""
    texts = tokens.texts
    if texts[at] == "-" and tokens.gaps[at] and not texts[index + 1].isalpha():
        return at - (texts[at - 1] in context["codes"] and len(texts[at - 1]) <= _LONGEST_MARK)
    return at - (texts[at] == "/" == texts[index + 1])


def _before_joined(tokens: Tokens, index: int) -> int:
    """The token before the first of some numbers that و or a comma joins; a few at most, as a list may be long."""
    at, texts = index, tokens.texts
    for _ in range(_MOST_JOINED):
        numbered = tokens.words[at - 1].digits is not None
        if not (texts[at] in _JOINTS and numbered and tokens.joined(at + 1) and tokens.joined(at)):
            break
        at -= 2
    return at


def _before_bracketed(tokens: Tokens, index: int) -> int:
    """الفقرات (1) و(2) و(3): the token before the first digits, where brackets are joined to brackets."""
    at, texts = index - 1, tokens.texts
    for _ in range(_MOST_JOINED):
        opened = at - _LONGEST_PART - 1  # the bracket of one number before
        if texts[at - 1] not in _JOINTS or texts[at - 2] != ")" or not tokens.joined(at):
            break
        pair = texts[opened - 2] == "(" and texts[opened] == "/"  # (3 / 4)
        if texts[opened] != "(" and not pair:
            break
        at = opened - 2 * pair
    return at


def _is_possessed(tokens: Tokens, index: int) -> bool:
    """مجموعه is "its total", and مجموعة "group": the ة is folded, but was printed."""
    text = tokens.texts[index]
    return (
        len(text) > _LONGEST_PART + 1
        and text.endswith("ه")
        and not definite(text).startswith("ال")
        and not tokens.printed(index).endswith("ة")
    )


def is_scaled(tokens: Tokens, index: int) -> bool:
    """Whether a scale stands at a token, right behind what is before it: 94 مليون."""
    numeral = tokens.words[index].numeral
    return numeral is not None and tokens.joined(index) and is_scale(numeral) and not numeral.clitics.conjunction


@functools.lru_cache(maxsize=8192)
def definite(text: str) -> str:
    """A word without و ف ب ل before it, as far as the article lets them be told."""
    stem = text.removeprefix("و") if len(text) >= _LONGEST_PART else text
    if stem.startswith("لل"):
        return "ال" + stem[2:]
    for clitic in "بلفك":
        if stem.startswith(clitic + "ال"):
            return stem[1:]
    return stem


def counts_something(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """Whether a unit, a scale or a noun in the accusative stands behind digits."""
    at = index + 1
    at += tokens.texts[at] in _QUOTES
    text, word = tokens.texts[at], tokens.words[at]
    if not tokens.joined(at):
        return False
    if lexicon.units.match(tokens, at) is not None or (word.numeral is not None and not word.numeral.clitics.skip):
        return True
    if text in lexicon.designations and tokens.texts[at + 1].isdecimal() and tokens.joined(at + 1):
        return False  # المبنى 12 شقة 4
    if text.endswith(("ين", "ون")) and len(text) > _LONGEST_PART and text[0] not in "وبلا":
        return True  # في القسم 5 موظفين
    if tokens.texts[index - 2] in lexicon.context["holding"] and text not in lexicon.context["not_nouns"]:
        return text.isalpha()  # يضم القسم 5 أطباء
    few = _takes_a_plural(tokens.texts[index])  # الطابق 4 حريق: four take a plural
    if (text in lexicon.counted and not few) or text in lexicon.context["nouns_in_waw_and_fa"]:
        return True
    if few and (tokens.printed(at).endswith(("ى", "ات")) or _BROKEN_PLURAL.fullmatch(tokens.printed(at))):
        titled = tokens.texts[at + 1].startswith("ال")  # الفصل 3 أعضاء اللجنة
        return not titled and text not in lexicon.context["not_nouns"]  # في القسم 5 أطباء, في الحي 4 قتلى
    if few and text in lexicon.counted:
        return False  # الملحق (3) استمارة المسح
    if text.removesuffix("ا") in lexicon.counted and not few:
        return True  # لاعبا, of which the ل is the word's own
    counted = text.endswith(("ا", "ه")) and len(text) > _LONGEST_PART and not text.startswith(("ال", "و", "ب", "ل"))
    return counted and text not in lexicon.context["not_nouns"]


def _takes_a_plural(digits: str) -> bool:
    """Whether what is counted stands in the plural: behind three to ten, and all that ends so."""
    return digits.isdecimal() and len(digits) != _TENS and _FEW[0] <= int(digits[-_TENS:]) <= _FEW[1]


def _has_neighbour(tokens: Tokens, index: int) -> bool:
    """Whether the entry (1) stands near an entry (3), and (2) near that: بلغت الحصيلة: (3) قتلى، (4) جرحى has none."""
    texts = tokens.texts
    near = {"2"} if int(texts[index]) == 1 else {"1"}
    for at in range(max(2, index - _FAR_ENTRIES), min(len(texts) - 1, index + _FAR_ENTRIES)):
        bracketed = texts[at] in near and texts[at - 1] == "(" and texts[at + 1] == ")"
        if bracketed and (texts[at - 2] in _BEFORE_ENTRIES or not tokens.joined(at - 1)):
            return True
    return False


def numbers_a_list(tokens: Tokens, index: int) -> bool:
    """1- or 2. or (3) in front of a list's entry."""
    texts = tokens.texts
    if len(texts[index]) > _LONGEST_MARK or texts[index + 1] not in {"-", ".", ")"} or not texts[index].isdecimal():
        return False
    sign, entry = texts[index + 1], texts[index + 2 + (texts[index + 2] == "(")]
    if tokens.glued(index) and tokens.words[index - 1].digits is None and texts[index - 1].isalpha():
        leans = sign == "-" and tokens.glued(index + 1) and not tokens.glued(index + 2)
        return leans and entry.isalpha() and not texts[index - 1].isascii()  # 37 نقطة2- برشلونة
    if entry.isdecimal() and texts[index + 2] == "(":  # 1 - (300) ثلاثمائة
        opens = not tokens.joined(index) or texts[index - 1] in {":", ".", "؛"}
        return sign == "-" and opens and tokens.joined(index + 2)
    if not entry.isalpha() or not (tokens.joined(index + 1) and tokens.joined(index + 2)):
        return False
    if sign == "-" and tokens.glued(index + 1) and tokens.gaps[index + 2] == " ":
        return True
    if texts[index - 1] == "(" and sign == ")":
        opens = not tokens.joined(index - 1) or (
            texts[index - 2] in _BEFORE_ENTRIES and (entry.startswith("ال") or _has_neighbour(tokens, index))
        )
        return opens and not entry.endswith("ا") and len(entry) >= 3
    quoted = texts[index - 1] in {'"', "«", "“"} and texts[index - 2] == ":"
    opens = quoted or not tokens.joined(index) or texts[index - 1] in {".", "؛"}
    if texts[index - 1] == ":":  # القتلى: 12. وأصيب 5; القتلى: 12 - الجرحى: 30
        first = texts[index] == "1" or (tokens.glued(index + 1) and not entry.startswith("ال"))
        opens = opens or (first and sign != "." and texts[index + 3] != ":")
    return (
        opens
        and sign in {"-", ".", ")"}
        and (tokens.gaps[index + 2] == " " if sign == "-" else tokens.glued(index + 1))
    )
