"""Forms of a noun: its accusative and its duals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.reading.text.folding import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


def accusative(words: Iterable[str]) -> Iterator[str]:
    """Words, each followed by its accusative with alef where it takes one."""
    for word in words:
        yield word
        if word[-1] not in "ةاىيءن" or word in _N_STEMS:
            yield word + "ا"


# stems in ن that are no dual and no sound plural
_N_STEMS = frozenset(
    {
        "مليون",
        "بليون",
        "تريليون",
        "ترليون",
        "طن",
        "فدان",
        "غالون",
        "جالون",
        "كالون",
        "حصان",
        "قرن",
        "كوادريليون",
        "يوان",
        "تومان",
        "ين",
        "لتر",
    }
)


def duals(word: str) -> Iterator[str]:
    """The duals of a noun, absolute and construct."""
    stem = word[:-1] + "ت" if word[-1] == "ة" else word
    for ending in ("ان", "ين", "ي"):
        yield stem + ending


def duals_of(nouns: Mapping[str, list[str]]) -> Iterator[str]:
    """The duals of counted nouns that cannot be taken for plurals, folded."""
    for sort, words in nouns.items():
        for word in words:
            stem = word[:-1] + "ت" if word[-1] == "ة" else word[:-1] + "ي" if word[-1] == "ى" else word
            if sort != "oblique":
                yield fold_word(stem + "ان")
            if sort != "sound":
                yield fold_word(stem + "ين")
