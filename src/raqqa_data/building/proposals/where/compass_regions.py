"""The parts of a country between two points of the compass: شمال غرب سوريا."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.where.toponym import Toponym
from raqqa_data.building.proposals.words.place_words import clitic_of
from raqqa_data.records.place import Place
from raqqa_data.texts import Name

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.where.prepositions import Lead
    from raqqa_data.building.proposals.words.name_matching import Found

_STEMS = {"north": "شمال", "south": "جنوب", "east": "شرق", "west": "غرب"}
_POINTS = {word: side for side, stem in _STEMS.items() for word in (stem, f"{stem}ي")}


def side_of(passage: Passage, found: Found[Place] | Toponym, country: Place, lead: Lead) -> Toponym | None:
    """شمال غرب سوريا: the part of a country between two points of the compass."""
    words, first = passage.words, found.first - 2
    if found.clitic or first < 0 or passage.is_apart(first, found.first):
        return None
    clitic = clitic_of(words[first])
    sides = [_POINTS.get(words[first][len(clitic) :]), _POINTS.get(words[first + 1])]
    if None in sides:
        return None
    points = [side for side in sides if side is not None]
    side = "".join(points)
    arabic = " ".join(_STEMS[point] for point in points)
    name = Name(en=f"{side.capitalize()} {country.name.en}", ar=f"{arabic} {country.name.ar}")
    place = Place(f"{side}-{country.id}", name=name, kind="region", within=country)
    return Toponym(first, found.last, place, lead, clitic)
