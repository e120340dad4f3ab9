"""The folder's README speaks of every file and of every key."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import raqqa_data.catalogue
from raqqa_data.catalogue.schema import json_schema

FOLDER = Path(raqqa_data.catalogue.__file__).parent
README = (FOLDER / "README.md").read_text("utf-8")
TOLD = {part for code in re.findall(r"`([^`]+)`", README) for part in re.split(r"[.\[\]]+", code)}


def keys(node: Any) -> set[str]:
    """Every key of plain data, however deep."""
    if hasattr(node, "items"):
        return set(node) | keys([*node.values()])
    return {found for child in node for found in keys(child)} if hasattr(node, "append") else set()


def test_every_file_is_told() -> None:
    files = {path.name for path in FOLDER.iterdir() if path.suffix in {".json", ".toml"}}
    assert files
    assert {name for name in files if f"`{name}`" not in README} == set()


def test_every_key_of_a_catalogue_is_told() -> None:
    schema = json_schema()
    objects: list[dict[str, Any]] = [schema, *schema["$defs"].values()]
    names = {name for one in objects for name in one.get("properties", {})}
    assert names - TOLD - {"en", "ar"} == set()


def test_every_key_of_the_annotations_is_told() -> None:
    for path in FOLDER.glob("*.toml"):
        assert keys(tomllib.loads(path.read_text("utf-8"))) - TOLD - {"en", "ar"} == set()


def test_every_value_of_an_enumeration_is_told() -> None:
    schema = json.dumps(json_schema())
    values = {value for found in re.findall(r'"enum": (\[[^]]+\])', schema) for value in json.loads(found)}
    assert {value for value in values if f"`{value}`" not in README} == set()
