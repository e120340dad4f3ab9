"""An annotation file brought up to date after its text or the reader changed: what a person wrote stays."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from raqqa_data.building.annotation_tables import (
    Tables,
    after_the_head,
    dates_of_no_event,
    dropped,
    inserted,
    is_open,
    proven,
    rewritten,
    tables_of,
)
from raqqa_data.building.annotations import REFERENCES, SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_RECORDS = ("observation", "event")
_READ = ("start", "reads")
"""What the machine says of a phrase, and says anew."""
_BESIDE = {"place": "where_prec", "period": "inferred", "reads": "note"}
"""What is true only with another key beside it: a place of a whole document, a day of publication, a unit left out."""
_LOST = "# not found in the document any more"


def updated(toml: str, draft: str) -> str:
    r"""A person's annotation file with what a new draft of the document knows better.

    Offsets and readings follow the text; blanks take what is proposed now; figures that were not there come in where
    they stand, dates do not; what was told to be no figure stays away. Every value and comment that a person wrote is
    kept, also of a phrase that the document has no more: a comment says so, and `build` refuses it.

    Args:
        toml: The annotation file's text.
        draft: What `draft` makes of the document now.

    Raises:
        AnnotationError: One of them is not TOML, or is written in a form that cannot be changed so.
        MissingExtraError: tomlkit is not installed.

    Example:
        >>> old = '[[observation]]\nid = "a.b"\nphrase = "15"\nstart = 3\nplace = "x"\n'
        >>> print(updated(old, old.replace("3", "9").replace('"x"', '"FILL IN"')), end="")
        [[observation]]
        id = "a.b"
        phrase = "15"
        start = 9
        place = "x"
    """
    new = tables_of(draft)
    toml = _with_head(toml, new)
    named: dict[str, str] = {}
    for section in _RECORDS:
        toml = _with_records(toml, new, section, named)
    spoken_of = _spoken_of(tables_of(toml), new)
    for section in SECTIONS:
        toml = _with_references(toml, new, section, spoken_of)
    return toml


def _spoken_of(tables: Tables, new: Tables) -> set[object]:
    """The ids that the records name, with those of the places that these lie in."""
    ids: set[object] = {row.get(key) for section in _RECORDS for row in tables.rows(section) for key in REFERENCES}
    within = {row.get("id"): row.get("within") for row in new.rows("place")}
    for own in tuple(ids):
        while (own := within.get(own)) is not None and own not in ids:
            ids.add(own)
    return ids


def _with_head(toml: str, new: Tables) -> str:
    old = tables_of(toml)
    head, known = new.raw.get("document"), old.raw.get("document")
    if not head or not known:
        return toml
    values = {
        key: value for key, value in head.items() if key in {"sha256", "characters"} or _says_more(known, key, value)
    }
    values = {key: value for key, value in values.items() if known.get(key) != value}
    return rewritten(old, "document", 0, values) if values else toml


def _with_references(toml: str, new: Tables, section: str, spoken_of: set[object]) -> str:
    blocks = new.blocks_of(section)
    for index, row in enumerate(new.rows(section)):
        old = tables_of(toml)
        rows = old.rows(section)
        if not (is_open(row.get("id")) or row.get("id") in spoken_of):
            continue
        if row.get("id") in {known.get("id") for known in rows} or (is_open(row.get("id")) and rows):
            continue
        here = old.blocks_of(section)
        at = here[-1].end if here else after_the_head(old)
        toml = _added(old, at, new.text[blocks[index].start : blocks[index].end], section, row, len(rows))
    return toml


def _with_records(toml: str, new: Tables, section: str, named: dict[str, str]) -> str:
    old = tables_of(toml)
    rows, fresh = old.rows(section), [*new.rows(section)]
    if section == "event":  # what a person told of a date that the draft finds no event for stays
        fresh += dates_of_no_event(new)
    pairs = _pairs(rows, fresh)
    gone = {(phrase, start) for phrase, start, _ in dropped(old)}
    for before, after in pairs.items():
        named[str(fresh[after].get("id"))] = str(rows[before].get("id"))
    for before, row in enumerate(rows):
        values = _better(row, fresh[pairs[before]], named) if before in pairs else {}
        if values:
            toml = rewritten(tables_of(toml), section, before, values)
    toml = _with_lost(toml, section, [index for index in range(len(rows)) if index not in pairs])
    if section == "event":  # most dates of a draft are deleted, and would come back each time
        return toml
    taken = {str(row.get("id")) for row in rows}
    blocks = new.blocks_of(section)
    for index, row in enumerate(fresh):
        if index in pairs.values() or (row.get("phrase"), row.get("start")) in gone:
            continue
        table = new.text[blocks[index].start : blocks[index].end]
        table, values = _under_free_names(table, row, named, taken, {one.get("id") for one in old.rows("event")})
        toml = _in_its_place(toml, section, table, values)
    return toml


def _under_free_names(
    table: str, row: Mapping[str, Any], named: dict[str, str], taken: set[str], events: set[object]
) -> tuple[str, dict[str, Any]]:
    """A new observation's table with an id that is free, and with the ids that others have in the person's file."""
    values = dict(row)
    if "event" in row and row["event"] not in events:
        del values["event"]  # a new draft brings no event in
        table = rewritten(tables_of(table), "observation", 0, {"event": None})
    for key in ("id", "part_of", "of"):
        name = row.get(key)
        if not isinstance(name, str) or is_open(name):
            continue
        values[key] = _free(name, taken) if key == "id" else named.get(name, name)
        if values[key] != name:
            table = rewritten(tables_of(table), "observation", 0, {key: values[key]})
    if not is_open(row.get("id")):
        named[str(row.get("id"))] = str(values["id"])
        taken.add(str(values["id"]))
    return table, values


def _pairs(rows: list[dict[str, Any]], fresh: list[dict[str, Any]]) -> dict[int, int]:
    """Which table of the new draft each old one is: the same phrase at the same place, else the same in order."""
    places = {(row.get("phrase"), row.get("start")): index for index, row in enumerate(fresh)}
    pairs: dict[int, int] = {}
    for index, row in enumerate(rows):
        at = places.pop((row.get("phrase"), row.get("start")), None)
        if at is not None:
            pairs[index] = at
    left = [index for index in range(len(rows)) if index not in pairs]
    free = [index for index in range(len(fresh)) if index not in pairs.values()]
    matcher = SequenceMatcher(
        None,
        [rows[index].get("phrase") for index in left],
        [fresh[index].get("phrase") for index in free],
        autojunk=False,
    )
    for match in matcher.get_matching_blocks():
        for step in range(match.size):
            pairs[left[match.a + step]] = free[match.b + step]
    return pairs


def _better(row: Mapping[str, Any], fresh: Mapping[str, Any], named: Mapping[str, str]) -> dict[str, object]:
    values: dict[str, object] = {}
    for key, value in fresh.items():
        if key in _READ and row.get(key) != value:
            values[key] = value
        elif key != "id" and _says_more(row, key, value):
            values[key] = named.get(value, value) if key in {"part_of", "of"} else value
    for key, beside in _BESIDE.items():
        if key in values and beside in fresh and beside not in row:
            values[beside] = fresh[beside]
    if values.keys() - set(_READ) and "annotation" in fresh and "annotation" not in row:
        values["annotation"] = fresh["annotation"]  # nobody has confirmed what comes in
    return values


def _says_more(row: Mapping[str, Any], key: str, value: object) -> bool:
    """Whether a new value may stand where a person has written nothing."""
    return is_open(row.get(key)) and not is_open(value)


def _with_lost(toml: str, section: str, lost: list[int]) -> str:
    for index in reversed(lost):
        tables = tables_of(toml)
        block = tables.blocks_of(section)[index]
        if _LOST not in toml[block.start : block.head]:
            toml = proven(f"{toml[: block.head]}{_LOST}\n{toml[block.head :]}", tables.raw, section)
    return toml


def _in_its_place(toml: str, section: str, table: str, row: Mapping[str, Any]) -> str:
    """The file with a record before the first of its section that stands after it in the text."""
    tables = tables_of(toml)
    blocks = tables.blocks_of(section)
    rows = tables.rows(section)
    for index, other in enumerate(rows):
        if isinstance(other.get("start"), int) and other["start"] > row.get("start", 0):
            return _added(tables, blocks[index].start, table, section, row, index)
    at = blocks[-1].end if blocks else len(toml)
    return _added(tables, at, table, section, row, len(rows))


def _added(tables: Tables, at: int, table: str, section: str, row: Mapping[str, Any], index: int) -> str:
    expected = {**tables.raw, section: list(_with_one(tables.rows(section), dict(row), index))}
    return proven(inserted(tables.text, at, table), expected, section)


def _with_one(rows: list[dict[str, Any]], row: dict[str, Any], index: int) -> Iterator[dict[str, Any]]:
    yield from rows[:index]
    yield row
    yield from rows[index:]


def _free(name: str, taken: set[str]) -> str:
    number, free = 2, name
    while free in taken:
        free = f"{name}_{number}"
        number += 1
    return free
