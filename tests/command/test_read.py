"""The command `read`, of one document and of many."""

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


def test_read_finds_figures_in_files_and_standard_input(tmp_path: Path) -> None:
    first = tmp_path / "first.txt"
    first.write_text("زرعت البلدية نحو 40 شجرة.", "utf-8")
    table = run("read", first).stdout
    assert "نحو 40 شجرة" in table
    assert "about 40" in table
    [mention] = json.loads(run("read", "--json", "-", stdin="في حزيران 2021").stdout)["mentions"]
    assert (mention["kind"], mention["period"]) == ("date", "2021-06")
    [relative] = json.loads(run("read", "--json", "--reference", "2022-10", "-", stdin="العام الماضي").stdout)[
        "mentions"
    ]
    assert relative["period"] == "2021"


def test_read_takes_the_country_whose_currency_is_meant() -> None:
    told = json.loads(run("read", "--json", "--country", "SY", "-", stdin="سعره 400 ليرة").stdout)
    [price] = told["mentions"]
    assert (price["unit"], price["country_hint"]) == ("SYP", "SY")
    assert "400 SYP (the currency of SY)" in run("read", "--country", "SY", "-", stdin="سعره 400 ليرة").stdout
    refused = run("read", "--country", "Syria", "-", stdin="سعره 400 ليرة")
    assert (refused.returncode, "ISO 3166" in refused.stderr) == (2, True)


def test_read_json_tells_spans_bounds_and_the_other_reading() -> None:
    [mention] = json.loads(run("read", "--json", "-", stdin="أكثر من 1,234 شجرة").stdout)["mentions"]
    assert mention["number"] == {"start": 8, "end": 13, "text": "1,234"}
    assert mention["estimate"] == {"best": 1234, "low": 1234, "high": None, "wording": "more than"}
    assert mention["noun"]["text"] == "شجرة"


def test_read_takes_many_files_and_prints_json_lines_or_one_page(tmp_path: Path) -> None:
    names = [tmp_path / name for name in ("first.txt", "second.txt")]
    names[0].write_text("زرعت البلدية نحو 40 شجرة <b>.", "utf-8")
    names[1].write_text("في حزيران 2021", "utf-8")
    lines = run("read", "--json", *names).stdout.splitlines()
    assert [len(json.loads(line)["mentions"]) for line in lines] == [1, 1]
    out = tmp_path / "page.html"
    assert run("read", "--html", *names, "--out", out).stdout == ""
    html = out.read_text("utf-8")
    assert '<mark class="cardinal" title="cardinal: about 40" dir="rtl">نحو 40 شجرة</mark> &lt;b&gt;.' in html
    assert '<mark class="date" title="date: 2021-06" dir="rtl">حزيران 2021</mark>' in html
    assert run("read", *names, "--out", tmp_path / "found.jsonl").stdout == ""
    assert (tmp_path / "found.jsonl").read_text("utf-8").splitlines() == lines


def test_a_text_without_figures_is_said_so() -> None:
    assert run("read", "-", stdin="لا شيء هنا").stdout == "-: no figures and dates\n"


def test_what_looks_like_markup_is_printed_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a[b]:smile:.txt"
    path.write_text("غُرست 40 شجرة.", "utf-8")
    assert "a[b]:smile:.txt: 1 figure or date" in run("read", path).stdout


def test_from_what_a_date_was_dated_is_told_in_json() -> None:
    told = json.loads(run("read", "-", "--json", stdin="بدأت في 5 آذار 2017 وانتهت في اليوم التالي").stdout)
    first, second = told["mentions"]
    assert first["anchor"] == {"kind": "itself"}
    assert second["anchor"] == {"kind": "mention", "span": {name: first[name] for name in ("start", "end", "text")}}
