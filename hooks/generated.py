"""Every page and file that is made from the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import raqqa_data as rd
from hooks import charts, downloads, figure_page, pictures, playground
from hooks.amounts import amount
from hooks.words import Lang, named, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.svg import Canvas


def pages(lang: Lang) -> dict[str, str]:
    """The Markdown of each generated page, by its path."""
    return {f"data/{record.dataset}/{record.field}.md": figure_page.page(record, lang) for record in rd.observations}


def files(lang: Lang) -> Iterator[tuple[str, str | bytes]]:
    """Each generated page and file with its path."""
    yield from pages(lang).items()
    if lang == "en":
        yield from playground.files()
    for name, content in downloads.exports().items():
        yield f"data/{name}", content
    for record in rd.observations:
        stem = f"data/{record.dataset}/{record.field}"
        yield f"{stem}.csv", downloads.export([record], "csv")
        yield f"{stem}.json", downloads.export([record], "jsonl")
    drawn = {
        f"data/{record.dataset}/{record.field}": (
            charts.of_record(record, lang),
            f"{named(record.name, lang)}: {amount(record.estimate, record.unit, lang)}",
        )
        for record in rd.observations
    }
    drawn |= {f"assets/charts/{name}": (canvas, title) for name, (title, canvas) in whole_charts(lang).items()}
    alphabet = pictures.letters(drawn.values(), lang)
    for stem, (canvas, title) in drawn.items():
        yield f"{stem}.svg", pictures.svg_file(canvas, title, lang, alphabet)
        yield f"{stem}.png", pictures.png_file(canvas, title, lang)
    title, canvas = whole_charts(lang)["recovery"]
    yield "assets/social.png", pictures.png_file(canvas, title, lang)


def whole_charts(lang: Lang) -> dict[str, tuple[str, Canvas]]:
    """The charts of several records, by name, each with its title."""
    return {
        "recovery": (say("recovery_title", lang), charts.dots(list(rd.reconstruction), lang)),
        "counts": (say("all_title", lang), charts.dots(charts.countable(list(rd.observations)), lang)),
        "events": (say("events_title", lang), charts.spans(list(rd.events), lang)),
        "parts": (
            say("parts", lang),
            charts.parts(rd.prison_attack.killed, list(rd.observations.where(part_of="prison_attack.killed")), lang),
        ),
    }
