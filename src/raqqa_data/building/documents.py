"""The documents and annotation files that building takes: a text, or a path to one."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from pathlib import PurePath
from typing import TYPE_CHECKING

import attrs

from raqqa_data.building.proposals.words.transliteration import UNNAMED_ID, romanised
from raqqa_data.records.validation import a
from raqqa_data.sources import Source, open_source
from raqqa_data.sources.files import path_text, read_bytes, read_utf8
from raqqa_data.sources.foreign_kinds import foreign_kind
from raqqa_data.sources.plain import MARKDOWN, read_plain
from raqqa_data.sources.plain import MEDIA_TYPE as PLAIN

if TYPE_CHECKING:
    from raqqa_data.errors import FileError
    from raqqa_data.records.provenance import Document as Described

Document = str | os.PathLike[str] | Source
"""A text itself (str), the path of its file (pathlib.Path), or what `open_source` made of it."""
_EXTRACTED = (".pdf", ".docx", ".xlsx", ".xlsm", ".html", ".htm", ".xhtml")
"""Files whose text has to be taken out of them; any other is text as it stands."""
_MARKDOWN = (".md", ".markdown")
_LONGEST_PATH = 4096


def source_of(document: Document, error: type[FileError], what: str) -> Source:
    """The document with what its file says of it.

    Raises:
        FileError: As for `text_of`.
    """
    if isinstance(document, Source):
        return document
    if hasattr(document, "__fspath__"):
        name = path_text(document, error)
        if name.lower().endswith(_EXTRACTED):
            return open_source(name)
        content = read_bytes(name, error)
        media_type = MARKDOWN if name.lower().endswith(_MARKDOWN) else PLAIN
        stored = None if foreign_kind(name, content) else as_stored(content, name, media_type)
        return stored or open_source(name)
    text, name = text_of(document, error, what)
    return Source(name=name, text=text, sha256=sha256_of(text), media_type=PLAIN)


def as_stored(content: bytes, name: str, media_type: str = PLAIN) -> Source | None:
    r"""A text as it is stored, a mark of its encoding at its head too; None where it is not UTF-8.

    Example:
        >>> as_stored("\ufeffعاد 40".encode(), "a.txt").text == "\ufeffعاد 40"
        True
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    sha256 = sha256_of(text)
    source = read_plain(content, name, sha256, media_type)
    if text == f"\ufeff{source.text}":  # the mark of its encoding is a character of the text as it is stored
        parts = tuple(attrs.evolve(part, start=part.start + 1, end=part.end + 1) for part in source.parts)
        markup = tuple((start + 1, end + 1) for start, end in source.markup)
        return attrs.evolve(source, text=text, parts=parts, markup=markup)
    return source if source.text == text else Source(name=name, text=text, sha256=sha256, media_type=PLAIN)


def text_of(source: Document, error: type[FileError], what: str) -> tuple[str, str]:
    """The text, its line ends as stored, and what to call it in an error.

    Raises:
        FileError: The file cannot be read or is not UTF-8, or a path was given as a text; of the class given.
    """
    if isinstance(source, str):
        if len(source) < _LONGEST_PATH and "\n" not in source and os.path.isfile(source):  # noqa: PTH113
            raise error(what, [("", f"{source!r} looks like a path; give pathlib.Path({source!r})")])
        return source, what
    if isinstance(source, Source):
        return source.text, source.name
    if hasattr(source, "__fspath__"):
        return read_utf8(source, error), path_text(source, error)
    raise error(what, [("", f"give its text (str) or its path (pathlib.Path), not {a(type(source).__name__)}")])


def id_after(name: str) -> str:
    """An id after a file's name, without its ending; empty where the name has nothing that an id can hold.

    Example:
        >>> id_after("Olive Valley (2)"), id_after("تقرير الرقة ٣"), id_after("—")
        ('olive-valley-2', 'tqryr-alrqa-3', '')
    """
    digits = "".join(str(unicodedata.decimal(letter, letter)) for letter in name)
    found = romanised(digits)
    return "" if found == UNNAMED_ID and UNNAMED_ID not in name.lower() else found


def id_of(source: Source) -> str:
    """An id after the file that a source is, or the text of a file that holds many; empty where it is no file.

    Example:
        >>> id_of(Source(name="may/تقرير.pdf", text="", sha256="", media_type="")), id_of(
        ...     Source(name="rows.csv#12", text="", sha256="", media_type="")
        ... )
        ('tqryr', 'rows-12')
    """
    file = PurePath(source.name)
    number = file.name.rpartition("#")[2] if "#" in file.suffix else ""
    return id_after(f"{file.stem} {number}".strip()) if file.suffix else ""


def sha256_of(text: str) -> str:
    """The hash of the text's UTF-8 bytes, in hexadecimal; half a pair of surrogates counts as its three bytes."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def copying_fault(text: str, document: Described) -> str | None:
    """What copying did to a text that is the document otherwise, and the cure; None where it is another text."""
    bare = text.removeprefix("\ufeff")
    lines = bare.replace("\r\n", "\n")
    found = "begins with a byte order mark" if bare != text else ""
    for ends, candidate in (("", bare), ("LF", lines), ("CRLF", lines.replace("\n", "\r\n"))):
        if sha256_of(candidate) == document.sha256:
            differ = f"differs in its line ends alone, which are {ends} in the document" if ends else ""
            return f"this copy {' and '.join(filter(None, (found, differ)))}; use the document as it was stored"
    return None
