"""Which records of different documents speak of one happening, as a person confirmed it: kept beside the catalogues."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from raqqa_data.errors import CatalogueError, RecordError
from raqqa_data.records.validation import is_slug
from raqqa_data.sources.files import path_text, read_utf8
from raqqa_data.sources.toml import parse_toml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FILE = "event_keys.toml"
_HEAD = (
    "# Which records speak of one happening, as a person confirmed it. Read and written by raqqa_data's collections."
)

Keys = tuple[tuple[str, str], ...]
"""Ids of records, each with the key of its event; in order of the ids."""


def merged(*several: Iterable[tuple[str, str]]) -> Keys:
    """Keys from several places as one.

    Raises:
        RecordError: One record has two keys, or a key is no id.
    """
    held: dict[str, str] = {}
    for record, event in (pair for keys in several for pair in keys):
        if not is_slug(event):
            raise RecordError("Collection", "event_keys", event, "must be lower-case words, digits, - and _")
        if held.setdefault(record, event) != event:
            problem = f"has the key {held[record]!r} already; one record speaks of one event"
            raise RecordError("Collection", "event_keys", f"{record}: {event}", problem)
    return tuple(sorted(held.items()))


def keys_in(folder: str) -> Keys:
    """The keys that a folder holds; none where it has no such file.

    Raises:
        CatalogueError: The file is no TOML, or not of the form.
    """
    path = os.path.join(folder, FILE)  # noqa: PTH118
    if not os.path.lexists(path):
        return ()
    table = parse_toml(read_utf8(path, CatalogueError), path, CatalogueError)
    pairs: list[tuple[str, str]] = []
    for event, row in table.items():
        records: Any = cast("Mapping[str, Any]", row).get("records") if isinstance(row, dict) else None
        if not isinstance(records, list) or not all(isinstance(one, str) for one in cast("list[object]", records)):
            raise CatalogueError(path, [(event, 'must be a table with a list of ids: records = ["a__toll.killed"]')])
        pairs += ((record, event) for record in cast("list[str]", records))
    try:
        return merged(pairs)
    except RecordError as error:
        raise CatalogueError(path, [("", str(error))]) from error


def write_keys(keys: Keys, folder: str | os.PathLike[str]) -> str:
    """Write the keys to a folder's file, and say where.

    Raises:
        CatalogueError: It cannot be written.
    """
    path = Path(path_text(folder, CatalogueError)) / FILE
    lines = [_HEAD]
    for event in sorted({event for _, event in keys}):
        lines += ["", f"[{event}]", "records = [", *(f'  "{one}",' for one, key in keys if key == event), "]"]
    try:
        made = path.with_name(f".{FILE}.new")
        made.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        made.replace(path)
    except (OSError, ValueError) as error:
        raise CatalogueError(
            str(path), [("", f"cannot be written: {getattr(error, 'strerror', None) or error}")]
        ) from error
    return str(path)
