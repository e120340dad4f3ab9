"""The "one" of "four of one family" counts nobody, and stops no record."""

from __future__ import annotations

import pytest

import raqqa_data as rd


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("قتل 4 من عائلة واحدة في القصف.", ["4 من عائلة"]),
        ("قتل 5 أفراد من أسرة واحدة، بينهم طفلان.", ["5 أفراد", "طفلان"]),
        ("قتل 3 ينتمون لعائلة واحدة.", ["3"]),
        ("قتل جميع أفراد عائلة واحدة.", []),
        ("نزحت عائلة واحدة.", ["عائلة واحدة"]),
        ("وصل 12 مصابا من بلدة، ونجت عائلة واحدة.", ["12 مصابا", "عائلة واحدة"]),
    ],
)
def test_one_family_of_which_others_are_is_no_figure(text: str, phrases: list[str]) -> None:
    draft = rd.draft(text, document_id="report", reference="2023-05-10")
    written = [line.split('"')[1] for line in draft.toml.splitlines() if line.startswith("phrase =")]
    assert written == phrases


def test_a_draft_with_one_family_is_built_and_says_why_the_one_is_left_out() -> None:
    text = "قال الدفاع المدني: قتل 4 من عائلة واحدة في القصف على إدلب يوم 3 أيار 2023."
    draft = rd.draft(text, document_id="report", reference="2023-05-10")
    assert "# not buildable: it says that others are of one family" in draft
    built = rd.loads(rd.build(text, draft.toml.replace("FILL IN", "filled"), proposed=True))
    assert [one.estimate.best for one in built.observations] == [4]
