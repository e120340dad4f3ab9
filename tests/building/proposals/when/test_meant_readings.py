"""Which of two readings of a date is meant."""

from __future__ import annotations

import pytest

from raqqa_data.building.proposals.when.meant_readings import begin_of, end_of, meant, nearest
from raqqa_data.reading import read
from raqqa_data.records.period import Period


@pytest.mark.parametrize(
    ("published", "found"),
    [("2024-06-20", "2024-07"), ("2023-12-20", "2023-07"), ("2024-03-20", "2024-07"), ("2024-07-20", "2024-07")],
)
def test_of_two_years_the_nearer(published: str, found: str) -> None:
    date = read("في تموز", reference=published)[0]
    assert nearest(date, Period(published)) == Period(found)


@pytest.mark.parametrize(
    ("text", "published", "found"),
    [
        ("الأحد 7 أيار", "2023-05-06", "2023-05-07"),
        ("السبت 7 أيار", "2023-05-06", "2022-05-07"),
        ("الأحد 7 أيار", "2023-05-08", "2023-05-07"),
        ("7 أيار", "2023-05-06", "2022-05-07"),
    ],
)
def test_of_two_years_that_in_which_it_is_the_weekday(text: str, published: str, found: str) -> None:
    assert meant(read(text, reference=published)[0], Period(published)) == Period(found)


def test_a_date_that_is_read_in_one_way_is_that() -> None:
    date = read("في تموز 2020", reference="2024-06-20")[0]
    assert nearest(date, Period("2024-06-20")) == nearest(date, None) == Period("2020-07")


def test_the_ends_of_a_span_without_what_says_about() -> None:
    period = Period("2024-06~/2024-07~")
    assert (begin_of(period), end_of(period)) == ("2024-06", "2024-07")
