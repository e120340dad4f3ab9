"""When a figure was counted whose sentence states no date of its own, or compares it with another time."""

from __future__ import annotations

import pytest

from raqqa_data.building.proposals.when.year_before import in_year
from raqqa_data.records.period import Period
from tests.building.proposals.when.test_answer import dates

LEAD = "قتل 12 شخصا في غارة على السوق أمس.\n"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("وصدرت 30 شحنة في فبراير 2024، مقابل 20 شحنة في الفترة نفسها من العام الماضي.", "2023-02"),
        ("وصدرت 30 شحنة في الربع الأول من 2023، مقابل 20 شحنة في الفترة نفسها من العام الماضي.", "2022-01/2022-03"),
        ("وصل 30 مهاجرا منذ مطلع العام، مقارنة بـ 20 في المدة ذاتها من عام 2023.", "2023-01/2023-03-20"),
        ("نزلت 30 سفينة في فبراير 2024، مقابل 20 سفينة في نفس الفترة من 2022.", "2022-02"),
        ("بلغ التخزين أمس 30 في المئة، عوض 20 في المئة في اليوم نفسه من 2022.", "2022-03-19"),
        # of no period that is told, or of a whole year
        ("مقابل 20 شحنة في الفترة نفسها من العام الماضي.", None),
        ("وصلت 30 شحنة عام 2023، مقابل 20 شحنة في الفترة نفسها من عام 2022.", None),
    ],
)
def test_the_same_time_of_another_year(text: str, when: str | None) -> None:
    assert dates(text)[-1] == when


def test_a_comparison_with_another_year_is_no_date_of_what_follows() -> None:
    text = "وصلت 30 شحنة في يناير 2024، مقابل 20 شحنة في الفترة نفسها من 2023. وتلفت 5 شحنات."
    assert dates(text) == ["2024-01", "2023-01", "2024-01"]


@pytest.mark.parametrize(
    ("base", "year", "found"),
    [
        ("2024-01/2024-03", "2023", "2023-01/2023-03"),
        ("2023-11/2024-02", "2023", "2022-11/2023-02"),
        ("2024-02-29", "2023", "2023-02-28"),
        ("2024-02-29", "2020", "2020-02-29"),
        ("../2024-03-20", "2023", "../2023-03-20"),
        ("2023", "2022", None),
        ("2024-01/2024-03", "2023-05", None),
        ("2023-01-01/2023-12-26", "2022", "2022-01-01/2022-12-26"),
        ("2023-01-01/2023-12-27", "2022", None),
    ],
)
def test_a_time_in_another_year(base: str, year: str, found: str | None) -> None:
    assert in_year(Period(base), Period(year)) == (None if found is None else Period(found))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("تراجع العدد من 70 شخصا قبل سنة إلى 38 شخصا، وغادر 16 شخصا.", ["2023", None, None]),
        ("ارتفع عدد القتلى منذ 3 مارس إلى 38 قتيلا، وعدد الجرحى إلى 16 جريحا.", ["2024-03-03/2024-03-20"] * 2),
        ("هبط الريال أمس إلى 190 دولارا.", ["2024-03-19"]),
        # a date opens its sentence, whatever figure the one before it ends in
        ("وصل العدد إلى 12. في 3 مارس غادر الوفد المدينة. وبنيت 5 مدارس في البلدة.", [None, "2024-03-03"]),
        ("في 12 بلدة في 3 مارس غادر الوفد. وبنيت 5 مدارس في البلدة.", ["2024-03-03", None]),
        # what is left, and what is still to come
        ("باع المزارعون منذ فبراير 900 نخلة، ولم يبق إلا 12 نخلة.", ["2024-02/2024-03-20", None]),
        ("سجلت الوزارة 12 طلبا عام 2023، وإن 30 طلبا ما زال قيد النظر.", ["2023", None]),
        ("ويؤكد أن 30 شخصا ما يزالون محتجزين منذ فبراير 2024.", ["2024-02/2024-03-20"]),
        ("بكلفة 12 دولارا، على أن تفتتح في فبراير 2025.", [None]),
        ("قال 12 شخصا إنهم ينوون العودة في السنة المقبلة.", [None]),
        ("وصل المخزون إلى 12 طنا قياسا بفبراير الماضي.", [None]),
        ("ينقص المخزون 12 طنا بالقياس إلى فبراير الماضي.", [None]),
        # in other terms the same
        ("بلغ المخزون أمس 12 طنا، أي 30 في المئة من السعة.", ["2024-03-19"] * 2),
        ("بلغ التمويل حتى 3 مارس 2024 نحو 12 دولارا، وهو ما يعادل 30 في المئة من النداء.", ["../2024-03-03"] * 2),
        ("بلغ المخزون أمس 12 طنا، أي أقل بـ 30 طنا عن المعتاد.", ["2024-03-19", "2024-03-19"]),
        ("طلبت المنظمة حتى 3 مارس 2024 نحو 12 دولارا، ووصل 30 دولارا.", ["../2024-03-03", None]),
        # from since to until
        ("وبلغت الكميات منذ انطلاق الموسم في 1 مارس وحتى أمس 12 طنا.", ["2024-03-01/2024-03-19"]),
        # the day on which a report came out
        ("وثقت الشبكة في تقريرها الصادر أمس 12 انتهاكا.", [None]),
    ],
)
def test_what_a_sentence_says_of_the_time(text: str, found: list[str | None]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("بلغ عدد المحتجزين حتى 3 مارس 2024 نحو 300 محتجز.", "2024-03-03"),
        ("نزح 300 شخص حتى 3 مارس 2024.", "../2024-03-03"),
    ],
)
def test_what_is_until_a_day_is_as_of_it(text: str, when: str) -> None:
    assert dates(text) == [when]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("أسعار الخضار ليوم الثلاثاء 19 آذار 2024\nالبندورة 30 دولارا", "2024-03-19"),
        ("حصيلة يوم الثلاثاء 19 آذار 2024\nأصيب 30 شخصا.", "2024-03-19"),
        # of a heading only the day of publication, and of a sentence with a figure
        ("صوت الوادي، الأربعاء 20 آذار 2024\nالبندورة 30 دولارا", None),
        ("نشرة الوادي، 20 آذار 2024\nأصيب 30 شخصا.", None),
        ("رفعت أسعار 12 سلعة يوم الثلاثاء.\nالبندورة 30 دولارا", None),
    ],
)
def test_a_heading_tells_of_which_day_a_bulletin_is(text: str, when: str | None) -> None:
    assert dates(text)[-1] == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("رام الله - 2 آذار: وثق المركز 30 انتهاكا خلال شباط.\nوقتل 12 شخصا.", "2024-02"),
        ("وثق المركز 30 انتهاكا خلال شباط.\nوقتل 12 شخصا.", "2024-02"),
        ("في 2 آذار: قتل 12 شخصا.", "2024-03-02"),
    ],
)
def test_a_dateline_before_a_colon(text: str, when: str) -> None:
    assert dates(text)[-1] == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (LEAD + "غير أن مركز الطوارئ وثق 30 قتيلا.", "2024-03-19"),
        (LEAD + "من جهته أحصى الهلال 30 جريحا.", "2024-03-19"),
        (LEAD + "وقالت الوزارة إن الغارات أوقعت 30 جريحا.", "2024-03-19"),
        (LEAD + "وقالت الوزارة إن الغارة دمرت 30 منزلا وألحقت أضرارا بـ 20 منزلا آخر.", "2024-03-19"),
        ("غرق 12 شخصا في حادث مركب يوم الاثنين.\nوقال ناج إن المركب كان يقل 30 شخصا.", "2024-03-18"),
        # of another matter, another event, as it is every day, or of none that the lead names
        (LEAD + "وعلى صعيد آخر قتلت الغارات 30 شخصا.", None),
        (LEAD + "وقتل في غارة أخرى 30 شخصا.", None),
        (LEAD + "وتقتل الغارات 30 شخصا يوميا.", None),
        (LEAD + "وقال تاجر إن المركب يقل 30 شخصا.", None),
        (LEAD + "الوزارة أحصت 30 جريحا.", None),
        (LEAD + "وبنت الوزارة بعد الغارات 30 منزلا.", None),
        (LEAD + "ويعيش في الحي الذي دمرته الغارة 30 شخصا.", None),
        (LEAD + "غير أن 30 شخصا ما زالوا مفقودين.", None),
        (LEAD + "وبلغ العدد التراكمي للقتلى 30 قتيلا.", None),
    ],
)
def test_what_the_incident_of_the_lead_did(text: str, when: str | None) -> None:
    assert dates(text)[-1] == when


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (LEAD + "وسقط من الضحايا 8 في الميدان و4 في الحي.", ["2024-03-19"] * 3),
        (LEAD + "وسقط من الضحايا 8 في الميدان. و4 في الحي.", ["2024-03-19", "2024-03-19", None]),
        (LEAD + "وسقط من الضحايا 8 في الميدان و4 سيارات.", ["2024-03-19", "2024-03-19", None]),
    ],
)
def test_a_number_alone_goes_on_with_the_figure_before_it(text: str, found: list[str | None]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("وقع حادث أمس.\nوأغلقت بعد الواقعة 30 مدرسة.", None),
        ("وقع حادث أمس.\nوتضررت في الواقعة 30 مدرسة.", "2024-03-19"),
        ("وقع حادث أمس.\nوتضررت المدارس الواقعة في الحي وعددها 30 مدرسة.", None),
        ("قصفت المدينة أمس. وقبلها بيومين قتل 30 شخصا.", None),
        ("نزل المطر أمس. وأصيب 30 شخصا.", "2024-03-19"),
        ("الطريق طويل، والمطر نزل أمس. وأصيب 30 شخصا.", None),
        ("وصل وفد في شباط. وعثر في 3 مارس على رجل. وصرف في الفترة نفسها 30 عاملا.", "2024-02"),
    ],
)
def test_what_a_sentence_takes_up(text: str, when: str | None) -> None:
    assert dates(text)[-1] == when


def test_a_half_of_the_year_before_a_preposition() -> None:
    assert dates("تراجع العدد في النصف الأول من السنة إلى 12 سفينة.", "2024-08-11") == ["2024-01/2024-06"]


@pytest.mark.parametrize(
    ("text", "published", "when"),
    [
        ("وبلغ عدد الخيام في نهاية كانون الثاني 12 خيمة.", "2025-01-30", "2025-01-31"),
        ("وبلغ عدد الخيام في نهاية كانون الثاني 12 خيمة.", "2025-01-24", "2025-01-31"),
        ("وبلغ عدد الخيام في نهاية كانون الثاني 12 خيمة.", "2025-01-23", "2024-01-31"),
        ("وقتل 12 شخصا في 31 كانون الثاني.", "2025-01-30", "2024-01-31"),
        ("وقتل 12 شخصا يوم الجمعة.", "2025-01-30", "2025-01-24"),
    ],
)
def test_the_end_of_the_month_that_is_about_to_end(text: str, published: str, when: str) -> None:
    assert dates(text, published) == [when]


STEPS = "ووصل وفد إلى المدينة.\n"


@pytest.mark.parametrize(("sentences", "when"), [(4, "2024-03-19"), (5, None)])
def test_how_many_sentences_the_incident_reaches(sentences: int, when: str | None) -> None:
    text = "وقع حريق في السوق أمس.\n" + STEPS * sentences + "وبسبب الفاجعة أغلقت 30 مدرسة."
    assert dates(text)[-1] == when


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # until a day: on to what is joined, not to another clause; what is compared has its own
        ("ووصل حتى 3 مارس 2024 نحو 12 رجلا و30 امرأة.", ["../2024-03-03"] * 2),
        ("ووصل حتى 3 مارس 2024 نحو 12 رجلا، وغادر 30 رجلا.", ["../2024-03-03", None]),
        ("ووصل في 3 مارس 2024 نحو 12 رجلا، وغادر 30 رجلا.", ["2024-03-03"] * 2),
        ("ووصل في 3 مارس 2024 نحو 12 رجلا مقابل 30 رجلا.", ["2024-03-03", None]),
        ("ووصل في 3 مارس 2024 نحو 12 رجلا بدلا من 30 رجلا.", ["2024-03-03", None]),
        ("ووصل حتى 3 مارس 2024 نحو 12 رجلا، 30 منهم مرضى.", ["../2024-03-03", None]),
    ],
)
def test_a_date_before_two_figures(text: str, found: list[str | None]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(("words", "when"), [(11, "2024-03-19"), (12, None)])
def test_how_far_an_event_is_from_its_date(words: int, when: str | None) -> None:
    text = STEPS * 3 + f"وقع حريق {'كبير ' * words}أمس.\nوبسبب الحريق أغلقت 30 مدرسة."
    assert dates(text)[-1] == when


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("بلغ عدد المحتجزين حتى 3 مارس 2024 نحو 300. يشمل هذا العدد 53 امرأة و20 طفلا.", ["2024-03-03"] * 3),
        ("دخلت منذ فبراير 300 شاحنة. ومن أصل هذا العدد مرت 53 من باب الوادي.", ["2024-02/2024-03-20"] * 2),
        ("دخلت منذ فبراير 300 شاحنة.\nومن أصل هذا العدد مرت 53 من باب الوادي.", ["2024-02/2024-03-20", None]),
        ("دخلت منذ فبراير 300 شاحنة. ومرت 53 من باب الوادي.", ["2024-02/2024-03-20", None]),
        ("دخلت منذ فبراير 300 شاحنة. ويزيد هذا العدد بـ 53 عما كان.", ["2024-02/2024-03-20", None]),
    ],
)
def test_how_many_of_those_that_the_sentence_before_counts(text: str, found: list[str | None]) -> None:
    assert dates(text) == found


REPORT = "وثق المركز 300 انتهاك خلال شباط.\n"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (REPORT + "وفي 14 شباط اعتقل رجل.\nوسجل المركز 30 اعتداء.", "2024-02"),
        (REPORT + "وفي 14 شباط اعتقل رجل. وسجل المركز 30 حريقا.", "2024-02-14"),
        (REPORT + "وفي 14 آذار اعتقل رجل.\nوسجل المركز 30 اعتداء.", None),
    ],
)
def test_a_day_within_the_time_of_a_report_does_not_end_it(text: str, when: str | None) -> None:
    assert dates(text)[-1] == when


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قال الوزير إن موازنة 2025 تبلغ 12 دولارا.", ["2025"]),
        ("قال الوزير إن طريق 2025 يبلغ 12 دولارا.", [None]),
        ("قال الوزير إن موازنة 2025 للطريق الذي يبلغ 12 كيلومترا.", [None]),
        ("وعبر المعبر العام الماضي 300 رجل، وهو ضعف ما سجل في 2022.\nوعاد 30 رجلا.", ["2023", "2023"]),
        ("وعبر المعبر العام الماضي 300 رجل، وفي 2022 عبر 20.\nوعاد 30 رجلا.", ["2023", "2022", None]),
        ("جرى الاقتراع أمس. وأدلى في الاقتراع 300 ناخب.", ["2024-03-19"]),
        ("جرى الاقتراع أمس. وبلغ الإقبال 30 في المئة، أي أقل عن اقتراع 2019.", [None]),
    ],
)
def test_what_is_of_a_year(text: str, found: list[str | None]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(
    ("text", "when"),
    [
        # a lead of a day, and a week by the way
        ("قتل 12 شخصا الأحد.\nوأطلق الجيش 30 صاروخا خلال الأسبوع الماضي.\nونزح 90 شخصا.", None),
        ("وثقت الشبكة 30 انتهاكا خلال الأسبوع الماضي.\nونزح 90 شخصا.", "2024-03-11/2024-03-17"),
        # a time of its own that is not read
        ("وثقت الشبكة 30 انتهاكا خلال شباط 2024.\nونزح في الجولة الماضية 90 شخصا.", None),
        ("وثقت الشبكة 30 انتهاكا خلال شباط 2024.\nونزح في الموسم الماضي 90 شخصا.", "2022/2023"),
        ("وثقت الشبكة 30 انتهاكا خلال شباط 2024.\nونزح 90 شخصا.", "2024-02"),
    ],
)
def test_what_has_not_the_period_of_a_report(text: str, when: str | None) -> None:
    assert dates(text)[-1] == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        # titles above a report
        ("مركز الوادي\nتقرير\nسجلنا خلال شهر شباط 2024 في الوادي 63 حالة اعتقال.\nوقتل 5 أشخاص.", "2024-02"),
        ("مركز الوادي\nتقرير\nوصلت أمس 63 شاحنة.\nوقتل 5 أشخاص.", None),
        # a clause that adds what is, or tells of another time
        ("أعلن توزيع 12 سلة أمس، مشيرا إلى أن 16 بالمئة من الأطفال جياع.", None),
        ("أعلن مقتل 12 شخصا أمس، مشيرا إلى إصابة 16 شخصا.", "2024-03-19"),
        ("سجلت 12 حالة في شباط 2024، ورفض 16 شخصا ذلك في الجولة الماضية.", None),
    ],
)
def test_what_goes_on_from_title_and_clause(text: str, when: str | None) -> None:
    assert dates(text)[-1] == when


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # this week is the bulletin's
        ("نشرة الكوليرا (4 - 10 مارس 2024)\nسجلت 12 حالة هذا الأسبوع.\nكسلا: 72 حالة.", ["2024-03-04/2024-03-10"] * 2),
        ("سجلت 12 حالة هذا الأسبوع.", ["2024-03-18/2024-03-24"]),
        # what is of a time that is not read, or was told of a day of its own, is not the report's
        (
            "حصاد فبراير 2024\nوثق المرصد 12 انتهاكا.\nوارتفع في نهاية الربع الأول إلى 30 سجينا.",
            ["2024-02", None],
        ),
        ("حصاد فبراير 2024\nوثق المرصد 12 انتهاكا.\nوصرفت الوزارة 30 سلة لكل أسرة.", ["2024-02", None]),
        # a day to come, a year, and another place that a sentence opens with
        ("توزع 12 سلة غدا. وقتل 30 شخصا.", ["2024-03-21", None]),
        ("وصل 5 رجال.\nثم خبر.\nثم خبر.\nعين 12 معلما العام الماضي. وقتل 30 شخصا.", [None, "2023", None]),
        ("قتل 12 شخصا أمس. وفي المحاجر قتل 30 شخصا.", ["2024-03-19", None]),
        ("قتل 12 شخصا أمس. وقالت البلدية إن القتلى 30 شخصا.", ["2024-03-19", "2024-03-19"]),
        # an event of long ago that the news named by the way
        ("وصل 12 مهندسا بعد زلزال شباط 2023. وأضافت الوزارة أن 30 أسرة استفادت.", [None, None]),
    ],
)
def test_what_goes_on(text: str, found: list[str | None]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (LEAD + "وقالت وزارة الصحة إن 14 متجرا احترقت.", "2024-03-19"),
        (LEAD + "وذكر مدير المستشفى أن 23 جريحا وصلوا إليه.", "2024-03-19"),
        (LEAD + "وقالت البلدية إنه خلال ساعتين احترق 14 متجرا.", "2024-03-19"),
        ("قتل 12 شخصا في غارة أمس، هي الأعنف على المدينة هذا العام.\nوقالت الوزارة إن 14 متجرا احترقت.", "2024-03-19"),
        ("سقطت قذائف على السوق أمس.\nوأعلنت الشبكة أن 12 شخصا قتلوا.", "2024-03-19"),
        ("جرفت السيول قرى في الوادي منذ مساء الاثنين.\nوقال الدفاع المدني إن 14 منزلا دمرت.", "2024-03-18/2024-03-20"),
        ("ضرب زلزال الإقليم فجر الاثنين.\nوفي بلدة الجبل قتل 12 شخصا.", "2024-03-18"),
        ("شن الطيران غارات على السوق فجر الأربعاء.\nوقالت الوزارة إن 14 متجرا احترقت.", "2024-03-20"),
        ("تقرير البلدية ليوم الأربعاء.\nوقالت الوزارة إن 14 متجرا احترقت.", None),
        # until then is no other day
        (LEAD + "انتشلت 12 جثة حتى مساء الثلاثاء.\nوقالت الوزارة إن 14 متجرا احترقت.", "2024-03-19"),
        # of more, of another event, of later, or elsewhere
        (LEAD + "وقالت وزارة الصحة إن 900 شخص قتلوا.", None),
        (LEAD + "وقال الجيش إنه قتل 5 مسلحين في عملية في الجبل.", None),
        (LEAD + "وقالت الوزارة إن 5 أشخاص قتلوا في حريق.", None),
        (LEAD + "وقالت الشرطة إنها اعتقلت 4 أشخاص.", None),
        (LEAD + "وفي بلدة الجبل قتل 12 شخصا.", None),
        (LEAD + "وفي بلدة الجبل أغلقت الطرق. وقالت الوزارة إن 14 متجرا احترقت.", None),
        (LEAD + "وقالت الوزارة إن 14 متجرا احترقت خلال ثلاثة أيام.", None),
        ("أغار الطيران على الوادي أمس، بعد ساعات على سقوط قذائف.\nوقالت الوزارة إن 14 متجرا احترقت.", None),
        ("جرفت السيول قرى في الوادي منذ 2 مارس.\nوقال الدفاع المدني إن 14 منزلا دمرت.", None),
    ],
)
def test_what_somebody_tells_of_the_incident(text: str, when: str | None) -> None:
    assert dates(text)[-1] == when


WEEK = "التقرير الأسبوعي عن العنف\n(الفترة 10-16 مارس 2024)\n\n"
TITLE = "مكتب التنسيق\nالجمهورية: تقرير الحالة عن النزوح إلى المحافظات كلها والعودة منها"
MONTH = "حصيلة المركز في فبراير 2024\n\n"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        # a weekday of a report is one of its week
        (WEEK + "وفي الجبل أصيب 12 شخصا الأحد.", "2024-03-10"),
        (WEEK + "وفي الجبل أصيب 12 شخصا يوم السبت.", "2024-03-16"),
        (WEEK + "وفي الجبل أصيب 12 شخصا صباح الثلاثاء.", "2024-03-12"),
        (WEEK + "وفي الجبل أصيب 12 شخصا يوم 18 مارس.", "2024-03-18"),
        (WEEK + "وفي الجبل أصيب 12 شخصا أمس.", "2024-03-19"),
        (MONTH + "وفي الجبل أصيب 12 شخصا الأحد.", "2024-03-17"),
        ("نزح 900 شخص بين 10 و16 مارس 2024.\nوفي الجبل أصيب 12 شخصا الأحد.", "2024-03-17"),
        # the time of which it tells
        (WEEK + "وقتل في أسبوع التقرير 12 شخصا.", "2024-03-10/2024-03-16"),
        (MONTH + "وفي 3 فبراير فتح الطريق.\nوقال الفريق إنه عالج خلال الشهر 12 جريحا.", "2024-02"),
        # the same month is not that of a comparison
        ("سجلنا في فبراير 2024 حوادث أكثر مقارنة بيناير. وقتل في الشهر ذاته 12 شخصا.", "2024-02"),
        ("سجلنا حوادث أقل في فبراير 2024، ثم أكثر في يناير. وقتل في الشهر ذاته 12 شخصا.", "2024-01"),
        # a title until when all is told
        (
            TITLE + " - حتى 18 مارس 2024\n\nنزح 900 منذ 27 فبراير.",
            "2024-02-27/2024-03-18",
        ),
    ],
)
def test_the_time_of_which_a_report_tells(text: str, when: str | None) -> None:
    assert dates(text)[-1] == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("غرق مركب قبالة الساحل يوم الأحد.\n\nوانتشلت حتى أمس 14 جثة.", "2024-03-17/2024-03-19"),
        ("ضرب زلزال الإقليم فجر الأحد.\nوأحصت الوزارة حتى الثلاثاء 14 قتيلا.", "2024-03-17/2024-03-19"),
        ("بدأت البلدية التلقيح منذ منتصف فبراير. ووزعت حتى أمس 900 جرعة.", "2024-02-15/2024-03-19"),
        # of another day told between, or far behind the beginning
        ("غرق مركب قبالة الساحل يوم الأحد.\nووصلت فرق في 18 مارس.\nوانتشلت حتى أمس 14 جثة.", "../2024-03-19"),
        ("بدأت البلدية التلقيح منذ منتصف فبراير.\n\nووزعت الجمعية حتى أمس 900 جرعة.", "../2024-03-19"),
        ("افتتح المعرض يوم الأحد.\n\nوبيعت حتى أمس 14 لوحة.", "../2024-03-19"),
    ],
)
def test_until_a_day_from_what_was_told_before(text: str, when: str | None) -> None:
    assert dates(text)[-1] == when


OF_FEBRUARY = "الهجمات في فبراير 2024\n"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (f"{OF_FEBRUARY}مركز الوادي\nقتل رجل في 12 يناير.\nوفي الوسط أصيب 30 شخصا.", "2024-02"),
        (f"{OF_FEBRUARY}مركز الوادي\nقتل رجل في 12 يناير. وتضررت 30 خيمة من بعد.", "2024-01-12"),
        # where only the lead names a time, another ends it
        ("هجمات\nقتل 12 شخصا في فبراير 2024.\nوهدم منزل في 12 يناير.\nوفي الوسط أصيب 30 شخصا.", None),
    ],
)
def test_a_report_comes_back_to_its_time(text: str, when: str | None) -> None:
    assert dates(text)[-1] == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("صدر 90 طنا أمس. وتصدرت حلب بـ 40 طنا.", "2024-03-19"),
        ("صدر 90 طنا منذ 3 فبراير. وجاءت حلب في المقدمة بـ 40 طنا.", "2024-02-03/2024-03-20"),
        ("صدر 90 طنا أمس. وسعر الطن في حلب 40 دولارا.", None),
        ("زار الوزير السوق أمس. وتصدرت حلب بـ 40 طنا.", None),
        ("صدر 90 طنا أمس.\nافتتح السوق.\nازدحم الناس.\nوتصدرت حلب بـ 95 طنا.", None),
    ],
)
def test_how_a_total_is_divided(text: str, when: str | None) -> None:
    assert dates(text)[-1] == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (f"{LEAD}ونجا 30 شخصا.", "2024-03-19"),
        (f"{LEAD}ونجا 30 شخصا من الحريق.", None),
        ("ضرب زلزال البلدة أمس.\nونجا 30 شخصا.", None),
        # rain has its days too, and may last some
        ("تضررت 30 خيمة من الأمطار التي هطلت بين 2 و4 مارس 2024.", "2024-03-02/2024-03-04"),
    ],
)
def test_whom_the_incident_of_the_lead_harmed_more(text: str, when: str | None) -> None:
    assert dates(text)[-1] == when


def test_a_date_of_some_of_them_leaves_the_others_to_the_report() -> None:
    text = f"{OF_FEBRUARY}أخمدت الفرق 80 حريقا، توفي فيها 9 أشخاص، ثلاثة منهم في حادث واحد يوم 16 فبراير."
    assert dates(text)[:2] == ["2024-02"] * 2


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("صيد في الشهر الأول 30 طنا.", None),
        ("صيد في يناير 30 طنا.", "2024-01"),
    ],
)
def test_the_first_month_is_no_january(text: str, when: str | None) -> None:
    assert dates(text)[-1] == when


SINCE = "خلال شباط 2024 وثق المركز 12 اعتداء، ليرتفع العدد منذ يناير 2023 إلى 90.\n"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        # in force for whom the like befell, or where it opens its sentence
        ("واستقبل المستشفى 12 جريحا يوم الاثنين. وأصيب 30 شخصا في الحي.", "2024-03-18"),
        ("ويوم الاثنين أغلقت المدارس. ورممت 30 مدرسة.", "2024-03-18"),
        ("واستقبل المستشفى 12 جريحا يوم الاثنين. ورممت 30 مدرسة.", None),
        ("جرف السيل السوق يوم الاثنين. وقدمت المنظمة خياما لـ 30 أسرة.", None),
        # a report tells of no week that goes on, and of its time what adds up since another
        ("وصلت 12 شاحنة هذا الأسبوع.\n\nوفي الجنوب وصلت 30 شاحنة.", None),
        ("وصلت 12 شاحنة الأسبوع الماضي.\n\nوفي الجنوب وصلت 30 شاحنة.", "2024-03-11/2024-03-17"),
        (SINCE + "\nالهدم: 30 منشأة في الجنوب.", "2024-02"),
        # since when a later clause adds up, the heading still holds for the one before it
        ("ملخص يوم الاثنين 18 مارس:\n- وصول 12 حافلة، وقال المدير إن العدد منذ سقوط المدينة كبير.", "2024-03-18"),
        ("ملخص يوم الاثنين 18 مارس:\n- غرق 12 شخصا، ليرتفع العدد منذ يناير إلى 30.", "2024-01/2024-03-20"),
        # what is done for those whom the incident harmed
        (LEAD + "وقالت الوزارة إن 30 فرقة شاركت في البحث عن الضحايا.", "2024-03-19"),
        (LEAD + "وبلغ سعر الكيس في السوق 30 دولارا.", None),
        ("طال قصف عنيف السوق أمس.\nوأدى القصف إلى مقتل 30 شخصا.", "2024-03-19"),
        ("أعلنت الغرفة أن قصفا طال السوق أمس.\nوأدى القصف إلى مقتل 30 شخصا.", "2024-03-19"),
    ],
)
def test_how_far_a_date_is_in_force(text: str, when: str | None) -> None:
    assert dates(text)[-1] == when


def test_the_heading_holds_for_the_figure_before_a_total() -> None:
    text = "ملخص يوم الاثنين 18 مارس:\n- غرق 12 شخصا، ليرتفع العدد منذ يناير إلى 30."
    assert dates(text) == ["2024-03-18", "2024-01/2024-03-20"]
