"""The data dictionary: each column of the tables, each unit in use."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import raqqa_data as rd
from hooks.downloads import row
from hooks.words import Lang, named, pick, say

if TYPE_CHECKING:
    from collections.abc import Iterable

COLUMNS = Path(__file__).with_name("columns.toml")
_TYPES: dict[type, tuple[str, str]] = {
    str: ("text", "نص"),
    int: ("whole number", "عدد صحيح"),
    float: ("number", "عدد"),
    dt.date: ("date", "تاريخ"),
}


def meanings() -> dict[str, dict[str, str]]:
    """What each column means, in both languages."""
    return tomllib.loads(COLUMNS.read_text("utf-8"))


def dictionary(lang: Lang) -> str:
    """A Markdown table of the columns, with the type and one value found in the data."""
    known = meanings()
    rows = [row(record) for record in rd.observations]
    heads = [say(key, lang) for key in ("field", "type", "meaning", "example")]
    lines = [
        f"| `{name}` | {_type(values := [r[name] for r in rows], lang)} | {known[name][lang]} | {_example(values)} |"
        for name in rows[0]
    ]
    return "\n".join([f"| {' | '.join(heads)} |", "|---|---|---|---|", *lines])


def _type(values: Iterable[object], lang: Lang) -> str:
    kinds = {type(value) for value in values if value is not None}
    kind = float if kinds == {int, float} else next(iter(kinds))
    return pick(_TYPES[kind], lang)


def _example(values: Iterable[object]) -> str:
    found = next((value for value in values if value is not None), "")
    text = str(found)
    if any("\u0600" <= c <= "\u06ff" for c in text):
        return f'<bdi lang="ar" dir="rtl">{text}</bdi>'
    return f"`{text[:16]}…`" if len(text) > 24 else f"`{text}`"  # noqa: PLR2004 - what a cell holds on one line


def units(lang: Lang) -> str:
    """A Markdown table of the units that the observations are in, with their codes."""
    used = dict.fromkeys(record.unit for record in rd.observations)
    heads = pick(
        (
            "| unit | name in Python | UCUM | QUDT | UN/CEFACT |",
            "| الوحدة | اسمها في بايثون | UCUM | QUDT | UN/CEFACT |",
        ),
        lang,
    )
    lines: list[str] = []
    for name in used:
        unit = rd.unit_table.find_unit(name)
        codes = " | ".join(f"`{code}`" if code else "–" for code in (unit.ucum, unit.qudt, unit.rec20))
        label = named(unit.label, lang)
        lines.append(f"| {label} | `{name}` | {codes} |")
    return "\n".join([heads, "|---|---|---|---|---|", *lines])
