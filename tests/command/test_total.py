"""What `total` adds up."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import raqqa_data as rd
from tests.command.runs import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_total_adds_or_says_why_not() -> None:
    added = run("total", "--part-of", "prison_attack.killed")
    assert added.returncode == 0
    assert "181" in added.stdout
    as_json = json.loads(run("total", "--part-of", "prison_attack.killed", "--json").stdout)
    assert (as_json["estimate"]["best"], as_json["unit"]) == (181, "person")
    refused = run("total", "reconstruction.bridges_rebuilt", "reconstruction.schools_restored")
    assert refused.returncode == 1
    assert refused.stderr.startswith("raqqa-data: type compatibility:")
    assert refused.stderr.count("\n") == 1


def test_total_can_be_overridden_on_purpose() -> None:
    twice = ("total", "prison_attack.killed", "prison_attack.killed_civilians")
    assert "disjointness" in run(*twice).stderr
    assert "188" in run(*twice, "--allow", "disjointness").stdout
    told = json.loads(run(*twice, "--allow", "disjointness", "--json").stdout)
    derived = rd.total([rd.observations[name] for name in twice[1:]], allow="disjointness")
    assert told["overrides"] == ["disjointness"]
    assert told["incomplete"] == list(derived.incomplete)
    parts = run("total", "prison_attack.killed_civilians", "prison_attack.killed_sdf_members", "--json")
    assert json.loads(parts.stdout)["incomplete"] == ["prison_attack.killed_is_members"]
    assert (told["name"]["ar"], told["name"]["en"]) == (derived.name.ar, derived.name.en)
    assert (told["period"], told["places"], told["agents"]) == ("2022-01~", ["al-hasakah"], ["sohr"])
    assert (told["explanation"], told["steps"]) == (derived.explain(), list(derived.steps))
    assert {"operation", "estimate", "unit", "inputs"} <= told.keys()


def test_total_of_nothing_chosen_is_one_for_each_indicator() -> None:
    added = run("total")
    assert (added.returncode, added.stderr) == (0, "")
    assert "181 against parts 124 + 7 + 50: agree" in added.stdout
    assert "not added: non-additive" in added.stdout
    shown = json.loads(run("show", "--json").stdout)
    assert json.loads(run("total", "--json").stdout) == {
        name: shown[name] for name in ("totals", "refused", "hierarchies")
    }


def test_a_total_without_a_period_says_null(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rd.Derived, "period", None)
    assert json.loads(run("total", "prison_attack.killed", "--json").stdout)["period"] is None


def test_totals_of_an_event() -> None:
    refused = run("total", "--event", "prison_attack")
    assert refused.returncode == 1
    assert "killed, displaced are different indicators" in refused.stderr
    assert "80 %" not in run("total", "--event", "prison_attack", "--indicator", "displaced").stdout


def test_totals_over_a_folder_count_no_happening_twice(catalogues: Path) -> None:
    added = run("total", "--indicator", "killed", "--part-of", "a__prison_attack.killed", "--catalogue", catalogues)
    assert (added.returncode, added.stdout.partition("\n")[0]) == (0, "Adds 3 observations: 124 + 7 + 50 = 181 people.")
    both = run("total", "a__prison_attack.killed", "b__prison_attack.killed", "--catalogue", catalogues)
    assert (both.returncode, "disjointness" in both.stderr) == (1, True)
