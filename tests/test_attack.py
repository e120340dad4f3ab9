"""A short attack with a fixed seed; the long one is `python -m benchmarks attack`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import attack
from tests.processes import needs_processes
from tests.strategies import examples

pytestmark = [needs_processes, pytest.mark.slow]
INPUTS = examples(2500)


def test_hostile_input_is_read_or_told() -> None:
    pytest.importorskip("altair")
    pytest.importorskip("arro3.io")
    # a process of its own: the memory of this one is that of all tests before
    command = [sys.executable, "-m", "benchmarks", "attack", "--inputs", str(INPUTS), "--seed", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert f"{INPUTS:,} inputs, 0 findings" in done.stdout


def test_what_is_not_ours_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> object:
        raise KeyError("best")

    monkeypatch.setattr(attack, "ATTACKS", [attack.Attack("broken", 1, breaks)])
    assert attack.findings(1, 7, tmp_path) == (1, ["broken: --seed 7 input 0: KeyError: 'best'"])


def test_it_ends_with_its_time(tmp_path: Path) -> None:
    assert attack.findings(sys.maxsize, 7, tmp_path, ["texts"], minutes=0.001)[1] == []
