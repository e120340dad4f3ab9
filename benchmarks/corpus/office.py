"""Kinds of the corpus that are Word documents: by python-docx, as Word writes its XML, and by LibreOffice."""

from __future__ import annotations

import io
import re
import subprocess
from typing import TYPE_CHECKING, Any

import docx

from benchmarks.corpus.statements import Expected, Made, Statement, by_paragraph, some
from benchmarks.corpus.texts import DISTRICTS
from tests.sources.files import p, word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_CELLS = tuple(Expected(cell, beside=row[0]) for row in DISTRICTS[1:] for cell in row[1:])
_RUN = "<w:r>{}</w:r>"
SECONDS = 240


def made() -> Iterator[Made]:
    """Word documents that need no other tool: two kinds, five files each."""
    yield from _python_docx()
    yield from _word_xml()


def _python_docx() -> Iterator[Made]:
    for variation, name in enumerate(("plain", "table", "merged-cells", "nested-table", "headers")):
        document: Any = docx.Document()
        held = some(variation)
        for at, statement in enumerate(held):
            paragraph = document.add_paragraph(style="List Number" if variation == 0 and at > 3 else None)  # noqa: PLR2004
            for piece in re.split(r"(\d+)", statement.text):
                run = paragraph.add_run(piece)
                run.bold = piece.isdigit()
        if name in {"table", "merged-cells", "nested-table"}:
            table = document.add_table(rows=0, cols=3)
            for row in DISTRICTS:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
            if name == "merged-cells":
                merged = table.add_row().cells
                merged[0].merge(merged[2]).text = "المجموع 27 مدرسة"
            if name == "nested-table":
                inner = table.add_row().cells[0].add_table(rows=1, cols=2)
                inner.cell(0, 0).text, inner.cell(0, 1).text = "الجنوبي", "9"
        if name == "headers":
            document.sections[0].header.paragraphs[0].text = "التقرير 17 لعام 2020"
            document.sections[0].footer.paragraphs[0].text = "صفحة 1 من 6"
        more = {
            "table": _CELLS,
            "merged-cells": (*_CELLS, Expected("27", beside="المجموع")),
            "nested-table": (*_CELLS, Expected("9", beside="الجنوبي")),
        }.get(name, ())
        out = io.BytesIO()
        document.save(out)
        # a paragraph's number counts the header above the body
        yield Made("python-docx", f"{name}.docx", out.getvalue(), (*by_paragraph(held, 1 + (name == "headers")), *more))


def _word_xml() -> Iterator[Made]:
    held = [some(variation) for variation in range(5)]
    split = "".join(f"<w:p>{''.join(_runs(one.text))}</w:p>" for one in held[0])
    yield Made("Word XML", "split-runs.docx", word(split), by_paragraph(held[0]))

    tracked = "".join(
        f'<w:p><w:ins w:id="1">{_RUN.format(_t(one.text))}</w:ins>'
        f'<w:del w:id="2">{_RUN.format("<w:delText>وكانت 99 من قبل 1998</w:delText>")}</w:del>'
        f'<w:moveFrom w:id="3">{_RUN.format(_t(" 555 شجرة"))}</w:moveFrom></w:p>'
        for one in held[1]
    )
    yield Made("Word XML", "tracked.docx", word(tracked), by_paragraph(held[1]))

    field = (_RUN.format(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "end"))
    fields = f"<w:p>{_RUN.format('<w:instrText> PAGE 2024 </w:instrText>').join(field)}</w:p>"
    controls = "".join(f"<w:sdt><w:sdtContent>{p(one.text)}</w:sdtContent></w:sdt>" for one in held[2])
    yield Made("Word XML", "controls-and-fields.docx", word(fields + controls), by_paragraph(held[2]))

    box = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:Choice><w:txbxContent>{0}</w:txbxContent></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}"
        "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    boxes = "".join(box.format(p(one.text)) for one in held[3])
    yield Made("Word XML", "text-boxes.docx", word(boxes), by_paragraph(held[3]))

    marked = "".join(
        f'<w:p><w:r><w:t>{one.text}</w:t></w:r><w:r><w:footnoteReference w:id="{at}"/></w:r></w:p>'
        for at, one in enumerate(held[4], 2)
    )
    notes = "".join(
        f'<w:footnote w:id="{at}"><w:p><w:r><w:footnoteRef/></w:r>{_RUN.format(_t(" " + one.text))}</w:p></w:footnote>'
        for at, one in enumerate(held[0], 2)
    )
    expected = (*by_paragraph(held[4]), *by_paragraph(held[0], 1 + len(held[4])))
    yield Made("Word XML", "footnotes.docx", word(marked, footnotes=notes), expected)


def _t(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>'


def _runs(text: str) -> Iterator[str]:
    """A number's digits in runs of their own, as Word parts them where somebody typed twice."""
    for piece in re.findall(r"\D+|\d", text):
        rtl = "<w:rPr><w:rtl/><w:lang w:bidi='ar-SY'/></w:rPr>" if not piece.isdigit() else ""
        yield f"<w:r w:rsidR='00A1'>{rtl}{_t(piece)}</w:r><w:proofErr w:type='spellStart'/>"


def converted(tool: str, content: bytes, before: str, after: str, folder: Path) -> bytes:
    """A file as LibreOffice makes it of another."""
    path = folder / f"given.{before}"
    path.write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder / 'office'}"
    # as a text, where it would be taken for a web page that has no Word form
    taken_as = ["--infilter=HTML (StarWriter)"] if before == "html" else []
    command = [tool, profile, "--headless", *taken_as, "--convert-to", after, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return (folder / f"given.{after}").read_bytes()


def by_office(tool: str, folder: Path) -> Iterator[Made]:
    """Word documents as LibreOffice writes them, made of what people give to it."""
    for variation, before in enumerate(("html", "docx", "rtf", "fodt", "odt")):
        held = some(variation)
        content = _given(before, held, tool, folder)
        made_of = (
            converted(tool, content, before, "docx", folder) if before != "docx" else _again(tool, content, folder)
        )
        yield Made("LibreOffice DOCX", f"from-{before}.docx", made_of, by_paragraph(held))


def _again(tool: str, content: bytes, folder: Path) -> bytes:
    """A DOCX written anew, by way of ODT."""
    return converted(tool, converted(tool, content, "docx", "odt", folder), "odt", "docx", folder)


def _given(before: str, held: Iterable[Statement], tool: str, folder: Path) -> bytes:
    texts = [one.text for one in held]
    if before == "html":
        body = "".join(f"<p dir='rtl'>{text}</p>" for text in texts)
        return f"<html><head><meta charset='utf-8'></head><body>{body}</body></html>".encode()
    if before == "rtf":
        body = "".join("".join(_rtf(text)) + "\\par\n" for text in texts)
        return f"{{\\rtf1\\ansi\\ansicpg1256\n{body}}}".encode()
    if before == "fodt":
        return _flat(texts).encode()
    if before == "odt":
        return converted(tool, _flat(texts).encode(), "fodt", "odt", folder)
    return word("".join(map(p, texts)))


def _rtf(text: str) -> Iterator[str]:
    for sign in text:
        yield sign if sign.isascii() else f"\\u{ord(sign)}?"


def _flat(texts: Iterable[str]) -> str:
    body = "".join(f"<text:p>{text}</text:p>" for text in texts)
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    names += 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    kind = 'office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"'
    held = f"<office:body><office:text>{body}</office:text></office:body>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {names} {kind}>{held}</office:document>'
