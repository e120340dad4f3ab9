"""Which words of a text are places: what capitals are called, districts by their names alone, islands."""

from __future__ import annotations

import pytest

import raqqa_data as rd
from raqqa_data import Question
from tests.building.proposals.where.drafted_places import places


def test_a_capital_by_the_adjective_of_its_country() -> None:
    drafted = rd.draft("قتل 12 شخصا في العاصمة الصومالية.", document_id="report").observations[0]
    where = next(proposal for proposal in drafted.proposals if proposal.question is Question.WHERE)
    assert (where.answer, where.evidence[0].text) == ("mogadishu", "العاصمة الصومالية")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("بلغت نسبة المشاركة في كسروان 12 بالمئة.", "كسروان"),
        ("بلغت نسبة المشاركة في المتن 12 بالمئة.", None),
        ("وصل 12 مهاجرا إلى جزر الكناري.", "جزر الكناري"),
        ("السواحل الليبية شهدت وصول 12 قاربا أتت عبر", "السواحل الليبية"),
    ],
)
def test_places_by_their_names(text: str, found: str | None) -> None:
    assert places(text)[-1] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قتلت إسرائيل 14 رجلا في جنين.", ["جنين"]),
        ("قصفت روسيا 14 موقعا في إدلب.", ["إدلب"]),
        ("ردت تركيا بقصف 54 هدفا.", [None]),
        ("قصف العراق 14 موقعا.", [None]),
        ("إسرائيل قتلت 14 رجلا.", [None]),
        ("سوريا استهدفت 14 غارة.", ["سوريا"]),
        ("شهدت تركيا 54 حريقا.", ["تركيا"]),
        ("ضربت تركيا 14 هزة.", ["تركيا"]),
        ("ضربت تركيا 14 موقعا.", [None]),
        # what it does at home is not where another was told of before; by force it is
        ("في لبنان 900 لاجئ. ورحلت الدنمارك 12 رجلا.", ["لبنان", None]),
        ("في لبنان 900 لاجئ. وقتلت إسرائيل 12 رجلا.", ["لبنان", "لبنان"]),
        ("في حلب 14 قتيلا. وقالت تركيا إن 12 رجلا جرحوا.", ["حلب", "حلب"]),
    ],
)
def test_a_country_behind_a_verb_is_who_did_it(text: str, found: list[str | None]) -> None:
    assert places(text) == found
