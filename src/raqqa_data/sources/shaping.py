"""What a layout did to Arabic, undone in one place: presentation forms, marks of direction, ligatures turned round."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from raqqa_data.reading.text.folding import fold_word
from raqqa_data.reading.words.lexicon import lexicon
from raqqa_data.sources.source import Finding

if TYPE_CHECKING:
    from raqqa_data.reading.words.lexicon import Lexicon

_FORMS = re.compile("[\ufb50-\ufdcf\ufdf0-\ufdf9\ufe70-\ufefc]+")
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad"))
_TURNED_AT_START = re.compile(r"\b([وفبك]?ا)([اأإآ])ل")
_WORD = re.compile("[\u0621-\u063a\u0641-\u064a]{3,}")
_JOINED = "لا"
_PLAIN = {"آ": "ا", "أ": "ا", "إ": "ا"}


def unshaped(text: str) -> str:
    """Presentation forms as the letters that they show, marks of direction left out.

    Example:
        >>> unshaped("\ufee3\ufeaa\ufef3\ufee8\ufe94 \u202b300\u202c")
        'مدينة 300'
    """
    return _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text).translate(_MARKS)


def straightened(text: str) -> tuple[str, tuple[Finding, ...]]:
    """The text with the ligature of lam and alef the right way round.

    Some fonts say of that one sign that it is alef and lam, and then every لا of the text comes out as ال. It shows in
    the article before an alef (االسم, األرض), which Arabic does not write; a text that has such words and not one لا
    was set in such a font. Its articles are turned back, and its number words, units and months; what else the
    ligature hides cannot be told from a true ال.
    """
    if _JOINED in text or not _TURNED_AT_START.search(text):
        return text, ()
    known = lexicon()
    mended = _TURNED_AT_START.sub(lambda found: f"{found[1]}ل{found[2]}", text)
    mended = _WORD.sub(lambda found: _turned(found[0], known), mended)
    told = (
        "its font turns لا into ال; articles, number words and units are turned back, other words may stand turned: "
        "read them on the page"
    )
    return mended, (Finding("ligatures", told),)


def _turned(word: str, known: Lexicon) -> str:
    if _is_known(word, known):
        return word
    for index in range(1, len(word) - 1):
        if word[index] in "اأإآ" and word[index + 1] == "ل":
            turned = f"{word[:index]}ل{word[index]}{word[index + 2 :]}"
            if _is_known(turned, known):
                return turned
    return word


def _is_known(word: str, known: Lexicon) -> bool:
    folded = fold_word(word)
    bare = folded[1:] if folded[:1] in {"و", "ف", "ب", "ل"} else folded
    return any(
        one in known.numerals or one in known.calendar.months or one in known.units.phrases for one in (folded, bare)
    )
