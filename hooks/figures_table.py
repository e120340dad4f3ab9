"""The table of all observations, which its script sorts and filters."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from hooks.amounts import amount_html, when
from hooks.words import DATASETS, WORDING_NAMES, Lang, named, pick, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raqqa_data import Observation

# heading, how it sorts, whether a phone leaves it out
COLUMNS = (
    ("figure", "text", False),
    ("value", "number", False),
    ("period", "text", True),
    ("place", "text", True),
    ("said_by", "text", True),
    ("dataset", "text", True),
)


def address(record_id: str) -> str:
    """The page of an observation, below the folder of the data.

    Example:
        >>> address("battle.city_destroyed")
        'battle/city_destroyed.md'
    """
    return f"{record_id.replace('.', '/')}.md"


def said_by(record: Observation, lang: Lang) -> str:
    """Who says it, and in whose statement it came."""
    if record.attributed_to is None:
        return say("the_article", lang)
    return named(record.attributed_to.name, lang)


def observation_table(records: Sequence[Observation], lang: Lang) -> str:
    """An HTML table, whole without any script; other-language names are there to be found."""
    heads = "".join(
        f'<th scope="col" data-type="{kind}"{_extra(extra)}><button type="button">{say(key, lang)}</button></th>'
        for key, kind, extra in COLUMNS
    )
    body = "".join(_row(record, lang) for record in records)
    return (
        f'<div class="datatable" data-count="{say("count", lang)}">'
        f'<div class="datatable-bar"><label>{say("filter", lang)}'
        f'<input type="search" autocomplete="off" placeholder="{say("filter_hint", lang)}"></label>'
        f'<span role="status">{say("count", lang).format(len(records), len(records))}</span></div>'
        f"<table data-search-exclude><caption>{say('table_caption', lang)}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _extra(extra: bool) -> str:
    return ' class="extra"' if extra else ""


def _row(record: Observation, lang: Lang) -> str:
    link = address(record.id).removesuffix(".md") + "/"
    estimate = record.estimate
    order = next((v for v in (estimate.best, estimate.low, estimate.high) if v is not None), 0)
    other = record.name.en if lang == "ar" else record.name.ar
    # what can be found though it is not shown: the other language, the wording, the bare digits
    hidden = f"{other} {record.id} {estimate.wording} {WORDING_NAMES[estimate.wording]} {order}"
    phrase = escape(record.quote.exact)
    first = record.period.earliest
    linked = f'<a href="{link}">{escape(named(record.name, lang))}</a>'
    cells = (
        f'<th scope="row">{linked}<span class="phrase" lang="ar" dir="rtl">{phrase}</span></th>',
        f'<td data-sort="{order}">{amount_html(estimate, record.unit, lang)}</td>',
        f'<td class="extra" data-sort="{first}">{when(record.period, lang)}</td>',
        f'<td class="extra">{escape(named(record.place.name, lang))}</td>',
        f'<td class="extra">{escape(said_by(record, lang))}</td>',
        f'<td class="extra">{pick(DATASETS[record.dataset], lang)}</td>',
    )
    return f'<tr data-words="{escape(hidden)}">{"".join(cells)}</tr>'
