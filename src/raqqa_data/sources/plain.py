"""Plain text and Markdown, in whatever encoding."""

from __future__ import annotations

import re

from raqqa_data.errors import SourceError
from raqqa_data.sources.encodings import decode
from raqqa_data.sources.publication import publication
from raqqa_data.sources.source import Part, Role, Source

MEDIA_TYPE, MARKDOWN = "text/plain", "text/markdown"
_PARAGRAPH = re.compile(r"[^\r\n]+(?:\r?\n(?![ \t]*\r?\n)[^\r\n]+)*")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_LINE_OF_IT = re.compile(r"\w[\w -]*:(?:[ \t]|$)|[ \t]|#|-[ \t]|$")
"""A line of front matter: a key, what belongs to one, a comment, or nothing."""
_BLOCKS = frozenset({">", "|", ">-", "|-", ">+", "|+"})
_STATED = re.compile(r"^(title|date)[ \t]*:[ \t]*([^\r\n]+)", re.MULTILINE)
_MARKUP = re.compile(
    r"^[ \t]*(?P<fence>```|~~~).*?(?:^[ \t]*(?P=fence)|\Z)"  # code
    r"|^[ \t]*\d{1,9}[.)](?=[ \t])"  # the number of an item
    r"|^[ \t]*\[[^\]\n]*\]:[ \t]*\S+"  # where a link leads, told apart from it
    r"|(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"  # or beside it
    r"|!\[[^\]\n]*\](?=[([])"  # what a picture is called
    r"|`[^`\n]+`|</?[A-Za-z!][^<>]*>|https?://[^\s<>()]+",
    re.MULTILINE | re.DOTALL,
)
"""What of Markdown is no word of its text."""
_NO_DATELINE = re.compile(r"[ \t]*(?:[-*+>|]|\d+[.)])[ \t]")
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
    front = _FRONT_MATTER.match(text)
    if front and media_type != MARKDOWN and not _is_front_matter(front[1]):
        front = None  # between strokes a plain text may say anything
    stated = {key: value.strip(" \t\"'") for key, value in _STATED.findall(front[1])} if front else {}
    if stated.get("title") in _BLOCKS:
        del stated["title"]
    begin = front.end() if front else 0
    dates = [("front matter", stated["date"])] if "date" in stated else []
    lines = text[begin : begin + 2000].split("\n")
    published = publication(dates, [line for line in lines if _NO_DATELINE.match(line) is None])
    heading = _TITLE.search(text[begin : begin + 5000]) if media_type == MARKDOWN else None
    parts = [Part(found.start(), found.end()) for found in _PARAGRAPH.finditer(text, begin)]
    # what front matter says is of the file, and no figure of the text
    head = [Part(0, front.end(1), role=Role.HEADER)] if front else []
    return Source(
        name=name,
        text=text,
        sha256=sha256,
        media_type=media_type,
        extracted_by="raqqa_data" if decoded.encoding == "utf_8" else f"raqqa_data, from {decoded.encoding}",
        title=stated.get("title") or (heading[1].strip() if heading else None),
        published=published.period,
        published_from=published.stated_in,
        findings=(*decoded.findings, *published.findings),
        parts=(*head, *parts),
        markup=tuple(found.span() for found in _MARKUP.finditer(text, begin)) if media_type == MARKDOWN else (),
    )


def _is_front_matter(text: str) -> bool:
    """Whether what stands between strokes states a title or a day, and each of its lines something of the file."""
    return _STATED.search(text) is not None and all(map(_LINE_OF_IT.match, text.splitlines()))
