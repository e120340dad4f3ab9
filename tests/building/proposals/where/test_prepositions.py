"""How the words before a place lead it in, and who is there without being of it."""

from __future__ import annotations

import pytest

from tests.building.proposals.where.drafted_places import places


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قتل 12 شخصا في مناطق متفرقة من سوريا.", ["سوريا"]),
        ("انقطعت الكهرباء عن 12 حيا بأنحاء واسعة من اليمن.", ["اليمن"]),
        ("نزح 12 شخصا من مناطق متفرقة قرب حمص.", ["حمص"]),
        ("وصل من سوريا 12 شخصا.", [None]),
    ],
)
def test_within_parts_of_a_place_is_within_it(text: str, found: list[str | None]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("يباع الكيلو في معاصر سلفيت بـ12 شيكلا.", ["سلفيت"]),
        ("خزنت 12 طنا في صوامع الحسكة.", ["الحسكة"]),
        ("اشتعلت 12 سيارة في كراجات دمشق.", ["دمشق"]),
        ("كتب 12 مقالا في حكومة دمشق.", [None]),
    ],
)
def test_in_what_a_place_has_is_within_it(text: str, found: list[str | None]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "ركبنا 12 لوحا شمسيا هبة من المغتربين في أستراليا.",
        "جمعت الجالية في ألمانيا 12 ألف يورو.",
        "وصلنا من لجنة المغتربين بالدوحة 12 ألف دولار.",
        "انتشل خفر السواحل الليبي 12 جثة.",
    ],
)
def test_who_gives_or_guards_is_not_where(text: str) -> None:
    assert places(text) == [None]


def test_the_country_of_the_town_that_heads_a_report() -> None:
    assert places("زوارة (ليبيا) 8 أيار 2023 - انتشل متطوعون 12 جثة قبالة صبراتة.") == ["صبراتة"]
    assert places("انتشل متطوعون 12 جثة في زوارة (ليبيا).") == ["زوارة"]


def test_what_a_body_does_is_done_where_it_is() -> None:
    known = "وزعت المنظمة الدولية للهجرة في كسلا 12 خيمة."
    assert places(known) == ["كسلا"]
    assert places("أكدت المنظمة الدولية للهجرة في كسلا 12 حالة.") == [None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("أما في سبها فاشتكى مواطنون من الغلاء؛ إذ بلغ السعر 3 دنانير.", "سبها"),
        ("قال الوزير خلال جولة في غابات برقش بمحافظة عجلون إن الكلفة بلغت 3 ملايين دينار.", None),
        ("قال الوزير في لقاء بمدينة حلب إن الكلفة بلغت 3 ملايين دولار.", None),
        ("قال الوزير خلال جولة في غابات برقش، بمحافظة عجلون، إن الكلفة بلغت 3 ملايين دينار.", "عجلون"),
        ("قال الوزير خلال جولة في 4 قرى بمحافظة عجلون إن الكلفة بلغت 3 ملايين دينار.", "عجلون"),
        ("بعد لقاء الوزير احترق 12 منزلا بمدينة حلب.", "حلب"),
        ("التقى سفير سوداني في دمشق 12 رجلا.", None),
    ],
)
def test_where_one_of_who_speaks_opens_or_only_visits(text: str, found: str | None) -> None:
    assert places(text)[-1] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("سيطر التنظيم على الباغوز. وقتل 16 رجلا بغارات التحالف في الرقة.", "الرقة"),
        ("سيطر التنظيم على الباغوز. وقتل 16 رجلا بقصف التحالف للرقة.", None),
        ("سيطر التنظيم على الباغوز. وقتل 16 من عناصر حزب الله في درعا.", None),
        ("سيطر التنظيم على الباغوز. وقتل 16 رجلا بحسب وزارة الصحة في دمشق.", "الباغوز"),
    ],
)
def test_where_a_body_struck_or_is_told_of(text: str, found: str | None) -> None:
    assert places(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("دمشق سعاد: قتل 12 رجلا.", None),
        ("وصلت القافلة.\nدمشق سعاد: قتل 12 رجلا.", None),
        ("وصلت القافلة. دمشق سعاد: قتل 12 رجلا.", "دمشق"),
    ],
)
def test_the_name_at_the_head_of_a_line_is_where_it_was_written(text: str, found: str | None) -> None:
    assert places(text)[-1] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("بدأ ضخ الغاز الأذربيجاني عبر تركيا بمعدل 3 ملايين متر مكعب.", None),
        ("بنيت 12 مدرسة عبر المغرب.", "المغرب"),
        ("هربت 12 شاحنة إلى خارج سوريا.", None),
        ("ووصل إلى مطار بيروت 56 منقذا من إسبانيا برفقة 4 كلاب.", "مطار بيروت"),
    ],
)
def test_what_comes_from_or_through_a_country_is_not_there(text: str, found: str | None) -> None:
    assert places(text)[-1] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قتل 9 في الفاشر وسط اشتباكات في عاصمة ولاية شمال دارفور. وتضرر 12 منزلا.", ["الفاشر", "الفاشر"]),
        ("بلغت الإيرادات 12 مليون جنيه في ولايات بينها سنار.", [None]),
        ("قطعت 12 شجرة، 5 منها بسنار.", [None, "سنار"]),
        ("بيان صحفي: لبنان يتخطى العتبة\n\nسجلت المكاتب 12 لاجئا.", ["لبنان"]),
        ("مؤتمر صحفي بلبنان\n\nسجلت المكاتب 12 لاجئا.", [None]),
    ],
)
def test_a_name_that_only_says_which_one_is_not_where(text: str, found: list[str | None]) -> None:
    assert places(text) == found
