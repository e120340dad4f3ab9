"""Charts: what is stated is drawn, what is not stated is an arrow, and Arabic runs from right to left."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest

import raqqa_data as rd
from raqqa_data.errors import FileError
from raqqa_data.interchange import charts

if TYPE_CHECKING:
    from collections.abc import Iterable

pytest.importorskip("altair")

WORDED = [
    rd.Estimate.stated(180),
    rd.Estimate.stated(150, rd.Wording.ABOUT),
    rd.Estimate.stated(120, rd.Wording.MORE_THAN),
    rd.Estimate.stated(220, rd.Wording.UP_TO),
    rd.Estimate.between(90, 160),
    rd.Estimate.vague(200),
    rd.Estimate.vague(),
]
RECORDS = rd.Observations(
    attrs.evolve(rd.prison_attack.killed, id=f"drawn.n{index}", name=rd.Name(f"n{index}", f"سجل {index}"), estimate=one)
    for index, one in enumerate(WORDED)
)
TOTAL = rd.total(rd.observations.where(part_of="prison_attack.killed"))


def panel(spec: dict[str, Any], index: int = 0) -> dict[str, Any]:
    part: dict[str, Any] = spec["vconcat"][index]
    return part


def rows_of(spec: Any, key: str = "open_high") -> list[dict[str, Any]]:
    """The first data in the chart whose rows have that key."""
    inner: list[Any] = []
    if isinstance(spec, dict):
        table = cast("dict[str, Any]", spec)
        values: Any = table.get("values")
        if isinstance(values, list) and values and key in values[0]:
            return cast("list[dict[str, Any]]", values)
        inner += table.values()
    elif isinstance(spec, list):
        inner += cast("list[dict[str, Any]]", spec)
    for part in inner:
        if rows := rows_of(part, key):
            return rows
    return []


def test_a_bound_that_is_not_stated_is_an_arrow() -> None:
    spec = RECORDS.chart().to_dict()
    drawn = {row["label"]: (row["open_low"], row["open_high"]) for row in rows_of(spec)}
    assert drawn == {
        "n0": (False, False),
        "n1": (True, True),
        "n2": (False, True),
        "n3": (True, False),
        "n4": (False, False),
        "n5": (False, True),
    }
    arrows = [layer for layer in panel(spec)["layer"] if layer["mark"].get("shape", "").startswith("triangle")]
    assert [(layer["mark"]["shape"], layer["transform"][0]["filter"]) for layer in arrows] == [
        ("triangle-left", "datum.open_low"),
        ("triangle-right", "datum.open_high"),
    ]


def test_a_range_has_a_bar_and_no_dot() -> None:
    between = next(row for row in rows_of(RECORDS.chart().to_dict()) if row["label"] == "n4")
    assert (between["best"], between["low"], between["high"]) == (None, 90, 160)


def test_arabic_is_mirrored() -> None:
    spec = RECORDS.chart(language="ar").to_dict()
    arrows = [layer for layer in panel(spec)["layer"] if layer["mark"].get("shape", "").startswith("triangle")]
    assert [layer["mark"]["shape"] for layer in arrows] == ["triangle-right", "triangle-left"]
    for layer in panel(spec)["layer"]:
        assert layer["encoding"]["x"].get("scale", {"reverse": True})["reverse"]
        assert layer["encoding"]["y"]["axis"]["orient"] == "right"
    assert {row["said"][0] for row in rows_of(spec)} == {"\u2067"}
    assert rows_of(spec)[2]["said"] == "\u2067أكثر من 120 شخصًا\u2069"
    assert rows_of(spec)[5]["said"] == "\u2067200 شخص على الأقل\u2069"
    assert spec["config"]["title"]["anchor"] == "end"


def test_records_of_one_name_have_rows_of_their_own() -> None:
    killed = rd.prison_attack.killed
    several = [
        killed,
        attrs.evolve(killed, id="x.civilians", subgroup="civilians"),
        attrs.evolve(killed, id="x.later", period=rd.Period("2022-02")),
        attrs.evolve(killed, id="x.again", period=rd.Period("2022-02")),
    ]
    rows = rows_of(charts.estimates(several).to_dict())
    assert len({row["label"] for row in rows}) == 4
    assert rows[1]["label"] == "People killed in the prison attack (civilians, 2022-01~, x.civilians)"
    arabic = rows_of(charts.estimates(several[:2], language="ar").to_dict())
    assert [row["label"].partition(" (")[2] for row in arabic] == ["الكل)\u2069", "\u2066civilians\u2069)\u2069"]


@pytest.mark.parametrize(("language", "align", "x"), [("en", "left", 0), ("ar", "right", 320)])
def test_a_narrow_chart_has_its_labels_above_the_rows(language: str, align: str, x: int) -> None:
    for drawn in (
        panel(rd.security.chart(language=language, narrow=True).to_dict()),
        rd.events.chart(language=language, narrow=True).to_dict(),
    ):
        (above,) = (layer for layer in drawn["layer"] if layer["encoding"].get("text", {}).get("field") == "label")
        assert above["mark"]["align"] == align
        assert above["encoding"]["x"] == {"value": x}
        assert {layer["encoding"]["y"]["axis"] for layer in drawn["layer"]} == {None}


def test_units_share_no_axis() -> None:
    spec = rd.reconstruction.chart().to_dict()
    titles = [part["title"] for part in spec["vconcat"]]
    assert titles == ["people", "square meters", "explosive items", "bridges", "schools"]
    assert spec["resolve"]["scale"]["x"] == "independent"


def test_an_axis_of_counts_begins_at_zero() -> None:
    x = panel(rd.reconstruction.chart().to_dict())["layer"][0]["encoding"]["x"]
    assert x["scale"]["domain"][0] == 0


def test_the_parts_fill_the_whole() -> None:
    spec = TOTAL.chart().to_dict()
    rows = rows_of(spec, "from")
    assert [(row["from"], row["to"]) for row in rows] == [(0, 181), (0, 124), (124, 131), (131, 181)]


@pytest.mark.parametrize("narrow", [False, True])
def test_the_key_of_the_parts_stands_where_reading_begins(narrow: bool) -> None:
    (chart, left), (_, right) = (
        TOTAL.chart(language=language, narrow=narrow).to_dict()["vconcat"] for language in ("en", "ar")
    )
    for key in (left, right):
        assert len({layer["encoding"]["x"]["value"] for layer in key["layer"]}) == 1
    at, mirrored = (key["layer"][0]["encoding"]["x"]["value"] for key in (left, right))
    assert 0 < at == chart["width"] - mirrored < mirrored


def test_what_is_left_of_the_whole_is_drawn() -> None:
    spec = charts.parts(rd.prison_attack.killed, [rd.prison_attack.killed_civilians]).to_dict()
    rows = rows_of(spec, "from")
    assert rows[-1]["label"] == "not among the parts"
    assert rows[-1]["value"] == 174
    with pytest.raises(rd.RecordError, match="states no single value"):
        charts.parts(RECORDS["drawn.n4"], [])
    with pytest.raises(rd.UnitError):
        charts.parts(rd.prison_attack.killed, [rd.reconstruction.bridges_rebuilt])


def test_a_timeline_is_as_vague_as_the_dates() -> None:
    spec = rd.events.chart().to_dict()
    rows = rows_of(spec)
    assert [row["period"] for row in rows] == [str(event.period) for event in rd.events]
    battle = rows[0]
    assert (battle["start"], battle["end"]) == ("2017-06-01", "2017-11-01")


def test_an_open_event_has_an_arrow_and_one_without_a_year_is_left_out() -> None:
    event = rd.events["amnesty"]
    periods = {"a": "2022-01/..", "b": "../2022-01", "c": "XXXX-06"}
    events = rd.Events(attrs.evolve(event, id=name, period=rd.Period(edtf)) for name, edtf in periods.items())
    rows = rows_of(events.chart(language="ar").to_dict())
    assert [(row["open_low"], row["open_high"]) for row in rows] == [(False, True), (True, False)]


@pytest.mark.slow
@pytest.mark.parametrize("what", [rd.battle, rd.battle.battle_duration, rd.events["amnesty"], rd.observations, TOTAL])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_everything_has_a_chart_and_a_picture(tmp_path: Path, what: Any, language: str) -> None:
    pytest.importorskip("vl_convert")
    drawn = what.chart(language=language, narrow=True)
    charts.save(drawn, tmp_path / "x.svg")
    svg = (tmp_path / "x.svg").read_text(encoding="utf-8")
    assert svg.startswith("<svg")
    assert ("Noto Sans Arabic" in svg) is (language == "ar")
    charts.save(drawn, tmp_path / "x.png", scale=1)
    content = (tmp_path / "x.png").read_bytes()
    assert content.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", content[16:24])
    assert 200 < width <= 390  # a phone's
    assert height > 60


def test_a_derived_value_of_one_record_is_drawn_as_that() -> None:
    spec = rd.total([rd.security.weapons_seized]).chart().to_dict()
    assert panel(spec)["title"] == "weapons"


def test_what_cannot_be_is_told(tmp_path: Path) -> None:
    with pytest.raises(rd.NotFoundError, match="no language 'fr'"):
        rd.battle.chart(language="fr")
    with pytest.raises(rd.NotFoundError, match="no picture format 'pdf'"):
        charts.save(rd.battle.chart(), tmp_path / "x.pdf")
    with pytest.raises(FileError, match="cannot be written"):
        charts.save(rd.battle.chart(), tmp_path / "no" / "x.svg")


@pytest.mark.parametrize("missing", ["altair", "vl_convert"])
def test_without_the_library_the_extra_is_named(missing: str) -> None:
    code = f"""
import sys
sys.modules[{missing!r}] = None
import raqqa_data as rd
from raqqa_data.errors import MissingExtraError
try:
    rd.charts.save(rd.battle.chart(), "x.svg")
except MissingExtraError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "is not installed: pip install 'raqqa_data[charts]'" in done.stdout


def test_altair_draws_the_observations_through_polars(tmp_path: Path) -> None:
    """It takes no object that speaks Arrow alone, so a frame has to stand between."""
    alt, pl, _ = (pytest.importorskip(name) for name in ("altair", "polars", "arro3.core"))
    drawn = alt.Chart(pl.DataFrame(rd.security.observations)).mark_bar().encode(x="best:Q", y="label_en:N")
    (rows,) = drawn.to_dict()["datasets"].values()
    assert [(row["id"], row["best"], row["wording"]) for row in rows] == [
        (record.id, record.estimate.best, record.estimate.wording) for record in rd.security.observations
    ]
    charts.save(drawn, tmp_path / "x.svg")
    assert "Fighters held in SDF prisons" in (tmp_path / "x.svg").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    "evil", ["</script><script>taken = 1</script>", "<!--<script>", "<img src=x onerror=alert(1)>"]
)
def test_no_label_is_a_tag_in_a_page(language: str, evil: str) -> None:
    named = rd.Name(f"one {evil}", f"واحد {evil}")
    record = attrs.evolve(rd.prison_attack.killed, name=named)
    event = attrs.evolve(rd.events[0], name=named)
    for drawn in (
        record.chart(language=language),
        rd.Events([event]).chart(language=language),
        charts.parts(record, [record], language=language),
    ):
        shown = drawn._repr_mimebundle_()["text/html"]
        for page in (drawn.to_html(), shown, drawn.to_json()):
            assert evil not in page
            assert "<\\u2060" in page or "<\u2060" in page, "it is shown all the same"


def scale_of(records: Iterable[rd.Observation], *, narrow: bool = False) -> dict[str, Any]:
    scale: dict[str, Any] = panel(charts.estimates(records, narrow=narrow).to_dict())["layer"][0]["encoding"]["x"][
        "scale"
    ]
    return scale


def stating(*values: float) -> list[rd.Observation]:
    return [
        attrs.evolve(rd.prison_attack.killed, id=f"drawn.v{index}", estimate=rd.Estimate.stated(value))
        for index, value in enumerate(values)
    ]


@pytest.mark.parametrize("values", [(0, 3), (1,), (1, 2), (120, 220)])
def test_there_is_room_beyond_the_largest_and_more_of_it_on_a_phone(values: tuple[int, ...]) -> None:
    scales = [scale_of(stating(*values), narrow=narrow) for narrow in (False, True)]
    assert {scale["nice"] for scale in scales} == {False}  # as it is, not stretched to round numbers
    wide, narrow = (scale["domain"] for scale in scales)
    assert wide[0] == narrow[0] == 0
    assert max(values) < wide[1] < narrow[1]


def test_a_wide_range_has_powers_of_ten_and_room_on_both_sides() -> None:
    wide, narrow = (scale_of(stating(2, 5_000), narrow=narrow) for narrow in (False, True))
    assert wide["type"] == narrow["type"] == "log"
    assert 0 < wide["padding"] < narrow["padding"]


def test_without_anything_to_measure_by_an_axis_still_has_its_zero() -> None:
    for records in (stating(0), [attrs.evolve(rd.prison_attack.killed, estimate=rd.Estimate.vague())]):
        wide, narrow = (scale_of(records, narrow=narrow) for narrow in (False, True))
        assert wide["zero"] is narrow["zero"] is True
        assert 0 < wide["padding"] < narrow["padding"]


def test_no_label_is_cut() -> None:
    axes = [layer["encoding"]["y"]["axis"] for layer in panel(rd.security.chart().to_dict())["layer"]]
    assert {axis["labelLimit"] for axis in axes} == {0}


def test_a_series_and_totals_by_group_are_drawn_in_their_order() -> None:
    killed = attrs.evolve(rd.prison_attack.killed, part_of=None, estimate=rd.Estimate.stated(5, rd.Wording.AT_LEAST))
    months = [attrs.evolve(killed, id=f"drawn.m{n}", period=rd.Period(f"2022-0{n}")) for n in (3, 1, 2)]
    rows = rows_of(rd.timeline(months).chart().to_dict())
    assert [row["label"] for row in rows] == ["2022-01", "2022-02", "2022-03"]
    assert [(row["best"], row["open_high"]) for row in rows] == [(5, True)] * 3
    by_unit = rd.group_by(rd.reconstruction.observations, "indicator").total().chart(language="ar", narrow=True)
    assert len(by_unit.to_dict()["vconcat"]) == len({one.unit for one in rd.reconstruction.observations})
