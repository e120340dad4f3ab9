"""Runs of digits: which separators group, which one marks decimals, and what is no figure at all."""

# ruff: noqa: PLR2004 - its small numbers are those of language and calendar

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

Value = int | Fraction

# more digits than this name something (an account, a key); they count nothing
MOST_DIGITS = 21
_GROUPED = {separator: re.compile(rf"[0-9]{{1,3}}(?:{re.escape(separator)}[0-9]{{3}})+") for separator in ".,'٬،"}
_GROUPED["٫"] = re.compile(r"[0-9]{1,3}(?:٫[0-9]{3}){2,}")  # one alone marks decimals
_ONE_SEPARATOR = re.compile(r"([0-9]+)([.,'٫٬،])([0-9]+)")
_TWO_SEPARATORS = re.compile(r"([0-9]{1,3}(?:([.,'٬،])[0-9]{3})(?:\2[0-9]{3})*)([.,٫،])([0-9]+)")
_ADDRESS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}")
_SMALL = 256
_TENTHS = 2


class Digits(NamedTuple):
    """What a run of digits says.

    Attributes:
        value: Its number as read without other evidence; None where it is no figure (an address, a version).
        other: The other number it can be, for one separator before three digits.
        separator: That separator.
        plain: Whether there are digits only.
        text: The run.
    """

    value: Value | None
    other: Value | None
    separator: str
    plain: bool
    text: str


def parse_digits(text: str) -> Digits:
    """Read one run of folded digits.

    Example:
        >>> parse_digits("1.234.567").value
        1234567
        >>> parse_digits("12,5").value
        Fraction(25, 2)
    """
    if text.isdecimal():
        # zeros in front are those of a telephone or an account
        named = len(text) > MOST_DIGITS or (text[0] == "0" and len(text) > _PADDED and bool(text.strip("0")))
        named = named or (len(text) == len("000") and not text.strip("0"))  # the end of a number cut apart
        return Digits(None if named else int(text), None, "", plain=True, text=text)
    if len(text) > 2 * MOST_DIGITS:
        return Digits(None, None, "", plain=False, text=text)
    match = _ONE_SEPARATOR.fullmatch(text)
    if match is not None:
        return _one(text, *match.groups())
    for separator, grouped in _GROUPED.items():
        if grouped.fullmatch(text) and not (separator == "." and _is_address(text)):
            return Digits(int(text.replace(separator, "")), None, "", plain=False, text=text)
    match = _TWO_SEPARATORS.fullmatch(text)
    if match is not None and match[2] != match[3]:
        whole = match[1].replace(match[2], "")
        return Digits(_decimal(whole, match[4]), None, "", plain=False, text=text)
    return Digits(None, None, "", plain=False, text=text)


# 0410 is a padded number, 0933123456 a telephone's
_PADDED = 5


def _one(text: str, whole: str, separator: str, rest: str) -> Digits:
    decimal = _decimal(whole, rest)
    groups = len(rest) == 3 and len(whole) <= 3 and whole[0] != "0"
    if not groups or (separator == "٫" and rest != "000"):
        # ١٬٥: the one mark is printed for the other
        refused = separator == "'" or (separator == "٬" and len(rest) > _TENTHS)
        return Digits(None if refused else decimal, None, "", plain=False, text=text)
    grouped = int(whole + rest)
    if separator in "'٬":
        return Digits(grouped, None, "", plain=False, text=text)
    if rest == "000":  # nobody writes three zeros for decimals
        return Digits(grouped, None, "", plain=False, text=text)
    as_decimal = separator == "."
    first, other = (decimal, grouped) if as_decimal else (grouped, decimal)
    return Digits(first, other, separator, plain=False, text=text)


def groups_by(mark: str, runs: Iterable[Digits]) -> str:
    """Whether a text writes a point, or a comma, for thousands.

    It does so "surely" where it writes 1.284.600 or 1.275,4, and is "likely" to where all its decimals stand behind the
    other of the two, or three zeros behind this one; else "".

    Example:
        >>> groups_by(".", map(parse_digits, ["1.600", "1.284.600"]))
        'surely'
        >>> groups_by(".", map(parse_digits, ["1.600", "7.5"]))
        ''
    """
    surely = likely = False
    other = "," if mark == "." else "."
    for run in runs:
        if run.plain or run.value is None or run.other is not None:
            continue
        at, point = run.text.rfind(mark), run.text.rfind(other)
        if at > point and isinstance(run.value, Fraction):
            return ""  # 7.5
        surely = surely or run.text.count(mark) > 1 or 0 < at < point
        likely = likely or (point > 0 and isinstance(run.value, Fraction)) or run.text[at:] == f"{mark}000"
    return "surely" if surely else "likely" if likely else ""


def _decimal(whole: str, rest: str) -> Value:
    value = Fraction(int(whole + rest), 10 ** len(rest))
    return value.numerator if value.denominator == 1 else value


def _is_address(text: str) -> bool:
    parts = text.split(".")
    return bool(_ADDRESS.fullmatch(text)) and all(int(part) < _SMALL and str(int(part)) == part for part in parts)
