"""Files that are not opened: what they are is told, and what makes a document of them."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from typing import TYPE_CHECKING

import pytest

import raqqa_data as rd
from raqqa_data.sources.foreign_kinds import (
    ARCHIVE,
    BOOK,
    FOREIGN_KINDS,
    PICTURE,
    PRESENTATION,
    RECORDING,
    SPREADSHEET,
    TEXT_DOCUMENT,
    ForeignKind,
    foreign_kind,
)
from raqqa_data.sources.opening import KINDS

if TYPE_CHECKING:
    from pathlib import Path

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def packed(**files: str) -> bytes:
    """A ZIP file of texts; two low lines in a name stand for the stroke of a path."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/"), text)
    return made.getvalue()


TOLD = [
    ("incidents.xlsx", packed(xl__workbook="x"), SPREADSHEET),
    ("incidents", packed(xl__workbook="x"), SPREADSHEET),
    ("incidents.ods", packed(mimetype="application/vnd.oasis.opendocument.spreadsheet"), SPREADSHEET),
    ("old.xls", COMPOUND, SPREADSHEET),
    ("slides", packed(ppt__presentation="x"), PRESENTATION),
    ("report.odt", packed(mimetype="application/vnd.oasis.opendocument.text"), TEXT_DOCUMENT),
    ("report", b"{\\rtf1\\ansi\\ansicpg1256 5}", TEXT_DOCUMENT),
    ("report.doc", b"{\\rtf1\\ansi 5}", TEXT_DOCUMENT),
    ("report.doc", COMPOUND, TEXT_DOCUMENT),
    ("scan.JPG", b"\xff\xd8\xff\xe0", PICTURE),
    ("report.txt", b"\x89PNG\r\n\x1a\n", PICTURE),
    ("PTT-01.opus", b"OggS\x00", RECORDING),
    ("book.epub", packed(mimetype="application/epub+zip"), BOOK),
    ("pile.zip", packed(a="1", b="2"), ARCHIVE),
    ("broken.zip", b"PK\x03\x04broken", ARCHIVE),
    # what is opened, or told otherwise
    ("report.docx", packed(word__document="x"), None),
    ("report.zip", packed(word__document="x"), None),
    ("report.docx", b"PK\x03\x04broken", None),
    ("report.doc", b"<html><body>5</body></html>", None),
    ("report.docx", COMPOUND, None),
    ("report.txt", "عاد 5 أشخاص".encode(), None),
    ("report.txt", "ID3 وGIF8 اسمان لملفات".encode(), None),
]


@pytest.mark.parametrize(("name", "content", "kind"), TOLD)
def test_bytes_tell_more_than_a_name(name: str, content: bytes, kind: ForeignKind | None) -> None:
    assert foreign_kind(name, content) is kind


@pytest.mark.parametrize(("name", "content", "kind"), [row for row in TOLD if row[2]])
def test_what_it_is_and_what_to_do_is_told(name: str, content: bytes, kind: ForeignKind, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(rd.SourceError) as caught:
        rd.open_source(file)
    assert str(caught.value).endswith(f"is {kind.what}: {kind.instead}")
    with pytest.raises(rd.SourceError):
        rd.draft(file)
    (source,) = rd.open_sources([file])
    assert (source.text, [finding.kind for finding in source.findings]) == ("", ["unreadable"])


def test_no_ending_is_of_two_kinds() -> None:
    opened = [suffix for kind in KINDS for suffix in kind.suffixes]
    foreign = [suffix for kind in FOREIGN_KINDS for suffix in kind.suffixes]
    assert len(set(opened + foreign)) == len(opened) + len(foreign)


def test_a_kind_that_is_given_is_taken() -> None:
    assert rd.open_source(b"GIF8 5", media_type="text/plain").text == "GIF8 5"


def test_no_more_of_a_packed_file_is_read_than_is_looked_at() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", b"\0" * (64 * 2**20))
    tracemalloc.start()
    try:
        assert foreign_kind("pile.zip", made.getvalue()) is ARCHIVE
        assert tracemalloc.get_traced_memory()[1] < 8 * 2**20
    finally:
        tracemalloc.stop()


def test_a_packed_file_that_is_damaged_goes_by_its_name() -> None:
    whole = packed(mimetype="application/vnd.oasis.opendocument.text" * 9)
    damaged = whole.replace(b"opendocument", b"opendocumenT", 1)  # its checksum is another one
    assert foreign_kind("report.odt", damaged) is TEXT_DOCUMENT
    assert foreign_kind("report.zip", whole[: len(whole) // 2]) is ARCHIVE
