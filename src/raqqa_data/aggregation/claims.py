"""What reconciling claims means, over records and over tables alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

BY = ("event", "indicator", "place", "subgroup", "period")
"""What claims of one happening have in common."""
KEYS = (*BY, "of", "price_basis")
"""All that they can be asked to have in common."""
ALIKE = ("of", "price_basis")
"""What they must have in common to be compared at all: shares of one thing, amounts in the prices of one time."""
UNBEGUN = ("..", "/", "XXXX")
"""What a period starts with that does not say when it began; without an event its claims are of no one happening."""
NO_HAPPENING = (
    "no event names the happening, and nothing says when it began: these may be of several; confirm an event for those "
    "of one (candidates), or say what they have in common (by)"
)
POLICIES = ("range", "latest", "majority")


def originals(copies: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each document that is a copy, the first of those that are one text.

    Example:
        >>> originals([("b", "c"), ("a", "b")])
        {'b': 'a', 'c': 'a'}
    """
    group: dict[str, set[str]] = {}
    for one, other in copies:
        merged = group.get(one, {one}) | group.get(other, {other})
        for document in merged:
            group[document] = merged
    return {document: min(merged) for document, merged in sorted(group.items()) if document != min(merged)}
