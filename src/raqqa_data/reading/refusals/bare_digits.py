"""Bare digits behind words: which of them name what stands before them, and which count in a list of places."""

# ruff: noqa: PLR0911, PLR2004 - a grammar refuses early, its small numbers are those of language

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raqqa_data.reading.refusals.labels import definite, is_labelled

if TYPE_CHECKING:
    from raqqa_data.reading.numbers.number import Number
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon

_LONGEST_PART = 3
_LONGEST_COUNT = 9
_LOOK_BACK = 6
_FAR_BACK = 10  # عدد, and of what
_OPENING, _CLOSING = frozenset('(«"“[”'), frozenset(')»"”]')
_PARTED = frozenset({"،", ",", "؛"})
_LONGEST_ITEM = 6
_POSSESSIVE = re.compile("(?:ها|هم)$")
_COUNTED_ON = frozenset(
    {"من", "منهم", "منها", "منهن", "اخرون", "اخرين", "اخري", "اخريات", "في", "%", "ضد", "مقابل", "فقط"}
)
# a definite word that ends so can be the plural that is counted: المصابون 12
_MAY_BE_PLURAL = ("ون", "ين", "ات", "ان", "ي", "ا", "ء")


def _quoted(tokens: Tokens, index: int) -> list[str]:
    """The words between an opening quotation mark or bracket and a token: of «عيد البلدة 36»."""
    for at in range(index - 2, index - _LOOK_BACK, -1):
        text = tokens.texts[at]
        if text in _OPENING:
            return tokens.texts[at + 1 : index]
        if not text.isalpha() or not tokens.joined(at + 1):
            break
    return []


def _goes_on_listing(tokens: Tokens, lead: int, floor: int, *, bracketed: bool) -> bool:
    """حمص 12 والرقة 15، الدمام 40, القيروان (54) فتونس العاصمة (49): a place and its count behind another such."""
    texts = tokens.texts
    joined = (lead - 1 == floor and texts[lead - 1][0] == "و") or (lead - 2 == floor and texts[floor] in _PARTED)
    if joined and texts[floor - 1].isalnum():
        return True
    behind = floor + (texts[floor] in {")", "”"})
    closed = texts[behind - 1] in {")", "”"}
    parted = lead - _LONGEST_PART <= behind < lead and closed and texts[behind - 2].isdecimal()
    parted = parted and definite(texts[lead - 1]) != definite(texts[behind - 4])  # المرحلة (2) والمرحلة (3)
    return parted and bracketed and (texts[behind] in {"،", ","} or texts[behind][0] in "وف")


def _is_listed_on(tokens: Tokens, number: Number) -> bool:
    """الجزائر (137)، تيزي وزو (94 حالة): another place and its count in brackets behind."""
    texts, at = tokens.texts, number.next + 1
    if texts[at] not in {"،", ","} and texts[at][:1] != "و":
        return False
    names = range(at + (texts[at] in {"،", ","}), at + _LONGEST_PART + 2)
    for name in names:
        if texts[name] == texts[number.first - 1] in _OPENING and name > names[0]:
            inner = tokens.words[name + 1]
            return inner.digits is not None or inner.numeral is not None
        again = texts[name].removeprefix("و") == texts[number.first - 2]
        if again or not texts[name].isalpha() or not tokens.joined(name):
            break
    return False


def _is_told_to_count(tokens: Tokens, lexicon: Lexicon, number: Number, lead: int, floor: int) -> bool:
    calendar = tokens.words[lead - 2].calendar
    if lead == floor and calendar is not None and calendar.entry == "month":
        return True  # الحصيلة في تشرين الأول 57
    if definite(tokens.texts[lead - 1]) in lexicon.context["this_year"]:
        return True  # منذ بداية السنة 38
    if _is_one_of_a_list(tokens, lexicon, number, floor) or _is_a_price(tokens, lexicon, lead, floor):
        return True
    bracketed = tokens.texts[number.next] in {")", "”"}
    return _goes_on_listing(tokens, lead, floor, bracketed=bracketed) or (bracketed and _is_listed_on(tokens, number))


def _is_listed_behind(tokens: Tokens, lexicon: Lexicon, number: Number, floor: int) -> bool:
    """حمص 6 ودير الزور 4, وفي حمص 6 وفي دير الزور 4: the second of two."""
    texts = tokens.texts
    name = floor + (texts[floor] == "وفي")
    if texts[floor][:1] != "و" or not texts[floor - 1].isdecimal() or texts[floor - 2] == texts[number.first - 1]:
        return False
    return _is_an_item(tokens, lexicon, name) == number.first and not is_labelled(tokens, lexicon, floor - 1)


def _is_listed_before(tokens: Tokens, lexicon: Lexicon, number: Number, floor: int) -> bool:
    """في الحسكة 4 وفي حلب 2: the first of two."""
    texts, after = tokens.texts, number.next
    before = {text.removeprefix("و") for text in texts[max(floor, number.first - _LONGEST_PART) : number.first]}
    if texts[after] != "وفي" or "في" not in before or texts[after + 1] == texts[number.first - 1]:
        return False
    return bool(_is_an_item(tokens, lexicon, after + 1))


def _is_one_of_a_list(tokens: Tokens, lexicon: Lexicon, number: Number, floor: int) -> bool:
    """قوات النظام 74؛ قوات المعارضة المحلية 81: some words and a bare number, between two such or before one."""
    texts, after = tokens.texts, number.next
    if _is_listed_behind(tokens, lexicon, number, floor) or _is_listed_before(tokens, lexicon, number, floor):
        return True
    if texts[floor] in _PARTED and texts[floor - 1].isdecimal():
        then = floor + 1 + (texts[floor + 1] == "ثم")
        if _is_an_item(tokens, lexicon, then) == number.first:
            return True
    heads = ":" in texts[max(floor, number.first - _LONGEST_PART) : number.first]
    opens = texts[after] == "؛" or (heads and texts[after] in _PARTED)  # كالآتي: النسيج 412، ثم الكيميائية 228
    ended = _is_an_item(tokens, lexicon, after + 1 + (texts[after + 1] == "ثم")) if opens else 0
    return bool(ended) and texts[ended + 1] in {*_PARTED, ".", "", "\n"}


def _is_a_price(tokens: Tokens, lexicon: Lexicon, lead: int, floor: int) -> bool:
    """ليتر المازوت 9500: a unit and what is sold by it, first on a line or behind a stop."""
    for at in range(lead - 1, max(floor, lead - _LONGEST_ITEM) - 1, -1):
        if not tokens.texts[at].isalpha():
            return False
        if not tokens.joined(at) or not tokens.texts[at - 1].isalpha():
            unit = lexicon.units.match(tokens, at, leads=True)
            return unit is not None and unit.kind == "measure" and unit.number == 1
    return False


def _is_an_item(tokens: Tokens, lexicon: Lexicon, index: int) -> int:
    """The token of the number behind some words of a list's item; 0 where there is none."""
    for at in range(index, index + _LONGEST_ITEM):
        text = tokens.texts[at]
        if text.isdecimal() and at > index:
            return at
        if not text.isalpha() or not tokens.joined(at) or text in lexicon.context["not_nouns"]:
            break
    return 0


def counts_nothing(tokens: Tokens, lexicon: Lexicon, number: Number, lead: int, floor: int) -> bool:
    """Whether bare digits name what stands before them: (كويت 15), الذكرى 41; no frame of a quantity is near."""
    texts, context = tokens.texts, lexicon.context
    before, after = texts[lead - 1], texts[number.next]
    if number.next != number.first + 1:
        return False
    text = texts[number.first]
    behind = number.next + (after == ")")
    if not tokens.joined(lead) or not before.isalpha():
        return False
    if len(text) > _LONGEST_COUNT and text.isdecimal() and text.strip("0") == text:
        return True
    if texts[behind] in _COUNTED_ON and tokens.joined(behind):
        return False
    if before[0].isascii() and not before.islower():
        return True  # Galaxy 6
    start = lead - 1
    while start > max(floor, lead - _FAR_BACK) and tokens.joined(start):
        start -= 1
    told = [word[word[:1] in "وفبل" :] for word in texts[start:lead]]
    told += texts[start:lead]
    # السعر السابق 123, ثمنها المدعم 260
    bare = [word.removeprefix("ال") for word in texts[start:lead]]
    told += context["measured"] & {*bare, *(_POSSESSIVE.sub("", word) for word in bare)}
    if before in {"الي", "علي"}:
        return not context["messages"].isdisjoint(told)
    if after in _CLOSING:
        named = _quoted(tokens, lead)
        if named:
            spoken = lexicon.quantified | context["not_nouns"] | context["past"]
            measured = context["measured"].isdisjoint(word.removeprefix("ال") for word in named)
            return measured and spoken.isdisjoint(named) and len(before) >= _LONGEST_PART
    if not lexicon.quantified.isdisjoint(told) or (texts[lead - 2] in context["past"] and tokens.joined(lead - 1)):
        return False
    stem = definite(before)
    if _is_told_to_count(tokens, lexicon, number, lead, floor):
        return False
    return text.isdecimal() and stem.startswith("ال") and len(stem) > 4 and not stem.endswith(_MAY_BE_PLURAL)
