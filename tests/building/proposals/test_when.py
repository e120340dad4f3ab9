"""When a figure was counted: which dates are the figure's, what words make of them, and which are of something else."""

from __future__ import annotations

import pytest

import raqqa_data as rd
from raqqa_data import Question


def dates(text: str, published: str = "2024-03-20") -> list[str | None]:
    """For each figure, its period."""
    draft = rd.draft(text, document_id="report", reference=published)
    return [
        next((one.answer for one in drafted.proposals if one.question is Question.WHEN), None)
        for drafted in draft.observations
    ]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("قتل 12 شخصا منذ 7 أكتوبر.", "2023-10-07/2024-03-20"),
        ("قتل 12 شخصا منذ فبراير.", "2024-02/2024-03-20"),
        ("نزح 900 شخص منذ منتصف عام 2021.", "2021-06/2024-03-20"),
        ("ونزح منذ اندلاع الحرب في 15 أبريل 2023 نحو 900 شخص.", "2023-04-15/2024-03-20"),
        ("غرق 12 شخصا بين مطلع يناير ومنتصف فبراير 2024.", "2024-01-01/2024-02-15"),
        ("احترقت 12 خيمة ليل الاثنين الثلاثاء.", "2024-03-18/2024-03-19"),
        ("قتل 12 شخصا يوم الاثنين.", "2024-03-18"),
        ("دمرت 12 خيمة حتى نهاية يناير 2024.", "../2024-01-31"),
    ],
)
def test_what_words_make_of_a_date(text: str, when: str) -> None:
    assert dates(text)[0] == when


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("حلب، 6 مارس 2024 - قتل 12 شخصا صباح أمس.", ["2024-03-19"]),
        ("حلب، 6 مارس 2024 - قتل 12 شخصا.", [None]),
        ("يغرق 12 شخصا في اليوم الواحد.", [None]),
        ("قتل 12 شخصا اليوم.", ["2024-03-20"]),
        ("عبرت 68 شاحنة، مقابل 112 في يناير.", [None, "2024-01"]),
        ("وقتل 12 شخصا وأصيب 30 أمس.", ["2024-03-19", "2024-03-19"]),
        ("أعلن المحافظ، يوم الاثنين، إنجاز 12 مشروعا.", [None]),
        ("توفي 12 شخصا بسبب الحرارة التي بلغت 51 درجة يوم 3 مارس 2024.", [None, "2024-03-03"]),
        ("نفق 12 رأسا منذ منتصف عام 2021.\nوولد 30 رأسا في شباط.", ["2021-06/2024-03-20", None]),
        ("قالت المنظمة أمس إن 12 شخصا قتلوا.", [None]),
        ("كانت التغطية 91 بالمئة سنة 2019 وتراجعت إلى 78 بالمئة.", ["2019", None]),
        ("قتل 12 شخصا بعد زلزال شباط 2023.", [None]),
        ("جرى تلقيح 12 طفلا يوم 3 مارس 2024، و30 طفلا حتى الآن.", ["2024-03-03", None]),
        ("أزيل 12 لغما أمس، وسيستفيد 900 شخص من ذلك.", ["2024-03-19", None]),
    ],
)
def test_which_date_is_the_figures(text: str, found: list[str | None]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("قتل رجال في 3 مارس 2024. وأصيب 12 شخصا.", "2024-03-03"),
        ("قتل رجال في 3 مارس 2024، وآخرون في 5 مارس 2024. وأصيب 12 شخصا.", None),
        ("قتل رجال في 3 مارس 2024. ويعيش في المدينة 900 شخص.", None),
        ("قتل رجال في 3 مارس 2024. وسيحتاج 900 شخص إلى المأوى.", None),
        ("قتل رجال في 3 مارس 2024. وكان هجوم مماثل قد أودى بحياة 12 شخصا.", None),
        ("قتل رجال في 3 مارس 2024. وبعد ثلاثة أيام قتل 12 شخصا.", None),
        ("قتل رجال في 3 مارس 2024. وبلغت الكلفة 12 دولارا.", None),
        ("توزع القتلى في 3 مارس 2024 على النحو التالي:\n12 في حلب", "2024-03-03"),
        ("قتل رجال في 3 مارس 2024.\nوأصيب 12 شخصا.", None),
    ],
)
def test_how_far_a_date_reaches(text: str, when: str | None) -> None:
    assert dates(text)[-1] == when
