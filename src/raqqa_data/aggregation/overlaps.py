"""What overlaps: of one indicator, in places and subgroups that have something in common, in the same time."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import operator
from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import attrs

from raqqa_data.aggregation.subgroups import meeting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from raqqa_data.records.observation import Observation
    from raqqa_data.records.subgroup import Subgroup


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
    def subgroup(self) -> Any:  # a Subgroup, its text or None: a converter hides it from some type checkers
        """Of whom; None for all."""
        ...

    @property
    def event(self) -> str | None:
        """In which happening; None for any."""
        ...

    @property
    def period(self) -> Days:
        """When."""
        ...


class Days(Protocol):
    """A period, as far as overlaps matter."""

    @property
    def earliest(self) -> dt.date | None:
        """Its first day, if it has one."""
        ...

    @property
    def latest(self) -> dt.date | None:
        """Its last day, if it has one."""
        ...


class Span(NamedTuple):
    """A first and a last day."""

    earliest: dt.date | None
    latest: dt.date | None


@attrs.frozen
class _Widened:
    """A record of which the dates may be off by as much as they name."""

    id: str
    indicator: HasId
    place: Located
    subgroup: Any
    event: str | None
    period: Span


def widened(records: Iterable[Observation]) -> list[Placed]:
    """The records, those of qualified dates with all the days that they may be of."""
    return [
        _Widened(each.id, each.indicator, each.place, each.subgroup, each.event, Span(*each.period.reach))
        if each.period.qualified
        else each
        for each in records
    ]


def overlapping(records: Sequence[Placed]) -> Iterator[str]:
    """Ids of all that overlap another. Two events are two happenings; what names none may be of any."""
    by_event: defaultdict[str | None, list[Placed]] = defaultdict(list)
    for record in records:
        by_event[record.event].append(record)
    for members in by_event.values():
        if len(members) > 1:
            for one, other in _beside(members):
                yield from _overlaps(one) if other is None else _meetings(one, other)
    if None in by_event and len(by_event) > 1:
        for one, other in _beside(records):
            ours, theirs = _by_naming(one), _by_naming(one if other is None else other)
            yield from _meetings(ours[0], theirs[1])
            yield from _meetings(ours[1], theirs[0])


def _by_naming(bucket: _Bucket) -> tuple[_Bucket, _Bucket]:
    """Those that name no event, and those that name one."""
    unnamed, named = (_bucket(r for r in bucket.records if (r.event is None) is which) for which in (True, False))
    return unnamed, named


def _beside(records: Sequence[Placed]) -> Iterator[tuple[_Bucket, _Bucket | None]]:
    """What has its indicator, place and subgroup in common, or a part of them, two and two; None is beside itself."""
    meets = meeting(record.subgroup for record in records)
    for by_place in _by_place(records).values():
        for here in by_place.values():
            for bucket in here.by_subgroup.values():
                yield bucket, None
            yield here.unnamed, here.named
            for one, others in _pairs(meets, here, here):
                yield here.by_subgroup[one], others
            for place in here.around:
                if there := by_place.get(place):
                    yield here.unnamed, there.everyone
                    yield here.named, there.unnamed
                    for subgroup in here.by_subgroup.keys() & there.by_subgroup.keys() - {None}:
                        yield here.by_subgroup[subgroup], there.by_subgroup[subgroup]
                    for one, others in _pairs(meets, here, there):
                        yield here.by_subgroup[one], others


def _pairs(
    meets: Mapping[Subgroup | str | None, frozenset[Subgroup | str | None]], here: _Here, there: _Here
) -> Iterator[tuple[Subgroup | str | None, _Bucket]]:
    """Each subgroup here, with those there, other than itself, that it may have somebody in common with."""
    for subgroup in here.by_subgroup.keys() & meets.keys():
        others = meets[subgroup] & there.by_subgroup.keys()
        if others:
            several = [there.by_subgroup[other].records for other in others]
            yield subgroup, _bucket(itertools.chain.from_iterable(several))


def may_overlap(heads: Sequence[Placed]) -> bool:
    """Whether two runs are of one indicator, and of places and subgroups that have something in common."""
    keys = {(head.indicator.id, head.place.id, head.subgroup): head.place for head in heads}
    if len(keys) < len(heads):
        return True
    there: defaultdict[tuple[str, str], set[Subgroup | str | None]] = defaultdict(set)
    for indicator, place, subgroup in keys:
        there[indicator, place].add(subgroup)
    nobody: set[Subgroup | str | None] = set()
    meets = meeting(subgroup for _, _, subgroup in keys)
    for (indicator, place, subgroup), located in keys.items():
        for around in located.chain:
            others = there.get((indicator, around.id), nobody)
            itself = {subgroup} if around.id == place else nobody
            met = others if subgroup is None else others & {None, subgroup, *meets.get(subgroup, ())}
            if met - itself:
                return True
    return False


class _Bucket(NamedTuple):
    """Observations by start, and how far the first n of them reach."""

    records: Sequence[Placed]
    starts: Sequence[dt.date]
    reach: Sequence[dt.date]


class _Here:
    """The observations of one indicator and place, by subgroup."""

    def __init__(self, members: dict[Subgroup | str | None, list[Placed]]) -> None:
        self.by_subgroup = {subgroup: _bucket(records) for subgroup, records in members.items()}
        self.around = [place.id for place in next(iter(members.values()))[0].place.chain[1:]]

    @property
    def unnamed(self) -> _Bucket:
        """Those of all subgroups, which meet every one."""
        return self.by_subgroup.get(None, _NONE)

    @functools.cached_property
    def named(self) -> _Bucket:
        """Those of one subgroup each, together: what is of all subgroups meets them alike."""
        several = [bucket.records for subgroup, bucket in self.by_subgroup.items() if subgroup is not None]
        return _bucket(itertools.chain.from_iterable(several))

    @functools.cached_property
    def everyone(self) -> _Bucket:
        """All of them."""
        return _bucket(itertools.chain(self.unnamed.records, self.named.records))


def _by_place(records: Sequence[Placed]) -> dict[str, dict[str, _Here]]:
    """By indicator and place."""
    # most indicators and places are one object many times, and to ask each for its id is slow
    alike: defaultdict[tuple[int, int, Subgroup | str | None], list[Placed]] = defaultdict(list)
    for record in records:
        alike[id(record.indicator), id(record.place), record.subgroup].append(record)
    nested: dict[str, dict[str, dict[Subgroup | str | None, list[Placed]]]] = {}
    for (_, _, subgroup), members in alike.items():
        by_place = nested.setdefault(members[0].indicator.id, {})
        by_place.setdefault(members[0].place.id, {}).setdefault(subgroup, []).extend(members)
    return {
        indicator: {place: _Here(members) for place, members in by_place.items()}
        for indicator, by_place in nested.items()
    }


def _bucket(records: Iterable[Placed]) -> _Bucket:
    first, last = dt.date.min, dt.date.max  # as start_of and end_of have them, which are slow to call for each
    ordered = sorted(records, key=lambda record: record.period.earliest or first)
    periods = [record.period for record in ordered]
    ends = [period.latest or last for period in periods]
    # where each ends after the one before, as in most series, they reach as far as they end
    reach = ends if all(map(operator.lt, ends, ends[1:])) else [*accumulate(ends, max)]
    return _Bucket(ordered, [period.earliest or first for period in periods], reach)


_NONE = _Bucket((), (), ())


def _overlaps(bucket: _Bucket) -> Iterator[str]:
    """Ids of all that share a day with another of the bucket."""
    if all(map(operator.lt, bucket.reach, bucket.starts[1:])):
        return
    furthest = bucket.records[0]
    for record, reach in zip(bucket.records[1:], bucket.reach, strict=False):
        if start_of(record) <= reach:
            yield furthest.id
            yield record.id
        if end_of(record) > reach:
            furthest = record


def _meetings(one: _Bucket, other: _Bucket) -> Iterator[str]:
    """Ids of all that share a day with one of the other bucket."""
    if not (one.records and other.records):
        return
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
