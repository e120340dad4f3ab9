"""From a text to the records that are proposed of it, without a person: what many texts are drafted by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs

from raqqa_data.building.annotations import (
    SECTIONS,
    annotations_of,
    left_open,
    misshapen,
    without_dispensable_blanks,
)
from raqqa_data.building.builder import catalogue_of
from raqqa_data.building.proposals.proposal import Question
from raqqa_data.catalogue.construction import is_table
from raqqa_data.errors import AnnotationError, Problem
from raqqa_data.reading.mention import Kind
from raqqa_data.records.dataset import Observations
from raqqa_data.sources.toml import parse_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raqqa_data.building.draft_file import Draft, DraftedObservation
    from raqqa_data.catalogue import Catalogue
    from raqqa_data.reading.mention import Mention

_RECORDS = ("observation", "event")
_RECORD = re.compile(r"(observation|event)\[(\d+)\]")
_OTHERS = {"part_of": "observation", "event": "event"}
"""The fields of a record that name another one."""


@attrs.frozen(kw_only=True)
class Unrecorded:
    """A figure of a draft of which no record can be made yet.

    Attributes:
        phrase: Its words.
        start: Where they stand, in code points.
        problem: What is missing.
        missing: The fields that nothing in the text says, where it is they.
    """

    phrase: str
    start: int
    problem: str
    missing: tuple[str, ...] = ()


def records_of(draft: Draft) -> tuple[Observations, tuple[Unrecorded, ...]]:
    """The records that a draft proposes in full, as `build` makes them with `proposed=True`, and what it leaves.

    Every figure is in one of the two. Where nobody is found to say it, the document does; an agent without an English
    name goes by its Arabic one; a part whose whole is no record stands alone.

    Example:
        >>> import raqqa_data as rd
        >>> draft = rd.draft("قال الدفاع المدني إن 12 شخصا قتلوا في حلب أمس، بينهم 3 أطفال.",
        ...                  document_id="aleppo", reference="2016-05-01")
        >>> records, left = records_of(draft)
        >>> [(str(one.estimate), one.place.id, str(one.period)) for one in records]
        [('12', 'aleppo', '2016-04-30'), ('3', 'aleppo', '2016-04-30')]
        >>> left
        ()
    """
    unheld = [(figure, reason) for figure, reason in draft.left_out if figure.kind is not Kind.DATE]
    problems = {figure.start: reason for figure, reason in unheld}
    missing: dict[int, tuple[str, ...]] = {}
    try:
        catalogue, left = complete(draft.text, draft.toml, "draft")
    except AnnotationError as error:
        records, fault = Observations(()), str(error.problems[0])
        problems |= dict.fromkeys((one.mention.start for one in draft.observations), fault)
    else:
        records = catalogue.observations
        problems |= {one.start: one.problem for one in left}
        missing = {one.start: one.missing for one in left}
    held = {record.quote.start for record in records} | {*problems}
    problems |= {one.mention.start: _told_again(one) for one in draft.observations if one.mention.start not in held}
    figures = sorted({*(one.mention for one in draft.observations), *(one for one, _ in unheld)}, key=_start)
    return records, tuple(
        Unrecorded(
            phrase=figure.text,
            start=figure.start,
            problem=problems[figure.start],
            missing=missing.get(figure.start, ()),
        )
        for figure in figures
        if figure.start in problems
    )


def complete(text: str, toml: str, source: str = "annotations") -> tuple[Catalogue, tuple[Unrecorded, ...]]:
    """The catalogue of the annotations that leave nothing open and fit, confirmed or proposed, and those that do not.

    Args:
        text: The document's text.
        toml: Annotations, as a draft or a person wrote them.
        source: What the annotations are called in an error.

    Raises:
        AnnotationError: They are no annotations of this document.

    Example:
        >>> import raqqa_data as rd
        >>> draft = rd.draft("قُتل 12 شخصا في حلب عام 2016. وبلغ المؤشر 300.", document_id="aleppo")
        >>> catalogue, left = complete(draft.text, draft.toml)
        >>> [str(one.estimate) for one in catalogue.observations], "its indicator" in left[-1].problem
        (['12'], True)
    """
    raw = parse_toml(toml, source, AnnotationError)
    if problems := list(misshapen(raw)) or list(_unnamed(raw)):
        raise AnnotationError(source, problems)
    held = without_dispensable_blanks(raw)
    named = {section: [row for row in held.get(section, []) if not left_open(row, "")] for section in SECTIONS}
    rows = {
        (section, index): row
        for section, rows in (("observation", held.get("observation", [])), ("event", raw.get("event", [])))
        for index, row in enumerate(rows)
    }
    blanks = {place: _asked(open_fields) for place, row in rows.items() if (open_fields := left_open(row, ""))}
    faults = {place: f"nothing in the text says its {', '.join(fields)}" for place, fields in blanks.items()}
    while True:
        kept = [place for place in rows if place not in faults]
        ids = {section: {rows[place].get("id") for place in kept if place[0] == section} for section in _RECORDS}
        records = {
            section: [_without_lost(rows[place], ids) for place in kept if place[0] == section] for section in ids
        }
        try:
            catalogue = catalogue_of(text, annotations_of({**held, **named, **records}, source), source, partly=True)
        except AnnotationError as error:
            faults |= _faults(error, kept)
        else:
            break
    left = (
        Unrecorded(
            phrase=rows[place]["phrase"], start=rows[place]["start"], problem=fault, missing=blanks.get(place, ())
        )
        for place, fault in faults.items()
    )
    return catalogue, tuple(sorted(left, key=lambda one: one.start))


def _unnamed(raw: dict[str, Any]) -> Iterator[Problem]:
    """Records that cannot even be told by their words and place."""
    if not is_table(raw.get("document")):
        yield Problem("document", "is missing, or is no table: write [document]")
    for section in _RECORDS:
        for index, row in enumerate(raw.get(section, [])):
            for key, kind in (("phrase", str), ("start", int)):
                if not is_table(row) or not isinstance(row.get(key), kind):
                    yield Problem(f"{section}[{index}].{key}", "is missing, or is of the wrong type")


def _start(figure: Mention) -> int:
    return figure.start


def _told_again(one: DraftedObservation) -> str:
    again = next((proposal for proposal in one.proposals if proposal.question is Question.SAME_AS), None)
    return "is in no annotation" if again is None else f"is the same figure again, as of {again.answer}"


def _asked(fields: list[str]) -> tuple[str, ...]:
    """The fields that a person is asked for; the id alone only where nothing else is open."""
    return tuple(field for field in fields if field != "id") or tuple(fields)


def _without_lost(row: dict[str, Any], ids: dict[str, set[Any]]) -> dict[str, Any]:
    """A record without the whole or the event that is none any more."""
    lost = {key for key, section in _OTHERS.items() if row.get(key) not in {None, *ids[section]}}
    return {key: value for key, value in row.items() if key not in lost}


def _faults(error: AnnotationError, kept: list[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """What is wrong with each record.

    Raises:
        AnnotationError: Something is wrong with what all of them stand on.
    """
    found: dict[tuple[str, int], str] = {}
    for path, message in error.problems:
        named = _RECORD.match(path)
        if named is None:
            raise error
        place = [place for place in kept if place[0] == named[1]][int(named[2])]
        found.setdefault(place, f"{path[named.end() :].lstrip('.')}: {message}".removeprefix(": "))
    return found
