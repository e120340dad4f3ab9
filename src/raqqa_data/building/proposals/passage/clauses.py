"""The clauses of a passage's sentences: where one ends and the next begins, by marks, conjunctions and "that"."""

from __future__ import annotations

from itertools import chain, compress, pairwise, repeat
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.words.vocabulary import word_lists
from raqqa_data.building.proposals.words.word_cache import remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from raqqa_data.building.proposals.passage.passage import Passage

_LONG = 5  # letters of "so" and a verb
_WORDS = "clauses.toml"


class Clauses:
    """The clauses of a passage.

    Args:
        passage: The text.

    Attributes:
        of: The first word of a word's clause, and the one after its last.

    Example:
        >>> from raqqa_data.building.proposals.passage.passage import Passage
        >>> from raqqa_data.reading.text.folding import fold
        >>> clauses = Clauses(Passage(fold("قتل رجل في حلب، فيما نزح آخرون إلى إدلب."), []))
        >>> clauses.of(0), clauses.of(8)
        ((0, 4), (4, 9))
    """

    def __init__(self, passage: Passage) -> None:
        kinds = [*map(_kind, passage.words)]
        marked = (index for index, _ in passage.marked)  # at any other word a clause begins only by the word itself
        asked = sorted({0, *marked, *compress(range(len(kinds)), kinds)})
        opens = [index for index in asked if index < len(kinds) and _is_opening(passage, index, kinds[index])]
        self.of: Callable[[int], tuple[int, int]] = stretches([*opens, len(kinds)]).__getitem__


def stretches(begins: Iterable[int]) -> list[tuple[int, int]]:
    """For each word the stretch in which it stands: its first word, and the one behind its last.

    Args:
        begins: The first word of each stretch, and at last how many words there are.

    Example:
        >>> stretches([0, 2, 3])
        [(0, 2), (0, 2), (2, 3)]
    """
    return [*chain.from_iterable(repeat(both, both[1] - both[0]) for both in pairwise(begins))]


def _is_opening(passage: Passage, index: int, kind: str) -> bool:
    if not index or passage.sentence[index] != passage.sentence[index - 1] or kind == "strong":
        return True
    if not kind:
        return passage.is_apart(index - 1, index) and ":" in passage.gaps[index]
    if kind == "in":
        return passage.word_behind(index) == "حين"
    # "and five women" goes on with what is counted
    return passage.is_apart(index - 1, index) and (kind == "weak" or not passage.in_mention(index))


@remembered
def _kind(word: str) -> str:
    lists = word_lists(_WORDS)
    if word in lists["begins"]:
        return "strong"
    if word in lists["begins_behind_a_mark"]:
        return "weak"
    if word == "في":
        return "in"
    if word[0] == "ف" and word.endswith("ت") and not word.endswith("ات") and len(word) >= _LONG:
        return "weak"  # فنفقت
    return "and" if word[0] == "و" and len(word) > 1 and word not in lists["with_waw"] else ""
