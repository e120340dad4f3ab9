"""Reconciled tables in every format: no claim lost, and other tools' readers satisfied."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import attrs
import pytest

import raqqa_data as rd
from raqqa_data.interchange.formats import CLAIM_FORMATS
from raqqa_data.interchange.reconciled import format_of, write_to

BASE = attrs.evolve(rd.prison_attack.killed, part_of=None)
AGENTS = {name: rd.Agent(name, name=rd.Name(f"=The {name}", "جهة")) for name in ("ministry", "monitor")}


def claim(document: str, value: int, who: str | None, day: str | None, **changed: Any) -> rd.Observation:
    text = attrs.evolve(BASE.document, id=document, published=rd.Period(day) if day else None, inferred=None)
    said = {"attributed_to": AGENTS[who] if who else None, "claim_status": "attributed" if who else "reported"}
    usual: dict[str, Any] = {"document": text, "estimate": rd.Estimate.stated(value), "conveyed_by": None, **said}
    return attrs.evolve(BASE, id=f"{document}__toll.killed", **usual, **changed)


CLAIMS = [
    claim("a", 12, "ministry", "2022-02-01"),
    claim("b", 17, "ministry", "2022-02-03"),
    claim("c", 15, "monitor", None),
    claim("d", 15, None, "2022-02-03"),
    claim("e", 15, None, "2022-02-03"),
    claim("f", 3, "monitor", None, subgroup=rd.Subgroup(sex="female")),
]
RESULTS = rd.reconcile(CLAIMS, copies=[("d", "e")])
OPEN = rd.reconcile(CLAIMS[:3], policy="majority")


def test_the_results_are_those_of_the_tests() -> None:
    assert [len(result.claims) for result in RESULTS] == [5, 1]
    assert OPEN[0].estimate is None


def test_a_plain_table_for_people(tmp_path: Path) -> None:
    rd.write(RESULTS, tmp_path / "x.csv", excel=True)
    content = (tmp_path / "x.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    first, second = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
    assert (first["low"], first["high"], first["best"], first["status"]) == ("15", "17", "", "decided")
    assert (first["claims"], first["independent"], first["contradictions"]) == ("5", "3", "2")
    assert first["who"].startswith("12 people (=The ministry, a, 2022-02-01, replaced); 17 people (=The ministry, b")
    assert "15 people (own voice, e, 2022-02-03, copy)" in first["who"]
    assert second["subgroup"] == "sex=female"
    rd.write(list(OPEN), tmp_path / "open.csv")
    (row,) = csv.DictReader(io.StringIO((tmp_path / "open.csv").read_text("utf-8")))
    assert (row["best"], row["wording"], row["status"]) == ("", "", "pending")


def test_json_holds_the_claims_within_their_results(tmp_path: Path) -> None:
    rd.write(RESULTS, tmp_path / "x.json")
    first, _ = json.loads((tmp_path / "x.json").read_text("utf-8"))
    roles = {row["id"]: (row["role"], row["replaced_by"]) for row in first["claims"]}
    assert roles["a__toll.killed"] == ("superseded", "b__toll.killed")
    assert roles["e__toll.killed"] == ("copy", "d__toll.killed")
    assert {row["id"]: row["contradicts"] for row in first["claims"]}["b__toll.killed"] == (
        "c__toll.killed d__toll.killed"
    )


def test_jsonld_is_prov(tmp_path: Path) -> None:
    rd.write(RESULTS, tmp_path / "x.jsonld")
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(tmp_path / "x.jsonld", format="json-ld")
    prov = rdflib.Namespace("http://www.w3.org/ns/prov#")
    name = rdflib.URIRef("urn:x-raqqa-data:observation:")
    assert len(list(graph.triples((None, prov.wasDerivedFrom, None)))) == 4
    assert list(graph.subject_objects(prov.wasRevisionOf)) == [(name + "b__toll.killed", name + "a__toll.killed")]
    assert list(graph.subject_objects(prov.alternateOf)) == [(name + "e__toll.killed", name + "d__toll.killed")]
    claims = list(graph.objects(None, rdflib.URIRef("urn:x-raqqa-data:term:claim")))
    assert len(claims) == len(CLAIMS)


def test_jsonld_says_of_a_result_what_is_known_of_it_and_no_null(tmp_path: Path) -> None:
    rd.write([*RESULTS, *OPEN], tmp_path / "x.jsonld")
    graph = json.loads((tmp_path / "x.jsonld").read_text("utf-8"))["@graph"]
    decided, women, pending = (node for node in graph if node["@id"].startswith("result:"))
    assert {key: decided[key] for key in ("low", "high", "wording", "unit", "period", "status")} == {
        "low": 15,
        "high": 17,
        "wording": "between",
        "unit": "person",
        "period": str(BASE.period),
        "status": "decided",
    }
    assert not {"best", "subgroup"} & decided.keys()
    assert (women["best"], women["subgroup"]) == (3, "sex=female")
    assert not {"best", "low", "high", "wording"} & pending.keys()
    assert all(None not in node.values() for node in (decided, women, pending))


def test_parquet_holds_lists_of_claims(tmp_path: Path) -> None:
    rd.write(RESULTS, tmp_path / "x.parquet")
    pl = pytest.importorskip("polars")
    frame = pl.read_parquet(tmp_path / "x.parquet")
    assert frame["claims_count"].to_list() == [5, 1]
    assert frame["low"].to_list() == [15.0, 3.0]
    assert [claim["id"] for claims in frame["claims"].to_list() for claim in claims] == [one.id for one in CLAIMS]
    once = (tmp_path / "x.parquet").read_bytes()
    rd.write(RESULTS, tmp_path / "x.parquet")
    assert (tmp_path / "x.parquet").read_bytes() == once


def test_a_data_package_of_two_tables(tmp_path: Path) -> None:
    rd.write(RESULTS, tmp_path / "package", "datapackage")
    rd.write(RESULTS, tmp_path / "package" / "datapackage.json")
    assert len(list((tmp_path / "package").iterdir())) == 3
    descriptor = json.loads((tmp_path / "package" / "datapackage.json").read_text("utf-8"))
    _, claims = descriptor["resources"]
    assert claims["schema"]["foreignKeys"][0]["reference"] == {"resource": "reconciled", "fields": ["id"]}
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(tmp_path / "package" / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])


@pytest.mark.parametrize("name", [name for name in CLAIM_FORMATS if name != "datapackage"])
def test_nothing_is_a_table_too(name: str) -> None:
    for results in ((), OPEN):
        stream = io.BytesIO()
        write_to(results, stream, name)
        assert stream.getvalue()


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(rd.NotFoundError, match="geojson"):
        rd.write(RESULTS, tmp_path / "x.geojson")
    with pytest.raises(rd.NotFoundError, match="xml"):
        rd.write(RESULTS, tmp_path / "x", "xml")
    with pytest.raises(rd.NotFoundError, match="format"):
        write_to(RESULTS, io.BytesIO(), "datapackage")
    with pytest.raises(rd.RecordError, match="must be Observations"):
        rd.write([5], tmp_path / "x.csv")  # type: ignore[list-item]
    (tmp_path / "file").touch()
    with pytest.raises(rd.FileError, match="cannot be written"):
        rd.write(RESULTS, tmp_path / "file" / "in", "datapackage")
    assert format_of(str(tmp_path)) == "datapackage"
