"""A text as the rules of proposals see it: words, each with its sentence and paragraph, and where figures stand."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from raqqa_data.reading.mention import Kind, Mention, Span
from raqqa_data.reading.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+")
_ENDS = re.compile(r"[!?؟]|\.(?!\d)|؛")
_PREPOSITIONS = ("ب", "ل", "ك")
_SHORTEST = 2


@functools.lru_cache(maxsize=1 << 16)
def stems(word: str) -> tuple[str, ...]:
    """A folded word, and what it may be without a conjunction and a preposition that are written with it.

    Example:
        >>> stems("وبالرقه")
        ('وبالرقه', 'بالرقه', 'الرقه')
    """
    begins = [word]
    if word[:1] in {"و", "ف"} and len(word) > _SHORTEST:
        begins.append(word[1:])
    without = [
        begin[1:] if begin[:2] != "لل" else f"ال{begin[2:]}"
        for begin in begins
        if begin[:1] in _PREPOSITIONS and len(begin) > _SHORTEST
    ]
    return (*begins, *without)


def bare(word: str) -> str:
    """A folded word without its article."""
    return word[2:] if word.startswith("ال") and len(word) > len("ال") + 1 else word


class Passage:
    """A text's folded words with their places.

    Attributes:
        text: The text as given.
        words: Its words, folded.
        sentence: The number of each word's sentence.
        paragraph: The number of each word's paragraph.
        gaps: What stands before each word, folded.
        figures: The mentions of numbers, in order.
        dates: The mentions of dates that are known, in order.
    """

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        folded = fold(text)
        self.text = text
        self._at = [(found.start(), found.end()) for found in _WORD.finditer(folded.text)]
        self.words: list[str] = [folded.text[start:end] for start, end in self._at]
        spans = [folded.span(start, end) for start, end in self._at]
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]
        self.gaps: list[str] = []
        self.sentence: list[int] = []
        self.paragraph: list[int] = []
        self._marks: list[int] = []
        sentence = paragraph = marks = end = 0
        for start, after in self._at:
            gap = folded.text[end:start]
            end = after
            if "\n" in gap:
                paragraph += 1
                sentence += 1
            elif _ENDS.search(gap):
                sentence += 1
            self.gaps.append(gap)
            marks += gap != " " and not _is_plain(gap)
            self._marks.append(marks)
            self.sentence.append(sentence)
            self.paragraph.append(paragraph)
        self.figures: list[Mention] = [found for found in mentions if found.kind not in {Kind.DATE, Kind.ORDINAL}]
        self.dates: list[Mention] = [
            found for found in mentions if found.kind is Kind.DATE and found.period is not None
        ]
        self._taken = frozenset(
            word for mention in mentions for word in range(self.at(mention.start), self.at(mention.end - 1) + 1)
        )

    def at(self, offset: int) -> int:
        """The word that stands at an offset of the text, or before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def span(self, first: int, last: int) -> Span:
        """From the first word to the last, both included, as printed."""
        start, end = self._starts[first], self._ends[last]
        return Span(start, end, self.text[start:end])

    def sentence_of(self, word: int) -> tuple[int, int]:
        """The first word of a word's sentence, and the one after its last."""
        number = self.sentence[word]
        return bisect_left(self.sentence, number), bisect_right(self.sentence, number)

    def is_apart(self, first: int, second: int) -> bool:
        """Whether a comma, colon or dash stands between two words of a sentence."""
        return self.commas(first, second) > 0

    def commas(self, first: int, second: int) -> int:
        """How many commas, colons and dashes stand between two words."""
        low, high = sorted((first, second))
        return self._marks[high] - self._marks[low]

    def in_mention(self, word: int) -> bool:
        """Whether a figure or date takes up a word."""
        return word in self._taken


def _is_plain(gap: str) -> bool:
    return all(mark in " \"'«»“”()[]%" for mark in gap)
