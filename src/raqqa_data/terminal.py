"""Tables for a terminal, English and Arabic side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import track
from rich.table import Table

from raqqa_data.aggregation import check_hierarchy, total
from raqqa_data.errors import NotSummarizable
from raqqa_data.records.display import amount
from raqqa_data.records.indicator import Additivity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raqqa_data.aggregation import Derived
    from raqqa_data.reading import Mention
    from raqqa_data.records import Dataset, Event, Observation


def show_dataset(dataset: Dataset) -> None:
    """One row an observation: what it is in both languages, how much, when, and who says so."""
    heading = (type(dataset).__doc__ or "").partition("\n")[0]
    table = _table(f"{dataset.dataset_name()}: {heading}", "figure", "الرقم", "value", "period", "said by")
    for record in dataset:
        said = str(record.attributed_to or "the article")
        table.add_row(record.name.en, record.name.ar, amount(record.estimate, record.unit), str(record.period), said)
    _print(table)


def show_events(events: Iterable[Event]) -> None:
    """One row an event, in order of time."""
    table = _table("events: what the article dates", "event", "الحدث", "period", "place")
    for event in events:
        table.add_row(event.name.en, event.name.ar, str(event.period), str(event.place))
    _print(table)


def show_totals(records: Sequence[Observation]) -> None:
    """One row an indicator: its total, or why there is none, and whether parts add up to their whole."""
    table = _table("totals: by indicator, parts not counted twice", "indicator", "المؤشر", "total", "from")
    for members in _by_indicator(records).values():
        name = members[0].indicator.name
        wholes = _wholes(members)
        try:
            result = amount(total(wholes).estimate, members[0].unit)
        except NotSummarizable as refusal:
            never = members[0].indicator.additivity is Additivity.NON_ADDITIVE
            result = f"not added: {Additivity.NON_ADDITIVE if never else refusal.condition}"
        table.add_row(name.en, name.ar, result, _from(wholes, members))
    _print(table)


def totals(records: Sequence[Observation]) -> list[Derived]:
    """The total of each indicator that has one, parts not counted twice."""
    results: list[Derived] = []
    for members in _by_indicator(records).values():
        try:
            results.append(total(_wholes(members)))
        except NotSummarizable:
            continue
    return results


def show_mentions(name: str, mentions: Sequence[Mention]) -> None:
    """One row a figure or date found in a text."""
    table = _table(f"{name}: {len(mentions)} figures and dates", "at", "phrase", "kind", "reading")
    for mention in mentions:
        reading = mention.period if mention.estimate is None else mention.estimate
        unit = f" {mention.unit}" if mention.unit else ""
        table.add_row(f"{mention.start}:{mention.end}", mention.text, mention.kind, f"{reading or 'unresolved'}{unit}")
    _print(table)


def progress(files: Sequence[str]) -> Iterable[str]:
    """The files one by one, with a bar on standard error while a person watches."""
    console = Console(stderr=True)
    return track(files, "reading", console=console, transient=True, disable=len(files) < 2 or not console.is_terminal)  # noqa: PLR2004 - one file needs no bar


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold")
    for column in columns:
        right = column in {"value", "total"}
        table.add_column(column, justify="right" if right else "left", no_wrap=column == "period", overflow="fold")
    return table


def _print(table: Table) -> None:
    console = Console()
    console.print(table)
    console.print()


def _by_indicator(records: Sequence[Observation]) -> dict[str, list[Observation]]:
    groups: dict[str, list[Observation]] = {}
    for record in records:
        groups.setdefault(record.indicator.id, []).append(record)
    return groups


def _wholes(members: Sequence[Observation]) -> list[Observation]:
    ids = {member.id for member in members}
    return [member for member in members if member.part_of not in ids]


def _from(wholes: Sequence[Observation], members: Sequence[Observation]) -> str:
    lines = [f"{len(wholes)} observation{'s' * (len(wholes) != 1)}"]
    for whole in wholes:
        parts = [member for member in members if member.part_of == whole.id]
        if parts:
            stated = " + ".join(str(part.estimate) for part in parts)
            lines.append(f"{whole.estimate} against parts {stated}: {check_hierarchy(whole, parts).verdict}")
    return "\n".join(lines)
