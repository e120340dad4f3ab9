"""One indicator through time."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given

from raqqa_data.aggregation import timeline, total
from raqqa_data.errors import NotSummarizable
from raqqa_data.records import Estimate, Indicator, Name, Observation, Period
from tests.aggregation import factory
from tests.aggregation.factory import CITY, DESTROYED, DETAINED, KILLED, OTHER_CITY, RUBBLE, SYRIA, flows, observation


def test_in_order_of_time() -> None:
    line = timeline(
        [
            observation("b", 2, period="2022-02"),
            observation("a", 1, period="2022-01"),
            observation("c", 3, period="2022-02", place=OTHER_CITY),
        ],
        allow={"completeness"},
    )
    assert list(line) == [Period("2022-01"), Period("2022-02")]
    assert [point.estimate.best for point in line.values()] == [1, 5]
    assert [point.operation for point in line.values()] == ["timeline", "total"]
    assert str(line).splitlines()[0].split() == ["period", "total", "records"]
    assert line[Period("2022-01")].explain() == "report.a alone: 1 person."


def test_one_unit_for_all_points() -> None:
    records = [observation("a", 1, RUBBLE, unit="hectare"), observation("b", 5, RUBBLE, period="2022-02")]
    assert {point.unit for point in timeline(records).values()} == {"meter ** 2"}
    assert [point.estimate.best for point in timeline(records, unit="ha").values()] == [1, 0.0005]


def test_a_stock_may_be_stated_at_any_times() -> None:
    line = timeline([observation("a", 5, DETAINED, period="2022"), observation("b", 6, DETAINED, period="2022-03")])
    assert [point.estimate.best for point in line.values()] == [5, 6]


def test_what_never_adds_stands_alone() -> None:
    records = [observation("a", 80, DESTROYED), observation("b", 70, DESTROYED, period="2023")]
    assert [point.estimate.best for point in timeline(records).values()] == [80, 70]
    with pytest.raises(NotSummarizable, match="non-additive"):
        timeline([*records, observation("c", 60, DESTROYED, place=OTHER_CITY)])


def test_overlapping_flows() -> None:
    records = [observation("a", period="2022"), observation("b", period="2022-03")]
    with pytest.raises(NotSummarizable) as caught:
        timeline(records)
    assert caught.value.condition == "disjointness"
    line = timeline(records, allow={"disjointness"})
    assert {point.overrides for point in line.values()} == {("disjointness",)}


def test_refusals() -> None:
    with pytest.raises(NotSummarizable, match="nothing to add"):
        timeline([])
    with pytest.raises(NotSummarizable, match="different indicators"):
        timeline([observation("a"), observation("b", 1, DETAINED)], allow={"type compatibility"})


def test_left_out_parts() -> None:
    part, other = observation("a", part_of="w"), observation("b", place=OTHER_CITY)
    line = timeline([part, other], within=[observation("c", part_of="w")])
    assert line[Period("2022-01")].incomplete == ("report.c",)


@given(flows())
def test_points_add_to_the_total(records: list[Observation]) -> None:
    line = timeline(records, allow={"completeness"})
    points = [point.estimate for point in line.values()]
    assert sum(points[1:], points[0]) == total(records).estimate
    assert list(timeline(records[::-1], allow={"completeness"})) == list(line)


@pytest.mark.parametrize("elsewhere", [{"place": SYRIA}, {"subgroup": "guards"}])
@pytest.mark.parametrize("what", [KILLED, DETAINED])
def test_points_of_different_places_or_subgroups_make_no_line(what: Indicator, elsewhere: dict[str, Any]) -> None:
    records = [observation("a", 4_000, what, period="2021", **elsewhere), observation("b", 50, what, period="2022")]
    with pytest.raises(NotSummarizable, match="not all of the same places and subgroups: 2021 of ") as caught:
        timeline(records)
    assert (caught.value.condition, caught.value.offenders) == ("completeness", ("report.a", "report.b"))
    line = timeline(records, allow={"completeness"})
    assert {point.overrides for point in line.values()} == {("completeness",)}


def test_points_of_shares_of_different_things_make_no_line() -> None:
    records = [observation("a", 80, DESTROYED), observation("b", 60, DESTROYED, period="2023", of="the farmland")]
    with pytest.raises(NotSummarizable, match="2022-01 of raqqa-city the city, 2023 of raqqa-city the farmland"):
        timeline(records)


@pytest.mark.parametrize("what", [KILLED, DETAINED])
def test_withdrawn(what: Indicator) -> None:
    records = [observation("a", 7, what, record_status="withdrawn"), observation("b", 9, what, period="2023")]
    with pytest.raises(NotSummarizable, match=r"withdrawn or superseded .* \(report\.a\)"):
        timeline(records)


def test_one_indicator_under_two_names_makes_one_line() -> None:
    theirs = attrs.evolve(KILLED, name=Name("Fatalities", "القتلى"))
    line = timeline([observation("a", 1), observation("b", 2, theirs, period="2023")])
    assert [point.estimate.best for point in line.values()] == [1, 2]
    stock = factory.indicator("killed", additivity="stock")
    with pytest.raises(NotSummarizable, match="defined in different ways"):
        timeline([observation("a", 1), observation("b", 2, stock, period="2023")])


def test_a_part_at_another_point_is_not_left_out() -> None:
    parts = [observation(name, period=f"{2000 + n}", part_of="w") for n, name in enumerate("abc")]
    assert {point.incomplete for point in timeline(parts, within=parts).values()} == {()}
    assert {point.incomplete for point in timeline(parts[:2], within=parts).values()} == {("report.c",)}


def test_estimates_are_those_of_the_records() -> None:
    vague = Estimate.vague(200)
    assert timeline([observation("a", vague, place=CITY)])[Period("2022-01")].estimate == vague


def test_states_of_a_running_total_are_points_and_are_not_added() -> None:
    states = [
        observation(f"d{day}", value, period=f"2023-10-07/2023-10-{day}")
        for day, value in ((12, 30), (10, 10), (11, 25))
    ]
    line = timeline(states)
    assert [point.estimate.best for point in line.values()] == [10, 25, 30]
    there = [
        observation(f"t{day}", 1, period=f"2023-10-07/2023-10-{day}", place=OTHER_CITY) for day in ("10", "11", "12")
    ]
    assert [point.estimate.best for point in timeline([*states, *there]).values()] == [11, 26, 31]
    with pytest.raises(NotSummarizable, match=r"overlap.*change\(earlier, later\) tells what came between"):
        total(states)


@pytest.mark.parametrize(
    "changed",
    [
        {"period": Period("2023-10-08/2023-10-12")},
        {"period": Period("2023-10-07/..")},
        {"period": Period("2023-10-07/2023-10-11")},
        {"attributed_to": factory.UN},
    ],
)
def test_what_is_no_state_of_the_same_running_total_is_refused(changed: dict[str, Any]) -> None:
    states = [observation(f"d{day}", 1, period=f"2023-10-07/2023-10-{day}") for day in ("10", "11", "12")]
    if "attributed_to" in changed:
        changed = {**changed, "claim_status": "attributed"}
    with pytest.raises(NotSummarizable, match="overlap"):
        timeline([*states[:2], attrs.evolve(states[2], **changed)])
