"""One indicator through time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from raqqa_data.aggregation.checks import check_addable, runs_of, universe_of
from raqqa_data.aggregation.conditions import Condition, Ruling, refuse
from raqqa_data.aggregation.derived import Derived, measured, observations_of, unique
from raqqa_data.aggregation.groups import Totals
from raqqa_data.aggregation.totals import total, unit_of_sum
from raqqa_data.name import Name
from raqqa_data.records.conversion import converted
from raqqa_data.records.indicator import Additivity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raqqa_data.records.observation import Observation
    from raqqa_data.records.period import Period


def timeline(
    observations: Iterable[Observation],
    *,
    unit: Any = None,
    allow: Iterable[str] = (),
    within: Iterable[Observation] | None = None,
) -> Totals:
    """The values of one indicator, period by period, in order of time.

    Those of one period are added under the rules of `total`. Periods of a flow must not overlap, else the same things
    would stand at two points of the line; a stock, and what never adds, may be stated at any times.

    Args:
        observations: Of one indicator.
        unit: The unit of all values; else that of the observations.
        allow: Conditions to break on purpose.
        within: As in `total`.

    Returns:
        A `Derived` for each period, by the period.

    Raises:
        NotSummarizable: There is nothing to show; the indicators differ; those of one period must not be added; the
            periods of a flow overlap.

    Example:
        >>> import raqqa_data as rd
        >>> print(rd.timeline(rd.observations.where(indicator="fighters_detained")))
        period   total                 records
        2022-10  nearly 12,000 people  1
    """
    records = observations_of(observations)
    names = (allow,) if isinstance(allow, str) else tuple(allow)
    ruling = Ruling(names)
    runs = runs_of(records)
    universe = universe_of(records, runs, within)
    indicators = unique(head.indicator for head in runs.heads)
    if len(indicators) > 1:
        offenders = [next(r.id for r in records if r.indicator == indicator) for indicator in indicators]
        reason = f"{', '.join(indicator.id for indicator in indicators)} are different indicators"
        raise refuse(Condition.TYPES, offenders, reason, "Draw a line for each: observations.where(indicator=...).")
    if not records or records[0].indicator.additivity is Additivity.FLOW:
        check_addable(records, runs, universe, ruling)
    target = unit_of_sum(runs.heads, indicators, unit)
    by_period: dict[Period, list[Observation]] = {}
    for record in records:
        by_period.setdefault(record.period, []).append(record)
    points: dict[Any, Derived] = {}
    for period in sorted(by_period):
        members = by_period[period]
        if len(members) == 1:
            point = _single(members[0], target)
        else:
            point = total(members, unit=target, allow=names, within=universe.values())
        points[period] = attrs.evolve(point, overrides=tuple(sorted({*point.overrides, *ruling.overrides})))
    return Totals(("period",), points)


def _single(record: Observation, unit: str) -> Derived:
    """One observation as it is: what never adds can stand on a line too."""
    estimate = converted(record.estimate, record.unit, unit)
    name = record.indicator.name
    return Derived(
        operation="timeline",
        name=Name(f"Timeline: {name.en}", f"خط زمني: {name.ar}"),
        estimate=estimate,
        unit=unit,
        records=(record,),
        steps=(f"{record.id} alone: {measured(estimate, unit)}.",),
    )
