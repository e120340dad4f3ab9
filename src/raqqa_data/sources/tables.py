"""Tables of texts, one source for each row: CSV, TSV and JSON Lines with a column that holds the text."""

from __future__ import annotations

import contextlib
import csv
import functools
import io
import itertools
import json
import re
from typing import TYPE_CHECKING, Any, cast

from raqqa_data.errors import SourceError, meant, shorten
from raqqa_data.sources.encodings import decode
from raqqa_data.sources.publication import Publication, is_either, of_cell, shown_order
from raqqa_data.sources.source import Finding, Source
from raqqa_data.sources.vocabulary import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

CSV, TSV, JSONL = "text/csv", "text/tab-separated-values", "application/jsonl"
_LONGEST_CELL = 2**24
_LINE = re.compile(r"[^\r\n]*")
_LONGEST_HEADER = 100_000
_MOST_COLUMNS, _LONGEST_NAME = 20, 40
"""How much an error shows of the columns there are."""


_SHOWN = 40
_OF_DATES = WORDS["of_dates"]


def read_table(
    content: bytes,
    name: str,
    sha256: str,
    media_type: str,
    text_column: str,
    encoding: str | None = None,
    *,
    day_first: bool | None = None,
) -> Iterator[Source]:
    """Each row of a table; the other columns are kept as fields, and one of dates says when it was published.

    Args:
        content: The file's bytes.
        name: What to call it.
        sha256: Their hash.
        media_type: What kind of table it is.
        text_column: The column that holds the text.
        encoding: How it is stored, where that is known.
        day_first: Whether the day stands before the month, where no date of the table shows it.

    Raises:
        SourceError: It is no such table, or has no such column; names the line.
    """
    decoded = decode(content, encoding)
    if decoded is None:
        raise SourceError(name, [("", "is no text: no encoding fits its bytes")])
    text = decoded.text

    def rows() -> Iterator[tuple[int, dict[str, str]]]:
        if media_type == JSONL:
            return _lines(text, name)
        return _cells(text, name, _delimiter(text, media_type, text_column))

    return of_rows(rows, name, sha256, media_type, text_column, day_first, held=f"{name}#")


def of_rows(
    rows: Callable[[], Iterable[tuple[int, Mapping[str, str]]]],
    name: str,
    sha256: str,
    media_type: str,
    text_column: str,
    day_first: bool | None,
    *,
    held: str,
) -> Iterator[Source]:
    """Rows by their numbers, each a source that is called after what held it and its number."""
    days = _Days(lambda: _stated(rows(), text_column), day_first)
    for number, row in rows():
        if text_column not in row:
            near = meant(text_column, row)
            problem = f"no column {text_column!r}{near or ';'} {'T' if near else 't'}here are {columns_named(row)}"
            raise SourceError(name, [(f"line {number}", problem)])
        fields = {key: value for key, value in row.items() if key != text_column}
        published = days.of(fields)
        yield Source(
            name=f"{held}{number}",
            text=row[text_column],
            sha256=sha256,
            media_type=media_type,
            published=published.period,
            published_from=published.stated_in,
            fields=fields,
            findings=published.findings,
        )


def columns_told(content: bytes, name: str, media_type: str, encoding: str | None) -> str:
    """Which columns a table has, to be told behind that one of them is to be named; empty where it cannot be read."""
    decoded = decode(content, encoding)
    if decoded is None:
        return ""
    text = decoded.text
    try:
        rows = _lines(text, name) if media_type == JSONL else _cells(text, name, _delimiter(text, media_type, ""))
        _, row = next(rows)
    except (SourceError, StopIteration):
        return ""
    return f". There are {columns_named(row)}"


def columns_named(row: Collection[str]) -> str:
    """The names of columns, as many as can be shown."""
    shown = [shorten(name, _LONGEST_NAME) for name in itertools.islice(row, _MOST_COLUMNS)]
    more = f" and {len(row) - len(shown):,} more" if len(row) > len(shown) else ""
    return f"{', '.join(shown)}{more}" if shown else "none"


class _Days:
    """The days that the rows of a table state; of those that cannot be told the first is a finding."""

    def __init__(self, stated: Callable[[], Iterable[str]], given: bool | None) -> None:
        self._stated = stated
        self._given = given
        self._told = False

    @functools.cached_property
    def _shown(self) -> bool | None:
        """Whether the day stands first in the table's dates; it is read once more where one of them leaves it open."""
        return shown_order(self._stated())

    def of(self, fields: Mapping[str, str]) -> Publication:
        """When a row says that it was published."""
        column = _dated(fields)
        value = "" if column is None else fields[column].strip()
        if column is None or not value:
            return Publication()
        either, where = is_either(value), f"column {column}"
        shown = self._shown if either else None
        day_first = self._given if shown is None else shown
        if (period := of_cell(value, day_first)) is not None:
            order = f", {'day' if day_first else 'month'} first as given" if either and shown is None else ""
            return Publication(period, f"{where}{order}")
        if self._told:
            return Publication()
        self._told = True
        why = "which is the day cannot be told; day_first= decides" if either else "is no day; write it as 2024-03-31"
        told = f"{where}: {value[:_SHOWN]}: {why}. Of other rows this is not said again"
        return Publication(findings=(Finding("date", told),))


def _stated(rows: Iterable[tuple[int, Mapping[str, str]]], text_column: str) -> Iterator[str]:
    """What the column of dates holds, as far as the table can be read."""
    with contextlib.suppress(SourceError):
        for _, row in rows:
            column = _dated(row)
            if column is not None and column != text_column:
                yield row[column]


def _dated(columns: Iterable[str]) -> str | None:
    return next((column for column in columns if column.strip().casefold() in _OF_DATES), None)


def _delimiter(text: str, media_type: str, text_column: str) -> str:
    """What parts the cells; spreadsheets set to a language that writes 1,5 part those of a CSV by semicolons."""
    if media_type == TSV:
        return "\t"
    found = _LINE.match(text)
    header = found[0][:_LONGEST_HEADER] if found else ""
    heads = {sign: next(csv.reader([header], delimiter=sign), list[str]()) for sign in ",;\t"}
    return max(heads, key=lambda sign: (text_column in heads[sign], len(heads[sign])))


def _cells(text: str, name: str, delimiter: str) -> Iterator[tuple[int, dict[str, str]]]:
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = next(reader, list[str]())
        for cells in reader:
            if not cells:
                continue
            if len(cells) != len(header):
                problem = f"has {len(cells)} cells, the header {len(header)}"
                raise SourceError(name, [(f"line {reader.line_num}", problem)])
            yield reader.line_num, dict(zip(header, cells, strict=True))
    except csv.Error as error:
        raise SourceError(name, [(f"line {reader.line_num}", f"is no table: {error}")]) from error


def _lines(text: str, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row: Any = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise SourceError(name, [(f"line {number}", f"is no JSON: {error}")]) from error
        if not isinstance(row, dict):
            raise SourceError(name, [(f"line {number}", "must be an object")])
        held = cast("dict[str, Any]", row)
        yield number, {key: value if isinstance(value, str) else json.dumps(value) for key, value in held.items()}
