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
def test_how_far_a_place_reaches(text: str, found: list[str | None]) -> None:
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
        ("السودان: تحديث\nشمال كردفان\nاستقبل المركز 12 مريضا.", [None]),
        ("السودان: تحديث\nأبرز المستجدات\nاستقبل المركز 12 مريضا.", ["السودان"]),
        ("وأكد مدير خدمة الإسعاف، سالم بغداد، نقل 12 مصابا.", [None]),
        ("نفى المتحدث باسم القوات استهداف مخيم الورد، وقال إن قواته أسرت 12 جنديا.", [None]),
        ("طرابلس 18 مارس 2024 (وكالة) - نزح 12 شخصا.", [None]),
        ("حملت السفينة على متنه 12 شخصا.", [None]),
        ("قتل 17 شخصا، كان 6 منهم في الرقة، وأربعة مهاجرين في حلب.", [None, "الرقة", "حلب"]),
        ("عنوان\nقصفت حلب أمس.\nوأوضح مدير المشفى خالد نور أن 12 شخصا أصيبوا.", [None]),
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
