"""The day that the head of a text states: taken with its place and nothing else, and shown in the draft."""

from __future__ import annotations

import pytest

import raqqa_data as rd
from raqqa_data.building.dateline import dateline
from raqqa_data.building.proposals.reference.known_names import known_from

STATED = [
    "دمشق، 16 آذار 2024\nأعلنت البلدية إصلاح 12 جسرا.",
    "# بيان صحفي\n\nدمشق 16 آذار 2024\n\nأعلنت البلدية إصلاح 12 جسرا.",
    "دمشق ١٦ آذار ٢٠٢٤ (سانا) - أعلنت البلدية إصلاح 12 جسرا.",
    "بيروت، 16 مارس 2024 – قال الصليب الأحمر إن 5 جرحى وصلوا.",
    "القاهرة (رويترز) 16 مارس 2024 - قال متحدث إن 5 جرحى وصلوا.",
    "عودة 40 عائلة\nمحافظة إدلب - 16/03/2024\nعادت 40 عائلة أمس.",
    "صنعاء - السبت 16 مارس 2024م\nوصلت 3 قوافل.",
    "عمان في 16 آذار/مارس 2024\nقال المكتب إن 300 شخص عادوا.",
]
NOT_STATED = [
    "الرقة 17 أكتوبر 2017: تحرير المدينة",
    "الرقة، 17 تشرين الأول 2017\nحلب، 22 كانون الأول 2016",
    "شهدت حلب، 3 آذار 2020 - انفجارا أوقع 5 جرحى",
    "حلب 5 مارس 2021 قتل 3 أشخاص",
    "ولد في دمشق، 16 آذار 1954",
    "دمشق، آذار 2024\nأعلنت البلدية إصلاح 12 جسرا.",
    "دمشق، 16 آذار\nأعلنت البلدية إصلاح 12 جسرا.",
    "معركة حلب 16 آذار 2016",
    "سامر، 16 آذار 2024\nقال إن 5 جرحى وصلوا.",
    "عادت 40 عائلة.\n" * 6 + "دمشق، 16 آذار 2024",
    "",
]


@pytest.mark.parametrize("text", STATED)
def test_a_place_and_a_day_at_the_head(text: str) -> None:
    found = dateline(text, known_from())
    assert found is not None
    assert found.period == rd.Period("2024-03-16")
    assert found.words in text


@pytest.mark.parametrize("text", NOT_STATED)
def test_a_day_of_something_else(text: str) -> None:
    assert dateline(text, known_from()) is None


def test_a_place_of_the_reference_file() -> None:
    text = "تل الحور، 16 آذار 2024\nأعلنت البلدية إصلاح 12 جسرا."
    own = '[[place]]\nid = "tal-hor"\nname = { en = "Tal Hor", ar = "تل الحور" }\nkind = "town"'
    assert dateline(text, known_from()) is None
    assert dateline(text, known_from(own)) is not None


def test_a_draft_counts_yesterday_from_it_and_says_so() -> None:
    text = "دمشق، 16 آذار 2024\nقتل 12 شخصا في حلب أمس."
    drafted = rd.draft(text, document_id="a")
    assert 'published = "2024-03-16"  # its head says so: «دمشق، 16 آذار 2024»' in drafted
    assert 'period = "2024-03-15"' in drafted


def test_what_is_given_goes_before_it() -> None:
    text = "دمشق، 16 آذار 2024\nقتل 12 شخصا في حلب أمس."
    drafted = rd.draft(text, document_id="a", reference="2024-03-20")
    assert 'published = "2024-03-20"  # as it was given; the document itself says 2024-03-16\n' in drafted
    assert 'period = "2024-03-19"' in drafted
    assert 'published = "2024-03-16"\n' in rd.draft(text, document_id="a", reference="2024-03-16")


def test_the_capital_before_the_day_of_a_report_is_of_the_agency() -> None:
    text = "دمشق، 12 تشرين الأول 2023\n\nبلغ إنتاج القمح 300 ألف طن."
    assert 'place = "FILL IN"' in rd.draft(text, document_id="a")


def test_a_town_there_and_a_capital_of_which_a_title_tells_are_not() -> None:
    for head, place in (("حلب، 12 تشرين الأول 2023", "aleppo"), ("حريق في دمشق، 12 تشرين الأول 2023", "damascus")):
        assert f'place = "{place}"' in rd.draft(f"{head}\n\nقتل 5 أشخاص.", document_id="a")
