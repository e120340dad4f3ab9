"""Amounts of money in another currency, by rates that are given."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import raqqa_data as rd
from raqqa_data.aggregation.exchange_rates import exchanged
from tests.records.samples import COMMON, indicator

MARCH = rd.ExchangeRate(12_500, "SYP / USD", "2024-03", "bulletin of a bank, no. 7")
MAY = rd.ExchangeRate("0.00008", "USD / SYP", "2024-05", "bulletin of a bank, no. 9")


def money(best: Any, unit: str = "SYP", **more: Any) -> rd.Money:
    estimate = best if isinstance(best, rd.Estimate) else rd.Estimate.stated(best)
    return rd.Money("t.aid", indicator=indicator(unit, "aid"), estimate=estimate, **{**COMMON, **more})


def test_the_result_names_the_rate_with_its_date_and_source() -> None:
    found = money(1_250_000).to("USD", rates=rd.Rates([MARCH]))
    assert (found.estimate.best, found.unit, found.operation, found.inputs) == (100, "USD", "exchange", ("t.aid",))
    assert "at 12,500 SYP / USD (2024-03, bulletin of a bank, no. 7) = 100 USD." in found.explain()


def test_a_rate_serves_both_ways_and_keeps_wording_and_bounds() -> None:
    rates = rd.Rates([MARCH])
    assert money(8, "USD").to("SYP", rates=rates).estimate.best == 100_000
    between = money(rd.Estimate.between(125_000, 250_000)).to("USD", rates=rates).estimate
    assert (between.best, between.low, between.high, str(between.wording)) == (None, 10, 20, "between")
    total = rd.total([money(25_000), attrs.evolve(money(100_000), id="t.more", period=rd.Period("2024-04"))])
    assert exchanged(attrs.evolve(total, records=total.records[:1]), "USD", rates).estimate.best == 10


@given(st.integers(1, 10**12).map(lambda n: Decimal(n).scaleb(-2)))
def test_a_rate_of_one_changes_nothing(value: Decimal) -> None:
    rates = rd.Rates([rd.ExchangeRate(1, "USD / EUR", "2024", "of our own")])
    found = money(value, "USD").to("EUR", rates=rates)
    assert Decimal(repr(found.estimate.best)) == value


def test_of_several_rates_the_one_of_the_period_is_taken() -> None:
    rates = rd.Rates([MARCH, MAY])
    assert len(rates) == 2
    assert list(rates) == [MARCH, MAY]
    assert repr(rates) == "<Rates: 2>"
    assert "no. 9" in money(100, period=rd.Period("2024-05")).to("USD", rates=rates).explain()
    for period, said in (("2024", "2 of them"), ("2025", "none of them")):
        with pytest.raises(rd.RecordError, match=said):
            money(100, period=rd.Period(period)).to("USD", rates=rates)


def test_what_cannot_be_exchanged_says_what_to_give() -> None:
    with pytest.raises(rd.UnitError, match=r"by rates that you give: to\('USD', rates=rd\.Rates"):
        money(5).to("USD")
    with pytest.raises(rd.NotFoundError, match="no rate 'SYP / EUR'"):
        money(5).to("EUR", rates=rd.Rates([MARCH]))
    with pytest.raises(rd.UnitError, match="is no currency"):
        money(5).to("kilogram", rates=rd.Rates([MARCH]))
    with pytest.raises(rd.UnitError, match="not in the table"):
        money(5).to("XYZ")
    assert money(5).to("SYP") == money(5)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ((0, "SYP / USD", "2024", "a"), "above zero"),
        (("NaN", "SYP / USD", "2024", "a"), "above zero"),
        ((1, "SYP", "2024", "a"), "one currency per another"),
        ((1, "SYP / day", "2024", "a"), "one currency per another"),
        ((1, "SYP / USD", "2024-13", "a"), "no such month"),
        ((1, "SYP / USD", "2024", " "), "not empty"),
        (("12,500", "SYP / USD", "2024", "a"), "without commas"),
        ((None, "SYP / USD", "2024", "a"), "must be a number above zero"),
        ((True, "SYP / USD", "2024", "a"), "must be a number above zero"),
    ],
)
def test_a_rate_needs_a_value_two_currencies_a_date_and_a_source(fields: Any, said: str) -> None:
    with pytest.raises((rd.RecordError, rd.PeriodError), match=said):
        rd.ExchangeRate(*fields)


def test_a_total_is_exchanged_like_an_amount() -> None:
    found = rd.total([money(25_000)]).to("USD", rates=rd.Rates([MARCH]))
    assert (found.estimate.best, found.unit, found.operation) == (2, "USD", "exchange")
    assert rd.total([money(25_000)]).to("SYP").estimate.best == 25_000


@pytest.mark.parametrize("wrong", [[MARCH], {"SYP": 1}, "x"])
def test_rates_are_no_list(wrong: Any) -> None:
    with pytest.raises(rd.RecordError, match=r"to\.rates = .*rd\.Rates"):
        money(5).to("USD", rates=wrong)
    with pytest.raises(rd.RecordError, match=r"to\.rates = .*rd\.Rates"):
        rd.total([money(5)], unit="USD", rates=wrong)
    for alone in (None, MARCH):
        with pytest.raises(rd.RecordError, match="in a list"):
            rd.Rates(alone)  # type: ignore[arg-type]


def test_only_rates_are_rates() -> None:
    wrong: Any = [12_500]
    with pytest.raises(rd.RecordError, match=r"Rates\.rates = 12500: each must be an ExchangeRate"):
        rd.Rates(wrong)


def test_two_currencies_are_not_added() -> None:
    with pytest.raises(rd.NotSummarizable, match="SYP, USD are different"):
        rd.total([money(5), attrs.evolve(money(5, "USD"), id="t.other")])


@given(st.lists(st.integers(-(10**14), 10**14).map(lambda n: Decimal(n).scaleb(-2)), min_size=1, max_size=9))
def test_sums_of_money_are_exact(values: list[Decimal]) -> None:
    amounts = [
        attrs.evolve(money(value, "USD"), id=f"t.n{number}", period=rd.Period(f"{2000 + number}"))
        for number, value in enumerate(values)
    ]
    best = rd.total(amounts).estimate.best
    assert Decimal(repr(best)) == sum(values)


def test_ten_cents_and_twenty_are_thirty() -> None:
    later = attrs.evolve(money(Decimal("0.20"), "USD"), id="t.later", period=rd.Period("2030"))
    assert rd.total([money(Decimal("0.10"), "USD"), later]).estimate == rd.Estimate.stated(0.3)


def test_a_sum_of_two_currencies_names_the_way_out() -> None:
    dollars = attrs.evolve(money(5, "USD"), id="t.dollars")
    with pytest.raises(rd.NotSummarizable, match=r"total\(\.\.\., unit='SYP', rates=Rates\(\[\.\.\.\]\)\)"):
        rd.total([money(1), dollars])
    with pytest.raises(rd.NotSummarizable) as caught:
        rd.total([money(1), rd.prison_attack.killed])
    assert "rates" not in caught.value.hint


def test_a_sum_over_two_currencies_by_rates_names_each_rate() -> None:
    dollars = attrs.evolve(money(Decimal("0.10"), "USD"), id="t.dollars", period=rd.Period("2024-06"))
    lira = [
        attrs.evolve(money(value), id=f"t.n{value}", period=rd.Period(period))
        for value, period in ((2_500, "2024-03"), (1_250, "2024-05"))
    ]
    given = [dollars, *lira]
    with pytest.raises(rd.NotSummarizable, match="unit='SYP'"):
        rd.total(given, rates=rd.Rates([MARCH, MAY]))
    found = rd.total(given, unit="USD", rates=rd.Rates([MARCH, MAY]))
    assert (found.estimate, found.unit, found.operation) == (rd.Estimate.stated(0.4), "USD", "total")
    assert found.records == tuple(given)
    assert found.explain().splitlines() == [
        f"Converts t.n2500 (2,500 SYP) at {MARCH}.",
        f"Converts t.n1250 (1,250 SYP) at {MAY}.",
        "Adds 3 observations: 0.1 + 0.2 + 0.1 = 0.4 USD.",
    ]


def test_rates_change_nothing_that_a_sum_must_not_hold() -> None:
    rates = rd.Rates([MARCH])
    dollars = attrs.evolve(money(5, "USD"), id="t.dollars")
    with pytest.raises(rd.NotSummarizable, match=r"overlap in time.*t\.aid, t\.dollars"):
        rd.total([money(12_500), dollars], unit="USD", rates=rates)
    people = rd.prison_attack.killed
    with pytest.raises(rd.NotSummarizable, match="USD, person are different dimensions"):
        rd.total([money(12_500), people], unit="USD", rates=rates)
    with pytest.raises(rd.UnitError, match="is no currency"):
        rd.total([people], unit="person", rates=rates)
    with pytest.raises(rd.NotFoundError, match="no rate 'SYP / EUR'"):
        rd.total([money(5)], unit="EUR", rates=rates)
    elsewhere: Any = [12_500]
    with pytest.raises(rd.RecordError, match="must be an observation"):
        rd.total(elsewhere, unit="USD", rates=rates)
    assert rd.total(rd.Observations([money(5)]), unit="SYP", rates=rates).steps == ("Adds 1 observation: 5 = 5 SYP.",)


def test_what_came_between_two_totals_of_money_is_exact() -> None:
    first = money(Decimal("0.10"), "USD", period=rd.Period("2024-01-01/2024-01-31"))
    later = attrs.evolve(
        first, id="t.later", estimate=rd.Estimate.stated(0.3), period=rd.Period("2024-01-01/2024-02-29")
    )
    assert rd.change(first, later).estimate == rd.Estimate.stated(0.2)


@given(st.lists(st.integers(-(10**13), 10**13).map(lambda n: Decimal(n).scaleb(-2)), min_size=2, max_size=6))
def test_estimates_add_and_subtract_as_they_are_written(values: list[Decimal]) -> None:
    first, *others = [rd.Estimate.stated(value) for value in values]
    added, left = first, first
    for other in others:
        added, left = added + other, left - other
    assert Decimal(repr(added.best)) == sum(values)
    assert Decimal(repr(left.best)) == values[0] - sum(values[1:])
