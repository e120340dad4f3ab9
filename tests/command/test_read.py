"""The command `read` over many documents."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from tests.command.runs import run
from tests.sources.files import BODY, MORE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three documents, of which one is broken."""
    held = tmp_path / "reports"
    (held / "more").mkdir(parents=True)
    (held / "a.txt").write_bytes(BODY.encode("cp1256", "ignore"))
    (held / "b.docx").write_bytes(b"no Word")
    (held / "more" / "c.md").write_text(MORE, "utf-8")
    return held


def test_a_folder_becomes_one_table(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "figures.csv"
    ran = run("read", folder, "--to", "csv", "-o", out)
    assert (ran.returncode, ran.stdout) == (2, "")
    bad, count = ran.stderr.splitlines()
    assert f"{folder / 'b.docx'}: is no application/vnd" in bad
    assert count == f"raqqa-data: {out}: 2 documents, 1 could not be read"
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["best"] for row in rows] == ["300", "", "12", "", "40", "7000"]
    names = [row["document"] for row in rows]
    assert names == sorted(names)
    assert [bool(row["finding"]) for row in rows] == [False, False, False, True, False, False]
    again = run("read", folder, "--to", "csv", "-o", out)
    assert "exists already" in again.stderr
    assert run("read", folder, "-o", out, "--force").stderr == ran.stderr
    assert run("read", folder, "--to", "csv").stdout.encode() == out.read_bytes()


def test_patterns_files_and_standard_input_together(folder: Path) -> None:
    ran = run("read", f"{folder}/*.txt", folder / "more", "-", "--to", "jsonl", stdin="عاد 5 أشخاص")
    assert ran.returncode == 0
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [row["best"] for row in rows if row["kind"] != "date"] == [300, 12, 40, 7000, 5]
    assert rows[-1]["document"] == "-"
    missing = run("read", f"{folder}/*.odt", folder / "a.txt", "--to", "jsonl")
    assert missing.returncode == 2
    assert "*.odt: fits no file" in missing.stderr
    assert len(missing.stdout.splitlines()) == 4


def test_one_bad_file_never_stops_the_rest_whatever_is_printed(folder: Path, tmp_path: Path) -> None:
    for form in ((), ("--json",), ("--html",)):
        ran = run("read", folder, *form)
        assert ran.returncode == 2
        assert "300" in ran.stdout
        assert "40" in ran.stdout
    told = json.loads(run("read", folder, "--json").stderr)["error"]
    assert (told["exit_code"], told["data"]["source"]) == (2, str(folder / "b.docx"))
    (tmp_path / "empty").mkdir()
    assert "is a folder without files" in run("read", tmp_path / "empty").stderr


def test_parquet_and_excel(folder: Path, tmp_path: Path) -> None:
    polars = pytest.importorskip("polars")
    run("read", folder, "-o", tmp_path / "figures.parquet")
    assert polars.read_parquet(tmp_path / "figures.parquet")["best"].drop_nulls().to_list() == [300, 12, 40, 7000]
    run("read", folder, "-o", tmp_path / "figures.csv", "--excel")
    assert (tmp_path / "figures.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_table_of_texts(tmp_path: Path) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([("id", "body"), (1, BODY), (2, MORE)])
    (tmp_path / "x.csv").write_text(out.getvalue(), "utf-8")
    ran = run("read", tmp_path / "x.csv", "--text-column", "body", "--to", "jsonl")
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [row["fields"] for row in rows] == ['{"id": "1"}'] * 3 + ['{"id": "2"}'] * 2
    assert "--text-column" in run("read", tmp_path / "x.csv").stderr


def test_yesterday_in_a_row_is_counted_from_its_column_of_dates(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("date,body\n2024-03-04,عاد أمس 40 شخصا\n", "utf-8")
    ran = run("read", tmp_path / "x.csv", "--text-column", "body", "--to", "jsonl")
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    assert {row["published"] for row in rows} == {"2024-03-04"}
    assert "2024-03-03" in ran.stdout


def test_an_encoding_is_told_in_the_words_of_a_shell_and_can_be_decided(tmp_path: Path) -> None:
    path = tmp_path / "old.html"
    said = '<html><meta charset="iso-8859-1"><body><article>'
    page = f"{said}<p>عاد 300 شخص إلى البلدة في عام 2021.</p></article></body></html>"
    path.write_bytes(page.encode("cp1256"))
    ran = run("read", path, "--json")
    assert "not stored in iso8859_1, as it says; read as cp1256: decide with read --encoding NAME" in ran.stderr
    assert [mention["text"] for mention in json.loads(ran.stdout)["mentions"]] == ["300 شخص", "عام 2021"]
    decided = run("read", path, "--json", "--encoding", "windows-1256")
    assert (decided.stderr, decided.stdout) == ("", ran.stdout)
    assert "no encoding 'klingon'; choose from utf_8, cp1256" in run("read", path, "--encoding", "klingon").stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--to", "xls"], "no format 'xls'"),
        (["--to", "csv", "--json"], "--json and --to csv are two forms"),
        (["--to", "csv", "--html"], "--html and --to csv are two forms"),
        (["--excel"], "--excel is for csv alone, and this is no table"),
    ],
)
def test_forms_that_do_not_go_together(folder: Path, options: list[str], told: str) -> None:
    ran = run("read", folder, *options)
    assert ran.returncode == 2
    assert told in ran.stderr
    assert ran.stdout == ""


def test_on_a_terminal(folder: Path) -> None:
    assert "parquet is no text" in run("read", folder, "--to", "parquet", terminal=True).stderr
    assert "300" in run("read", folder, "--to", "csv", terminal=True).stdout
