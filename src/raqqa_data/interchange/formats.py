"""Every format that is written, and which of them a file is of: as asked for, or by the file's name."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from raqqa_data.errors import NotFoundError

if TYPE_CHECKING:
    Formats = dict[str, tuple[str, ...]]

FORMATS: Formats = {
    "json": (".json",),
    "jsonl": (".jsonl", ".ndjson"),
    "csv": (".csv",),
    "parquet": (".parquet",),
    "jsonld": (".jsonld",),
    "geojson": (".geojson",),
    "csvw": (".csv-metadata.json",),
    "datapackage": ("datapackage.json",),
}
"""Every format of observations, and how the names of its files end."""
SEVERAL_FILES = frozenset({"csvw", "datapackage"})
"""Formats of more than one file, which standard output cannot take."""

MENTION_FORMATS: Formats = {
    "csv": (".csv",),
    "jsonl": (".jsonl", ".ndjson"),
    "parquet": (".parquet",),
}
"""Every format of the figures of many documents, and how the names of its files end."""

CLAIM_FORMATS: Formats = {
    "csv": (".csv",),
    "json": (".json",),
    "jsonld": (".jsonld",),
    "parquet": (".parquet",),
    "html": (".html", ".htm"),
    "datapackage": ("datapackage.json",),
}
"""Every format of reconciled tables, and how the names of its files end."""


def format_in(formats: Formats, path: str, wanted: str | None = None) -> str:
    """The format's name, as asked for or by the file's name.

    Args:
        formats: Every format, and how the names of its files end.
        path: The file.
        wanted: The format that was asked for.

    Raises:
        NotFoundError: There is no such format.

    Example:
        >>> format_in({"csv": (".csv",), "json": (".json",)}, "figures.CSV")
        'csv'
    """
    if wanted is not None and wanted not in formats:
        raise NotFoundError("format", wanted, formats)
    found = wanted or by_name(formats, path)
    if found is None:
        suffixes = [suffix for several in formats.values() for suffix in several]
        raise NotFoundError("format", os.path.basename(path), suffixes)
    return found


def by_name(formats: Formats, path: str) -> str | None:
    """The format that the file's name tells, or that a folder is of; None where it tells none."""
    name = os.path.basename(path.rstrip("/" + os.sep)).lower()
    package = formats.get("datapackage", ())
    if package and (os.path.isdir(path) or name in package):
        return "datapackage"
    fitting = [
        (len(suffix), found)
        for found, suffixes in formats.items()
        for suffix in suffixes
        if name.endswith(suffix) and found != "datapackage"
    ]
    return max(fitting)[1] if fitting else None
