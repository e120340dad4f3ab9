"""Estimates from one unit to another, by the unit table."""

from __future__ import annotations

from raqqa_data.records.estimate import Estimate
from raqqa_data.unit_table import convert


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
