"""Catalogues that are read when somebody asks for them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast, overload

from raqqa_data.catalogue import Catalogue, loads, plain
from raqqa_data.errors import CatalogueError
from raqqa_data.sources.files import decode_utf8, read_bytes

if TYPE_CHECKING:
    from typing import Self

    from raqqa_data.records.indicator import Indicator
    from raqqa_data.records.place import Place
    from raqqa_data.records.provenance import Agent

SECTIONS = ("agents", "places", "indicators")
"""What several documents refer to, and must mean the same by."""


class Definition(NamedTuple):
    """An agent, place or indicator of a catalogue, known by a hash of all that is said of it."""

    section: str
    id: str
    digest: str

    def of(self, catalogue: Catalogue) -> Any:
        """What a catalogue defines so."""
        return next(item for item in getattr(catalogue, self.section) if item.id == self.id)


class Held:
    """One catalogue, in memory or in its file.

    Attributes:
        source: What to call it in an error.
        document: Its document's id.
        count: How many observations it has.
        definitions: What it refers to.
        sha256: The hash of its file; None where there is none.
    """

    __slots__ = ("_catalogue", "count", "definitions", "document", "sha256", "source")

    def __init__(
        self, source: str, document: str, count: int, definitions: tuple[Definition, ...], sha256: str | None
    ) -> None:
        self.source: str = source
        self.document: str = document
        self.count: int = count
        self.definitions: tuple[Definition, ...] = definitions
        self.sha256: str | None = sha256
        self._catalogue: Catalogue | None = None

    @classmethod
    def of(cls, catalogue: Catalogue, source: str = "", sha256: str | None = None) -> Self:
        """One that is in memory."""
        document = catalogue.document.id
        source = source or f"the catalogue of {document}"
        made = cls(source, document, len(catalogue.observations), tuple(_definitions(catalogue)), sha256)
        made._catalogue = catalogue
        return made

    @classmethod
    def read(cls, path: str, content: bytes | None = None) -> Self:
        """One from its file.

        Raises:
            CatalogueError: The file is no catalogue.
        """
        content = read_bytes(path, CatalogueError) if content is None else content
        catalogue = loads(decode_utf8(content, path, CatalogueError), path)
        return cls.of(catalogue, path, hashlib.sha256(content).hexdigest())

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue itself.

        Raises:
            CatalogueError: Its file is another by now.
        """
        if self._catalogue is None:
            now = Held.read(self.source)
            if now.sha256 != self.sha256 or now.document != self.document:
                raise CatalogueError(self.source, [("", "is another file than when it was collected; collect again")])
            self._catalogue = now.catalogue
        return self._catalogue


class Shelf(Sequence[Catalogue]):
    """Catalogues in a row, each read from its file when it is taken; equal to a tuple of them."""

    __slots__ = ("held",)

    def __init__(self, held: Iterable[Held] = ()) -> None:
        self.held: tuple[Held, ...] = tuple(held)

    @classmethod
    def of(cls, catalogues: Iterable[Catalogue]) -> Shelf:
        """One of catalogues in memory, or the shelf itself."""
        return catalogues if isinstance(catalogues, Shelf) else cls(map(Held.of, catalogues))

    @overload
    def __getitem__(self, index: int) -> Catalogue: ...
    @overload
    def __getitem__(self, index: slice) -> Shelf: ...
    def __getitem__(self, index: int | slice) -> Catalogue | Shelf:
        return Shelf(self.held[index]) if isinstance(index, slice) else self.held[index].catalogue

    def __len__(self) -> int:
        return len(self.held)

    def __iter__(self) -> Iterator[Catalogue]:
        return (held.catalogue for held in self.held)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (Shelf, tuple)):
            return NotImplemented
        return self is other or tuple(self) == tuple(cast("Iterable[object]", other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __reduce__(self) -> tuple[object, tuple[tuple[Catalogue, ...]]]:
        return Shelf.of, (tuple(self),)

    def __repr__(self) -> str:
        return f"<Shelf of {len(self)}: {', '.join(held.document for held in self.held[:6])}>"


def _definitions(catalogue: Catalogue) -> Iterator[Definition]:
    for section in SECTIONS:
        for item in cast("tuple[Agent | Place | Indicator, ...]", getattr(catalogue, section)):
            told = json.dumps(plain(item), ensure_ascii=False)
            yield Definition(section, item.id, hashlib.sha256(told.encode()).hexdigest()[:32])
