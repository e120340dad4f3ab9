"""Whose a date is: of those of whom a number is told, of a part of a year, or of another time."""

from __future__ import annotations

import pytest

from tests.building.proposals.test_when import dates


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("بلغ عدد المهاجرين الذين أنقذوا في عام 2021 نحو 545 مهاجرا.", "2021"),
        ("بلغ عدد الذين قتلوا خلال عام 2021 نحو 300 شخص.", "2021"),
        ("وصل عدد العائلات التي عادت في نيسان 2021 إلى 545 عائلة.", "2021-04"),
        ("بلغ عدد سكان المدينة التي تأسست في عام 2012 نحو 545 نسمة.", None),
        ("يعاني الفريق الذي تأسس في عام 2012 من نقص 30 موظفا.", None),
        ("الحرب التي اندلعت في نيسان 2021 قتلت 12 ألف شخص.", None),
    ],
)
def test_of_those_of_whom_a_number_is_told(text: str, when: str | None) -> None:
    assert dates(text, "2023-05-10") == [when]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("ارتفع عدد العاطلين ما بين الفصل الأول من سنة 2021 ونظيره من 2022 إلى 96 ألف شخص.", [None]),
        ("ارتفع عدد العاطلين في الفصل الثاني من سنة 2022 إلى 96 ألف شخص.", [None]),
        ("ارتفع عدد العاطلين في الربع الثاني من سنة 2022 إلى 96 ألف شخص.", ["2022-04/2022-06"]),
        ("ارتفع عدد العاطلين في سنة 2022 إلى 96 ألف شخص.", ["2022"]),
        ("وصلت 30 سفينة خلال شهر أيار 2022، مقابل 20 خلال نظيره من عام 2021.", ["2022-05", "2021-05"]),
        ("وصلت 30 سفينة في الربع الأول من 2022، مقابل 20 في نظيره من 2021.", ["2022-01/2022-03", "2021-01/2021-03"]),
    ],
)
def test_a_year_of_which_only_a_part_is_meant(text: str, when: list[str | None]) -> None:
    assert dates(text, "2023-05-10") == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("قتل 34 شخصا، بينهم طفلان، وجرح 117 آخرون الأحد في القصف.", ["2023-05-07"] * 3),
        ("دمر 34 منزلا، منها 12 كليا، وأصيب 9 الأحد.", ["2023-05-07"] * 3),
        ("يقيم في المخيم 300 شخص، بينهم 40 طفلا، ووصل 20 آخرون الأحد.", [None, None, "2023-05-07"]),
        ("قتل 34 شخصا في حلب، وجرح 117 في حمص، وخرج 12 من المشفى الأحد.", [None, None, "2023-05-07"]),
    ],
)
def test_the_day_of_the_killed_and_the_injured(text: str, when: list[str | None]) -> None:
    assert dates(text, "2023-05-10") == when
