"""The words that say who says something, folded once."""

from __future__ import annotations

import functools

import attrs

from raqqa_data.building.proposals.words.name_matching import Names
from raqqa_data.building.proposals.words.vocabulary import word_lists
from raqqa_data.building.proposals.words.word_cache import remembered

_WHOM = ("هم", "نا")
WRITTEN_WITH = " ل"
"""The end of a phrase whose last letter is written with the name."""


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
        opens_speech: Words behind a verb whose subject is whoever spoke before.
        records: Verbs of what one does rather than says.
        asks: Verbs whose object is whoever is asked.
        addressees: Whom it is told to: a reporter, a newspaper.
        this: Words that take up whoever spoke before.
        same: Words that say that it is the one named before.
        source: Words for whoever spoke before.
        breaks: Words behind which another tells something else.
        tells: Verbs whose object is whom it is told to.
        some: Words for one or some of those that are not named.
        publishes: Verbs of which "about" is no source, unless a statement or "that" follows.
        sorted_by: By what things are told apart, which is nobody.
        latter: Words for the one named last.
        its: Words by which a spokesman is that of whoever spoke before.
        supposed: Verbs of which the passive, that names nobody, is as usual: it is expected that.
        whose: Words by which whoever spoke before goes on: in his words.
        does: Verbs that are of no saying where what is done stands right behind the subject.
        before_noun: Words behind which none is a verb.
        makes: Verbs of making a statement: that an office has drawn up.
        made: Words between a report and whose it is: published by.
        also_other: Verbs that are another word where no "that" follows: "between".
        bodies: Bodies by their nouns with the article, behind which only an adjective says more.
        of_bodies: Such adjectives that are not formed of a name.
        persons: Heads of which one is somebody, not a known office or body.
        crowds: Words for those who live somewhere, who are nobody by name.
        reporters: Those who write the document itself.
        of_nobody: What else is said of somebody who is not named, beside where he is from.
        signs: Bodies with which a line ends that is theirs.
        accuses: Verbs whose object is whoever is blamed, though they are of no saying.
        ascribes: Verbs of passing on that have "to" before whose word it is.
        titles: Words before a person's names.
        objects: What is denounced, denied or claimed, which ends the name of who does.
        helps: Verbs before another, whose subject is theirs.
        warrants: What a "memorandum" is that states nothing: of arrest.
        estimates: Verbs of estimating.
        estimated: What is estimated, which ends the name behind such a verb.
        plurals: Plurals of what is estimated, whose verb is a feminine's.
        asked: Those who are asked for something, or accused, behind who asks them.
        works: Works after which an office or a body is called.
        but: Words that a new subject stands behind, before its verb.
        shows: Verbs that another word is too, of which a statement may be the subject.
        labels: Words before a name that only say that it is news.
        comes: Words for what has come from somebody.
        sourced: What a line begins with that says whose the figures before it are.
        described: Bodies that are named by no adjective without an article.
        sought: What somebody seeks behind a word that else is a verb of asking.
        topics: What is told of behind "security", of which no body is called.
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
    opens_speech: frozenset[str]
    records: frozenset[str]
    asks: frozenset[str]
    addressees: frozenset[str]
    this: frozenset[str]
    but: frozenset[str]
    shows: frozenset[str]
    labels: frozenset[str]
    comes: frozenset[str]
    sourced: frozenset[str]
    described: frozenset[str]
    sought: frozenset[str]
    topics: frozenset[str]
    also_other: frozenset[str]
    same: frozenset[str]
    source: frozenset[str]
    breaks: frozenset[str]
    tells: frozenset[str]
    some: frozenset[str]
    latter: frozenset[str]
    sorted_by: frozenset[str]
    publishes: frozenset[str]
    its: frozenset[str]
    supposed: frozenset[str]
    whose: frozenset[str]
    does: frozenset[str]
    before_noun: frozenset[str]
    made: frozenset[str]
    makes: frozenset[str]
    bodies: frozenset[str]
    of_bodies: frozenset[str]
    persons: frozenset[str]
    crowds: frozenset[str]
    reporters: frozenset[str]
    of_nobody: frozenset[str]
    works: frozenset[str]
    signs: frozenset[str]
    asked: frozenset[str]
    accuses: frozenset[str]
    estimates: frozenset[str]
    warrants: frozenset[str]
    helps: frozenset[str]
    objects: frozenset[str]
    ascribes: frozenset[str]
    titles: frozenset[str]
    estimated: frozenset[str]
    plurals: frozenset[str]


@functools.cache
def cues() -> Cues:
    """The lists, read once."""
    lists = dict(word_lists("cues.toml"))
    # a preposition that is written with the name is found as its clitic
    phrases = lists.pop("according_to")
    written_with = {phrase.removesuffix(WRITTEN_WITH): phrase for phrase in phrases}
    return Cues(according_to=Names(written_with.items()), **lists)


@remembered
def verb_of_saying(word: str) -> str | None:
    """The verb of saying that a folded word is, whatever conjunction it has.

    Example:
        >>> verb_of_saying("وقالت"), verb_of_saying("وقت")
        ('قالت', None)
    """
    for form in (word, word[1:] if word[0] in "وف" else ""):
        if form in cues().says:
            return form
        told = next((form[: -len(whom)] for whom in _WHOM if form.endswith(whom)), "")
        if told in cues().says and told not in cues().records and told not in cues().also_other:
            return told
    return None


@remembered
def of_statement(word: str) -> bool:
    """Whether a word is a verb of saying or making with a statement as its object: أعلنتها, نشره, أعدتها."""
    verbs = [word[: -len(its)] for its in ("ها", "ه") if word.endswith(its)]
    return not (cues().says.isdisjoint(verbs) and cues().makes.isdisjoint(verbs))


@remembered
def passes_it_on(word: str) -> bool:
    """Whether a verb passes on what has just been told: نقلته, نشرتها.

    Example:
        >>> passes_it_on("نقلته"), passes_it_on("نقلت")
        (True, False)
    """
    verb = word.removesuffix("ها") if word.endswith("ها") else word.removesuffix("ه")
    return verb != word and (verb in cues().relays or verb in cues().publishes)
