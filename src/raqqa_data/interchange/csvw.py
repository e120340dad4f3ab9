"""CSV on the Web: the table as CSV, and beside it a W3C metadata file that says what each column holds."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
from typing import TYPE_CHECKING, Any

from raqqa_data.catalogue import SCHEMA_VERSION
from raqqa_data.catalogue.codec import parse_json
from raqqa_data.errors import CatalogueError
from raqqa_data.interchange.columns import COLUMNS, Type
from raqqa_data.interchange.csv_file import columns_in, write_csv
from raqqa_data.interchange.definitions import Definitions
from raqqa_data.interchange.rights import LICENSE_URL, describe
from raqqa_data.interchange.rows import find_scope, records_from
from raqqa_data.sources.atomic import content_of, read_settled, text_of, write_together

if TYPE_CHECKING:
    from raqqa_data.interchange.columns import Column
    from raqqa_data.interchange.rows import Context
    from raqqa_data.records.dataset import Observations

SUFFIX = "-metadata.json"
TERMS = "urn:x-raqqa-data:"
"""What the names of our own terms begin with; nobody has to own a domain for them."""


def write_csvw(observations: Observations, path: str, *, data_version: str | None = None) -> None:
    """Write the CSV, whose name carries a part of its hash, then the metadata that names it.

    Until the metadata is replaced, the old dataset stands whole.

    Args:
        observations: What to write.
        path: The metadata file, such as `killed.csv-metadata.json`, with or without `-metadata.json`.
        data_version: Version of the data.
    """
    head = path.removesuffix(SUFFIX) + SUFFIX
    stem = os.path.basename(head).removesuffix(SUFFIX).removesuffix(".csv")
    buffer = io.BytesIO()
    write_csv(observations, buffer)
    content = buffer.getvalue()
    name = f"{stem}-{hashlib.sha256(content).hexdigest()[:12]}.csv"
    metadata = metadata_of(observations, name, content, data_version)
    said = json.dumps(metadata, ensure_ascii=False, indent=2, allow_nan=False).encode() + b"\n"
    write_together(head, said, {name: content}, _named_by_hash(stem))


def metadata_of(observations: Observations, name: str, content: bytes, data_version: str | None) -> dict[str, Any]:
    """What the metadata file says of a CSV file of that name and content."""
    definitions = Definitions.of(observations)
    described = describe(definitions, data_version)
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": name,
        "dc:title": described.title,
        "dc:license": {"@id": LICENSE_URL},
        "dc:source": [source.title for source in described.sources],
        **({"schema:version": data_version} if data_version else {}),
        f"{TERMS}sha256": hashlib.sha256(content).hexdigest(),
        f"{TERMS}schema_version": SCHEMA_VERSION,
        f"{TERMS}definitions": json.dumps(definitions.as_plain(), ensure_ascii=False),
        "dialect": {"encoding": "utf-8", "header": True, "delimiter": ",", "lineTerminators": ["\r\n"]},
        "tableSchema": {
            "columns": [_column(column) for column in COLUMNS],
            "primaryKey": "id",
        },
    }


def read_csvw(path: str, context: Context | None = None) -> Observations:
    """Read what `write_csvw` wrote.

    Raises:
        CatalogueError: A file is broken, or the two do not belong together; names every path.
    """
    source = path.removesuffix(SUFFIX) + SUFFIX
    return read_settled(lambda: _read(source, context), source)


def _read(source: str, context: Context | None) -> Observations:
    metadata = parse_json(text_of(content_of(source), source), source)
    plain = os.path.basename(source).removesuffix(SUFFIX)
    pattern, name = _named_by_hash(plain.removesuffix(".csv")), metadata.get("url")
    if not isinstance(name, str) or (name != plain and not pattern.fullmatch(name)):
        # what it says is never followed elsewhere
        raise CatalogueError(source, [("url", f"must be {plain!r} or the like, the file beside it")])
    table = os.path.join(os.path.dirname(source), name)
    if os.path.dirname(os.path.realpath(table)) != os.path.dirname(os.path.realpath(source)):
        raise CatalogueError(source, [("url", f"{name} is a link that leads elsewhere")])
    content = content_of(table)
    if metadata.get(f"{TERMS}sha256") != hashlib.sha256(content).hexdigest():
        raise CatalogueError(source, [(f"{TERMS}sha256", f"is not the hash of {name}; one of the two was changed")])
    text = metadata.get(f"{TERMS}definitions")
    definitions = parse_json(text, f"{source}: {TERMS}definitions") if isinstance(text, str) else None
    return records_from(columns_in(text_of(content, table), table), find_scope(definitions, context, source), table)


def _named_by_hash(stem: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(stem)}-[0-9a-f]{{12}}\.csv", re.ASCII)


def _column(column: Column) -> dict[str, Any]:
    datatype: dict[Type, Any] = {
        Type.TEXT: "string",
        Type.CODE: {"base": "string", "format": f"^({'|'.join(column.members)})$"},
        Type.NUMBER: "double",
        Type.SMALL: {"base": "integer", "minimum": 1, "maximum": 7},
        Type.WHOLE: "nonNegativeInteger",
        Type.DATE: {"base": "date", "format": "yyyy-MM-dd"},
    }
    return {
        "name": column.name,
        "titles": {"en": [column.name]},
        "dc:description": column.description,
        "datatype": datatype[column.type],
        **({"required": True} if column.required else {}),
        **({f"{TERMS}unit": column.unit} if column.unit else {}),
        **({"lang": "ar"} if column.name.endswith("_ar") else {}),
    }
