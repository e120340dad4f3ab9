"""Documents as they come: every figure of the text, none of what stands around it, and where each stood."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import raqqa_data as rd
from raqqa_data.errors import MissingExtraError, NotFoundError, RecordError, SourceError
from raqqa_data.sources import Location, Role, open_source, open_sources
from raqqa_data.sources.pdf import _joined  # pyright: ignore[reportPrivateUsage]
from tests.processes import needs_processes
from tests.sources.files import BODY, MORE, p, page, pdf, word

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext is not installed: apt-get install poppler-utils"
)
CHROMIUM = shutil.which("chromium")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed: apt-get install chromium")


def figures(text: str) -> list[tuple[str, str]]:
    return [(mention.kind.value, str(mention.estimate or mention.period)) for mention in rd.read(text)]


WANTED = figures(f"{BODY}\n{MORE}")


def test_the_sentences_of_these_tests_hold_figures() -> None:
    assert len(WANTED) == 5


# ------------------------------------------------------------------------------------------------------- web pages


def test_a_page_gives_its_article_alone() -> None:
    head = '<meta property="og:site_name" content="جريدة البلدة"><link rel="canonical" href="https://example.org/7">'
    source = open_source(page(f"<p>{BODY}</p><p>{MORE}</p>", head).encode())
    assert figures(source.text) == WANTED
    assert (source.media_type, source.title, source.publisher) == ("text/html", "خبر من البلدة", "جريدة البلدة")
    assert (source.url, source.language, source.published) == ("https://example.org/7", "ar", None)
    assert source.extracted_by.startswith("trafilatura ")


def test_a_table_of_a_page_is_kept_row_by_row() -> None:
    rows = [("الحي", "المدارس"), ("الشرقي", "12"), ("الغربي", "15")]
    table = "".join(f"<tr><td>{one}</td><td>{other}</td></tr>" for one, other in rows)
    source = open_source(page(f"<p>{BODY}</p><p>{MORE}</p><table>{table}</table>").encode())
    at = source.text.index("15")
    assert source.locate(at).cell == (3, 2)
    assert source.text[slice(*source.find(Location(cell=(2, 2))))] == "12"
    assert [mention.value for mention in rd.read(source) if mention.start >= source.text.index("الحي")] == [12, 15]


def test_the_declared_encoding_of_a_page() -> None:
    html = page(f"<p>{BODY}</p><p>{MORE}</p>").replace("utf-8", "windows-1256")
    assert figures(open_source(html.encode("cp1256", "ignore")).text) == figures(
        f"{BODY}\n{MORE}".encode("cp1256", "ignore").decode("cp1256")
    )


@pytest.mark.parametrize(
    "html", ["<html>", "<html><body><div id=app></div></body></html>", "<html>" + "<div>" * 3000 + "x"]
)
def test_a_page_without_text_says_so(html: str) -> None:
    source = open_source(html.encode())
    assert source.text == ""
    assert [finding.kind for finding in source.findings] in (["main text"], ["damaged"])


# ------------------------------------------------------------------------------------------------------------ Word


def test_all_stories_of_a_word_document() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('ورُمّمت 8 جسور')}</w:txbxContent></w:pict></w:r>"
    cells = "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in ("مدارس", "15"))
    body = (
        p(BODY)
        + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
        + f"<w:sdt><w:sdtContent>{p('وحُفرت 9 آبار')}</w:sdtContent></w:sdt>"
        + p("أضيفت 20 شجرة", "<w:ins>{}</w:ins>")
        + "<w:p><w:del><w:r><w:delText>حُذفت 99 شجرة</w:delText></w:r></w:del></w:p>"
        + f"<w:p>{box}</w:p>"
    )
    notes = f'<w:footnote w:id="1">{p("وشمل ذلك 6 قرى")}</w:footnote>'
    source = open_source(word(body, header1=p("تقرير رقم 77"), footer1=p("صفحة 3 من 44"), footnotes=notes))
    read = [mention.value for mention in rd.read(source) if mention.kind is not rd.reading.Kind.DATE]
    assert read == [300, 12, 15, 9, 20, 8, 6]
    roles = {source.text[part.start : part.end]: part.role for part in source.parts}
    assert roles["ورُمّمت 8 جسور"] is Role.TEXT_BOX
    assert roles["وشمل ذلك 6 قرى"] is Role.FOOTNOTE
    assert roles["تقرير رقم 77"] is Role.HEADER
    assert source.locate(source.text.index("15")) == Location(None, 3, 3, (1, 2))
    assert source.published is None
    assert source.created is not None


def test_a_table_within_a_table_is_read_once() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('الجنوبي')}</w:tc><w:tc>{p('9')}</w:tc></w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{p('أحياء')}{inner}</w:tc><w:tc>{p('40')}</w:tc></w:tr></w:tbl>"
    source = open_source(word(outer))
    assert source.text == "أحياء\t|\t40\nالجنوبي\t|\t9"
    assert source.locate(source.text.index("9")).cell == (2, 2)


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x03\x04" + b"\0" * 200, word(p("5"))[:900]])
def test_a_damaged_word_document_is_a_finding(content: bytes) -> None:
    source = open_source(content, media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    assert (source.text, [finding.kind for finding in source.findings]) == ("", ["damaged"])


def test_a_word_document_that_swells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("raqqa_data.sources.office.MOST_UNPACKED", 1000)
    assert "would unpack to" in str(open_source(word(p("5"))).findings[0])
    monkeypatch.undo()
    monkeypatch.setattr("raqqa_data.sources.office.MOST_XML", 1000)
    assert "bytes of XML" in str(open_source(word(p("5"))).findings[0])


# ------------------------------------------------------------------------------------------------------------- PDF


@needs_processes
@needs_poppler
def test_pages_headers_and_numbers_of_pages() -> None:
    pages = [["Weekly report 7", f"On day {n} the town had {n}00 trees.", "", f"- {n} -"] for n in range(1, 6)]
    source = open_source(pdf(pages))
    assert [mention.value for mention in rd.read(source)] == [1, 100, 2, 200, 3, 300, 4, 400, 5, 500]
    assert [source.locate(source.text.index(f"{n}00")).page for n in range(1, 6)] == [1, 2, 3, 4, 5]
    assert {part.role for part in source.parts} == {Role.HEADER, Role.BODY, Role.FOOTER}
    assert source.text[slice(*source.find(Location(page=2)))].startswith("Weekly report 7")
    assert source.extracted_by.startswith("pdftotext ")


@needs_processes
@needs_poppler
@pytest.mark.parametrize(
    ("stated", "day"),
    [("D:20210307081500+03'00'", "2021-03-07"), ("20210307", "2021-03-07"), ("D:20211332", None), ("spring", None)],
)
def test_what_a_pdf_states_of_itself(stated: str, day: str | None) -> None:
    source = open_source(pdf([["The town had 400 trees."]], Title="Trees & towns", CreationDate=stated))
    assert (source.title, source.created and str(source.created)) == ("Trees & towns", day)
    assert source.published is None


@needs_processes
@needs_poppler
def test_numbers_of_items_that_stand_beside_their_list_are_no_figures() -> None:
    source = open_source(pdf([["1.", "2.", "3.", "", "The town had 400 trees.", "7.", "No more."]]))
    assert [mention.value for mention in rd.read(source)] == [400, 7]
    assert [part.role for part in source.parts][:2] == [Role.LABEL, Role.BODY]


@needs_processes
@needs_poppler
def test_the_last_number_of_a_table_is_no_number_of_a_page() -> None:
    source = open_source(pdf([["The town had trees:", "", "15", "", "west"]]))
    assert [mention.value for mention in rd.read(source)] == [15]
    assert rd.read(open_source(pdf([["The town had trees.", "", "15"]]))) == ()


@needs_processes
@needs_poppler
def test_a_scan_names_the_cure() -> None:
    source = open_source(pdf([[], []]))
    assert [finding.kind for finding in source.findings] == ["scanned"]
    assert "its 2 pages hold no text" in str(source.findings[0])
    assert "ocrmypdf -l ara" in str(source.findings[0])


@needs_processes
@needs_poppler
@pytest.mark.parametrize("content", [b"%PDF-1.4\n", b"%PDF-1.7 nothing else", pdf([["5"]])[:120]])
def test_a_damaged_pdf_is_a_finding(content: bytes) -> None:
    source = open_source(content)
    assert (source.text, [finding.kind for finding in source.findings]) in (
        ("", ["damaged"]),
        ("", []),
        ("", ["scanned"]),
    )


@needs_processes
@needs_poppler
def test_a_pdf_of_too_much_text_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("raqqa_data.sources.pdf.MOST_TEXT", 9000)
    assert rd.read(open_source(pdf([["The town had 400 trees."]])))[0].value == 400
    source = open_source(pdf([["The town had 400 trees."] * 40] * 10))
    assert (source.text, [finding.kind for finding in source.findings]) == ("", ["damaged"])
    assert "holds more than 9,000 bytes of text" in str(source.findings[0])


def _hangs(*_: object, **__: object) -> None:
    """A run that was ended at its limit of time."""


@needs_processes
@needs_poppler
def test_a_tool_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("raqqa_data.sources.pdf.run_bounded", _hangs)
    assert "more than 120 seconds" in str(open_source(pdf([["5"]])).findings[0])


def test_without_the_tool_its_installation_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SourceError, match=r"apt-get install poppler-utils, or brew install poppler"):
        open_source(pdf([["5"]]))


@needs_processes
@needs_poppler
@needs_chromium
@pytest.mark.parametrize(
    "style", ["font-family:Amiri", "font-family:'DejaVu Sans';column-count:2", "font-family:KacstBook"]
)
def test_arabic_printed_to_pdf(tmp_path: Path, style: str) -> None:
    paragraphs = [BODY, MORE] * 6
    html = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    (tmp_path / "x.html").write_text(f'<meta charset="utf-8"><body dir="rtl" style="{style}">{html}', "utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    options += ["--no-pdf-header-footer", f"--user-data-dir={tmp_path / 'profile'}"]
    command = [str(CHROMIUM), *options, f"--print-to-pdf={tmp_path / 'x.pdf'}", str(tmp_path / "x.html")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    source = open_source(tmp_path / "x.pdf")
    # columns may be read side by side; no figure is lost, and none is false
    assert sorted((one.kind.value, str(one.estimate or one.period)) for one in rd.read(source)) == sorted(WANTED * 6)


# ------------------------------------------------------------------------------------------------ chats and tables


def test_a_telegram_export() -> None:
    chat = {
        "name": "قناة البلدة",
        "messages": [
            {"id": 1, "type": "service", "date": "2021-03-05T10:00:00", "text": "انضم 5 أعضاء"},
            {"id": 2, "type": "message", "date": "2021-03-06T10:00:00", "from": "سعاد", "text": BODY},
            {
                "id": 3,
                "type": "message",
                "date": "2021-03-07T10:00:00",
                "forwarded_from": "قناة أخرى",
                "reply_to_message_id": 2,
                "text": ["عاد أمس ", {"type": "bold", "text": "40"}, " شخصا"],
            },
            {"id": 4, "type": "message", "date": "2021-03-08T10:00:00", "text": ""},
            {"id": 5, "type": "message", "date": "2021-03-08T10:00:00", "text": None},
        ],
    }
    first, second = open_sources([json.dumps(chat).encode()])
    assert (first.text, first.sender, first.conveyed_by, first.name) == (BODY, "سعاد", None, "document#2")
    assert (second.conveyed_by, second.publisher) == ("قناة أخرى", "قناة البلدة")
    assert second.fields == {"reply_to_message_id": "2"}
    date, count = rd.read(second)[::-1] if rd.read(second)[0].value == 40 else rd.read(second)
    assert (str(date.period), count.value) == ("2021-03-06", 40)
    with pytest.raises(SourceError, match="holds many texts"):
        open_source(json.dumps(chat).encode())


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["25/03/2021, 10:00 - سعاد: {}", "26/03/2021, 10:05 - سعاد: نعم"], "2021-03-25"),
        (["[25/3/21, 10:00:01 AM] سعاد: {}", "[26/3/21, 10:05:01 AM] سعاد: نعم"], "2021-03-25"),
        (["\u200f٢٥/٣/٢٠٢١، ١٠:٠٠ ص - سعاد: {}", "٢٦/٣/٢٠٢١، ١٠:٠٥ ص - سعاد: نعم"], "2021-03-25"),
        (["2021-03-25, 10:00 - سعاد: {}", "2021-03-26, 10:05 - سعاد: نعم"], "2021-03-25"),
        (["3/25/21, 10:00 - سعاد: {}", "3/26/21, 10:05 - سعاد: نعم"], "2021-03-25"),
        (["5/3/21, 10:00 - سعاد: {}", "6/3/21, 10:05 - سعاد: نعم"], None),
    ],
)
def test_a_whatsapp_export(lines: list[str], day: str | None) -> None:
    text = "\n".join(lines).format(f"{BODY}\nوسطر ثان فيه 9 آبار")
    first, second = open_sources([text.encode()])
    assert (first.text, first.sender) == (f"{BODY}\nوسطر ثان فيه 9 آبار", "سعاد")
    assert second.text == "نعم"
    assert first.published == (None if day is None else rd.Period(day))
    assert [finding.kind for finding in first.findings] == ([] if day else ["date"])


@pytest.mark.parametrize(
    ("first", "second", "day_first", "published", "stated_in"),
    [
        ("04/03/2024", "05/03/2024", True, "2024-03-04", "date of the message, day first as given"),
        ("04/03/2024", "05/03/2024", False, "2024-04-03", "date of the message, month first as given"),
        ("04/03/2024", "05/03/2024", None, None, None),
        ("04/03/2024", "03/25/2024", True, "2024-04-03", "date of the message"),
        ("04/03/2024", "25/03/2024", False, "2024-03-04", "date of the message"),
    ],
)
def test_which_is_the_day_can_be_said_where_no_date_of_the_chat_shows_it(
    first: str, second: str, day_first: bool | None, published: str | None, stated_in: str | None
) -> None:
    chat = f"{first}, 10:00 - سعاد: {BODY}\n{second}, 10:05 - سعاد: نعم".encode()
    one, _ = open_sources([chat], day_first=day_first)
    assert (one.published and one.published.edtf, one.published_from) == (published, stated_in)
    told = ["04/03/2024: which is the day cannot be told; day_first= decides"] if published is None else []
    assert [str(finding) for finding in one.findings] == told


@pytest.mark.parametrize(
    ("column", "day_first", "published", "stated_in", "told"),
    [
        (("date", "2024-03-04", "2024-03-05T10:00"), None, ("2024-03-04", "2024-03-05"), "column date", None),
        (("التاريخ", "4 آذار 2024", ""), None, ("2024-03-04", None), "column التاريخ", None),
        (("Date", "04/03/2024", "25/03/2024"), None, ("2024-03-04", "2024-03-25"), "column Date", None),
        (("date", "04/03/2024", "3/25/24"), True, ("2024-04-03", "2024-03-25"), "column date", None),
        (("date", "4/3/24", "5/3/24"), True, ("2024-03-04", "2024-03-05"), "column date, day first as given", None),
        (("date", "4/3/24", "5/3/24"), False, ("2024-04-03", "2024-05-03"), "column date, month first as given", None),
        (("date", "25/03/2024", "04/03/2024"), False, ("2024-03-25", "2024-03-04"), "column date", None),
        (("date", "3/3/2024", "3/3/2024"), None, ("2024-03-03", "2024-03-03"), "column date", None),
        (
            ("date", "4/3/24", "5/3/24"),
            None,
            (None, None),
            None,
            "column date: 4/3/24: which is the day cannot be told",
        ),
        (("date", "آذار", "نيسان"), None, (None, None), None, "column date: آذار: is no day; write it as 2024-03-31"),
        (("happened", "2024-03-04", "x"), None, (None, None), None, None),
    ],
)
def test_a_row_was_published_on_the_day_of_its_column_of_dates(
    column: tuple[str, str, str],
    day_first: bool | None,
    published: tuple[str | None, str | None],
    stated_in: str | None,
    told: str | None,
    tmp_path: Path,
) -> None:
    (tmp_path / "x.csv").write_text(
        "".join(f"{cell},{text}\n" for cell, text in zip(column, ("body", *("عاد أمس 40",) * 2), strict=True)), "utf-8"
    )
    rows = [*open_sources(tmp_path / "x.csv", text_column="body", day_first=day_first)]
    assert tuple(row.published and row.published.edtf for row in rows) == published
    assert rows[0].published_from == stated_in
    findings = [str(finding) for row in rows for finding in row.findings]
    assert len(findings) == (0 if told is None else 1)
    assert told is None or findings[0].startswith(told)


def test_days_differ_in_a_column_that_shows_both_orders(tmp_path: Path) -> None:
    cells = ("04/03/2024", "25/03/2024", "03/25/2024")
    (tmp_path / "x.jsonl").write_text(
        "\n".join(json.dumps({"body": "40", "date": cell}) for cell in cells) + "\n{", "utf-8"
    )
    *rows, last = open_sources(tmp_path / "x.jsonl", text_column="body")
    assert [row.published and row.published.edtf for row in rows] == [None, "2024-03-25", "2024-03-25"]
    assert [finding.kind for finding in rows[0].findings] == ["date"]
    assert [finding.kind for finding in last.findings] == ["unreadable"]


def test_a_whatsapp_message_of_left_out_media_alone_is_passed_over() -> None:
    lines = ["25/3/21, 10:00 - سعاد: <Media omitted>", "26/3/21, 10:05 - سعاد: <تم استبعاد الوسائط>\nعاد 40 شخصا"]
    (only,) = open_sources(["\n".join(lines).encode()])
    assert (only.name, only.text.strip()) == ("document#2", "عاد 40 شخصا")


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_a_whatsapp_message_keeps_its_empty_lines_and_its_last_one(end: str) -> None:
    lines = ["25/3/21, 10:00 - سعاد: نعم", "26/3/21, 10:05 - سعاد: عاد 40 شخصا", "", "وحُفرت 9 آبار"]
    *_, last = open_sources([("\n".join(lines) + end).encode()])
    assert last.text == "عاد 40 شخصا\n\nوحُفرت 9 آبار"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.csv", f'id,body\n1,"{BODY}"\n2,لا شيء\n'),
        ("x.csv", f'id;body\n1;"{BODY}"\n2;لا شيء\n'),
        ("x.tsv", f"id\tbody\n1\t{BODY}\n2\tلا شيء\n"),
        ("x.jsonl", json.dumps({"id": 1, "body": BODY}) + "\n\n" + json.dumps({"id": 2, "body": "لا شيء"}) + "\n"),
    ],
)
def test_tables_of_texts(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    first, second = open_sources(tmp_path / name, text_column="body")
    assert (first.text, dict(first.fields), second.text) == (BODY, {"id": "1"}, "لا شيء")
    (told,) = open_sources(tmp_path / name)
    assert "text_column=" in str(told.findings[0])
    *_, told = open_sources(tmp_path / name, text_column="boddy")
    assert "did you mean 'body'?" in str(told.findings[0])


# --------------------------------------------------------------------------------------------------- piles of files


def test_a_folder_in_a_stable_order_and_one_bad_file(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(BODY, "utf-8")
    (tmp_path / "a.pdf").write_bytes(b"no PDF")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "d.html").write_text(page(f"<p>{BODY}</p><p>{MORE}</p>"), "utf-8")
    (tmp_path / ".hidden").write_text("5", "utf-8")
    (tmp_path / "~$b.docx").write_bytes(b"\x0eowner")
    found = list(open_sources(tmp_path))
    assert [Path(source.name).name for source in found] == ["a.pdf", "b.txt", "d.html"]
    assert [source.findings and source.findings[0].kind for source in found] == ["unreadable", (), ()]
    assert found[0].findings[0].message == "is no application/pdf by its first bytes; give media_type="
    assert [source.text for source in open_sources(f"{tmp_path}/*.txt")] == [BODY]
    with pytest.raises(SourceError, match="fits no file"):
        list(open_sources(f"{tmp_path}/*.odt"))


def test_what_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        open_source(tmp_path / "absent.txt")
    with pytest.raises(SourceError, match="is larger than 10 bytes"):
        open_source(BODY.encode(), most_bytes=10)
    with pytest.raises(NotFoundError, match="no media type"):
        open_source(b"5", media_type="text/xml")
    with pytest.raises(SourceError, match="rb"), (tmp_path / "x.txt").open("w+", encoding="utf-8") as file:
        open_source(file)  # type: ignore[arg-type]
    with (tmp_path / "x.txt").open("rb") as opened:
        assert open_source(opened).text == ""
    with pytest.raises(SourceError, match="give a path"):
        open_source(5)  # type: ignore[arg-type]


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtraError, match=r"raqqa_data\[sources\]"):
        open_source(page(BODY).encode())
    first, second = open_sources([page(BODY).encode(), BODY.encode()])
    assert "raqqa_data[sources]" in first.findings[0].message
    assert second.text == BODY


# --------------------------------------------------------------------------------------------------- places, verbs


def test_places_there_and_back() -> None:
    source = open_source(f"{BODY}\n\n{MORE}\nو 4 آبار".encode())
    assert source.locate(source.text.index("40%")) == Location(None, 2, 3, None)
    assert source.locate(source.text.rindex("4")) == Location(None, 2, 4, None)
    assert source.text[slice(*source.find(Location(paragraph=1)))] == BODY
    assert source.text[slice(*source.find(Location(line=4)))] == "و 4 آبار"
    assert str(Location(2, 3, 4, (5, 6))) == "page 2, paragraph 3, line 4, row 5, column 6"
    for wrong in (-1, len(source.text)):
        with pytest.raises(RecordError, match="characters"):
            source.locate(wrong)
    empty = attrs.evolve(source, text="", parts=())
    assert empty.locate(0) == Location(None, None, 1, None)
    with pytest.raises(RecordError, match="the text has 0 characters"):
        empty.locate(1)
    assert source.text_sha256 == source.sha256 == hashlib.sha256(source.text.encode()).hexdigest()
    with pytest.raises(NotFoundError, match="no place 'page 9'"):
        source.find(Location(page=9))


def test_a_stated_date_is_the_reference() -> None:
    head = '<meta property="article:published_time" content="2021-03-06T10:00:00+03:00">'
    source = open_source(page(f"<p>عاد أمس 300 شخص إلى البلدة.</p><p>{MORE}</p>", head).encode())
    assert str(rd.read(source)[0].period) == "2021-03-05"
    assert str(rd.read(source, reference="2020-02-02")[0].period) == "2020-02-01"
    assert 'published = "2021-03-06"' in rd.draft(source, document_id="x")
    with pytest.raises(rd.ReadingError, match="open_source"):
        rd.read(5)  # type: ignore[arg-type]


def test_build_and_verify_take_a_source(tmp_path: Path) -> None:
    from tests.building.conftest import EXAMPLE

    article = (EXAMPLE / "article.ar.txt").read_text("utf-8")
    notes = EXAMPLE / "annotations.toml"
    source = open_source(EXAMPLE / "article.ar.txt")
    catalogue = rd.loads(rd.build(source, notes))
    assert catalogue == rd.loads(rd.build(article, notes))
    assert rd.verify(source, catalogue).ok
    moved = rd.verify(open_source(f"سطر جديد.\n{article}".encode()), catalogue)
    checks = {finding.check for finding in moved}
    assert "moved" in checks
    assert "quote" not in checks
    first = next(finding for finding in moved if finding.check == "moved")
    assert first.start is not None
    assert "and stands at" in first.message


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["the long line of a pa-", "per"], ["the long line of a paper"]),
        (
            ["the long line of a pa-", "per that goes on in-", "to it"],
            ["the long line of a paper that goes on into it"],
        ),
        (["the year 1990 and 2000-", "2010 trees"], ["the year 1990 and 2000- 2010 trees"]),
        (["the great Mr X, and A -", "b"], ["the great Mr X, and A - b"]),
        (["-", "b"], ["- b"]),
        (["the trees of the year 1990", "2000 trees"], ["the trees of the year 1990", "2000 trees"]),
        (["the trees of the year", "2000 trees"], ["the trees of the year 2000 trees"]),
        (["the trees of the year", "• 2000 trees"], ["the trees of the year", "• 2000 trees"]),
        (["short", "the trees of the year"], ["short", "the trees of the year"]),
        ([], []),
    ],
)
def test_lines_that_go_on_from_one_another(lines: list[str], joined: list[str]) -> None:
    assert list(_joined(lines)) == joined


@pytest.mark.parametrize(("opened", "closed"), [("<div>", "</div>"), ("<DIV>", "</DIV>")])
def test_a_page_is_too_deep_by_what_is_open_at_once_not_by_how_much_it_holds(opened: str, closed: str) -> None:
    one = f"{opened}<p>قتل 12 شخصا في غارة على السوق القديم من البلدة.</p>{closed}"
    flat = f"<html><body><article>{one * 300}</article></body></html>".encode()
    nested = f"<html><body><article>{opened * 300}{one}{closed * 300}</article></body></html>".encode()
    assert [finding.kind for finding in open_source(flat, media_type="text/html").findings] == []
    assert [finding.kind for finding in open_source(nested, media_type="text/html").findings] == ["damaged"]
