"""Arabic text to mentions: every figure and date in it, with exact spans.

Knows no record beyond Estimate and Period.
"""

from __future__ import annotations

from raqqa_data.reading.batch import read_batch
from raqqa_data.reading.markup import highlight, page, reading_of
from raqqa_data.reading.mention import Anchor, AnchorKind, Kind, Mention, Span
from raqqa_data.reading.reader import ReadingError, read

__all__ = [
    "Anchor",
    "AnchorKind",
    "Kind",
    "Mention",
    "ReadingError",
    "Span",
    "highlight",
    "page",
    "read",
    "read_batch",
    "reading_of",
]


def __dir__() -> list[str]:
    return __all__
