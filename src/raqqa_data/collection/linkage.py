"""Records of different documents that may speak of one happening: ranked, with reasons, never merged in silence."""

from __future__ import annotations

import heapq
import itertools
import math
import re
from typing import TYPE_CHECKING

import attrs

from raqqa_data.aggregation.comparing import Verdict, compare
from raqqa_data.aggregation.conditions import Condition
from raqqa_data.aggregation.derived import observations_of
from raqqa_data.errors import RecordError
from raqqa_data.reading.text.folding import fold
from raqqa_data.records.conversion import converted
from raqqa_data.records.observation import Observation
from raqqa_data.records.record import RecordStatus
from raqqa_data.units.table import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raqqa_data.records.estimate import Estimate
    from raqqa_data.records.period import Period
    from raqqa_data.records.place import Place
    from raqqa_data.records.subgroup import Subgroup

_WORD = re.compile(r"[^\W\d_]{3,}")
_WEIGHTS = {"place": 0.3, "date": 0.35, "value": 0.2, "words": 0.15}
_NEAR_ALIKE = 0.9
_EARTH = 6371.0
"""Kilometres of its radius."""
_VAGUE = 0.3
"""What a country, or a date without a year, says of a place or a day."""

Part = tuple[float, str]
"""How much a likeness is worth, from 0 to 1, and what it is, in words."""
_Span = tuple[float, float]
"""The first and the last day that a period can hold, as numbers."""


@attrs.frozen(kw_only=True)
class Candidate:
    """Two records of different documents that may speak of one happening. A person decides.

    Attributes:
        one: The one record.
        other: The other.
        score: How much speaks for it, from 0 to 1.
        reasons: What does, in words, that which weighs most first.
        event: The event key that one of them has already; None where neither or each has its own.
    """

    one: Observation
    other: Observation
    score: float
    reasons: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, str]:
        """The ids of both, as `Collection.confirm` takes them."""
        return self.one.id, self.other.id

    @property
    def event(self) -> str | None:
        """The event key that one of them has already; None where neither or each has its own."""
        keys = {record.event for record in (self.one, self.other)} - {None}
        return keys.pop() if len(keys) == 1 else None

    def __str__(self) -> str:
        lines = [f"{self.score:.2f}  {self.one.name.en}: {self.one.id} and {self.other.id}"]
        return "\n".join([*lines, *(f"  - {reason}" for reason in self.reasons)])


def candidates(
    observations: Iterable[Observation],
    *,
    days: int = 3,
    kilometres: float = 30,
    least: float = 0.5,
    most: int = 10_000,
) -> tuple[Candidate, ...]:
    """Pairs of records of different documents that may speak of one happening, the likeliest first.

    Both measure one indicator of one subgroup in one dimension, near in place and in time; how near, how near their
    values are, and which words their quotes share make the score. Nothing is merged: `Collection.confirm` gives the
    records of a pair that a person confirmed one event key. Pairs that have one already are left out.

    Args:
        observations: Records, such as a `Collection`. Withdrawn and superseded ones are left aside.
        days: How many days may lie between their periods; reports often tell of the day before.
        kilometres: How far apart their places may be, where neither lies in the other.
        least: The least score.
        most: How many pairs at most.

    Raises:
        RecordError: A limit is negative or no number, or what is given is no observation.

    Example:
        >>> import attrs
        >>> import raqqa_data as rd
        >>> one = rd.prison_attack.killed
        >>> other = attrs.evolve(one, id="other.killed", document=attrs.evolve(one.document, id="b"), event=None)
        >>> (pair,) = rd.candidates([one, other])
        >>> pair.score, pair.reasons[0]
        (1.0, 'of one time: 2022-01~')
    """
    for name, limit in (("days", days), ("kilometres", kilometres), ("least", least), ("most", most)):
        if isinstance(limit, bool) or not isinstance(limit, int | float) or not limit >= 0:  # pyright: ignore[reportUnnecessaryIsInstance]
            raise RecordError("candidates", name, limit, "must be a number, 0 or more")
    groups: dict[tuple[str, str, Subgroup | None], list[Observation]] = {}
    for record in observations_of(observations):
        if record.record_status is RecordStatus.CURRENT:
            key = (record.indicator.id, find_unit(record.unit).dimension, record.subgroup)
            groups.setdefault(key, []).append(record)
    found = (
        pair
        for group in groups.values()
        for one, other in _near_in_time(group, days)
        if (pair := _pair(one, other, days, kilometres)) and pair.score >= least
    )
    return tuple(heapq.nsmallest(most, found, key=lambda pair: (-pair.score, pair.ids)))


def _near_in_time(records: list[Observation], days: int) -> Iterator[tuple[Observation, Observation]]:
    ordered = sorted(((_span(record.period), record.id, record) for record in records), key=lambda row: row[:2])
    for at, ((_, last), _, one) in enumerate(ordered):
        for (first, _), _, other in itertools.islice(ordered, at + 1, None):
            if first > last + days:
                break
            same = one.event is not None and one.event == other.event
            if one.document.id != other.document.id and not same:
                yield min(one, other, key=_id), max(one, other, key=_id)


def _id(record: Observation) -> str:
    return record.id


def _span(period: Period) -> _Span:
    first, last = period.earliest, period.latest
    return (first.toordinal() if first else -math.inf, last.toordinal() if last else math.inf)


def _pair(one: Observation, other: Observation, days: int, kilometres: float) -> Candidate | None:
    place = _places(one.place, other.place, kilometres)
    date = _dates(one.period, other.period, days)
    if place is None or date is None:
        return None
    parts = {"place": place, "date": date, "value": _values(one, other), "words": _words(one, other)}
    weighed = sorted(((_WEIGHTS[name] * worth, reason) for name, (worth, reason) in parts.items()), reverse=True)
    score = round(sum(weight for weight, _ in weighed), 4)
    return Candidate(one=one, other=other, score=score, reasons=tuple(reason for _, reason in weighed if reason))


def _places(one: Place, other: Place, kilometres: float) -> Part | None:
    if one.id == other.id:
        return 1.0, f"in one place: {one.name.en}"
    for inner, outer in ((one, other), (other, one)):
        if inner.lies_in(outer):
            worth = _VAGUE if outer.kind == "country" else 1 - _VAGUE
            return worth, f"{inner.name.en} lies in {outer.name.en}"
    apart = _apart(one, other)
    if apart is None or apart > kilometres:
        return None
    return 1 - _VAGUE - apart / (2 * kilometres or 1), f"{one.name.en} and {other.name.en} are {apart:.0f} km apart"


def _apart(one: Place, other: Place) -> float | None:
    """The way between two points, over the globe."""
    points = (one.latitude, one.longitude, other.latitude, other.longitude)
    if None in points:
        return None
    lat1, lon1, lat2, lon2 = (math.radians(angle) for angle in points if angle is not None)
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))


def _dates(one: Period, other: Period, days: int) -> Part | None:
    if one == other:
        return 1.0, f"of one time: {one}"
    (start, end), (first, last) = _span(one), _span(other)
    gap = max(start, first) - min(end, last)
    if gap > days:
        return None
    if gap > 0:
        told = "1 day" if gap == 1 else f"{gap:.0f} days"
        return (1 - _VAGUE) * (1 - gap / (days + 1)), f"{one} and {other} are {told} apart"
    shared, longest = 1 - gap, max(end - start, last - first) + 1
    if not math.isfinite(longest):
        return _VAGUE, f"{one} and {other} can be of one time"
    return _VAGUE + (1 - _VAGUE) * shared / longest, f"{one} and {other} share {shared:.0f} days of {longest:.0f}"


def _is_bound(estimate: Estimate) -> bool:
    """More than so many, at most so many."""
    return (estimate.low is None) is not (estimate.high is None)


def _values(one: Observation, other: Observation) -> Part:
    theirs = converted(other.estimate, other.unit, one.unit)
    verdict = compare(one, other, allow={Condition.TYPES.value}).verdict
    if verdict is Verdict.AGREE:
        return 1.0, f"both state {one.estimate}"
    told = f"{one.estimate} and {theirs}"
    sizes = [abs(size) for size in (_size(one.estimate), _size(theirs)) if size is not None]
    near = min(sizes) / max(sizes) if len(sizes) > 1 and max(sizes) else 0.0
    unsized = None in {one.estimate.best, theirs.best}
    if verdict is Verdict.OVERLAP and (unsized or _is_bound(one.estimate) or _is_bound(theirs)):
        return max(near, 1 - _VAGUE), f"{told} can both be true"
    return near, f"{told} are near" if near >= _NEAR_ALIKE else f"{told} differ" if near else ""


def _size(estimate: Estimate) -> float | None:
    if estimate.best is not None:
        return estimate.best
    bounds = [bound for bound in (estimate.low, estimate.high) if bound is not None]
    return sum(bounds) / len(bounds) if bounds else None


def _words(one: Observation, other: Observation) -> Part:
    ours, theirs = _said(one), _said(other)
    shared = sorted(ours & theirs)
    if not shared:
        return 0.0, ""
    return len(shared) / min(len(ours), len(theirs)), f"quotes share: {'، '.join(shared)}"


def _said(record: Observation) -> frozenset[str]:
    quote = record.quote
    told = " ".join(part for part in (quote.prefix, quote.exact, quote.suffix) if part)
    return frozenset(_WORD.findall(fold(told).text))
