"""The reader, and drafts, over a column of texts, on the engine that the table lives in: one row a figure comes back.

Each engine brings its own way to run a function over batches of rows: polars `map_batches`, a DuckDB Arrow function, a
pool of local processes, Dask `map_partitions`, Spark `mapInArrow`. What is here fits the reader to each, and no more.
"""

from __future__ import annotations

from raqqa_data.engines.claim_batches import draft_rows, draft_schema
from raqqa_data.engines.dataframes import draft_frame, measured, read_frame, recorded, register_duckdb
from raqqa_data.engines.mention_batches import mention_rows, mention_schema
from raqqa_data.engines.process_pool import read_pool

__all__ = [
    "draft_frame",
    "draft_rows",
    "draft_schema",
    "measured",
    "mention_rows",
    "mention_schema",
    "read_frame",
    "read_pool",
    "recorded",
    "register_duckdb",
]
