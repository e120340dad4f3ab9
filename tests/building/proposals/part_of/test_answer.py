"""Which figure is part of which, and which is told again, in sentences of our own."""

from __future__ import annotations

import pytest

import raqqa_data as rd
from raqqa_data import Question


def told(text: str, question: Question) -> list[str | None]:
    """For each figure the words of the other that is proposed."""
    draft = rd.draft(text, document_id="report", reference="2023-05-10")
    return [
        next((proposal.evidence[0].text for proposal in drafted.proposals if proposal.question is question), None)
        for drafted in draft.observations
    ]


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("نقلت الفرق 15 مصابا، وإن ثلاثة منهم في حالة حرجة.", [None, "15 مصابا"]),
        ("تضرر 900 شخص، ونزح منهم 300 شخص.", [None, "900 شخص"]),
        ("تضرر 900 شخص في البلدة. ونزح منهم 300 شخص.", [None, "900 شخص"]),
        ("قتل 9 أشخاص، بينهم 3 أطفال، وأصيب 7.", [None, "9 أشخاص", None]),
        ("جفت ستة آبار من تسع في القرية.", ["تسع", None]),
        ("ست من تسع آبار جفت.", ["تسع آبار", None]),
        (
            "قتل 20 شخصا على النحو التالي:\n12 بالقصف، بينهم 5 أطفال\n8 بالألغام",
            [None, "20 شخصا", "12", "20 شخصا"],
        ),
        ("قتل 6 أشخاص من عائلة واحدة وأصيب 5.", [None, None, None]),
        ("قتل 90 شخصا. ومن بين القتلى 12 طفلا.", [None, "90 شخصا"]),
        ("نزح 90 شخصا. ومن بين القتلى 12 طفلا.", [None, None]),
        ("سجلت البلدة 90 حالة. ومن بين حالات العام الماضي 20 حالة شفيت و30 حالة تعالج.", [None, "90 حالة", "90 حالة"]),
        ("سجلت البلدة 90 حالة. ومن بين حالات العام الماضي 20 حالة شفيت و95 حالة تعالج.", [None, "90 حالة", None]),
        ("نزح 90 شخصا، يقيم 30 منهم في 12 مركز إيواء.", [None, "90 شخصا", None]),
        ("أدلى 900 ناخب بأصواتهم. وتنافس 40 مرشحا، بينهم 12 امرأة.", [None, None, "40 مرشحا"]),
        ("تنافس 90 مرشحا، بينهم 12 امرأة، على 32 مقعدا.", [None, "90 مرشحا", None]),
        ("دمر 9 منازل بالقرب منها 3 مدارس.", [None, None]),
        ("نزحت 900 عائلة في البلدة. وقتل منهم 30 شخصا.", [None, None]),
        ("قتل 90 شخصا، 70% منهم أطفال.", [None, "90 شخصا"]),
        ("سقط 44 قتيلا و67 جريحا، ربع القتلى من الأطفال.", [None, None, "44 قتيلا"]),
        ("سقط 44 قتيلا. وقال الطبيب إن خمسة من القتلى نساء.", [None, "44 قتيلا"]),
        ("سجل نزوح 86 عائلة (516 فردا)، وجاءت 52 عائلة منها من حمص و34 من حلب.", [None, None, "86 عائلة", "86 عائلة"]),
        ("نزح 90 شخصا. ويقيم 30 من هؤلاء في المدرسة.", [None, "90 شخصا"]),
        ("أخمدت الفرق 90 حريقا منها 20 حريقا في الحقول، واستجابت لـ12 حادث سير.", [None, "90 حريقا", None]),
        ("سقط 90 قتيلا، من بينهم 20 عنصرا، و7 من المدنيين، و9 أطفال.", [None, "90 قتيلا", "90 قتيلا", "90 قتيلا"]),
        ("حفرت ست آبار من 20 بئرا.", ["20 بئرا", None]),
        # a number alone that "and" joins to a part, seven words behind it at most, in its sentence
        *(
            (f"سجلت 2000 وفاة. 1293 من الوفيات في {where}452 في تارودانت.", [None, "2000 وفاة", whole])
            for where, whole in (
                ("جبل الحوز كله أمس سرا و", "2000 وفاة"),
                ("جبل الحوز كله أمس ليلا سرا و", None),
                ("الحوز. و", None),
                ("الحوز ", None),
            )
        ),
        ("قتل 11 شخصا. وتوزعوا بين حلب (7) وحمص (2) وحماة (2).", [None, "11 شخصا", "11 شخصا", "11 شخصا"]),
        ("قتل 11 شخصا.\nالتوزع:\n- حلب: 7\n- حمص: 2\n- حماة: 2", [None, "11 شخصا", "11 شخصا", "11 شخصا"]),
        ("قتل 12 شخصا. وتوزعوا بين حلب (7) وحمص (2) وحماة (2).", [None, None, None, None]),
        ("قتل 20 شخصا:\nوعاد 12 شخصا\nووصل 8 أشخاص", [None, None, None]),
    ],
)
def test_part_of_what(text: str, wholes: list[str | None]) -> None:
    assert told(text, Question.PART_OF) == wholes


def test_a_share_is_told_in_a_comment_as_its_record_has_another_indicator() -> None:
    draft = rd.draft("قتل 90 شخصا، 70% منهم أطفال.", document_id="toll")
    assert "# a share of toll.killed: «90 شخصا», «منهم»" in draft
    assert "part_of" not in draft


def test_a_part_is_of_what_its_whole_is() -> None:
    draft = rd.draft("عبرت 68 شاحنة المعبر، منها 20 إلى الشمال.", document_id="report")
    assert [one.proposals[0].answer for one in draft.observations] == ["trucks_entered", "trucks_entered"]


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("مقتل 12 شخصا في القصف\nقتل 12 مدنيا في القصف أمس.", "12 شخصا"),
        ("شراء 300 طن من القمح\nوستشتري المؤسسة 300 طن من المزارعين.", "300 طن"),
        ("مقتل 12 شخصا في سوريا\nقتل 12 شخصا في حلب أمس.", "12 شخصا"),
        ("مقتل 12 شخصا في حلب\nقتل 12 شخصا في حمص أمس.", None),
        ("وصلت القافلة.\nقتل 12 شخصا.\nوقتل 12 مدنيا.", None),
        ("مقتل 12 شخصا\nوأصيب 12 شخصا.", None),
        ("شراء 300 طن من القمح\nوأنتج المعمل 300 متر مكعب.", None),
    ],
)
def test_what_is_told_again(text: str, again: str | None) -> None:
    assert told(text, Question.SAME_AS)[-1] == again


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        # what is left, if it is as many
        ("خطف 13 صيادا، ثم أفرج عن عشرة منهم، ولا يعرف مصير الثلاثة الباقين.", [None, "13 صيادا", "13 صيادا"]),
        ("خطف 13 صيادا، ثم أفرج عن عشرة منهم، ولا يعرف مصير الأربعة الباقين.", [None, "13 صيادا", None]),
        # the first of a ranking, and the next
        ("نزحت 900 عائلة. وتأتي حلب في المقدمة بـ400 عائلة، تليها حمص (120).", [None, "900 عائلة", "900 عائلة"]),
        ("نزحت 900 عائلة. وتأتي حلب في المقدمة بـ4000 عائلة.", [None, None]),
        ("نزحت 900 عائلة. وعاد الفريق إلى المركز وزار 40 مدرسة.", [None, None]),
        # how those who were counted divide
        ("عاد 850 نازحا، توجه 312 إلى حلب و198 إلى حماة.", [None, "850 نازحا", "850 نازحا"]),
        ("عاد 850 نازحا، وتوجهت 312 شاحنة إلى حلب.", [None, None]),
        # shares beside shares, of these, of this sum
        ("عاد 900 شخص، 55% منهم من لبنان و22% من الأردن.", [None, "900 شخص", "900 شخص"]),
        ("نزحت 900 أسرة. واستقر ثلاثة أرباع هذه الأسر في المدن.", [None, "900 أسرة"]),
        ("نزحت 900 أسرة في 12 محافظة. واستقر نصف هذه الأسر في المدن.", [None, None, "900 أسرة"]),
        ("تحتاج الخطة إلى 372 مليون دولار، ولم تتلق سوى 22% من هذا المبلغ.", [None, "372 مليون دولار"]),
        ("لم يجمع من النداء البالغ 426 مليون دولار سوى 81 مليونا.", [None, "426 مليون دولار"]),
        ("لم يتلق النداء البالغ 426 مليون دولار سوى وعود، وقدمت 81 منظمة مساعدات.", [None, None]),
        # a sum whose unit is left out
        ("زرعت 46 ألف هكتار، منها 8 آلاف بعلية.", [None, "46 ألف هكتار"]),
        (
            "صدر 103.4 مليون برميل. ومن الجنوب 101.8 مليون برميل، ومن القيارة 1.1 مليون، وإلى الجوار 500 ألف برميل.",
            [None, "103.4 مليون برميل", "103.4 مليون برميل", "103.4 مليون برميل"],
        ),
        # people are none of the vehicles and schools between
        ("قبلت الجامعة 3870 طالبا في 914 قاعة، بينهم 1200 طالبة.", [None, None, "3870 طالبا"]),
        ("قتل 40 شخصا. ومن ضمن القتلى 11 طفلا وأربع نساء.", [None, "40 شخصا", "40 شخصا"]),
        ("فقد 26 شخصا بعد انقلاب قارب نجا منه اثنان.", [None, None]),
        ("سجل 90 هجوما، بين ضحاياها 16 طفلا.", [None, None]),
    ],
)
def test_parts_told_in_later_clauses(text: str, wholes: list[str | None]) -> None:
    assert told(text, Question.PART_OF) == wholes


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("قتل 260 شخصا، نصفهم من الأطفال.", [None, "260 شخصا"]),
        ("سجلت 8944 حالة، ثلثها في الشمال.", [None, "8944 حالة"]),
        ("وثق المكتب 27 هجوما، بمعدل 4 هجمات في اليوم، وقع ثلثها في الشمال.", [None, None, "27 هجوما"]),
        ("وصلت 207 شكاوى من 53 قرية، ثلثاها عن المياه.", [None, None, "207 شكاوى"]),
        ("بلغت العائدات 784 مليون دولار، ثلثها من الزيت.", [None, None]),
        # by place
        ("نفذوا 766 هجوما، تركزت في حلب بـ195 هجوما.", [None, "766 هجوما"]),
        ("سجل المكتب 31 عملية اغتيال. وكان ريف حلب الأكثر تضررا بواقع 14 عملية.", [None, "31 عملية"]),
        ("اعتقل 615 شخصا. وسجلت حلب النسبة الأعلى بـ132 شخصا، تلتها إدلب بـ118.", [None, *["615 شخصا"] * 2]),
        ("عبرت 282 شاحنة مقدمة من 7 وكالات.", [None, None]),
        # before what they are out of
        ("وصلت 3 شاحنات.\nمن أصل 52 شاحنة، رفضت السلطات 47.", [None, None, "52 شاحنة"]),
        ("المساعدات: وصل 3 عمال. الشاحنات: من أصل 52 شاحنة رفضت 47.", [None, None, "52 شاحنة"]),
    ],
)
def test_parts_by_place_and_parts_that_are_theirs(text: str, wholes: list[str | None]) -> None:
    assert told(text, Question.PART_OF) == wholes


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("مركز الرصد: إعادة 8270 مهاجرا\nوبلغ عدد المعادين 8270 شخصا.", "8270 مهاجرا"),
        ("مقتل 187 شخصا\nوأصيب في الهجوم 187 شخصا.", None),
        ("تضرر 300 بيت\nووزع الفريق 300 سلة.", None),
    ],
)
def test_a_number_that_is_no_round_one_is_told_again(text: str, same: str | None) -> None:
    assert told(text, Question.SAME_AS)[-1] == same


def test_nothing_points_to_what_no_record_can_hold() -> None:
    draft = rd.draft("خصصت الوزارة 10.2 مليار دينار، منها 734 مليونا للمدارس.", document_id="report")
    ids = {one.id for one in draft.observations}
    links = {Question.PART_OF, Question.SAME_AS}
    answers = [told.answer for one in draft.observations for told in one.proposals if told.question in links]
    assert all(answer in ids for answer in answers)


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("تشمل النتائج 4128 من 4503 مكاتب.", ["4503 مكاتب", None]),
        ("رفضت السلطات خمسا من ثماني محاولات.", ["ثماني محاولات", None]),
        ("ثمانية فقط من بين 57 ملفا أحيلت.", ["57 ملفا", None]),
        ("خرجت 5 من 12 محطة عن الخدمة.", ["12 محطة", None]),
        # where they come from
        ("جاء خمسة من 8 دول.", [None, None]),
        ("قتل ثلاثة من 5 عائلات.", [None, None]),
        ("نقل 12 من 20 مستشفى.", [None, None]),
        ("وصل 12 من 30 قرية.", [None, None]),
        ("انخفض السعر من 12 إلى 9 دولارات.", [None, None]),
    ],
)
def test_so_many_out_of_so_many(text: str, wholes: list[str | None]) -> None:
    assert told(text, Question.PART_OF) == wholes


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        (
            "وثقت الشبكة 200 حالة احتجاز، بينهم 12 طفلا، تحولت 150 منها إلى اختفاء.",
            [None, "200 حالة", "200 حالة"],
        ),
        ("سجلت 200 إصابة، منها 150 بين الأطفال.", [None, "200 إصابة"]),
        ("احتجز 34 مواطنا في القرية؛ أما البلدة فاعتقل منها 6 شبان.", [None, None]),
        ("فقد 400 شخص، عاد 58 من مجموعهم.", [None, "400 شخص"]),
        ("توقفت 89 بئرا من 214 بئرا، منها 32 في السهل.", ["214 بئرا", None, "89 بئرا"]),
        ("عدد النزلاء 500 نزيل مع أن السعة 200، وإن 190 منهم بلا حكم.", [None, None, "500 نزيل"]),
        ("وثق المرصد 20 ضحية: قتل 8 وجرح 12.", [None, "20 ضحية", "20 ضحية"]),
        ("زار المرصد 20 قرية: قتل 8 وجرح 12.", [None, None, None]),
        ("قتل 20 شخصا، و12 من الأطباء و8 من المسعفين جرحوا.", [None, None, None]),
        (
            "وثق المرصد 100 حالة. وتوزعت: 50 على يد الأول، و30 على يد الثاني، و20 على يد الثالث.",
            [None, "100 حالة", "100 حالة", "100 حالة"],
        ),
    ],
)
def test_which_figure_of_them_takes_up(text: str, wholes: list[str | None]) -> None:
    assert told(text, Question.PART_OF) == wholes


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("من أصل 88 بئرا تعمل 21 فقط.", [None, "88 بئرا"]),
        ("من بين 900 طفل جرى فحصهم، تبين أن 30 طفلا يعانون الهزال.", [None, "900 طفل"]),
        ("وصل 12 نائبا من أصل 40، وغادر 3.", ["40", None, None]),
        ("من بين 88 بئرا في السهل، وصلت 3 شاحنات.", [None, None]),
        ("اعتقل 900 شخص. ويشمل هذا العدد 50 امرأة و40 طفلا.", [None, "900 شخص", "900 شخص"]),
        ("اعتقل 900 شخص. ويشمل هذا القانون 50 امرأة.", [None, None]),
        ("قتل 90 شخصا. وسقط 41 من القتلى في الشمال و11 في الجنوب.", [None, "90 شخصا", "90 شخصا"]),
        ("قتل 90 شخصا. وسقط 41 من القتلى في الشمال و60 في الجنوب.", [None, "90 شخصا", None]),
        ("قتل 90 شخصا. وسقط 41 من القتلى في الشمال ونزح 11 عن القرية.", [None, "90 شخصا", None]),
        ("أوقف 90 رجلا. ووصل إلى الميناء 30 رجلا، من ضمنهم 6 أطباء.", [None, None, "30 رجلا"]),
        ("تضررت 90 مدرسة، 12 من هذه المدارس في الريف و8 في المدينة.", [None, "90 مدرسة", "90 مدرسة"]),
    ],
)
def test_parts_of_a_whole_told_before_them(text: str, wholes: list[str | None]) -> None:
    assert told(text, Question.PART_OF) == wholes


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("عدد القتلى في البلدة 44\nقالت الغرفة إنها وثقت 44 وفاة في البلدة.", [None, "44"]),
        ("الغرفة تتحدث عن 44\nقالت الغرفة إنها وثقت 44 وفاة.", [None, "44"]),
        ("الغرفة تتحدث عن 40\nقالت الغرفة إنها وثقت 40 وفاة.", [None, None]),
        ("قال المرصد ما قال. جرح مصوران اثنان. وقال القائد إن بين الجرحى شرطيين اثنين.", [None, None]),
    ],
)
def test_what_a_headline_leaves_out_and_two_of_different_nouns(text: str, again: list[str | None]) -> None:
    assert told(text, Question.SAME_AS) == again


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("تستضيف البلاد 900 شخص من 13 دولة، 56% منهم نساء.", [None, None, "900 شخص"]),
        ("تستضيف البلاد 900 شخص في 13 مخيما، 56% منهم نساء.", [None, None, "900 شخص"]),
        ("تضم المدينة 13 مخيما، 56% منها مدمرة.", [None, "13 مخيما"]),
        ("نزحت 900 أسرة، 56% منهم من القرية.", [None, "900 أسرة"]),
    ],
)
def test_a_share_of_people_is_of_no_things(text: str, wholes: list[str | None]) -> None:
    assert told(text, Question.PART_OF) == wholes


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("قتل 90 مدنيا، منهم 40 في الشمال، والقوات الأخرى 20، والحرس 9.", [None, "90 مدنيا", "90 مدنيا", "90 مدنيا"]),
        ("قتل 90 مدنيا، منهم 40 في الشمال، ووصلت 20 شاحنة.", [None, "90 مدنيا", None]),
        ("اختفى 90 شخصا. ومن المجموع 40 سيدة و9 أطفال.", [None, "90 شخصا", "90 شخصا"]),
        ("نزحت 90 عائلة. ومن هؤلاء 40 عائلة وصلت.", [None, "90 عائلة"]),
        ("قتل 90 مدنيا وأصيب 40. وقالت الهيئة إن 70 في المئة من القتلى نساء.", [None, None, "90 مدنيا"]),
        ("عاد 90 مدنيا وأصيب 40. وقالت الهيئة إن 70 في المئة من العائدين نساء.", [None, None, None]),
        ("سجلت البلدة 90 حالة.\nكان العمل قليلا.\nالأطفال 41% من الحالات.", [None, "90 حالة"]),
        ("يحمل 90 لاجئا تصاريح، حصة النساء منها 10%.", [None, "90 لاجئا"]),
        ("صدرت 90 طنا قيمتها 40 مليون دولار، ذهب 78% منها شمالا.", [None, None, "90 طنا"]),
        ("لم تتلق الخطة غير 38% من 90 مليون دولار.", ["90 مليون دولار", None]),
        ("من 90 مليون دولار لازمة تم تلقي 30 مليون دولار.", [None, "90 مليون دولار"]),
        ("وصل 90 شخصا من 58 قرية، منهم 13 طفلا.", [None, None, "90 شخصا"]),
        ("نزح 90 شخصا، نصفهم أطفال، ومنهم 65 من محافظة إدلب.", [None, "90 شخصا", "90 شخصا"]),
        ("أنتجت البلاد 90 طنا.\nجاءت حماة في المقدمة بـ40 طنا، تلتها حمص (20 طنا).", [None, "90 طنا", "90 طنا"]),
        ("وجد المسح أن 64% يعملون. ويلزم 90 مليون دولار، ما زال 54% منها ناقصا.", [None, None, "90 مليون دولار"]),
    ],
)
def test_parts_of_what_is_taken_up_again(text: str, wholes: list[str | None]) -> None:
    assert told(text, Question.PART_OF) == wholes


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        # where the most of what the sentence counted is
        ("وصل 900 طن، وجاءت حماة في المقدمة بـ 300 طن، تلتها حمص بكمية 90 طنا.", [None, "900 طن", "900 طن"]),
        ("رصدت 90 احتجاجا، كانت حماة في صدارتها (30)، فحمص (12).", [None, "90 احتجاجا", "90 احتجاجا"]),
        ("قتل 30 شخصا في حماة، تلتها حمص بـ 12 قتيلا.", [None, None]),
        # two that add up, where it is told how the whole is divided
        (
            "وتوزعت الخسائر البالغة 90 دولارا، على أضرار بـ 60 دولارا وديون بـ 30 دولارا.",
            [None, "90 دولارا", "90 دولارا"],
        ),
        ("وبلغت الخسائر 900 دولار، والأضرار 600 دولار والديون 300 دولار.", [None, None, None]),
        # of the dead, at the head of a sentence
        ("قتل 12 شخصا في غارة. من القتلى 3 أطفال.", [None, "12 شخصا"]),
        # things of another name, right behind their whole
        ("هدمت 78 منشأة، منها 31 منزلا و12 مدرسة.", [None, "78 منشأة", "78 منشأة"]),
        ("هدمت 78 منشأة، ونزح 90 شخصا، بينهم 31 طفلا.", [None, None, "90 شخصا"]),
        # of these, behind a share; and of those who came from so many countries
        ("نزحت 900 أسرة. ولجأ 70% من هذه الأسر إلى البلدة.", [None, "900 أسرة"]),
        ("وصل 900 مهاجر من 47 جنسية، يشكل المصريون 20% منهم.", [None, None, "900 مهاجر"]),
        # no place in which they are holds more than there are
        ("اندلع 99 حريقا في 16 ولاية، منها 33 في الشمال.", [None, None, "99 حريقا"]),
        ("اندلعت حرائق في 16 ولاية، منها 3 في الشمال.", [None, "16 ولاية"]),
        # of two that "and" joins those whom the same befell
        ("بلغت الحصيلة 60 شهيدا و168 جريحا، 22 شهيدا منهم في البلدة.", [None, None, "60 شهيدا"]),
        ("بلغت الحصيلة 60 شهيدا و168 جريحا، 22 جريحا منهم في البلدة.", [None, None, "168 جريحا"]),
    ],
)
def test_wholes_that_are_told_otherwise(text: str, wholes: list[str | None]) -> None:
    assert told(text, Question.PART_OF) == wholes
