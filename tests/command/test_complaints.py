"""Errors in the words of a shell."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

import raqqa_data as rd
from raqqa_data.command import complaints
from raqqa_data.errors import AnnotationError, FileError, NotSummarizable

CODE = Path(rd.__file__ or "").parent


@pytest.mark.parametrize("advice", complaints.IN_A_SHELL)
def test_the_library_still_gives_the_advice_that_is_translated(advice: str) -> None:
    others = (path for path in CODE.rglob("*.py") if path.name != "complaints.py")
    assert any(advice in path.read_text("utf-8") for path in others)


def test_no_refusal_of_a_sum_advises_python() -> None:
    told: set[str] = set()
    for chosen in [*itertools.combinations_with_replacement(rd.observations, 2), (), tuple(rd.observations)]:
        try:
            rd.total(chosen)
        except NotSummarizable as refusal:
            told |= {*complaints.as_lines(refusal), json.loads(complaints.as_json(refusal))["error"]["data"]["hint"]}
    assert any("add --allow disjointness" in line for line in told)
    assert any("add --allow 'type compatibility'" in line for line in told)
    assert [line for line in told if any(python in line for python in ("()", "={", "rd.", "('"))] == []


def test_each_problem_is_a_line_of_its_own() -> None:
    error = FileError("a.json", [("x", "is\nmissing"), ("", "is odd")])
    assert complaints.as_lines(error) == ["a.json: x: is missing", "a.json: is odd"]


def test_an_answer_is_told_apart_from_none() -> None:
    assert complaints.exit_code(AnnotationError("a", [])) == 1
    assert complaints.exit_code(NotSummarizable("disjointness", (), "", "")) == 1
    assert complaints.exit_code(FileError("a", [])) == 2
    unread = AnnotationError("a", [])
    unread.__cause__ = FileNotFoundError()
    assert complaints.exit_code(unread) == 2


def test_a_fault_of_the_system_names_its_file() -> None:
    assert complaints.as_lines(FileNotFoundError(2, "No such file", "a.txt")) == ["a.txt: No such file"]
    assert complaints.as_lines(OSError("odd")) == ["standard output: odd"]
    assert json.loads(complaints.as_json(OSError("odd")))["error"]["data"] == {}


def test_what_stands_behind_a_double_dash_asks_for_nothing() -> None:
    assert complaints.wants_json(["read", "--json", "a"])
    assert not complaints.wants_json(["read", "--", "--json"])
