"""What a wording states, and what arithmetic may conclude from it."""

import decimal
import itertools
import math
import numbers as abstract
import operator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from raqqa_data.errors import RecordError
from raqqa_data.records import Estimate, Wording
from raqqa_data.records.estimate import sum_as_written
from tests.strategies import SINGLE, estimates, examples, numbers, whole_numbers

V = 40
TABLE = [
    (Wording.EXACT, V, V, V),
    (Wording.ABOUT, V, None, None),
    (Wording.NEARLY, V, None, None),
    (Wording.MORE_THAN, V, V, None),
    (Wording.AT_LEAST, V, V, None),
    (Wording.LESS_THAN, V, None, V),
    (Wording.AT_MOST, V, None, V),
    (Wording.UP_TO, V, None, V),
]
PARTS = ("best", "low", "high")
WHOLE = estimates(parts=whole_numbers())
POSITIVE = estimates(parts=st.integers(1, 10**6))


def parts(estimate: Estimate) -> tuple[Any, Any, Any]:
    return estimate.best, estimate.low, estimate.high


# ------------------------------------------------------------------------------------------------ the wording table


@pytest.mark.parametrize(("wording", "best", "low", "high"), TABLE)
def test_one_number_states_what_its_wording_states(
    wording: Wording, best: int, low: int | None, high: int | None
) -> None:
    estimate = Estimate.stated(V, wording)
    assert parts(estimate) == (best, low, high)
    assert estimate.wording is wording


def test_the_table_speaks_of_every_wording_that_states_one_number() -> None:
    assert {row[0] for row in TABLE} == set(SINGLE)


def test_a_wording_can_be_given_by_its_text() -> None:
    for wording in SINGLE:
        text: Any = wording.value
        assert Estimate.stated(V, text) == Estimate.stated(V, wording)


def test_a_number_is_exact_unless_its_wording_says_otherwise() -> None:
    assert Estimate.stated(15) == Estimate(15, 15, 15, Wording.EXACT)


def test_a_range_has_bounds_and_no_best() -> None:
    assert parts(Estimate.between(10, 15)) == (None, 10, 15)
    assert Estimate.between(10, 15).wording is Wording.BETWEEN


def test_a_vague_figure_has_the_bounds_it_is_given() -> None:
    assert parts(Estimate.vague()) == (None, None, None)
    assert parts(Estimate.vague(low=200)) == (None, 200, None)
    assert parts(Estimate.vague(high=9)) == (None, None, 9)


@pytest.mark.parametrize("wording", [Wording.BETWEEN, Wording.VAGUE])
def test_no_single_number_states_a_range(wording: Wording) -> None:
    with pytest.raises(RecordError, match=r"Estimate\.wording"):
        Estimate.stated(V, wording)


@pytest.mark.parametrize("wording", Wording)
def test_only_the_parts_of_the_table_fit_a_wording(wording: Wording) -> None:
    """All eight patterns of stated and unstated parts, against the table as the design writes it."""
    all_parts = (True, True, True)
    fitting = {
        Wording.EXACT: {all_parts},
        Wording.MORE_THAN: {(True, True, False)},
        Wording.AT_LEAST: {(True, True, False)},
        Wording.LESS_THAN: {(True, False, True)},
        Wording.AT_MOST: {(True, False, True)},
        Wording.UP_TO: {(True, False, True)},
        Wording.BETWEEN: {(False, True, True)},
        Wording.VAGUE: {(False, low, high) for low in (True, False) for high in (True, False)},
        Wording.ABOUT: {(True, low, high) for low in (True, False) for high in (True, False)},
        Wording.NEARLY: {(True, low, high) for low in (True, False) for high in (True, False)},
    }[wording]
    for pattern in itertools.product([True, False], repeat=3):
        best, low, high = (V if stated else None for stated in pattern)
        if pattern in fitting:
            assert parts(Estimate(best, low, high, wording)) == (best, low, high)
        else:
            with pytest.raises(RecordError, match=r"needs|states") as caught:
                Estimate(best, low, high, wording)
            assert caught.value.field == "wording"


def test_an_exact_number_has_one_value() -> None:
    with pytest.raises(RecordError, match="equal"):
        Estimate(5, 4, 6, Wording.EXACT)


@pytest.mark.parametrize(("best", "low", "high"), [(1, 2, 3), (4, 2, 3), (None, 3, 2), (5, 6, None), (5, None, 4)])
def test_parts_never_fall(best: int | None, low: int | None, high: int | None) -> None:
    for wording in Wording:
        with pytest.raises(RecordError, match="must not fall"):
            Estimate(best, low, high, wording)


# ------------------------------------------------------------------------------------------------- what is a number


class Int8:
    """Registered as NumPy registers its own."""

    def __init__(self, value: int) -> None:
        self.value = value

    def __int__(self) -> int:
        return self.value

    def __float__(self) -> float:
        return float(self.value)


class Float32(Int8):
    pass


abstract.Integral.register(Int8)
abstract.Real.register(Float32)


@pytest.mark.parametrize(
    ("given_number", "held"),
    [(5, 5), (5.0, 5), (-0.0, 0), (0.5, 0.5), (Int8(5), 5), (Float32(5), 5), (Fraction(1, 2), 0.5), (2.0**60, 2.0**60)],
)
def test_numbers_of_any_library_become_plain(given_number: Any, held: float) -> None:
    best = Estimate.stated(given_number).best
    assert best == held
    assert type(best) is type(held)


def test_negative_zero_is_zero() -> None:
    assert str(Estimate.stated(-0.0)) == "0"


NOT_NUMBERS: list[object] = [
    True,
    False,
    "5",
    "٥",
    b"5",
    [5],
    {},
    5j,
    complex(5),
    Decimal("NaN"),
    object(),
    math.nan,
    math.inf,
    -math.inf,
]


@pytest.mark.parametrize("value", NOT_NUMBERS)
@pytest.mark.parametrize("field", PARTS)
def test_what_is_no_finite_number_is_refused_by_its_field(value: object, field: str) -> None:
    given_parts: dict[str, Any] = {"best": 1, "low": 1, "high": 1, field: value}
    with pytest.raises(RecordError, match=rf"Estimate\.{field}") as caught:
        Estimate(**given_parts, wording=Wording.EXACT)
    assert caught.value.field == field
    assert caught.value.value is value


@pytest.mark.parametrize("value", [None, "roughly", "", 5, [], "EXACT"])
def test_what_is_no_wording_is_refused_with_those_that_are(value: Any) -> None:
    with pytest.raises(RecordError, match=r"one of: exact, about, nearly") as caught:
        Estimate(1, 1, 1, value)
    assert caught.value.field == "wording"


@pytest.mark.parametrize("value", [2**1024, -(2**1024), 10**5000, Fraction(10**400, 3)], ids=["2", "-2", "10", "1/3"])
def test_what_no_float_can_hold_is_refused(value: Any) -> None:
    """It could be neither divided nor converted, and Python prints and writes no more than 4,300 digits."""
    with pytest.raises(RecordError) as caught:
        Estimate.stated(value)
    assert caught.value.field == "best"
    assert "too large" in caught.value.problem


@pytest.mark.parametrize("value", [2**1024 - 2**971, 2**1023, -(2**1023), 2**53 + 1])
def test_large_whole_numbers_are_held_exactly(value: int) -> None:
    assert Estimate.stated(value).best == value
    assert str(Estimate.stated(value)).replace(",", "") == str(value)


# --------------------------------------------------------------------------------------------------------- addition


@given(WHOLE, WHOLE)
def test_addition_commutes(one: Estimate, other: Estimate) -> None:
    assert one + other == other + one


@given(WHOLE, WHOLE, WHOLE)
def test_addition_associates(one: Estimate, two: Estimate, three: Estimate) -> None:
    assert (one + two) + three == one + (two + three)


@given(WHOLE)
def test_an_exact_zero_adds_nothing(one: Estimate) -> None:
    assert one + Estimate.stated(0) == one


@given(estimates(), estimates())
def test_a_sum_invents_no_part_and_forgets_none(one: Estimate, other: Estimate) -> None:
    result = one + other
    for part in PARTS:
        unstated = getattr(one, part) is None or getattr(other, part) is None
        assert (getattr(result, part) is None) == unstated


@given(WHOLE, WHOLE)
def test_a_sum_adds_part_by_part(one: Estimate, other: Estimate) -> None:
    for left, right, result in zip(parts(one), parts(other), parts(one + other), strict=True):
        assert result == (None if left is None or right is None else left + right)


@given(st.sampled_from(Wording), WHOLE, st.data())
def test_addition_is_monotone_in_its_bounds(wording: Wording, other: Estimate, data: st.DataObject) -> None:
    """Of two estimates, one inside the other, the sums lie inside each other likewise."""
    inner = data.draw(estimates(parts=whole_numbers(), wording=wording))
    assume(wording is not Wording.EXACT)
    wider = st.integers(0, 10**6)
    outer = Estimate(
        inner.best,
        None if inner.low is None else inner.low - data.draw(wider),
        None if inner.high is None else inner.high + data.draw(wider),
        wording,
    )
    small, large = inner + other, outer + other
    assert large.low is None or (small.low is not None and large.low <= small.low)
    assert large.high is None or (small.high is not None and small.high <= large.high)


@given(estimates(), estimates())
@example(Estimate.stated(13_810_951_565_897_949), Estimate(0.06, 0, None, Wording.ABOUT))
def test_the_weaker_wording_survives_a_sum(one: Estimate, other: Estimate) -> None:
    assert (one + other).wording is one.wording.weaker(other.wording)


@given(st.lists(WHOLE, min_size=1, max_size=5))
def test_sum_works(several: list[Estimate]) -> None:
    expected = several[0]
    for estimate in several[1:]:
        expected = expected + estimate
    assert sum(several) == expected


@pytest.mark.parametrize("other", [1, 0.0, False, "0", None, [0]])
@pytest.mark.parametrize("operation", [operator.add, operator.sub])
def test_only_estimates_are_added_and_taken_away(operation: Any, other: object) -> None:
    with pytest.raises(TypeError):
        operation(Estimate.stated(1), other)
    with pytest.raises(TypeError):
        operation(other, Estimate.stated(1))


@pytest.mark.parametrize(
    ("one", "other", "total"),
    [
        (0.1, 0.2, 0.3),
        (0.25, 0.75, 1),
        (2.5, 2, 4.5),
        (0.3, -0.1, 0.2),
        (0.3, -0.3, 0),
        (2.0**53, 1.0, 2.0**53),
        (2**53, 1.0, 2**53 + 1),
    ],
)
def test_decimals_add_up_as_they_are_written(one: float, other: float, total: float) -> None:
    added = sum_as_written([one, other])
    assert (added, type(added)) == (total, type(total))


def test_estimates_of_decimals_add_up_as_they_are_written() -> None:
    tenth, fifth = Estimate.stated(0.1), Estimate.stated(0.2)
    assert tenth + fifth == fifth + tenth == Estimate.stated(0.3)
    assert Estimate.stated(0.3) - tenth == fifth


def test_a_sum_too_large_is_refused() -> None:
    for value in (1.7e308, 2**1023):
        with pytest.raises(RecordError, match="too large"):
            _ = Estimate.stated(value) + Estimate.stated(value)


def test_a_whole_number_and_a_float_too_far_apart_are_refused_not_crashed_on() -> None:
    with pytest.raises(RecordError, match="too large"):
        _ = Estimate.stated(2**1023) * 2.5


# ------------------------------------------------------------------------------------------------------- the lattice


@given(st.sampled_from(Wording), st.sampled_from(Wording), st.sampled_from(Wording))
def test_wordings_form_a_join_semilattice(one: Wording, two: Wording, three: Wording) -> None:
    assert one.weaker(one) is one
    assert one.weaker(two) is two.weaker(one)
    assert one.weaker(two).weaker(three) is one.weaker(two.weaker(three))


@pytest.mark.parametrize("wording", Wording)
def test_exact_is_the_strongest_and_vague_the_weakest(wording: Wording) -> None:
    assert Wording.EXACT.weaker(wording) is wording
    assert Wording.VAGUE.weaker(wording) is Wording.VAGUE


@pytest.mark.parametrize(
    ("one", "other", "join"),
    [
        (Wording.MORE_THAN, Wording.AT_LEAST, Wording.AT_LEAST),
        (Wording.LESS_THAN, Wording.UP_TO, Wording.UP_TO),
        (Wording.AT_MOST, Wording.UP_TO, Wording.UP_TO),
        (Wording.MORE_THAN, Wording.LESS_THAN, Wording.ABOUT),
        (Wording.NEARLY, Wording.AT_LEAST, Wording.ABOUT),
        (Wording.BETWEEN, Wording.ABOUT, Wording.VAGUE),
        (Wording.BETWEEN, Wording.MORE_THAN, Wording.VAGUE),
    ],
)
def test_what_two_wordings_both_imply(one: Wording, other: Wording, join: Wording) -> None:
    assert one.weaker(other) is join


# ---------------------------------------------------------------------------------------- intervals that stay sound


def inside(draw: Any, estimate: Estimate) -> int:
    """A whole value that the bounds allow; an unstated bound allows anything."""
    low = estimate.low if estimate.low is not None else (estimate.high or 0) - 10**6
    high = estimate.high if estimate.high is not None else low + 10**6
    value: int = draw(st.integers(math.ceil(low), math.floor(high)))
    return value


def allows(estimate: Estimate, value: Fraction) -> bool:
    """Whether the value lies in the bounds, give or take how a float rounds."""
    slack = Fraction(1, 10**9) * (1 + abs(value))
    above = estimate.low is None or Fraction(estimate.low) <= value + slack
    return above and (estimate.high is None or value - slack <= Fraction(estimate.high))


@given(WHOLE, WHOLE, st.data())
def test_a_value_inside_gives_a_sum_and_a_difference_inside(one: Estimate, two: Estimate, data: st.DataObject) -> None:
    left, right = inside(data.draw, one), inside(data.draw, two)
    assert allows(one + two, Fraction(left + right))
    assert allows(one - two, Fraction(left - right))


@given(POSITIVE, POSITIVE, st.data())
def test_a_value_inside_gives_a_quotient_inside(one: Estimate, two: Estimate, data: st.DataObject) -> None:
    left, right = inside(data.draw, one), inside(data.draw, two)
    assume(left >= 0)
    assume(right > 0)
    assert allows(one / two, Fraction(left, right))


@given(estimates(), estimates())
def test_a_difference_invents_no_part(one: Estimate, two: Estimate) -> None:
    result = one - two
    assert (result.best is None) == (one.best is None or two.best is None)
    assert (result.low is None) == (one.low is None or two.high is None)
    assert (result.high is None) == (one.high is None or two.low is None)


@given(POSITIVE, POSITIVE)
def test_a_quotient_invents_no_part(one: Estimate, two: Estimate) -> None:
    result = one / two
    assert (result.best is None) == (one.best is None or two.best is None)
    assert (result.low is None) == (one.low is None or two.high is None)
    assert (result.high is None) == (one.high is None or two.low is None)


def test_taking_away_a_lower_bound_leaves_an_upper_one() -> None:
    assert Estimate.stated(10) - Estimate.stated(4, Wording.MORE_THAN) == Estimate(6, None, 6, Wording.LESS_THAN)
    assert Estimate.stated(10) - Estimate.stated(4, Wording.UP_TO) == Estimate(6, 6, None, Wording.AT_LEAST)
    assert (Estimate.stated(10) - Estimate.stated(4, Wording.NEARLY)).wording is Wording.ABOUT


def test_dividing_by_a_lower_bound_leaves_an_upper_one() -> None:
    assert Estimate.stated(12) / Estimate.stated(4, Wording.AT_LEAST) == Estimate(3, None, 3, Wording.AT_MOST)
    assert Estimate.between(10, 20) / Estimate.between(2, 5) == Estimate.between(2, 10)


@pytest.mark.parametrize("divisor", [Estimate.stated(0), Estimate.stated(-1), Estimate.between(-1, 2)])
def test_a_divisor_that_may_be_zero_or_less_is_refused(divisor: Estimate) -> None:
    with pytest.raises(RecordError, match=r"Estimate\.divisor"):
        _ = Estimate.stated(1) / divisor


def test_a_dividend_that_may_be_negative_is_refused() -> None:
    with pytest.raises(RecordError, match=r"Estimate\.dividend"):
        _ = Estimate.between(-1, 2) / Estimate.stated(2)


# ---------------------------------------------------------------------------------------------------------- scaling


@given(WHOLE, st.integers(1, 10**6))
def test_scaling_multiplies_each_part_and_keeps_the_wording(one: Estimate, factor: int) -> None:
    scaled = one * factor
    assert parts(scaled) == tuple(None if part is None else part * factor for part in parts(one))
    assert scaled.wording is one.wording
    assert factor * one == scaled


@given(estimates(parts=st.integers(-(10**6), 10**6)), st.integers(1, 10**6))
def test_division_undoes_multiplication(one: Estimate, factor: int) -> None:
    assert one * factor / factor == one


@pytest.mark.parametrize("factor", [0, -1, -0.5, None, True, "2", math.nan, math.inf, [2], 2**1024])
@pytest.mark.parametrize("operation", ["mul", "truediv"])
def test_a_factor_is_a_positive_number(operation: str, factor: object) -> None:
    with pytest.raises(RecordError, match=r"Estimate\.factor") as caught:
        getattr(operator, operation)(Estimate.stated(1), factor)
    assert caught.value.field == "factor"


def test_scaling_out_of_what_a_float_holds_is_refused() -> None:
    with pytest.raises(RecordError):
        _ = Estimate.stated(1e300) * 1e300
    with pytest.raises(RecordError):
        _ = Estimate.stated(1e300) / 1e-300


# ----------------------------------------------------------------------------------------------------- within_rounding


@pytest.mark.parametrize("wording", [Wording.ABOUT, Wording.NEARLY])
@pytest.mark.parametrize(
    ("best", "low", "high"),
    [
        (300_000, 250_000, 350_000),
        (12_500_000, 12_450_000, 12_550_000),
        (12_000, 11_500, 12_500),
        (4, 3.5, 4.5),
        (45, 44.5, 45.5),
        (0.05, 0.045, 0.055),
        (0.5, 0.45, 0.55),
        (12.5, 12.45, 12.55),
        (0, -0.5, 0.5),
        (-300, -350, -250),
        (1e300, 5 * 10**299, 15 * 10**299),
        (1e-300, 5e-301, 1.5e-300),
    ],
)
def test_rounding_is_half_a_unit_of_the_last_significant_digit(
    wording: Wording, best: float, low: float, high: float
) -> None:
    read = Estimate.stated(best, wording).within_rounding()
    assert (read.best, read.wording) == (best, wording)
    assert read.low == pytest.approx(low, rel=1e-15)
    assert read.high == pytest.approx(high, rel=1e-15)


def test_rounding_goes_outwards_where_no_float_holds_a_half() -> None:
    best = 123_456_789_012_345_678_901_234_567_890_123
    assert parts(Estimate.stated(best, Wording.ABOUT).within_rounding()) == (best, best - 1, best + 1)


def test_rounding_does_not_depend_on_the_callers_decimal_context() -> None:
    about = Estimate.stated(12_345_600, Wording.ABOUT)
    with decimal.localcontext(decimal.Context(prec=3, traps=[decimal.Inexact])):
        assert parts(about.within_rounding()) == (12_345_600, 12_345_550, 12_345_650)


@pytest.mark.parametrize("wording", [wording for wording in SINGLE if wording not in {Wording.ABOUT, Wording.NEARLY}])
def test_only_an_approximate_number_is_widened(wording: Wording) -> None:
    stated = Estimate.stated(300, wording)
    assert stated.within_rounding() is stated


@given(estimates())
def test_rounding_widens_around_the_best_value_once(one: Estimate) -> None:
    read = one.within_rounding()
    assert (read.best, read.wording) == (one.best, one.wording)
    assert read.within_rounding() == read
    if one.low is not None or one.high is not None or one.best is None:
        assert read == one


@settings(max_examples=examples(50))
@given(st.integers(1, 10**6), st.integers(0, 12))
@example(3, 5)
def test_rounding_a_round_number_reaches_half_way_to_its_neighbours(digits: int, zeros: int) -> None:
    assume(digits % 10)
    unit = 10**zeros
    read = Estimate.stated(digits * unit, Wording.ABOUT).within_rounding()
    assert read.low is not None
    assert read.high is not None
    assert (2 * read.low, 2 * read.high) == ((2 * digits - 1) * unit, (2 * digits + 1) * unit)


# ------------------------------------------------------------------------------------------------------------- print


@pytest.mark.parametrize(
    ("estimate", "text"),
    [
        (Estimate.stated(5_000_000, Wording.NEARLY), "nearly 5,000,000"),
        (Estimate.stated(300, Wording.MORE_THAN), "more than 300"),
        (Estimate.stated(0), "0"),
        (Estimate.stated(-1500.5), "-1,500.5"),
        (Estimate.between(10, 15), "between 10 and 15"),
        (Estimate.between(0, 0.5), "between 0 and 0.5"),
        (Estimate.vague(), "vague"),
        (Estimate.vague(0, 9), "vague, at least 0, at most 9"),
        (Estimate(300, 250, 350, Wording.ABOUT), "about 300 (250 to 350)"),
        (Estimate(5, 0, 9, Wording.ABOUT), "about 5 (0 to 9)"),
        (Estimate(5, 3, None, Wording.ABOUT), "about 5"),
    ],
)
def test_an_estimate_reads_as_words(estimate: Estimate, text: str) -> None:
    assert str(estimate) == text


@given(estimates())
def test_the_repr_makes_it_anew(one: Estimate) -> None:
    written = repr(one)
    for wording in Wording:
        written = written.replace(repr(wording), f"Wording.{wording.name}")
    assert eval(written, {"Estimate": Estimate, "Wording": Wording}) == one  # noqa: S307


@given(numbers())
def test_equal_numbers_of_two_types_make_equal_estimates(number: float) -> None:
    assume(abs(number) < 2**53)
    one, other = Estimate.stated(number), Estimate.stated(float(number))
    assume(float(number) == number)
    assert one == other
    assert hash(one) == hash(other)
    assert repr(one) == repr(other)
