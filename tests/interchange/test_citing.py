"""Citations: each style says version, document and hash, in both languages, for everything that can be cited."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest

import raqqa_data as rd
from raqqa_data.interchange import cite
from raqqa_data.interchange.citing import amount_in_arabic, unit_in_arabic

SHA256 = rd.battle.battle_duration.document.sha256
TOTAL = rd.total(rd.observations.where(part_of="prison_attack.killed"))
CITABLE = [rd.reconstruction.rubble_removed, rd.events["amnesty"], rd.prison_attack, rd.observations, rd.events, TOTAL]
STYLES = ["text", "bibtex", "csl-json", "cff"]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("what", CITABLE, ids=lambda what: type(what).__name__)
def test_every_style_says_version_document_and_hash(what: Any, style: str, language: str) -> None:
    said = what.cite(style, language=language)
    assert rd.data_version in said
    assert "raqqa-2022" in said
    assert SHA256 in said
    assert said == cite(what, style, language=language)


@pytest.mark.parametrize(
    ("unit", "value", "words"),
    [
        ("person", 5, "أشخاص"),
        ("person", 12_000, "شخص"),
        ("person", 124, "شخصًا"),
        ("person", 105, "أشخاص"),
        ("person", None, "شخص"),
        ("hospital", 40, "مستشفًى"),
        ("explosive_item", 250, "جسمًا متفجرًا"),
        ("oil_barrel", 15, "برميل نفط"),
        ("week", 17.4, "أسبوع"),
        ("percent", 80, "في المئة"),
        ("meter ** 2 / person", 17, "متر مربع لكل شخص"),
    ],
)
def test_a_unit_in_arabic_agrees_with_its_number(unit: str, value: float | None, words: str) -> None:
    assert unit_in_arabic(unit, value) == words


def test_text_after_apa() -> None:
    assert rd.reconstruction.bridges_rebuilt.cite() == (
        "The raqqa_data maintainers (2022). Bridges rebuilt over the Euphrates in Raqqa: 15 bridges, "
        "2017-10/2022-10 [Data set, version 1.1.0]. "
        "Read from Arabic news article on Raqqa, five years after its capture from IS "
        f"(raqqa-2022, sha256 {SHA256}). reconstruction.bridges_rebuilt [995:1002]. "
        "Said by: Global Coalition against Daesh. Points of places: GeoNames, CC BY 4.0."
    )


def test_arabic_keeps_its_direction() -> None:
    said = rd.reconstruction.rubble_removed.cite(language="ar")
    assert "ما يقرب من 5,000,000 متر مربع" in said
    assert "\u20682017-10/2022-10\u2069" in said
    assert said.count("\u2068") == said.count("\u2069")
    for style in STYLES[1:]:
        assert "\u2068" not in rd.reconstruction.rubble_removed.cite(style, language="ar")


def test_bibtex_escapes_what_tex_would_read() -> None:
    record = attrs.evolve(rd.battle.city_destroyed, name=rd.Name("100% {of} a_b & \\c #1", "نسبة"))
    title = next(line for line in record.cite("bibtex").splitlines() if "title" in line)
    assert title.startswith(r"  title = {{100\% \{of\} a\_b \& \textbackslash{}c \#1: ")


def test_csl_json_is_json() -> None:
    (item,) = json.loads(TOTAL.cite("csl-json"))
    assert item["type"] == "dataset"
    assert item["issued"] == {"date-parts": [[2022]]}
    assert item["id"] == "raqqa_data_total_prison_attack_killed_is_members"


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        (5, "bridge", "5 جسور"),
        (15, "bridge", "15 جسرًا"),
        (115, "person", "115 شخصًا"),
        (300, "person", "300 شخص"),
        (12, "school", "12 مدرسة"),
        (40, "hospital", "40 مستشفًى"),
        (50, "meter ** 2", "50 مترًا مربعًا"),
        (50, "weapon", "50 قطعة سلاح"),
        (60, "oil_barrel", "60 برميل نفط"),
        (90, "kilometer / hour", "90 كيلومترًا في الساعة"),
        (80, "percent", "80 في المئة"),
    ],
)
def test_an_arabic_noun_follows_its_number(number: int, unit: str, words: str) -> None:
    assert amount_in_arabic(rd.Estimate.stated(number), unit) == words


def test_data_of_others_is_not_said_to_be_ours() -> None:
    document = attrs.evolve(rd.battle.city_destroyed.document, sha256="0" * 64, published=None, inferred=None)
    theirs = attrs.evolve(rd.battle.city_destroyed, document=document)
    for style in STYLES:
        said = theirs.cite(style)
        assert "maintainers" not in said
        assert "CC-BY" not in said
        assert rd.data_version not in said.replace("1.2.0", "")
        assert "0" * 64 in said
    assert theirs.cite().startswith("(n.d.). ")


def test_a_derived_value_lists_its_inputs_by_default() -> None:
    assert TOTAL.cite().count("\n- ") == 3
    assert TOTAL.cite(language="ar").startswith("القائمون")


def test_what_cannot_be_is_told() -> None:
    with pytest.raises(rd.NotFoundError, match="no citation style 'bibtx'; did you mean 'bibtex'"):
        rd.battle.cite("bibtx")
    with pytest.raises(rd.NotFoundError, match="no language 'fr'"):
        rd.battle.cite(language="fr")
    with pytest.raises(rd.RecordError, match="must be a record, a dataset"):
        cite("x")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
