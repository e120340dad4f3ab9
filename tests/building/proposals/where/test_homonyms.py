"""Of places whose names are words too, which are told to be places."""

from __future__ import annotations

import pytest

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
