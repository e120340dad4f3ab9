"""Estimates from one unit to another, by the unit table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, cast

import attrs

from raqqa_data.errors import RecordError
from raqqa_data.records.estimate import Estimate
from raqqa_data.records.operators import NoNumber
from raqqa_data.units.table import convert

if TYPE_CHECKING:
    from collections.abc import Callable


class Measured(NoNumber):
    """An estimate with its unit: what its attrs classes have in common."""

    __slots__ = ()

    estimate: Estimate
    unit: str

    @property
    def quantity(self) -> Any:
        """The best value as a pint Quantity of the application registry, made afresh at each call.

        Raises:
            RecordError: There is no single best value; use the estimate's bounds.
            UnitConflictError: The registry has a unit of that name with another meaning.
        """
        from raqqa_data import units

        if self.estimate.best is None:
            problem = "there is no single best value; use estimate.low and estimate.high"
            raise RecordError(type(self).__name__, "quantity", str(self.estimate), problem)
        return units.quantity(self.estimate.best, self.unit)

    def to(self, unit: Any) -> Self:
        """The same in another unit of the same dimension.

        Args:
            unit: A unit of the table by name, symbol or alias, or a pint Unit or Quantity.

        Raises:
            UnitError: The unit is unknown, or of another dimension.

        Example:
            >>> import raqqa_data as rd
            >>> rd.reconstruction.rubble_removed.to("hectare").estimate.best
            500
            >>> print(rd.total([rd.reconstruction.rubble_removed]).to("hectare").estimate)
            nearly 500
        """
        from raqqa_data import units

        return self._in(units.unit_name(unit))

    def _in(self, target: str) -> Self:
        evolve = cast("Callable[..., Self]", attrs.evolve)
        return evolve(self, estimate=converted(self.estimate, self.unit, target), unit=target)


def converted(estimate: Estimate, from_unit: str, to_unit: str) -> Estimate:
    """The same estimate in another unit of the same dimension.

    Raises:
        UnitError: A unit is unknown, or the two measure different things.

    Example:
        >>> print(converted(Estimate.between(1, 2), "kilometer", "meter"))
        between 1,000 and 2,000
    """
    if from_unit == to_unit:
        return estimate
    best, low, high = (
        None if part is None else convert(part, from_unit, to_unit)
        for part in (estimate.best, estimate.low, estimate.high)
    )
    return Estimate(best, low, high, estimate.wording)
