"""May these observations be added? The checks behind every sum."""

from __future__ import annotations

import functools
from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from raqqa_data.aggregation.conditions import Condition, Ruling, refuse
from raqqa_data.aggregation.derived import observations_of, unique
from raqqa_data.aggregation.overlaps import end_of, may_overlap, overlapping, start_of
from raqqa_data.records.estimate import Estimate, Wording
from raqqa_data.records.indicator import Additivity
from raqqa_data.records.observation import Observation, RecordStatus
from raqqa_data.unit_table import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from raqqa_data.records.indicator import Indicator

_CURRENT = RecordStatus.CURRENT
_ID = attrgetter("id")


class Runs(NamedTuple):
    """What one walk over observations shows of them, cut into runs of one indicator, unit, place and subgroup.

    Most of what a sum must not hold shows in the first of each run, so that long series cost little.

    Attributes:
        heads: One of each indicator, unit, place and subgroup; all that are a part of something or not in use besides.
        forward: Whether there is one run of each, which moves forward in time, so that nothing in it overlaps.
        added: The sum as it stands, where all parts of all estimates are stated and whole.
    """

    heads: Sequence[Observation]
    forward: bool
    added: Estimate | None


def runs_of(records: Sequence[Observation]) -> Runs:
    """Walk over observations once.

    Raises:
        RecordError: One is no observation.
    """
    heads: list[Observation] = []
    place = indicator = subgroup = unit = wording = latest = None
    forward = stated = True
    best: Any = 0
    low: Any = 0
    high: Any = 0
    wordings: set[Wording] = set()
    seen: set[tuple[int, int, str | None, str]] = set()
    try:
        for record in records:
            if stated:
                estimate = record.estimate
                try:  # adding None fails, which costs less than asking each part
                    best += estimate.best
                    low += estimate.low
                    high += estimate.high
                except TypeError:
                    stated = False
                if estimate.wording is not wording:
                    wording = estimate.wording
                    wordings.add(wording)
            period = record.period
            if (
                record.place is place
                and record.indicator is indicator
                and record.subgroup == subgroup
                and record.unit == unit
                and record.part_of is None
                and record.record_status is _CURRENT
            ):
                if forward:
                    earliest = period.earliest
                    forward = earliest is not None and latest is not None and earliest > latest
            else:
                place, indicator, subgroup, unit = record.place, record.indicator, record.subgroup, record.unit
                key = (id(place), id(indicator), subgroup, unit)  # to hash the records themselves is slow
                if key in seen:
                    forward = False
                if key not in seen or record.part_of is not None or record.record_status is not _CURRENT:
                    heads.append(record)
                    seen.add(key)
            latest = period.latest
    except AttributeError:
        heads = list(records)
    whole = stated and wordings and isinstance(best + low + high, int)
    added = Estimate(best, low, high, functools.reduce(Wording.weaker, wordings)) if whole else None
    return Runs(observations_of(heads), forward, added)


def check_addable(
    records: Sequence[Observation],
    runs: Runs,
    universe: Mapping[str, Observation],
    ruling: Ruling,
    *,
    distinct: bool = False,
) -> None:
    """Refuse observations that must not be added.

    Args:
        records: What is to be added.
        runs: The same, cut into runs.
        universe: What is known besides, by id: it tells what is a part of what.
        ruling: What may be broken on purpose.
        distinct: Whether it is certain that none is given twice.

    Raises:
        NotSummarizable: A condition does not hold, and was not allowed to be broken.
    """
    if not records:
        reason = "there is nothing to add, and nothing is not zero"
        raise refuse(Condition.COMPLETENESS, (), reason, "Give one observation at least.")
    _check_in_use(runs.heads, ruling)
    _check_types(records, runs.heads, ruling)
    if not distinct:
        _check_repeated(records, ruling)
    _check_wholes(records, runs.heads, universe, ruling)
    if not runs.forward or may_overlap(runs.heads):
        _check_overlaps(records, ruling)


def universe_of(
    records: Sequence[Observation], runs: Runs, within: Iterable[Observation] | None
) -> dict[str, Observation]:
    """What is known of wholes and parts: what the caller gives, else the shipped catalogue for records of its own.

    Empty where no observation is a part of anything.
    """
    parts = [record for record in runs.heads if record.part_of]
    if not parts:
        return {}
    known: dict[str, Observation] = {}
    if within is not None:
        known = {record.id: record for record in within}
    else:
        from raqqa_data.datasets import catalogue

        shipped = catalogue.observations
        if any(shipped.get(part.id) and part.document == catalogue.document for part in parts):
            known = {record.id: record for record in shipped}
    return known | {record.id: record for record in records}


def left_out(records: Sequence[Observation], runs: Runs, universe: Mapping[str, Observation]) -> tuple[str, ...]:
    """Ids of declared parts that a sum of these observations misses, of every whole that it holds a part of."""
    ancestors = {ancestor for record in runs.heads for ancestor in wholes_of(record, universe)}
    if not ancestors:
        return ()
    given = {record.id for record in records}
    there = ancestors | given
    return tuple(
        record.id
        for record in universe.values()
        if record.part_of in ancestors
        and record.id not in there
        and record.record_status is _CURRENT
        and given.isdisjoint(wholes_of(record, universe))
    )


def wholes_of(record: Observation, universe: Mapping[str, Observation]) -> Iterator[str]:
    """Ids of what an observation is a part of, outwards."""
    seen = {record.id}
    whole = record.part_of
    while whole is not None and whole not in seen:
        seen.add(whole)
        yield whole
        parent = universe.get(whole)
        whole = parent.part_of if parent else None


def _check_in_use(records: Sequence[Observation], ruling: Ruling) -> None:
    out = [record for record in records if record.record_status is not _CURRENT]
    if out:
        successors = [record.superseded_by for record in out if record.superseded_by]
        instead = f"Take {', '.join(successors)} instead." if successors else "Leave it out."
        ruling.breach(Condition.TYPES, ids(out), "withdrawn or superseded records state nothing any more", instead)


def _check_types(records: Sequence[Observation], heads: Sequence[Observation], ruling: Ruling) -> None:
    indicators = unique(head.indicator for head in heads)
    dimensions = {find_unit(indicator.unit).dimension for indicator in indicators}
    if len(dimensions) > 1:
        reason = f"{', '.join(sorted(dimensions))} are different dimensions"
        hint = "They never add. Total each indicator by itself: group_by(observations, 'indicator').total()."
        raise refuse(Condition.TYPES, _one_each(heads, indicators), reason, hint)
    if any(find_unit(unit).factor is None for unit in {head.unit for head in heads}):
        reason = "a temperature scale has a zero of its own, so its values do not add"
        raise refuse(Condition.TYPES, ids(records), reason, "Compare them, or list them.")
    if len(indicators) > 1:
        ruling.breach(Condition.TYPES, _one_each(heads, indicators), *_different(heads, indicators))
    for indicator in indicators:
        if indicator.additivity is Additivity.NON_ADDITIVE:
            offenders = [record.id for record in records if record.indicator == indicator]
            reason = f"{indicator.id} is non-additive: a sum of its values means nothing"
            instead = "Leave them out, as observations.where(additivity='flow') does; compare or list them."
            ruling.breach(Condition.TYPES, offenders, reason, instead)
        elif indicator.additivity is Additivity.STOCK:
            _check_one_time([record for record in records if record.indicator == indicator], ruling)


def _different(heads: Sequence[Observation], indicators: Sequence[Indicator]) -> tuple[str, str]:
    """What is wrong with several indicators, and what to do instead."""
    names = unique(indicator.id for indicator in indicators)
    if len(names) == len(indicators):
        instead = "Total each by itself: group_by(observations, 'indicator').total()."
        return f"{', '.join(names)} are different indicators", instead
    twice = next(name for name, count in Counter(indicator.id for indicator in indicators).items() if count > 1)
    documents = unique(head.document.id for head in heads if head.indicator.id == twice)
    reason = f"{twice} is defined in different ways ({', '.join(documents)})"
    return reason, "Total each by itself, grouped by 'document' and 'indicator', or give both one Indicator."


def _check_one_time(stocks: Sequence[Observation], ruling: Ruling) -> None:
    """Stocks add over places and groups only: all their periods must be able to share a day."""
    latest_start = max(stocks, key=start_of)
    earliest_end = min(stocks, key=end_of)
    if start_of(latest_start) > end_of(earliest_end):
        indicator = stocks[0].indicator.id
        reason = (
            f"{indicator} is a stock, what there is at a time, and these are of {earliest_end.period} "
            f"and {latest_start.period}: over time it counts the same things again"
        )
        instead = f"Take one time, or follow it with timeline(): {latest_start.id} is the latest."
        ruling.breach(Condition.TYPES, (earliest_end.id, latest_start.id), reason, instead)


def _check_repeated(records: Sequence[Observation], ruling: Ruling) -> None:
    if len(set(map(_ID, records))) < len(records):
        twice = [record_id for record_id, count in Counter(map(_ID, records)).items() if count > 1]
        ruling.breach(Condition.DISJOINTNESS, twice, "the same observation is given twice", "Give it once.")


def _check_wholes(
    records: Sequence[Observation], heads: Sequence[Observation], universe: Mapping[str, Observation], ruling: Ruling
) -> None:
    parts = [head for head in heads if head.part_of]
    if not parts:
        return
    given = {record.id for record in records}
    offenders: dict[str, None] = {}
    wholes: dict[str, None] = {}
    for record in parts:
        for whole in wholes_of(record, universe):
            if whole in given:
                wholes[whole] = None
                offenders |= {whole: None, record.id: None}
    if offenders:
        reason = f"{', '.join(wholes)} holds the others already, as its parts"
        ruling.breach(Condition.DISJOINTNESS, offenders, reason, "Add the whole alone, or its parts alone.")


def _check_overlaps(records: Sequence[Observation], ruling: Ruling) -> None:
    """Things of one kind in places, groups and times that have something in common may be the same things."""
    offenders = dict.fromkeys(overlapping(records))
    if offenders:
        reason = "these overlap in indicator, place, subgroup and time: they may count the same things"
        ruling.breach(Condition.DISJOINTNESS, offenders, reason, "Take one of them.")


def ids(records: Iterable[Observation]) -> tuple[str, ...]:
    """Their ids, in order."""
    return tuple(record.id for record in records)


def _one_each(records: Sequence[Observation], indicators: Sequence[Indicator]) -> tuple[str, ...]:
    """The first observation of each indicator."""
    return tuple(next(record.id for record in records if record.indicator == indicator) for indicator in indicators)
