"""From a document to a catalogue: `build`, with `draft` before it and `verify` after."""

from __future__ import annotations

import json
from pathlib import Path

import raqqa_data as rd
from tests.command.runs import ARTICLE, NOTES, run


def test_draft_build_verify_make_a_dataset(tmp_path: Path) -> None:
    drafted = tmp_path / "draft.toml"
    assert run("draft", ARTICLE, "--out", drafted).returncode == 0
    assert drafted.read_text("utf-8") == rd.draft(ARTICLE, document_id="article-ar")
    assert json.loads(run("draft", ARTICLE, "--id", "x", "--json").stdout)["annotations"] == rd.draft(
        ARTICLE, document_id="x"
    )
    out = tmp_path / "catalogue.json"
    assert run("build", ARTICLE, NOTES, "--out", out).returncode == 0
    assert out.read_text("utf-8") == rd.build(ARTICLE, NOTES) == run("build", ARTICLE, NOTES).stdout
    verified = run("verify", ARTICLE, out)
    assert (verified.returncode, verified.stdout) == (0, "9 records checked, no findings\n")


def test_a_dash_is_standard_input(tmp_path: Path) -> None:
    text = ARTICLE.read_text("utf-8")
    assert run("draft", "-", stdin=text).stdout == rd.draft(text)
    built = run("build", "-", NOTES, stdin=text).stdout
    assert built == rd.build(ARTICLE, NOTES)
    (tmp_path / "catalogue.json").write_text(built, "utf-8")
    assert run("verify", "-", tmp_path / "catalogue.json", stdin=text).returncode == 0
    assert "standard input is not the document of catalogue raqqa-2022" in run("verify", "-", stdin=text).stdout


def test_two_files_in_the_wrong_order(tmp_path: Path) -> None:
    turned = run("build", NOTES, ARTICLE)
    assert (turned.returncode, turned.stdout) == (1, "")
    assert turned.stderr.startswith(f"raqqa-data: {ARTICLE}: is not TOML: ")
    advice = "; the two files may be the wrong way round, try: raqqa-data"
    assert turned.stderr.endswith(f"{advice} build {ARTICLE} {NOTES}\n")
    catalogue = tmp_path / "catalogue.json"
    assert run("build", ARTICLE, NOTES, "--out", catalogue).returncode == 0
    for options in ((), ("--fix",)):
        verified = run("verify", catalogue, ARTICLE, *options)
        assert verified.returncode == 2
        assert verified.stderr.endswith(f"is not JSON: Expecting value{advice} verify {ARTICLE} {catalogue}\n")
    assert "wrong way" not in run("build", ARTICLE, ARTICLE).stderr
    assert "wrong way" not in run("build", NOTES, NOTES).stderr
    assert "wrong way" not in run("verify", catalogue, catalogue).stderr
