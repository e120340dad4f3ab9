"""The place under whose name paragraphs stand."""

from __future__ import annotations

import pytest

from tests.building.proposals.where.drafted_places import places


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("نشرة\n\nحلب\nبلغ سعر الخبز 5 ليرات.\n\nمدينة إدلب\nبلغ سعر الخبز 7 ليرات.", ["حلب", "إدلب"]),
        ("نشرة\n\nولاية الخرطوم\nقتل 4 في أم درمان. وتوقف 80 مطبخا.", ["أم درمان", "الخرطوم"]),
        ("السودان: نشرة\n\nشمال دارفور\nفي الفترة الماضية، نزحت 30 أسرة.", ["شمال دارفور"]),
    ],
)
def test_what_stands_under_a_place_is_of_it(text: str, found: list[str | None]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("نشرة\n\nشمال دارفور\nوفي الفاشر، قتل 7 أشخاص. وأحرق 12 منزلا.", ["الفاشر", "الفاشر"]),
        ("نشرة\n\nشمال دارفور\nنزحت 30 أسرة.\n\nالتمويل\nتلقت الخطة 40 مليون دولار.", ["شمال دارفور", None]),
        ("نشرة\n\nحلب\nقتل 4 رجال. إلى ذلك، أغلقت 12 مدرسة.", ["حلب", None]),
        ("نشرة\n\nحلب\nقتل 4 رجال. وأغلقت 12 مدرسة في عموم البلاد.", ["حلب", None]),
    ],
)
def test_a_sentence_of_its_own_place_or_another_line_ends_it(text: str, found: list[str | None]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("نشرة\n\nخربة زنوتا (جنوب الخليل) – 28 نيسان\nرحلت 27 عائلة.", "خربة زنوتا"),
        ("نشرة\n\nقصرة (قرب نابلس)\nرحلت 27 عائلة.", "قصرة"),
        ("نشرة\n\nخربة زنوتا (تقرير خاص) – 28 نيسان\nرحلت 27 عائلة.", None),
    ],
)
def test_a_line_may_tell_where_its_place_lies_and_a_day(text: str, found: str | None) -> None:
    assert places(text)[-1] == found
