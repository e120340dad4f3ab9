"""Prices that a heading tells, or the measure in which a thing is sold, also where a number leaves the currency out."""

from __future__ import annotations

import pytest

import raqqa_data as rd
from tests.building.proposals.what.test_answer import told


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("أسعار السوق: العدس 40 ليرة سورية، الحمص 55", ["lentils_price_syp", "price_syp"]),
        (
            "الأسعار في البلدة\nالعدس: 40 ليرة سورية\nالحمص: 55\nوالفول بلغ 60",
            ["lentils_price_syp", "price_syp", "price_syp"],
        ),
        ("أسعار الصرف: الدولار 90 ليرة سورية للمبيع، 88 للشراء", ["exchange_rate_syp", "exchange_rate_syp"]),
        ("بورصة التمر ليوم الأحد\n- صنف أول: 12 ريالا سعوديا\n- صنف ثان: 9", ["price_sar", "price_sar"]),
        ("اشترينا برميل الماء بـ40 ليرة سورية", ["price_syp"]),
        ("سعر الكيس 90 ليرة سورية. جرة الغاز صارت بـ70", ["price_syp", "price_syp"]),
        ("سعر التذكرة 90 ليرة سورية\nومن المشفى وصل 18 جريحا، توفي 2", ["price_syp", "injured", "killed"]),
        ("أسعار السوق: العدس 40 ليرة سورية\n\nوزعنا 90", ["lentils_price_syp", None]),
        ("أسعار السوق: العدس 40 ليرة سورية، و12 تاجرا في السوق", ["lentils_price_syp", None]),
        ("أسعار السوق\nالعدس: 55\nالحمص: 90 ليرة سورية", ["lentils_price_syp", "price_syp"]),
        ("العدس: 55\nالحمص: 90 ليرة سورية", [None, None]),
        ("أسعار السوق\nالعدس: 40\nوصلت قافلة من البلدة القديمة إلى السوق\nالحمص: 55 ليرة سورية", [None, None]),
        ("أسعار المحروقات: المازوت 1100", [None]),
        ("كلف البناء 40 ليرة سورية. جرة الغاز صارت بـ70", ["cost_syp", None]),
        ("وصل الماء إلى الحي بعد أن كان 70", [None]),
    ],
)
def test_what_stands_under_a_heading_for_prices_is_one(text: str, what: list[str | None]) -> None:
    assert told(text) == what


def test_a_price_without_its_currency_is_built_with_the_note_that_names_it() -> None:
    text = "أسعار السوق في حلب عام 2022: العدس 40 ليرة سورية، الحمص 55."
    draft = rd.draft(text, document_id="report", reference="2023-05-10")
    filled = draft.toml.replace('period = "FILL IN"', 'period = "2022"').replace("FILL IN", "filled")
    built = rd.loads(rd.build(text, filled, proposed=True))
    assert [one.unit for one in built.observations] == ["SYP", "SYP"]
    assert rd.verify(text, built).ok
