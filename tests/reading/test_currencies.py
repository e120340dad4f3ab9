"""Money of a currency whose name several countries share: by its words, by a place beside it, by the country given."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raqqa_data.errors import NotFoundError, ReadingError
from raqqa_data.interchange.mentions import Mentions
from raqqa_data.reading import read, read_batch, reading_of
from raqqa_data.reading.markup import other_reading
from raqqa_data.units.table import UNITS, tender

BY_HINT = [
    ("خمسون ليرة", "SY", "SYP"),
    ("٥٠ ليرة", "LB", "LBP"),
    ("اشترى بليرتين خبزا", "TR", "TRY"),
    ("ما بين 20 و30 دينارا", "IQ", "IQD"),
    ("3 ملايين من الليرات", "SY", "SYP"),
    ("مئات الدنانير", "TN", "TND"),
    ("20 دينارا", "PS", "JOD"),
    ("وبألف ريال", "YE", "YER"),
    ("ريال واحد", "QA", "QAR"),
    ("١٢ درهما", "MA", "MAD"),
    ("أكثر من 70 ألف جنيه", "SD", "SDG"),
    ("100 فرنك", "ML", "XOF"),
    ("100 فرنك", "RW", "RWF"),
    ("5 ليرات و50 قرشا", "LB", "LBP"),
    ("5 دولارات", "CA", "CAD"),
    ("30 ليرة للكيلو", "SY", "SYP / kilogram"),
]
BY_THE_TEXT = [
    ("50 ليرة لبنانية", "LBP"),
    ("50 ليرة في لبنان", "LBP"),
    ("٥٠ ليرة بتركيا", "TRY"),
    ("الليرة اللبنانية 500", "LBP"),
    ("بلغ السعر 500 دينار في العراق أمس", "IQD"),
    ("300 جنيه في السودان", "SDG"),
    ("300 جنيه في جنوب السودان", "SSP"),
    ("75 جنيها جنوب سودانيا", "SSP"),
    ("75 جنيها سودانيا", "SDG"),
    ("40 ريالا داخل اليمن", "YER"),
    ("5 دولارات أمريكية", "USD"),
    ("20 د.ع", "IQD"),
    ("5 $", "USD"),
    ("700 ل.ل", "LBP"),
]
BESIDE = [
    ("رفع الأجر في لبنان إلى 500 ألف ليرة", "LBP", "SY"),
    ("في جنوب السودان بيع الكيس بسعر 900 جنيه", "SSP", "EG"),
    ("رفعت الحكومة اللبنانية السعر إلى 400 ليرة", "LBP", "SY"),
    ("بيع الرغيف بسعر 4 ليرات في أسواق إسطنبول", "TRY", "LB"),
]
OPEN = [
    "50 ليرة",
    "نقل تاجر من لبنان إلى تركيا 500 ليرة",
    "وصل إلى لبنان. دفع 500 ليرة",
    "سعر الرغيف 400 ليرة\nفي لبنان",
    "50 قرشا",
]


@pytest.mark.parametrize(
    "elsewhere", ["، وفي لبنان", " وفي لبنان", "، بينما بلغ في لبنان", "، أما في لبنان فبلغ", " مقابل"]
)
def test_a_country_of_a_later_clause_says_nothing_of_the_money_before_it(elsewhere: str) -> None:
    text = f"بلغ السعر 5000 ليرة{elsewhere} 3000 ليرة في لبنان"
    first, second = read(text, country="SY")
    assert (first.unit, first.ambiguous, second.unit) == ("SYP", None, "LBP")
    first, second = read(text)
    assert (first.unit, second.unit) == (None, "LBP")


@pytest.mark.parametrize(("text", "country", "unit"), BY_HINT)
def test_the_country_given_says_whose_it_is(text: str, country: str, unit: str) -> None:
    (found,) = read(text, country=country)
    assert (found.unit, found.country_hint, found.ambiguous) == (unit, country, None)


@pytest.mark.parametrize(("text", "unit"), BY_THE_TEXT)
@pytest.mark.parametrize("country", [None, "SY", "CA", "EG", "KW"])
def test_the_text_goes_before_it(text: str, unit: str, country: str | None) -> None:
    found = read(text, country=country)[0]
    assert (found.unit, found.country_hint, found.ambiguous) == (unit, None, None)


@pytest.mark.parametrize(("text", "unit", "country"), BESIDE)
def test_a_place_elsewhere_in_the_sentence_may_be_meant(text: str, unit: str, country: str) -> None:
    (found,) = read(text)
    assert found.unit == unit
    assert found.ambiguous is not None
    assert found.ambiguous.unit is None
    assert other_reading(found).endswith("of another currency")
    (hinted,) = read(text, country=country)
    (own,) = tender()[country]
    assert (hinted.unit, hinted.country_hint) == (unit, None)
    assert hinted.ambiguous is not None
    assert (hinted.ambiguous.unit, hinted.ambiguous.country_hint) == (own, country)
    assert reading_of(hinted).endswith(f" {own})")


def test_a_place_that_agrees_with_the_country_given_leaves_no_doubt() -> None:
    (found,) = read("رفعت الحكومة السورية السعر إلى 400 ليرة", country="SY")
    assert (found.unit, found.country_hint, found.ambiguous) == ("SYP", "SY", None)
    assert reading_of(found) == "money: 400 SYP (the currency of SY)"


@pytest.mark.parametrize("text", OPEN)
def test_without_it_the_currency_stays_open(text: str) -> None:
    (found,) = read(text)
    assert (found.kind, found.unit, found.ambiguous) == ("money", None, None)


def test_two_countries_in_a_sentence_leave_it_open() -> None:
    (found,) = read("نقل تاجر من لبنان إلى تركيا 500 ليرة", country="SY")
    assert (found.unit, found.country_hint) == (None, None)


def test_another_currency_of_the_country_is_not_meant() -> None:
    (found,) = read("20 دينارا", country="SY")
    assert (found.unit, found.country_hint) == (None, None)


@pytest.mark.parametrize("code", ["sy", "SYR", "Syria", "ZZ", ""])
def test_a_code_of_no_country_is_told(code: str) -> None:
    for asked in (lambda: read("5", country=code), lambda: read_batch(_batch("5"), "text", country=code)):
        with pytest.raises(NotFoundError, match="ISO 3166"):
            asked()


def test_what_is_no_code_is_told() -> None:
    with pytest.raises(ReadingError, match="'SY'"):
        read("5", country=963)  # type: ignore[arg-type]


def test_batches_and_tables_keep_what_was_taken_from_it() -> None:
    found = read_batch(_batch("50 ليرة"), "text", country="SY").column("mentions").to_pylist()
    assert [(one["unit"], one["country_hint"]) for one in found[0]] == [("SYP", "SY")]
    mentions = Mentions.of("رفع الأجر في لبنان إلى 500 ألف ليرة", country="SY")
    assert Mentions.from_arrow(mentions) == mentions
    old = mentions.to_arrow()
    kept = [name for name in old.column_names if name != "country_hint"]
    assert Mentions.from_arrow(old.select(kept))[0].country_hint is None


@given(st.sampled_from(sorted(tender())), st.integers(3, 10**6))
def test_every_country_gives_one_of_its_own_currencies_or_none(country: str, value: int) -> None:
    for noun in ("ليرة", "دينار", "ريال", "درهم", "جنيه", "فرنك"):
        (found,) = read(f"{value} {noun}", country=country)
        assert found.value == value
        assert (found.unit in tender()[country]) if found.country_hint else found.unit is None
        assert found.unit is None or found.unit in UNITS


def _batch(text: str) -> Any:
    core = pytest.importorskip("arro3.core")
    return core.RecordBatch.from_arrays([core.Array([text], core.DataType.string())], names=["text"])
