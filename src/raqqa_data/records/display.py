"""How records show themselves: plain text for a terminal, escaped HTML for a notebook."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raqqa_data.texts import Name
from raqqa_data.units.table import find_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from raqqa_data.records.estimate import Estimate
    from raqqa_data.records.observation import Record

_STYLE = "text-align:start;vertical-align:top"
_LABELS = 9  # letters; longer ones move all texts
_QUOTED = re.compile("«([^«»]*)»")


def amount(estimate: Estimate, unit: str) -> str:
    """An estimate with its unit as a person writes it.

    Example:
        >>> from raqqa_data.records.estimate import Estimate
        >>> amount(Estimate.stated(15), "bridge"), amount(Estimate.stated(80), "percent")
        ('15 bridges', '80 %')
        >>> amount(Estimate.stated(9), "person / day")
        '9 people per day'
    """
    row, above = find_unit(unit), find_unit(unit.partition(" / ")[0])
    if above.counted or row.dimension in {"time", "1 / time"}:
        return f"{estimate} {row.label.en if estimate.best == 1 else row.plural.en}"
    return f"{estimate} {row.symbol}"


def labels(records: Iterable[Record]) -> list[Name]:
    """A name for each; those that share one are told apart by what differs: subgroup, place, period, else the id.

    Example:
        >>> import attrs
        >>> import raqqa_data as rd
        >>> killed = rd.prison_attack.killed
        >>> later = attrs.evolve(killed, period=rd.Period("2022-02"))
        >>> [name.en for name in labels([killed, later])]
        ['People killed in the prison attack (2022-01~)', 'People killed in the prison attack (2022-02)']
    """
    ordered = tuple(records)
    sharing: dict[Name, list[Record]] = {}
    for record in ordered:
        sharing.setdefault(record.name, []).append(record)
    return [_told_apart(record, sharing[record.name]) for record in ordered]


def _told_apart(record: Record, others: Sequence[Record]) -> Name:
    if len(others) == 1:
        return record.name
    ways = [way for way in _DIFFERENCES if len({way(other) for other in others}) > 1]
    if len({tuple(way(other) for way in ways) for other in others}) < len(others):
        ways.append(lambda record: _as_it_is(record.id))
    found = [way(record) for way in ways]
    en, ar = ", ".join(name.en for name in found), "، ".join(name.ar for name in found)
    return Name(f"{record.name.en} ({en})", f"{record.name.ar} ({ar})")


def _subgroup(record: Record) -> Name:
    subgroup = getattr(record, "subgroup", None)
    return _as_it_is(str(subgroup)) if subgroup else Name("all", "الكل")


def _as_it_is(text: str) -> Name:
    """The same in both languages; what is not Arabic keeps its order in an Arabic line by an isolate."""
    return Name(text, f"\u2066{text}\u2069")


_DIFFERENCES: tuple[Callable[[Record], Name], ...] = (
    _subgroup,
    lambda record: record.place.name,
    lambda record: _as_it_is(str(record.period)),
)


def as_text(name: Name, facts: Iterable[tuple[str, str]]) -> str:
    """A heading in both languages, then one line a fact."""
    lines = list(facts)
    width = max((len(label) for label, _ in lines), default=0)
    return "\n".join([f"{name.en} · {name.ar}", *(f"  {label:<{max(width, _LABELS)}} {text}" for label, text in lines)])


def as_html(name: Name, facts: Iterable[tuple[str, str]]) -> str:
    """The same as a small table, safe to show whatever the texts hold."""
    return facts_as_html(f"<bdi>{_escape(name.en)}</bdi> · <bdi lang='ar' dir='rtl'>{_escape(name.ar)}</bdi>", facts)


def facts_as_html(caption: str, facts: Iterable[tuple[str, str]]) -> str:
    """Labels and texts as a small table under a caption that is HTML already."""
    rows = "".join(f"<tr>{_cell('th', label)}{_cell('td', text)}</tr>" for label, text in facts)
    return f"<table><caption>{caption}</caption>{rows}</table>"


def table_as_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows in aligned columns under a header."""
    lines = [tuple(header), *map(tuple, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(header))]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)


def table_as_html(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows as an HTML table, escaped."""
    head = "".join(_cell("th", label) for label in header)
    body = "".join(f"<tr>{''.join(_cell('td', text) for text in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(tag: str, text: str) -> str:
    # the browser takes a cell's direction from its first letter, but for those in <bdi>: not from a quotation in it
    inner = _QUOTED.sub(r"«<bdi>\1</bdi>»", _escape(text))
    return f"<{tag} dir='auto' style='{_STYLE}'>{inner}</{tag}>"


def _escape(text: str) -> str:
    from html import escape

    return escape(text)
