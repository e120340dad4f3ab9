"""Many catalogues as one body of evidence, whatever their order."""

from __future__ import annotations

import json
import os
import pickle
import re
import shlex
from pathlib import Path
from typing import Any, cast

import attrs
import pytest

import raqqa_data as rd
from raqqa_data.catalogue import Catalogue, dumps
from raqqa_data.collection.folders import INDEX
from raqqa_data.collection.shelf import Held, Shelf
from tests.command.runs import run

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


def changed(record: str, **changes: Any) -> Catalogue:
    """The shipped catalogue with something of one record changed."""
    return attrs.evolve(
        SHIPPED,
        observations=rd.Observations(
            attrs.evolve(one, **changes) if one.id == record else one for one in SHIPPED.observations
        ),
        events=rd.Events(attrs.evolve(one, **changes) if one.id == record else one for one in SHIPPED.events),
    )


UNUSED = rd.Agent("somebody", name=rd.Name("Somebody", "فلان"))


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (changed("prison_attack.killed", estimate=rd.Estimate.stated(190)), "killed is 181 in the one and 190 in the"),
        (changed("prison_attack.killed", where_prec=5), "the where_prec of prison_attack.killed is 2 in the one and 5"),
        (changed(SHIPPED.events[0].id, where_prec=5), f"the where_prec of {SHIPPED.events[0].id} is "),
        (
            attrs.evolve(SHIPPED, observations=rd.Observations(SHIPPED.observations[:-1])),
            f"{SHIPPED.observations[-1].id} is missing in the other",
        ),
        (attrs.evolve(SHIPPED, agents=(*SHIPPED.agents, UNUSED)), "they differ in what they refer to"),
    ],
)
def test_another_catalogue_of_one_document_shows_both(other: Catalogue, told: str) -> None:
    with pytest.raises(rd.CatalogueError) as error:
        rd.collect(SHIPPED, other)
    assert told in str(error.value)


def test_what_only_the_second_catalogue_of_a_document_holds_is_told() -> None:
    less = attrs.evolve(SHIPPED, events=rd.Events(SHIPPED.events[:-1]))
    with pytest.raises(rd.CatalogueError, match=rf"{SHIPPED.events[-1].id} is missing in the one"):
        rd.collect(less, SHIPPED)


def test_the_hash_of_a_document_that_changed_is_told() -> None:
    text = attrs.evolve(SHIPPED.document, sha256="0" * 64)
    other = attrs.evolve(
        renamed(SHIPPED.document.id), document=text, observations=rd.Observations(), events=rd.Events()
    )
    with pytest.raises(rd.CatalogueError, match=r"the sha256 of the document is \w{64} in the one and 0{64} in the"):
        rd.collect(SHIPPED, other)


def with_agent(document: str, **changes: Any) -> Catalogue:
    """The shipped catalogue under another id, with something of its first agent changed."""
    other = renamed(document)
    first, agent = other.agents[0], attrs.evolve(other.agents[0], **changes)
    records = rd.Observations(
        attrs.evolve(
            record,
            attributed_to=agent if record.attributed_to == first else record.attributed_to,
            conveyed_by=agent if record.conveyed_by == first else record.conveyed_by,
        )
        for record in other.observations
    )
    return attrs.evolve(other, agents=(agent, *other.agents[1:]), observations=records)


def test_two_spellings_of_one_agent_are_both_told_with_what_makes_them_one(tmp_path: Path) -> None:
    known = SHIPPED.agents[0]
    with pytest.raises(rd.CatalogueError) as told:
        rd.collect(SHIPPED, with_agent("a", name=rd.Name(known.name.en, "الإسم الآخر")))
    message = str(told.value)
    assert known.name.ar in message
    assert "'الإسم الآخر'" in message
    assert "if they are two, give one of them another id" in message
    command = shlex.split(message[message.index("raqqa-data known add") : message.index("; if they are two")])
    reference = tmp_path / "reference.toml"
    assert run(*command[1:-1], str(reference)).returncode == 0
    for words in (known.name.ar, "الإسم الآخر"):
        draft = rd.draft(f"قال {words} إن 12 شخصا قتلوا.", document_id="own", known=reference)
        assert f'attributed_to = "{known.id}"' in draft


def test_one_id_for_two_agents_shows_both() -> None:
    with pytest.raises(rd.CatalogueError, match="give one of them another id"):
        rd.collect(SHIPPED, with_agent("a", name=rd.Name("Somebody else", "غيره")))


def test_one_id_for_two_indicators_shows_in_what_they_differ() -> None:
    other = renamed("a")
    first = other.indicators[0]
    stock = attrs.evolve(first, additivity="stock" if first.additivity != "stock" else "flow")
    records = rd.Observations(
        attrs.evolve(record, indicator=stock) if record.indicator == first else record for record in other.observations
    )
    with pytest.raises(rd.CatalogueError, match="additivity is .* and .*; give one of them another id"):
        rd.collect(SHIPPED, attrs.evolve(other, indicators=(stock, *other.indicators[1:]), observations=records))


def test_a_collection_goes_on_into_everything_else(tmp_path: Path) -> None:
    held = rd.collect(SHIPPED, renamed("a"))
    rd.write(held.observations, tmp_path / "x.csv")
    assert len(rd.load(tmp_path / "x.csv", rd.Observations, context=held.observations)) == len(held)
    (killed,) = rd.reconcile(held.where(indicator="killed", subgroup=None))[:1]
    assert len(killed.claims) >= 2
    assert killed.estimate == SHIPPED.observations["prison_attack.killed"].estimate
    assert held.cite("bibtex") == held.observations.cite("bibtex")
    assert held.to_dicts() == held.observations.to_dicts()
    rd.write(held, tmp_path / "y.csv")
    assert (tmp_path / "x.csv").read_bytes() == (tmp_path / "y.csv").read_bytes()
    pytest.importorskip("polars")
    assert held.to_polars().equals(held.observations.to_polars())


def written(folder: Path, count: int = 3) -> None:
    for number in range(count):
        (folder / f"{number}.json").write_text(dumps(renamed(f"d{number}")), "utf-8")


def aged(folder: Path) -> None:
    """As if all files had been written an hour ago."""
    for file in folder.rglob("*.json"):
        os.utime(file, ns=(1, int(file.stat().st_mtime_ns - 3600 * 10**9)))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of files that were read as catalogues."""
    names: list[str] = []
    usual = Held.read

    def noted(path: str, content: bytes | None = None) -> Held:
        names.append(Path(path).name)
        return usual(path, content)

    monkeypatch.setattr(Held, "read", noted)
    return names


def test_what_did_not_change_is_not_read_again(tmp_path: Path, read: list[str]) -> None:
    written(tmp_path)
    first = rd.collect(tmp_path)
    assert read == ["0.json", "1.json", "2.json"]
    read.clear()
    again = rd.collect(tmp_path)
    assert len(again) == len(first)
    assert read == []
    assert again == first
    assert read == ["0.json", "1.json", "2.json"]
    (tmp_path / "1.json").write_text(dumps(attrs.evolve(renamed("d1"), data_version="9.9.9")), "utf-8")
    (tmp_path / "2.json").unlink()
    read.clear()
    changed = rd.collect(tmp_path)
    assert read == ["1.json"]
    assert [catalogue.data_version for catalogue in changed.catalogues] == [SHIPPED.data_version, "9.9.9"]
    assert [document.id for document in changed.documents] == ["d0", "d1"]


def test_another_time_alone_is_no_change(tmp_path: Path, read: list[str]) -> None:
    written(tmp_path)
    rd.collect(tmp_path)
    aged(tmp_path)
    read.clear()
    rd.collect(tmp_path)
    assert read == []


def test_a_change_that_shows_in_no_time_is_seen(tmp_path: Path) -> None:
    written(tmp_path, 1)
    file = tmp_path / "0.json"
    status = file.stat()
    assert rd.collect(tmp_path).catalogues[0].data_version == SHIPPED.data_version
    other = "9" * len(SHIPPED.data_version.split(".")[0]) + "." + SHIPPED.data_version.split(".", 1)[1]
    file.write_text(dumps(attrs.evolve(renamed("d0"), data_version=other)), "utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert file.stat().st_size == status.st_size
    assert rd.collect(tmp_path).catalogues[0].data_version == other


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"form": 1}', '{"form": 0}', '{"form": 1, "schema_version": "2.0", "files": 5}', "[" * 9999],
)
def test_a_broken_index_is_made_anew(tmp_path: Path, read: list[str], content: str) -> None:
    written(tmp_path)
    before = rd.collect(tmp_path)
    (tmp_path / INDEX).write_text(content, "utf-8")
    assert rd.collect(tmp_path) == before
    read.clear()
    rd.collect(tmp_path)
    assert read == []


def test_a_false_index_is_found_out(tmp_path: Path) -> None:
    written(tmp_path, 1)
    rd.collect(tmp_path)
    rd.collect(tmp_path)
    index = tmp_path / INDEX
    whole = index.read_text("utf-8")
    index.write_text(whole.replace('"d0"', '"d9"'), "utf-8")
    with pytest.raises(rd.CatalogueError, match="another file than when it was collected"):
        _ = rd.collect(tmp_path).observations
    index.write_text(whole.replace('"agents"', '"records"'), "utf-8")
    assert len(rd.collect(tmp_path).observations) == len(SHIPPED.observations)
    index.write_text(whole.replace('"d0"', "7"), "utf-8")
    assert len(rd.collect(tmp_path).observations) == len(SHIPPED.observations)


@pytest.mark.parametrize(("key", "other"), [("form", 0), ("schema_version", "1.0")])
def test_an_index_of_another_form_is_made_anew(tmp_path: Path, key: str, other: object) -> None:
    written(tmp_path, 1)
    rd.collect(tmp_path)
    rd.collect(tmp_path)
    index = tmp_path / INDEX
    held = json.loads(index.read_text("utf-8"))
    index.write_text(json.dumps(held | {key: other}).replace('"d0"', '"d9"'), "utf-8")
    assert [record.document.id for record in rd.collect(tmp_path).observations[:1]] == ["d0"]
    made = json.loads(index.read_text("utf-8"))
    for told in (*made["files"].values(), *held["files"].values()):
        told[3] = None  # whether the file has been left alone for long, which a slow machine sees otherwise
    assert made == held


def test_without_an_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path)
    assert len(rd.collect(tmp_path, index=False).catalogues) == 3
    assert not (tmp_path / INDEX).exists()
    assert len(rd.collect().add(tmp_path).catalogues) == 3
    assert (tmp_path / INDEX).exists()
    (tmp_path / INDEX).unlink()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("raqqa_data.collection.folders.os.replace", full)
    assert len(rd.collect(tmp_path).catalogues) == 3
    assert sorted(file.name for file in tmp_path.iterdir()) == ["0.json", "1.json", "2.json"]
    monkeypatch.setattr("raqqa_data.collection.folders.tempfile.mkstemp", full)
    assert len(rd.collect(tmp_path).catalogues) == 3


def test_a_broken_file_costs_the_others_nothing(tmp_path: Path, read: list[str]) -> None:
    written(tmp_path)
    (tmp_path / "3.json").write_text("{}", "utf-8")
    with pytest.raises(rd.CatalogueError, match=re.escape("3.json")):
        rd.collect(tmp_path)
    (tmp_path / "3.json").unlink()
    read.clear()
    assert len(rd.collect(tmp_path).catalogues) == 3
    assert read == []
    (tmp_path / "4.json").symlink_to(tmp_path / "nowhere.json")
    with pytest.raises(rd.CatalogueError, match="cannot be read"):
        rd.collect(tmp_path)


def test_a_file_that_changes_while_it_waits_is_told(tmp_path: Path) -> None:
    written(tmp_path, 1)
    rd.collect(tmp_path)
    held = rd.collect(tmp_path)
    (tmp_path / "0.json").write_text(dumps(renamed("other")), "utf-8")
    with pytest.raises(rd.CatalogueError, match="collect again"):
        _ = held.documents


def test_a_shelf_is_like_a_tuple(tmp_path: Path) -> None:
    written(tmp_path)
    held = rd.collect(tmp_path)
    assert held.catalogues == (renamed("d0"), renamed("d1"), renamed("d2"))
    assert tuple(held.catalogues[1:]) == (renamed("d1"), renamed("d2"))
    assert not Shelf() == [1]  # noqa: SIM201
    assert hash(held.catalogues) == hash(tuple(held.catalogues))
    assert pickle.loads(pickle.dumps(held)) == held
    assert repr(held.catalogues) == "<Shelf of 3: d0, d1, d2>"
    assert rd.Collection((renamed("d0"),)) == rd.collect(renamed("d0"))


def test_numbers_written_otherwise_are_one_place() -> None:
    other = renamed("a")
    assert all(place.latitude is not None for place in other.places[:1] if place.latitude is not None)
    whole = rd.Place("p", name=rd.Name("P", "م"), kind="city", latitude=35, longitude=39)
    one = attrs.evolve(SHIPPED, places=(*SHIPPED.places, whole))
    two = attrs.evolve(other, places=(*SHIPPED.places, attrs.evolve(whole, latitude=35.0)))
    assert len(rd.collect(one, two).catalogues) == 2


def test_event_keys_are_confirmed_and_kept(tmp_path: Path) -> None:
    written(tmp_path)
    held = rd.collect(tmp_path)
    ids = ["d0__prison_attack.killed", "d1__prison_attack.killed"]
    confirmed = held.confirm(ids, "the-attack")
    assert confirmed.where(event="the-attack").ids == tuple(ids)
    assert confirmed.save_event_keys(tmp_path) == str(tmp_path / "event_keys.toml")
    assert rd.collect(tmp_path) == confirmed
    assert confirmed.remove("d0").event_keys == ((ids[1], "the-attack"),)
    assert confirmed.add(renamed("x")).event_keys == confirmed.event_keys
    assert confirmed.confirm(ids[:1], "another").where(event="the-attack").ids == (ids[1],)
    with pytest.raises(rd.NotFoundError, match="killd"):
        held.confirm(["d0__prison_attack.killd"], "x")
    with pytest.raises(rd.RecordError, match="lower-case"):
        held.confirm(ids, "The Attack")
    with pytest.raises(rd.RecordError, match=r"Collection\.records = None: give ids of records"):
        held.confirm(cast("Any", None), "the-attack")
    with pytest.raises(rd.RecordError, match="speaks of one event"):
        rd.Collection(held.catalogues, [("a__b.c", "x"), ("a__b.c", "y")])
    with pytest.raises(rd.CatalogueError, match="cannot be written"):
        confirmed.save_event_keys(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("[", "is not TOML"),
        ("[a]\nrecords = 5", "must be a table with a list of ids"),
        ('[a]\nrecords = ["d0__b.c"]\n[b]\nrecords = ["d0__b.c"]', "speaks of one event"),
        ("a = 1", "must be a table"),
    ],
)
def test_wrong_event_keys_are_told(tmp_path: Path, content: str, problem: str) -> None:
    written(tmp_path, 1)
    (tmp_path / "event_keys.toml").write_text(content, "utf-8")
    with pytest.raises(rd.CatalogueError, match=problem):
        rd.collect(tmp_path)


def test_a_key_of_no_record_is_told_and_one_of_another_document_waits(tmp_path: Path) -> None:
    written(tmp_path, 1)
    keys = tmp_path / "event_keys.toml"
    keys.write_text('[a]\nrecords = ["d7__prison_attack.killed"]', "utf-8")
    assert len(rd.collect(tmp_path).observations) == len(SHIPPED.observations)
    keys.write_text('[a]\nrecords = ["d0__prison_attack.killd"]', "utf-8")
    with pytest.raises(rd.NotFoundError, match="prison_attack.killed"):
        _ = rd.collect(tmp_path).observations


def test_a_chat_beside_the_catalogues_that_were_made_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.catalogue.json").write_text(dumps(SHIPPED), "utf-8")
    (tmp_path / "result.json").write_text('{"name": "x", "type": "public_channel", "messages": []}', "utf-8")
    assert len(rd.collect(tmp_path).catalogues) == 1
    (tmp_path / "other.json").write_text('{"name": "x"}', "utf-8")
    with pytest.raises(rd.CatalogueError, match=r"other\.json"):
        rd.collect(tmp_path)
