"""The reader over tables of texts, on every engine, beside `read` itself."""

from __future__ import annotations

import functools
import os
import signal
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from raqqa_data import read
from raqqa_data.aggregation import frames
from raqqa_data.engines import measured, mention_rows, mention_schema, read_frame, read_pool, register_duckdb
from raqqa_data.engines.process_pool import _in_order, _pool, _submitted  # pyright: ignore[reportPrivateUsage]
from raqqa_data.errors import FrameError, MissingExtraError, NotFoundError, RecordError
from tests.aggregation.engines import ENGINES, Engine
from tests.engines.conftest import NO_READING

TEXTS = [
    "أعيد بناء 15 جسرا وأكثر من 300 مدرسة.",
    None,
    "",
    "رفعت الأنقاض عن نحو 5 كيلومترات مربعة، ثم عن 20 هكتارا.",
    "لا أرقام في هذه الجملة.",
    "بلغت النسبة 80 في المئة.",
] * 4
COLUMNS: dict[str, list[Any]] = {"id": [f"t{n}" for n in range(len(TEXTS))], "body": TEXTS}
EXPECTED = sorted(
    (f"t{n}", mention.start, mention.text, mention.unit, mention.value)
    for n, text in enumerate(TEXTS)
    for mention in read(text or "")
)


def figures_of(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return sorted((row["id"], row["start"], row["text"], row["unit"], row["best"]) for row in rows)


def batch_of(columns: dict[str, list[Any]]) -> Any:
    pa = pytest.importorskip("pyarrow")
    return pa.record_batch({name: pa.array(values, pa.string()) for name, values in columns.items()})


def test_a_row_for_each_figure(engine: Engine) -> None:
    frame = engine.make(COLUMNS)
    found = read_frame(frame, "body")
    assert type(found).__name__ == type(frame).__name__
    assert figures_of(engine.read(found)) == EXPECTED


def test_from_texts_to_totals_in_one_job(engine: Engine) -> None:
    found = measured(read_frame(engine.make(COLUMNS), "body"))
    rows = engine.read(frames.totals(found, by="kind"))
    assert [(row["unit"], row["best"], row["low"], row["records"], row["open"]) for row in rows] == [
        ("meter ** 2", 20_800_000, None, 8, 4),
        ("dimensionless", pytest.approx(3.2), pytest.approx(3.2), 4, 0),
    ]


def test_keeps_what_is_asked(engine: Engine) -> None:
    found = engine.read(read_frame(engine.make({**COLUMNS, "more": COLUMNS["id"]}), "body", keep=["more"]))
    assert "id" not in found[0]
    assert {row["more"] for row in found} == {row[0] for row in EXPECTED}


def test_a_text_that_cannot_be_read_is_told_in_a_row_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(text: str, **options: Any) -> Any:
        if text == TEXTS[0]:
            raise ValueError("too much for one text")
        return read(text, **options)

    monkeypatch.setattr("raqqa_data.reading.batch.read", fails)
    rows = mention_rows(batch_of({"id": ["a", "b"], "body": ["زُرعت 40 شجرة.", TEXTS[0]]}), "body").to_pylist()
    told = [(row["id"], row["best"], row["error"]) for row in rows]
    assert told == [("a", 40, None), ("b", None, "ValueError: too much for one text")]


def test_reference() -> None:
    batch = batch_of({"body": ["في العام الماضي"]})
    assert mention_rows(batch, "body", reference="2022-10")["period"].to_pylist() == ["2021"]


def test_schema_is_that_of_the_rows() -> None:
    batch = batch_of(COLUMNS)
    assert mention_schema(batch.schema, "body") == mention_rows(batch, "body").schema


def test_misuse() -> None:
    pl = pytest.importorskip("polars")
    table = pl.DataFrame(COLUMNS)
    with pytest.raises(NotFoundError, match="did you mean 'body'"):
        read_frame(table, "bodi")
    with pytest.raises(NotFoundError, match="no column 'x'"):
        read_frame(table, "body", keep=["x"])
    with pytest.raises(RecordError, match="rename yours"):
        read_frame(table.rename({"id": "start"}), "body")
    with pytest.raises(FrameError, match="is missing"):
        measured(table)


@pytest.mark.parametrize("name", NO_READING)
def test_engines_that_run_no_python(name: str) -> None:
    with pytest.raises(FrameError, match="register_duckdb"):
        read_frame(ENGINES[name].make(COLUMNS), "body")


@pytest.mark.parametrize("module", ["pyarrow", "rich.progress"])
def test_missing_extras(monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    pl = pytest.importorskip("polars")
    table, batch = pl.DataFrame(COLUMNS), batch_of(COLUMNS)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=module.partition(".")[0]):
        list(read_pool([batch], "body", processes=1)) if module == "rich.progress" else read_frame(table, "body")


def test_another_missing_module_is_no_missing_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "rich").mkdir()
    (tmp_path / "rich" / "__init__.py").write_text("import something_else\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    for name in [name for name in sys.modules if name.partition(".")[0] == "rich"]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(ModuleNotFoundError, match="something_else"):
        list(read_pool([batch_of(COLUMNS)], "body", processes=1))


def test_duckdb_function() -> None:
    duckdb = pytest.importorskip("duckdb")
    db = register_duckdb(duckdb.connect(), "figures", reference="2022-10")
    texts = db.from_arrow(pytest.importorskip("pyarrow").Table.from_batches([batch_of(COLUMNS)]))
    found = db.sql("select id, unnest(figures(body), recursive := true) from texts")
    assert figures_of(found.to_arrow_table().to_pylist()) == EXPECTED
    assert db.sql("select figures(NULL)").fetchall() == [(None,)]
    assert len(texts) == len(TEXTS)


@pytest.mark.slow
@pytest.mark.parametrize("progress", [False, True])
def test_pool(capsys: pytest.CaptureFixture[str], *, progress: bool) -> None:
    batches = [batch_of({name: values[n : n + 5] for name, values in COLUMNS.items()}) for n in range(0, 24, 5)]
    found = [row for rows in read_pool(batches, "body", processes=2, progress=progress) for row in rows.to_pylist()]
    assert figures_of(found) == EXPECTED
    assert [row["id"] for row in found] == sorted((row["id"] for row in found), key=lambda name: int(name[1:]))
    assert ("5 batches" in capsys.readouterr().err) == progress


def test_pool_of_nothing() -> None:
    assert list(read_pool([], "body", progress=False)) == []


def killed_once(item: Any, flag: Path) -> Any:
    """The same, but the first process that comes here dies."""
    try:
        flag.touch(exist_ok=False)
    except FileExistsError:
        return item
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def killed_twice(item: Any, folder: Path) -> Any:
    for name in ("first", "second"):
        killed_once(item, folder / name)
    return item


def killed(_: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.slow
def test_a_killed_process_loses_no_row_and_doubles_none(tmp_path: Path) -> None:
    work = functools.partial(killed_once, flag=tmp_path / "killed")
    assert list(_in_order(work, iter(range(20)), 2)) == list(range(20))
    assert (tmp_path / "killed").exists()


@pytest.mark.slow
def test_a_batch_is_given_up_at_the_third_time_only(tmp_path: Path) -> None:
    assert list(_in_order(functools.partial(killed_twice, folder=tmp_path), iter("ab"), 1)) == ["a", "b"]
    assert len(list(tmp_path.iterdir())) == 2


def test_a_pool_that_is_broken_is_seen_at_the_next_batch() -> None:
    pool = _pool(1)
    with pytest.raises(BrokenProcessPool):
        pool.submit(killed, 1).result()
    assert isinstance(_submitted(pool, killed, 1).exception(), BrokenProcessPool)


@pytest.mark.slow
def test_processes_that_always_die_are_given_up() -> None:
    with pytest.raises(BrokenProcessPool):
        list(_in_order(killed, iter(range(3)), 1))


def through(frame: Any, flag: Path) -> Any:
    """A Dask partition, at the price of a worker the first time."""
    return killed_once(frame, flag)


def batches_through(batches: Any, flag: Path) -> Any:
    """Spark's batches, likewise."""
    for batch in batches:
        yield killed_once(batch, flag)


@pytest.mark.dask
@pytest.mark.filterwarnings("ignore")
def test_a_killed_dask_worker(tmp_path: Path) -> None:
    frame = ENGINES["dask"].make(COLUMNS)
    dying = frame.map_partitions(through, tmp_path / "killed", meta=frame._meta)
    assert figures_of(ENGINES["dask"].read(read_frame(dying, "body"))) == EXPECTED
    assert (tmp_path / "killed").exists()


@pytest.mark.spark
@pytest.mark.filterwarnings("ignore")
def test_a_killed_spark_worker(tmp_path: Path) -> None:
    frame = ENGINES["spark"].make(COLUMNS)
    dying = frame.mapInArrow(functools.partial(batches_through, flag=tmp_path / "killed"), frame.schema)
    assert figures_of(ENGINES["spark"].read(read_frame(dying, "body"))) == EXPECTED
    assert (tmp_path / "killed").exists()
