"""A dropped file and its text, by the library itself, as far as a browser runs what it needs."""

from __future__ import annotations

import io
from typing import NamedTuple

import attrs

import raqqa_data as rd
from raqqa_data.errors import MissingExtraError, SourceError
from raqqa_data.sources import Finding, Source
from raqqa_data.sources.publication import publication
from raqqa_data.sources.webpage import decode_page

MOST_BYTES = 20 * 2**20
_HEAD = 12
_NO_TEXT = Finding("main text", "no main text was found; the page may need a browser to show it")


class Markup(NamedTuple):
    """A web page, of which the browser has still to take the main text."""

    html: str


class _Dropped(io.BytesIO):
    def __init__(self, name: str, content: bytes) -> None:
        super().__init__(content)
        self.name = name


def opened(name: str, content: bytes) -> Source | Markup:
    """What a file holds.

    Raises:
        RaqqaDataError: It cannot be opened here, or holds no text; which says why.
    """
    try:
        return _with_text(rd.open_source(_Dropped(name, content), most_bytes=MOST_BYTES))
    except MissingExtraError as error:
        decoded = decode_page(content) if error.package == "trafilatura" else None
        if decoded is None:
            raise
        return Markup(decoded.text)


def of_page(name: str, text: str, stated: str) -> Source:
    """A web page whose main text the browser took, and the day of publication that its markup states, if any.

    Raises:
        SourceError: There was no main text.
    """
    dates = [("the page's markup", stated)] if stated else []
    published = publication(dates, text.split("\n", _HEAD)[:_HEAD])
    source = rd.open_source(_Dropped(f"{name}.txt", text.encode("utf-8")))
    return _with_text(
        attrs.evolve(
            source,
            name=name,
            published=published.period,
            published_from=published.stated_in,
            findings=(*published.findings, *([] if text else [_NO_TEXT])),
        )
    )


def _with_text(source: Source) -> Source:
    if source.text:
        return source
    raise SourceError(source.name, [("", str(finding)) for finding in source.findings] or [("", "holds no text")])
