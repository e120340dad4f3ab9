"""A counted noun against the unit of its indicator: what is refused, what is not, and how to say that it is meant."""

from __future__ import annotations

import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import raqqa_data as rd
from raqqa_data.building.counted_nouns import other_kind
from raqqa_data.building.documents import sha256_of
from raqqa_data.building.quoted_phrase import MisreadingError, figure
from raqqa_data.units.table import UNITS
from tests.building.conftest import indicator

COUNTED = [unit for unit in UNITS.values() if unit.counted and unit.name != "item"]


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("15 جسرا", "bridge"),
        ("15 جسرًا", "bridge"),
        ("خمسة عشر جسراً جديداً", "bridge"),
        ("300 من المدارس", "school"),
        ("مئات المدارس", "school"),
        ("مدرستان اثنتان", "school"),
        ("ثلاثة مـسـاجد", "mosque"),
        ("أكثر من70 لغما", "landmine"),
        ("12 من الألغام", "landmine"),
        ("4 طائرات مسيرة", "drone"),
        ("20 قطعة سلاح", "weapon"),
        ("7 أجسام متفجرة", "explosive_item"),
        ("11 مبنىً", "building"),
        ("نحو 12 ألف أسرة", "family"),
        ("82 شخصا", "person"),
    ],
)
def test_a_noun_that_counts_something_else_is_refused(phrase: str, kind: str) -> None:
    for other in ("well", "tent"):
        with pytest.raises(MisreadingError, match=f"counts {kind}, but the indicator 'counted' counts {other}; take"):
            figure(phrase, indicator("counted", other))
    assert figure(phrase, indicator("counted", kind)).unit == kind


@pytest.mark.parametrize(
    ("phrase", "unit"),
    [
        ("90 متطوعا", "school"),  # no noun of the table
        ("45 ألف مدني", "person"),  # no plural of مدينة
        ("مئات القطع من الألغام", "weapon"),  # a piece of anything
        ("20 قطعة سلاح", "item"),
        ("300 أسرة", "household"),  # the table's أسرة معيشية, cut short
        ("3 طائرات", "vehicle"),  # a drone only with its adjective
        ("15", "school"),
    ],
)
def test_a_noun_that_says_nothing_else_is_accepted(phrase: str, unit: str) -> None:
    assert figure(phrase, indicator("counted", unit)).unit == unit


def test_a_note_that_names_the_noun_says_that_it_is_meant() -> None:
    facilities = indicator("facilities", "facility")
    with pytest.raises(MisreadingError, match="give a `note` that names «مدرسةً» and says why"):
        figure("15 مدرسةً", facilities)
    other = rd.Name("As the article has it.", "كما في المقال.")
    with pytest.raises(MisreadingError):
        figure("15 مدرسةً", facilities, other)
    for note in (
        rd.Name("Facilities are all schools here.", "كل «مدرسة» منشأة هنا."),
        rd.Name("«مدرسة» stands for any facility.", "تعني أي منشأة."),
    ):
        assert figure("15 مدرسةً", facilities, note).unit == "facility"


@given(st.sampled_from(COUNTED), st.sampled_from(COUNTED), st.sampled_from(["label", "plural"]), st.booleans())
def test_every_noun_of_the_table_is_its_own_and_no_others(
    one: rd.unit_table.Unit, other: rd.unit_table.Unit, number: str, definite: bool
) -> None:
    words: str = getattr(one, number).ar
    if definite:
        words = " ".join(f"ال{word}" for word in words.split())
    assert other_kind(words, one.name) is None
    if one != other:
        assert other_kind(words, other.name) in {one.name, None}


ARTICLE = "رممت البلدية 15 جسرا في الوادي."


def annotated(unit: str, more: str = "") -> str:
    return f"""
data_version = "1.0.0"
[document]
id = "repairs"
language = "ar"
sha256 = "{sha256_of(ARTICLE)}"
characters = {len(ARTICLE)}
[[place]]
id = "valley"
name = {{ en = "Valley", ar = "الوادي" }}
kind = "valley"
[[indicator]]
id = "repaired"
name = {{ en = "Repaired", ar = "ما رمم" }}
unit = "{unit}"
additivity = "flow"
[[observation]]
id = "repairs.done"
indicator = "repaired"
phrase = "15 جسرا"
start = 13
reads = "15"
place = "valley"
period = "2021"
{more}"""


def test_build_names_the_path_and_verify_finds_the_same() -> None:
    with pytest.raises(rd.AnnotationError) as caught:
        rd.build(ARTICLE, annotated("school"))
    [(path, message)] = caught.value.problems
    assert path == "observation[0].phrase"
    assert "'جسرا' counts bridge, but the indicator 'repaired' counts school" in message
    rest = json.loads(rd.build(ARTICLE, annotated("bridge")))
    rest["indicators"][0]["unit"] = rest["observations"][0]["unit"] = "school"
    [finding] = rd.verify(ARTICLE, rd.loads(json.dumps(rest)))
    assert (finding.subject, finding.check, finding.message) == ("repairs.done", "reading", message)


def test_what_a_note_allows_is_built_and_verified() -> None:
    note = 'note = { en = "Bridges are facilities here.", ar = "كل «جسر» منشأة هنا؛ «جسرا» في المقال." }\n'
    catalogue = rd.loads(rd.build(ARTICLE, annotated("facility", note)))
    assert catalogue.observations[0].unit == "facility"
    assert rd.verify(ARTICLE, catalogue).ok
    [finding] = rd.verify(ARTICLE, [attrs.evolve(catalogue.observations[0], note=None)])
    assert finding.check == "reading"
