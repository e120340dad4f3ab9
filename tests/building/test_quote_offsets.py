"""Offsets of quotes that moved are rewritten, and no other character of the catalogue."""

from __future__ import annotations

import json

import pytest

import raqqa_data as rd
from raqqa_data.building.quote_offsets import moved
from raqqa_data.errors import CatalogueError


@pytest.fixture(scope="module")
def built(article: str, notes: str) -> str:
    return rd.build(article, notes)


def starts(catalogue: str) -> list[tuple[int, int]]:
    raw = json.loads(catalogue)
    quotes = [row["quote"] for section in ("observations", "events") for row in raw[section]]
    return [(quote["start"], quote["end"]) for quote in quotes]


def test_a_catalogue_that_fits_stays(built: str, article: str) -> None:
    assert moved(built, article) == (built, 0)


@pytest.mark.parametrize("indent", [None, 1, 4])
def test_moved_quotes_are_found_again_and_nothing_else_changes(built: str, article: str, indent: int | None) -> None:
    # what escapes and spaces stand there is the person's
    given = json.dumps(json.loads(built), indent=indent, ensure_ascii=indent is None).replace(": [", " :  [")
    now = article[2:]
    assert not now.startswith(article[:2])
    content, count = moved(given, now)
    assert count == len(starts(given))
    assert starts(content) == [(start - 2, end - 2) for start, end in starts(given)]
    before, after = json.loads(given), json.loads(content)
    for raw in (before, after):
        for section in ("observations", "events"):
            for row in raw[section]:
                del row["quote"]["start"], row["quote"]["end"]
    assert before == after
    assert moved(content, article) == (given, count)
    assert {finding.check for finding in rd.verify(now, rd.loads(content))} == {"sha256", "characters"}


def test_what_stands_nowhere_or_too_far_stays(built: str, article: str) -> None:
    assert moved(built, "nothing of it") == (built, 0)
    content, count = moved(built, "." * len(article) + article)
    assert (content, count) == (built, 0)


@pytest.mark.parametrize(("start", "count"), [(19, 1), (20, 0)])
def test_what_stands_beyond_the_length_of_its_document_stays(start: int, count: int) -> None:
    quote = {"exact": "5", "start": 2, "end": 3}
    given = json.dumps({"document": {"characters": 20}, "events": [{"quote": quote}]})
    assert moved(given, "." * start + "5 ")[1] == count


@pytest.mark.parametrize("content", ["[]", "{}", '{"events": 5}', '{"events": [5, {"quote": {"exact": 5}}]}', '"x"'])
def test_what_is_no_catalogue_has_no_quotes(content: str) -> None:
    assert moved(content, "x") == (content, 0)


def test_what_is_no_json_is_told() -> None:
    with pytest.raises(CatalogueError, match="is not JSON"):
        moved("{", "x")
