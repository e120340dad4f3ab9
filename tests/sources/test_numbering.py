"""Numbers of paragraphs and of pages in a table of contents."""

from __future__ import annotations

import pytest

import raqqa_data as rd
from raqqa_data.sources import open_source
from raqqa_data.sources.shaping import grouped_in_order
from tests.sources.files import p, page, word


def values(lines: list[str]) -> list[object]:
    return [mention.value for mention in rd.read(open_source(word("".join(map(p, lines)))))]


def values_of(body: str) -> list[object]:
    return [mention.value for mention in rd.read(open_source(word(body)))]


def table(rows: list[list[str]]) -> str:
    made = "".join(f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl>{made}</w:tbl>"


def test_numbered_paragraphs_are_no_figures() -> None:
    assert values(
        ["106 - عاد 40 شخصا.", "1 - من البلدة 5 أشخاص.", "2 - ومن الريف 6 أشخاص.", "107 - وبقي 9 أشخاص."]
    ) == [
        40,
        5,
        6,
        9,
    ]
    assert values(["(١) عاد 40 شخصا.", "(٢) بقي 9 أشخاص."]) == [40, 9]


def test_numbered_paragraphs_whose_text_follows_at_once_are_no_figures() -> None:
    assert values(["1-عاد 40 شخصا.", "2-وبقي 9 أشخاص.", "٣.ثم 7"]) == [40, 9, 7]
    assert values(["30-عاد 40 شخصا."])[-1] == 40
    assert open_source(word(p("30-عاد 40 شخصا."))).markup == ()


def test_a_page_is_like_a_word_document_in_this() -> None:
    lines = ["1- عاد 40 شخصا إلى البلدة بعد أن رممت المدارس.", "2- وبقي لكل 000 1 حالة طبيب واحد في المستشفى كله."]
    source = open_source(page("".join(f"<p>{line}</p>" for line in lines)).encode())
    assert [mention.value for mention in rd.read(source)][:2] == [40, 1000]
    assert [finding.kind for finding in source.findings] == ["order"]


def test_numbers_of_sections_are_no_negative_numbers() -> None:
    assert values(["-1.1 مقدمة", "عاد 40 شخصا.", "-2.1 النتائج", "٣.١- خاتمة"]) == [40]
    assert values(["-1.5 درجة", "-1.6 درجة"]) == [-1.5, -1.6]
    assert values(["-1.5 نقطة", "-7.9 نقاط"]) == [-1.5, -7.9]
    assert values(["-2.1 مليون نازح", "-2.2 مليون لاجئ"]) == [2_100_000, 2_200_000]  # a list


def marked(lines: list[str]) -> list[str]:
    source = open_source(word("".join(map(p, lines))))
    return [source.text[start:end] for start, end in source.markup]


@pytest.mark.parametrize(("other", "number"), [("1.2", True), ("2.1", True), ("1.3", False), ("3.1", False)])
def test_the_number_of_a_section_has_a_neighbour_of_its_own_or_the_next_section(other: str, number: bool) -> None:
    assert marked(["-1.1 مقدمة", f"-{other} النتائج"]) == (["-1.1 ", f"-{other} "] if number else [])


@pytest.mark.parametrize(("between", "number"), [(0, True), (11, True), (12, False)])
@pytest.mark.parametrize("first", [1, 2])
def test_the_neighbour_of_a_number_is_one_of_twelve_before_or_behind(first: int, between: int, number: bool) -> None:
    found = marked([f"{first}- عاد.", *["50- عاد."] * between, f"{3 - first}- بقي."])
    assert found == ([f"{first}- ", f"{3 - first}- "] if number else [])


@pytest.mark.parametrize("heading", ["الفهرس", "قائمة المحتويات", "المحتويات:", "Contents"])
def test_pages_that_stand_alone_under_contents_are_no_figures(heading: str) -> None:
    rows = [["مقدمة", "3"], ["عن 40 بيتا", "5"], ["خاتمة", "12"]]
    assert values_of(p(heading) + table(rows) + p("وبقي 9 أشخاص.")) == [40, 9]
    assert values_of(p("البيوت") + table(rows)) == [3, 40, 5, 12]
    assert values_of(p(heading) + p("نص") + table(rows)) == [3, 40, 5, 12]
    assert values_of(p(heading) + table([["بيوت", "30"], ["مدارس", "12"], ["جسور", "4"]])) == [30, 12, 4]
    assert values_of(p(heading) + table(rows[:2])) == [3, 40, 5]
    assert values_of(table([[heading, ""], *rows])) == [40]


def test_the_contents_of_a_basket_are_no_pages() -> None:
    rows = [["أرز", "2"], ["سكر", "3"], ["معلبات", "5"], ["خبز", "12"]]
    assert values_of(p("محتويات السلة الغذائية") + table(rows)) == [2, 3, 5, 12]


def test_a_column_of_pages_says_so_in_its_head() -> None:
    rows = [["رقم الصفحة", "الموضوع", "بيوت"], ["3", "مقدمة", "10"], ["5", "سوق", "20"], ["12", "خاتمة", "30"]]
    assert values_of(table(rows)) == [10, 20, 30]


def test_a_number_that_no_other_follows_is_a_figure() -> None:
    assert values(["300 - 400 شخص عادوا.", "وبقي 9 أشخاص."])[-1] == 9
    assert open_source(word(p("300 - 400 شخص عادوا."))).markup == ()


def test_pages_of_a_table_of_contents_are_no_figures() -> None:
    assert values(["مقدمة\t\t3", "أولا\t-\tالأهداف\t4", "ثانيا - النتائج\t12", "عاد 40 شخصا."]) == [40]
    assert values(["1 مقدمة\t3", "1.1 عن 40 بيتا\t4", "-2.1 نتائج\t12", "بقي 5 أشخاص."]) == [40, 5]
    assert open_source(word(p("البيوت\t30") + p("المدارس\t12") + p("الجسور\t4"))).markup == ()
    listed = ["مقدمة\t3", "نتائج\t5", "آفاق\t7"]
    for line in ("السوق\tالقديم", "السوق\t10000", "8\t9", "سوق 9"):
        assert marked([*listed, line]) == ["3", "5", "7"]
    assert marked([*listed, "سوق\t9999"]) == ["3", "5", "7", "9999"]
    assert marked(["سوق\t9", *listed]) == ["3", "5", "7"]


@pytest.mark.parametrize(
    ("given", "read_as"),
    [
        ("لكل 000 1 حالة", "لكل 1 000 حالة"),
        ("480 4 محلة و 153\u00a01 متجرا ومساحة 570 147", "4 480 محلة و 1\u00a0153 متجرا ومساحة 147 570"),
        ("لكل 437 134 8 شخصا و 079 2", "لكل 8 134 437 شخصا و 2 079"),
        ("لكل 000 1 حالة ومساحة 1 450 و 570 147", "لكل 1 000 حالة ومساحة 1 450 و 570 147"),
    ],
)
def test_groups_that_are_stored_as_they_are_shown(given: str, read_as: str) -> None:
    text, (finding,) = grouped_in_order(given)
    assert (text, finding.kind) == (read_as, "order")


@pytest.mark.parametrize("text", ["الغرفة 123 45", "مساحة 147 570 كم", "1 450 أسرة و 22 قرية", "2.500 100 4", "نص"])
def test_other_groups_stay(text: str) -> None:
    assert grouped_in_order(text) == (text, ())


def test_a_word_document_says_that_its_groups_were_turned() -> None:
    source = open_source(word(p("لكل 000 1 حالة ولادة")))
    assert [finding.kind for finding in source.findings] == ["order"]
    assert [mention.value for mention in rd.read(source)] == [1000]
