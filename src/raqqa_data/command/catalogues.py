"""The catalogue that a command is given, and those in folders, for which alone collecting is imported."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import raqqa_data as rd
from raqqa_data.command import terminal
from raqqa_data.errors import CatalogueError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from raqqa_data.catalogue import Catalogue
    from raqqa_data.collection.shelf import Held


def catalogue_at(path: Path | None) -> Catalogue:
    """The catalogue in a file; the shipped one where none is given."""
    return rd.load(path) if path else rd.datasets.catalogue


def held_at(path: Path | None) -> Catalogue | rd.Collection:
    """The catalogue in a file, or those in a folder as one collection; the shipped one where none is given.

    Raises:
        CatalogueError: A folder holds no catalogue, or a file is none.
    """
    return collected([str(path)], no_index=False) if path and path.is_dir() else catalogue_at(path)


def in_use(held: Catalogue | rd.Collection) -> rd.Observations:
    """Its observations that no other has superseded or taken back."""
    return rd.Observations(r for r in held.observations if r.record_status is rd.RecordStatus.CURRENT)


def collected(folders: Sequence[str], *, no_index: bool) -> rd.Collection:
    """The catalogues of folders as one collection.

    Raises:
        CatalogueError: A folder holds no catalogue, or a file is none.
    """
    from raqqa_data.collection.collecting import united

    return united(*gathered_in(folders, no_index=no_index))


def gathered_in(folders: Sequence[str], *, no_index: bool) -> tuple[list[Held], list[tuple[str, str]]]:
    """What is given, with its event keys.

    Raises:
        CatalogueError: A folder holds no catalogue, or a file is none.
    """
    from raqqa_data.collection.collecting import gathered

    several: list[Held] = []
    confirmed: list[tuple[str, str]] = []
    for folder in folders:
        held, keys = gathered([folder], index=not no_index, watch=terminal.watched)
        if not held:
            commands = " and ".join(shlex.join(["raqqa-data", name, folder]) for name in ("draft", "build"))
            problem = f"holds no catalogue (.json); {commands} make one of each document in it"
            raise CatalogueError(folder, [("", problem)])
        several += held
        confirmed += keys
    return several, confirmed
