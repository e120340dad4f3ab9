"""What `show` prints."""

from __future__ import annotations

import json
from pathlib import Path

import raqqa_data as rd
from raqqa_data.building.draft_records import complete
from raqqa_data.catalogue import dumps
from tests.command.runs import run


def test_show_prints_every_dataset_both_languages_and_the_totals() -> None:
    shown = run("show")
    assert (shown.returncode, shown.stderr) == (0, "")
    for text in (
        "battle",
        "reconstruction",
        "security",
        "prison_attack",
        "nearly 5,000,000 m²",
        "الأنقاض المرفوعة في الرقة",
    ):
        assert text in shown.stdout
    assert "181" in shown.stdout
    assert "124" in shown.stdout


def test_show_takes_one_dataset() -> None:
    shown = run("show", "battle").stdout
    assert "80 %" in shown
    assert "bridges" not in shown
    assert "Battle of Raqqa" in run("show", "events").stdout


def test_show_json_holds_the_records_and_their_totals() -> None:
    shown = json.loads(run("show", "--json").stdout)
    assert [row["id"] for row in shown["observations"]] == list(rd.observations.ids)
    assert len(shown["events"]) == 5
    totals = {tuple(total["inputs"]): total["estimate"]["best"] for total in shown["totals"]}
    assert totals["prison_attack.killed",] == 181
    assert {refusal["indicator"]: refusal["condition"] for refusal in shown["refused"]}["city_destroyed"] == (
        "type compatibility"
    )
    [hierarchy] = shown["hierarchies"]
    assert (hierarchy["whole"], len(hierarchy["parts"]), hierarchy["verdict"]) == ("prison_attack.killed", 3, "agree")


OLD = Path(__file__).parents[1] / "catalogue" / "forms" / "1.0.json"


def test_a_catalogue_of_ones_own_is_shown_and_added_up() -> None:
    shown = run("show", "--catalogue", str(OLD), "--json")
    assert [row["id"] for row in json.loads(shown.stdout)["observations"]] == [*rd.load(OLD).observations.ids]
    assert "cleanup: riverside-2023" in run("show", "cleanup", "--catalogue", str(OLD)).stdout
    assert "2.5 t" in run("total", "cleanup.bread_baked", "--catalogue", str(OLD)).stdout
    assert "totals: by indicator" in run("total", "--catalogue", str(OLD)).stdout
    used = {unit["name"] for unit in json.loads(run("units", "--catalogue", str(OLD), "--json").stdout)}
    assert {"person", "metric_ton", "person / day"} <= used
    assert "kilometer" not in used
    assert [unit["name"] for unit in json.loads(run("units", "metric", "--catalogue", str(OLD), "--json").stdout)] == [
        "metric_ton"
    ]


def test_a_dataset_that_the_catalogue_does_not_hold_is_no_dataset() -> None:
    failed = run("show", "battle", "--catalogue", str(OLD))
    assert (failed.returncode, failed.stdout) == (2, "")
    assert "no dataset 'battle'" in failed.stderr


def test_parts_that_must_not_be_added_hide_no_total(tmp_path: Path) -> None:
    text = "قتل 15 مدنيا وأصيب 20، بينهم 5 نساء و7 مدنيين في حلب أمس."
    draft = rd.draft(text, document_id="a", reference="2023-05-10", place="syria", until_published=True)
    catalogue = tmp_path / "a.json"
    catalogue.write_text(dumps(complete(draft.text, draft.toml)[0]), "utf-8")
    shown = run("show", "--catalogue", catalogue)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "20 against parts 5 + 7: not added: disjointness" in shown.stdout
    told = json.loads(run("show", "--catalogue", catalogue, "--json").stdout)
    assert {row["indicator"]: row["estimate"]["best"] for row in told["totals"]} == {"killed": 15, "injured": 20}
    (unchecked,) = told["hierarchies"]
    assert (unchecked["whole"], unchecked["verdict"]) == ("a.injured", None)
    assert unchecked["condition"] == "disjointness"
    assert unchecked["offenders"] == unchecked["parts"] == ["a.injured_female", "a.injured_civilian"]
    assert run("total", "--catalogue", catalogue).stdout in shown.stdout


def test_catalogues_of_a_folder_are_shown_by_document(catalogues: Path) -> None:
    told = json.loads(run("show", "--catalogue", catalogues, "--json").stdout)
    assert told["data_version"] is None
    assert len(told["observations"]) == 2 * len(rd.observations)
    assert {record["id"].partition("__")[0] for record in told["observations"]} == {"a", "b"}
    shown = run("show", "b__security", "--catalogue", catalogues).stdout
    assert "b__security" in shown
    assert "a__security" not in shown
