"""What verbs say only with another word of their clause."""

from __future__ import annotations

import pytest

from tests.building.proposals.what.test_answer import told


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("أسقطت الدفاعات 3 طائرات", ["aircraft_destroyed"]),
        ("أعلنوا إسقاط 30 صاروخا", ["rocket_projectiles_destroyed"]),
        ("سقط 12 قتيلا في غارة لطائرة", ["killed"]),
        ("أسقطت المروحيات 4 براميل متفجرة", [None]),
    ],
)
def test_aircraft_are_brought_down(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("انتشال جثتي شقيقين", ["killed"]),
        ("انتشلت الفرق 12 جثة", ["killed"]),
        ("عثر على 12 بندقية", ["weapons_seized"]),
        ("انتشال 12 شخصا أحياء", ["rescued"]),
    ],
)
def test_whose_bodies_are_recovered_is_dead(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("طال حريق 7 سيارات", ["vehicles_burned"]),
        ("امتدت النيران إلى مصنع ثم طالت 7 بيوت", ["homes_burned"]),
        ("طال القصف 7 سيارات", ["vehicles_attacked"]),
        ("أخرجنا 6 أشخاص أحياء", ["rescued"]),
        ("اعترض الحرس 30 شخصا", ["arrested"]),
    ],
)
def test_what_a_fire_reached_and_whom_somebody_got_out_or_stopped(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("صرفت التعويضات لـ233 أسرة", ["families_assisted"]),
        ("قدم الشركاء بعد السيل حزما من الخبز إلى 87 أسرة", ["families_assisted"]),
        ("صرف من الخدمة 40 عاملا", ["unemployed"]),
    ],
)
def test_to_whom_something_is_paid_or_given(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("قال إن 1350 عائلة تركت قراها", ["families_displaced"]),
        ("ترك ٤٠ شخصا منازلهم", ["displaced"]),
        ("ترك 40 تلميذا المدرسة", ["out_of_school"]),
    ],
)
def test_what_it_is_that_somebody_left(text: str, what: list[str | None]) -> None:
    assert told(text) == what
