"""What `candidates` ranks and confirms."""

from __future__ import annotations

import json
from pathlib import Path

from tests.command.runs import run


def test_candidates_are_confirmed(catalogues: Path) -> None:
    ranked = json.loads(run("candidates", catalogues, "--json").stdout)
    assert len(ranked) >= 10
    assert ranked[0]["score"] == 1
    assert "in one place" in run("candidates", catalogues, "--most", 2).stdout
    assert run("candidates", catalogues, "--least", 1.1).stdout == "No two records may speak of one happening.\n"
    ids = ranked[0]["ids"]
    confirm = [part for one in ids for part in ("--confirm", one)]
    done = run("candidates", catalogues, *confirm, "--event", "one-thing")
    assert done.returncode == 0
    assert "2 of one event, one-thing" in done.stdout
    assert (
        json.loads(run("candidates", catalogues, *confirm, "--event", "one-thing", "--json").stdout)["event"]
        == "one-thing"
    )
    assert ids not in [row["ids"] for row in json.loads(run("candidates", catalogues, "--json").stdout)]
    assert json.loads(run("collect", catalogues, "--json").stdout)["event_keys"] == dict.fromkeys(ids, "one-thing")
    assert run("candidates", catalogues, "--event", "x").returncode == 2
    assert "keys are kept in a folder" in run("candidates", catalogues / "a.json", *confirm[:2], "--event", "x").stderr
