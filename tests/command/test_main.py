"""How the command begins, fails and leaves."""

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
from raqqa_data.command.app import load
from tests.command.runs import ARTICLE, run, run_process, run_processes
from tests.processes import needs_processes

COMMANDS = [command.name or getattr(command.callback, "__name__", "") for command in load().registered_commands]


def test_it_runs_as_a_process() -> None:
    shown = run_process("total", "--part-of", "prison_attack.killed")
    assert (shown.returncode, shown.stdout) == (0, "Adds 3 observations: 124 + 7 + 50 = 181 people.\n")
    assert run_process("show", "recon").returncode == 2
    read = run_process("read", "--json", "-", stdin="أكثر من 40 شجرة")
    assert json.loads(read.stdout)["mentions"][0]["text"] == "أكثر من 40 شجرة"


@needs_processes
@pytest.mark.slow
@pytest.mark.parametrize(
    "environ",
    [
        {"PYTHONIOENCODING": "cp1252"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "0"},
    ],
)
def test_output_is_utf8_whatever_the_console_is(environ: dict[str, str]) -> None:
    drafted, shown, missed = run_processes(("draft", ARTICLE), ("show", "events"), ("read", "مقال.txt"), **environ)
    assert (drafted.returncode, drafted.stderr) == (0, "")
    assert drafted.stdout == rd.draft(ARTICLE, document_id="article-ar")
    assert "معركة الرقة" in shown.stdout
    assert "cannot be read" in missed.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="file names elsewhere are text")
def test_a_file_name_that_is_no_text_is_escaped(tmp_path: Path) -> None:
    name = os.fsdecode(b"a\xff.txt")
    (tmp_path / name).write_text("غُرست 40 شجرة.", "utf-8")
    [line] = run("read", "--json", tmp_path / name).stdout.splitlines()
    assert json.loads(line)["file"] == str(tmp_path / name)
    out = tmp_path / "out.jsonl"
    assert run("read", tmp_path / name, "--out", out).returncode == 0
    assert json.loads(out.read_text("utf-8"))["file"] == str(tmp_path / name)


def test_without_a_command_help_is_offered() -> None:
    asked = run()
    assert asked.returncode == 2
    assert "--help" in asked.stderr
    helped = run("--help")
    assert helped.returncode == 0
    assert all(f"\n  {command} " in helped.stdout for command in COMMANDS)
    assert "..." not in helped.stdout.partition("Commands:")[2]
    flow = [helped.stdout.index(step) for step in ("draft writes", "fill it in", "build makes", "verify checks")]
    assert flow == sorted(flow)
    for code in (0, 1, 2, 130, 141):
        assert f"with {code} " in helped.stdout.replace("\n  ", " ")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_ends_in_an_example(command: str) -> None:
    example = run(command, "--help").stdout.splitlines()[-1]
    assert example.startswith(f"  Example: raqqa-data {command} ")


@needs_processes
def test_what_is_no_document_needs_no_reader() -> None:
    code = "import sys; from raqqa_data.command.app import load; load('show'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8").stdout
    assert "raqqa_data.command.show" in loaded.split()
    assert not {"raqqa_data.command.read", "raqqa_data.reading", "raqqa_data.building"} & set(loaded.split())


def test_versions_are_told() -> None:
    assert run("--version").stdout == f"raqqa_data {rd.__version__}, data {rd.data_version}\n"


@pytest.mark.parametrize("arguments", [["show"], ["show", "--json"], ["export", "-f", "parquet"], ["--help"]])
def test_a_reader_who_leaves_early_is_no_error(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "raqqa_data", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as left:
        assert left.stdout is not None
        assert left.stderr is not None
        left.stdout.close()
        assert left.stderr.read() == b""
    assert left.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("arguments", [["show"], ["export", "-f", "parquet"], ["units", "--json"]])
def test_a_full_disk_is_one_line(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        left = subprocess.run(
            [sys.executable, "-m", "raqqa_data", *arguments], check=False, stdout=full, stderr=subprocess.PIPE
        )
    assert left.returncode == 2
    assert b"standard output: No space left on device" in left.stderr
    assert left.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("raised", "code"), [(typer.Abort(), 130), (KeyboardInterrupt(), 130), (RuntimeError("ours"), None)]
)
def test_only_our_own_faults_are_tracebacks(
    raised: BaseException, code: int | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def app(**_: object) -> None:
        raise raised

    def loaded(_: str) -> object:
        return app

    monkeypatch.setattr(sys, "argv", ["raqqa-data", "show"])
    monkeypatch.setattr("raqqa_data.command.app.load", loaded)
    with pytest.raises(type(raised) if code is None else SystemExit) as caught:
        main()
    if isinstance(caught.value, SystemExit):
        assert caught.value.code == code
        assert capsys.readouterr().err == "raqqa-data: interrupted\n"


def test_an_exit_of_another_reason_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def app(**_: object) -> None:
        sys.exit(5)

    def loaded(_: str) -> object:
        return app

    monkeypatch.setattr("raqqa_data.command.app.load", loaded)
    assert run("show").returncode == 5


def test_a_person_at_a_terminal_reads_errors_broken_between_words() -> None:
    told = run("export", "--format", "xlsx", columns=30, terminal=True).stderr
    assert len(told.splitlines()) > 2
    assert max(map(len, told.splitlines())) <= 30
    assert " ".join(told.split()) == (
        "raqqa-data: no format 'xlsx'; choose from json, jsonl, csv, parquet, jsonld, geojson, csvw, datapackage"
    )


def test_parquet_is_not_printed_to_a_terminal() -> None:
    refused = run("export", "--format", "parquet", terminal=True)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "say where with --out FILE" in refused.stderr


def test_the_extra_is_named_when_it_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "typer", None)
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 2
    assert capsys.readouterr().err == "raqqa-data: typer is not installed: pip install 'raqqa_data[cli]'\n"


def test_another_missing_module_is_not_taken_for_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "raqqa_data.command.app", None)
    with pytest.raises(ModuleNotFoundError, match="raqqa_data.command.app"):
        main()
