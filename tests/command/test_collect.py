"""What `collect` says, and what all commands over folders say of one that is not built."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

import raqqa_data as rd
from raqqa_data.catalogue import dumps
from tests.collection.test_collecting import renamed
from tests.command.runs import GONE, run

COUNTED = Counter(record.attributed_to.id for record in rd.observations if record.attributed_to)


def test_collect_says_what_there_is(catalogues: Path) -> None:
    shown = run("collect", catalogues)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout.startswith("collection: 2 documents, 34 observations")
    agents = shown.stdout[shown.stdout.index(" agents") :].splitlines()
    (agent, count), *_ = COUNTED.most_common()
    assert next(line.split()[1::2] for line in agents if line.startswith("│")) == [agent, f"{2 * count}"]
    told = json.loads(run("collect", catalogues, "--json", "--no-index").stdout)
    assert [row["document"] for row in told["documents"]] == ["a", "b"]
    assert told["observations"] == 34
    (catalogues / "c.json").write_text("{}", "utf-8")
    broken = run("collect", catalogues, "--json")
    assert broken.returncode == 2
    assert json.loads(broken.stderr)["error"]["type"] == "CatalogueError"


def test_a_person_sees_how_far_it_is(catalogues: Path) -> None:
    for number in range(60):
        (catalogues / f"{number}.json").write_text(dumps(renamed(f"d{number}")), "utf-8")
    shown = run("collect", catalogues, terminal=True)
    assert shown.returncode == 0
    assert "/62" in shown.stderr
    assert shown.stderr.endswith(GONE)


@pytest.mark.parametrize("command", ["collect", "candidates", "reconcile"])
def test_a_folder_that_is_not_built_yet_says_so(tmp_path: Path, catalogues: Path, command: str) -> None:
    raw = tmp_path / "my reports"
    raw.mkdir()
    (raw / "a.txt").write_text("قتل 12 شخصا", "utf-8")
    (raw / "result.json").write_text('{"name": "x", "type": "public_channel", "id": 1, "messages": []}', "utf-8")
    shown = run(command, catalogues, raw)
    assert (shown.returncode, shown.stdout) == (2, "")
    told = f"raqqa-data: {raw}: holds no catalogue (.json); "
    assert (
        shown.stderr == f"{told}raqqa-data draft '{raw}' and raqqa-data build '{raw}' make one of each document in it\n"
    )
