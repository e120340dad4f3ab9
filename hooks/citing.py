"""How to cite a record, in both languages, as the library does."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.words import Lang
    from raqqa_data import Observation


def citations(record: Observation, lang: Lang) -> Iterator[str]:
    """Blocks of Markdown: a line of text, then BibTeX."""
    yield f'<p class="citation">{escape(record.cite(language=lang))}</p>'
    yield f"```bibtex\n{record.cite('bibtex', language=lang)}\n```"
