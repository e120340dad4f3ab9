"""The words that say who says something, folded once."""

from __future__ import annotations

import functools

import attrs

from raqqa_data.building.proposals.listing import word_lists
from raqqa_data.building.proposals.names import Names


@attrs.frozen
class Cues:
    """The lists of `vocabulary/cues.toml`.

    Attributes:
        says: Verbs of saying.
        relays: Verbs of passing on what another said.
        according_to: Phrases that name the one who says it.
        that: Words that end a speaker's name.
        joints: Those of them that may stand within one.
        statements: What is said: a statement, a report.
        stated: Those of them that a text goes on with.
        on: Words that go on with what the same speaker says.
        heads: Words that a speaker's name begins with.
        within_titles: Words that join an office to its body.
        before_verb: Words between a subject and its verb.
        objects: What is said or given out, behind the one who does.
        opens_speech: Words behind a verb whose subject is whoever spoke before.
    """

    says: frozenset[str]
    relays: frozenset[str]
    according_to: Names[str]
    that: frozenset[str]
    joints: frozenset[str]
    statements: frozenset[str]
    stated: frozenset[str]
    on: frozenset[str]
    heads: frozenset[str]
    within_titles: frozenset[str]
    before_verb: frozenset[str]
    objects: frozenset[str]
    opens_speech: frozenset[str]


@functools.cache
def cues() -> Cues:
    """The lists, read once."""
    lists = dict(word_lists("cues.toml"))
    # a preposition that is written with the name is found as its clitic
    phrases = [phrase.removesuffix(" ل") for phrase in lists.pop("according_to")]
    return Cues(according_to=Names((phrase, phrase) for phrase in phrases), **lists)


@functools.lru_cache(maxsize=1 << 16)
def verb_of_saying(word: str) -> str | None:
    """The verb of saying that a folded word is, whatever conjunction it has.

    Example:
        >>> verb_of_saying("وقالت"), verb_of_saying("وقت")
        ('قالت', None)
    """
    for form in (word, word[1:] if word[0] in "وف" else ""):
        if form in cues().says:
            return form
    return None
