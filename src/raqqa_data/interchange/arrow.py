"""Observations as Arrow, by the PyCapsule protocol, and back; `arro3` does the work."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any

from raqqa_data.catalogue import SCHEMA_VERSION
from raqqa_data.catalogue.codec import parse_json
from raqqa_data.errors import CatalogueError, MissingExtraError, RecordError, optional_module
from raqqa_data.interchange.columns import COLUMNS, Type, columns_of
from raqqa_data.interchange.definitions import Definitions
from raqqa_data.interchange.rows import find_scope, records_from
from raqqa_data.records.dataset import Observations

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from arro3.core import RecordBatch, RecordBatchReader, Schema, Table

    from raqqa_data.interchange.columns import Column
    from raqqa_data.interchange.rows import Context
    from raqqa_data.records.observation import Observation

KEY = "raqqa_data:"
"""What our keys in the metadata of a schema or a field begin with."""
BATCH = 16_384
_EPOCH = 719_163  # 1970-01-01 as datetime.date counts days


def arro3() -> Any:
    """The module `arro3.core`.

    Raises:
        MissingExtraError: It is not installed.
    """
    return optional_module("arro3.core", "arrow", "arro3-core")


def schema_of(definitions: Definitions | None = None) -> Schema:
    """The table's schema: a type for each column, what it says in the field's metadata, and the definitions."""
    core = arro3()
    metadata = {f"{KEY}schema_version": SCHEMA_VERSION}
    if definitions is not None:
        metadata[f"{KEY}definitions"] = json.dumps(definitions.as_plain(), ensure_ascii=False)
    fields = [
        core.Field(
            column.name,
            _types()[column.type],
            nullable=not column.required,
            metadata={
                "description": column.description,
                f"{KEY}schema_version": SCHEMA_VERSION,
                **({"unit": column.unit} if column.unit else {}),
            },
        )
        for column in COLUMNS
    ]
    schema: Schema = core.Schema(fields, metadata=metadata)
    return schema


def reader_of(observations: Observations) -> RecordBatchReader:
    """The observations as a stream of record batches, made one by one as they are asked for.

    Raises:
        CatalogueError: Two different agents, places, indicators or documents have one id.
        MissingExtraError: `arro3-core` is not installed.
    """
    schema = schema_of(Definitions.of(observations))
    reader: RecordBatchReader = arro3().RecordBatchReader.from_batches(schema, _batches(tuple(observations), schema))
    return reader


def to_arrow(observations: Iterable[Observation]) -> Table:
    """The observations as an `arro3.core.Table`, which every Arrow library takes.

    Whole numbers beyond 2**53 become the nearest float64; nothing else is lost.

    Raises:
        CatalogueError: Two different agents, places, indicators or documents have one id.
        MissingExtraError: `arro3-core` is not installed.

    Example:
        >>> import raqqa_data as rd
        >>> table = to_arrow(rd.observations)
        >>> table.num_rows, table.schema.names[:3]
        (17, ['id', 'dataset', 'indicator'])
    """
    held = observations if isinstance(observations, Observations) else Observations(observations)
    schema = schema_of(Definitions.of(held))
    table: Table = arro3().Table.from_batches(list(_batches(tuple(held), schema)), schema=schema)
    return table


def stream_of(observations: Observations, requested_schema: object | None = None) -> object:
    """What `__arrow_c_stream__` gives: of a whole table, as duckdb crashes on batches that Python makes on the way."""
    return to_arrow(observations).__arrow_c_stream__(requested_schema)


def from_arrow(frame: object, *, context: Context | None = None, source: str = "frame") -> Observations:
    """Observations from any frame that speaks Arrow: polars, duckdb, pyarrow, pandas, narwhals, arro3.

    Agents, places, indicators and documents, which a row only names, come from the schema's metadata. Where a library
    dropped that (polars and duckdb do), they are looked up in `context`, by default in what ships.

    Args:
        frame: A table with the columns of this module, in any order; further columns are left alone.
        context: A catalogue, or observations, that hold what the rows name.
        source: What to call the frame in an error.

    Raises:
        CatalogueError: A column is missing, a row is no record, or what it names is not known; names every path.
        MissingExtraError: `arro3-core` is not installed.

    Example:
        >>> import raqqa_data as rd
        >>> from_arrow(to_arrow(rd.observations)) == rd.observations
        True
    """
    core = arro3()
    if not hasattr(frame, "__arrow_c_stream__") and not hasattr(frame, "__arrow_c_array__"):
        hint = "; collect it first" if hasattr(frame, "collect") else ""
        problem = f"does not speak Arrow: it has no __arrow_c_stream__{hint}"
        raise RecordError("Observations", "frame", type(frame).__name__, problem)
    with arrow_faults(source):
        table = core.Table.from_arrow(frame)
        metadata = table.schema.metadata_str
        columns = {name: table.column(index).to_pylist() for index, name in enumerate(table.schema.names)}
    return records_from(columns, find_scope(definitions_in(metadata, source), context, source), source)


def definitions_in(metadata: dict[str, str], source: str) -> object | None:
    """The definitions that a schema's metadata holds as plain data; None where it holds none.

    Raises:
        CatalogueError: They are no JSON.
    """
    text = metadata.get(f"{KEY}definitions")
    if text is None:
        return None
    return parse_json(text, f"{source}: {KEY}definitions")


@contextlib.contextmanager
def arrow_faults(source: str) -> Generator[None]:
    """Turn what a broken frame or file makes of the Arrow library into our error.

    Raises:
        CatalogueError: The library could not read it.
    """
    try:
        yield
    except BaseException as error:
        # Rust's panics are no Exception, so that nobody takes them for an error of their own
        ours = isinstance(error, Exception) or type(error).__name__ == "PanicException"
        if not ours or isinstance(error, (MissingExtraError, CatalogueError, MemoryError)):
            raise
        raise CatalogueError(
            source, [("", f"cannot be read as Arrow: {str(error) or type(error).__name__}")]
        ) from error


def _types() -> dict[Type, Any]:
    of = arro3().DataType
    return {
        Type.TEXT: of.string(),
        Type.CODE: of.dictionary(of.int8(), of.string()),
        Type.NUMBER: of.float64(),
        Type.SMALL: of.int8(),
        Type.WHOLE: of.int64(),
        Type.DATE: of.date32(),
    }


def _batches(records: Sequence[Observation], schema: Schema) -> Iterator[RecordBatch]:
    core = arro3()
    for start in range(0, len(records), BATCH):
        values = columns_of(records[start : start + BATCH])
        arrays = [_array(column, values[column.name]) for column in COLUMNS]
        yield core.RecordBatch.from_arrays(arrays, schema=schema)


def _array(column: Column, values: list[Any]) -> Any:
    core, types = arro3(), _types()
    if column.type is Type.CODE:
        return core.Array(values, types[Type.TEXT]).cast(types[Type.CODE])
    if column.type is Type.DATE:
        days = [None if day is None else day.toordinal() - _EPOCH for day in values]
        return core.Array(days, core.DataType.int32()).cast(types[Type.DATE])
    return core.Array(values, types[column.type])
