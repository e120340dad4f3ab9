"""A mention in one line, as the phrase files write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.reading import Kind, Mention
from raqqa_data.records.estimate import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable


def brief(mention: Mention) -> str:
    """Kind, value or bounds, wording, unit, the whole in «», the number behind #."""
    if mention.kind is Kind.DATE:
        what = f"{mention.period}{'' if mention.calendar == 'gregorian' else ' hijri'}"
    else:
        estimate = mention.estimate
        assert estimate is not None
        what = {Wording.BETWEEN: f"{estimate.low}..{estimate.high}", Wording.VAGUE: f"{estimate.low}.."}.get(
            estimate.wording, f"{estimate.best}"
        )
        if estimate.wording not in {Wording.EXACT, Wording.BETWEEN}:
            what += f" {estimate.wording}"
        if mention.unit:
            what += f" [{mention.unit}]"
    number = "" if mention.number is None else f" #{mention.number.text}"
    return f"{mention.kind} {what} «{mention.text}»{number}"


def briefs(mentions: Iterable[Mention]) -> str:
    return " | ".join(map(brief, mentions))
