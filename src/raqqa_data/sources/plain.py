"""Plain text and Markdown, in whatever encoding."""

from __future__ import annotations

import re

from raqqa_data.errors import SourceError
from raqqa_data.sources.encodings import decode
from raqqa_data.sources.publication import publication
from raqqa_data.sources.source import Part, Source

MEDIA_TYPE, MARKDOWN = "text/plain", "text/markdown"
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*")
_TITLE = re.compile(r"(?:\A|\n)#\s+([^\n]+)")


def read_plain(content: bytes, name: str, sha256: str, media_type: str, encoding: str | None = None) -> Source:
    """A text as it is stored; its line ends too, so that offsets are those of the file.

    Raises:
        SourceError: The bytes are no text.
    """
    decoded = decode(content, encoding)
    if decoded is None:
        raise SourceError(name, [("", "is no text: no encoding fits its bytes; give encoding= if you know it")])
    text = decoded.text
    published = publication((), text[:2000].split("\n"))
    title = _TITLE.search(text[:5000]) if media_type == MARKDOWN else None
    return Source(
        name=name,
        text=text,
        sha256=sha256,
        media_type=media_type,
        extracted_by="raqqa_data" if decoded.encoding == "utf_8" else f"raqqa_data, from {decoded.encoding}",
        title=title[1].strip() if title else None,
        published=published.period,
        published_from=published.stated_in,
        findings=(*decoded.findings, *published.findings),
        parts=tuple(Part(found.start(), found.end()) for found in _PARAGRAPH.finditer(text)),
    )
