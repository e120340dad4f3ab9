"""HTML: the main text by trafilatura, without menus, related headlines, comments and footers; tables row by row."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, cast

from raqqa_data.errors import optional_module
from raqqa_data.sources.encodings import decode
from raqqa_data.sources.numbering import numbering
from raqqa_data.sources.publication import publication
from raqqa_data.sources.shaping import grouped_in_order
from raqqa_data.sources.source import Finding, Source, unread
from raqqa_data.sources.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raqqa_data.sources.encodings import Decoded

MEDIA_TYPE = "text/html"
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,40})""", re.IGNORECASE)
_DEEPEST = 250
"""Elements within one another: a page of more is refused, as libraries walk it by recursion."""
_HEAD, _FIRST = 40, 4
_DATES = ("article:published_time", "dc:date", "dc.date", "dc.date.issued", "dcterms.date", "datepublished")
_PAGES = ("article", "posting", "report", "page", "creativework")
_NAMED = {
    "title": ("og:title", "dc.title"),
    "publisher": ("og:site_name", "dc.publisher", "application-name"),
    "url": ("og:url",),
}
"""Names under which a page's head states something, in order of trust."""


def read_webpage(content: bytes, name: str, sha256: str, encoding: str | None = None) -> Source:
    """A web page, saved.

    Raises:
        MissingExtraError: trafilatura is not installed.
    """
    trafilatura = optional_module("trafilatura", "sources")
    decoded = decode_page(content, encoding)
    findings = [] if decoded is None else list(decoded.findings)
    tree = None if decoded is None or _too_deep(decoded.text) else trafilatura.load_html(decoded.text)
    if tree is None:
        damaged = Finding("damaged", "is no HTML that can be read, or nested too deeply")
        return unread(name, sha256, MEDIA_TYPE, *findings, damaged)
    stated = _stated(tree)
    head = _lines(tree)
    writer = Writer()
    body = _main_text(trafilatura, tree)
    if body is not None:
        _write(body, writer)
    text, turned = grouped_in_order(writer.text)
    if not text:
        findings.append(Finding("main text", "no main text was found; the page may need a browser to show it"))
    # some pages have the dateline within their article
    above = [*_above(head, text), *text.split("\n", _FIRST)[:_FIRST]]
    published = publication([(where, value) for where, value in stated.dates if value], above)
    return Source(
        name=name,
        text=text,
        sha256=sha256,
        media_type=MEDIA_TYPE,
        extracted_by=f"trafilatura {trafilatura.__version__}",
        title=stated.first("title"),
        publisher=stated.first("publisher"),
        published=published.period,
        published_from=published.stated_in,
        language=stated.first("language"),
        url=stated.first("url"),
        findings=(*findings, *turned, *published.findings),
        parts=writer.parts,
        markup=numbering(text, writer.parts),
    )


def decode_page(content: bytes, encoding: str | None = None) -> Decoded | None:
    """The markup of a page, by the encoding that it declares where none is given; None where it is no text."""
    declared = _DECLARED.search(content[:4096])
    return decode(content, encoding, declared=declared[1].decode("ascii") if declared else None)


class _Stated:
    """What a page says of itself, in order of trust."""

    def __init__(self) -> None:
        self.values: dict[str, list[str]] = {}
        self.dates: list[tuple[str, str]] = []

    def note(self, field: str, value: object) -> None:
        if isinstance(value, str) and (tidy := " ".join(value.split())):
            self.values.setdefault(field, []).append(tidy)

    def first(self, field: str) -> str | None:
        return next(iter(self.values.get(field, [])), None)


def _main_text(trafilatura: Any, tree: Any) -> Any:
    import copy
    import logging

    # it tells of every odd page, and a person with 300 files wants ours
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.bare_extraction(
            copy.deepcopy(tree), include_comments=False, include_tables=True, with_metadata=False
        )
    except Exception:  # noqa: BLE001 - whatever a broken page makes of it, the page has no main text
        return None
    return None if found is None else found.body


def _stated(tree: Any) -> _Stated:
    stated = _Stated()
    for table in _linked_data(tree):
        if isinstance(table.get("datePublished"), str) and _is_of_a_page(table):
            publisher = table.get("publisher")
            # of several the first is the page's; another one that differs is told
            stated.dates.append(("JSON-LD datePublished", table["datePublished"]))
            named_there = cast("dict[str, object]", publisher).get("name") if isinstance(publisher, dict) else publisher
            stated.note("publisher", named_there)
            stated.note("title", table.get("headline"))
    named: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").casefold()
        if meta.get("content"):
            named.setdefault(key, meta.get("content"))
    stated.dates += [(key, named[key]) for key in _DATES if key in named]
    for field, keys in _NAMED.items():
        for key in keys:
            stated.note(field, named.get(key))
    times = {time.get("datetime") for time in tree.iter("time") if time.get("datetime")}
    if len({value[:10] for value in times}) == 1:
        stated.dates.append(("<time>", min(times)))
    for element in (*tree.iter("h1"), *tree.iter("title")):
        stated.note("title", element.text_content())
    for link in tree.iter("link"):
        stated.note("url", link.get("href") if link.get("rel") == "canonical" else None)
    stated.note("language", tree.get("lang") or named.get("og:locale", "").partition("_")[0])
    return stated


def _is_of_a_page(table: dict[str, Any]) -> bool:
    """Whether it tells of an article or a page: comments, pictures and videos have days of their own."""
    told = json.dumps(table.get("@type", "")).casefold()
    return told == '""' or any(kind in told for kind in _PAGES)


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json" or not script.text:
            continue
        try:
            waiting: list[object] = [json.loads(script.text)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting += cast("list[object]", item)
            elif isinstance(item, dict):
                table = cast("dict[str, Any]", item)
                yield table
                graph = table.get("@graph")
                waiting += cast("list[object]", graph) if isinstance(graph, list) else []


def _lines(tree: Any) -> list[str]:
    """What the page shows, in short lines, as far as the first long one and a little more."""
    lines: list[str] = []
    for element in tree.iter("h1", "h2", "p", "span", "div", "time", "li", "td"):
        text = " ".join((element.text or "").split())
        if text:
            lines.append(text)
        if len(lines) > _HEAD * 20:
            break
    return lines


def _above(lines: list[str], text: str) -> list[str]:
    """The lines above the main text, nearest first."""
    # the headline stands above a dateline too
    begin = next((line for line in text.split("\n") if len(line) > _HEAD), text)[:_HEAD]
    for index, line in enumerate(lines):
        if begin and line[:_HEAD] == begin:
            return lines[max(0, index - _HEAD) : index][::-1]
    return []


def _write(body: Any, writer: Writer) -> None:
    row = 0
    for element in body.iter("p", "head", "item", "quote", "ab", "row", "lb"):
        if any(parent.tag in {"row", "p", "item", "quote", "head"} for parent in element.iterancestors()):
            continue
        if element.tag == "row":
            row += 1
            writer.row(["".join(cell.itertext()) for cell in element.iter("cell")], row)
        else:
            writer.add(" ".join("".join(element.itertext()).split()))


def _too_deep(text: str) -> bool:
    depth = deepest = 0
    for found in re.finditer(r"<(/?)(?:div|span|table|ul|ol|section|b|i|font|blockquote)\b", text, re.IGNORECASE):
        depth = max(depth - 1, 0) if found[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest > _DEEPEST
