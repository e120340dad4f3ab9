"""Which records are states of one running total, such as the dead since a ceasefire by two days."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.aggregation.derived import listed
from raqqa_data.records.indicator import Additivity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raqqa_data.records.observation import Observation
    from raqqa_data.records.period import Period
    from raqqa_data.records.subgroup import Subgroup

BEGIN = "their periods do not begin on one day, or have no end"
END = "the second does not surely end after the first"
SAME = {
    "indicator": "indicators",
    "place": "places",
    "subgroup": "subgroups",
    "attributed_to": "claimants",
    "event": "events",
    "price_basis": "kinds of prices",
}
"""What the states of one running total have in common, besides the day from which they count; each as it is told."""


class State(NamedTuple):
    """Over what a running total counts.

    Attributes:
        begins: The side of its period from which it counts, as written.
        first: The first day on which it can end.
        last: The last such day.
    """

    begins: str
    first: dt.date
    last: dt.date

    @classmethod
    def of(cls, period: Period) -> State | None:
        """That of a period; None where one of its sides is open, unknown or without a year.

        Example:
            >>> from raqqa_data.records.period import Period
            >>> State.of(Period("2023-10-07/2023-10-12")).last
            datetime.date(2023, 10, 12)
        """
        first, last = period.end.reach if period.end else (None, None)
        if period.earliest is None or first is None or last is None:
            return None
        return cls(period.edtf.partition("/")[0], first, last)

    @property
    def next_day(self) -> str:
        """The day after it ends."""
        return (self.last + dt.timedelta(days=1)).isoformat()


def unlike(earlier: Observation, later: Observation) -> str | None:
    """Why two records are no states of one running total."""
    for name, what in SAME.items():
        ours, theirs = (getattr(value := getattr(record, name), "id", value) for record in (earlier, later))
        if ours != theirs:
            return f"they are of two {what} ({listed([str(ours), str(theirs)])})"
    if earlier.indicator.additivity is not Additivity.FLOW:
        return f"{earlier.indicator.id} is a {earlier.indicator.additivity}, and does not grow by what happens"
    first, second = State.of(earlier.period), State.of(later.period)
    if first is None or second is None or first.begins != second.begins:
        return f"{BEGIN} ({earlier.period} and {later.period})"
    if second.first <= first.last:
        return f"{END} ({earlier.period} and {later.period})"
    return None


def are_states(records: Iterable[Observation]) -> bool:
    """Whether they are states of running totals, several of each, and one total for each place and subgroup.

    Example:
        >>> import attrs
        >>> import raqqa_data as rd
        >>> first = attrs.evolve(rd.prison_attack.killed, period=rd.Period("2022-01-20/2022-01-26"))
        >>> are_states([first, attrs.evolve(first, id="x.later", period=rd.Period("2022-01-20/2022-01-30"))])
        True
    """
    totals: dict[tuple[str, str, Subgroup | None], list[tuple[dt.date, Observation]]] = {}
    for record in records:
        state = State.of(record.period)
        if state is None:
            return False
        key = record.indicator.id, record.place.id, record.subgroup
        totals.setdefault(key, []).append((state.last, record))
    for states in totals.values():
        states.sort(key=itemgetter(0))
        if len(states) == 1 or any(unlike(one, other) for (_, one), (_, other) in pairwise(states)):
            return False
    return bool(totals)
