"""Frictionless Data Package v2: a folder with the table as CSV, the definitions as JSON, and a descriptor of both.

The data files carry a part of their hash in their names, and the descriptor is written last: until it is, the old
package stands whole.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import re
import stat
from typing import TYPE_CHECKING, Any, cast

from raqqa_data.catalogue import SCHEMA_VERSION
from raqqa_data.catalogue.codec import parse_json
from raqqa_data.catalogue.construction import is_table
from raqqa_data.errors import CatalogueError, FileError, shorten
from raqqa_data.interchange.columns import COLUMNS, Type
from raqqa_data.interchange.csv_file import columns_in, write_csv
from raqqa_data.interchange.definitions import Definitions
from raqqa_data.interchange.rights import LICENSE, LICENSE_TITLE, LICENSE_URL, describe
from raqqa_data.interchange.rows import find_scope, records_from
from raqqa_data.sources.atomic import content_of, read_settled, text_of, write_together

if TYPE_CHECKING:
    from raqqa_data.interchange.columns import Column
    from raqqa_data.interchange.rights import Described
    from raqqa_data.interchange.rows import Context
    from raqqa_data.records.dataset import Observations

DESCRIPTOR = "datapackage.json"
PROFILES = "https://datapackage.org/profiles/2.0/"
_TABLE = "observations"
_DEFINITIONS = "definitions"
_OURS = re.compile(rf"(?:{_TABLE}|{_DEFINITIONS})-[0-9a-f]{{12}}\.(?:csv|json)", re.ASCII)


def write_datapackage(observations: Observations, path: str, *, data_version: str | None = None) -> None:
    """Write the package into a folder, which is made where it is not there.

    Args:
        observations: What to write.
        path: The folder, or its `datapackage.json`.
        data_version: Version of the data, which a package should state.
    """
    buffer = io.BytesIO()
    write_csv(observations, buffer)
    definitions = Definitions.of(observations, path)
    side = json.dumps(definitions.as_plain(), ensure_ascii=False, indent=2, allow_nan=False).encode() + b"\n"
    files = {named(_TABLE, buffer.getvalue(), "csv"): buffer.getvalue(), named(_DEFINITIONS, side, "json"): side}
    table, beside = files
    descriptor = descriptor_of(definitions, {table: buffer.getvalue()}, {beside: side}, data_version)
    save(path, descriptor, files, _OURS)


def save(path: str, descriptor: dict[str, Any], files: dict[str, bytes], ours: re.Pattern[str]) -> None:
    """Write a package's files, its descriptor last.

    Args:
        path: The folder, or its `datapackage.json`.
        descriptor: What that says.
        files: The others, by name.
        ours: How the names of an earlier package's files read, which go when the new ones stand.

    Raises:
        FileError: The folder cannot be made, or a file not written.
    """
    folder = _folder(path)
    try:
        os.makedirs(folder, exist_ok=True)
    except (OSError, ValueError) as error:
        raise FileError(path, [("", f"cannot be written: {getattr(error, 'strerror', None) or error}")]) from error
    content = json.dumps(descriptor, ensure_ascii=False, indent=2, allow_nan=False).encode() + b"\n"
    write_together(os.path.join(folder, DESCRIPTOR), content, files, ours)


def descriptor_of(
    definitions: Definitions, table: dict[str, bytes], beside: dict[str, bytes], data_version: str | None
) -> dict[str, Any]:
    """What `datapackage.json` says.

    Args:
        definitions: What the rows name.
        table: The CSV file's name and content.
        beside: The name and content of the file of definitions.
        data_version: Version of the data.
    """
    described = describe(definitions, data_version)
    licences = [{"name": LICENSE, "path": LICENSE_URL, "title": LICENSE_TITLE}]
    return {
        "$schema": f"{PROFILES}datapackage.json",
        "name": "raqqa-data" if described.ours else "observations",
        "title": described.title,
        **({"version": data_version} if data_version else {}),
        **({"licenses": licences} if described.ours else {}),
        "sources": sources_of(described),
        **(
            {"contributors": [{"title": name, "roles": [role]} for name, role in described.contributors]}
            if described.contributors
            else {}
        ),
        "resources": [
            {
                "name": _TABLE,
                "type": "table",
                **file_of(table, "csv", "text/csv"),
                "dialect": {
                    "delimiter": ",",
                    "lineTerminator": "\r\n",
                    "quoteChar": '"',
                    "doubleQuote": True,
                    "header": True,
                },
                "schema": {
                    "$schema": f"{PROFILES}tableschema.json",
                    "fields": [_field(column) for column in COLUMNS],
                    "primaryKey": ["id"],
                    "missingValues": [""],
                },
            },
            {
                "name": _DEFINITIONS,
                "description": f"What the rows name, in the form of a catalogue, version {SCHEMA_VERSION}",
                **file_of(beside, "json", "application/json"),
            },
        ],
    }


def read_datapackage(path: str, context: Context | None = None) -> Observations:
    """Read what `write_datapackage` wrote; nothing outside its folder is opened.

    Raises:
        CatalogueError: A file is broken, is not what the descriptor says, or lies elsewhere; names every path.
    """
    source = os.path.join(_folder(path), DESCRIPTOR)
    return read_settled(lambda: _read(source, context), source)


def _read(source: str, context: Context | None) -> Observations:
    folder = os.path.dirname(source)
    descriptor = parse_json(text_of(content_of(source), source), source)
    resources = descriptor.get("resources")
    if not isinstance(resources, list):
        raise CatalogueError(source, [("resources", "must be a list")])
    contents: dict[str, tuple[str, bytes]] = {}
    for index, resource in enumerate(cast("list[object]", resources)):
        named = resource.get("name") if is_table(resource) else None
        if is_table(resource) and isinstance(named, str) and named in {_TABLE, _DEFINITIONS}:
            contents[named] = _resource(folder, resource, f"resources[{index}]", source)
    if _TABLE not in contents:
        raise CatalogueError(source, [("resources", f"none is named {_TABLE!r}")])
    definitions = None
    if _DEFINITIONS in contents:
        beside, content = contents[_DEFINITIONS]
        definitions = parse_json(text_of(content, beside), beside)
    name, content = contents[_TABLE]
    return records_from(columns_in(text_of(content, name), name), find_scope(definitions, context, source), name)


def _resource(folder: str, resource: dict[str, object], where: str, source: str) -> tuple[str, bytes]:
    path, wanted = resource.get("path"), resource.get("hash")
    if not isinstance(path, str) or not path or path.startswith((".", "/", "\\", "~")) or not _is_inside(folder, path):
        problem = f"{shorten(path)} is no file in the package's own folder"
        raise CatalogueError(source, [(f"{where}.path", problem)])
    content = content_of(os.path.join(folder, path))
    if wanted != f"sha256:{hashlib.sha256(content).hexdigest()}":
        raise CatalogueError(source, [(f"{where}.hash", f"is not the sha256 of {path}; one of the two was changed")])
    return os.path.join(folder, path), content


def _is_inside(folder: str, path: str) -> bool:
    """Whether each step of the path leads further into the folder, by no link."""
    steps = re.split(r"[/\\]", path)
    if any(step in {"", ".", ".."} or ":" in step or "\0" in step for step in steps):
        return False
    for index in range(len(steps)):
        with contextlib.suppress(OSError):
            if stat.S_ISLNK(os.lstat(os.path.join(folder, *steps[: index + 1])).st_mode):
                return False
    return True


def _folder(path: str) -> str:
    return (os.path.dirname(path) or ".") if os.path.basename(path) == DESCRIPTOR else path


def sources_of(described: Described) -> list[dict[str, str]]:
    """What the data was made from, as a descriptor says it."""
    return [{"title": source.title, **({"path": source.url} if source.url else {})} for source in described.sources]


def named(stem: str, content: bytes, suffix: str) -> str:
    """The name of a package's file, which changes with its content."""
    return f"{stem}-{hashlib.sha256(content).hexdigest()[:12]}.{suffix}"


def file_of(file: dict[str, bytes], format_name: str, mediatype: str) -> dict[str, Any]:
    """What a descriptor says of one file, given by its name."""
    ((name, content),) = file.items()
    return {
        "path": name,
        "format": format_name,
        "mediatype": mediatype,
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.name == "id":
        constraints |= {"unique": True, "pattern": "[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*"}
    if column.members:
        constraints["enum"] = list(column.members)
    if column.type is Type.SMALL:
        constraints |= {"minimum": 1, "maximum": 7}
    if column.type is Type.WHOLE:
        constraints["minimum"] = 0
    if column.name in {"lat", "lon"}:
        most = 90 if column.name == "lat" else 180
        constraints |= {"minimum": -most, "maximum": most}
    if column.name == "source_sha256":
        constraints["pattern"] = "[0-9a-f]{64}"
    return {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": column.description,
        **({"unit": column.unit} if column.unit else {}),
        **({"constraints": constraints} if constraints else {}),
    }


_TYPES = {
    Type.TEXT: "string",
    Type.CODE: "string",
    Type.NUMBER: "number",
    Type.SMALL: "integer",
    Type.WHOLE: "integer",
    Type.DATE: "date",
}
