"""Which figure says again what an earlier one said, in sentences of our own."""

from __future__ import annotations

import pytest

import raqqa_data as rd
from raqqa_data import Question


def told(text: str, question: Question) -> list[str | None]:
    """For each figure the words of the other that is proposed."""
    draft = rd.draft(text, document_id="report", reference="2023-05-10")
    return [
        next((proposal.evidence[0].text for proposal in drafted.proposals if proposal.question is question), None)
        for drafted in draft.observations
    ]


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("مقتل 12 شخصا في القصف\nقتل 12 مدنيا في القصف أمس.", "12 شخصا"),
        ("شراء 300 طن من القمح\nوستشتري المؤسسة 300 طن من المزارعين.", "300 طن"),
        ("مقتل 12 شخصا في سوريا\nقتل 12 شخصا في حلب أمس.", "12 شخصا"),
        ("مقتل 12 شخصا في حلب\nقتل 12 شخصا في حمص أمس.", None),
        ("وصلت القافلة.\nقتل 12 شخصا.\nوقتل 12 مدنيا.", None),
        ("مقتل 12 شخصا\nوأصيب 12 شخصا.", None),
        ("شراء 300 طن من القمح\nوأنتج المعمل 300 متر مكعب.", None),
    ],
)
def test_what_is_told_again(text: str, again: str | None) -> None:
    assert told(text, Question.SAME_AS)[-1] == again


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("مركز الرصد: إعادة 8270 مهاجرا\nوبلغ عدد المعادين 8270 شخصا.", "8270 مهاجرا"),
        ("مقتل 187 شخصا\nوأصيب في الهجوم 187 شخصا.", None),
        ("تضرر 300 بيت\nووزع الفريق 300 سلة.", None),
    ],
)
def test_a_number_that_is_no_round_one_is_told_again(text: str, same: str | None) -> None:
    assert told(text, Question.SAME_AS)[-1] == same


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("عدد القتلى في البلدة 44\nقالت الغرفة إنها وثقت 44 وفاة في البلدة.", [None, "44"]),
        ("الغرفة تتحدث عن 44\nقالت الغرفة إنها وثقت 44 وفاة.", [None, "44"]),
        ("الغرفة تتحدث عن 40\nقالت الغرفة إنها وثقت 40 وفاة.", [None, None]),
        ("قال المرصد ما قال. جرح مصوران اثنان. وقال القائد إن بين الجرحى شرطيين اثنين.", [None, None]),
    ],
)
def test_what_a_headline_leaves_out_and_two_of_different_nouns(text: str, again: list[str | None]) -> None:
    assert told(text, Question.SAME_AS) == again
