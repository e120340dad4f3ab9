"""Two reports of one thing, and a whole beside its parts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from raqqa_data.aggregation import Verdict, check_hierarchy, compare, total
from raqqa_data.errors import NotSummarizable
from raqqa_data.records import Estimate, Wording
from tests.aggregation import factory
from tests.aggregation.factory import COUNTS, OTHER_CITY, RUBBLE, observation

PARTS = [
    observation("members", 124, subgroup="members", part_of="killed"),
    observation("civilians", 7, subgroup="civilians", part_of="killed"),
    observation("guards", 50, subgroup="guards", part_of="killed"),
]
ABOUT = Estimate.stated(300, Wording.ABOUT)
MORE = Estimate.stated(300, Wording.MORE_THAN)
LESS = Estimate.stated(300, Wording.LESS_THAN)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (300, 300, Verdict.AGREE),
        (300, 301, Verdict.CONTRADICT),
        (300, ABOUT, Verdict.OVERLAP),
        (ABOUT, 900, Verdict.OVERLAP),
        (ABOUT, ABOUT, Verdict.AGREE),
        (MORE, 400, Verdict.OVERLAP),
        (MORE, 300, Verdict.CONTRADICT),
        (MORE, LESS, Verdict.CONTRADICT),
        (LESS, 300, Verdict.CONTRADICT),
        (Estimate.stated(300, Wording.AT_LEAST), 300, Verdict.OVERLAP),
        (Estimate.stated(300, Wording.UP_TO), 300, Verdict.OVERLAP),
        (Estimate.between(1, 3), Estimate.between(3, 5), Verdict.OVERLAP),
        (Estimate.between(1, 3), Estimate.between(4, 5), Verdict.CONTRADICT),
        (Estimate.vague(), Estimate.vague(), Verdict.OVERLAP),
    ],
)
def test_verdicts(one: Any, other: Any, verdict: Verdict) -> None:
    first, second = observation("a", one), observation("b", other)
    assert compare(first, second).verdict is compare(second, first).verdict is verdict
    assert compare(first, second).holds == (verdict is not Verdict.CONTRADICT)


def test_comparison_converts_and_prints() -> None:
    found = compare(observation("a", 1, RUBBLE, unit="hectare"), observation("b", 9_000, RUBBLE))
    assert (found.first, found.second, found.unit) == (Estimate.stated(1), Estimate.stated(0.9), "hectare")
    assert found.estimate.best == pytest.approx(0.1)
    assert found.inputs == ("report.a", "report.b")
    assert found.explain() == "1 ha and 0.9 ha: they cannot both be true."
    assert "  Verdict   contradict\n  Values    1 ha; 0.9 ha\n" in str(found)
    assert repr(found) == "<Comparison contradict: 1; 0.9 ha>"
    assert repr(found.verdict) == "<Verdict.CONTRADICT>"


@pytest.mark.parametrize(
    ("options", "difference"),
    [
        ({"what": factory.indicator("displaced")}, "indicators"),
        ({"place": OTHER_CITY}, "places"),
        ({"subgroup": "guards"}, "subgroups"),
        ({"period": "1999"}, "times"),
    ],
)
def test_only_reports_of_one_thing_are_compared(options: dict[str, Any], difference: str) -> None:
    one, other = observation("a"), observation("b", **options)
    with pytest.raises(NotSummarizable, match=f"of different {difference}") as caught:
        compare(one, other)
    assert (caught.value.condition, caught.value.offenders) == ("type compatibility", ("report.a", "report.b"))
    assert compare(one, other, allow={"type compatibility"}).overrides == ("type compatibility",)


def test_dimensions_are_never_compared() -> None:
    with pytest.raises(NotSummarizable, match="person and area"):
        compare(observation("a"), observation("b", 1, RUBBLE), allow={"type compatibility"})


def test_totals_are_compared() -> None:
    mixed = total([observation("a", period="XXXX-06")])
    assert compare(mixed, observation("b")).verdict is Verdict.AGREE


def test_hierarchy_agrees() -> None:
    found = check_hierarchy(observation("killed", 181), PARTS)
    assert (found.verdict, found.estimate, found.holds) == (Verdict.AGREE, Estimate.stated(0), True)
    assert found.explain() == "181 people against 124 + 7 + 50 = 181 people: they state the same."
    assert found.inputs == ("report.killed", "report.members", "report.civilians", "report.guards")


@pytest.mark.parametrize(
    ("whole", "verdict"),
    [
        (180, Verdict.CONTRADICT),
        (182, Verdict.INCOMPLETE),
        (Estimate.stated(100, Wording.MORE_THAN), Verdict.OVERLAP),
        (Estimate.stated(180, Wording.LESS_THAN), Verdict.CONTRADICT),
    ],
)
def test_hierarchy_under_bounds(whole: Any, verdict: Verdict) -> None:
    assert check_hierarchy(observation("killed", whole), PARTS).verdict is verdict


def test_hierarchy_in_mixed_units() -> None:
    part = observation("part", 2, RUBBLE, unit="hectare", part_of="whole")
    found = check_hierarchy(observation("whole", 20_000, RUBBLE), [part])
    assert found.verdict is Verdict.AGREE
    assert "20,000 m² against 20,000 = 20,000 m²" in found.explain()


def test_hierarchy_of_strangers() -> None:
    whole, part = observation("killed", 5), observation("other", 5)
    with pytest.raises(NotSummarizable, match=r"report\.other is not declared a part") as caught:
        check_hierarchy(whole, [part])
    assert caught.value.condition == "completeness"
    assert check_hierarchy(whole, [part], allow={"completeness"}).overrides == ("completeness",)


def test_hierarchy_refuses_what_total_refuses() -> None:
    whole = observation("killed", 181)
    with pytest.raises(NotSummarizable, match="nothing to add"):
        check_hierarchy(whole, [])
    with pytest.raises(NotSummarizable, match="given twice"):
        check_hierarchy(whole, [*PARTS, PARTS[0]])
    with pytest.raises(NotSummarizable, match="a part of itself"):
        check_hierarchy(whole, [whole])
    with pytest.raises(NotSummarizable, match="different dimensions"):
        check_hierarchy(whole, [observation("area", 1, RUBBLE, part_of="killed")])


@given(COUNTS, COUNTS)
def test_contradiction_means_that_no_value_fits_both(one: Estimate, other: Estimate) -> None:
    found = compare(observation("a", one), observation("b", other))
    apart = any(a.high is not None and b.low is not None and a.high < b.low for a, b in ((one, other), (other, one)))
    touching = (one.high is not None and one.high == other.low) or (other.high is not None and other.high == one.low)
    assert found.holds != apart or touching
