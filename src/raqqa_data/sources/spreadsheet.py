"""Spreadsheets (XLSX): each sheet a table of cells, or, where a column of texts is named, each row a source."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from raqqa_data.errors import SourceError, meant, optional_module
from raqqa_data.sources.office import packed_fault
from raqqa_data.sources.source import Finding, Role, Source, day, unread
from raqqa_data.sources.tables import columns_named, of_rows
from raqqa_data.sources.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_CELLS = 2_000_000
"""Cells of all sheets, empty ones before a filled one too."""
_MOST_ROWS = 2**20
"""Rows that a sheet can have; a file may name any number."""
_HEAD = 20
"""Rows at the head of a sheet among which that of the headings is looked for."""
_CORE = "docProps/core.xml"
_PERCENT = re.compile(r"%(?![^\"]*\"(?:[^\"]*\"[^\"]*\")*[^\"]*\Z)")
_NEVER_COUNTED = re.compile(
    rb"<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v\s*></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
"""A formula without the value that it gave."""


class Sheet(NamedTuple):
    """A sheet that is shown: its name, where it stands among them, and its rows with their numbers."""

    title: str
    number: int
    rows: list[tuple[int, list[str]]]


class Book(NamedTuple):
    """What a spreadsheet holds."""

    sheets: list[Sheet]
    findings: tuple[Finding, ...]
    title: str | None
    created: dt.date | None
    extracted_by: str


class _UnreadableError(Exception):
    """Why there is nothing to read."""


def read_cells(content: bytes, name: str, sha256: str) -> Source:
    """A spreadsheet as one text: each row of cells a line, each sheet under its name, and a page of its own.

    Raises:
        MissingExtraError: openpyxl is not installed.
    """
    try:
        book = _opened(content)
    except _UnreadableError as fault:
        return unread(name, sha256, MEDIA_TYPE, Finding("damaged", str(fault)))
    writer = Writer()
    for sheet in book.sheets:
        if sheet.rows:
            writer.add(sheet.title, page=sheet.number, role=Role.HEADER)  # such as ورقة 1, which counts nothing
        width = max((len(cells) for _, cells in sheet.rows), default=0)
        for number, cells in sheet.rows:
            writer.row(cells, number, page=sheet.number, width=width)
    return Source(
        name=name,
        text=writer.text,
        sha256=sha256,
        media_type=MEDIA_TYPE,
        extracted_by=book.extracted_by,
        title=book.title,
        created=None if book.created is None else day(book.created.isoformat()),
        findings=book.findings,
        parts=writer.parts,
    )


def read_rows(
    content: bytes, name: str, sha256: str, text_column: str, *, day_first: bool | None = None
) -> Iterator[Source]:
    """Each row of the sheets that have a column of texts, as `read_table` gives those of a CSV.

    Raises:
        SourceError: No sheet has that column; names those that there are.
        MissingExtraError: openpyxl is not installed.
    """
    try:
        book = _opened(content)
    except _UnreadableError as fault:
        yield unread(name, sha256, MEDIA_TYPE, Finding("damaged", str(fault)))
        return
    headed = [(sheet, head) for sheet in book.sheets if (head := _head(sheet, text_column)) is not None]
    if not headed:
        columns = [column for sheet in book.sheets for column in _first_head(sheet)]
        near = meant(text_column, columns)
        told = f"no column {text_column!r}{near or ';'} {'T' if near else 't'}here are {columns_named(columns)}"
        raise SourceError(name, [("", told)])
    findings = [*book.findings]
    if passed_over := [
        sheet.title for sheet in book.sheets if sheet.rows and all(sheet is not one for one, _ in headed)
    ]:
        told = f"no column {text_column!r} in the sheets {columns_named(passed_over)}: their rows are passed over"
        findings.append(Finding("sheet", told))
    for sheet, head in headed:
        several = len(headed) > 1
        rows = [*_rows(sheet, head, several=several)]
        held = f"{name}#{sheet.number}." if several else f"{name}#"
        for source in of_rows(rows.copy, name, sha256, MEDIA_TYPE, text_column, day_first, held=held):
            yield attrs.evolve(source, extracted_by=book.extracted_by, findings=(*findings, *source.findings))
            findings = []


def columns_told(content: bytes) -> str:
    """Which columns its sheets have, to be told behind that one of them is to be named."""
    try:
        sheets = _opened(content).sheets
    except _UnreadableError:
        return ""
    return f". There are {columns_named([column for sheet in sheets for column in _first_head(sheet)])}"


def _head(sheet: Sheet, text_column: str) -> int | None:
    """Which of a sheet's rows holds the headings: the first that has the column."""
    heads = (index for index, (_, cells) in enumerate(sheet.rows[:_HEAD]) if text_column in cells)
    return next(heads, None)


def _first_head(sheet: Sheet) -> list[str]:
    """The first row of a sheet that has several cells, which are its headings as far as can be told."""
    held = ([cell for cell in cells if cell] for _, cells in sheet.rows[:_HEAD])
    several = [cells for cells in held if len(cells) > 1]
    return several[0] if several else []


def _rows(sheet: Sheet, head: int, *, several: bool) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows below the headings, as texts by column; a cell below no heading has the name of its column's number."""
    headings = sheet.rows[head][1]
    for number, cells in sheet.rows[head + 1 :]:
        named = dict.fromkeys(filter(None, headings), "")
        for index, cell in enumerate(cells):
            heading = headings[index] if index < len(headings) else ""
            if cell or heading:
                named[heading or f"column {index + 1}"] = cell
        yield number, {**named, **({"sheet": sheet.title} if several and "sheet" not in named else {})}


def _opened(content: bytes) -> Book:
    """What a spreadsheet shows.

    Raises:
        _UnreadableError: It is damaged, or too large.
        MissingExtraError: openpyxl is not installed.
    """
    openpyxl = optional_module("openpyxl", "sources")
    if fault := packed_fault(content, "spreadsheet"):
        raise _UnreadableError(fault)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it passes over: charts, lists to choose from
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            sheets = _sheets(shown)
            properties = book.properties
        findings = _findings(content, [sheet.title for sheet in book.worksheets if sheet not in shown])
    except _UnreadableError:
        raise
    except Exception as error:
        told = f"is no spreadsheet that can be read: {type(error).__name__}: {error}"
        raise _UnreadableError(told) from error
    stated = isinstance(properties.created, dt.datetime) and _states_creation(content)
    created = properties.created.date() if stated else None
    return Book(sheets, findings, properties.title or None, created, f"openpyxl {openpyxl.__version__}")


def _states_creation(content: bytes) -> bool:
    """Whether the file says when it was made; openpyxl says today where it does not."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return _CORE in packed.namelist() and b":created" in packed.read(_CORE)


def _sheets(shown: list[Any]) -> list[Sheet]:
    left = MOST_CELLS
    sheets: list[Sheet] = []
    for number, sheet in enumerate(shown, 1):
        sheet.reset_dimensions()  # a file may claim any; without, rows are as long as they are
        rows: list[tuple[int, list[str]]] = []
        for at, row in enumerate(sheet.iter_rows(max_row=_MOST_ROWS), 1):
            left -= len(row)
            if left < 0:
                raise _UnreadableError(f"holds more than {MOST_CELLS:,} cells")
            if any(cells := [_said(cell) for cell in row]):
                rows.append((at, cells))
        sheets.append(Sheet(sheet.title, number, rows))
    return sheets


def _said(cell: Any) -> str:
    """What a cell says, as a person reads it: a day without a time, a share with its sign, no needless digits."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")
    if isinstance(value, float | int) and not isinstance(value, bool):
        percent = _PERCENT.search(str(cell.number_format or "")) is not None
        return f"{value * 100:.12g}%" if percent else _number(value)
    return str(value).strip()


def _number(value: float) -> str:
    whole = isinstance(value, int) or value.is_integer()
    return f"{value:.0f}" if whole else f"{value:.15g}"


def _findings(content: bytes, hidden: list[str]) -> tuple[Finding, ...]:
    findings: list[Finding] = []
    if hidden:
        findings.append(Finding("sheet", f"hidden sheets are not read: {columns_named(hidden)}"))
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        sheets = [name for name in packed.namelist() if name.startswith("xl/worksheets/") and name.endswith(".xml")]
        bare = sum(len(_NEVER_COUNTED.findall(packed.read(name))) for name in sheets)
    if bare:
        told = f"{bare:,} formulas have no value in the file, and are read as empty: open it, and save it as XLSX again"
        findings.append(Finding("formula", told))
    return tuple(findings)
