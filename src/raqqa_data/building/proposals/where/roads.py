"""Roads that are called by the two places between which they go, or by one: طريق حلب - دمشق, على طريق جالو."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.where.toponym import Toponym
from raqqa_data.building.proposals.where.unlisted_after_kind import place_called
from raqqa_data.building.proposals.words.affixes import stems
from raqqa_data.building.proposals.words.common_words import is_common
from raqqa_data.building.proposals.words.place_words import is_listed
from raqqa_data.building.proposals.words.word_cache import remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.where.prepositions import Leads

_ROAD = "طريق"
_ON_IT = frozenset({"علي", "في"})
_DASHES = frozenset("-–—")
_OF_NO_NAME = frozenset('.:،؛()"\n')


def roads_in(passage: Passage, last_of_name: Callable[[int], int | None], leads: Leads) -> Iterator[Toponym]:
    """The roads of a text, in order.

    Args:
        passage: The text.
        last_of_name: The last word of the place's name that begins at a word; None where none does.
        leads: How places are led in.
    """
    for index in compress(range(len(passage.words)), map(_is_road, passage.words)):
        begins = _end(passage, index + 1, last_of_name)
        ends = None if begins is None else _end(passage, begins + 1, last_of_name)
        if begins is None or ends is None or _DASHES.isdisjoint(passage.gaps[begins + 1]):
            ends = begins if index and passage.words[index - 1].removeprefix("و") in _ON_IT else None
        if ends is None:
            continue
        last = ends + _is_called_more(passage, ends + 1)
        place = place_called(passage.span(index + 1, last).text, "road", noun=_ROAD)
        clitic = passage.words[index].removesuffix(_ROAD)
        yield Toponym(index, last, place, leads.of(index), clitic, called="road")


@remembered
def _is_road(word: str) -> bool:
    return word.endswith(_ROAD) and _ROAD in stems(word)


def _end(passage: Passage, first: int, last_of_name: Callable[[int], int | None]) -> int | None:
    """The last word of one of the two names, in a list or in none; None where no name stands there."""
    if first >= len(passage.words) or not _OF_NO_NAME.isdisjoint(passage.gaps[first]):
        return None
    word, last = passage.words[first], last_of_name(first)
    if last is None and word.isalpha() and not passage.in_mention(first) and not is_common(word):
        return first
    return last


def _is_called_more(passage: Passage, word: int) -> bool:
    """طريق القاهرة - الإسكندرية الصحراوي: whether an adjective of the road stands behind the two."""
    if word >= len(passage.words) or passage.gaps[word] != " ":
        return False
    behind = passage.words[word]
    return behind.startswith("ال") and behind.endswith("ي") and not is_listed(behind, "behind_names")
