"""Claims of one event: two documents that speak of it are reconciled and not added, over records and over tables."""

from __future__ import annotations

import itertools
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raqqa_data.aggregation import frames, total
from raqqa_data.errors import NotSummarizable
from raqqa_data.records import Observation
from tests.aggregation.engines import ALL, ENGINES, Engine
from tests.aggregation.factory import CITY, DOCUMENT, OTHER_CITY, observation
from tests.aggregation.test_frames import columns, columns_of
from tests.strategies import examples

SECOND = attrs.evolve(DOCUMENT, id="second")


@pytest.fixture(params=ALL)
def engine(request: pytest.FixtureRequest) -> Engine:
    return ENGINES[request.param]


def claims(*rows: tuple[str | None, Any, Any]) -> list[Observation]:
    """Each of an event, a document and a subgroup, and of a day and a city of its own."""
    return [
        observation(f"o{n}", 1, period=f"{2000 + n}", event=event, document=document, subgroup=subgroup)
        for n, (event, document, subgroup) in enumerate(rows)
    ]


WOMEN, MEN, CIVILIANS = {"sex": "female"}, {"sex": "male"}, {"status": "civilian"}
CASES = [
    ([("raid", DOCUMENT, None), ("raid", SECOND, None)], 2),
    ([("raid", DOCUMENT, WOMEN), ("raid", SECOND, None)], 2),
    ([("raid", DOCUMENT, WOMEN), ("raid", SECOND, CIVILIANS)], 2),
    ([("raid", DOCUMENT, WOMEN), ("raid", DOCUMENT, MEN), ("raid", SECOND, WOMEN)], 2),
    ([("raid", DOCUMENT, WOMEN), ("raid", SECOND, MEN)], 0),
    ([("raid", DOCUMENT, None), ("siege", SECOND, None), (None, SECOND, None)], 0),
    ([("raid", DOCUMENT, None), ("raid", DOCUMENT, None)], 0),
]


@pytest.mark.parametrize(("rows", "count"), CASES)
def test_one_event_in_two_documents(engine: Engine, rows: list[Any], count: int) -> None:
    records = claims(*rows)
    frame = engine.make(columns_of(records))
    if not count:
        assert total(records).estimate.best == len(rows)
        assert engine.read(frames.totals(frame))[0]["best"] == len(rows)
        return
    with pytest.raises(NotSummarizable, match=r"reconcile\(\)") as caught:
        total(records)
    assert len(caught.value.offenders) == count
    assert caught.value.condition == "disjointness"
    with pytest.raises(NotSummarizable, match=r"reconcile\(\)") as caught:
        frames.totals(frame)
    assert caught.value.offenders == ("event=raid",)
    assert engine.read(frames.totals(frame, allow="disjointness"))[0]["best"] == len(rows)


TWO_AND_ONE = claims(("raid", DOCUMENT, None), ("raid", DOCUMENT, None), ("raid", SECOND, None))


@pytest.mark.parametrize("records", list(itertools.permutations(TWO_AND_ONE)))
def test_one_event_in_two_documents_in_any_order(records: list[Observation]) -> None:
    with pytest.raises(NotSummarizable, match=r"reconcile\(\)") as caught:
        total(records)
    assert "report.o2" in caught.value.offenders


def test_several_documents_of_one_time_are_told_of_reconciling() -> None:
    with pytest.raises(NotSummarizable, match=r"Take one of them\. reconcile\(\)"):
        total([observation("a"), observation("b", document=SECOND)])
    with pytest.raises(NotSummarizable) as caught:
        total([observation("a"), observation("b")])
    assert "reconcile" not in str(caught.value)


def test_groups_that_tell_documents_apart() -> None:
    table = ENGINES["polars"].make(columns(event=["raid", "raid"], document=["a", "b"]))
    assert len(frames.totals(table, by=("indicator", "document"))) == 2
    assert [error.condition for error in frames.check(table)] == ["disjointness"]


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["raid", "siege", None]),
        st.sampled_from([DOCUMENT, SECOND]),
        st.sampled_from([None, WOMEN, MEN, CIVILIANS, {"group": "guards"}]),
        st.sampled_from(["2022-01", "2022-02", "2022-01-20", "2022~"]),
        st.sampled_from([CITY, OTHER_CITY]),
    ),
    min_size=1,
    max_size=5,
)


@pytest.mark.parametrize("name", ["polars", "pandas", "duckdb"])
@settings(max_examples=examples(60))
@given(rows=ROWS)
def test_records_and_tables_say_the_same(name: str, rows: list[Any]) -> None:
    records = [
        observation(f"o{n}", 1, event=event, document=document, subgroup=subgroup, period=period, place=place)
        for n, (event, document, subgroup, period, place) in enumerate(rows)
    ]
    try:
        total(records)
    except NotSummarizable:
        assert frames.check(ENGINES[name].make(columns_of(records)))
    else:
        assert not frames.check(ENGINES[name].make(columns_of(records)))
