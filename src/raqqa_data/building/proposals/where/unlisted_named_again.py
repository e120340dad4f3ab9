"""Places that no list has, where they are named again without what told that they are places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.where.toponym import Toponym
from raqqa_data.building.proposals.words.place_words import kind_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.where.prepositions import Leads
    from raqqa_data.building.proposals.words.name_matching import Names
    from raqqa_data.records.place import Place


def named_again(
    passage: Passage, toponyms: Sequence[Toponym], places: Names[Place], named: frozenset[int], leads: Leads
) -> list[Toponym]:
    """The places that stand again by their names alone: سكان تل الورد.

    Args:
        passage: The text.
        toponyms: The places that it names.
        places: The names of those that are known.
        named: The words of agents' names.
        leads: How places are led in.
    """
    fresh: dict[str, tuple[list[str], Place]] = {}
    for toponym in toponyms:
        name = _name_of(passage, toponym)
        if name and not places.at(name, 0):
            fresh.setdefault(name[0], (name, toponym.place))
    return [*_again(passage, fresh, _taken(toponyms) | named, leads)] if fresh else []


def is_called_so(passage: Passage, first: int, last: int) -> bool:
    """Whether a word for its kind stands before a name elsewhere in the text: قرية كفرزيتون."""
    words = passage.words
    name = words[first : last + 1]
    return any(
        words[index] == name[0] and words[index : index + len(name)] == name and kind_word(words[index - 1]) is not None
        for index in range(1, len(words))
    )


def _name_of(passage: Passage, toponym: Toponym) -> list[str]:
    """The words of a name that no list has, without the word for its kind."""
    if toponym.named is not None or toponym.place.within is not None or toponym.place.geonames is not None:
        return []
    if toponym.clitic and not toponym.called:
        return []
    kind = bool(toponym.called) and toponym.called != "valley"  # خالد alone is no وادي خالد
    return passage.words[toponym.first + kind : toponym.last + 1]


def _taken(toponyms: Sequence[Toponym]) -> set[int]:
    return {word for toponym in toponyms for word in range(toponym.first, toponym.last + 1)}


def _again(
    passage: Passage, fresh: dict[str, tuple[list[str], Place]], taken: set[int] | frozenset[int], leads: Leads
) -> Iterator[Toponym]:
    for index, word in enumerate(passage.words):
        form = next((form for form in (word, word[1:] if word[:1] in {"ب", "ل"} else "") if form in fresh), None)
        if form is None or index in taken or passage.in_mention(index):
            continue
        name, place = fresh[form]
        last = index + len(name) - 1
        if passage.words[index + 1 : last + 1] == name[1:]:
            yield Toponym(index, last, place, leads.of(index), word[: len(word) - len(form)])
