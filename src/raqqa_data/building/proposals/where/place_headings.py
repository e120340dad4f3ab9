"""The place under whose name a paragraph stands: a line that says nothing else, until the next such line."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.passage.passage import among
from raqqa_data.building.proposals.where.places_of_others import is_topic
from raqqa_data.building.proposals.words.place_words import kind_word

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.where.toponym import Toponym
    from raqqa_data.building.proposals.where.toponyms import Toponyms

_HEADING = 4  # words of a line alone


class Sections:
    """The headings of a passage that name a place.

    Args:
        passage: The text.
        toponyms: The places that it names.
    """

    def __init__(self, passage: Passage, toponyms: Toponyms) -> None:
        self._passage = passage
        self._toponyms = toponyms
        self._begins: list[int] = []
        self._places: list[Toponym | None] = []
        for first, end in pairwise(passage.paragraphs[1:]):
            if (located := self._located(first, end)) is not None:
                self._begins.append(first)
                self._places.append(located)
                continue
            if end - first > _HEADING or any(map(passage.in_mention, range(first, end))):
                continue
            if passage.is_listed(first) or any(mark in passage.gaps[end] for mark in ".:؛،"):
                continue
            named = among(toponyms.all, first, end)
            kind = bool(named) and named[0].first == first + 1 and kind_word(passage.words[first]) is not None
            whole = len(named) == 1 and named[0].first == first + kind and named[0].last == end - 1
            self._begins.append(first)
            self._places.append(named[0] if whole else None)

    def _located(self, first: int, end: int) -> Toponym | None:
        """زنوتا (جنوب الخليل) - 28 تشرين الأول: the place of a line that says no more than where it lies, and a day."""
        passage = self._passage
        toponym = next(
            (toponym for toponym in among(self._toponyms.all, first, end) if toponym.first - first <= 1), None
        )
        if toponym is None or toponym.last + 1 >= end or "(" not in passage.gaps[toponym.last + 1]:
            return None
        closes = next((word for word in range(toponym.last + 2, end) if ")" in passage.gaps[word]), end)
        return toponym if all(map(passage.in_mention, range(closes, end))) else None

    def over(self, word: int, found: Toponym | None) -> Toponym | None:
        """The place of the heading over a word; None where the text has told of one elsewhere since.

        Args:
            word: The word.
            found: The place that the sentences before it are about.
        """
        index = bisect_right(self._begins, word) - 1
        over = self._places[index] if index >= 0 else None
        if over is None or found is None or found.first <= over.last:
            return over
        abroad = found.place.within is not None and found.place.chain[-1].id != over.place.chain[-1].id
        return None if abroad or is_topic(self._passage, found) else over
