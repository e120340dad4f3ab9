"""The cells of tables in a text: what `sources` takes out of Word and HTML, and tables in Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raqqa_data.sources.source import Part

HEADING = "the heading in its table"
"""The rule of what headings and labels say."""
BETWEEN_CELLS = "\t|\t"
"""What stands between two cells in the text that `sources` takes out of a table."""
_LINE = re.compile(r"[^\r\n]+")
_PIECE = r"(?:\\.|[^|\\])*"
_MARKDOWN = re.compile(rf"\s*\|(?:{_PIECE}\|){{2,}}\s*")
_PIECES = re.compile(rf"({_PIECE})\|")
_RULE = re.compile(r"[\s|:-]+")
_ORDER = re.compile(r"\(?(\d{1,6})[.)-]?")


class Cell(NamedTuple):
    """A cell of a table: its row and column, and the offsets of what it says."""

    row: int
    column: int
    start: int
    end: int


class Table(NamedTuple):
    """The cells of a table by row and column; every row has as many as the first, which holds the headings.

    Attributes:
        rows: The cells.
        label: The column that says what a row is of: the first, or the one behind numbers of order.
        first_value: The first column that holds values.
    """

    rows: list[list[Cell]]
    label: int = 0
    first_value: int = 1

    @property
    def values(self) -> list[int]:
        """The columns that hold values."""
        return [column for column in range(self.first_value, len(self.rows[0])) if column != self.label]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.rows[0][0].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.rows[-1][-1].end

    def is_value(self, cell: Cell) -> bool:
        """Whether a cell is neither a heading nor a label."""
        return cell.row > 0 and cell.column >= self.first_value and cell.column != self.label


def tables_in(text: str) -> Iterator[Table]:
    r"""The tables of a text: lines that follow on each other, with what stands between cells.

    Rows that have fewer cells than the headings are passed over, for nothing says which are left out or merged; where
    a row has more, nothing says what the headings are of, and there is no table.

    Example:
        >>> text = "البلدة\t|\tالقتلى\nحلب\t|\t12\nإدلب\t|\t3"
        >>> (table,) = tables_in(text)
        >>> [[text[cell.start : cell.end] for cell in row] for row in table.rows]
        [['البلدة', 'القتلى'], ['حلب', '12'], ['إدلب', '3']]
    """
    block: list[list[tuple[int, int]]] = []
    ended = 0
    for line in _LINE.finditer(text):
        cells = [] if _is_rule(line[0]) else [*_cells(text, line.start(), line.end())]
        apart = text.count("\n", ended, line.start()) > 1
        ended = line.end()
        if block and (apart or (len(cells) < 2 and not _is_rule(line[0]))):  # noqa: PLR2004 - two cells make a row
            yield from _table(text, block)
            block = []
        if len(cells) > 1:
            block.append(cells)
    yield from _table(text, block)


def tables_of(text: str, parts: Sequence[Part]) -> Iterator[Table]:
    """The tables of a file that says in which row and column each cell stands, those that are empty too.

    Args:
        text: The file's text.
        parts: Its parts.
    """
    block: list[list[tuple[int, int]]] = []
    number = -1
    for part in parts:
        if part.cell is None or part.cell[0] < number:
            yield from _table(text, block)
            block, number = [], -1
        if part.cell is None:
            continue
        if part.cell[0] != number:
            number = part.cell[0]
            block.append([])
        cells = block[-1]
        empty = cells[-1][1] if cells else part.start
        cells.extend([(empty, empty)] * (part.cell[1] - 1 - len(cells)))
        cells.append((part.start, part.end))
    yield from _table(text, block)


def _table(text: str, block: list[list[tuple[int, int]]]) -> Iterator[Table]:
    while len(block) > 1 and _is_title(text, block[0]):
        block = block[1:]
    if not block or max(map(len, block)) > len(block[0]):
        return
    kept = [cells for cells in block if len(cells) == len(block[0])]
    if len(kept) > 1:
        rows = [[Cell(row, column, *cell) for column, cell in enumerate(cells)] for row, cells in enumerate(kept)]
        label = int(len(rows[0]) > 2 and _is_order(text, rows))  # noqa: PLR2004 - a number, a label, a value
        yield Table(rows, label, label + 1)


def _is_title(text: str, cells: list[tuple[int, int]]) -> bool:
    """Whether a row says one thing of the whole table: in all its merged cells, or in the first alone."""
    said = [text[start:end] for start, end in cells]
    return len(set(said)) == 1 or (len(said) > 2 and bool(said[0]) and not any(said[1:]))  # noqa: PLR2004 - as above


def _is_order(text: str, rows: list[list[Cell]]) -> bool:
    """Whether the first column counts the rows: 1, 2, 3; the row of a total may have no number."""
    said = [text[row[0].start : row[0].end] for row in rows[1:]]
    found = [match for match in map(_ORDER.fullmatch, said) if match is not None]
    return [int(match[1]) for match in found] == [*range(1, len(found) + 1)] and len(found) > len(said) / 2


def _is_rule(line: str) -> bool:
    """Whether a line of Markdown only parts the headings from the rows."""
    return "--" in line and _RULE.fullmatch(line) is not None


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    line = text[start:end]
    if BETWEEN_CELLS in line:
        pieces, offset, between = line.split(BETWEEN_CELLS), start, len(BETWEEN_CELLS)
    elif _MARKDOWN.fullmatch(line):
        first = line.index("|") + 1
        pieces, offset, between = _PIECES.findall(line, first), start + first, 1
    else:
        return
    for piece in pieces:
        begin = offset + len(piece) - len(piece.lstrip())
        yield begin, max(begin, offset + len(piece.rstrip()))
        offset += len(piece) + between
