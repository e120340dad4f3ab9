"""The source article, where a copy of it is at hand: each of its figures and dates, and nothing else."""

from __future__ import annotations

from raqqa_data.reading import read

# kind, number or period, wording, unit, in the order of the text
_FIGURES = [
    ("date", "2017-06", None, None),
    ("date", "2017-10", None, None),
    ("ordinal", 5, "exact", None),
    ("duration", 4, "exact", "year"),
    ("duration", 4, "nearly", "month"),
    ("percent", 80, "exact", "percent"),
    ("cardinal", 300_000, "about", None),
    ("measure", 5_000_000, "nearly", "meter ** 2"),
    ("cardinal", 70_000, "exact", None),
    ("cardinal", 15, "exact", None),
    ("cardinal", 300, "more than", None),
    ("ordinal", 5, "exact", None),
    ("date", "2022-01/2022-10", None, None),
    ("cardinal", 250, "more than", None),
    ("cardinal", 82, "exact", None),
    ("cardinal", None, "vague", None),
    ("date", "2022-01~", None, None),
    ("ordinal", 2, "exact", None),
    ("cardinal", 12_000, "nearly", None),
    ("cardinal", 181, "exact", None),
    ("cardinal", 124, "exact", None),
    ("cardinal", 7, "exact", None),
    ("cardinal", 50, "exact", None),
    ("cardinal", 45_000, "exact", None),
]


def test_every_figure_of_the_article_and_nothing_else(document_text: str) -> None:
    mentions = read(document_text, reference="2022-10")
    found = [
        (
            str(mention.kind),
            None if mention.period is None and mention.value is None else mention.value or str(mention.period),
            None if mention.estimate is None else str(mention.estimate.wording),
            mention.unit,
        )
        for mention in mentions
    ]
    assert found == _FIGURES
    vague = next(mention for mention in mentions if mention.value is None and mention.estimate is not None)
    assert vague.estimate is not None
    assert vague.estimate.low == 200
    assert all(document_text[mention.start : mention.end] == mention.text for mention in mentions)


def test_its_numbers_are_spanned_without_their_words(document_text: str) -> None:
    mentions = [mention for mention in read(document_text, reference="2022-10") if mention.number is not None]
    numbers = [mention.number.text for mention in mentions if mention.number is not None]
    assert {"300 ألف", "5 مليون", "80%", "300", "٧"} <= set(numbers)
    assert all(
        mention.text != number or mention.qualifier is None for mention, number in zip(mentions, numbers, strict=True)
    )
