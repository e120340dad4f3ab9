"""When a page was published: right or None, in the forms that news systems print, and never a guess."""

from __future__ import annotations

import pytest

from raqqa_data.sources import open_source
from raqqa_data.sources.publication import is_either, of_cell, shown_order
from tests.sources.files import BODY, MORE, p, page, pdf, word

META = '<meta property="article:published_time" content="{}">'
LINKED = '<script type="application/ld+json">{}</script>'
PAGES: list[tuple[str, str, str, str | None]] = [
    ("a time with its zone", META.format("2021-03-05T22:10:00+03:00"), "", "2021-03-05"),
    ("a bare day", META.format("2021-03-05"), "", "2021-03-05"),
    ("JSON-LD", LINKED.format('{"@type":"NewsArticle","datePublished":"2021-03-05T08:00:00Z"}'), "", "2021-03-05"),
    (
        "JSON-LD in a graph",
        LINKED.format('{"@graph":[{"@type":"WebSite"},{"@type":"Article","datePublished":"2021-03-05"}]}'),
        "",
        "2021-03-05",
    ),
    ("JSON-LD in a list", LINKED.format('[{"datePublished":"2021-03-05"}]'), "", "2021-03-05"),
    (
        "JSON-LD before meta",
        LINKED.format('{"datePublished":"2021-03-05"}') + META.format("2021-03-06"),
        "",
        "2021-03-05",
    ),
    (
        "JSON-LD of a comment and a picture",
        LINKED.format(
            '[{"@type":"Comment","datePublished":"2021-03-09"},{"@type":["ImageObject"],"datePublished":"2019-01-01"},'
            '{"@type":"NewsArticle","datePublished":"2021-03-05"}]'
        ),
        "",
        "2021-03-05",
    ),
    (
        "JSON-LD of a video alone",
        LINKED.format('{"@type":"VideoObject","datePublished":"2019-01-01"}'),
        "",
        None,
    ),
    ("broken JSON-LD, then meta", LINKED.format('{"datePublished":') + META.format("2021-03-05"), "", "2021-03-05"),
    ("Dublin Core", '<meta name="dc:date" content="2021-03-05">', "", "2021-03-05"),
    ("Dublin Core, issued", '<meta name="DC.date.issued" content="2021-03-05">', "", "2021-03-05"),
    ("microdata", '<meta itemprop="datePublished" content="2021-03-05">', "", "2021-03-05"),
    ("a time element", "", '<time datetime="2021-03-05T10:00">قبل سنة</time>', "2021-03-05"),
    (
        "two times of one day",
        "",
        '<time datetime="2021-03-05T10:00">ا</time><time datetime="2021-03-05">ب</time>',
        "2021-03-05",
    ),
    ("times that differ", "", '<time datetime="2021-03-05">ا</time><time datetime="2022-03-05">ب</time>', None),
    ("a dateline", "", "<p>5 آذار 2021</p>", "2021-03-05"),
    ("a dateline with two names of a month", "", "<p>5 آذار/مارس 2021</p>", "2021-03-05"),
    ("a dateline with its weekday", "", "<p>الجمعة، 5 مارس 2021</p>", "2021-03-05"),
    ("a dateline with words", "", "<div>تاريخ النشر: 5 مارس 2021</div>", "2021-03-05"),
    ("a dateline with a time", "", "<span>نشر في 05/03/2021 الساعة 10:30</span>", "2021-03-05"),
    ("a dateline in Arabic digits", "", "<span>٥ آذار ٢٠٢١</span>", "2021-03-05"),
    ("a day in figures", "", "<span>2021-03-05</span>", "2021-03-05"),
    ("a headline with a date", "", "<h2>أحداث 5 آذار 2011</h2>", None),
    ("the name of a street", "", "<p>شارع 5 آذار 2011</p>", None),
    ("last updated alone", "", "<p>آخر تحديث 5 آذار 2021</p>", None),
    ("a month alone", "", "<p>آذار 2021</p>", None),
    ("a day without its year", "", "<p>5 آذار</p>", None),
    ("yesterday", "", "<p>أمس</p>", None),
    ("two datelines", "", "<p>5 آذار 2021</p><p>6 أيار 2022</p>", None),
    ("a year of copyright", "", "<p>© 2021</p>", None),
    ("nothing", "", "", None),
    ("modified alone", '<meta property="article:modified_time" content="2021-03-05">', "", None),
    ("a date that is none", META.format("2021-13-45"), "", None),
    ("no date", META.format("yesterday"), "", None),
    ("a default of a system", META.format(""), "", None),
    ("a search's date", '<meta name="revised" content="2021-03-05">', "", None),
]


@pytest.mark.parametrize(("head", "above", "day"), [case[1:] for case in PAGES], ids=[case[0] for case in PAGES])
def test_right_or_none(head: str, above: str, day: str | None) -> None:
    source = open_source(page(f"<p>{BODY}</p><p>{MORE}</p>", head, above=above).encode())
    assert (None if source.published is None else str(source.published)) == day
    assert (source.published_from is None) == (day is None)


def test_two_places_that_differ_are_a_finding() -> None:
    head = LINKED.format('{"datePublished":"2021-03-05"}') + META.format("2022-01-01")
    source = open_source(page(f"<p>{BODY}</p><p>{MORE}</p>", head).encode())
    (finding,) = source.findings
    assert finding.kind == "date"
    assert "JSON-LD datePublished says 2021-03-05, but article:published_time says 2022-01-01" in str(finding)


def test_two_articles_of_one_page_that_differ_are_a_finding() -> None:
    tables = '[{"@type":"Article","datePublished":"2021-03-05"},{"@type":"Article","datePublished":"2020-01-01"}]'
    source = open_source(page(f"<p>{BODY}</p><p>{MORE}</p>", LINKED.format(tables)).encode())
    assert [finding.kind for finding in source.findings] == ["date"]


def test_a_day_apart_is_a_time_zone() -> None:
    head = LINKED.format('{"datePublished":"2021-03-05"}') + META.format("2021-03-06")
    assert open_source(page(f"<p>{BODY}</p><p>{MORE}</p>", head).encode()).findings == ()


def test_the_dateline_of_a_plain_text() -> None:
    source = open_source(f"خبر من البلدة\n5 آذار 2021\n\n{BODY}".encode())
    assert (str(source.published), source.published_from) == ("2021-03-05", "dateline")
    assert open_source(BODY.encode()).published is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("تاريخ التقرير: 20 تموز 2023", "2023-07-20"),
        ("تاريخ صدور البيان 20/7/2023", "2023-07-20"),
        ("صدر البيان يوم 20 تموز 2023", "2023-07-20"),
        ("حرر في 20 تموز 2023", "2023-07-20"),
        ("تاريخ الإصدار: 2023-07-20", "2023-07-20"),
        ("تاريخ الحادث: 20 تموز 2023", None),
        ("تاريخ الاجتماع: 20 تموز 2023", None),
    ],
)
def test_a_line_that_dates_a_report_and_one_that_dates_what_it_tells(line: str, day: str | None) -> None:
    source = open_source(f"تقرير الوضع\n{line}\n\nعاد 40 شخصا أمس.".encode())
    assert (source.published and source.published.edtf) == day


@pytest.mark.parametrize(
    ("cell", "first", "either"),
    [
        ("12/03/2024", None, True),
        ("03/12/2024", None, True),
        ("13/03/2024", True, False),
        ("03/13/2024", False, False),
        ("12/12/2024", None, False),
        ("13/13/2024", None, False),
        ("soon", None, False),
    ],
)
def test_which_number_of_a_cell_is_its_day(cell: str, first: bool | None, either: bool) -> None:
    assert (shown_order([cell, "x", "11/12/2024"]), is_either(cell)) == (first, either)
    assert (of_cell(cell) is None) is (either or cell in {"13/13/2024", "soon"})


def test_cells_that_show_both_orders_show_none() -> None:
    assert shown_order(["13/03/2024", "03/13/2024"]) is None


def test_the_dateline_of_a_pdf_and_of_a_word_document() -> None:
    long = "300 people came back to the town, and 12 schools were mended there after so long a time"
    lines = ["Bulletin", "", "", "2021-03-05", "", "", "", long]
    for content in (pdf([lines]), word("".join(map(p, ["تقرير ميداني", "التاريخ: 5/3/2021", BODY])))):
        source = open_source(content)
        assert (str(source.published), source.published_from) == ("2021-03-05", "dateline")
    assert open_source(pdf([["Bulletin", "", "", long]])).published is None
    for told in ("انقطع الماء عن البلدة.", f"{long} {long}"):
        source = open_source(word("".join(map(p, ["تقرير", told, "5 آذار 2015", BODY]))))
        assert source.published is None  # of what happened then
    assert open_source(word("".join(map(p, ["ولد أحمد في 5/3/2021", BODY])))).published is None
