"""The words that say who says something, folded once."""

from __future__ import annotations

import functools
import tomllib

import attrs

from raqqa_data.building.proposals.listing import vocabulary
from raqqa_data.building.proposals.names import Names
from raqqa_data.reading.text.folding import fold_word


@attrs.frozen
class Cues:
    """The lists of `vocabulary/cues.toml`.

    Attributes:
        says: Verbs of saying.
        relays: Verbs of passing on what another said.
        according_to: Phrases that name the one who says it.
        that: Words that end a speaker's name.
        statements: What is said: a statement, a report.
        on: Words that go on with what the same speaker says.
        heads: Words that a speaker's name begins with.
    """

    says: frozenset[str]
    relays: frozenset[str]
    according_to: Names[str]
    that: frozenset[str]
    statements: frozenset[str]
    on: frozenset[str]
    heads: frozenset[str]


@functools.cache
def cues() -> Cues:
    """The lists, read once."""
    raw = tomllib.loads(vocabulary("cues.toml"))
    folded = {key: frozenset(map(fold_word, words)) for key, words in raw.items()}
    phrases = [phrase.removesuffix(" ل") for phrase in raw["according_to"]]
    return Cues(
        says=folded["says"],
        relays=folded["relays"],
        according_to=Names((phrase, phrase) for phrase in phrases),
        that=folded["that"],
        statements=folded["statements"],
        on=folded["on"],
        heads=folded["heads"],
    )
