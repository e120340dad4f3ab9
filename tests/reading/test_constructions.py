"""The tables of the grammar: each row reads its own example, and comes where its reason says it must."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from raqqa_data.reading import read
from raqqa_data.reading.constructions import CONSTRUCTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from raqqa_data.reading import Mention
    from raqqa_data.reading.grammar import Construction, Table

REFERENCE = "2022-10-20"
ROWS = [(table, row) for table in CONSTRUCTIONS for row in table.rows]
NAMES = [row.name for _, row in ROWS]
CLAIMS = [(table, row, other) for table, row in ROWS for other in row.before]


def mentions_of(text: str) -> tuple[Mention, ...]:
    return read(text, reference=REFERENCE)


def _telling(row: Construction[Any], told: list[str]) -> Callable[..., Any]:
    """The row's function, its name kept whenever it finds something: given back unchanged, nothing was found."""

    def reads(*given: Any) -> Any:
        found = row.reads(*given)
        if found is not None and found is not False and not any(found is one for one in given):
            told.append(row.name)
        return found

    return reads


@contextmanager
def arranged(table: Table[Any], rows: list[Construction[Any]]) -> Generator[None, None, None]:
    before = table.rows
    table.arrange(rows)
    try:
        yield
    finally:
        table.arrange(before)


@pytest.mark.parametrize(("table", "row"), ROWS, ids=NAMES)
def test_a_row_reads_its_own_example(table: Table[Any], row: Construction[Any]) -> None:
    told: list[str] = []
    telling = [attrs.evolve(one, reads=_telling(one, told)) if one is row else one for one in table.rows]
    with arranged(table, telling):
        mentions = mentions_of(row.example)
    assert row.name in told
    assert row.refuses or mentions


@pytest.mark.parametrize(
    ("table", "row", "other"), CLAIMS, ids=[f"{row.name} before {other}" for _, row, other in CLAIMS]
)
def test_a_row_that_must_come_first_reads_otherwise_behind(
    table: Table[Any], row: Construction[Any], other: str
) -> None:
    names = [one.name for one in table.rows]
    assert names.index(row.name) < names.index(other)
    assert row.why
    at, behind = names.index(row.name), names.index(other)
    between = table.rows[at + 1 : behind]
    later = table.rows[behind]
    first = mentions_of(row.example)
    # were it for one between them alone, one of the two orders would leave the reading as it is
    for middle in ([*between, later, row], [later, row, *between]):
        with arranged(table, [*table.rows[:at], *middle, *table.rows[behind + 1 :]]):
            assert mentions_of(row.example) != first


def test_a_name_stands_once_and_every_row_says_what_it_reads() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert all(row.meaning.endswith(".") and row.example for _, row in ROWS)
    assert all(bool(row.why) == bool(row.before) for _, row in ROWS)


def test_tables_have_titles_of_their_own() -> None:
    assert len({table.title for table in CONSTRUCTIONS}) == len(CONSTRUCTIONS)


@pytest.mark.parametrize("reference", ["0001-01-15", "0001-12-31", "9999-01-01", "9999-12-31"])
def test_every_example_is_read_at_the_ends_of_the_calendar(reference: str) -> None:
    for _, row in ROWS:
        for mention in read(row.example, reference=reference):
            assert row.example[mention.start : mention.end] == mention.text
