"""One walk over observations: what it shows is what each pair of them would show."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raqqa_data.aggregation.one_pass_checks import runs_of
from raqqa_data.errors import RecordError
from raqqa_data.records import Estimate, Wording
from tests.aggregation.factory import CITY, KILLED, OTHER_CITY, RUBBLE, observation

PERIODS = ["2022-01", "2022-02", "2022-01-05", "2022-02~", "2022-02?", "2022-01/2022-03", "2022/..", "XXXX-01"]


@given(
    st.lists(
        st.tuples(st.sampled_from([KILLED, RUBBLE]), st.sampled_from(PERIODS), st.sampled_from([CITY, OTHER_CITY])),
        min_size=1,
        max_size=6,
    ),
    st.randoms(use_true_random=False),
)
def test_what_is_apart_shares_no_day_in_any_order(drawn: list[tuple[Any, str, Any]], random: Any) -> None:
    records = [
        observation(f"o{n}", n, what, period=period, place=place) for n, (what, period, place) in enumerate(drawn)
    ]
    shares = any(
        one.period.may_overlap(other.period)
        for one, other in itertools.combinations(records, 2)
        if one.indicator is other.indicator and one.place is other.place
    )
    assert runs_of(records).apart is not shares
    random.shuffle(records)
    assert runs_of(records).apart is not shares


def test_heads_are_the_first_of_each_kind_as_given() -> None:
    ordered = [observation(f"o{n}", period=f"2022-0{n + 1}", place=(CITY, OTHER_CITY)[n > 1]) for n in range(4)]
    assert [head.id for head in runs_of(ordered).heads] == ["report.o0", "report.o2"]
    mixed = [ordered[n] for n in (3, 1, 0, 2)]
    assert [head.id for head in runs_of(mixed).heads] == ["report.o3", "report.o1"]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_parts_and_what_is_out_of_use_are_heads_too(order: tuple[int, ...]) -> None:
    records = [
        observation("plain", period="2022-01"),
        observation("part", period="2022-02", part_of="whole"),
        observation("gone", period="2022-03", record_status="withdrawn"),
    ]
    heads = {head.id for head in runs_of([records[n] for n in order]).heads}
    assert heads >= {"report.part", "report.gone"}


def test_an_id_given_twice_is_seen_unless_it_cannot_be() -> None:
    one = observation("one")
    assert runs_of([one, observation("one", place=OTHER_CITY)]).repeated
    assert not runs_of([one, observation("two", place=OTHER_CITY)]).repeated
    assert not runs_of([one], distinct=True).repeated


@pytest.mark.parametrize("periods", [("2022-01", "2022-02", "2022-03"), ("2022-03", "2022-01", "2022-02")])
def test_the_sum_as_it_stands(periods: tuple[str, ...]) -> None:
    values: list[Estimate | float] = [3, Estimate.stated(4, Wording.MORE_THAN), 5]
    records = [observation(f"o{n}", value, period=periods[n]) for n, value in enumerate(values)]
    assert runs_of([records[0], records[2]]).added == Estimate.stated(8)
    assert runs_of(records).added is None
    bounded = Estimate(6, 5, 7, Wording.ABOUT)
    assert runs_of([records[0], observation("about", bounded, period="2023")]).added == Estimate(
        9, 8, 10, Wording.ABOUT
    )
    assert runs_of([records[0], observation("half", 0.5, RUBBLE)]).added is None


def test_only_observations() -> None:
    with pytest.raises(RecordError, match="must be an observation"):
        runs_of([observation("one"), 2])  # type: ignore[list-item]
