"""Digits that are no figure: names, telephones, addresses, times of day."""

# ruff: noqa: ARG001, PLR0911, PLR2004 - the refusals of a table take the same; small numbers are those of language

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from raqqa_data.reading.refusals.labels import counts_something, definite, is_labelled, numbers_a_list
from raqqa_data.reading.text.digits import MOST_DIGITS

if TYPE_CHECKING:
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon

_LONGEST_PART = 3
_TELEPHONE = 9
_CALLED = 6
_LAST_DAY = 31
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 20, 100, 1000})
_DEGREES = frozenset({"درجه", "درجات", "°"})
_PIXELS = frozenset({"بكسل", "بيكسل", "بكسلا", "نقطه"})
_MINUTES = frozenset({"دقيقه", "دقايق"})
_DIRECTIONS = frozenset({"شمالا", "جنوبا", "شرقا", "غربا"})
_COMPASS = {"N": "EW", "S": "EW", "E": "NS", "W": "NS"}
_A_PAIR = 6  # tokens
_LONGEST_RATIO = 6
_SIGNS = frozenset("-/:._#@=+")
_DEVICES = frozenset({"ايفون", "ويندوز", "غالاكسي", "جالاكسي", "جالكسي", "اندرويد"})


def named_in_latin(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """F16, كوفيد-19, +963 11 234."""
    before = tokens.texts[index - 1]
    if not tokens.glued(index) or not _named_before(tokens, lexicon, index, before):
        return None
    return _behind_groups(tokens, index) if before == "+" else _behind(tokens, index)


def followed_by_latin(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """4G, but 20kg."""
    after = tokens.texts[index + 1]
    if not (tokens.glued(index + 1) and after and after[0].isascii() and after.isalpha()):
        return None
    scaled = tokens.words[index + 1].numeral is not None  # 3million
    return None if scaled or lexicon.units.match(tokens, index + 1) is not None else _behind(tokens, index)


def digits_of_a_clock(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """10:30."""
    glued = tokens.glued(index + 1) and tokens.glued(index + 2)
    told = tokens.texts[index + 1] == ":" and glued and tokens.words[index + 2].digits is not None  # 2:05.12
    return _behind(tokens, index) if told and not is_ratio(tokens, lexicon, index) else None


def is_ratio(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """بنسبة 1:10, behind a word of ratio."""
    here, colon, there = tokens.texts[index : index + 3]
    led = tokens.texts[index - 1].removeprefix("و") in lexicon.context["ratios"] and tokens.joined(index)
    parts = colon == ":" and here.isdecimal() and there.isdecimal() and tokens.texts[index + 3] != ":"
    return led and parts and 0 < int(here[:_LONGEST_RATIO]) < int(there[:_LONGEST_RATIO])


def entry_of_a_list(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """1- or (2) before a list's entry; (2) ملعقة سكر are counted."""
    at = index + 1 + (tokens.texts[index + 1] == ")")
    alone = tokens.texts[index - 1] == "(" and at > index + 1
    if alone and not tokens.joined(index - 1) and not tokens.joined(at) and tokens.texts[index].isdecimal():
        return at  # (335) as the whole of a line
    if tokens.texts[index - 1] == "(" and at > index + 1 and lexicon.units.match(tokens, at) is not None:
        return None
    return index + 1 if numbers_a_list(tokens, index) else None


def full_stop(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """سنويا0: a full stop, on the key of which stands the Arabic zero."""
    before = tokens.texts[index - 1]
    typed = tokens.texts[index] == "0" and before.isalpha() and not before.isascii() and before != "ال"
    counted = tokens.texts[index + 1] in lexicon.counted or tokens.glued(index + 1)
    return index + 1 if typed and not counted and len(before) > 1 else None


def coordinate(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """35.95 شمالا, 33 درجة و30 دقيقة شمالا, 33° شمال خط الاستواء."""
    return index + 1 if _is_coordinate(tokens, lexicon, index) else _behind_degrees(tokens, index)


def _behind_degrees(tokens: Tokens, index: int) -> int | None:
    texts, at = tokens.texts, index + 1
    if texts[at] not in _DEGREES or not tokens.joined(at):
        return None
    at += 1
    parted = texts[at] == "و" and texts[at + 2] in _MINUTES
    minutes = parted or (texts[at].isdecimal() and texts[at + 1] in {"'", "′"})
    at += (3 if parted else 2) if minutes else 0
    directed = texts[at] in _DIRECTIONS or texts[at] + "ا" in _DIRECTIONS or tokens.printed(at) in _COMPASS  # 35°57'N
    told = directed and tokens.joined(at) and (minutes or (texts[at + 1] == "خط" and tokens.joined(at + 1)))
    return at if told else None


def telephone(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """0933 123 456, للتواصل: 920001234."""
    may_call = tokens.texts[index - 1] == ":" or len(tokens.texts[index]) >= _CALLED
    if _is_telephone(tokens, index) or (may_call and _is_to_call(tokens, lexicon, index)):
        return _behind_groups(tokens, index)
    return None


def _is_to_call(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """ت: 2345678, الطوارئ: 112."""
    texts, at = tokens.texts, index - 1
    colon = texts[at] == ":"
    at -= colon
    called = texts[at] in lexicon.context["calling"] and (colon or len(texts[at]) > 1) and len(texts[index]) >= _CALLED
    called = called and (colon or lexicon.quantified.isdisjoint(texts[at - 3 : at]))  # سعر المحمول 1500000
    if colon and texts[at] in lexicon.context["urgent"]:  # not فرق الإسعاف: 12
        fits = texts[at] == "التردد" or texts[at].endswith("ساخن") or len(texts[index]) == _LONGEST_PART
        called = fits and definite(texts[at - 1]) not in lexicon.context["number_of_cases"]
    joined = tokens.joined(index) and tokens.joined(at + 1)
    return called and joined and texts[index].isdecimal() and not counts_something(tokens, lexicon, index)


def day_of_half_a_month(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """حرب 6 تشرين: of which two months have the name."""
    named = tokens.texts[index + 1] in {"تشرين", "كانون"} and tokens.joined(index + 1)
    return index + 2 if named and lexicon.calendar.month(tokens, index + 1) is None else None


def footnote(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """شاحنة[1]."""
    marked = (
        tokens.texts[index - 1] == "[" and tokens.texts[index + 1] == "]" and len(tokens.texts[index]) < _LONGEST_PART
    )
    glued = all(map(tokens.glued, (index - 1, index, index + 1)))
    return index + 2 if marked and glued else None


def labelled(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """القرار 2254."""
    if not is_labelled(tokens, lexicon, index):
        return None
    pair = tokens.texts[index - 1] == "(" and tokens.texts[index + 1] == "/" and tokens.texts[index + 3] == ")"
    return index + 3 if pair and tokens.texts[index + 2].isdecimal() else _behind(tokens, index)


def address(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """24.ae."""
    return _behind(tokens, index) if _is_address(tokens, index) else None


def identifier(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """رقم الحساب: 123, and what و joins to one."""
    texts, words = tokens.texts, lexicon.context["identifiers"]
    before = texts[index - 1]
    if before == ":" and not {texts[index - 2], texts[index - 3]}.isdisjoint(words):
        return _behind(tokens, index)
    named = before in words or before in {"برقم", "ورقم"} or _is_device(before)
    named = named and tokens.joined(index)
    if before.endswith("ارقام") and counts_something(tokens, lexicon, index):
        return None  # أظهرت الأرقام 1200 حالة
    if not named and not (before == "و" and texts[index - 3] in words):
        return None
    at = _behind(tokens, index)
    parted = texts[at] == "-" and tokens.joined(at) and tokens.words[at + 1].digits is not None
    whole = texts[at + 1][:1] == "0" or texts[at + 2] in lexicon.context["issued"]
    return _behind(tokens, at + 1) if parted and whole else at  # المرسوم رقم 93 - 05


def _is_device(text: str) -> bool:
    """للآيفون, لويندوز, بالآيفون."""
    return definite(text).removeprefix("ال") in _DEVICES or (text[:1] in "وبل" and text[1:] in _DEVICES)


def chain(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """12-13-14."""
    return _behind(tokens, index) if _is_chain(tokens, lexicon, index) else None


def product(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """4×6, 960 × 540 بيكسل: the sides of something; the last is a length where its unit stands behind it."""
    if tokens.texts[index + 1] != "×" or tokens.words[index + 2].digits is None:
        return index + 4 if _is_of_pixels(tokens, index) else None
    at = index + 2
    while tokens.texts[at + 1] == "×" and tokens.words[at + 2].digits is not None:
        at += 2
    measured = tokens.joined(at + 1) and lexicon.units.match(tokens, at + 1) is not None
    return at if measured else at + 1


def _is_of_pixels(tokens: Tokens, index: int) -> bool:
    """2244 في 1080 بيكسل."""
    texts = tokens.texts
    told = texts[index + 1] in {"في", "*", "x"} and texts[index + 2].isdecimal() and texts[index + 3] in _PIXELS
    return told and all(map(tokens.joined, range(index + 1, index + 4)))


def unreadable(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """1.234.56: digits whose marks make no number."""
    digits = tokens.words[index].digits
    return _behind(tokens, index) if digits is None or digits.value is None else None


def _is_coordinate(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    digits = tokens.words[index].digits
    if digits is None or not isinstance(digits.value, Fraction):
        return False
    at = index + 1 + (tokens.texts[index + 1] == ")")
    exact = len(digits.text.partition(".")[2]) > _LONGEST_PART and tokens.texts[at] in _DEGREES
    at += tokens.texts[at] == "°"
    at += exact  # (38.1271935) درجة شرق خط غرينتش
    if _is_point_of_a_pair(tokens, index, at):
        return True
    directed = tokens.texts[at] in lexicon.context["coordinates"] or (exact and tokens.texts[at] + "ا" in _DIRECTIONS)
    return directed and tokens.joined(at)


def _is_point_of_a_pair(tokens: Tokens, index: int, at: int) -> bool:
    """33.51 N, 36.29 E: a letter of the compass behind either of two numbers."""
    if tokens.printed(at) not in _COMPASS or not tokens.joined(at):
        return False
    beside = (*range(at + 2, at + _A_PAIR), *range(index - 1, index - _A_PAIR, -1))
    other = _COMPASS[tokens.printed(at)]
    return any(tokens.printed(near) in other for near in beside if 0 <= near < len(tokens.texts))


def _is_address(tokens: Tokens, index: int) -> bool:
    if tokens.texts[index + 1] == "@" and tokens.glued(index + 1) and tokens.glued(index + 2):
        return True
    if tokens.texts[index + 1] != "." or not (tokens.glued(index + 1) and tokens.glued(index + 2)):
        return False
    domain = tokens.texts[index + 2]
    return domain.isascii() and domain.isalpha()


def _is_telephone(tokens: Tokens, index: int) -> bool:
    """A group that begins with zero, and another behind it: 0933 123 456, 011-2345678; or four pairs."""
    text = tokens.texts[index]
    if tokens.texts[index + 1].isdecimal() and set(tokens.gaps[index + 1 : index + 4]) == {" "}:
        groups = tokens.texts[index : index + 4]
        if all(map(str.isdecimal, groups[1:])) and {len(group) for group in groups[1:]} == {2}:
            return True
        if all(len(group) == 4 and group.isdecimal() for group in groups):
            return True
    if text[0] != "0" or len(text) < 3 or not text.isdecimal() or not text.strip("0"):
        return False
    at = index + 1
    at += tokens.texts[at] in {"-", "/"}
    return tokens.gaps[at] in {"", " "} and tokens.texts[at].isdecimal()


def _is_chain(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """12-13-14, 2017-5, 7/13: digits that dashes or strokes join to no date, range or fraction."""
    joint = tokens.texts[index + 1]
    if joint not in {"-", "/"} or not (tokens.glued(index + 1) and tokens.glued(index + 2)):
        return False
    here, there = tokens.texts[index], tokens.texts[index + 2]
    if not (here.isdecimal() and there.isdecimal()):
        return False
    if (
        joint == "/"
        and len(there) <= MOST_DIGITS
        and int(there) <= _LAST_DAY
        and int(there) not in _DENOMINATORS
        and not counts_something(tokens, lexicon, index + 2)
    ):
        return True  # 9/11, 7/24
    if joint == "/" and len(there) == _LONGEST_PART and int(there) % 10 and here != "1":
        return not counts_something(tokens, lexicon, index + 2)  # 64/142
    longer = tokens.texts[index + 3] == joint and tokens.glued(index + 3) and tokens.texts[index + 4].isdecimal()
    return longer or len(here) > len(there) or (joint == "/" and len(there) > _LONGEST_PART)


def _behind_groups(tokens: Tokens, index: int) -> int:
    at = index + 1
    while tokens.gaps[at] in {"", " "}:
        dash = tokens.texts[at] in {"-", "/"}
        if not tokens.texts[at + dash].isdecimal():
            break
        at += 1 + dash
    return at


def _named_before(tokens: Tokens, lexicon: Lexicon, index: int, before: str) -> bool:
    """Whether what is glued before digits makes a name of them: F16, كوفيد-19, 10:30, +963..."""
    if before and before[0].isascii() and before.isalpha():
        return before not in lexicon.units.before  # USD500
    if before in {"_", "#", "@"}:
        return True
    if before in {":", "="}:
        return tokens.glued(index - 1) and tokens.texts[index - 2][:1].isascii() and tokens.texts[index - 2].isalnum()
    if before in {"+", "-"} and tokens.texts[index - 2] in lexicon.context["zones"]:
        return True
    if before == "+":
        groups = tokens.gaps[index + 1] in {"", " "} and tokens.gaps[index + 2] in {"", " "}
        groups = groups and tokens.texts[index + 1].isdecimal() and tokens.texts[index + 2].isdecimal()
        return groups or len(tokens.texts[index]) >= _TELEPHONE
    if before in {"م", "كم", "سم", "ملم"} and tokens.texts[index] in {"2", "3"}:
        return True  # m3, of which no number stands before
    if before == "د" and len(tokens.texts[index]) <= _LONGEST_PART:
        return True  # هدف خالد د27
    if before == "-" and tokens.glued(index - 1):
        name = tokens.texts[index - 2]
        return name.isalpha() and (len(name) > 1 or name.isascii())
    if before == "/" and tokens.glued(index - 1):
        return tokens.texts[index - 2][:1].isascii() and tokens.texts[index - 2].isalpha()
    return False


def _behind(tokens: Tokens, index: int) -> int:
    """The token after everything glued to a name."""
    at = index + 1
    while tokens.glued(at) and (tokens.texts[at] in _SIGNS or (tokens.texts[at] and tokens.texts[at][0].isascii())):
        if tokens.texts[at] in _SIGNS and not tokens.glued(at + 1):
            break
        at += 1
    return at
