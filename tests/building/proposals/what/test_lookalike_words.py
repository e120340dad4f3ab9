"""Words that are written as one for an event or a measure, and say another thing."""

from __future__ import annotations

import pytest

from tests.building.proposals.what.test_answer import told


@pytest.mark.parametrize(
    ("text", "what"),
    [
        # to each of whom money goes
        (
            "صرفت الوزارة 60 ألف دينار أردني لأسرة كل قتيل و20 ألفا لكل مصاب",
            ["cost_jod", "cost_jod"],
        ),
        ("عادت ألف عائلة منذ سقوط النظام", ["families_returned"]),
        ("سقط 200 برميل متفجر على البلدة", [None]),
        ("قبضت 71 عائلة المنحة", [None]),
        ("قبضت الشرطة على 12 رجلا", ["arrested"]),
        ("شاركت 14 سيارة في بني سويف", ["vehicles_participated"]),
        ("بني 14 جسرا", ["bridges_built"]),
        ("وصلت قافلة قوامها 174 عائلة", ["families_arrived"]),
        ("رحلت خمس عائلات، قوامها 33 فردا", ["families_departed", "departed"]),
        ("في المدينة قوة قوامها 900 جندي", ["employed"]),
        # whose word is passed on
        ("نقلت الوكالة عن المدير أن القافلة 12 سيارة", [None]),
        # what a thing is for
        ("دمرت الضربات 4 منصات إطلاق و3 مسيرات", ["mnsat_destroyed", None]),
        ("أصدرت النيابة 59 مذكرة توقيف", [None]),
        ("سجلت 12 حالة اعتقال", ["arrested"]),
        # why and when
        ("غادر المشفى 20 مريضا بسبب نقص الدواء", ["departed"]),
        ("كنا 50 شخصا في القبو حين سقط السقف", [None]),
        ("يحتاج 20 شخصا إلى الدواء", ["in_need"]),
        # whose people, at what a campaign aims, for what
        ("وزعت الجمعية ألف حقيبة على طلاب 11 مدرسة", ["kits_distributed", None]),
        ("وتستهدف الحملة 34 مدرسة", [None]),
        ("واستهدفت الطائرات 34 مدرسة", ["schools_attacked"]),
        ("منحت البلدية تراخيص لـ25 محلا", [None]),
        # of them the next is told
        ("ارتكب 3 مجازر وصل منها إلى المشفى 33 قتيلا", ["attacks", "killed"]),
        # where those live who were displaced
        ("وتعيش في المخيم 1200 عائلة", ["families_hosted"]),
        ("يقيم في الخيام 900 شخص", ["hosted"]),
        ("يقيم في المدينة 900 شخص", ["population"]),
        # what there is and does not work
        ("عندنا 9 آبار خارج الخدمة", ["wells_out_of_service"]),
        ("عندنا 9 آبار", ["wells_existing"]),
        # who throws, stops, puts off, raids, takes in
        ("ألقت المروحيات 18 برميلا على البلدة", [None]),
        ("ألقى الجيش القبض في المدينة على 12 شخصا", ["arrested"]),
        ("أوقفت الحكومة صرف رواتب 700 معلم", [None]),
        ("أوقفت الشرطة خلال عملية تفتيش 7 رجال", ["arrested"]),
        ("أجلت المحكمة محاكمة 12 متهما", [None]),
        ("أجلت الفرق 12 مريضا", ["evacuated"]),
        ("داهمت القوات 3 منازل", ["houses_attacked"]),
        ("داهمت السيول 3 منازل", ["houses_damaged"]),
        ("شملت العقوبات 15 شخصا", [None]),
        ("شملت الحملة 15 شخصا", ["assisted"]),
        # who speak are not dead, and who is jailed for killing others is not they
        ("وشهد 24 ضحية في المحاكمة", [None]),
        ("سقط 24 ضحية في القصف", ["killed"]),
        ("حكم على ضابط بالسجن لقتله 20 مدنيا", ["killed"]),
        # what leaves, and what is numbered
        ("خرجت 50 حافلة من المدينة", [None]),
        ("خرجت 50 محطة عن الخدمة", ["centres_out_of_service"]),
        ("بناء 14، الطابق 3", [None]),
    ],
)
def test_what_is_written_as_another_event(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("ولدينا 12 مليون دولار", [None]),
        ("علينا ديون بلغت 12 مليون دولار", ["debt_usd"]),
        ("باعت الشركة قمحا قدره 12 طنا", [None]),
        ("تبلغ قدرة المعمل 12 طنا", ["storage_capacity_mass"]),
        ("وصل الإنتاج إلى 3 ملايين طن", ["produced_mass"]),
        ("وصلت 3 أطنان من القمح", ["wheat_arrived_mass"]),
        ("تحتاج البلدية إلى توفير 10 آلاف لتر", ["amount_required_volume"]),
        ("تم توفير 10 آلاف لتر", ["amount_distributed_volume"]),
        ("وتبلغ أجرة العامل 5 دولارات", ["wage_usd"]),
        ("وتبلغ أجرة السيارة 5 دولارات", ["price_usd"]),
        ("الميزانية المرصودة برسم السنة الجارية 12 مليون دولار", ["budget_usd"]),
        ("ونقلت الوكالة عن المدير أن الموسم يتجاوز 12 طنا من الزيت", [None]),
        ("ونقلت الوكالة إلى المدينة 12 طنا من الزيت", ["amount_distributed_mass"]),
    ],
)
def test_what_is_written_as_another_measure(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("نقلت سيارات الإسعاف 12 حالة", ["cases"]),
        ("تم إسعاف 12 حالة", ["treated"]),
        ("أطلقت المنظمة نداء لجمع 12 مليون دولار", ["money_required_usd"]),
        ("تمكنت المنظمة من جمع 12 مليون دولار", ["money_funded_usd"]),
        ("إن 60 عائلة فقط من أصل 310 عائلات تسلمت مساعدات", ["families_assisted", "families_assisted"]),
        ("بلغ عدد العائدين من تركيا عبر معبر باب السلامة 38 ألفا", ["returned"]),
        ("عبر معبر باب السلامة 38 شخصا", ["arrived"]),
        ("أخطر الاحتلال بهدم 7 منازل", [None]),
        ("قام الاحتلال بهدم 7 منازل", ["houses_destroyed"]),
        ("الاحتلال يمنع إدخال 38 شاحنة", [None]),
        ("سمح الاحتلال بإدخال 38 شاحنة", ["trucks_entered"]),
        ("هبطت في مطار بنينا 3 طائرات", ["aircraft_arrived"]),
        ("نقلت 10 سيارات المصابين إلى المشفى الذي خرج منه 9", [None, None]),
        ("من بين 50 بئرا خرج منها 12 عن الخدمة", [None, "wells_out_of_service"]),
        ("خرج 200 متظاهر رفضا للقرار", ["participated"]),
        ("خرج 200 شخص من البلدة", ["departed"]),
    ],
)
def test_what_words_around_an_event_make_of_it(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "نزح 90 شخصا، نصفهم أطفال، ومنهم 65 من محافظة إدلب و20 من حلب",
            ["displaced", "share", "displaced", "displaced"],
        ),
        ("نزح 90 شخصا، ومنهم 65 من النساء", ["displaced", "displaced"]),
        ("تضررت 9 من القرى", ["villages_damaged"]),
        ("تضررت 9 من المحافظات", ["regions_damaged"]),
    ],
)
def test_the_place_that_people_are_from_is_not_counted(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("دشن المركز مشروعا لتوزيع الخبز، يستهدف 6 قرى", [None]),
        ("أطلقت الوزارة خطة تستهدف في عامها الأول 6 قرى", [None]),
        ("استهدف القصف 6 قرى", ["villages_attacked"]),
        ("الوصول: على الطريق 61 زورقا", [None]),
        ("الوصول: 61 زورقا", ["boats_arrived"]),
        ("سمح بمغادرة 12 من حملة الجوازات", ["departed"]),
        ("أفرج لاحقا عن 19 من أصحابها", ["released"]),
    ],
)
def test_what_a_campaign_aims_at_or_a_paragraph_is_about(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("سجل شركاء المأوى 40 أسرة متضررة", ["families_affected"]),
        ("باتت 40 أسرة بلا مأوى", ["families_displaced"]),
        ("توفي داخل مقار الاحتجاز 13 رجلا", ["killed"]),
        ("وقعت 84 حادثة انهيار", ["accidents"]),
        ("تجاوز بدل الشقة 200 دولار", [None]),
    ],
)
def test_what_a_place_or_a_group_is_called_after(text: str, what: list[str | None]) -> None:
    assert told(text) == what
