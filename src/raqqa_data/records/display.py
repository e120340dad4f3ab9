"""How records show themselves: plain text for a terminal, escaped HTML for a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.unit_table import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raqqa_data.name import Name
    from raqqa_data.records.estimate import Estimate

# <bdi> keeps the direction of one cell from reordering its neighbours
_STYLE = "text-align:start;vertical-align:top"


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
    if above.counted or row.dimension == "time":
        return f"{estimate} {row.label.en if estimate.best == 1 else row.plural.en}"
    return f"{estimate} {row.symbol}"


def as_text(name: Name, facts: Iterable[tuple[str, str]]) -> str:
    """A heading in both languages, then one line a fact."""
    return "\n".join([f"{name.en} · {name.ar}", *(f"  {label:<9} {text}" for label, text in facts)])


def as_html(name: Name, facts: Iterable[tuple[str, str]]) -> str:
    """The same as a small table, safe to show whatever the texts hold."""
    rows = "".join(
        f"<tr><th style='{_STYLE}'>{_cell(label)}</th><td style='{_STYLE}'>{_cell(text)}</td></tr>"
        for label, text in facts
    )
    caption = f"{_cell(name.en)} · <bdi lang='ar' dir='rtl'>{_escape(name.ar)}</bdi>"
    return f"<table><caption>{caption}</caption>{rows}</table>"


def table_as_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows in aligned columns under a header."""
    lines = [tuple(header), *map(tuple, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(header))]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)


def table_as_html(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows as an HTML table, escaped."""
    head = "".join(f"<th style='{_STYLE}'>{_cell(label)}</th>" for label in header)
    body = "".join(
        "<tr>" + "".join(f"<td style='{_STYLE}'>{_cell(text)}</td>" for text in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(text: str) -> str:
    return f"<bdi>{_escape(text)}</bdi>"


def _escape(text: str) -> str:
    from html import escape

    return escape(text)
