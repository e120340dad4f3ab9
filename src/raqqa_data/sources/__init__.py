"""A file as it comes, the text that it holds, and where in the file each character stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data import lazily

if TYPE_CHECKING:
    from raqqa_data.sources.opening import KINDS, open_source, open_sources
    from raqqa_data.sources.source import Finding, Location, Part, Role, Source

_HOMES = {
    **dict.fromkeys(("KINDS", "open_source", "open_sources"), "opening"),
    **dict.fromkeys(("Finding", "Location", "Part", "Role", "Source"), "source"),
}

__all__ = ["KINDS", "Finding", "Location", "Part", "Role", "Source", "open_source", "open_sources"]


# catalogues are read by `files` alone, and must load nothing of the rest
def __getattr__(name: str) -> object:
    return lazily(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted(__all__)
