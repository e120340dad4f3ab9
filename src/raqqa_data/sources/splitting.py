"""Each text of a chat or a table as a file of its own, which `draft` and `annotate` take."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from raqqa_data.reading import Kind, read

if TYPE_CHECKING:
    from raqqa_data.sources.source import Source

_KEY = re.compile(r"\w[\w -]*")
_NOT_TOLD = "date as it stands"
"""What a date is called that the file did not tell; as `date` it would be read."""
_DIGITS = 5
"""So many at least has a number in a file's name, so that files stand in the order of the chat."""


def file_name(source: Source) -> str:
    r"""What the file of a text is called: after the file that held it, and its number there.

    Example:
        >>> from raqqa_data.sources import open_sources
        >>> chat = "12/3/2024, 08:15 - سامر: عندنا 3 جرحى\n13/3/2024, 08:17 - هدى: عاد 40 شخصا".encode()
        >>> [file_name(message) for message in open_sources(chat)]
        ['document-00001.txt', 'document-00002.txt']
    """
    held, _, number = PurePath(source.name).name.rpartition("#")
    if not held:
        return f"{PurePath(number).stem}.txt"
    return f"{PurePath(held).stem}-{number.zfill(_DIGITS)}.txt"


def with_front_matter(source: Source) -> str:
    """The text behind what its file says of it, as front matter in which no figure is read."""
    said = {key: value for key, value in source.fields.items() if _KEY.fullmatch(key)}
    stated = {
        "title": source.title or source.publisher or said.get("title", "").strip() or PurePath(source.name).name,
        "date": source.published and source.published.edtf,
        "sender": source.sender,
        "conveyed_by": source.conveyed_by,
        "source": PurePath(source.name).name,
    }
    if source.published is None and "date" in said:
        said = {_NOT_TOLD if key == "date" else key: value for key, value in said.items()}
    said |= {key: value for key, value in stated.items() if value}
    lines = [f"{key}: {' '.join(value.split())}" for key, value in said.items() if value.strip()]
    return "\n".join(["---", *lines, "---", "", source.text, ""])


def has_figure(source: Source) -> bool:
    """Whether anything but dates and ranks is read in it."""
    return any(mention.kind not in {Kind.DATE, Kind.ORDINAL} for mention in read(source))
