"""The figures of a text as a table and as highlighted words."""

from __future__ import annotations

import attrs
import pytest

import raqqa_data as rd
from raqqa_data.interchange import Mentions

TEXT = "في يونيو 2021 زرع أكثر من 300 متطوع ما بين 10 و15 هكتارا، أي نحو 12 بالمئة من البستان <b>الكبير</b>."


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
    html = Mentions.of(TEXT).as_html()
    assert "<b>" not in html
    assert "&lt;b&gt;" in html
    assert html.count("<mark") == len(Mentions.of(TEXT))
    assert "dir='auto'" in html
    assert "<bdi>" in html


def test_without_the_text_the_figures_are_listed() -> None:
    found = Mentions.from_arrow(Mentions.of(TEXT))
    assert found.as_html().count("<li>") == len(found)


def test_what_is_no_mention_is_told() -> None:
    with pytest.raises(rd.RecordError, match="must be a Mention"):
        Mentions([1])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    with pytest.raises(rd.CatalogueError, match="reading: no such column"):
        Mentions.from_arrow(rd.observations)
