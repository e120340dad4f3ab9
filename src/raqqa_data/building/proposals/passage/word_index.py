"""Where the words of lists stand in a text: found out in one walk, as many figures ask."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import compress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence


class Standing:
    """Where the words of some lists stand.

    Args:
        words: A text's words.
        lists_of: The keys of the lists in which a word is.

    Example:
        >>> standing = Standing(["في", "حلب", "منذ", "شهر"], lambda word: ("since",) if word == "منذ" else ())
        >>> standing.any("since", 0, 2), standing.any("since", 2, 4), [*standing.each("since", 0, 4)]
        (False, True, [2])
    """

    def __init__(self, words: Sequence[str], lists_of: Callable[[str], Collection[str]]) -> None:
        self._at: defaultdict[str, list[int]] = defaultdict(list)
        found = [*map(lists_of, words)]
        for index in compress(range(len(found)), found):
            for key in found[index]:
                self._at[key].append(index)

    def any(self, key: str, low: int, high: int) -> bool:
        """Whether a word of a list stands from one word up to another."""
        found = self._at.get(key)
        if found is None:
            return False
        at = bisect_left(found, low)
        return at < len(found) and found[at] < high

    def each(self, key: str, low: int, high: int) -> Sequence[int]:
        """The words of a list from one word up to another."""
        found = self._at.get(key, ())
        return found[bisect_left(found, low) : bisect_left(found, high)]
