"""Who says a figure, in sentences of our own: names, where they end, how far a statement goes."""

from __future__ import annotations

import pytest

import raqqa_data as rd
from raqqa_data import Question


def told(text: str, question: Question = Question.WHO) -> list[str | None]:
    """The words of the name that is proposed for each figure."""
    draft = rd.draft(text, document_id="report", reference="2023-05-10")
    return [
        next((proposal.evidence[0].text for proposal in drafted.proposals if proposal.question is question), None)
        for drafted in draft.observations
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("أفاد مدير المشفى خالد نور لوكالة الأنباء بأن 12 شخصا أصيبوا.", "مدير المشفى خالد نور"),
        ("وفقا لهيئة الأرصاد، هطل 30 مليمترا.", "هيئة الأرصاد"),
        ("وفقا لهيئة الأرصاد هطل 30 مليمترا.", "هيئة الأرصاد"),
        ("وفقا للبلدية دمر 12 منزلا.", "للبلدية"),
        ("قالت سلمى الأحمد إن 12 شخصا أصيبوا.", "سلمى الأحمد"),
        ("بلدية النخيل: دمر 12 منزلا", "بلدية النخيل"),
        ("مدير المشفى خالد نور لمراسلنا: وصل 12 جريحا", "مدير المشفى خالد نور"),
        ("أما المجلس المحلي فقال إن 12 منزلا دمرت.", "المجلس المحلي"),
        ("وبين وزير الصحة لإذاعة المدينة أن 12 شخصا أصيبوا.", "وزير الصحة"),
        ("قتل 12 شخصا، حسبما أفاد الدفاع المدني.", "الدفاع المدني"),
        ("قتل 12 شخصا في القصف، بحسب شركة الكهرباء\nوعاد الهدوء.", "شركة الكهرباء"),
        ("«فقدنا 12 شخصا»، يقول سالم النجار.", "سالم النجار"),
        ("قتل 12 شخصا، حسب ما أعلنت الحماية المدنية الجمعة.", "الحماية المدنية"),
        ("وقال الوزير في تصريح لصحيفة إن 12 شخصا أصيبوا.", "الوزير"),
        ("أعلنت المؤسسة العامة رفع السعر إلى 12 يورو.", "المؤسسة العامة"),
        ("وأعلن صندوق إعمار المدينة بناء 12 منزلا.", "صندوق إعمار المدينة"),
        ("أشار سامر الأحمد، مدير الشبكة، إلى أن 12 شخصا أصيبوا.", "سامر الأحمد"),
        ("أعلن وزير الصحة سامر نور إصابة شخصين. وقال نور إن 12 شخصا أصيبوا.", "وزير الصحة سامر نور"),
        ("أعلن مدير المشفى إصابة شخصين. وأضاف المصدر ذاته أن 12 شخصا قتلوا.", "مدير المشفى"),
        ("قال الناطق باسم الدفاع المدني سامر نور إن النار أخمدت. وأضاف نور أن 12 شخصا قتلوا.", "الدفاع المدني"),
        ("وصل رئيس اللجنة. وقال مديره إن 12 شخصا أصيبوا.", "مديره"),
    ],
)
def test_whose_words_they_are(text: str, who: str) -> None:
    assert told(text)[-1] == who


@pytest.mark.parametrize(
    "text",
    [
        "النزوح: نزح 900 شخص.",
        "الإسعاف: نقل 112 مريضا.",
        "حلب - سانا: أصيب 12 شخصا.",
        "وقع الاتفاق بين وزارة الصحة والبنك الدولي بقيمة 5 ملايين دولار.",
        "كشفت دراسة أن 30% من السكان عادوا.",
        "زار وزير الصحة المشفى حيث يعالج 12 جريحا.",
        "قتل قائد الشرطة و12 من عناصرها.",
        "أكد أمس أن 12 شخصا أصيبوا.",
        "سجلت 12 إصابة في المدينة.",
    ],
)
def test_where_nobody_is_named(text: str) -> None:
    assert told(text) == [None]


def test_the_name_written_with_a_preposition_is_given_without_it() -> None:
    draft = rd.draft("وفقا للبلدية، دمر 12 منزلا.", document_id="report")
    assert 'ar = "البلدية"' in draft


def test_a_statement_goes_on_and_ends() -> None:
    text = "قال الدفاع المدني إن 12 شخصا أصيبوا. ولفت إلى أن 4 أشخاص قتلوا. وفي القرية 30 منزلا."
    assert told(text) == ["الدفاع المدني", "الدفاع المدني", None]
    text = "قال مدير المركز: «لدينا 12 جريحا. ووصل 4 قتلى». وفي القرية 30 منزلا."
    assert told(text) == ["مدير المركز", "مدير المركز", None]
    text = "قال الدفاع المدني إن 12 شخصا أصيبوا.\nيقول: «دمر 30 منزلا»."
    assert told(text) == ["الدفاع المدني", None]


def test_who_passed_on_what_another_said() -> None:
    text = "قتل 12 شخصا، حسبما ذكرت وكالة رويترز نقلا عن الدفاع المدني."
    assert (told(text), told(text, Question.CONVEYED_BY)) == (["الدفاع المدني"], ["وكالة رويترز"])


def test_who_comes_next_passes_nothing_on() -> None:
    text = "أعلنت اليونيسف أن 12 طفلا أصيبوا، فيما قال الدفاع المدني إن 9 أشخاص قتلوا."
    assert told(text, Question.CONVEYED_BY) == [None, None]


def test_a_part_is_said_by_who_says_the_whole() -> None:
    text = "قتل 12 شخصا، بحسب الدفاع المدني. وكان منهم 4 أطفال."
    assert told(text) == ["الدفاع المدني", "الدفاع المدني"]
