"""Digits that name by what stands on both sides of them: years of courts, houses, issues, minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.reading.refusals.labels import counts_something, definite

if TYPE_CHECKING:
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon

_YEARS = frozenset({"سنه", "لسنه", "للسنه", "السنه"})
STREETS = frozenset({"شارع", "ش"})
"""What stands behind the number of a house."""
_ISSUES = frozenset({"العدد", "بالعدد"})
_LETTERS = frozenset({"ص", "ج", "ط", "ق", "مج", "ع", "س", "م", "ب", "د", "ك", "ا"})
_COLLECTORS = frozenset({"مسلم", "البخاري", "الترمذي", "ماجه", "داود", "النسائي", "احمد", "حديث", "الحديث", "برقم"})
_LINES = frozenset({"عرض", "طول", "العرض", "الطول", "الاحداثيات", "احداثيات"})
_SORTS = {
    "named": _YEARS | _ISSUES | _COLLECTORS | {"رقم", "(", "[", "،"},
    "bracketed": frozenset({"(", "["}),
    "lettered": _LETTERS | {"و" + letter for letter in _LETTERS} | {".", ":"},
    "lined": _LINES | {"و", "،", ",", ":", "("},
    "signed": frozenset({"-", "~", "_", "*", "+", "plus", "زايد", "ناقص"}),
    "after-colon": frozenset({":", "/"}),
    "article": frozenset({"ال"}),
    "of": frozenset({"من"}),
    "on": frozenset({"علي"}),
}
BEFORE = {
    text: " ".join(sort for sort, texts in _SORTS.items() if text in texts)
    for text in frozenset[str]().union(*_SORTS.values())
}
"""What stands before digits that name, and the sorts of rows that look at it."""
_POSSESSIVES = ("ها", "ه", "هم")
_SHORT = 2
_FAR_QUOTE = 6
_ALL_OF_IT = frozenset({"24", "7"})
_PREFIXES = "وفبلك"  # and, in, with, for, like
_MARKS = frozenset({"5", "10", "20", "100", "عشره"})
_DEGREES = frozenset({"درجه", "درجات", "°"})


def year_of_a_court(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """لسنة 76 القضائية, رقم 6571 لسنة 82."""
    texts = tokens.texts
    if texts[index - 1] not in _YEARS or not tokens.joined(index):
        return None
    judged = texts[index + 1] in lexicon.context["of_courts"] and tokens.joined(index + 1)
    numbered = len(texts[index]) == _SHORT and texts[index - 2].isdecimal() and texts[index - 1] == "لسنه"
    return index + 1 + judged if judged or numbered else None


def number_in_a_street(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """42 شارع النيل: eleven to 99 are counted in the accusative, less than eleven in the plural, hundreds otherwise."""
    texts, context = tokens.texts, lexicon.context
    if texts[index + 1] not in STREETS or not tokens.joined(index + 1) or not texts[index].isdecimal():
        return None
    name = texts[index + 2]
    named = name.isalpha() and tokens.joined(index + 2) and name not in context["not_nouns"]
    # 35 شارع رئيسي are counted
    plain = len(texts[index]) <= _SHORT and name not in context["streets_are"]
    named = named and (
        texts[index + 1] == "ش"
        or plain
        or name.startswith("ال")
        or texts[index - 1] in lexicon.context["at_an_address"]
    )
    return index + 1 if named and (texts[index + 1] == "ش" or texts[index][-_SHORT:] != "00") else None


def issue(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """في العدد 25, العدد 26 بتاريخ."""
    texts = tokens.texts
    at = index - 1
    while texts[at] in {"رقم", "(", "["} and tokens.joined(at + 1):
        at -= 1
    if texts[at] not in _ISSUES or not tokens.joined(index) or counts_something(tokens, lexicon, index):
        return None
    if texts[index + 1] == "الي" or texts[at - 2].lstrip("بول") in lexicon.context["nouns_of_change"]:
        return None  # ارتفع من العدد 500 إلى 700
    if texts[index + 1] == "من" and texts[index + 2].lstrip("ال") in lexicon.context["periodicals"]:
        return index + 1  # العدد 25 من المجلة
    told = texts[at - 1] in {"في", "وفي", "من", "رقم"} or texts[at] == "بالعدد" or texts[at + 1] == "رقم"
    return (
        index + 1 if told or (texts[index + 1] in lexicon.context["of_issues"] and tokens.joined(index + 1)) else None
    )


def day_of_its_own(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """أسبوعها الـ 12, يومه الـ40, الذكرى السنوية الـ47."""
    texts = tokens.texts
    if texts[index - 1] != "ال" or not tokens.joined(index) or not tokens.joined(index - 1):
        return None
    owned = texts[index - 2]
    if owned.removeprefix("ل").removeprefix("ال") == "غرام":
        return index + 1  # of so many carats
    if owned == "السنويه" and texts[index - 3].lstrip("بلو").removeprefix("ا").removeprefix("ل") == "ذكري":
        return index + 1
    for possessive in _POSSESSIVES:
        stem = owned.removesuffix(possessive)
        if stem != owned and not lexicon.context["of_its_own"].isdisjoint((stem, stem[1:])):
            return index + 1
    return None


def line_of_the_map(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """خط عرض 36, دائرتي عرض 32 و37, على الإحداثيات 35.95 و39.01."""
    texts = tokens.texts
    at = index - 1
    if texts[at] in {"و", "،", ","} and tokens.words[at - 1].digits is not None and tokens.joined(at):
        at -= 2
        at -= texts[at] in _DEGREES
    at -= texts[at] in {":", "("}
    if texts[at] not in _LINES or not tokens.joined(index) or not tokens.joined(at + 1):
        return None
    of_a_line = texts[at - 1].lstrip("وبل") in lexicon.context["of_lines"] and tokens.joined(at)
    if not of_a_line and "احداثيات" not in texts[at]:
        return None
    unit = lexicon.units.match(tokens, index + 1)
    if unit is None:
        return index + 1
    return unit.next if unit.name == "degree" else None


def zone(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """UTC + 2, GMT plus 3, غرينتش زائد 2."""
    texts = tokens.texts
    signed = texts[index - 1] in {"+", "-", "plus", "زايد", "ناقص"} and texts[index - 2] in lexicon.context["zones"]
    if not signed or not tokens.joined(index) or not tokens.joined(index - 1) or len(texts[index]) > _SHORT:
        return None
    unit = lexicon.units.match(tokens, index + 1)
    return index + 1 if unit is None else unit.next if unit.name == "hour" else None


def around_the_clock(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """24 ساعة على 24, 7 أيام على 7: so many of as many; what is left of the second is no figure."""
    texts = tokens.texts
    told = texts[index - 1] == "علي" and texts[index - 3] == texts[index] and texts[index] in _ALL_OF_IT
    if not told or not (tokens.joined(index) and tokens.joined(index - 1)):
        return None
    unit = lexicon.units.match(tokens, index + 1)
    return index + 1 if unit is None else unit.next


def rating(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """التقييم: 4/5, 4.5/10, الخدمة 7 من 10: so many of so many marks."""
    texts, ratings = tokens.texts, lexicon.context["ratings"]
    joint, of = texts[index + 1], texts[index + 2]
    if joint not in {"/", "من"} or of not in _MARKS or not (tokens.joined(index + 1) and tokens.joined(index + 2)):
        return None
    value, at = tokens.words[index].digits, index + 3
    most = 10 if of == "عشره" else int(of)
    if value is None or value.value is None or value.value > most or lexicon.units.match(tokens, at) is not None:
        return None
    near = {definite(text).removeprefix("ال") for text in texts[max(0, index - _FAR_QUOTE) : index]}
    told = not ratings.isdisjoint(near) or texts[at] in ratings
    if joint == "/":
        apart = not tokens.joined(at) or not texts[at].isalpha() or texts[at][0] == "و"
        ratio = texts[index - 1] in lexicon.context["ratios"]
        told = told or "." in texts[index] or (of == "10" and apart and not ratio and texts[at] != "/")
    elif told:
        told = texts[at] in ratings or not (tokens.joined(at) and _is_counted(texts[at], lexicon))
    return at if told else None


def _is_counted(text: str, lexicon: Lexicon) -> bool:
    """8 من 10 طلاب: a noun behind the number, which counts no marks then; a rating goes on with what is none."""
    if text in lexicon.counted or not text.isalpha() or text in lexicon.context["not_nouns"]:
        return text in lexicon.counted
    adverb = text.endswith("ا") and not text.endswith("ايا")  # شكرا, but ضحايا
    return len(text) > _SHORT and not adverb and text[0] not in _PREFIXES and not text.startswith("ال")
