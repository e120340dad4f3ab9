"""Places that a definite word takes up: the city, the province, the country."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.reference.gazetteer import named_after
from raqqa_data.building.proposals.where.prepositions import Lead
from raqqa_data.building.proposals.where.toponym import REGIONS, SETTLED, Toponym
from raqqa_data.building.proposals.words.affixes import bare
from raqqa_data.building.proposals.words.name_matching import words_of_name
from raqqa_data.building.proposals.words.place_words import again_word, is_listed, kind_word, place_words
from raqqa_data.building.proposals.words.transliteration import romanised
from raqqa_data.records.place import Place
from raqqa_data.texts import Name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.reference.known_names import Known
    from raqqa_data.building.proposals.where.homonyms import Homonyms
    from raqqa_data.building.proposals.where.prepositions import Leads
    from raqqa_data.building.proposals.words.name_matching import Found

_SITES = frozenset({"hospital", "crossing", "port", "prison", "airport", "dam"})


class PlacesAgain:
    """The places that a text takes up again by what they are.

    Args:
        passage: The text.
        known: Names of places.
        homonyms: Who tells places of one name apart.
        leads: How places are led in.
        found: The names of places in the text.
        toponyms: The places before a word, in order.
    """

    def __init__(
        self,
        passage: Passage,
        known: Known,
        homonyms: Homonyms,
        leads: Leads,
        found: Mapping[int, Found[Place]],
        toponyms: Sequence[Toponym],
    ) -> None:
        self._passage = passage
        self._known = known
        self._homonyms = homonyms
        self._leads = leads
        self._found = found
        self._toponyms = toponyms

    def at(self, index: int, kind: str) -> Toponym | None:
        """The place that a definite word takes up: the city, the province."""
        words = self._passage.words
        after = words[index + 1] if index + 1 < len(words) and not self._passage.is_apart(index, index + 1) else ""
        agrees = (after.endswith("ه") or after in place_words()["feminine"]) == words[index].endswith("ه")
        if kind == "governorate" and after in place_words()["directions"] and agrees:
            last = index + 1
            while last + 1 < len(words) and words[last + 1] in place_words()["directions"]:
                last += 1
            printed = self._passage.span(index, last).text
            return Toponym(
                index,
                last,
                Place(romanised(printed), name=Name(en=romanised(printed), ar=printed), kind="state"),
                self._leads.of(index),
            )
        if kind == "country":
            return self._the_country(index)
        if kind in _SITES and after.startswith("ال"):
            return None  # المستشفى الميداني is another
        single = [toponym for toponym in self._toponyms if not self._is_of_two(toponym)]
        called = [toponym for toponym in single if toponym.called == kind != "city"]
        if kind == "district":  # القضاء takes up no مركز: it is as often a court
            noun = bare(again_word(words[index]) or "")
            called = [s for s in called if noun in map(kind_word, words[max(s.first - 1, 0) : s.first + 1])]
        if kind == "district" and not called:
            return None  # المركز is as often a body
        # "the governorate" is one of those named before any city of its name
        regions = [toponym for toponym in single if kind == "governorate" and toponym.place.kind in REGIONS]
        topics = self._topics(index) if kind == "governorate" else []
        nearest = sorted((*called[-1:], *topics), key=lambda toponym: -toponym.first)
        for toponym in (*nearest, *reversed(regions), *reversed(single)):
            place = self._meant(toponym.place, kind)
            if place is None and toponym in topics and toponym.place.kind == "city":
                place = named_after(toponym.place, "governorate")
            if place is not None:
                return Toponym(
                    index, index, place, self._leads.of(index), named=toponym.named or (toponym.first, toponym.last)
                )
        return None

    def _is_of_two(self, toponym: Toponym) -> bool:
        """ولايتي سنار والقضارف: whether a place is only the first of several that are called so together."""
        return toponym.first > 0 and is_listed(self._passage.words[toponym.first - 1], "plurals")

    def _topics(self, index: int) -> list[Toponym]:
        """في الحديدة، : the places with which sentences of a word's paragraph open."""
        passage = self._passage
        begins = passage.paragraph_of(index)
        here = takewhile(lambda toponym: toponym.first >= begins, reversed(self._toponyms))
        opening = [
            toponym
            for toponym in here
            if (toponym.lead in {Lead.WITHIN, Lead.HEAD} and toponym.first - passage.sentence_of(toponym.first)[0] <= 1)
            or (toponym.first and is_listed(passage.words[toponym.first - 1], "governors"))
        ]
        return opening[::-1]

    def _the_country(self, index: int) -> Toponym | None:
        """The country that the text speaks of most."""
        if not self._homonyms.countries:
            return None
        (most, weight), *others = self._homonyms.countries.most_common(2)
        # of two countries neither is the one, but for that of the heading
        country = self._heading() if others and weight < 2 * others[0][1] else most
        named = next((found for found in self._found.values() if found.value.id == country), None)
        if named is None:
            return None
        return Toponym(index, index, named.value, self._leads.of(index), named=(named.first, named.last))

    def _heading(self) -> str | None:
        """The country with which the first line begins: سوريا: تقرير."""
        first = self._found.get(0)
        return first.value.id if first is not None and first.value.kind == "country" else None

    def _meant(self, place: Place, kind: str) -> Place | None:
        """What a word of a kind takes up of a place: itself, or the province that bears its name."""
        if kind == "city":
            return place if place.kind in SETTLED else None
        if kind in {"town", "village"}:
            return place if place.kind in {kind, "city"} else None
        if kind == "governorate":
            if place.kind in REGIONS:
                return place
            region = self._known.regions.at(words_of_name(place.name.ar), 0)
            return self._homonyms.meant(region) if place.kind == "city" else None
        if kind == "district":
            return place if place.kind in {"district", "subdistrict", "city"} else None
        return place if place.kind == kind else None
