"""Running totals over tables of every engine, beside `change` over records."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import raqqa_data as rd
from raqqa_data.aggregation import frames
from raqqa_data.errors import FrameError, NotSummarizable
from tests.aggregation.engines import ALL, EMBEDDED, ENGINES, Columns, Engine, Rows
from tests.aggregation.factory import COUNTS
from tests.aggregation.test_changes import state

PARTS = ("best", "low", "high")


@pytest.fixture(params=ALL)
def engine(request: pytest.FixtureRequest) -> Engine:
    return ENGINES[request.param]


def columns_of(records: list[rd.Observation]) -> Columns:
    return {
        "id": [record.id for record in records],
        "indicator": [record.indicator.id for record in records],
        "additivity": [record.indicator.additivity.value for record in records],
        "place": [record.place.id for record in records],
        "subgroup": [record.subgroup and str(record.subgroup) for record in records],
        "attributed_to": [record.attributed_to and record.attributed_to.id for record in records],
        "event": [record.event for record in records],
        "period": [record.period.edtf for record in records],
        "record_status": [record.record_status.value for record in records],
        "unit": [record.unit for record in records],
        **{part: [getattr(record.estimate, part) for record in records] for part in PARTS},
    }


def in_order(rows: Rows) -> Rows:
    return sorted(rows, key=lambda row: str(row["period"]))


def expected_of(series: list[rd.Observation]) -> Rows:
    found = [rd.change(one, other) for one, other in pairwise(series)]
    return [
        {
            "indicator": "killed",
            "unit": "person",
            "period": str(each.period),
            **{part: getattr(each.estimate, part) for part in PARTS},
            "operation": each.operation,
            "earlier": each.inputs[0],
            "later": each.inputs[1],
        }
        for each in found
    ]


def test_each_state_less_the_one_before(engine: Engine) -> None:
    series = [
        state(1, 100),
        state(2, rd.Estimate.stated(120, rd.Wording.MORE_THAN)),
        state(5, rd.Estimate(130, 125, 140, rd.Wording.ABOUT)),
        state(6, rd.Estimate.between(100, 110)),
        state(9, rd.Estimate.vague()),
        state(10, 90),
    ]
    shuffled = random.Random(1).sample(series, len(series))
    frame = engine.make(columns_of(shuffled))
    found = frames.changes(frame)
    assert type(found).__name__ == type(frame).__name__
    assert in_order(engine.read(found)) == expected_of(series)


def test_several_series_and_units(engine: Engine) -> None:
    table: Columns = {
        "place": ["a", "a", "b", None, "b", None, "c"],
        "unit": ["hectare", "m2", "hectare", "hectare", "person", "hectare", "hectare"],
        "period": ["2023/2023-06-01", "2023/2023-05-01", *["2023/2023-05-01"] * 3, "2023/2023-05-02", "2023"],
        **{part: [1.0, 3_000.0, 5.0, 6.0, 7.0, 6.0, 8.0] for part in PARTS},
    }
    found = engine.read(frames.changes(engine.make(table), by="place", unit=None))
    assert [tuple(row.values()) for row in found] == [
        ("a", "meter ** 2", "2023-05-02/2023-06-01", 7_000.0, 7_000.0, 7_000.0, "change"),
        (None, "meter ** 2", "2023-05-02", 0.0, 0.0, 0.0, "change"),
    ]


def test_one_state_alone_changes_nothing(engine: Engine) -> None:
    assert engine.read(frames.changes(engine.make(columns_of([state(3, 1)])))) == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"place": ["p", "q"]}, "differ in column 'place'; group by it too"),
        ({"place": ["p", None]}, "differ in column 'place'; group by it too"),
        ({"subgroup": ["sex=female", None]}, "differ in column 'subgroup'"),
        ({"attributed_to": ["a", "b"]}, "differ in column 'attributed_to'"),
        ({"event": ["a", "b"]}, "differ in column 'event'"),
        ({"additivity": ["flow", "stock"]}, "what is stock does not grow"),
        ({"record_status": ["current", "withdrawn"]}, "withdrawn or superseded"),
        ({"period": ["2023-10-07/2023-10-09", "2023-10-08/2023-10-10"]}, "do not begin on one day"),
        ({"period": ["2023-10-07/2023-10-09", None]}, "do not begin on one day"),
        ({"period": ["2023-10-07/2023-10-09", "2023-10-07/.."]}, "do not begin on one day, or have no end"),
        ({"period": [None, None]}, "do not begin on one day"),
        ({"period": ["2023-10-07/2023-10-09"] * 2}, "does not surely end after"),
        ({"period": ["2023-10-07/2023-10-09", "2023-10-07/2023-10"]}, "does not surely end after"),
        ({"period": ["2023-10-07/2023-10-09", "2023-10-07/2023-10-10~"]}, "does not surely end after"),
    ],
)
def test_what_is_no_running_total(engine: Engine, changed: Columns, told: str) -> None:
    table = columns_of([state(3, 120), state(5, 181)]) | changed
    with pytest.raises(NotSummarizable, match=told) as caught:
        frames.changes(engine.make(table))
    assert caught.value.condition == "type compatibility"
    assert caught.value.offenders[0].startswith("indicator=killed")


def test_states_by_month() -> None:
    table = columns_of([state(3, 120), state(5, 181)]) | {"period": ["2023-10-07/2023-11", "2023-10-07/2023-12"]}
    pl = pytest.importorskip("polars")
    assert frames.changes(pl.DataFrame(table))["period"].to_list() == ["2023-12-01/2023-12-31"]


def test_withdrawn_on_purpose() -> None:
    pl = pytest.importorskip("polars")
    table = pl.DataFrame(columns_of([state(3, 120), state(5, 181)])).with_columns(record_status=pl.lit("withdrawn"))
    assert frames.changes(table, allow={"type compatibility"})["best"].to_list() == [61]


@pytest.mark.parametrize(
    ("changed", "by", "column", "words"),
    [
        ({"period": None}, "indicator", "period", "is missing"),
        ({"period": ["2023", "once"]}, "indicator", "period", "is no period"),
        ({}, "period", "period", "is a result"),
        ({}, "operation", "operation", "is missing"),
        ({"unit": ["person", "persn"]}, "indicator", "unit", "did you mean 'person'"),
        ({"low": ["x", "y"]}, "indicator", "low", "no type of number"),
    ],
)
def test_bad_tables(changed: dict[str, Any], by: str, column: str, words: str) -> None:
    pl = pytest.importorskip("polars")
    table = {name: values for name, values in (columns_of([state(3, 1), state(5, 2)]) | changed).items() if values}
    with pytest.raises(FrameError, match=words) as caught:
        frames.changes(pl.DataFrame(table), by=by)
    assert caught.value.column == column


def test_records_are_a_table() -> None:
    pytest.importorskip("arro3.core")
    pytest.importorskip("polars")
    series = rd.Observations([state(3, 120), state(5, 181)])
    assert frames.changes(series)["best"].to_list() == [61]


def test_lazy_where_the_engine_is() -> None:
    pl = pytest.importorskip("polars")
    table = pl.DataFrame(columns_of([state(3, 120), state(5, 181)]))
    found = frames.changes(table.lazy())
    assert isinstance(found, pl.LazyFrame)
    assert found.collect().equals(frames.changes(table))


def test_a_series_of_years_with_gaps_and_revisions(engine: Engine) -> None:
    chance = random.Random(5)
    days = sorted(chance.sample(range(1, 1400), 1000))
    tolls = [100]
    for number in range(1, len(days)):
        tolls.append(tolls[-1] + (chance.randrange(30) if number not in {300, 700} else -40))
    series = [state(day, toll) for day, toll in zip(days, tolls, strict=True)]
    frame = engine.make(columns_of(chance.sample(series, len(series))))
    with pytest.raises(NotSummarizable, match="disjointness"):
        frames.totals(frame)
    found = in_order(engine.read(frames.changes(frame)))
    assert found == expected_of(series)
    assert [row["later"] for row in found if row["operation"] == "revision"] == [series[300].id, series[700].id]
    assert sum(row["best"] for row in found) == tolls[-1] - tolls[0] == rd.change(series[0], series[-1]).estimate.best


@pytest.mark.parametrize("name", EMBEDDED)
@settings(max_examples=15)
@given(
    drawn=st.dictionaries(st.integers(1, 60), COUNTS, min_size=2, max_size=8).map(lambda drawn: sorted(drawn.items()))
)
def test_as_over_records(name: str, drawn: list[tuple[int, rd.Estimate]]) -> None:
    series = [state(day, estimate) for day, estimate in drawn]
    engine = ENGINES[name]
    frame = engine.make(columns_of(list(reversed(series))))
    found = in_order(engine.read(frames.changes(frame)))
    assert found == expected_of(series)
    bests = [estimate.best for _, estimate in drawn]
    if all(best is not None for best in bests):
        assert sum(row["best"] for row in found) == (bests[-1] or 0) - (bests[0] or 0)


def test_a_claim_of_another_is_no_state() -> None:
    other = attrs.evolve(state(5, 181), attributed_to=None, claim_status=rd.ClaimStatus.REPORTED)
    pl = pytest.importorskip("polars")
    table = pl.DataFrame(columns_of([state(3, 120), other]))
    with pytest.raises(NotSummarizable, match="attributed_to"):
        frames.changes(table)
    assert len(frames.changes(table, by=("indicator", "attributed_to"))) == 0
