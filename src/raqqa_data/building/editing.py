"""An annotation file changed by machine where a person may have written: comments, order and every other line stay."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, cast

import attrs

from raqqa_data.building.annotation_tables import (
    Tables,
    Which,
    after_the_head,
    index_of,
    inserted,
    is_open,
    note_of_dropped,
    proven,
    rewritten,
    tables_of,
    written,
)
from raqqa_data.building.annotations import REFERENCES, SECTIONS, EventNote, ObservationNote
from raqqa_data.building.updating import updated
from raqqa_data.catalogue.construction import is_table
from raqqa_data.catalogue.references import References
from raqqa_data.errors import AnnotationError, NotFoundError, Problem, RecordError, meant, shorten
from raqqa_data.records.observation import Event, Observation
from raqqa_data.records.period import Period
from raqqa_data.records.provenance import Document
from raqqa_data.texts import text_fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["confirm_observation", "define", "drop_observation", "set_field", "updated"]

_NOTES: dict[str, type] = {"observation": ObservationNote, "event": EventNote, "document": Document, **SECTIONS}
_CHECKS = {"observation": Observation.check_id, "event": Event.check_id, "document": Event.check_id}
_OTHERS = ("part_of", "of")
_PERIODS = ("period", "published", "retrieved")


def set_field(toml: str, observation: Which, key: str, value: object, *, section: str = "observation") -> str:
    r"""The file with one field of an observation written anew.

    Args:
        toml: The annotation file's text.
        observation: Its id, or its place in the file.
        key: A key of the table, such as "place".
        value: What to write; None takes the key away.
        section: "event" for an event; "agent", "place" or "indicator" for one of these; "document" for the head of the
            file, where `observation` counts for nothing.

    Returns:
        The text: all else in it is as it was.

    Raises:
        AnnotationError: There is no such key, or the value can never stand there.
        NotFoundError: There is no such observation, or nothing that the value names.
        MissingExtraError: tomlkit is not installed.

    Example:
        >>> text = '[[observation]]\nid = "trees.planted"\nperiod = "FILL IN"\n'
        >>> print(set_field(text, "trees.planted", "period", "2021-03"), end="")
        [[observation]]
        id = "trees.planted"
        period = "2021-03"
    """
    tables = tables_of(toml)
    index = 0 if section == "document" else index_of(tables, section, observation)
    path = section if section == "document" else f"{section}[{index}]"
    if fault := _fault(tables, section, index, key, value):
        raise AnnotationError("annotations", [Problem(f"{path}.{key}", fault)])
    changed = rewritten(tables, section, index, {key: value})
    if key != "id" or section != "observation":
        return changed
    # whatever named it by its old id names it by the new one
    before = tables.rows(section)[index].get("id")
    for place, row in enumerate(tables.rows(section)):
        named = {other: value for other in _OTHERS if row.get(other) == before and before is not None}
        if named and not is_open(before):
            changed = rewritten(tables_of(changed), section, place, named)
    return changed


def confirm_observation(toml: str, observation: Which, *, section: str = "observation") -> str:
    """The file with an observation that a person has confirmed: nothing in it is proposed any more.

    Raises:
        AnnotationError: Something in it is still to be filled in.
        NotFoundError: There is no such observation.
        MissingExtraError: tomlkit is not installed.
    """
    tables = tables_of(toml)
    index = index_of(tables, section, observation)
    row = tables.rows(section)[index]
    if left := [key for key in row if is_open(row[key])]:
        problems = [Problem(f"{section}[{index}].{key}", "is still to be filled in") for key in left]
        raise AnnotationError("annotations", problems)
    return toml if "annotation" not in row else rewritten(tables, section, index, {"annotation": None})


def drop_observation(toml: str, observation: Which, *, same_as: str | None = None, section: str = "observation") -> str:
    """The file without an observation: a comment keeps its phrase, so that no later draft brings it back.

    Args:
        toml: The annotation file's text.
        observation: Its id, or its place in the file.
        same_as: The id of the observation that states the same figure; else it is no figure.
        section: "event" for an event.

    Raises:
        AnnotationError: Another observation is part of it, or a share of it.
        NotFoundError: There is no such observation.
    """
    tables = tables_of(toml)
    index = index_of(tables, section, observation)
    rows = tables.rows(section)
    row = rows[index]
    if same_as is not None:
        index_of(tables, section, same_as)
    if section == "observation" and not is_open(row.get("id")):
        named = [
            Problem(f"{section}[{place}].{key}", f"names {row.get('id')!r}; change that first")
            for place, other in enumerate(rows)
            for key in _OTHERS
            if place != index and other.get(key) == row.get("id") and other.get(key) is not None
        ]
        if named and same_as is None:
            raise AnnotationError("annotations", named)
        if named:
            # its parts are the parts of what it is the same as
            for problem in named:
                place, key = int(problem.path.split("[")[1].split("]")[0]), problem.path.rpartition(".")[2]
                toml = rewritten(tables_of(toml), section, place, {key: same_as})
            tables = tables_of(toml)
    block = tables.blocks_of(section)[index]
    changed = f"{toml[: block.start]}{note_of_dropped(row, same_as)}\n\n{toml[block.end :]}"
    expected = copy.deepcopy(tables.raw)
    del expected[section][index]
    return proven(changed, expected, section)


def define(toml: str, section: str, row: Mapping[str, object]) -> str:
    """The file with one more agent, place or indicator.

    Args:
        toml: The annotation file's text.
        section: "agent", "place" or "indicator".
        row: Its keys, as they stand in the file.

    Raises:
        AnnotationError: The row is no such thing, or its id means another one already.
        MissingExtraError: tomlkit is not installed.

    Example:
        >>> print(define("", "agent", {"id": "council", "name": {"en": "The council", "ar": "المجلس"}}), end="")
        [[agent]]
        id = "council"
        name = {en = "The council", ar = "المجلس"}
    """
    if section not in SECTIONS:
        raise NotFoundError("section", section, SECTIONS)
    tables = tables_of(toml)
    rows = tables.rows(section)
    taken = [known for known in rows if known.get("id") == row.get("id")]
    if taken == [dict(row)]:
        return toml
    path = f"{section}[{len(rows)}]"
    if taken:
        raise AnnotationError("annotations", [Problem(f"{path}.id", f"{row.get('id')!r} is another one already")])
    if left := [key for key in row if is_open(row[key])]:
        raise AnnotationError("annotations", [Problem(f"{path}.{key}", "is still to be filled in") for key in left])
    if problems := _unsound(tables, section, row, path):
        raise AnnotationError("annotations", problems)
    new = written(section, row)
    expected = copy.deepcopy(tables.raw)
    blocks = tables.blocks_of(section)
    for index, known in enumerate(rows):
        if is_open(known.get("id")):  # the draft left a table to write into
            block = blocks[index]
            expected[section][index] = dict(row)
            tail = toml[block.head : block.end]
            space = tail[len(tail.rstrip()) :] or "\n"
            return proven(f"{toml[: block.head]}{new.rstrip()}{space}{toml[block.end :]}", expected, section)
    expected.setdefault(section, []).append(dict(row))
    at = blocks[-1].end if blocks else after_the_head(tables)
    return proven(inserted(toml, at, new), expected, section)


def _fault(tables: Tables, section: str, index: int, key: str, value: object) -> str | None:
    """Why a value can never stand under a key, or None."""
    if section not in _NOTES:
        raise NotFoundError("section", section, _NOTES)
    if key == "id" and section in SECTIONS:
        return "is what records name it by; define another"
    keys = [field.name for field in attrs.fields(_NOTES[section])]
    if key not in keys:
        return f"unknown key{meant(key, keys)}"
    return None if value is None else next(_faults(tables, section, index, key, value), None)


def _faults(tables: Tables, section: str, index: int, key: str, value: object) -> Iterator[str]:
    yield from _unfit(value)
    if key in REFERENCES and section != "document":
        kind = REFERENCES[key]
        known = [str(row.get("id")) for row in tables.rows(kind)]
        if value not in known:
            raise NotFoundError(kind, value, known)
    if key in _OTHERS and section == "observation" and _names_itself(tables, index, key, value):
        yield f"{shorten(value)} would be part of itself"
    if key == "id" and section != "document":
        others = [row.get("id") for place, row in enumerate(tables.rows(section)) if place != index]
        if value in others:
            yield f"{shorten(value)} stands here already"
    try:
        if key in _PERIODS:
            Period(cast("str", value))  # it says itself what it takes
        elif key == "id":
            _CHECKS[section](None, attrs.fields(Document).id, value)
    except RecordError as error:
        yield error.problem if key == "id" else str(error)


def _names_itself(tables: Tables, index: int, key: str, value: object) -> bool:
    """Whether a whole that is named lies within the observation itself.

    Raises:
        NotFoundError: There is no observation of that name.
    """
    rows = {str(row.get("id")): row for row in tables.rows("observation")}
    if key == "of" and value not in rows:
        return False  # in words: of what a percentage is
    own = str(tables.rows("observation")[index].get("id"))
    if value not in rows:
        raise NotFoundError("observation", value, rows)
    seen: set[str] = set()
    at = str(value)
    while at in rows and at not in seen:
        if at == own:
            return True
        seen.add(at)
        at = str(rows[at].get(key))
    return False


def _unfit(value: object) -> Iterator[str]:
    if is_table(value):
        for inner in value.values():
            yield from _unfit(inner)
    elif isinstance(value, str):
        if not value.strip():
            yield "is empty"
        if fault := text_fault(value):
            yield fault
    elif isinstance(value, bool) or not isinstance(value, (int, float)):
        yield f"holds {shorten(value)}, which is neither a text nor a number nor a table"


def _unsound(tables: Tables, section: str, row: Mapping[str, object], path: str) -> list[Problem]:
    references = References()
    known = [one for one in tables.rows(section) if not is_open(one.get("id"))]
    references.define([*known, dict(row)], SECTIONS[section], section)
    last = f"{section}[{len(known)}]"
    return [
        Problem(problem.path.replace(last, path, 1), problem.message)
        for problem in references.problems
        if problem.path == last or problem.path.startswith(f"{last}.")
    ]
