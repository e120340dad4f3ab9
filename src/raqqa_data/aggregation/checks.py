"""May these observations be added? The checks behind every sum."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.aggregation.conditions import Condition, Ruling, refuse
from raqqa_data.aggregation.derived import unique
from raqqa_data.records.indicator import Additivity
from raqqa_data.records.observation import Observation, RecordStatus
from raqqa_data.unit_table import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from raqqa_data.records.indicator import Indicator


def check_addable(records: Sequence[Observation], universe: Mapping[str, Observation], ruling: Ruling) -> None:
    """Refuse observations that must not be added.

    Args:
        records: What is to be added.
        universe: What is known besides, by id: it tells what is a part of what.
        ruling: What may be broken on purpose.

    Raises:
        NotSummarizable: A condition does not hold, and was not allowed to be broken.
    """
    if not records:
        reason = "there is nothing to add, and nothing is not zero"
        raise refuse(Condition.COMPLETENESS, (), reason, "Give one observation at least.")
    _check_in_use(records, ruling)
    _check_types(records, ruling)
    _check_repeated(records, ruling)
    _check_wholes(records, universe, ruling)
    _check_overlaps(records, ruling)


def universe_of(records: Sequence[Observation], within: Iterable[Observation] | None) -> dict[str, Observation]:
    """What is known of wholes and parts: what the caller gives, else the shipped catalogue for records of its own."""
    known: dict[str, Observation] = {}
    if within is not None:
        known = {record.id: record for record in within}
    elif any(record.part_of for record in records):
        from raqqa_data.datasets import catalogue

        shipped = catalogue.observations
        if any(shipped.get(record.id) and record.document == catalogue.document for record in records):
            known = {record.id: record for record in shipped}
    known.update((record.id, record) for record in records)
    return known


def left_out(records: Sequence[Observation], universe: Mapping[str, Observation]) -> tuple[str, ...]:
    """Ids of declared parts that a sum of these observations misses, of every whole that it holds a part of."""
    ancestors = {ancestor for record in records for ancestor in wholes_of(record, universe)}
    if not ancestors:
        return ()
    there = ancestors | {record.id for record in records}
    return tuple(
        record.id
        for record in universe.values()
        if record.part_of in ancestors and record.id not in there and record.record_status is RecordStatus.CURRENT
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
    out = [record for record in records if record.record_status is not RecordStatus.CURRENT]
    if out:
        successors = [record.superseded_by for record in out if record.superseded_by]
        instead = f"Take {', '.join(successors)} instead." if successors else "Leave it out."
        ruling.breach(Condition.TYPES, ids(out), "withdrawn or superseded records state nothing any more", instead)


def _check_types(records: Sequence[Observation], ruling: Ruling) -> None:
    indicators = unique(record.indicator for record in records)
    dimensions = {find_unit(indicator.unit).dimension for indicator in indicators}
    if len(dimensions) > 1:
        reason = f"{', '.join(sorted(dimensions))} are different dimensions"
        hint = "They never add. Total each indicator by itself: group_by(observations, 'indicator').total()."
        raise refuse(Condition.TYPES, _one_each(records, indicators), reason, hint)
    if any(find_unit(record_unit).factor is None for record_unit in {record.unit for record in records}):
        reason = "a temperature scale has a zero of its own, so its values do not add"
        raise refuse(Condition.TYPES, ids(records), reason, "Compare them, or list them.")
    if len(indicators) > 1:
        reason = f"{', '.join(indicator.id for indicator in indicators)} are different indicators"
        instead = "Total each by itself: group_by(observations, 'indicator').total()."
        ruling.breach(Condition.TYPES, _one_each(records, indicators), reason, instead)
    for indicator in indicators:
        if indicator.additivity is Additivity.NON_ADDITIVE:
            offenders = [record.id for record in records if record.indicator == indicator]
            reason = f"{indicator.id} is non-additive: a sum of its values means nothing"
            ruling.breach(Condition.TYPES, offenders, reason, "Compare them, or list them.")
        elif indicator.additivity is Additivity.STOCK:
            _check_one_time([record for record in records if record.indicator == indicator], ruling)


def _check_one_time(stocks: Sequence[Observation], ruling: Ruling) -> None:
    """Stocks add over places and groups only: all their periods must be able to share a day."""
    latest_start = max(stocks, key=_start)
    earliest_end = min(stocks, key=_end)
    if _start(latest_start) > _end(earliest_end):
        indicator = stocks[0].indicator.id
        reason = (
            f"{indicator} is a stock, what there is at a time, and these are of {earliest_end.period} "
            f"and {latest_start.period}: over time it counts the same things again"
        )
        instead = f"Take one time, or follow it with timeline(): {latest_start.id} is the latest."
        ruling.breach(Condition.TYPES, (earliest_end.id, latest_start.id), reason, instead)


def _check_repeated(records: Sequence[Observation], ruling: Ruling) -> None:
    counts = Counter(record.id for record in records)
    if len(counts) < len(records):
        twice = [record_id for record_id, count in counts.items() if count > 1]
        ruling.breach(Condition.DISJOINTNESS, twice, "the same observation is given twice", "Give it once.")


def _check_wholes(records: Sequence[Observation], universe: Mapping[str, Observation], ruling: Ruling) -> None:
    if not any(record.part_of for record in records):
        return
    given = {record.id for record in records}
    offenders: dict[str, None] = {}
    wholes: dict[str, None] = {}
    for record in records:
        for whole in wholes_of(record, universe):
            if whole in given:
                wholes[whole] = None
                offenders |= {whole: None, record.id: None}
    if offenders:
        reason = f"{', '.join(wholes)} holds the others already, as its parts"
        ruling.breach(Condition.DISJOINTNESS, offenders, reason, "Add the whole alone, or its parts alone.")


class _Bucket(NamedTuple):
    """The observations of one indicator, place and subgroup by start, and how far the first n of them reach."""

    records: Sequence[Observation]
    starts: Sequence[dt.date]
    reach: Sequence[dt.date]


def _check_overlaps(records: Sequence[Observation], ruling: Ruling) -> None:
    """Things of one kind, place and subgroup in the same time are the same things, as far as anyone can tell."""
    offenders: dict[str, None] = {}
    for by_place in _buckets(records).values():
        for place_id, by_subgroup in by_place.items():
            around = _chain(by_subgroup)
            for subgroup, bucket in by_subgroup.items():
                offenders |= dict.fromkeys(_overlaps(bucket))
                for place in around:
                    for other_subgroup, other in by_place.get(place, {}).items():
                        same = place == place_id and other_subgroup == subgroup
                        if not same and (subgroup is None or other_subgroup in {None, subgroup}):
                            offenders |= dict.fromkeys(_meetings(bucket, other))
    if offenders:
        reason = "these are of one indicator, place and subgroup, and overlap in time: they may count the same things"
        ruling.breach(Condition.DISJOINTNESS, offenders, reason, "Take one of them.")


def _buckets(records: Sequence[Observation]) -> dict[str, dict[str, dict[str | None, _Bucket]]]:
    """By indicator, place and subgroup."""
    grouped: defaultdict[tuple[str, str, str | None], list[Observation]] = defaultdict(list)
    for record in records:
        grouped[record.indicator.id, record.place.id, record.subgroup].append(record)
    buckets: dict[str, dict[str, dict[str | None, _Bucket]]] = {}
    for (indicator, place, subgroup), members in grouped.items():
        members.sort(key=_start)
        bucket = _Bucket(members, [*map(_start, members)], [*accumulate(map(_end, members), max)])
        buckets.setdefault(indicator, {}).setdefault(place, {})[subgroup] = bucket
    return buckets


def _chain(by_subgroup: Mapping[str | None, _Bucket]) -> tuple[str, ...]:
    place = next(iter(by_subgroup.values())).records[0].place
    return tuple(around.id for around in place.chain)


def _overlaps(bucket: _Bucket) -> Iterator[str]:
    """Ids of all that share a day with another of the bucket."""
    furthest = bucket.records[0]
    for record, reach in zip(bucket.records[1:], bucket.reach, strict=False):
        if _start(record) <= reach:
            yield furthest.id
            yield record.id
        if _end(record) > reach:
            furthest = record


def _meetings(one: _Bucket, other: _Bucket) -> Iterator[str]:
    """Ids of all that share a day with one of the other bucket."""
    for bucket, opposite in ((one, other), (other, one)):
        for record in bucket.records:
            before = bisect_right(opposite.starts, _end(record))
            if before and opposite.reach[before - 1] >= _start(record):
                yield record.id


def _start(record: Observation) -> dt.date:
    return record.period.earliest or dt.date.min


def _end(record: Observation) -> dt.date:
    return record.period.latest or dt.date.max


def ids(records: Iterable[Observation]) -> tuple[str, ...]:
    """Their ids, in order."""
    return tuple(record.id for record in records)


def _one_each(records: Sequence[Observation], indicators: Sequence[Indicator]) -> tuple[str, ...]:
    """The first observation of each indicator."""
    return tuple(next(record.id for record in records if record.indicator == indicator) for indicator in indicators)
