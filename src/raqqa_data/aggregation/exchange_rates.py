"""Amounts of money in another currency, by rates that the caller gives; none ships and none is fetched."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

import attrs

from raqqa_data.aggregation.derived import Derived, listed, measured
from raqqa_data.errors import NotFoundError, RecordError, UnitError
from raqqa_data.records.estimate import Estimate
from raqqa_data.records.period import Period
from raqqa_data.records.validation import is_a, text
from raqqa_data.units.table import Number, find_unit
from raqqa_data.units.unit import quotient

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raqqa_data.records.indicator import Indicator
    from raqqa_data.records.observation import Money, Observation


_NO_MONEY = "is no currency; `rates` is for amounts of money"


def _unit(value: str) -> str:
    return find_unit(value).name


def _period(value: Period | str) -> Period:
    return value if isinstance(value, Period) else Period(value)


def _value(value: Number | Decimal | str) -> Decimal:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        raise RecordError("ExchangeRate", "value", value, "must be a number above zero, without commas") from None


def _is_positive(_: object, attribute: attrs.Attribute[Any], value: Decimal) -> None:
    if not (value.is_finite() and value > 0):
        raise RecordError("ExchangeRate", attribute.name, value, "must be a number above zero")


def _is_of_two_currencies(_: object, attribute: attrs.Attribute[Any], value: str) -> None:
    parts = value.split(" / ")
    if len(parts) != 2 or any(find_unit(part).minor is None for part in parts):  # noqa: PLR2004 - two currencies
        raise RecordError(
            "ExchangeRate", attribute.name, value, "must be one currency per another, such as 'SYP / USD'"
        )


@attrs.frozen
class ExchangeRate:
    """What one currency was worth in another, when, and who says so.

    Attributes:
        value: How many of the first for one of the second.
        unit: One currency per another, such as "SYP / USD".
        date: When, in EDTF.
        source: Who says so, as you would cite it.

    Raises:
        RecordError: A field does not hold what it must.
        UnitError: A currency is not in the table.

    Example:
        >>> print(ExchangeRate(12_500, "SYP / USD", "2024-03", "bulletin of a bank, no. 7"))
        12,500 SYP / USD (2024-03, bulletin of a bank, no. 7)
    """

    value: Decimal = attrs.field(converter=_value, validator=_is_positive)
    unit: str = attrs.field(converter=_unit, validator=_is_of_two_currencies)
    date: Period = attrs.field(converter=_period, validator=is_a(Period))
    source: str = attrs.field(validator=text())

    @property
    def currencies(self) -> tuple[str, str]:
        """The currency above the line and that below."""
        above, _, below = self.unit.partition(" / ")
        return above, below

    def __str__(self) -> str:
        return f"{self.value:,} {self.unit} ({self.date}, {self.source})"


class Rates:
    """Exchange rates, among which one fits an amount and a currency.

    Args:
        rates: The rates; of one pair of currencies there may be several, of different dates.

    Example:
        >>> rates = Rates([ExchangeRate(12_500, "SYP / USD", "2024-03", "bulletin of a bank, no. 7")])
        >>> print(rates.between("SYP", "USD", Period("2024-03-09")).value)
        12500
    """

    def __init__(self, rates: Iterable[ExchangeRate]) -> None:
        """Hold these rates.

        Raises:
            RecordError: One is no `ExchangeRate`, or they are in no list.
        """
        try:
            self._rates = tuple(rates)
        except TypeError:
            raise RecordError("Rates", "rates", rates, "give several ExchangeRate, in a list") from None
        for rate in cast("tuple[object, ...]", self._rates):
            if not isinstance(rate, ExchangeRate):
                raise RecordError("Rates", "rates", rate, "each must be an ExchangeRate")

    def __iter__(self) -> Iterator[ExchangeRate]:
        return iter(self._rates)

    def __len__(self) -> int:
        return len(self._rates)

    def __repr__(self) -> str:
        return f"<Rates: {len(self)}>"

    def between(self, one: str, other: str, period: Period) -> ExchangeRate:
        """The rate of two currencies: the only one of them, or the only one that is of the period.

        Raises:
            NotFoundError: There is none.
            RecordError: Several are of it, or of several none is.
        """
        found = [rate for rate in self._rates if set(rate.currencies) == {one, other}]
        if not found:
            raise NotFoundError("rate", f"{one} / {other}", [rate.unit for rate in self._rates])
        fitting = [rate for rate in found if rate.date.overlaps(period)] if len(found) > 1 else found
        if len(fitting) != 1:
            listed = "; ".join(map(str, fitting or found))
            problem = f"{len(fitting) or 'none'} of them may be of {period}: {listed}; give the one that you mean"
            raise RecordError("Rates", "rates", f"{one} / {other}", problem)
        return fitting[0]


def exchanged(money: Money | Derived, currency: Any, rates: Rates) -> Derived:
    """An amount in another currency.

    Raises:
        UnitError: What it is in, or is to be in, is no currency.
        NotFoundError: None of the rates is of the two.
        RecordError: Several rates fit, or of several none does; or `rates` are none.
    """
    target = _currency(currency)
    _check_rates(rates)
    if find_unit(money.unit).minor is None:
        raise UnitError(money.unit, _NO_MONEY)
    period = money.period
    if period is None:
        raise RecordError("Money", "period", None, "the amounts are of different times; convert each before adding")
    rate = rates.between(money.unit, target, period)
    old = money.estimate
    estimate = _worth(old, rate, target)
    records = money.records if isinstance(money, Derived) else (money,)
    before = money if isinstance(money, Derived) else None
    return Derived(
        operation="exchange",
        name=money.name,
        estimate=estimate,
        unit=target,
        records=records,
        overrides=before.overrides if before else (),
        incomplete=before.incomplete if before else (),
        steps=(
            *(before.steps if before else ()),
            f"Converts {measured(old, money.unit)} at {rate} = {measured(estimate, target)}.",
        ),
    )


def in_one_currency(
    records: Iterable[Observation], currency: Any, rates: Rates
) -> tuple[tuple[Observation, ...], tuple[str, ...]]:
    """The same with all amounts of money in one currency, each by the rate of its own period; and those rates in words.

    What is no money stays as it is, for the checks of a sum to refuse.

    Raises:
        UnitError: What they are to be in is no currency.
        NotFoundError: None of the rates is of two of the currencies.
        RecordError: Several rates fit, or of several none does; or `rates` are none.
    """
    target = _currency(currency)
    _check_rates(rates)
    measures: dict[Indicator, Indicator] = {}
    used: dict[ExchangeRate, list[str]] = {}
    converted: list[Observation] = []
    for record in records:
        if record.unit == target or find_unit(record.unit).minor is None:
            converted.append(record)
            continue
        rate = rates.between(record.unit, target, record.period)
        used.setdefault(rate, []).append(f"{record.id} ({measured(record.estimate, record.unit)})")
        measured_in = measures.setdefault(record.indicator, attrs.evolve(record.indicator, unit=target))
        estimate = _worth(record.estimate, rate, target)
        converted.append(attrs.evolve(record, indicator=measured_in, estimate=estimate, unit=target))
    return tuple(converted), tuple(f"Converts {listed(amounts)} at {rate}." for rate, amounts in used.items())


def _check_rates(rates: object) -> None:
    if not isinstance(rates, Rates):
        raise RecordError("to", "rates", rates, "must be rd.Rates([rd.ExchangeRate(...), ...])")


def _currency(given: Any) -> str:
    from raqqa_data import units

    name = units.unit_name(given)
    if find_unit(name).minor is None:
        raise UnitError(name, _NO_MONEY)
    return name


def _worth(estimate: Estimate, rate: ExchangeRate, target: str) -> Estimate:
    factor = Fraction(rate.value) if rate.currencies[0] == target else 1 / Fraction(rate.value)
    best, low, high = (
        None if part is None else _times(part, factor) for part in (estimate.best, estimate.low, estimate.high)
    )
    return Estimate(best, low, high, estimate.wording)


def _times(part: Number, factor: Fraction) -> Number:
    # as it is written, not as a float holds it
    exact = Fraction(Decimal(repr(part))) * factor
    return quotient(exact.numerator, exact.denominator)
