"""The words of the rules as data: one file a domain, for a linguist to read and extend."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

from raqqa_data.reading.text.folding import fold_word


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
