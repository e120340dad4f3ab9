"""The built files, read without a browser: twins, links, downloads, texts for machines, words of both languages."""

from __future__ import annotations

import re
import runpy
import shutil
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

import raqqa_data as rd
from hooks import bidi, changes, downloads, generated, glossary, grammar, pictures, weight, words
from hooks.amounts import CONVERSIONS
from hooks.words import LANGS, Lang
from raqqa_data.catalogue.editions import Change
from raqqa_data.reading.constructions import CONSTRUCTIONS
from tests.site.conftest import PREFIX, ROOT

pytestmark = pytest.mark.site
DOCS = ROOT / "docs"
CODE = re.compile(r"^( *)```(\w+)\n(.*?)^\1```", re.DOTALL | re.MULTILINE)
ENGLISH_ONLY = re.compile(r"api/(?!index\.md)")  # the API, read from the code itself
# names that Arabic writes in Latin letters
NAMES = {
    "raqqa",
    "BY",
    "CC",
    "CEFACT",
    "CSV",
    "Earth",
    "GeoNames",
    "JSON",
    "Natural",
    "PNG",
    "QUDT",
    "SVG",
    "UCUM",
    "UN",
}
TRIED = "annotate/index.html"  # no page of the docs: that of `raqqa-data annotate`, to try it
ARABIC_LETTERS = re.compile("[\u0621-\u064a]")


def written(lang: str) -> dict[str, str]:
    return {path.relative_to(DOCS / lang).as_posix(): path.read_text("utf-8") for path in (DOCS / lang).rglob("*.md")}


def test_every_english_page_has_an_arabic_twin() -> None:
    assert {name for name in written("en") if not ENGLISH_ONLY.match(name)} == set(written("ar"))
    assert set(generated.pages("en")) == set(generated.pages("ar"))


def shape(markdown: str) -> list[tuple[str, object]]:
    """A page without its words: its headings, tables, lists and paragraphs, and how much code stands in each."""
    found: list[tuple[str, object]] = []
    for part in re.split(r"\n\s*\n", CODE.sub(r"\n\n```\2\n\n", markdown.split("---", 2)[2])):
        block = part.strip()
        if block.startswith("|"):
            found.append(("table", [line.count("|") - line.count("\\|") for line in block.splitlines()]))
        elif items := re.findall(r"^(?:[-*]|\d+\.) ", block, re.MULTILINE):
            found.append(("list", len(items)))
        elif block.startswith("#"):
            found.append(("heading", len(block.split()[0])))
        elif block.startswith(("```", "<!-- block:")):
            found.append(("block", block))
        elif block:
            found.append(("paragraph", sorted(re.findall(r"`[^`]+`", block))))
    return found


@pytest.mark.parametrize("name", sorted(set(written("ar")) - {"api/index.md"}))
def test_twins_have_one_shape_and_the_same_code(name: str) -> None:
    english, arabic = written("en")[name], written("ar")[name]
    assert [block[1:] for block in CODE.findall(english)] == [block[1:] for block in CODE.findall(arabic)]
    assert shape(english) == shape(arabic)


@pytest.mark.parametrize("name", sorted(generated.pages("en")))
def test_generated_twins_have_one_shape(name: str) -> None:
    parts = re.compile(r'^#+ |```\w+|<(?:figure|svg|table|th|blockquote|mark class="\w+")', re.MULTILINE)
    english, arabic = (generated.pages(lang)[name] for lang in LANGS)
    assert parts.findall(english) == parts.findall(arabic)
    prose = re.sub(r"```.*?```|<code.*?</code>|<[^>]*>|\]\(.*?\)|\{.*?\}|---.*?---", " ", arabic, flags=re.DOTALL)
    assert set(re.findall(r"(?<![\w.])[A-Za-z]+(?![\w.:])", prose)) <= NAMES


@pytest.mark.parametrize("name", sorted(written("ar")))
def test_an_arabic_page_is_in_arabic(name: str) -> None:
    prose = re.sub(r"`[^`]*`|<[^>]*>|\(.*?\)|\{.*?\}", "", CODE.sub("", written("ar")[name].split("---", 2)[2]))
    assert (
        len(ARABIC_LETTERS.findall(prose)) > len(re.findall("[A-Za-z]", prose))
        or "block:glossary" in written("ar")[name]
    )


class Links(HTMLParser):
    """The links and ids of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.ids: set[str] = set()
        self.repeated: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if name := found.get("id"):
            (self.repeated if name in self.ids else self.ids).add(name)
        for key in ("href", "src"):
            if (value := found.get(key)) and not (tag == "link" and found.get("rel") == "canonical"):
                self.links.add(value)


@pytest.fixture(scope="module")
def parsed(site: Path) -> dict[str, Links]:
    pages: dict[str, Links] = {}
    for path in site.rglob("*.html"):
        pages[path.relative_to(site).as_posix()] = reader = Links()
        reader.feed(path.read_text("utf-8"))
    return pages


def test_no_link_or_anchor_is_broken(site: Path, parsed: dict[str, Links]) -> None:
    broken: list[str] = []
    for name, page in parsed.items():
        for link in page.links:
            target = urljoin(f"http://localhost/{PREFIX}/{name}", link)
            parts = urlsplit(target)
            if parts.scheme not in {"http", "https"} or parts.netloc != "localhost":
                continue
            path = unquote(urldefrag(parts.path).url).removeprefix(f"/{PREFIX}").lstrip("/")
            file = site / path
            file = file / "index.html" if file.is_dir() else file
            anchor = unquote(parts.fragment)
            known = parsed.get(file.relative_to(site).as_posix()) if file.exists() else None
            if not file.exists() or (anchor and known is not None and anchor not in known.ids | {"__top"}):
                broken.append(f"{name}: {link}")
    assert broken == []


def test_no_id_stands_twice(parsed: dict[str, Links]) -> None:
    assert {name: page.repeated for name, page in parsed.items() if page.repeated} == {}


def test_downloads_are_the_library_s_own(site: Path) -> None:
    made = downloads.exports()
    assert {name for name, _ in downloads.FILES} <= set(made)
    for prefix in ("", "ar/"):
        for name, content in made.items():
            served = site / prefix / "data" / name
            if served.suffix == ".parquet":  # its writer orders the metadata anew in each process
                assert rd.load(served, rd.Observations) == rd.observations
            else:
                assert served.read_bytes() == content, name
    catalogue = rd.loads((site / "data/catalogue.json").read_text("utf-8"))
    assert catalogue == rd.datasets.catalogue


@pytest.mark.parametrize("record", list(rd.observations), ids=lambda record: record.id)
def test_each_observation_has_its_files(site: Path, record: rd.Observation) -> None:
    for prefix in ("", "ar/"):
        stem = site / prefix / "data" / record.dataset / record.field
        assert list(rd.load(stem.with_suffix(".json"), rd.Observations, format="jsonl")) == [record]
        assert stem.with_suffix(".csv").read_bytes() == downloads.export([record], "csv")
        assert stem.with_suffix(".png").read_bytes().startswith(b"\x89PNG")
        ET.fromstring(stem.with_suffix(".svg").read_text("utf-8"))  # noqa: S314 - made by us


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("record", list(rd.observations), ids=lambda record: record.id)
def test_each_observation_s_page_has_every_part(record: rd.Observation, lang: Lang) -> None:
    page = generated.pages(lang)[f"data/{record.dataset}/{record.field}.md"]
    headings = ["reading", "record", "where", "code", "cite", "download"]
    if record.part_of or record is rd.prison_attack.killed:
        headings.insert(2, "parts")
    assert re.findall(r"^## (.*)", page, re.MULTILINE) == [words.say(key, lang) for key in headings]
    facts = ["best", "low", "high", "wording", "unit", "codes", "additivity", "period", "precision", "length"]
    facts += ["place", "said_by", "claim_status", "dataset", "id"]
    facts += ["of_whole"] * bool(record.of) + ["inferred"] * bool(record.inferred)
    facts += ["conveyed_by"] * bool(record.conveyed_by) + ["part_of"] * bool(record.part_of)
    facts += ["notes"] * bool(record.note)
    facts += ["subgroup"] * bool(record.subgroup) + ["conversions"] * (record.unit in CONVERSIONS)
    assert sorted(re.findall(r'<th scope="row">(.*?)</th>', page)) == sorted(words.say(key, lang) for key in facts)
    assert '<mark class="number">' in page
    assert ('class="chart map"' in page) == (record.place.latitude is not None)
    assert (words.say("map_none", lang) in page) == (record.place.latitude is None)
    assert all(f"({record.field}.{kind})" in page for kind in ("csv", "json", "svg", "png"))


@pytest.mark.parametrize("lang", LANGS)
def test_the_changes_of_the_data_are_the_library_s(lang: Lang) -> None:
    page = changes.editions(lang)
    assert re.findall(r"^## (.*)", page, re.MULTILINE) == list(reversed(rd.catalogue_versions()))
    change = Change("1.0.1", "battle.battle_duration", "period", "2017", "2017-06", why="read from another sentence")
    assert "`2017-06` (" in changes.changed([change], lang)
    assert changes.changed([], lang) in page


def test_texts_for_machines(site: Path, parsed: dict[str, Links]) -> None:
    for prefix in ("", "ar/"):
        listed = (site / prefix / "llms.txt").read_text("utf-8")
        assert listed.startswith("# raqqa_data\n\n> ")
        docs = parsed.keys() - {TRIED}
        pages = [n for n in docs if n.startswith("ar/") == bool(prefix) and not n.endswith("404.html")]
        assert listed.count("\n- [") == len(pages)
        full = (site / prefix / "llms-full.txt").read_text("utf-8")
        assert "<svg" not in full
        assert "import raqqa_data as rd" in full


def test_sitemaps_name_both_languages(site: Path) -> None:
    for name in ("sitemap.xml", "ar/sitemap.xml"):
        text = (site / name).read_text("utf-8")
        ET.fromstring(text)  # noqa: S314 - made by us
        pages = re.findall("<loc>(.*?)</loc>", text)
        assert text.count('hreflang="ar"') == len([page for page in pages if not re.search(r"/api/\w", page)])
        assert len(pages) > 30


def test_the_fonts_served_have_every_letter_of_the_pages(site: Path) -> None:
    fonts = pytest.importorskip("fontTools.ttLib")

    def letters(font: Path) -> set[str]:
        return {chr(code) for code in fonts.TTFont(font).getBestCmap()}

    shown = {letter for path in site.rglob("*.html") for letter in path.read_text("utf-8")}
    for whole in weight.FONTS.glob("*.woff2"):
        served = site / "ar/assets/fonts" / whole.name
        assert served.stat().st_size < whole.stat().st_size
        assert letters(served) >= shown & letters(whole), whole.name


def test_pages_say_what_they_are(site: Path, parsed: dict[str, Links]) -> None:
    for name in parsed.keys() - {TRIED}:
        html = (site / name).read_text("utf-8")
        assert 'property="og:title"' in html
        assert 'property="og:image"' in html
        assert ('dir="rtl"' in html.split("<body", 1)[1][:200]) == name.startswith("ar/")
        assert "{{root}}" not in html
        assert "<!-- block:" not in html
    assert (site / "assets/social.png").stat().st_size > 1000


def test_grammar_shows_every_row_once_in_both_languages() -> None:
    names = [row.name for table in CONSTRUCTIONS for row in table.rows]
    for lang in LANGS:
        shown = re.findall(
            r"^\| <bdi dir=.ltr.>[0-9.]+</bdi> .*? `([a-z-]+)`(?:<br>| \|)",
            f"{grammar.read_ways(lang)}\n{grammar.refused(lang)}",
            re.MULTILINE,
        )
        assert sorted(shown) == sorted(names)


def test_glossary_has_every_word_twice() -> None:
    ids = [term["id"] for term in glossary.terms()]
    assert len(ids) == len(set(ids))
    assert all(set(term) == {"id", "en", "ar", "means_en", "means_ar"} for term in glossary.terms())


@pytest.mark.parametrize("lang", LANGS)
def test_sizes_of_pages(site: Path, lang: Lang) -> None:
    root = site / "ar" if lang == "ar" else site
    heavy = {
        path.relative_to(site).as_posix(): path.stat().st_size
        for path in root.rglob("index.html")
        if path.stat().st_size > 400_000
    }
    assert heavy == {}


def test_the_readme_s_picture_is_the_home_page_s() -> None:
    title, canvas = generated.whole_charts("en")["recovery"]
    picture = ROOT / "docs" / "shared" / "assets" / "recovery.svg"
    assert picture.read_text("utf-8") == canvas.alone(title, pictures.source_line("en"))
    links = re.findall(r"\]\(([^):#]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_picture_of_claims_is_what_the_library_draws_today(tmp_path: Path, lang: Lang) -> None:
    example = runpy.run_path(str(ROOT / "examples" / "many_documents.py"))
    example["catalogues"](tmp_path)
    shutil.copy(example["FOLDER"] / "event_keys.toml", tmp_path)
    dead = rd.reconcile(rd.collect(tmp_path).where(event="market-fire", indicator="killed", subgroup=None))
    rd.charts.save(dead[0].chart(language=lang), tmp_path / "claims.svg")
    drawn, kept = (
        sorted(re.findall(r">([^<>]+)</text>", file.read_text("utf-8")))
        for file in (tmp_path / "claims.svg", ROOT / "docs" / "shared" / "assets" / f"claims-{lang}.svg")
    )
    assert drawn == kept != []


def test_arabic_in_code_is_isolated() -> None:
    assert bidi.isolated("<pre>│ مدة معركة الرقة │ 4 │</pre>") == "<pre>│ <bdi>مدة معركة الرقة</bdi> │ 4 │</pre>"
