"""Do two reports of one thing agree, and does a whole fit its parts? Under the bounds that each states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Self

import attrs

from raqqa_data.aggregation.conditions import ONE_DIMENSION, Condition, Ruling, refuse
from raqqa_data.aggregation.derived import Derived, Value, label, listed, measured, observations_of, records_of, unique
from raqqa_data.aggregation.one_pass_checks import runs_of
from raqqa_data.aggregation.record_checks import check_addable, check_given, check_in_use
from raqqa_data.aggregation.totals import add
from raqqa_data.aggregation.wholes import LeftOut, universe_of
from raqqa_data.records.conversion import converted
from raqqa_data.records.estimate import Estimate, Wording
from raqqa_data.records.rounding import alike, surely_less
from raqqa_data.texts import Code, Name
from raqqa_data.units.table import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raqqa_data.records.indicator import Additivity
    from raqqa_data.records.observation import Observation


class Verdict(Code):
    """What two values say of each other under their bounds.

    AGREE: they state the same. OVERLAP: what they state can both be true. INCOMPLETE: the parts are less than the
    whole, which other parts could fill. CONTRADICT: they cannot both be true.
    """

    AGREE = "agree"
    OVERLAP = "overlap"
    INCOMPLETE = "incomplete"
    CONTRADICT = "contradict"


@attrs.frozen(kw_only=True, repr=False)
class Comparison(Derived):
    """Two values side by side. Its estimate is the first less the second.

    Attributes:
        verdict: What they say of each other.
        first: The one value.
        second: The other, in the same unit; for a hierarchy the sum of the parts.

    Example:
        >>> import raqqa_data as rd
        >>> attack = rd.prison_attack
        >>> found = rd.check_hierarchy(
        ...     attack.killed, [attack.killed_is_members, attack.killed_civilians, attack.killed_sdf_members]
        ... )
        >>> found.verdict, found.holds, found.estimate.best
        (<Verdict.AGREE>, True, 0)
    """

    verdict: Verdict
    first: Estimate
    second: Estimate

    @property
    def quantity(self) -> Any:
        """The difference as a pint Quantity; that of two temperatures is no temperature, and pint says so.

        Raises:
            RecordError: There is no single best value; use the estimate's bounds.
        """
        from raqqa_data import units

        # what is measured from a zero of its own loses that zero in a difference
        return super().quantity - units.quantity(0, self.unit)

    def _in(self, target: str) -> Self:
        # both values, and their difference by its size alone
        first, second = (converted(side, self.unit, target) for side in (self.first, self.second))
        return attrs.evolve(
            self, estimate=_resized(self.estimate, self.unit, target), first=first, second=second, unit=target
        )

    @property
    def holds(self) -> bool:
        """Whether nothing in it contradicts."""
        return self.verdict is not Verdict.CONTRADICT

    def facts(self) -> list[tuple[str, str]]:
        """What a person reads of it: labels and texts, in order."""
        rest = [(label, text) for label, text in super().facts() if label not in {"Value", "Made by"}]
        sides = f"{measured(self.first, self.unit)}; {measured(self.second, self.unit)}"
        return [("Verdict", self.verdict.value), ("Values", sides), *rest]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.verdict}: {self.first}; {measured(self.second, self.unit)}>"


def compare(first: Value, second: Value, *, allow: Iterable[str] = ()) -> Comparison:
    """Whether two reports of one indicator agree, overlap or contradict, under the bounds that they state.

    What a report does not state cannot contradict: "about 300" says nothing of 320.

    Args:
        first: An observation, or a total of some.
        second: Another report of the same.
        allow: Conditions to break on purpose.

    Raises:
        NotSummarizable: They are not of one indicator, place, subgroup and time (type compatibility).

    Example:
        >>> import raqqa_data as rd
        >>> removed = rd.security.explosive_items_removed
        >>> rd.compare(removed, removed).verdict
        <Verdict.AGREE>
    """
    ruling = Ruling(allow)
    records = (*records_of(first), *records_of(second))
    check_given((first, second), ruling)
    _check_same_thing(first, second, ruling)
    one, other = first.estimate, converted(second.estimate, second.unit, first.unit)
    verdict = _verdict(*_side_by_side(first, second))
    before = [value for value in (first, second) if isinstance(value, Derived)]
    return _comparison(
        verdict,
        one,
        other,
        first.unit,
        records,
        overrides={*ruling.overrides, *(name for value in before for name in value.overrides)},
        incomplete=unique(left for value in before for left in value.incomplete),
        name=Name(f"Comparison: {first.name.en}", f"مقارنة: {first.name.ar}"),
        operation="comparison",
        steps=(f"{measured(one, first.unit)} and {measured(other, first.unit)}: {_MEANING[verdict]}.", *ruling.reasons),
    )


def check_hierarchy(
    whole: Observation,
    parts: Iterable[Observation],
    *,
    allow: Iterable[str] = (),
    within: Iterable[Observation] | None = None,
) -> Comparison:
    """Compare a whole with the sum of its parts, under the bounds that all of them state.

    Args:
        whole: What is stated of the whole.
        parts: What is stated of its parts.
        allow: Conditions to break on purpose.
        within: As in `total`: declared parts in it that are not among the parts are marked as left out.

    Raises:
        NotSummarizable: The parts must not be added, one is not declared a part of the whole (completeness), or the
            whole was withdrawn or superseded (type compatibility).

    Example:
        >>> import raqqa_data as rd
        >>> attack = rd.prison_attack
        >>> parts = [attack.killed_is_members, attack.killed_civilians, attack.killed_sdf_members]
        >>> print(rd.check_hierarchy(attack.killed, parts).explain())
        181 people against 124 + 7 + 50 = 181 people: they state the same.
    """
    ruling = Ruling(allow)
    observations_of((whole,))
    records = observations_of(parts)
    runs = runs_of(records)
    universe = universe_of(records, runs, within)
    check_in_use((whole,), ruling)
    check_addable(records, runs, {**universe, whole.id: whole}, ruling)
    if whole.id in {record.id for record in records}:
        raise refuse(Condition.DISJOINTNESS, [whole.id], "the whole is given as a part of itself", "Leave it out.")
    strangers = [record.id for record in records if record.part_of != whole.id]
    if strangers:
        reason = f"{listed(strangers)} is not declared a part of {whole.id}"
        ruling.breach(Condition.COMPLETENESS, strangers, reason, "Declare it by part_of.")
    _check_same_dimension(whole, records)
    added = add(records, runs, whole.unit)
    verdict = _verdict(whole.estimate, added)
    if verdict is Verdict.CONTRADICT and _below(added, whole.estimate):
        verdict = Verdict.INCOMPLETE
    terms = listed(records, " + ", lambda part: str(converted(part.estimate, part.unit, whole.unit)))
    sides = f"{measured(whole.estimate, whole.unit)} against {terms} = {measured(added, whole.unit)}"
    return _comparison(
        verdict,
        whole.estimate,
        added,
        whole.unit,
        (whole, *records),
        overrides=ruling.overrides,
        incomplete=LeftOut(records, runs, universe).of_whole(whole.id),
        name=Name(f"Whole and parts: {whole.name.en}", f"الكل والأجزاء: {whole.name.ar}"),
        operation="hierarchy check",
        steps=(f"{sides}: {_MEANING[verdict]}.", *ruling.reasons),
    )


_MEANING = {
    Verdict.AGREE: "they state the same",
    Verdict.OVERLAP: "what they state can both be true",
    Verdict.INCOMPLETE: "the parts are less than the whole, so parts are missing or one figure is wrong",
    Verdict.CONTRADICT: "they cannot both be true",
}


class _Exact(NamedTuple):
    """The parts of an estimate in the base of its unit, not rounded."""

    best: Any
    low: Any
    high: Any
    wording: Wording


def _side_by_side(one: Value, other: Value) -> tuple[Estimate | _Exact, Estimate | _Exact, Any]:
    """Both in one unit, the same whichever is first, and how far from zero its scale begins."""
    if one.unit == other.unit:
        return one.estimate, other.estimate, 0
    from fractions import Fraction

    def exact(value: Value) -> _Exact:
        unit, estimate = find_unit(value.unit), value.estimate
        size, zero = Fraction(*unit.size), Fraction(*unit.zero)
        best, low, high = (
            None if part is None else (Fraction(part) + zero) * size
            for part in (estimate.best, estimate.low, estimate.high)
        )
        return _Exact(best, low, high, estimate.wording)

    units = find_unit(one.unit), find_unit(other.unit)
    return exact(one), exact(other), max(Fraction(*unit.zero) * Fraction(*unit.size) for unit in units)


def _verdict(one: Estimate | _Exact, other: Estimate | _Exact, offset: Any = 0) -> Verdict:
    pairs = [(one.best, other.best), (one.low, other.low), (one.high, other.high)]
    stated = [pair for pair in pairs if pair != (None, None)]
    same = bool(stated) and all(None not in pair and alike(*pair, offset) for pair in stated)
    if same and all((one.wording is strict) == (other.wording is strict) for strict in _STRICT):
        return Verdict.AGREE
    return Verdict.CONTRADICT if _below(one, other, offset) or _below(other, one, offset) else Verdict.OVERLAP


# "more than 300" leaves out 300 itself
_STRICT = (Wording.MORE_THAN, Wording.LESS_THAN)


def _below(one: Estimate | _Exact, other: Estimate | _Exact, offset: Any = 0) -> bool:
    """Whether all that the one can be lies below all that the other can be."""
    if one.high is None or other.low is None:
        return False
    strict = one.wording is Wording.LESS_THAN or other.wording is Wording.MORE_THAN
    return surely_less(one.high, other.low, offset) or (strict and alike(one.high, other.low, offset))


def _resized(difference: Estimate, unit: str, target: str) -> Estimate:
    """A difference in another unit: the zeros of two scales have no part in it."""
    source, into = find_unit(unit), find_unit(target)
    if source.factor is not None and into.factor is not None:
        return converted(difference, unit, target)
    return difference * (source.size[0] * into.size[1]) / (source.size[1] * into.size[0])


def _check_same_thing(first: Value, second: Value, ruling: Ruling) -> None:
    ours, theirs = records_of(first), records_of(second)
    both = [record.id for record in (*ours, *theirs)]
    _check_same_dimension(first, theirs)
    differences = [
        what
        for what, one, other in (
            ("indicators", {_counted(r) for r in ours}, {_counted(r) for r in theirs}),
            ("places", {r.place.id for r in ours}, {r.place.id for r in theirs}),
            ("subgroups", {r.subgroup for r in ours}, {r.subgroup for r in theirs}),
            ("denominators", {r.of for r in ours}, {r.of for r in theirs}),
        )
        if one != other
    ]
    if first.period and second.period and not first.period.overlaps(second.period):
        differences.append("times")
    if differences:
        reason = f"{label(first)} and {label(second)} are of different {' and '.join(differences)}"
        ruling.breach(Condition.TYPES, both, reason, "Take two reports of one thing.")


def _counted(record: Observation) -> tuple[str, Additivity]:
    return record.indicator.id, record.indicator.additivity


def _check_same_dimension(one: Value, others: Iterable[Observation]) -> None:
    dimension = find_unit(one.unit).dimension
    for other in others:
        found = find_unit(other.unit).dimension
        if found != dimension:
            offenders = [*(record.id for record in records_of(one)), other.id]
            reason = ONE_DIMENSION.of_records(f"{dimension} and {found}")
            raise refuse(Condition.TYPES, offenders, reason, "They cannot be compared.")


def _comparison(
    verdict: Verdict,
    first: Estimate,
    second: Estimate,
    unit: str,
    records: Iterable[Observation],
    *,
    overrides: Iterable[str],
    incomplete: tuple[str, ...],
    name: Name,
    operation: str,
    steps: tuple[str, ...],
) -> Comparison:
    # where both state the same, rounding must not show as a difference
    taken = first if verdict is Verdict.AGREE else second
    return Comparison(
        operation=operation,
        name=name,
        estimate=first - taken,
        unit=unit,
        records=unique(records),
        overrides=tuple(sorted(set(overrides))),
        incomplete=incomplete,
        steps=steps,
        verdict=verdict,
        first=first,
        second=second,
    )
