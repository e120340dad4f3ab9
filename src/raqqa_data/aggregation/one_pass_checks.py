"""One walk over observations, which shows most of what a sum must not hold."""

from __future__ import annotations

import functools
import operator
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from raqqa_data.aggregation.derived import observations_of
from raqqa_data.records.estimate import Estimate, Wording
from raqqa_data.records.observation import RecordStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from raqqa_data.records.observation import Observation

_EXACT, _CURRENT = Wording.EXACT, RecordStatus.CURRENT
_PARTS: tuple[Callable[[Estimate], Any], ...] = tuple(map(attrgetter, ("best", "low", "high")))
_Days = tuple[list[int], list[int]]
"""First and last days, as ordinals."""
_Kind = tuple["Hashable", ...]
"""What records have in common that count one thing, as one document says."""
_Walked = tuple[list["Observation"], bool, Estimate | None]
"""The fields of Runs but `repeated`."""


class Runs(NamedTuple):
    """What one walk over observations shows of them.

    Most of what a sum must not hold shows in one of each kind, so that long series cost little.

    Attributes:
        heads: One of each indicator, unit, place, subgroup, event and document; all that are a part of something or not
            in use besides.
        apart: Whether surely no two of one kind share a day.
        repeated: Whether an id is given twice.
        added: The sum as it stands, where all parts of all estimates are stated and whole.
    """

    heads: Sequence[Observation]
    apart: bool
    repeated: bool
    added: Estimate | None


def runs_of(records: Sequence[Observation], *, distinct: bool = False) -> Runs:
    """Walk over observations once.

    Args:
        records: The observations.
        distinct: Whether no id is known to be given twice, so that nobody needs to look.

    Raises:
        RecordError: One is no observation.
    """
    try:
        heads, apart, added = _in_order(records) or _in_any_order(records)
    except AttributeError:
        heads, apart, added = list(records), False, None
    observations_of(heads)
    repeated = not distinct and len({record.id for record in records}) < len(records)
    return Runs(heads, apart, repeated, added)


# Each walk below asks all of a record while it is at hand: to come back to it, or to call a function for it, costs more
# than what is asked.


def _in_order(records: Sequence[Observation]) -> _Walked | None:
    """Where the records of each kind stand together, each dated after the one before; None where they do not."""
    heads: list[Observation] = []
    place = indicator = subgroup = unit = event = document = None
    ended = 0
    exact: Any = 0
    others: list[Estimate] = []
    seen: set[_Kind] = set()
    for record in records:
        first, last = record.period.ordinals
        if (
            record.place is place
            and record.indicator is indicator
            and record.subgroup is subgroup
            and record.unit is unit
            and record.event is event
            and record.document is document
        ):
            if first <= ended:
                return None
        else:
            place, indicator, subgroup, unit = record.place, record.indicator, record.subgroup, record.unit
            event, document = record.event, record.document
            kind = (id(place), id(indicator), id(document), subgroup, unit, event)
            if kind in seen:
                return None
            seen.add(kind)
            heads.append(record)
        ended = last
        if (record.part_of is not None or record.record_status is not _CURRENT) and record is not heads[-1]:
            heads.append(record)
        estimate = record.estimate
        if estimate.wording is _EXACT:
            exact += estimate.best
        else:
            others.append(estimate)
    return heads, True, _added(exact, others, len(records))


def _in_any_order(records: Sequence[Observation]) -> _Walked:
    """The same, once the days of each kind are put in order."""
    heads: list[Observation] = []
    indicator = subgroup = unit = event = document = None
    exact: Any = 0
    others: list[Estimate] = []
    kinds: dict[_Kind, dict[int, _Days]] = {}
    by_place: dict[int, _Days] = {}
    for record in records:
        first, last = record.period.ordinals
        # many records in a row differ in place and time alone, and to find their kind in a table is slow
        if not (
            record.indicator is indicator
            and record.subgroup is subgroup
            and record.unit is unit
            and record.event is event
            and record.document is document
        ):
            indicator, subgroup, unit = record.indicator, record.subgroup, record.unit
            event, document = record.event, record.document
            by_place = kinds.setdefault((id(indicator), id(document), subgroup, unit, event), {})
        place = id(record.place)
        if place in by_place:
            starts, ends = by_place[place]
            starts.append(first)
            ends.append(last)
            if record.part_of is not None or record.record_status is not _CURRENT:
                heads.append(record)
        else:
            by_place[place] = [first], [last]
            heads.append(record)
        estimate = record.estimate
        if estimate.wording is _EXACT:
            exact += estimate.best
        else:
            others.append(estimate)
    apart = all(_apart(*days) for by_place in kinds.values() for days in by_place.values())
    return heads, apart, _added(exact, others, len(records))


def _apart(starts: list[int], ends: list[int]) -> bool:
    """Whether surely no two share a day: as many have ended as have begun before each begins."""
    if starts == ends:  # single days, which need no order
        return len(set(starts)) == len(starts)
    return all(map(operator.lt, sorted(ends), sorted(starts)[1:]))


def _added(exact: Any, others: Sequence[Estimate], count: int) -> Estimate | None:
    """The sum as it stands; None where a part is not stated, or not whole.

    Args:
        exact: The sum of what is exact: best, low and high are one there.
        others: The other estimates.
        count: How many there are of both.
    """
    wordings = {estimate.wording for estimate in others}
    if len(others) < count:
        wordings.add(_EXACT)
    try:
        parts: list[Any] = [sum(map(part, others), exact) for part in _PARTS]
    except TypeError:  # None does not add
        return None
    whole = wordings and all(isinstance(part, int) for part in parts)
    best, low, high = parts
    return Estimate(best, low, high, functools.reduce(Wording.weaker, wordings)) if whole else None
