"""What the commands print as JSON: the objects of results that are no records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from raqqa_data.command.complaints import in_a_shell
from raqqa_data.command.tally import Unchecked
from raqqa_data.errors import NotSummarizable
from raqqa_data.records.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raqqa_data.aggregation import Derived
    from raqqa_data.collection import Candidate, Duplicate
    from raqqa_data.command.tally import Tally
    from raqqa_data.reading import Mention
    from raqqa_data.reading.mention import Anchor
    from raqqa_data.units.table import Unit


def of_derived(result: Derived) -> dict[str, Any]:
    """A value with everything that it was made from, by id."""
    return {
        "operation": result.operation,
        "name": attrs.asdict(result.name),
        "estimate": attrs.asdict(result.estimate),
        "unit": result.unit,
        "period": str(result.period) if result.period else None,
        "inputs": list(result.inputs),
        "places": [place.id for place in result.places],
        "agents": [agent.id for agent in result.agents],
        "overrides": list(result.overrides),
        "incomplete": list(result.incomplete),
        "steps": list(result.steps),
        "explanation": result.explain(),
    }


def of_tallies(tallies: Iterable[Tally]) -> dict[str, list[dict[str, Any]]]:
    """The totals, the sums that were refused, and how wholes stand to their parts."""
    totals: list[dict[str, Any]] = []
    refused: list[dict[str, Any]] = []
    hierarchies: list[dict[str, Any]] = []
    for tally in tallies:
        if isinstance(tally.result, NotSummarizable):
            refused.append({"indicator": tally.wholes[0].indicator.id, **_refusal(tally.result)})
        else:
            totals.append({"indicator": tally.wholes[0].indicator.id, **of_derived(tally.result)})
        for check in tally.checks:
            whole, *parts = (record.id for record in check.records)
            verdict = None if isinstance(check, Unchecked) else check.verdict
            why = _refusal(check.refusal) if isinstance(check, Unchecked) else {}
            hierarchies.append({"whole": whole, "parts": parts, "verdict": verdict, **why})
    return {"totals": totals, "refused": refused, "hierarchies": hierarchies}


def _refusal(refusal: NotSummarizable) -> dict[str, Any]:
    told = {name: getattr(refusal, name) for name in ("condition", "offenders", "reason")}
    return {**told, "hint": in_a_shell(refusal.hint)}


def of_duplicate(pair: Duplicate) -> dict[str, Any]:
    """Two texts that are one story."""
    return {**attrs.asdict(pair), "passages": list(pair.passages)}


def of_candidate(pair: Candidate) -> dict[str, Any]:
    """Two records that may speak of one happening, by their ids."""
    return {"ids": list(pair.ids), "score": pair.score, "reasons": list(pair.reasons), "event": pair.event}


def of_mention(mention: Mention) -> dict[str, Any]:
    """A figure or date found in a text; what it does not state is left out."""
    return _stated(mention)


def _stated(held: Mention | Anchor) -> dict[str, Any]:
    plain = attrs.asdict(held, filter=lambda _, value: value is not None, recurse=False)
    for name, value in plain.items():
        if isinstance(value, tuple):  # a Span
            plain[name] = value._asdict()  # type: ignore[attr-defined]
        elif isinstance(value, Estimate):
            plain[name] = attrs.asdict(value)
        elif name in {"ambiguous", "anchor"}:
            plain[name] = _stated(value)
    return plain


def of_unit(unit: Unit) -> dict[str, Any]:
    """A row of the table of units; what it converts by is the library's own affair."""
    return attrs.asdict(unit, filter=lambda field, _: field.name not in {"size", "zero"})
