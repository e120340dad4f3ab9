from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import raqqa_data as rd
from raqqa_data.errors import FileError
from tests.building.conftest import EXAMPLE


def test_every_mention_is_drafted_with_its_reading(article: str) -> None:
    drafted = tomllib.loads(rd.draft(article, document_id="olive-valley"))
    assert drafted["document"]["characters"] == len(article)
    for table in [*drafted["observation"], *drafted["event"]]:
        assert article[table["start"] : table["start"] + len(table["phrase"])] == table["phrase"]
    assert [table["reads"] for table in drafted["observation"]] == [
        "nearly 3 week",
        "more than 1,200",
        "4 hectare",
        "90",
        "60",
        "30",
        "about 75 percent",
        "vague, at least 200",
    ]
    assert drafted["event"][0]["reads"] == "2021-03"


def test_a_figure_that_reads_two_ways_is_drafted_with_both() -> None:
    drafted = rd.draft("بلغ العدد 1,234 شجرة")
    assert 'reads = "1,234"  # or 1.234\n' in drafted
    assert tomllib.loads(drafted)["observation"][0]["reads"] == "1,234"


def test_a_draft_is_refused_until_it_is_filled_in(article: str) -> None:
    with pytest.raises(rd.AnnotationError) as caught:
        rd.build(article, rd.draft(article))
    paths = [path for path, _ in caught.value.problems]
    assert "observation[0].indicator" in paths
    assert all(message == "is still to be filled in" for _, message in caught.value.problems)


def test_a_draft_of_a_path_is_that_of_its_text(article: str, tmp_path: Path) -> None:
    assert rd.draft(EXAMPLE / "article.ar.txt") == rd.draft(article)
    with pytest.raises(FileError, match="cannot be read"):
        rd.draft(tmp_path / "absent.txt")


@given(st.text())
def test_any_text_drafts_to_toml_that_says_where_its_phrases_stand(text: str) -> None:
    drafted = tomllib.loads(rd.draft(text))
    for table in [*drafted.get("observation", []), *drafted.get("event", [])]:
        assert text[table["start"] : table["start"] + len(table["phrase"])] == table["phrase"]
