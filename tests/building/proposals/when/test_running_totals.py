"""The day since which figures are added up."""

from __future__ import annotations

import pytest

from tests.building.proposals.when.test_answer import dates

SINCE = "قتل 30 شخصا منذ 3 فبراير. "
TOTAL = "2024-02-03/2024-03-20"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (f"{SINCE}وأصيب 90 شخصا.", TOTAL),
        (f"{SINCE}وتضرر 90 منزلا.", TOTAL),
        # of another kind than what is added up
        (f"{SINCE}ووزعت الجمعية 90 سلة.", None),
        ("لم تدخل مساعدات منذ 3 فبراير. وقتل 90 شخصا.", None),
        # line by line, and in what follows
        ("أبرز النقاط\n- قتل 30 شخصا منذ 3 فبراير.\n- أصيب 90 شخصا.", TOTAL),
        (f"{SINCE}\nالوضع العام\nأصيب 90 شخصا.", TOTAL),
        (f"{SINCE}\nوفي 10 مارس انقطعت الطرق.\nالوضع العام\nأصيب 90 شخصا.", None),
    ],
)
def test_what_is_added_up_since_a_day(text: str, when: str | None) -> None:
    assert dates(text)[-1] == when
