"""What a total adds, and every sum that it refuses."""

from __future__ import annotations

import functools
import itertools
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from raqqa_data.aggregation import Condition, Derived, total
from raqqa_data.errors import NotFoundError, NotSummarizable, RecordError, UnitError
from raqqa_data.records import Estimate, Name, Observation, Observations, Period, RecordStatus, Wording
from tests.aggregation import factory
from tests.aggregation.factory import CITY, DESTROYED, DETAINED, GOVERNORATE, OTHER_CITY, RUBBLE, flows, observation

PARTS = ("best", "low", "high")

WHOLE = observation("killed", 181)
MEMBERS = observation("members", 124, subgroup="members", part_of="killed")
CIVILIANS = observation("civilians", 7, subgroup="civilians", part_of="killed")
GUARDS = observation("guards", 50, subgroup="guards", part_of="killed")


def refused(condition: str, *observations: Observation, **options: Any) -> NotSummarizable:
    """The refusal; allowing its condition lets the sum through, and records it."""
    with pytest.raises(NotSummarizable) as caught:
        total(observations, **options)
    error = caught.value
    assert error.condition == condition
    assert f"allow={{{condition!r}}}" in error.hint
    allowed = total(observations, allow={condition}, **options)
    assert allowed.overrides == (condition,)
    assert error.reason in allowed.explain()
    return error


def test_adds_each_part_by_itself() -> None:
    added = total([observation("a", 15), observation("b", Estimate.stated(300, Wording.MORE_THAN), place=OTHER_CITY)])
    assert added.estimate == Estimate(315, 315, None, Wording.MORE_THAN)
    assert (added.unit, added.inputs, added.overrides, added.incomplete) == ("person", ("report.a", "report.b"), (), ())


def test_mixed_units_are_converted() -> None:
    records = [
        observation("a", 2, RUBBLE, unit="hectare"),
        observation("b", 500, RUBBLE, place=OTHER_CITY),
    ]
    assert total(records).estimate == Estimate.stated(20_500)
    assert total(records).unit == "meter ** 2"
    assert total(records, unit="ha").estimate.best == 2.05
    assert total(records, unit="ha").unit == "hectare"


def test_one_unit_of_all_is_kept() -> None:
    assert total([observation("a", 2, RUBBLE, unit="hectare")]).unit == "hectare"


def test_unit_may_be_a_pint_unit() -> None:
    import pint

    assert total([observation("a", 5, RUBBLE)], unit=pint.Unit("hectare")).estimate.best == 0.0005


def test_different_units_of_two_allowed_indicators_give_the_base() -> None:
    cleared = factory.indicator("cleared", "dunam")
    records = [observation("a", 1, RUBBLE), observation("b", 1, cleared)]
    assert total(records, allow="type compatibility").estimate == Estimate.stated(1001)
    assert total(records, allow="type compatibility").unit == "meter ** 2"


def test_unit_of_another_dimension() -> None:
    with pytest.raises(UnitError, match="hectare"):
        total([observation("a")], unit="hectare")


def test_nothing_is_not_zero() -> None:
    with pytest.raises(NotSummarizable, match="nothing to add") as caught:
        total([])
    assert caught.value.condition == "completeness"


def test_only_observations() -> None:
    with pytest.raises(RecordError, match="must be an observation"):
        total([total([WHOLE])])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("lone", [WHOLE, None, 5])
def test_one_alone_is_told_to_stand_in_a_list(lone: Any) -> None:
    with pytest.raises(RecordError, match="give several observations, in a list"):
        total(lone)
    with pytest.raises(RecordError, match="give several observations, in a list"):
        total([CIVILIANS], within=5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("allow", [None, 3, {"x"}])
def test_only_conditions_are_allowed(allow: Any) -> None:
    with pytest.raises(NotFoundError, match="no condition to allow"):
        total([observation("a")], allow=allow)


def test_dimensions_never_add_even_if_allowed() -> None:
    with pytest.raises(NotSummarizable, match="different dimensions") as caught:
        total([observation("a"), observation("b", 1, RUBBLE)], allow={"type compatibility"})
    assert caught.value.condition == "type compatibility"
    assert caught.value.offenders == ("report.a", "report.b")


def test_counted_kinds_never_add() -> None:
    bridges, schools = factory.indicator("bridges", "bridge"), factory.indicator("schools", "school")
    with pytest.raises(NotSummarizable, match="bridge, school are different dimensions"):
        total([observation("a", 15, bridges), observation("b", 300, schools)])


def test_indicators_differ() -> None:
    error = refused("type compatibility", observation("a"), observation("b", 1, factory.indicator("displaced")))
    assert error.offenders == ("report.a", "report.b")


def test_one_indicator_defined_in_two_ways_is_told_by_its_documents() -> None:
    theirs = factory.indicator("killed", additivity="stock")
    other = attrs.evolve(factory.DOCUMENT, id="other")
    elsewhere = observation("b", 1, theirs, place=OTHER_CITY)
    error = refused("type compatibility", observation("a"), attrs.evolve(elsewhere, document=other))
    assert error.reason == "killed is defined in different ways (report, other)"
    assert "'document'" in error.hint


def test_one_indicator_under_two_names_adds() -> None:
    theirs = attrs.evolve(factory.KILLED, name=Name("Fatalities", "القتلى"))
    added = total([observation("a", 3), observation("b", 4, theirs, period="2023")])
    assert (added.estimate.best, added.name.en) == (7, "Total: killed")
    for additivity, reason in (("stock", "over time"), ("non-additive", "means nothing")):
        ours = factory.indicator("held", additivity=additivity)
        same = attrs.evolve(ours, name=Name("In custody", "في الحجز"))
        error = refused("type compatibility", observation("a", 3, ours), observation("b", 4, same, period="2023"))
        assert error.offenders == ("report.a", "report.b")
        assert reason in error.reason


def test_shares_of_different_things() -> None:
    shares = factory.indicator("cleared", "percent")
    records = [observation("a", 40, shares), observation("b", 40, shares, period="2023", of="the farmland")]
    error = refused("type compatibility", *records)
    assert "shares of different things: the city, the farmland" in error.reason
    assert error.offenders == ("report.a", "report.b")


def test_non_additive() -> None:
    error = refused("type compatibility", observation("a", 80, DESTROYED))
    assert error.offenders == ("report.a",)
    assert "where(additivity='flow')" in error.hint


def test_temperatures_never_add() -> None:
    warmth = factory.indicator("warmth", "degree_Celsius")
    with pytest.raises(NotSummarizable, match="zero of its own"):
        total([observation("a", 20, warmth)], allow={"type compatibility"})


def test_stock_over_time() -> None:
    stocks = [
        observation("b", 1, DETAINED, period="2022-03"),
        observation("a", 1, DETAINED, period="2022-01"),
        observation("year", 1, DETAINED, period="2022", place=OTHER_CITY),
    ]
    error = refused("type compatibility", *stocks)
    assert error.offenders == ("report.a", "report.b")


def test_stock_over_places_adds() -> None:
    stocks = [observation("a", 1, DETAINED), observation("b", 2, DETAINED, place=OTHER_CITY, period="2022")]
    assert total(stocks).estimate.best == 3


def test_stock_of_one_place_twice() -> None:
    refused("disjointness", observation("a", 1, DETAINED), observation("b", 2, DETAINED))


def test_whole_meets_its_part() -> None:
    assert refused("disjointness", CIVILIANS, WHOLE, within=[WHOLE]).offenders == ("report.killed", "report.civilians")


def test_whole_meets_a_part_of_its_part() -> None:
    whole = observation("whole", 3, period="2001")
    middle = observation("middle", 2, period="2002", part_of="whole")
    part = observation("part", 1, period="2003", part_of="middle")
    assert refused("disjointness", whole, part, within=[middle]).offenders == ("report.whole", "report.part")


def test_every_whole_of_a_chain_is_named() -> None:
    chain = [observation(f"c{n}", period=f"{2000 + n}", part_of=f"c{n + 1}" if n < 5 else None) for n in range(6)]
    error = refused("disjointness", *chain, within=())
    assert set(error.offenders) == {record.id for record in chain}
    ends = [chain[0], chain[5], observation("x", period="1999", part_of="c1")]
    assert refused("disjointness", *ends, within=chain).offenders == ("report.c5", "report.c0", "report.x")


def test_a_circle_that_is_not_given_ends() -> None:
    circle = [observation("one", part_of="two"), observation("two", part_of="one")]
    parts = [observation("a", part_of="one"), observation("b", period="2023", part_of="two")]
    assert total(parts, within=circle).incomplete == ()
    assert total([circle[0]], within=circle).incomplete == ()


def test_parts_in_a_circle_end() -> None:
    one = observation("one", period="2001", part_of="two")
    two = observation("two", period="2002", part_of="one")
    refused("disjointness", one, two, within=())


def test_parts_alone_add() -> None:
    added = total([MEMBERS, CIVILIANS, GUARDS], within=[WHOLE, MEMBERS, CIVILIANS, GUARDS])
    assert added.estimate == Estimate.stated(181)
    assert added.incomplete == ()


def test_left_out_parts_make_it_incomplete() -> None:
    gone = observation("gone", 1, part_of="killed", record_status=RecordStatus.WITHDRAWN)
    added = total([MEMBERS, GUARDS], within=[WHOLE, MEMBERS, CIVILIANS, GUARDS, gone])
    assert added.incomplete == ("report.civilians",)
    assert "Left out: report.civilians" in added.explain()
    assert ("Left out", "report.civilians") in added.facts()
    assert added.overrides == ()


def test_left_out_parts_further_up() -> None:
    left = observation("left", 1, part_of="whole")
    middle = observation("middle", 2, part_of="whole")
    part = observation("part", 1, part_of="middle")
    assert total([part], within=[left, middle]).incomplete == ("report.left",)


def test_a_whole_leaves_out_none_of_its_parts() -> None:
    inner = observation("inner", 3, part_of="members")
    known = [WHOLE, MEMBERS, CIVILIANS, GUARDS, inner]
    assert total([WHOLE, CIVILIANS], within=known, allow={"disjointness"}).incomplete == ()
    assert total([MEMBERS, GUARDS, inner], within=known, allow={"disjointness"}).incomplete == ("report.civilians",)


def test_left_out_on_purpose_is_recorded() -> None:
    added = total([MEMBERS], within=[WHOLE, CIVILIANS], allow={"completeness"})
    assert added.overrides == ("completeness",)
    assert added.incomplete == ("report.civilians",)


def test_unused_permission_is_not_recorded() -> None:
    assert total([WHOLE], allow={"disjointness"}).overrides == ()


def test_twice() -> None:
    assert refused("disjointness", WHOLE, WHOLE).offenders == ("report.killed",)


def test_withdrawn() -> None:
    error = refused("type compatibility", observation("a", record_status=RecordStatus.WITHDRAWN))
    assert "Leave it out" in error.hint
    old = observation("a", record_status=RecordStatus.SUPERSEDED, superseded_by="report.b")
    assert "Take report.b instead" in refused("type compatibility", old).hint


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ({}, {}, True),
        ({}, {"period": "2022-02"}, False),
        ({"period": "2022"}, {"period": "2022-02"}, True),
        ({"period": "2022/.."}, {"period": "2030"}, True),
        ({"period": "../2022"}, {"period": "2030"}, False),
        ({"period": "XXXX-06"}, {"period": "2030"}, True),
        ({}, {"place": OTHER_CITY}, False),
        ({}, {"place": GOVERNORATE}, True),
        ({}, {"subgroup": "civilians"}, True),
        ({"subgroup": "guards"}, {"subgroup": "civilians"}, False),
        ({"subgroup": "guards"}, {"subgroup": "guards"}, True),
        ({"subgroup": "guards"}, {"subgroup": "guards", "place": GOVERNORATE}, True),
        ({"subgroup": "guards"}, {"subgroup": "civilians", "place": GOVERNORATE}, False),
        ({"subgroup": "guards"}, {"place": GOVERNORATE}, True),
        ({}, {"subgroup": "civilians", "place": GOVERNORATE}, True),
        ({}, {"subgroup": "civilians", "place": GOVERNORATE, "period": "2021"}, False),
        ({"event": "raid"}, {"event": "raid"}, True),
        ({"event": "raid"}, {"event": "siege"}, False),
        ({"event": "raid"}, {}, True),
        ({"event": "raid"}, {"place": GOVERNORATE}, True),
        ({"event": "raid"}, {"subgroup": "civilians"}, True),
        ({"event": "raid"}, {"period": "2022-02"}, False),
        ({"event": "raid"}, {"place": OTHER_CITY}, False),
    ],
)
def test_flows_of_one_place_and_subgroup_overlap(one: dict[str, Any], other: dict[str, Any], *, meet: bool) -> None:
    first, second = observation("one", **one), observation("other", **other)
    for pair in ((first, second), (second, first)):
        if meet:
            assert set(refused("disjointness", *pair).offenders) == {"report.one", "report.other"}
        else:
            assert total(pair).estimate.best == 2


@pytest.mark.parametrize("more", [{}, {"place": GOVERNORATE}, {"subgroup": "guards"}, {"event": "raid"}])
def test_all_within_a_long_time_overlap_it_however_short_those_between(more: dict[str, Any]) -> None:
    long, short = observation("long", period="2022", **more), observation("short", period="2022-02", **more)
    late, after = observation("late", period="2022-11"), observation("after", period="2023")
    for records in itertools.permutations([long, short, late, after]):
        assert set(refused("disjointness", *records).offenders) == {"report.long", "report.short", "report.late"}


PERIODS = st.tuples(st.integers(1, 28), st.integers(1, 28)).map(
    lambda days: f"2022-01-{min(days):02}/2022-01-{max(days):02}"
)


@given(
    st.lists(
        st.tuples(
            PERIODS,
            st.sampled_from([CITY, OTHER_CITY, GOVERNORATE]),
            st.sampled_from([None, "guards", "civilians"]),
        ),
        min_size=2,
        max_size=7,
    )
)
def test_offenders_are_those_of_all_pairs(drawn: list[tuple[str, Any, str | None]]) -> None:
    records = [
        observation(f"o{n}", period=period, place=place, subgroup=subgroup)
        for n, (period, place, subgroup) in enumerate(drawn)
    ]
    expected = {
        record.id
        for record in records
        for other in records
        if record is not other
        and record.period.overlaps(other.period)
        and (record.place.lies_in(other.place) or other.place.lies_in(record.place))
        and (record.subgroup == other.subgroup or None in {record.subgroup, other.subgroup})
    }
    found: set[str] = set()
    try:
        total(records)
    except NotSummarizable as error:
        found = set(error.offenders)
    assert found == expected


def test_conditions_are_named_as_in_the_literature() -> None:
    assert list(Condition) == ["type compatibility", "disjointness", "completeness"]
    assert repr(Condition.TYPES) == "<Condition.TYPES>"


def test_unknown_condition() -> None:
    with pytest.raises(NotFoundError, match="did you mean 'disjointness'"):
        total([WHOLE], allow={"disjointnes"})


def test_sum_too_large() -> None:
    huge = observation("a", 1e308, RUBBLE), observation("b", 1e308, RUBBLE, place=OTHER_CITY)
    with pytest.raises(RecordError, match="too large"):
        total(huge)


@given(flows(units=True), st.randoms())
def test_order_does_not_matter(records: list[Observation], random: Any) -> None:
    shuffled = random.sample(records, len(records))
    one, other = total(records), total(shuffled)
    assert (one.estimate, one.unit, one.period) == (other.estimate, other.unit, other.period)
    assert set(one.inputs) == set(other.inputs)
    assert set(one.agents) == set(other.agents)


@given(flows())
def test_is_the_sum_of_the_estimates(records: list[Observation]) -> None:
    assert total(records).estimate == sum((r.estimate for r in records[1:]), records[0].estimate)


@given(flows(units=True))
def test_never_invents_a_bound(records: list[Observation]) -> None:
    added = total(records).estimate
    for part in PARTS:
        assert (getattr(added, part) is None) == any(getattr(r.estimate, part) is None for r in records)


@given(flows(units=True), st.integers(1, 10**6))
def test_is_monotone(records: list[Observation], more: int) -> None:
    grown = observation("o0", records[0].estimate + Estimate.stated(more), RUBBLE, period="2000-03")
    before = total([records[0].to("m²"), *records[1:]], unit="m²").estimate
    after = total([grown if records[0].unit == "meter ** 2" else records[0], *records[1:]], unit="m²").estimate
    for part in PARTS:
        low, high = getattr(before, part), getattr(after, part)
        assert low is None or low <= high * (1 + 1e-12)


@given(flows())
def test_period_is_the_hull(records: list[Observation]) -> None:
    assert total(records).period == functools.reduce(Period.hull, sorted(r.period for r in records))


@given(
    st.lists(st.sampled_from(["2022", "2022-01", "2021/2022-03", "2022~", "../2020", "2022/..", "201X"]), min_size=1)
)
def test_hull_of_any(periods: list[str]) -> None:
    records = [observation(f"o{n}", period=period) for n, period in enumerate(periods)]
    added: Derived = total(records, allow={"disjointness"})
    open_sides = {("../2020" in periods), ("2022/.." in periods)}
    expected = None if open_sides == {True} else functools.reduce(Period.hull, [r.period for r in records])
    assert added.period == expected


def test_a_collection_and_a_list_give_the_same() -> None:
    records = [observation(f"o{n}", n, period=f"{2000 + n}") for n in range(3)]
    assert total(Observations(records)) == total(records) == total(iter(records))


def test_parts_of_the_shipped_catalogue_are_known() -> None:
    from raqqa_data import prison_attack

    assert total([prison_attack.killed_civilians]).incomplete == (
        "prison_attack.killed_is_members",
        "prison_attack.killed_sdf_members",
    )
    assert total([observation("a", part_of="killed")]).incomplete == ()
