"""The places to which people fled or where they shelter: of those who did, and of none who came to harm before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.when.incident_day import HARM
from raqqa_data.building.proposals.where.prepositions import Lead
from raqqa_data.building.proposals.words.events_and_things import event_of, listed
from raqqa_data.building.proposals.words.place_words import lists_of, place_words
from raqqa_data.building.proposals.words.word_cache import remembered

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.where.toponym import Toponym

_OF_ALL = frozenset({"country", "camp"})  # of which what befalls those who shelter there is told as well
_FAR = 8  # words between a flight and where it leads
_TO = 2  # words before a place
_BEHIND = 2  # words from a figure to what befell those whom it counts


def is_where_others_fled(passage: Passage, at: int, last: int, toponym: Toponym) -> bool:
    """قتل 4 وفر 9 إلى تشاد, فر السكان إلى تشاد بعد مقتل 40: whether others than a figure's went to a place."""
    flight = _flight(passage, toponym)
    if flight is None:
        return False
    if toponym.last < at:
        return _is_harm_between(passage, toponym.last + 1, at)
    if flight < at:
        return _is_harm_between(passage, flight + 1, at)
    if passage.next_figure(max(flight, last), toponym.first) < toponym.first:
        return True
    # قتل 4 أثناء فرارهم إلى تشاد: on the way there
    return _is_harm_between(passage, passage.clauses.of(at)[0], flight)


def is_of_harm_elsewhere(passage: Passage, at: int, last: int, toponym: Toponym) -> bool:
    """في دهوك 400 نازح. وقتل 500: whether a sentence tells who shelters in a place, and a figure of harm."""
    first, end = passage.sentence_of(toponym.first)
    begin, close = passage.clauses.of(at)
    if first <= at < end or _is_harm_between(passage, first, end):
        return False
    near, there_too = passage.standing(lists_of), toponym.place.kind in _OF_ALL
    close = min(last + 1 + _BEHIND, close)
    if not _is_harm_between(passage, begin, close) or near.any("parts_of", begin, close):
        return False
    shelters = near.any("sheltered", first, end) and passage.next_figure(first - 1, end) < end
    return (shelters and not there_too) or _flight(passage, toponym) is not None


def _flight(passage: Passage, toponym: Toponym) -> int | None:
    """The word that tells of those who went to a place that they fled."""
    if toponym.lead is not Lead.TOWARDS:
        return None
    first, _ = passage.sentence_of(toponym.first)
    near = passage.words[max(toponym.first - _TO, first) : toponym.first]
    if place_words()["destinations"].isdisjoint(near):
        return None
    flights = passage.standing(lists_of).each("flights", max(first, toponym.first - _FAR), toponym.first)
    return flights[-1] if flights else None


def _is_harm_between(passage: Passage, low: int, high: int) -> bool:
    return any(map(_harms, passage.words[low:high]))


@remembered
def _harms(word: str) -> bool:
    """Whether a word tells that somebody or something came to harm.

    Example:
        >>> _harms("وقتل"), _harms("ضحايا"), _harms("وفر")
        (True, True, False)
    """
    of_noun, found = event_of(word), listed().words.at([word], 0)
    events = (*(() if found is None else found.value), *(() if of_noun is None else (of_noun,)))
    return any(event.id in HARM for event in events)
