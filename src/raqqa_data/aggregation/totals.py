"""Sums that refuse to mislead: the total of some observations."""

from __future__ import annotations

import functools
import math
from collections import defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import attrs

from raqqa_data.aggregation.conditions import Condition, Ruling
from raqqa_data.aggregation.derived import Derived, listed, measured, observations_of, several
from raqqa_data.aggregation.one_pass_checks import runs_of
from raqqa_data.aggregation.record_checks import check_addable, indicators_of
from raqqa_data.aggregation.wholes import LeftOut, universe_of
from raqqa_data.errors import RecordError
from raqqa_data.records.dataset import Observations
from raqqa_data.records.estimate import Estimate, Wording, sum_as_written
from raqqa_data.texts import Name
from raqqa_data.units.table import Number, convert, find_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from raqqa_data.aggregation.exchange_rates import Rates
    from raqqa_data.aggregation.one_pass_checks import Runs
    from raqqa_data.records.indicator import Indicator
    from raqqa_data.records.observation import Observation

# to copy the references costs as much as to add what they refer to
_HELD: Callable[[Observations], tuple[Observation, ...]] = attrgetter("_records")


def total(
    observations: Iterable[Observation],
    *,
    unit: Any = None,
    allow: Iterable[str] = (),
    within: Iterable[Observation] | None = None,
    rates: Rates | None = None,
) -> Derived:
    """Add observations, unless their sum would mislead.

    Best, low and high are added each by itself; where one input states none, the total has none.

    Args:
        observations: What to add.
        unit: The unit of the result: any of the dimension, by name or as a pint unit. Else that of the observations.
        allow: Conditions to break on purpose: "type compatibility", "disjointness", "completeness". What was broken is
            recorded in the result.
        within: What the observations were chosen from. Parts of a whole in it that are not among them make the total
            incomplete. For records of the shipped catalogue it is that catalogue.
        rates: What one currency was worth in another, for amounts of money of several; `unit` says which one is meant.
            The result's `steps` name each rate with its date and source.

    Raises:
        NotSummarizable: There is nothing to add; dimensions or indicators differ; the indicator is non-additive; a
            stock is summed over time; a whole meets its part; one observation is given twice; two of one indicator,
            place and subgroup overlap in time; a record was withdrawn or superseded.
        UnitError: The unit is unknown, or of another dimension.
        NotFoundError: None of the rates is of two currencies that meet.

    Example:
        >>> import raqqa_data as rd
        >>> attack = rd.prison_attack
        >>> print(rd.total([attack.killed_civilians, attack.killed_sdf_members]).explain())
        Adds 2 observations: 7 + 50 = 57 people.
        Left out: prison_attack.killed_is_members, declared parts of the same whole.
        >>> rd.total([attack.killed, attack.killed_civilians])
        Traceback (most recent call last):
            ...
        raqqa_data.errors.NotSummarizable: disjointness: prison_attack.killed holds the others already, as its parts ...
    """
    distinct = isinstance(observations, Observations)
    given = _HELD(observations) if isinstance(observations, Observations) else several(observations)
    if rates is None or unit is None:
        return _total(given, unit, allow, within, distinct=distinct)
    from raqqa_data.aggregation.exchange_rates import in_one_currency

    records, steps = in_one_currency(observations_of(given), unit, rates)
    found = _total(records, unit, allow, within, distinct=distinct)
    return attrs.evolve(found, records=given, steps=(*steps, *found.steps))


def _total(
    records: tuple[Observation, ...],
    unit: Any,
    allow: Iterable[str],
    within: Iterable[Observation] | None,
    *,
    distinct: bool,
) -> Derived:
    runs = runs_of(records, distinct=distinct)
    universe = universe_of(records, runs, within)
    left_out = LeftOut(records, runs, universe)
    return summed(records, runs, universe, left_out, Ruling(allow), unit=unit)


def summed(
    records: tuple[Observation, ...],
    runs: Runs,
    universe: Mapping[str, Observation],
    left_out: LeftOut,
    ruling: Ruling,
    *,
    unit: Any = None,
) -> Derived:
    """Their total, where what is known besides was gathered before: for many totals it is gathered once."""
    check_addable(records, runs, universe, ruling)
    indicators = indicators_of(runs.heads)
    target = unit_of_sum(runs.heads, indicators, unit)
    estimate = add(records, runs, target)
    missing = left_out.of(runs)
    if missing and ruling.allows(Condition.COMPLETENESS):
        ruling.breach(Condition.COMPLETENESS, missing, f"it leaves out {listed(missing)}", "")
    names = [indicator.name for indicator in indicators]
    return Derived(
        operation="total",
        name=Name(f"Total: {listed([name.en for name in names])}", f"المجموع: {listed([name.ar for name in names])}"),
        estimate=estimate,
        unit=target,
        records=records,
        overrides=ruling.overrides,
        incomplete=missing,
        steps=(_sum_in_words(records, runs.heads, estimate, target), *ruling.reasons),
    )


def add(records: Sequence[Observation], runs: Runs, target: str) -> Estimate:
    """The sum in one unit; the order of the observations changes nothing."""
    if runs.added and all(head.unit == target for head in runs.heads):
        return runs.added
    adding = sum_as_written if find_unit(target).minor is not None else _exact_sum
    by_unit: defaultdict[str, list[Estimate]] = defaultdict(list)
    for record in records:
        by_unit[record.unit].append(record.estimate)
    wordings = {record.estimate.wording for record in records}
    best, low, high = (
        _sum_part(
            [(unit, [getattr(each, part) for each in estimates]) for unit, estimates in by_unit.items()], target, adding
        )
        for part in ("best", "low", "high")
    )
    return Estimate(best, low, high, functools.reduce(Wording.weaker, wordings))


def _sum_part(
    columns: Sequence[tuple[str, Sequence[Number | None]]],
    target: str,
    adding: Callable[[Sequence[Number]], Number],
) -> Number | None:
    sums: list[Number] = []
    for unit, values in columns:
        stated = [value for value in values if value is not None]
        if len(stated) < len(values):
            return None
        sums.append(convert(adding(stated), unit, target) if unit != target else adding(stated))
    return adding(sums)


def _exact_sum(values: Sequence[Number]) -> Number:
    """The sum rounded once, so that no order of adding shows in it."""
    added = sum(values)
    if isinstance(added, int):
        return added
    try:
        return math.fsum(values)
    except OverflowError:
        raise RecordError("Estimate", "result", added, "the sum is too large") from None


def unit_of_sum(heads: Sequence[Observation], indicators: Sequence[Indicator], unit: Any) -> str:
    """The unit asked for, else the one that all observations or their indicators have, else the dimension's base."""
    if unit is not None:
        from raqqa_data import units

        target = units.unit_name(unit)
        convert(1, heads[0].unit, target)  # raises where the dimension differs
        return target
    for used in ({head.unit for head in heads}, {indicator.unit for indicator in indicators}):
        if len(used) == 1:
            return used.pop()
    return find_unit(heads[0].unit).base


def _sum_in_words(records: Sequence[Observation], heads: Sequence[Observation], estimate: Estimate, unit: str) -> str:
    mixed = any(head.unit != unit for head in heads)
    terms = listed(records, " + ", lambda r: measured(r.estimate, r.unit) if mixed else str(r.estimate))
    count = "1 observation" if len(records) == 1 else f"{len(records):,} observations"
    return f"Adds {count}: {terms} = {measured(estimate, unit)}."
