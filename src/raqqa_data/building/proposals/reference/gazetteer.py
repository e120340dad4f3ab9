"""The places that ship: cities and divisions of Arab countries, all countries (GeoNames, CC BY 4.0), and regions."""

from __future__ import annotations

import functools
import tomllib

from raqqa_data.building.proposals.reference.reference_list import listed_in
from raqqa_data.building.proposals.words.place_words import place_words
from raqqa_data.building.proposals.words.vocabulary import vocabulary
from raqqa_data.reading.text.folding import fold_word
from raqqa_data.records.place import Place
from raqqa_data.texts import Name

# in lists the names of Algiers, Madinah, Riyadh and Aqaba, in texts any island, town, gardens and obstacle
_ANY_WORDS = frozenset({"الجزيره", "مدينه", "رياض", "عقبه"})
_SPELLINGS = "spellings.toml"


@functools.cache
def shipped_places() -> list[tuple[Place, list[str]]]:
    """Cities first, of one name the greatest, then countries, regions and divisions; each with its names."""
    rows = _rows("places.tsv")
    spellings = tomllib.loads(vocabulary(_SPELLINGS))
    countries: dict[str, Place] = {}
    whole: list[tuple[Place, list[str]]] = []
    cities: list[tuple[Place, list[str]]] = []
    for own, en, ar, kind, within, latitude, longitude, geonames, iso, _ in rows:
        names = [*ar.split("|"), *spellings.get(own, ())]
        name = Name(en=en, ar=names[0])
        names = [one for one in names if fold_word(one) not in _ANY_WORDS]
        if kind == "country":
            countries[own] = Place(own, name=name, kind=kind, geonames=int(geonames), iso=iso)
            whole.append((countries[own], names))
            continue
        place = Place(
            own,
            name=name,
            kind=kind,
            within=countries[within],
            latitude=float(latitude),
            longitude=float(longitude),
            geonames=int(geonames),
        )
        cities.append((place, names))
    regions = _regions(countries)
    return [*cities, *whole, *regions, *_divisions(countries, regions)]


@functools.cache
def country_named(own: str) -> Place | None:
    """A country by its id, None where the list has none."""
    return next((place for place, _ in shipped_places() if place.id == own and place.kind == "country"), None)


def population_of(place: Place) -> int:
    """How many people live in a city, 0 where the list does not say."""
    return _populations().get(place.id, 0)


@functools.cache
def _populations() -> dict[str, int]:
    return {row[0]: int(row[-1]) for row in _rows("places.tsv")}


def _rows(name: str) -> list[list[str]]:
    lines = vocabulary(name).splitlines()
    return [line.split("\t") for line in lines if not line.startswith(("#", "id\t"))]


@functools.lru_cache(maxsize=1 << 10)
def named_after(city: Place, kind: str) -> Place:
    """The governorate, district or countryside that bears a city's name, of which no identifier was verified."""
    word = {"district": "قضاء", "countryside": "ريف"}.get(kind, "محافظة")
    name = Name(en=f"{city.name.en} {kind}", ar=f"{word} {city.name.ar}")
    return Place(f"{city.id}-{kind}", name=name, kind=kind, within=city.within)


def _divisions(countries: dict[str, Place], regions: list[tuple[Place, list[str]]]) -> list[tuple[Place, list[str]]]:
    """Governorates and districts, but those that stand among the regions."""
    ours = {place.geonames for place, _ in regions} | {(place.chain[-1].id, place.name.ar) for place, _ in regions}
    places = dict(countries)
    found: list[tuple[Place, list[str]]] = []
    for own, en, ar, kind, within, geonames, iso in _rows("divisions.tsv"):
        names = ar.split("|")
        place = places[own] = Place(
            own,
            name=Name(en=en, ar=names[0]),
            kind=kind,
            within=places[within],
            geonames=int(geonames),
            iso=iso or None,
        )
        if place.geonames not in ours and not any((place.chain[-1].id, name) in ours for name in names):
            found.append((place, [*dict.fromkeys(map(_without_kind, names))]))
    return found


def _without_kind(name: str) -> str:
    """A name without "the governorate of", which the rules look for themselves."""
    first, _, rest = name.partition(" ")
    return rest if rest and fold_word(first) in place_words().kinds else name


def _regions(countries: dict[str, Place]) -> list[tuple[Place, list[str]]]:
    outer = "".join(
        f'[[place]]\nid = "{own}"\nname = {{ en = "{place.name.en}", ar = "{place.name.ar}" }}\nkind = "country"\n'
        f'geonames = {place.geonames}\niso = "{place.iso}"\n'
        for own, place in countries.items()
    )
    return [
        row
        for row in listed_in(outer + vocabulary("regions.toml"), "regions.toml")["place"]
        if row[0].kind != "country"
    ]
