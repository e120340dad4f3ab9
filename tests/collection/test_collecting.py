"""Many catalogues as one body of evidence, whatever their order."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

import raqqa_data as rd
from raqqa_data.catalogue import Catalogue, dumps

SHIPPED = rd.datasets.catalogue


def renamed(document: str) -> Catalogue:
    """The shipped catalogue as that of another document."""
    text = attrs.evolve(SHIPPED.document, id=document)
    return attrs.evolve(
        SHIPPED,
        document=text,
        observations=rd.Observations(attrs.evolve(record, document=text) for record in SHIPPED.observations),
        events=rd.Events(attrs.evolve(event, document=text) for event in SHIPPED.events),
    )


def test_ids_are_told_apart_by_document() -> None:
    held = rd.collect(SHIPPED, renamed("agency-7"), renamed("7-days"))
    assert [document.id for document in held.documents] == ["7-days", "agency-7", "raqqa-2022"]
    assert len(held) == 3 * len(SHIPPED.observations)
    assert len(held.events) == 3 * len(SHIPPED.events)
    record = held.observations["agency_7__prison_attack.killed_civilians"]
    assert record.part_of == "agency_7__prison_attack.killed"
    assert held.observations["d7_days__battle.city_destroyed"].document.id == "7-days"
    assert len(held.where(indicator="killed", document="agency-7")) == 4


def test_order_makes_no_difference_and_the_same_is_one() -> None:
    one, other = renamed("a"), renamed("b")
    assert rd.collect(one, other, one) == rd.collect(other, one)
    assert rd.collect(one).add(other) == rd.collect(one, other)
    assert rd.collect(one, other).remove("b") == rd.collect(one)
    with pytest.raises(rd.NotFoundError, match="no document 'c'"):
        rd.collect(one).remove("c")


def test_a_folder_of_catalogues(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "a.json").write_text(dumps(renamed("a")), "utf-8")
    (tmp_path / "deep" / "b.json").write_text(dumps(renamed("b")), "utf-8")
    (tmp_path / "notes.txt").write_text("none", "utf-8")
    assert rd.collect(tmp_path) == rd.collect(renamed("a"), renamed("b"))
    (tmp_path / "c.json").write_text("{}", "utf-8")
    with pytest.raises(rd.CatalogueError, match="c.json"):
        rd.collect(tmp_path)
    with pytest.raises(rd.RecordError, match="give catalogues"):
        rd.collect(5)  # type: ignore[arg-type]


def test_another_catalogue_of_one_document_shows_both() -> None:
    record = SHIPPED.observations["prison_attack.killed"]
    changed = [
        attrs.evolve(one, estimate=rd.Estimate.stated(190)) if one == record else one for one in SHIPPED.observations
    ]
    with pytest.raises(rd.CatalogueError, match="prison_attack.killed is 181 in the one and 190 in the other"):
        rd.collect(SHIPPED, attrs.evolve(SHIPPED, observations=rd.Observations(changed)))


def test_one_id_for_two_agents_shows_both() -> None:
    other = renamed("a")
    agent = attrs.evolve(other.agents[0], name=rd.Name("Somebody else", "غيره"))
    records = rd.Observations(
        attrs.evolve(record, attributed_to=agent) if record.attributed_to == other.agents[0] else record
        for record in other.observations
    )
    conveyed = rd.Observations(
        attrs.evolve(record, conveyed_by=agent) if record.conveyed_by == other.agents[0] else record
        for record in records
    )
    with pytest.raises(rd.CatalogueError, match="give one of them another id"):
        rd.collect(SHIPPED, attrs.evolve(other, agents=(agent, *other.agents[1:]), observations=conveyed))


def test_a_collection_goes_on_into_everything_else(tmp_path: Path) -> None:
    held = rd.collect(SHIPPED, renamed("a"))
    rd.write(held.observations, tmp_path / "x.csv")
    assert len(rd.load(tmp_path / "x.csv", rd.Observations, context=held.observations)) == len(held)
    (killed,) = rd.reconcile(held.where(indicator="killed", subgroup=None))[:1]
    assert len(killed.claims) >= 2
    assert killed.estimate == SHIPPED.observations["prison_attack.killed"].estimate
