"""Numbers of a printed page: of its headings and entries, of pages and volumes, of verses and reports."""

# ruff: noqa: ARG001, PLR0911 - the refusals of a table take the same; a grammar refuses early

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from raqqa_data.reading.numbers.cursor import is_scale
from raqqa_data.reading.refusals.labels import counts_something, definite

if TYPE_CHECKING:
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon

_SHORT = 2
_LONGEST_NUMBER = 4
_FAR = 80
_MOST_ENTRIES = 40
_AROUND_PAGES = frozenset("-~–_*")
_BEHIND_ENTRIES = frozenset({"،", ",", "/", "_", "\\"})
_PARTS = frozenset({",", "،", "-", "؛"})
_QUOTED = frozenset({"»", '"', "”", "﴾", "﴿", "}", "تعالي", "الايه", "ايه", "القران"})
_FAR_QUOTE = 12
_COLON = frozenset({":", "/"})
_MOST_NAMES = 3
_MOST_PARTS = 14
_LETTERS = 3
_STROKES = frozenset("/-\\.")
_NOTES = ("(", "note")
_LEAST_APART = 7  # tokens between two notes; places and their counts stand closer


def page(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """- 12 - as the whole of a line."""
    texts = tokens.texts
    sign, after = texts[index - 1], texts[index + 1]
    alone = sign in _AROUND_PAGES and not tokens.joined(index - 1) and not tokens.joined(index + 2)
    told = alone and sign == after and tokens.joined(index) and tokens.joined(index + 1)
    return index + 2 if told and texts[index].isdecimal() else None


def note(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """[12], [3، 5], [12-15]: in square brackets that nothing counted stands behind."""
    texts, context = tokens.texts, lexicon.context
    if texts[index - 1] != "[" or texts[index - 2] == ":" or not _is_short(texts[index], _LONGEST_NUMBER - 1):
        return None
    at = index + 1
    for _ in range(_MOST_ENTRIES):
        if texts[at] in _PARTS and _is_short(texts[at + 1], _LONGEST_NUMBER - 1) and tokens.joined(at + 1):
            at += _SHORT
    if texts[at] != "]" or not tokens.joined(at):
        return None
    follower = texts[at + 1]  # [5] أشخاص
    noun = _begins(tokens, at + 1) and not follower.startswith(("ال", "و")) and follower not in context["not_nouns"]
    counted = (noun and at == index + 1) or _counts(tokens, lexicon, at + 1)
    return None if counted or counts_something(tokens, lexicon, at - 1) else at + 1


def heading(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """1.1 مقدمة, -1 مقدمة, 1، مقدمة, 2/ مقدمة at the head of a line."""
    texts = tokens.texts
    text, after = texts[index], texts[index + 1]
    if not tokens.joined(index):
        if "." in text:
            whole, _, part = text.partition(".")
            titled = _is_short(whole, _SHORT) and _is_short(part, _SHORT) and _is_title(tokens, lexicon, index + 1)
            return index + 1 if titled and _is_section(tokens, index, whole, part) else None
        listed = after in _BEHIND_ENTRIES and tokens.glued(index + 1) and tokens.gaps[index + 2] == " "
        listed = listed and _begins(tokens, index + 2) and texts[index + 2] not in lexicon.context["not_nouns"]
        return index + 1 if listed and _is_short(text, _SHORT) else None
    dashed = texts[index - 1] == "-" and tokens.glued(index) and not tokens.joined(index - 1)
    titled = dashed and _is_short(text, _SHORT) and _is_title(tokens, lexicon, index + 1)
    return index + 1 if titled else None  # below zero nothing is counted


def _is_section(tokens: Tokens, index: int, whole: str, part: str) -> bool:
    """2.1 مقدمة, 2.3 أدوات البحث, or one whose neighbour heads another line near; not 2.5 ملعقة زيت."""
    texts = tokens.texts
    if part == "1" or any(text.startswith("ال") for text in texts[index + 1 : index + 3]):
        return True
    beside = {f"{whole}.{int(part) - 1}", f"{whole}.{int(part) + 1}"}
    near = range(max(0, index - _FAR), min(len(texts), index + _FAR))
    return any(texts[at] in beside and not tokens.joined(at) for at in near)


def section(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """5 / 2 / 1 – and 12 /2 – and ٧- ٣- ٢ at the head of a line: the numbers of a section and of those it is in."""
    texts = tokens.texts
    if tokens.joined(index) and not (texts[index - 1] == "." and tokens.glued(index)):
        return None
    sign, at, parts = texts[index + 1], index, 1
    while texts[at + 1] == sign and _is_short(texts[at + 2], _SHORT) and tokens.joined(at + 2):
        at, parts = at + 2, parts + 1
    if parts == 1 or sign not in {"/", "-"} or not _is_short(texts[index], _SHORT) or not tokens.joined(index + 1):
        return None
    closed = texts[at + 1] in {"-", ")", ":"} and _begins(tokens, at + 2)
    if closed and (sign == "/" or parts > _SHORT):
        return at + 1
    improper = sign == "/" and int(texts[index]) > int(texts[at])
    titled = (parts > _SHORT or improper) and _is_title(tokens, lexicon, at + 1)
    return at + 1 if titled else None


def code_in_brackets(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """قرار رقم (27 / 6 ت ر / 2025 / 4): all in the brackets is one number of a document."""
    texts, at = tokens.texts, index
    if (
        texts[index - 1] != "("
        or definite(texts[index - 2]) not in lexicon.context["numbered_so"]
        or not tokens.joined(index)
    ):
        return None
    for _ in range(_MOST_PARTS):
        if not tokens.joined(at):
            return None
        if texts[at] == ")":
            return at
        if not (texts[at].isdecimal() or texts[at] in _STROKES or (texts[at].isalpha() and len(texts[at]) <= _LETTERS)):
            return None
        at += 1
    return None


def entry_in_turn(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """(1) ... (2) ... (3), and 1. ... 2. ...: numbers in one kind of marks that go on from one."""
    noted = _note_in_turn(tokens, lexicon, index)
    if noted is not None:
        return noted
    if not _is_entry(tokens, index) or _says_again(tokens, lexicon, index):
        return None
    marks, number = _marks(tokens, index), int(tokens.texts[index])
    last, at, told = tokens.turns.get(marks, (0, 0, False))
    if number == 1:
        ahead = range(index + 1, min(len(tokens.texts) - _SHORT, index + _FAR))
        second = _entry(tokens, ahead, ("2", *marks))
        told = second >= 0 and not _says_again(tokens, lexicon, second)
    elif last != number - 1 or index - at >= _FAR:
        searched = at if last == number and not told else 0  # there was none before that one
        told = _goes_back_to_one(tokens, lexicon, index, max(_SHORT, searched, index - _FAR))
    tokens.turns[marks] = (number, index, told)
    return index + 1 if told else None


def _note_in_turn(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """بالقدس (1)، ثم عاد إلى دمشق (2)، ...: marks of notes behind words, each some way from the next."""
    texts = tokens.texts
    if not _is_note(tokens, index) or _counts(tokens, lexicon, index + _SHORT):
        return None
    number, before = int(texts[index]), tokens.words[index - _SHORT]
    if before.dual is not None or (before.numeral is not None and before.numeral.entry.value == number):
        return None  # خمسة (5), not سنة أربع مئة (1)
    last, at, told = tokens.turns.get(_NOTES, (0, 0, False))
    if not told or number != last + 1 or index - at >= _FAR:
        following = _note(tokens, index, number + 1)
        told = following > 0 and (number == 1 or _note(tokens, following, number + 2) > 0)
    if told:
        tokens.turns[_NOTES] = (number, index, told)
    return index + 1 if told else None


def _note(tokens: Tokens, index: int, number: int) -> int:
    """Where the mark of that note stands behind another; 0 where it is not near, or too near for one."""
    texts, wanted = tokens.texts, str(number)
    for at in range(index + _SHORT, min(len(texts) - _SHORT, index + _FAR)):
        if texts[at] == wanted and _is_note(tokens, at):
            return at if at - index >= _LEAST_APART else 0
    return 0


def _is_note(tokens: Tokens, index: int) -> bool:
    """A short number alone in brackets, right behind a word."""
    texts = tokens.texts
    enclosed = texts[index - 1] == "(" and texts[index + 1] == ")" and tokens.joined(index - 1)
    behind = texts[index - 2].isalpha() and len(texts[index - 2]) > 1
    return enclosed and behind and texts[index].isdecimal() and len(texts[index]) <= _SHORT and texts[index][0] != "0"


def _goes_back_to_one(tokens: Tokens, lexicon: Lexicon, index: int, floor: int) -> bool:
    """Whether an entry's number goes on from one, by entries that no row before has left to this one."""
    marks, number, at = _marks(tokens, index), int(tokens.texts[index]), index
    while 1 < number <= _MOST_ENTRIES:
        at = _entry(tokens, range(at - 1, floor, -1), (str(number - 1), *marks))
        if at < 0:
            return False
        number, floor = number - 1, max(_SHORT, at - _FAR)
    return number == 1 and not _says_again(tokens, lexicon, at)


def of_a_book(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """ص 45, ج2, مج 4، ع 2: the letters that stand for a page, a volume, an issue; فيتامين ب 12, ص.ب 1234."""
    texts, context = tokens.texts, lexicon.context
    at = index - 1
    at -= texts[at] in {".", ":"} and tokens.joined(at + 1)
    letter = texts[at].removeprefix("و") if texts[at] != "و" else ""
    if letter not in context["letters_of_books"] or not tokens.joined(index) or not tokens.joined(at + 1):
        return None
    if not texts[index].isdecimal():
        return None
    earlier = texts[at - 1]
    if letter == "ب":
        told = earlier in {"ص", "فيتامين", "الفيتامين"} or (earlier == "." and texts[at - 2] == "ص")
        return _behind_range(tokens, index) if told else None
    if texts[index - 1] == ":" and letter != "ص" and len(letter) == 1 and not _is_in_a_series(tokens, lexicon, at):
        return None  # أ: 12، ب: 15، ج: 9
    if len(letter) == 1 and (earlier in {"فيتامين", "الفيتامين"}):
        return None if lexicon.units.match(tokens, index + 1) else index + 1  # فيتامين د 5 ميكروغرام
    if tokens.words[at - 1].digits is not None and tokens.joined(at) and texts[index - 1] not in {".", ":"}:
        page_behind_volume = texts[at - 2].removeprefix("و") in context["letters_of_books"]
        page_behind_volume = page_behind_volume or _opens_series(tokens, lexicon, index)
        if not page_behind_volume and texts[at - 2] != "رقم":
            return None  # 10 ص 45 شخصا
    if letter in context["letters_of_series"] and not _is_in_a_series(tokens, lexicon, at):
        return None
    if letter == "م":
        law = texts[index + 1] == "من" and definite(texts[index + 2]).removeprefix("ال") in context["laws"]
        return index + 1 if law and tokens.joined(index + 1) else None
    if len(texts[index]) > _LONGEST_NUMBER or counts_something(tokens, lexicon, index):
        return None
    return _behind_range(tokens, index)


def verse(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """[البقرة: 255], سورة النساء: 12, (متى 5: 3)."""
    texts, context = tokens.texts, lexicon.context
    if not _is_short(texts[index], _LONGEST_NUMBER - 1):
        return None
    at = index - 1
    chapter = texts[at] in {":", "/"} and _is_short(texts[at - 1], _SHORT + 1)
    if not chapter and texts[index + 1] == ":" and _is_short(texts[index + 2], _SHORT + 1) and tokens.joined(index + 2):
        return index + 3 if texts[at] in context["books_of_scripture"] and tokens.joined(index) else None
    if texts[at] not in _COLON or not tokens.joined(index):
        return None
    name, opener = at - 1, at - _SHORT
    for _ in range(_MOST_NAMES):
        if not texts[opener].isalpha() or not tokens.joined(opener + 1):
            break
        opener -= 1
    named = opener < name and texts[name].isalpha() and tokens.joined(at)
    spelled = "سوره" in texts[opener : name + 1]
    known = texts[name] in context["suras"] or texts[name] in context["books_of_scripture"]
    enclosed = texts[opener] in {"(", "[", "{"} and texts[_end(tokens, index)] in {")", "]", "}"}
    if texts[opener] == "(" and texts[name] in context["suras"]:
        quoted = not _QUOTED.isdisjoint(texts[max(0, opener - _FAR_QUOTE) : opener])
        known = quoted or not tokens.joined(opener)  # (النساء: 12): of the casualties
    told = named and (spelled or (enclosed and known))
    return _end(tokens, index) if told else None


def report(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """رواه البخاري (1234), صحيح مسلم 245: the number of a report in its collection."""
    texts, context = tokens.texts, lexicon.context
    at = index - 1 - (texts[index - 1] == "(")
    at -= texts[at] in {"رقم", "حديث", "برقم", "الحديث", "،"}
    at -= texts[at] == "،"
    if texts[at] not in context["collectors"] or not tokens.joined(at + 1) or not tokens.joined(index):
        return None
    near = [text.removeprefix("و") for text in texts[at - 3 : at]]
    told = not context["reporting"].isdisjoint(near) and "ان" not in near  # صحيح أن أحمد (45) نجا
    return index + 1 if told and not counts_something(tokens, lexicon, index) else None


def of_so_many_pages(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """صفحة 12 من 30, المواد من 3 إلى 9."""
    texts, context = tokens.texts, lexicon.context
    if texts[index - 1] != "من" or not tokens.joined(index) or not tokens.joined(index - 1):
        return None
    before = definite(texts[index - 2])
    if texts[index - 2].isdecimal():
        return index + 1 if definite(texts[index - 3]) in context["pages"] else None
    if before not in lexicon.designations or not before.startswith("ال") or texts[index + 1] not in context["to"]:
        return None
    told = texts[index + 2].isdecimal() and tokens.joined(index + 2) and tokens.joined(index + 1)
    return index + 3 if told and not counts_something(tokens, lexicon, index + 2) else None


def _is_short(text: str, most: int) -> bool:
    return len(text) <= most and text.isdecimal()


def _begins(tokens: Tokens, index: int) -> bool:
    text = tokens.texts[index]
    return text.isalpha() and tokens.joined(index) and len(text) > 1


def _counts(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """Whether a unit, a scale or a noun in the accusative stands at a token."""
    text, numeral = tokens.texts[index], tokens.words[index].numeral
    if not tokens.joined(index):
        return False
    return (
        lexicon.units.match(tokens, index) is not None
        or (numeral is not None and is_scale(numeral))
        or text in lexicon.counted
        or (text.endswith("ا") and text not in lexicon.context["not_nouns"])
    )


def _is_title(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """Whether words of a title stand there, and nothing that is counted or goes on from a number."""
    text = tokens.texts[index]
    titled = _begins(tokens, index) and tokens.gaps[index] == " " and not _counts(tokens, lexicon, index)
    return titled and text not in lexicon.context["not_nouns"] and not text[0].isascii() and text not in {"%", "ونصف"}


def _marks(tokens: Tokens, index: int) -> tuple[str, str]:
    return "(" if tokens.texts[index - 1] == "(" else "", tokens.texts[index + 1]


def _is_entry(tokens: Tokens, index: int) -> bool:
    """(2) or 2. with words behind it, or 2) or 2-."""
    texts = tokens.texts
    before, after = _marks(tokens, index)
    if not _is_short(texts[index], _SHORT) or not tokens.glued(index + 1) or texts[index] in {"0", "00"}:
        return False
    if after == ")":
        return _begins(tokens, index + 2)
    words = _begins(tokens, index + 2) or (texts[index + 2].isdecimal() and _begins(tokens, index + 3))  # 1. 2 كوب
    words = words and tokens.gaps[index + 2] == " " and not texts[index + 2].startswith("و")
    opens = not tokens.joined(index) or texts[index - 1] in {".", ":", "؛", "،"} or texts[index - 1].isalpha()
    return not before and after in {".", "-", "/"} and words and opens


def _entry(tokens: Tokens, places: range, wanted: tuple[str, str, str]) -> int:
    """Where such a number stands in these marks; -1 nowhere."""
    number, before, after = wanted
    texts = tokens.texts
    for at in places:
        if texts[at] == number and texts[at + 1] == after and _marks(tokens, at)[0] == before and _is_entry(tokens, at):
            return at
    return -1


def _says_again(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """خمسة (5) أشخاص: a number in brackets behind itself, or before what it counts."""
    before = tokens.words[index - 1 - (tokens.texts[index - 1] == "(")]
    return before.numeral is not None or before.dual is not None or _counts(tokens, lexicon, index + _SHORT)


def _is_in_a_series(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """Whether another letter of a book and its number, or مجلة, stand a little before."""
    before = tokens.texts[index - 5 : index]
    letters = lexicon.context["letters_of_books"]
    return any(text in letters and number.isdecimal() for text, number in pairwise(before))


def _opens_series(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """ج 2 ق 146: another letter of a book and its number right behind."""
    texts = tokens.texts
    lettered = texts[index + 1] in lexicon.context["letters_of_books"] and texts[index + 2].isdecimal()
    return lettered and tokens.joined(index + 1) and tokens.joined(index + 2)


def _end(tokens: Tokens, index: int) -> int:
    """The token behind a number and what a dash joins to it."""
    dashed = tokens.texts[index + 1] in {"-", "،", ","} and tokens.texts[index + 2].isdecimal()
    return index + 3 if dashed and tokens.joined(index + 2) else index + 1


def _behind_range(tokens: Tokens, index: int) -> int:
    dashed = tokens.texts[index + 1] in {"-", "/"} and tokens.texts[index + 2].isdecimal() and tokens.joined(index + 2)
    return index + 3 if dashed else index + 1
