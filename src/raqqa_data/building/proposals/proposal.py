"""An answer that the machine proposes to one question about one figure, with the words that speak for it."""

from __future__ import annotations

import enum

import attrs

from raqqa_data.reading.mention import Span
from raqqa_data.records.subgroup import Subgroup


class Question(enum.StrEnum):
    """What is asked of each figure."""

    WHO = "who"
    CONVEYED_BY = "conveyed_by"
    WHERE = "where"
    WHEN = "when"
    WHAT = "what"
    PART_OF = "part_of"
    SAME_AS = "same_as"
    EVENT = "event"

    def __repr__(self) -> str:
        return f"<{type(self).__name__}.{self.name}>"


@attrs.frozen(kw_only=True)
class Proposal:
    """An answer with its evidence; a person confirms it.

    Attributes:
        figure: The figure that is asked about, from qualifier to noun.
        question: What is asked.
        answer: For who, conveyed_by, where and what the id of an agent, place or indicator; for when an EDTF period;
            for part_of and same_as the id of the other figure's observation; for event that of an event of the person's
            own.
        evidence: The words that speak for it, first those that name the answer.
        rule: The rule that found it, in a few words.
        strength: From 0 to 1, to rank by; it is no probability.
        subgroup: For what, whom the figure tells apart.
    """

    figure: Span
    question: Question
    answer: str
    evidence: tuple[Span, ...]
    rule: str
    strength: float
    subgroup: Subgroup | None = None
