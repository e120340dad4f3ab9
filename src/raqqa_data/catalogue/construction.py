"""Plain data straight to a record, which validates itself; no library in between.

A file that is right needs no more than this, so that loading the shipped data does not import cattrs. What is wrong is
left to `structuring`, which tells it with its path.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeGuard, TypeVar

from raqqa_data.records.estimate import Estimate
from raqqa_data.records.indicator import Indicator
from raqqa_data.records.observation import Record
from raqqa_data.records.period import Period
from raqqa_data.records.place import Place
from raqqa_data.records.provenance import Agent, Document, Quote
from raqqa_data.texts import Name

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_VALIDATING = (Agent, Document, Indicator, Place, Record)
_NESTED: dict[str, Callable[[Any], object]] = {
    "name": lambda table: Name(**table),
    "note": lambda table: Name(**table),
    "estimate": lambda table: Estimate(**table),
    "quote": lambda table: Quote(**table),
    "period": Period,
    "published": Period,
    "retrieved": Period,
}


def is_table(data: object) -> TypeGuard[dict[str, object]]:
    """Whether the parser gave a table of keys and values; keys are texts in JSON and TOML alike."""
    return isinstance(data, dict)


def construct(data: object, cls: type[T]) -> T | None:
    """One object of a class that validates itself, or None: the data is wrong, or the class leaves it to others.

    Args:
        data: What the JSON or TOML parser gave, with ids replaced by what they name.
        cls: The attrs class.
    """
    make: Callable[..., T] = cls
    if not issubclass(cls, _VALIDATING) or not is_table(data):
        return None
    try:
        fields = {
            key: _NESTED[key](data[key]) if key in _NESTED and data[key] is not None else data[key] for key in data
        }
        return make(**fields)
    except Exception:  # noqa: BLE001 - `structure` tells what it was, and where
        return None
