"""The dates of the headings under which figures stand."""

from __future__ import annotations

import pytest

from tests.building.proposals.when.test_answer import dates

OPENING = "مرصد الوادي\nشهر من الهجمات\nتقرير خاص\n\n"
HEADING = "قرية الزهرة (شرق الوادي) - 12 فبراير\n"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (f"{OPENING}{HEADING}رحلت 40 عائلة.", "2024-02-12"),
        (f"{OPENING}{HEADING}سرق المهاجمون 90 رأسا. وقدرت الخسائر بـ 600 ألف دولار.", "2024-02-12"),
        (f"{OPENING}{HEADING}رحلت 40 عائلة.\n\nمقارنة\nوزعت الجمعية 30 سلة.", None),
        (f"{OPENING}{HEADING}رحلت 40 عائلة.\n\nوزعت الجمعية 30 سلة.", None),
        (f"{OPENING}{HEADING}رحلت العائلات بعد هدنة دامت 10 أشهر.", None),
        (f"{OPENING}{HEADING}رحلت عائلات.\nوفي 14 فبراير هدم منزل.\nوقتل 30 شخصا.", "2024-02-14"),
        (f"{OPENING}{HEADING}كان السعر 9 دولارات بعد أن كان 5 دولارات.", None),
        # of what happened since a day are neither prices nor what is there
        (f"{OPENING}ما حصل منذ صباح أمس حتى الآن:\n\nقتل 30 شخصا.", "2024-03-19/2024-03-20"),
        (f"{OPENING}ما حصل منذ صباح أمس حتى الآن:\n\nالغاز بـ 7500 دولار.", None),
        # a bulletin's day, in its title
        ("موجز الأحد 10 مارس\n\n- أفرج عن 30 معتقلا.", "2024-03-10"),
        ("قرية الزهرة، 10 مارس\n\n- أفرج عن 30 معتقلا.", None),
        ("موجز الأحد 10 مارس\n\n- قتل أمس رجل.\n- أفرج عن 30 معتقلا.", "2024-03-10"),
        ("موجز الأحد 10 مارس\n\nقتل أمس رجل.\n\nأفرج عن 30 معتقلا.", None),
    ],
)
def test_what_stands_under_a_heading(text: str, when: str | None) -> None:
    assert dates(text)[-1] == when


@pytest.mark.parametrize(
    ("title", "when"),
    [
        ("أعمال المجلس لشهر يناير وفبراير", "2024-01/2024-02"),
        ("أعمال المجلس لشهر يناير، وفبراير", None),
    ],
)
def test_two_months_in_a_row_are_one_time(title: str, when: str | None) -> None:
    assert dates(f"{title}\nأصلحنا 14 مدرسة.")[-1] == when
