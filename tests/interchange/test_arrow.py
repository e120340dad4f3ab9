"""Frames: every library that speaks Arrow takes the records as they are, and gives them back whole."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import sys
from typing import Any

import pytest

import raqqa_data as rd
from raqqa_data.interchange import COLUMNS, from_arrow, to_arrow
from raqqa_data.interchange.columns import Type
from raqqa_data.interchange.parquet import write_parquet

DESIGN = (  # noqa: SIM905 - as the design has it
    "id dataset indicator label_en label_ar subgroup kind best low high wording unit unit_ucum additivity of period "
    "reference_period_start reference_period_end date_prec place location_code admin1_code lat lon where_prec "
    "attributed_to conveyed_by claim_status part_of quote_ar char_start char_end document source_sha256 record_status"
).split()


def polars() -> Any:
    return pytest.importorskip("polars").DataFrame(rd.observations)


def polars_from_dataset() -> Any:
    pl = pytest.importorskip("polars")
    datasets = (rd.battle, rd.reconstruction, rd.security, rd.prison_attack)
    return pl.concat([pl.DataFrame(dataset) for dataset in datasets])


def pyarrow() -> Any:
    return pytest.importorskip("pyarrow").table(rd.observations)


def pandas() -> Any:
    pytest.importorskip("pyarrow")
    return pytest.importorskip("pandas", minversion="3").DataFrame.from_arrow(rd.observations)


def narwhals() -> Any:
    pytest.importorskip("polars")
    return pytest.importorskip("narwhals").from_arrow(rd.observations, backend="polars")


def arro3() -> Any:
    return to_arrow(rd.observations)


LIBRARIES = [polars, polars_from_dataset, pyarrow, pandas, narwhals, arro3]


@pytest.mark.parametrize("frame_of", LIBRARIES)
def test_records_come_back_from_every_library(frame_of: Any) -> None:
    assert rd.Observations.from_arrow(frame_of()) == rd.observations


def test_records_come_back_from_duckdb() -> None:
    pytest.importorskip("duckdb")
    # duckdb warns of leaks of its own as its interpreter ends
    code = """
import duckdb, raqqa_data as rd
observations = rd.observations
relation = duckdb.sql("select * from observations")
assert rd.Observations.from_arrow(relation) == rd.observations
print(duckdb.sql("select sum(best) from observations where part_of = 'prison_attack.killed'").fetchall())
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.stdout == "[(181.0,)]\n", done.stderr


def test_columns_are_those_of_the_design_and_more() -> None:
    names = [column.name for column in COLUMNS]
    assert names[: len(DESIGN)] == DESIGN
    assert names[len(DESIGN) :] == [
        *("inferred", "note_en", "note_ar", "superseded_by", "event", "annotation"),
        *("quote_prefix", "quote_suffix", "page", "paragraph", "price_basis", "published"),
    ]


def test_columns_are_typed_and_described() -> None:
    schema = to_arrow(rd.observations).schema
    assert str(schema.field("best").type) == "arro3.core.DataType<Float64>\n"
    assert schema.field("reference_period_start").type.is_date32(schema.field("reference_period_start").type)
    for column in COLUMNS:
        field = schema.field(column.name)
        assert field.nullable is not column.required
        metadata = field.metadata_str
        assert metadata["description"] == column.description
        assert metadata["raqqa_data:schema_version"] == "2.0"
        assert metadata.get("unit") == column.unit
        assert type(field.type).is_dictionary(field.type) is (column.type is Type.CODE)


def test_values_are_what_an_analyst_expects() -> None:
    (row,) = polars().filter(id="reconstruction.rubble_removed").to_dicts()
    assert (row["best"], row["low"], row["wording"], row["unit_ucum"]) == (5e6, None, "nearly", "m2")
    assert row["reference_period_start"] == dt.date(2017, 10, 1)
    assert (row["location_code"], row["admin1_code"], row["place"]) == ("SYR", "SY11", "raqqa-city")
    assert (row["lat"], row["lon"], row["where_prec"]) == (35.95283, 39.00788, 1)
    assert row["attributed_to"] == "global-coalition"


def test_a_selection_of_another_librarys_making_is_read() -> None:
    frame = polars().filter(place="al-hasakah")
    assert from_arrow(frame) == rd.observations.where(place="al-hasakah")


def test_columns_may_stand_in_any_order_and_beside_others() -> None:
    frame = polars()
    mixed = frame.select(sorted(frame.columns)).with_columns(mine=frame["best"] * 2)
    assert from_arrow(mixed) == rd.observations


def test_a_missing_column_is_told_with_what_may_be_meant() -> None:
    with pytest.raises(rd.CatalogueError, match=r"frame: wording: no such column; is 'wordng' meant\?"):
        from_arrow(polars().rename({"wording": "wordng"}))


def test_what_repeats_others_may_be_missing_but_not_wrong() -> None:
    frame = polars()
    assert from_arrow(frame.drop("dataset", "lat", "lon", "additivity")) == rd.observations
    with pytest.raises(rd.CatalogueError, match=r"observations\[0\]\.lat: '0\.0', where the record says '35\.95"):
        from_arrow(frame.with_columns(lat=0.0 * frame["lat"]))


@pytest.mark.parametrize("name", [column.name for column in COLUMNS if column.added] + ["*"])
def test_a_table_of_an_earlier_form_is_read(name: str) -> None:
    added = [column.name for column in COLUMNS if column.added]
    found = rd.Observations.from_arrow(polars().drop(added if name == "*" else name))
    assert [(record.id, record.estimate, record.quote.exact) for record in found] == [
        (record.id, record.estimate, record.quote.exact) for record in rd.observations
    ]
    assert {record.annotation for record in found} == {rd.Annotation.CONFIRMED}
    if name in {"*", "event"}:
        assert {record.event for record in found} == {None}


def test_a_wrong_value_is_told_with_its_path() -> None:
    frame = polars()
    pl = pytest.importorskip("polars")
    broken = frame.with_columns(best=pl.when(pl.col("id") == "battle.city_destroyed").then(-1e9).otherwise("best"))
    with pytest.raises(rd.CatalogueError, match=r"frame: observations\[0\]\.estimate: Estimate\.low, best, high"):
        from_arrow(broken)
    with pytest.raises(rd.CatalogueError, match=r"observations\[0\]\.place: no place 'raqa-city'; did you mean"):
        from_arrow(frame.with_columns(place=pl.lit("raqa-city")))
    with pytest.raises(rd.CatalogueError, match=r"observations\[1\]\.id: .* stands here a second time"):
        from_arrow(pl.concat([frame[:1], frame[:1]]))


def test_what_speaks_no_arrow_is_refused() -> None:
    pl = pytest.importorskip("polars")
    with pytest.raises(rd.RecordError, match="does not speak Arrow"):
        from_arrow([{"id": 1}])
    with pytest.raises(rd.RecordError, match="collect it first"):
        from_arrow(pl.LazyFrame())


def test_without_the_library_the_extra_is_named() -> None:
    code = """
import sys
sys.modules["arro3"] = None
import raqqa_data as rd
from raqqa_data.errors import MissingExtraError
try:
    rd.observations.__arrow_c_stream__()
except MissingExtraError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "arro3-core is not installed: pip install 'raqqa_data[arrow]'\n"


def test_naive_sums_are_for_our_own_helper() -> None:
    """The table keeps what a sum would lose: a bound that is not stated is null, never zero."""
    frame = polars()
    assert frame["high"].null_count() == sum(record.estimate.high is None for record in rd.observations)


def test_parquet_has_the_same_bytes_at_each_writing() -> None:
    pytest.importorskip("arro3.io")
    written: set[bytes] = set()
    for _ in range(10):
        stream = io.BytesIO()
        write_parquet(rd.observations, stream)
        written.add(stream.getvalue())
    assert len(written) == 1
