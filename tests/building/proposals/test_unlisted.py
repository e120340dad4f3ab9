"""Names of places that no list has: what they begin with, how far they reach, and what is no name."""

from __future__ import annotations

import pytest

import raqqa_data as rd
from raqqa_data import Question


def places(text: str) -> list[str | None]:
    """For each figure, the Arabic words that speak for its place."""
    draft = rd.draft(text, document_id="report", reference="2023-05-10")
    return [
        next((one.evidence[0].text for one in drafted.proposals if one.question is Question.WHERE), None)
        for drafted in draft.observations
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قتل 12 شخصا في مجدل زونا.", "مجدل زونا"),
        ("قتل 12 شخصا في ود البشيرة.", "ود البشيرة"),
        ("سقطت 12 قذيفة بعين الصفصافة.", "عين الصفصافة"),
        ("قتل 9 مدنيين في معرة شمارين.", "معرة شمارين"),
        ("باع 12 مزارعا بقرية طوخ القراموص محصولهم.", "قرية طوخ القراموص"),
        ("عولج 12 مريضا في مستشفى كوستي التعليمي.", "مستشفى كوستي التعليمي"),
        ("احتجز 12 شخصا في سجن عدرا.", "سجن عدرا"),
        ("عاش 12 شخصا في مجمع خانصور.", "مجمع خانصور"),
        ("استقبل سد حمرين 12 مليون متر مكعب.", "سد حمرين"),
        ("احترق 50 هكتارا بمشتة برج مهيريس.", "مشتة برج مهيريس"),
        ("قطعت 12 شجرة في خلة الضبع.", "خلة الضبع"),
        ("قتل 12 شخصا في «أنوليت»، وفق مصدر.", "أنوليت"),
        ("جفت 12 بئرا في هور الدلمج.", "هور الدلمج"),
        ("هدمت 12 بناية في المنطقة (ج).", "المنطقة (ج"),
    ],
)
def test_a_name_that_no_list_has(text: str, place: str) -> None:
    assert places(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "قال مركز الكرامة لشؤون الأسرى إن 12 شخصا اعتقلوا.",
        "يكفي المبلغ لسد النقص في 12 مدرسة.",
        "بأم عينه رأى 12 شخصا.",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert places(text) == [None]


def test_the_name_with_which_a_sentence_opens() -> None:
    assert places("قتل 3 في قرية الورد. وفي الهزيعية المحاصرة توفي 12 شخصا.") == ["قرية الورد", "الهزيعية"]
    assert places("قتل 3 في قرية الورد. وسرق 12 هاتفا في الهزيعية المحاصرة.")[1] != "الهزيعية"
