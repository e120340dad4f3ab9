"""Ids in a file to the agents, places, indicators and documents they name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from raqqa_data.catalogue.construction import construct, is_table
from raqqa_data.errors import Problem, meant
from raqqa_data.records.indicator import Indicator
from raqqa_data.records.provenance import Agent, Document, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

T = TypeVar("T")
Referent = TypeVar("Referent", Agent, Document, Indicator, Place)

_FIELDS: dict[str, type] = {
    "document": Document,
    "place": Place,
    "within": Place,
    "attributed_to": Agent,
    "conveyed_by": Agent,
    "indicator": Indicator,
}


class References:
    """What a file has defined so far, and every problem met on the way.

    Attributes:
        problems: What is wrong, each with its path; the caller raises them together.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._defined: dict[type, dict[str, Any]] = {cls: {} for cls in _FIELDS.values()}

    def all(self, cls: type[Referent]) -> tuple[Referent, ...]:
        """All of one class, in the order of their definition."""
        return tuple(self._defined[cls].values())

    def define(self, rows: Iterable[object], cls: type[Referent], section: str) -> None:
        """Take a section's rows; a place may lie within one defined before it."""
        for index, row in enumerate(rows):
            path = f"{section}[{index}]"
            made = self._make(self.resolve(row, path), cls, path)
            if made is not None:
                self.add(made, path)

    def add(self, referent: Agent | Document | Indicator | Place, path: str) -> None:
        """Take one object that is made already."""
        known = self._defined[type(referent)]
        if referent.id in known:
            self.problems.append(Problem(f"{path}.id", f"{referent.id!r} stands here a second time"))
        known[referent.id] = referent

    def resolve(self, row: object, path: str) -> object:
        """The row with each id of another object replaced by that object; an unknown id is a problem."""
        if not is_table(row):
            return row
        return {key: self._find(key, value, f"{path}.{key}") for key, value in row.items()}

    def structure(self, row: object, cls: type[Any], path: str) -> Any:
        """A record of that class from a row, or None with the problems noted."""
        before = len(self.problems)
        resolved = self.resolve(row, path)
        if len(self.problems) > before:
            return None
        return self._make(resolved, cls, path)

    def _make(self, data: object, cls: type[T], path: str) -> T | None:
        made = construct(data, cls)
        if made is None:
            from raqqa_data.catalogue.structuring import structure

            made, problems = structure(data, cls, path)
            self.problems += problems
        return made

    def _find(self, key: str, value: object, path: str) -> object:
        cls = _FIELDS.get(key)
        if cls is None or not isinstance(value, str):
            return value
        known: Mapping[str, object] = self._defined[cls]
        if value not in known:
            hint = meant(value, known, self.problems)
            self.problems.append(Problem(path, f"no {cls.__name__.lower()} {value!r}{hint}"))
        return known.get(value)
