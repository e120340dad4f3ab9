"""Which counted kind a counted noun names, whatever its number, case and article."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from raqqa_data.reading.text.folding import fold_word
from raqqa_data.reading.words.inflections import accusative, duals
from raqqa_data.reading.words.phrases import phrase
from raqqa_data.units.table import UNITS, spellings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ANYTHING = "item"
"""A piece of something (قطعة) counts, but leaves it to other words to say what."""

_OF = "من"
_FAMILY = frozenset(map(fold_word, ("عائلة", "أسرة")))


def other_kind(words: str, unit: str) -> str | None:
    """The counted kind that words name, where that is another than a unit.

    Args:
        words: A counted noun and what follows it, as printed.
        unit: Name of a counted kind.

    Returns:
        Name of the other kind; None where the words can name this one, or name none that the table has.

    Example:
        >>> other_kind("جسرًا على النهر", "school"), other_kind("جسرًا على النهر", "bridge")
        ('bridge', None)
        >>> other_kind("متطوعا", "school") is None
        True
    """
    tokens = phrase(words)
    nouns, openings = _nouns()
    named = [nouns[tokens[:end]] for end in range(1, len(tokens) + 1) if tokens[:end] in nouns]
    if not named or named[-1] == _ANYTHING or unit in named or unit in openings[tokens[0]]:
        return None
    return named[-1]


def are_of_one_family(before: str, noun: str) -> bool:
    """Whether a noun says of which family those are who are counted, and counts no families.

    Args:
        before: The text before the noun.
        noun: The noun, as printed or folded.

    Example:
        >>> are_of_one_family("4 من ", "عائلة"), are_of_one_family("4 من ", "العائلات")
        (True, False)
    """
    return fold_word(noun) in _FAMILY and before.split()[-1:] == [_OF]


def kind_named(words: Sequence[str]) -> str | None:
    """The counted kind that folded words name, from the first on.

    Example:
        >>> kind_named(["مدرسه", "في"]), kind_named(["شيء"])
        ('school', None)
    """
    nouns, openings = _nouns()
    if not words or words[0] not in openings:
        return None
    named = [nouns[form] for end in range(1, len(words) + 1) if (form := tuple(words[:end])) in nouns]
    return named[-1] if named and named[-1] != _ANYTHING else None


@functools.cache
def _nouns() -> tuple[dict[tuple[str, ...], str], dict[str, set[str]]]:
    """Each form of each noun of the table with its kind, and each first word with all kinds that it may begin."""
    nouns: dict[tuple[str, ...], str] = {}
    openings: dict[str, set[str]] = {}
    for spelling, unit in spellings().items():
        if UNITS[unit].counted and not spelling.isascii():
            for form in _forms(*spelling.split(" "), singular=spelling != UNITS[unit].plural.ar):
                nouns.setdefault(form, unit)
                openings.setdefault(form[0], set()).add(unit)
    return nouns, openings


def _forms(noun: str, *adjectives: str, singular: bool) -> Iterator[tuple[str, ...]]:
    """A noun in every case, dual and article, with the adjectives behind it, folded as the reader folds."""
    behind: list[tuple[str, ...]] = [()]
    for adjective in adjectives:
        behind = [(*before, form) for before in behind for form in _inflected(adjective, "", "ال", dual=singular)]
    for first in _inflected(noun, "", "ال", "لل", dual=singular):
        for rest in behind:
            yield first, *rest


def _inflected(word: str, *articles: str, dual: bool) -> Iterator[str]:
    # not the construct dual in ي: after a number it is another word, as مدني, a civilian, is no plural of مدينة
    both = [form for form in duals(word) if not form.endswith("ي")] if dual else []
    for form in (*accusative([word]), *both):
        for article in articles:
            yield fold_word(article + form)
