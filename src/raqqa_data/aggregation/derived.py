"""What an aggregation returns: a value with all that it was made from."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, TypeVar, overload

import attrs

from raqqa_data.errors import RecordError
from raqqa_data.records import display
from raqqa_data.records.conversion import Measured
from raqqa_data.records.estimate import Estimate
from raqqa_data.records.mixins import Chartable, exchanged
from raqqa_data.records.observation import Annotation, ClaimStatus, Observation
from raqqa_data.records.period import Period
from raqqa_data.texts import Name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Self

    from raqqa_data.aggregation.exchange_rates import Rates
    from raqqa_data.records.place import Place
    from raqqa_data.records.provenance import Agent, Document

ItemT = TypeVar("ItemT")

_SHOWN = 6
"""How many terms or ids a line spells out before it counts the rest."""
_DOUBTED = (ClaimStatus.DISPUTED, ClaimStatus.WITHDRAWN)


@attrs.frozen(kw_only=True, repr=False)
class Derived(Chartable, Measured):
    """A value made from observations, with everything that it was made from.

    Attributes:
        operation: What was done, such as "total".
        name: What the value is, in both languages.
        estimate: The value, with the bounds that follow from those of its inputs and no others.
        unit: Name of its unit.
        records: The observations that it was made from, in the order given.
        overrides: The conditions that were broken on purpose.
        incomplete: Ids of declared parts that it leaves out; empty where none is known.
        steps: How it was made, a sentence each; `explain` says more.

    Example:
        >>> import raqqa_data as rd
        >>> attack = rd.prison_attack
        >>> found = rd.total([attack.killed_is_members, attack.killed_civilians, attack.killed_sdf_members])
        >>> found.estimate.best, found.unit, found.period
        (181, 'person', Period('2022-01~'))
        >>> found.inputs[0]
        'prison_attack.killed_is_members'
    """

    operation: str
    name: Name
    estimate: Estimate
    unit: str
    records: tuple[Observation, ...]
    overrides: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()

    @property
    def inputs(self) -> tuple[str, ...]:
        """Ids of the observations that it was made from."""
        return tuple(record.id for record in self.records)

    @property
    def proposed(self) -> tuple[str, ...]:
        """Ids of the inputs that a machine proposed and nobody confirmed yet."""
        return tuple(record.id for record in self.records if record.annotation is Annotation.PROPOSED)

    @property
    def period(self) -> Period | None:
        """The shortest period that contains those of all inputs; None where there is none, as one has no year."""
        return hull({record.period for record in self.records})

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of the inputs, each once."""
        return unique(record.place for record in self.records)

    @property
    def agents(self) -> tuple[Agent, ...]:
        """Everyone who says, or conveyed, one of the inputs, each once."""
        said = (agent for record in self.records for agent in (record.attributed_to, record.conveyed_by))
        return unique(agent for agent in said if agent is not None)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that the inputs were read from, each once."""
        return unique(record.document for record in self.records)

    @overload
    def to(self, unit: Any) -> Self: ...
    @overload
    def to(self, unit: Any, *, rates: Rates) -> Derived: ...
    def to(self, unit: Any, *, rates: Rates | None = None) -> Self | Derived:
        """The same in another unit of the same dimension, or in another currency by rates that you give.

        Args:
            unit: A unit of the table by name, symbol or alias, or a pint Unit or Quantity.
            rates: For an amount of money, what one currency was worth in another; see `raqqa_data.Rates`.

        Raises:
            UnitError: The unit is unknown, of another dimension, or no currency where rates are given.
            NotFoundError: None of the rates is of the two currencies.
        """
        return super().to(unit) if rates is None else exchanged(self, unit, rates)

    def cite(self, style: str | None = None, *, language: str = "en") -> str:
        """A text to put beside the value: its inputs, who says each, and where it was read.

        Args:
            style: "text", "bibtex", "csl-json" or "cff", as for `raqqa_data.interchange.cite`; by default one line an
                input.
            language: "en" or "ar", for a style.

        Example:
            >>> import raqqa_data as rd
            >>> print(rd.total([rd.reconstruction.bridges_rebuilt]).cite())
            15 bridges, 2017-10/2022-10. Total: Bridges rebuilt. Derived with raqqa_data ... from:
            - reconstruction.bridges_rebuilt: 15 bridges, Global Coalition against Daesh; raqqa-2022 [995:1002], ...
        """
        if style is not None or language != "en":
            from raqqa_data.interchange.citing import cite

            return cite(self, style or "text", language=language)
        from raqqa_data import __version__

        when = f", {self.period}" if self.period else ""
        head = f"{measured(self.estimate, self.unit)}{when}. {self.name}. Derived with raqqa_data {__version__} from:"
        return "\n".join([head, *(f"- {_reference(record)}" for record in self.records)])

    def explain(self) -> str:
        """A few lines on what was done, what the wording does to the bounds, and what was left out.

        Example:
            >>> import raqqa_data as rd
            >>> print(rd.total([rd.reconstruction.schools_restored]).explain())
            Adds 1 observation: more than 300 = more than 300 schools.
            No upper bound: reconstruction.schools_restored states none.
        """
        doubted = [f"Claims {status}: {listed(names)}." for status, names in self._doubted()]
        proposed = [f"Proposed by machine, not confirmed: {listed(self.proposed)}."] if self.proposed else []
        return "\n".join([*self.steps, *self._missing_bounds(), *self._left_out(), *doubted, *proposed])

    def _missing_bounds(self) -> list[str]:
        parts = {"best": "best value", "low": "lower bound", "high": "upper bound"}
        lines: list[str] = []
        for part, words in parts.items():
            if getattr(self.estimate, part) is not None:
                continue
            silent = [record.id for record in self.records if getattr(record.estimate, part) is None]
            states = "states" if len(silent) == 1 else "state"
            cause = f"{listed(silent)} {states} none" if silent else "none follows from what the inputs state"
            lines.append(f"No {words}: {cause}.")
        return lines

    def _left_out(self) -> list[str]:
        return [f"Left out: {listed(self.incomplete)}, declared parts of the same whole."] if self.incomplete else []

    def _doubted(self) -> list[tuple[ClaimStatus, list[str]]]:
        """What was said of the claims behind it that a reader must not miss, and of which."""
        found = ((status, [r.id for r in self.records if r.claim_status is status]) for status in _DOUBTED)
        return [(status, names) for status, names in found if names]

    def facts(self) -> list[tuple[str, str]]:
        """What a person reads of it: labels and texts, in order."""
        said = ", ".join(map(str, self.agents))
        return [
            ("Value", measured(self.estimate, self.unit)),
            ("Made by", self.operation),
            *([("Period", str(self.period))] if self.period else []),
            ("Place", listed(self.places)),
            *([("Said by", said)] if said else []),
            ("From", listed(self.inputs)),
            *([("Allowed", ", ".join(self.overrides))] if self.overrides else []),
            *([("Left out", listed(self.incomplete))] if self.incomplete else []),
            *((status.capitalize(), listed(names)) for status, names in self._doubted()),
            *([("Proposed", listed(self.proposed))] if self.proposed else []),
        ]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.operation}: {measured(self.estimate, self.unit)}, {self.period}>"

    def __str__(self) -> str:
        return display.as_text(self.name, self.facts())

    def as_html(self) -> str:
        """The same as a table, safe to show whatever its texts hold."""
        return display.as_html(self.name, self.facts())

    _repr_html_ = as_html


Value = Observation | Derived
"""What can stand above or below a line: an observation, or what was made from some."""


def records_of(value: Value) -> tuple[Observation, ...]:
    """The observations behind a value."""
    if isinstance(value, Derived):
        return value.records
    if isinstance(value, Observation):  # pyright: ignore[reportUnnecessaryIsInstance]
        return (value,)
    raise RecordError("Derived", "records", value, "must be an observation, or derived from some")


def observations_of(values: Iterable[Observation]) -> tuple[Observation, ...]:
    """The values as a tuple, each seen to be an observation."""
    records = several(values)
    for kind in set(map(type, records)):
        if not issubclass(kind, Observation):
            wrong = next(record for record in records if type(record) is kind)
            raise RecordError("Derived", "records", wrong, "must be an observation")
    return records


def several(values: Iterable[ItemT]) -> tuple[ItemT, ...]:
    """The values as a tuple; one alone, or nothing at all, is told what to give."""
    try:
        each = iter(values)
    except TypeError:
        raise RecordError("Derived", "records", values, "give several observations, in a list") from None
    return tuple(each)


def label(value: Value) -> str:
    """What to call a value in an error or a line."""
    return value.id if isinstance(value, Observation) else f"the {value.operation} of {listed(value.inputs)}"


def measured(estimate: Estimate, unit: str) -> str:
    """An estimate with its unit, for print."""
    best, low, high = (_short(part) for part in (estimate.best, estimate.low, estimate.high))
    return display.amount(Estimate(best, low, high, estimate.wording), unit)


def _short(part: float | None) -> float | None:
    """No more digits than a reader wants; a whole number keeps all."""
    return float(f"{part:.6g}") if isinstance(part, float) else part


def listed(items: Sequence[ItemT], joint: str = ", ", spell: Callable[[ItemT], str] = str) -> str:
    """The first few of them in words, and how many more there are."""
    more = len(items) - _SHOWN
    return joint.join([*map(spell, items[:_SHOWN]), *([f"… {more:,} more"] if more > 0 else [])])


def unique(items: Iterable[ItemT]) -> tuple[ItemT, ...]:
    """Each once, in order of first appearance."""
    # hashing a record is slow, and most are one object many times
    return tuple(dict.fromkeys({id(item): item for item in items}.values()))


def hull(periods: set[Period]) -> Period | None:
    """The shortest period that contains all; None where one has no year, or both sides are open."""
    if len(periods) == 1:
        return next(iter(periods))
    if any(period.earliest is None and period.latest is None for period in periods):
        return None
    starts = [period.earliest for period in periods if period.earliest]
    ends = [period.latest for period in periods if period.latest]
    first = min(starts) if len(starts) == len(periods) else None
    last = max(ends) if len(ends) == len(periods) else None
    if first is None and last is None:
        return None
    # only these can decide, and joining all would write and read every step
    outer = sorted(period for period in periods if period.earliest == first or period.latest == last)
    return functools.reduce(Period.hull, outer)


def _reference(record: Observation) -> str:
    said = record.attributed_to or "the document itself"
    where = f"{record.document.id} [{record.quote.start}:{record.quote.end}], sha256 {record.document.sha256}"
    return f"{record.id}: {measured(record.estimate, record.unit)}, {said}; {where}"
