"""Reading a column of an Arrow batch, through whatever Arrow library is at hand."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from raqqa_data.errors import NotFoundError, optional_module
from raqqa_data.reading.reader import ReadingError, read, read_reference
from raqqa_data.reading.words.countries import country_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from raqqa_data.reading.mention import Mention, Span
    from raqqa_data.records.period import Period

MENTIONS, ERROR = "mentions", "error"
_TEXTS = (
    "kind",
    "text",
    "number",
    "qualifier",
    "unit_span",
    "noun",
    "wording",
    "unit",
    "period",
    "calendar",
    "country_hint",
)
_OFFSETS = ("start", "end")
_NUMBERS = ("best", "low", "high")


def read_batch(
    batch: Any, column: str, *, reference: dt.date | Period | str | None = None, country: str | None = None
) -> Any:
    """Read every text of one column of an Arrow batch.

    Args:
        batch: Any Arrow batch: pyarrow's, polars', arro3's, or whatever speaks the PyCapsule protocol.
        column: The name of its text column.
        reference: As for `read`.
        country: As for `read`.

    Returns:
        A batch of as many rows with two columns. `mentions` is a list of structs a row, null where the text is null or
        could not be read; `error` says why it could not, and is null else: one text never costs the others. The batch
        is pyarrow's where pyarrow's was given, else arro3's.

    Raises:
        MissingExtraError: Neither Arrow library is installed; says which extra to install.
        NotFoundError: The batch has no such column, or no country that code; names those that come close.
        ReadingError: The batch is none, or the column holds no texts.
    """
    core = optional_module("arro3.core", "arrow", "arro3-core")
    if not hasattr(batch, "__arrow_c_array__"):
        raise ReadingError("batch", batch, "give an Arrow record batch (a table has many: read each)")
    rows = core.RecordBatch.from_arrow(batch)
    if column not in rows.schema.names:
        raise NotFoundError("column", column, rows.schema.names)
    texts: list[Any] = rows.column(column).to_pylist()
    since = read_reference(reference)
    country_of(country)
    found = [_read(text, column, since, country) for text in texts]
    mentions = [None if isinstance(one, str) else one for one in found]
    errors = [one if isinstance(one, str) else None for one in found]
    arrays = [_lists(core, mentions), core.Array(errors, core.DataType.string())]
    result = core.RecordBatch.from_arrays(arrays, names=[MENTIONS, ERROR])
    if type(batch).__module__.partition(".")[0] == "pyarrow":
        return importlib.import_module("pyarrow").record_batch(result)
    return result


def _read(text: object, column: str, reference: Period | None, country: str | None) -> tuple[Mention, ...] | str | None:
    """What is read in a text; or why it could not be read; or None for no text."""
    if text is None:
        return None
    given = _text(text, column)
    try:
        return read(given, reference=reference, country=country)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other texts are read
        return f"{type(error).__name__}: {error}"


def _text(text: object, column: str) -> str:
    if not isinstance(text, str):
        raise ReadingError(f"column {column!r}", text, "give the name of a column of texts")
    return text


def _lists(core: Any, found: Sequence[tuple[Mention, ...] | None]) -> Any:
    """The mentions as one list array of structs."""
    flat = [mention for mentions in found for mention in mentions or ()]
    columns = {
        **{name: core.Array([_as_text(mention, name) for mention in flat], core.DataType.string()) for name in _TEXTS},
        **{name: core.Array([getattr(mention, name) for mention in flat], core.DataType.int64()) for name in _OFFSETS},
        **{name: core.Array([_part(mention, name) for mention in flat], core.DataType.float64()) for name in _NUMBERS},
    }
    fields = [
        core.Field(name, array.type, nullable=name not in {"kind", "start", "end"}) for name, array in columns.items()
    ]
    structs = core.struct_array(list(columns.values()), fields=fields)
    offsets = [0]
    for mentions in found:
        offsets.append(offsets[-1] + len(mentions or ()))
    mask = core.Array([mentions is None for mentions in found], core.DataType.bool())
    return core.list_array(core.Array(offsets, core.DataType.int32()), structs, mask=mask)


def _as_text(mention: Mention, name: str) -> str | None:
    if name == "wording":
        return None if mention.estimate is None else str(mention.estimate.wording)
    value: object = getattr(mention, name)
    if value is None or isinstance(value, str):
        return None if value is None else str(value)
    span: Span | Any = value
    return span.text if hasattr(span, "text") else str(span)


def _part(mention: Mention, name: str) -> float | None:
    part = None if mention.estimate is None else getattr(mention.estimate, name)
    return None if part is None else float(part)
