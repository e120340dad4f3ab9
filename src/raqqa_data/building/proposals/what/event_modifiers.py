"""What words around an event turn it into: what is asked for has not happened, and none but these work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from raqqa_data.building.proposals.part_of.answer import is_among
from raqqa_data.building.proposals.what.event_words import OF_PEOPLE, Befallen, Hit
from raqqa_data.building.proposals.what.lookalike_words import (
    is_aimed,
    is_in_a_camp,
    is_of_their_people,
    is_of_witnesses,
)
from raqqa_data.building.proposals.words.affixes import stems
from raqqa_data.building.proposals.words.events_and_things import Event, listed
from raqqa_data.building.proposals.words.vocabulary import word_lists
from raqqa_data.building.proposals.words.word_cache import remembered

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.reading.mention import Mention

_WORDS = "clauses.toml"
_GIVEN = frozenset({"distributed", "delivered", "provided"})
_SERVED = frozenset({"assisted", "provided", "in_need"})
_SURVEYED = 16  # words
_ASKED = 6  # words before what is asked for


def turned(passage: Passage, found: Befallen, at: int) -> Befallen:
    """What befell those that a figure counts, as the words around the event say it.

    Args:
        passage: The text.
        found: What the event word alone says.
        at: The figure's first word.
    """
    events = listed().events
    if found.event is events["population"] and is_in_a_camp(passage, found.first):
        return attrs.evolve(found, event=events["hosted"])
    if found.event is None or found.last >= at:
        return found
    if found.event.id in _SERVED and _is_of_a_survey(passage, found.first, at):
        return _as(found, events["participated" if found.what.id in OF_PEOPLE else "checked"])
    if _is_but_these(passage, found, at):
        return _as(found, events["operating"])
    if found.what.id not in OF_PEOPLE and found.event.id != "required" and is_asked(passage, found.first, at):
        return _as(found, events["required"])
    return found


def _is_of_a_survey(passage: Passage, event: int, at: int) -> bool:
    """استبيان شمل 318 أسرة: whether those whom something covers are only asked or looked at."""
    words = passage.words[max(passage.sentence_of(event)[0], event - _SURVEYED) : at]
    return any(not word_lists(_WORDS)["surveys"].isdisjoint(stems(word)) for word in words)


def _as(found: Befallen, event: Event) -> Befallen:
    return attrs.evolve(found, event=event, others=())


def _is_but_these(passage: Passage, found: Befallen, at: int) -> bool:
    """لا تعمل سوى 4 أفران: whether what is out of service are all but these."""
    words, lists = passage.words, word_lists(_WORDS)
    denied = words[found.first] in lists["not"]
    return (
        denied and found.event is not None and found.event.id == "out_of_service" and words[at - 1] in lists["except"]
    )


@remembered
def is_with(word: str) -> bool:
    """Whether a word is an event's with "with" before it, which no name has: بإصلاح، بوفاة."""
    return word.startswith("ب") and word not in word_lists(_WORDS)["made"] and _is_listed(word[1:])


def is_verb(word: str) -> bool:
    """Whether a folded word that tells what happened says it as a verb does, or how: عادت, غرقا, but not خدمة.

    Example:
        >>> is_verb("عادت"), is_verb("غرقا"), is_verb("خدمه"), is_verb("عمليات")
        (True, True, False, False)
    """
    return not word.endswith(("ه", "ات", "ين")) and not is_with(word)


def _is_listed(word: str) -> bool:
    found = listed().words.at([word], 0)
    return found is not None and not found.clitic and not word.startswith("ال")


def _is_made(word: str) -> bool:
    return not word_lists(_WORDS)["made"].isdisjoint(stems(word))


def is_asked(passage: Passage, event: int, at: int) -> bool:
    """تحتاج إلى بناء 40 مدرسة: whether an event's verbal noun is only what somebody asks for or needs.

    Args:
        passage: The text.
        event: The event's first word.
        at: The figure's first word.
    """
    words, lists = passage.words, word_lists(_WORDS)
    if not _is_made(words[event]):
        return False
    first, _ = passage.clauses.of(event)
    figure = passage.figure_before(at)
    begin = max(first, event - _ASKED, 0 if figure is None else figure + 1)
    for index in range(event - 1, begin - 1, -1):
        if passage.is_apart(index, event):
            return False
        forms = stems(words[index])
        if not lists["asks"].isdisjoint(forms):
            return True
        if not lists["asks_of"].isdisjoint(forms) and words[index + 1].startswith("ال"):
            return True
    return False


def is_level(passage: Passage, hit: Hit, at: int) -> bool:
    """وصل العدد إلى 900: "reached" is no arrival."""
    return passage.words[at - 1] in {"الي", "ل"} and any(event.id == "arrived" for event in hit.events)


def is_reached(passage: Passage, hit: Hit, at: int) -> bool:
    """إصابات الحمى وصلت 1240: whether what has a subject before it reached a number alone, and nobody arrived."""
    first, _ = passage.sentence_of(at)
    if hit.last != at - 1 or hit.begins or hit.first == first or not any(event.id == "arrived" for event in hit.events):
        return False
    led = not passage.is_apart(hit.first - 1, hit.first) and not passage.in_mention(hit.first - 1)
    return led and not is_among(passage.words[hit.first - 1])


def is_of_others(passage: Passage, found: Befallen, figure: Mention) -> bool:
    """ستوزع على 12 مدرسة, وشهد 24 ضحية: whether what a word says befell others than these, or nobody."""
    at, _ = passage.words_of(figure)
    if found.event is not None and found.event.id == "killed" and is_of_witnesses(passage, found.first, at):
        return True
    if found.event is None or found.last >= at:
        return False
    if found.event.id == "out_of_service" and _is_out_of_a_place(passage, found):
        return True
    if found.what.id not in OF_PEOPLE and (is_of_their_people(passage, at) or is_aimed(passage, found)):
        return True
    given = (
        found.event.id in _GIVEN and figure.noun is not None and found.what.id not in OF_PEOPLE and _is_for(passage, at)
    )
    return given or (found.event.id == "distributed" and passage.words[at - 1] == "علي")


def _is_out_of_a_place(passage: Passage, found: Befallen) -> bool:
    """خرجت 50 حافلة من المدينة: whether somebody left a place, and nothing went out of service."""
    lists, first = word_lists("misread.toml"), found.first
    goes = found.last == first and not lists["goes_out"].isdisjoint(stems(passage.words[first]))
    return goes and lists["service"].isdisjoint(passage.words[first : passage.sentence_of(first)[1]])


def _is_for(passage: Passage, at: int) -> bool:
    """منحت تراخيص لـ25 محلا: whether "for" is written before a number."""
    word = passage.words[at]
    return passage.words[at - 1] == "ل" or (word.startswith("ل") and word[1:2].isdigit())
