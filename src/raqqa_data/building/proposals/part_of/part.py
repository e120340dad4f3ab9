"""A figure that is told to be part of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.building.proposals.words.vocabulary import strength_of
from raqqa_data.reading.mention import Kind, Mention, Span

if TYPE_CHECKING:
    from collections.abc import Mapping


class Part(NamedTuple):
    """A figure that is told to be part of another.

    Attributes:
        part: The figure.
        whole: The other.
        words: The words that say so.
        rule: The rule that found it.
        strength: How sure it is.
    """

    part: Mention
    whole: Mention
    words: tuple[Span, ...]
    rule: str
    strength: float

    def proposal(self, ids: Mapping[int, str]) -> Proposal:
        """The same as a proposal, with the id of the whole's observation."""
        part, whole = self.part, self.whole
        return Proposal(
            figure=Span(part.start, part.end, part.text),
            question=Question.PART_OF,
            answer=ids[whole.start],
            evidence=(Span(whole.start, whole.end, whole.text), *self.words),
            rule=self.rule,
            strength=strength_of(self.rule, self.strength),
        )


def is_ratio(figure: Mention) -> bool:
    """Whether a figure says how much of a whole it is: 40 %, half of the dead."""
    value = figure.value
    return figure.kind is Kind.PERCENT or (figure.kind is Kind.CARDINAL and value is not None and 0 < value < 1)


def may_hold(whole: Mention, part: Mention) -> bool:
    """Whether one figure can be part of the other: of one unit, and no greater."""
    if whole.estimate is None or part.estimate is None or whole.kind is not part.kind or whole.unit != part.unit:
        return False
    most = whole.estimate.best or whole.estimate.high or whole.estimate.low
    least = part.estimate.best or part.estimate.low or part.estimate.high
    return most is not None and least is not None and least <= most


def may_hold_plain(whole: Mention, part: Mention, units: Mapping[int, str]) -> bool:
    """Whether a sum or a measure can hold a number that leaves its unit out: 46 ألف هكتار، منها 8 آلاف بعلية."""
    measured = whole.kind in {Kind.MONEY, Kind.MEASURE} and part.kind is Kind.CARDINAL
    return measured and not units.get(part.start) and 0 < (part.value or 0) < (whole.value or 0)


def are_alike(whole: str | None, part: str | None) -> bool:
    """Whether both count people, or the same thing, as far as it is known."""
    return not whole or not part or whole == part
