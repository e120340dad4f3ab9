"""Tables of texts to tables of figures and of claims, each on its own engine."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import attrs

from raqqa_data.aggregation.columns import engine_of, narwhals, opened, require
from raqqa_data.engines.claim_batches import draft_rows, draft_schema, reference_text
from raqqa_data.engines.mention_batches import arrow, kept_columns, mention_rows, mention_schema, require_columns
from raqqa_data.errors import FrameError, optional_module
from raqqa_data.reading import read_batch
from raqqa_data.reading.batch import ERROR
from raqqa_data.units.table import UNITS

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Sequence

    from raqqa_data.engines.mention_batches import Reference


def read_frame(frame: Any, column: str, *, keep: Sequence[str] | None = None, reference: Reference = None) -> Any:
    """Read a column of texts; a row for each figure found.

    Lazy where the engine is: polars LazyFrames, Dask and Spark read when they are collected, on their own workers.

    Args:
        frame: A polars DataFrame or LazyFrame, a pandas DataFrame, a pyarrow Table, a Dask or a Spark DataFrame. For
            DuckDB see `register_duckdb`.
        column: Name of the column of texts.
        keep: The columns to carry along; all but the texts where left out.
        reference: The date that "last year" is reckoned from, as for `raqqa_data.read`.

    Returns:
        A table of the same kind: the columns kept, then those of `mention_rows`.

    Raises:
        FrameError: The engine is another one.
        NotFoundError: There is no such column.
        MissingExtraError: narwhals or an Arrow library is not installed.

    Example:
        >>> import polars as pl
        >>> from raqqa_data import engines
        >>> texts = pl.DataFrame({"id": [1], "body": ["أعيد بناء 15 جسرا وأكثر من 300 مدرسة."]})
        >>> engines.read_frame(texts, "body").select("id", "best", "high", "noun").rows()
        [(1, 15.0, 15.0, 'جسرا'), (1, 300.0, None, 'مدرسة')]
    """
    names = opened(frame).collect_schema().names()
    kept = kept_columns(names, column, keep)
    return _by_batches(
        frame,
        [column, *kept],
        functools.partial(mention_rows, column=column, keep=kept, reference=reference),
        functools.partial(mention_schema, column=column, keep=kept),
    )


def draft_frame(
    frame: Any,
    column: str,
    *,
    document: str,
    published: str | None = None,
    known: str | os.PathLike[str] | None = None,
    country: str | None = None,
    singulars: bool = False,
    voice: str | None = None,
    place: str | None = None,
    until_published: bool = False,
    least: float = 0,
) -> Any:
    """Draft a column of texts; a row for each figure, a record where all of it is proposed.

    What nobody has confirmed says `annotation` "proposed". Lazy where the engine is, as `read_frame`.

    Args:
        frame: A table as for `read_frame`.
        column: Name of the column of texts.
        document: Name of the column of their ids.
        published: Name of the column that says when each was published.
        country: As for `raqqa_data.draft`.
        singulars: As for `raqqa_data.draft`.
        known: Your reference file, as for `raqqa_data.draft`; it is read here, and goes to the workers as text.
        voice: As for `raqqa_data.draft`.
        place: As for `raqqa_data.draft`.
        until_published: As for `raqqa_data.draft`.
        least: As for `raqqa_data.draft`.

    Returns:
        A table of the same kind: the columns of `draft_rows`. `recorded` keeps the records, for `frames.reconcile`.

    Raises:
        FrameError: The engine is another one.
        NotFoundError: There is no such column.
        AnnotationError: The reference file is broken.
        MissingExtraError: narwhals or an Arrow library is not installed.

    Example:
        >>> import polars as pl
        >>> from raqqa_data import engines
        >>> from raqqa_data.aggregation import frames
        >>> texts = pl.DataFrame({"id": ["a", "b"], "day": ["2016-05-01"] * 2, "body": [
        ...     "قال الدفاع المدني إن 12 شخصا قتلوا في حلب أمس.", "قُتل أمس 17 شخصا في حلب بحسب الهلال الأحمر السوري."]})
        >>> claims = engines.recorded(engines.draft_frame(texts, "body", document="id", published="day"))
        >>> found = frames.reconcile(claims, by=("indicator", "place", "period"))
        >>> found.select("indicator", "period", "low", "high", "status").rows()
        [('killed', '2016-04-30', 12.0, 17.0, 'decided')]
    """
    needed = [column, document, *([] if published is None else [published])]
    require_columns(opened(frame).collect_schema().names(), needed)
    return _by_batches(
        frame,
        needed,
        functools.partial(
            draft_rows,
            column=column,
            document=document,
            published=published,
            known=reference_text(known),
            country=country,
            singulars=singulars,
            voice=voice,
            place=place,
            until_published=until_published,
            least=least,
        ),
        _always_that_of_drafts,
    )


def recorded(frame: Any) -> Any:
    """The rows of `draft_frame` that are records.

    Args:
        frame: A table that `draft_frame` made.

    Raises:
        FrameError: It has no column `error`.

    Example:
        >>> import polars as pl
        >>> from raqqa_data import engines
        >>> texts = pl.DataFrame({"id": ["a"], "body": ["قُتل 12 شخصا في حلب يوم 3 أيار 2016. وبلغ المؤشر 300."]})
        >>> drafted = engines.draft_frame(texts, "body", document="id")
        >>> len(drafted), engines.recorded(drafted)["best"].to_list()
        (2, [12.0])
    """
    table = opened(frame)
    require(table, (ERROR,), table.collect_schema())
    return table.filter(narwhals().col(ERROR).is_null()).to_native()


def measured(frame: Any) -> Any:
    """The figures that have a unit of the unit table: no bare counts, no money, no dates. Ready for `frames.totals`.

    Args:
        frame: A table that `read_frame` made.

    Raises:
        FrameError: It has no column `unit`.

    Example:
        >>> import polars as pl
        >>> from raqqa_data import engines
        >>> texts = pl.DataFrame({"body": ["أزيلت 40 شجرة على مساحة 3 هكتارات."]})
        >>> engines.measured(engines.read_frame(texts, "body"))["text"].to_list()
        ['3 هكتارات']
    """
    nw = narwhals()
    table = opened(frame)
    require(table, ("unit",), table.collect_schema())
    return table.filter(nw.col("unit").is_in(list(UNITS))).to_native()


@attrs.frozen
class _Work:
    """What is done with each batch of rows: the columns it needs, the work, and its schema by that of the batch."""

    columns: list[str]
    rows: Callable[[Any], Any]
    schema: Callable[[Any], Any]


def _by_batches(frame: Any, columns: list[str], rows: Callable[[Any], Any], schema: Callable[[Any], Any]) -> Any:
    nw = narwhals()
    table = opened(frame)
    native = table.to_native()
    engines = {
        nw.Implementation.POLARS: _polars,
        nw.Implementation.PANDAS: _pandas,
        nw.Implementation.PYARROW: _table,
        nw.Implementation.DASK: _dask,
        nw.Implementation.PYSPARK: _spark,
        nw.Implementation.PYSPARK_CONNECT: _spark,
    }
    if table.implementation not in engines:
        problem = "cannot run a Python function over its rows here; use another engine, or register_duckdb() for DuckDB"
        raise FrameError(engine_of(table), columns[0], type(native).__name__, problem)
    return engines[table.implementation](native, _Work(columns, rows, schema))


def _always_that_of_drafts(_: Any) -> Any:
    return draft_schema()


def _table(table: Any, work: _Work) -> Any:
    return arrow().Table.from_batches([work.rows(batch) for batch in table.to_batches()], work.schema(table.schema))


def _polars(frame: Any, work: _Work) -> Any:
    pl = optional_module("polars", "frames")
    if isinstance(frame, pl.DataFrame):
        return _polars_rows(frame, work)
    empty = _polars_rows(pl.DataFrame(schema=frame.collect_schema()), work)
    return frame.map_batches(functools.partial(_polars_rows, work=work), schema=empty.schema, streamable=True)


def _polars_rows(frame: Any, work: _Work) -> Any:
    arrow()  # polars would say that it is missing in words of its own
    pl = optional_module("polars", "frames")
    return pl.from_arrow(_table(frame.to_arrow(), work))


def _pandas(frame: Any, work: _Work) -> Any:
    pa, pd = arrow(), optional_module("pandas", "pandas")
    table = pa.Table.from_pandas(frame[work.columns], preserve_index=False).replace_schema_metadata()
    return _table(table, work).to_pandas(types_mapper=pd.ArrowDtype)


def _dask(frame: Any, work: _Work) -> Any:
    return frame.map_partitions(_pandas, work, meta=_pandas(frame._meta, work))  # noqa: SLF001 - Dask's own way


def _spark(frame: Any, work: _Work) -> Any:
    types = optional_module("pyspark.sql.pandas.types", "spark")
    schema = work.schema(types.to_arrow_schema(frame.schema))
    return frame.mapInArrow(functools.partial(_spark_rows, work=work), types.from_arrow_schema(schema))


def _spark_rows(batches: Iterable[Any], work: _Work) -> Iterator[Any]:
    for batch in batches:
        yield work.rows(batch)


def register_duckdb(connection: Any, name: str = "read_figures", *, reference: Reference = None) -> Any:
    """Give a DuckDB connection a function from a text to the list of its figures.

    Args:
        connection: A DuckDB connection.
        name: What SQL is to call it.
        reference: The date that "last year" is reckoned from, as for `raqqa_data.read`.

    Returns:
        The connection.

    Example:
        >>> import duckdb
        >>> db = register_duckdb(duckdb.connect())
        >>> figures = db.sql("select unnest(read_figures('أعيد بناء 15 جسرا'), recursive := true)")
        >>> figures.select("best, noun").fetchall()
        [(15.0, 'جسرا')]
    """
    pa = arrow()
    empty = read_batch(pa.record_batch({"text": pa.array([], pa.string())}), "text")
    struct = empty.schema.field("mentions").type.value_type
    types = {"string": "VARCHAR", "int64": "BIGINT", "double": "DOUBLE"}
    columns = ", ".join(f'"{field.name}" {types[str(field.type)]}' for field in struct)

    # DuckDB looks at the names in the annotations, so that only those of run time may stand there
    def figures(texts: Any) -> Any:
        return _figures(texts, reference)

    connection.create_function(
        name,
        figures,
        ["VARCHAR"],
        f"STRUCT({columns})[]",
        type="arrow",
        null_handling="special",
    )
    return connection


def _figures(texts: Any, reference: Reference) -> Any:
    pa = arrow()
    return pa.chunked_array(
        [
            read_batch(pa.record_batch({"text": chunk}), "text", reference=reference).column("mentions")
            for chunk in texts.chunks
        ]
    )
