"""Of places whose names are words too, which are told to be places."""

from __future__ import annotations

import pytest

import raqqa_data as rd
from raqqa_data import Question


def places(text: str) -> list[str | None]:
    """For each figure, the Arabic words that speak for its place."""
    draft = rd.draft(text, document_id="report", reference="2023-05-10")
    return [
        next((one.evidence[0].text for one in drafted.proposals if one.question is Question.WHERE), None)
        for drafted in draft.observations
    ]


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
