"""Wheat and barley have an indicator each, so that nothing adds or compares them."""

from __future__ import annotations

import pytest

import raqqa_data as rd
from tests.building.proposals.what.test_answer import told


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("أنتج 300 طن من القمح و200 طن من الشعير.", ["wheat_produced_mass", "barley_produced_mass"]),
        ("بلغ إنتاج القمح 300 طن وإنتاج الشعير 200 طن.", ["wheat_produced_mass", "barley_produced_mass"]),
        ("بلغ إنتاج زيت الزيتون 300 طن.", ["olive_oil_produced_mass"]),
        ("استوردت البلاد 300 طن من القمح و200 طن من السكر.", ["wheat_imports_mass", "sugar_imports_mass"]),
        ("زرعت 300 هكتار من القمح و200 هكتار بالشعير.", ["wheat_planted", "barley_planted"]),
        ("المساحة المزروعة بالقطن 500 دونم، وبالذرة 300 دونم.", ["cotton_planted", "maize_planted"]),
        (
            "سعر كيلو القمح 3000 ليرة سورية والشعير 2000 ليرة سورية، والملح 900 ليرة سورية.",
            ["wheat_price_syp", "barley_price_syp", "price_syp"],
        ),
        ("بلغ السعر 300 دولار لطن القمح، و200 دولار لطن الشعير.", ["wheat_price_usd", "barley_price_usd"]),
        ("أسعار اليوم:\nالسكر: 2300 ليرة سورية\nالأرز: 3000", ["sugar_price_syp", "rice_price_syp"]),
        ("سعر القمح 300 دولار للطن.", ["wheat_price_rate_usd_metric_ton"]),
        # of two kinds of goods at once, of none, and of a ministry's name
        ("سعر طن القمح والشعير 300 دولار.", ["price_usd"]),
        ("أنتج المعمل 300 طن.", ["produced_mass"]),
        ("قال وزير النفط إن السعر 300 دولار.", ["price_usd"]),
    ],
)
def test_each_of_the_goods_has_an_indicator(text: str, what: list[str]) -> None:
    assert told(text) == what


def test_what_was_sown_is_one_indicator_however_it_is_said() -> None:
    drafts = (
        rd.draft(text, document_id="report", reference="2023-05-10")
        for text in ("زرعت 300 هكتار من القمح.", "بلغت المساحة المزروعة بالقمح 300 هكتار.")
    )
    one, other = ([*draft.toml.splitlines()] for draft in drafts)
    rows = [lines[lines.index("[[indicator]]") :][:7] for lines in (one, other)]
    assert 'id = "wheat_planted"' in rows[0]
    assert rows[0] == rows[1]


def test_a_price_that_leaves_out_its_goods_is_told_again() -> None:
    text = "إنتاج 1870 طنا من القمح\nقال المدير إن الإنتاج بلغ 1870 طنا."
    again = rd.draft(text, document_id="report", reference="2023-05-10").observations[-1].proposals
    assert [one.answer for one in again if one.question is rd.Question.SAME_AS] == ["report.wheat_produced_mass"]
