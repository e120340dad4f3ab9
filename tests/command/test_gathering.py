"""The commands that take many documents."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path

import attrs
import pytest

import raqqa_data as rd
from raqqa_data.catalogue import dumps
from tests.collection.test_collecting import renamed
from tests.command.runs import GONE, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "catalogues"
    place.mkdir()
    for name in ("a", "b"):
        held = renamed(name)
        records = rd.Observations(
            attrs.evolve(one, estimate=rd.Estimate.stated(190), attributed_to=None, claim_status="reported")
            if one.id == "prison_attack.killed" and name == "b"
            else one
            for one in held.observations
        )
        (place / f"{name}.json").write_text(dumps(attrs.evolve(held, observations=records)), "utf-8")
    return place


COUNTED = Counter(record.attributed_to.id for record in rd.observations if record.attributed_to)


def test_collect_says_what_there_is(folder: Path) -> None:
    shown = run("collect", folder)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout.startswith("collection: 2 documents, 34 observations")
    agents = shown.stdout[shown.stdout.index(" agents") :].splitlines()
    (agent, count), *_ = COUNTED.most_common()
    assert next(line.split()[1::2] for line in agents if line.startswith("│")) == [agent, f"{2 * count}"]
    told = json.loads(run("collect", folder, "--json", "--no-index").stdout)
    assert [row["document"] for row in told["documents"]] == ["a", "b"]
    assert told["observations"] == 34
    (folder / "c.json").write_text("{}", "utf-8")
    broken = run("collect", folder, "--json")
    assert broken.returncode == 2
    assert json.loads(broken.stderr)["error"]["type"] == "CatalogueError"


def test_a_person_sees_how_far_it_is(folder: Path) -> None:
    for number in range(60):
        (folder / f"{number}.json").write_text(dumps(renamed(f"d{number}")), "utf-8")
    shown = run("collect", folder, terminal=True)
    assert shown.returncode == 0
    assert "/62" in shown.stderr
    assert shown.stderr.endswith(GONE)


def test_duplicates(tmp_path: Path) -> None:
    pytest.importorskip("datasketch")
    story = "قتل 12 شخصا في البلدة مساء أمس بعد حادث وقع في السوق، وقالت البلدية إن العمل في ترميم الطرق سيستمر"
    (tmp_path / "a.txt").write_text(story, "utf-8")
    (tmp_path / "b.txt").write_text(f"عاجل: {story.replace('12', '14')}", "utf-8")
    (tmp_path / "c.txt").write_text("زرعت البلدية 40 شجرة في الحديقة العامة قرب النهر", "utf-8")
    shown = run("duplicates", tmp_path)
    assert shown.stdout.startswith("copies: 1 pair among 3 texts")
    (pair,) = json.loads(run("duplicates", *sorted(tmp_path.iterdir()), "--json").stdout)
    assert (Path(pair["one"]).name, Path(pair["other"]).name) == ("a.txt", "b.txt")
    twice = run("duplicates", tmp_path / "a.txt", tmp_path / "a.txt", tmp_path / "none.txt")
    assert "1 pair among 3 texts" in twice.stdout
    assert "none.txt" in twice.stderr


def test_candidates_are_confirmed(folder: Path) -> None:
    ranked = json.loads(run("candidates", folder, "--json").stdout)
    assert len(ranked) >= 10
    assert ranked[0]["score"] == 1
    assert "in one place" in run("candidates", folder, "--most", 2).stdout
    assert run("candidates", folder, "--least", 1.1).stdout == "No two records may speak of one happening.\n"
    ids = ranked[0]["ids"]
    confirm = [part for one in ids for part in ("--confirm", one)]
    done = run("candidates", folder, *confirm, "--event", "one-thing")
    assert done.returncode == 0
    assert "2 of one event, one-thing" in done.stdout
    assert (
        json.loads(run("candidates", folder, *confirm, "--event", "one-thing", "--json").stdout)["event"] == "one-thing"
    )
    assert ids not in [row["ids"] for row in json.loads(run("candidates", folder, "--json").stdout)]
    assert json.loads(run("collect", folder, "--json").stdout)["event_keys"] == dict.fromkeys(ids, "one-thing")
    assert run("candidates", folder, "--event", "x").returncode == 2
    assert "keys are kept in a folder" in run("candidates", folder / "a.json", *confirm[:2], "--event", "x").stderr


def test_reconcile(folder: Path, tmp_path: Path) -> None:
    shown = run("reconcile", folder, "--indicator", "killed")
    assert shown.returncode == 0
    assert "People killed in the prison attack: between 181 and 190 people (decided)" in shown.stdout
    rows = list(csv.DictReader(io.StringIO(run("reconcile", folder, "--policy", "range", "--to", "csv").stdout)))
    assert len(rows) == 17
    told = json.loads(run("reconcile", folder, "--json", "--prefer", "sohr", "--event", "prison_attack").stdout)
    assert {row["best"] for row in told if row["subgroup"] is None and row["indicator"] == "killed"} == {181}
    copied = json.loads(run("reconcile", folder, "--copy", "a=b", "--by", "event, indicator", "--json").stdout)
    assert len(copied) < 17
    target = tmp_path / "x.parquet"
    assert run("reconcile", folder, "--out", target).returncode == 0
    assert run("reconcile", folder, "--out", target).returncode == 2
    assert run("reconcile", folder, "--out", tmp_path / "package", "--to", "datapackage").returncode == 0
    assert "agreed" in run("reconcile", folder, "--to", "csv", terminal=True).stdout
    assert run("reconcile", folder, "--event", "none").returncode == 2


def test_copies_are_named_by_their_files(folder: Path, tmp_path: Path) -> None:
    def independent(*options: object) -> int:
        told = run("reconcile", folder, "--json", "--by", "event,indicator,subgroup", "--prefer", "sohr", *options)
        assert told.returncode == 0
        return sum(row["independent"] for row in json.loads(told.stdout))

    (folder / "b.json").rename(folder / "تقرير.txt.catalogue.json")
    apart = independent()
    assert independent("--copy", "a=b") < apart
    assert independent("--copy", "a=reports/تقرير.txt") == independent("--copy", "a=b")
    pairs = [{"one": "reports/a.txt", "other": "reports/تقرير.txt"}, {"one": "a", "other": "unbuilt.txt"}]
    (tmp_path / "copies.json").write_text(json.dumps(pairs), "utf-8")
    assert independent("--copies", tmp_path / "copies.json") == independent("--copy", "a=b")
    for broken in ('{"one": 1}', '[{"one": 1, "other": 2}]', "[1]", "1", "no JSON", '[{"one": "a"}]'):
        (tmp_path / "copies.json").write_text(broken, "utf-8")
        refused = run("reconcile", folder, "--copies", tmp_path / "copies.json")
        assert (refused.returncode, "is no list of copies" in refused.stderr) == (2, True), broken


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--to", "csv", "--json"), "two forms of one output"),
        (("--to", "xml"), "no format 'xml'"),
        (("--to", "datapackage"), "say where with --out"),
        (("--policy", "first"), "no policy 'first'"),
        (("--by", "when"), "no key 'when'"),
        (("--copy", "a"), "ONE=OTHER"),
        (("--copy", "a=c"), "no document 'c'"),
        (("--copies", "nowhere.json"), "nowhere.json: cannot be read"),
    ],
)
def test_what_is_misused_is_told(folder: Path, options: tuple[str, ...], said: str) -> None:
    done = run("reconcile", folder, *options)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""


def test_who_is_preferred_has_claimed_something(folder: Path) -> None:
    unknown = run("reconcile", folder, "--prefer", "ministry")
    assert (unknown.returncode, unknown.stdout) == (2, "")
    who = ", ".join(agent for agent, _ in COUNTED.most_common())
    assert unknown.stderr == f"raqqa-data: no claimant 'ministry'; choose from {who}\n"
    slip = run("reconcile", folder, "--prefer", "un", "--prefer", "sohrr")
    assert slip.returncode == 2
    assert "no claimant 'sohrr'; did you mean 'sohr'?" in slip.stderr
    # one who claims other things than those that are chosen is no slip
    assert run("reconcile", folder, "--prefer", "un", "--indicator", "city_destroyed").returncode == 0


def test_where_no_claim_names_an_agent_nobody_is_preferred(tmp_path: Path) -> None:
    held = renamed("a")
    records = rd.Observations(
        attrs.evolve(one, attributed_to=None, conveyed_by=None, claim_status="reported") for one in held.observations
    )
    (tmp_path / "a.json").write_text(dumps(attrs.evolve(held, observations=records)), "utf-8")
    shown = run("reconcile", tmp_path, "--prefer", "sohr")
    assert shown.returncode == 2
    assert "--prefer sohr: no claim names an agent" in shown.stderr


@pytest.mark.parametrize("command", ["collect", "candidates", "reconcile"])
def test_a_folder_that_is_not_built_yet_says_so(tmp_path: Path, folder: Path, command: str) -> None:
    raw = tmp_path / "my reports"
    raw.mkdir()
    (raw / "a.txt").write_text("قتل 12 شخصا", "utf-8")
    (raw / "result.json").write_text('{"name": "x", "type": "public_channel", "id": 1, "messages": []}', "utf-8")
    shown = run(command, folder, raw)
    assert (shown.returncode, shown.stdout) == (2, "")
    told = f"raqqa-data: {raw}: holds no catalogue (.json); "
    assert (
        shown.stderr == f"{told}raqqa-data draft '{raw}' and raqqa-data build '{raw}' make one of each document in it\n"
    )
