"""What `units` lists."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import raqqa_data as rd
from raqqa_data.catalogue import dumps
from raqqa_data.units.table import UNITS
from tests.command.runs import run

if TYPE_CHECKING:
    from pathlib import Path


def test_the_units_of_a_folder_of_catalogues(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text(dumps(rd.datasets.catalogue), "utf-8")
    folder, file = (run("units", "--json", "--catalogue", str(path)) for path in (tmp_path, tmp_path / "one.json"))
    assert json.loads(folder.stdout) == json.loads(file.stdout)


def test_units_can_be_looked_up() -> None:
    assert len(json.loads(run("units", "--json").stdout)) == len(UNITS)
    row = next(unit for unit in json.loads(run("units", "--json", "ha").stdout) if unit["name"] == "hectare")
    assert row["label"] == {"en": "hectare", "ar": "هكتار"}
    assert (row["symbol"], row["dimension"]) == ("ha", "area")
    assert "meter ** 2" in run("units", "متر مربع").stdout
    assert [unit["name"] for unit in json.loads(run("units", "--json", "km²").stdout)] == ["kilometer ** 2"]
    [rate] = json.loads(run("units", "--json", "people per day").stdout)
    assert rate["name"] == "person / day"
    table = run("units", "area").stdout
    assert "dunam" in table
    assert "person" not in table
