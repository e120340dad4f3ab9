"""What the words around a figure and a date say of whether they belong together."""

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
    ("text", "found"),
    [
        # a date that opens a clause with its own figure
        ("بلغ السعر 12 دولارا، والعام الماضي بلغ 9 دولارات.", [None, "2023"]),
        ("بلغ السعر 12 دولارا والعام الماضي بلغ 9 دولارات.", ["2023", "2023"]),
        ("بلغ السعر 12 دولارا، في العام الماضي بلغ 9 دولارات.", ["2023", "2023"]),
        ("قتل 12 شخصا وجرح 30، ويوم الاثنين قتل 9 أشخاص.", [None, None, "2024-03-18"]),
        # by how much, and against what
        ("أحصي 120 حادثا في 2023، مقابل 100 حادث في 2022، بزيادة 20 بالمئة.", ["2023", "2022", "2023"]),
        ("وأحصي 90 حادثا، بتراجع كبير عن فبراير حين كان العدد 180.", [None, None]),
        ("وأحصي 90 حادثا في فبراير، بتراجع قدره 9 في المئة عن ذروة يناير، وعاد 800 شخص.", ["2024-02", "2024-02", None]),
        # a time that is not read
        ("ويصل العدد إلى 15 مليون سائح نهاية السنة و26 مليونا في 2030.", [None, "2030"]),
        # a whole of which some have begun something
        ("بدأت 12 معصرة من أصل 30 معصرة العمل منذ منتصف يناير.", ["2024-01-15/2024-03-20", None]),
        ("أغلقت 6 مخابز من أصل 25 مخبزا في 8 مارس.", ["2024-03-08", None]),
        ("وتبلغ نسبة تمويل خطة عام 2024 نحو 28 في المئة من أصل 27 مليون دولار.", ["2024", "2024"]),
        # still so, of an event or since then
        ("ولا يزال 850 شخصا مفقودين جراء إعصار ضرب المدينة في فبراير 2024.", [None]),
        ("ولا يزال 157 شخصا قيد الاعتقال منذ آذار 2011.", ["2011-03/2024-03-20"]),
        ("ما زال القصف مستمرا وقتل 12 شخصا أمس.", ["2024-03-19"]),
        ("قتل 12 شخصا أمس، وقتل 30 شخصا منذ بدء الحملة.", ["2024-03-19", None]),
        # so long after
        ("انتشلت الفرق 12 جثة بعد ستة أيام من زلزال وقع يوم 14 مارس.", [None, None]),
        # how far is no time
        ("انقلب مركب أمس على بعد 80 كيلومترا من الشاطئ وغرق 12 شخصا.", [None, "2024-03-19"]),
        ("ووصلت أمس 12 شاحنة، والمسافة بين المدينتين 560 كيلومترا.", ["2024-03-19", None]),
        ("قطعت الشاحنات أمس 560 كيلومترا.", ["2024-03-19"]),
        # an appeal of a year, and what came until a day
        ("تلقى نداء 2024 البالغ 30 مليون دولار 12 مليون دولار حتى 15 مارس.", ["../2024-03-15", "../2024-03-15"]),
        ("تلقى النداء العاجل لعام 2024 نحو 57 مليون دولار حتى 10 مارس.", ["../2024-03-10"]),
        # of some of those before it
        ("قتل 12 شخصا، بينهم 3 أطفال، يوم الاثنين، وجرح 30.", ["2024-03-18"] * 3),
        # since when nobody reads, and a date of one of them
        ("وقتل 12 صحفيا منذ بدء الحملة، آخرهم في 14 مارس.", [None]),
    ],
)
def test_whether_a_date_is_the_figures(text: str, found: list[str | None]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # how much a thing holds, weighs or spans, and how far it is, are of no time
        ("وصل أمس 12 كيسا زنة 50 كيلوغراما.", ["2024-03-19", None]),
        ("زنة 50 كيلوغراما وصل أمس كيس.", [None]),  # which the first word of a text may tell
        ("على بعد 80 كيلومترا من الشاطئ انقلب مركب أمس.", [None]),
        ("افتتح أمس مركز بسعة 60 سريرا.", [None]),
        ("وزعت أمس 12 خيمة مساحتها 16 مترا مربعا.", ["2024-03-19", None]),
        ("وفي القرية، شرق المدينة بنحو 40 كيلومترا، قتل 12 شخصا أمس.", [None, "2024-03-19"]),
        ("ضبطت أمس شمال المدينة شحنة بوزن 40 طنا.", [None]),
        ("وصل أمس إلى شرق المدينة بنحو 40 طنا.", ["2024-03-19"]),
        ("بيعت السلة أمس بسعر 12 دولارا.", ["2024-03-19"]),
        # behind a date of something else the one before it is out of force
        ("أفرج عن 12 أسيرا في يناير، رغم اتفاق أبرم في فبراير يقضي بتبادل 30 أسيرا.", ["2024-01", None]),
        # what is only named in a clause has its own date
        (
            "عاد 300 شخص منذ يناير إلى البلدة التي دمر زلزال فبراير 2023 900 منزل فيها.",
            ["2024-01/2024-03-20", "2023-02"],
        ),
        ("ويشكو السكان من الحرارة التي بلغت أمس 51 درجة مئوية.", ["2024-03-19"]),
        # from so many to so many since
        ("خفضت الحصة من 30 دولارا للفرد إلى 12 دولارا منذ فبراير.", [None, "2024-02/2024-03-20"]),
        ("تراجع المخزون إلى 12 طنا في 2023 من 30 طنا.", ["2023", None]),
        ("نزح 300 شخص من 12 قرية منذ فبراير.", ["2024-02/2024-03-20", "2024-02/2024-03-20"]),
        # what rose, and by which rate
        ("رصدت 900 دولار لعام 2024، بزيادة 8% على العام الماضي، منها 30 دولارا للخبز.", ["2024", "2024", "2024"]),
        # since yesterday it rose to so many, and so many
        ("وارتفعت حصيلة العملية التي بدأت أمس إلى 12 قتيلا و30 جريحا.", ["2024-03-19/2024-03-20"] * 2),
        # "after" opens a clause with its own date
        ("ويعمل المستشفى بـ 12 طبيبا بعدما غادر 30 طبيبا المدينة منذ يناير.", [None, "2024-01/2024-03-20"]),
    ],
)
def test_what_belongs_together_in_a_sentence(text: str, found: list[str | None]) -> None:
    assert dates(text) == found
