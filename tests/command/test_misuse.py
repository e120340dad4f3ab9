"""One line and an exit code, whichever command is misused."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.command.runs import ARTICLE, NOTES, run


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
        (["total", "--unit", "person"], "say what to add: ids, --indicator, --place, --part-of or --event"),
        (
            ["total", "--indicator", "killed", "--allow", "all"],
            "choose from type compatibility, disjointness, comp",
        ),
        (["total", "--indicator", "nothing"], "choose from battle_duration, bridges_rebuilt, cell_members_arrested"),
        (["read", ARTICLE, "--out", "/nowhere/at/all/x"], "/nowhere/at/all/x: cannot be written: No such file"),
        (["export", "evts"], "did you mean 'events'? Choose from battle, reconstruction, security"),
        (["export", "--format", "xlsx"], "no format 'xlsx'; choose from json, jsonl, csv, parquet, jsonld"),
        (["export", "events", "--format", "csv"], "csv holds no events; --format json does"),
        (["export", "--excel", "--format", "json"], "--excel is for csv alone, and this is json"),
        (["export", "--catalogue", "absent.json"], "absent.json: cannot be read"),
        (["export", "--catalogue", "absent.csv"], "csv holds no whole catalogue; give a catalogue (JSON)"),
        (["units", "zzz"], "raqqa-data units lists what there is"),
        (["read", Path(sys.executable)], "is no text: no encoding fits its bytes"),
        (["verify", "absent.txt"], "cannot be read"),
        (["verify", ARTICLE, ARTICLE], "is not JSON"),
        (["draft", "absent.txt"], "cannot be read"),
        (["build", "absent.txt", NOTES], "absent.txt: cannot be read"),
        (["build", ARTICLE, "absent.toml"], "absent.toml: cannot be read"),
    ],
)
def test_misuse_is_one_line_and_code_2(arguments: list[object], said: str) -> None:
    misused = run(*arguments)
    assert misused.returncode == 2
    assert misused.stdout == ""
    assert misused.stderr.startswith("raqqa-data: ")
    assert misused.stderr.count("\n") == 1
    assert said in misused.stderr
    told = run(*arguments, "--json")
    assert (told.returncode, told.stdout) == (2, "")
    error = json.loads(told.stderr)["error"]
    assert error.keys() == {"type", "message", "exit_code", "data"}
    assert error["exit_code"] == 2


def test_a_folder_is_no_file_to_write(tmp_path: Path) -> None:
    for command in (["read", ARTICLE], ["export"]):
        refused = run(*command, "--out", tmp_path, "--force", *(["-f", "csv"] if len(command) == 1 else []))
        assert refused.stderr == f"raqqa-data: {tmp_path}: cannot be written: Is a directory\n"


def test_options_that_contradict_each_other_are_misuse() -> None:
    assert "give one of them" in run("read", "--json", "--html", ARTICLE).stderr
    assert "for the data as JSON, --format json" in run("export", "--json").stderr
