"""What was known at a date: when something was said, apart from when it happened."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import attrs

from raqqa_data.errors import RecordError
from raqqa_data.records.observation import Observation, RecordStatus
from raqqa_data.records.observations import Observations
from raqqa_data.records.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterable


def as_of(observations: Iterable[Observation], date: Period | dt.date | str) -> Observations:
    """What was known at a date: the observations whose document was published by then, in order.

    A document that says no more than the month counts from the month's end. What was superseded by a later document was
    still in use, and is so here.

    Args:
        observations: What is known now; give superseded records too, as a catalogue holds them.
        date: The day, month or year, up to its end.

    Raises:
        PeriodError: The date is none.
        RecordError: It is open at its end, what is given are no observations, or a document states no date of
            publication, so that nobody can tell.

    Example:
        >>> import raqqa_data as rd
        >>> len(rd.as_of(rd.observations, "2022-10")), len(rd.as_of(rd.observations, "2022-09"))
        (17, 0)
    """
    day = date.date() if isinstance(date, dt.datetime) else date
    until = Period(day.isoformat() if isinstance(day, dt.date) else str(day)).latest
    if until is None:
        raise RecordError("as_of", "date", str(date), "has no last day")
    held = tuple(Observations(observations))
    undated = dict.fromkeys(r.document.id for r in held if r.document.published is None)
    if undated:
        problem = "these documents state no date of publication; leave their observations out, or date them"
        raise RecordError("as_of", "published", ", ".join(undated), problem)
    known = [r for r in held if (said := r.document.published) and said.latest and said.latest <= until]
    ids = {record.id for record in known}
    return Observations(_then(record, ids) for record in known)


def _then(record: Observation, known: set[str]) -> Observation:
    if record.record_status is RecordStatus.SUPERSEDED and record.superseded_by not in known:
        return attrs.evolve(record, record_status=RecordStatus.CURRENT, superseded_by=None)
    return record
