"""Folders of catalogues, with a small index beside them: what did not change is not read again.

A file is taken for unchanged where its size and times are those of the index; where only its times are others, or it
was changed so shortly before it was read that its times would not tell, its bytes decide. What the index says is never
needed: where it is missing, broken or cannot be written, everything is read.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from raqqa_data.catalogue import SCHEMA_VERSION
from raqqa_data.collection.shelf import SECTIONS, Definition, Held
from raqqa_data.errors import CatalogueError
from raqqa_data.sources.files import read_bytes
from raqqa_data.sources.messages import is_telegram

if TYPE_CHECKING:
    from collections.abc import Iterator

Watch = Callable[[Sequence[str]], Iterable[str]]
INDEX = ".raqqa-data-index.json"
_FORM = 1
_SECOND = 10**9
_GRAIN, _COARSE = _SECOND // 50, 2 * _SECOND
"""How far apart two changes must be for a file's time to tell them: on most file systems, and where it has seconds."""


class _Stamp(NamedTuple):
    """What the file system says of a file."""

    size: int
    modified: int
    changed: int


class _Known(NamedTuple):
    """What the index holds of a file."""

    stamp: _Stamp
    settled: bool
    held: Held


def files_in(folder: str) -> Iterator[str]:
    """The catalogues' files in a folder and those below it, in order."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".json") and not name.startswith("."):
                yield os.path.join(place, name)  # noqa: PTH118


def held_in(folder: str, *, index: bool, watch: Watch | None = None) -> list[Held]:
    """What a folder holds; with its index looked at before, and written after, where something changed.

    Args:
        folder: The folder.
        index: Whether to use one.
        watch: Passes the files on, one by one.

    Raises:
        CatalogueError: A file is no catalogue.
    """
    before = _read(folder) if index else {}
    now: dict[str, _Known] = {}
    try:
        for path in watch([*files_in(folder)]) if watch else files_in(folder):
            if (found := _held(path, before.get(path))) is not None:
                now[path] = found
    except CatalogueError:
        # the next time begins where this one came to
        now = {**before, **now}
        raise
    finally:
        if index and now != before:
            _write(folder, now)
    return [known.held for known in now.values()]


def _held(path: str, known: _Known | None) -> _Known | None:
    """What a file holds; None for an exported chat, which may lie beside the catalogues that were made of it."""
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError as error:
        raise CatalogueError(path, [("", f"cannot be read: {error.strerror or error}")]) from error
    stamp = _Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    if known and known.settled and known.stamp == stamp:
        return known
    began = time.time_ns()
    content = read_bytes(path, CatalogueError)
    last = max(stamp.modified, stamp.changed)
    settled = began - last > (_GRAIN if last % _SECOND else _COARSE)
    if known and known.held.sha256 == hashlib.sha256(content).hexdigest():
        return _Known(stamp, settled, known.held)
    is_chat = is_telegram(content) and b'"schema_version"' not in content
    return None if is_chat else _Known(stamp, settled, Held.read(path, content))


def _read(folder: str) -> dict[str, _Known]:
    try:
        raw = json.loads(read_bytes(os.path.join(folder, INDEX), CatalogueError))  # noqa: PTH118
        if raw["form"] != _FORM or raw["schema_version"] != SCHEMA_VERSION:
            return {}
        return dict(_rows(folder, raw))
    except (CatalogueError, ValueError, KeyError, TypeError, IndexError, RecursionError):
        return {}


def _rows(folder: str, raw: dict[str, Any]) -> Iterator[tuple[str, _Known]]:
    definitions = [Definition(*map(_text, row)) for row in raw["definitions"]]
    if not all(one.section in SECTIONS for one in definitions):
        raise ValueError(definitions)
    several: list[list[int]] = raw["sets"]
    sets: list[tuple[Definition, ...]] = [tuple(definitions[number] for number in numbers) for numbers in several]
    for name, (size, modified, changed, settled, sha256, document, count, number) in raw["files"].items():
        path = os.path.join(folder, name)  # noqa: PTH118
        held = Held(path, _text(document), int(count), sets[int(number)], _text(sha256))
        yield path, _Known(_Stamp(int(size), int(modified), int(changed)), settled is True, held)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _write(folder: str, now: dict[str, _Known]) -> None:
    definitions: dict[Definition, int] = {}
    sets: dict[tuple[int, ...], int] = {}
    files: dict[str, Iterable[object]] = {}
    for path, (stamp, settled, held) in now.items():
        numbers = tuple(definitions.setdefault(one, len(definitions)) for one in held.definitions)
        number = sets.setdefault(numbers, len(sets))
        row = [*stamp, settled, held.sha256, held.document, held.count, number]
        files[os.path.relpath(path, folder)] = row
    content = {
        "form": _FORM,
        "schema_version": SCHEMA_VERSION,
        "definitions": [*definitions],
        "sets": [*sets],
        "files": files,
    }
    # a folder that is not ours to write in is collected all the same
    with contextlib.suppress(OSError, UnicodeError):
        handle, made = tempfile.mkstemp(prefix=f"{INDEX}.", dir=folder)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(content, file, ensure_ascii=False, separators=(",", ":"))
            os.replace(made, os.path.join(folder, INDEX))  # noqa: PTH105, PTH118
        except (OSError, UnicodeError):
            with contextlib.suppress(OSError):
                os.unlink(made)  # noqa: PTH108
            raise
