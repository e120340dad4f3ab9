"""Which observation is a part of which, and which parts a sum leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.aggregation.derived import observations_of, unique
from raqqa_data.records.observation import RecordStatus

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from raqqa_data.aggregation.one_pass_checks import Runs
    from raqqa_data.records.observation import Observation


def universe_of(
    records: Sequence[Observation], runs: Runs, within: Iterable[Observation] | None
) -> dict[str, Observation]:
    """What is known of wholes and parts: what the caller gives, else the shipped catalogue for records of its own.

    Empty where no observation is a part of anything.
    """
    parts = [record for record in runs.heads if record.part_of]
    if not parts:
        return {}
    known: dict[str, Observation] = {}
    if within is not None:
        known = {record.id: record for record in observations_of(within)}
    else:
        from raqqa_data.catalogue.datasets import catalogue

        shipped = catalogue.observations
        if any(shipped.get(part.id) and part.document == catalogue.document for part in parts):
            known = {record.id: record for record in shipped}
    return known | {record.id: record for record in records}


def wholes_of(record: Observation, universe: Mapping[str, Observation]) -> Iterator[str]:
    """Ids of what an observation is a part of, outwards."""
    seen = {record.id}
    whole = record.part_of
    while whole is not None and whole not in seen:
        seen.add(whole)
        yield whole
        parent = universe.get(whole)
        whole = parent.part_of if parent else None


def held_by(
    records: Iterable[Observation], given: Collection[str], universe: Mapping[str, Observation]
) -> Iterator[tuple[Observation, str | None]]:
    """Each observation with the nearest of its wholes that is given; what was walked once is not walked again."""
    known: dict[str, str | None] = {}
    for record in records:
        walked: dict[str, None] = {}
        whole = record.part_of
        while whole is not None and whole not in given and whole not in known and whole not in walked:
            walked[whole] = None
            parent = universe.get(whole)
            whole = parent.part_of if parent else None
        found = whole if whole in given else known.get(whole or "")
        known |= dict.fromkeys(walked, found)
        yield record, found if found != record.id else None


class LeftOut:
    """The declared parts that some observations miss, of every whole that they hold a part of."""

    def __init__(self, records: Sequence[Observation], runs: Runs, universe: Mapping[str, Observation]) -> None:
        """Look for them once: each sum of some of the observations then asks for those of its own wholes."""
        self._universe = universe
        self._found: dict[str, tuple[str, ...]] = {}
        wholes = self._wholes(runs)
        if not wholes:
            return
        given = {record.id for record in records}
        candidates = (
            record
            for record in universe.values()
            if record.part_of in wholes
            and record.id not in given
            and record.id not in wholes
            and record.record_status is RecordStatus.CURRENT
        )
        parts: dict[str, list[str]] = {}
        for record, whole in held_by(candidates, given, universe):
            if whole is None:
                parts.setdefault(record.part_of or "", []).append(record.id)
        self._found = {whole: tuple(names) for whole, names in parts.items()}

    def of(self, runs: Runs) -> tuple[str, ...]:
        """Ids of those of the wholes that these hold a part of."""
        if not self._found:
            return ()
        found = [self._found[whole] for whole in self._wholes(runs) if whole in self._found]
        # one tuple is shared: many sums of parts of one long whole would each repeat it
        return found[0] if len(found) == 1 else unique(name for names in found for name in names)

    def of_whole(self, whole: str) -> tuple[str, ...]:
        """Ids of those that are declared parts of one whole."""
        return self._found.get(whole, ())

    def _wholes(self, runs: Runs) -> dict[str, None]:
        wholes: dict[str, None] = {}
        for record in runs.heads:
            for whole in wholes_of(record, self._universe):
                if whole in wholes:
                    break
                wholes[whole] = None
        return wholes
