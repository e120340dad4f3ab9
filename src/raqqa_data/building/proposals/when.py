"""When: the nearest date in force, else that of the event that is spoken of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.dating import Stated, between, is_future, stated_in
from raqqa_data.building.proposals.happenings import Happenings
from raqqa_data.building.proposals.passage import Passage, among
from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.reading.mention import Kind, Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raqqa_data.records.period import Period


_NEAR = 3  # words behind a figure that tell its time
_FAR = 25  # words between a figure and the date that all of a sentence have


class Dates:
    """The dates that a passage states, and the figures that they date.

    Args:
        passage: The text.
        published: When it was published.
    """

    def __init__(self, passage: Passage, published: Period | None) -> None:
        self._passage = passage
        self._stated = list(stated_in(passage, published))
        self._spans = [passage.words_of(one)[0] for one in passage.figures if one.kind is Kind.DURATION]
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
        at, last = passage.words_of(figure)
        first, end = passage.sentence_of(at)
        here = among(self._stated, first, end)
        found = self._nearest(here, at, last, end)
        if found is not None:
            yield _dated(figure, found.date, found.period, "in the sentence", 0.9)
            return
        if here or figure.kind is not Kind.CARDINAL or self._is_of_other_time(first, at, end):
            return
        if (event := self.happenings.meant(at)) is not None:
            told = event.happening
            words = passage.span(told.noun, told.noun), passage.span(event.word, event.word)
            yield _dated(figure, told.date, told.period, "the date of the event that it speaks of", 0.7, words)
            return
        if passage.dates_from(first, end):
            return
        earlier = among(self._stated, self._begins(at), first)
        last_told = {
            one.period for one in earlier if passage.sentence[one.first] == passage.sentence[earlier[-1].first]
        }
        # which of several goes on, nothing says
        if len(last_told) == 1 and not earlier[-1].is_end:
            yield _dated(figure, earlier[-1].date, earlier[-1].period, "the date in force", 0.6)

    def _nearest(self, here: Sequence[Stated], at: int, last: int, end: int) -> Stated | None:
        """The date of a figure's sentence that is the figure's."""
        passage = self._passage
        next_figure = passage.next_figure(last, end)
        if self._is_now_or_later(last, next_figure):
            return None
        behind = [one for one in here if last < one.first < next_figure and not passage.is_apart(last, one.first)]
        if behind:
            return None if between(passage, last + 1, behind[0].first, "compared") else behind[0]
        before = [one for one in here if one.last < at]
        if before:
            return before[-1] if self._reaches(before[-1], at) else None
        after = next((one for one in here if one.first > last), None)
        if after is None or at in self._spans or after.first - last > _FAR:
            return None
        other = any(between(passage, last + 1, after.first, key) for key in ("compared", "not_past"))
        # "25 died of the heat, which reached 51 degrees on 17 June"
        told = next_figure < after.first and between(passage, last + 1, next_figure, "relative")
        return None if other or told else after

    def _reaches(self, date: Stated, at: int) -> bool:
        """Whether a date before a figure in its sentence is its own."""
        passage = self._passage
        if any(between(passage, date.last + 1, at, key) for key in ("not_past", "reckoned")):
            return False
        if any(is_future(word) for word in passage.words[date.last + 1 : at]):
            return False
        first, _ = passage.sentence_of(at)
        other = passage.next_figure(date.last, at)
        if other < at:
            apart = passage.is_apart(other, at) or between(passage, other, at, "that")
            return not (date.is_end and apart) and not between(passage, date.last + 1, at, "compared")
        # of "was 91 in 2019 and fell to 78" the year is that of the first
        told = passage.next_figure(first - 1, date.first) < date.first
        return not (told and between(passage, date.last + 1, at, "compared"))

    def _is_now_or_later(self, last: int, next_figure: int) -> bool:
        """Whether the words right behind a figure tell that it is as of now, or still to come."""
        passage = self._passage
        end = min(next_figure, last + 1 + _NEAR)
        behind = [word for word in range(last + 1, end) if not passage.is_apart(last, word)]
        return bool(behind) and (
            between(passage, behind[0], behind[-1] + 1, "now") or any(is_future(passage.words[word]) for word in behind)
        )

    def _is_of_other_time(self, first: int, at: int, end: int) -> bool:
        """Whether a sentence tells of now, of what is to come, of another event, or reckons: "days after that"."""
        passage = self._passage
        if between(passage, first, at, "not_past") or between(passage, first, at, "other"):
            return True
        if any(is_future(word) for word in passage.words[first:at]):
            return True
        spans = self._spans[bisect_right(self._spans, first) : bisect_left(self._spans, end)]
        return any(between(passage, span - 1, span, "span") for span in spans)

    def _begins(self, word: int) -> int:
        """Where the paragraph of a word begins; that of a list with the line that leads it in."""
        passage = self._passage
        first = passage.paragraph_of(word)
        while first and (":" in passage.gaps[first] or passage.in_mention(first)):
            before = passage.paragraph_of(first - 1)
            if ":" in passage.gaps[first].partition("\n")[0]:
                return before
            if not passage.in_mention(before):
                break
            first = before
        return passage.paragraph_of(word)


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
