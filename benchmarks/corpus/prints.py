"""Kinds of the corpus that are PDF: printed by Chromium and by LibreOffice."""

from __future__ import annotations

import io
import subprocess
from typing import TYPE_CHECKING, Any, cast

import docx
from docx.oxml import OxmlElement  # pyright: ignore[reportUnknownVariableType]

from benchmarks.corpus.office import SECONDS, converted
from benchmarks.corpus.statements import Expected, Made, Statement, by_page, some
from benchmarks.corpus.texts import DISTRICTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PAGES = 3
_CELLS = tuple(Expected(cell, page=1) for row in DISTRICTS[1:] for cell in row[1:])
_LOOKS = (
    ("sans", "font-family:'DejaVu Sans'", False),
    ("amiri", "font-family:Amiri;text-align:justify", False),
    ("columns", "font-family:'DejaVu Sans';column-count:2;font-size:13px", False),
    ("headers", "font-family:Amiri", True),
    ("table", "font-family:KacstBook;font-size:18px", False),
)


def _papers(variation: int) -> tuple[tuple[Statement, ...], ...]:
    return tuple(some(variation + at, 6) for at in range(_PAGES))


def by_chromium(tool: str, folder: Path) -> Iterator[Made]:
    """PDF as a browser prints them."""
    for variation, (name, style, headed) in enumerate(_LOOKS):
        pages = _papers(variation)
        rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in DISTRICTS)
        table = f"<table border=1>{rows}</table>" if name == "table" else ""
        body = "".join(
            f"<div style='break-after:page;{style}'>{''.join(f'<p>{one.text}</p>' for one in page)}"
            f"{table if number == 1 else ''}</div>"
            for number, page in enumerate(pages, 1)
        )
        path = folder / "print.html"
        path.write_text(f'<html lang="ar"><meta charset="utf-8"><title>تقرير 9</title><body dir="rtl">{body}', "utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
        options += [f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={folder / 'print.pdf'}"]
        options += [] if headed else ["--no-pdf-header-footer"]
        subprocess.run([tool, *options, str(path)], check=True, capture_output=True, timeout=SECONDS)
        expected = (*by_page(pages), *(_CELLS if table else ()))
        yield Made("Chromium PDF", f"{name}.pdf", (folder / "print.pdf").read_bytes(), expected)


def by_office(tool: str, folder: Path) -> Iterator[Made]:
    """PDF as LibreOffice prints them."""
    for variation, name in enumerate(("plain", "headers", "table", "columns", "numbered")):
        pages = _papers(variation)
        document: Any = docx.Document()
        for number, page in enumerate(pages, 1):
            for statement in page:
                paragraph = document.add_paragraph(statement.text, style="List Number" if name == "numbered" else None)
                paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001
            if name == "table" and number == 1:
                table = document.add_table(rows=0, cols=3)
                for row in DISTRICTS:
                    for cell, text in zip(table.add_row().cells, row, strict=True):
                        cell.text = text
            if number < _PAGES:
                document.add_page_break()
        section = document.sections[0]
        if name == "headers":
            section.header.paragraphs[0].text = "تقرير 17 عن عام 2020"
            _number_pages(section.footer.paragraphs[0])
        if name == "columns":
            section._sectPr.find(f"{{{section._sectPr.nsmap['w']}}}cols").set(_w(section, "num"), "2")  # noqa: SLF001
        out = io.BytesIO()
        document.save(out)
        content = converted(tool, out.getvalue(), "docx", "pdf", folder)
        expected = (*by_page(pages), *(_CELLS if name == "table" else ()))
        yield Made("LibreOffice PDF", f"{name}.pdf", content, expected)


def _w(section: Any, name: str) -> str:
    return f"{{{section._sectPr.nsmap['w']}}}{name}"  # noqa: SLF001


def _number_pages(paragraph: Any) -> None:
    paragraph.add_run("صفحة ")
    field = cast("Any", OxmlElement("w:fldSimple"))
    field.set(f"{{{field.nsmap['w']}}}instr", "PAGE")
    paragraph._p.append(field)  # noqa: SLF001
