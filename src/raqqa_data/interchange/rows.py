"""Rows of a table back to records, checked against all that the table repeats."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING, Any

from raqqa_data.catalogue import Catalogue
from raqqa_data.errors import CatalogueError, Problem, closest, shorten
from raqqa_data.interchange.columns import COLUMNS, Type, columns_of
from raqqa_data.interchange.definitions import Definitions, scope_from_plain
from raqqa_data.records.dataset import Observations
from raqqa_data.records.observation import Annotation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from raqqa_data.catalogue.references import References
    from raqqa_data.interchange.columns import Column

Context = Catalogue | Observations
"""Where to look up what a table only names."""

_LARGEST_EXACT = 2**53


def find_scope(definitions: object | None, context: Context | None, source: str) -> References:
    """Where ids are looked up: what the caller gives, else what came with the table, else what ships.

    Raises:
        CatalogueError: The definitions that came with the table are broken.
    """
    if context is not None:
        of = Definitions.of_catalogue(context) if isinstance(context, Catalogue) else Definitions.of(context, source)
        return of.scope()
    if definitions is not None:
        return scope_from_plain(definitions, source)
    from raqqa_data.catalogue.datasets import catalogue

    return Definitions.of_catalogue(catalogue).scope()


def records_from(columns: Mapping[str, Sequence[Any]], scope: References, source: str) -> Observations:
    """Observations from columns of plain values.

    Columns that are not of the table are left alone; one that only repeats what others say may be missing, and must
    agree where it is there.

    Raises:
        CatalogueError: A column is missing, or a row is no record; names every path.
    """
    columns = _with_added(columns)
    missing = [column.name for column in COLUMNS if not column.derived and column.name not in columns]
    if missing:
        problems: list[Problem] = []
        for name in missing:
            near = closest(name, [other for other in columns if other not in {column.name for column in COLUMNS}])
            problems.append(Problem(name, f"no such column{f'; is {near[0]!r} meant?' if near else ''}"))
        raise CatalogueError(source, problems)
    held = [column for column in COLUMNS if column.name in columns]
    cleaned = {column.name: _cleaned(column, columns[column.name], source) for column in held}
    records: list[Any] = []
    own = [column.name for column in held if not column.derived]
    for index, values in enumerate(zip(*(cleaned[name] for name in own), strict=True)):
        records.append(record_from(dict(zip(own, values, strict=True)), scope, f"observations[{index}]"))
    if scope.problems:
        raise CatalogueError(source, [*scope.problems, *_advice(scope)])
    made = assembled(records, source)
    _agree(made, {column.name: cleaned[column.name] for column in held if column.derived}, source)
    return made


def _with_added(columns: Mapping[str, Sequence[Any]]) -> Mapping[str, Sequence[Any]]:
    """The columns, with those that a table of an earlier form could not have."""
    rows = len(next(iter(columns.values()), ()))
    lacking = [column for column in COLUMNS if column.added and not column.derived and column.name not in columns]
    return {**columns, **{column.name: [_USUAL.get(column.name)] * rows for column in lacking}}


_USUAL = {"annotation": Annotation.CONFIRMED.value}


def record_from(row: Mapping[str, Any], scope: References, path: str) -> Any:
    """One observation from a row of the table, or None with the problems noted in the scope."""
    best, low, high = (_whole(row[part]) if row["kind"] == "count" else row[part] for part in ("best", "low", "high"))
    plain: dict[str, Any] = {
        "id": row["id"],
        "kind": row["kind"],
        "name": {"en": row["label_en"], "ar": row["label_ar"]},
        "estimate": {"best": best, "low": low, "high": high, "wording": row["wording"]},
        "quote": {key: row[name] for key, name in _QUOTE.items() if row[name] is not None or key in _QUOTED},
    }
    if row["note_en"] is not None or row["note_ar"] is not None:
        plain["note"] = {"en": row["note_en"], "ar": row["note_ar"]}
    for name in _SAME:
        if row[name] is not None:
            plain[name] = row[name]
    return scope.observation(plain, path)


_QUOTE = {
    "exact": "quote_ar",
    "start": "char_start",
    "end": "char_end",
    "page": "page",
    "paragraph": "paragraph",
    "prefix": "quote_prefix",
    "suffix": "quote_suffix",
}
_QUOTED = ("exact", "start", "end")
_SAME = (
    *("indicator", "subgroup", "unit", "of", "period", "place", "where_prec", "attributed_to", "conveyed_by"),
    *("claim_status", "part_of", "document", "record_status", "inferred", "superseded_by"),
    *("event", "annotation", "price_basis"),
)


def assembled(records: Sequence[Any], source: str) -> Observations:
    """The records as one collection.

    Raises:
        CatalogueError: Two have one id.
    """
    seen: set[str] = set()
    for index, record in enumerate(records):
        if record.id in seen:
            raise CatalogueError(source, [(f"observations[{index}].id", f"{record.id!r} stands here a second time")])
        seen.add(record.id)
    return Observations(records)


def _advice(scope: References) -> list[Problem]:
    unknown = any(": no " in f": {problem.message}" for problem in scope.problems)
    advice = "what it names did not come along; give `context`, a catalogue or observations that hold it"
    return [Problem("", advice)] if unknown else []


def _agree(records: Observations, given: Mapping[str, Sequence[Any]], source: str) -> None:
    """See that what the table repeats is what the records say."""
    if not given or not len(records):
        return
    ours = columns_of(tuple(records))
    problems: list[Problem] = []
    for name, theirs in given.items():
        if ours[name] == theirs:
            continue
        for index, (mine, other) in enumerate(zip(ours[name], theirs, strict=True)):
            if mine != other:
                said = "nothing" if mine is None else shorten(str(mine))
                problem = f"{'nothing' if other is None else shorten(str(other))}, where the record says {said}"
                problems.append(Problem(f"observations[{index}].{name}", problem))
    if problems:
        raise CatalogueError(source, problems)


def _cleaned(column: Column, values: Sequence[Any], source: str) -> Sequence[Any]:
    """The values as a record takes them; what is of another type stays, and the record tells it."""
    if column.type is Type.NUMBER:
        return [as_number(value) for value in values]
    if column.type in {Type.WHOLE, Type.SMALL}:
        return [int(value) if isinstance(value, float) and value.is_integer() else value for value in values]
    if column.type is Type.DATE:
        return [value.date() if isinstance(value, dt.datetime) else value for value in values]
    if column.required:
        for index, value in enumerate(values):
            if value is None:
                raise CatalogueError(source, [(f"observations[{index}].{column.name}", "is missing")])
    return [as_number(value) for value in values]


def as_number(value: Any) -> Any:
    """The value, or None for NaN, which engines without a null give."""
    return None if isinstance(value, float) and math.isnan(value) else value


def _whole(part: Any) -> Any:
    # beyond 2**53 a float64 holds whole numbers only, and not all of them
    return int(part) if isinstance(part, float) and abs(part) >= _LARGEST_EXACT and math.isfinite(part) else part
