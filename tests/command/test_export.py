"""What `export` writes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import raqqa_data as rd
from tests.command.runs import ARTICLE, NOTES, run


def test_export_holds_all_that_the_format_can() -> None:
    exported = run("export", "--format", "json").stdout
    assert rd.loads(exported) == rd.datasets.catalogue
    assert run("export").stdout.count("\n") == len(rd.observations) + 1


def test_export_takes_a_catalogue_whole(tmp_path: Path) -> None:
    path, out = tmp_path / "catalogue.json", tmp_path / "out.json"
    path.write_text(rd.build(ARTICLE, NOTES), "utf-8")
    told = json.loads(run("export", "--catalogue", path, "--out", out, "--json").stdout)
    assert rd.load(out) == rd.load(path)
    assert told == {"written": str(out), "format": "json", "observations": 8, "events": 1}
    one = json.loads(run("export", "campaign", "--catalogue", path, "--out", tmp_path / "c.csv", "--json").stdout)
    assert (one["format"], one["events"]) == ("csv", 0)
    assert len(rd.load(tmp_path / "c.csv", rd.Observations, context=rd.load(path))) == one["observations"]


def test_export_of_events() -> None:
    held = rd.loads(run("export", "events").stdout)
    assert (held.events.ids, len(held.observations)) == (rd.datasets.catalogue.events.ids, 0)


def test_export_takes_the_catalogues_of_a_folder(catalogues: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.csv"
    assert run("export", "--catalogue", catalogues, "--out", out).returncode == 0
    held = rd.collect(catalogues)
    assert [row["id"] for row in csv.DictReader(io.StringIO(out.read_text("utf-8")))] == list(held.observations.ids)
    one = run("export", "b__security", "--catalogue", catalogues, "--format", "jsonl").stdout.splitlines()
    assert len(one) == 1 + len(rd.security)  # the documents come first
    refused = run("export", "--catalogue", catalogues, "--format", "json")
    assert (refused.returncode, "write JSON Lines" in refused.stderr) == (2, True)
    events = run("export", "events", "--catalogue", catalogues)
    assert (events.returncode, "this is a folder" in events.stderr) == (2, True)
