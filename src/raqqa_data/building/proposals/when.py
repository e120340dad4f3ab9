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

    from raqqa_data.building.proposals.happenings import Reference
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
        found, rule, strength = None, "in the sentence", 0.9
        behind = [
            row for row in here if end_of_figure < row[0] < next_figure and not passage.is_apart(end_of_figure, row[0])
        ]
        before = [row for row in here if row[1] < at]
        if behind:
            found = behind[0]
        elif before:
            found = before[-1]
        elif here:
            found, strength = here[0], 0.8
        elif (event := self.happenings.meant(at)) is not None:
            yield self._of_event(figure, event)
        else:
            earlier = [row for row in self._stated if row[1] < first]
            if earlier and passage.paragraph[earlier[-1][0]] == passage.paragraph[at]:
                found, rule, strength = earlier[-1], "the date in force", 0.6
        if found is not None:
            _, _, date, period = found
            yield Proposal(
                figure=Span(figure.start, figure.end, figure.text),
                question=Question.WHEN,
                answer=period.edtf,
                evidence=(Span(date.start, date.end, date.text),),
                rule=rule,
                strength=strength,
            )

    def _is_of_saying(self, date: Mention) -> bool:
        """Whether it is the day on which somebody said so: "said on Monday that"."""
        after = self._passage.at(date.end - 1) + 1
        return after < len(self._passage.words) and self._passage.words[after] in _THAT

    def _of_event(self, figure: Mention, event: Reference) -> Proposal:
        passage, told = self._passage, event.happening
        date = told.date
        return Proposal(
            figure=Span(figure.start, figure.end, figure.text),
            question=Question.WHEN,
            answer=told.period.edtf,
            evidence=(
                Span(date.start, date.end, date.text),
                passage.span(told.noun, told.noun),
                passage.span(event.word, event.word),
            ),
            rule="the date of the event that it speaks of",
            strength=0.7,
        )

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
