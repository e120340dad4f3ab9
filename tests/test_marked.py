"""What `benchmarks marked` counts, on texts whose answers are known."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks import marked

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

CASES = [
    {"kind": "news", "text": "قتل نحو 30 شخصا", "reference": None, "want": ["~30"]},
    {"kind": "news", "text": "كلف 346.443 يورو", "reference": None, "want": ["346.443 EUR"]},
    {
        "kind": "rare",
        "text": "دفع 20 دولارا في 5 آذار 2019",
        "want": [{"value": 20, "unit": "USD"}, {"period": "2019-03-05"}],
    },
    {"kind": "rare", "text": "عاد 12 شخصا", "want": ["13"]},
]


def test_a_second_reading_that_is_right_is_told() -> None:
    one = marked.outcome(marked.Case("news", "كلف 346.443 يورو", None, ("346.443 EUR",)))
    assert (one.found, one.whole, one.second) == (0, 0, 1)
    assert one.mentions == {(True, False): 1}


def test_what_is_counted_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "marks.jsonl"
    file.write_text("\n".join(json.dumps(case) for case in CASES), "utf-8")
    assert marked.main([str(file), "--quiet"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("news: 2 texts; found 1 of 2 = 50.0%; precision 1 of 2 = 50.0%")
    assert lines[2] == (
        "all: 4 texts; found 3 of 5 = 60.0%; precision 3 of 5 = 60.0%; with unit and wording 3 of 5 = 60.0%"
    )
    assert lines[3] == "marked ambiguous: right 0 of 1 = 0.0%; of 1 wrong ones the other reading is right in 1"
    assert lines[4] == "not marked: right 3 of 4 = 75.0%"


def test_texts_read_otherwise_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "marks.jsonl"
    file.write_text(json.dumps(CASES[3]), "utf-8")
    marked.main([str(file)])
    assert "read   ['12']" in capsys.readouterr().out
