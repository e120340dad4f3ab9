"""The figures of a text as a table and as highlighted words."""

from __future__ import annotations

import re
from html import escape
from typing import Any

import attrs
import pytest

import raqqa_data as rd
from raqqa_data.interchange import Mentions
from raqqa_data.reading import Span

TEXT = "في يونيو 2021 زرع أكثر من 300 متطوع ما بين 10 و15 هكتارا، أي نحو 12 بالمئة من البستان <b>الكبير</b>."


def html_of(shown: Any) -> str:
    """What a notebook shows."""
    return str(shown._repr_html_())


def test_a_table_of_mentions_comes_back_whole() -> None:
    found = Mentions.of(TEXT)
    assert tuple(found) == rd.read(TEXT)
    assert len(found) >= 4
    assert Mentions.from_arrow(found) == found
    assert Mentions.from_arrow(found.to_arrow(), text=TEXT).text == TEXT


@pytest.mark.parametrize("library", ["polars", "pyarrow"])
def test_a_table_of_mentions_passes_through_other_libraries(library: str) -> None:
    module = pytest.importorskip(library)
    found = Mentions.of(TEXT)
    frame = module.DataFrame(found) if library == "polars" else module.table(found)
    assert Mentions.from_arrow(frame) == found


def test_a_second_reading_stands_in_a_row_of_its_own() -> None:
    (first,) = rd.read("زرعوا 12 شجرة")
    both = Mentions([attrs.evolve(first, ambiguous=first)])
    assert both.to_arrow().num_rows == 2
    assert Mentions.from_arrow(both) == both


def test_highlighted_text_is_escaped_and_whole() -> None:
    found = Mentions.of(TEXT)
    html = html_of(found)
    assert "<b>" not in html
    paragraph, _, table = html.partition("</p>")
    assert paragraph.startswith("<p dir='rtl' lang='ar'")
    assert re.sub("<[^>]*>", "", paragraph) == escape(TEXT)
    assert re.findall("<mark dir='auto'[^>]*>([^<]*)</mark>", paragraph) == [mention.text for mention in found]
    assert table.count("<tr>") == len(found) + 1
    assert "cardinal: more than 300" in table


def test_without_the_text_there_is_the_table_alone() -> None:
    found = Mentions.from_arrow(Mentions.of(TEXT))
    assert Mentions.of(TEXT).as_html().endswith(found.as_html())
    assert found.as_html().startswith("<table>")


def test_one_mention_shows_its_words_and_what_each_is() -> None:
    (found,) = rd.read("زُرع أكثر من 300 شجرة")
    html = html_of(found)
    assert re.search("<caption><bdi dir='rtl' lang='ar'>أكثر من <mark [^>]*>300</mark> شجرة</bdi></caption>", html)
    cells = re.findall("<td [^>]*>([^<]*)</td>", html)
    assert cells == ["cardinal: more than 300", "أكثر من", "300", "شجرة", "5:21"]
    (date,) = rd.read("في أبريل ٢٠٢١")
    assert re.search("<mark [^>]*title='date: 2021-04'[^>]*>", html_of(date))
    harmful = attrs.evolve(found, text="<i>'\"", number=None, noun=Span(0, 6, "<i>'\""))
    assert "<i>" not in html_of(harmful)


def test_marks_are_read_on_any_ground() -> None:
    for mark in re.findall("<mark [^>]*>", Mentions.of(TEXT).as_html()):
        assert "background:transparent;color:inherit" in mark


def test_what_is_no_mention_is_told() -> None:
    with pytest.raises(rd.RecordError, match="must be a Mention"):
        Mentions([1])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    with pytest.raises(rd.CatalogueError, match="no such column .and at 16 more: end, text, calendar, reading"):
        Mentions.from_arrow(rd.observations)
