"""Whose a date is: of those of whom a number is told, of a part of a year, or of another time."""

from __future__ import annotations

import pytest

from tests.building.proposals.when.test_answer import dates


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("بلغ عدد المهاجرين الذين أنقذوا في عام 2021 نحو 545 مهاجرا.", "2021"),
        ("بلغ عدد الذين قتلوا خلال عام 2021 نحو 300 شخص.", "2021"),
        ("وصل عدد العائلات التي عادت في نيسان 2021 إلى 545 عائلة.", "2021-04"),
        ("بلغ عدد سكان المدينة التي تأسست في عام 2012 نحو 545 نسمة.", None),
        ("يعاني الفريق الذي تأسس في عام 2012 من نقص 30 موظفا.", None),
        ("الحرب التي اندلعت في نيسان 2021 قتلت 12 ألف شخص.", "2021-04/2023-05-10"),
        ("الحرب التي اندلعت في نيسان 2021 تهدد 12 ألف شخص.", None),
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
        ("يقيم في المخيم 300 شخص، بينهم 40 طفلا، ووصل 20 آخرون الأحد.", [None, None, "2023-05-07"]),
        ("قتل 34 شخصا في حلب، وجرح 117 في حمص، وخرج 12 من المشفى الأحد.", [None, None, "2023-05-07"]),
    ],
)
def test_the_day_of_the_killed_and_the_injured(text: str, when: list[str | None]) -> None:
    assert dates(text, "2023-05-10") == when


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the time of which a report tells, not the day on which it was told
        ("تقرير شهر آذار\n\nدمر 30 منزلا في القرية.", ["2023-03"]),
        ("وقالت المنظمة في تقريرها عن آذار إنها رصدت 30 اعتداء.", ["2023-03"]),
        ("وتراجعت الأسعار عن آذار، وبيعت 30 سلة.", [None]),
        # what it is compared with, where so much is told of it
        ("وثق المركز 12 حالة في نيسان، في تراجع عن آذار الذي سجل 30 حالة.", ["2023-04", "2023-03"]),
        ("وثق المركز 12 حالة في نيسان، في تراجع عن آذار.", ["2023-04"]),
        # long after it: but what stands before its day is of it
        ("بعد مرور سنة على زلزال خلف 30 قتيلا و12 جريحا مساء 8 نيسان 2022، تقيم أسر في الخيام.", ["2022-04-08"] * 2),
    ],
)
def test_of_a_report_of_a_comparison_and_of_long_ago(text: str, found: list[str | None]) -> None:
    assert dates(text, "2023-05-10") == found


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("رفع الحد الأدنى إلى 900 دولار اعتبارا من تموز المقبل.", "2024-07"),
        ("رفعت الشركة التغذية إلى 900 واط ابتداء من مطلع نيسان.", "2024-04-01"),
        ("ويباع الكيس بـ 12 دولارا بدءا من أمس.", "2024-03-19"),
        ("نزح 900 شخص منذ أواخر شباط.", "2024-02/2024-03-20"),
        ("نزح 900 شخص منذ مطلع شباط.", "2024-02-01/2024-03-20"),
        ("سقط 900 جريح من تشرين الأول 2023.", "2023-10/2024-03-20"),
        ("سقط 900 جريح في تشرين الأول 2023.", "2023-10"),
    ],
)
def test_since_when_and_from_when_on(text: str, when: str) -> None:
    assert dates(text, "2024-03-20") == [when]


def test_a_day_of_the_month_told_is_not_of_that_it_is_compared_with() -> None:
    text = "قتل 12 شخصا في شباط، في تراجع عن كانون الثاني، بينهم 3 أطفال يوم 14 من الشهر ذاته."
    assert dates(text, "2024-03-20") == ["2024-02", "2024-02-14"]
