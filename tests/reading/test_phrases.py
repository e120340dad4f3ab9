"""Phrases of our own, each with everything that is to be found in it and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from raqqa_data.reading import read
from tests.reading.briefs import briefs

_FOLDER = Path(__file__).with_name("phrases")
_NEEDS_HIJRI = "هـ"


def _phrases() -> list[tuple[str, str]]:
    lines = [line for path in sorted(_FOLDER.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    return [(text, expected.strip()) for text, _, expected in (line.partition(" =>") for line in lines)]


@pytest.mark.parametrize(("text", "expected"), _phrases())
def test_phrase(text: str, expected: str) -> None:
    if _NEEDS_HIJRI in text:
        pytest.importorskip("hijridate")
    assert briefs(read(text)) == expected


def test_there_are_enough_phrases_of_every_kind() -> None:
    phrases = _phrases()
    assert len({text for text, _ in phrases}) >= 400
    assert sum(not expected for _, expected in phrases) >= 60, "traps: phrases in which nothing is to be found"
