"""The data dictionary: each column of the tables, each unit in use."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import raqqa_data as rd
from hooks.words import Lang, named, pick, say
from raqqa_data.interchange.columns import COLUMNS, columns_of

if TYPE_CHECKING:
    from collections.abc import Iterable

WORDS = Path(__file__).with_name("columns.toml")
_TYPES: dict[str, tuple[str, str]] = {
    "text": ("text", "نص"),
    "code": ("one of a list", "واحد من قائمة"),
    "number": ("number", "عدد"),
    "small": ("whole number", "عدد صحيح"),
    "whole": ("whole number", "عدد صحيح"),
    "date": ("date", "تاريخ"),
}


def meanings() -> dict[str, dict[str, str]]:
    """What each column means, in both languages."""
    return tomllib.loads(WORDS.read_text("utf-8"))


def dictionary(lang: Lang) -> str:
    """A Markdown table of the columns: below the name its type, below the meaning one value found in the data."""
    known = meanings()
    values = columns_of(list(rd.observations))
    comma = pick((", ", "، "), lang)
    heads = [
        comma.join(say(key, lang) for key in keys).capitalize() for keys in (("field", "type"), ("meaning", "example"))
    ]
    lines = [
        f"| `{column.name}`<br>{pick(_TYPES[column.type], lang)} | "
        f"{known.get(column.name, {}).get(lang, column.description)}{_example(values[column.name])} |"
        for column in COLUMNS
    ]
    return "\n".join([f"| {' | '.join(heads)} |", "|---|---|", *lines])


def _example(values: Iterable[object]) -> str:
    found = next((value for value in values if value is not None), None)
    if found is None:
        return ""
    text = str(found)
    if any("\u0600" <= c <= "\u06ff" for c in text):
        return f'<br><bdi lang="ar" dir="rtl">{text}</bdi>'
    return f"<br>`{text[:16]}…`" if len(text) > 24 else f"<br>`{text}`"  # noqa: PLR2004 - what a cell holds on one line


def units(lang: Lang) -> str:
    """A Markdown table of the units that the observations are in, with their codes."""
    used = dict.fromkeys(record.unit for record in rd.observations)
    heads = pick(
        (
            "| unit, its name in Python | UCUM | QUDT | UN/CEFACT |",
            "| الوحدة، واسمها في بايثون | UCUM | QUDT | UN/CEFACT |",
        ),
        lang,
    )
    lines: list[str] = []
    for name in used:
        unit = rd.unit_table.find_unit(name)
        codes = " | ".join(f"`{code}`" if code else "–" for code in (unit.ucum, unit.qudt, unit.rec20))
        label = named(unit.label, lang)
        lines.append(f"| {label}<br>`{name}` | {codes} |")
    return "\n".join([heads, "|---|---|---|---|", *lines])
