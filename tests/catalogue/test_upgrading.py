"""Catalogues of earlier forms load as they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import raqqa_data as rd
from raqqa_data.catalogue import SCHEMA_VERSION, dumps
from raqqa_data.catalogue.upgrading import EARLIER, upgraded

FORMS = Path(__file__).with_name("forms")


@pytest.mark.parametrize("version", EARLIER)
def test_every_earlier_form_has_a_file_that_loads(version: str) -> None:
    raw = json.loads((FORMS / f"{version}.json").read_text("utf-8"))
    held = rd.load(FORMS / f"{version}.json")
    assert raw["schema_version"] == version
    assert [record.id for record in held.observations] == [row["id"] for row in raw["observations"]]
    for record, row in zip(held.observations, raw["observations"], strict=True):
        estimate = record.estimate
        assert (estimate.best, estimate.low, estimate.high) == tuple(
            row["estimate"][k] for k in ("best", "low", "high")
        )
        assert (record.unit, record.subgroup) == (row["unit"], row.get("subgroup"))
    assert rd.loads(dumps(held)) == held
    assert json.loads(dumps(held))["schema_version"] == SCHEMA_VERSION


def test_a_measure_of_before_is_of_its_kind_and_a_rate_is_no_flow() -> None:
    held = rd.load(FORMS / "1.0.json").observations
    bread, people = held["cleanup.bread_baked"], held["cleanup.water_given"]
    assert (type(bread), bread.subgroup) == (rd.Mass, rd.Subgroup("bakers"))
    assert (type(people), people.indicator.additivity) == (rd.Rate, rd.Additivity.NON_ADDITIVE)


def test_an_area_that_was_negative_before_loads_and_is_not_written_in_todays_form() -> None:
    raw = json.loads((FORMS / "1.0.json").read_text("utf-8"))
    today = json.loads(dumps(rd.loads(json.dumps(raw))))
    for form in (raw, today):
        row = next(row for row in form["observations"] if row["kind"] == "area")
        row["estimate"] = {"best": -5, "low": -5, "high": -5, "wording": "exact"}
    held = rd.loads(json.dumps(raw))
    area = held.observations[str(row["id"])]
    assert area.estimate.best == -5
    with pytest.raises(rd.CatalogueError, match="an area is never negative"):
        dumps(held)
    with pytest.raises(rd.CatalogueError, match="an area is never negative"):
        rd.loads(json.dumps(today))


def test_the_shipped_edition_of_before_says_the_same() -> None:
    old, new = rd.load_edition("1.0.0"), rd.datasets.catalogue
    assert old.observations.ids == new.observations.ids
    for before, now in zip(old.observations, new.observations, strict=True):
        assert (before.estimate, before.unit, before.period, before.place) == (
            now.estimate,
            now.unit,
            now.period,
            now.place,
        )
        assert before.quote == now.quote


def test_what_is_of_no_earlier_form_is_left_as_it_is() -> None:
    now: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "observations": [{"subgroup": "oaks"}]}
    assert upgraded(now) is now
    odd: dict[str, Any] = {"schema_version": "1.0", "observations": [5, {"subgroup": 5}], "indicators": [None]}
    assert upgraded(odd) == {**odd, "schema_version": SCHEMA_VERSION}
    assert upgraded({"schema_version": "1.0", "observations": 5})["observations"] == 5


def test_tables_of_before_are_read(tmp_path: Path) -> None:
    path = tmp_path / "old.csv"
    rd.write(rd.security, path)
    header, *rows = path.read_text("utf-8").splitlines()
    keep = header.split(",").index("event")
    path.write_text("\r\n".join(",".join(_cells(line)[:keep]) for line in (header, *rows)) + "\r\n", "utf-8")
    assert rd.load(path, rd.Observations) == rd.security.observations


def _cells(line: str) -> list[str]:
    import csv

    return [f'"{cell}"' if "," in cell else cell for cell in next(csv.reader([line]))]


def test_an_event_is_one_of_the_catalogues() -> None:
    text = dumps(rd.datasets.catalogue).replace('"event": "prison_attack"', '"event": "prison_atack"', 1)
    with pytest.raises(rd.CatalogueError, match=r"observations\[12\]\.event: no event 'prison_atack'; did you mean"):
        rd.loads(text)
