"""Two figures that are one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from raqqa_data.reading.grammar import ALL, Construction, Table
from raqqa_data.records.estimate import Estimate, Wording

if TYPE_CHECKING:
    from raqqa_data.reading.drafts import Draft
    from raqqa_data.reading.text.tokens import Tokens

_LOWER = frozenset({Wording.MORE_THAN, Wording.AT_LEAST})
_UPPER = frozenset({Wording.LESS_THAN, Wording.AT_MOST, Wording.UP_TO})


def two_bounds(tokens: Tokens, first: Draft, second: Draft) -> Draft | None:
    """أكثر من 20 وأقل من 30: two bounds of one number."""
    one, two = first.estimate, second.estimate
    if one is None or two is None or first.qualifier is None or second.qualifier is None:
        return None
    if one.wording in _LOWER and two.wording in _UPPER:
        low, high = one.low, two.high
    elif one.wording in _UPPER and two.wording in _LOWER:
        low, high = two.low, one.high
    else:
        return None
    if low is None or high is None or low >= high or first.noun is not None:
        return None
    start, end = first.stretch()[1], second.stretch()[0]
    if tokens.folded.text[start:end].strip(" ") != "و" or first.number is None or second.number is None:
        return None
    if first.unit is not None and first.unit != second.unit:
        return None
    return second._replace(
        number=(first.number[0], second.number[1]),
        qualifier=first.qualifier,
        estimate=Estimate.between(low, high),
        other=None,
    )


Merges = Callable[["Tokens", "Draft", "Draft"], "Draft | None"]

MERGED: Table[Merges] = Table(
    "Two figures that are one",
    [
        Construction[Merges](
            "two-bounds",
            "A lower bound and an upper one, joined by و: between the two.",
            "عاد أكثر من 20 وأقل من 30 شخصا",
            two_bounds,
        ),
    ],
)


def merged_with(tokens: Tokens, first: Draft, second: Draft) -> Draft | None:
    """The one figure that two are, or None."""
    for merges in MERGED[ALL]:
        found = merges(tokens, first, second)
        if found is not None:
            return found
    return None
