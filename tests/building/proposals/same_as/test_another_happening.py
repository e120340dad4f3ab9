"""Two happenings in which as many were harmed are two figures: a toll that is left out is lost."""

from __future__ import annotations

import pytest

import raqqa_data as rd
from raqqa_data import Question


def links(text: str) -> list[str | None]:
    """For each figure the id of the one that it is said to tell again."""
    draft = rd.draft(text, document_id="report", reference="2023-05-10")
    return [
        next((proposal.answer for proposal in drafted.proposals if proposal.question is Question.SAME_AS), None)
        for drafted in draft.observations
    ]


@pytest.mark.parametrize(
    "behind",
    [
        "وفي حادث آخر قتل 4 مدنيين.",
        "وفي هجوم منفصل قتل 4 مدنيين.",
        "وفي حادث سير آخر، قال المصدر إن 4 مدنيين قتلوا.",
        "وأدت غارة ثانية إلى مقتل 4 مدنيين.",
        "وقتل 4 مدنيين آخرين في الليل.",
        "وفي بلدة أخرى انفجر لغم. وقتل 4 مدنيين.",
        "ثم قتل 4 مدنيين في البلدة.",
        "وفي اليوم التالي قتل 4 مدنيين.",
        "وقتل 4 مدنيين أيضا في قصف على سرمين.",
        "وقتل 4 مدنيين في انفجار لغم.",
        "وقال المرصد السوري إن 4 مدنيين قتلوا في انفجار لغم.",
        "وقتل 4 مدنيين برصاص مجهولين.",
    ],
)
def test_another_happening_is_not_left_out(behind: str) -> None:
    assert links(f"قال المرصد السوري إن 4 مدنيين قتلوا في القصف. {behind}") == [None, None]


@pytest.mark.parametrize(
    "behind",
    [
        "ودفن القتلى الـ4 أمس.",
        "وقال الدفاع المدني إن 4 مدنيين قتلوا في القصف.",
        "وقال المرصد السوري إن القصف أدى إلى مقتل 4 مدنيين.",
    ],
)
def test_what_takes_up_those_who_were_told_is_told_again(behind: str) -> None:
    assert links(f"قال المرصد السوري إن 4 مدنيين قتلوا في القصف. {behind}")[-1] == "report.killed_civilian"


def test_a_headline_is_told_again_and_those_of_another_happening_are_not() -> None:
    again = links("مقتل 7 مدنيين في قصف\nقتل 7 مدنيين في قصف على سرمين. وفي حادث آخر قتل 7 مدنيين في بنش.")
    assert again == [None, "report.killed_civilian", None]
    wounded = "مقتل 19 شخصا وإصابة 48\nقتل 19 شخصا. وأصيب 48 آخرون."
    assert links(wounded) == [None, None, "report.killed", "report.injured"]
