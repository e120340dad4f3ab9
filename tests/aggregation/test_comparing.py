"""Two reports of one thing, and a whole beside its parts."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from raqqa_data import prison_attack
from raqqa_data.aggregation import Verdict, check_hierarchy, compare, total
from raqqa_data.errors import NotSummarizable, RecordError
from raqqa_data.records import Estimate, Name, Observation, Wording
from raqqa_data.records.indicator import NEVER_NEGATIVE
from raqqa_data.units.table import UNITS
from tests.aggregation import factory
from tests.aggregation.factory import COUNTS, KILLED, OTHER_CITY, RUBBLE, WARMTH, estimates, observation

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
        (MORE, MORE, Verdict.AGREE),
        (MORE, Estimate.stated(300, Wording.AT_LEAST), Verdict.OVERLAP),
        (LESS, Estimate.stated(300, Wording.UP_TO), Verdict.OVERLAP),
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
        ({"of": "the farmland"}, "denominators"),
        ({"what": factory.indicator(additivity="stock")}, "indicators"),
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


def test_another_name_is_no_other_indicator() -> None:
    theirs = attrs.evolve(KILLED, name=Name("Fatalities", "القتلى"))
    assert compare(observation("a", 3), observation("b", 3, theirs)).verdict is Verdict.AGREE


def test_rounding_contradicts_nothing() -> None:
    parts = [observation("a", 0.1, RUBBLE, part_of="w"), observation("b", 0.2, RUBBLE, period="2023", part_of="w")]
    found = check_hierarchy(observation("w", 0.3, RUBBLE), parts)
    assert (found.verdict, found.estimate) == (Verdict.AGREE, Estimate.stated(0))
    assert check_hierarchy(observation("w", 0.3001, RUBBLE), parts).verdict is Verdict.INCOMPLETE
    assert check_hierarchy(observation("w", 0.2999, RUBBLE), parts).verdict is Verdict.CONTRADICT
    under = Estimate.stated(0.3, Wording.LESS_THAN)
    assert check_hierarchy(observation("w", under, RUBBLE), parts).verdict is Verdict.CONTRADICT


def test_whole_numbers_of_one_unit_are_compared_to_the_last_digit() -> None:
    assert compare(observation("a", 10**15), observation("b", 10**15 + 1)).verdict is Verdict.CONTRADICT


UNITS_OF = [sorted(unit.name for unit in UNITS.values() if unit.dimension == dimension) for dimension in
            ("area", "time", "length", "mass", "temperature", "ratio", "speed")]  # fmt: skip


@st.composite
def in_two_units(draw: st.DrawFn) -> tuple[Observation, str]:
    one, other = draw(st.permutations(draw(st.sampled_from(UNITS_OF))))[:2]
    thing = factory.indicator("thing", one, "non-additive")
    least = 0 if thing.kind in NEVER_NEGATIVE else -1000
    numbers = st.floats(least, 10**9, allow_subnormal=False) | st.integers(least, 10**12)
    stated = draw(estimates(numbers).filter(lambda e: (e.best, e.low, e.high) != (None, None, None)))
    return observation("a", stated, thing), other


@given(in_two_units())
@example((observation("a", 252.48, factory.indicator("thing", "minute")), "hour"))
@example((observation("a", 1e-10, WARMTH), "degree_Fahrenheit"))
@example((observation("a", 1e-10, factory.indicator("thing", "kelvin")), "degree_Celsius"))
@example((observation("a", 1e308, RUBBLE, unit="hectare"), "kilometer ** 2"))
def test_a_change_of_unit_contradicts_nothing(drawn: tuple[Observation, str]) -> None:
    record, unit = drawn
    assert compare(record, record.to(unit)).verdict is Verdict.AGREE
    assert compare(record.to(unit), record).verdict is Verdict.AGREE


def length(stated: Estimate, unit: str) -> Observation:
    return observation("a", stated, factory.indicator("thing", "meter"), unit=unit)


LENGTHS = st.builds(length, estimates(st.integers(1, 50)), st.sampled_from(["meter", "foot", "yard", "kilometer"]))


@given(LENGTHS, LENGTHS)
def test_a_verdict_is_symmetric(one: Observation, other: Observation) -> None:
    assert compare(one, other).verdict is compare(other, one).verdict


def test_in_another_unit() -> None:
    found = compare(observation("a", 5, RUBBLE, unit="hectare"), observation("b", 4, RUBBLE, unit="hectare")).to("m²")
    assert (found.first.best, found.second.best, found.estimate.best) == (50_000, 40_000, 10_000)
    assert ("Values", "50,000 m²; 40,000 m²") in found.facts()


def test_temperatures_in_another_unit() -> None:
    found = compare(observation("a", 20, WARMTH), observation("b", 10, WARMTH))
    assert str(found.quantity) == "10 delta_degree_Celsius"
    warmer = found.to("degree_Fahrenheit")
    assert (warmer.first.best, warmer.second.best, warmer.estimate.best) == (68, 50, 18)
    assert warmer.to("kelvin").estimate.best == pytest.approx(10)
    assert str(compare(observation("a", 3), observation("b", 1)).quantity) == "2 person"


def test_what_is_out_of_use() -> None:
    out = observation("out", 181, record_status="withdrawn")
    for pair in ((out, PARTS[0]), (PARTS[0], out)):
        with pytest.raises(NotSummarizable, match=r"withdrawn or superseded .* \(report\.out\)"):
            compare(*pair)
    with pytest.raises(NotSummarizable, match=r"withdrawn or superseded .* \(report\.killed\)"):
        check_hierarchy(attrs.evolve(out, id="report.killed"), PARTS)
    found = check_hierarchy(attrs.evolve(out, id="report.killed"), PARTS, allow={"type compatibility"})
    assert found.overrides == ("type compatibility",)


def test_hierarchy_marks_what_is_left_out() -> None:
    whole = observation("killed", 181, part_of="more")
    aside = observation("aside", 1, part_of="more")
    found = check_hierarchy(whole, PARTS[1:], within=[whole, aside, *PARTS])
    assert (found.verdict, found.incomplete) == (Verdict.INCOMPLETE, ("report.members",))
    assert "Left out: report.members" in found.explain()
    shipped = check_hierarchy(prison_attack.killed, [prison_attack.killed_civilians])
    assert shipped.incomplete == ("prison_attack.killed_is_members", "prison_attack.killed_sdf_members")


def test_what_was_allowed_and_left_out_before_is_kept() -> None:
    added = total([PARTS[1], PARTS[1]], allow={"disjointness"}, within=PARTS)
    found = compare(added, PARTS[1])
    assert found.overrides == ("disjointness",)
    assert found.incomplete == ("report.members", "report.guards")


def test_misuse() -> None:
    with pytest.raises(RecordError, match="must be an observation"):
        compare(PARTS[0], None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(RecordError, match="must be an observation"):
        check_hierarchy(None, PARTS)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(RecordError, match="in a list"):
        check_hierarchy(PARTS[0], PARTS[1])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


@given(COUNTS, COUNTS)
def test_contradiction_means_that_no_value_fits_both(one: Estimate, other: Estimate) -> None:
    found = compare(observation("a", one), observation("b", other))
    apart = any(a.high is not None and b.low is not None and a.high < b.low for a, b in ((one, other), (other, one)))
    touching = (one.high is not None and one.high == other.low) or (other.high is not None and other.high == one.low)
    assert found.holds != apart or touching
