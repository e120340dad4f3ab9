"""Dates that a reference resolves, and those that stay open without one."""

from __future__ import annotations

import datetime as dt

import pytest

from raqqa_data.errors import PeriodError
from raqqa_data.reading import Kind, ReadingError, read
from raqqa_data.records.period import Period
from tests.reading.briefs import briefs

_DAY = dt.date(2022, 10, 20)  # a Thursday


def periods(text: str, reference: dt.date | Period | str | None) -> list[str | None]:
    dates = [mention for mention in read(text, reference=reference) if mention.kind is Kind.DATE]
    return [None if mention.period is None else mention.period.edtf for mention in dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("منذ مطلع السنة", "2022-01/2022-10-20"),
        ("بداية السنة الجارية", "2022-01~"),
        ("نهاية العام الماضي", "2021-12~"),
        ("أوائل الشهر الجاري", "2022-10-01/2022-10-10"),
        ("منتصف الشهر الماضي", "2022-09-15~"),
        ("أواخر الشهر الجاري", "2022-10-21/2022-10-31"),
        ("نهاية الشهر المقبل", "2022-11-30"),
        ("العام الجاري", "2022"),
        ("هذا العام", "2022"),
        ("العام قبل الماضي", "2020"),
        ("السنة بعد القادمة", "2024"),
        ("الشهر الماضي", "2022-09"),
        ("الشهر المقبل", "2022-11"),
        ("الأسبوع الماضي", "2022-10-10/2022-10-16"),
        ("هذا الأسبوع", "2022-10-17/2022-10-23"),
        ("الأسبوع المقبل بين الثلاثاء والخميس", "2022-10-25/2022-10-27"),
        ("العقد الماضي", "201X"),
        ("القرن الماضي", "19XX"),
        ("أيلول الماضي", "2022-09"),
        ("تشرين الأول الماضي", "2021-10"),
        ("شباط المقبل", "2023-02"),
        ("كانون الأول المقبل", "2022-12"),
        ("15 آذار", "2022-03-15"),
        ("يوم 27", "2022-10-27"),
        ("27 الجاري", "2022-10-27"),
        ("3 المقبل", "2022-11-03"),
        ("أمس", "2022-10-19"),
        ("أول أمس", "2022-10-18"),
        ("أول من أمس", "2022-10-18"),
        ("غدا", "2022-10-21"),
        ("بعد غد", "2022-10-22"),
        ("اليوم", "2022-10-20"),
        ("اليوم السابق", "2022-10-19"),
        ("يوم الجمعة", "2022-10-21"),
        ("الخميس", "2022-10-27"),
        ("الثلاثاء الماضي", "2022-10-18"),
        ("الأحد المقبل", "2022-10-23"),
        ("أحد الأسبوع الماضي", "2022-10-16"),
        ("الاثنين بعد أسبوعين", "2022-10-31"),
        ("من يناير إلى مارس", "2022-01/2022-03"),
        ("بين تشرين الثاني وشباط", "2021-11/2022-02"),
        ("من أيلول إلى تشرين الأول", "2022-09/2022-10"),
        ("من 5 كانون الثاني إلى 3 آذار", "2022-01-05/2022-03-03"),
        ("من تاريخ 1/1/2020 إلى 31/12/2021", "2020-01-01/2021-12-31"),
        ("من يوم 3 آذار إلى 5 آذار 2021", "2021-03-03/2021-03-05"),
        ("صدر القرار في 10/2018", "2018-10"),
        ("حتى 10/2018", "2018-10"),
        ("قبل عامين", "2020"),
        ("قبل عامين وشهر", "2020-09"),
        ("قبل عام وثلاثة أشهر", "2021-07"),
        ("قبل سنتين و4 أشهر", "2020-06"),
        ("قبل ٣ سنوات وشهرين", "2019-08"),
        ("قبل سنة ونصف", "2021-04"),
        ("قبل عقد ونصف", "2007"),
        ("قبل عقد وعامين", "2010"),
        ("قبل أسبوع ويومين", "2022-10-11"),
        ("قبل أسبوعين ويوم", "2022-10-05"),
        ("قبل شهر و5 أيام", "2022-09-15"),
        ("قبل ثلاثة أشهر وعشرة أيام", "2022-07-10"),
        ("بعد شهر وأسبوع", "2022-11-27"),
        ("قبل عامين وقتل 3 أشخاص", "2020"),
        ("قبل عامين و3 قتلى", "2020"),
        ("قبل يومين وشهر", "2022-10-18"),
        ("بعد ثلاث سنوات", "2025"),
        ("قبل 5 أشهر", "2022-05"),
        ("قبل ثلاثة أيام", "2022-10-17"),
        ("بعد أسبوع", "2022-10-27"),
        ("قبل عقدين", "2002"),
        ("الأيام الثلاثة المقبلة", "2022-10-21/2022-10-23"),
        ("الأسابيع الثلاثة الماضية", "2022-09-29/2022-10-20"),
        ("السنوات الخمس الماضية", "2017-10-20/2022-10-20"),
        ("اليومين المقبلين", "2022-10-21/2022-10-22"),
        ("6 أشهر القادمة", "2022-10-20/2023-04-20"),
        ("آخر 3 سنوات", "2019-10-20/2022-10-20"),
        ("آخر جمعة من شهر أيلول", "2022-09-30"),
        ("أول أسبوع من الشهر المقبل", "2022-11-07/2022-11-13"),
        ("الأسبوع الأخير من آب", "2022-08-22/2022-08-28"),
        ("الأسبوع الثاني من العام الجاري", "2022-01-10/2022-01-16"),
        ("الربع الأخير من العام الجاري", "2022-10/2022-12"),
        ("آخر يوم من الشهر الجاري", "2022-10-31"),
        ("آخر يوم", "2022-10-19"),
        ("اليوم الثالث من تشرين الثاني", "2022-11-03"),
        ("الخميس الثاني من أيلول", "2022-09-08"),
        ("ثالث خميس بعد رأس السنة 2023", "2023-01-19"),
        ("رأس السنة", "2023-01-01"),
        ("عيد الفصح 2024", "2024-03-31"),
        ("الخميس 20 من هذا الشهر", "2022-10-20"),
        ("آخر خميس", "2022-10-27"),
        ("يوم الخميس الأول", "2022-10-06"),
        ("من أسبوع", "2022-10-13"),
        ("وقع في 12.", "2022-10-12"),
        ("يوم الأحد 9", "2022-10-09"),
        ("آذار من هذا العام", "2022-03"),
        ("أيار من العام المقبل", "2023-05"),
        ("بين 3 و7 من الشهر الماضي", "2022-09-03/2022-09-07"),
        ("15 آذار المقبل", "2023-03-15"),
        ("15 كانون الأول الجاري", "2022-12-15"),
        ("العقد الحالي", "202X"),
        ("أواخر العقد الماضي", "201X"),
        ("شهر 9 الماضي", "2022-09"),
        ("اليوم اللي قبل امبارح", "2022-10-18"),
        ("أول امبارح", "2022-10-18"),
        ("بعدما وفر 48 ألفا العام الماضي", "2021"),
        ("بعدما وفر 48 العام الماضي", "2021"),
        ("هذا يوم الجمعة", "2022-10-21"),
        ("بعد عام", "2023"),
        ("بعد 500 يوم", "2024-03-03"),
        ("أمس الأربعاء", "2022-10-19"),
        ("اليوم الثلاثاء 25 حزيران 2019", "2019-06-25"),
        ("بعد 3 أيام من 5 آذار 2020", "2020-03-08"),
        ("3 أسابيع القادمة", "2022-10-20/2022-11-10"),
        ("آخر 10 أيام", "2022-10-10/2022-10-19"),
        ("عيد العمال 2021", "2021-05-01"),
        ("الأسبوع", "2022-10-17/2022-10-23"),
        ("العام", "2022"),
    ],
)
def test_a_reference_resolves(text: str, expected: str) -> None:
    assert periods(text, _DAY) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "العام الجاري",
        "الشهر الماضي",
        "منذ مطلع السنة",
        "بداية السنة الجارية",
        "هذا الأسبوع",
        "العقد المقبل",
        "27 الجاري",
    ],
)
def test_without_one_they_stay_open(text: str) -> None:
    assert periods(text, None) == [None]


@pytest.mark.parametrize("text", ["أمس", "غدا", "اليوم", "يوم الجمعة", "الخميس", "قبل", "بعد غد"])
def test_days_named_by_today_alone_are_no_figure_without_one(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "آخر كتاب",
        "أول خميس بعد كتاب",
        "من كتاب",
        "قبل كتاب",
        "بعد 1,5 عام",
        "قبل -3 أيام",
        "آخر 3 كتب",
        "أول يوم",
        "في أمس الحاجة",
        "6 كتب القادمة",
        "تراجع الفريق إلى الثاني عشر",
        "من الصف العاشر إلى الثاني عشر",
        "الفصول الرابع حتى الثاني عشر",
        "حتى الثامن",
        "قبل يومين أو ثلاثة",
        "في الخامسة والعشرين",
        "العام الهجري الجديد",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert periods(text, _DAY) == []


@pytest.mark.parametrize(
    "text",
    [
        "الخميس الخامس من شباط 2022",
        "اليوم 31 من شباط",
        "الأسبوع السادس من شباط 2022",
        "قبل 9000 عام",
        "بعد 99999999 يوم",
        "قبل 20000 يوم",
    ],
)
def test_a_day_that_is_not_there_is_never_made_up(text: str) -> None:
    assert all(period is None or Period(period) for period in periods(text, _DAY))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد أمس الأربعاء", ["2022-10-19"]),
        ("اليوم، الخميس، يعقد", ["2022-10-20"]),
        ("يوم أمس (الأربعاء) وصل", ["2022-10-19"]),
        ("أعلنت الهيئة الثلاثاء", ["2022-10-18"]),
        ("أعلنت الهيئة الخميس", ["2022-10-20"]),
        ("سيزور الوفد المدينة الأحد", ["2022-10-23"]),
        ("اليوم الخميس 20 تشرين الأول", ["2022-10-20"]),
        ("غدا والسبت", ["2022-10-21", "2022-10-22"]),
        ("20 أكتوبر 2022 الخميس", ["2022-10-20"]),
        ("يومي 12 و13 أكتوبر الجاري", ["2022-10-12/2022-10-13"]),
        ("في آذار الماضي", ["2022-03"]),
        ("منتصف مارس الماضي", ["2022-03-15~"]),
        ("شهر أيلول سبتمبر الماضي", ["2022-09"]),
        ("تأجلت الجلسة إلى الخامس والعشرين.", ["2022-10-25"]),
        ("الثلاثاء الماضي 18 تشرين الأول", ["2022-10-18"]),
        ("الأحد الماضي (16 أكتوبر)", ["2022-10-16"]),
        ("الثلاثاء الماضي 2 قتيلين", ["2022-10-18"]),
        ("عيد الفصح الماضي", ["2022-04-17"]),
        ("عيد العمال المقبل", ["2023-05-01"]),
        ("من 25 إلى 30 الجاري", ["2022-10-25/2022-10-30"]),
        ("بين 3 و7 الماضي", ["2022-09-03/2022-09-07"]),
        ("من 30 إلى 25 الجاري", ["2022-10-25"]),
        ("يستمر المعرض حتى السابع والعشرين", ["2022-10-27"]),
        ("أجلت المباراة للثالث والعشرين", ["2022-10-23"]),
    ],
)
def test_days_and_months_said_twice_or_together_are_one(text: str, expected: list[str]) -> None:
    assert periods(text, _DAY) == expected


def test_a_weekday_that_no_verb_tells_of_is_the_last_or_alone_the_next() -> None:
    (mention,) = read("اجتماع الثلاثاء", reference=_DAY)
    assert mention.period is not None
    assert mention.period.edtf == "2022-10-18"
    assert mention.ambiguous is not None
    assert mention.ambiguous.period is not None
    assert mention.ambiguous.period.edtf == "2022-10-25"
    (alone,) = read("الثلاثاء", reference=_DAY)
    assert alone.period is not None
    assert alone.period.edtf == "2022-10-25"


def test_without_one_a_distance_is_a_duration() -> None:
    (mention,) = read("قبل عامين")
    assert (mention.kind, mention.value, mention.unit) == (Kind.DURATION, 2, "year")


def test_a_distance_from_something_else_is_a_duration() -> None:
    (mention,) = read("بعد أربع سنوات من الغياب", reference=_DAY)
    assert (mention.kind, mention.value, mention.unit) == (Kind.DURATION, 4, "year")


def test_what_a_coarse_reference_cannot_tell_stays_open() -> None:
    assert periods("الشهر الماضي", "2022") == [None]
    assert periods("الأسبوع الماضي", "2022-10") == [None]
    assert periods("قبل شهرين", "2022") == [None]
    assert periods("العام الماضي", "2022") == ["2021"]
    assert periods("منذ مطلع السنة", "2022-10") == ["2022-01/2022-10"]
    assert periods("منذ مطلع العام الجاري", Period("2022-10")) == ["2022-01/2022-10"]


def test_an_open_reference_tells_nothing() -> None:
    assert periods("العام الماضي", "2022/2023") == [None]


@pytest.mark.parametrize(
    "reference", [_DAY, dt.datetime(2022, 10, 20, 9, tzinfo=dt.UTC), "2022-10-20", "2022-10-20T09:00"]
)
def test_a_reference_may_be_given_in_each_form(reference: dt.date | str) -> None:
    assert periods("العام الماضي", reference) == ["2021"]


def test_the_same_year_and_month_are_those_named_before() -> None:
    assert periods("في آذار 2015 ثم في أيار من العام نفسه", None) == ["2015-03", "2015-05"]
    assert periods("في آذار 2015 ثم في نفس العام", None) == ["2015-03", "2015"]
    assert periods("في آذار 2015، وفي الشهر نفسه", None) == ["2015-03", "2015-03"]
    assert periods("في آذار 2015، وفي الشهر نفسه من عام 2016", None) == ["2015-03", "2016-03"]
    assert periods("في آذار 2015\nفي أيار من العام نفسه", None) == ["2015-03", "2015-05"]


def test_the_clock_is_never_asked() -> None:
    assert all(mention.period is None for mention in read("العام الجاري والشهر الماضي والأسبوع المقبل"))


@pytest.mark.parametrize("reference", ["soon", "", "2022-13"])
def test_a_reference_that_is_no_date_is_refused(reference: str) -> None:
    with pytest.raises(PeriodError):
        read("العام الماضي", reference=reference)


@pytest.mark.parametrize(("text", "reference"), [(b"5", None), (5, None), (None, None), ("5", 2022)])
def test_what_is_no_text_gets_an_error_of_ours(text: object, reference: object) -> None:
    with pytest.raises(ReadingError, match="give a"):
        read(text, reference=reference)  # type: ignore[arg-type]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_raise_nothing(day: str) -> None:
    texts = [
        "العام الماضي",
        "العام المقبل",
        "الشهر الماضي",
        "الأسبوع المقبل",
        "غدا",
        "أمس",
        "قبل 500 سنة",
        "بعد 999999 يوم",
    ]
    texts += [
        "الأسابيع الثلاثة المقبلة",
        "السنوات العشر المقبلة",
        "الخميس المقبل",
        "آخر 9 سنوات",
        "عيد الفطر",
        "العقد الماضي",
    ]
    for text in texts:
        assert all(text[mention.start : mention.end] == mention.text for mention in read(text, reference=day))


@pytest.mark.parametrize(
    ("text", "expected", "other"),
    [
        ("أطلقت البلدية الأحد حملة", "2022-10-16", None),
        ("حملة الأحد في المدينة", "2022-10-16", "2022-10-23"),
        ("والثلاثاء، جرى الاحتفال", "2022-10-18", None),
        ("يصل الوفد السبت إلى المدينة", "2022-10-22", "2022-10-15"),
        ("تختتم الدورة الجمعة", "2022-10-21", "2022-10-14"),
        ("الأحد سيعقد المؤتمر", "2022-10-23", "2022-10-16"),
        ("سأعود يوم الاثنين", "2022-10-24", "2022-10-17"),
        ("قال المدير الأربعاء", "2022-10-19", None),
        ("عند رأس السنة أغلقت المتاجر", "2023-01-01", "2022-01-01"),
        ("بعد عيد العمال هدأت السوق", "2022-05-01", "2023-05-01"),
        ("قبل عيد العمال المقبل", "2023-05-01", None),
        ("في عيد الميلاد الماضي", "2021-12-25", None),
        ("قمح تسليم آذار", "2023-03", None),
        ("العام الماضي 2021", "2021", None),
        ("العام الجاري (2022)", "2022", None),
        ("الربع الثالث من العام الجاري 2022", "2022-07/2022-09", None),
        ("الأشهر السبعة الأولى من العام الجاري", "2022-01/2022-07", None),
        ("الأيام الخمسة الأولى من الشهر الماضي", "2022-09-01/2022-09-05", None),
        ("منذ أوائل أيار", "2022-05-01/2022-05-10", None),
        ("سيعود بعد أربعة أيام", "2022-10-24", None),
    ],
)
def test_what_news_say_is_near_the_reference(text: str, expected: str, other: str | None) -> None:
    (mention,) = (mention for mention in read(text, reference=_DAY) if mention.kind is Kind.DATE)
    assert mention.period is not None
    assert mention.period.edtf == expected
    open_reading = None if mention.ambiguous is None else mention.ambiguous.period
    assert (None if open_reading is None else open_reading.edtf) == other


@pytest.mark.parametrize(
    "text",
    [
        "استأنف العمل بعد ثلاثة أسابيع",
        "بعد عام واحد من الافتتاح",
        "بعد شهرين فقط على انتخابه",
        "قالوا إن المدرسة",
        "صلاة الجمعة",
        "خطبة الجمعة",
    ],
)
def test_what_is_no_date_beside_a_reference(text: str) -> None:
    assert [mention for mention in read(text, reference=_DAY) if mention.kind is Kind.DATE] == []


@pytest.mark.parametrize(
    ("text", "expected", "other"),
    [
        ("بلغ الإنتاج عام 1434", "2012-11-15/2013-11-03", "1434"),
        ("صدر في 12/4/1388", "1968-07-08", "1388-04-12"),
        ("سجل في 1437/2/19", "2015-12-01", "1437-02-19"),
        ("من 3 إلى 9 / 5 / 1436", "2015-02-22/2015-02-28", "1436-05-03/1436-05-09"),
    ],
)
def test_a_year_without_a_mark_that_is_likelier_hijri_leaves_the_other_calendar_open(
    text: str, expected: str, other: str
) -> None:
    pytest.importorskip("hijridate")
    (mention,) = read(text)
    assert (mention.calendar, str(mention.period)) == ("hijri", expected)
    assert mention.ambiguous is not None
    assert (mention.ambiguous.calendar, str(mention.ambiguous.period)) == ("gregorian", other)


@pytest.mark.parametrize(
    "text", ["9 - 8 - 7 - 2015", "40 / 50 / 2015", "3 / 2 / 45", "7. 8. 45", "12 إلى 10 / 50 / 2015"]
)
def test_numbers_in_a_row_that_no_calendar_has_are_no_date(text: str) -> None:
    assert not any(mention.kind is Kind.DATE for mention in read(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أمس الأحد عشر شخصا", "date 2022-10-19 «أمس» | cardinal 11 «الأحد عشر شخصا» #الأحد عشر"),
    ],
)
def test_all_that_is_read_with_a_reference(text: str, expected: str) -> None:
    assert briefs(read(text, reference=_DAY)) == expected


@pytest.mark.parametrize("reference", ["0001-01-15", "9999-12-31"])
def test_a_feast_without_one_before_or_after_is_not_dated(reference: str) -> None:
    assert periods("عيد العمال", reference) == []
    assert periods("عيد العمال", "2022-10-20") == ["2023-05-01"]
