"""Each text of a chat or a table as a file of its own: what it is called, and what stands before the text."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import raqqa_data as rd
from raqqa_data.sources import open_source
from raqqa_data.sources.splitting import file_name, has_figure, with_front_matter

PLAIN = attrs.evolve(open_source("عاد 300 شخص.".encode()), name="posts.csv")
DAY = rd.Period("2024-03-05")


@pytest.mark.parametrize(
    ("name", "file"),
    [("posts.csv", "posts.txt"), ("a/posts.csv#7", "posts-00007.txt"), ("posts.csv#123456", "posts-123456.txt")],
)
def test_a_text_is_called_after_its_file_and_its_number(name: str, file: str) -> None:
    assert file_name(attrs.evolve(PLAIN, name=name)) == file


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ({}, "title: posts.csv|source: posts.csv"),
        ({"name": "a/posts.csv#7"}, "title: posts.csv#7|source: posts.csv#7"),
        ({"fields": {"title": " a  title "}}, "title: a title|source: posts.csv"),
        ({"publisher": "Paper", "fields": {"title": "x"}}, "title: Paper|source: posts.csv"),
        ({"title": "Own", "publisher": "Paper"}, "title: Own|source: posts.csv"),
        ({"published": DAY, "fields": {"date": "x"}}, "date: 2024-03-05|title: posts.csv|source: posts.csv"),
        (
            {"fields": {"date": "5/3", "a b-c": "1"}},
            "date as it stands: 5/3|a b-c: 1|title: posts.csv|source: posts.csv",
        ),
        ({"fields": {"a:b": "1", "-a": "2", "c": "  "}}, "title: posts.csv|source: posts.csv"),
        ({"sender": "A", "conveyed_by": "B"}, "title: posts.csv|sender: A|conveyed_by: B|source: posts.csv"),
    ],
)
def test_what_stands_before_the_text(said: dict[str, Any], lines: str) -> None:
    head = lines.replace("|", "\n")
    assert with_front_matter(attrs.evolve(PLAIN, **said)) == f"---\n{head}\n---\n\nعاد 300 شخص.\n"


@pytest.mark.parametrize(("text", "figure"), [("عاد 300 شخص", True), ("في 5 آذار 2021، للمرة الثانية", False)])
def test_dates_and_ranks_alone_are_no_figures(text: str, figure: bool) -> None:
    assert has_figure(open_source(text.encode())) is figure
