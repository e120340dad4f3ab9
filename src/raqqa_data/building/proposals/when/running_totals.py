"""The day since which a text adds up, and the figures behind it of the same: killed since July, and wounded."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.when.incident_day import HARM

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.what.event_words import Befallen
    from raqqa_data.building.proposals.when.stated_periods import Stated
    from raqqa_data.reading.mention import Mention

_START = attrgetter("start")
_HAPPENED = "attacks"
# what the same brings about
_ALIKE = (
    HARM | {"affected", "displaced", "disease_deaths", "infected", "violations", "violence", "cases", _HAPPENED},
    frozenset({"displaced", "returned", "arrived", "entered", "evacuated", "refugees"}),
)
_EARLY = 80  # words of a text that say since when it adds up


class RunningTotals:
    """What is added up from a day on.

    Args:
        passage: The text.
        told: Its dates, without those that something is compared with.
        befallen: What befell those that figures count, by where these start; it grows with the text.
    """

    def __init__(self, passage: Passage, told: Sequence[Stated], befallen: Mapping[int, Befallen]) -> None:
        self._passage = passage
        self._befallen = befallen
        self._date = next((one for one in told if one.goes_on and one.first < _EARLY), None)
        others = (one for one in told if self._date is not None and one.period != self._date.period and not one.is_end)
        self._end = next((one.first for one in others), len(passage.words))

    def since(self, figure: Mention, first: int) -> Stated | None:
        """The day since which the whole text adds up, for a figure of the same before another time is told.

        Args:
            figure: The figure.
            first: The first word of its sentence.
        """
        date = self._date
        if date is None or not date.first < first <= self._end:
            return None
        return date if self.adds_up(figure, date) else None

    def adds_up(self, figure: Mention, date: Stated) -> bool:
        """Whether a figure is of the same as one in the sentence of a date."""
        passage, event = self._passage, self._event_of(figure)
        begins, close = passage.sentence_of(date.first)
        alike = [kind for kind in _ALIKE if event in kind][:1]
        here = passage.span(begins, close - 1)
        before = passage.figures[
            bisect_left(passage.figures, here.start, key=_START) : bisect_left(passage.figures, here.end, key=_START)
        ]
        return bool(alike) and any(self._event_of(one) in alike[0] for one in before)

    def _event_of(self, figure: Mention) -> str | None:
        """What befell those that a figure counts; what itself happened is an attack or the like."""
        told = self._befallen.get(figure.start)
        return None if told is None else _HAPPENED if told.event is None else told.event.id
