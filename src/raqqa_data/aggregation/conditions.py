"""What must hold of all that one sum adds, each condition once, for records and for tables, and what a breach is told.

`record_checks` carries these out over records, and `frame_checks` over tables, in the same order; what "overlap" and
"somebody in common" mean is `overlaps` and `subgroups` for both. A bound is no condition: one that any input leaves
open is open in the sum, since no number stands for what nobody stated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.errors import NotFoundError, NotSummarizable
from raqqa_data.texts import Code

if TYPE_CHECKING:
    from collections.abc import Iterable


class Condition(Code):
    """What must hold for a sum to mean anything (Lenz and Shoshani, 1997).

    TYPES: the values are of one kind, and of a kind that adds. DISJOINTNESS: nothing is in two of them. COMPLETENESS:
    nothing that belongs to it is left out.
    """

    TYPES = "type compatibility"
    DISJOINTNESS = "disjointness"
    COMPLETENESS = "completeness"


class Rule(NamedTuple):
    """One thing that must hold.

    Attributes:
        condition: The condition of the three that it belongs to.
        broken: What is wrong with `{those}` where it does not hold.
        instead: What to do with records that break it.
        rows: What breaks it in a table.
        columns: The columns in which a table shows it; without any, it is of records alone.
        in_table: What to do with a table that breaks it.
        always: Whether no caller can allow a breach.
    """

    condition: Condition
    broken: str
    instead: str
    rows: str = "rows"
    columns: tuple[str, ...] = ()
    in_table: str = ""
    always: bool = False

    def of_records(self, those: str = "these") -> str:
        """What is wrong with some records, by a name for them.

        Example:
            >>> ONCE.of_records("the same observation")
            'the same observation is given twice'
        """
        return self.broken.format(those=those)

    def of_rows(self, engine: str) -> str:
        """What is wrong with some rows of an engine's table.

        Example:
            >>> ONCE.of_rows("polars")
            "a row of the polars frame (column 'id') is given twice"
        """
        column = "column" if len(self.columns) == 1 else "columns"
        names = ", ".join(map(repr, self.columns))
        return self.broken.format(those=f"{self.rows} of the {engine} frame ({column} {names})")


CHANGE = "They count from one day on: change(earlier, later) tells what came between, timeline() shows them."
RECONCILE = "reconcile() brings what several documents claim of one happening to one value."
_REGROUP = "Group by {!r} too."
_SAME_THINGS = "they may count the same things"

SOMETHING = Rule(
    Condition.COMPLETENESS,
    "there is nothing to add, and nothing is not zero",
    "Give one observation at least.",
    always=True,
)
"""There is something to add. A table without rows has no group, and so no sum."""

IN_USE = Rule(
    Condition.TYPES,
    "{those} state nothing any more",
    "Leave it out.",
    rows="withdrawn or superseded rows",
    columns=("record_status",),
    in_table="Filter them out.",
)
"""Each record stands: it was neither withdrawn nor superseded."""

ONE_DIMENSION = Rule(
    Condition.TYPES,
    "{those} are different dimensions",
    "They never add. Total each indicator by itself: group_by(observations, 'indicator').total().",
    always=True,
)
"""All units measure one thing. A group of a table is of one dimension, so none can break it."""

ZERO = Rule(
    Condition.TYPES,
    "{those} has a zero of its own, so its values do not add",
    "Compare them, or list them.",
    rows="a temperature scale",
    columns=("unit",),
    in_table="Compare them, or list them.",
    always=True,
)
"""Zero of the unit means that there is nothing. On a scale such as degrees Celsius it does not."""

ONE_INDICATOR = Rule(
    Condition.TYPES,
    "{those} are different indicators",
    "Total each by itself: group_by(observations, 'indicator').total().",
    rows="names in one group",
    columns=("indicator",),
    in_table=_REGROUP.format("indicator"),
)
"""All count the same kind of thing."""

ONE_DEFINITION = Rule(
    Condition.TYPES,
    "{those}",
    "Total each by itself, grouped by 'document' and 'indicator', or give both one Indicator.",
)
"""An indicator means the same to all: its unit and how it adds are one."""

ONE_OF = Rule(
    Condition.TYPES,
    "these are shares of different things: {those}",
    "Add those of one ('of').",
    rows="rows of one group",
    columns=("of",),
    in_table=_REGROUP.format("of"),
)
"""Shares are of one thing; of two they have only their unit in common."""

ONE_PRICE_BASIS = Rule(
    Condition.TYPES,
    "these are amounts in different prices: {those}",
    "Add those of one ('price_basis').",
    rows="rows of one group",
    columns=("price_basis",),
    in_table=_REGROUP.format("price_basis"),
)
"""Amounts of money are in the prices of one time."""

ADDITIVE = Rule(
    Condition.TYPES,
    "{those} is non-additive: a sum of its values means nothing",
    "Leave them out, as observations.where(additivity='flow') does; compare or list them.",
    rows="a row",
    columns=("additivity",),
    in_table="Filter them out.",
)
"""Values of the indicator add at all: it is a flow, or a stock."""

ONE_TIME = Rule(
    Condition.TYPES,
    "{those} is a stock, what there is at a time: over time it counts the same things again",
    "Take one time, or follow it with timeline().",
    rows="a group",
    columns=("additivity", "period"),
    in_table=_REGROUP.format("period"),
)
"""What there is at a time (a stock) adds over places and subgroups, at one time: all the periods may share a day."""

ONCE = Rule(
    Condition.DISJOINTNESS,
    "{those} is given twice",
    "Give it once.",
    rows="a row",
    columns=("id",),
    in_table="Give each row once.",
)
"""Nothing is added twice: no two have one id."""

WHOLE_OR_PARTS = Rule(
    Condition.DISJOINTNESS,
    "{those} holds the others already, as its parts",
    "Add the whole alone, or its parts alone.",
    rows="a whole in a group",
    columns=("id", "part_of"),
    in_table="Filter the wholes out, or the parts; or group them apart, by 'subgroup' or 'part_of'.",
)
"""No whole is added to a part of it, nor to a part of a part, whatever lies between."""

ONE_CLAIM = Rule(
    Condition.DISJOINTNESS,
    f"several documents speak of one event ({{those}}): {_SAME_THINGS}",
    RECONCILE,
    rows="rows",
    columns=("event", "document"),
    in_table=f"Keep one document of each. {RECONCILE}",
)
"""What two documents say of one event, and of subgroups that may have somebody in common, are two claims of it."""

APART = Rule(
    Condition.DISJOINTNESS,
    "{those} are of one indicator, of places and subgroups that have something in common, and overlap in time: "
    + _SAME_THINGS,
    "Take one of them.",
    columns=("period",),
    in_table="Keep one of them, or bring claims of one happening to one value with reconcile().",
)
"""No two that could count the same things share a day: of one indicator, in one place or one that holds the other, of
subgroups that may have somebody in common, and of events that are not two."""

SURELY_APART = APART._replace(
    broken="{those} may overlap in time, as a date marked ~ (approximate) or ? (uncertain) may be off by as much as it "
    f"names: {_SAME_THINGS}"
)
"""Nor could they, were a date that is not certain off by as much as it names."""


_NAMES = tuple(condition.value for condition in Condition)


class Ruling:
    """Refuses each breach of a condition that the caller did not allow, and remembers those that the caller did."""

    def __init__(self, allow: Iterable[str]) -> None:
        """Take the names of the conditions that may be broken; one name may stand alone."""
        try:
            names = (allow,) if isinstance(allow, str) else tuple(allow)
        except TypeError:
            raise NotFoundError("condition to allow", allow, _NAMES) from None
        for name in names:
            if name not in _NAMES:
                raise NotFoundError("condition to allow", name, _NAMES)
        self._allowed = frozenset(map(Condition, names))
        self._reasons: list[tuple[Condition, str]] = []

    def breach(self, condition: Condition, offenders: Iterable[str], reason: str, instead: str) -> None:
        """Refuse, unless the condition is allowed to be broken.

        Args:
            condition: The condition that does not hold.
            offenders: Ids of the observations that break it.
            reason: What is wrong with them together.
            instead: What else to do.
        """
        if condition not in self._allowed:
            hint = f"{instead} If you mean it, write allow={{{str(condition)!r}}}."
            raise NotSummarizable(condition.value, offenders, reason, hint)
        self._reasons.append((condition, reason))

    def broken(self, rule: Rule, offenders: Iterable[str], those: str = "these", instead: str | None = None) -> None:
        """As `breach`, of records that break a rule; some rules no caller can allow to be broken."""
        reason, hint = rule.of_records(those), instead or rule.instead
        if rule.always:
            raise refuse(rule.condition, offenders, reason, hint)
        self.breach(rule.condition, offenders, reason, hint)

    def broken_in(self, engine: str, rule: Rule, offenders: Iterable[str], more: str = "") -> None:
        """As `breach`, of rows of an engine's table that break a rule."""
        self.breach(rule.condition, offenders, f"{rule.of_rows(engine)}{more}", rule.in_table)

    def allows(self, condition: Condition) -> bool:
        """Whether the caller lets it be broken."""
        return condition in self._allowed

    @property
    def overrides(self) -> tuple[str, ...]:
        """The conditions that were broken on purpose, each once."""
        return tuple(sorted({condition.value for condition, _ in self._reasons}))

    @property
    def reasons(self) -> tuple[str, ...]:
        """What was wrong, and allowed."""
        return tuple(f"Allowed on purpose ({condition}): {reason}." for condition, reason in self._reasons)


def refuse(condition: Condition, offenders: Iterable[str], reason: str, hint: str) -> NotSummarizable:
    """The error for a breach that nothing can override."""
    return NotSummarizable(condition.value, offenders, reason, hint)
