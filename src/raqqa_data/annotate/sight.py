"""What the page shows of an annotation file, and of what the machine proposes, as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from raqqa_data.building.annotation_tables import Tables, dropped, is_open, tables_of
from raqqa_data.building.annotations import SECTIONS, left_open
from raqqa_data.building.documents import sha256_of
from raqqa_data.catalogue.construction import is_table
from raqqa_data.units.table import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raqqa_data.annotate.names import Named

_RECORDS = ("observation", "event")
_TOLD = {"document", *SECTIONS, *_RECORDS}


Seen = dict[tuple[str, int], tuple[Mapping[str, Any], str, dict[str, Any]]]
"""Each record as it was last shown, by where it stands in the file, with the table and the text that it was made of."""


def of_annotations(toml: str, text: str, seen: Seen) -> dict[str, Any]:
    """The records in order of the text, what they may name, and what is left to do.

    Args:
        toml: The annotation file.
        text: The document.
        seen: What was shown of it before; a record whose table is the same one is not made again.

    Raises:
        AnnotationError: The file is not TOML, or has no tables where it should.
    """
    tables = tables_of(toml)
    records = [
        _shown(section, index, row, text, seen)
        for section in _RECORDS
        for index, row in enumerate(tables.rows(section))
    ]
    records.sort(key=lambda record: (record["start"], record["section"]))
    head: object = tables.raw.get("document")
    head = head if is_table(head) else {}
    return {
        "records": records,
        "head": _plain(head),
        "moved": head.get("sha256") != sha256_of(text),
        "known": _named(tables),
        "dropped": [{"phrase": phrase, "start": start, "same": same} for phrase, start, same in dropped(tables)],
        "open": _open_elsewhere(tables),
        "unnamed": _unnamed(tables),
    }


def of_draft(draft: str, names: Named) -> dict[str, Any]:
    """What the machine proposes, by where the figure stands, and what its answers name.

    Args:
        draft: The draft; where it is no more than a text, nothing is proposed.
        names: What an answer may name.
    """
    drafted: Iterable[Any] = getattr(draft, "proposals", ())
    proposals: dict[int, list[dict[str, Any]]] = {}
    for proposal in drafted:
        proposals.setdefault(proposal.figure.start, []).append(
            {
                "question": str(proposal.question),
                "answer": proposal.answer,
                "evidence": [[span.start, span.end] for span in proposal.evidence],
                "rule": proposal.rule,
                "strength": proposal.strength,
            }
        )
    return {
        "proposals": proposals,
        "names": {section: [_plain(row) for row in rows.values()] for section, rows in names.items()},
        "units": [{"name": unit.name, "en": unit.label.en, "ar": unit.label.ar} for unit in UNITS.values()],
    }


def _named(tables: Tables) -> dict[str, list[object]]:
    """The agents, places and indicators that have an id."""
    return {
        section: [_plain(row) for row in tables.rows(section) if not is_open(row.get("id"))] for section in SECTIONS
    }


def _unnamed(tables: Tables) -> list[dict[str, Any]]:
    """The agents, places and indicators whose name a person has still to write, and where they stand in the file."""
    return [
        {"section": section, "index": index, "id": row["id"], "name": _plain(row.get("name"))}
        for section in SECTIONS
        for index, row in enumerate(tables.rows(section))
        if not is_open(row.get("id")) and left_open(row.get("name"), "name")
    ]


def _shown(section: str, index: int, row: Mapping[str, Any], text: str, seen: Seen) -> dict[str, Any]:
    before = seen.get((section, index))
    if before is not None and before[0] is row and before[1] is text:
        return before[2]
    record = _record(section, index, row, text)
    seen[section, index] = row, text, record
    return record


def _record(section: str, index: int, row: Mapping[str, Any], text: str) -> dict[str, Any]:
    phrase, start = str(row.get("phrase", "")), row.get("start")
    start = start if isinstance(start, int) and not isinstance(start, bool) else -1
    end = start + len(phrase)
    left = [key for key in row if is_open(row[key])]
    return {
        "section": section,
        "index": index,
        "phrase": phrase,
        "start": start,
        "end": end,
        "found": start >= 0 and bool(phrase) and text[start:end] == phrase,
        "open": left,
        "status": "open" if left else str(row.get("annotation", "confirmed")),
        "values": {key: _plain(value) for key, value in row.items() if key not in {"phrase", "start"}},
    }


def _open_elsewhere(tables: Tables) -> list[str]:
    """What is to be filled in outside the records, and no table that the draft left for a first agent, say."""
    found = left_open({key: tables.raw[key] for key in tables.raw if key in _TOLD and key not in _RECORDS}, "")
    return [*found]


def _plain(value: object) -> object:
    """A value as JSON has it: TOML has dates besides."""
    if is_table(value):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in cast("list[object]", value)]
    return value if isinstance(value, (str, int, float, bool)) else str(value)
