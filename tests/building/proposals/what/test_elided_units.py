"""Figures that leave out the unit of one beside them: which have it, what they are, and how they are built."""

from __future__ import annotations

import pytest

import raqqa_data as rd
from raqqa_data import Question


def units(text: str) -> list[str | None]:
    draft = rd.draft(f"{text}.", document_id="report", reference="2023-05-10")
    return [drafted.mention.unit for drafted in draft.observations]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("بلغت واردات السكر 300 ألف طن، والأرز 90 ألفا", ["metric_ton", "metric_ton"]),
        ("ارتفع سعر الكيس من 30 إلى 45 دولارا", ["USD", "USD"]),
        ("انخفض الإنتاج من 25 ألف طن إلى 7 آلاف", ["metric_ton", "metric_ton"]),
        ("جاءت القرية أولا بكمية 900 طن، تلتها البلدة بـ400", ["metric_ton", "metric_ton"]),
        ("هطل 40 ملم في الساحل و25 بالجبل", ["millimeter", "millimeter"]),
        ("بلغت التكلفة 5 ملايين دولار، مقابل 3 ملايين قبل عام", ["USD", "USD"]),
        ("سعر البرميل 80 دولارا، وكان 65", ["USD", "USD"]),
        ("زرعت 40 ألف دونم، منها 8 آلاف بالقمح", ["dunam", "dunam"]),
        ("نسبة الملء 28 في المئة، مقابل 23 قبل عام", ["percent", "percent"]),
        ("أنتج المعمل 400 طن و12 عاملا يعملون فيه", ["metric_ton", None]),
        ("بلغت المساحة 40 هكتارا، ويستفيد منها 1200", ["hectare", None]),
        ("وزعت 30 طنا من الطحين على 400", ["metric_ton", None]),
        ("كلف المشروع 3 ملايين دولار، وشارك فيه 90", ["USD", None]),
        ("نسبة الملء 28 في المئة، مقابل 4000 قبل عام", ["percent", None]),
        ("نسبة الملء 28 في المئة، مقابل 100 قبل عام", ["percent", "percent"]),
        ("نسبة الملء 28 في المئة، مقابل 101 قبل عام", ["percent", None]),
        ("زرعت 40 دونما، منها 800 بالقمح", ["dunam", None]),
        ("تكفي 40 طنا. وكانت 30 قبل شهر", ["metric_ton", None]),
        ("قتل 12 شخصا، مقابل 9 قبل عام", [None, None]),
        ("هطل 40 ملم والسكان 9 آلاف", ["millimeter", None]),
        ("سار من 3 قرى إلى 40 كيلومترا", [None, "kilometer"]),
    ],
)
def test_a_number_has_the_unit_of_the_measure_that_it_goes_on_from(text: str, found: list[str | None]) -> None:
    assert units(text) == found


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("بلغت واردات السكر 300 ألف طن، والأرز 90 ألفا", "imports_amount_mass"),
        ("بلغت الإيرادات 9 ملايين دولار، والأجور 2 مليون", "wage_usd"),
        ("تحتاج الخطة إلى 20 مليون دولار، لم يصل منها سوى 3 ملايين", "money_funded_usd"),
        ("ومن أصل 20 مليون دولار مطلوبة، ورد 3 ملايين", "money_funded_usd"),
        ("نزل وزن الطفل من 30 كيلوغراما إلى 24", "weight"),
    ],
)
def test_it_is_what_its_own_words_say_or_the_measure(text: str, what: str) -> None:
    draft = rd.draft(f"{text}.", document_id="report", reference="2023-05-10")
    told = {proposal.question: proposal.answer for proposal in draft.observations[-1].proposals}
    assert told[Question.WHAT] == what


def test_the_draft_says_in_a_note_which_unit_is_meant_and_without_it_nothing_is_built() -> None:
    text = "بلغ الإنتاج في حلب 900 طن عام 2022، مقابل 400 في إدلب."
    draft = rd.draft(text, document_id="report", reference="2023-05-10")
    assert 'reads = "400 metric_ton"' in draft.toml
    (note,) = [line for line in draft.toml.splitlines() if line.startswith("note = ")]
    assert "«900 طن»" in note
    confirmed = draft.toml.replace('period = "FILL IN"', 'period = "2022"').replace("FILL IN", "filled")
    built = rd.loads(rd.build(text, confirmed, proposed=True))
    assert [one.unit for one in built.observations] == ["metric_ton", "metric_ton"]
    assert rd.verify(text, built).ok
    for unnoted in (confirmed.replace(note, ""), confirmed.replace("metric_ton as of", "of")):
        with pytest.raises(rd.AnnotationError, match="states no unit"):
            rd.build(text, unnoted, proposed=True)
