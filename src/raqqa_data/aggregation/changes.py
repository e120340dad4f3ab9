"""Running totals: what came between two of one series, such as the dead since a ceasefire by two days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.aggregation.conditions import Condition, Ruling, refuse
from raqqa_data.aggregation.derived import Derived, measured, observations_of
from raqqa_data.aggregation.record_checks import check_given
from raqqa_data.aggregation.running_totals import State, unlike
from raqqa_data.records.conversion import converted
from raqqa_data.records.period import Period
from raqqa_data.records.rounding import surely_less
from raqqa_data.texts import Name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raqqa_data.records.estimate import Estimate
    from raqqa_data.records.observation import Observation

HINT = "Take two totals of one claimant that count from one day; total() adds what does not overlap."


def change(earlier: Observation, later: Observation, *, allow: Iterable[str] = ()) -> Derived:
    """What was added to a running total between two of its states, with the bounds that follow from theirs.

    Both count from one day on, so they are never added; their difference is what came between. A later total that is
    lower is no negative count but a revision of the earlier one: the result's `operation` says so.

    Args:
        earlier: The total by the earlier day.
        later: The total by the later day.
        allow: Conditions to break on purpose.

    Returns:
        The difference, in the unit of the later one, over the days after the earlier one ends; its `operation` is
        "change", or "revision" where the total fell.

    Raises:
        NotSummarizable: They are no two states of one running total: of one indicator that flows, one place, subgroup
            and claimant, and of periods that begin on one day, the later one surely ending later (type compatibility).
        RecordError: One is no observation.

    Example:
        >>> import attrs
        >>> import raqqa_data as rd
        >>> first = attrs.evolve(rd.prison_attack.killed, part_of=None, period=rd.Period("2022-01-20/2022-01-26"))
        >>> later = attrs.evolve(first, id="x.later", period=rd.Period("2022-01-20/2022-01-30"),
        ...     estimate=rd.Estimate.stated(195))
        >>> added = rd.change(first, later)
        >>> added.estimate.best, str(added.period)
        (14, '2022-01-27/2022-01-30')
    """
    ruling = Ruling(allow)
    both = observations_of((earlier, later))
    check_given(both, ruling)
    if problem := unlike(earlier, later):
        raise refuse(
            Condition.TYPES,
            [record.id for record in both],
            f"they are no two states of one running total: {problem}",
            HINT,
        )
    unit = later.unit
    before = converted(earlier.estimate, earlier.unit, unit)
    estimate = later.estimate - before
    fell = _fell(before, later.estimate)
    said = f"{measured(later.estimate, unit)} less {measured(before, unit)}"
    steps = [f"Takes {said} = {measured(estimate, unit)}."]
    if fell:
        steps.append("The total fell: what was counted before was revised, and this is no count of anything.")
    word = ("Revision", "مراجعة") if fell else ("Added", "الزيادة")
    return Change(
        operation="revision" if fell else "change",
        name=Name(f"{word[0]}: {later.name.en}", f"{word[1]}: {later.name.ar}"),
        estimate=estimate,
        unit=unit,
        records=both,
        overrides=ruling.overrides,
        steps=(*steps, *ruling.reasons),
    )


class Change(Derived):
    """What came between two states of a running total; a `Derived` with the days that it came in."""

    __slots__ = ()

    @property
    def period(self) -> Period | None:
        """The days after the earlier state ends: not those of its inputs, which count from the first day on."""
        return _between(*self.records)


def _fell(before: Estimate, after: Estimate) -> bool:
    if after.best is not None and before.best is not None:
        return surely_less(after.best, before.best)
    return surely_less(after.high, before.low)


def _between(earlier: Observation, later: Observation) -> Period:
    first, last = State.of(earlier.period), State.of(later.period)
    if first is None or last is None:  # which `change` refuses
        return later.period
    begins, ends = first.next_day, last.last.isoformat()
    return Period(begins if begins == ends else f"{begins}/{ends}")
