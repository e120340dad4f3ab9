"""What a type checker says of each name that came with schema 2.0, in a package of somebody else's.

Checked by mypy and pyright, both strict, against the installed wheel; run as well, so that what is said is so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, assert_type

import attrs

import raqqa_data as rd
from raqqa_data.aggregation import frames

killed = attrs.evolve(rd.prison_attack.killed, part_of=None, period=rd.Period("2022-01-20/2022-01-26"))
later = attrs.evolve(killed, id="x.later", period=rd.Period("2022-01-20/2022-01-30"), estimate=rd.Estimate.stated(195))

assert_type(killed.event, str | None)
assert_type(killed.subgroup, rd.Subgroup | None)
assert_type(killed.annotation, rd.Annotation)
assert_type(killed.price_basis, str | None)
assert_type(killed.document.retrieved, rd.Period | None)
assert_type(killed.quote.page, int | None)
assert_type(killed.quote.paragraph, int | None)
assert_type(killed.quote.prefix, str | None)
assert_type(killed.quote.suffix, str | None)

subgroup = rd.Subgroup(sex="female", age="child")
assert_type(subgroup["sex"], str)
assert_type(iter(subgroup), Iterator[str])
assert_type(rd.Subgroup.of("women"), rd.Subgroup | None)

period = rd.Period("2022-01~")
assert_type(period.reach, tuple[dt.date | None, dt.date | None])
assert_type(period.qualified, bool)
assert_type(period.ordinals, tuple[int, int])
assert_type(period.may_overlap(killed.period), bool)

added = rd.change(killed, later)
assert_type(added, rd.Derived)
assert_type(added.period, rd.Period | None)
assert_type(added.estimate.best, int | float | None)


def of(name: str, unit: str) -> dict[str, Any]:
    indicator = rd.Indicator(name, name=rd.Name(name, "مؤشر"), unit=unit, additivity=rd.Additivity.FLOW)
    shared = {"period": killed.period, "place": killed.place, "document": killed.document, "quote": killed.quote}
    return {"name": indicator.name, "indicator": indicator, "estimate": rd.Estimate.stated(Decimal(5)), **shared}


money = rd.Money("x.aid", **of("aid", "USD"))
rates = rd.Rates([rd.ExchangeRate(Decimal("0.5"), "USD / EUR", "2022", "a bulletin of our own")])
assert_type(money.to("USD"), rd.Money)
assert_type(money.to("EUR", rates=rates), rd.Derived)
assert_type(rd.total([money], unit="EUR", rates=rates), rd.Derived)
assert_type(rates.between("USD", "EUR", killed.period), rd.ExchangeRate)
assert_type(rates.between("USD", "EUR", killed.period).value, Decimal)
assert_type(list(rates), list[rd.ExchangeRate])
assert_type(rd.Length("x.road", **of("road", "kilometer")).to("meter"), rd.Length)
assert_type(rd.Mass("x.wheat", **of("wheat", "metric_ton")).to("kilogram"), rd.Mass)
assert_type(rd.Volume("x.water", **of("water", "liter")).to("m³"), rd.Volume)
assert_type(rd.Energy("x.heat", **of("heat", "kilowatt_hour")).to("joule"), rd.Energy)
assert_type(rd.Power("x.plant", **of("plant", "megawatt")).to("kilowatt"), rd.Power)

observations = rd.observations
assert_type(observations.sort("period"), rd.Observations)
assert_type(observations.head(2), rd.Observations)
assert_type(observations.where(event="prison_attack", annotation="confirmed"), rd.Observations)
assert_type(rd.as_of(observations, "2022-10"), rd.Observations)
assert_type(rd.total([killed]), rd.Derived)
assert_type(observations.to_dicts(), list[dict[str, Any]])
assert_type(money.amount, Decimal)
assert_type(rd.read("5 ليرات", country="SY"), tuple[rd.Mention, ...])


def of_a_table(frame: Any) -> None:
    """Tables keep the type of their engine, which no checker is told."""
    assert_type(frames.changes(frame, by="place"), Any)
    assert_type(frames.totals(frame, by=["place"]), Any)
    assert_type(frames.check(frame), tuple[rd.NotSummarizable, ...])
