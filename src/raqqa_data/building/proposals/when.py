"""When: the nearest date in force, else that of the event that is spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.building.proposals.happenings import Happenings
from raqqa_data.building.proposals.listing import word_lists
from raqqa_data.building.proposals.passage import Passage, among
from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.errors import PeriodError
from raqqa_data.reading.mention import Mention, Span
from raqqa_data.records.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator


_WORDS = "when.toml"


class Stated(NamedTuple):
    """A date in a text, and the period that it tells with the words before it."""

    first: int
    last: int
    date: Mention
    period: Period


class Dates:
    """The dates that a passage states, and what stands before each."""

    def __init__(self, passage: Passage, published: Period | None) -> None:
        self._passage = passage
        self._published = published
        self._stated = [
            Stated(*passage.words_of(date), date, period)
            for date in passage.dates
            if (period := self._period(date)) is not None
        ]
        self.happenings: Happenings = Happenings(
            passage,
            (
                (stated.first, stated.date, stated.period)
                for stated in self._stated
                if stated.period == stated.date.period
            ),
        )

    def proposals(self, figure: Mention) -> Iterator[Proposal]:
        """When a figure was counted."""
        passage = self._passage
        at, end_of_figure = passage.words_of(figure)
        first, end = passage.sentence_of(at)
        here = among(self._stated, first, end)
        next_figure = passage.next_figure(end_of_figure, end)
        behind = [
            stated
            for stated in here
            if end_of_figure < stated.first < next_figure and not passage.is_apart(end_of_figure, stated.first)
        ]
        before = [stated for stated in here if stated.last < at]
        earlier = among(self._stated, 0, first)
        if behind or before or here:
            found = behind[0] if behind else before[-1] if before else here[0]
            yield _dated(figure, found.date, found.period, "in the sentence", 0.9 if behind or before else 0.8)
        elif (event := self.happenings.meant(at)) is not None:
            told = event.happening
            words = passage.span(told.noun, told.noun), passage.span(event.word, event.word)
            yield _dated(figure, told.date, told.period, "the date of the event that it speaks of", 0.7, words)
        elif earlier and passage.paragraph[earlier[-1].first] == passage.paragraph[at]:
            yield _dated(figure, earlier[-1].date, earlier[-1].period, "the date in force", 0.6)

    def _is_of_saying(self, date: Mention) -> bool:
        """Whether it is the day on which somebody said so: "said on Monday that"."""
        after = self._passage.words_of(date)[1] + 1
        return after < len(self._passage.words) and self._passage.words[after] in word_lists(_WORDS)["that"]

    def _period(self, date: Mention) -> Period | None:
        """The period that a date and the words before it tell; None where they tell none."""
        period = date.period
        if period is None or period.edtf.startswith("XXXX") or date.ambiguous is not None:
            return None
        at, _ = self._passage.words_of(date)
        around = {self._passage.words[at], self._passage.words[at - 1] if at else ""}
        listed = word_lists(_WORDS)
        if around & listed["not_then"] or self._is_of_saying(date):
            return None
        edtf = period.edtf
        if "/" not in edtf and around & listed["since"]:
            edtf = f"{edtf}/{self._published.edtf if self._published else '..'}"
        elif "/" not in edtf and around & listed["until"]:
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
