from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest

import raqqa_data as rd
from raqqa_data.building.draft_records import complete
from raqqa_data.collection.meanings import is_one

if TYPE_CHECKING:
    from pathlib import Path

    from raqqa_data.catalogue import Catalogue


def drafted(text: str, document: str) -> Catalogue:
    """The catalogue of what is proposed of a text."""
    draft = rd.draft(text, document_id=document, reference="2023-05-10", place="syria", until_published=True)
    return complete(draft.text, draft.toml)[0]


HERE = drafted("قال أحمد العلي إن 12 شخصا قتلوا في حلب أمس.", "a")
THERE_TEXT = "قال احمد العلى إن 12 شخصا قتلوا في حلب أمس."
THERE = drafted(THERE_TEXT, "b")


def test_an_agent_spelt_otherwise_is_one(tmp_path: Path) -> None:
    held = rd.collect(HERE, THERE)
    (name,) = {record.attributed_to.name for record in held.observations if record.attributed_to}
    assert name.ar == "أحمد العلي"
    (happening,) = rd.reconcile(held.observations)
    assert len(happening.claims) == 2
    rd.write(held.observations, tmp_path / "x.jsonl")
    assert rd.load(tmp_path / "x.jsonl", rd.Observations) == held.observations


def test_the_one_with_an_english_name_gives_it() -> None:
    agent = attrs.evolve(THERE.agents[0], name=rd.Name("Ahmad al-Ali", THERE.agents[0].name.ar))
    records = rd.Observations(attrs.evolve(record, attributed_to=agent) for record in THERE.observations)
    held = rd.collect(HERE, attrs.evolve(THERE, agents=(agent,), observations=records))
    assert {record.attributed_to.name.en for record in held.observations if record.attributed_to} == {"Ahmad al-Ali"}


def test_a_place_within_one_that_is_spelt_otherwise() -> None:
    records = list(THERE.observations)
    place = records[0].place
    assert place.within is not None
    country = attrs.evolve(place.within, name=rd.Name("Syria", "سورية"))
    respelt = attrs.evolve(country, name=rd.Name("Syria", "سوريَا"))
    inner = attrs.evolve(place, within=respelt)
    other = attrs.evolve(
        THERE, places=(respelt, inner), observations=rd.Observations([attrs.evolve(records[0], place=inner)])
    )
    held = rd.collect(HERE, other)
    assert len({record.place for record in held.observations}) == 1
    two = attrs.evolve(place, within=country)
    with pytest.raises(rd.CatalogueError, match="is called 'سورية'"):
        rd.collect(
            HERE,
            attrs.evolve(
                THERE, places=(country, two), observations=rd.Observations([attrs.evolve(records[0], place=two)])
            ),
        )


@pytest.mark.parametrize("name", ["محمد العلي", "أحمد علي"])
def test_another_name_is_not_one(name: str) -> None:
    agent = attrs.evolve(THERE.agents[0], name=rd.Name(name, name))
    records = rd.Observations(attrs.evolve(record, attributed_to=agent) for record in THERE.observations)
    with pytest.raises(rd.CatalogueError, match="if they are two"):
        rd.collect(HERE, attrs.evolve(THERE, agents=(agent,), observations=records))


def test_two_english_names_are_not_one() -> None:
    def named(catalogue: Catalogue, english: str) -> Catalogue:
        agent = attrs.evolve(catalogue.agents[0], name=rd.Name(english, catalogue.agents[0].name.ar))
        records = rd.Observations(attrs.evolve(record, attributed_to=agent) for record in catalogue.observations)
        return attrs.evolve(catalogue, agents=(agent,), observations=records)

    with pytest.raises(rd.CatalogueError, match="if they are two"):
        rd.collect(named(HERE, "Ahmad"), named(THERE, "Ahmed"))


def placed(catalogue: Catalogue, **changes: Any) -> Catalogue:
    """The same with something of its first observation's place changed, alone in the catalogue."""
    record = catalogue.observations[0]
    place = attrs.evolve(record.place, **changes)
    places = tuple(place if one.id == place.id else one for one in catalogue.places)
    return attrs.evolve(catalogue, places=places, observations=rd.Observations([attrs.evolve(record, place=place)]))


POINT = {"latitude": 36.2, "longitude": 37.1}
NOWHERE: dict[str, Any] = dict.fromkeys(("latitude", "longitude", "geonames", "wikidata", "pcode", "iso"))


@pytest.mark.parametrize(
    "known", [POINT, {"geonames": 170063}, {"wikidata": "Q41183"}, {"pcode": "SY02"}, {"iso": "SY-HL"}]
)
def test_what_only_one_knows_of_a_place_is_no_conflict_and_is_kept(known: dict[str, Any], tmp_path: Path) -> None:
    for pair in ((NOWHERE, NOWHERE | known), (NOWHERE | known, NOWHERE)):
        held = rd.collect(*(placed(one, **changes) for one, changes in zip((HERE, THERE), pair, strict=True)))
        (place,) = {record.place for record in held.observations}
        assert {key: getattr(place, key) for key in known} == known
        rd.write(held.observations, tmp_path / "x.jsonl")
        assert rd.load(tmp_path / "x.jsonl", rd.Observations) == held.observations


def test_what_each_knows_alone_comes_together() -> None:
    held = rd.collect(placed(HERE, **NOWHERE | POINT), placed(THERE, **NOWHERE | {"pcode": "SY02"}))
    (place,) = {record.place for record in held.observations}
    assert (place.latitude, place.longitude, place.pcode) == (36.2, 37.1, "SY02")


def test_different_values_of_a_place_conflict_whatever_a_third_lacks() -> None:
    two = placed(THERE, **NOWHERE | POINT)
    with pytest.raises(rd.CatalogueError, match=r"latitude is 30.0 and 36.2; give one of them another id"):
        rd.collect(two, placed(drafted(THERE_TEXT, "c"), **NOWHERE | POINT | {"latitude": 30.0}))
    with pytest.raises(rd.CatalogueError, match=r"in the catalogue of b: latitude is 30.0 and 36.2"):
        rd.collect(
            placed(HERE, **NOWHERE), two, placed(drafted(THERE_TEXT, "c"), **NOWHERE | POINT | {"latitude": 30.0})
        )


def test_a_place_in_two_others_is_told_with_what_puts_it_where_it_belongs() -> None:
    with pytest.raises(rd.CatalogueError, match="None and Syria; a draft made with --country or --place puts"):
        rd.collect(HERE, placed(THERE, within=None))


def test_a_place_with_what_it_is_called_and_without_is_one() -> None:
    one = attrs.evolve(THERE.observations[0].place, id="byta-town", name=rd.Name("byta town", "بيتا"))
    called = attrs.evolve(one, name=rd.Name("byta town", "بلدة بيتا"))
    assert is_one(one, called)
    assert not is_one(one, attrs.evolve(one, name=rd.Name("byta town", "بلدة حوارة")))
    agent = THERE.agents[0]
    assert not is_one(agent, attrs.evolve(agent, name=attrs.evolve(agent.name, ar=f"الشيخ {agent.name.ar}")))
