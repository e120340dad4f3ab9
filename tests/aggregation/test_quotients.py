"""Shares, rates and ratios, by interval division."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import raqqa_data as rd
from raqqa_data.aggregation import compare, rate, ratio, share, timeline, total
from raqqa_data.errors import NotSummarizable, RecordError, UnitError
from raqqa_data.records import Estimate, Observation, Wording
from tests.aggregation import factory
from tests.aggregation.factory import (
    CITY,
    DESTROYED,
    DETAINED,
    GOVERNORATE,
    OTHER_CITY,
    RUBBLE,
    SYRIA,
    WARMTH,
    estimates,
    observation,
)

if TYPE_CHECKING:
    from collections.abc import Callable

WHOLE = observation("killed", 200)
PART = observation("civilians", 50, subgroup="civilians", part_of="killed")
RETURNED = factory.indicator("returned")


def test_share_of_a_declared_whole() -> None:
    found = share(PART, WHOLE)
    assert found.estimate == Estimate.stated(25)
    assert (found.unit, found.operation, found.inputs) == ("percent", "share", ("report.civilians", "report.killed"))
    assert found.explain() == "Divides 50 people by 200 people = 25 %."
    assert found.name.en == "Share: civilians / killed"
    assert share(PART, WHOLE, unit="dimensionless").estimate == Estimate.stated(0.25)


def test_what_makes_no_quotient_is_named() -> None:
    nobody = observation("nobody", 0)
    with pytest.raises(RecordError, match=r"share\.divisor = '0': report\.nobody must be more than 0"):
        share(observation("part", 0, part_of="nobody"), nobody)
    with pytest.raises(RecordError, match=r"ratio\.divisor = '0': report\.nobody must be more than 0"):
        ratio(WHOLE, nobody)


def test_share_by_place_period_and_subgroup() -> None:
    governorate = observation("g", 4, RUBBLE, place=GOVERNORATE, period="2022", unit="hectare")
    assert share(observation("c", 10_000, RUBBLE), governorate).estimate.best == 25
    city = observation("c", 1, subgroup="civilians")
    assert share(city, observation("g", 4, subgroup="civilians", place=SYRIA)).estimate.best == 25


@pytest.mark.parametrize(
    "whole",
    [
        observation("g", 200, place=OTHER_CITY),
        observation("g", 200, period="2021"),
        observation("g", 200, subgroup="guards"),
    ],
)
def test_share_of_what_does_not_hold_it(whole: Observation) -> None:
    alone = observation("civilians", 50, subgroup="civilians")
    with pytest.raises(NotSummarizable, match=r"not known to hold report\.civilians") as caught:
        share(alone, whole)
    assert (caught.value.condition, caught.value.offenders) == ("completeness", ("report.civilians",))
    assert share(alone, whole, allow={"completeness"}).overrides == ("completeness",)


def test_share_larger_than_its_whole() -> None:
    with pytest.raises(NotSummarizable, match=r"larger than report\.killed") as caught:
        share(observation("civilians", 201, part_of="killed"), WHOLE)
    assert caught.value.condition == "completeness"


def test_share_of_another_indicator() -> None:
    with pytest.raises(NotSummarizable, match="different indicators") as caught:
        share(PART, observation("g", 100, RETURNED))
    assert caught.value.condition == "type compatibility"


def test_share_of_another_dimension() -> None:
    with pytest.raises(NotSummarizable, match="person and area are different dimensions"):
        share(PART, observation("g", 100, RUBBLE), allow={"type compatibility"})


def test_share_in_no_ratio() -> None:
    with pytest.raises(UnitError, match="hectare"):
        share(PART, WHOLE, unit="hectare")


def test_share_of_a_total_keeps_what_was_allowed() -> None:
    added = total([PART, observation("c", 10, subgroup="civilians", part_of="killed")], allow={"disjointness"})
    found = share(added, WHOLE)
    assert found.estimate.best == 30
    assert found.overrides == ("disjointness",)
    assert found.inputs == ("report.civilians", "report.c", "report.killed")
    assert found.explain().startswith("Adds 2 observations")


def test_incomplete_is_inherited() -> None:
    added = total([PART], within=[WHOLE, observation("guards", 1, part_of="killed")])
    assert share(added, WHOLE).incomplete == ("report.guards",)


def test_ratio_has_its_unit() -> None:
    rubble = observation("rubble", Estimate.stated(5_000_000, Wording.NEARLY), RUBBLE)
    people = observation("returned", Estimate.stated(250_000), RETURNED)
    found = ratio(rubble, people)
    assert found.estimate == Estimate.stated(20, Wording.NEARLY)
    assert found.unit == "meter ** 2 / person"
    assert found.explain().splitlines()[1] == "No lower bound: report.rubble states none."
    assert ratio(rubble, people, unit="hectare per person").estimate.best == 0.002
    assert str(found.quantity) == "20 meter ** 2 / person"


def test_ratio_of_one_dimension_is_a_number() -> None:
    found = ratio(observation("a", 1, RUBBLE, unit="hectare"), observation("b", 5000, RUBBLE))
    assert (found.estimate.best, found.unit) == (2, "dimensionless")


@pytest.mark.parametrize("elsewhere", [{"place": OTHER_CITY}, {"period": "1999"}])
def test_ratio_of_strangers(elsewhere: dict[str, str]) -> None:
    one, other = observation("a"), observation("b", 1, RUBBLE, **elsewhere)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(NotSummarizable, match="no place or no time in common") as caught:
        ratio(one, other)
    assert caught.value.condition == "type compatibility"
    assert ratio(one, other, allow="type compatibility").overrides == ("type compatibility",)


def test_ratio_of_the_yearless() -> None:
    mixed = total([observation("a", period="XXXX-06"), observation("c", place=OTHER_CITY)])
    assert ratio(mixed, observation("b", 1, RUBBLE)).estimate.best == 2


def test_ratio_over_nothing() -> None:
    with pytest.raises(RecordError, match="must be more than 0"):
        ratio(observation("a"), observation("b", 0, RUBBLE))


def test_only_values() -> None:
    with pytest.raises(RecordError, match="must be an observation, or derived"):
        ratio(observation("a"), 3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2022-01", Estimate.stated(10)),
        ("2022-01~", Estimate.stated(10, Wording.ABOUT)),
        ("2022-01?", Estimate.stated(10, Wording.ABOUT)),
        ("2022-01-01/2022-01-31", Estimate.stated(10)),
        ("2022-01/2022-02", Estimate(310 / 59, 310 / 59, 310 / 2, Wording.ABOUT)),
        ("2022-01-01/..", Estimate.vague(high=310)),
    ],
)
def test_rate_by_the_periods_own_uncertainty(period: str, expected: Estimate) -> None:
    found = rate(observation("a", 310, period=period))
    assert found.estimate == expected
    assert (found.unit, found.operation) == ("person / day", "rate")


def test_rate_per_other_units_of_time() -> None:
    year = observation("a", 24, period="2023")
    assert rate(year, per="month").unit == "person / month"
    assert rate(year, per="month").estimate.best == pytest.approx(24 / 365 * 30.4375)
    assert rate(year, per="year").estimate.best == pytest.approx(24 / 365 * 365.25)
    with pytest.raises(UnitError, match="measures area"):
        rate(year, per="hectare")


def test_rate_explains_itself() -> None:
    lines = rate(observation("a", 310, period="2022-01/2022-02")).explain().splitlines()
    said = "Divides 310 people by between 2 and 59 days, the best value by 59 = "
    assert lines == [f"{said}about 5.25424 (5.25424 to 155) people per day."]


def test_rate_over_a_length_that_the_caller_knows() -> None:
    found = rate(observation("a", 310, period="2022-01/2022-02"), days=31)
    assert found.estimate == Estimate.stated(10)
    assert "given by the caller" in found.explain()


def test_rate_of_a_stock() -> None:
    with pytest.raises(NotSummarizable, match="no flow") as caught:
        rate(observation("a", 1, DETAINED))
    assert caught.value.condition == "type compatibility"
    assert rate(observation("a", 31, DETAINED), allow={"type compatibility"}).estimate.best == 1


@pytest.mark.parametrize("period", ["XXXX-06", "../2022"])
def test_rate_without_a_length(period: str) -> None:
    if period == "../2022":
        assert rate(observation("a", period=period)).estimate == Estimate.vague(high=1)
        return
    with pytest.raises(NotSummarizable, match="no length") as caught:
        rate(observation("a", period=period))
    assert caught.value.condition == "completeness"


def test_rate_of_a_total_of_one_period() -> None:
    both = total([observation("a", 31), observation("b", 31, place=OTHER_CITY)])
    assert rate(both).estimate == Estimate.stated(2)


def test_rate_of_periods_that_join() -> None:
    months = [observation("a", 31, period="2022-01"), observation("b", 28, period="2022-02")]
    assert rate(total(months)).estimate == Estimate.stated(1)
    assert "Divides 59 people by 59 days" in rate(total(months)).explain()
    everywhere = [*months, *(observation(r.field + "2", 0, period=str(r.period), place=OTHER_CITY) for r in months)]
    assert rate(total(everywhere)).estimate == Estimate.stated(1)
    quarters = [observation("a", 31, period="2022-01/2022-03"), observation("b", 28, period="2022-04/2022-06")]
    assert "by between 63 and 181 days" in rate(total(quarters)).explain()


@pytest.mark.parametrize(
    ("one", "other", "problem"),
    [
        ({"period": "2012"}, {"period": "2022"}, "2012 and 2022 leave a gap or overlap"),
        ({"period": "2022"}, {"period": "2022-03"}, "leave a gap or overlap"),
        ({"period": "../2021"}, {"period": "XXXX-06"}, "leave a gap or overlap"),
        ({"period": "2021"}, {"period": "2022", "place": OTHER_CITY}, "different periods (2021, 2022)"),
        ({"period": "2021"}, {"period": "2022", "subgroup": "guards"}, "different periods (2021, 2022)"),
        ({"period": "XXXX-06"}, {"place": OTHER_CITY}, "different periods"),
    ],
)
def test_rate_of_periods_that_do_not_join(one: dict[str, Any], other: dict[str, Any], problem: str) -> None:
    added = total([observation("a", **one), observation("b", **other)], allow={"disjointness"})
    with pytest.raises(NotSummarizable, match=re.escape(problem)) as caught:
        rate(added)
    assert caught.value.condition == "completeness"
    assert "days=" in caught.value.hint
    assert rate(added, days=2).estimate == Estimate.stated(1)


@pytest.mark.parametrize("period", ["2022-01~/2022-10~", "2022-01/2022-10?"])
def test_approximate_ends_bound_nothing(period: str) -> None:
    found = rate(observation("a", 10, period=period))
    assert found.estimate == Estimate(10 / 304, None, None, Wording.ABOUT)
    assert "by a length of which nothing is certain, the best value by 304" in found.explain()


def test_an_end_that_is_open_and_one_that_is_approximate_leave_nothing() -> None:
    found = rate(observation("a", 10, period="2022-01~/.."))
    assert found.estimate == Estimate.vague()
    assert "by a length of which nothing is certain" in found.explain()
    assert "days=..." in found.explain()


def test_approximate_ends_of_a_known_length() -> None:
    assert rate(observation("a", 31, period="2022-01~")).estimate == Estimate.stated(1, Wording.ABOUT)
    assert rate(observation("a", 2, period="2022-01-01~/2022-01-02")).estimate == Estimate.stated(1, Wording.ABOUT)


def test_a_rate_has_a_number_where_its_value_has_one() -> None:
    about = observation("a", Estimate.stated(10, Wording.NEARLY), period="2022-01/2022-10")
    assert rate(about).estimate == Estimate(10 / 304, None, None, Wording.ABOUT)
    rubble = rate(rd.reconstruction.rubble_removed, per="day")
    assert (rubble.estimate.best, rubble.estimate.low, rubble.estimate.high) == (5_000_000 / 1857, None, None)


def test_rate_that_says_nothing_asks_for_the_length() -> None:
    """Both bounds open: a value without a best, over a period without an end."""
    few = observation("a", Estimate.vague(), period="2022-01/2022-10")
    assert rate(few).estimate == Estimate.vague()
    assert "Give it where you know it better: days=..." in rate(few).explain()
    assert "Give it" not in rate(observation("a", 10, period="2022-01/2022-10"), days=300).explain()


def test_rate_of_what_is_no_flow_any_more() -> None:
    for derived in (share(PART, WHOLE), compare(WHOLE, WHOLE), rate(WHOLE)):
        with pytest.raises(NotSummarizable, match="is no flow") as caught:
            rate(derived)
        assert caught.value.condition == "type compatibility"
    (point,) = timeline([WHOLE]).values()
    assert rate(point).estimate == rate(WHOLE).estimate


@pytest.mark.parametrize(
    "status", [{"record_status": "withdrawn"}, {"record_status": "superseded", "superseded_by": "x.y"}]
)
def test_what_is_out_of_use(status: dict[str, Any]) -> None:
    out = observation("out", 50, part_of="killed", **status)
    made: list[Callable[[], object]] = [
        lambda: share(out, WHOLE),
        lambda: share(PART, attrs.evolve(WHOLE, **status)),
        lambda: rate(out),
        lambda: ratio(out, WHOLE),
        lambda: ratio(WHOLE, out),
    ]
    for make in made:
        with pytest.raises(NotSummarizable, match="withdrawn or superseded") as caught:
            make()
        assert caught.value.condition == "type compatibility"
    # what was allowed in a total was seen there
    assert share(total([out], allow={"type compatibility"}), WHOLE).overrides == ("type compatibility",)


def test_temperatures_make_no_quotient() -> None:
    warm, cool = observation("a", 20, WARMTH), observation("b", 10, WARMTH)
    for pair in ((warm, cool), (warm, cool.to("kelvin")), (warm, WHOLE)):
        with pytest.raises(NotSummarizable, match="zero of its own") as caught:
            ratio(*pair)
        assert caught.value.condition == "type compatibility"
    with pytest.raises(NotSummarizable, match="zero of its own"):
        share(warm, cool, allow={"completeness"})
    assert ratio(warm.to("kelvin"), cool.to("kelvin")).estimate.best == pytest.approx(293.15 / 283.15)


def test_quotients_are_rounded_once() -> None:
    assert share(observation("a", 11, part_of="killed"), observation("killed", 20)).estimate.best == 55
    assert share(observation("a", 7, part_of="killed"), observation("killed", 100)).estimate.best == 7
    assert rate(observation("a", 7, period="2022"), per="year", days=36525).estimate.best == 0.07


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_share_is_the_nearest_float(part: int, more: int) -> None:
    found = share(observation("a", part, part_of="killed"), observation("killed", part + more)).estimate.best
    assert found == float(Fraction(100 * part, part + more))


def test_rounding_makes_no_part_larger_than_its_whole() -> None:
    parts = [observation("a", 0.1, RUBBLE, part_of="w"), observation("b", 0.2, RUBBLE, period="2023", part_of="w")]
    assert share(total(parts), observation("w", 0.3, RUBBLE)).estimate.best == pytest.approx(100)


def test_share_of_shares_of_different_things() -> None:
    part, whole = observation("a", 40, DESTROYED), observation("w", 80, DESTROYED, period="2022", of="the farmland")
    with pytest.raises(NotSummarizable, match="not known to hold"):
        share(part, whole)


PERIODS = st.sampled_from(["2022", "2022-01", "2021/2022-03", "../2022", "2022/..", "XXXX-06", "2022-01-05", "2020"])


@given(
    st.lists(st.tuples(PERIODS, st.sampled_from([CITY, GOVERNORATE]), st.sampled_from([None, "guards"])), max_size=5),
    st.tuples(PERIODS, st.sampled_from([CITY, GOVERNORATE]), st.sampled_from([None, "guards"])),
)
def test_a_whole_is_found_as_by_asking_each(wholes: list[tuple[str, Any, Any]], asked: tuple[str, Any, Any]) -> None:
    part = observation("part", 1, period=asked[0], place=asked[1], subgroup=asked[2])
    records = [observation("w0", 9, period="1999", place=OTHER_CITY)]
    records += [
        observation(f"o{n}", 9, period=p, place=where, subgroup=who) for n, (p, where, who) in enumerate(wholes)
    ]
    holds = any(
        part.place.lies_in(whole.place)
        and whole.subgroup in {None, part.subgroup}
        and whole.period.contains(part.period)
        for whole in records
    )
    try:
        share(part, total(records, allow={"disjointness"}))
    except NotSummarizable as error:
        assert error.offenders == ("report.part",)
        assert not holds
    else:
        assert holds


def test_misuse() -> None:
    nothing: Any = None
    made: list[Callable[[], object]] = [
        lambda: share(nothing, WHOLE),
        lambda: ratio(WHOLE, nothing),
        lambda: rate(nothing),
    ]
    for make in made:
        with pytest.raises(RecordError, match="must be an observation"):
            make()


@given(estimates(st.integers(0, 10**6)), estimates(st.integers(1, 10**6)))
def test_no_bound_is_invented(above: Estimate, below: Estimate) -> None:
    found = ratio(observation("a", above), observation("b", below, RUBBLE)).estimate
    assert (found.best is None) == (above.best is None or below.best is None)
    assert (found.low is None) == (above.low is None or below.high is None)
    assert (found.high is None) == (above.high is None or below.low is None)
