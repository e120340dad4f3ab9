"""The dates under which paragraphs stand: a line that says no more than where and when, until the next such line."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.passage.passage import among
from raqqa_data.building.proposals.when.dates_of_others import between

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.when.stated_periods import Stated

_DATED = 14  # words of a heading with a date
_UNDATED = 5  # words of one without
_OPENING = 2  # lines at the head of a text, which are its title


class DatedHeadings:
    """The lines of a passage that state the day or the time of what stands under them.

    Args:
        passage: The text.
        stated: Its dates.
    """

    def __init__(self, passage: Passage, stated: Sequence[Stated]) -> None:
        self._passage = passage
        self._title: Stated | None = None
        self._ends: list[int] = []
        self._dates: list[Stated | None] = []
        self._blocks = [index for index, gap in passage.marked if gap.count("\n") > 1]
        first, stop = 0, len(passage.words)
        while first < stop:
            _, end = passage.sentence_of(first)
            if self._is_line(first, end):
                self._take(first, end, among(stated, first, end))
            first = end

    def _is_line(self, first: int, end: int) -> bool:
        """Whether a sentence without a figure is a line by itself."""
        passage = self._passage
        alone = passage.paragraph_of(first) == first and end < len(passage.words)
        return (
            alone
            and end - first <= _DATED
            and passage.paragraph[end] != passage.paragraph[first]
            and passage.next_figure(first - 1, end) == end
        )

    def _take(self, first: int, end: int, here: Sequence[Stated]) -> None:
        passage = self._passage
        date = here[0] if len({one.period for one in here}) == 1 and not here[0].is_end else None
        if passage.paragraph[first] - passage.paragraph[0] <= _OPENING:
            if date is not None and self._title is None and between(passage, first, end, "bulletins"):
                self._title = date
        elif date is not None or (end - first <= _UNDATED and not any(map(_has_digit, passage.words[first:end]))):
            self._ends.append(end)
            self._dates.append(date)

    def over(self, word: int) -> Stated | None:
        """The date of the heading over a word, up to the empty line that ends what stands under it; else the title's.

        Args:
            word: The word.
        """
        index = bisect_right(self._ends, word) - 1
        date = self._dates[index] if index >= 0 else None
        if date is not None:
            begin = self._ends[index]
            block = bisect_right(self._blocks, begin - 1)
            spaced = block < len(self._blocks) and self._blocks[block] == begin
            if spaced or block == len(self._blocks) or self._blocks[block] > word:
                return date
        return self._title if self._title is not None and self._title.last < word else None


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))
