"""Those who speak and are not named."""

from __future__ import annotations

import pytest

from raqqa_data import Question
from tests.building.proposals.test_speaking import told


@pytest.mark.parametrize(
    "text",
    [
        "قتل 12 شخصا، بحسب مصدر طبي.",
        "قال شهود عيان إن 12 شخصا قتلوا.",
        "حذر رئيس الهيئة، محمود نور، من الجوع. وقال معلم إن 12 شخصا قتلوا.",
        "وقال السكان إن 12 منزلا دمرت.",
        "أفاد مراسلنا بأن 12 شخصا قتلوا.",
        "أفاد مراسل الوكالة بأن 12 شخصا قتلوا.",
        "أكد ثلاثة مسؤولين أمنيين أن 12 شخصا قتلوا.",
        "وأكد ضابط رفيع المستوى أن 12 شخصا قتلوا.",
        "قالت وزارة الصحة إن المشفى امتلأ. وقال مصدر أمني إن 12 شخصا قتلوا.",
        "أعلن مركز حقوقي أن 12 شخصا قتلوا.",
        "منظمة دولية: نزح 12 شخصا",
        "قالت منظمة محلية إن 12 شخصا قتلوا.",
    ],
)
def test_somebody_who_is_not_named_is_nobody(text: str) -> None:
    assert told(text)[-1] is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قتل 12 شخصا، بحسب مصدر في مديرية الصحة.", "مصدر في مديرية الصحة"),
        ("قال الناشط سالم النجار إن 12 شخصا قتلوا.", "الناشط سالم النجار"),
        ("قال ناطق البلدية إن 12 منزلا دمرت.", "ناطق البلدية"),
        ("حذر رئيس الهيئة، محمود معلم، من الجوع. وقال معلم إن 12 شخصا قتلوا.", "معلم"),
        ("قال أهالي النخيل إن 12 منزلا دمرت.", "أهالي النخيل"),
        ("أعلن مركز حقوق الأسرى أن 12 شخصا قتلوا.", "مركز حقوق الأسرى"),
        ("قالت منظمة نبض إن 12 شخصا قتلوا.", "منظمة نبض"),
    ],
)
def test_who_has_a_body_or_a_name_is_somebody(text: str, who: str) -> None:
    assert told(text)[-1] == who


def test_a_part_that_nobody_named_tells_is_not_of_the_one_who_tells_its_whole() -> None:
    text = "قالت مديرية الصحة إن 12 شخصا أصيبوا. وقال مصدر طبي إن 4 منهم أطفال."
    assert told(text, Question.PART_OF)[-1] is not None
    assert told(text) == ["مديرية الصحة", None]
