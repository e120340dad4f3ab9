"""A reported number as stated, with the bounds that its wording states."""

from __future__ import annotations

import functools
import math
import numbers
import operator
from typing import TYPE_CHECKING, Any, Self

import attrs

from raqqa_data.errors import OperationError, RecordError
from raqqa_data.records.operators import NoOrder
from raqqa_data.texts import Code

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

Number = int | float

_EXACT_FLOATS = 2**53
_SURELY_FLOATS = 2**1023


class Wording(Code):
    """How a text states a number."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    LESS_THAN = "less than"
    AT_MOST = "at most"
    UP_TO = "up to"
    BETWEEN = "between"
    VAGUE = "vague"

    def weaker(self, other: Wording) -> Wording:
        """The strongest wording that says no more than either of the two.

        Wordings form a join semilattice: EXACT at the bottom; above it the lower bounds (more than, at least), the
        upper bounds (less than, at most, up to), NEARLY and BETWEEN, each on its own; ABOUT above all of these but
        BETWEEN; VAGUE on top.

        Example:
            >>> Wording.EXACT.weaker(Wording.MORE_THAN)
            <Wording.MORE_THAN>
            >>> Wording.MORE_THAN.weaker(Wording.LESS_THAN)
            <Wording.ABOUT>
        """
        if self is other or other is Wording.EXACT:
            return self
        if self is Wording.EXACT:
            return other
        return next(wording for wording in _AS_WEAK[self] if wording in _AS_WEAK[other])


# Each wording and all that are weaker, strongest first.
_AS_WEAK = {
    Wording.VAGUE: (Wording.VAGUE,),
    Wording.BETWEEN: (Wording.BETWEEN, Wording.VAGUE),
    Wording.ABOUT: (Wording.ABOUT, Wording.VAGUE),
    Wording.NEARLY: (Wording.NEARLY, Wording.ABOUT, Wording.VAGUE),
    Wording.AT_LEAST: (Wording.AT_LEAST, Wording.ABOUT, Wording.VAGUE),
    Wording.MORE_THAN: (Wording.MORE_THAN, Wording.AT_LEAST, Wording.ABOUT, Wording.VAGUE),
    Wording.UP_TO: (Wording.UP_TO, Wording.ABOUT, Wording.VAGUE),
    Wording.AT_MOST: (Wording.AT_MOST, Wording.UP_TO, Wording.ABOUT, Wording.VAGUE),
    Wording.LESS_THAN: (Wording.LESS_THAN, Wording.AT_MOST, Wording.UP_TO, Wording.ABOUT, Wording.VAGUE),
}
_LOWER_BOUND = frozenset({Wording.MORE_THAN, Wording.AT_LEAST})
_UPPER_BOUND = frozenset({Wording.LESS_THAN, Wording.AT_MOST, Wording.UP_TO})
_REVERSED = {
    Wording.MORE_THAN: Wording.LESS_THAN,
    Wording.AT_LEAST: Wording.AT_MOST,
    Wording.LESS_THAN: Wording.MORE_THAN,
    Wording.AT_MOST: Wording.AT_LEAST,
    Wording.UP_TO: Wording.AT_LEAST,
    Wording.NEARLY: Wording.ABOUT,
}


def _plain(value: object, field: str) -> Number | None:
    """A plain finite number, int where it is whole, and no larger than a float can be."""
    if value is None or (type(value) is int and -_SURELY_FLOATS < value < _SURELY_FLOATS):
        return value
    if isinstance(value, numbers.Number) and not isinstance(value, numbers.Complex):
        return _undecimalled(value, field)
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        raise RecordError("Estimate", field, value, "not a number; use None where none is stated")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if isinstance(value, numbers.Integral) and math.isfinite(number):
        return int(value)
    if not math.isfinite(number):
        raise RecordError("Estimate", field, value, "not finite, or too large; use None where no bound is stated")
    return int(number) if number.is_integer() and abs(number) < _EXACT_FLOATS else number


def _undecimalled(value: Any, field: str) -> Number:
    """A Decimal as the number that is written the same."""
    from decimal import Decimal

    if not isinstance(value, Decimal) or not value.is_finite():
        raise RecordError("Estimate", field, value, "not a finite number; use None where none is stated")
    number = _plain(int(value) if value == value.to_integral_value() else float(value), field)
    if number is None or Decimal(repr(number)) != value:
        raise RecordError("Estimate", field, value, "has more digits than are kept, some 15; round it as the text does")
    return number


def _best(value: float | Decimal | None) -> Number | None:
    return _plain(value, "best")


def _low(value: float | Decimal | None) -> Number | None:
    return _plain(value, "low")


def _high(value: float | Decimal | None) -> Number | None:
    return _plain(value, "high")


def _wording(value: str) -> Wording:
    try:
        return Wording(value)
    except ValueError:
        known = ", ".join(Wording)
        raise RecordError("Estimate", "wording", value, f"not a wording; one of: {known}") from None


@attrs.frozen
class Estimate(NoOrder):
    """A number as stated, and the bounds that its wording states.

    None means "not stated": never zero, never infinity. Whole numbers are held as int, others as float; a Decimal is
    taken where a float is written the same. Naming follows UCDP's best, low and high.

    | wording | best | low | high |
    |---|---|---|---|
    | exact | v | v | v |
    | about, nearly | v | None, or as widened by `within_rounding` | likewise |
    | more than, at least | v | v | None |
    | less than, at most, up to | v | None | v |
    | between a and b | None | a | b |
    | vague | None | what is stated | what is stated |

    Raises:
        RecordError: A part is not a finite number, the parts are out of order, or do not fit the wording.

    Example:
        >>> Estimate.stated(300, Wording.MORE_THAN) + Estimate.stated(15)
        Estimate(best=315, low=315, high=None, wording=<Wording.MORE_THAN>)
    """

    best: Number | None = attrs.field(converter=_best)
    low: Number | None = attrs.field(converter=_low)
    high: Number | None = attrs.field(converter=_high)
    wording: Wording = attrs.field(converter=_wording)

    def __attrs_post_init__(self) -> None:
        best, low, high = self.best, self.low, self.high
        stated = [part for part in (low, best, high) if part is not None]
        if stated != sorted(stated):
            raise RecordError("Estimate", "low, best, high", (low, best, high), "must not fall: low <= best <= high")
        problem = _misfit(self.wording, best, low, high)
        if problem:
            raise RecordError("Estimate", "wording", self.wording, f"{problem}; best={best}, low={low}, high={high}")

    @classmethod
    def stated(cls, value: Number | Decimal, wording: Wording = Wording.EXACT) -> Self:
        """The estimate that one number with this wording states.

        Args:
            value: The number as printed.
            wording: Any wording but BETWEEN and VAGUE, which state no single number.

        Raises:
            RecordError: The wording states no single number, or the value is no finite number.

        Example:
            >>> Estimate.stated(4, Wording.NEARLY)
            Estimate(best=4, low=None, high=None, wording=<Wording.NEARLY>)
        """
        wording = _wording(wording)
        exact = wording is Wording.EXACT
        return cls(
            value,
            value if exact or wording in _LOWER_BOUND else None,
            value if exact or wording in _UPPER_BOUND else None,
            wording,
        )

    @classmethod
    def between(cls, low: Number | Decimal, high: Number | Decimal) -> Self:
        """A stated range, both ends included, with no best value.

        Example:
            >>> str(Estimate.between(10, 15))
            'between 10 and 15'
        """
        return cls(None, low, high, Wording.BETWEEN)

    @classmethod
    def vague(cls, low: Number | Decimal | None = None, high: Number | Decimal | None = None) -> Self:
        """A figure such as "hundreds": no best value, and a bound at most.

        Example:
            >>> str(Estimate.vague(low=200))
            'vague, at least 200'
        """
        return cls(None, low, high, Wording.VAGUE)

    def __add__(self, other: object) -> Estimate:
        if not isinstance(other, Estimate):
            _refuse_number("+", self, other)
            return NotImplemented
        return _in_order(
            _apply(_add, self.best, other.best),
            _apply(_add, self.low, other.low),
            _apply(_add, self.high, other.high),
            self.wording.weaker(other.wording),
        )

    def __radd__(self, other: object) -> Estimate:
        # sum() starts from 0
        if type(other) is int and other == 0:
            return self
        _refuse_number("+", self, other)
        return NotImplemented

    def __sub__(self, other: object) -> Estimate:
        if not isinstance(other, Estimate):
            _refuse_number("-", self, other)
            return NotImplemented
        return _in_order(
            _apply(_subtract, self.best, other.best),
            _apply(_subtract, self.low, other.high),
            _apply(_subtract, self.high, other.low),
            self.wording.weaker(_REVERSED.get(other.wording, other.wording)),
        )

    def __mul__(self, factor: object) -> Estimate:
        """Times a positive number, as a change of unit needs."""
        return self._scale(operator.mul, factor)

    __rmul__ = __mul__

    def __truediv__(self, divisor: object) -> Estimate:
        """Over a positive number, or over a positive estimate by interval division."""
        if not isinstance(divisor, Estimate):
            return self._scale(_divide, divisor)
        if any(part is not None and part <= 0 for part in (divisor.low, divisor.best, divisor.high)):
            raise RecordError("Estimate", "divisor", str(divisor), "must be positive in every part")
        if any(part is not None and part < 0 for part in (self.low, self.best, self.high)):
            raise RecordError("Estimate", "dividend", str(self), "must not be negative in any part")
        return Estimate(
            _apply(_divide, self.best, divisor.best),
            _apply(_divide, self.low, divisor.high),
            _apply(_divide, self.high, divisor.low),
            self.wording.weaker(_REVERSED.get(divisor.wording, divisor.wording)),
        )

    def within_rounding(self) -> Estimate:
        """Read "about 300 thousand" as 250 000 to 350 000, on purpose.

        Half a unit of the last significant digit goes to either side. Only ABOUT and NEARLY without bounds are widened;
        trailing zeros are taken as not significant. This is your reading, not the text's.

        Example:
            >>> Estimate.stated(300_000, Wording.ABOUT).within_rounding()
            Estimate(best=300000, low=250000, high=350000, wording=<Wording.ABOUT>)
        """
        if self.wording not in {Wording.ABOUT, Wording.NEARLY} or self.best is None:
            return self
        if self.low is not None or self.high is not None:
            return self
        from decimal import Context, Decimal

        # a context of our own: the caller's may be set to a few digits. A part has at most 309.
        exact = Context(prec=400, traps=[])
        best = Decimal(repr(self.best))
        exponent = exact.normalize(best).as_tuple().exponent
        half = exact.scaleb(Decimal(5), (exponent if isinstance(exponent, int) else 0) - 1)
        low, high = exact.subtract(best, half), exact.add(best, half)
        return Estimate(self.best, _undecimal(low, math.floor), _undecimal(high, math.ceil), self.wording)

    def __str__(self) -> str:
        """The estimate in words, e.g. `more than 300`."""
        low, high = _spell(self.low), _spell(self.high)
        if self.wording is Wording.BETWEEN:
            return f"between {low} and {high}"
        if self.wording is Wording.VAGUE:
            bounds = [f"at least {low}"] * bool(low) + [f"at most {high}"] * bool(high)
            return ", ".join(["vague", *bounds])
        if self.wording is Wording.EXACT:
            return _spell(self.best)
        words = f"{self.wording} {_spell(self.best)}"
        return f"{words} ({low} to {high})" if low and high else words

    def _repr_html_(self) -> str:
        parts = {"best": self.best, "low": self.low, "high": self.high}
        stated = ", ".join(f"{name} {_spell(part) or 'not stated'}" for name, part in parts.items())
        return f"<bdi><b>{self}</b></bdi> <small>({stated})</small>"

    def _scale(self, operation: Callable[[Any, Any], Any], factor: object) -> Estimate:
        scale = _plain(factor, "factor")
        if scale is None or scale <= 0:
            raise RecordError("Estimate", "factor", factor, "must be positive")
        best, low, high = (_apply(operation, part, scale) for part in (self.best, self.low, self.high))
        return Estimate(best, low, high, self.wording)


def _refuse_number(operation: str, estimate: Estimate, other: object) -> None:
    """A number does not say how it is stated; of what is none, the other operand is asked."""
    if isinstance(other, numbers.Number):
        raise OperationError(operation, estimate, f"say how the number is stated: Estimate.stated({other})")


def sum_as_written(values: Sequence[Number]) -> Number:
    """The sum to the last digit of what is written: ten cents and twenty are thirty.

    Example:
        >>> sum_as_written([0.1, 0.2]), 0.1 + 0.2
        (0.3, 0.30000000000000004)
    """
    if all(isinstance(value, int) for value in values):
        return sum(values)
    from decimal import Context, Decimal

    # a context of our own: the caller's may be set to a few digits. No two floats are further apart than that.
    exact = Context(prec=700)
    added = functools.reduce(exact.add, (Decimal(repr(value)) for value in values), Decimal(0))
    whole = added == added.to_integral_value()
    # where all were floats a large sum stays one: its last digits are none that somebody wrote
    exactly = abs(added) < _EXACT_FLOATS or any(isinstance(value, int) for value in values)
    return int(added) if whole and exactly else float(added)


def _add(left: Number, right: Number) -> Number:
    return sum_as_written((left, right))


def _subtract(left: Number, right: Number) -> Number:
    return sum_as_written((left, -right))


def _divide(left: Number, right: Number) -> Number:
    return left / right


def _in_order(best: Number | None, low: Number | None, high: Number | None, wording: Wording) -> Estimate:
    """A large float is rounded, a whole number is not: where that puts a part past another, the bound gives way."""
    parts = [part for part in (low, best, high) if part is not None]
    return Estimate(best, None if low is None else min(parts), None if high is None else max(parts), wording)


def _apply(operation: Callable[[Any, Any], Any], left: Any, right: Any) -> Any:
    return None if left is None or right is None else operation(left, right)


def _misfit(wording: Wording, best: Number | None, low: Number | None, high: Number | None) -> str | None:
    """What the wording needs and these parts do not give."""
    if wording is Wording.EXACT:
        return None if best is not None and best == low == high else "needs best, low and high to be equal"
    if wording in _LOWER_BOUND:
        return None if None not in {best, low} and high is None else "needs best and low, and no high"
    if wording in _UPPER_BOUND:
        return None if None not in {best, high} and low is None else "needs best and high, and no low"
    if wording is Wording.BETWEEN:
        return None if best is None and None not in {low, high} else "needs low and high, and no best"
    if wording is Wording.VAGUE:
        return None if best is None else "states no best value"
    return None if best is not None else "needs a best value"


def _undecimal(value: Decimal, outwards: Callable[[Decimal], int]) -> Number:
    whole = outwards(value)
    return whole if whole == value or abs(whole) > _EXACT_FLOATS else float(value)


def _spell(part: Number | None) -> str:
    return "" if part is None else f"{part:,}"
