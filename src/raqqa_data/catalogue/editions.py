"""Editions of the shipped data: which there are, what each held, and why each record changed.

`data_version` follows the Data Package recipe: the first number for a record that is withdrawn, superseded or means
something else than before, the second for new records and facts, the third for corrections. Ids are never reused, and
no record is ever deleted. Past editions stand in `catalogue/editions`, one JSON file each, named by its version.
"""

from __future__ import annotations

import enum
import functools
import itertools
import re
from typing import TYPE_CHECKING, Any, cast

import attrs

from raqqa_data.catalogue import Catalogue, loads, plain
from raqqa_data.errors import CatalogueError, NotFoundError, Problem
from raqqa_data.records.subgroup import Subgroup, contains

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raqqa_data.records.observation import Record

_VERSION = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)", re.ASCII)
_MEANING = ("kind", "indicator", "unit", "of", "subgroup", "record_status", "superseded_by")
"""Fields of which a change makes another observation of it, or takes it out of use."""


class Step(enum.IntEnum):
    """How far a version must rise for a change."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3


@attrs.frozen
class Change:
    """What one edition changed in one record.

    Attributes:
        version: The edition that brought it.
        id: The record's id.
        field: The field that changed; None for a record that is new.
        old: Its value before, as the catalogue's JSON has it; None where there was none.
        new: Its value since.
        why: The reason, as the changelog gives it; None where it gives none.
    """

    version: str
    id: str
    field: str | None
    old: object
    new: object
    why: str | None = None

    @property
    def step(self) -> Step:
        """How far it makes the version rise."""
        if self.field == "subgroup" and self.old and contains(_coordinates(self.old), _coordinates(self.new)):
            return Step.MINOR  # the same, told more closely
        if self.field in _MEANING:
            return Step.MAJOR
        return Step.MINOR if self.old is None else Step.PATCH

    def __str__(self) -> str:
        what = f"new: {self.new}" if self.field is None else f"{self.field}: {self.old} became {self.new}"
        return f"{self.version} {self.id}: {what}{f' ({self.why})' if self.why else ''}"


def catalogue_versions() -> tuple[str, ...]:
    """Every edition of the shipped data, oldest first; the last is the one in use.

    Example:
        >>> catalogue_versions()
        ('1.0.0', '1.1.0')
    """
    from raqqa_data.catalogue.datasets import data_version

    return tuple(sorted({*_past(), data_version}, key=_numbers))


def load_edition(version: str) -> Catalogue:
    """The shipped data as it was in an edition, withdrawn and superseded records included.

    Args:
        version: One of `catalogue_versions`.

    Raises:
        NotFoundError: There is no such edition.

    Example:
        >>> len(load_edition("1.0.0").observations)
        17
    """
    from raqqa_data.catalogue.datasets import catalogue

    if version == catalogue.data_version:
        return catalogue
    past = _past()
    if version not in past:
        raise NotFoundError("edition", version, catalogue_versions())
    return loads(past[version], f"{version}.json")


def changelog(record_id: str | None = None) -> tuple[Change, ...]:
    """Every change of every record from one edition to the next, oldest first, each with its reason.

    Args:
        record_id: Only the changes of this record.

    Raises:
        NotFoundError: No edition has that record.

    Example:
        >>> changelog("prison_attack.killed")[0].new
        'prison_attack'
    """
    editions = [load_edition(version) for version in catalogue_versions()]
    if record_id is not None:
        known = [record.id for edition in editions for record in _records(edition)]
        if record_id not in known:
            raise NotFoundError("record", record_id, known)
    reasons = _reasons()
    found: list[Change] = []
    for old, new in itertools.pairwise(editions):
        for change in changes(old, new):
            why = reasons.get((change.version, change.id, change.field))
            found.append(attrs.evolve(change, why=why))
    return tuple(change for change in found if record_id in {None, change.id})


def changes(old: Catalogue, new: Catalogue) -> tuple[Change, ...]:
    """What became of each record from one catalogue to another.

    Raises:
        CatalogueError: A record is gone, or its id stands for a record of another sort: that must never be.

    Example:
        >>> import raqqa_data as rd
        >>> changes(rd.datasets.catalogue, rd.datasets.catalogue)
        ()
    """
    before = {record.id: record for record in _records(old)}
    after = {record.id: record for record in _records(new)}
    problems = [Problem(name, "is gone; withdraw it, or name its successor") for name in before if name not in after]
    problems += [
        Problem(name, "stands for something else now; give that an id of its own")
        for name in before
        if name in after and type(before[name]) is not type(after[name])
    ]
    if problems:
        raise CatalogueError(f"edition {new.data_version}", problems)
    found: list[Change] = []
    for name, record in after.items():
        if name not in before:
            found.append(Change(new.data_version, name, None, None, record.name.en))
        elif before[name] != record:
            found += _differences(before[name], record, new.data_version)
    return tuple(found)


def _coordinates(value: object) -> Subgroup | None:
    return Subgroup.of(cast("Any", value))


def step_between(old: str, new: str) -> Step:
    """Which number of a version rose; NONE where the new one is not the next of its sort.

    Example:
        >>> step_between("1.0.0", "1.1.0").name, step_between("1.0.0", "1.0.2").name
        ('MINOR', 'NONE')
    """
    major, minor, patch = _numbers(old)
    following = {
        (major + 1, 0, 0): Step.MAJOR,
        (major, minor + 1, 0): Step.MINOR,
        (major, minor, patch + 1): Step.PATCH,
    }
    return following.get(_numbers(new), Step.NONE)


def _differences(old: Record, new: Record, version: str) -> Iterator[Change]:
    before, after = plain(old), plain(new)
    for field in attrs.fields_dict(type(new)):
        # what a record only names is told by its id; a change within it is a change of the record all the same
        mine, theirs = getattr(old, field), getattr(new, field)
        if mine != theirs:
            same_id = before.get(field) == after.get(field)
            yield Change(
                version,
                new.id,
                field,
                str(mine) if same_id else before.get(field),
                str(theirs) if same_id else after.get(field),
            )


def _records(catalogue: Catalogue) -> Sequence[Record]:
    return (*catalogue.observations, *catalogue.events)


@functools.cache
def _past() -> dict[str, str]:
    """The files of past editions by version."""
    from importlib.resources import files

    folder = files("raqqa_data.catalogue").joinpath("editions")
    if not folder.is_dir():
        return {}
    found = {file.name.removesuffix(".json"): file for file in folder.iterdir() if file.name.endswith(".json")}
    return {version: found[version].read_text(encoding="utf-8") for version in found}


def _reasons() -> dict[tuple[str, str, str | None], str]:
    import tomllib
    from importlib.resources import files

    raw: dict[str, Any] = tomllib.loads(
        files("raqqa_data.catalogue").joinpath("changelog.toml").read_text(encoding="utf-8")
    )
    rows = cast("list[dict[str, str]]", raw["change"])
    return {(row["version"], row["id"], row.get("field")): row["why"] for row in rows}


def _numbers(version: str) -> tuple[int, int, int]:
    match = _VERSION.fullmatch(version)
    if match is None:
        raise NotFoundError("version", version)
    return int(match[1]), int(match[2]), int(match[3])
