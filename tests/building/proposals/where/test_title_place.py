"""The place of the lines over a text: the title, those whose text it is, no seat of those who report."""

from __future__ import annotations

import pytest

from tests.building.proposals.where.drafted_places import places


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("مكتب الرصد العربي، مقديشو\nالجفاف في الصومال - نظرة\n\nيحتاج 12 شخصا إلى الغذاء.", "الصومال"),
        ("مكتب الرصد العربي، مقديشو\nنظرة\n\nيحتاج 12 شخصا إلى الغذاء.", "مقديشو"),
        ("مكتب الرصد العربي\nمستجدات في منبج\n\nيحتاج 12 شخصا إلى الغذاء.", "منبج"),
        ("نشرة محلية (حلب)\n\nيحتاج 12 شخصا إلى الغذاء.", "حلب"),
    ],
)
def test_the_title_stands_under_the_name_of_a_body(text: str, found: str | None) -> None:
    assert places(text)[-1] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("المجلس المحلي لمدينة منبج\nنشرة\n\nالزراعة: زرعنا 12 دونما.", "منبج"),
        ("مبادرة أهل الزعينية\nنشرة\n\nالزراعة: زرعنا 12 دونما.", "الزعينية"),
        ("الحملة على مدينة منبج\nنشرة\n\nالزراعة: زرعنا 12 دونما.", None),
    ],
)
def test_a_line_of_those_whose_text_it_is_may_begin_with_a_label(text: str, found: str | None) -> None:
    assert places(text)[-1] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ليبيا - نشرة\n\nقتل 3 في درنة.\n\nالتمويل: وصل 12 مليون دولار.", "ليبيا"),
        ("شبكة أطباء ليبيا - نشرة\n\nقتل 3 في درنة.\n\nالتمويل: وصل 12 مليون دولار.", None),
    ],
)
def test_a_title_names_its_place_before_a_dash(text: str, found: str | None) -> None:
    assert places(text)[-1] == found
