"""The year of a day or a part of a month that names none, held against the day of publication."""

from __future__ import annotations

import pytest

import raqqa_data as rd


@pytest.mark.parametrize(
    ("text", "published", "period"),
    [
        ("في نهاية يناير كان عدد النازحين كبيرا", "2025-01-30", "2025-01-31"),
        ("في نهاية يناير كان عدد النازحين كبيرا", "2025-01-10", "2024-01-31"),
        ("قتل كثيرون في 26 آب", "2025-08-25", "2024-08-26"),
        ("كان العدد كبيرا في نهاية فبراير", "2025-02-10", "2024-02-29"),
        ("كان العدد كبيرا في نهاية فبراير", "2024-02-10", "2023-02-28"),
        ("كان العدد كبيرا في أواخر شباط", "2024-02-10", "2023-02-21/2023-02-28"),
        ("قتل كثيرون في 29 شباط", "2024-02-10", "2020-02-29"),
        ("قتل كثيرون في 28 شباط", "2025-02-10", "2024-02-28"),
    ],
)
def test_which_year_is_meant(text: str, published: str, period: str) -> None:
    assert [str(mention.period) for mention in rd.read(text, reference=published)] == [period]
