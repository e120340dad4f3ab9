"""A short attack with a fixed seed; the long one is `python -m benchmarks attack`."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import attack
from tests.processes import needs_processes

pytestmark = needs_processes


def test_hostile_input_is_read_or_told(tmp_path: Path) -> None:
    pytest.importorskip("altair")
    pytest.importorskip("arro3.io")
    assert attack.findings(2500, 1, tmp_path) == []


def test_what_is_not_ours_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> object:
        raise KeyError("best")

    monkeypatch.setattr(attack, "ATTACKS", [attack.Attack("broken", 1, breaks)])
    assert attack.findings(1, 7, tmp_path) == ["broken: --seed 7 input 0: KeyError: 'best'"]
