"""The kinds: one for each dimension that reports state, and what each refuses."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import raqqa_data as rd
from raqqa_data.records import KINDS, Additivity, Observation
from raqqa_data.records.indicator import KIND_OF_DIMENSION, kind_of
from raqqa_data.units.table import UNITS
from tests.records.samples import COMMON, indicator

OF_UNIT = {
    "SYP": rd.Money,
    "kilometer": rd.Length,
    "metric_ton": rd.Mass,
    "oil_barrel": rd.Volume,
    "kilowatt_hour": rd.Energy,
    "megawatt": rd.Power,
    "degree_Celsius": rd.Temperature,
    "liter / person / day": rd.Rate,
    "SYP / USD": rd.Rate,
    "kilometer / hour": rd.Rate,
    "1 / day": rd.Rate,
    "bridge": rd.Count,
    "dunam": rd.Area,
    "week": rd.Duration,
    "volt": rd.Observation,
}


def made(cls: type[Observation], unit: str, best: Any = 5, **more: Any) -> Observation:
    return cls("t.x", indicator=indicator(unit), estimate=rd.Estimate.stated(best), **{**COMMON, **more})


@pytest.mark.parametrize(("unit", "cls"), OF_UNIT.items())
def test_each_unit_has_its_kind_and_no_other(unit: str, cls: type[Observation]) -> None:
    record = made(cls, unit)
    assert (type(record), record.kind) == (cls, kind_of(unit))
    assert KINDS[record.kind] is cls
    for other in KINDS.values():
        if other not in {cls, Observation}:
            with pytest.raises(rd.UnitError, match="its indicator's kind is"):
                made(other, unit)


def test_every_dimension_of_the_table_is_of_a_kind_that_there_is() -> None:
    assert set(KIND_OF_DIMENSION) <= {unit.dimension for unit in UNITS.values()}
    assert set(KIND_OF_DIMENSION.values()) <= set(KINDS)


def test_the_base_class_still_holds_what_has_a_kind_now_and_says_so() -> None:
    with pytest.warns(DeprecationWarning, match=r"kilogram is a Mass now; write rd\.Mass"):
        made(Observation, "kilogram")


@pytest.mark.parametrize("unit", ["liter / person / day", "degree_Celsius", "person / day"])
@pytest.mark.parametrize("additivity", list(Additivity))
def test_rates_and_temperatures_are_never_added(unit: str, additivity: Additivity) -> None:
    measured = rd.Indicator("x", name=COMMON["name"], unit=unit, additivity=additivity)
    assert measured.additivity is Additivity.NON_ADDITIVE
    record = KINDS[measured.kind]("t.x", indicator=measured, estimate=rd.Estimate.stated(15), **COMMON)
    with pytest.raises(rd.NotSummarizable, match=r"non-additive|do not add"):
        rd.total([record, attrs.evolve(record, id="t.y")])


def test_a_rate_has_two_sides() -> None:
    rate = made(rd.Rate, "liter / person / day", 15)
    assert isinstance(rate, rd.Rate)
    assert (rate.numerator, rate.denominator) == ("liter", ("person", "day"))
    assert rate.to("liter / person / week").estimate.best == 105


cents = st.integers(-(10**14), 10**14).map(lambda n: Decimal(n).scaleb(-2))


@given(cents)
def test_an_amount_comes_out_as_it_went_in(value: Decimal) -> None:
    money = made(rd.Money, "USD", value)
    assert isinstance(money, rd.Money)
    assert money.amount == value


def test_an_amount_with_more_digits_than_are_kept_is_refused() -> None:
    with pytest.raises(rd.RecordError, match="more digits than are kept"):
        rd.Estimate.stated(Decimal("12345678901234567.89"))
    with pytest.raises(rd.RecordError, match="not a finite number"):
        rd.Estimate.stated(Decimal("NaN"))
    assert rd.Estimate.stated(Decimal("1e30")).best == 10**30


def test_money_without_a_best_value_has_no_amount() -> None:
    money = rd.Money("t.x", indicator=indicator("USD"), estimate=rd.Estimate.between(1, 2), **COMMON)
    with pytest.raises(rd.RecordError, match="no single best value"):
        _ = money.amount


def test_money_becomes_money_in_its_own_currency_and_a_derived_amount_by_rates() -> None:
    money = made(rd.Money, "USD", 2_000_000)
    assert isinstance(money, rd.Money)
    assert money.to("USD") == money
    with pytest.raises(rd.UnitError, match=r"no conversion to EUR but by rates that you give"):
        money.to("EUR")
    with pytest.raises(rd.UnitError) as caught:
        money.to("kg")
    assert "rates" not in str(caught.value)
    rates = rd.Rates([rd.ExchangeRate(0.5, "EUR / USD", "2022-10-01", "a bank")])
    exchanged = money.to("EUR", rates=rates)
    assert isinstance(exchanged, rd.Derived)
    assert (exchanged.unit, exchanged.estimate.best) == ("EUR", 1_000_000)


def test_prices_are_shown_where_they_are_said() -> None:
    assert "Prices    2010 prices" in str(made(rd.Money, "USD", price_basis="2010 prices"))
    assert str(made(rd.Money, "USD", 2_000_000)).splitlines()[1] == "  Value     2,000,000 USD"
    assert str(made(rd.Rate, "1 / day", 3)).splitlines()[1] == "  Value     3 per day"


def test_kinds_are_declared_in_a_dataset() -> None:
    @attrs.frozen(kw_only=True)
    class Relief(rd.Dataset):
        cost: rd.Money
        water: rd.Rate

    water_unit = indicator("liter / day", "water")
    cost = attrs.evolve(made(rd.Money, "SYP"), id="relief.cost")
    water = attrs.evolve(
        made(rd.Rate, "liter / person / day"), id="relief.water", indicator=water_unit, unit="liter / day"
    )
    held = rd.Catalogue(
        data_version="1",
        document=cost.document,
        places=cost.place.chain[::-1],
        indicators=(cost.indicator, water.indicator),
        observations=rd.Observations([cost, water]),
    )
    relief = held.dataset(Relief)
    assert (relief.cost, relief.water) == (cost, water)
    assert rd.loads(rd.catalogue.dumps(held)) == held
