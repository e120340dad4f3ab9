"""Names of a package that are imported on first use, so that one of them does not load the library of another."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def lazily(package: str, homes: Mapping[str, str], name: str) -> object:
    """What a package's `__getattr__` returns.

    Args:
        package: Its name.
        homes: The module of the package that each name lives in.
        name: The name that was asked for.

    Raises:
        AttributeError: The package has no such name.

    Example:
        >>> lazily("raqqa_data.sources", {"Source": "source"}, "Source")
        <class 'raqqa_data.sources.source.Source'>
    """
    if name not in homes:
        raise AttributeError(f"module {package!r} has no attribute {name!r}", name=name, obj=sys.modules[package])
    value = getattr(importlib.import_module(f"{package}.{homes[name]}"), name)
    setattr(sys.modules[package], name, value)
    return value
