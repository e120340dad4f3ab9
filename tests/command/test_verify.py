"""What `verify` finds, and rewrites."""

from __future__ import annotations

import json
from pathlib import Path

import raqqa_data as rd
from tests.command.runs import ARTICLE, NOTES, run


def test_verify_rewrites_what_moved(tmp_path: Path) -> None:
    catalogue, now = tmp_path / "catalogue.json", tmp_path / "now.txt"
    built = rd.build(ARTICLE, NOTES)
    catalogue.write_text(built, "utf-8")
    now.write_text(ARTICLE.read_text("utf-8")[2:], "utf-8")
    told = run("verify", now, catalogue, "--fix")
    assert (told.returncode, told.stdout.count("moved:")) == (1, 0)
    assert f"{catalogue}: the offsets of 9 quotes rewritten." in told.stdout
    assert len(catalogue.read_text("utf-8").splitlines()) == len(built.splitlines())
    listed = json.loads(run("verify", ARTICLE, catalogue, "--fix", "--json").stdout)
    assert (listed["rewritten"], listed["findings"]) == (9, [])
    assert catalogue.read_text("utf-8") == built
    assert "the offsets of no quotes rewritten" in run("verify", ARTICLE, catalogue, "--fix").stdout
    assert "give it as the second argument" in run("verify", ARTICLE, "--fix").stderr


def test_findings_are_told_apart_from_misuse(tmp_path: Path) -> None:
    found = run("verify", ARTICLE)
    assert found.returncode == 1
    first = found.stdout.partition("\n")[0]
    assert first == (
        f"{ARTICLE} is not the document of catalogue raqqa-2022; give its catalogue as the second argument."
    )
    assert "raqqa-2022: sha256" in found.stdout
    listed = json.loads(run("verify", ARTICLE, "--json").stdout)
    assert listed["findings"][0]["check"] == "characters"
    assert listed["same_document"] is False
    catalogue, changed = tmp_path / "catalogue.json", tmp_path / "changed.txt"
    catalogue.write_text(rd.build(ARTICLE, NOTES), "utf-8")
    changed.write_text(ARTICLE.read_text("utf-8").replace("90 متطوعا", "99 متطوعا"), "utf-8")
    assert run("verify", changed, catalogue).stdout.startswith("9 records checked, 2 findings")
    other = run("verify", NOTES, catalogue).stdout.partition("\n")[0]
    assert other == f"{NOTES} is not the document of catalogue {catalogue}."
    longer = tmp_path / "longer.txt"
    longer.write_text(ARTICLE.read_text("utf-8") + "\nانتهى.", "utf-8")  # every quote stands where it stood
    lines = run("verify", longer, catalogue).stdout.splitlines()
    assert lines[:2] == [f"{longer} is not the document of catalogue {catalogue}.", "9 records checked, 2 findings"]
    assert json.loads(run("verify", longer, catalogue, "--json").stdout)["same_document"] is False
    assert json.loads(run("verify", changed, catalogue, "--json").stdout)["same_document"] is True
    broken = tmp_path / "broken.toml"
    broken.write_text(NOTES.read_text("utf-8").replace('place = "olive-valley"', 'place = "nowhere"'), "utf-8")
    built = run("build", ARTICLE, broken)
    assert built.returncode == 1
    assert "observation[0].place: no place 'nowhere'" in built.stderr
    told = run("build", ARTICLE, broken, "--json")
    assert (told.returncode, told.stdout) == (1, "")
    assert json.loads(told.stderr)["error"]["data"]["problems"][0]["path"] == "observation[0].place"
