"""The command line, run as a person runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer

import raqqa_data as rd
from raqqa_data.__main__ import main
from tests.building.conftest import EXAMPLE

ARTICLE, NOTES = EXAMPLE / "article.ar.txt", EXAMPLE / "annotations.toml"


def run(*arguments: object, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "raqqa_data", *map(str, arguments)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        input=stdin,
        env=os.environ | {"COLUMNS": "140", "PYTHONUTF8": "1"},
    )


def test_show_prints_every_dataset_both_languages_and_the_totals() -> None:
    shown = run("show")
    assert (shown.returncode, shown.stderr) == (0, "")
    for text in (
        "battle",
        "reconstruction",
        "security",
        "prison_attack",
        "nearly 5,000,000 m²",
        "الأنقاض المرفوعة في الرقة",
    ):
        assert text in shown.stdout
    assert "181" in shown.stdout
    assert "124" in shown.stdout


def test_show_takes_one_dataset() -> None:
    shown = run("show", "battle").stdout
    assert "80 %" in shown
    assert "bridges" not in shown
    assert "Battle of Raqqa" in run("show", "events").stdout


def test_show_json_holds_the_records_and_their_totals() -> None:
    shown = json.loads(run("show", "--json").stdout)
    assert [row["id"] for row in shown["observations"]] == list(rd.observations.ids)
    assert len(shown["events"]) == 5
    totals = {tuple(total["inputs"]): total["estimate"]["best"] for total in shown["totals"]}
    assert totals["prison_attack.killed",] == 181


def test_total_adds_or_says_why_not() -> None:
    added = run("total", "--part-of", "prison_attack.killed")
    assert added.returncode == 0
    assert "181" in added.stdout
    as_json = json.loads(run("total", "--part-of", "prison_attack.killed", "--json").stdout)
    assert (as_json["estimate"]["best"], as_json["unit"]) == (181, "person")
    refused = run("total", "reconstruction.bridges_rebuilt", "reconstruction.schools_restored")
    assert refused.returncode == 2
    assert refused.stderr.startswith("raqqa-data: type compatibility:")
    assert refused.stderr.count("\n") == 1


def test_total_can_be_overridden_on_purpose() -> None:
    twice = ("total", "prison_attack.killed", "prison_attack.killed_civilians")
    assert "disjointness" in run(*twice).stderr
    assert "188" in run(*twice, "--allow", "disjointness").stdout


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


def test_draft_build_verify_make_a_dataset(tmp_path: Path) -> None:
    drafted = tmp_path / "draft.toml"
    assert run("draft", ARTICLE, "--out", drafted).returncode == 0
    assert drafted.read_text("utf-8") == rd.draft(ARTICLE, document_id="article.ar")
    assert json.loads(run("draft", ARTICLE, "--id", "x", "--json").stdout)["annotations"] == rd.draft(
        ARTICLE, document_id="x"
    )
    out = tmp_path / "catalogue.json"
    assert run("build", ARTICLE, NOTES, "--out", out).returncode == 0
    assert out.read_text("utf-8") == rd.build(ARTICLE, NOTES) == run("build", ARTICLE, NOTES).stdout
    verified = run("verify", ARTICLE, out)
    assert (verified.returncode, verified.stdout) == (0, "9 records checked, no findings\n")


def test_a_file_is_not_overwritten_unasked(tmp_path: Path) -> None:
    out = tmp_path / "kept.toml"
    out.write_text("kept")
    refused = run("draft", ARTICLE, "--out", out)
    assert (refused.returncode, out.read_text()) == (2, "kept")
    assert "--force" in refused.stderr
    assert run("draft", ARTICLE, "--out", out, "--force").returncode == 0
    assert "[document]" in out.read_text("utf-8")


def test_findings_are_told_apart_from_misuse(tmp_path: Path) -> None:
    found = run("verify", ARTICLE)
    assert found.returncode == 1
    assert "raqqa-2022: sha256" in found.stdout
    listed = json.loads(run("verify", ARTICLE, "--json").stdout)
    assert listed["findings"][0]["check"] == "characters"
    broken = tmp_path / "broken.toml"
    broken.write_text(NOTES.read_text("utf-8").replace('place = "olive-valley"', 'place = "nowhere"'), "utf-8")
    built = run("build", ARTICLE, broken)
    assert built.returncode == 1
    assert "observation[0].place: no place 'nowhere'" in built.stderr
    problems = json.loads(run("build", ARTICLE, broken, "--json").stdout)["problems"]
    assert problems[0]["path"] == "observation[0].place"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "recon"], "no dataset 'recon'; did you mean 'reconstruction'"),
        (["shw"], "No such command"),
        (["--nonsense"], "No such option"),
        (["read"], "Missing argument"),
        (["read", "absent.txt"], "absent.txt: cannot be read"),
        (["read", "-", "--reference", "soon"], "Period 'soon'"),
        (["total", "no.such"], "no observation 'no.such'"),
        (["total", "--indicator", "kiled"], "did you mean 'killed'"),
        (["total", "prison_attack.killed", "--unit", "meter"], "meter"),
        (["read", Path(sys.executable)], "is not UTF-8: byte"),
        (["verify", "absent.txt"], "cannot be read"),
        (["verify", ARTICLE, ARTICLE], "is not JSON"),
        (["draft", "absent.txt"], "cannot be read"),
    ],
)
def test_misuse_is_one_line_and_code_2(arguments: list[object], said: str) -> None:
    misused = run(*arguments)
    assert misused.returncode == 2
    assert misused.stdout == ""
    assert misused.stderr.startswith("raqqa-data: ")
    assert misused.stderr.count("\n") == 1
    assert said in misused.stderr


def test_without_a_command_help_is_offered() -> None:
    asked = run()
    assert asked.returncode == 2
    assert "--help" in asked.stderr
    helped = run("--help")
    assert helped.returncode == 0
    assert all(command in helped.stdout for command in ("show", "total", "read", "draft", "build", "verify"))


def test_versions_are_told() -> None:
    assert run("--version").stdout == f"raqqa_data {rd.__version__}, data {rd.data_version}\n"


def test_a_reader_who_leaves_early_is_no_error() -> None:
    command = [sys.executable, "-m", "raqqa_data", "show", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as left:
        assert left.stdout is not None
        assert left.stderr is not None
        left.stdout.close()
        assert left.stderr.read() == b""
    assert left.returncode == 1


@pytest.mark.parametrize(("raised", "code"), [(typer.Abort(), 2), (RuntimeError("ours"), None)])
def test_only_our_own_faults_are_tracebacks(
    raised: Exception, code: int | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def app(**_: object) -> None:
        raise raised

    monkeypatch.setattr("raqqa_data.cli.app", app)
    with pytest.raises(RuntimeError if code is None else SystemExit) as caught:
        main()
    if isinstance(caught.value, SystemExit):
        assert caught.value.code == code
        assert capsys.readouterr().err == "raqqa-data: interrupted\n"


def test_the_extra_is_named_when_it_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "typer", None)
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 2
    assert capsys.readouterr().err == "raqqa-data: typer is not installed: pip install 'raqqa_data[cli]'\n"


def test_another_missing_module_is_not_taken_for_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "raqqa_data.cli", None)
    with pytest.raises(ModuleNotFoundError, match="raqqa_data.cli"):
        main()
