"""A reference file that grows, and what it refuses."""

from __future__ import annotations

import tomllib

import pytest

import raqqa_data as rd
from raqqa_data.building.proposals.reference.known_names import known_from
from raqqa_data.building.reference_file import with_known
from raqqa_data.errors import NotFoundError

JISR = {"id": "jisr", "name": {"en": "Jisr", "ar": "جمعية جسر"}}
FILE = with_known("# ours\n", "agent", JISR, ["جسر"])


def test_what_is_added_is_known_and_all_else_stays() -> None:
    text = with_known(f"{FILE}# the end\n", "agent", {"id": "jisr"}, ["الجمعية", "جسر"])
    assert text.startswith("# ours\n")
    assert text.endswith("# the end\n")
    assert tomllib.loads(text)["agent"] == [{**JISR, "aliases": ["جسر", "الجمعية"]}]
    found = [known_from(text).agents.at([name], 0) for name in ("جسر", "الجمعيه")]
    assert [one and one.value.id for one in found] == ["jisr", "jisr"]
    assert with_known(text, "agent", JISR, ["جسر"]) == text


def test_what_ships_is_taken_over_with_what_it_lies_in() -> None:
    text = with_known(FILE, "place", {"id": "raqqa-city"}, ["الرقة السورية"])
    assert [row["id"] for row in tomllib.loads(text)["place"]] == ["syria", "raqqa-city"]
    row = {"id": "fire", "name": {"en": "The fire", "ar": "حريق السوق"}, "place": "aleppo", "period": "2021-05-03"}
    held = tomllib.loads(with_known(text, "event", row))
    assert [place["id"] for place in held["place"]] == ["syria", "raqqa-city", "aleppo"]
    assert held["event"] == [row]
    found = known_from(with_known(text, "event", row)).events.at(["حريق", "السوق"], 0)
    assert found is not None
    assert found.value.period == rd.Period("2021-05-03")


@pytest.mark.parametrize(
    ("section", "row", "aliases", "where", "why"),
    [
        ("agent", {"id": "jisr", "name": {"en": "Other", "ar": "جمعية جسر"}}, [], "agent[0].name", "is another one"),
        ("agent", {"id": "new"}, ["جديد"], "agent[1].name", "needs a name in English and in Arabic"),
        ("agent", {"id": "two", "name": {"en": "Two", "ar": "جِسر"}}, [], "agent[1]", "names 'jisr' already"),
        ("agent", {"id": "Two", "name": {"en": "Two", "ar": "اثنان"}}, [], "agent[1]", "lower-case"),
        ("place", {"id": "camp", "name": {"en": "Camp", "ar": "المخيم"}}, [], "place[0].kind", "is missing"),
        (
            "place",
            {"id": "camp", "name": {"en": "Camp", "ar": "المخيم"}, "kind": "camp", "within": "nowhere"},
            [],
            "place[0].within",
            "no place 'nowhere'",
        ),
        ("event", {"id": "fire", "name": {"en": "Fire", "ar": "حريق"}, "place": "x"}, [], "event[0].place", "no place"),
        ("event", {"id": "fire", "name": {"en": "Fire", "ar": "حريق"}, "period": "2021-15"}, [], "event[0].period", ""),
        (
            "event",
            {"id": "fire", "name": {"en": "Fire", "ar": "حريق"}, "unit": "person"},
            [],
            "event[0]",
            "unit",
        ),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(
    section: str, row: dict[str, object], aliases: list[str], where: str, why: str
) -> None:
    with pytest.raises(rd.AnnotationError) as told:
        with_known(FILE, section, row, aliases, name="names.toml")
    assert told.value.source == "names.toml"
    assert [problem.path for problem in told.value.problems] == [where]
    assert why in told.value.problems[0].message


def test_a_section_that_no_file_has() -> None:
    with pytest.raises(NotFoundError, match="agent, place, indicator, event"):
        with_known("", "agents", JISR)


def test_a_file_that_is_broken_is_told_before_anything_is_added() -> None:
    with pytest.raises(rd.AnnotationError, match="names.toml"):
        with_known("[[agent]]\nid = 3\n", "agent", JISR, name="names.toml")
    twice = '[[event]]\nid = "a"\nname = { en = "A", ar = "أ" }\n'
    with pytest.raises(rd.AnnotationError, match="a second time"):
        known_from(twice + twice)


def test_what_one_lacks_is_filled_in_and_what_it_says_stays() -> None:
    fire: dict[str, object] = {"id": "fire", "name": {"en": "The fire", "ar": "حريق السوق"}}
    whole: dict[str, object] = {**fire, "place": "aleppo", "period": "2021-05-03"}
    text = with_known(with_known("# ours\n", "event", fire, ["الحريق"]), "event", whole)
    assert text.startswith("# ours\n")
    held = tomllib.loads(text)
    assert held["event"] == [{**whole, "aliases": ["الحريق"]}]
    assert [place["id"] for place in held["place"]] == ["syria", "aleppo"]
    assert with_known(text, "event", whole) == text
    assert with_known(text, "event", {"id": "fire", "name": {"en": "The fire"}}) == text
    with pytest.raises(rd.AnnotationError) as told:
        with_known(text, "event", {"id": "fire", "place": "homs", "period": "2021-05-03"})
    assert [str(problem) for problem in told.value.problems] == [
        "event[0].place: is another one there; change it in the file"
    ]


def test_a_place_is_put_into_one_that_ships() -> None:
    camp: dict[str, object] = {"id": "camp", "name": {"en": "Camp", "ar": "المخيم"}, "kind": "camp"}
    held = tomllib.loads(with_known(with_known("", "place", camp), "place", {"id": "camp", "within": "aleppo"}))
    assert held["place"][0] == {**camp, "within": "aleppo"}
    assert [place["id"] for place in held["place"]] == ["camp", "syria", "aleppo"]


def test_what_is_filled_in_fits_too() -> None:
    text = with_known("", "event", {"id": "fire", "name": {"en": "The fire", "ar": "حريق السوق"}})
    with pytest.raises(rd.AnnotationError, match=r"event\[0\].place: no place 'nowhere'"):
        with_known(text, "event", {"id": "fire", "place": "nowhere"})
