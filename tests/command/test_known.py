"""`raqqa-data known add`: a reference file made and extended at a shell."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from tests.command.runs import run

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_made_and_extended(tmp_path: Path) -> None:
    file = tmp_path / "reference.toml"
    made = run("known", "add", "agent", "jisr", "--en", "Jisr", "--ar", "جمعية جسر", "--alias", "جسر", "--to", file)
    assert (made.returncode, made.stdout, made.stderr) == (0, f"{file}: added agent jisr\n", "")
    file.write_text(f"# ours\n{file.read_text('utf-8')}", "utf-8")
    assert run("known", "add", "agent", "jisr", "--alias", "الجمعية", "--to", file).returncode == 0
    assert run("known", "add", "place", "aleppo", "--to", file).returncode == 0
    event = ("known", "add", "event", "fire", "--en", "The fire", "--ar", "حريق السوق", "--period", "2021-05-03")
    assert run(*event, "--place", "aleppo", "--to", file).returncode == 0
    held = tomllib.loads(file.read_text("utf-8"))
    assert file.read_text("utf-8").startswith("# ours\n")
    assert held["agent"][0]["aliases"] == ["جسر", "الجمعية"]
    assert held["event"][0]["place"] == "aleppo"
    article = tmp_path / "article.txt"
    article.write_text("قالت جسر إن 12 شخصا قتلوا.", "utf-8")
    assert 'attributed_to = "jisr"' in run("draft", article, "--known", file).stdout


def test_what_does_not_fit_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "reference.toml"
    refused = run("known", "add", "agent", "jisr", "--en", "Jisr", "--to", file)
    assert (refused.returncode, refused.stderr) == (1, f"raqqa-data: {file}: agent[0].name.ar: is missing\n")
    assert not file.exists()
    assert run("known", "add", "agents", "jisr", "--to", file).returncode == 2


def test_what_was_written_is_told_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "reference.toml"

    def told(*arguments: str) -> str:
        shown = run("known", "add", *arguments, "--to", file)
        assert (shown.returncode, shown.stderr) == (0, "")
        return shown.stdout.removeprefix(f"{file}: ")

    assert told("event", "fire", "--en", "The fire", "--ar", "حريق السوق") == "added event fire\n"
    filled = told("event", "fire", "--place", "aleppo", "--period", "2021-05-03", "--alias", "الحريق")
    assert filled.count("\n") == 1
    for part in (
        "place syria; ",
        "place aleppo",
        "place aleppo and ",
        "period 2021-05-03",
        "aliases الحريق of event fire",
    ):
        assert part in filled
    assert told("event", "fire", "--place", "aleppo") == "has all of it already\n"
    refused = run("known", "add", "event", "fire", "--place", "homs", "--to", file)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "event[0].place: is another one there" in refused.stderr
