"""What a page may ask for by `<!-- block:name -->`: tables, charts and references made from the data."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

import raqqa_data as rd
from hooks import (
    changes,
    charts,
    dictionary,
    downloads,
    examples,
    figures_table,
    flow,
    glossary,
    grammar,
    pictures,
    playground,
    reference,
)
from hooks.amounts import amount, when
from hooks.words import Lang, named, pick, say, translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_BLOCK = re.compile(r"<!-- block:([\w-]+)(?: (.*?))? -->")


def filled(markdown: str, lang: Lang, url: str = "") -> str:
    """The page with every block in its place; its links to files begin at the root of the site."""
    text = _BLOCK.sub(lambda m: BLOCKS[m[1]](lang) if m[2] is None else WITH_TEXT[m[1]](m[2]), markdown)
    return text.replace("{{root}}", "../" * url.count("/"))


def recovery(lang: Lang) -> str:
    """The picture of the home page."""
    records = list(rd.reconstruction)
    return _captioned(records, lang, "recovery")


def counts(lang: Lang) -> str:
    """All counts and the area."""
    return _captioned(charts.countable(list(rd.observations)), lang, "counts")


def _captioned(records: list[rd.Observation], lang: Lang, name: str) -> str:
    label = "; ".join(f"{named(r.name, lang)}: {amount(r.estimate, r.unit, lang)}" for r in records)
    caption = f"{legend(records, lang)} {escape(pictures.source_line(lang))} {_files(name, lang)}"
    return charts.figure(lambda width: charts.dots(records, lang, width), label, caption)


def legend(records: Iterable[rd.Observation], lang: Lang) -> str:
    """What the marks of these records' chart mean, in words."""
    marks = {
        "exact": "●",
        "about": "○",
        "low": pick(("●→", "●←"), lang),
        "vague": pick(("┃→", "┃←"), lang),
    }
    present = {charts.mark(record.estimate) for record in records}
    return " ".join(
        f'<span class="key"><bdi aria-hidden="true">{mark}</bdi> {say(f"legend_{kind}", lang)}.</span>'
        for kind, mark in marks.items()
        if kind in present
    )


def _files(name: str, lang: Lang) -> str:
    links = " · ".join(
        f'<a href="{{{{root}}}}assets/charts/{name}.{kind}" download>{kind.upper()}</a>' for kind in ("svg", "png")
    )
    return f'{say("download", lang)}: <bdi dir="ltr">{links}</bdi>'


def events_chart(lang: Lang) -> str:
    """The dated events on a line of years."""
    label = "; ".join(f"{named(e.name, lang)}: {when(e.period, lang)}" for e in rd.events)
    return charts.figure(lambda width: charts.spans(list(rd.events), lang, width), label, _files("events", lang))


def events_list(lang: Lang) -> str:
    """The dated events one by one, with the words they were read from."""
    parts: list[str] = []
    for event in rd.events:
        reason = f"\n\n{say('inferred', lang)}: {translated(event.inferred, lang)}." if event.inferred else ""
        parts.append(
            f"## {named(event.name, lang)} {{: #{event.id} }}\n\n"
            f"{when(event.period, lang)} (`{event.period.edtf}`) · {named(event.place.name, lang)}\n\n"
            f'<blockquote class="phrase" lang="ar" dir="rtl">{escape(event.quote.exact)}</blockquote>{reason}'
        )
    return "\n\n".join(parts)


def parts_chart(lang: Lang) -> str:
    """The one whole of the article that has parts."""
    whole = rd.prison_attack.killed
    members = list(rd.observations.where(part_of=whole.id))
    label = f"{named(whole.name, lang)}: {amount(whole.estimate, whole.unit, lang)}; " + "; ".join(
        f"{named(m.name, lang)}: {amount(m.estimate, m.unit, lang)}" for m in members
    )
    return charts.figure(lambda width: charts.parts(whole, members, lang, width), label, _files("parts", lang))


BLOCKS: dict[str, Callable[[Lang], str]] = {
    "recovery": recovery,
    "counts": counts,
    "events-chart": events_chart,
    "events-list": events_list,
    "parts": parts_chart,
    "flow": flow.flow,
    "table": lambda lang: figures_table.observation_table(list(rd.observations), lang),
    "changes": changes.editions,
    "files": downloads.file_list,
    "dictionary": dictionary.dictionary,
    "units": dictionary.units,
    "commands": reference.commands,
    "errors": reference.errors,
    "glossary": glossary.glossary,
    "grammar": grammar.read_ways,
    "refused": grammar.refused,
    "playground": playground.panel,
    "confirm": playground.confirm,
}
WITH_TEXT: dict[str, Callable[[str], str]] = {"shell": examples.shell}
