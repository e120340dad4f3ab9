"""Plain text in any encoding, and Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import raqqa_data as rd
from raqqa_data.errors import SourceError
from raqqa_data.sources import Location, open_source
from raqqa_data.sources.files import read_bytes
from tests.sources.files import BODY, MORE

if TYPE_CHECKING:
    from pathlib import Path


def test_paragraphs_of_a_text_from_windows() -> None:
    source = open_source(f"{BODY}\r\n\r\n{MORE}\r\n".encode())
    assert [source.text[part.start : part.end] for part in source.parts] == [BODY, MORE]
    assert source.locate(source.text.index("40%")) == Location(None, 2, 3, None)


def test_front_matter_of_markdown_says_of_the_file_what_it_is(tmp_path: Path) -> None:
    head = '---\ntitle: "خبر 5"\ndate: 2021-03-06T10:00\nweight: 30\n---\n\n# عنوان\n\n'
    (tmp_path / "x.md").write_text(f"{head}عاد أمس **300** شخص.\n", "utf-8")
    source = open_source(tmp_path / "x.md")
    assert (source.title, source.published, source.published_from) == ("خبر 5", rd.Period("2021-03-06"), "front matter")
    date, count = sorted(rd.read(source), key=lambda one: one.kind != "date")
    assert (str(date.period), count.value, count.noun and count.noun.text) == ("2021-03-05", 300, "شخص")
    (tmp_path / "x.md").write_text("---\nعاد 5 أشخاص.\n", "utf-8")
    assert [mention.value for mention in rd.read(open_source(tmp_path / "x.md"))] == [5]


@pytest.mark.parametrize(
    ("text", "title", "day", "figures"),
    [
        (
            "---\ntitle: تقرير 7\ndate: 2021-03-06\nالمكان: حلب\nwords:\n  - 3\n# 4\n\n---\nعاد 5.",
            "تقرير 7",
            "2021-03-06",
            [5],
        ),
        ("---\r\ndate: 2021-03-06\r\n---\r\nعاد 5.", None, "2021-03-06", [5]),
        ("---\ntitle: >\n  تقرير 7\ndate: 2021-03-06\n---\nعاد 5.", None, "2021-03-06", [5]),
        ("---\nعاد 5 أشخاص.\n\ndate: 2021-03-06\nجرح 3.\n---\nعاد 8.", None, "2021-03-06", [5, 3, 8]),
        ("---\nعاد 5 أشخاص.\n---\nعاد 8.", None, None, [5, 8]),
        ("---\ntitle: تقرير\nعاد 5 أشخاص.", None, None, [5]),
        ("---\nالعدد: 5\n---\nعاد 8.", None, None, [5, 8]),
    ],
)
def test_front_matter_of_a_plain_text(
    tmp_path: Path, text: str, title: str | None, day: str | None, figures: list[int]
) -> None:
    for stored in (text, f"\ufeff{text}"):
        (tmp_path / "x.txt").write_bytes(stored.encode())
        source = open_source(tmp_path / "x.txt")
        assert (source.title, source.published and source.published.edtf) == (title, day)
        assert [mention.value for mention in rd.read(source) if mention.kind != "date"] == figures
        drafted = rd.draft(tmp_path / "x.txt", document_id="x")
        assert [stored[one.mention.start : one.mention.end] for one in drafted.observations] == [
            one.mention.text for one in drafted.observations
        ]
        assert [one.mention.value for one in drafted.observations] == figures


def test_markup_of_markdown_holds_no_figure() -> None:
    text = """1. [عاد 40 شخصا](https://example.org/saber.311/ "لقطة 9") ثم

<iframe width="480" style="font-size: 1.2em"></iframe>
2) و ![صورة 77](image 7 (8).png) و `x = 6` وبقي 5 أشخاص

```
عاد 33 شخصا
```

[1]: https://example.org/ 12
- التاريخ: 13 تشرين الثاني 2017
"""
    source = open_source(text.encode(), media_type="text/markdown")
    assert [mention.value for mention in rd.read(source) if mention.estimate] == [40, 5, 12]
    assert source.published is None
    assert [mention.value for mention in rd.read(open_source(text.encode())) if mention.estimate][:2] == [1, 40]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256", "iso8859-6", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_in_any_encoding(encoding: str) -> None:
    source = open_source(f"{BODY}\n{MORE}\n".encode(encoding, "ignore"))
    wanted = f"{BODY}\n{MORE}\n".encode(encoding, "ignore").decode(encoding)
    assert source.text == wanted
    assert [one for one in rd.read(source) if one.estimate] == [one for one in rd.read(wanted) if one.estimate]
    assert source.findings == ()


def test_the_tool_says_from_which_encoding() -> None:
    assert open_source(BODY.encode("cp1256", "ignore")).extracted_by == "raqqa_data, from cp1256"
    assert open_source(BODY.encode()).extracted_by == "raqqa_data"


def test_a_doubtful_encoding_is_a_finding_and_can_be_decided() -> None:
    doubtful = open_source(b"\xc7\xe1 12")
    assert [finding.kind for finding in doubtful.findings] in (["encoding"], [])
    decided = open_source("مدينة 12".encode("cp1256"), encoding="cp1256")
    assert (decided.text, decided.findings) == ("مدينة 12", ())


def test_a_file_may_have_as_many_bytes_as_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")
    assert read_bytes(str(path), SourceError, most=3) == b"abc"
    with pytest.raises(SourceError, match="is larger than 2 bytes"):
        read_bytes(str(path), SourceError, most=2)
    with pytest.raises(SourceError, match="Is a directory"):
        read_bytes(str(tmp_path), SourceError)


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(SourceError, match="document: is no text"):
        open_source(bytes(range(256)) * 4)


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_a_file_without_text_is_told(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(content)
    (source,) = rd.open_sources(tmp_path)
    assert [(finding.kind, str(finding)) for finding in source.findings] == [("empty", "holds no text")]
