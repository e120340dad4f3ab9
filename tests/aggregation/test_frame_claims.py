"""Claims reconciled over tables: the same verdicts as over records, on every engine."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import raqqa_data as rd
from raqqa_data.aggregation import frames
from raqqa_data.collection import Status
from tests.aggregation.engines import ALL, ENGINES, Columns, Engine
from tests.aggregation.factory import COUNTS, SDF, UN, estimates, observation
from tests.aggregation.factory import RUBBLE as AREA
from tests.strategies import examples

PARTS = ("best", "low", "high")
BY = ("event", "place", "subgroup", "period")
AGENTS = {"un": UN, "sdf": SDF}
DAYS = [None, "2022-02-01", "2022-02-03", "2022-02", "2022-01-30/2022-02-03", "2022-02-03~", "2022"]
COPIES = [("d1", "d0"), ("d1", "d2")]


@pytest.fixture(params=ALL)
def engine(request: pytest.FixtureRequest) -> Engine:
    return ENGINES[request.param]


def claim(name: str, value: Any, who: str | None = None, day: str | None = None, **changed: Any) -> rd.Observation:
    document = changed.pop("document", name)
    base = observation(name, value, **changed)
    text = attrs.evolve(base.document, id=document, published=rd.Period(day) if day else None)
    agent = AGENTS[who] if who else None
    return attrs.evolve(base, document=text, attributed_to=agent, claim_status="attributed" if who else "reported")


def columns_of(records: list[rd.Observation]) -> Columns:
    published = [record.document.published for record in records]
    return {
        "id": [record.id for record in records],
        "document": [record.document.id for record in records],
        "published": [day.edtf if day else None for day in published],
        "attributed_to": [record.attributed_to.id if record.attributed_to else None for record in records],
        "event": [record.event for record in records],
        "place": [record.place.id for record in records],
        "subgroup": [record.subgroup and str(record.subgroup) for record in records],
        "period": [record.period.edtf for record in records],
        "part_of": [record.part_of for record in records],
        "of": [record.of for record in records],
        "price_basis": [record.price_basis for record in records],
        "record_status": [str(record.record_status) for record in records],
        "wording": [str(record.estimate.wording) for record in records],
        "unit": [record.unit for record in records],
        **{part: [getattr(record.estimate, part) for record in records] for part in PARTS},
    }


def expected_of(records: list[rd.Observation], **options: Any) -> list[dict[str, Any]]:
    return [
        {
            **{key: None if (part := one.key[key]) is None else str(part) for key in BY},
            "unit": one.unit,
            **{part: getattr(one.estimate, part, None) for part in PARTS},
            "wording": str(one.estimate.wording) if one.estimate else None,
            "status": str(one.status),
            "claims": len(one.claims),
            "independent": len(one.independent),
            "contradicts": bool(one.contradictions),
        }
        for one in rd.reconcile(records, by=BY, **options)
    ]


def compare(engine: Engine, records: list[rd.Observation], **options: Any) -> None:
    found = engine.read(frames.reconcile(engine.make(columns_of(records)), by=BY, **options))
    expected = expected_of(records, **options)
    ordered = sorted(expected, key=lambda row: [repr(row[key]) for key in BY])
    assert sorted(found, key=lambda row: [repr(row[key]) for key in BY]) == ordered


MANY = [
    claim("a", 12, "un", "2022-02-01", event="fire"),
    claim("b", 17, "un", "2022-02", event="fire"),
    claim("c", rd.Estimate.stated(15, rd.Wording.MORE_THAN), "sdf", event="fire"),
    claim("d", 17, None, "2022-02-28", event="fire"),
    claim("e", 17, None, "2022-02-28", event="fire"),
    claim("f", rd.Estimate.stated(3, rd.Wording.AT_MOST), subgroup=rd.Subgroup(sex="female")),
    claim("g", rd.Estimate.between(4, 9), "un", subgroup=rd.Subgroup(sex="female")),
    claim("h", rd.Estimate.vague(), period="2022-03"),
    claim("i", 5, period="2022-03", record_status="withdrawn"),
    claim("j", 2, "sdf", period="2022-04"),
    claim("k", 2, "un", period="2022-04"),
    claim("l", 4, "sdf", period="../2022-05-10"),
    claim("m", 7, "un", period="../2022-05-10"),
    claim("n", 7, "sdf", "2022-02-01", period="2022-05"),
    claim("o", 4, "un", "2022-02-03", period="2022-05", part_of="n"),
    claim("v", 86, "sdf", period="2022-09", record_status="withdrawn"),
    claim("w", 31, "sdf", period="2022-09", part_of="v"),
    claim("x", 90, "un", period="2022-09"),
    claim("y", 86, "sdf", period="2022-10", record_status="withdrawn"),
    claim("z", 31, "sdf", period="2022-10", part_of="y"),
    claim("p", 30, "un", period="2022-06", of="homes"),
    claim("q", 60, "sdf", period="2022-06", of="schools"),
    claim("r", 4, "sdf", period="2022-07", document="one"),
    claim("s", 7, "un", period="2022-07", document="one"),
    claim("t", 4, "sdf", period="2022-08", document="one", event="flood"),
    claim("u", 7, "un", period="2022-08", document="one", event="flood"),
]


@pytest.mark.parametrize("policy", ["range", "latest", "majority"])
def test_every_engine_gives_the_verdicts_of_records(engine: Engine, policy: str) -> None:
    compare(engine, MANY, policy=policy, copies=[("d", "e")])


def test_who_is_preferred_decides(engine: Engine) -> None:
    compare(engine, MANY, policy="majority", prefer=["nobody", "sdf", "un"])


def test_what_is_no_claim_of_one_happening_decides_nothing() -> None:
    pl = pytest.importorskip("polars")
    found = frames.reconcile(pl.DataFrame(columns_of(MANY)), by=BY).select("period", "best", "status")
    told = {period: (best, status) for period, best, status in found.rows()}
    assert told["../2022-05-10"] == (None, "pending")
    assert told["2022-05"] == (7, "agreed")
    assert told["2022-06"] == (None, "pending")
    assert told["2022-09"] == (90, "agreed")
    assert told["2022-10"] == (31, "agreed")
    assert told["2022-07"] == (None, "pending")
    assert told["2022-08"] == (None, "decided")


def test_a_row_given_twice_is_told(engine: Engine) -> None:
    with pytest.raises(rd.FrameError, match=r"column 'id': 'report\.b' is the id of two claims"):
        frames.reconcile(engine.make(columns_of([*MANY[:3], MANY[1]])), by="event")


def test_units_meet_in_their_base(engine: Engine) -> None:
    records = [claim("a", 2, "un", what=AREA, unit="hectare"), claim("b", 30_000, "sdf", what=AREA)]
    (row,) = engine.read(frames.reconcile(engine.make(columns_of(records)), by="place"))
    assert (row["unit"], row["low"], row["high"], row["contradicts"]) == ("meter ** 2", 20_000, 30_000, True)


CLAIMS = st.lists(
    st.tuples(
        COUNTS | estimates(st.integers(1, 3)),
        st.sampled_from([None, "un", "sdf"]),
        st.sampled_from(DAYS),
        st.sampled_from(["d0", "d1", "d2", "d3"]),
        st.sampled_from([None, "fire"]),
        st.sampled_from(["2022-01", "2022-01", "../2022-01"]),
        st.sampled_from([None, None, "k0", "k1"]),
        st.sampled_from([None, None, None, "homes"]),
    ),
    min_size=1,
    max_size=7,
)
OPTIONS = st.fixed_dictionaries(
    {
        "policy": st.sampled_from(["range", "latest", "majority"]),
        "prefer": st.sampled_from([(), ("un",), ("sdf", "un")]),
        "copies": st.sampled_from([(), tuple(COPIES)]),
    }
)


@pytest.mark.parametrize("name", ["polars lazy", "pandas", "duckdb"])
def test_the_law(name: str) -> None:
    @settings(max_examples=examples(60) if name == "polars lazy" else 25)
    @given(CLAIMS, OPTIONS)
    def verdicts_are_those_of_records(rows: list[Any], options: dict[str, Any]) -> None:
        records = [
            claim(
                f"k{number}",
                value,
                who,
                day,
                document=document,
                event=event,
                period=period,
                part_of=None if whole == f"k{number}" else whole,
                of=of,
            )
            for number, (value, who, day, document, event, period, whole, of) in enumerate(rows)
        ]
        compare(ENGINES[name], records, **options)

    verdicts_are_those_of_records()


def test_what_a_table_does_without() -> None:
    pl = pytest.importorskip("polars")
    whole = pl.DataFrame(columns_of(MANY))
    bare = whole.drop("published", "attributed_to", "wording", "record_status")
    found = frames.reconcile(bare, by="event").sort("event")
    assert found["independent"].to_list() == [16, 5, 2]
    # of those without an event some are shares of two things; of the flood one document says two
    assert found["wording"].to_list() == [None, "between", None]
    dated = whole.with_columns(pl.lit("2022-02-03").str.to_date().alias("published"))
    assert frames.reconcile(dated, by="event", policy="latest").height == 3
    assert frames.reconcile(whole.head(0), by="event").height == 0
    assert str(Status.PENDING) in frames.reconcile(bare, by="event", policy="latest")["status"].to_list()


def test_a_row_without_a_status_is_in_use() -> None:
    pl = pytest.importorskip("polars")
    rows = pl.DataFrame(columns_of(MANY[:3])).with_columns(pl.lit(None, pl.String).alias("record_status"))
    assert frames.reconcile(rows, by="event", prefer="sdf")["claims"].to_list() == [3]


def test_what_is_measured_is_one() -> None:
    pl = pytest.importorskip("polars")
    rows = pl.DataFrame(columns_of(MANY[:2])).with_columns(pl.Series("indicator", ["killed", "displaced"]))
    assert frames.reconcile(rows, by="event")["status"].to_list() == ["pending"]
    assert frames.reconcile(rows, by=("event", "indicator"))["status"].to_list() == ["agreed", "agreed"]


def test_observations_as_they_are() -> None:
    pytest.importorskip("polars")
    found = frames.reconcile(rd.observations, by=("event", "indicator", "place", "subgroup", "period"))
    assert found["status"].unique().to_list() == ["agreed"]
    assert found.height == len(rd.reconcile(rd.observations))


@pytest.mark.parametrize(
    ("change", "options", "said"),
    [
        ({"published": "soon"}, {}, "is no day of publication"),
        ({"unit": "parrot"}, {}, "is no unit"),
        ({}, {"by": "where"}, "is missing"),
        ({"document": None}, {}, "a claim has no document"),
        ({"id": None}, {}, "a claim has no id"),
        ({"record_status": "perhaps"}, {}, "is none of 'current'"),
    ],
)
def test_what_is_wrong_is_told(change: dict[str, Any], options: dict[str, Any], said: str) -> None:
    pl = pytest.importorskip("polars")
    whole = pl.DataFrame(columns_of(MANY))
    changed = whole.with_columns(*(pl.lit(value, pl.String).alias(name) for name, value in change.items()))
    with pytest.raises(rd.FrameError, match=said):
        frames.reconcile(changed, by=options.get("by", "event"))
    with pytest.raises(rd.NotFoundError, match="policy"):
        frames.reconcile(whole, by="event", policy="first")
