"""Numbers that differ by rounding alone."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raqqa_data.records.rounding import alike, surely_less

NUMBERS = st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (0.1 + 0.2, 0.3, True),
        (0.3, 0.300001, False),
        (10**15, 10**15 + 1, False),
        (1e15, 10**15 + 1, True),
        (0.0, 1e-300, False),
        (1e308, -1e308, False),
        (Fraction(1, 3), Fraction(1 / 3), True),
        (1e12, 1e12 - 1, True),  # as far as rounding may reach, and one further
        (1e12, 1e12 - 2, False),
    ],
)
def test_alike(one: float, other: float, *, same: bool) -> None:
    assert alike(one, other) == alike(other, one) == same
    assert (surely_less(one, other) or surely_less(other, one)) == (not same)


def test_a_scale_that_begins_elsewhere_is_rounded_where_it_was_counted() -> None:
    assert not alike(1e-10, 1.0001e-10)
    assert alike(1e-10, 1.0001e-10, 273.15)


def test_what_is_not_stated_is_never_less() -> None:
    assert not surely_less(None, 1)
    assert not surely_less(1, None)


@given(NUMBERS, NUMBERS)
def test_less_the_same_or_more(one: float, other: float) -> None:
    assert alike(one, other) + surely_less(one, other) + surely_less(other, one) == 1
