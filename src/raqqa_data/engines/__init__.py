"""The reader over a column of texts, on the engine that the table lives in: one row a figure comes back.

Each engine brings its own way to run a function over batches of rows: polars `map_batches`, a DuckDB Arrow function, a
pool of local processes, Dask `map_partitions`, Spark `mapInArrow`. What is here fits the reader to each, and no more.
"""

from __future__ import annotations

from raqqa_data.engines.frames import measured, read_frame
from raqqa_data.engines.local import read_pool, register_duckdb
from raqqa_data.engines.rows import mention_rows, mention_schema

__all__ = [
    "measured",
    "mention_rows",
    "mention_schema",
    "read_frame",
    "read_pool",
    "register_duckdb",
]
