"""Catalogues in a folder, for the commands that take many."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

import raqqa_data as rd
from raqqa_data.catalogue import dumps
from tests.collection.test_collecting import renamed


@pytest.fixture
def catalogues(tmp_path: Path) -> Path:
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
