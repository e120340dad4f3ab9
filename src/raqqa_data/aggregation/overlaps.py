"""What overlaps: of one indicator, in places and subgroups that have something in common, in the same time."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from raqqa_data.records.period import Period


class HasId(Protocol):
    """What is told apart by an id."""

    @property
    def id(self) -> str:
        """The id."""
        ...


class Located(HasId, Protocol):
    """A place, as far as overlaps matter."""

    @property
    def chain(self) -> Sequence[HasId]:
        """Itself, and all that it lies in."""
        ...


class Placed(HasId, Protocol):
    """An observation, or rows of a table, as far as overlaps matter."""

    @property
    def indicator(self) -> HasId:
        """What is measured."""
        ...

    @property
    def place(self) -> Located:
        """Where."""
        ...

    @property
    def subgroup(self) -> str | None:
        """Of whom; None for all."""
        ...

    @property
    def period(self) -> Period:
        """When."""
        ...


def overlapping(records: Sequence[Placed]) -> Iterator[str]:
    """Ids of all that overlap another."""
    for by_place in _buckets(records).values():
        for place_id, by_subgroup in by_place.items():
            around = _chain(by_subgroup)
            for subgroup, bucket in by_subgroup.items():
                yield from _overlaps(bucket)
                for place in around:
                    for other_subgroup, other in by_place.get(place, {}).items():
                        same = place == place_id and other_subgroup == subgroup
                        if not same and (subgroup is None or other_subgroup in {None, subgroup}):
                            yield from _meetings(bucket, other)


def may_overlap(heads: Sequence[Placed]) -> bool:
    """Whether two runs are of one indicator, and of places and subgroups that have something in common."""
    keys = {(head.indicator.id, head.place.id, head.subgroup): head.place for head in heads}
    if len(keys) < len(heads):
        return True
    there: defaultdict[tuple[str, str], set[str | None]] = defaultdict(set)
    for indicator, place, subgroup in keys:
        there[indicator, place].add(subgroup)
    return any(
        (around.id != place_id or other != subgroup) and (subgroup is None or other in {None, subgroup})
        for (indicator, place_id, subgroup), place in keys.items()
        for around in place.chain
        for other in there.get((indicator, around.id), ())
    )


class _Bucket(NamedTuple):
    """The observations of one indicator, place and subgroup by start, and how far the first n of them reach."""

    records: Sequence[Placed]
    starts: Sequence[dt.date]
    reach: Sequence[dt.date]


def _buckets(records: Sequence[Placed]) -> dict[str, dict[str, dict[str | None, _Bucket]]]:
    """By indicator, place and subgroup."""
    grouped: defaultdict[tuple[str, str, str | None], list[Placed]] = defaultdict(list)
    for record in records:
        grouped[record.indicator.id, record.place.id, record.subgroup].append(record)
    buckets: dict[str, dict[str, dict[str | None, _Bucket]]] = {}
    for (indicator, place, subgroup), members in grouped.items():
        members.sort(key=start_of)
        bucket = _Bucket(members, [*map(start_of, members)], [*accumulate(map(end_of, members), max)])
        buckets.setdefault(indicator, {}).setdefault(place, {})[subgroup] = bucket
    return buckets


def _chain(by_subgroup: Mapping[str | None, _Bucket]) -> tuple[str, ...]:
    place = next(iter(by_subgroup.values())).records[0].place
    return tuple(around.id for around in place.chain)


def _overlaps(bucket: _Bucket) -> Iterator[str]:
    """Ids of all that share a day with another of the bucket."""
    furthest = bucket.records[0]
    for record, reach in zip(bucket.records[1:], bucket.reach, strict=False):
        if start_of(record) <= reach:
            yield furthest.id
            yield record.id
        if end_of(record) > reach:
            furthest = record


def _meetings(one: _Bucket, other: _Bucket) -> Iterator[str]:
    """Ids of all that share a day with one of the other bucket."""
    for bucket, opposite in ((one, other), (other, one)):
        for record in bucket.records:
            before = bisect_right(opposite.starts, end_of(record))
            if before and opposite.reach[before - 1] >= start_of(record):
                yield record.id


def start_of(record: Placed) -> dt.date:
    """The first day that it can be of."""
    return record.period.earliest or dt.date.min


def end_of(record: Placed) -> dt.date:
    """The last day that it can be of."""
    return record.period.latest or dt.date.max
