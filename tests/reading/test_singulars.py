"""Nouns of people in the singular that stand for one, where that is asked for."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raqqa_data.reading import read

ONES = [
    ("مقتل شخص وإصابة ثلاثة آخرين", [1, 3]),
    ("استشهاد مواطن وإصابة طفلين", [1, 2]),
    ("قتيل وجريحان", [1, 2]),
    ("وقتيل وجريح", [1, 1]),
    ("قتل رجل وامرأة وطفل في القصف", [1, 1, 1]),
    ("أصيب مدنيا", [1]),
    ("توفيت سيدة و٣ أطفال", [1, 3]),
    ("اعتقال صحفي في حلب", [1]),
    ("اختطف طبيب مساء أمس", [1]),
    ("سقوط شهيد وجريحة", [1, 1]),
    ("أصيب طفل واحد", [1]),
    ("مقتل 3 أشخاص", [3]),
]
NONE = [
    "مقتل كل شخص",
    "قتل رجل الأمن",
    "قال مواطن إن الطريق مغلق",
    "القتيل من أبناء البلدة",
    "زار طبيب المشفى",
    "مقتل الشخص",
]


@pytest.mark.parametrize(("text", "values"), ONES)
def test_a_singular_stands_for_one(text: str, values: list[int]) -> None:
    found = read(text, singulars=True)
    assert [mention.value for mention in found if mention.value is not None] == values
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(one.noun is not None and one.noun.text for one in found if one.value == 1)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_one(text: str) -> None:
    assert read(text, singulars=True) == ()


@pytest.mark.parametrize("text", [text for text, _ in ONES])
def test_it_is_off_by_default(text: str) -> None:
    assert set(read(text)) <= set(read(text, singulars=True))
    assert all(one.number is not None or one.noun is not None for one in read(text))


@given(st.lists(st.sampled_from([*(text for text, _ in ONES), *NONE, "12", "و", "\n"])).map(" ".join))
def test_mentions_stay_in_order_and_apart(text: str) -> None:
    found = read(text, singulars=True)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
