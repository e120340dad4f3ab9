"""Of what a sum or a share is, by the words beside it."""

from __future__ import annotations

import pytest

import raqqa_data as rd
from tests.building.proposals.what.test_answer import told


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("ارتفع عدد المسافرين عبر المطار في العاصمة والمدن الأخرى خلال النصف الأول من العام بنسبة 15%", "rise"),
        ("تراجع إنتاج محطة التوليد الكهرومائية في السد الكبير بعد توقف العنفات القديمة عن العمل بنسبة 30%", "fall"),
        ("ارتفع سعر الخبز 5 ليرات، وساهم المعمل فيه بنسبة 15%", "share"),
        ("ارتفع عدد المشاريع في المحافظة خلال العام الجاري في كل المدن والبلدات، وشارك فيها بنسبة 60%", "share"),
        ("ساهمت الزراعة في الناتج المحلي بنسبة 20%", "share"),
        ("ارتفعت نسبة البطالة في البلاد إلى 20%", "share"),
        ("زرعت المساحات بعلا بنسبة 20%", "share"),
    ],
)
def test_a_share_by_which_something_rose_or_fell_far_before_it(text: str, what: str) -> None:
    assert told(text)[-1] == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "لم يتلق النداء سوى 60 مليون دولار من أصل 425 مليون دولار",
            ["money_funded_usd", "money_required_usd"],
        ),
        (
            "لم تحصل خطة الاستجابة إلا على 20 مليون دولار من أصل 90 مليون دولار",
            ["money_funded_usd", "money_required_usd"],
        ),
        ("كلفة الطريق 20 مليون دولار من أصل 90 مليون دولار", ["cost_usd", "money_required_usd"]),
        ("يتطلب النداء 425 مليون دولار", ["money_required_usd"]),
        ("يحتاج المشفى إلى 3 ملايين دولار", ["money_required_usd"]),
    ],
)
def test_what_came_of_the_money_that_is_required(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("انخفض معدل البطالة 2% ليبلغ 21%", "rate"),
        ("ارتفع عدد الخدمات إلى 400 خدمة، أي 60% من الخدمات", "share"),
        ("ارتفع الإنتاج 4%", "rise"),
        ("تراجع الإنتاج أي بنسبة 4%", "fall"),
    ],
)
def test_a_level_that_was_reached_is_no_change(text: str, what: str) -> None:
    assert told(text)[-1] == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("بلغت قوة الزلزال 6.8 درجات", "magnitude"),
        ("ارتفع التضخم السنوي إلى 15 في المئة", "rate"),
        ("فقدت العملة 18 في المئة من قيمتها", "fall"),
        ("فقدت العملة 18 في المئة من أوراقها", "share"),
        ("الإنتاج المنتظر، حسب تقديرات الوزارة في الموسم، 340 ألف طن", "produced_mass"),
        ("صدرت البلاد إلى جارتها 330 ميغاواط ساعة", "exports_amount_energy"),
        ("قررت الهيئة صرف 100 دولار لكل عائلة", "money_allocated_rate_usd_family"),
        ("قررت الهيئة صرف 100 دولار لترميم البئر", "money_allocated_usd"),
        ("بلغ الصرف 100 دولار", "cost_usd"),
        ("من 864 مليون دولار لازمة للخطة تم تلقي 274 مليون دولار", "money_funded_usd"),
        ("ومن أصل 90 مليون دولار مطلوبة للخطة، ورد 30 مليون دولار", "money_funded_usd"),
        ("كانت الشاحنة محملة بـ80 كيلوغراما", "weight"),
    ],
)
def test_what_is_measured_by_words_before_it(text: str, what: str) -> None:
    assert told(text)[-1] == what


def test_so_much_produced_of_something_is_called_alike_whichever_word_says_it() -> None:
    made = [
        rd.draft(f"{text}.", document_id="report")
        for text in ("أنتج الحقل 40 طنا من القمح", "محصول القمح 40 طنا من القمح")
    ]
    names = [[line for line in draft.toml.splitlines() if "Wheat produced" in line] for draft in made]
    assert names[0] == names[1]
    assert names[0]


def test_a_part_of_a_measure_is_of_what_its_whole_is() -> None:
    text = "أنتجت البلاد 90 طنا.\nجاءت حماة في المقدمة بـ40 طنا، تلتها حمص (20 طنا)"
    assert told(text) == ["produced_mass", "produced_mass", "produced_mass"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("زاد العدد 8%، ووقع 45% في الريف", ["rise", "share"]),
        ("زادت الإيرادات 8%، منها 45% للجباية", ["rise", "share"]),
        ("زاد العدد 8% ثم هبط بنسبة 45%", ["rise", "fall"]),
        ("زاد عدد الذكور 8% و9% في الريف", ["rise", "rise"]),
        ("تراجعت المساحة إلى 8% بعدما كانت 45%", ["share", "share"]),
        ("هبطت الكمية من 19% في مايو إلى 8%", ["share", "share"]),
    ],
)
def test_by_how_much_something_changed_one_figure_tells(text: str, what: list[str]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("دعت البلدية إلى جمع 7 ملايين دولار", "money_required_usd"),
        ("ناشدت البلدية المانحين تقديم مساعدات بقيمة 7 ملايين دولار", "money_aid_usd"),
        ("جمعت البلدية 7 ملايين دولار", "money_funded_usd"),
        ("أما نداء العام الماضي وقدره 9 ملايين دولار فلم يمول", "money_required_usd"),
        ("كلفة الترميم 8 ملايين دولار، لم يتوفر منها سوى مليون دولار", "money_funded_usd"),
    ],
)
def test_money_that_is_only_asked_for_or_what_came_of_a_cost(text: str, what: str) -> None:
    assert told(text)[-1] == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("زار المعرض عدد أقل بـ18% من العام الماضي", "fall"),
        ("زار المعرض عدد أكثر بنسبة ٥٪ من العام الماضي", "rise"),
        ("زار المعرض عدد أقل بنحو الثلث", "fall"),
        ("عادت أقل من 18% من الأسر", "family_returned_share"),
        ("شمل المسح أكثر من 18% من الحي", "share"),
    ],
)
def test_how_much_less_or_more_something_is(text: str, what: str) -> None:
    assert told(text)[-1] == what
