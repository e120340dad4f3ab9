"""The clauses of a passage's sentences: where one ends and the next begins, by marks, conjunctions and "that"."""

from __future__ import annotations

import functools
from bisect import bisect_right
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.listing import word_lists

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage import Passage

_WORDS = "clauses.toml"


class Clauses:
    """The clauses of a passage.

    Args:
        passage: The text.

    Example:
        >>> from raqqa_data.building.proposals.passage import Passage
        >>> clauses = Clauses(Passage("قتل رجل في حلب، فيما نزح آخرون إلى إدلب.", []))
        >>> clauses.of(0), clauses.of(7)
        ((0, 4), (4, 8))
    """

    def __init__(self, passage: Passage) -> None:
        self._end = len(passage.words)
        self._opens = [index for index in range(self._end) if _is_opening(passage, index)]

    def of(self, word: int) -> tuple[int, int]:
        """The first word of a word's clause, and the one after its last."""
        at = bisect_right(self._opens, word)
        return self._opens[at - 1], self._opens[at] if at < len(self._opens) else self._end


def _is_opening(passage: Passage, index: int) -> bool:
    if not index or passage.sentence[index] != passage.sentence[index - 1]:
        return True
    word = passage.words[index]
    kind = _kind(word)
    if kind == "strong" or (word == "في" and passage.word_behind(index) == "حين"):
        return True
    if not passage.is_apart(index - 1, index):
        return False
    if ":" in passage.gaps[index] or kind == "weak":
        return True
    # "and five women" goes on with what is counted
    return kind == "and" and not passage.in_mention(index)


@functools.lru_cache(maxsize=1 << 16)
def _kind(word: str) -> str:
    lists = word_lists(_WORDS)
    if word in lists["begins"]:
        return "strong"
    if word in lists["begins_behind_a_mark"]:
        return "weak"
    return "and" if word[0] == "و" and len(word) > 1 and word not in lists["with_waw"] else ""
