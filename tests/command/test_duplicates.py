"""What `duplicates` finds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command.runs import run


def test_duplicates(tmp_path: Path) -> None:
    pytest.importorskip("datasketch")
    story = "قتل 12 شخصا في البلدة مساء أمس بعد حادث وقع في السوق، وقالت البلدية إن العمل في ترميم الطرق سيستمر"
    (tmp_path / "a.txt").write_text(story, "utf-8")
    (tmp_path / "b.txt").write_text(f"عاجل: {story.replace('12', '14')}", "utf-8")
    (tmp_path / "c.txt").write_text("زرعت البلدية 40 شجرة في الحديقة العامة قرب النهر", "utf-8")
    shown = run("duplicates", tmp_path)
    assert shown.stdout.startswith("copies: 1 pair among 3 texts")
    (pair,) = json.loads(run("duplicates", *sorted(tmp_path.iterdir()), "--json").stdout)
    assert (Path(pair["one"]).name, Path(pair["other"]).name) == ("a.txt", "b.txt")
    twice = run("duplicates", tmp_path / "a.txt", tmp_path / "a.txt", tmp_path / "none.txt")
    assert "1 pair among 3 texts" in twice.stdout
    assert "none.txt" in twice.stderr
