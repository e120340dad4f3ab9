"""The figures of many documents as rows, and as one file: CSV, JSON Lines or Parquet."""

from __future__ import annotations

import io
import json
from itertools import islice
from typing import TYPE_CHECKING, Any

from raqqa_data.errors import FileError, RaqqaDataError, optional_module
from raqqa_data.interchange.columns import Column, Type
from raqqa_data.interchange.csv_file import guarded, sheet
from raqqa_data.interchange.formats import MENTION_FORMATS, format_in
from raqqa_data.interchange.mention_columns import MENTION_COLUMNS, batch_of, rows_of, schema_of
from raqqa_data.reading import read
from raqqa_data.sources.atomic import replacing
from raqqa_data.sources.files import path_text

if TYPE_CHECKING:
    import datetime as dt
    import os
    from collections.abc import Iterable, Iterator, Mapping
    from typing import IO

    from raqqa_data.records.period import Period
    from raqqa_data.sources.source import Source

    Rows = Iterable[Mapping[str, Any]]

DOCUMENT_COLUMNS: tuple[Column, ...] = (
    Column("document", Type.TEXT, "The document's file; behind # the number of a message, or the line of a table"),
    Column("sha256", Type.TEXT, "Hash of the file's bytes"),
    Column("title", Type.TEXT, "The document's title, as it states it"),
    Column("published", Type.TEXT, "When it says that it was published, in EDTF"),
    Column("sender", Type.TEXT, "Who sent a message"),
    Column("conveyed_by", Type.TEXT, "The channel that a message was forwarded from"),
    Column("fields", Type.TEXT, "The other columns of the table's row that the text stood in, as a JSON object"),
    Column("page", Type.WHOLE, "The page that the figure stands on"),
    Column("paragraph", Type.WHOLE, "Its paragraph, counted over the whole document"),
    Column("line", Type.WHOLE, "Its line in the document's text"),
    Column("table_row", Type.WHOLE, "Its row in a table of the document"),
    Column("table_column", Type.WHOLE, "Its column in that table"),
)
"""What is told of the document of a mention, and of its place there."""
FINDING = Column("finding", Type.TEXT, "What to know before trusting the document, or why it could not be read")

COLUMNS: tuple[Column, ...] = (*DOCUMENT_COLUMNS, *MENTION_COLUMNS, FINDING)
_NAMES = tuple(column.name for column in COLUMNS)
_GUARDED = frozenset(column.name for column in COLUMNS if column.type is Type.TEXT)
_AT_A_TIME = 4096


def mention_rows(
    sources: Iterable[Source],
    *,
    reference: dt.date | Period | str | None = None,
    country: str | None = None,
    singulars: bool = False,
) -> Iterator[dict[str, Any]]:
    """Every figure and date of many documents, a row each, one document at a time.

    A document that could not be read, or of which something should be known, and that has no figure is a row too: its
    `finding` says why. Where it has figures, each of its rows bears the finding.

    Args:
        sources: The documents, as `open_sources` gives them.
        reference: As for `read`.
        country: As for `read`.
        singulars: As for `read`.

    Returns:
        Rows with the same keys each. What is not stated is None; a second reading of a figure stands right after the
        first, with `reading` 1.

    Raises:
        PeriodError: The reference is no date.
        NotFoundError: There is no such country.

    Example:
        >>> import raqqa_data as rd
        >>> pile = ["عاد 300 شخص.".encode(), b"%PDF-1.4 cut short"]
        >>> for row in mention_rows(rd.open_sources(pile)):
        ...     print(row["best"], row["noun_text"], row["line"], row["finding"] is not None)
        300 شخص 1 False
        None None None True
    """
    read("", reference=reference, country=country)  # what is wrong with these is no document's fault
    for source in sources:
        found = [str(finding) for finding in source.findings]
        rows: list[dict[str, Any]] = []
        try:
            for mention in read(source, reference=reference, country=country, singulars=singulars):
                place = _place(source, mention.start)
                rows += [place | row for row in rows_of(mention)]
        except RaqqaDataError as error:
            rows, found = [], [*found, str(error)]
        told = _document(source) | {FINDING.name: "; ".join(found) or None}
        for row in rows or ([{}] if found else []):
            yield dict.fromkeys(_NAMES) | told | row


def write_mentions(
    rows: Rows,
    path: str | os.PathLike[str],
    format: str | None = None,  # noqa: A002 - the word that readers look for
    *,
    excel: bool = False,
) -> None:
    """Write the figures of many documents to a file: whole, or not at all.

    Args:
        rows: What `mention_rows` gives; rows that you leave out are not written.
        path: The file.
        format: One of "csv", "jsonl", "parquet"; by the file's name when left out.
        excel: For CSV: begin with a byte order mark, which Excel needs to see that it is UTF-8.

    Raises:
        FileError: The file cannot be written; the old one is left as it was.
        NotFoundError: There is no such format.
        MissingExtraError: Parquet needs the extra `arrow`, which is not installed.

    Example:
        >>> import os, tempfile
        >>> import raqqa_data as rd
        >>> path = os.path.join(tempfile.mkdtemp(), "figures.csv")
        >>> write_mentions(mention_rows(rd.open_sources("عاد 300 شخص.".encode())), path)
        >>> import csv
        >>> with open(path, encoding="utf-8", newline="") as file:
        ...     [(row["text"], row["best"], row["paragraph"]) for row in csv.DictReader(file)]
        [('300 شخص', '300', '1')]
    """
    name = path_text(path, FileError)
    wanted = mention_format(name, format)
    with replacing(name) as stream:
        write_mentions_to(rows, stream, wanted, excel=excel)


def write_mentions_to(rows: Rows, stream: IO[bytes], name: str, *, excel: bool = False) -> None:
    """Write to an open file, some rows at a time.

    Args:
        rows: As for `write_mentions`.
        stream: Where to.
        name: The format.
        excel: As for `write_mentions`.

    Raises:
        NotFoundError: There is no such format.
    """
    if mention_format("", name) == "parquet":
        _write_parquet(rows, stream)
    elif name == "jsonl":
        for row in rows:
            # half a pair of surrogates is no UTF-8, and in JSON its escape is
            written = json.dumps({column: row.get(column) for column in _NAMES}, ensure_ascii=False, allow_nan=False)
            stream.write(written.encode("utf-8", "backslashreplace") + b"\n")
    else:
        stream.write(("\N{BYTE ORDER MARK}" if excel else "").encode())
        for text in _csv(rows):
            stream.write(text.encode("utf-8", "backslashreplace"))


def mention_format(path: str, wanted: str | None = None) -> str:
    """The format's name, as asked for or by the file's name.

    Raises:
        NotFoundError: There is no such format.
    """
    return format_in(MENTION_FORMATS, path, wanted)


def _document(source: Source) -> dict[str, Any]:
    return {
        "document": source.name,
        "sha256": source.sha256 or None,
        "title": source.title,
        "published": source.published.edtf if source.published else None,
        "sender": source.sender,
        "conveyed_by": source.conveyed_by,
        "fields": json.dumps(dict(source.fields), ensure_ascii=False) if source.fields else None,
    }


def _place(source: Source, offset: int) -> dict[str, int | None]:
    page, paragraph, line, cell = source.locate(offset)
    row, column = cell or (None, None)
    return {"page": page, "paragraph": paragraph, "line": line, "table_row": row, "table_column": column}


def _csv(rows: Rows) -> Iterator[str]:
    cells = ([(name, row.get(name)) for name in _NAMES] for row in rows)
    return sheet(_NAMES, ([[guarded(c) if name in _GUARDED and c else c for name, c in row]] for row in cells))


def _write_parquet(rows: Rows, stream: IO[bytes]) -> None:
    arrow, arrow_io = (optional_module(f"arro3.{part}", "arrow", f"arro3-{part}") for part in ("core", "io"))
    schema = schema_of(COLUMNS)
    waiting = iter(rows)
    batches: list[Any] = []
    while some := list(islice(waiting, _AT_A_TIME)):
        try:
            batches.append(batch_of(some, COLUMNS, schema))
        except UnicodeEncodeError:
            batches.append(batch_of([*map(_whole_signs, some)], COLUMNS, schema))
    whole = io.BytesIO()  # the writer, in another language, does not survive a disk that is full
    arrow_io.write_parquet(arrow.Table.from_batches(batches, schema=schema), whole, compression="zstd(3)")
    stream.write(whole.getbuffer())


def _whole_signs(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row without halves of surrogate pairs, which a chat's JSON may hold and Parquet cannot."""
    return {
        name: cell.encode("utf-8", "replace").decode() if isinstance(cell, str) else cell for name, cell in row.items()
    }
