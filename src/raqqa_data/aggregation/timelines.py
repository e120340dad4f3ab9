"""One indicator through time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from raqqa_data.aggregation.conditions import Condition, Ruling, refuse
from raqqa_data.aggregation.derived import Derived, listed, measured, observations_of, unique
from raqqa_data.aggregation.groups import Totals
from raqqa_data.aggregation.one_pass_checks import runs_of
from raqqa_data.aggregation.record_checks import check_addable, check_in_use, different, indicators_of
from raqqa_data.aggregation.running_totals import are_states
from raqqa_data.aggregation.totals import summed, unit_of_sum
from raqqa_data.aggregation.wholes import LeftOut, universe_of
from raqqa_data.records.conversion import converted
from raqqa_data.records.indicator import Additivity
from raqqa_data.texts import Name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from raqqa_data.records.observation import Observation
    from raqqa_data.records.period import Period
    from raqqa_data.records.subgroup import Subgroup

_Scope = tuple[str, "Subgroup | None", str | None]
"""Place, subgroup, and what it is a share of."""


def timeline(
    observations: Iterable[Observation],
    *,
    unit: Any = None,
    allow: Iterable[str] = (),
    within: Iterable[Observation] | None = None,
) -> Totals:
    """The values of one indicator, period by period, in order of time.

    Those of one period are added under the rules of `total`. Periods of a flow must not overlap, else the same things
    would stand at two points of the line; a stock, what never adds, and the states of a running total, which count from
    one day on, may be stated at any times. Every point must be of the same places and subgroups, else the line would
    rise or fall where only they change.

    Args:
        observations: Of one indicator.
        unit: The unit of all values; else that of the observations.
        allow: Conditions to break on purpose.
        within: As in `total`; what no point holds is left out of each that holds a part of the same whole.

    Returns:
        A `Derived` for each period, by the period.

    Raises:
        NotSummarizable: There is nothing to show; the indicators differ; those of one period must not be added; the
            periods of a flow overlap; the points are of different places or subgroups (completeness); a record was
            withdrawn or superseded.

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
    indicators = indicators_of(runs.heads)
    if len(indicators) > 1:
        offenders = [next(r.id for r in records if r.indicator == indicator) for indicator in indicators]
        rule, those = different(runs.heads, indicators)
        hint = "Draw a line for each: observations.where(indicator=...)."
        raise refuse(rule.condition, offenders, rule.of_records(those), hint)
    adds = not records or records[0].indicator.additivity is Additivity.FLOW
    if adds and not are_states(records):
        check_addable(records, runs, universe, ruling)
    else:
        check_in_use(runs.heads, ruling)
    target = unit_of_sum(runs.heads, indicators, unit)
    by_period: dict[Period, list[Observation]] = {}
    for record in records:
        by_period.setdefault(record.period, []).append(record)
    left_out = LeftOut(records, runs, universe)
    points: dict[Any, Derived] = {}
    for period in sorted(by_period):
        members = tuple(by_period[period])
        own = runs_of(members)
        if len(members) == 1:
            points[period] = _single(members[0], target, left_out.of(own))
        else:
            points[period] = summed(members, own, universe, left_out, Ruling(names), unit=target)
    _check_one_line(by_period, ruling)
    if broken := set(ruling.overrides):
        for period, point in points.items():
            points[period] = attrs.evolve(point, overrides=tuple(sorted({*point.overrides, *broken})))
    return Totals(("period",), points)


def _check_one_line(by_period: Mapping[Period, Sequence[Observation]], ruling: Ruling) -> None:
    """Every point must be of the same places and subgroups: else the line rises and falls where only they change."""
    of_each = {period: {_scope(record) for record in members} for period, members in by_period.items()}
    first, *others = of_each.values()
    always = first.intersection(*others)
    strangers = {period: scopes - always for period, scopes in of_each.items() if scopes - always}
    if strangers:
        offenders = [r.id for period in strangers for r in by_period[period] if _scope(r) not in always]
        known = unique(f"{period} of {_words(scope)}" for period in sorted(strangers) for scope in strangers[period])
        reason = f"the points are not all of the same places and subgroups: {listed(known)}"
        instead = "Draw a line for each: observations.where(place=..., subgroup=...)."
        ruling.breach(Condition.COMPLETENESS, offenders, reason, instead)


def _scope(record: Observation) -> _Scope:
    return record.place.id, record.subgroup, record.of


def _words(scope: _Scope) -> str:
    return " ".join(str(part) for part in scope if part)


def _single(record: Observation, unit: str, left_out: tuple[str, ...]) -> Derived:
    """One observation as it is: what never adds can stand on a line too."""
    estimate = converted(record.estimate, record.unit, unit)
    name = record.indicator.name
    return Derived(
        operation="timeline",
        name=Name(f"Timeline: {name.en}", f"خط زمني: {name.ar}"),
        estimate=estimate,
        unit=unit,
        records=(record,),
        incomplete=left_out,
        steps=(f"{record.id} alone: {measured(estimate, unit)}.",),
    )
