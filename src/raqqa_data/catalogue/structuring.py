"""Plain JSON or TOML data to attrs classes: strictly typed, every problem with its path."""

from __future__ import annotations

import datetime as dt
import enum
import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs
from cattrs import Converter, transform_error
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn

from raqqa_data.catalogue.construction import is_table
from raqqa_data.errors import Problem, RaqqaDataError, meant
from raqqa_data.records.indicator import Indicator
from raqqa_data.records.period import Period
from raqqa_data.records.place import Place
from raqqa_data.records.provenance import Agent, Document
from raqqa_data.records.subgroup import Subgroup
from raqqa_data.texts import text_fault

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
REFERENCES: tuple[type, ...] = (Agent, Document, Indicator, Place)
"""Classes that other records name by id."""


def structure(data: object, cls: type[T], path: str) -> tuple[T | None, list[Problem]]:
    """One object of an attrs class from plain data, or every problem found on the way.

    Objects of `REFERENCES` inside it must have been put in place of their ids before.

    Args:
        data: What the JSON or TOML parser gave.
        cls: The attrs class.
        path: Where the data stands in its file, e.g. `observations[3]`.
    """
    try:
        return cast("T", _structurer(cast("Any", cls))(data, cls)), []
    except BaseValidationError as error:
        lines = transform_error(error, path=path, format_exception=functools.partial(_message, cls))
        return None, [Problem(where, message) for message, _, where in (line.rpartition(" @ ") for line in lines)]
    except (RaqqaDataError, TypeError) as error:
        return None, [Problem(path, str(error))]


@functools.cache
def _structurer(cls: Any) -> Callable[[object, Any], Any]:
    function = make_dict_structure_fn(cls, _converter(), _cattrs_forbid_extra_keys=True)

    def structurer(data: object, kind: Any) -> Any:
        if not is_table(data):
            raise TypeError(f"must be a table of keys and values, not {_kind(data)}")
        return function(data, kind)

    return structurer


@functools.cache
def _converter() -> Converter:
    converter = Converter()
    # by class: cattrs asks its own hooks for these, which convert, before it asks any predicate
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _exactly)
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook(enum.StrEnum, _member)  # else that of str would be taken
    converter.register_structure_hook_func(lambda kind: kind == int | float | None, _number_or_none)
    converter.register_structure_hook_factory(attrs.has, _structurer)
    converter.register_structure_hook(Period, _period)
    converter.register_structure_hook(Subgroup, _subgroup)
    converter.register_structure_hook_func(lambda kind: kind in REFERENCES, _reference)
    return converter


def _exactly(value: Any, kind: type[T]) -> T:
    # bool is an int to Python, not to a reader of JSON
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise TypeError(f"must be {_KINDS[kind]}, not {_kind(value)}")
    if isinstance(value, str) and (fault := text_fault(value)):
        raise TypeError(fault)
    return value


def _member(value: object, kind: type[enum.StrEnum]) -> enum.StrEnum:
    return kind(cast("str", value))


def _number(value: object, _: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"must be a number, not {_kind(value)}")
    return value


def _number_or_none(value: object, _: object) -> float | None:
    return None if value is None else _number(value, _)


def _period(value: object, _: object) -> Period:
    # TOML has dates of its own
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return Period(value.isoformat())
    return Period(_exactly(value, str))


def _subgroup(value: Any, _: object) -> Subgroup:
    if not isinstance(value, str | Mapping):
        raise TypeError(f"must be a table of dimensions and codes, or a word, not {_kind(value)}")
    return Subgroup(cast("Mapping[str, str] | str", value))


def _reference(value: object, kind: type[T]) -> T:
    if not isinstance(value, kind):
        raise TypeError(f"must be the id of one of the file's {kind.__name__.lower()}s, not {_kind(value)}")
    return value


def _message(cls: type, error: BaseException, kind: type | None) -> str:
    """What cattrs met, in words; `kind` is the class or field type that it was making."""
    if isinstance(error, ForbiddenExtraKeysError):
        known = {field.name.removeprefix("_") for field in attrs.fields(error.cl or kind or cls)}
        return "; ".join(_unknown_key(name, known) for name in sorted(map(str, error.extra_fields)))
    if isinstance(error, KeyError):
        return "is missing"
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return f"is none of {', '.join(str(member.value) for member in kind)}"
    return str(error)


def _unknown_key(name: str, known: set[str]) -> str:
    return f"unknown key {name!r}{meant(name, known)}"


def _kind(value: object) -> str:
    return "nothing" if value is None else _KINDS.get(type(value), f"a {type(value).__name__}")


_KINDS: dict[type, str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "a table of keys and values",
}
