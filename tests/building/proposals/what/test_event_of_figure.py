"""Which event a figure is of, where what it counts is on no list or only taken up."""

from __future__ import annotations

import pytest

import raqqa_data as rd
from tests.building.proposals.what.test_answer import told


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("وردت الكميات عبر 420 نقطة", [None]),
        ("وصلت الشاحنة إلى 40 نقطة", [None]),
        ("تحتاج إلى 130 مجدة", ["mjda_required"]),
        ("عثر على 4 مقصات", ["mqsat_seized"]),
        ("وصلت 40 مجدة", ["mjda_arrived"]),
    ],
)
def test_where_or_whither_is_not_what_came(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("قتل 63 شخصا، منهم 8 نساء، قضى 21 منهم قنصا", [None, "female", None]),
        ("اعتقل 90 شخصا، بينهم 5 سيدات، أفرج عن 30 منهم", [None, "female", None]),
        ("اعتقلت 12 امرأة، أفرج عن 3 منهن", ["female", "female"]),
        ("قتلت 12 امرأة، قضت 3 منهن قنصا", ["female", "female"]),
    ],
)
def test_of_them_are_no_fewer_than_those_of_a_part(text: str, groups: list[str | None]) -> None:
    draft = rd.draft(text, document_id="report")
    proposed = [
        next((one.subgroup for one in drafted.proposals if one.question is rd.Question.WHAT), None)
        for drafted in draft.observations
    ]
    assert [None if group is None else group.get("sex") for group in proposed] == groups


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("قتل 9 أشخاص، بينهم سيدتان", {"sex": "female"}),
        ("أصيب 9 أشخاص، بينهم عنصران من الجيش", {"status": "combatant"}),
        ("قتل 9 أشخاص، بينهم صحفيان", {"status": "journalist"}),
        ("قتل 9 أشخاص، بينهم شقيقان", None),
    ],
)
def test_two_are_told_apart_as_several_are(text: str, whom: dict[str, str] | None) -> None:
    draft = rd.draft(text, document_id="report")
    proposed = [one.subgroup for one in draft.observations[-1].proposals if one.question is rd.Question.WHAT]
    assert [None if group is None else dict(group) for group in proposed] == [whom]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("تم إجلاء 800 شخص بينهم 60 مريضا و120 مرافقا", ["evacuated"] * 3),
        ("عاد 90 نازحا و12 طفلا", ["returned"] * 2),
        ("سقط 12 قتيلا و4 أطفال", ["killed"] * 2),
        ("سقط 12 قتيلا و4 جرحى", ["killed", "injured"]),
        ("في المشفى 60 مريضا و12 طفلا", ["treated", None]),
    ],
)
def test_a_verb_outdoes_the_noun_of_the_figure_before(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("سكان المدينة البالغ عددهم 80 ألفا نزحوا", ["population"]),
        ("عاد النازحون البالغ عددهم 900", ["displaced"]),
        ("توقفت محطات المياه البالغ عددها 12", [None]),
        ("نزح 80 ألفا من سكان المدينة", ["displaced"]),
    ],
)
def test_whose_number_is_told_is_of_them(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("دمرت القوات 5 مركبات وسيطرت على 8 قرى", ["vehicles_destroyed", None]),
        ("وزعت الفرق 5 خيام و8 بطانيات", ["tents_distributed", "blankets_distributed"]),
        ("القضاء على 45 عنصرا بدعم الشركاء", ["killed"]),
        ("نفذت الفرق 5 غارات وأغارت على 8 قرى", ["airstrikes_carried_out", None]),
    ],
)
def test_an_unlisted_verb_is_not_that_of_the_figure_before(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("في استبيان شمل 90 أسرة", ["families_participated"]),
        ("بدأ مسح في البلدة وشمل 90 شخصا", ["participated"]),
        ("في مشروع شمل 90 أسرة", ["families_assisted"]),
    ],
)
def test_those_whom_a_survey_covers_are_asked_or_looked_at(text: str, what: list[str | None]) -> None:
    assert told(text) == what


def test_a_part_that_its_whole_cannot_hold_is_none_of_it() -> None:
    assert told("اندلع 99 حريقا في 16 ولاية، منها 33 في الشمال") == ["fires", "regions_affected", "fires"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("في المركز 22 جريحا و47 مسعفا", ["injured", None]),
        ("في المركز ٢٢ جريحة و٤٧ ممرضا", ["injured", None]),
        ("في المخيم 60 نازحا و12 طبيبا", ["displaced", None]),
        ("سقط 20 قتيلا بينهم 4 نساء", ["killed", "killed"]),
        ("قتل 22 رجلا و7 نساء", ["killed", "killed"]),
    ],
)
def test_the_noun_of_one_figure_says_nothing_of_the_next_unless_these_are_some_of_them(
    text: str, what: list[str | None]
) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("مدارس القرية الكبيرة وصل منها أمس مع الحافلة 40 مجدة", [None]),
        ("توزيع مستلزمات إلى 86 مجدة", [None]),
        ("في القرية 40 مجدة قديمة تعمل", [None]),
        ("سلمت الوزارة 40 مجدة", ["mjda_distributed"]),
        ("في القرية 40 مجدة تعمل", ["mjda_operating"]),
        ("قتل المهاجم مع اثنين من مرافقيه", ["killed"]),
    ],
)
def test_what_no_list_has_only_a_word_right_beside_it_or_its_subject_tells(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("وثق المركز 46 حالة اعتقال، أفرج القاضي عن 9", ["arrested", "released"]),
        ("وثق المركز 46 حالة خطف، قتل الخاطفون 9", ["kidnapped", "killed"]),
        ("سجل المركز 50 إصابة، فارق 6 من أصحابها الحياة", ["injured", "killed"]),
    ],
)
def test_what_befell_some_behind_a_comma_befell_not_all(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("وفي المرحلة التي تشمل 400", [None]),
        ("وتشمل المتطلبات 400", [None]),
        ("تشمل المساعدة 400 أسرة", ["families_assisted"]),
    ],
)
def test_a_number_alone_that_something_includes_is_of_nobody(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("ارتفع العدد إلى 17 جريحا، بعد وفاة 7 من المصابين", ["injured", "killed"]),
        ("سقط 12 قتيلا و30 جريحا", ["killed", "injured"]),
        ("اتوفى 2 من الجرحى", ["killed"]),
        ("أفرجت القوة، بحسب الأهالي، عن 9 معتقلين", ["released"]),
        ("أفرجت القوة، ثم عاد 9 معتقلين", ["returned"]),
    ],
)
def test_who_died_of_those_who_were_hurt_and_what_is_said_before_words_inserted(
    text: str, what: list[str | None]
) -> None:
    assert told(text) == what
