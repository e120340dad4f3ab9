"""Opening documents as they come: one, or a pile of them."""

from __future__ import annotations

import glob
import hashlib
import os
from typing import IO, TYPE_CHECKING, NamedTuple, cast

import attrs

from raqqa_data.errors import FileError, NotFoundError, RaqqaDataError, SourceError
from raqqa_data.sources import messages, pdf, plain, spreadsheet, tables, webpage, word
from raqqa_data.sources.encodings import ARABIC, decode, known
from raqqa_data.sources.files import path_text, read_bytes
from raqqa_data.sources.foreign_kinds import COMPOUND, ZIP, foreign_kind
from raqqa_data.sources.office import holds_folder
from raqqa_data.sources.source import Finding, Source, unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_BYTES = 200 * 2**20
"""A larger file is refused, unless `most_bytes` says otherwise."""


BESIDE = (".toml", ".catalogue.json")
"""How files end that are kept beside documents of a folder, and are none: annotations, references, catalogues."""
NO_DOCUMENTS = (".", "~$")
"""How names of files begin that are hidden, or that Word keeps while a document is open."""
_HEAD = 20_000
SHEETS = (".xlsx", ".xlsm")


class Kind(NamedTuple):
    """A kind of file: its media type, how its names end, and whether it holds many texts."""

    media_type: str
    suffixes: tuple[str, ...]
    many: bool = False


KINDS = (
    Kind(plain.MEDIA_TYPE, (".txt", ".text")),
    Kind(plain.MARKDOWN, (".md", ".markdown")),
    Kind(webpage.MEDIA_TYPE, (".html", ".htm", ".xhtml")),
    Kind(pdf.MEDIA_TYPE, (".pdf",)),
    Kind(word.MEDIA_TYPE, (".docx",)),
    Kind(messages.TELEGRAM, (".json",), many=True),
    Kind(messages.WHATSAPP, (), many=True),
    Kind(tables.CSV, (".csv",), many=True),
    Kind(tables.TSV, (".tsv", ".tab"), many=True),
    Kind(spreadsheet.MEDIA_TYPE, SHEETS, many=True),
    Kind(tables.JSONL, (".jsonl", ".ndjson"), many=True),
)
"""What can be opened."""
_BY_BYTES = frozenset({pdf.MEDIA_TYPE, word.MEDIA_TYPE, spreadsheet.MEDIA_TYPE})
"""Kinds that are known by their first bytes, whatever a file is called."""
_BY_TYPE = {kind.media_type: kind for kind in KINDS}
_BY_SUFFIX = {suffix: kind for kind in KINDS for suffix in kind.suffixes}

Given = str | os.PathLike[str] | bytes | IO[bytes]


def open_source(
    document: Given, *, media_type: str | None = None, encoding: str | None = None, most_bytes: int = MOST_BYTES
) -> Source:
    """A document as it comes, and the text in it: text in any encoding, Markdown, HTML, PDF, DOCX or XLSX.

    Args:
        document: Its path, its bytes, or a file open for reading bytes.
        media_type: What kind of file it is; by its name and its first bytes when left out.
        encoding: How a text is stored, where you know it.
        most_bytes: A larger file is refused.

    Returns:
        The source. What a person should know before trusting it stands in its `findings`: a scan without text, a
        doubtful encoding, two dates of publication.

    Raises:
        SourceError: It cannot be read, is too large, or holds many texts (a chat, a table): see `open_sources`.
        NotFoundError: There is no such kind of file, or no such encoding.
        MissingExtraError: The extra `sources` is not installed.

    Example:
        >>> source = open_source("عاد 300 شخص إلى البلدة".encode("cp1256"))
        >>> source.text, source.media_type
        ('عاد 300 شخص إلى البلدة', 'text/plain')
    """
    _check_encoding(encoding)
    name, content = _content(document, most_bytes)
    kind = _kind(name, content, media_type)
    if kind.many and kind.media_type != spreadsheet.MEDIA_TYPE:
        raise SourceError(name, [("", f"holds many texts ({kind.media_type}); open it with open_sources")])
    return _told_empty(_one(kind, name, content, encoding))


def open_sources(
    documents: Given | Iterable[Given],
    *,
    text_column: str | None = None,
    encoding: str | None = None,
    day_first: bool | None = None,
    most_bytes: int = MOST_BYTES,
) -> Iterator[Source]:
    """Every document of a pile, one at a time, in a stable order.

    A file that cannot be opened is a source without text whose finding says why: the others are opened all the same. An
    exported chat gives a source for each message, a table one for each row.

    Args:
        documents: A folder, a pattern such as `reports/*.pdf`, what `open_source` takes, or several of them all.
        text_column: For tables, the column that holds the text. Without it, a spreadsheet is one text of its cells.
        encoding: As for `open_source`.
        day_first: Whether the day stands before the month in dates of WhatsApp and of tables such as 04/03/2024. It
            counts only for a chat or a table in which no date shows it.
        most_bytes: As for `open_source`.

    Raises:
        SourceError: A folder has no files, or nothing fits a pattern.
        NotFoundError: There is no such encoding.

    Example:
        >>> [source.text for source in open_sources([b"40", "٥٠".encode()])]
        ['40', '٥٠']
    """
    _check_encoding(encoding)
    for document in listed(documents):
        if isinstance(document, Source):
            yield document
            continue
        try:
            name, content = _content(document, most_bytes)
            kind = _kind(name, content, None)
            if kind.many and (text_column is not None or kind.media_type != spreadsheet.MEDIA_TYPE):
                yield from _many(kind, name, content, text_column, encoding, day_first)
            else:
                yield _told_empty(_one(kind, name, content, encoding))
        except RaqqaDataError as error:
            yield _unreadable(document, error)


def listed(documents: Given | Iterable[Given]) -> Iterator[Given | Source]:
    """The documents of a pile, folders and patterns opened up, before any of them is read; a stable order.

    One of several that cannot be found is a source without text whose finding says so.

    Raises:
        SourceError: A folder has no files, or nothing fits a pattern.
    """
    if isinstance(documents, str | os.PathLike):
        yield from _files(path_text(documents, SourceError))
    elif isinstance(documents, bytes) or hasattr(documents, "read"):
        yield documents  # type: ignore[misc]
    else:
        for document in documents:
            try:
                yield from _files(path_text(document, SourceError)) if _is_path(document) else [document]  # type: ignore[arg-type]
            except SourceError as error:
                yield _unreadable(document, error)


def _files(path: str) -> Iterator[str]:
    """The files of a folder, or those that fit a pattern; else the path itself."""
    if os.path.isdir(path):  # noqa: PTH112
        empty = True
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            shown = sorted(name for name in names if not (name.startswith(NO_DOCUMENTS) or name.endswith(BESIDE)))
            empty = empty and not shown
            yield from (os.path.join(folder, name) for name in shown)  # noqa: PTH118
        if empty:
            raise SourceError(path, [("", "is a folder without files")])
    elif glob.has_magic(path) and not os.path.exists(path):  # noqa: PTH110
        found = [name for name in sorted(glob.glob(path, recursive=True)) if not os.path.isdir(name)]  # noqa: PTH112, PTH207
        if not found:
            raise SourceError(path, [("", "fits no file")])
        yield from found
    else:
        yield path


def _is_path(document: object) -> bool:
    return isinstance(document, str | os.PathLike)


def _unreadable(document: Given, error: RaqqaDataError) -> Source:
    named = document if isinstance(document, str | os.PathLike) else "document"
    told = "; ".join(map(str, error.problems)) if isinstance(error, FileError) else str(error)
    return unread(str(os.fspath(named)), "", "", Finding("unreadable", told))


def _told_empty(source: Source) -> Source:
    """A source, with a finding where it holds no text and does not say why."""
    if source.findings or source.text.removeprefix("\ufeff").strip():
        return source
    return attrs.evolve(source, findings=(Finding("empty", "holds no text"),))


def _one(kind: Kind, name: str, content: bytes, encoding: str | None) -> Source:
    sha256 = hashlib.sha256(content).hexdigest()
    if kind.media_type == pdf.MEDIA_TYPE:
        return pdf.read_pdf(content, name, sha256)
    if kind.media_type == word.MEDIA_TYPE:
        return word.read_word(content, name, sha256)
    if kind.media_type == spreadsheet.MEDIA_TYPE:
        return spreadsheet.read_cells(content, name, sha256)
    if kind.media_type == webpage.MEDIA_TYPE:
        return webpage.read_webpage(content, name, sha256, encoding)
    return plain.read_plain(content, name, sha256, kind.media_type, encoding)


def _many(
    kind: Kind, name: str, content: bytes, text_column: str | None, encoding: str | None, day_first: bool | None
) -> Iterator[Source]:
    sha256 = hashlib.sha256(content).hexdigest()
    if kind.media_type == messages.TELEGRAM:
        return messages.read_telegram(content, name, sha256)
    if kind.media_type == messages.WHATSAPP:
        return messages.read_whatsapp(content, name, sha256, encoding, day_first=day_first)
    if text_column is None:
        told = "is a table; say which column holds the text: text_column="
        raise SourceError(name, [("", told + tables.columns_told(content, name, kind.media_type, encoding))])
    if kind.media_type == spreadsheet.MEDIA_TYPE:
        return spreadsheet.read_rows(content, name, sha256, text_column, day_first=day_first)
    return tables.read_table(content, name, sha256, kind.media_type, text_column, encoding, day_first=day_first)


def _kind(name: str, content: bytes, media_type: str | None) -> Kind:
    if media_type is not None:
        if media_type not in _BY_TYPE:
            raise NotFoundError("media type", media_type, _BY_TYPE)
        return _BY_TYPE[media_type]
    is_pdf = b"%PDF-" in content[:1024]
    if not is_pdf:
        _refuse_foreign(name, content)
    if is_pdf or content.startswith(ZIP):
        office = spreadsheet.MEDIA_TYPE if holds_folder(content, "xl/") else word.MEDIA_TYPE
        return _BY_TYPE[pdf.MEDIA_TYPE if is_pdf else office]
    kind = _BY_SUFFIX.get(os.path.splitext(name)[1].lower())  # noqa: PTH122
    if kind is not None and kind.media_type in _BY_BYTES:
        raise SourceError(name, [("", f"is no {kind.media_type} by its first bytes; give media_type=")])
    if kind is not None and kind.media_type == messages.TELEGRAM and not messages.is_telegram(content):
        raise SourceError(name, [("", "is JSON, but no export of a Telegram chat; a table of texts is JSON Lines")])
    head = content[:4096].lstrip().lower()
    if kind is None and (head.startswith((b"<!doctype html", b"<html")) or b"<body" in head):
        return _BY_TYPE[webpage.MEDIA_TYPE]
    if kind is None and messages.is_telegram(content):
        return _BY_TYPE[messages.TELEGRAM]
    if (kind is None or kind.media_type == plain.MEDIA_TYPE) and _is_chat(content):
        return _BY_TYPE[messages.WHATSAPP]
    return kind or _BY_TYPE[plain.MEDIA_TYPE]


def _refuse_foreign(name: str, content: bytes) -> None:
    foreign = foreign_kind(name, content)
    if foreign is not None:
        raise SourceError(name, [("", f"is {foreign.what}: {foreign.instead}")])
    if content.startswith(COMPOUND):
        told = "is encrypted, or of Word before 2007: save it as DOCX without a password, or soffice --convert-to docx"
        if name.lower().endswith(SHEETS):
            told = "is encrypted: save it without a password"
        raise SourceError(name, [("", told)])


def _check_encoding(encoding: str | None) -> None:
    if encoding is not None and known(encoding) is None:
        raise NotFoundError("encoding", encoding, ARABIC)


def holds_many(path: str | os.PathLike[str]) -> bool:
    """Whether a file is by its name a table or an export that holds many texts, or a chat that WhatsApp exported."""
    suffix = os.path.splitext(path)[1].lower()  # noqa: PTH122
    kind = _BY_SUFFIX.get(suffix)
    return kind is not None and (kind.many or (kind.media_type == plain.MEDIA_TYPE and is_chat(path)))


def is_chat(path: str | os.PathLike[str]) -> bool:
    """Whether a text's file is a chat that WhatsApp exported; what cannot be read is none."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return _is_chat(file.read(_HEAD))
    except OSError:
        return False


def _is_chat(content: bytes) -> bool:
    # a piece may end within a character
    head = decode(content if len(content) < _HEAD else content[: content.rfind(b"\n", 0, _HEAD) + 1])
    return head is not None and messages.is_whatsapp(head.text)


def _content(document: Given, most_bytes: int) -> tuple[str, bytes]:
    if isinstance(document, bytes):
        name, content = "document", document
    elif isinstance(document, str | os.PathLike):
        name = path_text(document, SourceError)
        content = read_bytes(name, SourceError, most_bytes)
    elif hasattr(document, "read"):
        name = str(getattr(document, "name", "document"))
        read = cast("object", document.read(most_bytes + 1))
        if not isinstance(read, bytes):
            raise SourceError(name, [("", "is open as text; open it for reading bytes: open(path, 'rb')")])
        content = read
    else:
        raise SourceError(repr(document), [("", "give a path, bytes, or a file open for reading bytes")])
    if len(content) > most_bytes:
        raise SourceError(name, [("", f"is larger than {most_bytes:,} bytes; most_bytes= allows more")])
    return name, content
