"""Sums that lie are refused and sums that are honest are made, over records and over tables of three engines."""

from __future__ import annotations

from typing import Any

import pytest

import raqqa_data as rd
from raqqa_data.aggregation import frames
from raqqa_data.units.table import find_unit
from tests.aggregation.factory import CITY, OTHER_CITY
from tests.aggregation.sums import HONEST, LIES, Row, records_of

PARTS = ("best", "low", "high")
ENGINES = ("polars", "pandas", "duckdb")


def frame_of(engine: str, rows: list[Row]) -> Any:
    """The rows as a table, and a column that is the same in all: what is summed is all of it."""
    pl = pytest.importorskip("polars")
    # two records of one id are no Observations, but they can be a table
    table = pl.concat([pl.DataFrame(rd.Observations([record])) for record in records_of(rows)])
    table = table.with_columns(all=pl.lit("all"))
    if engine == "polars":
        return table
    arrow = table.to_arrow()
    if engine == "duckdb":
        return pytest.importorskip("duckdb").from_arrow(arrow)
    return pytest.importorskip("pandas").DataFrame.from_arrow(arrow)


def sums_of(engine: str, rows: list[Row]) -> list[dict[str, Any]]:
    found = frames.totals(frame_of(engine, rows), by="all", places=[CITY, OTHER_CITY])
    if engine == "polars":
        return list(found.rows(named=True))
    arrow = found.to_arrow_table() if engine == "duckdb" else pytest.importorskip("pyarrow").Table.from_pandas(found)
    return list(arrow.to_pylist())


def test_there_are_at_least_forty_of_each() -> None:
    assert len({reason for reason, *_ in LIES}) == len(LIES) >= 40
    assert len({reason for reason, *_ in HONEST}) == len(HONEST) >= 40


@pytest.mark.parametrize(("reason", "rows", "condition"), LIES, ids=[case[0] for case in LIES])
def test_lies_over_records(reason: str, rows: list[Row], condition: str) -> None:
    with pytest.raises(rd.NotSummarizable) as caught:
        rd.total(records_of(rows), within=())
    assert caught.value.condition == condition, reason


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("reason", "rows", "condition"), LIES, ids=[case[0] for case in LIES])
def test_lies_over_tables(engine: str, reason: str, rows: list[Row], condition: str) -> None:
    dimensions = {find_unit(record.unit).dimension for record in records_of(rows)}
    if len(dimensions) > 1:
        # a table's groups are of one dimension each, so no number is made of both
        assert [row["records"] for row in sums_of(engine, rows)] == [1, 1], reason
        return
    with pytest.raises(rd.NotSummarizable) as caught:
        sums_of(engine, rows)
    assert caught.value.condition == condition, reason


@pytest.mark.parametrize(("reason", "rows", "parts"), HONEST, ids=[case[0] for case in HONEST])
def test_honest_over_records(reason: str, rows: list[Row], parts: tuple[float | None, ...]) -> None:
    records = records_of(rows)
    base = find_unit(records[0].unit).base
    found = rd.total(records, unit=base, within=()).estimate
    assert (found.best, found.low, found.high) == parts, reason


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("reason", "rows", "parts"), HONEST, ids=[case[0] for case in HONEST])
def test_honest_over_tables(engine: str, reason: str, rows: list[Row], parts: tuple[float | None, ...]) -> None:
    (row,) = sums_of(engine, rows)
    found = tuple(None if row[part] is None or row[part] != row[part] else row[part] for part in PARTS)
    assert found == parts, reason
