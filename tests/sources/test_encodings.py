"""Bytes to text: what a file says of its encoding, what a person says, and what neither of them fits."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

import raqqa_data as rd
from raqqa_data.errors import CatalogueError, NotFoundError
from raqqa_data.sources import open_source, open_sources
from raqqa_data.sources.encodings import decode, known
from raqqa_data.sources.files import decode_utf8
from tests.sources.files import BODY, MORE, page

PLAIN = f"{BODY} {MORE}".replace("ُ", "").replace("ّ", "")
OF_PYTHON = ["hex", "base64", "bz2", "zip", "uu", "quopri", "rot13", "undefined", "unicode_escape", "idna", "charmap"]


def declared(encoding: str, text: str = PLAIN) -> str:
    return page(f"<p>{text}</p>" * 4).replace('charset="utf-8"', f'charset="{encoding}"')


@pytest.mark.parametrize("stored", ["cp1256", "iso8859-6", "utf-8"])
@pytest.mark.parametrize("said", ["iso-8859-1", "windows-1252", "us-ascii", "ISO-8859-15", "utf-8"])
def test_a_page_that_names_an_encoding_it_is_not_stored_in(said: str, stored: str) -> None:
    source = open_source(declared(said).encode(stored))
    assert PLAIN in source.text
    kinds = [] if stored == "utf-8" else ["encoding"]
    assert [finding.kind for finding in source.findings if "not stored in" in finding.message] == kinds


def test_utf8_is_known_whatever_a_page_says() -> None:
    source = open_source(declared("windows-1256").encode())
    assert PLAIN in source.text
    assert source.findings == ()


def test_a_page_of_a_western_language_is_what_it_says() -> None:
    text = "Die Straße nach Köln, größer als früher, ist für 300 Menschen geöffnet; Äpfel und Öl kosten 7 Mark."
    source = open_source(declared("iso-8859-1", text).encode("latin-1", "xmlcharrefreplace"))
    assert text in source.text
    assert source.findings == ()


@pytest.mark.parametrize("where", [0, 40, -1])
def test_utf8_with_a_sign_cut_through_is_utf8(where: int) -> None:
    content = (PLAIN * 3).encode()
    at = content.index(b" ", where) if where >= 0 else len(content)
    source = open_source(content[:at] + b"\xd8" + content[at:])
    assert source.text.replace("\ufffd", "") == PLAIN * 3
    assert [(finding.kind, "in 1 place," in str(finding)) for finding in source.findings] == [("encoding", True)]


def test_a_text_of_windows_is_no_broken_utf8() -> None:
    for signs, utf8 in ((40, True), (39, False)):  # twenty good ones for each that is broken
        decoded = decode("ن".encode() * signs + b"\xd8 \xd8")
        assert (decoded is not None and decoded.encoding == "utf_8") is utf8
    decoded = decode(PLAIN.encode("cp1256"))
    assert decoded is not None
    assert (decoded.text, decoded.encoding, decoded.findings) == (PLAIN, "cp1256", ())


@pytest.mark.parametrize("name", [*OF_PYTHON, "nonsense", ""])
def test_what_no_file_is_stored_in(name: str) -> None:
    assert known(name) is None
    assert PLAIN in open_source(declared(name).encode()).text
    with pytest.raises(NotFoundError, match=f"no encoding '{name}'; choose from utf_8, cp1256"):
        open_source(PLAIN.encode(), encoding=name)
    with pytest.raises(NotFoundError, match="no encoding"):
        list(open_sources([PLAIN.encode()], encoding=name))


def test_what_a_person_says_goes_first() -> None:
    assert open_source(PLAIN.encode(), encoding="latin-1").text == PLAIN.encode().decode("latin-1")
    assert open_source(declared("utf-8").encode("cp1256"), encoding="cp1256").findings == ()


def test_what_a_person_says_and_does_not_fit_is_told() -> None:
    source = open_source(PLAIN.encode("cp1256"), encoding="utf-8")
    assert source.text == PLAIN
    assert [str(finding) for finding in source.findings] == [
        "is not stored in utf_8, as was said; read as cp1256: give encoding= to decide"
    ]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf_8"),
        (codecs.BOM_UTF16_LE, "utf_16_le"),
        (codecs.BOM_UTF16_BE, "utf_16_be"),
        (codecs.BOM_UTF32_LE, "utf_32_le"),
        (codecs.BOM_UTF32_BE, "utf_32_be"),
    ],
)
def test_a_mark_at_the_head_decides(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + PLAIN.encode(encoding), "cp1256", declared="latin-1")
    assert decoded is not None
    assert (decoded.text, decoded.encoding, decoded.findings) == (PLAIN, encoding, ())


@given(
    st.binary(max_size=200),
    st.sampled_from(["utf-8", "cp1256", "latin-1", "utf-16", "utf-7", "hex", None]),
    st.sampled_from(["utf-8", "cp1252", "punycode", "idna", "utf-32", None]),
)
def test_any_bytes_are_a_text_or_none(content: bytes, said: str | None, declared_as: str | None) -> None:
    decoded = decode(content, said, declared=declared_as)
    assert decoded is None or (known(decoded.encoding) == decoded.encoding and isinstance(decoded.text, str))


def test_a_document_of_word_before_2007_or_with_a_password_is_told_what_it_is() -> None:
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
    with pytest.raises(rd.SourceError, match="document: is encrypted, or of Word before 2007"):
        open_source(content)


@pytest.mark.parametrize(("text", "encoding"), [("äöü a ä ö ü", "iso8859_1"), ("äöü a € € €", "cp1252")])
def test_half_of_the_letters_beyond_ascii_side_by_side_may_be_western(text: str, encoding: str) -> None:
    """At least as many stand alone as side by side: a page of such a language is what it says."""
    decoded = decode(text.encode(encoding), declared=encoding)
    assert decoded is not None
    assert (decoded.text, decoded.encoding, decoded.findings) == (text, encoding, ())


@pytest.mark.parametrize("encoding", ["cp1256", "utf-16"])
def test_a_file_of_ours_that_is_not_utf8_is_told_with_what_it_is_likely_to_be(encoding: str) -> None:
    with pytest.raises(CatalogueError, match=f"convert it: iconv -f {encoding} -t utf-8"):
        decode_utf8(BODY.encode(encoding, "ignore"), "catalogue.json", CatalogueError)
