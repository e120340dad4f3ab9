"""What breaks others is found, and what is nobody else's business is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import breakages

if TYPE_CHECKING:
    from pathlib import Path

griffe = pytest.importorskip("griffe")

FACE = """
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from library.records import Record, load
_MODULES = ["charts", "records"]
__all__ = ["Record", "load"]
"""
RECORDS = """
from library.records.record import Record, load
__all__ = ["Record", "load"]
"""
RECORD = """
class Record:
    name: str
    def total(self, unit=None): ...
    def _inner(self, unit): ...
def load(path, *, strict=False): ...
def helper(path): ...
"""
CHARTS = "def chart(what): ...\ndef _inner(what): ...\n"


def found(record: str = RECORD, charts: str = CHARTS, face: str = FACE) -> list[str]:
    """What breaks where these modules take the place of the others."""

    def files(record: str, charts: str, face: str) -> dict[str, str]:
        return {
            "__init__.py": face,
            "records/__init__.py": RECORDS,
            "records/record.py": record,
            "charts.py": charts,
            "files.py": "def read(path): ...\n",
        }

    with (
        griffe.temporary_visited_package("library", files(RECORD, CHARTS, FACE), resolve_aliases=True) as old,
        griffe.temporary_visited_package("library", files(record, charts, face), resolve_aliases=True) as new,
    ):
        return [breakage.obj.path for breakage in breakages.breakages(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("total(self, unit=None)", "total(self)", "library.records.record.Record.total"),
        ("def total(", "def _total(", "library.records.record.Record.total"),
        ("    name: str\n", "", "library.records.record.Record.name"),
        ("strict=False", "strict", "library.records.record.load"),
    ],
)
def test_what_is_exported_is_kept(old: str, new: str, path: str) -> None:
    assert set(found(record=RECORD.replace(old, new))) == {path}


def test_a_module_that_is_reached_by_attribute_is_kept() -> None:
    assert found(charts=CHARTS.replace("chart(what)", "chart(what, how)")) == ["library.charts.chart"]


def test_what_is_within_may_change() -> None:
    assert found() == []
    assert found(record=RECORD.replace("helper(path)", "helper()").replace("_inner(self, unit)", "_inner(self)")) == []
    assert found(charts=CHARTS.replace("_inner(what)", "_inner()")) == []
    assert found(record=RECORD.replace("load(path, *", "load(path, *more"), face=FACE) == []


def test_without_a_tag_there_is_nothing_to_keep(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(breakages, "ROOT", tmp_path)
    assert breakages.main(None) == 0
    assert capsys.readouterr().out == "no tag yet, so nothing is promised that could break\n"
