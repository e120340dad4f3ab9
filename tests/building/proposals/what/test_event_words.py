"""Which words tell what happened, and to what it can happen."""

from __future__ import annotations

import pytest

from tests.building.proposals.what.test_answer import told


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("وصل 89 مركزا إلى طاقته القصوى", [None]),
        ("تعذر الوصول إلى ستة أحياء", [None]),
        ("منعوا من دخول 11 قرية", [None]),
        ("دخول 38 مدرسة الخدمة", [None]),
        ("وصلت 12 شاحنة", ["trucks_arrived"]),
        ("التهديد بقتل 12 شخصا", [None]),
        ("دخلت 3 قوافل", ["qwafl_entered"]),
        ("وصل 300 مهاجر", ["arrived"]),
        ("أغلقت 12 مدرسة", ["schools_closed"]),
    ],
)
def test_what_stands_fast_neither_arrives_nor_enters(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("أطلقت الطائرات 1200 قنبلة", [None]),
        ("جهزت الفرق 17 سيارة إسعاف", [None]),
        ("إطلاق 9 صواريخ", ["rocket_projectiles_carried_out"]),
        ("أطلقت المنظمة 3 مشاريع", ["projects_opened"]),
        ("افتتحت الوزارة 4 مدارس", ["schools_opened"]),
        ("أزيلت 12 قنبلة", ["explosive_items_removed"]),
    ],
)
def test_what_is_fired_is_not_opened(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("14 مستشفى على حافة الانهيار", [None]),
        ("12 مدرسة على وشك الإغلاق", [None]),
        ("مخاوف من نزوح 200 ألف شخص", [None]),
        ("لتفادي مقتل 50 شخصا", [None]),
        ("أدى الخطر إلى نزوح 300 شخص", ["displaced"]),
        ("قتل 14 شخصا في خطر", ["killed"]),
        ("أغلقت 12 مدرسة خشية القصف", ["schools_closed"]),
        ("انهارت 3 منازل", ["houses_destroyed"]),
        # what is denied, or did not come about
        ("نفت وزارة الدفاع، الأحد، مقتل 10 جنود وإصابة 5 آخرين", [None, None]),
        ("لا صحة لمقتل 50 شخصا", [None]),
        ("لم يسفر القصف عن مقتل 3 أشخاص", [None]),
        ("لم نستطع إنقاذ 10 أشخاص", [None]),
        ("لم يعد 300 شخص إلى قراهم", [None]),
        ("لم يقتل في القصف سوى 3 جنود", ["killed"]),
        ("نفت الوزارة مسؤوليتها عن مقتل 10 مدنيين", ["killed"]),
        ("نفت الوزارة مقتل جنود وأعلنت إصابة 3 مدنيين", ["injured"]),
        ("لم يسفر الهجوم عن ضحايا لكنه أدى إلى إصابة 3 أشخاص", ["injured"]),
        # what is asked for, refused, stayed
        ("طلبت النيابة إعدام 3 متهمين", [None]),
        ("نفذت السلطات إعدام 3 سجناء", ["killed"]),
        ("أوقفت المحكمة تنفيذ إعدام 3 سجناء", ["detained"]),
        ("طالب المحتجون بالإفراج عن 70 معتقلا", ["detained"]),
        ("أعلن المحتجون الإفراج عن 70 معتقلا", ["released"]),
        ("منع الجيش دخول 40 شاحنة", [None]),
        ("رفضت السلطات دخول 90 شخصا", [None]),
        ("تمنع السلطات عودة 4000 عائلة", [None]),
        ("منعت السلطات التجول بعد مقتل 10 أشخاص", ["killed"]),
        ("رفض السكان المغادرة رغم مقتل 10 أشخاص", ["killed"]),
    ],
)
def test_what_is_feared_has_not_happened(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("يعد المجلس بـ30 أخرى الشهر القادم", [None]),
        ("ستوزع 30 سلة الأسبوع القادم", ["parcels_distributed"]),
        ("وصل 30 شخصا الشهر الماضي", ["arrived"]),
        ("30 شخصا قادمين من حلب", ["arrived"]),
    ],
)
def test_a_word_of_a_date_tells_nothing_that_happened(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("صدرت أحكام بالإعدام بحق 41 رجلا", [None]),
        ("صدر حكم بالإعدام بحق 3 رجال", [None]),
        ("نفذ حكم الإعدام بحق 4 رجال", ["killed"]),
        ("أعدم التنظيم 41 رجلا", ["killed"]),
    ],
)
def test_a_sentence_of_death_has_killed_nobody(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("توزعت 50 خيمة في بني وليد", [None]),
        ("توزعت 50 خيمة في رأس العين و30 في مخيم عين الحلوة", [None, None]),
        ("قتل 50 شخصا في عدن و30 في تدمر", ["killed", "killed"]),
        ("بني 30 منزلا في القرية", ["houses_built"]),
        ("وقد بنت المنظمة 30 منزلا", ["houses_built"]),
        ("عين المجلس 30 معلما", ["employed"]),
        ("تمكنوا من فتح 30 مركزا", ["centres_opened"]),
    ],
)
def test_a_name_of_a_place_is_nothing_that_happened(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("قضت المحكمة بسجن 6 رجال", ["detained"]),
        ("وقضت غيابيا بتغريم 6 رجال", [None]),
        ("قضى 6 رجال في القصف", ["killed"]),
        ("قضت 6 نساء غرقا", ["killed"]),
        ("12% من الأسر رفضت التلقيح", ["share"]),
        ("لقح 12 طفلا", ["vaccinated"]),
    ],
)
def test_what_a_court_rules_or_somebody_refuses(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("سرقوا أسلاكا في الليل وحرم ذلك 14 قرية", [None]),
        ("سرقوا 14 خيمة", ["tents_stolen"]),
        ("أوصلت الفرق إلى المتضررين 26 خيمة", ["tents_distributed"]),
        ("الخيام المتضررة 26 خيمة", ["tents_damaged"]),
        ("وعاد إلى تل أبيض ورأس العين 90 شخصا", ["returned"]),
    ],
)
def test_what_can_befall_what(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("خصصت البلدية للعائلات المحتاجة 20 شاحنة", ["trucks_allocated"]),
        ("رممت البلدية للأسر النازحة 20 بيتا", ["homes_restored"]),
        ("عدد المدارس المدمرة 20", ["schools_destroyed"]),
        ("المستشفيات العاملة في الشمال صفر", ["hospitals_operating"]),
    ],
)
def test_a_word_with_an_article_is_of_the_noun_before_it(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("وقع 9 حوادث", ["accidents"]),
        ("وقوع ٣ انفجارات", ["explosions"]),
        ("نفذت الفرق 9 عمليات", ["operations_carried_out"]),
        ("في المدينة 9 تفجيرات", ["bomb_attacks"]),
    ],
)
def test_what_occurs_is_what_happened(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("فحصت الفرق 40 طفلا", ["checked"]),
        ("عالجت الفرق 40 طفلا", ["treated"]),
        ("انتزاع 27 لغما", ["landmines_removed"]),
        ("قبلت اللجنة 27 طعنا", [None]),
        ("وصلت الأسرة برا مع 9 نساء", ["arrived"]),
        ("عبروا الحدود وهم 900 شخص", ["arrived"]),
        ("وزعت الجمعية 9 شوادر و20 سلة غذائية", ["supplies_distributed", "food_baskets_distributed"]),
        ("سجلت اللجنة 260 أسرة متضررة", ["families_affected"]),
    ],
)
def test_words_that_say_what_befell_people_or_things(text: str, what: list[str | None]) -> None:
    assert told(text) == what
