"""Pages whose letters cannot be what they show: a font that names its signs wrongly names its digits wrongly too."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from raqqa_data.reading.text.folding import fold_word
from raqqa_data.reading.words.lexicon import lexicon
from raqqa_data.sources.source import Finding
from raqqa_data.sources.vocabulary import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]{2,}")
_ARTICLE = re.compile("[وف]?(?:[بك]?ال..|لل..)")
COMMON = WORDS["common"]
"""Words that every text has, as they are folded."""
REMEMBERED = 2**16
"""Of so many words is kept whether they are known: more than a pile of documents has in common."""
_FEWEST = 30
"""A page of fewer Arabic words is not judged."""
_FEWEST_KNOWN = 0.15
"""Of the words of ordinary text at least a quarter are common, bear the article, or are numbers, months or units."""
_FEWEST_WITH_ARTICLE, _FEWEST_WITHOUT = 0.02, 0.4
"""Where no word bears the article, more of them must be known: a list of names or amounts is no text."""
_QUICK, _ENOUGH = (" ال", " وال", " في ", " من "), 0.2
"""What is counted first, as it takes no time: a page that has enough of it is sound."""
_TRIPLED = re.compile("([\u0621-\u064a])(?: ?\\1){2}")
_MOST_TRIPLED = 3
"""Letters that stand three times in a row: what a font makes of the lines that stretch a word."""
_OF_NO_SCRIPT = re.compile("[\ue000-\uf8ff\ufffd]")
_OF_ONE_BYTE = re.compile("[\u00a1-\u00ff]")
_MOST_OF_NO_SCRIPT, _MOST_OF_ONE_BYTE = 0.03, 0.3


def doubtful_pages(pages: Sequence[str]) -> tuple[Finding, ...]:
    """A finding that names the pages whose letters, and so whose digits, may be others than those shown.

    Example:
        >>> page = "عاد الناس الى المدينة بعد الحرب " * 9
        >>> doubtful_pages([page]), doubtful_pages([page, page[::-1]])[0].kind
        ((), 'font')
    """
    found = [str(number) for number, page in enumerate(pages, 1) if _is_doubtful(page)]
    if not found:
        return ()
    told = (
        f"page {', '.join(found)}: its font seems to name other letters than it shows, and may name other digits; "
        "hold each figure against the page, or have it read anew: ocrmypdf --force-ocr -l ara"
    )
    return (Finding("font", told),)


def _is_doubtful(page: str) -> bool:
    if page.isascii():
        return False
    if len(_OF_NO_SCRIPT.findall(page)) > _MOST_OF_NO_SCRIPT * len(page):
        return True
    of_one_byte = len(page) > _FEWEST and len(_OF_ONE_BYTE.findall(page)) > _MOST_OF_ONE_BYTE * len(page)
    if of_one_byte or len(_TRIPLED.findall(page)) > _MOST_TRIPLED:
        return True
    if sum(map(page.count, _QUICK)) > _ENOUGH * page.count(" "):
        return False
    words = _ARABIC.findall(page)
    if len(words) < _FEWEST:
        return False
    with_article = _share(words, lambda word: _ARTICLE.match(word) is not None)
    return _share(words, _is_known) < (_FEWEST_WITHOUT if with_article < _FEWEST_WITH_ARTICLE else _FEWEST_KNOWN)


def _share(words: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, words)) / len(words)


@functools.lru_cache(REMEMBERED)
def _is_known(word: str) -> bool:
    if _ARTICLE.match(word):
        return True
    known = lexicon()
    return any(
        one in COMMON or one in known.numerals or one in known.calendar.months or one in known.units.phrases
        for one in dict.fromkeys((fold_word(word), fold_word(word[1:]) if word[:1] in {"و", "ف"} else fold_word(word)))
    )
