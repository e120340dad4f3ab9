"""A file as it comes, the text that it holds, and where in the file each character stood."""

from __future__ import annotations

from raqqa_data.sources.opening import open_source, open_sources
from raqqa_data.sources.source import Finding, Location, Part, Role, Source

__all__ = ["Finding", "Location", "Part", "Role", "Source", "open_source", "open_sources"]
