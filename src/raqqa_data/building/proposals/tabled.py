"""Figures in the cells of tables: what the heading of a column and the label of a row say of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.building.proposals.listing import word_lists
from raqqa_data.building.proposals.part import Part, is_ratio, may_hold
from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.reading.mention import Mention, Span
from raqqa_data.reading.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raqqa_data.building.proposals.passage import Passage
    from raqqa_data.building.proposals.what import Indicators
    from raqqa_data.building.proposals.when import Dates
    from raqqa_data.building.proposals.where import Places

HEADING = "the heading in its table"
"""The rule of what headings and labels say."""
BETWEEN_CELLS = "\t|\t"
"""What stands between two cells in the text that `sources` takes out of a table."""
_LINE = re.compile(r"[^\r\n]+")
_MARKDOWN = re.compile(r"\s*\|(?:[^|]*\|){2,}\s*")
_RULE = re.compile(r"[\s|:-]+")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_LEAST = 2  # figures that add up
_ASKED = (Question.WHAT, Question.WHERE, Question.WHEN)


class Cell(NamedTuple):
    """A cell of a table: its row and column, the offsets of what it says, and those of its table."""

    row: int
    column: int
    start: int
    end: int


class Table(NamedTuple):
    """The cells of a table by row and column; every row has as many as the first, which holds the headings."""

    rows: list[list[Cell]]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.rows[0][0].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.rows[-1][-1].end


class Tables:
    """The tables of a text, and what they say of the figures in them."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._tables = [*tables_in(passage.text)] if "|" in passage.text else []

    def answer(
        self, figure: Mention, told: dict[Question, Proposal], indicators: Indicators, places: Places, dates: Dates
    ) -> None:
        """Put what a table says of a figure in place of what other words of the table seem to say.

        Args:
            figure: The figure.
            told: Its proposals, by question.
            indicators: Who answers of what it is.
            places: Who answers where.
            dates: Who answers when.
        """
        found = self._cell_of(figure)
        if found is None:
            return
        table, cell = found
        for question in _ASKED:
            held = told.get(question)
            if held is not None and not self._may_stay(held, table, cell):
                del told[question]
        asked = (indicators.of_heading, places.of_heading, dates.of_heading)
        for question, of_heading in zip(_ASKED, asked, strict=True):
            if question in told and all(cell.start <= span.start < cell.end for span in told[question].evidence):
                continue  # 12 قتيلا: the cell says it itself
            for first, end in self._headings(table, cell):
                if (proposal := of_heading(figure, first, end)) is not None:
                    told[question] = proposal
                    break
        if Question.WHEN not in told and (year := self._year_over(table, cell)) is not None:
            whole = Span(figure.start, figure.end, figure.text)
            told[Question.WHEN] = Proposal(
                figure=whole, question=Question.WHEN, answer=year.text, evidence=(year,), rule=HEADING, strength=0.7
            )

    def apart(self, one: Mention, other: Mention) -> bool:
        """Whether two figures stand in one table, where only a total holds others."""
        first, second = self._cell_of(one), self._cell_of(other)
        return first is not None and second is not None and first[0] is second[0]

    def totals(self) -> Iterator[Part]:
        """The figures of a column that add up to the one in the row of its total; so of a row."""
        for table in self._tables:
            height, width = len(table.rows), len(table.rows[0])
            grid = [[self._value(cell) for cell in row] for row in table.rows]
            for total in (row for row in range(1, height) if self._is_total(table.rows[row][0])):
                for column in range(1, width):
                    cells = [grid[row][column] for row in range(1, height) if row != total]
                    yield from self._parts(cells, grid[total][column], table.rows[total][0])
            for total in (column for column in range(1, width) if self._is_total(table.rows[0][column])):
                for row in range(1, height):
                    cells = [grid[row][column] for column in range(1, width) if column != total]
                    yield from self._parts(cells, grid[row][total], table.rows[0][total])

    def _parts(self, cells: Sequence[Mention | None], whole: Mention | None, said: Cell) -> Iterator[Part]:
        parts = [cell for cell in cells if cell is not None]
        if whole is None or len(parts) < _LEAST or whole.value != sum(cell.value or 0 for cell in parts):
            return
        words = Span(said.start, said.end, self._passage.text[said.start : said.end])
        for part in parts:
            if may_hold(whole, part):
                yield Part(part, whole, (words,), "adds up to the total of its table", 0.9)

    def _value(self, cell: Cell) -> Mention | None:
        """The one figure of a cell."""
        held = [one for one in self._passage.figures if cell.start <= one.start < cell.end]
        return held[0] if len(held) == 1 and held[0].value is not None and not is_ratio(held[0]) else None

    def _is_total(self, cell: Cell) -> bool:
        words = fold(self._passage.text[cell.start : cell.end]).text.split()
        return bool(words) and word_lists("tables.toml")["totals"].issuperset(words)

    def _cell_of(self, figure: Mention) -> tuple[Table, Cell] | None:
        """The cell that holds a figure, but none of the headings and labels."""
        for table in self._tables:
            if table.start <= figure.start < table.end:
                cells = (cell for row in table.rows[1:] for cell in row[1:])
                return next(((table, cell) for cell in cells if cell.start <= figure.start < cell.end), None)
        return None

    def _year_over(self, table: Table, cell: Cell) -> Span | None:
        """The year that is all that a column's heading or a row's label says."""
        for heading in (table.rows[0][cell.column], table.rows[cell.row][0]):
            said = self._passage.text[heading.start : heading.end]
            if _YEAR.fullmatch(said):
                return Span(heading.start, heading.end, said)
        return None

    def _headings(self, table: Table, cell: Cell) -> Iterator[tuple[int, int]]:
        """The words over the column, then those before the row; none that hold a figure themselves."""
        for heading in (table.rows[0][cell.column], table.rows[cell.row][0]):
            if heading.start < heading.end:
                first, last = self._passage.at(heading.start), self._passage.at(heading.end - 1)
                if not any(heading.start <= figure.start < heading.end for figure in self._passage.figures):
                    yield first, last + 1

    @staticmethod
    def _may_stay(proposal: Proposal, table: Table, cell: Cell) -> bool:
        """Whether what speaks for an answer stands in the figure's own cell or, but for what it is, in no cell."""
        within = all(cell.start <= span.start < cell.end for span in proposal.evidence)
        inside = any(table.start <= span.start < table.end for span in proposal.evidence)
        return within or not (inside or proposal.question is Question.WHAT)


def tables_in(text: str) -> Iterator[Table]:
    r"""The tables of a text: lines of as many cells each, two at least, with what stands between cells.

    Example:
        >>> text = "البلدة\t|\tالقتلى\nحلب\t|\t12\nإدلب\t|\t3"
        >>> (table,) = tables_in(text)
        >>> [[text[cell.start : cell.end] for cell in row] for row in table.rows]
        [['البلدة', 'القتلى'], ['حلب', '12'], ['إدلب', '3']]
    """
    rows: list[list[Cell]] = []
    ended = 0
    for line in _LINE.finditer(text):
        cells = [*_cells(text, line.start(), line.end(), len(rows))]
        apart = text.count("\n", ended, line.start()) > 1
        if rows and (apart or len(cells) != len(rows[0])) and not _is_rule(line[0]):
            if len(rows) > 1:
                yield Table(rows)
            rows = []
            cells = [cell._replace(row=0) for cell in cells]
        if len(cells) > 1 and not _is_rule(line[0]):
            rows.append(cells)
        ended = line.end()
    if len(rows) > 1:
        yield Table(rows)


def _is_rule(line: str) -> bool:
    """Whether a line of Markdown only parts the headings from the rows."""
    return "--" in line and _RULE.fullmatch(line) is not None


def _cells(text: str, start: int, end: int, row: int) -> Iterator[Cell]:
    line = text[start:end]
    if BETWEEN_CELLS in line:
        pieces, offset, between = line.split(BETWEEN_CELLS), start, len(BETWEEN_CELLS)
    elif _MARKDOWN.fullmatch(line):
        pieces, offset, between = line.strip().strip("|").split("|"), start + line.index("|") + 1, 1
    else:
        return
    for column, piece in enumerate(pieces):
        begin = offset + len(piece) - len(piece.lstrip())
        yield Cell(row, column, begin, max(begin, offset + len(piece.rstrip())))
        offset += len(piece) + between
