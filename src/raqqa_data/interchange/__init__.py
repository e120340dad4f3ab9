"""Data in and out: frames that speak Arrow, files of many formats, and citations.

Every name is imported on first use, so that one format does not load the library of another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data import lazily

if TYPE_CHECKING:
    from raqqa_data.interchange.arrow import from_arrow, to_arrow
    from raqqa_data.interchange.citing import cite
    from raqqa_data.interchange.claim_charts import claims_chart
    from raqqa_data.interchange.claim_pages import event_page
    from raqqa_data.interchange.columns import COLUMNS, Column
    from raqqa_data.interchange.files import load, write
    from raqqa_data.interchange.formats import FORMATS, MENTION_FORMATS
    from raqqa_data.interchange.mention_files import mention_rows, write_mentions
    from raqqa_data.interchange.mentions import Mentions

_HOMES = {
    "COLUMNS": "columns",
    "Column": "columns",
    "FORMATS": "formats",
    "MENTION_FORMATS": "formats",
    "Mentions": "mentions",
    "cite": "citing",
    "claims_chart": "claim_charts",
    "event_page": "claim_pages",
    "from_arrow": "arrow",
    "load": "files",
    "mention_rows": "mention_files",
    "to_arrow": "arrow",
    "write": "files",
    "write_mentions": "mention_files",
}

__all__ = [
    "COLUMNS",
    "FORMATS",
    "MENTION_FORMATS",
    "Column",
    "Mentions",
    "cite",
    "claims_chart",
    "event_page",
    "from_arrow",
    "load",
    "mention_rows",
    "to_arrow",
    "write",
    "write_mentions",
]


def __getattr__(name: str) -> object:
    return lazily(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted(__all__)
