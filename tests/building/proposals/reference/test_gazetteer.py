"""The places that ship: each goes by the name that is printed, not by a slip of its source."""

from __future__ import annotations

import re

import pytest

from raqqa_data.building.proposals.reference.gazetteer import shipped_places
from raqqa_data.building.proposals.reference.known_names import known_from, place_named

SLIPS = re.compile(r"(^| )ئ|(.)\2\2|اا|[ىة](?=[ء-ي])")
"""What no Arabic word has: a hamza on its seat to begin with, a letter three times, a final letter within."""


def test_no_place_is_called_by_a_slip() -> None:
    odd = [
        (place.id, place.name.ar)
        for place, _ in shipped_places()
        if place.kind != "country" and SLIPS.search(place.name.ar)
    ]
    assert odd == []


@pytest.mark.parametrize(
    ("own", "name"),
    [
        ("riyadh", "الرياض"),
        ("damascus", "دمشق"),
        ("khartoum", "الخرطوم"),
        ("amman", "عمان"),
        ("albu-kamal", "البوكمال"),
        ("al-qamishli", "القامشلي"),
        ("al-tabqa", "الطبقة"),
        ("el-obeid", "الأبيض"),
        ("beledweyne", "بلدوين"),
        ("baghdad-governorate", "محافظة بغداد"),
        ("salah-al-din", "محافظة صلاح الدين"),
        ("dhi-qar-governorate", "محافظة ذي قار"),
    ],
)
def test_places_go_by_the_name_in_print(own: str, name: str) -> None:
    assert place_named(own, known_from()).name.ar == name
