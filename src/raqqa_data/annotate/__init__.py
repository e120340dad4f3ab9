"""The page on which a person confirms what was drafted, and the small server behind it, for this machine alone."""

from __future__ import annotations

from raqqa_data.annotate.folder import Folder
from raqqa_data.annotate.worksheet import StaleError, Worksheet

__all__ = ["Folder", "StaleError", "Worksheet"]
