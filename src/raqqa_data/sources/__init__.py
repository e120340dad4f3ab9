"""A file as it comes, the text that it holds, and where in the file each character stood."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raqqa_data.sources.opening import KINDS, open_source, open_sources
    from raqqa_data.sources.source import Finding, Location, Part, Role, Source

_HOMES = {
    **dict.fromkeys(("KINDS", "open_source", "open_sources"), "opening"),
    **dict.fromkeys(("Finding", "Location", "Part", "Role", "Source"), "source"),
}

__all__ = ["KINDS", "Finding", "Location", "Part", "Role", "Source", "open_source", "open_sources"]


def __getattr__(name: str) -> object:
    # catalogues are read by `files` alone, and must load nothing of the rest
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
