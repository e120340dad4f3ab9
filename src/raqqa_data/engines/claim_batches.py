"""One row a claim, from one batch of texts: each text drafted, and what it proposes in full made records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from raqqa_data.building.document_defaults import overall
from raqqa_data.building.draft_records import records_of
from raqqa_data.building.drafter import draft
from raqqa_data.building.proposals.reference.known_names import known_from
from raqqa_data.engines.mention_batches import arrow, require_columns
from raqqa_data.errors import AnnotationError, RaqqaDataError, RecordError
from raqqa_data.interchange.columns import COLUMNS, Type, columns_of
from raqqa_data.reading.batch import ERROR
from raqqa_data.reading.words.countries import country_of
from raqqa_data.sources.files import read_utf8

if TYPE_CHECKING:
    import datetime as dt
    import os

    from raqqa_data.records.period import Period

    Reference = dt.date | Period | str | None
    Row = dict[str, Any]


def draft_rows(
    batch: Any,
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
    """Draft each text of a batch; a row for each figure.

    Args:
        batch: A pyarrow RecordBatch.
        column: Name of the column of texts.
        document: Name of the column that says what each text is called: lower-case ASCII letters and digits, joined by
            hyphens, each once.
        published: Name of the column that says when each was published: dates, or texts in EDTF.
        known: Your reference file, as for `raqqa_data.draft`.
        country: As for `raqqa_data.draft`.
        singulars: As for `raqqa_data.draft`.
        voice: As for `raqqa_data.draft`.
        place: As for `raqqa_data.draft`.
        until_published: As for `raqqa_data.draft`.
        least: As for `raqqa_data.draft`.

    Returns:
        A pyarrow RecordBatch: the columns of the table of observations, then `error`. A figure of which all is proposed
        is a record, its `annotation` "proposed". Any other has its words and place in the text, and why it is none
        under `error`; so has a text that could not be drafted.

    Raises:
        NotFoundError: The batch has no such column, no country that code, or no agent or place that name.
        AnnotationError: The reference file is broken.
        MissingExtraError: pyarrow is not installed.

    Example:
        >>> import pyarrow as pa
        >>> texts = pa.record_batch({"id": ["a"], "day": ["2016-05-01"],
        ...                          "body": ["قال الدفاع المدني إن 12 شخصا قتلوا في حلب أمس. وبلغ المؤشر 300."]})
        >>> rows = draft_rows(texts, "body", document="id", published="day")
        >>> rows.select(["indicator", "best", "place", "period", "error"]).to_pylist()[0]
        {'indicator': 'killed', 'best': 12.0, 'place': 'aleppo', 'period': '2016-04-30', 'error': None}
        >>> rows["quote_ar"].to_pylist()[1], rows["error"].to_pylist()[1]
        ('300', 'nothing in the text says its indicator, period')
    """
    arrow()
    require_columns(batch.schema.names, filter(None, (column, document, published)))
    reference = reference_text(known)
    country_of(country)
    overall(known_from(reference), voice=voice, place=place)
    said: Row = {
        "known": reference,
        "country": country,
        "singulars": singulars,
        "voice": voice,
        "place": place,
        "until_published": until_published,
        "least": least,
    }
    days = [None] * batch.num_rows if published is None else batch.column(published).to_pylist()
    texts = zip(batch.column(column).to_pylist(), batch.column(document).to_pylist(), days, strict=True)
    rows = [row for text, name, day in texts for row in _drafted(text, name, day, said)]
    return arrow().RecordBatch.from_pylist(rows, schema=draft_schema())


def draft_schema() -> Any:
    """The schema of what `draft_rows` makes.

    Example:
        >>> draft_schema().names[-2:]
        ['published', 'error']
    """
    pa = arrow()
    types = {
        Type.TEXT: pa.string(),
        Type.CODE: pa.string(),
        Type.NUMBER: pa.float64(),
        Type.SMALL: pa.int8(),
        Type.WHOLE: pa.int64(),
        Type.DATE: pa.date32(),
    }
    return pa.schema([*((column.name, types[column.type]) for column in COLUMNS), (ERROR, pa.string())])


def reference_text(known: str | os.PathLike[str] | None) -> str | None:
    """The text of a reference file, which goes to workers that do not see the file.

    Raises:
        AnnotationError: It is broken.
    """
    known_from(known)
    return known if known is None or isinstance(known, str) else read_utf8(known, AnnotationError)


def _drafted(text: object, document: object, published: Reference, said: Row) -> list[Row]:
    if text is None:
        return []
    if not isinstance(text, str):
        raise RecordError("draft_rows", "column", type(text).__name__, "holds no texts")
    if not isinstance(document, str):
        return [{ERROR: f"the document has no id: {document!r}"}]
    try:
        drafted = draft(text, document_id=document, reference=published, **said)
        records, left = records_of(drafted)
    except RaqqaDataError as error:
        return [{"document": document, ERROR: str(error)}]
    columns = columns_of(tuple(records))
    rows: list[Row] = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    rows += [
        {
            "document": document,
            "quote_ar": figure.phrase,
            "char_start": figure.start,
            "char_end": figure.start + len(figure.phrase),
            ERROR: figure.problem,
        }
        for figure in left
    ]
    return sorted(rows, key=_start)


def _start(row: Row) -> int:
    start: int = row["char_start"]
    return start
