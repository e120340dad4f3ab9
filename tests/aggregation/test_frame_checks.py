"""What a table must not hold, and the kinds of table there are."""

from __future__ import annotations

import subprocess
import sys

import pytest

import raqqa_data as rd
from raqqa_data.aggregation import frames
from raqqa_data.errors import FrameError, NotSummarizable
from raqqa_data.records import Observations
from tests.aggregation.engines import ALL, ENGINES, Engine
from tests.aggregation.factory import CITY, GOVERNORATE, observation
from tests.aggregation.test_frames import columns


@pytest.fixture(params=ALL)
def engine(request: pytest.FixtureRequest) -> Engine:
    return ENGINES[request.param]


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("additivity", "STOCK", "'STOCK' is none of 'flow', 'stock', 'non-additive'"),
        ("record_status", "gone", "'gone' is none of 'current', 'withdrawn', 'superseded'"),
    ],
)
def test_unknown_codes(engine: Engine, name: str, code: str, words: str) -> None:
    table = engine.make(columns(**{name: [code, None]}))
    for look in (frames.totals, frames.check):
        with pytest.raises(FrameError, match=words) as caught:
            look(table)
        assert (caught.value.column, caught.value.value) == (name, code)


def test_a_unit_that_is_a_number() -> None:
    pl = pytest.importorskip("polars")
    with pytest.raises(FrameError, match="3 is no text") as caught:
        frames.totals(pl.DataFrame(columns(x=["1"])).with_columns(unit=3))
    assert caught.value.value == 3


def test_check_says_of_a_temperature_what_totals_says() -> None:
    table = ENGINES["polars"].make(columns(unit=["degree_Celsius"]))
    with pytest.raises(NotSummarizable) as caught:
        frames.totals(table)
    (found,) = frames.check(table)
    assert str(found) == str(caught.value)


def test_wholes_of_wholes_in_other_groups(engine: Engine) -> None:
    table = columns(
        indicator=["a", "b", "a", None, None], id=["w", "v", "p", "x", "y"], part_of=[None, "w", "v", None, "x"]
    )
    with pytest.raises(NotSummarizable, match="holds the others already, as its parts") as caught:
        frames.totals(engine.make(table))
    assert caught.value.offenders == ("p", "w", "x", "y")


def test_a_circle_of_groups_ends() -> None:
    table = columns(indicator=["a", "b", "c"], id=["x", "y", "z"], part_of=["y", "x", "x"])
    # as over records: what is held by itself alone, through others, is held by nothing
    assert len(frames.totals(ENGINES["polars"].make(table))) == 3


def test_observations_are_a_table() -> None:
    pl = pytest.importorskip("polars")
    pytest.importorskip("arro3.core")
    parts = rd.observations.where(part_of="prison_attack.killed")
    found = frames.totals(parts)
    assert isinstance(found, pl.DataFrame)
    assert found["best"].to_list() == [rd.total(parts).estimate.best]
    assert frames.check_hierarchy(rd.observations)["verdict"].to_list() == ["agree"]


def test_observations_bring_their_places() -> None:
    pytest.importorskip("arro3.core")
    import attrs

    town = attrs.evolve(CITY, id="a-town")
    records = Observations([observation("a", place=town), observation("b", place=GOVERNORATE)])
    with pytest.raises(NotSummarizable, match="overlap in time"):
        frames.totals(records)
    assert len(frames.check(records)) == 1


@pytest.mark.parametrize(("missing", "words"), [(("polars",), "Table"), (("polars", "pyarrow"), "no table")])
def test_observations_without_polars(missing: tuple[str, ...], words: str) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("arro3.core")
    script = f"""
import sys
sys.modules |= dict.fromkeys({missing})
import raqqa_data as rd
from raqqa_data.aggregation import frames
try:
    print(type(frames.totals(rd.observations.where(part_of="prison_attack.killed"))).__name__)
except rd.FrameError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, encoding="utf-8")
    assert words in done.stdout
