r"""CSV: UTF-8, one header row, CRLF line ends (RFC 4180), and no cell that a spreadsheet would run.

A text that begins with `=`, `+`, `-`, `@`, a tab, a line end or an apostrophe gets an apostrophe in front; reading
takes one away again. Numbers and dates stay as they are.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections import Counter
from typing import IO, TYPE_CHECKING, Any

from raqqa_data.errors import CatalogueError, Problem, shorten
from raqqa_data.interchange.columns import BY_NAME, COLUMNS, Type, columns_of
from raqqa_data.interchange.rows import find_scope, records_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from raqqa_data.interchange.rows import Context
    from raqqa_data.records.dataset import Observations

FORMULA = re.compile(r"[=+\-@\t\r\n'＝＋－＠]")
"""How a cell begins that must not stand as it is; the last four are the full-width forms."""
_CHUNK = 1024
_WHOLE = re.compile(r"-?[0-9]{1,4000}", re.ASCII)
_NUMBER = re.compile(r"-?[0-9]{1,400}(?:\.[0-9]{1,400})?(?:e[+-]?[0-9]{1,4})?", re.ASCII | re.IGNORECASE)


def write_csv(observations: Observations, stream: IO[bytes], *, excel: bool = False) -> None:
    """Write a header and one row a record, a few at a time.

    Args:
        observations: What to write.
        stream: Where to.
        excel: Begin with a byte order mark, without which Excel takes UTF-8 for another encoding.
    """
    if excel:
        stream.write("\N{BYTE ORDER MARK}".encode())
    for chunk in chunks(observations):
        stream.write(chunk.encode())


def chunks(observations: Observations) -> Iterator[str]:
    """The file's text, a few rows at a time."""
    return sheet([column.name for column in COLUMNS], _blocks(observations))


def _blocks(observations: Observations) -> Iterator[Iterable[Iterable[Any]]]:
    for start in range(0, len(observations), _CHUNK):
        columns = columns_of(tuple(observations[start : start + _CHUNK]))
        for column in COLUMNS:
            if column.type is Type.TEXT:
                columns[column.name] = [value and guarded(value) for value in columns[column.name]]
        yield zip(*(columns[column.name] for column in COLUMNS), strict=True)


def sheet(header: Iterable[str], blocks: Iterable[Iterable[Iterable[Any]]]) -> Iterator[str]:
    r"""A CSV file's text, a block of rows at a time; the header stands before the first.

    Example:
        >>> list(sheet(["a", "b"], [[(1, None)], [(2, "x")]]))
        ['a,b\r\n1,\r\n', '2,x\r\n', '']
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(header)
    for rows in blocks:
        writer.writerows(rows)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def guarded(text: str) -> str:
    """The text as a cell that no spreadsheet runs.

    Example:
        >>> guarded("=HYPERLINK(1)"), guarded("-5 °C"), guarded("300 school")
        ("'=HYPERLINK(1)", "'-5 °C", '300 school')
    """
    return f"'{text}" if FORMULA.match(text) else text


def read_csv(text: str, source: str, context: Context | None = None) -> Observations:
    """Read what `write_csv` wrote.

    Raises:
        CatalogueError: It is no such file, or names what is not known; names every line and column.
    """
    return records_from(columns_in(text, source), find_scope(None, context, source), source)


def columns_in(text: str, source: str) -> dict[str, list[Any]]:
    """A CSV file's columns by name, each value of its column's type; an empty cell is None.

    Raises:
        CatalogueError: It is no such file; names every line and column.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    problems: list[Problem] = []
    try:
        header = next(reader, list[str]())
        if repeated := [name for name, times in Counter(header).items() if times > 1]:
            raise CatalogueError(source, [("line 1", f"column {shorten(min(repeated))} stands there twice")])
        readers = [_READERS[BY_NAME[name].type] if name in BY_NAME else _text for name in header]
        values: list[list[Any]] = [[] for _ in header]
        for row in reader:
            if len(row) != len(header):
                problem = f"has {len(row)} cells, the header {len(header)}"
                raise CatalogueError(source, [(f"line {reader.line_num}", problem)])
            for index, cell in enumerate(row):
                try:
                    values[index].append(readers[index](cell) if cell else None)
                except ValueError as error:
                    problems.append(Problem(f"line {reader.line_num}.{header[index]}", str(error)))
    except csv.Error as error:
        raise CatalogueError(source, [(f"line {reader.line_num}", f"is not CSV: {error}")]) from error
    if problems:
        raise CatalogueError(source, problems)
    return dict(zip(header, values, strict=True))


def _text(cell: str) -> str:
    return cell.removeprefix("'")


def _number(cell: str) -> int | float:
    if _WHOLE.fullmatch(cell):
        return int(cell)
    if not _NUMBER.fullmatch(cell):
        raise ValueError(f"{shorten(cell)} is no number; digits with a point, and no separators")
    return float(cell)


def _whole(cell: str) -> int:
    if not _WHOLE.fullmatch(cell):
        raise ValueError(f"{shorten(cell)} is no whole number")
    return int(cell)


def _date(cell: str) -> dt.date:
    try:
        return dt.date.fromisoformat(cell)
    except ValueError as error:
        raise ValueError(f"{shorten(cell)} is no date: write 2022-10-01") from error


_READERS: dict[Type, Callable[[str], Any]] = {
    Type.TEXT: _text,
    Type.CODE: _text,
    Type.NUMBER: _number,
    Type.SMALL: _whole,
    Type.WHOLE: _whole,
    Type.DATE: _date,
}
