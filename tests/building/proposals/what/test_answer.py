"""Of what a figure is, in sentences of our own: what is proposed, and what is left blank."""

from __future__ import annotations

import tomllib

import pytest

import raqqa_data as rd
from raqqa_data import Question


def told(text: str) -> list[str | None]:
    draft = rd.draft(f"{text}.", document_id="report", reference="2023-05-10")
    return [
        next((proposal.answer for proposal in drafted.proposals if proposal.question is Question.WHAT), None)
        for drafted in draft.observations
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("أدت الغارة إلى مقتل 4 أشخاص وجرح 9 آخرين", ["killed", "injured"]),
        ("لقي 8 عمال حتفهم وفقد 3", ["killed", "missing"]),
        ("اعتقلت الشرطة 21 مشتبها به وصادرت 6 بنادق", ["arrested", "weapons_seized"]),
        ("غرق 9 مهاجرين قبالة الساحل", ["drowned"]),
        ("تم تطعيم 12 ألف طفل", ["vaccinated"]),
        ("يواجه 2 مليون شخص الجوع", ["food_insecure"]),
        ("تقطن الحي 600 أسرة", ["families_population"]),
        ("بلغ عدد القتلى 45 وعدد الجرحى 120", ["killed", "injured"]),
        ("قال إن 40 شخصا ما زالوا مفقودين", ["missing"]),
        ("ولا يزال 30 شخصا، بينهم 6 نساء، تحت الأنقاض", ["missing", "missing"]),
        ("قتل سبعة من عائلة واحدة في الغارة", ["killed"]),
        ("تضرر 350 منزلا وانهار 12 منزلا بالكامل", ["houses_damaged", "houses_destroyed"]),
        ("دمر القصف 3 مساجد و5 مدارس", ["mosques_destroyed", "schools_destroyed"]),
        ("عبرت 25 شاحنة المعبر", ["trucks_entered"]),
        ("دخلت 30 شاحنة مساعدات", ["aid_trucks_entered"]),
        ("خرج 6 مستشفيات عن الخدمة", ["hospitals_out_of_service"]),
        ("اقتيد 150 رجلا إلى جهة مجهولة", ["arrested"]),
        ("أجبر القتال 900 شخص على ترك بيوتهم", ["displaced"]),
        ("برأت المحكمة متهمين اثنين", ["released"]),
        ("سلمت الجمعية 40 خيمة", ["tents_distributed"]),
        ("احتجز خفر السواحل 3 سفن", ["boats_seized"]),
        ("تظاهر 200 خريج", ["participated"]),
        ("نزحت 900 عائلة ووصلت 300 منها إلى المدينة", ["families_displaced", "families_arrived"]),
        ("سقطت 30 قذيفة على الحي", ["shells"]),
        ("شهد الطريق 48 حادثا", ["accidents"]),
        ("تسببت العاصفة بسقوط 35 برجا", [None]),
        ("الجيش يوقف 30 شخصا", ["arrested"]),
        ("انقطاع التيار عن 900 مشترك", ["affected"]),
        ("تسبب القصف بتضرر 14 محلا", ["shops_damaged"]),
        ("حوادث السير: 9 حوادث", ["accidents"]),
        ("قتل 40 سوريا ونزح 2 مليون سوري", ["killed", "displaced"]),
        ("صنع 40 كرسيا", ["krsya_produced"]),
        ("وزعت اللجنة حقائب على 210 تلاميذ", ["assisted"]),
        ("توفي خلال الأسبوع 15 طفلا من الجوع", ["killed"]),
        ("بينهم 40 امرأة ما زالت في عداد المفقودين", ["missing"]),
        ("أدت الغارات إلى إصابتهم ومقتل 12 شخصا", ["killed"]),
        ("شارك 35 عاملا و12 آلية", ["participated", "vehicles_participated"]),
        ("أزيل 900 طن من المخلفات", ["amount_removed_mass"]),
        ("بقي 20 لترا من المياه", ["water_volume"]),
        ("بقي 20 لترا", ["volume"]),
        ("أزيل 900 من المخلفات", ["explosive_remnants_removed"]),
        ("قالت قوات الدعم السريع إن 12 شخصا وقفوا", [None]),
    ],
)
def test_what_befell_whom(text: str, what: list[str]) -> None:
    assert told(text) == what


def test_a_number_alone_is_of_what_happened_far_before_it_unless_a_comma_stands_between() -> None:
    assert told("قتل في القصف العنيف الذي طال الحي القديم من المدينة مساء أمس 12") == ["killed"]
    assert told("قتل أمس، وبعد ساعات من ذلك في المدينة القديمة، 12") == [None]
    assert told("قتل أمس، وفق ما قال المجلس المحلي في المدينة، 12") == ["killed"]  # only inserted


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("سجلت المستشفيات 230 إصابة بالكوليرا", ["infected"]),
        ("تفشت الحصبة في المخيم وسجلت 15 حالة", ["infected"]),
        ("أسفر القصف عن 15 إصابة", ["injured"]),
        ("سجلت حالتا وفاة و3 حالات اختناق", ["killed", "injured"]),
        ("تتسع الثلاجة لـ12 جثة", ["capacity"]),
        ("نقلت الفرق 12 جثة", ["killed"]),
        ("استقبل المركز 90 طفلا مصابا بسوء التغذية", ["hosted"]),
        ("عاد 500 نازح", ["returned"]),
        ("نزح 500 شخص", ["displaced"]),
        ("أحيلت 120 حالة إلى المختصين", ["cases"]),
        ("بلغ عدد النازحين 900 شخص، يقيم 300 منهم في المخيم", ["displaced", "displaced"]),
        ("توفي اثنان من الجرحى", ["killed"]),
        ("قصف المشفى، ونقل اثنان من الجرحى", ["injured"]),
        ("أصيب أربعة من الطواقم الطبية", ["injured"]),
        ("تضررت أربعة طواقم", ["teams_damaged"]),
        ("فقدنا الاتصال بـ12 رجلا", ["missing"]),
        ("وأصابوا 12 امرأة", ["injured"]),
        ("وصلت مؤن تكفي 900 شخص", ["assisted"]),
        ("سقطت على الحي 40 دانة", ["shells"]),
    ],
)
def test_a_noun_gives_way_to_what_says_more(text: str, what: list[str]) -> None:
    assert told(text)[-len(what) :] == what


@pytest.mark.parametrize(
    "text",
    [
        "زار المدينة 5 وزراء",
        "يضم الفريق 11 لاعبا",
        "كتب الباحث 3 مقالات",
        "التقى الرئيس 12 سفيرا",
        "قتلوا في القصف، والتقى الرئيس 12 سفيرا",
    ],
)
def test_where_nothing_says_what_happened(text: str) -> None:
    assert told(text) == [None]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        # a verb that no list has, of how many a thing is made, where it was, what it was for
        ("أصيب 30 شخصا ولوحق 12 رجلا", ["injured", None]),
        ("أجلت السفينة 22 بحارا من الطاقم المؤلف من 23 شخصا", ["evacuated", None]),
        ("شارك الأهالي في الحملة في 58 منطقة", ["regions_existing"]),
        ("أرسلت 12 شاحنة لتوزيع الخبز", ["trucks_distributed"]),
        ("لم تصل سوى 12 سفينة", ["boats_arrived"]),
        # where it was: what was struck, else what there is
        ("أغلقت السلطات الطريق بعد أن فقدت أسر منازلها وسكنت في 3 مدارس", ["schools_existing"]),
        ("تضررت محاصيل القمح في 12 قرية", ["villages_affected"]),
        ("مر 12 شخصا عبر الجسر", [None]),
        ("شكل نصف الضحايا عبئا", ["share"]),
    ],
)
def test_what_is_of_something_else(text: str, what: list[str | None]) -> None:
    assert told(text) == what


def test_children_beside_two_women_are_children() -> None:
    draft = rd.draft("قتل 5 أطفال وامرأتان.", document_id="toll")
    assert draft.observations[0].proposals[0].subgroup == rd.Subgroup({"age": "child"})


def test_what_reached_a_number_did_not_arrive() -> None:
    assert told("وصل عدد العائدين إلى 5000") == ["returned"]
    assert told("وصل العدد إلى 5000 شخص") == [None]
    assert told("وصل 5000 شخص") == ["arrived"]


def test_what_no_list_has_is_named_by_its_words_and_left_for_a_person_to_name() -> None:
    text = "سلمت الجمعية 250 مدفأة."
    assert told(text) == ["mdfaa_distributed"]
    draft = rd.draft(text, document_id="report")
    (indicator,) = tomllib.loads(draft)["indicator"]
    assert indicator["name"] == {"en": "FILL IN", "ar": "توزيع مدفأة"}
    with pytest.raises(rd.AnnotationError, match="name.en"):
        rd.build(text, draft.toml)
    assert told("سلمت الجمعية إلى العائلات قبل أيام من بدء الشتاء 250 مدفأة")[-1] is None


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("بلغت قيمة الخسائر 3 ملايين دولار", "losses_usd"),
        ("تبلغ كلفة المشروع 900 ألف يورو", "cost_eur"),
        ("يبلغ راتب المعلم 100 دولار", "wage_usd"),
        ("تقدر الاحتياجات بنحو 30 مليون دولار", "money_required_usd"),
        ("ارتفعت الأسعار بنسبة 12 في المئة", "rise"),
        ("ارتفعت النسبة إلى 12 في المئة", "share"),
        ("انخفض الإنتاج 20%", "fall"),
        ("بلغت نسبة البطالة 30%، بزيادة كبيرة", "share"),
        ("بلغ معدل البطالة 30%", "rate"),
        ("تراجع معدل الوفيات إلى 3%", "rate"),
        ("تبعد القرية 15 كيلومترا عن المركز", "distance"),
        ("على عمق 10 كيلومترات", "depth"),
        ("هطل 40 مليمترا من الأمطار", "rainfall"),
        ("التهم الحريق 200 هكتار من الغابات", "area_burned"),
        ("تبلغ مساحة المخيم 5 هكتارات", "area"),
        ("أنتج المعمل 500 طن من الإسمنت", "cement_produced_mass"),
        ("تحتاج المدينة إلى 500 طن من الطحين", "flour_required_mass"),
        ("استمر الاجتماع 3 ساعات", "duration"),
        ("استمر الحصار 3 أشهر", "siege_duration"),
        ("ارتفعت درجات الحرارة إلى 45 درجة مئوية", "temperature"),
        ("يزن الحمل 500 طن", "weight"),
        ("هطل 20 ملم", "rainfall"),
        ("غرمت المحكمة الشركة 500 دولار", "fine_usd"),
        ("كان الرقم 500 دولار، وخسر التاجر", None),
        ("اشترى التاجر 500 طن", None),
        ("أخذ الرجل 500 دولار", None),
    ],
)
def test_what_is_measured(text: str, what: str | None) -> None:
    assert told(text)[:1] == [what]


def test_one_measure_in_two_currencies_is_two_indicators() -> None:
    text = "بلغت الخسائر 3 ملايين دولار، وبلغت خسائر السوق 2 مليون يورو"
    assert told(text) == ["losses_usd", "losses_eur"]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("استمرت المعركة 4 أشهر.", "استمرت المعركة 9 أيام."),
        ("على بعد 12 كيلومترا من المدينة.", "على بعد 30 ميلا من الساحل."),
        ("هطل 12 مليمترا من المطر.", "هطل 2 سنتيمتر من المطر."),
        ("بلغ إنتاج الحقل 3 آلاف طن.", "بلغ إنتاج الحقل 900 كيلوغرام."),
        ("أزيل 300 متر مربع من الأنقاض.", "أزيلت 3 هكتارات من الأنقاض."),
    ],
)
def test_other_units_of_a_kind_are_of_one_indicator(here: str, there: str) -> None:
    first, second = (tomllib.loads(rd.draft(text, document_id="report"))["indicator"] for text in (here, there))
    assert first == second


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("بلغت الكلفة 900 ألف يورو.", "بلغت الكلفة 2 مليون دولار."),
        ("أزيل 300 متر مربع من الأنقاض.", "أزيل 300 طن من الأنقاض."),
        ("يقتل 3 أشخاص كل يوم.", "يقتل 3 أشخاص كل شهر."),
        ("ينتج الحقل 90 ألف برميل.", "ينتج الحقل 3 آلاف طن."),
    ],
)
def test_units_that_do_not_convert_are_of_two_indicators(here: str, there: str) -> None:
    first, second = (tomllib.loads(rd.draft(text, document_id="report"))["indicator"] for text in (here, there))
    assert first[0]["id"] != second[0]["id"]


def test_so_many_a_day_is_a_rate() -> None:
    draft = rd.draft("يقتل 3 أشخاص كل يوم.", document_id="report")
    (indicator,) = tomllib.loads(draft)["indicator"]
    assert (indicator["id"], indicator["unit"], indicator["additivity"]) == (
        "killed_rate_person_day",
        "person / day",
        "non-additive",
    )


def test_most_of_them_are_not_all() -> None:
    draft = rd.draft("قتل 21 شخصا معظمهم من الأطفال.", document_id="report")
    assert [str(proposal.subgroup or "") for proposal in draft.proposals if proposal.question is Question.WHAT] == [""]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("قتل الجيش والحلفاء 16 مدنيا", "killed"),
        ("دمرت المدفعية والطائرات 40 منزلا", "houses_destroyed"),
        ("وكان 40 شخصا قد قتلوا في القرية", "killed"),
        ("وهناك 15 شخصا قتلوا في القصف", "killed"),
    ],
)
def test_a_second_subject_or_there_were_is_no_verb_of_another(text: str, what: str) -> None:
    assert told(text) == [what]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("خصصت وزارة المالية السورية 5 مليارات ليرة لإصلاح الطرق في حلب.", "SYP"),
        ("قال وزير المالية اللبناني في دمشق إن 5 مليارات ليرة خصصت لإصلاح الطرق.", None),
        ("وثق المرصد السوري في صنعاء تبرعات بلغت 300 ألف ريال.", "YER"),
        ("خصصت الوزارة 5 مليارات ليرة لإصلاح الطرق.", None),
    ],
)
def test_money_is_of_the_one_country_that_a_text_speaks_of(text: str, unit: str | None) -> None:
    (observation,) = rd.draft(text, document_id="a").observations or (None,)
    assert (observation.mention.unit if observation else None) == unit


@pytest.mark.parametrize(
    ("what", "sentences"),
    [
        (
            "killed",
            "حصدت الألغام أرواح 14 مزارعا|فقد 17 صيادا أرواحهم|ارتقى 7 شهداء|خسر الجيش 40 من جنوده|مصرع 7 أشخاص",
        ),
        ("injured", "تعرض 6 عمال لجروح|12 شخصا قتلوا و4 أصيبوا|سقط 19 جريحا|بترت أطراف 8 أطفال"),
        ("missing", "فقد الاتصال بـ12 صيادا|البحث مستمر عن 7 أشخاص|لم يعرف مصير 22 راكبا"),
        (
            "released",
            "إخلاء سبيل 34 موقوفا|خرج 20 معتقلا من السجن|العفو عن 700 سجين|تحرير 8 رهائن|تبادل الطرفان 60 أسيرا",
        ),
        ("kidnapped", "تعرض 4 عمال إغاثة للخطف|احتجز الخاطفون 11 رهينة"),
        ("rescued", "انتشال 9 رجال أحياء|أخرج 84 شخصا سالمين|نجا 5 أشخاص"),
        ("displaced", "بقي 700 شخص بلا مأوى|بات عدد الفارين 900 شخص"),
        ("departed", "ترحيل 500 لاجئ سوري|هاجر 12 طبيبا"),
        ("evacuated", "نقل 40 مريضا إلى خارج القطاع|تم إخلاء 90 شخصا"),
        ("affected", "حرم القصف 90 ألف نسمة من المياه|انقطعت المياه عن 50 ألف نسمة|أثر الفيضان على 30 ألف شخص"),
        ("treated", "تلقى العلاج 80 شخصا|تعافى 90 مريضا|تماثل 170 شخصا للشفاء"),
        ("vaccinated", "تلقى 3000 طفل اللقاح"),
        ("infected", "أصيب 400 شخص بالكوليرا|تأكدت إصابة 12 شخصا بالحصبة"),
        ("orphaned", "فقد 40 طفلا أحد والديهم"),
        ("unemployed", "فقد 900 عامل وظائفهم"),
        ("trained", "خضع 30 متطوعا لدورة تدريبية"),
        ("out_of_school", "حرم 3000 طفل من التعليم"),
        ("participated", "خرج 500 شخص في مظاهرة|بمشاركة 40 متسابقا"),
        ("houses_damaged", "تعرض 22 منزلا لأضرار"),
        ("houses_restored", "رممنا 14 منزلا"),
        ("regions_affected", "تفشى الجفاف وتضررت القرى في 11 ولاية"),
        ("complaints", "سجلت النقابة 71 شكوى"),
        ("protests", "سجل المنتدى 412 تحركا"),
        ("machines_capacity", "المشفى بسعة 200 سرير"),
        ("share", "دمر نصف المنازل|كان ثلث القتلى أطفالا"),
        ("rise", "زادت الكلفة بارتفاع قدره 18 بالمئة"),
        ("fall_usd", "رفع السعر أمس بانخفاض 200 دولار"),
    ],
)
def test_the_many_ways_to_say_what_happened(what: str, sentences: str) -> None:
    for sentence in sentences.split("|"):
        assert told(sentence)[-1] == what, sentence


def test_a_death_is_of_the_disease_that_is_spoken_of_unless_violence_is() -> None:
    assert told("تفشت الكوليرا في المخيم. وسجلت 12 وفاة") == ["disease_deaths"]
    assert told("تفشت الكوليرا في المخيم. وأدى القصف إلى 12 وفاة") == ["killed"]
    assert told("تفشت الكوليرا في المخيم. وأسفر حادث سير عن 15 إصابة") == ["injured"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("فقد وصلت الحافلة وعلى متنها 12 راكبا", "missing"),
        ("غادر 300 شاب بحثا عن عمل", "missing"),
        ("خرج الرجل إلى السوق واشترى 12 كتابا", "released"),
        ("تلقى الوزير 12 رسالة", "treated"),
        ("تعرض الكاتب في 12 مقالا للسياسة", "injured"),
        ("قدمت 12 منظمة مذكرة", "arrived"),
        ("يقع المنزل في حي الموظفين وفيه 12 غرفة", "employed"),
        ("استجاب القاضي لطلب 12 محاميا", "carried_out"),
        ("أسقط الحكم 3 قرارات", "destroyed"),
    ],
)
def test_a_verb_without_its_complement_says_no_such_thing(text: str, what: str) -> None:
    assert what not in (told(text)[-1] or "")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("هدد التنظيم بقتل 3 رهائن", "kidnapped"),
        ("قام التنظيم بقتل 3 رهائن", "killed"),
        ("أعيد انتخاب 4 أعضاء من مجلس الغرفة", None),
        ("أعيد 4 أعضاء إلى بلدهم", "returned"),
        ("أحبط الجيش 3 هجمات على قاعدة", "attacks"),
        ("أخمد رجال الإطفاء 4 حرائق", "fires"),
        ("أحبطت الجمارك تهريب 40 سيارة", "vehicles_seized"),
        ("يربي المزارع 60 بقرة و12 رأس غنم", None),
        ("صرفت المؤسسة 60 عاملا من الخدمة", "unemployed"),
        ("افترش 50 طالبا الأرض احتجاجا", None),
        ("حررت شرطة المرور 400 مخالفة", "violations"),
        ("خرجت 34 مستشفى عن الخدمة، بينما تعمل 12 منها جزئيا", "hospitals_operating"),
        ("كلف الجسر 4 ملايين يورو، تكفلت الوزارة بـ 3 ملايين منها", "cost_eur"),
        ("منحت الهيئة البلد مليار يورو، منها 700 مليون لدعم اللاجئين", "money_aid_eur"),
        ("وزعت الحقائب على 12 مدرسة", None),
        ("وزعت الحقائب على 12 عائلة", "families_assisted"),
        ("وزعت 12 سيارة على البلديات", "vehicles_distributed"),
        ("خرجنا من المدينة ونحن 7 أشخاص", None),
        ("نشب حريق في مبنى من 8 طوابق وأصيب 3", "injured"),
        ("منعت السلطات 60 شخصا من السفر", None),
        ("خرج 60 شخصا من الاعتقال", "released"),
        ("حذرت المنظمة من نزوح 60 شخصا", "displaced"),
        ("مر 12 قطارا على الجسر", None),
        ("دخل 12 قطارا إلى المحطة", "vehicles_entered"),
        ("نظرت المحكمة في طعن قدمه 4 نواب", None),
        ("طعن رجل 4 نواب بسكين", "injured"),
        ("أصيب 4 نواب في حادثة طعن", "injured"),
        ("حصلت على المركز الأول من بين 300 طالب", None),
        ("سيتراجع العجز من 6% إلى 4%", "share"),
        ("سيتراجع العجز 6%", "fall"),
    ],
)
def test_words_that_only_look_like_what_happened_say_nothing_of_it(text: str, what: str | None) -> None:
    assert told(text)[-1] == what


@pytest.mark.parametrize(
    "text",
    [
        "ارتفع سعر البنزين في إيران والسعودية إلى 3 آلاف ريال.",
        "بلغت المساعدات السعودية لليمن 10 ملايين ريال.",
        "يعيش اللاجئ السوري في إسطنبول براتب 17 ألف ليرة.",
    ],
)
def test_money_of_a_country_that_only_the_reader_knows_counts_against_another(text: str) -> None:
    assert not rd.draft(text, document_id="report").observations


@pytest.mark.parametrize(
    ("text", "what"),
    [
        # the figure before begins the sentence
        ("30 خيمة احترقت، و12 منها في الحي", ["tents_burned", "tents_burned"]),
        # of them: of others than tents
        ("30 خيمة احترقت، وقتل 12 منهم", ["tents_burned", None]),
        # "that" is the word before the figure, or the sentence's first
        ("احترقت الخيام وذكر أن 12 شخصا قتلوا", ["killed"]),
        ("أن 12 شخصا قتلوا مؤسف", ["killed"]),
    ],
)
def test_where_the_clause_of_a_figure_begins(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize("text", ["س\n-7شهدا", "4\n.9مليون شخص", "ز\n-8شخص"])
def test_a_noun_behind_the_end_of_a_sentence_breaks_nothing(text: str) -> None:
    assert isinstance(rd.draft(text), str)
