"""What `show` and `total` say of observations of several indicators: a sum for each, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from raqqa_data.aggregation import Comparison, Derived, check_hierarchy, total
from raqqa_data.errors import NotSummarizable
from raqqa_data.records import Observation
from raqqa_data.records.display import amount
from raqqa_data.records.indicator import Additivity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@attrs.frozen
class Unchecked:
    """A whole with parts that must not be added, so that nothing tells whether they add up to it."""

    records: tuple[Observation, ...]
    refusal: NotSummarizable


@attrs.frozen
class Tally:
    """The observations of one indicator, added up.

    Attributes:
        wholes: Those that were added: parts are not counted twice.
        result: Their total, or why there is none.
        checks: Whether the parts of each whole add up to it, or why they must not be added.
    """

    wholes: tuple[Observation, ...]
    result: Derived | NotSummarizable
    checks: tuple[Comparison | Unchecked, ...]

    def row(self) -> tuple[str, str, str, str]:
        """The indicator in both languages, the total, and what it is from."""
        indicator = self.wholes[0].indicator
        if isinstance(self.result, NotSummarizable):
            never = indicator.additivity is Additivity.NON_ADDITIVE
            added = f"not added: {Additivity.NON_ADDITIVE if never else self.result.condition}"
        else:
            added = amount(self.result.estimate, self.result.unit)
        lines = [f"{len(self.wholes)} observation{'s' * (len(self.wholes) != 1)}"]
        for check in self.checks:
            whole, *parts = check.records
            stated = " + ".join(str(part.estimate) for part in parts)
            verdict = f"not added: {check.refusal.condition}" if isinstance(check, Unchecked) else check.verdict
            lines.append(f"{whole.estimate} against parts {stated}: {verdict}")
        return indicator.name.en, indicator.name.ar, added, "\n".join(lines)


def tallies(records: Iterable[Observation]) -> list[Tally]:
    """One for each indicator, in order of first appearance."""
    groups: dict[str, list[Observation]] = {}
    for record in records:
        groups.setdefault(record.indicator.id, []).append(record)
    return [_tally(members) for members in groups.values()]


def _tally(members: Sequence[Observation]) -> Tally:
    ids = {member.id for member in members}
    wholes = tuple(member for member in members if member.part_of not in ids)
    result: Derived | NotSummarizable
    try:
        result = total(wholes)
    except NotSummarizable as refusal:
        result = refusal
    parts = {whole.id: [member for member in members if member.part_of == whole.id] for whole in wholes}
    return Tally(wholes, result, tuple(_checked(whole, parts[whole.id]) for whole in wholes if parts[whole.id]))


def _checked(whole: Observation, parts: Sequence[Observation]) -> Comparison | Unchecked:
    try:
        return check_hierarchy(whole, parts)
    except NotSummarizable as refusal:
        return Unchecked((whole, *parts), refusal)
