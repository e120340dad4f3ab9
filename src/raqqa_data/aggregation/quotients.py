"""Quotients of observations: a share of a whole, a rate over time, a ratio of two different things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from raqqa_data.aggregation.checks import wholes_of
from raqqa_data.aggregation.conditions import Condition, Ruling, refuse
from raqqa_data.aggregation.derived import Derived, Value, label, measured, records_of, unique
from raqqa_data.errors import UnitError
from raqqa_data.name import Name
from raqqa_data.records.conversion import converted
from raqqa_data.records.estimate import Estimate, Wording
from raqqa_data.records.indicator import Additivity
from raqqa_data.unit_table import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterable

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
        NotSummarizable: The two are of different indicators (type compatibility), or the whole does not hold the part
            or is smaller (completeness).
        UnitError: The unit is no ratio.

    Example:
        >>> import raqqa_data as rd
        >>> civilians = rd.share(rd.prison_attack.killed_civilians, rd.prison_attack.killed)
        >>> round(civilians.estimate.best, 1), civilians.unit
        (3.9, 'percent')
    """
    ruling = Ruling(allow)
    _check_same_dimension(part, whole)
    parts, wholes = records_of(part), records_of(whole)
    both = [record.id for record in (*parts, *wholes)]
    indicators = {record.indicator.id for record in (*parts, *wholes)}
    if len(indicators) > 1:
        reason = f"{', '.join(sorted(indicators))} are different indicators"
        ruling.breach(Condition.TYPES, both, reason, "Write ratio() for two different things.")
    outside = [record.id for record in parts if not any(_holds(one, record) for one in wholes)]
    if outside:
        reason = f"{label(whole)} is not known to hold {', '.join(outside)}"
        ruling.breach(Condition.COMPLETENESS, outside, reason, "Say so by part_of, or take a whole that holds it.")
    above, below = converted(part.estimate, part.unit, whole.unit), whole.estimate
    if above.low is not None and below.high is not None and above.low > below.high:
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
        NotSummarizable: The two are of places or periods that have nothing in common (type compatibility).
        UnitError: The two units make no quotient, or none of the dimension of `unit`.

    Example:
        >>> import raqqa_data as rd
        >>> per_person = rd.ratio(rd.reconstruction.rubble_removed, rd.reconstruction.residents_returned)
        >>> round(per_person.estimate.best, 1), per_person.unit, per_person.estimate.wording
        (16.7, 'meter ** 2 / person', <Wording.ABOUT>)
    """
    ruling = Ruling(allow)
    if not _can_meet(numerator, denominator):
        both = [record.id for value in (numerator, denominator) for record in records_of(value)]
        reason = f"{label(numerator)} and {label(denominator)} have no place or no time in common"
        ruling.breach(Condition.TYPES, both, reason, "Take two of one place and period.")
    return _quotient(numerator, denominator, ruling, operation="ratio", unit=unit, words=("Ratio", "النسبة"))


def rate(observation: Value, *, per: Any = "day", days: float | None = None, allow: Iterable[str] = ()) -> Derived:
    """How much per day, month or year, by the period's own uncertainty.

    A period whose ends are stated as months can be shorter or longer by weeks: the division is by all the lengths that
    it can have, so the result has bounds but, where the length is not certain, no best value.

    Args:
        observation: A flow, or a total of one.
        per: A unit of time.
        days: The length of the period, where you know it better than the period says; recorded in the result.
        allow: Conditions to break on purpose.

    Raises:
        NotSummarizable: It is no flow (type compatibility), or its period has no length (completeness).
        UnitError: `per` is no unit of time.

    Example:
        >>> import raqqa_data as rd
        >>> print(rd.rate(rd.security.cell_members_arrested, per="month").explain())
        Divides 82 people by between 244 and 304 days = between 8.21012 and 10.229 people per month.
        No best value: none follows from what the inputs state.
    """
    from raqqa_data import units

    ruling = Ruling(allow)
    time = find_unit(units.unit_name(per))
    if time.dimension != "time":
        raise UnitError(time.name, f"measures {time.dimension}; a rate is per a unit of time, such as 'day'")
    records = records_of(observation)
    still = [record.id for record in records if record.indicator.additivity is not Additivity.FLOW]
    if still:
        reason = f"{label(observation)} is no flow: it does not grow with time"
        ruling.breach(Condition.TYPES, still, reason, "A rate is of what happens in a period.")
    length = Estimate.stated(days) if days is not None else _length(observation.period)
    if length is None:
        reason = f"the period {observation.period} has no length to divide by"
        raise refuse(Condition.COMPLETENESS, [record.id for record in records], reason, "Give its length: days=....")
    quotient = observation.estimate / converted(length, "day", time.name)
    unit = find_unit(f"{observation.unit} / {time.name}").name
    over = f"{measured(observation.estimate, observation.unit)} by {length} days"
    given = ["The length of the period was given by the caller."] if days is not None else []
    return _derived(
        (observation,),
        ruling,
        operation="rate",
        estimate=quotient,
        unit=unit,
        name=Name(f"{observation.name.en} per {time.label.en}", f"{observation.name.ar} لكل {time.label.ar}"),
        steps=(f"Divides {over} = {measured(quotient, unit)}.", *given),
    )


def _length(period: Period | None) -> Estimate | None:
    """The period's length in days as an estimate."""
    shortest, longest = period.days if period else (None, None)
    if period is None or shortest is None:
        return None
    if longest is None:
        return Estimate.vague(low=shortest)
    if shortest != longest:
        return Estimate.between(shortest, longest)
    vague = period.approximate or period.uncertain
    return Estimate.stated(shortest, Wording.ABOUT if vague else Wording.EXACT)


def _quotient(
    above: Value, below: Value, ruling: Ruling, *, operation: str, unit: Any, words: tuple[str, str]
) -> Derived:
    from raqqa_data import units

    same = find_unit(above.unit).dimension == find_unit(below.unit).dimension
    native = "dimensionless" if same else find_unit(f"{above.unit} / {below.unit}").name
    dividend = converted(above.estimate, above.unit, below.unit) if same else above.estimate
    target = native if unit is None else units.unit_name(unit)
    estimate = converted(dividend / below.estimate, native, target)
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
        reason = f"{dimensions[0]} and {dimensions[1]} are different dimensions"
        raise refuse(Condition.TYPES, offenders, reason, "Write ratio() for two different things.")


def _holds(whole: Observation, part: Observation) -> bool:
    """Whether the one is known to hold all of the other."""
    if whole.id in {part.id, *wholes_of(part, {})}:
        return True
    return (
        part.place.lies_in(whole.place)
        and whole.subgroup in {None, part.subgroup}
        and whole.period.contains(part.period)
    )


def _can_meet(one: Value, other: Value) -> bool:
    ours, theirs = (unique(record.place for record in records_of(value)) for value in (one, other))
    near = any(place.lies_in(there) or there.lies_in(place) for place in ours for there in theirs)
    return near and (one.period is None or other.period is None or one.period.overlaps(other.period))
