"""What reconciling claims means, over records and over tables alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from raqqa_data.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Iterable

BY = ("event", "indicator", "place", "subgroup", "period")
"""What claims of one happening have in common."""
KEYS = (*BY, "of", "price_basis")
"""All that they can be asked to have in common."""
ALIKE = ("indicator", "of", "price_basis")
"""What they must have in common to be compared at all: what is measured, of what, and in the prices of which time."""
UNBEGUN = ("..", "/", "XXXX")
"""What a period starts with that does not say when it began; without an event its claims are of no one happening."""
NO_HAPPENING = (
    "no event names the happening, and nothing says when it began: these may be of several; confirm an event for those "
    "of one (candidates), or say what they have in common (by)"
)
POLICIES = ("range", "latest", "majority")


def names_in(given: object, argument: str) -> tuple[str, ...]:
    """Names as a tuple; one may stand alone.

    Raises:
        RecordError: They are none.

    Example:
        >>> names_in("event", "by"), names_in(["event", "place"], "by")
        (('event',), ('event', 'place'))
    """
    if isinstance(given, str):
        return (given,)
    try:
        names = tuple(cast("Iterable[object]", given))
    except TypeError:
        names = (given,)
    for name in names:
        if not isinstance(name, str):
            raise RecordError("reconcile", argument, name, "must be a name, or several in a list")
    return cast("tuple[str, ...]", names)


def originals(copies: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each document that is a copy, the first of those that are one text.

    Raises:
        RecordError: They are no pairs of ids.

    Example:
        >>> originals([("b", "c"), ("a", "b")])
        {'b': 'a', 'c': 'a'}
    """
    group: dict[str, set[str]] = {}
    for one, other in _pairs(copies):
        merged = group.get(one, {one}) | group.get(other, {other})
        for document in merged:
            group[document] = merged
    return {document: min(merged) for document, merged in sorted(group.items()) if document != min(merged)}


def _pairs(copies: object) -> list[tuple[str, str]]:
    problem = "must be pairs of ids of documents, such as [('agency-1', 'paper-7')]"
    try:
        found = [pair if isinstance(pair, str) else tuple(pair) for pair in cast("Iterable[Iterable[object]]", copies)]
    except TypeError:
        raise RecordError("reconcile", "copies", copies, problem) from None
    for pair in found:
        if isinstance(pair, str) or [type(name) for name in pair] != [str, str]:
            raise RecordError("reconcile", "copies", pair, problem)
    return cast("list[tuple[str, str]]", found)
