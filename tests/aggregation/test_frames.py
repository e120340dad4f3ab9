"""Totals over tables, on every engine, beside those over records."""

from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raqqa_data.aggregation import frames, total
from raqqa_data.errors import FrameError, MissingExtraError, NotFoundError, NotSummarizable, UnitError
from raqqa_data.units.table import UNITS, find_unit
from tests.aggregation.engines import ALL, EMBEDDED, ENGINES, Columns, Engine
from tests.aggregation.factory import CITY, GOVERNORATE, flows, observation

if TYPE_CHECKING:
    from raqqa_data.records import Observation

PARTS = ("best", "low", "high")
MIXED: Columns = {
    "indicator": ["rubble", "rubble", "killed", "killed", "share", "share", None],
    "unit": ["hectare", "m2", "person", "people", "percent", "person", "person"],
    "best": [1.0, 500.0, 3.0, 4.0, 5.0, None, 7.0],
    "low": [1.0, 500.0, math.nan, 4.0, 5.0, 6.0, 7.0],
    "high": [1.0, None, 3.0, 4.0, math.inf, 6.0, 7.0],
}
EXPECTED = [
    {"indicator": "killed", "unit": "person", "best": 7, "low": None, "high": 7, "records": 2, "open": 1},
    {"indicator": "rubble", "unit": "meter ** 2", "best": 10500, "low": 10500, "high": None, "records": 2, "open": 1},
    {"indicator": "share", "unit": "dimensionless", "best": 0.05, "low": 0.05, "high": None, "records": 1, "open": 1},
    {"indicator": "share", "unit": "person", "best": None, "low": 6, "high": 6, "records": 1, "open": 1},
    {"indicator": None, "unit": "person", "best": 7, "low": 7, "high": 7, "records": 1, "open": 0},
]


@pytest.fixture(params=ALL)
def engine(request: pytest.FixtureRequest) -> Engine:
    return ENGINES[request.param]


def columns_of(records: list[Observation]) -> Columns:
    return {
        "id": [record.id for record in records],
        "indicator": [record.indicator.id for record in records],
        "additivity": [record.indicator.additivity.value for record in records],
        "place": [record.place.id for record in records],
        "subgroup": [record.subgroup and str(record.subgroup) for record in records],
        "period": [record.period.edtf for record in records],
        "part_of": [record.part_of for record in records],
        "event": [record.event for record in records],
        "document": [record.document.id for record in records],
        "wording": [record.estimate.wording.value for record in records],
        "unit": [record.unit for record in records],
        **{part: [getattr(record.estimate, part) for record in records] for part in PARTS},
    }


def close(found: float | None, expected: float | None) -> bool:
    if found is None or expected is None:
        return found is expected
    return found == expected or math.isclose(found, expected, rel_tol=1e-12)


def test_bounds_units_and_counts(engine: Engine) -> None:
    frame = engine.make(MIXED)
    found = frames.totals(frame)
    assert type(found).__module__.partition(".")[0] == type(frame).__module__.partition(".")[0]
    assert type(found).__name__ == type(frame).__name__
    assert engine.read(found) == EXPECTED


def test_several_keys_and_a_unit(engine: Engine) -> None:
    columns = {**MIXED, "place": ["a", "b", "a", "b", "a", "b", "a"]}
    areas = {name: values[:2] for name, values in columns.items()}
    found = engine.read(frames.totals(engine.make(areas), by=("place", "indicator"), unit="ha"))
    assert [(row["place"], row["unit"], row["best"]) for row in found] == [("a", "hectare", 1), ("b", "hectare", 0.05)]
    by_unit = engine.read(frames.totals(engine.make(areas), by="unit"))
    assert [(row["unit"], row["best"]) for row in by_unit] == [("meter ** 2", 10500)]


def test_no_rows(engine: Engine) -> None:
    if engine.name == "dask":
        pytest.skip("a Dask frame of no rows has no partitions to ask")
    assert engine.read(frames.totals(engine.make({name: [] for name in MIXED}))) == []


def test_lazy_where_the_engine_is() -> None:
    pl = pytest.importorskip("polars")
    touched: list[int] = []

    def look(frame: Any) -> Any:
        touched.append(len(frame))
        return frame

    table = pl.DataFrame(MIXED)
    found = frames.totals(table.lazy().map_batches(look, schema=table.schema))
    assert isinstance(found, pl.LazyFrame)
    assert found.collect_schema() == frames.totals(table).schema
    assert not touched
    assert sorted(found.collect().rows(), key=repr) == sorted(frames.totals(table).rows(), key=repr)
    assert touched == [len(table)]


def test_whole_number_columns_are_exact() -> None:
    pl = pytest.importorskip("polars")
    table = pl.DataFrame(
        {"indicator": ["a", "a"], "unit": ["person"] * 2, **{part: [2**52, 2**52 - 1] for part in PARTS}}
    )
    assert frames.totals(table)["best"].to_list() == [2**53 - 1]


def test_a_column_of_nulls_alone() -> None:
    pl = pytest.importorskip("polars")
    table = pl.DataFrame({"indicator": ["a"], "unit": ["person"], "best": [1], "low": [None], "high": [None]})
    assert frames.totals(table).rows() == [("a", "person", 1.0, None, None, 1, 1)]


@pytest.mark.filterwarnings("ignore:overflow")  # which numpy says of its own accord
def test_a_sum_beyond_the_largest_number_is_not_stated(engine: Engine) -> None:
    (row,) = engine.read(frames.totals(engine.make(columns(best=[1.7e308] * 2))))
    assert (row["best"], row["low"], row["records"], row["open"]) == (None, 2, 2, 0)


def test_missing_values_of_every_kind() -> None:
    pd = pytest.importorskip("pandas")
    table = pd.DataFrame(columns_of([observation("a"), observation("b", period="1999")])).convert_dtypes()
    assert frames.totals(table)["records"].tolist() == [2]
    for missing in (pd.NA, math.nan, None):
        table["subgroup"] = pd.Series([missing, missing], dtype="object")
        assert frames.totals(table)["records"].tolist() == [2]
        table["period"] = ["2022", "2022-01"]
        with pytest.raises(NotSummarizable, match="overlap in time"):
            frames.totals(table)
        table["period"] = ["2022", "2021"]


NUMBERS = st.one_of(
    st.none(),
    st.just(math.nan),
    st.integers(0, 2**48).map(float),
    st.floats(0, 1e300),
    st.floats(0, 1e-300),
    st.sampled_from([math.inf, 0.0]),
)
ROWS = st.lists(
    st.tuples(st.sampled_from(["a", "b", None]), st.sampled_from(sorted(UNITS)), NUMBERS, NUMBERS, NUMBERS),
    max_size=12,
).map(lambda rows: [row for row in rows if find_unit(row[1]).factor is not None])


def table_of(rows: list[Any]) -> Columns:
    names = ("indicator", "unit", *PARTS)
    return {name: [row[n] for row in rows] for n, name in enumerate(names)}


def expected_of(rows: list[Any]) -> dict[Any, dict[str, Any]]:
    groups: dict[Any, list[Any]] = {}
    for row in rows:
        groups.setdefault((row[0], find_unit(row[1]).base), []).append(row)
    return {
        key: {
            **{part: _sum([(row[2 + n], row[1]) for row in members]) for n, part in enumerate(PARTS)},
            "records": len(members),
            "open": sum(not all(number is not None and math.isfinite(number) for number in row[2:]) for row in members),
        }
        for key, members in groups.items()
    }


def _sum(numbers: list[tuple[float | None, str]]) -> float | None:
    if any(number is None or not math.isfinite(number) for number, _ in numbers):
        return None
    try:
        added = math.fsum(number * (find_unit(unit).factor or 0) for number, unit in numbers if number is not None)
    except OverflowError:
        return None
    return added if math.isfinite(added) else None


def check_rows(engine: Engine, rows: list[Any]) -> None:
    found = engine.read(frames.totals(engine.make(table_of(rows))))
    expected = expected_of(rows)
    assert {(row["indicator"], row["unit"]) for row in found} == set(expected)
    for row in found:
        wanted = expected[row["indicator"], row["unit"]]
        assert (row["records"], row["open"]) == (wanted["records"], wanted["open"])
        # near the largest float, the order of adding decides what is still finite
        assert all(close(row[part], wanted[part]) or max(row[part] or 0, wanted[part] or 0) > 1e307 for part in PARTS)


@pytest.mark.parametrize("name", EMBEDDED)
@settings(max_examples=15)
@given(rows=ROWS)
def test_any_rows(name: str, rows: list[Any]) -> None:
    check_rows(ENGINES[name], rows)


ODD_ROWS = [
    ("a", "person", 1.0, None, 2.0),
    ("a", "person", 1.0, None, 2.0),
    ("a", "person", math.nan, 1e300, 1e-300),
    ("b", "hectare", 0.5, math.inf, 3.0),
    ("b", "foot ** 2", 2.0**48, 1.7e308, 3.0),
    (None, "percent", 5.0, 5.0, 5.0),
]


@pytest.mark.parametrize("rows", [ODD_ROWS, ODD_ROWS[:1], ODD_ROWS[3:5], ODD_ROWS * 40])
def test_odd_rows_anywhere(engine: Engine, rows: list[Any]) -> None:
    check_rows(engine, rows)


@settings(max_examples=30)
@given(flows(units=True))
def test_as_over_records(records: list[Observation]) -> None:
    expected = total(records, unit="m²")
    (row,) = ENGINES["polars lazy"].read(frames.totals(ENGINES["polars lazy"].make(columns_of(records))))
    assert row["unit"] == expected.unit
    assert all(close(row[part], getattr(expected.estimate, part)) for part in PARTS)


WHOLE = observation("killed", 181)
PART = observation("civilians", 7, subgroup="civilians", part_of="killed", period="2023")


@pytest.mark.parametrize(
    ("records", "condition", "offender"),
    [
        ([WHOLE, PART], "disjointness", "report.killed"),
        ([WHOLE, observation("p", part_of="q", period="1999"), observation("q", part_of="killed")], "disjointness", ""),
        ([observation("a"), observation("b")], "disjointness", "place=raqqa-city"),
        ([observation("a"), observation("b", period="2022")], "disjointness", "period=2022"),
        ([observation("a"), observation("b", subgroup="guards")], "disjointness", "subgroup=guards"),
        ([observation("a"), observation("b", place=GOVERNORATE)], "disjointness", "place=ar-raqqa"),
        ([observation("a", period="1999"), observation("a", period="1998")], "disjointness", "report.a"),
    ],
)
def test_refuses_as_over_records(engine: Engine, records: list[Observation], condition: str, offender: str) -> None:
    with pytest.raises(NotSummarizable):
        total(records, within=())
    frame = engine.make(columns_of(records))
    with pytest.raises(NotSummarizable) as caught:
        frames.totals(frame, places=[CITY])
    assert caught.value.condition == condition
    assert offender in " ".join(caught.value.offenders)
    assert condition in caught.value.hint
    assert engine.read(frames.totals(frame, allow={condition}))[0]["records"] == len(records)


def columns(**more: list[Any]) -> Columns:
    rows = len(next(iter(more.values())))
    return {"indicator": ["a"] * rows, "unit": ["person"] * rows, **{part: [1.0] * rows for part in PARTS}, **more}


@pytest.mark.parametrize(
    ("table", "by", "words"),
    [
        (columns(place=["x", "x"], indicator=["a", "b"]), "place", "are different indicators"),
        (columns(additivity=["flow", "non-additive"]), "indicator", "non-additive"),
        (columns(additivity=["stock"] * 2, period=["2021", "2022"]), "indicator", "what there is at a time"),
        (columns(record_status=["current", "superseded"]), "indicator", "withdrawn or superseded"),
    ],
)
def test_refuses_types(engine: Engine, table: Columns, by: str, words: str) -> None:
    with pytest.raises(NotSummarizable, match=words) as caught:
        frames.totals(engine.make(table), by=by)
    assert caught.value.condition == "type compatibility"
    assert caught.value.offenders in {("place=x",), ("indicator=a",)}
    assert len(engine.read(frames.totals(engine.make(table), by=by, allow="type compatibility"))) == 1


@pytest.mark.parametrize(
    "table",
    [
        columns(additivity=["stock"] * 2, period=["2022-01", "2022"]),
        columns(additivity=["stock"] * 2, period=["2022-01", None]),
        columns(additivity=["stock"] * 2),
        columns(record_status=["current", None]),
        columns(place=["x", "y"], period=["2022"] * 2),
        columns(place=["x", "x"], period=["2022", "2023"]),
        columns(place=["x", None], period=["2022", "2023"]),
        columns(place=["x", "y"], period=["2022", None]),
        columns(id=["x", "y"], part_of=[None, "z"]),
        columns(id=[None, None], part_of=[None, None]),
        columns(id=["x", "y"], part_of=[None, "x"], indicator=["a", "b"]),
        columns(id=["x", "y"], part_of=["y", "z"], unit=["person", "school"]),
        columns(place=["x", "x"], period=["2022"] * 2, unit=["person", "school"]),
    ],
)
def test_lets_pass(engine: Engine, table: Columns) -> None:
    assert sum(row["records"] for row in engine.read(frames.totals(engine.make(table)))) == 2


def test_wholes_in_a_circle_end() -> None:
    table = columns(id=["x", "y"], part_of=["y", "x"])
    with pytest.raises(NotSummarizable, match="holds the others already, as its parts"):
        frames.totals(ENGINES["polars"].make(table))


def test_findings_are_returned() -> None:
    table = ENGINES["polars"].make(columns_of([WHOLE, PART, observation("killed", period="1999")]))
    findings = frames.check(table)
    assert [finding.condition for finding in findings] == ["disjointness", "disjointness"]
    assert [finding.offenders for finding in findings] == [("report.killed",), ("report.civilians", "report.killed")]
    assert frames.check(ENGINES["polars"].make(columns_of([PART]))) == ()


@pytest.mark.parametrize(
    ("change", "by", "column", "words"),
    [
        ({"best": None}, "indicator", "best", "is missing"),
        ({"unit": None}, "indicator", "unit", "is missing"),
        ({"best": None, "unit": None}, "indicator", "best", "is missing; so is 'unit'. There are 'high', "),
        ({}, "indicater", "indicater", "did you mean 'indicator'"),
        ({}, (), "by", "names no columns"),
        ({}, None, "by", "names no columns"),
        ({}, ["indicator", 3], "by", "names no columns"),
        ({}, "best", "best", "is a result"),
        ({"low": ["x", "y"]}, "indicator", "low", "no type of number"),
        ({"unit": ["person", "persn"]}, "indicator", "unit", "did you mean 'person'"),
        ({"unit": ["person", None]}, "indicator", "unit", "without one"),
        ({"place": ["x", "x"], "period": ["2022", "once"]}, "indicator", "period", "is no period"),
    ],
)
def test_bad_tables(change: dict[str, Any], by: Any, column: str, words: str) -> None:
    pl = pytest.importorskip("polars")
    table = {name: values for name, values in (columns(x=[1, 2]) | change).items() if values is not None}
    with pytest.raises(FrameError, match=words) as caught:
        frames.totals(pl.DataFrame(table), by=by)
    assert (caught.value.engine, caught.value.column) == ("polars", column)
    assert "polars" in str(caught.value)


def test_errors_name_the_engine(engine: Engine) -> None:
    with pytest.raises(FrameError, match="unit"):
        engine.read(frames.totals(engine.make(columns(unit=["parsec"]))))
    with pytest.raises(FrameError) as caught:
        frames.totals(engine.make({name: values for name, values in columns(x=["1"]).items() if name != "high"}))
    assert caught.value.column == "high"
    assert caught.value.engine in {engine.name.split()[0], "pyspark"}


def test_mixed_dimensions_with_one_unit(engine: Engine) -> None:
    with pytest.raises(NotSummarizable, match="person, which cannot be hectare") as caught:
        engine.read(frames.totals(engine.make(columns(unit=["m2", "person"])), unit="hectare"))
    assert caught.value.condition == "type compatibility"
    assert caught.value.offenders == ("indicator=a, unit=person",)


def test_other_misuse() -> None:
    pl = pytest.importorskip("polars")
    table = pl.DataFrame(columns(x=[1]))
    with pytest.raises(NotSummarizable, match="zero of its own"):
        frames.totals(pl.DataFrame(columns(unit=["kelvin", "degree_Celsius"])))
    with pytest.raises(UnitError):
        frames.totals(table, unit="parsec")
    with pytest.raises(NotFoundError):
        frames.totals(table, allow="anything")
    for strange in ([1, 2], table["best"]):
        with pytest.raises(FrameError, match="no table that narwhals knows"):
            frames.totals(strange)


def test_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "narwhals.stable.v2", None)
    with pytest.raises(MissingExtraError, match=r"raqqa_data\[frames\]"):
        frames.totals(object())


def test_another_missing_module_is_no_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("narwhals")

    class Broken:
        def find_spec(self, name: str, *_: Any) -> None:
            if name == "narwhals.stable.v2":
                raise ModuleNotFoundError("no such module", name="something_else")

    monkeypatch.delitem(sys.modules, "narwhals.stable.v2", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    with pytest.raises(ModuleNotFoundError, match="no such module"):
        frames.totals(object())


def test_the_shipped_records_as_a_table() -> None:
    pl = pytest.importorskip("polars")
    import raqqa_data as rd

    parts = rd.observations.where(part_of="prison_attack.killed")
    with pytest.raises(NotSummarizable, match="holds the others already, as its parts"):
        frames.totals(pl.DataFrame(rd.observations.where(indicator="killed")))
    (row,) = frames.totals(pl.DataFrame(parts)).rows(named=True)
    assert (row["indicator"], row["best"], row["records"]) == ("killed", total(parts).estimate.best, 3)
    assert frames.check_hierarchy(pl.DataFrame(rd.observations))["verdict"].to_list() == ["agree"]


def test_what_nobody_confirmed_is_counted(engine: Engine) -> None:
    told = {**MIXED, "annotation": ["confirmed", "proposed", "proposed", "confirmed", None, None, "proposed"]}
    found = {(row["indicator"], row["unit"]): row["proposed"] for row in engine.read(frames.totals(engine.make(told)))}
    assert found == {
        ("killed", "person"): 1,
        ("rubble", "meter ** 2"): 1,
        ("share", "dimensionless"): 0,
        ("share", "person"): 0,
        (None, "person"): 1,
    }


def test_a_column_of_that_name_is_a_group_only_where_nothing_is_proposed() -> None:
    polars, by = ENGINES["polars"], ("indicator", "proposed")
    table = {**MIXED, "proposed": ["a"] * 7}
    frame = polars.make(table)
    for own in (frame, frame.with_columns(annotation=1)):
        assert {row["proposed"] for row in polars.read(frames.totals(own, by=by))} == {"a"}
    with pytest.raises(FrameError, match="is a result, no group"):
        frames.totals(polars.make({**table, "annotation": ["proposed"] * 7}), by=by)
