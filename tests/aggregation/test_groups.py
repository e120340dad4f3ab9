"""Groups and their totals."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raqqa_data.aggregation import group_by, total
from raqqa_data.errors import NotFoundError, NotSummarizable, RecordError
from raqqa_data.records import Observation, Period
from tests.aggregation.factory import OTHER_CITY, RUBBLE, UN, flows, observation

RECORDS = [
    observation("a", 15, attributed_to=UN),
    observation("b", 2, RUBBLE, unit="hectare"),
    observation("c", 3, place=OTHER_CITY, subgroup="civilians"),
]


def test_keys_in_order_of_first_appearance() -> None:
    totals = group_by(RECORDS, "indicator").total()
    assert list(totals) == ["killed", "rubble"]
    assert totals["killed"].estimate.best == 18
    assert len(totals) == len(group_by(RECORDS, "indicator")) == 2


@pytest.mark.parametrize(
    ("key", "first"),
    [
        ("dataset", "report"),
        ("indicator", "killed"),
        ("kind", "count"),
        ("place", "raqqa-city"),
        ("subgroup", None),
        ("unit", "person"),
        ("period", Period("2022-01")),
        ("attributed_to", "un"),
        ("claim_status", "attributed"),
        ("part_of", None),
        ("document", "report"),
        ("event", None),
        ("annotation", "confirmed"),
    ],
)
def test_every_key(key: str, first: object) -> None:
    assert next(iter(group_by(RECORDS, key).groups)) == first
    assert next(iter(group_by(RECORDS[1:], "attributed_to").groups)) is None


def test_several_keys_and_functions() -> None:
    def year(record: Observation) -> str:
        return record.period.edtf[:4]

    totals = group_by(RECORDS, "place", year, "unit").total()
    assert totals["raqqa-city", "2022", "person"].estimate.best == 15
    assert totals.keyed_by == ("place", "year", "unit")


def test_prints_a_table() -> None:
    totals = group_by(RECORDS, "subgroup", "unit").total()
    assert str(totals).splitlines() == [
        "subgroup   unit     total      period   records",
        "all        person   15 people  2022-01  1",
        "all        hectare  2 ha       2022-01  1",
        "civilians  person   3 people   2022-01  1",
    ]
    assert repr(totals) == "<Totals by subgroup, unit: 3 groups>"
    assert "<td" in totals.as_html()
    assert repr(group_by(RECORDS, "unit")) == "<Groups by unit: 2 groups>"


def test_options_reach_each_total() -> None:
    twice = [observation("a"), observation("b", part_of="whole")]
    groups = group_by(twice, "unit", within=[*twice, observation("c", part_of="whole")])
    with pytest.raises(NotSummarizable):
        groups.total()
    found = groups.total(allow="disjointness")
    assert found["person"].overrides == ("disjointness",)
    assert found["person"].incomplete == ("report.c",)
    assert "(incomplete)" in str(found)
    assert group_by([RECORDS[1]], "unit").total(unit="m²")["hectare"].estimate.best == 20_000


def test_misuse() -> None:
    for wrong in (3, None, ["indicator"]):
        with pytest.raises(NotFoundError, match="no key to group by"):
            group_by([observation("a")], wrong)  # type: ignore[arg-type]
    with pytest.raises(NotFoundError, match="did you mean 'indicator'"):
        group_by(RECORDS, "indicater")
    with pytest.raises(RecordError, match="one key at least"):
        group_by(RECORDS)
    with pytest.raises(NotFoundError, match="no group 'kiled'; did you mean 'killed'"):
        group_by(RECORDS, "indicator").total()["kiled"]


def test_a_total_that_is_not_there() -> None:
    totals = group_by(RECORDS, "indicator").total()
    assert "kiled" not in totals
    assert ["killed"] not in totals
    assert totals.get("kiled") is None
    assert totals.get("kiled", 0) == 0
    assert totals.get("killed") is totals["killed"]
    with pytest.raises(NotFoundError):
        totals[["killed"]]


def test_totals_do_not_change() -> None:
    totals = group_by(RECORDS, "indicator").total()
    with pytest.raises(AttributeError):
        totals.keyed_by = ("place",)  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    assert totals.keyed_by == ("indicator",)
    assert pickle.loads(pickle.dumps(totals)) == totals


def test_groups_are_a_mapping() -> None:
    groups = group_by(RECORDS, "place")
    assert list(groups) == ["raqqa-city", "tabqa"]
    assert groups["tabqa"] == (RECORDS[2],)
    assert dict(groups.items()) == dict(groups.groups)
    assert "homs" not in groups
    with pytest.raises(NotFoundError, match="no group 'tabka'; did you mean 'tabqa'"):
        groups["tabka"]
    assert pickle.loads(pickle.dumps(groups)) == groups


def test_a_part_in_another_group_is_not_left_out() -> None:
    parts = [observation(name, subgroup=name, part_of="w") for name in ("guards", "civilians", "members")]
    complete = group_by(parts, "subgroup", within=parts).total()
    assert {derived.incomplete for derived in complete.values()} == {()}
    some = group_by(parts[:2], "subgroup", within=parts).total()
    assert {derived.incomplete for derived in some.values()} == {("report.members",)}


def test_each_group_tells_of_its_own_wholes() -> None:
    known = [observation(f"{w}{n}", part_of=w, subgroup=w, period=f"{2000 + n}") for w in "vw" for n in (1, 2)]
    given = [known[0], known[2], observation("alone", period="1999")]
    totals = group_by(given, lambda record: record.part_of, within=known).total()
    assert [derived.incomplete for derived in totals.values()] == [("report.v2",), ("report.w2",), ()]
    assert group_by(given, "unit", within=known).total()["person"].incomplete == ("report.v2", "report.w2")


@given(flows(), st.lists(st.sampled_from(["place", "period", "unit"]), min_size=1, max_size=2, unique=True))
def test_group_totals_add_to_the_whole(records: list[Observation], keys: list[str]) -> None:
    totals = list(group_by(records, *keys).total().values())
    whole = total(records)
    assert sum((part.estimate for part in totals[1:]), totals[0].estimate) == whole.estimate
    assert sorted(name for part in totals for name in part.inputs) == sorted(whole.inputs)


def test_a_table_of_totals_marks_what_nobody_confirmed() -> None:
    records = [observation("a", 1), observation("b", 2, RUBBLE, annotation="proposed")]
    assert [line.split()[1:4] for line in str(group_by(records, "indicator").total()).splitlines()[1:]] == [
        ["1", "person", "2022-01"],
        ["2", "m²", "(proposed)"],
    ]
