"""What the pages of the site make of a dropped file, by the same Python as in the browser."""

from __future__ import annotations

import sys

import attrs
import pytest

import raqqa_data as rd
from hooks.browser import docx
from hooks.browser.documents import Markup, of_page, opened
from raqqa_data.errors import RaqqaDataError, SourceError
from raqqa_data.sources import Source
from tests.sources.files import BODY, MORE, p, word

pytestmark = pytest.mark.site
TABLE = f"<w:tbl><w:tr><w:tc>{p('مدارس')}</w:tc><w:tc>{p('15')}</w:tc></w:tr></w:tbl>"


@pytest.fixture
def _as_in_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", docx)
    monkeypatch.setitem(sys.modules, "trafilatura", None)


@pytest.mark.parametrize(
    "content",
    [
        word(p(BODY)),
        word(p(BODY) + TABLE, header1=p("تقرير 7"), header2=p("تقرير 8"), footer1=p("3"), endnotes=p("6 قرى")),
        word(p(BODY), footnotes=p(MORE)),
        word(""),
        word(p(BODY))[:900],
    ],
    ids=["body", "stories", "footnotes", "empty", "cut"],
)
def test_a_word_document_is_read_as_with_python_docx(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def read() -> Source:
        return attrs.evolve(rd.open_source(content, media_type=kind), extracted_by="")

    expected = read()
    monkeypatch.setitem(sys.modules, "docx", docx)
    assert read() == expected


@pytest.mark.parametrize(
    "content", [word(p(BODY)).replace(b"document.xml", b"elsewhere.xm"), b"PK\x05\x06" + b"\0" * 18]
)
@pytest.mark.usefixtures("_as_in_a_browser")
def test_a_word_document_that_is_none_says_so(content: bytes) -> None:
    with pytest.raises(SourceError, match="is no"):
        opened("a.docx", content)


@pytest.mark.usefixtures("_as_in_a_browser")
def test_a_web_page_comes_back_by_its_main_text() -> None:
    html = f'<html><meta charset="windows-1256"><p>{BODY}'
    assert opened("a.html", html.encode("cp1256", "ignore")) == Markup(html.encode("cp1256", "ignore").decode("cp1256"))
    source = of_page("a.html", f"عودة\n{BODY}", "2021-03-06T10:00:00+03:00")
    assert (source.name, str(source.published)) == ("a.html", "2021-03-06")
    assert of_page("a.html", BODY, "").published is None
    with pytest.raises(SourceError, match=r"a\.html: no main text was found"):
        of_page("a.html", "", "")


def test_a_file_without_text_or_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SourceError, match=r"a\.txt: holds no text"):
        opened("a.txt", b"")
    monkeypatch.setattr("hooks.browser.documents.MOST_BYTES", 3)
    with pytest.raises(RaqqaDataError, match=r"a\.txt: is larger than 3 bytes"):
        opened("a.txt", b"1234")
