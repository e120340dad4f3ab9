"""Cases and deaths of the disease of which a text speaks, and of nothing else that harms."""

from __future__ import annotations

import pytest

from tests.building.proposals.what.test_answer import told


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "تفشي الكوليرا في المخيم\n\nالماء\nحفرنا الآبار.\n\nالصحة\nسجلت 90 إصابة و4 وفيات",
            ["infected", "disease_deaths"],
        ),
        ("الكوليرا في المخيم\n\nأصاب القصف السوق.\n\nسجلت 90 إصابة و4 وفيات", ["injured", "killed"]),
        ("سجلت 90 إصابة و4 وفيات", ["injured", "killed"]),
    ],
)
def test_cases_are_of_the_disease_that_was_named_unless_something_else_harmed(
    text: str, what: list[str | None]
) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("سجلت 50 إصابة بالكوليرا، وفي المشفى توفي 23 مريضا", "disease_deaths"),
        ("سجلت 50 إصابة بالكوليرا، وقتل 23 رجلا", "killed"),
        ("سجلت 50 إصابة بالكوليرا، وتوفي طفلان غرقا", "killed"),
    ],
)
def test_who_died_where_a_disease_is_spoken_of(text: str, what: str) -> None:
    assert told(text)[-1] == what
