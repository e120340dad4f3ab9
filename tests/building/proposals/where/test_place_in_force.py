"""How far the place goes on of which a text is: of those whose it is, of its title, of its first sentence."""

from __future__ import annotations

import pytest

from tests.building.proposals.where.drafted_places import places


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("بلدية عيتا الزط - قضاء صور\nمنشور\n\nوصلت 5 شاحنات.\n\nالزراعة: خسرنا 19 دونما.", ["عيتا الزط"] * 2),
        ("راديو سبها المحلي – نشرة الظهيرة\nقتل 3 في أوباري.\nالطقس: سجلت 21 درجة.", ["أوباري", "سبها"]),
        ("مجلس مدينة منبج\nقتل 3 في أوباري، و5 في طرابلس.\n\nوزعنا 21 سلة.", ["أوباري", "طرابلس", "منبج"]),
        ("قصف منبج\nقتل 3 في أوباري، و5 في طرابلس.\n\nوزعنا 21 سلة.", ["أوباري", "طرابلس", None]),
        ("مجلس مدينة منبج يوزع 9 سلال\nقتل 3 في أوباري.\n\nوزعنا 21 سلة.", ["منبج", "أوباري", None]),
    ],
)
def test_a_text_is_of_the_place_of_those_whose_it_is(text: str, found: list[str | None]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("لبنان: تحديث\n\nقتل 3 في صور.\n\nالصحة: أغلق 12 مركزا.", ["صور", "لبنان"]),
        ("لبنان: تحديث\n\nقتل 3 في صور.\n\nعيترونيا: أغلق 12 مركزا.", ["صور", None]),
        ("سوريا: الوضع في شمال غرب البلاد\n\nقتل 3 في حلب.\n\nالتعليم: أغلقت 12 مدرسة.", ["حلب", "شمال غرب البلاد"]),
        ("لمحة عن سوريا\n\nقتل 3 في حلب.\n\nالتعليم: أغلقت 12 مدرسة.", ["حلب", None]),
    ],
)
def test_a_topic_is_of_the_place_of_the_title(text: str, found: list[str | None]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("تقرير شهري\nقتل 3 رجال في سوريا.\nوفقد 12 منزلا أبوابه.", ["سوريا", "سوريا"]),
        ("تقرير شهري\nقتل 3 رجال في سوريا.\nوكان 12 رجلا فقدوا.", ["سوريا", None]),
        ("تقرير شهري\nقتل 3 رجال في منبج.\nوأعلنت الوزارة صرف 12 منحة.", ["منبج", None]),
        ("تقرير شهري\nقتل 3 رجال في منبج.\nوقتل رجلان في حلب.\nواحترق 12 منزلا.", ["منبج", "حلب", None]),
        ("تقرير شهري\nوصل 3 رجال إلى منبج.\nواحترق 12 منزلا.", ["منبج", None]),
    ],
)
def test_a_text_goes_on_with_the_place_of_its_first_sentence(text: str, found: list[str | None]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("انهيار في طنطا\n\nقتل 3 شمالي القاهرة بطنطا.\nواحترقت 12 سيارة.", ["طنطا", "طنطا"]),
        ("انهيار في طنطا\n\nقتل 3، حسبما أعلنت محافظة الغربية.\nواحترقت 12 سيارة.", ["طنطا", "طنطا"]),
        ("انهيار في طنطا\n\nقتل 3 في القاهرة.\nواحترقت 12 سيارة.", ["القاهرة", None]),
        ("حريق في الديوانية\n\nشاركت 12 فرقة، بعضها قدم من النجف.", ["الديوانية"]),
        ("انهيار في طنطا\n\nدفعت 14 سيارة إلى الموقع.", ["طنطا"]),
        ("انهيار في طنطا\n\nدفعت 14 سيارة إلى الطريق الدولي.", [None]),
    ],
)
def test_what_only_tells_where_a_town_lies_is_no_other_place(text: str, found: list[str | None]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قتل 3 في مديريتي حيس والخوخة بمحافظة الحديدة.", ["الحديدة"]),
        ("وفي محافظة الحديدة، قتل 3 في مديريتي حيس والخوخة.", ["الحديدة"]),
        ("قتل 3 في مديريتي حيس والخوخة.", [None]),
        ("قتل 3 في مديريتي حيس والخوخة، وجرح 4 بمحافظة الحديدة.", [None, "الحديدة"]),
    ],
)
def test_of_several_places_the_province_around_them(text: str, found: list[str | None]) -> None:
    assert places(text) == found


def test_the_ministry_of_an_area_speaks_of_it() -> None:
    assert places("قالت وزارة الصحة في غزة إن 12 شخصا قتلوا.") == ["غزة"]
    assert places("قالت وزارة الصحة في دمشق إن 12 شخصا قتلوا.") == [None]


def test_a_town_in_its_province_goes_on() -> None:
    text = "قتل 31 مدنيا في هجوم على مدينة الفاشر بولاية شمال دارفور غرب السودان. ولم يستقبل المستشفى سوى 45 جريحا."
    assert places(text) == ["الفاشر", "الفاشر"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("تصادم في ريف حمص\n\nقتل 3 في بلدة القريتيا.\nوتضررت 12 دارا.", ["بلدة القريتيا"] * 2),
        ("مصر: تصادم الحافلات\n\nقتل 3 في طنطا.\nوتضررت 12 دارا.", ["طنطا", "طنطا"]),
        ("مصر: تقرير عن تصادم الحافلات\n\nقتل 3 في طنطا.\nوتضررت 12 دارا.", ["طنطا", "مصر"]),
        ("تعز – قتل 3 رجال في محافظة تعز.\nوتضررت 12 دارا.", ["تعز", "تعز"]),
        ("إدلب - قتل 3 في قرية الورد شرقي مدينة حماة.\nوتضررت 12 دارا.", ["قرية الورد", "قرية الورد"]),
        ("إدلب - قتل 3 في قرية الورد. وجرح 2 في مدينة حماة.\nوتضررت 12 دارا.", ["قرية الورد", "مدينة حماة", None]),
    ],
)
def test_the_town_of_the_first_sentence_is_in_the_province_of_the_title(text: str, found: list[str | None]) -> None:
    assert [place and place.removeprefix("مدينة ") for place in places(text)] == [
        place and place.removeprefix("مدينة ") for place in found
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قتل 3 في حمص، ثم 4 في حماة. وبلغ هناك السعر 12 دولارا.", ["حمص", "حماة", "حماة"]),
        ("قتل 3 في حمص، ثم 4 في حماة. وكان هناك 12 رجلا.", ["حمص", "حماة", None]),
        ("قتل 3 في حمص، ثم 4 في حماة. وقطعت 12 شجرة في الموقع نفسه.", ["حمص", "حماة", "حماة"]),
    ],
)
def test_there_is_the_last_place(text: str, found: list[str | None]) -> None:
    assert places(text) == found


def test_a_hospital_of_an_earlier_paragraph_is_not_where_a_text_goes_on() -> None:
    found = places("مصر: حادث\n\nقتل 3 قرب مدينة وادي الصفا.\nوعولج 7 في مستشفى وادي الصفا.\n\nواحترق 12 منزلا.")
    assert found[2] == "مدينة وادي الصفا"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "قتل 4 في بلدة كفرزيتون، وهو الهجوم الأعنف في اليمن منذ عام.\n\nوأضاف المصدر أن 12 منزلا تضررت.",
            "بلدة كفرزيتون",
        ),
        ("في منبج، بلغ سعر الخبز 5 ليرات، مقارنة بمتوسط السعر في سوريا. وبلغ سعر الوقود 8 ليرات.", "منبج"),
        ("في منبج، بلغ سعر الخبز 5 ليرات، وبلغ 7 ليرات في سوريا. وبلغ سعر الوقود 8 ليرات.", None),
    ],
)
def test_a_country_that_is_only_compared_with_is_not_where_a_text_goes_on(text: str, found: str | None) -> None:
    assert places(text)[-1] == found


def test_where_the_wounded_were_brought_is_no_other_place() -> None:
    assert places("قتل 4 في منبج. ونقل الجرحى إلى مستشفيات إدلب. واحترق 12 منزلا.") == ["منبج", "منبج"]
    assert places("قتل 4 في منبج. وقتل 3 في إدلب. واحترق 12 منزلا.")[-1] != "منبج"
    assert places("قتل 4 في منبج. وقال إن ستة منهم نقلوا إلى إدلب.") == ["منبج", "منبج"]
    assert places("قتل 4 في منبج. وقال إن ستة منهم فروا إلى إدلب.") == ["منبج", "إدلب"]


def test_what_went_to_the_site_is_where_it_happened() -> None:
    assert places("قتل 3 في حلب. وقتل 4 في بلدة حيان. وبلغت الكلفة المرسلة إلى الموقع 20 دولارا.")[-1] == "بلدة حيان"
    assert places("قتل 3 في حلب. وقتل 4 في بلدة حيان. وبلغت الكلفة المرسلة 20 دولارا.")[-1] is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ساهمت صفاقس بـ28 طنا والقيروان بـ17 طنا. وشغلت المعاصر 12 عاملا.", None),
        ("تونس في أرقام\n\nساهمت صفاقس بـ28 طنا والقيروان بـ17 طنا. وشغلت 12 عاملا.", "تونس"),
        ("ساهمت صفاقس بـ28 طنا. وشغلت المعاصر 12 عاملا.", "صفاقس"),
    ],
)
def test_of_a_row_of_places_with_their_figures_none_goes_on(text: str, found: str | None) -> None:
    assert places(text)[-1] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("تونس في أرقام\n\nقتل 3 في صفاقس. وبيع 9 أطنان في تونس. وحفرت 12 بئرا.", "تونس"),
        ("تونس في أرقام\n\nقتل 3 في صفاقس. وبيع 9 أطنان في تونس.\n\nوحفرت 12 بئرا.", "تونس"),
        ("صفاقس في أرقام\n\nقتل 3 في القيروان. وبيع 9 أطنان في صفاقس.\n\nوحفرت 12 بئرا.", None),
        ("لمحة عن منبج\n\nقتل 3 في منبج.\n\nعلى الصعيد الوطني، حفرت 12 بئرا.", None),
    ],
)
def test_a_text_comes_back_to_the_country_of_its_title(text: str, found: str | None) -> None:
    assert places(text)[-1] == found


def test_a_city_south_of_which_a_town_lies_is_no_second_place_of_a_paragraph() -> None:
    text = "قتل 3 في القضارف.\n3 آب: هجوم على ود البشيرة، جنوب الخرطوم. وسقط 12 قتيلا."
    assert places(text)[-1] == "ود البشيرة"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("نشرة\n\nنداءات الإغاثة\nباكستان: 25 مليون دولار. تشاد: 2 مليون دولار.", ["باكستان", "تشاد"]),
        ("نشرة\n\nنداءات الإغاثة\nباكستان: طلبنا 25 مليون دولار.", [None]),
        ("قال تاجر في حي السيدة زينب إن السعر بلغ 12 دولارا.", ["حي السيدة زينب"]),
        ("قال وزير في حي السيدة زينب إن السعر بلغ 12 دولارا.", [None]),
    ],
)
def test_a_label_right_before_a_figure_and_who_lives_there_tell_where(text: str, found: list[str | None]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("أصيب 4 رجال في البصرة. وقال المدير إن المنظومة الوطنية فقدت 55 ميغاواط.", ["البصرة", None]),
        ("أصيب 4 رجال في البصرة. وقالت الوكالة الوطنية إن 55 رجلا فقدوا.", ["البصرة", "البصرة"]),
        ("افتتح المعمل 4 أقسام في الزرقاء. وقال إن 31 فرعا بنيت في مختلف المحافظات.", ["الزرقاء", None]),
        ("افتتح المعمل 4 أقسام في الزرقاء. وقال إن 31 فرعا بنيت.", ["الزرقاء", "الزرقاء"]),
    ],
)
def test_a_town_goes_on_to_nothing_of_the_whole_country(text: str, found: list[str | None]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("غرق قبالة صفاقس\n\nمات 3 رجال.\n\nومنذ بداية السنة أحبطنا 376 عملية.", ["صفاقس", None]),
        ("غرق قبالة صفاقس\n\nمات 3 رجال.\n\nوأحبطنا 376 عملية.", ["صفاقس", "صفاقس"]),
        ("الجفاف في سوريا\n\nمات 3 رجال.\n\nومنذ بداية السنة أحبطنا 376 عملية.", ["سوريا", "سوريا"]),
        ("مات 3 رجال قبالة صفاقس.\n\nومنذ بداية السنة أحبطنا 376 عملية.", ["صفاقس", None]),
    ],
)
def test_what_was_since_is_of_more_than_the_one_town(text: str, found: list[str | None]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("لجان مقاومة ود مدني | بيان\n\nقصفوا قرية ود الزيتون.\n\n▪️ نهبوا 70 سيارة.", "قرية ود الزيتون"),
        ("لجان مقاومة ود مدني | بيان\n\nقصفوا الأسواق.\n\n▪️ نهبوا 70 سيارة.", "ود مدني"),
    ],
)
def test_what_those_tell_of_is_closer_than_where_they_are(text: str, found: str) -> None:
    assert places(text) == [found]


@pytest.mark.parametrize(
    ("title", "found"),
    [("محافظة ميسان", None), ("ولاية كسلا", None), ("العمارة", "العمارة"), ("العراق", "العراق")],
)
def test_what_is_told_under_a_provinces_name_is_of_some_town_of_it(title: str, found: str | None) -> None:
    assert places(f"جفاف في {title}\n\nباع المزارعون 60 رأسا.") == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("أحصينا 5 مدارس في حلب.\nقصفت الطائرات إدلب. وأصيب 12 رجلا.", ["حلب", "إدلب"]),
        ("أحصينا 5 مدارس في حلب.\nقصفت الطائرات إدلب بـ3 صواريخ. وأصيب 12 رجلا.", ["حلب", "إدلب", None]),
        ("أحصينا 5 مدارس في حلب.\nقصفت الطائرات إدلب. وأحصت الوزارة 12 مصابا.", ["حلب", None]),
    ],
)
def test_of_several_towns_only_one_with_no_figure_goes_on(text: str, found: list[str | None]) -> None:
    assert places(text) == found


def test_neither_of_two_places_goes_on() -> None:
    assert places("قتل 3 رجال في حي الكرمية وحي التلالية. وجرح 12 رجلا.") == [None, None]
    assert places("قتل 3 رجال في حي الكرمية. وجرح 12 رجلا.") == ["حي الكرمية", "حي الكرمية"]
