"""When: the nearest date in force, else that of the event that is spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.happenings import Happenings
from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.errors import PeriodError
from raqqa_data.reading.mention import Mention, Span
from raqqa_data.records.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raqqa_data.building.proposals.passage import Passage

_SINCE = frozenset({"منذ", "ومنذ", "بدءا", "اعتبارا", "ابتداء"})
_UNTIL = frozenset({"حتي", "لغايه", "وحتي"})
_NOT_THEN = frozenset({"قبل", "بعد", "مقارنه", "عقب"})
_THAT = frozenset({"ان", "بان", "انه", "انها", "بانه", "بانها"})


class Dates:
    """The dates that a passage states, and what stands before each."""

    def __init__(self, passage: Passage, published: Period | None) -> None:
        self._passage = passage
        self._published = published
        self._stated = [
            (passage.at(date.start), passage.at(date.end - 1), date, period)
            for date in passage.dates
            if (period := self._period(date)) is not None
        ]
        self.happenings: Happenings = Happenings(
            passage, ((first, date, period) for first, _, date, period in self._stated if period == date.period)
        )

    def proposals(self, figure: Mention) -> Iterator[Proposal]:
        """When a figure was counted."""
        passage = self._passage
        at, end_of_figure = passage.at(figure.start), passage.at(figure.end - 1)
        first, end = passage.sentence_of(at)
        here = [row for row in self._stated if first <= row[0] < end]
        others = [passage.at(other.start) for other in passage.figures if other is not figure]
        next_figure = min((other for other in others if end_of_figure < other < end), default=end)
        behind = [
            row for row in here if end_of_figure < row[0] < next_figure and not passage.is_apart(end_of_figure, row[0])
        ]
        before = [row for row in here if row[1] < at]
        earlier = [row for row in self._stated if row[1] < first]
        if behind or before or here:
            found = behind[0] if behind else before[-1] if before else here[0]
            yield _dated(figure, found[2], found[3], "in the sentence", 0.9 if behind or before else 0.8)
        elif (event := self.happenings.meant(at)) is not None:
            told = event.happening
            words = passage.span(told.noun, told.noun), passage.span(event.word, event.word)
            yield _dated(figure, told.date, told.period, "the date of the event that it speaks of", 0.7, words)
        elif earlier and passage.paragraph[earlier[-1][0]] == passage.paragraph[at]:
            yield _dated(figure, earlier[-1][2], earlier[-1][3], "the date in force", 0.6)

    def _is_of_saying(self, date: Mention) -> bool:
        """Whether it is the day on which somebody said so: "said on Monday that"."""
        after = self._passage.at(date.end - 1) + 1
        return after < len(self._passage.words) and self._passage.words[after] in _THAT

    def _period(self, date: Mention) -> Period | None:
        """The period that a date and the words before it tell; None where they tell none."""
        period = date.period
        if period is None or period.edtf.startswith("XXXX") or date.ambiguous is not None:
            return None
        at = self._passage.at(date.start)
        around = {self._passage.words[at], self._passage.words[at - 1] if at else ""}
        if around & _NOT_THEN or self._is_of_saying(date):
            return None
        edtf = period.edtf
        if "/" not in edtf and around & _SINCE:
            edtf = f"{edtf}/{self._published.edtf if self._published else '..'}"
        elif "/" not in edtf and around & _UNTIL:
            edtf = f"../{edtf}"
        try:
            return Period(edtf)
        except PeriodError:
            return None


def _dated(
    figure: Mention, date: Mention, period: Period, rule: str, strength: float, more: tuple[Span, ...] = ()
) -> Proposal:
    return Proposal(
        figure=Span(figure.start, figure.end, figure.text),
        question=Question.WHEN,
        answer=period.edtf,
        evidence=(Span(date.start, date.end, date.text), *more),
        rule=rule,
        strength=strength,
    )
