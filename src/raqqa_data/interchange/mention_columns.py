"""The table that mentions become: one row a reading, a second reading right after the first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from raqqa_data.interchange.arrow import KEY, arro3
from raqqa_data.interchange.columns import Column, Type
from raqqa_data.reading.mention import AnchorKind, Kind
from raqqa_data.records.estimate import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from raqqa_data.reading.mention import Mention, Span

OWN_SPANS = ("number", "qualifier", "unit_span", "noun")
"""Spans that a mention holds itself; `anchor` is that of the date before."""
_ENDS = (("start", Type.WHOLE), ("end", Type.WHOLE), ("text", Type.TEXT))

MENTION_COLUMNS: tuple[Column, ...] = (
    Column("kind", Type.CODE, "What sort of figure it is", members=tuple(Kind)),
    Column("start", Type.WHOLE, "Offset of its first character"),
    Column("end", Type.WHOLE, "Offset after its last character"),
    Column("text", Type.TEXT, "The whole, from qualifier to noun"),
    Column("best", Type.NUMBER, "The number as stated"),
    Column("low", Type.NUMBER, "Lower bound that the wording states"),
    Column("high", Type.NUMBER, "Upper bound that the wording states"),
    Column("wording", Type.CODE, "How the text states the number", members=tuple(Wording)),
    Column("unit", Type.TEXT, "pint unit, or ISO 4217 code of a currency"),
    Column("period", Type.TEXT, "For a date, when, in EDTF"),
    Column("calendar", Type.TEXT, "The calendar that a date is written in"),
    Column(
        "dated_from",
        Type.CODE,
        "For a date, from what it was dated: itself, the reference, or a mention (the span `anchor`)",
        members=tuple(AnchorKind),
    ),
    Column("country_hint", Type.TEXT, "For money, the country given to `read`, where the currency was taken from it"),
    Column("reading", Type.WHOLE, "0 for the reading, 1 for the other one that the text allows, and so on"),
    *(
        Column(f"{span}_{end}", kind, f"{end.capitalize()} of the span `{span}`")
        for span in (*OWN_SPANS, "anchor")
        for end, kind in _ENDS
    ),
)
"""What a mention is told in, in order."""


def rows_of(mention: Mention) -> Iterator[dict[str, Any]]:
    """One row for each of its readings; what a reading does not state is left out."""
    each: Mention | None = mention
    reading = 0
    while each is not None:
        row: dict[str, Any] = {
            "kind": str(each.kind),
            **{name: getattr(each, name) for name in ("start", "end", "text", "unit", "calendar", "country_hint")},
            "period": each.period.edtf if each.period else None,
            "dated_from": None if each.anchor is None else str(each.anchor.kind),
            "reading": reading,
        }
        if each.estimate is not None:
            row |= {part: getattr(each.estimate, part) for part in ("best", "low", "high")}
            row["wording"] = str(each.estimate.wording)
        spans: dict[str, Span | None] = {name: getattr(each, name) for name in OWN_SPANS}
        spans["anchor"] = None if each.anchor is None else each.anchor.span
        for name, span in spans.items():
            if span is not None:
                row |= zip((f"{name}_{end}" for end, _ in _ENDS), span, strict=True)
        yield row
        each, reading = each.ambiguous, reading + 1


def schema_of(columns: Iterable[Column]) -> Any:
    """An Arrow schema with a type and a description for each column."""
    core = arro3()
    fields = [
        core.Field(column.name, _type(column), nullable=True, metadata={"description": column.description})
        for column in columns
    ]
    return core.Schema(fields, metadata={f"{KEY}schema_version": "1.0"})


def batch_of(rows: Sequence[Mapping[str, Any]], columns: Iterable[Column], schema: Any) -> Any:
    """Rows as an Arrow batch."""
    core = arro3()
    arrays: list[Any] = []
    for column in columns:
        values = [row.get(column.name) for row in rows]
        kind = _type(column)
        plain = core.DataType.string() if column.type is Type.CODE else kind
        array = core.Array(values, plain)
        arrays.append(array.cast(kind) if column.type is Type.CODE else array)
    return core.RecordBatch.from_arrays(arrays, schema=schema)


def _type(column: Column) -> Any:
    of = arro3().DataType
    if column.type is Type.CODE:
        return of.dictionary(of.int8(), of.string())
    return {Type.NUMBER: of.float64(), Type.WHOLE: of.int64()}.get(column.type, of.string())
