"""What counts are of that stand without what befell those whom they count, and what turns an event into another."""

from __future__ import annotations

import pytest

from tests.building.proposals.what.test_answer import told


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("بلغ عدد المنازل المتضررة في البلدة 310", ["houses_damaged"]),
        ("عدد المخابز العاملة: 12", ["bakeries_operating"]),
        ("وصل العدد الإجمالي للأبنية المهدمة إلى 90", ["buildings_destroyed"]),
        ("قدر عدد الآبار في السهل بنحو 45", ["wells_existing"]),
        ("موزعين على 12 مخيما", ["camps_existing"]),
        ("من خلال 12 عيادة تعالج المنظمة الناس", ["centres_existing"]),
        ("ارتفع عدد الجرحى أمس إلى 60", ["injured"]),
        ("عدد النازحين العائدين 400", ["returned"]),
        ("بلغ عدد الهجمات على القوافل 9", ["attacks"]),
        ("بلغ عدد المستفيدين 12 ألف مواطن", ["assisted"]),
        ("قال عدد من الأهالي إن 12 شخصا وقفوا", [None]),
        ("التقى عدد كبير من الأطباء 14 وزيرا", [None]),
        ("تحدث عدد من الأطباء عن 7", [None]),
        ("قلعت الريح 30 شجرة، وكان عدد الأشجار في الحديقة 80", ["trees_destroyed", "trees_destroyed"]),
    ],
)
def test_the_number_of_those_that_are_named(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("قتل 20 شخصا في الانهيار. وارتفع العدد لاحقا إلى 25", ["killed", "killed"]),
        ("قتل 20 شخصا في الانهيار. وتبلغ الحصيلة عالميا 3400", ["killed", None]),
        ("قتل 471 شخصا. وأصيب 342 منهم 28 حالة حرجة", ["killed", "injured", "injured"]),
        ("جرح 8 عمال. وبلغت الحصيلة النهائية 11", ["injured", "injured"]),
        ("نزحت 30 أسرة. ويقدر العدد الكلي للسكان بـ 900", ["families_displaced", "population"]),
        ("قتل 20 شخصا.\n\nوقالت المصادر.\n\nبلغ العدد 25", ["killed", None]),
        ("وصل 200 حاج، مقابل 170 في العام الماضي", ["arrived", "arrived"]),
        ("أغلقت 14 مدرسة بعدما كانت 9 قبل شهر", ["schools_closed", "schools_closed"]),
        ("قتل 4 أشخاص مقابل نزوح 200", ["killed", "displaced"]),
        ("أفرج عن 40 معتقلا مقابل 3", ["released", "released"]),
    ],
)
def test_a_count_of_what_was_counted_before_it(text: str, what: list[str | None]) -> None:
    assert told(text)[: len(what)] == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("تعمل 11 محطة من أصل 30", ["centres_operating", "centres_existing"]),
        ("جفت 6 آبار من 9", ["wells_out_of_service", "wells_existing"]),
        ("وصل 5 طلاب من أصل 30", ["arrived", "arrived"]),
        ("عدد المطابخ العاملة: 17 من 32", ["centres_operating", "centres_existing"]),
    ],
)
def test_of_things_that_some_are_out_of_there_are_so_many(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("في المحافظة 45 مركزا صحيا", ["health_centres_existing"]),
        ("لدينا 3 خيام", ["tents_existing"]),
        ("وفي القرية 12 بئرا", ["wells_existing"]),
        ("وفي القرية قال 12 رجلا ذلك", [None]),
        ("في الحي كله هز 3 خيام", [None]),
        ("في المدينة دمرت 14 مدرسة", ["schools_destroyed"]),
        ("في الليل 3 غارات", ["airstrikes"]),
    ],
)
def test_there_is_what_a_place_has_in_a_sentence_without_a_verb(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("تحتاج المدينة إلى بناء 40 مدرسة", ["schools_required"]),
        ("ناشدت الإدارة المانحين توفير 25 خيمة", ["tents_required"]),
        ("طالب الأهالي بإصلاح 6 آبار", ["wells_required"]),
        ("يتطلب الأمر ترميم 18 جسرا", ["bridges_required"]),
        ("نحتاج إلى تأمين 3 مضخات", ["machines_required"]),
        ("تحتاج المدينة إلى المياه، وتم بناء 40 مدرسة", ["schools_built"]),
        ("تحتاج المدينة إلى 3 ملايين دولار لبناء 12 مدرسة", ["money_required_usd", "schools_built"]),
        ("قررت المديرية ترميم 18 مدرسة", ["schools_restored"]),
        ("التحق طالب ببناء 3 جسور", ["bridges_built"]),
    ],
)
def test_what_is_asked_for_has_not_happened(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("لا تعمل في المدينة سوى 4 مخابز", ["bakeries_operating"]),
        ("لم يعد يعمل إلا 3 مستشفيات", ["hospitals_operating"]),
        ("لا تعمل 4 مخابز في المدينة", ["bakeries_out_of_service"]),
        ("لم تدخل سوى 4 شاحنات", ["trucks_entered"]),
    ],
)
def test_but_those_that_work(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("استفادت 900 أسر من المشروع", ["families_assisted"]),
        ("أسر الجيش 7 جنود", ["arrested"]),
        ("بلغت المساعدات 12 ألف أسر", ["families_assisted"]),
        ("قدم المركز خدمات لـ 320 عائلة", ["families_assisted"]),
        ("قدم 40 مدرسا إلى المعهد", [None]),
        ("أرسلت الجمعية سلالا و300 بطانية", ["blankets_distributed"]),
        ("اعترض خفر السواحل 5 قوارب", ["boats_seized"]),
        ("اعترض 5 نواب على القانون", [None]),
        ("واعترض خفر السواحل 90 مهاجرا", ["arrested"]),
        ("انقطع 300 تلميذ عن الدوام", ["out_of_school"]),
        ("علقت المديرية الدراسة في 12 مدرسة", ["schools_closed"]),
        ("علق الدوام في 12 مدرسة", ["schools_closed"]),
        ("الطالبات المسجلات في الدورة 30 طالبة", [None]),
        ("عدد اللاجئين المسجلين 640 ألفا", ["refugees"]),
        ("عبر من المنفذ أمس 900 زائر", ["arrived"]),
        ("عبر البريد أرسل 12 رجلا شكواهم", [None]),
        ("ألحقت السيول أضرارا بالغة بـ 40 منزلا", ["houses_damaged"]),
        ("توفيت 3 نساء وقتلت الغارتان 7 أشخاص", ["killed", "killed"]),
        ("سجلت 4 وفيات بالكوليرا", ["disease_deaths"]),
    ],
)
def test_words_that_say_what_happened_only_with_others(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("استشهد منذ بداية العام الحالي ما لا يقل عن 78 أسيرا", ["killed"]),
        ("توفي 3 مصابين في المشفى", ["killed"]),
        ("12 قتيلا و30 جريحا", ["killed", "injured"]),
        ("سقط 19 جريحا", ["injured"]),
        ("أفادت منظمة محلية بوفاة 73 مريضا", ["killed"]),
        ("11 حالة وفاة و52 إصابة", ["killed", "injured"]),
    ],
)
def test_the_dead_among_those_whom_a_noun_tells_apart(text: str, what: list[str | None]) -> None:
    assert told(text)[: len(what)] == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("في البلدة 20 بئرا، تعمل منها 14", ["wells_existing", "wells_operating"]),
        ("تضررت 30 خيمة، بينها 12 دمرت كليا", ["tents_damaged", "tents_destroyed"]),
        ("جهز الفرع 5 مراكز لاستلام القمح، أربعة منها في الريف", ["centres_opened", "centres_opened"]),
        ("خصص المجلس مبنى لإيواء 40 أسرة", ["families_hosted"]),
        (
            "استقبلت العيادة 310 مرضى، ولديها 28 جهازا تعطلت 6 منها",
            ["treated", "machines_existing", "machines_out_of_service"],
        ),
    ],
)
def test_what_things_are_of_by_the_word_beside_the_number(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("خصصت الحكومة لدعم الخبز 40 مليون دولار", "money_allocated_usd"),
        ("قدمت الحكومة دعما بقيمة 40 مليون دولار", "money_aid_usd"),
        ("كان ثمن الكيس دولارا ونصف الدولار", "price_usd"),
        ("14500 ليرة سورية سعر صرف الدولار", "exchange_rate_syp"),
        ("استوفت الهيئة رسوما قدرها 97 مليون دولار", "revenue_usd"),
        ("بيع كيلو السكر بـ 9 آلاف ليرة سورية", "sugar_price_syp"),
        ("منح كل أسرة 100 دولار", "money_aid_usd"),
        ("بغلاف مالي قدره 3 ملايين دولار", "cost_usd"),
        ("تكبد المصنع 90 ألف دولار", "losses_usd"),
    ],
)
def test_what_money_is(text: str, what: str) -> None:
    assert told(text) == [what]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("توقف العمل في ستة مراكز صحية", ["health_centres_out_of_service"]),
        ("توقفت الخدمات الطبية في 9 مستشفيات", ["hospitals_out_of_service"]),
        ("تعليق الدراسة في 12 مدرسة", ["schools_closed"]),
        # of something else, or elsewhere
        ("أوقفت الشرطة 12 رجلا في 5 مدارس", ["arrested", "schools_existing"]),
        ("توقف العمل، ووزعت الحقائب في 5 مدارس", ["schools_existing"]),
        # what stands between commas of whom most are
        ("أعلنت الهيئة أن 57 شخصا، معظمهم أطفال، توفوا", ["killed"]),
        ("أعلنت الهيئة أن 30 عائلة، أغلبها من حماة، نزحت", ["families_displaced"]),
        ("قتل 57 شخصا، معظمهم أطفال، وأصيب 7 آخرون", ["killed", "injured"]),
    ],
)
def test_what_stopped_at_so_many_places_and_what_befell_behind_commas(text: str, what: list[str]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("دمر القصف 18 بئرا من أصل 20 بئرا، و5 آليات", ["wells_destroyed", "wells_existing", "vehicles_destroyed"]),
        ("تضررت 11 قرية من 23", ["villages_damaged", "villages_existing"]),
        ("تضررت 11 قرية من أصل 22 و300 بئر", ["villages_damaged", "villages_existing", "wells_damaged"]),
        ("تضررت 11 قرية و23 بئرا", ["villages_damaged", "wells_damaged"]),
    ],
)
def test_those_of_whom_some_are_told_and_what_goes_on_behind_them(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("كانت المدرسة تضم 23 تلميذا", ["enrolled"]),
        ("لم يبق في البلدة سوى طبيبين", ["employed"]),
        ("يوجد في المركز 40 ممرضة", ["employed"]),
        ("كانت القافلة تضم 23 رجلا", [None]),
        ("افترش 23 تلميذا الأرض", [None]),
    ],
)
def test_pupils_and_doctors_of_whom_only_the_number_is_told(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("نقل 900 طالب موزعين على 32 مدرسة", [None, "schools_existing"]),
        ("يتوزع العمل على 32 مركزا", ["centres_existing"]),
        ("سلم القمح من خلال 32 مركزا", ["centres_existing"]),
        ("اعتمد الفريق على 32 مدرسة", [None]),
        ("اندلع 9 حرائق في 4 قرى", ["fires", "villages_affected"]),
        ("فتح الباب في 4 قرى", ["villages_existing"]),
    ],
)
def test_the_places_over_which_so_many_are_spread(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("توقفت 41 مدرسة في ولاية الخرطوم الكبرى من جملة 53", ["schools_out_of_service", "schools_existing"]),
        ("تضرر 900 شخص في ١١ قرية من ٢٣", ["affected", "villages_affected", "villages_existing"]),
        ("عاد العمل في الأفران كلها من أصل 6", [None]),
        ("أغلقت 5 مراكز. من أصل 9 لم يبق أحد", ["centres_closed", None]),
    ],
)
def test_the_whole_that_some_are_out_of_is_no_more_of_what_befell_them(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("ويبلغ عدد موظفيها حاليا 307", ["employed"]),
        ("في البلدة 9 مدارس، وعدد الطلاب ٨٤٠", ["schools_existing", "enrolled"]),
        ("عدد الطلاب الجرحى 40", ["injured"]),
        ("ارتفع عدد القتلى منذ 18 آذار/مارس إلى 2799", ["killed"]),
        ("كان عدد ساكنة البلدة 68 ألفا", ["population"]),
    ],
)
def test_the_number_of_those_who_are_named_by_what_they_do(text: str, what: list[str | None]) -> None:
    assert told(text) == what
