"""Quotients of observations: a share of a whole, a rate over time, a ratio of two different things."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import operator
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from raqqa_data.aggregation.conditions import ONE_DIMENSION, ONE_INDICATOR, Condition, Ruling, refuse
from raqqa_data.aggregation.derived import Derived, Value, label, listed, measured, records_of, unique
from raqqa_data.aggregation.record_checks import check_given, ids
from raqqa_data.errors import RecordError, UnitError
from raqqa_data.records.conversion import converted
from raqqa_data.records.estimate import Estimate, Wording
from raqqa_data.records.indicator import Additivity
from raqqa_data.records.rounding import surely_less
from raqqa_data.texts import Name
from raqqa_data.units.table import Number, convert, find_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raqqa_data.records.observation import Observation
    from raqqa_data.records.period import Period


def share(part: Value, whole: Value, *, unit: Any = "percent", allow: Iterable[str] = ()) -> Derived:
    """What share of a whole a part is, by interval division.

    Args:
        part: An observation, or a total of some.
        whole: What it is a part of: by `part_of`, or of the same indicator with a place, period and subgroup that hold
            the part's.
        unit: "percent", or another ratio.
        allow: Conditions to break on purpose.

    Raises:
        NotSummarizable: The two are of different indicators, or one was withdrawn or superseded (type compatibility);
            the whole does not hold the part, or is smaller (completeness).
        UnitError: The unit is no ratio.
        RecordError: The whole is 0; the message names it.

    Example:
        >>> import raqqa_data as rd
        >>> civilians = rd.share(rd.prison_attack.killed_civilians, rd.prison_attack.killed)
        >>> round(civilians.estimate.best, 1), civilians.unit
        (3.9, 'percent')
    """
    ruling = Ruling(allow)
    parts, wholes = records_of(part), records_of(whole)
    _check_same_dimension(part, whole)
    check_given((part, whole), ruling)
    both = ids((*parts, *wholes))
    indicators = {record.indicator.id for record in (*parts, *wholes)}
    if len(indicators) > 1:
        ruling.broken(ONE_INDICATOR, both, ", ".join(sorted(indicators)), "Write ratio() for two different things.")
    known = _Wholes(wholes)
    outside = [record.id for record in parts if not known.hold(record)]
    if outside:
        reason = f"{label(whole)} is not known to hold {listed(outside)}"
        ruling.breach(Condition.COMPLETENESS, outside, reason, "Say so by part_of, or take a whole that holds it.")
    if surely_less(whole.estimate.high, converted(part.estimate, part.unit, whole.unit).low):
        reason = f"{label(part)} is larger than {label(whole)}"
        ruling.breach(Condition.COMPLETENESS, both, reason, "See check_hierarchy() for what contradicts what.")
    return _quotient(part, whole, ruling, operation="share", unit=unit, words=("Share", "الحصة"))


def ratio(numerator: Value, denominator: Value, *, unit: Any = None, allow: Iterable[str] = ()) -> Derived:
    """One thing per another, such as square metres of rubble per resident, by interval division.

    Args:
        numerator: An observation, or a total of some.
        denominator: Another.
        unit: The unit of the result, such as "hectare / person"; else the one unit per the other.
        allow: Conditions to break on purpose.

    Raises:
        NotSummarizable: The two are of places or periods that have nothing in common, or of a scale with a zero of its
            own, such as degrees Celsius (type compatibility).
        UnitError: The two units make no quotient, or none of the dimension of `unit`.

    Example:
        >>> import raqqa_data as rd
        >>> per_person = rd.ratio(rd.reconstruction.rubble_removed, rd.reconstruction.residents_returned)
        >>> round(per_person.estimate.best, 1), per_person.unit, per_person.estimate.wording
        (16.7, 'meter ** 2 / person', <Wording.ABOUT>)
    """
    ruling = Ruling(allow)
    both = ids((*records_of(numerator), *records_of(denominator)))
    check_given((numerator, denominator), ruling)
    if not _can_meet(numerator, denominator):
        reason = f"{label(numerator)} and {label(denominator)} have no place or no time in common"
        ruling.breach(Condition.TYPES, both, reason, "Take two of one place and period.")
    return _quotient(numerator, denominator, ruling, operation="ratio", unit=unit, words=("Ratio", "النسبة"))


def rate(observation: Value, *, per: Any = "day", days: float | None = None, allow: Iterable[str] = ()) -> Derived:
    """How much per day, month or year, by the period's own uncertainty.

    A period whose ends are stated as months can be shorter or longer by weeks. The best value is over its longest
    reading, from the first day that its words allow to the last; bounds are over the shortest and the longest, where
    the value states any. Ends that are themselves approximate or uncertain leave no bounds.

    The periods of a total must be one, or follow each other without a gap or an overlap, the same for all its places
    and subgroups: then their lengths are added.

    Args:
        observation: A flow, or a total of one.
        per: A unit of time.
        days: The length of the period, where you know it better than the period says; recorded in the result.
        allow: Conditions to break on purpose.

    Raises:
        NotSummarizable: It is no flow, or was withdrawn or superseded (type compatibility); its periods have no length,
            or none together (completeness).
        UnitError: `per` is no unit of time.

    Example:
        >>> import raqqa_data as rd
        >>> print(rd.rate(rd.security.cell_members_arrested, per="month").estimate)
        about 8.2101... (8.2101... to 10.22...)
    """
    from raqqa_data import units

    ruling = Ruling(allow)
    time = find_unit(units.unit_name(per))
    if time.dimension != "time":
        raise UnitError(time.name, f"measures {time.dimension}; a rate is per a unit of time, such as 'day'")
    records = records_of(observation)
    check_given((observation,), ruling)
    still = ids(record for record in records if record.indicator.additivity is not Additivity.FLOW)
    if isinstance(observation, Derived) and observation.operation not in _OF_A_FLOW:
        still = ids(records)
    if still:
        reason = f"{label(observation)} is no flow: it does not grow with time"
        ruling.breach(Condition.TYPES, still, reason, "A rate is of what happens in a period.")
    length = Estimate.stated(days) if days is not None else _length(observation, records)
    unit = find_unit(f"{observation.unit} / {time.name}").name
    quotient = _divided(observation.estimate, length, f"{observation.unit} / day", unit)
    longest = None if days is not None else _longest(records)
    if quotient.best is None and observation.estimate.best is not None and longest is not None:
        whole = Estimate.stated(longest, Wording.ABOUT)
        best = _divided(observation.estimate, whole, f"{observation.unit} / day", unit).best
        quotient = Estimate(best, quotient.low, quotient.high, Wording.ABOUT)
    stated = {length.best, length.low, length.high} != {None}
    by = f"{length} days" if stated else "a length of which nothing is certain"
    if longest is not None and length.best is None and quotient.best is not None:
        by += f", the best value by {longest:,}"
    given = ["The length of the period was given by the caller."] if days is not None else []
    if days is None and {quotient.best, quotient.low, quotient.high} == {None}:
        given = ["Nothing follows from this length. Give it where you know it better: days=...."]
    over = f"{measured(observation.estimate, observation.unit)} by {by}"
    return _derived(
        (observation,),
        ruling,
        operation="rate",
        estimate=quotient,
        unit=unit,
        name=Name(f"{observation.name.en} per {time.label.en}", f"{observation.name.ar} لكل {time.label.ar}"),
        steps=(f"Divides {over} = {measured(quotient, unit)}.", *given),
    )


_OF_A_FLOW = frozenset({"total", "timeline"})
"""Operations on a flow whose result is a flow."""


def _length(value: Value, records: tuple[Observation, ...]) -> Estimate:
    """The length in days of the periods, one after the other."""
    periods = sorted({record.period for record in records})
    problem = None if len(periods) == 1 else _unjoined(periods, records)
    lengths = [_days(period) for period in periods]
    known = [length for length in lengths if length is not None]
    if problem or len(known) < len(lengths):
        reason = problem or f"the period {listed(periods)} has no length to divide by"
        raise refuse(Condition.COMPLETENESS, ids(records), f"{label(value)}: {reason}", "Give its length: days=....")
    return functools.reduce(operator.add, known)


def _longest(records: tuple[Observation, ...]) -> int | None:
    """The days of the periods by their longest reading; None where one is open."""
    lengths = [period.days[1] for period in {record.period for record in records}]
    return None if None in lengths else sum(length for length in lengths if length is not None)


def _unjoined(periods: Sequence[Period], records: Iterable[Observation]) -> str | None:
    """Why several periods make no single stretch of time."""
    of_each: defaultdict[object, set[Period]] = defaultdict(set)
    for record in records:
        of_each[record.indicator.id, record.place.id, record.subgroup].add(record.period)
    if any(len(found) < len(periods) for found in of_each.values()):
        return f"its places or subgroups are of different periods ({listed(periods)}), so no length is that of all"
    for earlier, later in itertools.pairwise(periods):
        if not (earlier.latest and later.earliest and (later.earliest - earlier.latest).days == 1):
            return f"{earlier} and {later} leave a gap or overlap, so they have no length together"
    return None


def _days(period: Period) -> Estimate | None:
    """The period's length in days as an estimate."""
    shortest, longest = period.days
    if shortest is None:
        return None
    vague = period.qualified
    if shortest == longest:
        return Estimate.stated(shortest, Wording.ABOUT if vague else Wording.EXACT)
    if vague:
        return Estimate.vague()
    return Estimate.vague(low=shortest) if longest is None else Estimate.between(shortest, longest)


def _divided(above: Estimate, below: Estimate, unit: str, target: str, size: tuple[int, int] = (1, 1)) -> Estimate:
    """The quotient in another unit, each part rounded once.

    Args:
        above: What to divide.
        below: By what.
        unit: The unit of the quotient, times `size`.
        target: The unit to give it in.
        size: What the units above and below the line differ by, where they are of one dimension.
    """
    from fractions import Fraction

    def part(one: Number | None, other: Number | None) -> Number | None:
        if one is None or other is None:
            return None
        exact: Any = Fraction(one) / Fraction(other) * Fraction(*size)
        return convert(exact, unit, target)

    worded = above / below  # refuses what has no quotient
    parts = part(above.best, below.best), part(above.low, below.high), part(above.high, below.low)
    return Estimate(*parts, worded.wording)


def _quotient(
    above: Value, below: Value, ruling: Ruling, *, operation: str, unit: Any, words: tuple[str, str]
) -> Derived:
    from raqqa_data import units

    one, other = find_unit(above.unit), find_unit(below.unit)
    if {one.zero, other.zero} != {(0, 1)}:
        reason = (
            f"{one.name} by {other.name}: a temperature scale has a zero of its own, so its values make no quotient"
        )
        offenders = ids((*records_of(above), *records_of(below)))
        raise refuse(Condition.TYPES, offenders, reason, "Compare them, or convert both to kelvin by .to('kelvin').")
    _check_signs(operation, above, below)
    same = one.dimension == other.dimension
    size = (one.size[0] * other.size[1], one.size[1] * other.size[0]) if same else (1, 1)
    native = "dimensionless" if same else find_unit(f"{one.name} / {other.name}").name
    target = native if unit is None else units.unit_name(unit)
    estimate = _divided(above.estimate, below.estimate, native, target, size)
    over = f"{measured(above.estimate, above.unit)} by {measured(below.estimate, below.unit)}"
    top, bottom = above.name, below.name
    return _derived(
        (above, below),
        ruling,
        operation=operation,
        estimate=estimate,
        unit=target,
        name=Name(f"{words[0]}: {top.en} / {bottom.en}", f"{words[1]}: {top.ar} / {bottom.ar}"),
        steps=(f"Divides {over} = {measured(estimate, target)}.",),
    )


def _check_signs(operation: str, above: Value, below: Value) -> None:
    """Name the record that makes no quotient, which the estimates alone cannot."""
    for value, role in ((below, "divisor"), (above, "dividend")):
        parts = (part for part in (value.estimate.low, value.estimate.best, value.estimate.high) if part is not None)
        if any(part < 0 or (part == 0 and role == "divisor") for part in parts):
            asked = "more than 0 in every part" if role == "divisor" else "no less than 0 in any part"
            problem = f"{label(value)} must be {asked}, else there is no {operation}"
            raise RecordError(operation, role, str(value.estimate), problem)


def _derived(
    values: tuple[Value, ...],
    ruling: Ruling,
    *,
    operation: str,
    estimate: Estimate,
    unit: str,
    name: Name,
    steps: tuple[str, ...],
) -> Derived:
    """What was made of these values, with what was made and allowed before."""
    before = [value for value in values if isinstance(value, Derived)]
    return Derived(
        operation=operation,
        name=name,
        estimate=estimate,
        unit=unit,
        records=unique(record for value in values for record in records_of(value)),
        overrides=tuple(sorted({*ruling.overrides, *(name for value in before for name in value.overrides)})),
        incomplete=unique(left for value in before for left in value.incomplete),
        steps=(*(step for value in before for step in value.steps), *steps, *ruling.reasons),
    )


def _check_same_dimension(one: Value, other: Value) -> None:
    dimensions = find_unit(one.unit).dimension, find_unit(other.unit).dimension
    if dimensions[0] != dimensions[1]:
        offenders = [record.id for value in (one, other) for record in records_of(value)]
        reason = ONE_DIMENSION.of_records(f"{dimensions[0]} and {dimensions[1]}")
        raise refuse(Condition.TYPES, offenders, reason, "Write ratio() for two different things.")


class _Wholes:
    """What is known to hold a part: by id, or by place, subgroup and period."""

    def __init__(self, records: Sequence[Observation]) -> None:
        """Order them by where and of whom they are."""
        self._ids = {record.id for record in records}
        found: defaultdict[object, set[Period]] = defaultdict(set)
        for record in records:
            found[record.place.id, record.subgroup, record.of].add(record.period)
        self._periods = {key: _Periods(periods) for key, periods in found.items()}

    def hold(self, part: Observation) -> bool:
        """Whether one of them is known to hold all of the part."""
        if not self._ids.isdisjoint((part.id, part.part_of)):
            return True
        keys = ((place.id, subgroup, part.of) for place in part.place.chain for subgroup in {None, part.subgroup})
        return any(key in self._periods and self._periods[key].contain(part.period) for key in keys)


class _Periods:
    """Periods, to ask whether one of them contains another."""

    def __init__(self, periods: set[Period]) -> None:
        """Order them by start, and see how far the first n of them reach."""
        self._all = periods
        # what has no year contains nothing but itself
        placed = sorted(period for period in periods if period.earliest or period.latest)
        self._starts = [period.earliest or dt.date.min for period in placed]
        self._reach = [*itertools.accumulate((period.latest or dt.date.max for period in placed), max)]

    def contain(self, period: Period) -> bool:
        """Whether one of them contains it."""
        before = bisect_right(self._starts, period.earliest or dt.date.min)
        ends = period.latest or dt.date.max
        return period in self._all or (before > 0 and self._reach[before - 1] >= ends)


def _can_meet(one: Value, other: Value) -> bool:
    """Whether some place of the one is, holds or lies in one of the other, at a time that both can have."""
    ours, theirs = ({record.place.id: record.place for record in records_of(value)} for value in (one, other))
    around = [{outer.id for place in places.values() for outer in place.chain} for places in (ours, theirs)]
    near = not (around[0].isdisjoint(theirs) and around[1].isdisjoint(ours))
    return near and (one.period is None or other.period is None or one.period.overlaps(other.period))
