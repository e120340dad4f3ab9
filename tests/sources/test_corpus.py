"""The corpus that benchmarks make, as far as it needs no other tool: each figure right and in its place, none false."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import raqqa_data as rd
from benchmarks.corpus import judged, office, texts
from benchmarks.corpus.statements import STATEMENTS, Made, Statement, told

if TYPE_CHECKING:
    from pathlib import Path

FILES = [*texts.made(), *office.made()]


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda one: one.text[:20])
def test_the_reader_reads_each_statement(statement: Statement) -> None:
    assert tuple(map(told, rd.read(statement.text))) == statement.figures


@pytest.mark.parametrize("file", FILES, ids=lambda one: f"{one.kind}-{one.name}")
def test_every_figure_of_a_file_and_no_other(file: Made, tmp_path: Path) -> None:
    verdict = judged(file, tmp_path)
    assert (verdict.right, verdict.missed, verdict.false, verdict.misplaced) == (len(file.expected), (), (), ())


def test_a_figure_in_another_place_is_told(tmp_path: Path) -> None:
    (first, *_) = FILES
    moved = first._replace(content="سطر\n\n".encode() + first.content)
    assert len(judged(moved, tmp_path).misplaced) == len(first.expected)
