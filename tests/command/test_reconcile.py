"""What `reconcile` makes of claims."""

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
from tests.command.runs import run

COUNTED = Counter(record.attributed_to.id for record in rd.observations if record.attributed_to)


def test_reconcile(catalogues: Path, tmp_path: Path) -> None:
    shown = run("reconcile", catalogues, "--indicator", "killed")
    assert shown.returncode == 0
    assert "People killed in the prison attack: between 181 and 190 people (decided)" in shown.stdout
    rows = list(csv.DictReader(io.StringIO(run("reconcile", catalogues, "--policy", "range", "--to", "csv").stdout)))
    assert len(rows) == 17
    told = json.loads(run("reconcile", catalogues, "--json", "--prefer", "sohr", "--event", "prison_attack").stdout)
    assert {row["best"] for row in told if row["subgroup"] is None and row["indicator"] == "killed"} == {181}
    copied = json.loads(run("reconcile", catalogues, "--copy", "a=b", "--by", "event, indicator", "--json").stdout)
    assert len(copied) < 17
    target = tmp_path / "x.parquet"
    assert run("reconcile", catalogues, "--out", target).returncode == 0
    assert run("reconcile", catalogues, "--out", target).returncode == 2
    assert run("reconcile", catalogues, "--out", tmp_path / "package", "--to", "datapackage").returncode == 0
    assert "agreed" in run("reconcile", catalogues, "--to", "csv", terminal=True).stdout
    assert run("reconcile", catalogues, "--event", "none").returncode == 2


def test_copies_are_named_by_their_files(catalogues: Path, tmp_path: Path) -> None:
    def independent(*options: object) -> int:
        told = run("reconcile", catalogues, "--json", "--by", "event,indicator,subgroup", "--prefer", "sohr", *options)
        assert told.returncode == 0
        return sum(row["independent"] for row in json.loads(told.stdout))

    (catalogues / "b.json").rename(catalogues / "تقرير.txt.catalogue.json")
    apart = independent()
    assert independent("--copy", "a=b") < apart
    assert independent("--copy", "a=reports/تقرير.txt") == independent("--copy", "a=b")
    pairs = [{"one": "reports/a.txt", "other": "reports/تقرير.txt"}, {"one": "a", "other": "unbuilt.txt"}]
    (tmp_path / "copies.json").write_text(json.dumps(pairs), "utf-8")
    assert independent("--copies", tmp_path / "copies.json") == independent("--copy", "a=b")
    for broken in ('{"one": 1}', '[{"one": 1, "other": 2}]', "[1]", "1", "no JSON", '[{"one": "a"}]'):
        (tmp_path / "copies.json").write_text(broken, "utf-8")
        refused = run("reconcile", catalogues, "--copies", tmp_path / "copies.json")
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
def test_what_is_misused_is_told(catalogues: Path, options: tuple[str, ...], said: str) -> None:
    done = run("reconcile", catalogues, *options)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""


def test_who_is_preferred_has_claimed_something(catalogues: Path) -> None:
    unknown = run("reconcile", catalogues, "--prefer", "ministry")
    assert (unknown.returncode, unknown.stdout) == (2, "")
    who = ", ".join(agent for agent, _ in COUNTED.most_common())
    assert unknown.stderr == f"raqqa-data: no claimant 'ministry'; choose from {who}\n"
    slip = run("reconcile", catalogues, "--prefer", "un", "--prefer", "sohrr")
    assert slip.returncode == 2
    assert "no claimant 'sohrr'; did you mean 'sohr'?" in slip.stderr
    # one who claims other things than those that are chosen is no slip
    assert run("reconcile", catalogues, "--prefer", "un", "--indicator", "city_destroyed").returncode == 0


def test_where_no_claim_names_an_agent_nobody_is_preferred(tmp_path: Path) -> None:
    held = renamed("a")
    records = rd.Observations(
        attrs.evolve(one, attributed_to=None, conveyed_by=None, claim_status="reported") for one in held.observations
    )
    (tmp_path / "a.json").write_text(dumps(attrs.evolve(held, observations=records)), "utf-8")
    shown = run("reconcile", tmp_path, "--prefer", "sohr")
    assert shown.returncode == 2
    assert "--prefer sohr: no claim names an agent" in shown.stderr
