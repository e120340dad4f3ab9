"""The shipped data: each record against what the article says, by hand."""
# ruff: noqa: E501 - one row a record

from __future__ import annotations

import unicodedata
from importlib.resources import files
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import raqqa_data as rd
from raqqa_data.building import quoted_phrase
from raqqa_data.building.annotations import parse
from raqqa_data.catalogue import dumps, loads

CATALOGUE = files("raqqa_data.catalogue")

SINCE_CAPTURE = "2017-10/2022-10"
THIS_YEAR = "2022-01/2022-10"
EARLY_2022 = "2022-01~"

# id: kind, best, low, high, wording, unit, period, who says it, in whose statement, offset, printed phrase
EXPECTED: dict[str, tuple[Any, ...]] = {
    "battle.city_destroyed": ("share", 80, 80, 80, "exact", "percent", "2017-10", None, None, 778, "80% من المدينة"),
    "battle.battle_duration": ("duration", 4, None, None, "nearly", "month", "2017-06/2017-10", None, None, 756, "لقرابة 4 أشهر"),
    "battle.is_rule_duration": ("duration", 4, 4, 4, "exact", "year", "2013/2017-10", None, None, 682, "أربع سنوات"),
    "reconstruction.residents_returned": ("count", 300_000, None, None, "about", "person", SINCE_CAPTURE, "global-coalition", None, 821, "نحو 300 ألف مواطن"),
    "reconstruction.rubble_removed": ("area", 5_000_000, None, None, "nearly", "meter ** 2", SINCE_CAPTURE, "global-coalition", None, 880, "ما يقرب من 5 مليون متر مربع"),
    "reconstruction.explosive_remnants_removed": ("count", 70_000, 70_000, 70_000, "exact", "explosive_item", SINCE_CAPTURE, "global-coalition", None, 931, "70 ألف من المخلفات غير المتفجرة"),
    "reconstruction.bridges_rebuilt": ("count", 15, 15, 15, "exact", "bridge", SINCE_CAPTURE, "global-coalition", None, 995, "15 جسرا"),
    "reconstruction.schools_restored": ("count", 300, 300, None, "more than", "school", SINCE_CAPTURE, "global-coalition", None, 1089, "أكثر من300 مدرسة"),
    "security.explosive_items_removed": ("count", 250, 250, None, "more than", "explosive_item", THIS_YEAR, "global-coalition", "sdf", 1686, "أكثر من 250 مـادة قابلة للانفـجار"),
    "security.cell_members_arrested": ("count", 82, 82, 82, "exact", "person", THIS_YEAR, "global-coalition", "sdf", 1729, "82 من الخلايا"),
    "security.weapons_seized": ("count", None, 200, None, "vague", "weapon", THIS_YEAR, "global-coalition", "sdf", 1751, "مئـات القطع من الأسـلحة"),
    "security.fighters_detained": ("count", 12_000, None, None, "nearly", "person", "2022-10", "sohr", None, 2228, "ما يقرب من ١٢ ألف إرهابى"),
    "prison_attack.killed": ("count", 181, 181, 181, "exact", "person", EARLY_2022, "sohr", None, 2367, "١٨١ قتيلا"),
    "prison_attack.killed_is_members": ("count", 124, 124, 124, "exact", "person", EARLY_2022, "sohr", None, 2387, "١٢٤ عنصرًا من تنظيم «داعش»"),
    "prison_attack.killed_civilians": ("count", 7, 7, 7, "exact", "person", EARLY_2022, "sohr", None, 2416, "٧ من المدنيين"),
    "prison_attack.killed_sdf_members": ("count", 50, 50, 50, "exact", "person", EARLY_2022, "sohr", None, 2432, "٥٠ من قوات سوريا الديمقراطية"),
    "prison_attack.displaced": ("count", 45_000, 45_000, 45_000, "exact", "person", EARLY_2022, "un", None, 2480, "٤٥ ألف مدنى"),
}  # fmt: skip

EVENTS = {
    "battle_of_raqqa": ("2017-06/2017-10", "raqqa-city", False),
    "liberation": ("2017-10", "raqqa-city", True),
    "prison_attack": ("2022-01~", "al-hasakah", True),
    "fifth_anniversary": ("2022-10", "raqqa-city", True),
    "amnesty": ("2022-10", "syria", True),
}


def test_the_records_are_those_of_the_article() -> None:
    assert rd.observations.ids == tuple(EXPECTED)


@pytest.mark.parametrize("record", rd.observations, ids=rd.observations.ids)
def test_each_record_says_what_the_article_says(record: rd.Observation) -> None:
    estimate = record.estimate
    agents = (record.attributed_to, record.conveyed_by)
    assert (
        record.kind,
        estimate.best,
        estimate.low,
        estimate.high,
        str(estimate.wording),
        record.unit,
        str(record.period),
        *(agent.id if agent else None for agent in agents),
        record.quote.start,
        record.quote.exact,
    ) == EXPECTED[record.id]


@pytest.mark.parametrize("record", rd.observations, ids=rd.observations.ids)
def test_each_phrase_reads_as_its_record_without_the_article(record: rd.Observation) -> None:
    figure = quoted_phrase.figure(record.quote.exact, record.indicator)
    assert (figure.estimate, figure.unit) == (record.estimate, record.unit)


@pytest.mark.parametrize("event", rd.events, ids=rd.events.ids)
def test_each_event_is_dated_as_the_article_dates_it(event: rd.Event) -> None:
    assert (str(event.period), event.place.id, event.inferred is not None) == EVENTS[event.id]
    said = quoted_phrase.date(event.quote.exact, event.document)
    assert said is None or quoted_phrase.fits(event.period, said)


def test_events_stand_in_order_of_time() -> None:
    assert set(rd.events.ids) == set(EVENTS)
    assert list(rd.events) == sorted(rd.events, key=lambda event: event.period)


def test_datasets_are_typed_and_hold_every_observation() -> None:
    datasets = (rd.battle, rd.reconstruction, rd.security, rd.prison_attack)
    assert [record.id for dataset in datasets for record in dataset] == list(EXPECTED)
    for dataset in datasets:
        declared = {field.name: field.type for field in attrs.fields(attrs.resolve_types(type(dataset)))}
        assert all(type(record) is declared[record.field] for record in dataset)


def test_the_dead_of_the_prison_attack_are_a_whole_and_its_parts() -> None:
    parts = rd.observations.where(part_of="prison_attack.killed")
    assert {part.subgroup: part.estimate.best for part in parts} == {
        "is-members": 124,
        "group=civilians;status=civilian": 7,
        "sdf-members": 50,
    }
    assert rd.prison_attack.killed.part_of is None


def test_what_is_a_stock_and_what_cannot_be_added() -> None:
    additivity = {record.field: str(record.indicator.additivity) for record in rd.observations}
    assert {field for field, kind in additivity.items() if kind == "stock"} == {"fighters_detained"}
    assert {field for field, kind in additivity.items() if kind == "non-additive"} == {
        "city_destroyed",
        "battle_duration",
        "is_rule_duration",
    }


def test_places_carry_the_verified_identifiers() -> None:
    places = {place.id: place for place in rd.datasets.catalogue.places}
    identifiers = {p.id: (p.geonames, p.wikidata, p.pcode, p.iso, p.latitude, p.longitude) for p in places.values()}
    assert identifiers == {
        "syria": (163843, "Q858", None, "SYR", None, None),
        "ar-raqqa": (172957, "Q235563", "SY11", "SY-RA", None, None),
        "raqqa-city": (172955, "Q283368", None, None, 35.95283, 39.00788),
        "al-hasakeh": (173813, "Q233914", "SY08", "SY-HA", None, None),
        "al-hasakah": (173811, "Q311321", None, None, 36.50237, 40.74772),
    }
    assert [place.id for place in places["raqqa-city"].chain] == ["raqqa-city", "ar-raqqa", "syria"]
    assert {record.where_prec for record in rd.prison_attack} == {2}


def test_labels_are_in_their_languages() -> None:
    catalogue = rd.datasets.catalogue
    named = [*catalogue.agents, *catalogue.places, *catalogue.indicators, *catalogue.observations, *catalogue.events]
    for item in named:
        assert item.name.en.isascii(), item.id
        assert all("ARABIC" in unicodedata.name(c) for c in item.name.ar if c.isalpha()), item.id


def test_only_short_figure_phrases_are_quoted() -> None:
    quotes = [record.quote for record in (*rd.observations, *rd.events)]
    assert max(len(quote.exact) for quote in quotes) <= 60
    covered = {offset for quote in quotes for offset in range(quote.start, quote.end)}
    assert len(covered) <= 0.2 * rd.datasets.catalogue.document.characters


def test_the_shipped_file_is_written_as_dumps_writes() -> None:
    text = CATALOGUE.joinpath("raqqa-2022.json").read_text("utf-8")
    assert dumps(loads(text)) == text


def test_the_shipped_file_is_what_build_makes_of_the_article(document_text: str) -> None:
    notes = CATALOGUE.joinpath("raqqa-2022.toml").read_text("utf-8")
    built = rd.build(document_text, notes)
    assert built.encode("utf-8") == CATALOGUE.joinpath("raqqa-2022.json").read_bytes()


def test_the_article_bears_every_record_out(document_text: str) -> None:
    report = rd.verify(document_text, rd.datasets.catalogue)
    assert (report.ok, report.checked) == (True, 22)


def test_any_change_of_one_character_of_the_article_is_found(document_text: str) -> None:
    record = rd.reconstruction.rubble_removed
    for offset, character in enumerate(document_text):
        changed = document_text[:offset] + ("ا" if character != "ا" else "ب") + document_text[offset + 1 :]
        assert not rd.verify(changed, [record]).ok, offset


@st.composite
def spoilt(draw: st.DrawFn, name: str) -> str:
    """A shipped file, cut short, or with a stretch of it deleted, doubled or overwritten."""
    text = CATALOGUE.joinpath(name).read_text("utf-8")
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 60)))
    middle = draw(
        st.sampled_from(["", "0", '"', "}", "[", "null", "-1e999", "true", "\x00", "\n", "٣", text[start:end] * 2])
    )
    return text[:start] + middle + draw(st.sampled_from([text[end:], text[end:], ""]))


@given(spoilt("raqqa-2022.json"))
def test_a_spoilt_catalogue_loads_or_is_refused_with_a_reason(text: str) -> None:
    try:
        assert loads(text).document.id
    except rd.CatalogueError as error:
        assert all(problem.message for problem in error.problems)


@given(spoilt("raqqa-2022.toml"))
def test_a_spoilt_annotation_file_is_read_or_refused_with_a_reason(text: str) -> None:
    try:
        assert parse(text).document.id
    except rd.AnnotationError as error:
        assert all(problem.message for problem in error.problems)
