"""Of places whose names are words too, which are told to be places."""

from __future__ import annotations

import pytest

import raqqa_data as rd
from tests.building.proposals.where.drafted_places import places


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قال محافظ البحيرة في مصر إن 12 مدرسة بنيت.", ["البحيرة"]),
        ("تفقد محافظ الشرقية في مصر القرى. وفي الشرقية، بنيت 12 مدرسة.", ["الشرقية"]),
        ("في مصر بحيرة، وفي البحيرة 12 قاربا.", ["مصر"]),
    ],
)
def test_a_province_is_told_by_who_governs_it(text: str, found: list[str | None]) -> None:
    assert places(text) == found


def test_of_one_name_what_is_of_the_kind_that_stands_before_it() -> None:
    text = "قال الصندوق السعودي في مصر إن 12 مدرسة بنيت في محافظة الشرقية."
    draft = rd.draft(text, document_id="report", reference="2023-05-10")
    assert 'within = "egypt"' in draft.toml.partition('id = "ash-sharqiyah-governorate"')[2].partition("[[")[0]
