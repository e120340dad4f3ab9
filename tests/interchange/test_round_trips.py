"""What is written is what is read, in every format, for records of every form."""

from __future__ import annotations

import io
import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given, settings

import raqqa_data as rd
from raqqa_data.catalogue import dumps, loads, plain
from raqqa_data.interchange.arrow import from_arrow, to_arrow
from raqqa_data.interchange.csv_file import read_csv, write_csv
from raqqa_data.interchange.csvw import read_csvw, write_csvw
from raqqa_data.interchange.datapackage import read_datapackage, write_datapackage
from raqqa_data.interchange.geojson import read_geojson, write_geojson
from raqqa_data.interchange.jsonld import read_jsonld, write_jsonld
from raqqa_data.interchange.jsonlines import line_of, read_jsonl, write_jsonl
from raqqa_data.interchange.parquet import read_parquet, write_parquet
from tests.strategies import catalogues, examples

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO

EXAMPLES = settings(max_examples=examples(400))


def written(write: Callable[[rd.Observations, IO[bytes]], None], observations: rd.Observations) -> bytes:
    stream = io.BytesIO()
    write(observations, stream)
    return stream.getvalue()


def as_float64(observations: rd.Observations) -> rd.Observations:
    """What the formats of typed columns hold: whole numbers beyond 2**53 become the nearest float64."""

    def near(part: float | None, *, whole: bool) -> float | None:
        if part is None or abs(part) <= 2**53:
            return part
        return int(float(part)) if whole else float(part)

    def rounded(record: rd.Observation) -> rd.Observation:
        estimate = record.estimate
        of = partial(near, whole=record.kind == "count")
        return attrs.evolve(
            record,
            estimate=rd.Estimate(of(estimate.best), of(estimate.low), of(estimate.high), estimate.wording),
        )

    return rd.Observations(map(rounded, observations))


def through_json(catalogue: rd.Catalogue, _: Path) -> None:
    assert loads(dumps(catalogue)) == catalogue


def through_json_lines(catalogue: rd.Catalogue, _: Path) -> None:
    records = catalogue.observations
    lines = written(write_jsonl, records).split(b"\n")
    assert read_jsonl(lines, "x.jsonl") == records
    assert [json.loads(line) for line in lines[1:-1]] == [plain(record) for record in records]
    assert list(map(line_of, records)) == [line.decode() + "\n" for line in lines[1:-1]]


def through_csv(catalogue: rd.Catalogue, _: Path) -> None:
    content = written(write_csv, catalogue.observations)
    assert read_csv(content.decode(), "x.csv", catalogue) == catalogue.observations


def through_geojson(catalogue: rd.Catalogue, _: Path) -> None:
    content = written(write_geojson, catalogue.observations)
    assert read_geojson(content.decode(), "x.geojson") == catalogue.observations


def through_json_ld(catalogue: rd.Catalogue, _: Path) -> None:
    content = written(write_jsonld, catalogue.observations)
    assert read_jsonld(content.decode(), "x.jsonld") == catalogue.observations


def through_arrow(catalogue: rd.Catalogue, _: Path) -> None:
    assert from_arrow(to_arrow(catalogue.observations)) == as_float64(catalogue.observations)


def through_parquet(catalogue: rd.Catalogue, _: Path) -> None:
    content = written(write_parquet, catalogue.observations)
    assert read_parquet(content, "x.parquet", apart=False) == as_float64(catalogue.observations)


def through_a_data_package(catalogue: rd.Catalogue, folder: Path) -> None:
    write_datapackage(catalogue.observations, str(folder / "package"), data_version=catalogue.data_version)
    assert read_datapackage(str(folder / "package")) == catalogue.observations


def through_csv_on_the_web(catalogue: rd.Catalogue, folder: Path) -> None:
    write_csvw(catalogue.observations, str(folder / "table.csv"), data_version=catalogue.data_version)
    assert read_csvw(str(folder / "table.csv")) == catalogue.observations


FORMATS = [
    through_json,
    through_json_lines,
    through_csv,
    through_geojson,
    through_json_ld,
    through_arrow,
    through_parquet,
    through_a_data_package,
    through_csv_on_the_web,
]


# drawing a catalogue takes longer than all formats together, so each goes through all of them
@EXAMPLES
@given(catalogues(least=1))
def test_the_same_records_come_back_from_every_format(
    tmp_path_factory: pytest.TempPathFactory, catalogue: rd.Catalogue
) -> None:
    for through in FORMATS:
        through(catalogue, tmp_path_factory.getbasetemp())


@pytest.mark.parametrize("through", FORMATS)
def test_no_record_at_all_comes_back_too(tmp_path: Path, through: Callable[[rd.Catalogue, Path], None]) -> None:
    through(attrs.evolve(rd.datasets.catalogue, observations=rd.Observations()), tmp_path)


FILES = [
    "observations.json",
    "observations.jsonl",
    "observations.ndjson",
    "observations.csv",
    "observations.parquet",
    "observations.geojson",
    "observations.jsonld",
    "observations.csv-metadata.json",
    "package/datapackage.json",
]


@pytest.mark.parametrize("name", FILES)
def test_write_and_load_choose_by_the_files_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    rd.write(rd.observations, path)
    assert rd.load(path, rd.Observations) == rd.observations
    assert rd.load(path, type(rd.battle)) == rd.battle
    assert not [found for found in path.parent.iterdir() if found.name.endswith(".tmp")]


@pytest.mark.parametrize("name", ["x", "x.txt"])
def test_a_format_can_be_named(tmp_path: Path, name: str) -> None:
    rd.write(rd.security, tmp_path / name, "geojson")
    assert rd.load(tmp_path / name, rd.Observations, format="geojson") == rd.security.observations


def test_a_whole_catalogue_is_json_with_its_events(tmp_path: Path) -> None:
    rd.write(rd.datasets.catalogue, tmp_path / "all.json")
    assert rd.load(tmp_path / "all.json") == rd.datasets.catalogue
    with pytest.raises(rd.CatalogueError, match=r"all\.csv: events: csv cannot hold them"):
        rd.write(rd.datasets.catalogue, tmp_path / "all.csv")
    assert not (tmp_path / "all.csv").exists()


def test_json_says_of_which_version_its_data_are(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    shipped, strange = rd.security.observations, attrs.evolve(rd.prison_attack.killed.document, sha256="0" * 64)
    own = rd.Observations([attrs.evolve(rd.prison_attack.killed, document=strange, part_of=None)])
    for records, version, said in (
        (shipped, None, rd.data_version),
        (shipped, "2.0", "2.0"),
        (own, None, "unversioned"),
        (own, "2.0", "2.0"),
        (rd.datasets.catalogue, None, rd.data_version),
        (rd.datasets.catalogue, "2.0", "2.0"),
    ):
        rd.write(records, path, data_version=version)
        assert rd.load(path).data_version == said


def test_a_selection_whose_links_lead_out_is_no_catalogue(tmp_path: Path) -> None:
    parts = rd.observations.where(part_of="prison_attack.killed")
    with pytest.raises(rd.CatalogueError, match=r"no observation 'prison_attack\.killed'[\s\S]*JSON Lines"):
        rd.write(parts, tmp_path / "parts.json")
    rd.write(parts, tmp_path / "parts.jsonl")
    assert rd.load(tmp_path / "parts.jsonl", rd.Observations) == parts


def test_csv_alone_needs_to_know_what_it_names(tmp_path: Path) -> None:
    whale = attrs.evolve(
        rd.battle.battle_duration, document=attrs.evolve(rd.battle.battle_duration.document, id="another")
    )
    rd.write(rd.Observations([whale]), tmp_path / "x.csv")
    with pytest.raises(rd.CatalogueError, match=r"no document 'another'[\s\S]*give `context`"):
        rd.load(tmp_path / "x.csv", rd.Observations)
    assert rd.load(tmp_path / "x.csv", rd.Observations, context=rd.Observations([whale])) == rd.Observations([whale])


def test_what_a_table_repeats_must_agree(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    rd.write(rd.observations, path)
    path.write_bytes(path.read_bytes().replace(b"m2,flow", b"m2,stock"))
    with pytest.raises(rd.CatalogueError, match=r"additivity: 'stock', where the record says 'flow'"):
        rd.load(path, rd.Observations)


def test_unknown_formats_are_told(tmp_path: Path) -> None:
    with pytest.raises(rd.NotFoundError, match="no format 'parqet'; did you mean 'parquet'"):
        rd.write(rd.observations, tmp_path / "x", "parqet")
    with pytest.raises(rd.NotFoundError, match=r"no format 'x\.xlsx'"):
        rd.write(rd.observations, tmp_path / "x.xlsx")
    with pytest.raises(rd.RecordError, match="must be Observations, a Dataset, a Catalogue or a Collection"):
        rd.write([1], tmp_path / "x.csv")  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]


def test_two_of_one_id_cannot_stand_in_one_table() -> None:
    record = rd.security.weapons_seized
    other = attrs.evolve(
        rd.security.cell_members_arrested, place=attrs.evolve(record.place, name=rd.Name("Elsewhere", "مكان آخر"))
    )
    with pytest.raises(rd.CatalogueError, match="places: two different ones have the id"):
        to_arrow([record, other])
