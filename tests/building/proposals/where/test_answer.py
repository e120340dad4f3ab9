"""Where a figure was counted: which words are places, which of one name is meant, and how far a place reaches."""

from __future__ import annotations

import pytest

import raqqa_data as rd
from raqqa_data import Question


def places(text: str) -> list[str | None]:
    """For each figure, the Arabic words that speak for its place."""
    draft = rd.draft(text, document_id="report", reference="2023-05-10")
    return [
        next((one.evidence[0].text for one in drafted.proposals if one.question is Question.WHERE), None)
        for drafted in draft.observations
    ]


def ids(text: str) -> list[str | None]:
    """For each figure, the id of its place."""
    draft = rd.draft(text, document_id="report", reference="2023-05-10")
    return [
        next((one.answer for one in drafted.proposals if one.question is Question.WHERE), None)
        for drafted in draft.observations
    ]


@pytest.mark.parametrize(
    "text",
    [
        "قالت اللجنة السورية في بيان إن 12 شخصا قتلوا.",
        "بيعت 12 شاحنة في السوق السوداء.",
        "للعلم، قتل 12 شخصا.",
        "من ناحية أخرى، قتل 12 شخصا.",
        "استقبل المخيم 12 عائلة في مخيم للاجئين.",
        "أصيب 12 شخصا في حي سكني.",
        "دمشق - قتل 12 شخصا.",
        "دعا رئيس لبنان 12 وزيرا.",
        "ارتفع القطاع الصناعي 12 نقطة في سوق العمل.",
    ],
)
def test_what_is_no_place_is_not_proposed(text: str) -> None:
    assert places(text)[-1] is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قتل 12 شخصا في بلدة الزيتونة شرقي حلب.", "بلدة الزيتونة"),
        ("أصيب 12 شخصا في قرية تل الورد أمس.", "قرية تل الورد"),
        ("عبرت 12 شاحنة من معبر الزهرة.", "معبر الزهرة"),
        ("احترق 12 بيتا في جبل الكروم.", "جبل الكروم"),
        ("وقال رئيس بلدية أم الزيتون إن البلدية فتحت 12 مركزا.", "أم الزيتون"),
        ("غرق 12 شخصا في البحر المتوسط.", "البحر المتوسط"),
        ("غرق 12 شخصا قبالة السواحل الليبية.", "السواحل الليبية"),
        ("سجلت 12 إصابة في الولاية الشمالية.", "الولاية الشمالية"),
        ("فيضانات درنة قتلت 12 شخصا.", "درنة"),
        ("وفي إدلب، أصيب 12 شخصا.", "إدلب"),
    ],
)
def test_places_by_their_kind(text: str, place: str) -> None:
    assert places(text)[-1] == place


def test_a_numeral_may_name_a_village() -> None:
    assert places("نزحت 12 عائلة إلى قرية ثلاث زيتونات، حيث استقبلت.")[0] == "قرية ثلاث زيتونات"


def test_of_one_name_the_place_in_the_country_spoken_of() -> None:
    assert ids("قتل 12 شخصا في طرابلس في ليبيا.") == ["tripoli"]
    assert ids("شمالي لبنان. وقتل 12 شخصا في طرابلس.")[-1] != "tripoli"
    text = "أعلن الجيش اللبناني أن 12 شخصا قتلوا في القرارة."
    assert (places(text), ids(text)) == (["القرارة"], ["alqrara-town"])


def test_what_takes_a_place_up_again() -> None:
    text = "سقطت قذائف على بلدة الزيتونة بريف حلب. ونقل 12 جريحا إلى مستشفيات المدينة. وسقطت 9 قذائف على البلدة."
    assert places(text) == ["بلدة الزيتونة", "بلدة الزيتونة"]
    text = "نزحت عائلات إلى مخيم النور شمالي إدلب. واستقبل المخيم 12 عائلة."
    assert places(text) == ["مخيم النور"]
    assert places("في المدينة قتل 12 شخصا.") == [None]


def test_a_province_called_by_where_it_lies_takes_no_other_up() -> None:
    before = "وصل الوفد إلى درعا. وقتل 12 شخصا في "
    assert places(f"{before}الإقليم الشمالي.") == ["الإقليم الشمالي"]
    assert places(f"{before}المحافظة الشرقية أمس.") == ["المحافظة الشرقية"]
    assert places(f"{before}الولاية الوسطى الجنوبية.") == ["الولاية الوسطى الجنوبية"]
    assert ids(f"{before}المحافظة أمس.") == ["dara-governorate"]


def test_a_place_named_again_without_its_kind() -> None:
    text = "قصفت قرية تل الورد في سوريا. وقال سكان تل الورد إن 12 بيتا دمرت."
    assert places(text) == ["تل الورد"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قتل 12 شخصا في حلب. وأصيب 30 شخصا.", ["حلب", "حلب"]),
        ("قتل 12 شخصا في حلب.\nوأضاف المجلس أن 30 شخصا أصيبوا.", ["حلب", "حلب"]),
        ("قتل 12 شخصا في حلب. وقتل 9 أشخاص في إدلب.\nوأصيب 30 شخصا.", ["حلب", "إدلب", None]),
        (
            "وقع هجوم على سوق في حلب أمس. وزار الوزير حمص ودمشق.\nونقل الأهالي الجرحى.\nوأسفر الهجوم عن مقتل 30 شخصا.",
            ["حلب"],
        ),
        ("قتل 12 شخصا في حلب. وأصيب 30 شخصا على طريق السوق.", ["حلب", None]),
        ("حلب. قتل 12 شخصا.", ["حلب"]),
        ("زار الوفد حلب. وفي حلب أسواق. وتشتهر حلب بالخبز.\nوقال المجلس إن 30 شخصا عادوا.", ["حلب"]),
        ("زار الوفد حلب. وفي حمص أسواق. وتشتهر حماة بالخبز.\nوقال المجلس إن 30 شخصا عادوا.", [None]),
        ("قتل 12 شخصا في حلب.\nمن جهة أخرى، أصيب 30 شخصا.", ["حلب", None]),
        ("قتل 12 شخصا في حلب.\nالتمويل: تلقى النداء 30 دولارا.", ["حلب", None]),
        ("قتل 12 شخصا في حلب.\nوفي بستان الزيتون، أصيب 30 شخصا.", ["حلب", None]),
    ],
)
def test_how_far_a_place_goes_on(text: str, found: list[str | None]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("تضرر حلب (12 شخصا) وإدلب (30 شخصا) في سوريا.", ["حلب", "إدلب"]),
        ("سجلت الخلية في حلب 12 غارة، أعنفها على إدلب.", ["حلب"]),
        ("وصلوا إلى حلب، وهي تبعد 12 كيلومترا عن إدلب.", ["حلب"]),
        ("وقالت وزارة الصحة في غزة إن 12 شخصا قتلوا في رفح.", ["رفح"]),
        ("ونزح 12 شخصا من حلب، منهم 4 أطفال.", ["حلب", "حلب"]),
        ("طلبنا دعما من الأردن، ووصلت 12 شاحنة.", [None]),
    ],
)
def test_the_place_of_each_figure(text: str, found: list[str | None]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("القاهرة رويترز: أصيب 12 شخصا.", [None]),
        ("وقال الوزير في مؤتمر صحفي في حلب إن 12 شخصا قتلوا.", [None]),
        ("عاد إلى مسقط رأسه بعد 12 شهرا.", [None]),
        ("زار 12 كاتبا عاصمة الثقافة.", [None]),
        ("نشر 12 كتابا في حقل الموسيقى.", [None]),
        ("أصيب 12 شخصا في حلب وإدلب.", [None]),
        ("وصل 12 مهاجرا من تونس إلى جزيرة.", [None]),
        ("قتل 12 شخصا في تل الورد أمس.", ["تل الورد"]),
        ("وقال رئيس المجلس في رد مكتوب إن 12 بيتا دمرت.", [None]),
        ("الحرارة غدا: حمص 18 درجة، دمشق 20 درجة.", ["حمص", "دمشق"]),
        ("تعيش سوريا أزمة. ونزح 12 شخصا داخل البلاد.", ["سوريا"]),
        ("قتل 12 شخصا في حلب. وكان هجوم مماثل قد قتل 30 شخصا.", ["حلب", None]),
        # in a clause of its own, on the way, or of who speaks for more than the place
        ("دخل 12 عاملا الخدمة، وأغلق المجلس سوقا في حلب.", [None]),
        ("انفجر لغم بسيارة في طريقها من حمص إلى حلب وقتل 12 شخصا.", [None]),
        ("وثقت جمعية النجارين في حلب 12 حادثا.", [None]),
        ("وقال الوزير فراس الأبيض إن 12 شخصا قتلوا.", [None]),
        ("وقال المدير في ندوة بحلب إن 12 شخصا قتلوا.", [None]),
        ("حمص/حلب - قتل 12 شخصا.", [None]),
    ],
)
def test_where_a_thing_is_said_is_not_where_it_was(text: str, found: list[str | None]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قتل 86 شخصا، بينهم 31 في حلب.", [None, "حلب"]),
        ("قتل 86 شخصا، بينهم 31 طفلا، في حلب.", ["حلب", "حلب"]),
        ("قتل 3 مدنيين بينهم طفلان في حلب.", ["حلب", "حلب"]),
        ("سجلت محافظة حلب 12 إصابة، في حين سجلت إدلب 30 إصابة.", ["حلب", "إدلب"]),
        ("شنت الطائرات 12 غارة على بلدات الزيتونة والكرمة.", [None]),
        ("انفجر لغم في بادية السلمية شرقي حماة وقتل 12 شخصا.", ["السلمية"]),
        ("نزحت الأسر في سوريا:\n- حلب (12 أسرة): من المدينة.", ["حلب"]),
        ("تسلمت حلب 12 طنا وحمص 30 طنا في سوريا.", ["حلب", "حمص"]),
        ("نقص الخبز في حلب 12% وفي حمص 30%.", ["حلب", "حمص"]),
        ("أصيب 12 شخصا في حلب، وأصيب 30 شخصا في حمص.", ["حلب", "حمص"]),
        ("نزح 12 شخصا، نصفهم في حلب.", [None, "حلب"]),
        ("وصل 12 شخصا إلى بلدة ببنين.", ["بلدة ببنين"]),
        ("وصلت 12 طائرة إلى مطار دبي الدولي.", ["مطار دبي الدولي"]),
        ("لبنان: تقرير الحالة\nأصيب 12 شخصا.", ["لبنان"]),
        ("في حلب أصيب 30 شخصا، 12 منهم نساء.", ["حلب", "حلب"]),
    ],
)
def test_of_several_places_the_one_that_is_the_figures(text: str, found: list[str | None]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("هبطت 12 رحلة في مطار معيتيقة رحلاته.", ["مطار معيتيقة"]),
        ("قصف في حلب\nاندلع 97 حريقا في 16 ولاية.", [None, None]),
        ("قصف في حلب\nاندلع 97 حريقا.", ["حلب"]),
        ("تراجع الواصلين إلى إيطاليا\nوأحبطت 12 محاولة.", [None]),
        ("عبر الغاز الأذربيجاني عبر الأراضي التركية، وينتج 750 كيلوواط.", [None]),
        ("السودان: تحديث\nشمال العتريبة\nاستقبل المركز 12 مريضا.", [None]),
        ("السودان: تحديث\nأبرز المستجدات\nاستقبل المركز 12 مريضا.", ["السودان"]),
        ("وأكد مدير خدمة الإسعاف، سالم بغداد، نقل 12 مصابا.", [None]),
        ("نفى المتحدث باسم القوات استهداف مخيم الورد، وقال إن قواته أسرت 12 جنديا.", [None]),
        ("طرابلس 18 مارس 2024 (وكالة) - نزح 12 شخصا.", [None]),
        ("حملت السفينة على متنه 12 شخصا.", [None]),
        ("قتل 17 شخصا، كان 6 منهم في الرقة، وأربعة مهاجرين في حلب.", [None, "الرقة", "حلب"]),
        ("عنوان\nقصفت حلب أمس.\nوأوضح مدير المشفى خالد نور أن 12 سريرا شاغر.", [None]),
    ],
)
def test_a_place_of_something_else_is_no_figures(text: str, found: list[str | None]) -> None:
    assert places(text) == found


def test_the_villages_of_an_area_lie_in_no_city_of_its_name() -> None:
    assert places("أحصت اللجنة السودانية 18 هجوما على قرى الجزيرة.") == ["قرى الجزيرة"]


def test_a_court_takes_up_no_district() -> None:
    draft = rd.draft("أعيد 12 شخصا إلى مركز بئر الغنم. وأحيلت إلى القضاء 30 دعوى.", document_id="report")
    evidence = [span.text for drafted in draft.observations for one in drafted.proposals for span in one.evidence]
    assert "القضاء" not in evidence


def test_who_did_it_is_not_where_it_was() -> None:
    assert ids("قتلت قوات النظام وروسيا 90 مدنيا في الرقة") == ["raqqa-city"]
    assert ids("سجلت سوريا 40 إصابة ولبنان 60 إصابة") == ["syria", "lebanon"]


def test_where_it_happened_stands_behind_what_is_put_between_commas() -> None:
    assert ids("قتل 3 مدنيين، جراء انفجار لغم، في بلدة الكرامة") == ["al-karamah"]


def test_the_centre_of_the_city_is_no_district() -> None:
    drafted = rd.draft("قتل 5 أشخاص في حلب. ونزح 40 شخصا من مركز المدينة.", document_id="a")
    assert {one.answer for one in drafted.proposals if one.question == "where"} == {"aleppo"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("نقل 12 جريحا إلى مستشفى الزهور في حلب.", ["مستشفى الزهور"]),
        ("قتل 12 شخصا في إدلب، ونقل 30 جريحا إلى مستشفيات حلب.", ["إدلب", "حلب"]),
        ("قتل 12 شخصا في إدلب، وجرح 30 شخصا نقلوا إلى مستشفيات حلب.", ["إدلب", "إدلب"]),
        ("أصيب 12 شخصا في غارة على سوق مدينة أريحا.", ["أريحا"]),
        ("أصيب 12 شخصا، وفق الدفاع المدني، في حلب.", ["حلب"]),
        ("قال رئيس البلدية رياض حداد إن 12 بيتا احترقت.", [None]),
        ("خلال زيارته إلى بغداد، وزع الوزير 12 منحة.", [None]),
        ("أصيب 12 شخصا بحادث على طريق بيروت - دمشق.", ["طريق بيروت - دمشق"]),
        ("هدم 12 مبنى بحجة عدم الترخيص.", [None]),
        ("قتل 12 شخصا في الحريق، وهرب آخرون إلى الحدائق.", [None]),
        ("حددت الوزارة سعر كيس الخبز الأبيض بـ12 دولارا.", [None]),
        ("تصدرت سوهاج المحافظات بـ312 حالة تلتها أسيوط بـ287 حالة.", ["سوهاج", "أسيوط"]),
        ("سجل مركز الورد 12 حالة ومركز النيل 9 حالات.", [None, None]),
        ("بلغت صادرات العراق إلى الصين 12 مليون برميل.", ["العراق"]),
        ("دخلت 12 شاحنة من مصر إلى غزة.", ["غزة"]),
        ("قصفت الطائرات 12 موقعا في البقاع وضاحية بيروت.", [None]),
        ("تضم معرة النعمان وحدها 12 مدرسة.", ["معرة النعمان"]),
        ("قتل 12 شخصا في مدينة ترهونة الليبية.", ["مدينة ترهونة"]),
        ("توفيت 12 امرأة في الجزيرة السورية.", ["الجزيرة السورية"]),
        ("خرجت 12 عائلة من مخيم_الهول.", ["مخيم_الهول"]),
        ("اشترت الشركة 12 ألف طن من القمح من روسيا.", [None]),
        ("تمتد الشبكة 12 كيلومترا من طرطوس إلى حمص.", [None]),
        ("سجن 12 شخصا بتهمة التهريب إلى سوريا.", [None]),
        ("طالبت القاهرة بفتح 3 معابر.", [None]),
        ("انتشلت 12 جثة من منزل في مخيم النصيرات وسط القطاع.", ["مخيم النصيرات"]),
    ],
)
def test_places_of_the_sentence_that_are_the_figures_or_are_not(text: str, found: list[str | None]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("استهدفت طائرة أمس سوق بلدة الورد، فقتل 23 شخصا.\nوأوضح البيان أن القصف دمر 31 متجرا.", "بلدة الورد"),
        ("قتل 3 أشخاص في حلب. وسقط صاروخ على قاعدة الورد. وأصيب 12 جنديا.", None),
        ("أعيدت 9 عائلات إلى بلدة الورد بريف حلب. ووزعت 12 سلة.", "بلدة الورد"),
        ("قال محافظ نينوى إن بغداد لم ترد. وتحتاج المحافظة إلى 12 مدرسة.", "نينوى"),
    ],
)
def test_how_far_a_place_reaches(text: str, place: str | None) -> None:
    assert places(text)[-1] == place


def test_a_small_namesake_in_a_country_that_the_text_does_not_speak_of() -> None:
    assert ids("قتل 3 أشخاص في بلدة الكرك بريف حلب.")[0] != "al-karak"
    assert ids("قتل 3 أشخاص في تونس.") == ["tunisia"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # adjectives that are names of countries too
        ("استقبلت عرسال 12 لاجئا سوريا.", [None]),
        ("وصلت 12 شاحنة سورية إلى الحدود.", [None]),
        ("خصص الصندوق غلافا ماليا قدره 12 دولارا، بدعم مالي كبير.", [None]),
        ("شهدت مالي 12 هجوما.", ["مالي"]),
        ("استقبلت سوريا 12 ألف لاجئ.", ["سوريا"]),
        ("آوت المدرسة 60 عائلة نازحة من حلب.", [None]),
        ("آوت المدرسة 60 عائلة نازحة في حلب.", ["حلب"]),
        ("تعيش 12 أسرة في سوريا.", ["سوريا"]),
        # no names
        ("حققت البلدية إيرادات محلية قدرها 12 دولارا.", [None]),
        ("نزح 12 شخصا من محلية أم كدادة.", ["محلية أم كدادة"]),
        ("أقيم مستشفى ميدانيا فيه 12 سريرا.", [None]),
        ("في مستشفى كمال عدوان 12 جريحا.", ["مستشفى كمال عدوان"]),
        # who pays is not where
        ("مولت ألمانيا 12 مدرسة في حلب.", ["حلب"]),
        ("بلغت الكلفة 12 دولارا مولتها ألمانيا.", [None]),
        # of another country than its namesake
        ("في بلدة الكرك بريف درعا قتل 12 شخصا. وأصيب 3 في درعا.", ["بلدة الكرك", "درعا"]),
        ("في بلدة الكرك الأردنية قتل 12 شخصا.", ["الكرك"]),
        # a place of a clause before that is of itself alone, of a part, of one of several
        ("نزحت 300 عائلة في إدلب وحدها، وأصيب 12 شخصا.", ["إدلب", None]),
        ("قتل 12 شخصا، ثلاثة منهم في إدلب، وأصيب 30.", [None, "إدلب", None]),
        ("قتل 12 شخصا في حلب و7 في إدلب، وأصيب 30.", ["حلب", "إدلب", None]),
        ("قتل 12 شخصا في حلب، وأصيب 30.", ["حلب", "حلب"]),
        ("قتل 12 في حلب، و6 في عيناتا.", ["حلب", "عيناتا"]),
        ("قتل 12 في حلب، و6 في غارة.", ["حلب", "حلب"]),
        ("قتل 5 في حلب، وجفت 12 بئرا في غرب البلاد.", ["حلب", None]),
        ("طول الطريق 12 كيلومترا ويغذي قضاء الحويجة.", [None]),
        ("أصيب 12 شخصا في غارة استهدفت صعدة.", ["صعدة"]),
        ("نزح 12 شخصا إلى كفركلا.", ["كفركلا"]),
        ("نقابة المعلمين - فرع حلب\nشمل الإضراب 12 مدرسة.", ["حلب"]),
        ("وقال مدير وزارة الصحة بحلب سالم خاطر إن المستشفى استقبل 12 جريحا.", [None]),
        ("أعلن الدفاع المدني بحلب انتشال 12 جثة.", ["حلب"]),
        ("في بلدة السيلة الحارثية اعتقل 12 شخصا.", ["بلدة السيلة الحارثية"]),
        ("في بلدة الشجرة الحدودية اعتقل 12 شخصا.", ["الشجرة"]),
        ("تقرير مستشفى الثورة بتعز\nقال مكتب الصحة بالمحافظة ذلك.\nواستقبلت العيادات 12 مريضا.", ["مستشفى الثورة"]),
    ],
)
def test_of_whom_a_place_is(text: str, found: list[str | None]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a part of a country between two points of the compass
        ("لا يزال 180 ألف شخص في شمال غرب سوريا بلا مأوى.", ["northwest-syria"]),
        ("نزح 300 شخص في جنوبي شرقي تركيا.", ["southeast-turkiye"]),
        ("قتل 12 شخصا في شمال سوريا.", ["syria"]),
        ("قتل 12 شخصا في سوريا.", ["syria"]),
        # the capital of a province that a comma sets behind its name
        ("قتل 12 شخصا في مدينة الفاشر، عاصمة ولاية شمال دارفور، أمس.", ["el-fasher"]),
        # the place that each bare number of a row has right behind it
        (
            "نزح 43 ألفا في ليبيا، منهم 30 ألفا من درنة، و3000 من البيضاء، و900 من سرت.",
            ["libya", "darnah", "al-bayda", "sirte"],
        ),
        ("وصل 300 شخص من درنة إلى طرابلس أمس.", ["tripoli"]),
        ("قتل 12 شخصا في حلب، بينهم 3 من أفراد الشرطة، و4 من العمال.", ["aleppo", "aleppo", "aleppo"]),
        # what is told of a prison or a harbour in a town is told of the town
        ("قالت إدارة السجن في تعز إن عدد نزلائه 512 نزيلا.", ["taiz"]),
        ("قالت وزارة العدل في تعز إن عدد النزلاء 512 نزيلا.", [None]),
        ("أعلنت جامعة حلب تخريج 300 طالب.", ["aleppo"]),
    ],
)
def test_how_places_are_told(text: str, found: list[str | None]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قتل 12 شخصا في بلدة الرميلة الشمالية أمس.", "بلدة الرميلة الشمالية"),
        ("دخلت 12 شاحنة عبر معبر كرم أبو سالم أمس.", "معبر كرم أبو سالم"),
        ("قتل 12 شخصا في قرية تل أبو ظهور أمس.", "قرية تل أبو ظهور"),
        ("قتل 12 شخصا في بلدة الرميلة أمس.", "الرميلة"),
    ],
)
def test_how_far_a_name_reaches(text: str, place: str) -> None:
    assert places(text) == [place]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a figure of the whole country is not of the town before it
        ("دمر القصف 40 منزلا في حمص. وبلغ عدد النازحين 6 ملايين في عموم البلاد.", ["homs", None]),
        ("أغلقت 40 مدرسة في تعز. وتعمل 900 مدرسة في أنحاء البلاد.", ["taiz", None]),
        ("أغلقت 40 مدرسة في اليمن. وتعمل 900 مدرسة في أنحاء البلاد.", ["yemen", "yemen"]),
        ("دمر القصف 40 منزلا في حمص. وبلغ عدد النازحين 600 شخص.", ["homs", "homs"]),
        ("دمر القصف 40 منزلا في حمص. وبلغ عدد النازحين 600 شخص في عموم المدينة.", ["homs", "homs"]),
    ],
)
def test_what_is_of_the_whole_country(text: str, found: list[str | None]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize("word", ["معزولة", "نائية", "محاصرة", "متضررة", "متفرقة"])
def test_how_a_village_is_is_no_name(word: str) -> None:
    assert ids(f"قتل 12 شخصا في قرية {word} أمس.") == [None]
    assert places("قتل 12 شخصا في قرية الرميلة أمس.") == ["الرميلة"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the one place that a paragraph names goes on, though the text names others
        ("أحصى المجلس 5 مدارس في حلب.\nقصفت الطائرات إدلب. وأصيب 12 شخصا.", ["aleppo", "idlib"]),
        # but not to what a body that is of more than a place tells, nor to money
        ("أحصى المجلس 5 مدارس في حلب.\nقصفت الطائرات إدلب. ووزعت اليونيسف 1200 سلة.", ["aleppo", None]),
        ("أحصى المجلس 5 مدارس في حلب.\nقصفت الطائرات إدلب. وخصصت 4 ملايين دولار.", ["aleppo", None]),
        ("أحصى المجلس 5 مدارس في حلب.\nهبطت طائرة في مطار النسيم. وأصيب 12 شخصا.", ["aleppo", None]),
        # a market beside its town says of no other place; so many provinces are those of the title's country
        ("حلب: قتلى في قصف سوق المواشي\nقال شهود إن القصف وقع ظهرا.\nوأصيب 12 شخصا.", ["aleppo"]),
        ("السودان: تفشي الكوليرا\nأُبلغ عن 836 وفاة في 11 ولاية.", ["sudan"]),
        ("حلب: تفشي الكوليرا\nأُبلغ عن 836 وفاة في 11 محافظة.", [None]),
    ],
)
def test_what_place_goes_on(text: str, found: list[str | None]) -> None:
    assert ids(text)[: len(found)] == found


@pytest.mark.parametrize("text", ["قتل 30 من", "نزح 43 ألفا في حلب، منهم 30 من"])
def test_a_text_that_breaks_off_behind_a_figure(text: str) -> None:
    assert places(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وردت المنيا (402 طن) والبحيرة (377 طنا).", ["المنيا", "البحيرة"]),
        ("سجلت مراكش 30 إصابة ثم شيشاوة 12 إصابة.", ["مراكش", "شيشاوة"]),
        ("سجلت مراكش 30 إصابة والعمال 12 إصابة.", ["مراكش", "مراكش"]),
        ("نزح 90 شخصا، منهم 65 من محافظة الحسكة و37 من الرقة و3 من حلب.", [None, "محافظة الحسكة", "الرقة", "حلب"]),
        ("لم تتجاوز الوفيات في مدينة مراكش 17 حالة.", ["مراكش"]),
        ("تصدرت إدلب بنسبة 60%، تبعتها حلب بنسبة 14%.", ["إدلب", "حلب"]),
    ],
)
def test_in_a_row_each_figure_has_its_own_place(text: str, found: list[str | None]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("في إدلب احترقت سوق، وغمرت المياه 11 محافظة.", [None]),
        ("في إدلب احترقت سوق، وغمرت المياه 11 بيتا.", ["إدلب"]),
        ("في حلب احترقت سوق، وغمرت المياه 11 محافظة.", [None]),
        ("يبلغ الطريق 432 كيلومترا من دمشق لحلب.", [None]),
        ("يبلغ عمق البئر 43 مترا في دمشق.", ["دمشق"]),
    ],
)
def test_a_town_has_no_provinces_and_a_way_is_in_neither_of_its_ends(text: str, found: list[str | None]) -> None:
    assert places(text) == found
