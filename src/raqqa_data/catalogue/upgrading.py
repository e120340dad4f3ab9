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

    In 1.0 a subgroup was a bare word, now a code of the dimension `group`; and a measure was what has a kind of its own
    now, such as a mass.

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
    if isinstance(raw.get("indicators"), list):
        new["indicators"] = [_indicator(row) for row in cast("list[object]", raw["indicators"])]
    return new


def _indicator(row: object) -> object:
    measures = is_table(row) and row.get("kind") == "measure"
    return {key: value for key, value in row.items() if key != "kind"} if is_table(row) and measures else row


def _observation(row: object) -> object:
    if not is_table(row):
        return row
    subgroup = row.get("subgroup")
    return row | {"subgroup": {"group": subgroup}} if isinstance(subgroup, str) else row
