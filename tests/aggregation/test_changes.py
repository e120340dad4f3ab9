"""Running totals: never added, and what came between two of them."""

from __future__ import annotations

import datetime as dt
import random
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import raqqa_data as rd

BASE = attrs.evolve(rd.prison_attack.killed, part_of=None, subgroup=None)
BEGIN = dt.date(2023, 10, 7)


def state(day: int, estimate: rd.Estimate | int, **changed: Any) -> rd.Observation:
    """The total from the first day to one so many days on."""
    period = rd.Period(f"{BEGIN}/{BEGIN + dt.timedelta(days=day)}")
    given = rd.Estimate.stated(estimate) if isinstance(estimate, int) else estimate
    return attrs.evolve(BASE, id=f"toll.d{day}", period=period, estimate=given, **changed)


def test_what_came_between() -> None:
    added = rd.change(state(3, 120), state(5, 181))
    assert (added.operation, added.estimate) == ("change", rd.Estimate.stated(61))
    assert added.inputs == ("toll.d3", "toll.d5")
    assert str(added.period) == "2023-10-11/2023-10-12"
    assert str(rd.change(state(3, 120), state(4, 120)).period) == "2023-10-11"
    assert "181 people less 120 people = 61 people" in added.explain()


def test_bounds_follow_from_both() -> None:
    early = state(3, rd.Estimate(120, 100, 140, rd.Wording.ABOUT))
    late = state(5, rd.Estimate(200, 190, 230, rd.Wording.ABOUT))
    found = rd.change(early, late).estimate
    assert (found.best, found.low, found.high) == (80, 50, 130)
    open_one = rd.change(early, state(5, rd.Estimate.stated(200, rd.Wording.MORE_THAN))).estimate
    assert (open_one.best, open_one.low, open_one.high) == (80, 60, None)


def test_a_fall_is_a_revision() -> None:
    fell = rd.change(state(3, 181), state(5, 170))
    assert (fell.operation, fell.estimate.best) == ("revision", -11)
    assert "was revised" in fell.explain()
    assert fell.name.en.startswith("Revision")


MORE, LESS = rd.Wording.MORE_THAN, rd.Wording.LESS_THAN


@pytest.mark.parametrize(
    ("before", "after", "fell"),
    [
        (rd.Estimate(200, 190, 230, rd.Wording.ABOUT), rd.Estimate(180, 170, 210, rd.Wording.ABOUT), True),
        (rd.Estimate(200, 190, 230, rd.Wording.ABOUT), rd.Estimate(210, 170, 220, rd.Wording.ABOUT), False),
        (rd.Estimate.stated(120, MORE), rd.Estimate.stated(100, MORE), True),
        (rd.Estimate.stated(120, LESS), rd.Estimate.stated(100), True),
        (rd.Estimate.between(100, 120), rd.Estimate.between(80, 90), True),
        (rd.Estimate.between(100, 120), rd.Estimate.between(80, 110), False),
        (rd.Estimate.between(100, 120), rd.Estimate.stated(90), True),
        (rd.Estimate.between(100, 120), rd.Estimate.stated(110), False),
        (rd.Estimate.stated(120), rd.Estimate.between(80, 90), True),
        (rd.Estimate.stated(120), rd.Estimate.between(80, 130), False),
    ],
)
def test_what_surely_fell(before: rd.Estimate, after: rd.Estimate, fell: bool) -> None:
    assert rd.change(state(3, before), state(5, after)).operation == ("revision" if fell else "change")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"place": rd.reconstruction.rubble_removed.place}, "two places"),
        ({"subgroup": rd.Subgroup(sex="female")}, "two subgroups"),
        ({"attributed_to": None, "claim_status": rd.ClaimStatus.REPORTED}, "two claimants"),
        ({"period": rd.Period("2023-10-08/2023-10-20")}, "do not begin on one day"),
        ({"period": rd.Period("2023-10-07/2023-10-09")}, "does not surely end after"),
        ({"period": rd.Period("2023-10-07/2023-10")}, "does not surely end after"),
        ({"period": rd.Period("2023-10-07/2023-10-11~")}, "does not surely end after"),
        ({"period": rd.Period("2023-10-07/..")}, "or have no end"),
        ({"indicator": rd.prison_attack.displaced.indicator}, "two indicators"),
    ],
)
def test_what_is_no_later_state(changed: dict[str, Any], told: str) -> None:
    with pytest.raises(rd.NotSummarizable, match=told) as caught:
        rd.change(state(3, 120), attrs.evolve(state(5, 181), **changed))
    assert caught.value.condition == "type compatibility"
    assert caught.value.offenders == ("toll.d3", "toll.d5")


@pytest.mark.parametrize("wrong", [None, "x", 3])
def test_what_is_no_observation_is_told(wrong: Any) -> None:
    with pytest.raises(rd.RecordError, match="must be an observation"):
        rd.change(wrong, state(3, 120))
    with pytest.raises(rd.RecordError, match="must be an observation"):
        rd.change(state(3, 120), wrong)


def test_a_stock_has_no_change_of_this_kind() -> None:
    stock = attrs.evolve(BASE.indicator, additivity=rd.Additivity.STOCK)
    with pytest.raises(rd.NotSummarizable, match="does not grow by what happens"):
        rd.change(state(3, 120, indicator=stock), state(5, 181, indicator=stock))


def test_a_year_of_a_series_with_gaps_and_revisions() -> None:
    chance = random.Random(5)
    days = sorted(chance.sample(range(1, 1400), 1000))
    tolls = [100]
    for number in range(1, len(days)):
        tolls.append(tolls[-1] + (chance.randrange(30) if number not in {300, 700} else -40))
    series = [state(day, toll) for day, toll in zip(days, tolls, strict=True)]
    with pytest.raises(rd.NotSummarizable) as caught:
        rd.total(series)
    assert caught.value.condition == "disjointness"
    changes = [rd.change(one, other) for one, other in pairwise(series)]
    assert [found.estimate.best for found in changes] == [other - one for one, other in pairwise(tolls)]
    assert [number for number, found in enumerate(changes, 1) if found.operation == "revision"] == [300, 700]
    assert sum(found.estimate.best or 0 for found in changes) == tolls[-1] - tolls[0]
    assert all(found.period is not None for found in changes)


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=12))
def test_changes_add_up_to_last_less_first(tolls: list[int]) -> None:
    series = [state(day, toll) for day, toll in enumerate(tolls, 1)]
    parts = [rd.change(one, other).estimate for one, other in pairwise(series)]
    whole = rd.change(series[0], series[-1]).estimate
    assert sum(part.best or 0 for part in parts) == whole.best == tolls[-1] - tolls[0]
