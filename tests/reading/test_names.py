"""Names of towns and people are no figures, and the same words are where something speaks for it."""

from __future__ import annotations

import pytest

from raqqa_data.reading import Kind, read
from raqqa_data.reading.refusals.named_words import NAMED

NAMES = {
    "speaker": [
        "قال سبع إن الطريق آمن",
        "قالت رابعة إن البلدة آمنة",
        "وأكد الألفي أن المدرسة فتحت",
        "يقول أيار: عدنا",
        "وأوضح نيسان أنه عاد",
        "ذكرت ست أنها عادت",
    ],
    "joined-behind-a-preposition": [
        "وصلوا إلى وست هام",
        "في وستون",
        "عاد من باول",
        "يعيش في والف",
        "ولد في كالف",
        "في وست برومتش وفي وست هام",
    ],
    "dual-in-the-wrong-case": [
        "احترق منزل في سجنان",
        "وصل إلى شهران",
        "عاد من مسجدان",
        "يعيش في بولدان",
        "سافر إلى ميلان",
        "انتقل من رجلان",
    ],
    "month-of-a-name": [
        "ولد في سان خوسيه دي مايو",
        "في دي مارس",
        "تقع في ماي كريك",
        "في ماي هونغ سون",
        "التقى جوان كارلوس",
        "زار سانت أوت",
    ],
    "day-of-a-market": [
        "احترق سوق الثلاثاء",
        "في سوق الخميس",
        "وصلوا إلى بلدة الجمعة",
        "بسوق الأحد",
        "قرب قرية الأربعاء",
        "سكان حي السبت",
    ],
    "weekday-of-no-date": [
        "في الجمعة البيضاء",
        "يوم الجمعة السوداء",
        "خسائر الاثنين الأسود",
        "أيام الجمعة والسبت",
        "كل خميس",
        "هذا أو الاثنين معا",
    ],
    "name-of-a-paper": [
        "نشرت صحيفة اليوم السابع الخبر",
        "قناة الغد",
        "قالت لصحيفة «اليوم»",
        "وبحسب موقع اليوم",
        "مجلة «الأسبوع»",
        "من حزب الغد",
    ],
    "nights-of-a-month": [
        "دخلها لسبع خلون من رجب",
        "وصلها لثلاث عشرة بقيت من رمضان",
        "لسبع ليال خلون من شوال",
        "لخمس عشرة ليلة مضت من شعبان",
    ],
    "numeral-of-nothing": [
        "قصفت بلدة في الخمس",
        "عند تل السبع",
        "يعيش في بير سبع، جنوبا",
        "من بئر السبع",
        "في شارع ست",
        "وصل إلى عين الست",
    ],
    "towns-named-by-a-day": ["في مدينة العاشر من رمضان", "بمدينة السادس من أكتوبر", "حي 17 رمضان"],
}
FIGURES = {
    "speaker": [
        ("قال سبعة إنهم عادوا", ["cardinal 7"]),
        ("قال ثلاثة شهود إن الطريق آمن", ["cardinal 3"]),
        ("أعلن في أيار أن الطريق آمن", ["date 2022-05"]),
        ("أكد 5 منهم أن الطريق آمن", ["cardinal 5"]),
    ],
    "joined-behind-a-preposition": [
        ("قتلت ثلاث نساء وست فتيات", ["cardinal 3", "cardinal 6"]),
        ("في ست قرى", ["cardinal 6"]),
        ("من ثلاثة إلى خمسة أشخاص", ["cardinal 3..5"]),
        ("وبألف منهم", ["cardinal 1000"]),
        ("في فبراير 2020", ["date 2020-02"]),
        ("على بضعة منازل", ["cardinal 3.."]),
        ("في واحد من كل ثلاثة", ["cardinal 0.3333333333333333"]),
        ("في ليلتين", ["duration 2 day"]),
    ],
    "dual-in-the-wrong-case": [
        ("قتل رجلان", ["cardinal 2"]),
        ("في قريتين", ["cardinal 2"]),
        ("مضى شهران", ["duration 2 month"]),
        ("عاد رجلان من حلب", ["cardinal 2"]),
        ("في فدان واحد", ["measure 1 feddan"]),
        ("من شهرين إلى ثلاثة أشهر", ["duration 2..3 month"]),
    ],
    "month-of-a-name": [
        ("في ماي 2020", ["date 2020-05"]),
        ("في 5 ماي 2020", ["date 2020-05-05"]),
        ("خلال شهر ماي", ["date 2022-05"]),
        ("في ماي الماضي", ["date 2022-05"]),
        ("بين ماي وجوان 2021", ["date 2021-05/2021-06"]),
        ("من ماي إلى جوان 2021", ["date 2021-05/2021-06"]),
        ("في مايو", ["date 2022-05"]),
        ("يوم 12 جوان", ["date 2022-06-12"]),
    ],
    "day-of-a-market": [
        ("فتح السوق الثلاثاء", ["date 2022-10-18"]),
        ("قصفت بلدة يوم الجمعة", ["date 2022-10-14"]),
        ("قتل 3 في القرية الخميس الماضي", ["cardinal 3", "date 2022-10-13"]),
        ("وصل الخميس الماضي", ["date 2022-10-13"]),
    ],
    "weekday-of-no-date": [
        ("عادوا الاثنين", ["date 2022-10-17"]),
        ("أغلقت الجمعة والسبت الماضي", ["date 2022-10-14", "date 2022-10-15"]),
        ("يوم الأحد القادم", ["date 2022-10-23"]),
        ("في الجمعة الماضية", ["date 2022-10-14"]),
    ],
    "name-of-a-paper": [
        ("نشرت الصحيفة اليوم خبرا", ["date 2022-10-20"]),
        ("أغلقت القناة أمس", ["date 2022-10-19"]),
        ("بثت القناة الثلاثاء الماضي", ["date 2022-10-18"]),
        ("تصدر غدا", ["date 2022-10-21"]),
        ("نشرت صحيفة اليوم السابع 12 صورة", ["cardinal 12"]),
        ("نشرت قناة الغد 12 صورة", ["cardinal 12"]),
        ("نشرت قناة حلب اليوم 12 صورة", ["cardinal 12"]),
    ],
    "nights-of-a-month": [
        ("سبع سنوات مضت من عمره", ["duration 7 year"]),
        ("بعد ثلاث بقيت من الحلقات", ["cardinal 3"]),
        ("سبع ليال في الوادي", ["duration 7 day"]),
        ("خمس خلت من سكانها", ["cardinal 5"]),
    ],
    "numeral-of-nothing": [
        ("في السنوات الخمس الماضية", ["date 2017-10-20/2022-10-20"]),
        ("القرى الست", ["cardinal 6"]),
        ("بالمدن السبع", ["cardinal 7"]),
        ("خمس", ["cardinal 5"]),
        ("عددهن ست", ["cardinal 6"]),
        ("من ثلاث إلى خمس", ["cardinal 3..5"]),
        ("في خمس مدارس", ["cardinal 5"]),
        ("قتلت أكثر من ست", ["cardinal 6"]),
    ],
    "towns-named-by-a-day": [("في العاشر من رمضان", ["date"]), ("في السادس من أكتوبر 2020", ["date 2020-10-06"])],
}


@pytest.mark.parametrize("text", [text for texts in NAMES.values() for text in texts])
def test_a_name_is_no_figure(text: str) -> None:
    assert [mention.text for mention in read(text, reference="2022-10-20")] == []
    # and what stands right behind it is read
    assert [mention.text for mention in read(f"{text} أمس", reference="2022-10-20")] == ["أمس"]


@pytest.mark.parametrize(("text", "expected"), [case for cases in FIGURES.values() for case in cases])
def test_the_same_words_are_figures_where_something_speaks_for_it(text: str, expected: list[str]) -> None:
    found: list[str] = []
    for mention in read(text, reference="2022-10-20"):
        estimate = mention.estimate
        if mention.kind is Kind.DATE:
            said = str(mention.period) if mention.calendar == "gregorian" else ""
        else:
            assert estimate is not None
            high = "" if estimate.high is None else estimate.high
            said = str(estimate.best) if estimate.best is not None else f"{estimate.low}..{high}"
        found.append(" ".join(filter(None, [mention.kind, said, mention.unit])))
    assert found == expected


def test_every_row_is_tried_both_ways() -> None:
    assert {row.name for row in NAMED.rows} <= NAMES.keys() == FIGURES.keys()
    for row in NAMED.rows:
        assert not read(row.example, reference="2022-10-20"), row.name
