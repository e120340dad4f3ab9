"""Texts to drafts to claims to one value, on every engine, beside `draft`, `build` and `reconcile` themselves."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import raqqa_data as rd
from raqqa_data.aggregation import frames
from raqqa_data.building.draft_records import records_of
from raqqa_data.engines import draft_frame, draft_rows, draft_schema, recorded
from raqqa_data.errors import AnnotationError, FrameError, NotFoundError, RecordError
from tests.aggregation.engines import ENGINES, Engine

DAY = "2016-05-02"
TEXTS = {
    "red-crescent": "قُتل 17 شخصا في حلب أمس بحسب الهلال الأحمر السوري، بينهم 3 أطفال.",
    "civil-defence": "قال الدفاع المدني إن 12 شخصا على الأقل قتلوا في حلب أمس. وبلغ المؤشر 300.",
    "without-figures": "لا أرقام في هذه الجملة.",
    "Not an id": "قُتل 5 أشخاص في حلب أمس.",
    "lira": "كلفت الأعمال 3 ملايين ليرة.",
}
COLUMNS: dict[str, list[Any]] = {
    "name": [*TEXTS, "nothing"],
    "day": [DAY] * (len(TEXTS) + 1),
    "body": [*TEXTS.values(), None],
}
BY = ("indicator", "place", "subgroup", "period")


def claims(row: dict[str, Any]) -> tuple[Any, ...]:
    return (row["document"], row["char_start"], row["indicator"], row["best"], row["low"], row["place"], row["error"])


def expected() -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = []
    for name, text in TEXTS.items():
        try:
            records, left = records_of(rd.draft(text, document_id=name, reference=DAY))
        except rd.errors.RaqqaDataError as error:
            rows.append((name, None, None, None, None, None, str(error)))
            continue
        rows += [
            (name, one.quote.start, one.indicator.id, one.estimate.best, one.estimate.low, one.place.id, None)
            for one in records
        ]
        rows += [(name, one.start, None, None, None, None, one.problem) for one in left]
    return rows


def in_order(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted(rows, key=repr)


def test_a_row_for_each_figure_and_why_it_is_no_record(engine: Engine) -> None:
    found = engine.read(draft_frame(engine.make(COLUMNS), "body", document="name", published="day"))
    assert in_order([claims(row) for row in found]) == in_order(expected())
    assert {row["annotation"] for row in found if row["error"] is None} == {"proposed"}


def test_from_texts_to_one_value(engine: Engine) -> None:
    drafted = recorded(draft_frame(engine.make(COLUMNS), "body", document="name", published="day"))
    rows = engine.read(frames.reconcile(drafted, by=BY))
    found = {
        (row["indicator"], row["subgroup"]): (row["low"], row["high"], row["claims"], row["status"]) for row in rows
    }
    made = [record for text in ("red-crescent", "civil-defence") for record in records_of(drafted_alone(text))[0]]
    reconciled = {(one.key["indicator"], one.key["subgroup"]): one for one in rd.reconcile(made, by=BY)}
    assert found == {
        key: (one.estimate.low, one.estimate.high, len(one.claims), one.status)
        for key, one in reconciled.items()
        if one.estimate is not None
    }
    assert len(found) == len(reconciled)


def drafted_alone(name: str) -> rd.Draft:
    return rd.draft(TEXTS[name], document_id=name, reference=DAY)


@pytest.mark.parametrize("size", [1, 2, 6])
def test_batches_of_any_size_give_the_same(size: int) -> None:
    pa = pytest.importorskip("pyarrow")
    table = pa.table(COLUMNS)
    batches = [draft_rows(batch, "body", document="name", published="day") for batch in table.to_batches(size)]
    found = [row for batch in batches for row in batch.to_pylist()]
    assert in_order([claims(row) for row in found]) == in_order(expected())
    assert all(batch.schema == draft_schema() for batch in batches)


def test_days_may_be_dates_and_names_may_be_known() -> None:
    pa = pytest.importorskip("pyarrow")
    known = (
        '[[agent]]\nid = "jisr"\nname = { en = "Jisr", ar = "جمعية جسر" }\naliases = ["جسر"]\n'
        '[[place]]\nid = "olive-valley"\nname = { en = "Olive Valley", ar = "وادي الزيتون" }\nkind = "town"\n'
    )
    texts = pa.table(
        {"id": ["a"], "day": [dt.date(2016, 5, 2)], "body": ["قالت جسر إن 12 شخصا قتلوا أمس في وادي الزيتون."]}
    )
    row = draft_frame(texts, "body", document="id", published="day", known=known).to_pylist()[0]
    assert (row["attributed_to"], row["place"], row["period"]) == ("jisr", "olive-valley", "2016-05-01")


def test_a_day_is_counted_from_none_where_no_column_has_it() -> None:
    pa = pytest.importorskip("pyarrow")
    bodies = ["قُتل 7 أشخاص في حلب في 1 أيار 2016.", "قُتل 5 أشخاص في حلب أمس.", None]
    texts = pa.record_batch({"id": ["dated", "undated", "nothing"], "day": [DAY] * 3, "body": bodies})

    def found(**options: Any) -> list[tuple[Any, ...]]:
        rows = draft_rows(texts, "body", document="id", **options).to_pylist()
        return [(row["document"], row["period"], row["published"], row["error"]) for row in rows]

    left = "nothing in the text says its period"
    assert found() == [("dated", "2016-05-01", None, None), ("undated", None, None, left)]
    assert found(published="day") == [("dated", "2016-05-01", DAY, None), ("undated", "2016-05-01", DAY, None)]
    assert draft_rows(texts.slice(0, 0), "body", document="id").num_rows == 0


@pytest.mark.parametrize("ids", [[None, "b"], [7, 8]])
def test_a_document_without_an_id_is_told_and_the_others_are_drafted(ids: list[Any]) -> None:
    pa = pytest.importorskip("pyarrow")
    texts = pa.record_batch({"id": ids, "body": ["قُتل 7 أشخاص في حلب في 1 أيار 2016."] * 2})
    rows = draft_rows(texts, "body", document="id").to_pylist()
    told = [None if isinstance(name, str) else f"the document has no id: {name!r}" for name in ids]
    assert [row["error"] for row in rows] == told
    assert [row["best"] for row in rows] == [None if problem else 7 for problem in told]


@pytest.mark.parametrize("bodies", [[7, 8], [["أ"], ["ب"]]])
def test_a_column_of_no_texts_is_refused(bodies: list[Any]) -> None:
    pa = pytest.importorskip("pyarrow")
    with pytest.raises(RecordError, match="holds no texts"):
        draft_rows(pa.record_batch({"id": ["a", "b"], "body": bodies}), "body", document="id")


def test_what_is_said_of_all_documents() -> None:
    pl = pytest.importorskip("polars")
    texts = pl.DataFrame({"id": ["a"], "day": [DAY], "body": ["قُتل 12 شخصا. وبلغت الكلفة 300 دولار."]})
    said: dict[str, Any] = {"voice": "sohr", "place": "syria", "until_published": True}
    rows = draft_frame(texts, "body", document="id", published="day", **said)
    columns = ("attributed_to", "place", "where_prec", "period", "error")
    assert rows.select(columns).unique().rows() == [("sohr", "syria", 6, f"../{DAY}", None)]
    sure = draft_frame(texts, "body", document="id", published="day", least=1, **said)
    assert sure["error"].null_count() == 0


def test_a_noun_of_people_is_one_on_request() -> None:
    pl = pytest.importorskip("polars")
    texts = pl.DataFrame({"id": ["a"], "day": [DAY], "body": ["سقط قتيل في حلب أمس."]})
    found = [
        draft_frame(texts, "body", document="id", published="day", singulars=asked)["best"].to_list()
        for asked in (True, False)
    ]
    assert found == [[1.0], []]


def test_misuse() -> None:
    pl = pytest.importorskip("polars")
    table = pl.DataFrame(COLUMNS)
    with pytest.raises(NotFoundError, match="no place 'nowhere'"):
        draft_frame(table, "body", document="name", place="nowhere").lazy().collect()
    with pytest.raises(NotFoundError, match="no agent 'nobody'"):
        draft_frame(table, "body", document="name", voice="nobody").lazy().collect()
    with pytest.raises(NotFoundError, match="did you mean 'body'"):
        draft_frame(table, "bodi", document="name")
    with pytest.raises(NotFoundError, match="no column 'id'"):
        draft_frame(table, "body", document="id")
    with pytest.raises(AnnotationError, match="reference"):
        draft_frame(table, "body", document="name", known="[[agent]")
    with pytest.raises(FrameError, match="is missing"):
        recorded(table)


@pytest.mark.parametrize("name", ["duckdb", "ibis"])
def test_engines_that_run_no_python(name: str) -> None:
    with pytest.raises(FrameError, match="use another engine"):
        draft_frame(ENGINES[name].make(COLUMNS), "body", document="name")


@pytest.mark.ray
@pytest.mark.filterwarnings("ignore")
def test_ray() -> None:
    pa, ray = pytest.importorskip("pyarrow"), pytest.importorskip("ray")
    texts = ray.data.from_arrow(pa.table(COLUMNS)).repartition(3)
    options = {"column": "body", "document": "name", "published": "day"}
    drafted = texts.map_batches(draft_frame, fn_kwargs=options, batch_format="pyarrow")
    tables = ray.get(drafted.to_arrow_refs())
    assert in_order([claims(row) for table in tables for row in table.to_pylist()]) == in_order(expected())
    found = frames.reconcile(recorded(pa.concat_tables(tables)), by=BY).to_pylist()
    assert {(row["indicator"], row["subgroup"], row["low"], row["high"]) for row in found} == {
        ("killed", None, 12.0, 17.0),
        ("killed", "age=child", 3.0, 3.0),
    }
