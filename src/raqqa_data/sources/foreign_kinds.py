"""Kinds of files that are not opened, and what makes a document of each."""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from typing import NamedTuple


class ForeignKind(NamedTuple):
    """A kind of file that is not opened.

    Attributes:
        what: What it is, as a person calls it.
        suffixes: How its names end.
        instead: What to do, so that its text can be opened.
    """

    what: str
    suffixes: tuple[str, ...]
    instead: str


SPREADSHEET = ForeignKind(
    "a spreadsheet of another form than XLSX",
    (".xlsb", ".xls", ".ods"),
    "save it as XLSX, or soffice --headless --convert-to xlsx",
)
TEXT_DOCUMENT = ForeignKind(
    "RTF, OpenDocument or old Word",
    (".odt", ".rtf", ".doc", ".wpd", ".pages"),
    "save it as DOCX, or soffice --headless --convert-to docx",
)
PRESENTATION = ForeignKind(
    "a presentation",
    (".pptx", ".ppt", ".odp"),
    "save it as PDF, or soffice --headless --convert-to pdf",
)
PICTURE = ForeignKind(
    "a picture",
    (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp", ".bmp", ".heic"),
    "have its letters read first: ocrmypdf --image-dpi 300 -l ara makes a PDF of it",
)
RECORDING = ForeignKind(
    "sound or video",
    (".ogg", ".opus", ".mp3", ".m4a", ".wav", ".aac", ".mp4", ".mov", ".3gp", ".avi", ".mkv", ".webm"),
    "write down what is said in it, as a text",
)
MAIL = ForeignKind(
    "a message of a mail program", (".eml", ".msg", ".mbox"), "save its text as a page of HTML, or as TXT"
)
BOOK = ForeignKind("an e-book", (".epub", ".mobi", ".azw3"), "convert it to HTML or DOCX")
ARCHIVE = ForeignKind(
    "an archive", (".zip", ".rar", ".7z", ".gz", ".tgz", ".tar", ".bz2", ".xz"), "unpack it, and open the folder"
)
FOREIGN_KINDS = (SPREADSHEET, TEXT_DOCUMENT, PRESENTATION, PICTURE, RECORDING, MAIL, BOOK, ARCHIVE)

_BY_SUFFIX = {suffix: kind for kind in FOREIGN_KINDS for suffix in kind.suffixes}
ZIP = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Office before 2007 begin, and encrypted ones of today."""
_LONGEST_MIMETYPE = 200
_BEGINNINGS = (
    (b"\x89PNG\r\n", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF87a", PICTURE),
    (b"GIF89a", PICTURE),
    (b"II*\x00", PICTURE),
    (b"MM\x00*", PICTURE),
    (b"{\\rtf", TEXT_DOCUMENT),
    (b"OggS\x00", RECORDING),
    (b"ID3\x03", RECORDING),
    (b"ID3\x04", RECORDING),
    (b"Rar!\x1a", ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", ARCHIVE),
    (b"\x1f\x8b\x08", ARCHIVE),
)
_FOLDERS = (("xl/", SPREADSHEET), ("ppt/", PRESENTATION))
_MIMETYPES = (
    (b"application/vnd.oasis.opendocument.text", TEXT_DOCUMENT),
    (b"application/vnd.oasis.opendocument.spreadsheet", SPREADSHEET),
    (b"application/vnd.oasis.opendocument.presentation", PRESENTATION),
    (b"application/epub", BOOK),
)


def foreign_kind(name: str, content: bytes | None = None) -> ForeignKind | None:
    r"""Of what kind a file is that is not opened; None for one that is, or of which neither tells.

    Args:
        name: Its name, of which the end counts.
        content: Its bytes, which count more than the name; left out where only the name is known.

    Example:
        >>> foreign_kind("incidents.ods").what, foreign_kind("report.docx")
        ('a spreadsheet of another form than XLSX', None)
        >>> foreign_kind("no name", b"\x89PNG\r\n\x1a\n").what
        'a picture'
    """
    named = _BY_SUFFIX.get(os.path.splitext(name)[1].lower())  # noqa: PTH122
    if content is None:
        return named
    if content.startswith(ZIP):
        return _in_a_zip(content, named)
    begun = next((kind for begin, kind in _BEGINNINGS if content.startswith(begin)), None)
    if begun is not None:
        return begun
    return named if named is not TEXT_DOCUMENT or content.startswith(COMPOUND) else None  # a text named .doc


def _in_a_zip(content: bytes, named: ForeignKind | None) -> ForeignKind | None:
    """What a ZIP file holds: that of Office, of OpenDocument, an e-book, or files that somebody packed."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = packed.namelist()
            mimetype = b""
            if "mimetype" in names:
                with packed.open("mimetype") as file:  # no more of it than is looked at, whatever it swells to
                    mimetype = file.read(_LONGEST_MIMETYPE)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        return named
    if any(name.startswith("word/") for name in names) or "xl/workbook.xml" in names:
        return None
    for folder, kind in _FOLDERS:
        if any(name.startswith(folder) for name in names):
            return kind
    told = next((kind for begin, kind in _MIMETYPES if mimetype.startswith(begin)), None)
    return told or named or (None if "[Content_Types].xml" in names else ARCHIVE)
