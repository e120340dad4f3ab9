"""One row a figure, from one batch of texts: what every engine runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from raqqa_data.errors import NotFoundError, RecordError, optional_module
from raqqa_data.reading.batch import ERROR, MENTIONS, read_batch

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from raqqa_data.records.period import Period

    Reference = dt.date | Period | str | None


def arrow() -> Any:
    """The pyarrow module."""
    return optional_module("pyarrow", "pandas")


def mention_rows(batch: Any, column: str, *, keep: Sequence[str] | None = None, reference: Reference = None) -> Any:
    """Read each text of a batch; a row for each figure found.

    Args:
        batch: A pyarrow RecordBatch.
        column: Name of the column of texts.
        keep: The columns to carry along, such as the id of the text; all but the texts where left out.
        reference: The date that "last year" is reckoned from, as for `read`.

    Returns:
        A pyarrow RecordBatch: the columns kept, then the figure's own: kind, text, spans, wording, unit, period, start,
        end, best, low, high, error. A text that could not be read has one row, which says why under `error`.

    Raises:
        NotFoundError: The batch has no such column.
        RecordError: A column to keep is called as one of the figure's.
        MissingExtraError: An Arrow library is not installed.

    Example:
        >>> import pyarrow as pa
        >>> texts = pa.record_batch({"id": ["a", "b"], "body": ["زرعت البلدية 40 شجرة.", "لا أرقام هنا"]})
        >>> rows = mention_rows(texts, "body")
        >>> rows["id"].to_pylist(), rows["best"].to_pylist(), rows["noun"].to_pylist()
        (['a'], [40.0], ['شجرة'])
    """
    pa, pc = arrow(), optional_module("pyarrow.compute", "pandas")
    kept = kept_columns(batch.schema.names, column, keep)
    read = read_batch(batch, column, reference=reference)
    found, errors = read.column(MENTIONS), read.column(ERROR)
    figures = pc.list_flatten(found)
    parents = pc.list_parent_indices(found)
    fields = [field.name for field in figures.type]
    for name in kept:
        if name in {*fields, ERROR}:
            problem = "is what the reader calls a column of its own; rename yours, or keep others"
            raise RecordError("mention_rows", "keep", name, problem)
    columns = {name: batch.column(name).take(parents) for name in kept}
    columns |= {name: figures.field(name) for name in fields}
    columns[ERROR] = pa.nulls(len(parents), pa.string())
    failed = pc.indices_nonzero(pc.is_valid(errors))
    if len(failed):
        rows = {name: batch.column(name).take(failed) for name in kept} | {ERROR: errors.take(failed)}
        columns = {
            name: pa.concat_arrays([column, rows.get(name, pa.nulls(len(failed), column.type))])
            for name, column in columns.items()
        }
    return pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))


def mention_schema(schema: Any, column: str, *, keep: Sequence[str] | None = None) -> Any:
    """The schema of what `mention_rows` makes of batches of this schema.

    Args:
        schema: A pyarrow Schema.
        column: Name of the column of texts.
        keep: As in `mention_rows`.

    Example:
        >>> import pyarrow as pa
        >>> mention_schema(pa.schema({"id": pa.int64(), "body": pa.string()}), "body").names[:3]
        ['id', 'kind', 'text']
    """
    pa = arrow()
    empty = pa.RecordBatch.from_arrays([pa.array([], field.type) for field in schema], schema=schema)
    return mention_rows(empty, column, keep=keep).schema


def kept_columns(names: Sequence[str], column: str, keep: Sequence[str] | None) -> list[str]:
    """The columns to carry along.

    Raises:
        NotFoundError: One is not there.
    """
    require_columns(names, (column, *(keep or ())))
    return [name for name in names if name != column] if keep is None else list(keep)


def require_columns(names: Sequence[str], wanted: Iterable[str]) -> None:
    """See that a table has the columns that are asked for.

    Raises:
        NotFoundError: One is not there.
    """
    for name in wanted:
        if name not in names:
            raise NotFoundError("column", name, names)
