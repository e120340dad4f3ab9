"""Spreadsheets: cells as a table, rows as texts, and nothing left out in silence."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

openpyxl = pytest.importorskip("openpyxl")

import raqqa_data as rd  # noqa: E402 - only where the extra is there
from raqqa_data.sources import office, spreadsheet  # noqa: E402
from raqqa_data.sources.source import Location, Role  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

INCIDENTS: list[list[Any]] = [
    ["م", "التاريخ", "المحافظة", "الوصف", "ملاحظات"],
    [1, dt.date(2023, 5, 14), "حلب", "أصيب 3 عمال أمس", None],
    [2, dt.datetime.fromisoformat("2023-06-02 10:15"), "حماة", "ورُمّمت 12 مدرسة", "مؤكد"],
]
SHELTERS: list[list[Any]] = [
    ["المخيم", "العائلات النازحة", "نسبة الإشغال"],
    ["النور", 9800, 0.875],
    ["السلام", 650.5, 1],
]


def book(*sheets: list[list[Any]], change: Callable[[Any], object] = lambda _: None) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for number, rows in enumerate(sheets, 1):
        sheet = made.create_sheet(f"ورقة {number}")
        for row in rows:
            sheet.append(row)
    change(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def again(content: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The file with parts of it written otherwise, or left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            part = change(name, given.read(name))
            if part is not None:
                made.writestr(name, part)
    return out.getvalue()


def rows_of(content: bytes, tmp_path: Path, column: str = "الوصف") -> list[rd.Source]:
    path = tmp_path / "كتاب.xlsx"
    path.write_bytes(content)
    return [*rd.open_sources(path, text_column=column)]


def test_cells_are_a_table_with_their_places() -> None:
    def shares(made: Any) -> None:
        made.worksheets[1]["C2"].number_format = "0.0%"

    source = rd.open_source(book(INCIDENTS, SHELTERS, change=shares))
    assert source.media_type == spreadsheet.MEDIA_TYPE
    assert source.findings == ()
    assert "1\t|\t2023-05-14\t|\tحلب\t|\tأصيب 3 عمال أمس\n2\t|\t2023-06-02 10:15\t|\tحماة" in source.text
    assert "النور\t|\t9800\t|\t87.5%\nالسلام\t|\t650.5\t|\t1" in source.text
    place = source.locate(source.text.index("9800"))
    assert (place.page, place.cell) == (2, (2, 2))
    start, end = source.find(Location(page=1, cell=(3, 4)))
    assert source.text[start:end] == "ورُمّمت 12 مدرسة"
    assert {part.role for part in source.parts} == {Role.HEADER, Role.TABLE}


def test_a_draft_goes_by_headings_and_an_empty_last_cell_hides_no_row() -> None:
    rows: list[list[Any]] = [["المحافظة", "القتلى", "ملاحظات"], ["حلب", 12, None], ["إدلب", 40, "مؤكد"]]
    drafted = rd.draft(rd.open_source(book([["حصيلة الشهر"], [], *rows])), document_id="a")
    told = {(one.figure.text, str(one.question)): one.answer for one in drafted.proposals}
    assert (told["12", "what"], told["12", "where"], told["40", "what"]) == (
        "killed",
        "aleppo-governorate",
        "killed",
    )
    catalogue = drafted.replace("FILL IN", "x")
    assert catalogue.count("[[observation]]") == 2


def test_each_row_is_a_text_where_a_column_is_named(tmp_path: Path) -> None:
    one, other = rows_of(book([["سجل الحوادث"], [], *INCIDENTS]), tmp_path)
    assert (Path(one.name).name, one.text, str(one.published)) == ("كتاب.xlsx#4", "أصيب 3 عمال أمس", "2023-05-14")
    assert one.fields == {"م": "1", "التاريخ": "2023-05-14", "المحافظة": "حلب", "ملاحظات": ""}
    assert (other.fields["ملاحظات"], str(other.published)) == ("مؤكد", "2023-06-02")
    assert [str(mention.period) for mention in rd.read(one) if mention.period] == ["2023-05-13"]


def test_rows_of_several_sheets_have_names_of_their_own(tmp_path: Path) -> None:
    rows = rows_of(book(INCIDENTS, SHELTERS, INCIDENTS), tmp_path)
    assert [Path(row.name).name for row in rows] == [f"كتاب.xlsx#{sheet}.{row}" for sheet in (1, 3) for row in (2, 3)]
    assert rows[2].fields["sheet"] == "ورقة 3"
    assert [str(finding) for row in rows for finding in row.findings] == [
        "no column 'الوصف' in the sheets 'ورقة 2': their rows are passed over"
    ]
    (none,) = rows_of(book(SHELTERS), tmp_path)
    assert str(none.findings[0]).startswith("no column 'الوصف'; there are 'المخيم', 'العائلات النازحة'")


def test_what_is_not_read_is_told() -> None:
    def hides(made: Any) -> None:
        made.worksheets[1].sheet_state = "hidden"
        made.worksheets[0]["F2"] = "=SUM(A2:A3)"

    source = rd.open_source(book(INCIDENTS, SHELTERS, change=hides))
    assert "9800" not in source.text
    assert [finding.kind for finding in source.findings] == ["sheet", "formula"]
    assert "hidden sheets are not read: 'ورقة 2'" in str(source.findings[0])
    assert str(source.findings[1]).startswith("1 formulas have no value in the file")


def test_the_day_of_making_is_the_files_own() -> None:
    content = book(INCIDENTS)
    assert rd.open_source(content).created is not None
    assert rd.open_source(content).published is None
    without = again(content, lambda name, part: re.sub(b"<dcterms:created.*?created>", b"", part))
    assert rd.open_source(without).created is None


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        (b'<row r="99999999999"><c r="A1"><v>1</v></c></row>', "holds no text"),
        (b"".join(b'<row><c r="ZZZ%d"><v>1</v></c></row>' % at for at in range(1, 200)), "cells"),
        (b"<row><c><v>1</v>", "spreadsheet that can be read"),
    ],
)
def test_hostile_sheets_are_bounded(sheet: bytes, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MOST_CELLS", 1_000_000)
    begin = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    whole = begin + sheet + (b"" if told == "spreadsheet that can be read" else b"</sheetData></worksheet>")
    source = rd.open_source(again(book([["a"]]), lambda name, part: whole if "worksheets/" in name else part))
    assert source.text == ""
    assert [told in str(finding) for finding in source.findings] == [True]


def test_what_swells_or_is_no_spreadsheet_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    content = book(INCIDENTS)
    monkeypatch.setattr(office, "MOST_XML", 1000)
    assert "bytes of XML" in str(rd.open_source(content).findings[0])
    assert [str(row.findings[0])[:16] for row in rows_of(content, tmp_path)] == ["would unpack to "]
    (tmp_path / "no.xlsx").write_bytes(b"1,2")
    with pytest.raises(rd.SourceError, match="by its first bytes"):
        rd.open_source(tmp_path / "no.xlsx")
    (tmp_path / "locked.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    with pytest.raises(rd.SourceError, match="is encrypted: save it without a password"):
        rd.open_source(tmp_path / "locked.xlsx")


def test_without_the_extra_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    content = book(INCIDENTS)
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(rd.MissingExtraError, match=r"openpyxl is not installed: pip install 'raqqa_data\[sources\]'"):
        rd.open_source(content)
