"""Each error carries its data, says what to do in one line, and survives a pickle."""

import copy
import difflib
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import raqqa_data.errors
from raqqa_data.errors import (
    AnnotationError,
    CatalogueError,
    FileError,
    FrameError,
    MissingExtraError,
    NotFoundError,
    NotSummarizable,
    OperationError,
    PeriodError,
    Problem,
    RaqqaDataError,
    ReadingError,
    RecordError,
    SourceError,
    UnitConflictError,
    UnitError,
    closest,
    meant,
)
from raqqa_data.texts import Name

ERRORS: list[tuple[RaqqaDataError, str, dict[str, Any]]] = [
    (RaqqaDataError("anything"), "anything", {}),
    (
        RecordError("Agent", "id", "A b", "an id is lower-case"),
        "Agent.id = 'A b': an id is lower-case",
        {"record": "Agent", "field": "id", "value": "A b", "problem": "an id is lower-case"},
    ),
    (
        PeriodError("2017-13", "13", "no such month"),
        "Period '2017-13': in '13': no such month",
        {"record": "Period", "field": "edtf", "value": "2017-13", "text": "2017-13", "part": "13"},
    ),
    (PeriodError("soon", "soon", "is no date"), "Period 'soon': is no date", {"text": "soon", "part": "soon"}),
    (
        ReadingError("text", b"40", "give a text"),
        "read: text is of type bytes: give a text",
        {"argument": "text", "value": b"40", "problem": "give a text"},
    ),
    (UnitError("parsec", "not in the table"), "unit 'parsec': not in the table", {"unit": "parsec"}),
    (
        UnitConflictError("person", "person", "[length]"),
        (
            "unit 'person': raqqa_data counts it as person, but this pint registry already defines it as [length]. "
            "Rename that unit in your registry, or use another registry for these records."
        ),
        {"unit": "person", "ours": "person", "theirs": "[length]"},
    ),
    (
        NotFoundError("place", "raqa", ["raqqa", "syria"]),
        "no place 'raqa'; did you mean 'raqqa'? Choose from raqqa, syria",
        {"kind": "place", "name": "raqa", "suggestions": ("raqqa",), "choices": ("raqqa", "syria")},
    ),
    (NotFoundError("event", 5), "no event 5", {"suggestions": ()}),
    (NotFoundError("event", "x", ["a", "b"]), "no event 'x'; choose from a, b", {"choices": ("a", "b")}),
    (NotFoundError("event", "ab", ["abc"]), "no event 'ab'; did you mean 'abc'?", {"choices": ("abc",)}),
    (
        NotFoundError("event", "a1", (f"a{number:03}" for number in range(100, 109))),
        "no event 'a1'; did you mean 'a100' or 'a101' or 'a102'?",
        {"suggestions": ("a100", "a101", "a102"), "choices": ()},
    ),
    (NotFoundError("event", "x", map(str, range(21))), "no event 'x'", {"choices": ()}),
    (FileError("a.json", [("x[0].y", "is missing")]), "a.json: x[0].y: is missing", {"source": "a.json"}),
    (
        CatalogueError("a.json", [Problem("x", "is missing"), ("", "is odd")]),
        "a.json: 2 problems\n  x: is missing\n  is odd",
        {"problems": (Problem("x", "is missing"), Problem("", "is odd"))},
    ),
    (AnnotationError("a.toml", []), "a.toml: 0 problems", {"problems": ()}),
    (SourceError("a.pdf", [("", "is empty")]), "a.pdf: is empty", {"source": "a.pdf"}),
    (
        OperationError("+", Name("a", "b"), "write rd.total"),
        "+ is not for Name: write rd.total",
        {"operation": "+", "value": Name("a", "b")},
    ),
    (
        NotSummarizable("disjointness", ["a.b", "a.c"], "a whole meets its part", "Sum the parts alone."),
        "disjointness: a whole meets its part (a.b, a.c). Sum the parts alone.",
        {"condition": "disjointness", "offenders": ("a.b", "a.c"), "hint": "Sum the parts alone."},
    ),
    (
        NotSummarizable("completeness", [], "there is nothing to add", "Give one."),
        "completeness: there is nothing to add. Give one.",
        {"offenders": ()},
    ),
    (
        NotSummarizable("disjointness", map(str, range(1234)), "all overlap", "Take one."),
        "disjointness: all overlap (0, 1, 2, 3, 4, 5, … 1,228 more). Take one.",
        {"offenders": tuple(map(str, range(1234)))},
    ),
    (
        FrameError("polars", "unit", "x" * 200, "is no unit"),
        f"polars frame, column 'unit': '{'x' * 78}… is no unit",
        {"engine": "polars", "column": "unit", "value": "x" * 200, "problem": "is no unit"},
    ),
    (
        MissingExtraError("polars", "frames"),
        "polars is not installed: pip install 'raqqa_data[frames]'",
        {"extra": "frames", "package": "polars", "needed_by": ""},
    ),
    (
        MissingExtraError("hijridate", "hijri", "the Hijri date 'رجب 1440'"),
        (
            "the Hijri date 'رجب 1440' needs raqqa_data[hijri]: "
            "hijridate is not installed: pip install 'raqqa_data[hijri]'"
        ),
        {"extra": "hijri", "needed_by": "the Hijri date 'رجب 1440'"},
    ),
    (
        FileError("a.toml", [*((f"x[{row}]", "is open") for row in range(1234)), ("y", "is odd")]),
        "a.toml: 1235 problems\n  x[0]: is open (and at 1,233 more: x[1], x[2], x[3], x[4], x[5], …)\n  y: is odd",
        {"source": "a.toml"},
    ),
]
each = pytest.mark.parametrize(("error", "text", "data"), ERRORS, ids=[type(row[0]).__name__ for row in ERRORS])


@each
def test_an_error_says_what_is_wrong_and_carries_it(error: RaqqaDataError, text: str, data: dict[str, Any]) -> None:
    assert str(error) == text
    assert {name: getattr(error, name) for name in data} == data


@each
def test_an_error_survives_pickles_and_copies(error: RaqqaDataError, text: str, data: dict[str, Any]) -> None:
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(other) is type(error)
        assert str(other) == text
        assert vars(other) == vars(error)
        assert {name: getattr(other, name) for name in data} == data


def test_every_error_of_the_module_is_tried_here_and_has_one_base() -> None:
    classes = {cls for cls in vars(raqqa_data.errors).values() if isinstance(cls, type) and issubclass(cls, Exception)}
    assert classes == {type(error) for error, _, _ in ERRORS}
    assert all(issubclass(cls, RaqqaDataError) for cls in classes)


@pytest.mark.parametrize(
    ("cls", "builtin"),
    [
        (RecordError, ValueError),
        (PeriodError, RecordError),
        (UnitError, ValueError),
        (UnitConflictError, UnitError),
        (NotFoundError, LookupError),
        (CatalogueError, ValueError),
        (AnnotationError, ValueError),
        (ReadingError, TypeError),
        (NotSummarizable, ValueError),
        (MissingExtraError, ImportError),
    ],
)
def test_an_error_is_caught_as_its_builtin_kin(cls: type[Exception], builtin: type[Exception]) -> None:
    assert issubclass(cls, builtin)


def test_a_lookup_error_is_not_a_key_error() -> None:
    """A KeyError would print its message in quotes, and be taken for a slip of ours."""
    assert not issubclass(NotFoundError, KeyError)


@given(st.text(min_size=100))
def test_a_long_value_is_told_in_one_short_line(value: str) -> None:
    told = str(RecordError("Agent", "id", value, "is too long"))
    assert len(told) < 120
    assert "\n" not in told
    assert told.endswith("…: is too long")


@given(st.text(max_size=8), st.lists(st.text(max_size=8), max_size=6))
def test_what_comes_close_is_known_and_at_most_three(name: str, known: list[str]) -> None:
    near = closest(name, known)
    assert len(near) <= 3
    assert set(near) <= set(known)
    if name in known:
        assert name in near


def test_among_thousands_of_names_few_are_compared_letter_by_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[list[str]] = []
    whole = difflib.get_close_matches

    def get_close_matches(word: str, names: list[str], n: int, cutoff: float) -> list[str]:
        compared.append(names)
        return whole(word, names, n, cutoff)

    monkeypatch.setattr(difflib, "get_close_matches", get_close_matches)
    known = [f"killed-{index}" for index in range(9000)]
    assert closest("bridgse", [*known, "bridges"]) == ("bridges",)
    assert closest("kiled", known)[0].startswith("killed-")
    assert max(map(len, compared)) <= 300
    assert closest("x" * 200, ["x" * 100_000, "x" * 79]) == ("x" * 79,)


def test_after_many_problems_no_more_names_are_compared() -> None:
    assert meant("kiled", ["killed"], ["a problem"] * 19) == "; did you mean 'killed'?"
    assert meant("kiled", ["killed"], ["a problem"] * 20) == ""


def test_a_message_shows_the_first_problems_and_says_how_many_more() -> None:
    error = FileError("x.json", [("x", f"is wrong: {n}") for n in range(1060)])
    lines = str(error).splitlines()
    assert (len(lines), lines[0], lines[-1]) == (52, "x.json: 1060 problems", "  … and 1,010 more")
    assert len(error.problems) == 1060


@pytest.mark.parametrize(("count", "last"), [(50, "x: is wrong: 49"), (51, "… and 1 more")])
def test_a_message_says_that_there_are_more_where_there_are(count: int, last: str) -> None:
    error = FileError("x.json", [("x", f"is wrong: {n}") for n in range(count)])
    assert str(error).splitlines()[-1] == f"  {last}"


def test_only_what_comes_close_is_suggested() -> None:
    assert closest("kiled", ["bridges", "killed"]) == ("killed",)
    assert closest("bridges", ["killed", "displaced"]) == ()
    assert NotFoundError("place", "x", iter(["xy", "x1"])).suggestions == ("xy", "x1")


@pytest.mark.parametrize(
    ("name", "other"), [("meal", "ml"), ("طفل", "رطل"), ("نازح", "منازل"), ("raqqa", "مدينة raqqa"), ("قة", "q")]
)
def test_no_other_word_and_no_other_script_is_suggested(name: str, other: str) -> None:
    assert closest(name, [other]) == ()


def test_a_name_known_by_another_spelling_is_suggested() -> None:
    error = NotFoundError("place", "الرقة", ["raqqa-city"], also={"مدينة الرقة": "raqqa-city", "دمشق": "damascus"})
    assert error.suggestions == ("raqqa-city",)


def test_a_value_that_cannot_be_printed_still_has_a_message() -> None:
    assert str(RecordError("Quote", "start", 10**5000, "too far")) == "Quote.start = <int>: too far"
