"""The editions of the data, newest first: what each held and what it changed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hooks.amounts import number
from hooks.words import Lang, pick, say, translated
from raqqa_data.catalogue.editions import catalogue_versions, changelog, load_edition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raqqa_data.catalogue.editions import Change


def editions(lang: Lang) -> str:
    """A heading an edition, its datasets with their numbers of records, and its changes with their reasons."""
    changes = changelog()
    return "\n\n".join(
        f"## {version}\n\n{held(version, lang)}\n\n{changed([c for c in changes if c.version == version], lang)}"
        for version in reversed(catalogue_versions())
    )


def held(version: str, lang: Lang) -> str:
    """What an edition holds."""
    catalogue = load_edition(version)
    counts = Counter(record.dataset for record in catalogue.observations)
    rows = [f"| `{dataset}` | {number(count)} |" for dataset, count in counts.items()]
    total = pick(("in all", "المجموع"), lang)
    events = pick(("dated events", "أحداث مؤرخة"), lang)
    heads = f"| {say('dataset', lang).lower()} | {pick(('records', 'السجلات'), lang)} |"
    ends = [
        f"| {total} | {number(len(catalogue.observations))} |",
        f"| {events} | {number(len(catalogue.events))} |",
    ]
    return "\n".join([heads, "|---|---|", *rows, *ends])


def changed(changes: Sequence[Change], lang: Lang) -> str:
    """What became of each record, with the reason.

    Example:
        >>> from raqqa_data.catalogue.editions import Change
        >>> print(changed([Change("1.0.1", "battle.battle_duration", "period", "2017", "2017-06")], "en"))
        - `battle.battle_duration`, `period`: `2017` became `2017-06`
    """
    if not changes:
        return pick(("No record was changed, withdrawn or superseded.", "لم يُعدَّل سجل ولم يُسحب ولم يُستبدَل."), lang)
    became, comma = pick((" became ", " صار "), lang), pick((", ", "، "), lang)
    lines: list[str] = []
    for change in changes:
        what = pick(("new", "جديد"), lang) if change.field is None else f"`{change.old}`{became}`{change.new}`"
        field = "" if change.field is None else f"{comma}`{change.field}`"
        why = f" ({translated(change.why, lang)})" if change.why else ""
        lines.append(f"- `{change.id}`{field}: {what}{why}")
    return "\n".join(lines)
