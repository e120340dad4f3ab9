from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest

import raqqa_data as rd
from raqqa_data.building.proposed import complete

if TYPE_CHECKING:
    from pathlib import Path

    from raqqa_data.catalogue import Catalogue


def drafted(text: str, document: str) -> Catalogue:
    """The catalogue of what is proposed of a text."""
    draft = rd.draft(text, document_id=document, reference="2023-05-10", place="syria", until_published=True)
    return complete(draft.text, draft.toml)[0]


HERE = drafted("قال أحمد العلي إن 12 شخصا قتلوا في حلب أمس.", "a")
THERE = drafted("قال احمد العلى إن 12 شخصا قتلوا في حلب أمس.", "b")


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
