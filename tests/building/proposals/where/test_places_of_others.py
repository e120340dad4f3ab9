"""Places around a figure that are its own, or another's: of those who set out, arrive, or are brought to a hospital."""

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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وصلت إلى حلب 9 شاحنات، في حين تحركت من حمص 17 شاحنة.", ["حلب", None]),
        ("وصلت إلى حلب 9 شاحنات، في حين تضررت 17 شاحنة.", ["حلب", "حلب"]),
        ("أحرقت 40 دارا وفر 2000 شخص إلى تشاد.", [None, "تشاد"]),
        ("قتل 40 رجلا وجرح 20 شخصا في تشاد.", ["تشاد", "تشاد"]),
        ("بلغ سعر الأسطوانة 7500 ريال مقابل 4500 ريال في عدن.", [None, "عدن"]),
        ("نقل 7 مصابين إلى مستشفى إجدابيا.", ["مستشفى إجدابيا"]),
        ("أصيب 7 رجال ونقلوا إلى مستشفى إجدابيا.", [None]),
        ("غرق 70 شخصا معظمهم من السودان، وفقد 12 شخصا.", [None, None]),
        ("قتل 70 شخصا من السودان، وفقد 12 شخصا.", ["السودان", "السودان"]),
        ("سجلت 50 درجة في البصرة و47 في العاصمة.", ["البصرة", None]),
        ("سجلت 50 درجة في البصرة و47 في الجنوب.", ["البصرة", None]),
    ],
)
def test_of_whom_a_place_is(text: str, found: list[str | None]) -> None:
    assert places(text) == found


def test_a_part_of_the_country_between_two_points_of_the_compass() -> None:
    assert places("في سوريا قتل 3. ويعيش 300 نازح في شمال شرق البلاد.") == ["سوريا", "شمال شرق البلاد"]
    assert places("في سوريا قتل 3. ويعيش 300 نازح في شرق البلاد.")[1] != "شمال شرق البلاد"


def test_the_province_is_that_with_which_a_sentence_opens() -> None:
    text = "قتل 3 في محافظة المحويت.\n\nفي الحديدة، نزح 5 رجال. ووزعت 12 خيمة في المحافظة."
    assert places(text) == ["المحويت", "الحديدة", "الحديدة"]


def test_a_month_of_two_names_is_no_comma() -> None:
    assert places("قتل شخصان وجرح ثلاثة في 6 كانون الأول/ديسمبر في حمص.") == ["حمص", "حمص"]
    assert places("قتل شخصان، وجرح ثلاثة، قرب النهر، في 6 كانون الأول في حمص.")[0] is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("رصدنا 85 تحركا، كانت قفصة في صدارتها (17)، فتونس العاصمة (9).", [None, "قفصة", "تونس العاصمة"]),
        ("كانت الحديدة الأشد تضررا، إذ فقدت 12 دارا.", ["الحديدة"]),
        ("كانت الحديدة المصنعة رخيصة، إذ فقدت 12 دارا.", [None]),
    ],
)
def test_a_place_that_leads_a_ranking(text: str, found: list[str | None]) -> None:
    assert places(text) == found


def test_the_country_of_the_heading_where_a_text_speaks_of_two() -> None:
    text = "سوريا: تقرير\n\nعاد من تركيا 9 رجال. وفي شمال شرق البلاد، بني 12 مركزا."
    assert places(text)[-1] == "شمال شرق البلاد"
    assert places(f"عن {text}")[-1] != "شمال شرق البلاد"


def test_the_district_that_a_word_takes_up() -> None:
    text = "أعلن مدير مديرية ملحان أن 3 سدود انهارت فوق قرى المديرية."
    assert places(text) == ["مديرية ملحان"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("سجلت محطة خانقين 64 ملم، تلتها محطة العزيم بـ52 ملم.", ["خانقين", None]),
        ("سجلت محطة خانقين 64 ملم، فيما بلغت في العاصمة 20 ملم.", ["خانقين", None]),
        ("سجلت محطة خانقين 64 ملم، فيما بلغت الحرارة 20 درجة.", ["خانقين", "خانقين"]),
        # only a name of one word, at the end of its clause, its sentence or the text
        ("كسرت 4 أذرع في حلب، و6 في عيناتا", ["حلب", "عيناتا"]),
        ("كسرت 4 أذرع في حلب، و6 في عيناتا، أمس.", ["حلب", "عيناتا"]),
        ("كسرت 4 أذرع في حلب، و6 في عيناتا. وعاد الهدوء.", ["حلب", "عيناتا"]),
        ("كسرت 4 أذرع في حلب، و6 في عيناتا الجديدة", ["حلب", "حلب"]),
        ("كسرت 4 أذرع في حلب، و6 في عيناتا الجديدة، أمس.", ["حلب", "حلب"]),
        ("كسرت 4 أذرع في حلب، و6 في عيناتا الجديدة. وعاد الهدوء.", ["حلب", "حلب"]),
    ],
)
def test_a_place_that_nobody_knows_is_not_the_one_before(text: str, found: list[str | None]) -> None:
    assert places(text) == found


def test_two_quarters_of_which_no_list_has_the_second() -> None:
    assert places("شن الطيران 11 غارة على حارة حريك وبرج البراجنة.") == [None]
    assert places("شن الطيران 11 غارة على حارة حريك وبرج مراقبة.") == ["حارة حريك"]


def test_a_part_with_a_place_that_nobody_knows_is_not_where_its_whole_is() -> None:
    assert places("أوقعت غارات في البقاع 52 قتيلا، 11 منهم في الأخيرة.") == ["البقاع", None]
    assert places("أوقعت غارات في البقاع 52 قتيلا، 11 منهم نساء.") == ["البقاع", "البقاع"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # of another: what has a figure of its own, a part, those who were brought back
        ("وزعت 38 ألف وحدة، حصة حلب منها 12 وحدة.", [None, "حلب"]),
        ("وزعت 38 ألف وحدة، أكثرها في حلب.", [None]),
        ("نزح في الصومال 70 ألفا، وصل 33 ألفا منهم إلى بيدوا. ونفقت 12 بقرة.", ["الصومال", "بيدوا", "الصومال"]),
        ("احترق 70 دونما، 30 دونما منها قرب منبج. واحترقت 12 سيارة.", [None, "منبج", None]),
        ("احترق 30 دونما قرب منبج. واحترقت 12 سيارة.", ["منبج", "منبج"]),
        ("من ضمنهم 17 لاجئا أعيدوا قسرا من لبنان.", [None]),
        # "alone" behind a figure is of it; at the head of a clause it is what the clauses are about
        ("أغلقت العيادة في حلب، وفي حمص وحدها يقيم 11 ألفا، وليس فيها إلا 4 مراحيض.", ["حمص", "حمص"]),
        ("قتل 11 رجلا، 8 منهم في حمص وحدها، وفقد 4 رجال.", [None, "حمص", None]),
        # what something comes from is no place of the clauses behind it
        ("في مصر هبط السعر بسبب تدفق المواشي من ليبيا، في حين بلغ سعر الكيس 50 جنيها.", ["مصر"]),
        ("انطلق المركب من سواحل صفاقس وعلى متنه 43 رجلا.", ["صفاقس"]),
        ("انطلق المركب من سواحل صفاقس ليلا، وكان على متنه 43 رجلا.", ["صفاقس"]),
        ("انطلق المركب من سواحل صفاقس، وقتل 43 رجلا.", [None]),
        # two towns, and a town with its hospital
        ("وصلت 12 شاحنة إلى مدينة إدلب ومشفى الجامعة.", ["إدلب"]),
        ("وصلت 12 شاحنة إلى إدلب وبلدة الكرمية أمس.", [None]),
        ("انهار سدا وادي الزيتون وأبو منصور، وقضت المحكمة بسجن 12 رجلا.", [None]),
        ("شرق سراقب فقدت الأسرة 5 أبناء، وجرح 3 نقلناهم لمشفى إدلب.", ["سراقب", "سراقب"]),
        ("تطلب الشبكة 12 سيارة إسعاف لمستشفى الكرمة.", ["مستشفى الكرمة"]),
        ("مشفى حلب أعلن مقتل 12 رجلا.", ["مشفى حلب"]),
        # of what came after, and of what was then done with it
        ("بلغ السعر في مقديشو 21 دولارا مقارنة بـ15 دولارا قبل الحرب في أوكرانيا.", ["مقديشو", "مقديشو"]),
        ("ضبطت الشرطة 18 طنا قبل بيعها في المنيا.", ["المنيا"]),
        ("قتل 18 رجلا قبل يومين في المنيا.", ["المنيا"]),
        ("قال مسؤول الإطفاء في القامشلي إن 12 رجلا أصيبوا.", ["القامشلي"]),
    ],
)
def test_what_a_place_around_a_figure_is_of(text: str, found: list[str | None]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قتل 4 رجال وفر 9 نحو تشاد.", [None, "تشاد"]),
        ("قتل 40 رجلا وفر آخرون إلى لبنان.", [None]),
        ("فر السكان إلى لبنان بعد مقتل 40 رجلا.", [None]),
        ("فر 900 رجل إلى لبنان. وقتل 40 رجلا.", ["لبنان", None]),
        ("قتل 40 رجلا أثناء فرارهم إلى تركيا.", [None]),
        ("خرج 900 رجل ونزحوا إلى حلب.", ["حلب"]),
        ("أجبر القصف 900 رجل على النزوح إلى حلب.", ["حلب"]),
        # where people shelter is not where others came to harm; but a camp may be, and what befell some of them
        ("في دهوك 400 نازح. وخطف التنظيم 900 امرأة. وقتل 500 رجل.", ["دهوك", None, None]),
        ("في دهوك 400 نازح. وأصيب 5 منهم.", ["دهوك", "دهوك"]),
        ("في مخيم الهول 400 نازح. وقتل 5 رجال.", ["مخيم الهول", "مخيم الهول"]),
        ("قتل 5 نازحين في دهوك. وأصيب 7 رجال.", ["دهوك", "دهوك"]),
    ],
)
def test_where_people_fled_is_not_where_others_came_to_harm(text: str, found: list[str | None]) -> None:
    assert places(text) == found


def test_where_each_figure_before_has_its_own_the_title_does_not_tell_of_the_next() -> None:
    text = "قصف في حلب\nفي بلدة الكرمية قتل 3، وفي قرية التلالية جرح 5، ثم نقل الأهالي 12 رجلا."
    assert places(text)[:2] == ["بلدة الكرمية", "قرية التلالية"]
    assert places(text)[2] != "حلب"
