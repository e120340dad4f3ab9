"""Catalogues of many documents under one list of agents, places, indicators and events."""

from __future__ import annotations

import functools
import os
import shlex
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

import attrs

from raqqa_data.catalogue import Catalogue
from raqqa_data.collection.event_keys import Keys, keys_in, merged, write_keys
from raqqa_data.collection.folders import Watch, held_in
from raqqa_data.collection.meanings import differing, doubly_defined, is_one, renamed, told_of
from raqqa_data.collection.shelf import Definition, Held, Shelf
from raqqa_data.errors import CatalogueError, NotFoundError, RecordError
from raqqa_data.records.dataset import Events, Observations
from raqqa_data.records.mixins import Tabular
from raqqa_data.sources.files import path_text

if TYPE_CHECKING:
    from raqqa_data.collection.meanings import Told
    from raqqa_data.records.observation import Observation
    from raqqa_data.records.provenance import Document

Given = Catalogue | str | os.PathLike[str]
"""What a collection is made of: catalogues, their files, or folders of them."""


_PLACED = "a draft made with --country or --place puts places where they belong; if they are two places,"


def _shelved(catalogues: Iterable[Catalogue]) -> Shelf:
    return Shelf.of(catalogues)


@attrs.frozen
class Collection(Tabular):
    """Catalogues of different documents, as one body of evidence.

    Ids of records carry their document's: `toll.killed` of the document `agency-7` is `agency_7__toll.killed`, so that
    no two records of different documents are taken for one.

    Attributes:
        catalogues: One for each document, in order of the documents' ids; each is read from its file when it is taken.
        event_keys: Ids of records, each with the key of the event that a person confirmed it to speak of.

    Example:
        >>> import raqqa_data as rd
        >>> held = rd.collect(rd.datasets.catalogue)
        >>> len(held), held.observations.ids[0]
        (17, 'raqqa_2022__battle.city_destroyed')
    """

    catalogues: Sequence[Catalogue] = attrs.field(converter=_shelved)
    event_keys: Keys = attrs.field(default=(), converter=merged)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that the records were read from."""
        return tuple(catalogue.document for catalogue in self.catalogues)

    @functools.cached_property
    def observations(self) -> Observations:
        """All observations, to filter, add up, cite and export as any others."""
        return _observations(self.catalogues, dict(self.event_keys), told_of(self._held))

    @property
    def events(self) -> Events:
        """All events; several documents may tell of one under one id, and each tells it."""
        records = (
            attrs.evolve(event, id=f"{prefix_of(catalogue.document.id)}_{event.id}")
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

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The observations as Arrow data, so that polars, duckdb, pyarrow and pandas take them as they are."""
        return self.observations.__arrow_c_stream__(requested_schema)

    def cite(self, style: str = "text", *, language: str = "en") -> str:
        """A citation of the observations, as `Observations.cite` writes it."""
        return self.observations.cite(style, language=language)

    def chart(self, *, language: str = "en", narrow: bool = False) -> Any:
        """A chart of the observations, as `Observations.chart` draws it."""
        return self.observations.chart(language=language, narrow=narrow)

    def add(self, *documents: Given) -> Collection:
        """The same with further catalogues.

        Raises:
            CatalogueError: As for `collect`.
        """
        held, keys = gathered(documents, index=True)
        return united((*self._held, *held), (*self.event_keys, *keys))

    def remove(self, document: str) -> Collection:
        """The same without a document, and without the keys of its records.

        Raises:
            NotFoundError: It holds no document of that id.
        """
        left = [held for held in self._held if held.document != document]
        if len(left) == len(self._held):
            raise NotFoundError("document", document, [held.document for held in self._held])
        gone = f"{prefix_of(document)}__"
        return Collection(Shelf(left), [pair for pair in self.event_keys if not pair[0].startswith(gone)])

    def confirm(self, records: Iterable[str], event: str) -> Collection:
        """The same, with records that speak of one happening under one key, as `candidates` proposed them.

        Args:
            records: Ids of records, as the collection has them.
            event: The key: lower-case words, digits, `-` and `_`. It replaces what they had.

        Raises:
            NotFoundError: There is no such record.
            RecordError: The key is none, or what is given are no ids.

        Example:
            >>> import raqqa_data as rd
            >>> held = rd.collect(rd.datasets.catalogue)
            >>> held = held.confirm(["raqqa_2022__security.weapons_seized"], "arms-find")
            >>> held.where(event="arms-find").ids
            ('raqqa_2022__security.weapons_seized',)
        """
        named = (records,) if isinstance(records, str) else records
        if not isinstance(named, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise RecordError("Collection", "records", records, "give ids of records, as `candidates` names them")
        wanted = {self.observations[record].id: event for record in named}
        return Collection(self.catalogues, {**dict(self.event_keys), **wanted}.items())

    def save_event_keys(self, folder: str | os.PathLike[str]) -> str:
        """Write the confirmed keys beside the catalogues, where `collect` finds them again.

        Args:
            folder: The folder; its `event_keys.toml` is replaced.

        Returns:
            The file's path.

        Raises:
            CatalogueError: It cannot be written.
        """
        return write_keys(self.event_keys, folder)

    @property
    def _held(self) -> tuple[Held, ...]:
        return cast("Shelf", self.catalogues).held

    def __iter__(self) -> Iterator[Observation]:
        return iter(self.observations)

    def __len__(self) -> int:
        return sum(held.count for held in self._held)


def collect(*documents: Given, index: bool = True) -> Collection:
    """Bring catalogues of different documents together.

    A folder keeps a small index, `.raqqa-data-index.json`: the next time, only catalogues that changed are read at
    once, and the others when they are asked for. A folder that cannot be written to is collected all the same.
    Event keys that were confirmed are found in the folder's `event_keys.toml`.

    Args:
        documents: Catalogues, paths of their files, or folders of such files.
        index: Whether folders keep an index.

    Returns:
        The collection; the order in which they are given makes no difference.

    Raises:
        CatalogueError: A file is no catalogue; two catalogues of one document differ, or mean different things by one
            id of an agent, a place or an indicator: the error shows both. Names that are only spelt otherwise (أحمد,
            احمد), or of which one has no English, are one; the observations have the first that has an English one.
            A coordinate or a code of a place that only one knows is no difference, and the observations have it.

    Example:
        >>> import raqqa_data as rd
        >>> [document.id for document in rd.collect(rd.datasets.catalogue, rd.datasets.catalogue).documents]
        ['raqqa-2022']
    """
    return united(*gathered(documents, index=index))


def gathered(
    documents: Iterable[Given], *, index: bool, watch: Watch | None = None
) -> tuple[list[Held], list[tuple[str, str]]]:
    """What is given, and the event keys that lie beside it.

    Args:
        documents: As for `collect`.
        index: As for `collect`.
        watch: Passes on the files of a folder, one by one, and may tell how far that is.
    """
    held: list[Held] = []
    keys: list[tuple[str, str]] = []
    for document in documents:
        if isinstance(document, Catalogue):
            held.append(Held.of(document))
        elif hasattr(document, "__fspath__") or isinstance(document, str):
            path = path_text(document, CatalogueError)
            if os.path.isdir(path):  # noqa: PTH112
                held += held_in(path, index=index, watch=watch)
                keys += keys_in(path)
            else:
                held.append(Held.read(path))
        else:
            raise RecordError("collect", "documents", document, "give catalogues, their files, or folders of them")
    return held, keys


def united(given: Iterable[Held], keys: Iterable[tuple[str, str]]) -> Collection:
    """What was gathered as one collection."""
    known: dict[str, Held] = {}
    for held in given:
        first = known.setdefault(held.document, held)
        if first is not held and first.catalogue != held.catalogue:
            problem = f"is another catalogue of the document {held.document!r} than that of {first.source}"
            difference = _difference(first.catalogue, held.catalogue)
            raise CatalogueError(held.source, [("document.id", f"{problem}: {difference}")])
    ordered = [known[document] for document in sorted(known)]
    _check_references(ordered)
    return Collection(Shelf(ordered), keys)


def _difference(one: Catalogue, other: Catalogue) -> str:
    """The first thing in which two catalogues differ, from both sides."""
    here, there = (
        {"the document": held.document, **{record.id: record for record in (*held.observations, *held.events)}}
        for held in (one, other)
    )
    for name, item in {**there, **here}.items():
        if name not in here or name not in there:
            return f"{name} is missing in the {'one' if name in there else 'other'}"
        if item != there[name]:
            fields = [field for field in _fields(item) if getattr(item, field) != getattr(there[name], field)]
            field = "estimate" if "estimate" in fields else fields[0]
            this, that = (getattr(held[name], field) for held in (here, there))
            told = name if field == "estimate" else f"the {field} of {name}"
            return f"{told} is {this} in the one and {that} in the other"
    return "they differ in what they refer to"


def _check_references(held: Iterable[Held]) -> None:
    checked: dict[tuple[str, str], dict[str, Held]] = {}
    for definition, one, first in doubly_defined(held):
        before = checked.setdefault(definition[:2], {})
        # two that fit a third, which says less, need not fit each other
        if definition.digest not in before:
            for other in (first, *before.values()):
                _refuse_two_meanings(definition, one, other)
            before[definition.digest] = one


def _refuse_two_meanings(definition: Definition, one: Held, other: Held) -> None:
    here, there = (definition.of(held.catalogue) for held in (one, other))
    if is_one(here, there):
        return
    where = other.source
    if fields := differing(here, there):
        field = fields[0]
        this, that = (getattr(item, field) for item in (here, there))
        problem = f"{definition.id!r} is {here} here, and {there} in {where}: {field} is {this} and {that}; "
        cure = f"{_PLACED} " * (field == "within")
        raise CatalogueError(one.source, [(definition.section, f"{problem}{cure}give one of them another id")])
    told = (
        f"{definition.id!r} is called {here.name.ar!r} ({here.name.en}) here, and {there.name.ar!r} ({there.name.en})"
    )
    words = ["known", "add", definition.section[:-1], definition.id, "--en", here.name.en, "--ar", here.name.ar]
    words += [] if here.name.ar == there.name.ar else ["--alias", there.name.ar]
    command = shlex.join(["raqqa-data", *words, "--to", "reference.toml"])
    problem = (
        f"{told} in {where}; if both are one, name it alike in both annotation files, and keep its names in your "
        f"reference file, by which the next drafts name it: {command}; if they are two, give one of them another id"
    )
    raise CatalogueError(one.source, [(definition.section, problem)])


def _fields(item: attrs.AttrsInstance) -> list[str]:
    return [field.name for field in attrs.fields(item.__class__)]


def _observations(catalogues: Iterable[Catalogue], keys: dict[str, str], told: Told) -> Observations:
    records: list[Observation] = []
    for catalogue in catalogues:
        prefix = prefix_of(catalogue.document.id)
        for record in catalogue.observations:
            named = f"{prefix}__{record.id}"
            records.append(
                attrs.evolve(
                    record,
                    id=named,
                    part_of=record.part_of and f"{prefix}__{record.part_of}",
                    superseded_by=record.superseded_by and f"{prefix}__{record.superseded_by}",
                    event=keys.get(named, record.event),
                    **(renamed(record, told) if told else {}),
                )
            )
    found = Observations(records)
    prefixes = {record.id.partition("__")[0] for record in records}
    for record_id in keys:
        # a key of a document that is not held waits for it; a slip is told
        if record_id.partition("__")[0] in prefixes:
            _ = found[record_id]
    return found


def prefix_of(document: str) -> str:
    """What the ids of a document's records begin with in a collection."""
    word = document.replace("-", "_")
    return word if word[0].isalpha() else f"d{word}"
