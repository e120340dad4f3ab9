"""Wholes and parts over tables, beside those over records."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raqqa_data.aggregation import check_hierarchy, frames
from raqqa_data.errors import FrameError, NotSummarizable
from raqqa_data.records import Estimate, Wording
from tests.aggregation.engines import ALL, ENGINES, Engine
from tests.aggregation.factory import COUNTS, RUBBLE, observation
from tests.aggregation.test_frames import PARTS, columns_of
from tests.strategies import examples

TOUCHING = st.sampled_from([Wording.EXACT, Wording.MORE_THAN, Wording.LESS_THAN])
WORDED = COUNTS.filter(lambda estimate: any(getattr(estimate, part) is not None for part in PARTS))


@pytest.fixture(params=ALL)
def engine(request: pytest.FixtureRequest) -> Engine:
    return ENGINES[request.param]


def family(whole: Estimate, parts: list[Estimate]) -> list[Any]:
    return [
        observation("whole", whole),
        *(observation(f"p{n}", part, subgroup=f"s{n}", part_of="whole") for n, part in enumerate(parts)),
    ]


def test_wholes_beside_their_parts(engine: Engine) -> None:
    records = [
        observation("w", 2, RUBBLE, unit="hectare"),
        observation("a", 15_000, RUBBLE, subgroup="a", part_of="w"),
        observation("b", 5, RUBBLE, unit="dunam", subgroup="b", part_of="w"),
        observation("x", 3),
        observation("y", Estimate.between(1, 2), subgroup="y", part_of="x"),
        observation("alone", 3),
    ]
    found = engine.read(frames.check_hierarchy(engine.make(columns_of(records))))
    assert [(row["id"], row["unit"], row["parts_best"], row["parts"], row["verdict"]) for row in found] == [
        ("report.w", "meter ** 2", 20_000, 2, "agree"),
        ("report.x", "person", None, 1, "incomplete"),
    ]


def test_rounding_is_no_contradiction_and_one_too_many_is(engine: Engine) -> None:
    records = [
        observation("w", 0.3, RUBBLE, unit="hectare"),
        observation("a", 0.1, RUBBLE, unit="hectare", subgroup="a", part_of="w"),
        observation("b", 0.2, RUBBLE, unit="hectare", subgroup="b", part_of="w"),
        observation("x", 10**13),
        observation("y", 10**13 + 1, subgroup="y", part_of="x"),
    ]
    found = engine.read(frames.check_hierarchy(engine.make(columns_of(records))))
    assert {row["id"]: row["verdict"] for row in found} == {"report.w": "agree", "report.x": "contradict"}
    assert check_hierarchy(records[0], records[1:3]).verdict == "agree"


@settings(max_examples=examples(80))
@given(WORDED, st.lists(WORDED, min_size=1, max_size=4))
def test_verdict_as_over_records(whole: Estimate, parts: list[Estimate]) -> None:
    records = family(whole, parts)
    expected = check_hierarchy(records[0], records[1:])
    engine = ENGINES["polars lazy"]
    (row,) = engine.read(frames.check_hierarchy(engine.make(columns_of(records))))
    assert row["verdict"] == expected.verdict
    assert [row[f"parts_{part}"] for part in PARTS] == [getattr(expected.second, part) for part in PARTS]


@settings(max_examples=examples(40))
@given(st.sampled_from([2, 3, 4]), st.lists(TOUCHING, min_size=1, max_size=2))
def test_touching_bounds_as_over_records(number: int, wordings: list[Wording]) -> None:
    whole = Estimate.stated(number, wordings[0])
    records = family(whole, [Estimate.stated(3, wordings[-1])])
    expected = check_hierarchy(records[0], records[1:])
    for name in ("polars", "duckdb"):
        (row,) = ENGINES[name].read(frames.check_hierarchy(ENGINES[name].make(columns_of(records))))
        assert row["verdict"] == expected.verdict


def test_without_wordings_bounds_belong() -> None:
    records = family(Estimate.stated(3, Wording.MORE_THAN), [Estimate.stated(3)])
    table = columns_of(records)
    del table["wording"]
    (row,) = ENGINES["polars"].read(frames.check_hierarchy(ENGINES["polars"].make(table)))
    assert row["verdict"] == "overlap"


def test_another_dimension_has_no_verdict() -> None:
    table = columns_of([observation("w", 2, RUBBLE), observation("a", 2, part_of="w", period="1999")])
    (row,) = ENGINES["polars"].read(frames.check_hierarchy(ENGINES["polars"].make(table)))
    assert row["verdict"] is None


def test_parts_that_overlap() -> None:
    table = columns_of([observation("w", 2), observation("a", part_of="w"), observation("b", part_of="w")])
    with pytest.raises(NotSummarizable, match="overlap in time"):
        frames.check_hierarchy(ENGINES["polars"].make(table))
    found = frames.check_hierarchy(ENGINES["polars"].make(table), allow={"disjointness"})
    assert found["verdict"].to_list() == ["agree"]


def test_needs_its_columns() -> None:
    pl = pytest.importorskip("polars")
    with pytest.raises(FrameError, match="part_of"):
        frames.check_hierarchy(pl.DataFrame({"id": ["a"]}))


def test_parts_whose_whole_is_not_there(engine: Engine) -> None:
    records = family(Estimate.stated(3), [Estimate.stated(1), Estimate.stated(2)])
    (row,) = engine.read(frames.check_hierarchy(engine.make(columns_of(records[1:]))))
    assert (row["id"], row["unit"], row["best"], row["verdict"]) == ("report.whole", "person", None, None)
    assert (row["parts_best"], row["parts"]) == (3, 2)
