"""What a table of records names but does not hold: documents, agents, places and indicators.

They travel beside the table, in the catalogue's own JSON, so that a reader gets whole records back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import attrs

from raqqa_data.catalogue import SCHEMA_VERSION, Catalogue, plain
from raqqa_data.catalogue.construction import is_table
from raqqa_data.catalogue.references import References
from raqqa_data.catalogue.upgrading import upgraded
from raqqa_data.errors import CatalogueError, Problem, shorten
from raqqa_data.records.indicator import Indicator
from raqqa_data.records.place import Place
from raqqa_data.records.provenance import Agent, Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from raqqa_data.records.observation import Record

Defined = Agent | Document | Indicator | Place
SECTIONS: dict[str, type] = {"documents": Document, "agents": Agent, "places": Place, "indicators": Indicator}


@attrs.frozen
class Definitions:
    """The documents, agents, places and indicators that records refer to, each once.

    Attributes:
        documents: What figures were read from.
        agents: Who says something.
        places: Each after the one it lies in.
        indicators: What is measured.
    """

    documents: tuple[Document, ...] = ()
    agents: tuple[Agent, ...] = ()
    places: tuple[Place, ...] = ()
    indicators: tuple[Indicator, ...] = ()

    @classmethod
    def of(cls, records: Iterable[Record], source: str = "records") -> Definitions:
        """Those that these records refer to, in order of first use.

        Raises:
            CatalogueError: Two different things have one id, so that a table could not tell them apart.
        """
        found: dict[type, dict[str, Defined]] = {kind: {} for kind in SECTIONS.values()}
        seen: set[int] = set()
        problems: list[Problem] = []

        def add(item: Defined | None) -> None:
            if item is None or id(item) in seen:
                return
            seen.add(id(item))
            if isinstance(item, Place):
                add(item.within)
            known = found[type(item)].setdefault(item.id, item)
            if known is not item and known != item:
                kind = type(item).__name__.lower()
                problems.append(Problem(f"{kind}s", f"two different ones have the id {item.id!r}; give one another id"))

        for record in records:
            add(record.document)
            add(record.attributed_to)
            add(record.conveyed_by)
            add(record.place)
            add(getattr(record, "indicator", None))
        if problems:
            raise CatalogueError(source, problems)
        return cls(*(cast("Any", tuple(found[kind].values())) for kind in SECTIONS.values()))

    @classmethod
    def of_catalogue(cls, catalogue: Catalogue) -> Definitions:
        """All that a catalogue holds, whether a record refers to it or not."""
        return cls((catalogue.document,), catalogue.agents, catalogue.places, catalogue.indicators)

    def as_plain(self) -> dict[str, object]:
        """The same as plain data, in the catalogue's own form."""
        return {
            "schema_version": SCHEMA_VERSION,
            **{section: [plain(item) for item in getattr(self, section)] for section in SECTIONS},
        }

    def scope(self) -> References:
        """What turns an id in a row into what it names."""
        scope = References()
        for section in SECTIONS:
            for index, item in enumerate(getattr(self, section)):
                scope.add(item, f"{section}[{index}]")
        return scope


def scope_from_plain(data: object, source: str) -> References:
    """What turns ids into what they name, from plain data as `Definitions.as_plain` gives it.

    Raises:
        CatalogueError: The data is no such thing; names every path that is wrong.
    """
    if not is_table(data):
        raise CatalogueError(source, [("definitions", "must be a table of keys and values")])
    data = upgraded(data)
    version = data.get("schema_version")
    if version != SCHEMA_VERSION:
        found = "is missing" if version is None else f"{shorten(version)} is not {SCHEMA_VERSION!r}"
        raise CatalogueError(source, [("schema_version", f"{found}; this version reads {SCHEMA_VERSION!r}")])
    scope = References()
    for section, kind in SECTIONS.items():
        scope.define(_rows(data, section, source), cast("Any", kind), section)
    if scope.problems:
        raise CatalogueError(source, scope.problems)
    return scope


def _rows(data: Mapping[str, object], section: str, source: str) -> list[object]:
    rows = data.get(section, [])
    if not isinstance(rows, list):
        raise CatalogueError(source, [(section, "must be a list")])
    return cast("list[object]", rows)
