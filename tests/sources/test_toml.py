"""TOML of a stranger: deep, long and large."""

import pytest

from raqqa_data.errors import AnnotationError
from raqqa_data.sources.toml import MOST_PARTS, parse_toml


def told(text: str) -> str:
    with pytest.raises(AnnotationError) as caught:
        parse_toml(text, "x.toml", AnnotationError)
    return str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "a." * 498 + "b = 1",
        "a." * 32_000 + "b = 1",
        "\n[" + "a . " * 498 + "b]",
        '"a"."b".' * 300 + "c = 1",
        "x = {" + "a." * 498 + "b = 1}",
        "x = " + "[" * 50_000,
        "x = " + "[\n" * 50_000,
    ],
)
def test_what_is_nested_too_deeply(text: str) -> None:
    assert "nested too deeply" in told(text)


def test_the_line_is_named() -> None:
    assert told("x = 1\ny = 2\n" + "a." * 498 + "b = 1").startswith("x.toml: line 3: is nested too deeply")


def test_a_number_of_thousands_of_digits() -> None:
    assert "holds a number that is none here" in told("x = " + "9" * 4301)


def test_what_is_no_toml() -> None:
    assert "is not TOML" in told("x = ")


def test_what_people_write_is_read() -> None:
    key = ".".join("abc"[index % 3] for index in range(MOST_PARTS))
    text = f'\ufeff{key} = 1\nx = ["www.{"a.b" * 10}", "...", 1.5]\n'
    assert parse_toml(text, "x.toml", AnnotationError)["x"][2] == 1.5
