"""DOCX: paragraphs, tables, footnotes, headers, text boxes, content controls; insertions as shown, deletions not."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

from raqqa_data.errors import optional_module
from raqqa_data.sources.numbering import numbering
from raqqa_data.sources.office import packed_fault
from raqqa_data.sources.publication import of_parts
from raqqa_data.sources.shaping import grouped_in_order
from raqqa_data.sources.source import Finding, Role, Source, day, unread
from raqqa_data.sources.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset({f"{_W}del", f"{_W}moveFrom", _FALLBACK})


def read_word(content: bytes, name: str, sha256: str) -> Source:
    """A Word document.

    Raises:
        MissingExtraError: python-docx is not installed.
    """
    docx = optional_module("docx", "sources", "python-docx")
    if fault := packed_fault(content, "Word document"):
        return unread(name, sha256, MEDIA_TYPE, Finding("damaged", fault))
    try:
        document = docx.Document(io.BytesIO(content))
        writer = Writer()
        for role, element in _stories(document):
            _write(element, writer, role)
        properties = document.core_properties
        title, language, created = properties.title, properties.language, properties.created
    except Exception as error:  # noqa: BLE001 - python-docx and lxml raise whatever a broken file makes of them
        fault = f"is no Word document that can be read: {type(error).__name__}: {error}"
        return unread(name, sha256, MEDIA_TYPE, Finding("damaged", fault))
    text, findings = grouped_in_order(writer.text)
    published = of_parts(text, writer.parts)
    return Source(
        name=name,
        text=text,
        sha256=sha256,
        media_type=MEDIA_TYPE,
        extracted_by=f"python-docx {docx.__version__}",
        title=title or None,
        language=language or None,
        created=day(created.date().isoformat()) if isinstance(created, dt.datetime) else None,
        published=published.period,
        published_from=published.stated_in,
        findings=findings,
        parts=writer.parts,
        markup=numbering(text, writer.parts),
    )


def _stories(document: Any) -> Iterator[tuple[Role, Any]]:
    """What a document holds besides one another: headers, the body, footnotes, footers."""
    seen: set[str] = set()
    parts = [relation.target_part for relation in document.part.rels.values() if not relation.is_external]

    def others(kind: str) -> Iterator[Any]:
        for part in parts:
            named = str(part.partname)
            if named.startswith(f"/word/{kind}") and named not in seen:
                seen.add(named)
                yield _root(part)

    for element in others("header"):
        yield Role.HEADER, element
    yield Role.BODY, document.element.body
    for kind in ("footnotes", "endnotes"):
        for element in others(kind):
            yield Role.FOOTNOTE, element
    for element in others("footer"):
        yield Role.FOOTER, element


def _root(part: Any) -> Any:
    if hasattr(part, "element"):
        return part.element
    etree = optional_module("lxml.etree", "sources", "lxml")
    return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def _write(element: Any, writer: Writer, role: Role, counted: list[int] | None = None) -> None:
    rows = [0] if counted is None else counted
    for child in element:
        if child.tag in _GONE:
            continue
        if child.tag == f"{_W}p":
            boxes: list[Any] = []
            writer.add("".join(_text(child, boxes)), role=role)
            for box in boxes:
                _write(box, writer, Role.TEXT_BOX if role is Role.BODY else role, rows)
        elif child.tag == f"{_W}tbl":
            _write_table(child, writer, Role.TABLE if role is Role.BODY else role, rows)
        elif isinstance(child.tag, str):
            _write(child, writer, role, rows)


def _write_table(table: Any, writer: Writer, role: Role, rows: list[int]) -> None:
    """A table row by row, and behind each row the tables that stand in its cells."""
    for row in _nearest(table, "tr"):
        rows[0] += 1
        within: list[Any] = []
        cells = [" ".join("".join(_text(cell, within)).split()) for cell in _nearest(row, "tc")]
        writer.row(cells, rows[0], role=role)
        for inner in within:
            if inner.tag == f"{_W}tbl":
                _write_table(inner, writer, role, rows)
            else:
                _write(inner, writer, Role.TEXT_BOX if role is Role.TABLE else role, rows)


def _nearest(element: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row: not those of a table within."""
    for child in element:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag not in _GONE and child.tag != f"{_W}tbl":
            yield from _nearest(child, name)


def _text(element: Any, boxes: list[Any]) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag in _GONE or not isinstance(tag, str):
            continue
        if tag in {f"{_W}txbxContent", f"{_W}tbl"}:
            boxes.append(child)
        elif tag == f"{_W}t":
            yield child.text or ""
        elif tag in {f"{_W}tab", f"{_W}ptab"}:
            yield "\t"
        elif tag in {f"{_W}br", f"{_W}cr"}:
            yield "\n"
        elif tag == f"{_W}noBreakHyphen":
            yield "-"
        else:
            yield from _text(child, boxes)
            if tag == f"{_W}p":
                yield " "
