"""The place that the title of a text names, or those who head it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.passage.passage import Passage, among
from raqqa_data.building.proposals.where.places_of_others import innermost_of, is_around, is_local, is_one_of_several
from raqqa_data.building.proposals.where.prepositions import Lead
from raqqa_data.building.proposals.where.toponym import SITES
from raqqa_data.building.proposals.words.affixes import bare
from raqqa_data.building.proposals.words.place_words import is_listed, lists_of, place_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raqqa_data.building.proposals.where.toponym import Toponym
    from raqqa_data.building.proposals.where.toponyms import Toponyms

_HEADINGS = 3  # lines
_TITLE = 5  # words of an office before its place


class Title:
    """The lines over a text.

    Args:
        passage: The text.
        toponyms: The places that it names.

    Attributes:
        place: The place that they name, None where they name none or several.
        is_issued: Whether it is that of those whose text it is.
    """

    def __init__(self, passage: Passage, toponyms: Toponyms) -> None:
        self._passage = passage
        self._toponyms = toponyms
        named = self._named()
        issuers = self._of_issuer(named)
        self.is_issued: bool = issuers is not None
        self.place: Toponym | None = issuers or self._of_title(named)

    def is_of(self, toponym: Toponym) -> bool:
        """Whether a place is that of the title."""
        return self.place is not None and self.place.place.id == toponym.place.id

    def is_headed(self) -> bool:
        """Whether the title names its place before a mark: سوريا: تقرير, ليبيا - نشرة."""
        gaps, title = self._passage.gaps, self.place
        if title is None:
            return False
        words = self._passage.words
        toponyms = [
            toponym
            for toponym in among(self._toponyms.all, 0, title.last + 1)
            if toponym.place.kind != "country" or not toponym.first or not is_listed(words[toponym.first - 1], "bodies")
        ]
        behind = [gaps[toponym.last + 1] for toponym in toponyms if title.place.lies_in(toponym.place)]
        return any(mark in gap for gap in behind for mark in ":|-–—")

    def _named(self) -> list[Toponym]:
        """The places that the first line names, where more follows; those of the next one behind a line of a body."""
        seats: list[Toponym] = []
        for first, end in self._headings():
            named = [
                toponym
                for toponym in among(self._toponyms.all, first, end)
                if toponym.lead is not Lead.APART
                and (toponym.lead is not Lead.BESIDE or is_local(self._passage, toponym))
                and not is_one_of_several(self._passage, toponym, self._toponyms.last_of_name)
                and not self._is_of_agency(toponym, end)
            ]
            if named and not self._is_seat(named, end):
                return named
            seats = seats or named
        return seats

    def _headings(self) -> Iterator[tuple[int, int]]:
        """The first line, and those right under it: none has a figure or ends with a full stop."""
        passage, words = self._passage, len(self._passage.words)
        first = 0
        for _ in range(_HEADINGS):
            end = bisect_right(passage.paragraph, passage.paragraph[first]) if first < words else words
            told = passage.next_figure(first - 1, end) < end
            text = told or end == words or "." in passage.gaps[end]
            if end == words or (first and text):
                return
            yield first, end
            if text or passage.gaps[end].count("\n") > 1:
                return
            first = end

    def _is_seat(self, toponyms: Sequence[Toponym], end: int) -> bool:
        """مكتب التنسيق، بيروت: whether all that a line names is the capital at its end, where those sit who report."""
        first, last = toponyms[0].first, toponyms[-1].last
        name = " ".join(self._passage.words[first : last + 1])
        apart = first > 0 and self._passage.is_apart(first - 1, first)
        return last == end - 1 and apart and name in place_words()["capitals"]

    def _of_issuer(self, named: Sequence[Toponym]) -> Toponym | None:
        """صفحة بلدية كذا: the place of those whose text it is, as the first line says."""
        words, end = self._passage.words, len(self._passage.words)
        figure = self._passage.next_figure(-1, end)
        for toponym in named:
            near = words[max(toponym.first - _TITLE, 0) : toponym.first + 1]
            issuers = any(is_listed(bare(word), "issuers") for word in near)
            told = figure < end and self._passage.paragraph[figure] == self._passage.paragraph[0]
            if issuers and not told and toponym.place.kind not in {"country", "region"}:
                return toponym
        return None

    def _of_title(self, named: Sequence[Toponym]) -> Toponym | None:
        """The one place that the first line names, or the innermost of several that lie in one another."""
        if not named:
            return None
        innermost = innermost_of(named)
        if self._passage.standing(lists_of).any("arrivals", 0, innermost.first):
            return None  # how many arrived there, not what happened there
        if all(is_around(toponym, innermost) for toponym in named):
            return innermost
        towns = [toponym for toponym in named if toponym.place.kind not in SITES]
        return towns[0] if len(towns) == 1 and towns[0].place.within is not None else None

    def _is_of_agency(self, toponym: Toponym, end: int) -> bool:
        """دمشق، 16 آذار 2024: a capital before the day of the report, of which the line tells nothing else."""
        passage, behind = self._passage, range(toponym.last + 1, end)
        dated = bool(behind) and all(map(passage.in_mention, behind))
        return dated and not toponym.first and " ".join(passage.words[: behind.start]) in place_words()["capitals"]
