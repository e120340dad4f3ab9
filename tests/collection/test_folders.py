"""Which files of a folder are read again."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

import raqqa_data as rd
from raqqa_data.collection import folders
from raqqa_data.collection.folders import INDEX
from raqqa_data.sources.files import read_bytes
from tests.collection.test_collecting import written


@pytest.mark.parametrize(
    ("fraction", "later", "settled"),
    [(1, 20_000_000, False), (1, 20_000_001, True), (0, 2_000_000_000, False), (0, 2_000_000_001, True)],
)
def test_how_long_a_file_is_left_alone_before_its_times_are_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fraction: int, later: int, settled: bool
) -> None:
    """Where its times have no fraction of a second the file system may tell none."""
    written(tmp_path, 1)
    file = tmp_path / "0.json"
    last = (file.stat().st_ctime_ns // 10**9 + 1000) * 10**9 + fraction
    os.utime(file, ns=(last, last))
    monkeypatch.setattr(folders, "time", SimpleNamespace(time_ns=lambda: last + later))
    rd.collect(tmp_path)
    opened: list[str] = []

    def noted(path: str, error: type[rd.CatalogueError]) -> bytes:
        opened.append(Path(path).name)
        return read_bytes(path, error)

    monkeypatch.setattr("raqqa_data.collection.folders.read_bytes", noted)
    rd.collect(tmp_path)
    assert opened == ([INDEX] if settled else [INDEX, "0.json"])
