"""What others' validators say of our files: each passes what we write, and fails on a fault put in on purpose."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import warnings
from pathlib import Path
from typing import Any

import pytest

import raqqa_data as rd


def written(path: Path) -> Path:
    rd.write(rd.observations, path)
    return path


# ---------------------------------------------------------------------------------------------------- Data Package


def frictionless_report(folder: Path) -> Any:
    frictionless = pytest.importorskip("frictionless")
    return frictionless.validate(str(folder / "datapackage.json"))


def test_frictionless_finds_the_package_valid(tmp_path: Path) -> None:
    written(tmp_path / "package" / "datapackage.json")
    report = frictionless_report(tmp_path / "package")
    assert report.valid, report.to_summary()
    assert report.stats["tasks"] == 2


def test_frictionless_finds_a_changed_cell(tmp_path: Path) -> None:
    folder = written(tmp_path / "package" / "datapackage.json").parent
    (table,) = folder.glob("observations-*.csv")
    table.write_bytes(table.read_bytes().replace(b",flow,", b",flood,", 1))
    codes = {error.type for task in frictionless_report(folder).tasks for error in task.errors}
    assert {"hash-count", "constraint-error"} <= codes


def test_frictionless_finds_a_repeated_key(tmp_path: Path) -> None:
    folder = written(tmp_path / "package" / "datapackage.json").parent
    (table,) = folder.glob("observations-*.csv")
    lines = table.read_bytes().splitlines(keepends=True)
    table.write_bytes(b"".join([*lines, lines[-1]]))
    codes = {error.type for task in frictionless_report(folder).tasks for error in task.errors}
    assert "primary-key" in codes


def test_the_descriptor_says_what_version_2_wants(tmp_path: Path) -> None:
    path = written(tmp_path / "package" / "datapackage.json")
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert descriptor["version"] == rd.data_version
    assert descriptor["licenses"][0]["name"] == "CC-BY-4.0"
    assert any("GeoNames" in source["title"] for source in descriptor["sources"])
    table = descriptor["resources"][0]
    assert table["schema"]["primaryKey"] == ["id"]
    assert table["hash"].startswith("sha256:")


# ----------------------------------------------------------------------------------------------------- JSON Schema


def schema_errors(content: str) -> list[str]:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((Path(rd.catalogue.__file__).parent / "catalogue.schema.json").read_text(encoding="utf-8"))
    return [error.json_path for error in jsonschema.Draft202012Validator(schema).iter_errors(json.loads(content))]


def test_json_schema_holds_and_finds_faults(tmp_path: Path) -> None:
    content = written(tmp_path / "x.json").read_text(encoding="utf-8")
    assert schema_errors(content) == []
    assert schema_errors(content.replace('"nearly"', '"nearlyish"')) != []


# ------------------------------------------------------------------------------------------------- CSV on the Web


def test_csvw_reads_the_table_and_finds_faults(tmp_path: Path) -> None:
    csvw = pytest.importorskip("csvw")
    written(tmp_path / "x.csv-metadata.json")
    table = csvw.TableGroup.from_file(_as_group(tmp_path)).tables[0]
    rows = list(table.iterdicts(strict=True))
    assert [row["id"] for row in rows] == list(rd.observations.ids)
    assert rows[0]["best"] == rd.observations[0].estimate.best
    assert table.check_primary_key()

    (path,) = tmp_path.glob("x-*.csv")
    content = path.read_bytes()
    path.write_bytes(content.replace(b",flow,", b",flood,", 1))
    with pytest.raises(ValueError, match="flood"):
        list(csvw.TableGroup.from_file(_as_group(tmp_path)).tables[0].iterdicts(strict=True))


def test_csvw_metadata_is_valid_by_the_standards_own_rules(tmp_path: Path) -> None:
    csvw = pytest.importorskip("csvw")
    written(tmp_path / "x.csv-metadata.json")
    path = tmp_path / "x.csv-metadata.json"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert csvw.CSVW(str(path), validate=True).is_valid
    metadata = json.loads(path.read_text(encoding="utf-8"))
    metadata["tableSchema"]["columns"][0]["name"] = "other"
    metadata["tableSchema"]["columns"][0]["titles"] = {"en": ["other"]}
    path.write_text(json.dumps(metadata), encoding="utf-8")
    with pytest.raises(ValueError, match="other"):
        assert csvw.CSVW(str(path), validate=True).is_valid


def _as_group(folder: Path) -> str:
    """`TableGroup` takes a group of tables only; this is the group of our one."""
    metadata = json.loads((folder / "x.csv-metadata.json").read_text(encoding="utf-8"))
    table = {key: metadata[key] for key in ("url", "tableSchema")}
    group = {"@context": metadata["@context"], "dialect": metadata["dialect"], "tables": [table]}
    (folder / "group.json").write_text(json.dumps(group), encoding="utf-8")
    return str(folder / "group.json")


# ------------------------------------------------------------------------------------------------------ JSON-LD

SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix schema: <https://schema.org/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix term: <urn:x-raqqa-data:term:> .

[] a sh:NodeShape ; sh:targetClass schema:Observation ;
  sh:property [ sh:path schema:variableMeasured ; sh:minCount 1 ; sh:maxCount 1 ;
                sh:class schema:StatisticalVariable ] ;
  sh:property [ sh:path schema:observationAbout ; sh:minCount 1 ; sh:maxCount 1 ; sh:class schema:Place ] ;
  sh:property [ sh:path prov:hadPrimarySource ; sh:minCount 1 ; sh:class prov:Entity ] ;
  sh:property [ sh:path prov:wasAttributedTo ; sh:maxCount 1 ; sh:class prov:Agent ] ;
  sh:property [ sh:path schema:unitText ; sh:minCount 1 ; sh:maxCount 1 ] ;
  sh:property [ sh:path term:period ; sh:minCount 1 ; sh:maxCount 1 ;
                sh:datatype <http://id.loc.gov/datatypes/edtf/EDTF-level1> ] ;
  sh:property [ sh:path term:periodStart ; sh:maxCount 1 ; sh:datatype xsd:date ] ;
  sh:property [ sh:path schema:name ; sh:minCount 2 ; sh:uniqueLang true ; sh:languageIn ( "en" "ar" ) ] ;
  sh:property [ sh:path ( prov:wasQuotedFrom oa:hasSelector oa:exact ) ; sh:minCount 1 ; sh:maxCount 1 ;
                sh:maxLength 60 ] ;
  sh:property [ sh:path ( prov:wasQuotedFrom oa:hasSelector oa:start ) ; sh:minCount 1 ;
                sh:datatype xsd:nonNegativeInteger ] .
"""


def graph_of(content: str) -> Any:
    return pytest.importorskip("rdflib").Graph().parse(data=content, format="json-ld")


def test_rdflib_and_shacl_find_the_graph_valid_and_a_fault_in_it(tmp_path: Path) -> None:
    pyshacl = pytest.importorskip("pyshacl")
    content = written(tmp_path / "x.jsonld").read_text(encoding="utf-8")
    conforms, _, report = pyshacl.validate(graph_of(content), shacl_graph=SHAPES, shacl_graph_format="turtle")
    assert conforms, report
    for right, wrong in (
        ('QuoteSelector", "exact":', 'QuoteSelector", "precise":'),
        ('"about": "place:', '"about": "agent:'),
    ):
        conforms, _, _ = pyshacl.validate(
            graph_of(content.replace(right, wrong)), shacl_graph=SHAPES, shacl_graph_format="turtle"
        )
        assert not conforms, wrong


def test_sparql_finds_a_value_with_its_words_and_who_says_it(tmp_path: Path) -> None:
    graph = graph_of(written(tmp_path / "x.jsonld").read_text(encoding="utf-8"))
    query = """
        prefix schema: <https://schema.org/> prefix prov: <http://www.w3.org/ns/prov#>
        prefix oa: <http://www.w3.org/ns/oa#>
        select ?value ?start ?who ?code where {
          <urn:x-raqqa-data:observation:reconstruction.rubble_removed> schema:value ?value ; schema:unitCode ?code ;
            prov:wasQuotedFrom/oa:hasSelector/oa:start ?start ; prov:wasAttributedTo/schema:name ?who .
          filter(lang(?who) = "en")
        }"""
    ((value, start, who, code),) = graph.query(query)
    record = rd.reconstruction.rubble_removed
    assert record.attributed_to is not None
    assert (value.toPython(), int(start), str(who), str(code)) == (
        record.estimate.best,
        record.quote.start,
        record.attributed_to.name.en,
        "MTK",
    )


# ------------------------------------------------------------------------------------------------------- GeoJSON


def test_geojson_pydantic_takes_it_and_finds_a_fault(tmp_path: Path) -> None:
    geojson = pytest.importorskip("geojson_pydantic")
    content = written(tmp_path / "x.geojson").read_text(encoding="utf-8")
    collection = geojson.FeatureCollection.model_validate_json(content)
    assert len(collection.features) == len(rd.observations)
    points = {feature.id: feature.geometry for feature in collection.features}
    assert points["reconstruction.rubble_removed"].coordinates[:2] == (39.00788, 35.95283)
    with pytest.raises(ValueError, match="type"):
        geojson.FeatureCollection.model_validate_json(content.replace('"Point"', '"Pont"'))


def test_a_vague_place_has_no_point(tmp_path: Path) -> None:
    rd.write(rd.observations, tmp_path / "x.geojson")
    features: list[dict[str, Any]] = json.loads((tmp_path / "x.geojson").read_text(encoding="utf-8"))["features"]
    assert {feature["geometry"] is None for feature in features} == {True, False}
    for feature in features:
        record = rd.observations[str(feature["id"])]
        assert (feature["geometry"] is None) == (record.where_prec > 2 or record.place.latitude is None)


# -------------------------------------------------------------------------------------------------------- citing


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_bibtex_parser_reads_every_citation(language: str) -> None:
    pybtex = pytest.importorskip("pybtex.database")
    for record in rd.observations:
        ((_, entry),) = pybtex.parse_string(record.cite("bibtex", language=language), "bibtex").entries.items()
        assert entry.type == "misc"
        assert entry.fields["version"] == rd.data_version
        assert record.document.sha256 in entry.fields["note"]
    with pytest.raises(pytest.importorskip("pybtex.exceptions").PybtexError):
        pybtex.parse_string(rd.battle.cite("bibtex").replace("title = {", "title = {{"), "bibtex")


def test_cffconvert_takes_the_citation_file_and_finds_a_fault(tmp_path: Path) -> None:
    command = os.environ.get("CFFCONVERT") or shutil.which("cffconvert")
    if command is None:
        pytest.skip("cffconvert is in an environment of its own: CFFCONVERT is unset")
    path = tmp_path / "CITATION.cff"

    def valid(content: str) -> bool:
        path.write_text(content, encoding="utf-8")
        done = subprocess.run([command, "--validate", "-i", str(path)], check=False, capture_output=True, text=True)
        return done.returncode == 0

    for what in (rd.reconstruction.rubble_removed, rd.prison_attack, rd.total([rd.security.weapons_seized])):
        for language in ("en", "ar"):
            assert valid(what.cite("cff", language=language))
    assert not valid(rd.battle.cite("cff").replace("authors:", "auhtors:"))
