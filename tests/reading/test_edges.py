"""What is not a text's reading: Arrow batches, HTML, Hijri dates without their library, lazy compilation."""

from __future__ import annotations

import datetime as dt
import importlib
import itertools
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from raqqa_data import reading
from raqqa_data.engines.mention_batches import mention_rows as rows_of_engines
from raqqa_data.errors import MissingExtraError, NotFoundError
from raqqa_data.reading import Kind, Mention, ReadingError, batch, highlight, page, read, read_batch, reading_of
from raqqa_data.reading.dates import hijri
from raqqa_data.reading.text.folding import fold
from raqqa_data.reading.words.lexicon import Lexicon, lexicon
from raqqa_data.records.period import Period
from raqqa_data.units.table import UNITS, find_unit
from tests.processes import needs_processes
from tests.reading.briefs import briefs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TEXTS = ["أكثر من300 مدرسة و5 جسور", None, "لا رقم هنا", "في حزيران 2017"]

EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def _batch(values: Sequence[str | None] = TEXTS) -> Any:
    core = pytest.importorskip("arro3.core")
    return core.RecordBatch.from_arrays([core.Array(list(values), core.DataType.string())], names=["text"])


def test_a_batch_is_read_row_by_row() -> None:
    read_back = read_batch(_batch(), "text")
    rows = read_back.column("mentions").to_pylist()
    assert read_back.schema.names == ["mentions", "error"]
    assert read_back.column("error").to_pylist() == [None] * 4
    assert [None if row is None else len(row) for row in rows] == [2, None, 0, 1]
    assert rows[0][0] == {
        "kind": "cardinal", "text": "أكثر من300 مدرسة", "number": "300", "qualifier": "أكثر من", "unit_span": None,
        "noun": "مدرسة", "wording": "more than", "unit": None, "period": None, "calendar": "gregorian",
        "country_hint": None, "start": 0, "end": 16, "best": 300.0, "low": 300.0, "high": None,
    }  # fmt: skip
    assert (rows[3][0]["period"], rows[3][0]["wording"], rows[3][0]["best"]) == ("2017-06", None, None)


def test_a_text_that_cannot_be_read_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(text: str, **options: Any) -> tuple[Mention, ...]:
        if text == TEXTS[2]:
            raise ValueError("too much for one text")
        return read(text, **options)

    monkeypatch.setattr(batch, "read", fails)
    read_back = read_batch(_batch(), "text")
    assert read_back.column("error").to_pylist() == [None, None, "ValueError: too much for one text", None]
    assert [row and len(row) for row in read_back.column("mentions").to_pylist()] == [2, None, None, 1]
    pa = pytest.importorskip("pyarrow")
    rows = rows_of_engines(pa.record_batch({"id": [1, 2, 3, 4], "text": TEXTS}), "text")
    assert rows["id"].to_pylist() == [1, 1, 4, 3]
    assert rows["error"].to_pylist() == [None] * 3 + ["ValueError: too much for one text"]
    assert rows["text"].to_pylist()[-1] is None


LONG = "9" * 4400


@pytest.mark.parametrize("joint", ["/", "-", ".", ",", "٫", "،", " و", ":", "%", " إلى ", "/1/", "×"])
@pytest.mark.parametrize(
    ("before", "behind"), [("", ""), ("في عام ", " دولار"), ("بين ", " في المئة"), (".", " مليون")]
)
def test_no_number_of_digits_is_too_long(before: str, joint: str, behind: str) -> None:
    for one, other in ((LONG, "5"), ("5", LONG), (LONG, LONG)):
        for text in (f"{before}{one}{joint}{other}{behind}", f"{before}{one}{joint}{other}{behind}".translate(EASTERN)):
            assert all(len(mention.number.text) < 100 for mention in read(text) if mention.number)


def test_an_empty_batch_gives_an_empty_batch() -> None:
    assert read_batch(_batch([]), "text").num_rows == 0


def test_a_batch_of_pyarrow_comes_back_as_one() -> None:
    pa = pytest.importorskip("pyarrow")
    pytest.importorskip("arro3.core")
    read_back = read_batch(pa.record_batch({"text": TEXTS}), "text", reference="2022")
    assert isinstance(read_back, pa.RecordBatch)
    assert read_back.num_rows == len(TEXTS)


def test_a_column_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(NotFoundError, match="did you mean 'text'"):
        read_batch(_batch(), "txt")


def test_what_is_no_batch_and_what_holds_no_text_are_refused() -> None:
    core = pytest.importorskip("arro3.core")
    numbers = core.RecordBatch.from_arrays([core.Array([1, 2], core.DataType.int64())], names=["n"])
    with pytest.raises(ReadingError, match="column of texts"):
        read_batch(numbers, "n")
    with pytest.raises(ReadingError, match="record batch"):
        read_batch(["text"], "text")


def test_without_an_arrow_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str, package: str | None = None) -> Any:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(MissingExtraError, match=r"raqqa_data\[arrow\]"):
        read_batch(object(), "text")


def test_no_other_missing_module_becomes_that_message(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str, package: str | None = None) -> Any:
        raise ModuleNotFoundError("No module named 'zlib'", name="zlib")

    monkeypatch.setattr(importlib, "import_module", broken)
    with pytest.raises(ModuleNotFoundError, match="zlib"):
        read_batch(object(), "text")


def test_a_hijri_date_stays_hijri_without_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    hijri.library.cache_clear()
    monkeypatch.setitem(sys.modules, "hijridate", None)
    try:
        (mention,) = read("10 رمضان 1443 هـ", reference="2022-10-20")
        assert (mention.kind, mention.calendar, mention.period) == (Kind.DATE, "hijri", None)
        assert "raqqa_data[hijri]" in reading_of(mention)
        assert hijri.year_of(dt.date(2022, 10, 20)) is None
        assert hijri.shifted(dt.date(2022, 10, 20), 1) is None
    finally:
        hijri.library.cache_clear()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بعد عامين هجريين", "2024-09-27"),
        ("شهر رجب", "2023-01-23/2023-02-20"),
        ("10 رجب", "2023-02-01"),
        ("بعد 5 أيام من أول رجب", "2023-01-28"),
        ("عيد الفطر", "2023-04-21"),
        ("عيد الأضحى 2022", "2022-07-09"),
        ("رأس السنة الهجرية 2022", "2022-07-30"),
        ("15 شوال 1443 هـ", "2022-05-16"),
        ("شوال 1443 هـ", "2022-05-02/2022-05-30"),
        ("عام 1443 هـ", "2021-08-09/2022-07-29"),
        ("عام 1200 هـ", None),
        ("31 رجب 1443 هـ", None),
        ("عيد الفطر 2200", None),
        ("بعد 9000 سنة هجرية", None),
        ("شعبان المقبل", "2023-02-21/2023-03-22"),
        ("محرم الماضي", "2022-07-30/2022-08-27"),
        ("ربيع الأول الحالي", "2022-09-27/2022-10-25"),
        ("15 رجب الماضي", "2022-02-16"),
        ("السنة الهجرية الماضية", "2021-08-09/2022-07-29"),
        ("العام الهجري بعد المقبل", "2024-07-07/2025-06-25"),
        ("العام الهجري 1445", "2023-07-19/2024-07-06"),
    ],
)
def test_hijri_dates(text: str, expected: str | None) -> None:
    pytest.importorskip("hijridate")
    dates = [mention for mention in read(text, reference="2022-10-20") if mention.kind is Kind.DATE]
    assert [None if date.period is None else date.period.edtf for date in dates] == [expected]


def test_hijri_arithmetic_ends_with_its_tables() -> None:
    pytest.importorskip("hijridate")
    assert hijri.year_of(dt.date(1800, 1, 1)) is None
    assert hijri.shifted(dt.date(1800, 1, 1), 1) is None


def test_html_reads_right_to_left_and_says_each_reading_on_hover() -> None:
    text = 'قال "نعم" & <b> ثم 1,234\nكيسا و5 في 2017'
    html = highlight(text, read(text))
    assert 'dir="rtl"' in html
    assert "&lt;b&gt;" in html
    assert "<b>" not in html
    assert 'title="cardinal: 1,234 (or 1.234)"' in html
    assert 'title="date: 2017"' in html
    assert "<br>" in html


def test_a_page_holds_each_text_under_its_name() -> None:
    html = page([("one.txt", highlight("5 كتب", read("5 كتب"))), ("<two>", "<p></p>")], title="a & b")
    assert html.startswith("<!doctype html>")
    assert "<title>a &amp; b</title>" in html
    assert html.count("<section>") == 2
    assert "&lt;two&gt;" in html


def test_readings_in_words() -> None:
    assert reading_of(read("نحو 40 كيلومترا")[0]) == "measure: about 40 kilometer"
    assert reading_of(read("العام الجاري")[0]) == "date: unresolved"
    assert reading_of(read("10 رمضان 1443 هـ", reference="2022")[0]).startswith("date: ")


def test_what_can_be_read_two_ways_says_so() -> None:
    (mention,) = read("1,234 كتابا")
    assert mention.ambiguous is not None
    assert (mention.value, mention.ambiguous.value, mention.ambiguous.text) == (1234, 1.234, mention.text)
    assert read("1,250,000 كتاب")[0].ambiguous is None
    assert read("12,5 كتاب")[0].ambiguous is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("وصلت القافلة بالأسبوع الأول من آذار 2021.", "الأسبوع الأول من آذار 2021"),
        ("وصلت القافلة بأول يوم من آذار 2021.", "أول يوم من آذار 2021"),
        ("زادت الزيارات في شباط 2021 وثاني جمعة من آذار 2021.", "ثاني جمعة من آذار 2021"),
        ("زادت الزيارات بالنصف الثاني من 2021.", "النصف الثاني من 2021"),
        ("زادت الزيارات بربيع 2021.", "ربيع 2021"),
        ("زادت الزيارات بآذار 2021.", "آذار 2021"),
    ],
)
def test_a_letter_that_is_joined_to_a_date_is_none_of_it(text: str, date: str) -> None:
    assert read(text)[-1].text == date


def test_a_date_has_no_value() -> None:
    (mention,) = read("عام 2017")
    assert mention.value is None
    assert mention.estimate is None
    assert mention.period == Period("2017")


def test_mentions_are_values() -> None:
    first, second = read("5 كتب"), read("5 كتب")
    assert first == second
    assert hash(first) == hash(second)
    assert repr(Kind.AGE) == "<Kind.AGE>"
    assert isinstance(first[0], Mention)


def test_the_public_names_are_those_listed() -> None:
    assert dir(reading) == sorted(reading.__all__, key=str) or set(dir(reading)) == set(reading.__all__)


@needs_processes
def test_importing_compiles_nothing() -> None:
    code = (
        "import raqqa_data.reading, raqqa_data.reading.words.lexicon as l, sys;"
        "assert l.lexicon.cache_info().currsize == 0;"
        "assert not {'pint', 'numpy', 'hijridate', 'arro3', 'pyarrow', 'pandas'} & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_what_was_read_is_forgotten_when_it_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("raqqa_data.reading.words.lexicon._REMEMBERED", 10)
    assert len(read(" ".join(f"كلمة{letter} 5 كتب" for letter in "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"))) == 28
    assert len(lexicon()) <= 12
    lexicon().clear()


def test_every_unit_that_can_be_read_is_one_of_the_table() -> None:
    ucum: Mapping[str, str] = Lexicon().units.ucum
    assert ucum["meter ** 2"] == "m2"
    assert {name: UNITS[name].ucum for name in ucum if name != "decade"} == {
        name: code for name, code in ucum.items() if name != "decade"
    }
    assert read("3 عقود")[0].unit == "year", "pint's decade is a factor of ten"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5 أطنان للهكتار", "metric_ton / hectare"),
        ("50 كغ/م2", "kilogram / meter ** 2"),
        ("30 مترا مكعبا في اليوم", "meter ** 3 / day"),
        ("50 ميغابت في الثانية", "megabit / second"),
        ("مليونا برميل يوميا", "oil_barrel / day"),
    ],
)
def test_what_is_read_per_another_unit_is_a_quotient_of_the_table(text: str, name: str) -> None:
    (mention,) = read(text)
    assert (mention.unit, find_unit(name).name) == (name, name)


def test_reading_an_error_says_what_to_do() -> None:
    error = ReadingError("text", 5, "give a text")
    assert str(error) == "read: text is of type int: give a text"
    assert isinstance(error, TypeError)


def test_texts_without_figures_give_nothing() -> None:
    assert read("") == ()
    assert read("\n\n") == ()
    assert read("كلام بلا عدد") == ()
    assert briefs(read("The year 2017 and 5 km")) == "cardinal 2017 «2017» #2017 | measure 5 [kilometer] «5 km» #5"


@pytest.mark.parametrize(
    "link", ["5 و", "المادة 5 أو ", "3 أو ", "ثلاثة أو أربعة أو ", "أعوام 2018 و2019 و", "كيلو و20 غراما و"]
)
def test_a_chain_however_long_is_read(link: str) -> None:
    assert len(read(link * 3000)) <= 6000


@pytest.mark.parametrize(
    "text",
    [
        "10 الأسابيع الثلاثة الأولى",
        "8الأيام الـ10 المقبلة",
        "في 767 الأشهر الأربعة الأولى",
        "٤السنوات الخمس",
        "الأسبوعين والخمسون",
    ],
)
def test_a_unit_between_two_numbers_belongs_to_one(text: str) -> None:
    found = read(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


def test_the_last_year_that_a_calendar_has_is_no_error() -> None:
    read("الثلاثاء الأخير من شهر مارس السنة القادمة", reference="9999-12-31")
    read("الأسبوع الأخير من شهر مارس السنة القادمة", reference="9999-12-31")
    read("بداية العقد الماضي ونهاية القرن الماضي", reference="0001-01-01")


def test_entries_of_a_list_open_no_ranges() -> None:
    lines = "1- 10 كيلوغرامات من الأرز\n2- 5 كيلوغرامات من السكر\n3- 4 لترات من الزيت"
    assert [str(mention.estimate) for mention in read(lines) if mention.unit] == ["10", "5", "4"]


def test_what_is_so_many_each_second_ends_with_its_line() -> None:
    found = read("السرعة 20 عقدة في الثانية\nالسفينة غربا")
    assert [(mention.kind, mention.value) for mention in found] == [(Kind.MEASURE, 20)]


def test_a_tatweel_that_is_a_dash_is_no_mark_of_the_digit_before() -> None:
    folded = fold("0ـ 0ـ")
    assert [folded.span(index, index + 1).text for index in range(2)] == ["0", "ـ"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("(335)\nجلسة عامة", []),
        ("القسم\n(66)\nعقد", []),
        ("حكم المحكمة\n(٨٥)\nالطعن", []),
        ("عنوان\n(132)", []),
        ("بلغ العدد\n(335) شخصا", [335]),
        ("بلغ العدد (335)", [335]),
        ("بلغ العدد (335)\nوقال", [335]),
        ("335\nجلسة", [335]),
        ("(335)، (20)", [335, 20]),
        ("(12 بيتا)\nو3 مدارس", [12, 3]),
    ],
)
def test_a_number_in_brackets_as_the_whole_of_a_line_numbers_what_stands_below(text: str, values: list[int]) -> None:
    assert [mention.value for mention in read(text)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ارتفع المؤشر إلى 334.\u200f98 نقطة", 98.334),
        ("سجل اليورو 08414.\u200f1 فرنك", 1.08414),
        ("بلغ 98910.\u200f0 دولار", 0.9891),
        ("بلغ 064.\u200f3 مليون برميل", 3_064_000),
        ("تراجع ٥٤٦٩.\u200f١ دولار", 1.5469),
        ("بلغ 92.\u200f54 في المئة", 54.92),
        ("بلغ 334.98 نقطة", 334.98),
        ("بلغ 5469.1 دولار", 5469.1),
    ],
)
def test_decimals_that_a_mark_of_direction_has_turned(text: str, value: float) -> None:
    (mention,) = read(text)
    assert mention.value == value
