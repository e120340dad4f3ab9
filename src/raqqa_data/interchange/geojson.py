"""GeoJSON (RFC 7946): a point for each record whose place is known that precisely, no geometry for the others."""

from __future__ import annotations

import datetime as dt
import json
from typing import IO, TYPE_CHECKING, Any, cast

from raqqa_data.catalogue.codec import parse_json
from raqqa_data.catalogue.construction import is_table
from raqqa_data.errors import CatalogueError, Problem
from raqqa_data.interchange.columns import COLUMNS, Type, columns_of
from raqqa_data.interchange.definitions import Definitions
from raqqa_data.interchange.rows import find_scope, records_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raqqa_data.interchange.rows import Context
    from raqqa_data.records.dataset import Observations

NEAR = 2
"""UCDP's code for "near that place": a record less precise than this has no point on a map."""
_CHUNK = 1024


def write_geojson(observations: Observations, stream: IO[bytes]) -> None:
    """Write a FeatureCollection, one feature a record; the definitions stand beside them as a foreign member."""
    definitions = _json(Definitions.of(observations).as_plain())
    stream.write(f'{{"type": "FeatureCollection",\n"raqqa_data": {definitions},\n"features": ['.encode())
    joint = "\n"
    for start in range(0, len(observations), _CHUNK):
        features = _features(observations[start : start + _CHUNK])
        stream.write((joint + ",\n".join(map(_json, features))).encode())
        joint = ",\n"
    stream.write(b"\n]}\n")


def read_geojson(text: str, source: str, context: Context | None = None) -> Observations:
    """Read what `write_geojson` wrote.

    Raises:
        CatalogueError: It is no such file; names every path that is wrong.
    """
    raw = parse_json(text, source)
    features = raw.get("features")
    if raw.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise CatalogueError(source, [("type", "is no FeatureCollection with a list of features")])
    rows: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for index, feature in enumerate(cast("list[object]", features)):
        properties = feature.get("properties") if is_table(feature) else None
        if is_table(feature) and is_table(properties):
            rows.append({"id": feature.get("id"), **properties})
        else:
            problems.append(Problem(f"features[{index}]", "must be a feature with properties"))
    if problems:
        raise CatalogueError(source, problems)
    names = {name for row in rows for name in row} if rows else {column.name for column in COLUMNS}
    columns = {name: [row.get(name) for row in rows] for name in names}
    for column in COLUMNS:
        if column.type is Type.DATE and column.name in columns:
            columns[column.name] = [_date(value) for value in columns[column.name]]
    return records_from(columns, find_scope(raw.get("raqqa_data"), context, source), source)


def _features(observations: Observations) -> Iterator[dict[str, object]]:
    columns = columns_of(tuple(observations))
    for values in zip(*columns.values(), strict=True):
        row = dict(zip(columns, values, strict=True))
        known = row["where_prec"] <= NEAR and row["lat"] is not None
        point = {"type": "Point", "coordinates": [row["lon"], row["lat"]]} if known else None
        yield {"type": "Feature", "id": row.pop("id"), "geometry": point, "properties": row}


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, allow_nan=False, default=str)


def _date(value: object) -> object:
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value
