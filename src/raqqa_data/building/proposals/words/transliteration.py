"""Ids for what a text names and no list has: its Arabic letters in Latin ones."""

from __future__ import annotations

import keyword
import re

from raqqa_data.building.proposals.words.word_cache import remembered
from raqqa_data.reading.text.folding import fold_word

UNNAMED = "UNNAMED"
"""The English name of what no list has."""
UNNAMED_ID = UNNAMED.lower()
"""The id of what has no letters for one."""

_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويء"
_SOUNDS = "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y a"
_LATIN = dict(zip(_ARABIC, _SOUNDS.split(" "), strict=True))


@remembered
def romanised(name: str) -> str:
    """An id after an Arabic name; for a machine to tell apart, not a transliteration to print.

    Example:
        >>> romanised("مدير الصحة"), romanised("")
        ('mdyr-alsha', 'unnamed')
    """
    # a final ة is read a, which folding makes ه
    letters = re.sub(r"ه(?=\b)", "ا", fold_word(name))
    latin = "".join(_LATIN.get(letter, letter if letter.isascii() else " ") for letter in letters)
    return "-".join(re.findall("[a-z0-9]+", latin.lower())) or UNNAMED_ID


def python_name(name: str) -> str:
    """An id as a name in Python, as a dataset has it.

    Example:
        >>> python_name("raqqa-2022"), python_name("2022-report"), python_name("class")
        ('raqqa_2022', 'd_2022_report', 'd_class')
    """
    plain = "_".join(re.findall("[a-z0-9]+", name.lower())) or "figures"
    return f"d_{plain}" if plain[0].isdigit() or keyword.iskeyword(plain) else plain


class Free:
    """Names that are given out once each.

    Example:
        >>> free = Free()
        >>> free.name("fire"), free.name("fire")
        ('fire', 'fire_2')
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def name(self, wanted: str) -> str:
        """The name, or where it is taken the first free one with a number behind it."""
        free, number = wanted, self._last.get(wanted, 1)
        while free in self._taken:
            number += 1
            free = f"{wanted}_{number}"
        self._last[wanted] = number
        self._taken.add(free)
        return free
