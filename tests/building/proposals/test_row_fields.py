"""A text that was a row of a table: what its columns say of where, behind what it says itself."""

from __future__ import annotations

import pytest

import raqqa_data as rd

WHERE = [
    (("المحافظة: الرقة",), "أودى لغم بحياة 12 راعيا.", "ar-raqqa"),
    (("المحافظة: الرقة",), "أودى لغم في حلب بحياة 12 راعيا.", "aleppo"),
    # a name that is listed elsewhere alone is none there
    (("المحافظة: الرقة",), "انفجر لغم في بادية الرصافة وأودى بحياة 12 راعيا.", "ar-raqqa"),
    # the narrowest, whatever their order
    (("المدينة: الباب", "المحافظة: حلب"), "أودى لغم بحياة 12 راعيا.", "al-bab"),
    (("المحافظة: حلب", "اسم القرية: كفرزيتون"), "أودى لغم بحياة 12 راعيا.", "kfrzytwn-village"),
    (("title: حوادث حلب",), "أودى لغم بحياة 12 راعيا.", "aleppo"),
    (("المحافظة: —",), "أودى لغم بحياة 12 راعيا.", None),
    (("المصدر: صحيفة الرقة",), "أودى لغم بحياة 12 راعيا.", None),
]


@pytest.mark.parametrize(("fields", "text", "where"), WHERE)
def test_where_a_row_is(fields: tuple[str, ...], text: str, where: str | None) -> None:
    source = rd.open_source("\n".join(["---", *fields, "date: 2023-06-02", "---", "", text]).encode())
    drafted = rd.draft(source, document_id="a")
    told = {one.figure.text: one.answer for one in drafted.proposals if one.question == "where"}
    assert told.get("12 راعيا") == where


def test_without_front_matter_a_field_is_a_line_of_the_text() -> None:
    drafted = rd.draft("المحافظة: الرقة\nأودى لغم بحياة 12 راعيا.", document_id="a")
    assert "the heading in its table" not in {one.rule for one in drafted.proposals}
