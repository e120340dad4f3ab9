"""What a set of observations says nothing about."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raqqa_data.aggregation import coverage
from raqqa_data.errors import NotSummarizable
from raqqa_data.records import Estimate, Period, Wording
from tests.aggregation.factory import OTHER_CITY, RUBBLE, observation


def test_gaps_in_time() -> None:
    found = coverage([observation("a"), observation("b", period="2022-03-01/2022-03-30")])
    assert found.asked == Period("2022-01/2022-03-30")
    (cell,) = found.cells
    assert cell.gaps == (Period("2022-02-01/2022-02-28"),)
    assert cell.covered == Estimate.stated(61)
    assert found.estimate.best == pytest.approx(100 * 61 / 89)
    assert found.unit == "percent"
    assert found.inputs == ("report.a", "report.b")


def test_one_day() -> None:
    found = coverage([observation("a", period="2022-01-01"), observation("b", period="2022-01-03")])
    assert found.cells[0].gaps == (Period("2022-01-02"),)
    assert str(found.cells[0]) == "killed in raqqa-city: nothing for 2022-01-02"


def test_what_is_certain_and_what_is_possible() -> None:
    found = coverage([observation("a", period="2022-01/2022-02")])
    assert found.cells[0].covered == Estimate.between(2, 59)
    assert found.cells[0].gaps == ()
    assert str(found.cells[0]).endswith("nothing for no day")
    assert coverage([observation("a", period="2022-01~")]).cells[0].covered == Estimate.between(0, 31)
    assert coverage([observation("a", period="2022-01/..")], period="2022-01").cells[0].covered.high == 31
    assert coverage([observation("a", period="../2022-01")], period="2022-01").cells[0].covered.high == 31
    assert coverage([observation("a", period="2022-01-20/2022-01")]).cells[0].covered == Estimate.between(0, 12)


def test_silent_places_and_indicators() -> None:
    found = coverage([observation("a"), observation("b", 1, RUBBLE, place=OTHER_CITY)])
    assert found.missing == (("killed", "tabqa"), ("rubble", "raqqa-city"))
    assert ("Silent on", "killed in tabqa, rubble in raqqa-city") in found.facts()
    assert "killed in tabqa: nothing for 2022-01-01/2022-01-31" in found.explain()
    assert coverage([observation("a")], indicators=["x"], places=["y"]).missing == (("x", "y"),)


def test_undated_and_unbounded() -> None:
    found = coverage([observation("a", Estimate.stated(1, Wording.ABOUT)), observation("b", period="XXXX-06")])
    assert (found.undated, found.unbounded) == (("report.b",), ("report.a",))
    assert "Without a place in time: report.b." in found.explain()
    assert "A bound is left open by report.a." in found.explain()
    assert {("Undated", "report.b"), ("Open", "report.a")} < set(found.facts())


def test_all_covered_says_little() -> None:
    found = coverage([observation("a")])
    assert found.estimate == Estimate.stated(100)
    assert found.explain() == "Looks at 1 pairs of indicator and place on each day of 2022-01."
    assert not {"Silent on", "Undated", "Open"} & dict(found.facts()).keys()


def test_outside_the_window() -> None:
    records = [observation("a", period="1999"), observation("b", period="2030/.."), observation("c", period="../1980")]
    assert coverage(records, period="2022").estimate == Estimate.stated(0)


@pytest.mark.parametrize("periods", [[], ["2022/.."], ["XXXX-06"]])
def test_no_period_to_look_at(periods: list[str]) -> None:
    with pytest.raises(NotSummarizable, match="no period with a first and a last day") as caught:
        coverage([observation(f"o{n}", period=period) for n, period in enumerate(periods)])
    assert caught.value.condition == "completeness"


def test_nothing_to_look_for() -> None:
    for options in ({}, {"indicators": ["killed"]}, {"indicators": [], "places": ["tabqa"]}):
        with pytest.raises(NotSummarizable, match="no indicator or no place") as caught:
            coverage([], period="2022", **options)
        assert caught.value.condition == "completeness"


def test_one_name_may_stand_alone() -> None:
    found = coverage([observation("a")], indicators="rubble", places="raqqa-city")
    assert found.missing == (("rubble", "raqqa-city"),)
    assert len(coverage([observation("a")], places=["tabqa", "tabqa"]).cells) == 1


def test_what_is_out_of_use_says_nothing() -> None:
    out = observation("out", period="2022-02", record_status="withdrawn")
    found = coverage([observation("a"), out], period="2022-01/2022-02")
    assert found.inputs == ("report.a",)
    assert found.cells[0].gaps == (Period("2022-02-01/2022-02-28"),)
    assert "Withdrawn or superseded, so not looked at: report.out." in found.explain()


DAYS = st.dates(dt.date(2022, 1, 1), dt.date(2022, 3, 31))


@given(st.lists(st.tuples(DAYS, DAYS).map(sorted), min_size=1, max_size=6))
def test_days_and_gaps_are_those_of_a_calendar(stretches: list[list[dt.date]]) -> None:
    records = [observation(f"o{n}", period=f"{a}/{b}") for n, (a, b) in enumerate(stretches)]
    (cell,) = coverage(records, period="2022").cells
    calendar = {dt.date(2022, 1, 1) + dt.timedelta(n) for n in range(365)}
    spoken = {day for day in calendar if any(a <= day <= b for a, b in stretches)}
    assert cell.covered == Estimate.stated(len(spoken))
    silent = {day for day in calendar for gap in cell.gaps if gap.contains(Period(day.isoformat()))}
    assert silent == calendar - spoken
