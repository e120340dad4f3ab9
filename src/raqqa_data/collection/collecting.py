"""Catalogues of many documents under one list of agents, places, indicators and events."""

from __future__ import annotations

import functools
import os
from typing import TYPE_CHECKING, Any

import attrs

from raqqa_data.catalogue import Catalogue, load
from raqqa_data.errors import CatalogueError, NotFoundError, RecordError
from raqqa_data.records.dataset import Events, Observations
from raqqa_data.sources.files import path_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raqqa_data.records.observation import Observation
    from raqqa_data.records.provenance import Document

Given = Catalogue | str | os.PathLike[str]

_SECTIONS = ("agents", "places", "indicators")


@attrs.frozen
class Collection:
    """Catalogues of different documents, as one body of evidence.

    Ids of records carry their document's: `toll.killed` of the document `agency-7` is `agency_7__toll.killed`, so that
    no two records of different documents are taken for one.

    Attributes:
        catalogues: One for each document, in order of the documents' ids.

    Example:
        >>> import raqqa_data as rd
        >>> held = rd.collect(rd.datasets.catalogue)
        >>> len(held), held.observations.ids[0]
        (17, 'raqqa_2022__battle.city_destroyed')
    """

    catalogues: tuple[Catalogue, ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that the records were read from."""
        return tuple(catalogue.document for catalogue in self.catalogues)

    @property
    def observations(self) -> Observations:
        """All observations, to filter, add up, cite and export as any others."""
        return _observations(self.catalogues)

    @property
    def events(self) -> Events:
        """All events; several documents may tell of one under one id, and each tells it."""
        records = (
            attrs.evolve(event, id=f"{_prefix(catalogue)}_{event.id}")
            for catalogue in self.catalogues
            for event in catalogue.events
        )
        return Events(records)

    def where(self, **wanted: Any) -> Observations:
        """The observations that fit, as `Observations.where` takes them.

        Example:
            >>> import raqqa_data as rd
            >>> len(rd.collect(rd.datasets.catalogue).where(indicator="killed"))
            4
        """
        return self.observations.where(**wanted)

    def add(self, *documents: Given) -> Collection:
        """The same with further catalogues.

        Raises:
            CatalogueError: As for `collect`.
        """
        return collect(*self.catalogues, *documents)

    def remove(self, document: str) -> Collection:
        """The same without a document.

        Raises:
            NotFoundError: It holds no document of that id.
        """
        left = tuple(catalogue for catalogue in self.catalogues if catalogue.document.id != document)
        if len(left) == len(self.catalogues):
            raise NotFoundError("document", document, [held.id for held in self.documents])
        return Collection(left)

    def __iter__(self) -> Iterator[Observation]:
        return iter(self.observations)

    def __len__(self) -> int:
        return len(self.observations)


def collect(*documents: Given) -> Collection:
    """Bring catalogues of different documents together.

    Args:
        documents: Catalogues, paths of their files, or folders of such files.

    Returns:
        The collection; the order in which they are given makes no difference.

    Raises:
        CatalogueError: A file is no catalogue; two catalogues of one document differ, or mean different things by one
            id of an agent, a place or an indicator: the error shows both.

    Example:
        >>> import raqqa_data as rd
        >>> [document.id for document in rd.collect(rd.datasets.catalogue, rd.datasets.catalogue).documents]
        ['raqqa-2022']
    """
    held: dict[str, tuple[Catalogue, str]] = {}
    for catalogue, source in _each(documents):
        known = held.setdefault(catalogue.document.id, (catalogue, source))
        if known[0] != catalogue:
            problem = f"is another catalogue of the document {catalogue.document.id!r} than that of {known[1]}"
            raise CatalogueError(source, [("document.id", f"{problem}: {_difference(known[0], catalogue)}")])
    _check_references(held.values())
    return Collection(tuple(catalogue for catalogue, _ in sorted(held.values(), key=lambda one: one[0].document.id)))


def _each(documents: Iterable[Given]) -> Iterator[tuple[Catalogue, str]]:
    for document in documents:
        if isinstance(document, Catalogue):
            yield document, f"the catalogue of {document.document.id}"
        elif hasattr(document, "__fspath__") or isinstance(document, str):
            path = path_text(document, CatalogueError)
            if not os.path.isdir(path):  # noqa: PTH112
                yield load(path), path
                continue
            for folder, folders, names in os.walk(path):
                folders.sort()
                for name in sorted(names):
                    if name.endswith(".json") and not name.startswith("."):
                        file = os.path.join(folder, name)  # noqa: PTH118
                        yield load(file), file
        else:
            raise RecordError("collect", "documents", document, "give catalogues, their files, or folders of them")


def _difference(one: Catalogue, other: Catalogue) -> str:
    """The first thing in which two catalogues differ, from both sides."""
    for record in one.observations:
        there = other.observations.get(record.id)
        if there != record:
            return (
                f"{record.id} is {record.estimate} in the one and {there.estimate if there else 'missing'} in the other"
            )
    return "they differ in what they refer to"


def _check_references(held: Iterable[tuple[Catalogue, str]]) -> None:
    known: dict[tuple[str, str], tuple[object, str]] = {}
    for catalogue, source in held:
        for section in _SECTIONS:
            for item in getattr(catalogue, section):
                before = known.setdefault((section, item.id), (item, source))
                if before[0] != item:
                    problem = f"{item.id!r} is {item} here, and {before[0]} in {before[1]}; give one of them another id"
                    raise CatalogueError(source, [(section, problem)])


@functools.lru_cache(maxsize=64)
def _observations(catalogues: tuple[Catalogue, ...]) -> Observations:
    records: list[Observation] = []
    for catalogue in catalogues:
        prefix = _prefix(catalogue)
        for record in catalogue.observations:
            part_of = record.part_of and f"{prefix}__{record.part_of}"
            superseded_by = record.superseded_by and f"{prefix}__{record.superseded_by}"
            named = f"{prefix}__{record.id}"
            records.append(attrs.evolve(record, id=named, part_of=part_of, superseded_by=superseded_by))
    return Observations(records)


def _prefix(catalogue: Catalogue) -> str:
    word = catalogue.document.id.replace("-", "_")
    return word if word[0].isalpha() else f"d{word}"
