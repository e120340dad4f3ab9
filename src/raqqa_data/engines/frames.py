"""Tables of texts to tables of figures, each on its own engine."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from raqqa_data.aggregation.columns import engine_of, narwhals, opened, require
from raqqa_data.engines.rows import arrow, kept_columns, mention_rows, mention_schema
from raqqa_data.errors import FrameError, optional_module
from raqqa_data.units.table import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from raqqa_data.engines.rows import Reference


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
    nw = narwhals()
    table = opened(frame)
    names = table.collect_schema().names()
    options = {"column": column, "keep": kept_columns(names, column, keep), "reference": reference}
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
        raise FrameError(engine_of(table), column, type(native).__name__, problem)
    return engines[table.implementation](native, options)


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


def _table(table: Any, options: dict[str, Any]) -> Any:
    pa = arrow()
    batches = [mention_rows(batch, **options) for batch in table.to_batches()]
    return pa.Table.from_batches(batches, mention_schema(table.schema, options["column"], keep=options["keep"]))


def _polars(frame: Any, options: dict[str, Any]) -> Any:
    pl = optional_module("polars", "frames")
    if isinstance(frame, pl.DataFrame):
        return _polars_rows(frame, options)
    empty = _polars_rows(pl.DataFrame(schema=frame.collect_schema()), options)
    read = functools.partial(_polars_rows, options=options)
    return frame.map_batches(read, schema=empty.schema, streamable=True)


def _polars_rows(frame: Any, options: dict[str, Any]) -> Any:
    arrow()  # polars would say that it is missing in words of its own
    pl = optional_module("polars", "frames")
    return pl.from_arrow(_table(frame.to_arrow(), options))


def _pandas(frame: Any, options: dict[str, Any]) -> Any:
    pa, pd = arrow(), optional_module("pandas", "pandas")
    columns = [options["column"], *options["keep"]]
    table = _table(pa.Table.from_pandas(frame[columns], preserve_index=False).replace_schema_metadata(), options)
    return table.to_pandas(types_mapper=pd.ArrowDtype)


def _dask(frame: Any, options: dict[str, Any]) -> Any:
    return frame.map_partitions(_pandas, options, meta=_pandas(frame._meta, options))  # noqa: SLF001 - Dask's own way


def _spark(frame: Any, options: dict[str, Any]) -> Any:
    types = optional_module("pyspark.sql.pandas.types", "spark")
    schema = mention_schema(types.to_arrow_schema(frame.schema), options["column"], keep=options["keep"])
    return frame.mapInArrow(functools.partial(_spark_rows, options=options), types.from_arrow_schema(schema))


def _spark_rows(batches: Iterable[Any], options: dict[str, Any]) -> Iterator[Any]:
    for batch in batches:
        yield mention_rows(batch, **options)
