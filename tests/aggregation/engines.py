"""Each engine that a table can live in: how to fill one, and how to read it back."""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Callable
from typing import Any

import attrs
import pytest

Columns = dict[str, list[Any]]
Rows = list[dict[str, Any]]

NUMBERS = ("best", "low", "high")


@attrs.frozen
class Engine:
    """A way to hold a table."""

    name: str
    make: Callable[[Columns], Any]
    rows: Callable[[Any], Any]

    def read(self, frame: Any) -> Rows:
        """The rows, with None for all that is missing, in an order that does not depend on the engine."""
        rows = [{name: _plain(value) for name, value in row.items()} for row in self.rows(frame)]
        return sorted(rows, key=lambda row: [repr(value) for value in row.values()])


def _plain(value: Any) -> Any:
    if value is None or type(value).__name__ == "NAType":
        return None
    return None if isinstance(value, float) and math.isnan(value) else value


def _arrow(columns: Columns) -> Any:
    pa = pytest.importorskip("pyarrow")
    types = {name: pa.float64() if name in NUMBERS else pa.string() for name in columns}
    return pa.table({name: pa.array(values, types[name], from_pandas=False) for name, values in columns.items()})


def _polars(columns: Columns) -> Any:
    pl = pytest.importorskip("polars")
    return pl.DataFrame(columns, schema={name: pl.Float64 if name in NUMBERS else pl.String for name in columns})


def _pandas(columns: Columns) -> Any:
    pd = pytest.importorskip("pandas")
    types = {name: "float64" if name in NUMBERS else "object" for name in columns}
    return pd.DataFrame({name: pd.Series(values, dtype=types[name]) for name, values in columns.items()})


def _pandas_arrow(columns: Columns) -> Any:
    pd = pytest.importorskip("pandas")
    return _arrow(columns).to_pandas(types_mapper=pd.ArrowDtype)


def _duckdb(columns: Columns) -> Any:
    return pytest.importorskip("duckdb").from_arrow(_arrow(columns))


def _ibis(columns: Columns) -> Any:
    return pytest.importorskip("ibis").memtable(_arrow(columns))


def _dask(columns: Columns) -> Any:
    dd = pytest.importorskip("dask.dataframe")
    return dd.from_pandas(_pandas_arrow(columns), npartitions=3)


def session() -> Any:
    """A Spark session on two threads of this machine, which tries each task up to four times."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    sql = pytest.importorskip("pyspark.sql")
    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.default.parallelism": "2",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
    }
    builder = sql.SparkSession.builder.master("local[2,4]").appName("raqqa_data tests")
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def _spark(columns: Columns) -> Any:
    types = ", ".join(f"{name} {'double' if name in NUMBERS else 'string'}" for name in columns)
    typed = [
        [None if value is None else float(value) for value in values] if name in NUMBERS else values
        for name, values in columns.items()
    ]
    rows = list(zip(*typed, strict=True))
    return session().createDataFrame(rows, types)


ENGINES = {
    engine.name: engine
    for engine in (
        Engine("polars", _polars, lambda frame: frame.rows(named=True)),
        Engine("polars lazy", lambda columns: _polars(columns).lazy(), lambda frame: frame.collect().rows(named=True)),
        Engine("pandas", _pandas, lambda frame: frame.to_dict("records")),
        Engine("pandas arrow", _pandas_arrow, lambda frame: frame.to_dict("records")),
        Engine("pyarrow", _arrow, lambda frame: frame.to_pylist()),
        Engine("duckdb", _duckdb, lambda frame: frame.to_arrow_table().to_pylist()),
        Engine("ibis", _ibis, lambda frame: frame.to_pyarrow().to_pylist()),
        Engine("dask", _dask, lambda frame: frame.compute().to_dict("records")),
        Engine("spark", _spark, lambda frame: [row.asDict() for row in frame.collect()]),
    )
}
# narwhals announces a package for Dask that the registry does not have yet; PySpark says that pandas 3 is new to it
_CLUSTER = [pytest.mark.filterwarnings("ignore::FutureWarning"), pytest.mark.filterwarnings("ignore::ResourceWarning")]

EMBEDDED = tuple(name for name in ENGINES if name not in {"dask", "spark"})
ALL = [
    *EMBEDDED,
    pytest.param("dask", marks=[pytest.mark.dask, *_CLUSTER]),
    pytest.param("spark", marks=[pytest.mark.spark, *_CLUSTER]),
]
