"""Ids for what a text names and no list has: its Arabic letters in Latin ones."""

from __future__ import annotations

import keyword
import re

from raqqa_data.reading.text.folding import fold_word

_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويء"
_SOUNDS = "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y a"
_LATIN = dict(zip(_ARABIC, _SOUNDS.split(" "), strict=True))


def romanised(name: str) -> str:
    """An id after an Arabic name; for a machine to tell apart, not a transliteration to print.

    Example:
        >>> romanised("مدير الصحة"), romanised("")
        ('mdyr-alsha', 'unnamed')
    """
    # a final ة is read a, which folding makes ه
    letters = re.sub(r"ه(?=\b)", "ا", fold_word(name))
    latin = "".join(_LATIN.get(letter, letter if letter.isascii() else " ") for letter in letters)
    return "-".join(re.findall("[a-z0-9]+", latin.lower())) or "unnamed"


def python_name(name: str) -> str:
    """An id as a name in Python, as a dataset has it.

    Example:
        >>> python_name("raqqa-2022"), python_name("2022-report"), python_name("class")
        ('raqqa_2022', 'd_2022_report', 'd_class')
    """
    plain = "_".join(re.findall("[a-z0-9]+", name.lower())) or "figures"
    return f"d_{plain}" if plain[0].isdigit() or keyword.iskeyword(plain) else plain
