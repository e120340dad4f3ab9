"""Of the places of one name the one that is meant: that of the country which the text speaks of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.reference.gazetteer import population_of
from raqqa_data.building.proposals.where.name_context import is_who_attacks
from raqqa_data.building.proposals.words.affixes import bare
from raqqa_data.building.proposals.words.place_words import country_of, is_listed, kind_word, lists_of, place_words
from raqqa_data.building.proposals.words.vocabulary import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.words.name_matching import Found
    from raqqa_data.records.place import Place

_GREAT = 300_000  # people of a city that is spoken of abroad
MIDDLING = 100_000  # people of a city whose name alone means it
_COUNTRY, _ADJECTIVE, _CITY, _TOWN = 12, 8, 3, 2  # what a name weighs
_SPOKEN_OF = 4  # what two names weigh
_GREATER = 10  # times the people of its namesake
_SHORT = 3  # letters of what may well be another word


class Homonyms:
    """The countries that a text speaks of, and the place of a name that is meant in it.

    Args:
        passage: The text.
        found: Names of places in it, by their first words.
        own: The ids of a person's own places.
    """

    def __init__(self, passage: Passage, found: Mapping[int, Found[Place]], own: Iterable[str]) -> None:
        self._own = frozenset(own)
        self._words = passage.words
        governors = passage.standing(lists_of).each("governors", 0, len(passage.words) - 1)
        self._governed = {passage.words[word + 1] for word in governors}
        self.countries: Counter[str] = Counter()
        counted: set[str] = set()
        self._votes: Counter[str] = Counter()
        for name in found.values():
            place = name.value
            if place.id == "gaza-strip" and name.first == name.last and passage.words[name.first].endswith("قطاع"):
                continue  # the sector of any economy
            if place.kind == "country":
                if not (is_adjective(passage, name) or is_who_attacks(passage, name.first, name.last)):
                    self.countries[place.id] += _COUNTRY
            elif place.id not in counted and not self.is_word_too(name):
                countries = {other.chain[-1].id for other in (place, *name.also)}
                if len(countries) == 1:
                    counted.add(place.id)
                    self._votes[place.id] = _CITY if population_of(place) >= MIDDLING else _TOWN
                    self.countries[countries.pop()] += self._votes[place.id]
            for country in _of_field(passage, name):
                self.countries[country] += _COUNTRY
        for country in filter(None, map(country_of, passage.words)):
            self.countries[country] += _ADJECTIVE
        self._most = max(self.countries.values(), default=0)

    def is_word_too(self, name: Found[Place]) -> bool:
        """Whether a name is a word of any text as well."""
        word = self._words[name.first][len(name.clitic) :]
        word = f"ال{word}" if name.clitic.endswith("لل") else word
        if name.first != name.last:
            return False
        after = self._words[name.last + 1] if name.last + 1 < len(self._words) else ""
        if (word == "مسقط" and after.startswith("راس")) or len(word) < _SHORT:
            return True
        return word in place_words()["words_too"] and not self._is_province(name, word)

    def _is_province(self, name: Found[Place], word: str) -> bool:
        """محافظ البحيرة, and then في البحيرة: whether a name is that of a province which is told to be one."""
        before = self._words[name.first - 1] if name.first else ""
        within = name.clitic.endswith("ب") or before.removeprefix("و") == "في"
        return is_listed(before, "governors") or (within and word in self._governed)

    def meant(self, name: Found[Place] | None, kind: str = "") -> Place | None:
        """The place that is meant, of those that are called so if there are; None where only others are known."""
        if name is None:
            return None
        places = [place for place in (name.value, *name.also) if place.kind == kind] or (name.value, *name.also)
        own = next((place for place in places if place.id in self._own), None) if self._own else None
        if own is not None:
            return own
        best = places[0] if len(places) == 1 else max(places, key=self._weight)
        weight = self._weight(best)
        if len(places) > 1 and weight < _ADJECTIVE:
            great = max(places, key=population_of)
            if population_of(great) > _GREATER * population_of(best):
                best, weight = great, self._weight(great)
        # a small place alone in its country, in a text about another
        voted = max(self._votes.get(place.id, 0) for place in places)
        alone = weight <= voted < self._most
        spoken_of = not alone and (weight >= _SPOKEN_OF or self._most < _ADJECTIVE)
        if best.kind == "country" or spoken_of or population_of(best) >= _GREAT:
            return best
        return next((place for place in places if place.kind == "sea"), None)

    def is_foreign(self, place: Place) -> bool:
        """Whether a text speaks of another country, and of this place's only by its name: بلدة الكرك بريف درعا."""
        own = place.id in self._own
        return not own and self._weight(place) <= self._votes.get(place.id, 0) < self._most

    def _weight(self, place: Place) -> int:
        """How much a text speaks of the country of a place."""
        return self.countries.get(place.chain[-1].id, 0)


def _of_field(passage: Passage, name: Found[Place]) -> set[str]:
    """المحافظة: الرقة: the country of what is all that a line says of where; none where it may be any."""
    over = bare(passage.words[name.first - 1]) if name.first and ":" in passage.gaps[name.first] else ""
    if over not in word_lists("tables.toml")["places"]:
        return set()
    kind = place_words().kinds.get(over)
    places = [place for place in (name.value, *name.also) if place.kind == kind] or [name.value, *name.also]
    countries = {place.chain[-1].id for place in places}
    return countries if len(countries) == 1 else set()


def is_adjective(passage: Passage, name: Found[Place]) -> bool:
    """Whether a country's name is an adjective: 12 لاجئا سوريا, بغلاف مالي."""
    words, first = passage.words, name.first
    if name.clitic or first != name.last or not first or passage.is_apart(first - 1, first):
        return False
    before = words[first - 1]
    if words[first] in place_words()["adjectives_too"]:
        led = any(is_listed(before, key) for key in ("within", "towards", "sides", "holds"))
        return not led and kind_word(before) is None
    agrees = words[first].endswith(("يا", "يه")) and before.endswith(("ا", "ه")) and not before.startswith("ال")
    return agrees and passage.in_mention(first - 1) and kind_word(before) is None
