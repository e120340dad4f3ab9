"""Ids in a file to the agents, places, indicators and documents they name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeGuard, TypeVar, cast

from raqqa_data.catalogue.construction import construct, is_table
from raqqa_data.errors import Problem, closest, meant, shorten
from raqqa_data.records.indicator import Indicator
from raqqa_data.records.observation import KINDS, Observation
from raqqa_data.records.place import Place
from raqqa_data.records.provenance import Agent, Document

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
        self._broken: dict[type, set[str]] = {cls: set() for cls in _FIELDS.values()}
        self._coming: set[object] = set()
        self._consequences = 0

    def all(self, cls: type[Referent]) -> tuple[Referent, ...]:
        """All of one class, in the order of their definition."""
        return tuple(self._defined[cls].values())

    def define(self, rows: Iterable[object], cls: type[Referent], section: str) -> None:
        """Take a section's rows; a place may lie within one defined before it or after it."""
        ordered = _outer_first(list(rows))
        self._coming = {row["id"] for _, row in ordered if _is_named(row)}
        for index, row in ordered:
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
        """A record of that class from a row, or None with the problems noted.

        What names a definition that is broken itself is None too, and no problem: the definition's is noted already.
        """
        before = len(self.problems), self._consequences
        resolved = self.resolve(row, path)
        if (len(self.problems), self._consequences) != before:
            self._look_further(row, resolved, cls, path)
            return None
        return self._make(resolved, cls, path)

    def observation(self, row: dict[str, Any], path: str) -> Any:
        """An observation of the kind that its row names, or None with the problems noted.

        In form 1.0 a measure was of any kind that had no class of its own yet: it is of its indicator's.
        """
        kind = row.get("kind")
        if kind == Observation.kind and isinstance(named := row.get("indicator"), str):
            kind = getattr(self._defined[Indicator].get(named), "kind", kind)
        if not isinstance(kind, str) or kind not in KINDS:
            near = (closest(kind, KINDS) if isinstance(kind, str) else ()) or tuple(KINDS)
            self.problems.append(Problem(f"{path}.kind", f"{shorten(kind)} is no kind; try {' or '.join(near)}"))
            return None
        return self.structure({key: row[key] for key in row if key != "kind"}, KINDS[kind], path)

    def _look_further(self, row: object, resolved: object, cls: type[Any], path: str) -> None:
        """Note what else is wrong in a row that names what there is not; not what follows from that."""
        if not (is_table(row) and is_table(resolved)):
            return
        from raqqa_data.catalogue.structuring import structure

        lost = {key for key in row if row[key] is not None and resolved[key] is None}
        _, problems = structure({key: resolved[key] for key in row if key not in lost}, cls, path)
        follows = {path, *(f"{path}.{key}" for key in lost)}
        self.problems += [problem for problem in problems if problem.path not in follows]

    def _make(self, data: object, cls: type[T], path: str) -> T | None:
        made = construct(data, cls)
        if made is None:
            from raqqa_data.catalogue.structuring import structure

            made, problems = structure(data, cls, path)
            self.problems += problems
        if made is None and cls in self._broken and is_table(data) and isinstance(data.get("id"), str):
            self._broken[cls].add(cast("str", data["id"]))
        return made

    def _find(self, key: str, value: object, path: str) -> object:
        cls = _FIELDS.get(key)
        if cls is None or not isinstance(value, str):
            return value
        known: Mapping[str, object] = self._defined[cls]
        if value not in known and value in self._broken[cls]:
            self._consequences += 1
        elif value not in known and key == "within" and value in self._coming:
            self.problems.append(Problem(path, f"{value!r} lies, by way of others, within this place itself"))
        elif value not in known:
            hint = meant(value, known, self.problems)
            self.problems.append(Problem(path, f"no {cls.__name__.lower()} {value!r}{hint}"))
        return known.get(value)


def _outer_first(rows: list[object]) -> list[tuple[int, object]]:
    """Rows with their positions, in order, but each after the one that it says it lies within."""
    position = {row["id"]: index for index, row in reversed(list(enumerate(rows))) if _is_named(row)}
    done: set[int] = set()
    ordered: list[tuple[int, object]] = []
    for index in range(len(rows)):
        chain: list[int] = []
        at: int | None = index
        while at is not None and at not in done:
            done.add(at)
            chain.append(at)
            row = rows[at]
            within = row.get("within") if is_table(row) else None
            at = position.get(within) if isinstance(within, str) else None
        ordered += ((inner, rows[inner]) for inner in reversed(chain))
    return ordered


def _is_named(row: object) -> TypeGuard[dict[str, object]]:
    return is_table(row) and isinstance(row.get("id"), str)
