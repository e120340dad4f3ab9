"""What `draft` writes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command.runs import ARTICLE, run


def test_a_draft_of_standard_input_is_that_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for text in ("قتل 15 مدنيا.\n", "\ufeffقتل 15 مدنيا.\r\n"):
        path.write_bytes(text.encode())
        piped = run("draft", "-", "--id", "a", "--reference", "2024-05-10", stdin=text).stdout
        of_file = run("draft", path, "--id", "a", "--reference", "2024-05-10").stdout
        assert piped == of_file.replace('en = "a.txt", ar = "a.txt"', 'en = "FILL IN", ar = "FILL IN"')


@pytest.mark.parametrize(("name", "document_id"), [("My Notes_2.TXT", "my-notes-2"), ("مقال.txt", "FILL IN")])
def test_a_draft_has_an_id_that_build_takes(name: str, document_id: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("زرعت البلدية 40 شجرة.", "utf-8")
    assert f'\nid = "{document_id}"\n' in run("draft", tmp_path / name).stdout


def test_a_file_is_not_overwritten_unasked(tmp_path: Path) -> None:
    out = tmp_path / "kept.toml"
    out.write_text("kept")
    refused = run("draft", ARTICLE, "--out", out)
    assert (refused.returncode, out.read_text()) == (2, "kept")
    assert "--force" in refused.stderr
    assert run("draft", ARTICLE, "--out", out, "--force").returncode == 0
    assert "[document]" in out.read_text("utf-8")


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff\n"])
def test_a_document_without_text_is_not_drafted(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    refused = run("draft", path, "--out", tmp_path / "a.toml")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == f"raqqa-data: {path}: holds no text, so there is nothing to draft\n"
    assert not (tmp_path / "a.toml").exists()
    assert "standard input: holds no text" in run("draft", "-", stdin=text).stderr


@pytest.mark.parametrize(("option", "sort", "kind"), [("voice", "agent", ""), ("place", "place", " --kind KIND")])
def test_who_or_what_is_not_known_is_told_with_what_makes_it_known(
    tmp_path: Path, option: str, sort: str, kind: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("قتل 12 شخصا.", "utf-8")
    shown = run("draft", path, f"--{option}", "zzzzzz")
    assert (shown.returncode, shown.stdout) == (2, "")
    assert shown.stderr == (
        f"raqqa-data: no {sort} 'zzzzzz'. Give the id of one that ships, or add it by raqqa-data known add {sort} ID "
        f"--en NAME --ar NAME{kind} --to reference.toml, and give --known reference.toml.\n"
    )
    words = shown.stderr.partition("add it by ")[2].partition(", and give")[0].split()
    own = {"ID": "zzzzzz", "NAME": "زين", "KIND": "town", "reference.toml": str(tmp_path / "r.toml")}
    made = [own.get(word, word) for word in words]
    assert run(*made[1:]).returncode == 0
    assert run("draft", path, f"--{option}", "zzzzzz", "--known", tmp_path / "r.toml").returncode == 0


def test_a_slip_in_who_speaks_is_told_with_what_was_meant(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("قتل 12 شخصا.", "utf-8")
    shown = run("draft", path, "--voice", "sohrr")
    assert "no agent 'sohrr'; did you mean 'sohr'? Give the id of one that ships" in shown.stderr
    told = json.loads(run("draft", path, "--voice", "sohrr", "--json").stderr)["error"]
    assert "raqqa-data known add agent" in told["message"]
    assert told["data"]["suggestions"] == ["sohr"]


def test_a_noun_of_people_is_one_on_request(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("سقط قتيل في حلب أمس.", "utf-8")
    assert 'reads = "1"' not in run("draft", path).stdout
    assert 'phrase = "قتيل"' in run("draft", path, "--singulars").stdout
    run("draft", tmp_path, "--singulars")
    assert 'reads = "1"' in (tmp_path / "a.txt.annotations.toml").read_text("utf-8")
