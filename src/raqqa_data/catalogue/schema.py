"""The JSON Schema of a catalogue file, made from the classes of the records.

`python -m raqqa_data.catalogue.schema` writes it anew, beside this module. It describes the form of a file; what only
the whole file can tell (that ids lead somewhere, that a quote fits its document) is checked by `raqqa_data.load`.
"""

from __future__ import annotations

import enum
import inspect
import json
import re
from pathlib import Path
from types import NoneType
from typing import Any, get_args

import attrs

from raqqa_data.catalogue.catalogue import Catalogue
from raqqa_data.catalogue.codec import SCHEMA_NAME
from raqqa_data.catalogue.upgrading import SCHEMA_VERSION
from raqqa_data.records.dataset import Events, Observations
from raqqa_data.records.estimate import Estimate
from raqqa_data.records.indicator import Indicator
from raqqa_data.records.observation import KINDS, Event, Observation, Record
from raqqa_data.records.period import Period
from raqqa_data.records.place import Place
from raqqa_data.records.provenance import Agent, Document, Quote
from raqqa_data.records.subgroup import AGE_PATTERN, CODES, GROUP, GROUP_PATTERN, Subgroup
from raqqa_data.records.validation import form_of, text
from raqqa_data.texts import Name

Schema = dict[str, Any]

_PLAIN: dict[type, Schema] = {str: {"type": "string"}, int: {"type": "integer"}, float: {"type": "number"}}
_BY_ID = (Agent, Document, Indicator, Place)
_DEFINED = (Name, Estimate, Quote, Document, Agent, Place, Indicator, Event, Observation)
_LISTS: dict[Any, Any] = {Observations: Observation, Events: Event}


def json_schema() -> Schema:
    """The JSON Schema (2020-12) of a catalogue file.

    Example:
        >>> json_schema()["properties"]["schema_version"]
        {'const': '2.0'}
    """
    body = _object(Catalogue)
    properties = {"$schema": {"type": "string"}, "schema_version": {"const": SCHEMA_VERSION}, **body["properties"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **body,
        "properties": properties,
        "required": [name for name in properties if name != "$schema"],
        "$defs": {
            "Period": {"title": "Period", "description": _words(Period)[""], "type": "string"},
            "Subgroup": _subgroup(),
            **{cls.__name__: _definition(cls) for cls in _DEFINED},
        },
    }


def as_text() -> str:
    """The schema as the file holds it."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _definition(cls: type[attrs.AttrsInstance]) -> Schema:
    schema = _object(cls)
    if cls is Observation:
        # the key that tells an observation's class: a share must say of what, and a count is of whole things
        kind = {"description": "The kind of what is measured, as its indicator has it.", "enum": list(KINDS)}
        schema["properties"] = {"id": schema["properties"]["id"], "kind": kind, **schema["properties"]}
        schema["required"] = ["id", "kind", *schema["required"][1:]]
        whole = {"properties": {part: {"type": ["integer", "null"], "minimum": 0} for part in ("best", "low", "high")}}
        schema["allOf"] = [
            _if_given("kind", {"const": "share"}, {"properties": {"of": {"type": "string"}}, "required": ["of"]}),
            _if_given("kind", {"const": "count"}, {"properties": {"estimate": whole}}),
        ]
    elif cls is Document:
        dated = {"properties": {"published": {"type": "string"}}, "required": ["published"]}
        schema["allOf"] = [_if_given("inferred", {"type": "string"}, dated)]
    return schema


def _subgroup() -> Schema:
    """A code for each dimension; a bare word is one of the dimension without a code list."""
    codes: Schema = {dimension: {"enum": list(codes)} for dimension, codes in CODES.items()}
    codes["age"] = {"anyOf": [codes["age"], {"type": "string", "pattern": f"^{AGE_PATTERN}$"}]}
    word = {"type": "string", "pattern": f"^{GROUP_PATTERN}$"}
    table = {"type": "object", "properties": {**codes, GROUP: word}, "additionalProperties": False, "minProperties": 1}
    return {"title": "Subgroup", "description": _words(Subgroup)[""], "anyOf": [word, table]}


def _if_given(key: str, form: Schema, then: Schema) -> Schema:
    return {"if": {"properties": {key: form}, "required": [key]}, "then": then}


def _object(cls: type[attrs.AttrsInstance]) -> Schema:
    """An object whose keys are the fields of a class; those without a default are required."""
    fields = sorted(_fields(cls), key=_id_first)
    words: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        words |= _words(base)
    return {
        "title": cls.__name__,
        "description": words.pop("", ""),
        "type": "object",
        "properties": {
            field.name: ({"description": words[field.name]} if field.name in words else {}) | _schema_of(cls, field)
            for field in fields
        },
        "required": [field.name for field in fields if field.default is attrs.NOTHING or cls is Catalogue],
        "additionalProperties": False,
    }


def _fields(cls: type[attrs.AttrsInstance]) -> list[attrs.Attribute[Any]]:
    return [field for field in attrs.fields(attrs.resolve_types(cls)) if field.init]


def _id_first(field: attrs.Attribute[Any]) -> bool:
    return field.name != "id"


def _schema_of(cls: type, field: attrs.Attribute[Any]) -> Schema:
    types: tuple[Any, ...] = get_args(field.type) or (field.type,)
    if field.type in _LISTS or Ellipsis in types:
        return {"type": "array", "items": _reference(_LISTS.get(field.type, types[0]))}
    validator = cls.check_id if field.name == "id" and issubclass(cls, Record) else field.validator
    form = form_of(text()) if cls is Name else form_of(validator)
    named = [kind for kind in types if kind is not NoneType and not (kind is int and float in types)]
    choices = [_type(kind) | form for kind in named]
    if cls is Catalogue and field.name == "document":
        choices = [_reference(Document)]
    if NoneType in types:
        choices.append({"type": "null"})
    return choices[0] if len(choices) == 1 else {"anyOf": choices}


def _type(kind: Any) -> Schema:
    if issubclass(kind, enum.Enum):
        return {"enum": [member.value for member in kind]}
    if kind in _BY_ID:
        return {"title": f"Id of one of the file's {kind.__name__.lower()}s", "type": "string"}
    return _PLAIN.get(kind) or _reference(kind)


def _reference(kind: type) -> Schema:
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _words(cls: type) -> dict[str, str]:
    """The first paragraph of the docstring under "", and what it says of each attribute."""
    first, _, rest = inspect.cleandoc(cls.__doc__ or "").partition("\n")
    words = {"": first.replace("`", "")}
    for name, said in re.findall(r"^    (\w+): ((?:.+\n?)(?:        .+\n?)*)", rest, re.MULTILINE):
        words[name] = " ".join(said.split()).replace("`", "")
    return words


def main() -> None:
    """Write the schema beside this module."""
    Path(__file__).with_name(SCHEMA_NAME).write_text(as_text(), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
