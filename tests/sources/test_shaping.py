"""What a layout did to Arabic is undone."""

import pytest

from raqqa_data.reading import read
from raqqa_data.sources.shaping import in_order, regathered, rejoined, straightened, unshaped, unstretched


@pytest.mark.parametrize(
    ("shaped", "plain"),
    [
        ("\ufee3\ufeaa\ufef3\ufee8\ufe94", "مدينة"),
        ("\ufef6\ufef5", "لآلآ"),
        ("\u202b300\u202c \u2067شخص\u2069", "300 شخص"),
        ("٣٠٠ شخص", "٣٠٠ شخص"),
        ("مـدينـة", "مـدينـة"),
        ("½ و²", "½ و²"),
    ],
)
def test_presentation_forms_and_marks(shaped: str, plain: str) -> None:
    assert unshaped(shaped) == plain


def test_a_font_that_turns_lam_and_alef() -> None:
    text, findings = straightened("عاد 3 آالف شخص إلى األرض، وثالثون إلى االستراحة، ورفعت 4 ماليين طن")
    assert text == "عاد 3 آلاف شخص إلى الأرض، وثلاثون إلى الاستراحة، ورفعت 4 ملايين طن"
    assert [finding.kind for finding in findings] == ["ligatures"]
    assert [mention.value for mention in read(text)] == [3000, 30, 4_000_000]
    assert straightened("إلى األرض 3 ميلون ثثل")[0] == "إلى الأرض 3 ميلون ثثل"  # in which no alef is turned


def test_a_turned_word_that_stands_alone() -> None:
    text, (finding,) = straightened("وأصيب ما ال يقل عن 9 عمال خالل شهر")
    assert (text, finding.kind) == ("وأصيب ما لا يقل عن 9 عمال خلال شهر", "ligatures")
    assert str(read(text)[0].estimate) == "at least 9"
    assert straightened("من البيوت ال 64") == ("من البيوت ال 64", ())


@pytest.mark.parametrize(
    ("given", "whole"),
    [
        ("في 5 حز يران 2021", "في 5 حزيران 2021"),
        ("بيع بعشر ين", "بيع بعشر ين"),
        ("بقي عشر يوما", "بقي عشر يوما"),
        ("مرور يومين", "مرور يومين"),
        ("أو يبقى", "أو يبقى"),
        ("plain text", "plain text"),
    ],
)
def test_words_that_a_font_parts(given: str, whole: str) -> None:
    assert rejoined(given) == whole


@pytest.mark.parametrize(
    ("given", "whole"),
    [
        ("سجل 5\nو \u064f\nثم", "وسجل 5\nثم"),
        ("ممت 12 مدرسة.\nور \u0651\nفي 5 آذار، \u064f\nثم", "في 5 آذار، ورممت 12 مدرسة.\nثم"),
        ("\u064f\nثم", "\u064f\nثم"),
        ("نص\n\nو \u064f", "نص\n\nو \u064f"),
        ("عاد\nو", "عاد\nو"),
        ("ممت 12 مدرسة.\nور \u0651\nفي 5 آذار، \u064f\nثم بعد \u064f", "في 5 آذار، ورممت 12 مدرسة.\nثم بعد \u064f"),
        ("ممت 12.\nور \u0651\nنص\nفي 5، \u064f", "ورممت 12.\nنص\nفي 5، \u064f"),
    ],
)
def test_lines_that_a_mark_breaks(given: str, whole: str) -> None:
    assert regathered(given) == whole


def test_lines_of_a_font_that_turns_lam_and_alef_among_others() -> None:
    text, (finding,) = straightened("الربع الأول لا غير\nوصلت 3 آالف أسرة إلى األرض\nثم 5 آالف\nعاد ثالثا")
    assert text == "الربع الأول لا غير\nوصلت 3 آلاف أسرة إلى الأرض\nثم 5 آالف\nعاد ثالثا"
    assert finding.kind == "ligatures"
    assert straightened("بلغ العدد األكبر، وكان ثالثا")[0] == "بلغ العدد الأكبر، وكان ثالثا"


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("بلغ ــت الت ــداوالت 896 ملي ــون دين ــار", "بلغت التداوالت 896 مليون دينار"),
        ("إلــى 345 متــرا", "إلى 345 مترا"),
        ("في 5 محرم 1443 هـ الموافق", "في 5 محرم 1443 هـ الموافق"),
        ("انخفاضـا \u064b طفيفـا \u064b", "انخفاضا\u064b طفيفا\u064b"),
        ("ـــ", "ـــ"),
        ("5 \u064b", "5 \u064b"),
    ],
)
def test_lines_that_stretch_a_word(given: str, plain: str) -> None:
    assert unstretched(given) == plain


def test_a_mark_that_stands_alone_turns_no_others_round() -> None:
    assert in_order("\u202bكُتب مرتفعــا ً ثم\u202c") == "كُتب مرتفعا\u064b ثم"


@pytest.mark.parametrize("text", ["عاد سالم إلى الأرض", "قال 3 رجال", "لا شيء، واالسم خطأ"])
def test_a_sound_text_stays(text: str) -> None:
    assert straightened(text) == (text, ())


@pytest.mark.parametrize(
    ("given", "read_as"),
    [
        ("\u202bفي \u202a 300\u202cبيت\u202c", "في 300 بيت"),
        ("\u202bعام\u202a ،2021\u202cعاد\u202c", "عام2021، عاد"),
        ("\u202bبين\u202a ٢٠٢٢-٢٠٢١\u202cو\u202c", "بين٢٠٢١-٢٠٢٢ و"),
        ("\u202bمن\u202a %40\u202cأي\u202a %15-10\u202c\u202c", "من40% أي10-15% "),
        ("\u202bو\u202a 7-\u202cدرجات (\u202a )300\u202cو\u202c", "و-7 درجات (300) و"),
        ("\u202bيوم\u202a.3/5/2021\u202c\u202c", "يوم3/5/2021."),
        ("\u202bعاد\u202a 250 1\u202cأو\u202a 1 250\u202c\u202c", "عاد1 250 أو1 250 "),
        ("\u202bقالت \u202a UNICEF 2021 ،%12.5\u202cمن\u202c", "قالت 12.5%، UNICEF 2021 من"),
        ("\f\u202b\u202a 5-7\u202cأيام\u202c", "\f5-7 أيام"),
        ("\u202b\u202a 7-5\u202cأيام\u202c", "5-7 أيام"),
        ("\u202b\u202a -1\u202cبند\u202c", "1- بند"),
        ("Page \u202bبيت 5\u202c of 7", "Page بيت 5 of 7"),
        ("\u202bفي ُكتب ثّم\u202c", "في كُتب ثمّ"),
        ("\u202bكُتب\u202c", "كُتب"),
    ],
)
def test_numbers_of_a_line_from_the_right(given: str, read_as: str) -> None:
    assert in_order(given) == read_as
