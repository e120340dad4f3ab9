"""Catalogues of earlier forms, as plain data, to the form of now; no id, value or meaning changes by it."""

from __future__ import annotations

from typing import Any, cast

from raqqa_data.catalogue.construction import is_table

SCHEMA_VERSION = "2.0"
"""Version of the catalogue's form; the data has a version of its own."""

EARLIER = ("1.0",)
"""Earlier versions, which are read as they are."""


def upgraded(raw: dict[str, Any]) -> dict[str, Any]:
    """Plain data of a catalogue, or of definitions, in the form of now; what is of no earlier form is left as it is.

    In 1.0 a subgroup was a bare word, now a code of the dimension `group`.

    Example:
        >>> row = {"id": "town.planted", "kind": "count", "subgroup": "oaks"}
        >>> upgraded({"schema_version": "1.0", "observations": [row]})["observations"][0]["subgroup"]
        {'group': 'oaks'}
    """
    if raw.get("schema_version") not in EARLIER:
        return raw
    new = {**raw, "schema_version": SCHEMA_VERSION}
    if isinstance(raw.get("observations"), list):
        new["observations"] = [_observation(row) for row in cast("list[object]", raw["observations"])]
    return new


def _observation(row: object) -> object:
    if not is_table(row):
        return row
    subgroup = row.get("subgroup")
    return row | {"subgroup": {"group": subgroup}} if isinstance(subgroup, str) else row
