"""What stands in an extra, imported when it is asked for."""

from __future__ import annotations

import importlib
from typing import Any

from raqqa_data.errors import MissingExtraError


def optional_module(name: str, extra: str, package: str | None = None) -> Any:
    """A module that not every installation has.

    Args:
        name: The module, such as "arro3.core".
        extra: The extra that brings it.
        package: The name by which it is installed, where that is another than the first part of the module's.

    Raises:
        MissingExtraError: It is not installed.

    Example:
        >>> optional_module("json", "frames").__name__
        'json'
    """
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        first = name.partition(".")[0]
        # a module that is there, and lacks one of its own, is another fault
        if (error.name or "").partition(".")[0] != first:
            raise
        raise MissingExtraError(package or first, extra) from None
