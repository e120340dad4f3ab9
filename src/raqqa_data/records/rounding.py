"""Whether two numbers differ by more than what rounding makes of them."""

from __future__ import annotations

from typing import Any

ROUNDING = 10**12
"""A float keeps about 16 digits; a sum or a change of unit may spoil the last few."""


def alike(one: Any, other: Any, offset: Any = 0) -> bool:
    """Whether two numbers are the same but for rounding; two whole numbers are the same or not.

    Args:
        one: A number.
        other: Another.
        offset: How far from zero the scale of one of them begins, where it was counted from elsewhere.

    Example:
        >>> alike(0.1 + 0.2, 0.3), alike(10**15, 10**15 + 1)
        (True, False)
    """
    if one == other or (type(one) is int and type(other) is int):
        return bool(one == other)
    return bool(abs(one - other) * ROUNDING <= max(abs(one), abs(other)) + offset)


def surely_less(one: Any, other: Any, offset: Any = 0) -> bool:
    """Whether one number is less than another by more than rounding; None, which is not stated, never is.

    Example:
        >>> surely_less(1, 2), surely_less(0.3, 0.1 + 0.2), surely_less(None, 2)
        (True, False, False)
    """
    return one is not None and other is not None and one < other and not alike(one, other, offset)
