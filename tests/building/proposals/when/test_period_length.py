"""Periods within one another."""

from __future__ import annotations

import pytest

from raqqa_data.building.proposals.when.period_length import is_within
from raqqa_data.records.period import Period


@pytest.mark.parametrize(
    ("period", "other", "within"),
    [
        ("2024-03-01/2024-03-31", "2024-03", True),
        ("2024-02-29/2024-03-31", "2024-03", False),
        ("2024-03-01/2024-04-01", "2024-03", False),
        ("../2024-03", "../2024-03", True),
        ("../2024-03", "../2024-04", False),
        ("2024-03", "2024/..", False),
    ],
)
def test_one_period_within_another(period: str, other: str, within: bool) -> None:
    assert is_within(Period(period), Period(other)) is within
