"""What a page is shown of an annotation file: where each record stands, and what is left to fill in."""

from __future__ import annotations

from raqqa_data.annotate import sight

TEXT = "15 بئرا ب"
TOML = """[document]
id = "a"
name = "FILL IN"

[[observation]]
id = "a.b"
phrase = "15"
start = 0
place = "FILL IN"

[[observation]]
id = "a.c"
phrase = "ب"

[[observation]]
id = "a.d"
phrase = "ب"
start = true
"""


def test_a_record_is_found_where_its_phrase_stands_and_nowhere_without_an_offset() -> None:
    records = sight.of_annotations(TOML, TEXT, {})["records"]
    assert [(one["values"]["id"], one["start"], one["end"], one["found"]) for one in records] == [
        ("a.c", -1, 0, False),
        ("a.d", -1, 0, False),
        ("a.b", 0, 2, True),
    ]


def test_what_is_open_is_told_of_records_and_elsewhere() -> None:
    shown = sight.of_annotations(TOML, TEXT, {})
    assert [one["open"] for one in shown["records"]] == [[], [], ["place"]]
    assert shown["open"] == ["document.name"]


def test_a_record_that_is_the_same_is_not_made_again() -> None:
    seen: sight.Seen = {}
    first = sight.of_annotations(TOML, TEXT, seen)["records"]
    assert all(
        one is other for one, other in zip(first, sight.of_annotations(TOML, TEXT, seen)["records"], strict=True)
    )
    assert sight.of_annotations(TOML, f" {TEXT}", seen)["records"][2]["found"] is False
