"""Plain data to records: what TOML has and JSON has not."""

import datetime as dt
from typing import Any

import pytest

from raqqa_data.catalogue.structuring import structure
from raqqa_data.records import Document, Period

FIELDS: dict[str, Any] = {"id": "d", "language": "ar", "sha256": "0" * 64, "characters": 5}


def test_a_date_of_toml_is_a_period() -> None:
    document, problems = structure(FIELDS | {"published": dt.date(2022, 10, 17)}, Document, "document")
    assert problems == []
    assert document is not None
    assert document.published == Period("2022-10-17")


@pytest.mark.parametrize(
    ("value", "kind"), [(dt.datetime(2022, 10, 17, tzinfo=dt.UTC), "datetime"), (dt.time(12), "time"), (2022, "number")]
)
def test_a_time_is_no_period(value: object, kind: str) -> None:
    document, problems = structure(FIELDS | {"published": value}, Document, "document")
    assert document is None
    assert [problem.path for problem in problems] == ["document.published"]
    assert kind in problems[0].message


@pytest.mark.parametrize("value", [None, "d", 5, [], dt.date(2022, 10, 17)])
def test_what_is_no_table_is_told(value: object) -> None:
    document, problems = structure(value, Document, "document")
    assert document is None
    assert problems[0].path == "document"
    assert "must be a table of keys and values" in problems[0].message
