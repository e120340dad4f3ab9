"""Deaths and cases of the disease that a text speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from raqqa_data.building.proposals.words.affixes import bare, stems
from raqqa_data.building.proposals.words.events_and_things import listed
from raqqa_data.building.proposals.words.vocabulary import word_lists

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.what.event_words import Befallen, Hit

_WORDS = "clauses.toml"


def of_disease(passage: Passage, hits: Mapping[int, Hit], found: Befallen) -> Befallen:
    """What befell somebody, as of the disease that is spoken of: وفيات, إصابات.

    Args:
        passage: The text.
        hits: Its event words, by where they begin.
        found: What the event word says alone.
    """
    if found.event is None or found.event.id not in {"killed", "injured"}:
        return found
    if word_lists(_WORDS)["of_disease"].isdisjoint(stems(passage.words[found.first])):
        return found
    disease = disease_of(passage, hits, found.first)
    if disease is None:
        return found
    event = listed().events["disease_deaths"] if found.event.id == "killed" else disease.events[0]
    return attrs.evolve(found, event=event, others=())


def disease_of(passage: Passage, hits: Mapping[int, Hit], noun: int) -> Hit | None:
    """The disease that a paragraph or the one before has named, of which a case is one, and nothing else harmed."""
    _, end = passage.sentence_of(noun)
    violent = word_lists(_WORDS)["violent"]
    for at in range(end - 1, -1, -1):
        if not violent.isdisjoint(map(bare, stems(passage.words[at]))):
            return None
        hit = hits.get(at)
        if hit is not None and hit.events[0].id == "infected":
            return hit
    return None
