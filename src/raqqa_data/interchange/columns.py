"""The table that observations become: one tidy row a record, the same columns in every format."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any

import attrs

from raqqa_data.records.estimate import Wording
from raqqa_data.records.indicator import Additivity
from raqqa_data.records.observation import KINDS, Annotation, ClaimStatus, RecordStatus
from raqqa_data.records.period import Precision
from raqqa_data.units.table import find_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from raqqa_data.records.observation import Observation
    from raqqa_data.records.place import Place

Values = list[Any]


class Type(enum.StrEnum):
    """What a column holds, apart from any format's own name for it."""

    TEXT = "text"
    CODE = "code"
    NUMBER = "number"
    SMALL = "small"
    WHOLE = "whole"
    DATE = "date"


@attrs.frozen
class Column:
    """One column of the table.

    Attributes:
        name: Its name.
        type: What it holds; a code is one of `members`.
        description: What it says.
        required: Whether every row has a value.
        derived: Whether it only repeats what other columns and the definitions say.
        unit: The unit of its values, where the column has one.
        members: For a code, every value there is.
        added: The `schema_version` that brought it; tables of an earlier one do without.
    """

    name: str
    type: Type
    description: str
    required: bool = False
    derived: bool = False
    unit: str | None = None
    members: tuple[str, ...] = ()
    added: str | None = None


def _code(
    name: str, kind: type[enum.StrEnum], description: str, *, derived: bool = False, added: str | None = None
) -> Column:
    """A column of codes; none is ever empty."""
    members = tuple(member.value for member in kind)
    return Column(name, Type.CODE, description, required=True, derived=derived, members=members, added=added)


V2 = "2.0"
_IN_UNIT = "the unit named in column `unit`"

COLUMNS: tuple[Column, ...] = (
    Column("id", Type.TEXT, "Identifier of the record, dataset.field; never reused", required=True),
    Column("dataset", Type.TEXT, "Dataset that the record stands in", required=True, derived=True),
    Column("indicator", Type.TEXT, "What is measured", required=True),
    Column("label_en", Type.TEXT, "Label in English", required=True),
    Column("label_ar", Type.TEXT, "Label in Arabic", required=True),
    Column("subgroup", Type.TEXT, "Of whom or what, as dimension=code;…, or a bare word; empty for all"),
    Column("kind", Type.CODE, "Kind of the record", required=True, members=tuple(KINDS)),
    Column("best", Type.NUMBER, "The value as stated; empty where none is stated", unit=_IN_UNIT),
    Column("low", Type.NUMBER, "Lower bound that the wording states; empty means not stated", unit=_IN_UNIT),
    Column("high", Type.NUMBER, "Upper bound that the wording states; empty means not stated", unit=_IN_UNIT),
    _code("wording", Wording, "How the text states the number"),
    Column("unit", Type.TEXT, "Unit of best, low and high, by pint's canonical name", required=True),
    Column("unit_ucum", Type.TEXT, "The same unit as a UCUM code", required=True, derived=True),
    _code(
        "additivity",
        Additivity,
        "Along what values may be added: a flow adds over time, a stock does not",
        derived=True,
    ),
    Column("of", Type.TEXT, "For a share, what it is a share of"),
    Column("period", Type.TEXT, "When, in EDTF (ISO 8601-2)", required=True),
    Column("reference_period_start", Type.DATE, "First day that can belong to the period", derived=True),
    Column("reference_period_end", Type.DATE, "Last day that can belong to the period", derived=True),
    _code("date_prec", Precision, "How finely the period is stated", derived=True),
    Column("place", Type.TEXT, "Where: identifier of the place", required=True),
    Column("location_code", Type.TEXT, "ISO 3166-1 alpha-3 code of the country", derived=True),
    Column("admin1_code", Type.TEXT, "OCHA P-code of the first-order division", derived=True),
    Column("lat", Type.NUMBER, "Latitude of a representative point (WGS 84)", derived=True, unit="degree"),
    Column("lon", Type.NUMBER, "Longitude of that point", derived=True, unit="degree"),
    Column("where_prec", Type.SMALL, "How precisely the place is known, UCDP's codes 1 to 7", required=True),
    Column("attributed_to", Type.TEXT, "Who says it; empty for the document's own voice"),
    Column("conveyed_by", Type.TEXT, "In whose statement it reached the document"),
    _code("claim_status", ClaimStatus, "Who stands behind it"),
    Column("part_of", Type.TEXT, "Identifier of the record that this one is a part of"),
    Column("quote_ar", Type.TEXT, "The exact words that the figure was read from", required=True),
    Column("char_start", Type.WHOLE, "Offset of the first of them", required=True, unit="Unicode code point"),
    Column("char_end", Type.WHOLE, "Offset after the last of them", required=True, unit="Unicode code point"),
    Column("document", Type.TEXT, "The text it was read from", required=True),
    Column("source_sha256", Type.TEXT, "Hash of that text's UTF-8 bytes", required=True, derived=True),
    _code("record_status", RecordStatus, "Whether the record is in use"),
    Column("inferred", Type.TEXT, "Why the period is inferred, where the document does not print it"),
    Column("note_en", Type.TEXT, "Caveat in English"),
    Column("note_ar", Type.TEXT, "The same caveat in Arabic"),
    Column("superseded_by", Type.TEXT, "Identifier of the record that took its place"),
    Column("event", Type.TEXT, "Identifier of the event that it speaks of", added=V2),
    _code("annotation", Annotation, "Whether a person confirmed what is said of it", added=V2),
    Column("quote_prefix", Type.TEXT, "What stands before them", added=V2),
    Column("quote_suffix", Type.TEXT, "What stands after them", added=V2),
    Column("page", Type.WHOLE, "Page that they stand on, from 1", added=V2),
    Column("paragraph", Type.WHOLE, "Paragraph that they stand in, from 1", added=V2),
    Column("price_basis", Type.TEXT, "For an amount of money, the prices that it is in", added=V2),
    Column("published", Type.TEXT, "When that text was published, in EDTF", derived=True, added=V2),
)
"""Every column, in order; those of a later form of the catalogue stand last."""

BY_NAME = {column.name: column for column in COLUMNS}


def columns_of(records: Sequence[Observation]) -> dict[str, Values]:
    """The records as columns of plain values: texts, numbers, dates, None.

    Example:
        >>> import raqqa_data as rd
        >>> columns_of(rd.security.observations)["unit"]
        ['explosive_item', 'person', 'weapon', 'person']
    """
    estimates = [record.estimate for record in records]
    periods = [record.period for record in records]
    quotes = [record.quote for record in records]
    places = [record.place for record in records]
    where = _each(_place_codes, places)
    documents = [record.document for record in records]
    indicators = [record.indicator for record in records]
    units = [record.unit for record in records]
    ucum = {unit: find_unit(unit).ucum for unit in set(units)}
    notes = [record.note for record in records]
    ids = [record.id for record in records]
    return {
        "id": ids,
        "dataset": [name.partition(".")[0] for name in ids],
        "indicator": [indicator.id for indicator in indicators],
        "label_en": [record.name.en for record in records],
        "label_ar": [record.name.ar for record in records],
        "subgroup": [None if (group := record.subgroup) is None else str(group) for record in records],
        "kind": [record.kind for record in records],
        "best": [estimate.best for estimate in estimates],
        "low": [estimate.low for estimate in estimates],
        "high": [estimate.high for estimate in estimates],
        "wording": [estimate.wording for estimate in estimates],
        "unit": units,
        "unit_ucum": [ucum[unit] for unit in units],
        "additivity": [indicator.additivity for indicator in indicators],
        "of": [record.of for record in records],
        "period": [period.edtf for period in periods],
        "reference_period_start": [period.earliest for period in periods],
        "reference_period_end": [period.latest for period in periods],
        "date_prec": [period.precision for period in periods],
        "place": [place.id for place in places],
        "location_code": [codes[0] for codes in where],
        "admin1_code": [codes[1] for codes in where],
        "lat": [place.latitude for place in places],
        "lon": [place.longitude for place in places],
        "where_prec": [record.where_prec for record in records],
        "attributed_to": [agent.id if (agent := record.attributed_to) else None for record in records],
        "conveyed_by": [agent.id if (agent := record.conveyed_by) else None for record in records],
        "claim_status": [record.claim_status for record in records],
        "part_of": [record.part_of for record in records],
        "quote_ar": [quote.exact for quote in quotes],
        "char_start": [quote.start for quote in quotes],
        "char_end": [quote.end for quote in quotes],
        "document": [document.id for document in documents],
        "source_sha256": [document.sha256 for document in documents],
        "record_status": [record.record_status for record in records],
        "inferred": [record.inferred for record in records],
        "note_en": [note.en if note else None for note in notes],
        "note_ar": [note.ar if note else None for note in notes],
        "superseded_by": [record.superseded_by for record in records],
        "event": [record.event for record in records],
        "annotation": [record.annotation for record in records],
        "quote_prefix": [quote.prefix for quote in quotes],
        "quote_suffix": [quote.suffix for quote in quotes],
        "page": [quote.page for quote in quotes],
        "paragraph": [quote.paragraph for quote in quotes],
        "price_basis": [record.price_basis for record in records],
        "published": [None if (said := document.published) is None else said.edtf for document in documents],
    }


def _each(function: Callable[[Place], tuple[str | None, str | None]], places: Iterable[Place]) -> Values:
    # thousands of records share a few places
    found: dict[int, tuple[str | None, str | None]] = {}
    values: Values = []
    for place in places:
        if (key := id(place)) not in found:
            found[key] = function(place)
        values.append(found[key])
    return values


def _place_codes(place: Place) -> tuple[str | None, str | None]:
    """The country's code and that of the first-order division: the place that lies in the country itself."""
    chain = place.chain
    for index, outer in enumerate(chain):
        if outer.kind == "country":
            return outer.iso, chain[index - 1].pcode if index else None
    return None, None
