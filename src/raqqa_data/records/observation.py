"""One reported value of one indicator, or one dated event, with all that says where it comes from."""

from __future__ import annotations

import warnings
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, ClassVar, cast, overload

import attrs

from raqqa_data.errors import RecordError, UnitError
from raqqa_data.records import display
from raqqa_data.records.conversion import Measured
from raqqa_data.records.estimate import Estimate
from raqqa_data.records.indicator import NEVER_NEGATIVE, Indicator
from raqqa_data.records.mixins import Chartable, exchanged
from raqqa_data.records.record import Annotation, ClaimStatus, Record, RecordStatus
from raqqa_data.records.subgroup import Coordinates, Subgroup
from raqqa_data.records.validation import Validator, a, is_a, observation_id, slug, text
from raqqa_data.units.table import find_unit

if TYPE_CHECKING:
    from decimal import Decimal
    from typing import Self

    from raqqa_data.aggregation import Derived
    from raqqa_data.aggregation.exchange_rates import Rates

__all__ = [
    "KINDS",
    "Annotation",
    "Area",
    "ClaimStatus",
    "Count",
    "Duration",
    "Energy",
    "Event",
    "Length",
    "Mass",
    "Money",
    "Observation",
    "Power",
    "Rate",
    "Record",
    "RecordStatus",
    "Share",
    "Temperature",
    "Volume",
]


_NO_COUNT = "a count is a whole number, 0 or more"
AS_LOADED: ContextVar[bool] = ContextVar("as_loaded", default=False)
"""Whether records are of an earlier form of a catalogue, in which only counts were never negative."""


def sign_fault(one: Observation) -> str | None:
    """What is wrong with an estimate that is less than none, where its kind has nothing less; None otherwise."""
    estimate, kind = one.estimate, one.indicator.kind
    if kind not in NEVER_NEGATIVE or all(
        part is None or part >= 0 for part in (estimate.best, estimate.low, estimate.high)
    ):
        return None
    return _NO_COUNT if kind == "count" else f"{a(kind)} is never negative"


def _subgroup(value: Coordinates | str | None) -> Subgroup | None:
    try:
        return Subgroup.of(value)
    except RecordError:
        return cast("Subgroup", value)  # told by the validator, which knows the record


def _is_subgroup(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    try:
        Subgroup.of(value)
    except RecordError as error:
        raise RecordError(type(instance).__name__, attribute.name, value, error.problem) from error


class Event(Chartable, Record):
    """Something that happened at a date.

    Raises:
        RecordError: A field does not hold what it must.
    """

    __slots__ = ()


@attrs.frozen(kw_only=True, repr=False, getstate_setstate=False)
class Observation(Chartable, Measured, Record):
    """One reported value of one indicator, for a place and a period (SDMX).

    Holds a magnitude and the name of a unit, never a pint object; hashes, compares, copies and pickles without pint.

    Attributes:
        indicator: What is measured.
        estimate: The value as stated, with its bounds.
        unit: Canonical name of the unit; the indicator's where none is given.
        subgroup: Of whom or what, within the indicator, e.g. `{"sex": "female"}`; None for all.
        part_of: Id of the observation that this one is a part of.
        of: For a share, what it is a share of.
        event: Id of the catalogue's event that it speaks of, e.g. "prison_attack".
        price_basis: For an amount of money, the prices that it is in, as the document says it, e.g. "2010 prices".

    Raises:
        RecordError: A field does not hold what it must, as an area that is negative.
        UnitError: The unit is unknown, or of another dimension than the indicator's.
    """

    kind: ClassVar[str] = "measure"
    check_id: ClassVar[Validator] = staticmethod(observation_id())

    indicator: Indicator = attrs.field(validator=is_a(Indicator))
    estimate: Estimate = attrs.field(validator=is_a(Estimate))
    # an indicator of the wrong class is refused by its own validator, which runs after the defaults
    unit: str = attrs.field(default=attrs.Factory(lambda self: getattr(self.indicator, "unit", ""), takes_self=True))
    subgroup: Subgroup | None = attrs.field(default=None, converter=_subgroup, validator=_is_subgroup)
    part_of: str | None = attrs.field(default=None, validator=observation_id(optional=True))
    of: str | None = attrs.field(default=None, validator=text(optional=True))
    event: str | None = attrs.field(default=None, validator=slug(optional=True))
    price_basis: str | None = attrs.field(default=None, validator=text(optional=True))

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.unit != self.indicator.unit:
            self._check_unit()
        if self.kind != self.indicator.kind:
            self._tell_kind()
        if (problem := sign_fault(self)) is not None and (self.kind == "count" or not AS_LOADED.get()):
            raise RecordError(type(self).__name__, "estimate", str(self.estimate), problem)
        if self.part_of == self.id:
            raise RecordError(type(self).__name__, "part_of", self.part_of, "a record is no part of itself")

    def _tell_kind(self) -> None:
        kind = KINDS[self.indicator.kind]
        if type(self) is Observation and kind in _SINCE_2:
            now = kind.__name__
            message = f"what is measured in {self.indicator.unit} is a {now} now; write rd.{now}(...)"
            warnings.warn(message, DeprecationWarning, stacklevel=4)
            return
        problem = f"its indicator's kind is {self.indicator.kind!r}, so a {type(self).__name__} cannot hold it"
        raise UnitError(self.unit, problem)

    def _check_unit(self) -> None:
        unit, expected = find_unit(self.unit), find_unit(self.indicator.unit)
        if unit.name != self.unit:
            raise UnitError(self.unit, f"write its canonical name {unit.name!r}")
        if unit.dimension != expected.dimension:
            problem = f"measures {unit.dimension}; the indicator {self.indicator.id!r} is in {expected.name}"
            raise UnitError(self.unit, problem)

    @property
    def dataset(self) -> str:
        """Name of the dataset it stands in: the first half of its id."""
        return self.id.partition(".")[0]

    @property
    def field(self) -> str:
        """Its field's name in that dataset: the second half of its id."""
        return self.id.partition(".")[2]

    def _gist(self) -> str:
        return f"{display.amount(self.estimate, self.unit)}, {self.period}"

    def facts(self) -> list[tuple[str, str]]:
        """What a person reads of the record: labels and texts, in order."""
        of = f" of {self.of}" if self.of else ""
        return [
            ("Value", f"{display.amount(self.estimate, self.unit)}{of}"),
            *([("Prices", self.price_basis)] if self.price_basis else []),
            ("Measures", f"{self.indicator.name} ({self.indicator.additivity})"),
            *([("Subgroup", str(self.subgroup))] if self.subgroup else []),
            *([("Event", self.event)] if self.event else []),
            *([("Part of", self.part_of)] if self.part_of else []),
            *super().facts(),
        ]


class Count(Observation):
    """A number of people or things, each kind of thing in a unit of its own.

    Raises:
        RecordError: A part of the estimate is negative or not whole, or another field does not hold what it must.
        UnitError: The unit counts nothing.
    """

    __slots__ = ()
    kind: ClassVar[str] = "count"

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        for part in (self.estimate.best, self.estimate.low, self.estimate.high):
            if isinstance(part, float):
                raise RecordError("Count", "estimate", str(self.estimate), _NO_COUNT)


class Area(Observation):
    """An area.

    Raises:
        UnitError: The unit is not one of area.
    """

    __slots__ = ()
    kind: ClassVar[str] = "area"


class Share(Observation):
    """A share of something, which `of` names.

    Raises:
        RecordError: `of` is missing.
        UnitError: The unit is neither percent nor another ratio.
    """

    __slots__ = ()
    kind: ClassVar[str] = "share"

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.of is None:
            raise RecordError("Share", "of", None, "say what it is a share of")


class Duration(Observation):
    """A length of time.

    Raises:
        UnitError: The unit is not one of time.
    """

    __slots__ = ()
    kind: ClassVar[str] = "duration"


class Money(Observation):
    """An amount of money, each currency of ISO 4217 in a unit of its own.

    Raises:
        UnitError: The unit is no currency.
    """

    __slots__ = ()
    kind: ClassVar[str] = "money"

    @property
    def amount(self) -> Decimal:
        """The best value, exactly as it is written.

        Raises:
            RecordError: There is no single best value; use the estimate's bounds.
        """
        from decimal import Decimal

        if self.estimate.best is None:
            problem = "there is no single best value; use estimate.low and estimate.high"
            raise RecordError("Money", "amount", str(self.estimate), problem)
        return Decimal(repr(self.estimate.best))

    @overload
    def to(self, unit: Any) -> Self: ...
    @overload
    def to(self, unit: Any, *, rates: Rates) -> Derived: ...
    def to(self, unit: Any, *, rates: Rates | None = None) -> Self | Derived:
        """The same amount in another currency, by rates that you give; see `raqqa_data.Rates`.

        Args:
            unit: The code of a currency.
            rates: What one currency was worth in another, each with its date and source.

        Raises:
            UnitError: It is no currency, or another one and no rates are given.
            NotFoundError: None of the rates is of the two currencies.
        """
        if rates is None:
            from raqqa_data.units import unit_name

            try:
                return super().to(unit)
            except UnitError as error:
                if error.unit != self.unit or find_unit(unit_name(unit)).minor is None:
                    raise
                problem = f"no conversion to {unit} but by rates that you give: to({unit!r}, rates=rd.Rates([...]))"
                raise UnitError(self.unit, problem) from None
        return cast("Derived", exchanged(self, unit, rates))


class Length(Observation):
    """A length or a distance.

    Raises:
        UnitError: The unit is not one of length.
    """

    __slots__ = ()
    kind: ClassVar[str] = "length"


class Mass(Observation):
    """A mass.

    Raises:
        UnitError: The unit is not one of mass.
    """

    __slots__ = ()
    kind: ClassVar[str] = "mass"


class Volume(Observation):
    """A volume.

    Raises:
        UnitError: The unit is not one of volume.
    """

    __slots__ = ()
    kind: ClassVar[str] = "volume"


class Energy(Observation):
    """An amount of energy.

    Raises:
        UnitError: The unit is not one of energy.
    """

    __slots__ = ()
    kind: ClassVar[str] = "energy"


class Power(Observation):
    """A power, such as that of a station.

    Raises:
        UnitError: The unit is not one of power.
    """

    __slots__ = ()
    kind: ClassVar[str] = "power"


class Temperature(Observation):
    """A reading of a temperature; two are never added.

    Raises:
        UnitError: The unit is not one of temperature.
    """

    __slots__ = ()
    kind: ClassVar[str] = "temperature"


class Rate(Observation):
    """What is stated per something: litres per person per day, dollars a barrel, an exchange rate. Never added.

    Raises:
        UnitError: The unit is no quotient, such as "liter / person / day" or "SYP / USD".
    """

    __slots__ = ()
    kind: ClassVar[str] = "rate"

    @property
    def numerator(self) -> str:
        """The unit above the line.

        Example:
            >>> from raqqa_data.units.table import find_unit
            >>> find_unit("litres per person per day").name.split(" / ")
            ['liter', 'person', 'day']
        """
        return self.unit.split(" / ")[0]

    @property
    def denominator(self) -> tuple[str, ...]:
        """The units below the line."""
        return tuple(self.unit.split(" / ")[1:])


_SINCE_2: tuple[type[Observation], ...] = (Money, Length, Mass, Volume, Energy, Power, Temperature, Rate)
_ALL: tuple[type[Observation], ...] = (Observation, Count, Area, Share, Duration, *_SINCE_2)
KINDS: dict[str, type[Observation]] = {cls.kind: cls for cls in _ALL}
