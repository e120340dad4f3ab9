"""Figures in the cells of tables: what the heading of a column and the label of a row say of them."""

from __future__ import annotations

import functools
import math
import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.part_of.antecedents import UNITS_OF_PEOPLE
from raqqa_data.building.proposals.part_of.part import Part, is_ratio, may_hold
from raqqa_data.building.proposals.passage.table_cells import HEADING, Cell, Table, tables_in, tables_of
from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.building.proposals.words.affixes import bare
from raqqa_data.building.proposals.words.events_and_things import Counted, counted
from raqqa_data.building.proposals.words.vocabulary import strength_of, word_lists
from raqqa_data.reading.mention import Mention, Span
from raqqa_data.reading.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.what.answer import Indicators
    from raqqa_data.building.proposals.when.answer import Dates
    from raqqa_data.building.proposals.where.answer import Places
    from raqqa_data.sources.source import Part as SourcePart

    _OfHeading = Callable[[Mention, int, int], Proposal | None]

_YEAR = re.compile(r"[1١][9٩]\d\d|[2٢][0٠]\d\d")
_NOTE = re.compile(r"[ \t]*(?:\(\d{1,2}\)|\[\d{1,2}\]|[*†]+)\Z")
"""The mark of a note behind a heading."""
_SIGNS = frozenset("%٪‰")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS = "tables.toml"
_LEAST = 2  # figures that add up
_ASKED = (Question.WHAT, Question.WHERE, Question.WHEN)


class Tables:
    """The tables of a text, and what they say of the figures in them.

    Args:
        passage: The text.
        parts: Its parts, where its file says which are cells.
    """

    def __init__(self, passage: Passage, parts: Sequence[SourcePart] = ()) -> None:
        self._passage = passage
        if any(part.cell is not None for part in parts):
            self._tables = [*tables_of(passage.text, parts)]
        else:
            self._tables = [*tables_in(passage.text)] if "|" in passage.text else []
        self._figures_at = [figure.start for figure in passage.figures]
        self._tables = [self._with_its_label(table) for table in self._tables]
        self._cells = [(table, cell) for table in self._tables for row in table.rows for cell in row]
        self._cells_at = [cell.start for _, cell in self._cells]
        self._years = {start: year for table in self._tables for start, year in self._years_of(table)}
        self._naming = {table.start: self._columns_of(table) for table in self._tables}

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
        note = _NOTE.search(self._passage.text, cell.start, cell.end)
        aside = not table.is_value(cell) or (note is not None and cell.start < note.start() <= figure.start)
        for question in told.keys() & {*_ASKED}:
            if not (_is_within(told[question], cell) if aside else self._may_stay(told[question], table, cell)):
                del told[question]
        if aside:
            return
        headings = [*self._headings(table, cell)]
        of_nobody = any(self._is_ratio(heading) for heading in self._over(table, cell))
        of_what = functools.partial(indicators.of_heading, label=self._thing_of(table, cell))
        asked: tuple[_OfHeading, ...] = (of_what, places.of_heading, dates.of_heading)
        for question, of_heading in zip(_ASKED, asked, strict=True):
            if question in told and _is_within(told[question], cell):
                continue  # 12 قتيلا: the cell says it itself
            if question is Question.WHAT and of_nobody:
                continue
            if question is Question.WHERE and (named := self._place_of_row(figure, table, cell, places)) is not None:
                told[question] = named
                continue
            columns = [table.rows[cell.row][column] for column in self._naming[table.start].get(question, ())]
            for first, end in (*headings, *filter(None, map(self._words_of, columns))):
                if (proposal := of_heading(figure, first, end)) is not None:
                    told[question] = proposal
                    break
        years = (self._years.get(heading.start) for heading in self._over(table, cell))
        if Question.WHEN not in told and (year := next(filter(None, years), None)) is not None:
            whole = Span(figure.start, figure.end, figure.text)
            told[Question.WHEN] = Proposal(
                figure=whole,
                question=Question.WHEN,
                answer=f"{int(year.text)}",
                evidence=(year,),
                rule=HEADING,
                strength=strength_of(HEADING),
            )

    def word_behind(self, figure: Mention) -> int | None:
        """The word right behind the table in which a figure is a value; None of any other, and at the text's end."""
        found = self._cell_of(figure)
        if found is None or not found[0].is_value(found[1]):
            return None
        word = self._passage.at(found[0].end - 1) + 1
        return word if word < len(self._passage.words) else None

    def apart(self, one: Mention, other: Mention) -> bool:
        """Whether two figures stand in two cells of one table, where only a total holds others."""
        first, second = self._cell_of(one), self._cell_of(other)
        return first is not None and second is not None and first[0] is second[0] and first[1] != second[1]

    def row_numbers(self) -> Iterator[Mention]:
        """The figures that number the rows of a table from one, in a column that says so or has no heading."""
        for table in self._tables:
            rows = [row for row in table.rows[1:] if not self._is_total(row[table.label])]
            for heading in table.rows[0]:
                cells = [self._value(row[heading.column]) for row in rows]
                numbers = [cell for cell in cells if cell is not None and cell.unit is None]
                counts = [number.value for number in numbers] == [*range(1, len(rows) + 1)]
                if counts and len(rows) >= _LEAST and self._is_of_order(heading):
                    yield from numbers

    def totals(self) -> Iterator[Part]:
        """The figures of a column that add up to the one in the row of its total; so of a row."""
        for table in self._tables:
            rows, columns = range(1, len(table.rows)), table.values
            grid = [[self._value(cell) for cell in row] for row in table.rows]
            for total in (row for row in rows if self._is_total(table.rows[row][table.label])):
                for column in columns:
                    if not self._is_ratio(table.rows[0][column]):
                        cells = [grid[row][column] for row in rows if row != total]
                        yield from self._parts(cells, grid[total][column], table.rows[total][table.label])
            for total in (column for column in columns if self._is_total(table.rows[0][column])):
                for row in rows:
                    if not self._is_ratio(table.rows[row][table.label]):
                        cells = [grid[row][column] for column in columns if column != total]
                        yield from self._parts(cells, grid[row][total], table.rows[0][total])

    def _with_its_label(self, table: Table) -> Table:
        """The table with its label behind its first numbers, where names stand there: 12, حارم."""
        columns = [*zip(*table.rows, strict=True)]
        first = table.label if self._is_of_order(columns[0][0]) else 0
        numbers = [self._value(cell) for cell in columns[first][1:] if self._folded(cell) or self._figures_in(cell)]
        names = [column[0].column for column in columns[first + 1 :] if self._names(column)]
        if not numbers or None in numbers or not names:
            return table
        return table._replace(label=names[0], first_value=first + self._is_ratio(columns[first][0]))

    def _names(self, column: Sequence[Cell]) -> bool:
        """Whether each cell below a heading holds words and no figure."""
        return all(self._words_of(cell) and self._folded(cell) for cell in column[1:])

    def _is_of_order(self, heading: Cell) -> bool:
        """Whether a column has no heading, or one that says that it numbers the rows."""
        return word_lists(_WORDS)["row_numbers"].issuperset(map(bare, self._folded(heading)))

    def _thing_of(self, table: Table, cell: Cell) -> Counted | None:
        """The things that the label of a row begins with (مدارس), of which its heading tells what befell them."""
        words = self._words_of(table.rows[cell.row][table.label])
        thing = None if words is None else counted(self._passage.words[words[0] : words[1]], by_noun=True)
        return None if thing is None or thing.unit in UNITS_OF_PEOPLE else thing

    def _place_of_row(self, figure: Mention, table: Table, cell: Cell, places: Places) -> Proposal | None:
        """The place of the figures of a row, from the column whose heading is a word for places."""
        for column in self._naming[table.start][Question.WHERE]:
            named, heading = table.rows[cell.row][column], table.rows[0][column]
            words = self._words_of(named)
            if words is not None and not self._is_total(named):
                return places.of_cell(figure, *words, self._named_by(heading)[0])
        return None

    def _parts(self, cells: Sequence[Mention | None], whole: Mention | None, said: Cell) -> Iterator[Part]:
        parts = [cell for cell in cells if cell is not None]
        adds_up = whole is not None and math.isclose(whole.value or 0, sum(cell.value or 0 for cell in parts))
        if whole is None or len(parts) < _LEAST or not adds_up:
            return
        words = Span(said.start, said.end, self._passage.text[said.start : said.end])
        for part in parts:
            if may_hold(whole, part):
                yield Part(part, whole, (words,), "adds up to the total of its table", 0.9)

    def _value(self, cell: Cell) -> Mention | None:
        """The one figure of a cell."""
        held = self._figures_in(cell)
        return held[0] if len(held) == 1 and held[0].value is not None and not is_ratio(held[0]) else None

    def _is_total(self, cell: Cell) -> bool:
        words, lists = self._folded(cell), word_lists(_WORDS)
        return not lists["totals"].isdisjoint(words) and (lists["totals"] | lists["overall"]).issuperset(words)

    def _is_ratio(self, cell: Cell) -> bool:
        """Whether a heading or label is of a share, a mean or a number of order, which count nobody and nothing."""
        if not _SIGNS.isdisjoint(self._passage.text[cell.start : cell.end]):
            return True
        if self._is_total(cell):
            return False
        words, lists = [bare(word) for word in self._folded(cell)], word_lists(_WORDS)
        first = next((word for word in words if word not in lists["numbers"]), "")
        return not lists["ratios"].isdisjoint(words) or first in lists["times"]

    def _folded(self, cell: Cell) -> list[str]:
        return _LETTERS.findall(fold(self._passage.text[cell.start : cell.end]).text)

    def _cell_of(self, figure: Mention) -> tuple[Table, Cell] | None:
        """The cell that holds a figure."""
        after = bisect_right(self._cells_at, figure.start)
        if not after:
            return None
        table, cell = self._cells[after - 1]
        return (table, cell) if figure.start < cell.end else None

    def _figures_in(self, cell: Cell) -> Sequence[Mention]:
        at = self._figures_at
        return self._passage.figures[bisect_left(at, cell.start) : bisect_left(at, cell.end)]

    def _years_of(self, table: Table) -> Iterator[tuple[int, Span]]:
        """The years that are all that headings or labels say, where no other number is among these."""
        over = [table.rows[0][column] for column in table.values]
        for cells in (over, [row[table.label] for row in table.rows[1:]]):
            said = [(cell, self._passage.text[cell.start : cell.end]) for cell in cells]
            numbers = [text for cell, text in said if text.isdecimal() or self._figures_in(cell)]
            if all(map(_YEAR.fullmatch, numbers)):
                yield from (
                    (cell.start, Span(cell.start, cell.end, text)) for cell, text in said if _YEAR.fullmatch(text)
                )

    def _columns_of(self, table: Table) -> dict[Question, list[int]]:
        """The one column that names places, and the one that names days, as their headings say."""
        found: dict[Question, list[int]] = {}
        for question, key in ((Question.WHERE, "places"), (Question.WHEN, "days")):
            listed = word_lists(_WORDS)[key]
            columns = [
                cell.column for cell in table.rows[0] if (words := self._named_by(cell)) and listed.issuperset(words)
            ]
            found[question] = columns if len(columns) == 1 else []
        return found

    def _named_by(self, heading: Cell) -> list[str]:
        """The words of a heading but for "the name of", without their articles: اسم القرية."""
        return [word for word in map(bare, self._folded(heading)) if word not in word_lists(_WORDS)["name_of"]]

    @staticmethod
    def _over(table: Table, cell: Cell) -> tuple[Cell, Cell]:
        return table.rows[0][cell.column], table.rows[cell.row][table.label]

    def _headings(self, table: Table, cell: Cell) -> Iterator[tuple[int, int]]:
        """The words over the column, then those before the row; none that hold a figure themselves."""
        return filter(None, map(self._words_of, self._over(table, cell)))

    def _words_of(self, cell: Cell) -> tuple[int, int] | None:
        """The first word of a heading and the one behind its last; None of one that has none, or holds a figure."""
        end = cell.end
        if (note := _NOTE.search(self._passage.text, cell.start, end)) is not None:
            end = note.start()  # القتلى (1)
        held = self._figures_in(cell._replace(end=end))
        if held or not any(map(str.isalnum, self._passage.text[cell.start : end])):
            return None
        return self._passage.at(cell.start), self._passage.at(end - 1) + 1

    @staticmethod
    def _may_stay(proposal: Proposal, table: Table, cell: Cell) -> bool:
        """Whether what speaks for an answer stands in the figure's own cell or, but for what it is, in no cell."""
        inside = any(table.start <= span.start < table.end for span in proposal.evidence)
        return _is_within(proposal, cell) or not (inside or proposal.question is Question.WHAT)


def _is_within(proposal: Proposal, cell: Cell) -> bool:
    """Whether all that speaks for an answer stands in one cell."""
    return all(cell.start <= span.start < cell.end for span in proposal.evidence)
