"""What finds false readings: names read as figures, and readings of words alone in any texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks import names, scan

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_name_that_is_read_as_a_figure_is_told_and_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "names.txt"
    file.write_text("حلب\tSY\nألفين\tUS\n\nدمشق\n", "utf-8")
    assert names.main([str(file)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told == ["ألفين\tUS  + cardinal 2,000 ألفين", "1 of 3 names change what is read"]


def test_a_name_that_takes_a_figure_away_is_told_too() -> None:
    found = names.read_in("قتل {name} شخصا أمس", "٣٠")
    assert found == ["+ cardinal 30 ٣٠ شخصا"]
    told = names.read_in("قتل 30 شخصا في {name} أمس", "قبل")
    assert told == ["+ date 2022-10-18 قبل أمس", "- date 2022-10-19 أمس"]


def test_readings_of_words_alone_are_counted_with_an_example(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("وصلت خمس عائلات\nغادرت خمسُ عائلات و3 رجال", "utf-8")
    (tmp_path / "b.txt").write_text("استمرت عامين", "utf-8")
    assert scan.main([str(tmp_path)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "cardinal: 2"
    assert told[1].split() == ["2", "خمس", "|", "وصلت", "⟦خمس", "عائلات⟧", "غادرت", "خمسُ", "عائلات", "و3", "رجال"]
    assert told[2] == "duration year: 1"
    assert told[-1] == "3 readings of words alone"
