"""What the pages of the site make of a dropped file, by the same Python as in the browser."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

import raqqa_data as rd
from hooks.browser import docx
from hooks.browser.desk import Desk
from hooks.browser.documents import Markup, of_page, opened
from raqqa_data.errors import RaqqaDataError, SourceError
from raqqa_data.sources import Source
from tests.sources.files import BODY, MORE, p, word

pytestmark = pytest.mark.site
DOCUMENT = word(p(BODY))
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


def told(desk: Desk, what: str, content: bytes | None = None, **asked: Any) -> Any:
    answer = json.loads(desk.answer(what, json.dumps(asked), content))
    return answer["told"] if answer["ok"] else answer["told"]["error"]["message"]


@pytest.mark.usefixtures("_as_in_a_browser")
def test_what_is_pasted_and_dropped_lies_on_one_desk(tmp_path: Path) -> None:
    desk = Desk(str(tmp_path / "desk"))
    assert told(desk, "add", text=BODY, reference="2021-03-06") == {"name": "text.txt"}
    assert told(desk, "add", text=MORE) == {"name": "text-2.txt"}
    assert told(desk, "add", DOCUMENT, name="../a.docx") == {"name": "a.docx"}
    assert told(desk, "add", "40 شخصا".encode("cp1256"), name=".hidden") == {"name": "hidden.txt"}
    html = f"<html><p>{BODY}"
    assert told(desk, "add", html.encode(), name="a.html") == {"html": html}
    assert told(desk, "add", name="a.html", text=f"اندلع حريق أمس. {BODY}", stated="2021-03-06") == {"name": "a.txt"}
    assert "2021-03-05" in {record["values"]["reads"] for record in told(desk, "open", document="a.txt")["records"]}
    names = ["text.txt", "text-2.txt", "a.docx", "hidden.txt", "a.txt"]
    assert [one["name"] for one in told(desk, "documents")["documents"]] == names
    assert all(path.is_relative_to(tmp_path / "desk") for path in tmp_path.rglob("*.*"))


def test_annotations_that_were_taken_away_are_gone_on_with(tmp_path: Path) -> None:
    first = Desk(str(tmp_path / "one"))
    name = told(first, "add", DOCUMENT, name="a.docx")["name"]
    state = told(first, "open", document=name)
    confirm = {"kind": "set", "index": 0, "key": "attributed_to", "value": None}
    told(first, "act", document=name, version=state["version"], action=confirm)
    kept = told(first, "take", document=name, form="toml")
    second = Desk(str(tmp_path / "two"))
    file = {"name": kept["name"], "content": kept["content"].encode()}
    assert "open the text that it is of" in told(second, "add", **file)
    assert told(second, "add", text=MORE) == {"name": "text.txt"}
    assert told(second, "add", state["text"].encode(), name="a.docx.txt") == {"name": "a.docx.txt"}
    assert told(second, "add", **file) == {"name": "a.docx.txt"}
    gone_on = told(second, "open", document="a.docx.txt")
    assert gone_on["records"] == told(first, "open", document=name)["records"]
    assert "attributed_to" not in gone_on["records"][0]["values"]
    assert "is not UTF-8" in told(second, "add", b"\xff", name="a.toml")


def test_what_cannot_be_done_on_a_desk_is_told(tmp_path: Path) -> None:
    desk = Desk(str(tmp_path / "desk"))
    assert told(desk, "open", document="a.txt") == "no document 'a.txt'"
    assert "holds no text" in told(desk, "add", text="")
    assert "yesterday" in told(desk, "add", text=BODY, reference="yesterday")
    assert told(desk, "documents") == {"single": False, "documents": []}
    told(desk, "add", text=BODY)
    assert "no form 'pdf'" in told(desk, "take", document="text.txt", form="pdf")
    for form in ("toml", "json", "csv"):  # nothing is drafted or built yet
        assert "cannot be read" in told(desk, "take", document="text.txt", form=form)
