"""What a definite word takes up: the province of which its line is, no one of two, the hospital named before."""

from __future__ import annotations

import pytest

from tests.building.proposals.where.drafted_places import places


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("نزحت أسر من ولاية الجزيرة إلى ولايتي القضارف وسنار. وأغلقت 12 مدرسة في الولاية.", "ولاية الجزيرة"),
        ("نزحت أسر من ولاية الجزيرة إلى ولاية القضارف. وأغلقت 12 مدرسة في الولاية.", "القضارف"),
        ("نشرة\n\nقطاع غزة\n- رفح: تؤوي المحافظة 12 أسرة.", "رفح"),
        ("نشرة\n\nقطاع غزة\n- السكن: تؤوي المحافظة 12 أسرة.", "قطاع غزة"),
        ("دخلت القافلة مستشفى النور. وقتل 3 في حلب. وأجريت في المستشفى 12 عملية.", "مستشفى النور"),
        ("دخلت القافلة مستشفى النور. وقتل 3 في حلب. وأجريت في المستشفى الميداني 12 عملية.", "حلب"),
        ("جف سد أربعات. وارتفع في السد المخزون 12 مترا.", "سد أربعات"),
    ],
)
def test_what_is_taken_up(text: str, found: str | None) -> None:
    assert places(text)[-1] == found
