"""`raqqa-data export`: the same files as `write`, from a shell."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

import raqqa_data as rd
from raqqa_data.__main__ import main


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["raqqa-data", "export", *arguments])
    with pytest.raises(SystemExit) as left:
        main()
    return int(left.value.code or 0)


@pytest.mark.parametrize("name", ["x.json", "x.jsonl", "x.csv", "x.parquet", "x.geojson", "x.jsonld", "package"])
def test_writes_every_format(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    options = ["--format", "datapackage"] if name == "package" else []
    assert run(monkeypatch, "--out", str(tmp_path / name), *options) == 0
    assert rd.load(tmp_path / name, rd.Observations) == rd.observations


def test_one_dataset_with_excels_mark(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert run(monkeypatch, "security", "--excel", "--out", str(tmp_path / "x.csv")) == 0
    assert (tmp_path / "x.csv").read_bytes().startswith(b"\xef\xbb\xbfid,dataset,")
    assert rd.load(tmp_path / "x.csv", rd.Observations) == rd.security.observations


def test_to_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    buffer = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(buffer, encoding="utf-8"))
    assert run(monkeypatch) == 0
    assert buffer.getvalue().decode().splitlines()[0].startswith("id,dataset,indicator,label_en")
    assert buffer.getvalue().count(b"\r\n") == len(rd.observations) + 1


def test_never_overwrites_unasked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.csv"
    path.write_text("mine", encoding="utf-8")
    assert run(monkeypatch, "--out", str(path)) == 2
    assert "exists already; --force overwrites it" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "mine"
    assert run(monkeypatch, "--out", str(path), "--force") == 0
    assert rd.load(path, rd.Observations) == rd.observations


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--format", "xlsx"], "no format 'xlsx'"),
        (["--format", "datapackage"], "more than one file; say where with --out"),
        (["batle"], "no dataset 'batle'; did you mean 'battle'"),
        (["--out", "/nowhere/at/all/x.csv"], "cannot be written: No such file or directory"),
    ],
)
def test_mistakes_are_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    assert run(monkeypatch, *arguments) == 2
    said = capsys.readouterr().err
    assert told in said
    assert said.count("\n") == 1
