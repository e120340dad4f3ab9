"""From a text to the records that are proposed of it, without a person: what many texts are drafted by."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import attrs

from raqqa_data.building.annotations import SECTIONS, annotations_of, left_open
from raqqa_data.building.builder import catalogue_of
from raqqa_data.building.drafted import FIELDS
from raqqa_data.building.proposals.proposal import Question
from raqqa_data.errors import AnnotationError
from raqqa_data.records.dataset import Observations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raqqa_data.building.drafted import Draft, DraftedObservation
    from raqqa_data.errors import Problem
    from raqqa_data.reading.mention import Mention

_WHO = FIELDS[Question.WHO]
_OBSERVATION = re.compile(r"observation\[(\d+)\]")


@attrs.frozen(kw_only=True)
class Unrecorded:
    """A figure of a draft of which no record can be made yet.

    Attributes:
        phrase: Its words.
        start: Where they stand, in code points.
        problem: What is missing.
    """

    phrase: str
    start: int
    problem: str


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
    raw = tomllib.loads(draft.toml)
    document = {key: value for key, value in raw["document"].items() if not left_open(value, key)}
    named = {section: [*filter(None, map(_named, raw.get(section, [])))] for section in SECTIONS}
    rows = {row["start"]: _said_by_someone(row) for row in raw.get("observation", [])}
    problems = {figure.start: reason for figure, reason in draft.left_out}
    problems |= {one.mention.start: _told_again(one) for one in draft.observations if one.mention.start not in rows}
    problems |= {start: _blanks(blanks) for start, row in rows.items() if (blanks := left_open(row, ""))}
    records = Observations(())
    while candidates := [row for start, row in rows.items() if start not in problems]:
        notes = {**named, "document": document, "observation": [*_without_lost_wholes(candidates)]}
        try:
            records = catalogue_of(draft.text, annotations_of(notes), "draft").observations
        except AnnotationError as error:
            problems |= _faults(error.problems, [row["start"] for row in candidates])
        else:
            break
    figures = sorted({*(one.mention for one in draft.observations), *(one for one, _ in draft.left_out)}, key=_start)
    return records, tuple(
        Unrecorded(phrase=figure.text, start=figure.start, problem=problems[figure.start])
        for figure in figures
        if figure.start in problems
    )


def _start(figure: Mention) -> int:
    return figure.start


def _named(row: dict[str, Any]) -> dict[str, Any] | None:
    """An agent, place or indicator as a draft defines it; None for a table that it leaves for a first one."""
    blanks = left_open(row, "")
    if blanks == ["name.en"]:
        return row | {"name": {"en": row["name"]["ar"], "ar": row["name"]["ar"]}}
    return None if blanks else row


def _said_by_someone(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != _WHO or not left_open(value, _WHO)}


def _told_again(one: DraftedObservation) -> str:
    again = next((proposal for proposal in one.proposals if proposal.question is Question.SAME_AS), None)
    return "is in no annotation" if again is None else f"is the same figure again, as of {again.answer}"


def _blanks(fields: list[str]) -> str:
    asked = [field for field in fields if field != "id"]
    return f"nothing in the text says its {', '.join(asked or fields)}"


def _without_lost_wholes(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    ids = {row["id"] for row in rows}
    for row in rows:
        yield row if row.get("part_of") in {None, *ids} else {key: row[key] for key in row if key != "part_of"}


def _faults(problems: Iterable[Problem], starts: list[int]) -> dict[int, str]:
    """What is wrong with each figure, by where it starts; what is wrong elsewhere is wrong with all."""
    found: dict[int, str] = {}
    for path, message in problems:
        index = _OBSERVATION.match(path)
        if index is None:
            return dict.fromkeys(starts, f"{path}: {message}")
        found.setdefault(starts[int(index[1])], f"{path[index.end() :].lstrip('.')}: {message}".removeprefix(": "))
    return found
