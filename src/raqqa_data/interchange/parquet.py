"""Parquet by `arro3-io`: the columns of the table with their metadata, and the definitions beside them."""

from __future__ import annotations

import io
from typing import IO, TYPE_CHECKING, Any

from raqqa_data.errors import CatalogueError, MissingExtraError
from raqqa_data.interchange.arrow import KEY, arrow_faults, definitions_in, reader_of, schema_of
from raqqa_data.interchange.definitions import Definitions
from raqqa_data.interchange.rows import find_scope, records_from

if TYPE_CHECKING:
    from raqqa_data.interchange.rows import Context
    from raqqa_data.records.dataset import Observations

MOST_ROWS = 5_000_000
MOST_BYTES = 2**30
"""A file of a few bytes can claim any number of rows: more than these are not read."""
_MAGIC = b"PAR1"
_LARGEST_FOOTER = 2**26


def _arro3_io() -> Any:
    try:
        import arro3.io
    except ModuleNotFoundError as error:
        if error.name not in {"arro3", "arro3.io"}:
            raise
        raise MissingExtraError("arro3-io", "arrow") from error
    return arro3.io


def write_parquet(observations: Observations, stream: IO[bytes]) -> None:
    """Write the observations, a batch at a time."""
    metadata = schema_of(Definitions.of(observations)).metadata_str
    _arro3_io().write_parquet(
        reader_of(observations),
        stream,
        compression="zstd(3)",
        key_value_metadata=metadata,
        max_row_group_size=65_536,
    )


def read_parquet(content: bytes, source: str, context: Context | None = None) -> Observations:
    """Read what `write_parquet`, or any other writer of the same columns, wrote.

    Raises:
        CatalogueError: It is no such file, or claims to be larger than any that is read.
        MissingExtraError: `arro3-io` is not installed.
    """
    arro3_io = _arro3_io()
    footer = int.from_bytes(content[-8:-4], "little")
    if content[:4] != _MAGIC or content[-4:] != _MAGIC or footer > min(len(content) - 12, _LARGEST_FOOTER):
        raise CatalogueError(source, [("", "is not Parquet, or cut short")])
    columns: dict[str, list[Any]] = {}
    rows = size = 0
    with arrow_faults(source):
        reader = arro3_io.read_parquet(io.BytesIO(content), batch_size=8192)
        metadata = reader.schema.metadata_str
        columns = {name: [] for name in reader.schema.names}
        for batch in reader:
            rows += batch.num_rows
            size += batch.nbytes
            if rows > MOST_ROWS or size > MOST_BYTES:
                raise CatalogueError(source, [("", f"holds more than {MOST_ROWS:,} rows or {MOST_BYTES:,} bytes")])
            for index, name in enumerate(columns):
                columns[name] += batch.column(index).to_pylist()
    definitions = definitions_in(metadata, source) if f"{KEY}definitions" in metadata else None
    return records_from(columns, find_scope(definitions, context, source), source)
