"""A number behind a word that numbers are names of: read where what is counted stands behind it."""

from __future__ import annotations

import pytest

import raqqa_data as rd
from raqqa_data.reading import Kind


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("استقبل المركز 310 مرضى", 310),
        ("في القسم 110 أطباء", 110),
        ("في القسم 5 أطباء", 5),
        ("في القرية المجاورة 12 بئرا", 12),
        ("في البلدة المجاورة 12 منزلا", 12),
    ],
)
def test_what_is_counted_behind_it_tells(text: str, value: float) -> None:
    assert [mention.value for mention in rd.read(text)] == [value]


@pytest.mark.parametrize(
    "text", ["الخط 305 متوقف", "القناة 103 تبث", "الطريق 110 مغلق", "حل في المركز 3", "الحي 7 مجاورة 3"]
)
def test_its_name_is_no_figure(text: str) -> None:
    assert not [mention for mention in rd.read(text) if mention.kind is not Kind.ORDINAL]


def test_a_month_is_no_camera() -> None:
    found = rd.read("وكانت الحصيلة في كانون الثاني 57 و40 في شباط.", reference="2025-03-04")
    assert [mention.value for mention in found if mention.value] == [57, 40]
