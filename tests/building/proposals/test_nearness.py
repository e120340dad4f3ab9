"""Places around a figure that are its own, or another's: of those who set out, arrive, or are brought to a hospital."""

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
    ("text", "found"),
    [
        ("وصلت إلى حلب 9 شاحنات، في حين تحركت من حمص 17 شاحنة.", ["حلب", None]),
        ("وصلت إلى حلب 9 شاحنات، في حين تضررت 17 شاحنة.", ["حلب", "حلب"]),
        ("أحرقت 40 دارا وفر 2000 شخص إلى تشاد.", [None, "تشاد"]),
        ("قتل 40 رجلا وجرح 20 شخصا في تشاد.", ["تشاد", "تشاد"]),
        ("بلغ سعر الأسطوانة 7500 ريال مقابل 4500 ريال في عدن.", [None, "عدن"]),
        ("نقل 7 مصابين إلى مستشفى إجدابيا.", ["مستشفى إجدابيا"]),
        ("أصيب 7 رجال ونقلوا إلى مستشفى إجدابيا.", [None]),
        ("غرق 70 شخصا معظمهم من السودان، وفقد 12 شخصا.", [None, None]),
        ("قتل 70 شخصا من السودان، وفقد 12 شخصا.", ["السودان", "السودان"]),
        ("سجلت 50 درجة في البصرة و47 في العاصمة.", ["البصرة", None]),
        ("سجلت 50 درجة في البصرة و47 في الجنوب.", ["البصرة", None]),
    ],
)
def test_of_whom_a_place_is(text: str, found: list[str | None]) -> None:
    assert places(text) == found


def test_a_part_of_the_country_between_two_points_of_the_compass() -> None:
    assert places("في سوريا قتل 3. ويعيش 300 نازح في شمال شرق البلاد.") == ["سوريا", "شمال شرق البلاد"]
    assert places("في سوريا قتل 3. ويعيش 300 نازح في شرق البلاد.")[1] != "شمال شرق البلاد"


def test_the_province_is_that_with_which_a_sentence_opens() -> None:
    text = "قتل 3 في محافظة المحويت.\n\nفي الحديدة، نزح 5 رجال. ووزعت 12 خيمة في المحافظة."
    assert places(text) == ["المحويت", "الحديدة", "الحديدة"]
