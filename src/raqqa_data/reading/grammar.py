"""The form of the grammar's tables: rows tried in their order, each one way to state a figure or to name something."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

ALL = ""  # of a table, every row that begins at any word
Reads = TypeVar("Reads", bound=Callable[..., Any])


@attrs.frozen
class Construction(Generic[Reads]):
    """One way in which Arabic states a figure or a date, or in which digits and number words state none.

    Attributes:
        name: What it is called; one row of all tables has it.
        meaning: What it says, or why it is no figure, in one line.
        example: A text of our own that it reads something in.
        reads: The function that reads it.
        opens: The sorts of word that it begins at; any where it names none.
        before: The rows that may only be tried after it.
        why: What they would make of it.
        refuses: Whether what it finds is no figure.
    """

    name: str
    meaning: str
    example: str
    reads: Reads
    opens: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    why: str = ""
    refuses: bool = False


class Table(dict[str, tuple[Reads, ...]], Generic[Reads]):
    """Rows in the order in which they are tried; by a sort of word, or several with spaces between, their functions."""

    def __init__(self, title: str, rows: Iterable[Construction[Reads]], *, refuses: bool = False) -> None:
        super().__init__()
        self.title = title
        self.rows: tuple[Construction[Reads], ...] = tuple(
            attrs.evolve(row, refuses=True) if refuses else row for row in rows
        )

    def __missing__(self, sorts: str) -> tuple[Reads, ...]:
        """The functions of the rows that begin at a word of these sorts, in their order."""
        here = (row for row in self.rows if not row.opens or not set(sorts.split()).isdisjoint(row.opens))
        found = self[sorts] = tuple(row.reads for row in here)
        return found

    def arrange(self, rows: Iterable[Construction[Reads]]) -> None:
        """Try these rows from now on."""
        self.rows = tuple(rows)
        self.clear()
