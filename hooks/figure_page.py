"""The page of one observation, in Markdown with HTML where Markdown has no word for it."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

import raqqa_data as rd
from hooks import charts
from hooks.amounts import CONVERSIONS, amount, amount_html, bound, number, when, with_unit
from hooks.citing import citations
from hooks.examples import ran
from hooks.figures_table import said_by
from hooks.words import (
    ADDITIVITY,
    CLAIM,
    DATASETS,
    PRECISION,
    SUBGROUPS,
    WHERE,
    WORDING_NAMES,
    WORDINGS,
    Lang,
    named,
    pick,
    say,
    translated,
)
from raqqa_data.units.table import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raqqa_data import Observation


def page(record: Observation, lang: Lang) -> str:
    """The whole page."""
    name = named(record.name, lang)
    return "\n\n".join(
        [
            f"---\ntitle: {name}\ndescription: {_described(record, lang)}\nsearch:\n  boost: 2\n---\n\n# {name}",
            f'<p class="headline">{amount_html(record.estimate, record.unit, lang)}</p>',
            f'<p class="caveat">{_meaning(record, lang)}</p>',
            chart(record, lang),
            f"## {say('reading', lang)}",
            quote(record, lang),
            f"## {say('record', lang)}",
            facts(record, lang),
            *_whole(record, lang),
            *_where(record, lang),
            f"## {say('code', lang)}",
            code(record),
            f"## {say('cite', lang)}",
            *citations(record, lang),
            f"## {say('download', lang)}",
            _downloads(record),
            f"[{say('read_first', lang)}](../how-to-read.md) · [{say('all_figures', lang)}](../index.md)",
            "",
        ]
    )


def _described(record: Observation, lang: Lang) -> str:
    text = f"{named(record.name, lang)}، " if lang == "ar" else f"{named(record.name, lang)}: "
    return f'"{text}{amount(record.estimate, record.unit, lang)} ({when(record.period, lang)})"'


def _meaning(record: Observation, lang: Lang) -> str:
    source = named(record.attributed_to.name, lang) if record.attributed_to else say("the_article", lang)
    span = when(record.period, lang)
    return f"{escape(source)} · {span} · {escape(named(record.place.name, lang))}"


def chart(record: Observation, lang: Lang) -> str:
    """The picture of its value."""
    label = say("chart_label", lang).format(
        name=named(record.name, lang), value=amount(record.estimate, record.unit, lang)
    )
    caption = pick(WORDINGS[record.estimate.wording][1], lang)
    return charts.figure(lambda width: charts.of_record(record, lang, width), label, caption)


def quote(record: Observation, lang: Lang) -> str:
    """The phrase with its reading marked, and where it stands."""
    found = record.quote
    where = say("characters", lang).format(
        start=number(found.start), end=number(found.end), total=number(record.document.characters)
    )
    legend = " ".join(
        f'<span class="legend-item"><mark class="{kind}">{say(f"mark_{kind}", lang)}</mark></span>'
        for kind in _kinds(found.exact)
    )
    return (
        f'<blockquote class="phrase" lang="ar" dir="rtl">{marked(found.exact)}</blockquote>\n\n'
        f'<p class="legend">{legend}</p>\n\n{where}'
    )


def _spans(phrase: str) -> Iterator[tuple[int, int, str]]:
    for mention in rd.read(phrase):
        spans = (
            ("qualifier", mention.qualifier),
            ("number", mention.number),
            ("unit", mention.unit_span),
            ("noun", mention.noun),
        )
        yield from ((span.start, span.end, kind) for kind, span in spans if span)


def _kinds(phrase: str) -> list[str]:
    present = set(re.findall(r'<mark class="(\w+)"', marked(phrase)))
    return [kind for kind in ("qualifier", "number", "unit", "noun") if kind in present]


def marked(phrase: str) -> str:
    """The phrase as HTML, each span that the reader found in a mark of its kind.

    Example:
        >>> marked("نحو 3 كيلومترات")
        '<mark class="qualifier">نحو</mark> <mark class="number">3</mark> <mark class="unit">كيلومترات</mark>'
    """
    html, at = "", 0
    for start, end, kind in sorted(set(_spans(phrase))):
        if start >= at:
            html += escape(phrase[at:start]) + f'<mark class="{kind}">{escape(phrase[start:end])}</mark>'
            at = end
    return html + escape(phrase[at:])


def facts(record: Observation, lang: Lang) -> str:
    """What the record holds, a line each."""
    rows = "".join(f'<tr><th scope="row">{label}</th><td>{text}</td></tr>' for label, text in _facts(record, lang))
    return f'<table class="facts"><tbody>{rows}</tbody></table>'


def _facts(record: Observation, lang: Lang) -> Iterator[tuple[str, str]]:
    estimate, unit = record.estimate, record.unit
    row = find_unit(unit)
    for key, part in (("best", estimate.best), ("low", estimate.low), ("high", estimate.high)):
        yield say(key, lang), f"<bdi>{escape(bound(part, unit, lang))}</bdi>"
    wording = estimate.wording if lang == "en" else WORDING_NAMES[estimate.wording]
    yield say("wording", lang), f"{wording}. {pick(WORDINGS[estimate.wording][1], lang)}"
    if record.note:
        yield say("notes", lang), escape(named(record.note, lang))
    if record.of:
        yield say("of_whole", lang), escape(translated(record.of, lang))
    label = named(row.plural if lang == "en" else row.label, lang)
    yield say("unit", lang), f'{escape(label)} (<code dir="ltr">{escape(row.name)}</code>)'
    if others := _conversions(record, lang):
        yield say("conversions", lang), others
    codes = [("UCUM", row.ucum), ("QUDT", row.qudt), ("UN/CEFACT", row.rec20)]
    shown = "<br>".join(f'<bdi dir="ltr">{name} <code>{escape(code)}</code></bdi>' for name, code in codes if code)
    yield say("codes", lang), shown
    yield say("additivity", lang), pick(ADDITIVITY[record.indicator.additivity], lang)
    if record.subgroup:
        yield say("subgroup", lang), pick(SUBGROUPS[str(record.subgroup)], lang)
    if record.part_of:
        whole = rd.observations[record.part_of]
        link = f"../../{record.part_of.replace('.', '/')}/"
        yield say("part_of", lang), f'<a href="{link}">{escape(named(whole.name, lang))}</a>'
    yield from _origin(record, lang)


def _origin(record: Observation, lang: Lang) -> Iterator[tuple[str, str]]:
    period = record.period
    yield say("period", lang), f'{when(period, lang)} (<code dir="ltr">{period.edtf}</code>)'
    yield say("precision", lang), pick(PRECISION[period.precision], lang)
    shortest, longest = period.days
    if shortest is not None and longest is not None:
        days = with_unit(longest, "day", lang)
        yield say("length", lang), days if shortest == longest else say("days", lang).format(number(shortest), days)
    if record.inferred:
        yield say("inferred", lang), escape(translated(record.inferred, lang))
    yield say("place", lang), f"{escape(named(record.place.name, lang))}: {pick(WHERE[record.where_prec], lang)}"
    yield say("said_by", lang), escape(said_by(record, lang))
    if record.conveyed_by:
        yield say("conveyed_by", lang), escape(named(record.conveyed_by.name, lang))
    yield say("claim_status", lang), pick(CLAIM[record.claim_status], lang)
    yield say("dataset", lang), pick(DATASETS[record.dataset], lang)
    yield say("id", lang), f'<code dir="ltr">{record.id}</code>'


def _conversions(record: Observation, lang: Lang) -> str:
    if record.estimate.best is None:
        return ""
    shown = [
        f"<bdi>{escape(with_unit(record.to(unit).estimate.best or 0, unit, lang))}</bdi>"
        for unit in CONVERSIONS.get(record.unit, ())
    ]
    return " · ".join(shown)


def _whole(record: Observation, lang: Lang) -> Iterator[str]:
    whole = rd.observations[record.part_of] if record.part_of else record
    members = [other for other in rd.observations if other.part_of == whole.id]
    if not members:
        return
    said = ", ".join(f"{pick(SUBGROUPS[str(m.subgroup or '')], lang)} {number(m.estimate.best or 0)}" for m in members)
    label = f"{named(whole.name, lang)}, {amount(whole.estimate, whole.unit, lang)}: {said}"
    yield f"## {say('parts', lang)}"
    yield charts.figure(lambda width: charts.parts(whole, members, lang, width), label, say("parts_agree", lang))


def _where(record: Observation, lang: Lang) -> Iterator[str]:
    yield f"## {say('where', lang)}"
    if record.place.latitude is None:
        yield say("map_none", lang)
        return
    label = say("map_label", lang).format(named(record.place.name, lang))
    drawn = charts.point(record.place, lang).inline(label)
    caption = f"<figcaption>{say('map_point', lang)}</figcaption>"
    yield f'<figure class="chart map" data-search-exclude>{drawn}{caption}</figure>'


def code(record: Observation) -> str:
    """How to get it in Python, run now."""
    lines = ["import raqqa_data as rd", f"record = rd.{record.id}", "print(record)", "record.estimate", "record.unit"]
    if record.estimate.best is not None and record.unit in CONVERSIONS:
        lines.append(f'record.to("{CONVERSIONS[record.unit][0]}").estimate.best')
    return ran(lines)


def _downloads(record: Observation) -> str:
    stem = record.field
    return " · ".join(f"[{kind.upper()}]({stem}.{kind}){{: download }}" for kind in ("csv", "json", "svg", "png"))
