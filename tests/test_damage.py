"""A few damaged documents of each kind; the long run is `python -m benchmarks damage`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks import damage
from tests.processes import needs_processes

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
@pytest.mark.parametrize("kind", [kind for kind in damage.KINDS if kind != "pdf"])
def test_a_damaged_document_is_read_or_told(kind: str, tmp_path: Path) -> None:
    if kind == "xlsx":
        pytest.importorskip("openpyxl")
    counts, wrong, _ = damage.tried(kind, 40, 3, tmp_path)
    assert wrong == []
    assert sum(counts.values()) == 40


@needs_processes
def test_what_is_no_error_of_ours_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_: Path) -> str:
        raise KeyError("best")

    monkeypatch.setattr(damage, "outcome", breaks)
    _, wrong, _ = damage.tried("json", 1, 7, tmp_path)
    assert wrong == ["json: --seed 7 input 0: KeyError: 'best'"]
