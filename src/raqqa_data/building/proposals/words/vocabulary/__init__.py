"""The words of the rules as data: one file a domain, for a linguist to read and extend."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.words.affixes import stems
from raqqa_data.building.proposals.words.word_cache import remembered
from raqqa_data.reading.text.folding import fold_word

if TYPE_CHECKING:
    from collections.abc import Callable


@functools.cache
def word_lists(name: str) -> dict[str, frozenset[str]]:
    """One of the lists of words that ship, folded, by their keys.

    Example:
        >>> "منذ" in word_lists("when.toml")["since"]
        True
    """
    raw = tomllib.loads(vocabulary(name))
    return {key: frozenset(map(fold_word, words)) for key, words in raw.items()}


@functools.cache
def lists_of(name: str) -> Callable[[str], frozenset[str]]:
    """What tells the keys of the lists of a file in which a folded word stands, whatever it is written with.

    Example:
        >>> "since" in lists_of("when.toml")("ومنذ")
        True
    """
    lists = word_lists(name)

    @remembered
    def keys(word: str) -> frozenset[str]:
        forms = stems(word)
        return frozenset(key for key, listed in lists.items() if not listed.isdisjoint(forms))

    return keys


@functools.cache
def vocabulary(name: str) -> str:
    """The text of one of the lists that ship."""
    return (resources.files(__name__) / name).read_text(encoding="utf-8")


@functools.cache
def strength_of(rule: str, otherwise: float = 0.7) -> float:
    """How often what a rule proposes is right, as it was counted or is supposed.

    Example:
        >>> strength_of("according to, behind") > 0.9 > strength_of("in a clause before")
        True
    """
    return float(tomllib.loads(vocabulary("strengths.toml")).get(rule, otherwise))
