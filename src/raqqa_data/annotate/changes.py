"""What a person does on the page, as changes of an annotation file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from raqqa_data.annotate.names import with_definition
from raqqa_data.building.annotation_tables import is_open, tables_of
from raqqa_data.building.annotations import REFERENCES, SECTIONS, left_open
from raqqa_data.building.documents import id_after
from raqqa_data.building.editing import confirm_observation, define, drop_observation, set_field
from raqqa_data.catalogue.construction import is_table
from raqqa_data.errors import AnnotationError, NotFoundError, shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from raqqa_data.annotate.names import Named

_RECORDS = ("observation", "event", "document", *SECTIONS)


def changed(toml: str, action: Mapping[str, Any], names: Named, document: str) -> str:
    """The file after one thing that a person did.

    Args:
        toml: The annotation file.
        action: Its `kind` (set, confirm, reopen, drop or define), and what that needs.
        names: What an answer may name; it is defined where the file lacks it.
        document: The document's name, which a record's id begins with where it has none yet.

    Raises:
        RaqqaDataError: It cannot be done; which says why.
    """
    kind = action.get("kind")
    work = _KINDS.get(kind) if isinstance(kind, str) else None
    if work is None:
        raise NotFoundError("kind of change", kind, _KINDS)
    return without_unused(work(toml, action, names, document))


def without_blanks(draft: str) -> str:
    """A draft without the tables that it leaves for a first agent, place and indicator: the page makes such itself."""
    return _without(draft, lambda _, row: is_open(row.get("id")))


def without_unused(toml: str) -> str:
    """The file without agents, places and indicators that a draft left unnamed and no record names any more."""
    tables = tables_of(toml)
    rows = [row for section in ("observation", "event", *SECTIONS) for row in tables.rows(section)]
    used = {(section, row.get(key)) for row in rows for key, section in {**REFERENCES, "within": "place"}.items()}
    return _without(
        toml, lambda section, row: bool(left_open(row.get("name"), "name")) and (section, row.get("id")) not in used
    )


def _without(toml: str, is_needless: Callable[[str, Mapping[str, Any]], bool]) -> str:
    tables = tables_of(toml)
    for section in SECTIONS:
        blocks = tables.blocks_of(section)
        for block, row in reversed([*zip(blocks, tables.rows(section), strict=True)]):
            if is_needless(section, row):
                toml = f"{toml[: block.start].rstrip()}\n\n{toml[block.end :]}"
        tables = tables_of(toml)
    return toml


def _set(toml: str, action: Mapping[str, Any], names: Named, _: str) -> str:
    section, index = _which(action)
    key, value = action.get("key"), action.get("value")
    if not isinstance(key, str):
        raise AnnotationError("change", [("key", f"names no field: {shorten(key)}")])
    if key in REFERENCES and section != "document" and isinstance(value, str):
        toml = with_definition(toml, REFERENCES[key], value, names)
    return set_field(toml, index, key, value, section=section)


def _confirm(toml: str, action: Mapping[str, Any], _: Named, document: str) -> str:
    section, index = _which(action)
    row = _row(toml, section, index)
    if section == "observation" and is_open(row.get("id")) and not is_open(row.get("indicator")):
        toml = set_field(toml, index, "id", _id_for(toml, row, document))
    return confirm_observation(toml, index, section=section)


def _reopen(toml: str, action: Mapping[str, Any], *_: object) -> str:
    section, index = _which(action)
    return set_field(toml, index, "annotation", "proposed", section=section)


def _drop(toml: str, action: Mapping[str, Any], *_: object) -> str:
    section, index = _which(action)
    same = action.get("same_as")
    return drop_observation(toml, index, same_as=same if isinstance(same, str) else None, section=section)


def _define(toml: str, action: Mapping[str, Any], names: Named, document: str) -> str:
    """A new agent, place or indicator, and, where a record is named, that as its answer."""
    section, row = action.get("section"), action.get("row")
    if not isinstance(section, str) or section not in SECTIONS or not is_table(row):
        raise NotFoundError("section", section, SECTIONS)
    toml = define(toml, section, row)
    answered = action.get("answers")
    if not is_table(answered):
        return toml
    return _set(toml, {**answered, "value": row.get("id")}, names, document)


_KINDS: Mapping[str, Callable[..., str]] = {
    "set": _set,
    "confirm": _confirm,
    "reopen": _reopen,
    "drop": _drop,
    "define": _define,
}


def _which(action: Mapping[str, Any]) -> tuple[str, int]:
    section, index = action.get("section", "observation"), action.get("index", 0)
    if section not in _RECORDS:
        raise NotFoundError("section", section, _RECORDS)
    if not isinstance(index, int) or isinstance(index, bool):
        raise NotFoundError(section, index, ())
    return section, index


def _row(toml: str, section: str, index: int) -> Mapping[str, Any]:
    rows = tables_of(toml).rows(section)
    if not 0 <= index < len(rows):
        raise NotFoundError(section, index, ())
    return rows[index]


def _id_for(toml: str, row: Mapping[str, Any], document: str) -> str:
    """A free id for a record that has none: its document's name and its indicator."""
    dataset = re.sub(r"\W+|-", "_", id_after(document.partition(".")[0]) or "document", flags=re.ASCII)
    stem = f"{dataset if dataset[0].isalpha() else f'd_{dataset}'}.{str(row.get('indicator')).replace('-', '_')}"
    taken = {other.get("id") for other in tables_of(toml).rows("observation")}
    number, free = 2, stem
    while free in taken:
        free, number = f"{stem}_{number}", number + 1
    return free
