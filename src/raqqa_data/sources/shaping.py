"""What a layout did to Arabic, undone in one place: presentation forms, order and marks of direction, ligatures."""

from __future__ import annotations

import functools
import re
import unicodedata

from raqqa_data.reading.text.folding import fold_word
from raqqa_data.reading.words.lexicon import lexicon
from raqqa_data.sources.lettering import COMMON, REMEMBERED
from raqqa_data.sources.source import Finding

_FORMS = re.compile("[\ufb50-\ufdcf\ufdf0-\ufdf9\ufe70-\ufefc]+")
_MARKS = "\u202a\u202b\u202c\u200e\u200f\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad"
_FROM_LEFT = re.compile("(^\f?\u202b)?\u202a([^\u202a\u202b\u202c\n]*)\u202c", re.MULTILINE)
_DIGITS = "[0-9\u0660-\u0669\u06f0-\u06f9]"
_NUMBER = rf"{_DIGITS}{{1,3}}(?: {_DIGITS}{{3}})+(?!{_DIGITS})|{_DIGITS}+(?:[.,:/\u060c\u066b\u066c]{_DIGITS}+)*"
_LATIN = r"[^\W\d_][^\s\u060c\u061b%\u066a]*(?: +[^\s\u060c\u061b%\u066a]+)*"
_PIECE = re.compile(f"({_LATIN})|([%\u066a]?)({_NUMBER})([%\u066a]?)|.", re.DOTALL)
_SPAN = re.compile("([0-9]+)[-\u2013]([0-9]+)%?")
_POINTS = "\u064b-\u0652\u0670"
_STRETCHED = re.compile(f"(?<=[\u0621-\u063a\u0641-\u064a{_POINTS}]) *\u0640+(?=[\u0621-\u063a\u0641-\u064a{_POINTS}])")
_MARK_ALONE = re.compile(f"(?<=[\u0621-\u063a\u0641-\u064a]) +([{_POINTS}]+)(?= |$)", re.MULTILINE)
_POINT_FIRST = re.compile(f"(?:^|(?<=\\s))[{_POINTS}]", re.MULTILINE)
_POINTED = re.compile(f"([{_POINTS}]+)([\u0621-\u063a\u0641-\u064a])")
_TURNED_AT_START = re.compile(r"\b([وفبك]?ا)([اأإآ])ل")
_WORD = re.compile("[\u0621-\u063a\u0641-\u064a]{3,}")
_JOINED = "لا"
_NOT_TURNED = frozenset({"ثالثا"})
"""Thirdly: what it would be turned to, nobody writes."""
_PIECE_WITH_MARK = re.compile(f"^([\u0621-\u064a]{{0,4}}) ?[{_POINTS}]+$", re.MULTILINE)
_ENDS_IN_MARK = re.compile(f"(.*\\S) [{_POINTS}]+")
_GROUP = 3
_ANY_DIGIT = "0-9\u0660-\u0669"
_GROUPS = re.compile(
    f"(?<![{_ANY_DIGIT}.,\u066b])({_DIGITS}{{1,3}}(?:[ \u00a0]{_DIGITS}{{1,3}})+)(?![{_ANY_DIGIT}]|[.,\u066b]{_DIGITS})"
)
_ALONE = re.compile('(?<![^\\s(«"])(و?)ال(?=\\s+[\u0621-\u064a])')
"""The article by itself, which Arabic writes before a number alone."""
_PARTED = re.compile("(?<![\u0621-\u0652])([\u0621-\u064a]+[اأإآدذرزوؤةى]) ([\u0621-\u064a]{2,})(?![\u0621-\u0652])")


def unshaped(text: str) -> str:
    """Presentation forms as the letters that they show, marks of direction left out.

    Example:
        >>> unshaped("\ufee3\ufeaa\ufef3\ufee8\ufe94 \u202b300\u202c")
        'مدينة 300'
    """
    plain = _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    for mark in _MARKS:  # faster than to translate them at once
        plain = plain.replace(mark, "")
    return plain


def unstretched(text: str) -> str:
    """The text without the lines that stretch a word to fill its own, and the spaces that come before them.

    A vowel mark that stands alone is put to the letter before it.

    Example:
        >>> unstretched("بلغ ــت مرتفعــا ً في 1443 هـ")
        'بلغت مرتفعاً في 1443 هـ'
    """
    if "\u0640" in text:
        text = _STRETCHED.sub("", text)
    return _MARK_ALONE.sub(r"\1", text)


def in_order(text: str) -> str:
    """Numbers and what stands beside them in the order in which they are read, in lines that run from the right.

    `pdftotext` marks such lines, and within them gives a stretch of numbers and signs from left to right, as it stands
    on the page: the later year before the earlier one, and the space behind a number before it. By the rules of
    bidirectional text (UAX #9, W2 and N1) each number keeps its digits, and what stands beside it is turned round.
    Short vowels that come before their letter are put behind it.

    Presentation forms are folded, and marks of direction left out.

    Example:
        >>> in_order("\u202bفي \u202a 300\u202cبيت\u202c")
        'في 300 بيت'
    """
    if text.isascii():
        return text
    plain = unstretched(unshaped(_FROM_LEFT.sub(_stretch, text)))
    return _POINTED.sub(r"\2\1", plain) if _POINT_FIRST.search(plain) else plain


def _stretch(found: re.Match[str]) -> str:
    """What stands from left to right, in the order in which it is read."""
    first, stretch = found[1] or "", found[2]
    bare = stretch.lstrip(" ")
    if bare.isdigit() or len(stretch) == 1:
        return first + bare + stretch[: len(stretch) - len(bare)]
    if first and (span := _SPAN.fullmatch(stretch.strip())) and int(span[1]) < int(span[2]):
        # with no letter before it in its paragraph a span of European digits runs from left to right
        return f"{first}{stretch.strip()} "
    pieces = [f"{one[3]}{one[2]}{one[4]}" if one[3] else one[0] for one in _PIECE.finditer(stretch)]
    return first + "".join(reversed(pieces))


def straightened(text: str) -> tuple[str, tuple[Finding, ...]]:
    """The text with the ligature of lam and alef the right way round.

    Some fonts say of that one sign that it is alef and lam, and then every لا of the text comes out as ال. It shows in
    the article before an alef (االسم, األرض), which Arabic does not write; a text that has such words and not one لا
    was set in such a font, and of a text of several fonts each line of that kind. Its articles are turned back, and
    its number words, units and months; what else the ligature hides cannot be told from a true ال.
    """
    if text.isascii():
        return text, ()
    if _JOINED not in text:
        mended = _straight(text)
    elif _TURNED_AT_START.search(text):
        mended = "\n".join(line if _JOINED in line else _straight(line) for line in text.split("\n"))
    else:
        return text, ()
    if mended == text:
        return text, ()
    told = (
        "its font turns لا into ال; articles, number words and units are turned back, other words may stand turned: "
        "read them on the page"
    )
    return mended, (Finding("ligatures", told),)


def _straight(text: str) -> str:
    if not (_TURNED_AT_START.search(text) or _ALONE.search(text)):
        return text
    mended = _ALONE.sub(r"\1لا", _TURNED_AT_START.sub(lambda found: f"{found[1]}ل{found[2]}", text))
    return _WORD.sub(lambda found: _turned(found[0]), mended)


def regathered(text: str) -> str:
    r"""The text with lines whole that a vowel mark drawn by itself breaks in pieces.

    `pdftotext` gives such a line as what stands behind the mark's letters, then these with the mark, and last what
    stands before them, which ends in the mark of a letter that is gone.

    Example:
        >>> regathered("ممت 12 مدرسة.\nور \u0651\nعاد 300 شخص، \u064f\nسجل 5\nو \u064f")
        'عاد 300 شخص، ورممت 12 مدرسة.\nوسجل 5'
    """
    if text.isascii() or not _PIECE_WITH_MARK.search(text):
        return text
    lines: list[str] = []
    waiting = False
    for line in text.split("\n"):
        if lines and lines[-1].strip() and (piece := _PIECE_WITH_MARK.fullmatch(line)):
            lines[-1] = f"{piece[1]}{lines[-1]}"
            waiting = True
        elif waiting and (whole := _ENDS_IN_MARK.fullmatch(line)):
            lines[-1] = f"{whole[1]} {lines[-1]}"
            waiting = False
        else:
            lines.append(line)
            waiting = False
    return "\n".join(lines)


def grouped_in_order(text: str) -> tuple[str, tuple[Finding, ...]]:
    """The text with the groups of long numbers in the order in which they are read: 1 000 where 000 1 is stored.

    In a line from the right two groups with a space between them are shown the later one first, and so some documents
    store them turned. It shows in those that can be no number as they stand; where such stand, and none that can be one
    only as it stands, those of three digits each are turned as well.
    """
    found = [(one, [len(group) for group in re.split("[ \u00a0]", one[1])]) for one in _GROUPS.finditer(text)]
    straight = sum(lengths[0] < _GROUP and set(lengths[1:]) == {_GROUP} for _, lengths in found)
    turned = [one for one, lengths in found if lengths[-1] < _GROUP and set(lengths[:-1]) == {_GROUP}]
    if not (len(turned) > 1 or any(one[0][0] in "0٠" for one in turned)):
        return text, ()
    if not straight:
        turned += [one for one, lengths in found if set(lengths) == {_GROUP}]
    pieces = list(text)
    for one in turned:
        pieces[one.start() : one.end()] = _turned_groups(one[0])
    told = (
        f"{len(turned)} numbers of several groups are stored as a line from the right shows them, 000 1 for 1 000; "
        "they are put in order: hold them against the page"
    )
    return "".join(pieces), (Finding("order", told),)


def _turned_groups(number: str) -> str:
    return "".join(reversed(re.split("([ \u00a0])", number)))


def rejoined(text: str) -> str:
    """The text with words whole that a font parts behind a letter which joins no other: حز يران, مئو ية.

    Only number words, months, units and common nouns are put together; of other words nobody can tell.
    """
    return _PARTED.sub(_rejoined, text) if not text.isascii() else text


def _rejoined(found: re.Match[str]) -> str:
    whole = f"{found[1]}{found[2]}"
    return whole if _is_known(whole) and not _is_known(found[2]) else found[0]


def _turned(word: str) -> str:
    if _is_known(word) or word in _NOT_TURNED:
        return word
    for index in range(1, len(word) - 1):
        if word[index] in "اأإآ" and word[index + 1] == "ل":
            turned = f"{word[:index]}ل{word[index]}{word[index + 2 :]}"
            if _is_known(turned):
                return turned
    return word


@functools.lru_cache(REMEMBERED)
def _is_known(word: str) -> bool:
    folded = fold_word(word)
    bare = folded[1:] if folded[:1] in {"و", "ف", "ب", "ل"} else folded
    known = _vocabulary()
    return folded in known or bare in known


@functools.cache
def _vocabulary() -> frozenset[str]:
    """Number words, months, units, nouns that are counted, and words that every text has, folded."""
    known = lexicon()
    phrases = [*known.numerals, *known.calendar.months, *known.units.phrases, *known.counted, *COMMON]
    return frozenset(word for phrase in phrases for word in phrase.split())
