"""The word behind a figure that tells what befell just those whom it counts: 40 others wounded, six of them died."""

from __future__ import annotations

import pytest

from tests.building.proposals.what.test_answer import told


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("إن 10 مواطنين استشهدوا و40 آخرين أصيبوا", ["killed", "injured"]),
        ("12 قرية دمرت كليا و50 أخرى تضررت", ["villages_destroyed", "villages_damaged"]),
        ("8 مدنيين قتلوا و19 آخرون أصيبوا، 4 منهم بحالة حرجة", ["killed", "injured", "injured"]),
        ("12 منزلا دمرت و9 تضررت، 4 منها كليا", ["houses_destroyed", "houses_damaged", "houses_damaged"]),
        ("تضرر 9 منازل في قرية تضم 40 منزلا", ["houses_damaged", "houses_existing"]),
        ("3 أفران خرجت عن الخدمة و5 أخرى تعمل جزئيا", ["centres_out_of_service", "centres_operating"]),
        ("تضرر 73 منزلا، أربعة منها دمرت بالكامل", ["houses_damaged", "houses_destroyed"]),
        ("نزحت 120 عائلة، 30 منها عادت", ["families_displaced", "families_returned"]),
        ("أصيب 40 شخصا، 6 منهم توفوا لاحقا", ["injured", "killed"]),
        ("قتل 10 أشخاص وأصيب 40 آخرون نقلوا إلى المشفى", ["killed", "injured"]),
        ("نزح 10 أشخاص وقتل 3 آخرين عادوا إلى القرية", ["displaced", "killed"]),
        ("اعتقل 50 شخصا، أفرج عن 20 منهم", ["arrested", "released"]),
        ("قتل 12 شخصا، خمسة منهم أطفال", ["killed", "killed"]),
        ("دمرت 20 مدرسة، منها 5 في القرية", ["schools_destroyed", "schools_destroyed"]),
        ("قتل 4 أشخاص وجرح 7 آخرون، وعاد 300", ["killed", "injured", "returned"]),
    ],
)
def test_what_befell_those_others_or_those_of_them(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("من أصل 40 مشفى لا يعمل سوى 12", [None, "hospitals_operating"]),
        ("من أصل 20 مخبزا لا يعمل إلا 8", [None, "bakeries_operating"]),
        ("لا تعمل 40 مدرسة", ["schools_out_of_service"]),
        ("20 مخبزا لا يعمل", ["bakeries_out_of_service"]),
    ],
)
def test_what_all_but_some_do_is_not_of_the_whole(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("30 عائلة نزحت و20 عادت", ["families_displaced", "families_returned"]),
        ("نزحت 500 عائلة: 300 إلى المخيمات و200 لدى الأقارب", ["families_displaced"] * 3),
        ("نزحت 30 عائلة وأصيب 20", ["families_displaced", "injured"]),
        ("نزح 12 طفلا وعاد 20", ["displaced", "returned"]),
        ("12 قرية دمرت و20 تضررت", ["villages_destroyed", "villages_damaged"]),
        ("بني 12 منزلا، ويجري العمل في 20 سواها", ["houses_built", None]),
    ],
)
def test_a_number_alone_counts_the_families_that_move(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("سجلت 63 حالة اعتقال، بينهم 7 نساء و4 أطفال", ["arrested"] * 3),
        ("سجلت 63 حالة خطف واعتقال، بينهم 7 نساء و4 أطفال", ["kidnapped"] * 3),
        ("وصل 63 شخصا، أصيب بينهم 7", ["arrived", "injured"]),
        ("قتل 63 شخصا، بينهم 7 نساء", ["killed"] * 2),
    ],
)
def test_a_case_is_of_the_word_behind_it_before_its_parts_too(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("12 عائلة دفعت فدية وصلت إلى 3 آلاف دولار", [None, "cost_usd"]),
        ("الربطة وصلت لـ 12 ألف", [None]),
        ("300 نازح وصلوا إلى 3 قرى", ["arrived", None]),
        ("وصل 300 نازح إلى القرية", ["arrived"]),
    ],
)
def test_what_reaches_a_figure_does_not_arrive(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("تنافس في الاقتراع 3 مرشحين", ["participated"]),
        ("شارك في الاحتفال 30 معلما", ["participated"]),
        ("قتل في القصف 30 شخصا", ["killed"]),
        ("نزح وقتل 30 شخصا", ["killed"]),
    ],
)
def test_in_what_something_happened_is_not_what_happened(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("عاد 40 مهاجرا إلى الساحل بعد أن نظر القاضي في ملف 90 شخصا", ["returned", None]),
        ("سقط 12 قتيلا في المدينة القديمة. وفي السوق وحده بعد الظهر 7 رجال", ["killed", None]),
        ("عاد 40 مهاجرا إلى حلب، تلتها إدلب بـ9", ["returned", "returned"]),
        ("عاد 40 مهاجرا إلى حلب و9 إلى إدلب", ["returned", "returned"]),
        ("عاد إلى حلب 40 مهاجرا ثم إلى ريف إدلب 9", ["returned", "returned"]),
        ("أغلقت 6 مراكز صحية من أصل 9 مراكز", ["health_centres_closed", "health_centres_existing"]),
        ("عادت 40 أسرة من أصل 90", ["families_returned", "families_returned"]),
    ],
)
def test_what_a_figure_goes_on_with_no_other_clause_has_begun_before_it(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("قال إن 70 مريضا ومرافقا قتلوا", ["killed"]),
        ("قالت إن 70 طفلا وامرأة نزحوا", ["displaced"]),
        ("وصل 70 مريضا، ومرافقون أصيبوا", ["arrived"]),
        ("ولا تزال 17 قرية هناك معزولة", ["villages_closed"]),
        ("هناك 17 قرية", ["villages_existing"]),
    ],
)
def test_what_is_said_behind_others_who_are_counted_too_or_behind_there(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("إصابات الحمى وصلت 1240", ["infected"]),
        ("سعر الأمبير وصل 15 ألفا", [None]),
        ("ووصل 40 إلى المشفى", ["arrived"]),
        ("في المساء وصل منهم 40", ["arrived"]),
        ("تتسع القاعة لـ90 رجلا وبنيت لـ4 مدارس", ["capacity", "schools_built"]),
    ],
)
def test_what_reaches_a_number_alone_has_not_arrived(text: str, what: list[str | None]) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("وتوزع القتلى على 5 في حلب و3 في حماة", ["killed", "killed"]),
        ("وتوزعت الجرحى، بحسب بيان الوزارة، على ٥ في حلب و٣ في حماة", ["injured", "injured"]),
        ("دمر القصف 5 مدارس", ["schools_destroyed"]),
    ],
)
def test_those_who_are_spread_over_places_are_no_subject(text: str, what: list[str | None]) -> None:
    assert told(text) == what
