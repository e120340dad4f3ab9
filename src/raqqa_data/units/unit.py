"""One unit: what it measures, how large it is, what it is called."""

from __future__ import annotations

import attrs

from raqqa_data.texts import Name

Number = int | float

_EXACT_FLOATS = 2**53


@attrs.frozen(kw_only=True)
class Unit:
    """A unit of measure, or a counted kind.

    Attributes:
        name: pint's canonical name, such as "meter ** 2".
        dimension: What it measures, such as "area"; a counted kind is its own dimension.
        base: Name of the unit of that dimension that has the factor 1.
        label: What one of it is called, in both languages.
        plural: What several are called.
        symbol: Short form for print.
        ucum: UCUM code.
        qudt: QUDT name, "unit:..." stands for http://qudt.org/vocab/unit/...
        rec20: UN/CEFACT Recommendation 20 common code.
        size: How many base units it is, as numerator and denominator.
        zero: For a temperature scale, what to add before the size applies, likewise.
        minor: For a currency of ISO 4217, how many decimals its minor unit has.

    Example:
        >>> from raqqa_data.units.table import UNITS
        >>> UNITS["hectare"].factor, UNITS["hectare"].base, UNITS["hectare"].label.ar
        (10000, 'meter ** 2', 'هكتار')
    """

    name: str
    dimension: str
    base: str
    label: Name
    plural: Name
    symbol: str
    ucum: str
    qudt: str | None = None
    rec20: str | None = None
    size: tuple[int, int] = (1, 1)
    zero: tuple[int, int] = (0, 1)
    minor: int | None = None

    @property
    def counted(self) -> bool:
        """Whether it is a counted kind, such as persons or bridges.

        Example:
            >>> from raqqa_data.units.table import UNITS
            >>> UNITS["bridge"].counted, UNITS["meter"].counted
            (True, False)
        """
        return self.own and self.minor is None

    @property
    def own(self) -> bool:
        """Whether it is a dimension of its own, as each counted kind and each currency is."""
        return self.dimension == self.name and "/" not in self.name

    @property
    def factor(self) -> Number | None:
        """How many base units it is; None on a scale with a zero of its own, whose values must not be added.

        Example:
            >>> from raqqa_data.units.table import UNITS
            >>> UNITS["percent"].factor, UNITS["degree_Celsius"].factor
            (0.01, None)
        """
        return quotient(*self.size) if self.zero == (0, 1) else None

    def __str__(self) -> str:
        return self.name


def quotient(numerator: int, denominator: int, *, whole: bool = True) -> Number:
    """The quotient as an int where that is exact (or too large for a float), else the nearest float."""
    quotient, rest = divmod(numerator, denominator)
    if not rest and (whole or abs(quotient) < _EXACT_FLOATS):
        return quotient
    try:
        nearest = numerator / denominator
    except OverflowError:
        return quotient
    return int(nearest) if not whole and nearest.is_integer() and abs(nearest) < _EXACT_FLOATS else nearest
