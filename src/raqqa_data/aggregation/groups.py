"""Observations in groups, and a total for each."""

from __future__ import annotations

import abc
import itertools
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from raqqa_data.aggregation.conditions import Ruling
from raqqa_data.aggregation.derived import Derived, measured, observations_of
from raqqa_data.aggregation.one_pass_checks import runs_of
from raqqa_data.aggregation.totals import summed
from raqqa_data.aggregation.wholes import LeftOut, universe_of
from raqqa_data.errors import NotFoundError, RecordError
from raqqa_data.records import display
from raqqa_data.records.mixins import Chartable
from raqqa_data.records.observation import Observation

if TYPE_CHECKING:
    from collections.abc import Sequence

ValueT = TypeVar("ValueT")
Key = str | Callable[[Observation], Hashable]

_KEYS: Mapping[str, Callable[[Observation], Hashable]] = {
    "dataset": lambda record: record.dataset,
    "indicator": lambda record: record.indicator.id,
    "kind": lambda record: record.kind,
    "place": lambda record: record.place.id,
    "subgroup": lambda record: record.subgroup,
    "unit": lambda record: record.unit,
    "period": lambda record: record.period,
    "attributed_to": lambda record: record.attributed_to.id if record.attributed_to else None,
    "claim_status": lambda record: record.claim_status.value,
    "part_of": lambda record: record.part_of,
    "event": lambda record: record.event,
    "annotation": lambda record: record.annotation.value,
    "document": lambda record: record.document.id,
}


class _ByGroup(Mapping[Any, ValueT]):
    """A mapping by the keys of groups. What is not there is a `NotFoundError`, which is no `KeyError`."""

    __slots__ = ()

    @abc.abstractmethod
    def _held(self) -> Mapping[Any, ValueT]: ...

    def __getitem__(self, key: Any) -> ValueT:
        if key not in self:
            raise NotFoundError("group", key, map(str, self._held()))
        return self._held()[key]

    def __contains__(self, key: object) -> bool:
        try:
            return key in self._held()
        except TypeError:  # it cannot be a key
            return False

    def get(self, key: Any, default: Any = None) -> Any:
        """What is of that group, else the default."""
        return self._held()[key] if key in self else default

    def __iter__(self) -> Iterator[Any]:
        return iter(self._held())

    def __len__(self) -> int:
        return len(self._held())


class Totals(Chartable, _ByGroup[Derived]):
    """A total for each group, by the group's key. Prints as a table, and draws itself by `chart`.

    Example:
        >>> import raqqa_data as rd
        >>> rebuilt = rd.group_by(rd.reconstruction.observations, "indicator").total()
        >>> rebuilt["bridges_rebuilt"].estimate.best
        15
    """

    __slots__ = ("_keyed_by", "_totals")

    def __init__(self, keyed_by: Sequence[str], totals: Mapping[Any, Derived]) -> None:
        """Hold these totals, in this order."""
        self._keyed_by = tuple(keyed_by)
        self._totals = dict(totals)

    @property
    def keyed_by(self) -> tuple[str, ...]:
        """Names of the keys."""
        return self._keyed_by

    def _held(self) -> Mapping[Any, Derived]:
        return self._totals

    def __repr__(self) -> str:
        return f"<Totals by {', '.join(self.keyed_by)}: {len(self)} groups>"

    def __str__(self) -> str:
        return display.table_as_text(*self._table())

    def as_html(self) -> str:
        """The same as an HTML table, safe to show whatever its texts hold."""
        return display.table_as_html(*self._table())

    _repr_html_ = as_html

    def _table(self) -> tuple[list[str], list[Sequence[str]]]:
        rows: list[Sequence[str]] = []
        for key, derived in self._totals.items():
            parts: tuple[Any, ...] = key if len(self.keyed_by) > 1 else (key,)
            marks = [" (incomplete)"] * bool(derived.incomplete) + [" (proposed)"] * bool(derived.proposed)
            value = measured(derived.estimate, derived.unit) + "".join(marks)
            cells = ["all" if part is None else str(part) for part in parts]
            when = [] if "period" in self.keyed_by else [str(derived.period or "")]
            rows.append([*cells, value, *when, str(len(derived.records))])
        when = [] if "period" in self.keyed_by else ["period"]
        return [*self.keyed_by, "total", *when, "records"], rows


@attrs.frozen(repr=False)
class Groups(_ByGroup[tuple[Observation, ...]]):
    """Observations in groups, by the group's key. Made by `group_by`.

    It is a mapping, as `Totals` is: `groups["raqqa-city"]`, `for key, members in groups.items()`.

    Attributes:
        keyed_by: Names of the keys.
        groups: The observations of each group by its key; a tuple of keys where there are several.
        within: What the observations were chosen from.
    """

    keyed_by: tuple[str, ...]
    groups: Mapping[Any, tuple[Observation, ...]] = attrs.field(hash=False)
    within: tuple[Observation, ...] | None = None

    def total(self, *, unit: Any = None, allow: Iterable[str] = ()) -> Totals:
        """The total of each group, under the rules of `total`.

        A part that stands in another group is not left out: only what no group holds makes a total incomplete.

        Raises:
            NotSummarizable: The observations of a group must not be added.

        Example:
            >>> import raqqa_data as rd
            >>> killed = rd.observations.where(indicator="killed", part_of="prison_attack.killed")
            >>> print(rd.group_by(killed, "place", "unit").total())
            place       unit    total       period    records
            al-hasakah  person  181 people  2022-01~  3
        """
        names = (allow,) if isinstance(allow, str) else tuple(allow)
        everything = tuple(itertools.chain.from_iterable(self.groups.values()))
        runs = runs_of(everything)
        universe = universe_of(everything, runs, self.within)
        left_out = LeftOut(everything, runs, universe)
        totals = {
            key: summed(records, runs_of(records), universe, left_out, Ruling(names), unit=unit)
            for key, records in self.groups.items()
        }
        return Totals(self.keyed_by, totals)

    def _held(self) -> Mapping[Any, tuple[Observation, ...]]:
        return self.groups

    def __repr__(self) -> str:
        return f"<Groups by {', '.join(self.keyed_by)}: {len(self)} groups>"


def group_by(observations: Iterable[Observation], *keys: Key, within: Iterable[Observation] | None = None) -> Groups:
    """Put observations into groups, in order of first appearance.

    Args:
        observations: What to group.
        keys: "dataset", "indicator", "kind", "place", "subgroup", "unit", "period", "attributed_to", "claim_status",
            "part_of", "event", "annotation", "document", or a function of an observation.
        within: As in `total`.

    Raises:
        NotFoundError: There is no such key.
        RecordError: No key is given.

    Example:
        >>> import raqqa_data as rd
        >>> print(rd.group_by(rd.security.observations, "indicator").total()["cell_members_arrested"].estimate)
        82
    """
    records = observations_of(observations)
    if not keys:
        raise RecordError("Groups", "keys", keys, f"give one key at least: {', '.join(_KEYS)}")
    functions = [_function(key) for key in keys]
    several = len(functions) > 1
    groups: dict[Any, list[Observation]] = {}
    for record in records:
        parts = [function(record) for function in functions]
        groups.setdefault(tuple(parts) if several else parts[0], []).append(record)
    names = tuple(key if isinstance(key, str) else getattr(key, "__name__", "key") for key in keys)
    universe = None if within is None else observations_of(within)
    return Groups(names, {key: tuple(members) for key, members in groups.items()}, universe)


def _function(key: Key) -> Callable[[Observation], Hashable]:
    if callable(key):
        return key
    if not isinstance(key, str) or key not in _KEYS:  # pyright: ignore[reportUnnecessaryIsInstance]
        raise NotFoundError("key to group by", key, _KEYS)
    return _KEYS[key]
