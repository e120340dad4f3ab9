"""Validators for the fields of records, which raise our own error with the record, the field and the value."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from raqqa_data.errors import RecordError, closest
from raqqa_data.texts import text_fault

if TYPE_CHECKING:
    import attrs

Validator = Callable[[object, Any, Any], None]

EnumT = TypeVar("EnumT", bound=enum.StrEnum)
CallableT = TypeVar("CallableT")

_FORM = "json_schema"
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*", re.ASCII)
_OBSERVATION_ID = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*", re.ASCII)


def stating(validator: CallableT, form: dict[str, object]) -> CallableT:
    """The validator, with what JSON Schema can say of the values that it lets pass."""
    setattr(validator, _FORM, form)
    return validator


def form_of(validator: object) -> dict[str, object]:
    """What JSON Schema can say of the values that a field's validators let pass, beyond their type."""
    parts: tuple[object, ...] = getattr(validator, "_validators", (validator,))
    return {key: value for part in parts for key, value in cast("dict[str, object]", getattr(part, _FORM, {})).items()}


def a(noun: str) -> str:
    """A noun with its indefinite article.

    Example:
        >>> a("Count"), a("Observation")
        ('a Count', 'an Observation')
    """
    return f"an {noun}" if noun[0] in "AEIOaeiou" else f"a {noun}"


def is_a(kind: type, *, optional: bool = False) -> Validator:
    """The value is of that class; bool is not taken for int."""
    expected = f"must be {a(kind.__name__)}{' or None' if optional else ''}"

    def validate(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if type(value) is kind or (optional and value is None):
            return
        if not isinstance(value, kind) or isinstance(value, bool):
            raise RecordError(type(instance).__name__, attribute.name, value, expected)

    return validate


def text(*, optional: bool = False) -> Validator:
    """The value is a text that says something, and that a record may hold."""

    def validate(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if optional and value is None:
            return
        if not (isinstance(value, str) and value and not value.isspace()):
            raise RecordError(type(instance).__name__, attribute.name, value, "must be a text that is not empty")
        if fault := text_fault(value):
            raise RecordError(type(instance).__name__, attribute.name, value, fault)

    return stating(validate, {"pattern": r"\S"})


def is_slug(value: object) -> bool:
    """Whether a value is an identifier, as `slug` asks for one."""
    return isinstance(value, str) and bool(_SLUG.fullmatch(value))


def slug(*, optional: bool = False) -> Validator:
    """The value is an identifier: lower-case ASCII letters and digits, joined by - or _."""

    def validate(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if optional and value is None:
            return
        if not is_slug(value):
            problem = "an id is lower-case ASCII letters and digits, joined by '-' or '_'"
            raise RecordError(type(instance).__name__, attribute.name, value, problem)

    return stating(validate, {"pattern": f"^{_SLUG.pattern}$"})


def observation_id(*, optional: bool = False) -> Validator:
    """The value is the id of an observation: dataset.field, each a Python name in lower case."""

    def validate(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if optional and value is None:
            return
        if not (isinstance(value, str) and _OBSERVATION_ID.fullmatch(value)):
            problem = "an observation's id is dataset.field, each a lower-case Python name"
            raise RecordError(type(instance).__name__, attribute.name, value, problem)

    return stating(validate, {"pattern": f"^{_OBSERVATION_ID.pattern}$"})


def in_range(low: float, high: float, *, whole: bool = False, optional: bool = False) -> Validator:
    """The value is a number from low to high, and a whole one if it must be."""
    kinds = int if whole else (int, float)
    expected = f"must be a {'whole ' if whole else ''}number from {low} to {high}"

    def validate(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if optional and value is None:
            return
        if not isinstance(value, kinds) or isinstance(value, bool) or not low <= value <= high:
            raise RecordError(type(instance).__name__, attribute.name, value, expected)

    return stating(validate, {"minimum": low, "maximum": high})


def member(kind: type[EnumT], value: object, record: str, field: str) -> EnumT:
    """The member of an enumeration that the value given for a record's field is, or names.

    Raises:
        RecordError: It is none; the message names those that come close.
    """
    if isinstance(value, kind):
        return value
    try:
        return kind(str(value))
    except ValueError:
        near = closest(str(value), kind) or tuple(kind)
        raise RecordError(record, field, value, f"no {kind.__name__}; try {' or '.join(near)}") from None
