"""Names of a package that are imported on first use, so that one of them does not load the library of another."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def lazily(package: str, homes: Mapping[str, str]) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """A package's `__getattr__` and `__dir__`.

    Args:
        package: Its name.
        homes: The module of the package that each name lives in.

    Example:
        >>> named, listed = lazily("raqqa_data.sources", {"Source": "source"})
        >>> named("Source"), listed()
        (<class 'raqqa_data.sources.source.Source'>, ['Source'])
    """

    def named(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(importlib.import_module(f"{package}.{homes[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return named, lambda: sorted(homes)
