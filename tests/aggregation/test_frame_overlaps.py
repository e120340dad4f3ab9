"""What overlaps in a table, on every engine, beside the rule over records."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raqqa_data.aggregation import frame_overlaps, frame_shared_days, frames
from raqqa_data.aggregation.columns import NAMED, collected
from raqqa_data.aggregation.overlaps import overlapping, widened
from raqqa_data.errors import FrameError, NotSummarizable
from raqqa_data.records import Observation, Place
from tests.aggregation.engines import ALL, EMBEDDED, ENGINES, Columns, Engine
from tests.aggregation.factory import CITY, GOVERNORATE, OTHER_CITY, SYRIA, observation
from tests.aggregation.test_frames import columns, columns_of
from tests.strategies import examples

APART = ["2020", "2021-01", "2021-02-03", "2023~"]
MAY_MEET = ["2021", "2022~", "2022-01-01/2022-03~", "2022-04", "2024-01-01?", "2024~"]
EVENTS: list[list[str | None]] = [[None], ["raid", "siege"], [None, "raid", "siege"]]
MEETING = [
    "2022",
    "2022-01",
    "2022-02",
    "2022-01/2022-02",
    "2022-02-10",
    "../2020",
    "XXXX-06",
    "2023/..",
    "2024~",
    "2024",
]
PLACES: list[Place] = [SYRIA, GOVERNORATE, CITY, OTHER_CITY]
SUBGROUPS: list[list[str | None]] = [[None], ["a", "b"], [None, "a", "b"]]
# whose chains nothing that ships tells
RENAMED = {place.id: f"{place.id}-2" for place in PLACES}


@pytest.fixture(params=ALL)
def engine(request: pytest.FixtureRequest) -> Engine:
    return ENGINES[request.param]


@st.composite
def tables(draw: st.DrawFn) -> list[Observation]:
    """Counts that may overlap: of a few periods, nested places, subgroups and events."""
    periods = st.sampled_from(draw(st.sampled_from([APART, MEETING, MEETING[:4], MAY_MEET])))
    places = st.sampled_from(draw(st.sampled_from([PLACES, PLACES[2:], [CITY]])))
    subgroups = st.sampled_from(draw(st.sampled_from(SUBGROUPS)))
    events = st.sampled_from(draw(st.sampled_from(EVENTS)))
    rows = draw(st.lists(st.tuples(periods, places, subgroups, events), min_size=1, max_size=8))
    return [
        observation(f"o{n}", 1, period=period, place=place, subgroup=subgroup, event=event)
        for n, (period, place, subgroup, event) in enumerate(rows)
    ]


def expected_of(records: list[Observation]) -> set[str]:
    found = set(overlapping(records)) or set(overlapping(widened(records)))
    return {
        ", ".join(
            f"{name}={value}"
            for name, value in (
                ("indicator", record.indicator.id),
                ("place", record.place.id),
                ("subgroup", record.subgroup and str(record.subgroup)),
                ("event", record.event),
                ("period", record.period.edtf),
            )
            if value
        )
        for record in records
        if record.id in found
    }


def offenders_of(engine: Engine, table: Columns, places: list[Place] | None = None, **more: Any) -> set[str]:
    try:
        frames.totals(engine.make(table), places=places or PLACES, **more)
    except NotSummarizable as error:
        assert error.condition == "disjointness"
        return set(error.offenders)
    return set()


@settings(max_examples=examples(150))
@given(tables())
def test_as_over_records(records: list[Observation]) -> None:
    assert offenders_of(ENGINES["polars lazy"], columns_of(records)) == expected_of(records)


@pytest.mark.parametrize("name", [name for name in EMBEDDED if name != "polars lazy"])
@settings(max_examples=12)
@given(records=tables())
def test_as_over_records_anywhere(name: str, records: list[Observation]) -> None:
    assert offenders_of(ENGINES[name], columns_of(records)) == expected_of(records)


@pytest.mark.parametrize("name", ["polars", "pyarrow", "pandas"])
@settings(max_examples=25)
@given(records=tables())
def test_however_spaces_are_told_apart(name: str, records: list[Observation]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        # hashes that are all alike, a part of the table for each row, numbers that outgrow their width, short lots
        patch.setattr(frame_shared_days, "_MIXER", 0)
        patch.setattr(frame_shared_days, "_SLICE", 1)
        patch.setattr(frame_shared_days, "_WIDEST", 0)
        assert offenders_of(ENGINES[name], columns_of(records)) == expected_of(records)


SOME = [
    ([("2022", CITY, None), ("2022-01", CITY, None)], 2),
    ([("2022", CITY, "a"), ("2022-01/2022-02", CITY, "b"), ("2021", CITY, None)], 0),
    ([("2022", CITY, "a"), ("2022-01/2022-02", CITY, None), ("2021", CITY, None)], 2),
    ([("2022", SYRIA, "a"), ("2022-01", CITY, "a"), ("2022-01", OTHER_CITY, "b")], 2),
    ([("2022", SYRIA, "a"), ("2022-01", CITY, None), ("2021", CITY, None)], 2),
    ([("2022", SYRIA, None), ("2021-01", CITY, None), ("2021-01", OTHER_CITY, None)], 0),
    ([("2022-01", CITY, None), ("2022-02", CITY, None), ("2022-02", CITY, None)], 1),
    ([("2022-01~", CITY, None), ("2022-02~", CITY, None), ("2022-05", CITY, None)], 2),
    ([("2022-01~", CITY, None), ("2022-02", SYRIA, "a"), ("2022-03?", CITY, "a")], 3),
]


@pytest.mark.parametrize(("rows", "count"), SOME)
def test_some_overlaps_on_every_engine(engine: Engine, rows: list[Any], count: int) -> None:
    records = [
        observation(f"o{n}", 1, period=period, place=place, subgroup=subgroup)
        for n, (period, place, subgroup) in enumerate(rows)
    ]
    found = offenders_of(engine, columns_of(records))
    assert found == expected_of(records)
    assert len(found) == count


@pytest.mark.parametrize(
    ("place", "period", "meet"),
    [
        (["x", None], ["2022", "2022"], True),
        (["x", None], ["2022", "2023"], False),
        ([None, None], ["2022", "2022"], True),
        ([None, None], ["2022", "2023"], False),
        (["x", "x"], ["2022", None], True),
        (["x", "y"], ["2022", None], False),
        ([None, "x"], [None, "2023"], True),
        (["x", "x"], [None, None], True),
    ],
)
def test_what_is_not_stated_may_be_any(engine: Engine, place: list[Any], period: list[Any], *, meet: bool) -> None:
    table = columns(place=place, period=period)
    assert bool(offenders_of(engine, table)) == meet
    assert not offenders_of(engine, table, allow="disjointness")


def test_the_places_that_ship_are_known() -> None:
    pl = pytest.importorskip("polars")
    table = pl.DataFrame(columns(place=["syria", "ar-raqqa", "raqqa-city"], period=["2022"] * 3))
    with pytest.raises(NotSummarizable, match="overlap in time"):
        frames.totals(table)
    assert [len(error.offenders) for error in frames.check(table)] == [3]
    assert frames.totals(table, by=("indicator", "place"))["records"].to_list() == [1, 1, 1]
    # of places that nobody told it about, it knows nothing
    renamed = table.with_columns(pl.col("place").replace(RENAMED))
    assert frames.totals(renamed)["records"].to_list() == [3]
    ours = [attrs.evolve(CITY, id="raqqa-city-2", within=attrs.evolve(SYRIA, id="syria-2"))]
    assert [len(error.offenders) for error in frames.check(renamed, places=ours)] == [2]


def test_groups_are_apart() -> None:
    table = columns(place=["x", "x"], period=["2022", "2022-01"], subgroup=[None, "a"])
    for by in ("period", "subgroup", ("indicator", "subgroup", "place")):
        assert not offenders_of(ENGINES["polars"], table, by=by)
        assert not offenders_of(ENGINES["pandas"], table, by=by)
    assert offenders_of(ENGINES["polars"], table, by="place") == {
        "place=x, indicator=a, period=2022",
        "place=x, indicator=a, subgroup=a, period=2022-01",
    }


def test_an_honest_table_stays_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    def counted(frame: Any) -> Any:
        found = collected(frame)
        seen.append(len(found))
        return found

    for module in (frame_shared_days, frame_overlaps):
        monkeypatch.setattr(module, "collected", counted)
    rows = 5000
    table = columns(place=[f"p{n % 100}" for n in range(rows)], period=[str(1900 + n // 100) for n in range(rows)])
    assert not offenders_of(ENGINES["polars"], table)
    assert max(seen) == 50  # the periods
    table["period"] = ["2000"] * rows
    seen.clear()
    (error,) = frames.check(ENGINES["polars"].make(table))
    assert len(error.offenders) >= frame_shared_days.ENOUGH
    assert "there may be more" in error.reason
    assert max(seen) <= NAMED


def test_other_types_of_column() -> None:
    pl = pytest.importorskip("polars")
    table = pl.DataFrame(columns(place=["x", "y"], period=["2022", "2022"]))
    texts = pl.col("indicator", "unit", "place", "period")
    assert frames.totals(table.with_columns(texts.cast(pl.Categorical)))["records"].to_list() == [2]
    assert frames.totals(table.with_columns(period=pl.date(2022, 1, 1)))["records"].to_list() == [2]
    for place in (pl.lit(3), pl.lit(None), pl.lit(None, pl.String)):
        with pytest.raises(NotSummarizable, match="overlap in time"):
            frames.totals(table.with_columns(place=place))


def test_a_period_that_is_none(engine: Engine) -> None:
    with pytest.raises(FrameError, match="'once' is no period"):
        frames.totals(engine.make(columns(place=["x", "y"], period=["2022", "once"])))


def test_many_ids_at_once() -> None:
    ids = [f"r{n}" for n in range(2000)]
    table = columns(id=[*ids, *ids], part_of=[None] * 4000)
    (error,) = frames.check(ENGINES["polars"].make(table))
    assert len(error.offenders) == NAMED


@given(st.lists(st.tuples(st.sampled_from("xyz"), st.integers(0, 9), st.integers(0, 3)), max_size=8))
def test_partitions_of_dask_are_looked_at_as_pandas_is(rows: list[tuple[str, int, int]]) -> None:
    pd = pytest.importorskip("pandas")
    from raqqa_data.aggregation.frame_shared_days import (
        _by_order_native,  # pyright: ignore[reportPrivateUsage]
        _looked_up_native,  # pyright: ignore[reportPrivateUsage]
    )

    table = pd.DataFrame({"place": [row[0] for row in rows], "_first": [row[1] for row in rows]}, dtype="object")
    table = table.astype({"_first": "int64"}).assign(_last=[first + more for _, first, more in rows])
    found = _by_order_native(table, space=["place"], days=frame_shared_days.Days({}, 12, apart=False), sided=False)
    expected = any(
        one[0] == other[0] and one[1] <= other[1] + other[2] and other[1] <= one[1] + one[2]
        for n, one in enumerate(rows)
        for other in rows[:n]
    )
    assert bool(len(found)) == expected
    known = _looked_up_native(table, name="place", columns={"around": ["a", "b"]}, values=["x", "y"])
    assert [{"x": "a", "y": "b"}.get(row[0]) for row in rows] == [
        value if isinstance(value, str) else None for value in known["around"]
    ]


def test_no_rows_to_check(engine: Engine) -> None:
    if engine.name == "dask":
        pytest.skip("a Dask frame of no rows has no partitions to ask")
    names = ("indicator", "unit", "best", "low", "high", "place", "period", "subgroup", "additivity", "id", "part_of")
    assert engine.read(frames.totals(engine.make({name: [] for name in names}))) == []
