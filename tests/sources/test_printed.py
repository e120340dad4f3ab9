"""What a browser prints around a page is none of its text, and its day none of publication."""

from __future__ import annotations

import shutil

import pytest

import raqqa_data as rd
from raqqa_data.sources.printed import printed_around
from raqqa_data.sources.source import Role
from tests.sources.files import pdf

STORY = ["In the market 12 stalls burned and 3 traders were hurt", "as the council of the town said the day before."]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler")
@pytest.mark.parametrize(
    ("above", "below"),
    [
        (["11/30/26, 4:36 PM", "Fire"], ["https://example.org/fire", "1/1"]),
        (["30.11.2026, 16:36", "Fire"], ["file:///tmp/fire.html", "1/1"]),
        (["Fire https://example.org/fire"], ["1 of 1", "30/11/2026, 16:36"]),
    ],
)
def test_the_day_of_printing_is_no_day_of_publication(above: list[str], below: list[str]) -> None:
    source = rd.open_source(pdf([[*above, *STORY, *below]], Title="Fire"))
    body = [source.text[part.start : part.end] for part in source.parts if part.role is Role.BODY]
    assert source.published is None
    assert [line for line in above + below if any(line in paragraph for paragraph in body)] == []
    assert "12 stalls" in " ".join(body)


@pytest.mark.parametrize(
    ("line", "foot"),
    [
        ("14/05/2023 18:20", "12 stalls burned"),  # no address: a dateline of the text
        ("14/05/2023", "https://example.org/fire"),  # no clock
        ("Fire at 14/05/2023 18:20", "https://example.org/fire"),
        ("14/05/2023 18:20", "see https://example.org/fire"),
    ],
)
def test_a_dateline_of_the_text_is_left_to_it(line: str, foot: str) -> None:
    assert not printed_around([line, *STORY, foot], (0, 1, 2, 3), None)


@pytest.mark.parametrize(
    "stamp", ["٣٠\u200f/١١\u200f/٢٠٢٦، ٤:٣٦ م", "PM 4:36 ,11/30/26", "2026-11-30 16:36", "30/11/2026 à 16:36"]
)
def test_stamps_of_several_languages_are_known(stamp: str) -> None:
    assert printed_around([stamp, *STORY, "1/1 https://example.org"], (0, 3), None) == {0, 3}
