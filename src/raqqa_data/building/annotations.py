"""What a person writes about a document: the part of each record that a phrase cannot say by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import attrs

from raqqa_data.catalogue.construction import is_table
from raqqa_data.catalogue.references import References
from raqqa_data.errors import AnnotationError, Problem, meant
from raqqa_data.records.indicator import Indicator
from raqqa_data.records.observation import Annotation, ClaimStatus, RecordStatus
from raqqa_data.records.period import Period
from raqqa_data.records.place import Place
from raqqa_data.records.provenance import Agent, Document
from raqqa_data.records.subgroup import Subgroup
from raqqa_data.sources.toml import parse_toml
from raqqa_data.texts import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

TO_FILL_IN = "FILL IN"
"""What a draft holds where a person has to write."""
STILL_OPEN = "is still to be filled in"
"""What is told of such a place."""
NO_EVENT = "no event"
"""What a draft says of a date that names nothing that happened."""


@attrs.frozen(kw_only=True)
class Note:
    """What is said of one record.

    Attributes:
        id: The record's id.
        phrase: The figure's own words, as printed.
        start: Where they stand.
        reads: What the phrase was read as when it was drafted; checked again at each build.
    """

    id: str
    phrase: str
    start: int
    place: Place
    reads: str | None = None
    inferred: str | None = None
    where_prec: int = 1
    attributed_to: Agent | None = None
    conveyed_by: Agent | None = None
    claim_status: ClaimStatus | None = None
    note: Name | None = None
    record_status: RecordStatus = RecordStatus.CURRENT
    superseded_by: str | None = None
    annotation: Annotation = Annotation.CONFIRMED


@attrs.frozen(kw_only=True)
class ObservationNote(Note):
    """What is said of one observation; its number, unit and wording are read from the phrase."""

    indicator: Indicator
    period: Period
    name: Name | None = None
    subgroup: Subgroup | None = None
    part_of: str | None = None
    of: str | None = None
    event: str | None = None
    price_basis: str | None = None


@attrs.frozen(kw_only=True)
class EventNote(Note):
    """What is said of one event; its period is read from the phrase where that can say it."""

    name: Name
    period: Period | None = None


@attrs.frozen(kw_only=True)
class Annotations:
    """An annotation file, typed, with its references resolved."""

    data_version: str
    document: Document
    references: References
    observations: tuple[ObservationNote, ...]
    events: tuple[EventNote, ...]


SECTIONS: dict[str, type] = {"agent": Agent, "place": Place, "indicator": Indicator}
REFERENCES = {"attributed_to": "agent", "conveyed_by": "agent", "place": "place", "indicator": "indicator"}
"""The fields of a record that name something which is defined once, and where that stands."""
_KEYS = ("data_version", "document", *SECTIONS, "observation", "event")
_MISORDERED = "stands inside this table; keys without a table come first, above the first [table] of the file"


def parse(toml: str, source: str = "annotations", *, blanks_allowed: bool = False) -> Annotations:
    """Read an annotation file.

    Args:
        toml: The file's text.
        source: What it is called in an error.
        blanks_allowed: Whether blanks that a record can do without may stay.

    Raises:
        AnnotationError: The text is not TOML, has an unknown key, lacks one, or one is of the wrong type; every
            problem with its path.
    """
    raw = parse_toml(toml, source, AnnotationError)
    if blanks_allowed and not [*misshapen(raw)]:
        raw = without_dispensable_blanks(raw)
    return annotations_of(raw, source)


def annotations_of(raw: dict[str, Any], source: str = "annotations") -> Annotations:
    """An annotation file from what its TOML holds.

    Raises:
        AnnotationError: As for `parse`.
    """
    if to_fill := list(left_open(raw, "")):
        raise AnnotationError(source, [Problem(path, STILL_OPEN) for path in to_fill])
    if problems := list(misshapen(raw)):
        raise AnnotationError(source, problems)
    references = References()
    document: Document | None = references.structure(raw.get("document"), Document, "document")
    if document is not None:
        references.add(document, "document")
    for section, cls in SECTIONS.items():
        references.define(raw.get(section, []), cls, section)
    observations = _notes(references, raw.get("observation", []), ObservationNote, "observation")
    events = _notes(references, raw.get("event", []), EventNote, "event")
    if references.problems or document is None:
        raise AnnotationError(source, references.problems)
    return Annotations(
        data_version=raw.get("data_version", "0.1.0"),
        document=document,
        references=references,
        observations=observations,
        events=events,
    )


def without_dispensable_blanks(raw: dict[str, Any]) -> dict[str, Any]:
    """What an annotation file holds, without the blanks that a record can do without.

    A document needs neither a name nor a day of publication; it speaks itself where nobody is named; who or what has no
    English name goes by the Arabic one; and a table without an id is none yet, but for a figure's.

    Args:
        raw: What the TOML holds, in good form.
    """
    held = dict(raw)
    if "document" in held:
        held["document"] = _without_blanks(_named(held["document"]), "name", "published")
    for section in (*SECTIONS, "event"):
        if section in held:
            held[section] = [_named(row) for row in held[section] if "id" not in left_open(row, "")]
    if "observation" in held:
        held["observation"] = [_without_blanks(row, "attributed_to") for row in held["observation"]]
    return held


def _named(row: Any) -> Any:
    """A table under its Arabic name, where the English one is open."""
    name = row.get("name") if is_table(row) else None
    if not is_table(name) or left_open(name, "") != ["en"] or "ar" not in name:
        return row
    return {**row, "name": {"en": name["ar"], "ar": name["ar"]}}


def _without_blanks(row: Any, *keys: str) -> Any:
    if not is_table(row):
        return row
    return {key: value for key, value in row.items() if key not in keys or not left_open(value, key)}


def misshapen(raw: dict[str, Any]) -> Iterator[Problem]:
    """What is wrong with the form of an annotation file, before anything in it is looked at."""
    for key in raw:
        if key not in _KEYS:
            yield Problem(key, f"unknown key{meant(key, _KEYS)}")
    for section in (*SECTIONS, "observation", "event"):
        if not isinstance(raw.get(section, []), list):
            yield Problem(section, f"is a list of tables: write [[{section}]]")
            continue
        for index, row in enumerate(raw.get(section, [])):
            if is_table(row) and "data_version" in row:
                yield Problem(f"{section}[{index}].data_version", _MISORDERED)
    if is_table(raw.get("document")) and "data_version" in raw["document"]:
        yield Problem("document.data_version", _MISORDERED)
    if not isinstance(raw.get("data_version", ""), str):
        yield Problem("data_version", "must be a text, e.g. '1.0.0'")


def _notes(references: References, rows: list[object], cls: type[Any], section: str) -> tuple[Any, ...]:
    return tuple(references.structure(row, cls, f"{section}[{index}]") for index, row in enumerate(rows))


def left_open(item: Any, path: str) -> list[str]:
    """Paths of all that a draft left to be filled in."""
    if is_table(item):
        return [found for key, value in item.items() for found in left_open(value, f"{path}.{key}".lstrip("."))]
    if isinstance(item, list):
        items = cast("list[object]", item)
        return [found for index, value in enumerate(items) for found in left_open(value, f"{path}[{index}]")]
    return [path] if isinstance(item, str) and TO_FILL_IN in item else []
