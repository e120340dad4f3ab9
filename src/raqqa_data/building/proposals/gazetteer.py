"""The places that ship: cities of Arab countries and all countries (GeoNames, CC BY 4.0), and regions."""

from __future__ import annotations

import functools

from raqqa_data.building.proposals.listing import listed_in, vocabulary
from raqqa_data.records.provenance import Place
from raqqa_data.texts import Name

_OTHER_NAMES = {
    "syria": ["سورية"],
    "palestine": ["فلسطين"],
    "united-arab-emirates": ["الإمارات"],
    "saudi-arabia": ["السعودية"],
}
# cities of the list whose names are words of every text
_WORDS_TOO = {
    "بلد",
    "بيان",
    "السوق",
    "العلم",
    "معبر",
    "وقف",
    "سحر",
    "سوف",
    "سال",
    "درج",
    "تل",
    "عين",
    "ملح",
    "صيف",
    "خمر",
    "حيث",
    "ربك",
    "رصد",
    "عمد",
    "سكة",
}


@functools.cache
def shipped_places() -> list[tuple[Place, list[str]]]:
    """Cities first, of one name the greatest, then countries, then regions; each with its names."""
    rows = [line.split("\t") for line in vocabulary("places.tsv").splitlines() if not line.startswith(("#", "id\t"))]
    countries: dict[str, Place] = {}
    whole: list[tuple[Place, list[str]]] = []
    cities: list[tuple[Place, list[str]]] = []
    for own, en, ar, kind, within, latitude, longitude, geonames, iso, _ in rows:
        names = ar.split("|")
        name = Name(en=en, ar=names[0])
        if kind == "country":
            countries[own] = Place(own, name=name, kind=kind, geonames=int(geonames), iso=iso)
            whole.append((countries[own], [*names, *_OTHER_NAMES.get(own, ())]))
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
        cities.append((place, [name for name in names if name not in _WORDS_TOO]))
    return [*cities, *whole, *_regions(countries)]


def governorate_of(city: Place) -> Place:
    """The governorate that bears a city's name, of which no identifier was verified."""
    name = Name(en=f"{city.name.en} governorate", ar=f"محافظة {city.name.ar}")
    return Place(f"{city.id}-governorate", name=name, kind="governorate", within=city.chain[-1])


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
