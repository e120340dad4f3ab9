"""What the page to try things on asks of Python; each answer is JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import raqqa_data as rd
from hooks.amounts import told
from hooks.browser.documents import Markup, of_page, opened
from raqqa_data.errors import RaqqaDataError

if TYPE_CHECKING:
    from hooks.words import Lang
    from raqqa_data.sources import Source


def read_text(text: str, lang: Lang) -> str:
    """The figures and dates of a text."""
    return json.dumps(_read(text, text, lang))


def read_file(name: str, content: bytes, lang: Lang) -> str:
    """Those of a dropped file; of a web page its markup, whose main text comes back by `read_page`."""
    try:
        found = opened(name, bytes(content))
    except RaqqaDataError as error:
        return json.dumps({"error": str(error)})
    return json.dumps({"html": found.html} if isinstance(found, Markup) else _of_source(found, lang))


def read_page(name: str, text: str, stated: str, lang: Lang) -> str:
    """Those of a web page by its main text, and the day of publication that its markup states."""
    try:
        return json.dumps(_of_source(of_page(name, text, stated), lang))
    except RaqqaDataError as error:
        return json.dumps({"error": str(error)})


def _of_source(source: Source, lang: Lang) -> dict[str, Any]:
    about = [str(finding) for finding in source.findings]
    return {"name": source.name, "findings": about, **_read(source.text, source, lang)}


def _read(text: str, document: str | Source, lang: Lang) -> dict[str, Any]:
    mentions = [
        {
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
            "told": told(mention, lang),
            "spans": [
                (kind, span.start, span.end)
                for kind, span in (
                    ("qualifier", mention.qualifier),
                    ("number", mention.number),
                    ("unit", mention.unit_span),
                    ("noun", mention.noun),
                )
                if span
            ],
        }
        for mention in rd.read(document)
    ]
    return {"text": text, "found": mentions}
