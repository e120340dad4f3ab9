"""Verbs that say what happened only with another word of their clause: he lost his life, his post, his parents."""

from __future__ import annotations

import functools
import tomllib
from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.building.proposals.words.events_and_things import Event, forms, listed
from raqqa_data.building.proposals.words.name_matching import Names
from raqqa_data.building.proposals.words.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raqqa_data.building.proposals.passage.passage import Passage

_FAR = 12  # words between a verb and its complement


class Said(NamedTuple):
    """What verbs say with a complement.

    Attributes:
        events: What happened, or may have, as it befell people or things; none where the complement says it.
        complements: Words that are one.
        told_by: Events of which any word is one.
    """

    events: tuple[Event, ...]
    complements: Names[bool]
    told_by: frozenset[str]


@functools.cache
def _said() -> Names[tuple[Said, ...]]:
    """The rows of `vocabulary/complements.toml`, by their verbs."""
    by_verb: dict[str, list[Said]] = {}
    for row in tomllib.loads(vocabulary("complements.toml"))["said"]:
        complements: Names[bool] = Names((word, True) for word in forms(row.get("with", ())))
        own = row.get("event", [])
        events = tuple(listed().events[one] for one in ([own] if isinstance(own, str) else own))
        said = Said(events, complements, frozenset(row.get("told_by", ())))
        for verb in forms(row["verbs"]):
            by_verb.setdefault(verb, []).append(said)
    return Names((verb, tuple(rows)) for verb, rows in by_verb.items())


class Complemented(NamedTuple):
    """A verb with a complement: its words, what they say, and whether the verb begins a clause of its own."""

    first: int
    last: int
    events: tuple[Event, ...]
    begins: bool


def complemented(passage: Passage, told: Sequence[tuple[int, tuple[Event, ...]]]) -> list[Complemented]:
    """The verbs of a passage that say something with a complement.

    Args:
        passage: The text.
        told: Its event words, in order, each with what it may name.
    """
    found: list[Complemented] = []
    for index, verb in _said().found_in(passage.words).items():
        first, end = passage.clauses.of(index)
        first, end = max(first, index - _FAR), min(end, verb.last + 1 + _FAR)
        for said in verb.value:
            events = _by(said, passage, range(first, index), range(verb.last + 1, end), told)
            if events:
                found.append(Complemented(index, verb.last, events, verb.clitic.startswith(("و", "ف"))))
                break
    return found


def _by(
    said: Said, passage: Passage, before: range, behind: range, told: Sequence[tuple[int, tuple[Event, ...]]]
) -> tuple[Event, ...]:
    """What a verb says by the words before and behind it; nothing where none of them is its complement."""
    if next(said.complements.each(passage.words, (*behind, *reversed(before))), None) is not None:
        return said.events
    near = slice(*(bisect_left(told, at, key=itemgetter(0)) for at in (behind.start, behind.stop)))
    for _, events in told[near]:
        if not {event.id for event in events}.isdisjoint(said.told_by):
            return said.events or events
    return ()
