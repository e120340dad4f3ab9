"""What is known of a word, found out once: a text has few words, each often."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

MOST = 1 << 16
"""Words that are remembered; then all are forgotten."""


class _Remembered(dict[str, T]):
    def __init__(self, find: Callable[[str], T]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> T:
        if len(self) >= MOST:
            self.clear()
        found = self[word] = self._find(word)
        return found


def remembered(find: Callable[[str], T]) -> Callable[[str], T]:
    """A function of a word that remembers what it found; `functools.lru_cache` moves links at each look as well.

    Example:
        >>> length = remembered(len)
        >>> length("مدرسة"), length("مدرسة")
        (5, 5)
    """
    return _Remembered(find).__getitem__
