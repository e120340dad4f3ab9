"""Places of a column: each cell is a name alone, of the kind that the heading over the column says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.reference.gazetteer import named_after
from raqqa_data.building.proposals.where.prepositions import Lead
from raqqa_data.building.proposals.where.toponym import REGIONS, SETTLED, Toponym
from raqqa_data.building.proposals.where.unlisted_after_kind import place_called
from raqqa_data.building.proposals.words.place_words import is_listed, kind_word, place_words

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.reference.known_names import Known
    from raqqa_data.building.proposals.where.homonyms import Homonyms

_LONGEST = 4  # words of a name
_WIDE = REGIONS | {"countryside", "district"}


def place_of_cell(
    passage: Passage, known: Known, homonyms: Homonyms, first: int, last: int, kind: str
) -> Toponym | None:
    """The place that the words of a cell name, of a list or of none.

    Args:
        passage: The text.
        known: Names of places.
        homonyms: Which of those of one name is meant.
        first: The cell's first word.
        last: Its last.
        kind: The word over the column, folded and without its article: بلده.
    """
    words, code = passage.words, place_words().kinds.get(kind)
    found = known.regions.at(words, first) if code in _WIDE else None
    found = found or known.places.at(words, first)
    if found is not None and (found.last != last or found.clitic):
        found = None
    place = homonyms.meant(found)
    if place is not None:
        named = named_after(place, "governorate") if place.kind in SETTLED and code in REGIONS else place
        return Toponym(first, last, named, Lead.WITHIN)
    if code is None or not _may_name(passage, first, last):
        return None
    noun = "" if code == "town" else place_words().one[kind]  # as where the noun stands before it in a sentence
    return Toponym(first, last, place_called(passage.span(first, last).text, code, noun=noun), Lead.WITHIN)


def _may_name(passage: Passage, first: int, last: int) -> bool:
    """Whether words may be the name of a place that no list has."""
    words = passage.words[first : last + 1]
    return (
        len(words) <= _LONGEST
        and all(map(str.isalpha, words))
        and not any(passage.in_mention(word) for word in range(first, last + 1))
        and kind_word(words[0]) is None
        and not any(is_listed(word, "no_name") for word in words)
    )
