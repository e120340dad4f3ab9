"""What is stated per something has a unit that says so, and names and idioms are no figures."""

from __future__ import annotations

import pytest

import raqqa_data as rd

RATES = [
    ("5 قتلى يوميا", "1 / day"),
    ("٥ قتلى يوميا", "1 / day"),
    ("نحو 40 مراجعا في اليوم", "1 / day"),
    ("أكثر من 12 طلبا كل يوم", "1 / day"),
    ("3 شاحنات أسبوعيا", "1 / week"),
    ("7 آلاف زائر شهريا", "1 / month"),
    ("200 طالب سنويا", "1 / year"),
    ("9 حوادث كل شهر", "1 / month"),
    ("30 دولارا للبرميل", "USD / oil_barrel"),
    ("٣٠ دولارا للبرميل", "USD / oil_barrel"),
    ("400 يورو للطن", "EUR / metric_ton"),
    ("3 دولارات للكيلوغرام", "USD / kilogram"),
    ("150 دولارا شهريا", "USD / month"),
    ("20 دولارا للشخص", "USD / person"),
    ("100 دولار لكل أسرة", "USD / family"),
    ("15 لترا للفرد في اليوم", "liter / person / day"),
    ("5 لترات لكل شخص يوميا", "liter / person / day"),
    ("5 لترات يوميا لكل شخص", "liter / person / day"),
    ("2 طن للهكتار", "metric_ton / hectare"),
]


@pytest.mark.parametrize(("text", "unit"), RATES)
def test_a_figure_per_something(text: str, unit: str) -> None:
    (mention,) = rd.read(text)
    assert mention.unit == unit
    assert mention.text == text


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("قتل 5 أشخاص في اليوم التالي", [None, None]),
        ("وصل 40 نازحا في اليوم نفسه", [None]),
        ("وصل 40 نازحا في الشهر الماضي", [None, None]),
        ("رفع 5% سنويا", ["percent"]),
        ("دفع 30 دولارا للبلدية", ["USD"]),
        ("وزع 15 لترا للقرية", ["liter"]),
        ("عمره 40 عاما", ["year"]),
        ("سار 60 كيلومترا في الساعة", ["kilometer / hour"]),
    ],
)
def test_what_is_no_figure_per_something(text: str, units: list[str | None]) -> None:
    found = list(rd.read(text, reference="2022-10-20"))
    assert [mention.unit for mention in found][: len(units)] == units


@pytest.mark.parametrize(
    "text",
    [
        "قال سليمان محمد كينان",
        "كتاب لينين",
        "قرية بينين",
        "ألف مبروك للناجحين",
        "ألف شكر لكم",
        "ألف سلامة",
        "في باب الهوى",
        "عبر معبر باب السلامة",
        "في إب",
    ],
)
def test_names_and_idioms_are_no_figures(text: str) -> None:
    assert rd.read(text, reference="2022-10-20") == ()


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("500 د.إ", "AED"),
        ("500 د.أ", "JOD"),
        ("٥٠٠ د.إ", "AED"),
        ("500 د.ع", "IQD"),
        ("500 ع.د", "IQD"),
        ("500 ل.ت", "TRY"),
        ("500 ل.س", "SYP"),
        ("500 س.ل", "SYP"),
        ("500 ر.س", "SAR"),
        ("500 ين", "JPY"),
    ],
)
def test_abbreviations_of_currencies(text: str, unit: str) -> None:
    (mention,) = rd.read(text)
    assert (mention.value, mention.unit) == (500, unit)
