"""Who to name and what is allowed: title, licence, sources and contributors of a set of records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from raqqa_data.interchange.definitions import Definitions

LICENSE = "CC-BY-4.0"
LICENSE_TITLE = "Creative Commons Attribution 4.0 International"
LICENSE_URL = "https://creativecommons.org/licenses/by/4.0/"
MAINTAINERS = "The raqqa_data maintainers"
GEONAMES = "GeoNames"
GEONAMES_URL = "https://www.geonames.org/"


@attrs.frozen
class Source:
    """Something that the data was made from.

    Attributes:
        title: What it is called.
        url: Where it is, where that is known.
    """

    title: str
    url: str | None = None


@attrs.frozen
class Described:
    """What goes on the label of a set of records.

    Attributes:
        title: What it is called.
        sources: What it was made from.
        contributors: Each with a role.
        ours: Whether it is the data that ships; only that is ours to license.
        data_version: Its version, where known.
    """

    title: str
    sources: tuple[Source, ...]
    contributors: tuple[tuple[str, str], ...]
    ours: bool
    data_version: str | None


def describe(definitions: Definitions, data_version: str | None) -> Described:
    """The label of records that refer to these definitions."""
    from raqqa_data.interchange.versions import shipped_version

    documents = definitions.documents
    names = [document.name.en if document.name else document.id for document in documents]
    sources = [
        Source(f"{name} ({document.id}, sha256 {document.sha256})")
        for name, document in zip(names, documents, strict=True)
    ]
    if any(place.geonames is not None for place in definitions.places):
        sources.append(Source(f"{GEONAMES} (CC BY 4.0)", GEONAMES_URL))
    ours = bool(documents) and shipped_version({document.sha256 for document in documents}) is not None
    return Described(
        title=f"Observations from {'; '.join(names)}" if names else "Observations",
        sources=tuple(sources),
        contributors=((MAINTAINERS, "wrangler"),) if ours else (),
        ours=ours,
        data_version=data_version,
    )
