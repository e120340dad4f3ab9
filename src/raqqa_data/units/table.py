"""Every unit that raqqa_data knows, in one closed table, without pint.

Names are pint's own canonical ones, sizes are exact ratios of whole numbers (pint's values: its month is a twelfth of a
year of 365.25 days), codes are those of UCUM, QUDT and UN/CEFACT Recommendation 20, where one exists that is not
deprecated and has the same size. Each counted kind is a dimension of its own: bridges and schools cannot be added.
"""

from __future__ import annotations

import functools
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from raqqa_data.errors import UnitError, closest
from raqqa_data.texts import Name
from raqqa_data.units import quotients
from raqqa_data.units import rows as unit_rows
from raqqa_data.units.currencies import CURRENCIES
from raqqa_data.units.unit import Number, Unit, quotient

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["UNITS", "Number", "Unit", "convert", "find_unit", "spellings", "tender"]

_LONGEST = 80  # of a misspelt name, what is compared with the known ones


def find_unit(name: str) -> Unit:
    """The unit of that name, symbol, plural or other common spelling, in English or Arabic.

    A quotient of units of the table, such as "person / day", "m² per person", "liter / person / day" or "1 / day", is a
    unit too.

    Args:
        name: How the unit is written.

    Raises:
        UnitError: The table has no such unit; the message suggests what comes close.

    Example:
        >>> find_unit("m²").name, find_unit("people").name, find_unit("متر مربع").name
        ('meter ** 2', 'person', 'meter ** 2')
        >>> find_unit("square meters per person").name
        'meter ** 2 / person'
    """
    try:
        return UNITS[name]
    except (KeyError, TypeError):
        pass
    if not isinstance(name, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise UnitError(name, "a unit is named by a text, such as 'meter ** 2'")
    text = _tidy(name)
    known = spellings().get(text)
    if known:
        return UNITS[known]
    if text in unit_rows.REFUSED:
        raise UnitError(name, unit_rows.REFUSED[text])
    above, line, below = text.replace(" per ", " / ").removeprefix("per ").rpartition(" / ")
    if line:
        return quotients.per(find_unit(above), find_unit(below))
    if text.startswith("per "):
        return quotients.per(UNITS["dimensionless"], find_unit(below))
    near = dict.fromkeys(spellings()[spelling] for spelling in closest(text[:_LONGEST], spellings()))
    near = dict.fromkeys(cased for name in (text.upper(), text.lower()) if (cased := spellings().get(name))) or near
    hint = f"did you mean {' or '.join(map(repr, near))}?" if near else "raqqa_data.units.table.UNITS lists what is."
    raise UnitError(name, f"not in the table of units; {hint}")


def convert(value: Number, from_unit: str, to_unit: str) -> Number:
    """The same amount in another unit of the same dimension, rounded once at most.

    Args:
        value: The number in `from_unit`.
        from_unit: Name of a unit.
        to_unit: Name of a unit of the same dimension.

    Returns:
        An int where the result is whole, else a float.

    Raises:
        UnitError: A unit is unknown, the two measure different things, or the value is no finite number.

    Example:
        >>> convert(5_000_000, "meter ** 2", "hectare")
        500
        >>> convert(20, "degree_Celsius", "degree_Fahrenheit")
        68
    """
    source, target = find_unit(from_unit), find_unit(to_unit)
    if source.dimension != target.dimension:
        raise UnitError(
            source.name,
            f"measures {source.dimension}, but {target.name!r} measures {target.dimension}: no conversion between them",
        )
    try:
        numerator, denominator = value.as_integer_ratio()
    except (AttributeError, OverflowError, ValueError):
        raise UnitError(source.name, f"cannot convert {value!r}: not a finite number") from None
    numerator, denominator = _plus((numerator, denominator), source.zero)
    numerator, denominator = numerator * source.size[0], denominator * source.size[1]
    numerator, denominator = numerator * target.size[1], denominator * target.size[0]
    numerator, denominator = _plus((numerator, denominator), (-target.zero[0], target.zero[1]))
    return quotient(numerator, denominator, whole=isinstance(value, int))


def _plus(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] * other[1] + other[0] * one[1], one[1] * other[1]


def _tidy(name: str) -> str:
    """One spelling for what differs in spacing, underscores and the sign of the power only."""
    for sign, plain in _SIGNS:
        name = name.replace(sign, plain)
    return " ".join(name.split())


_SIGNS = (
    ("_", " "),
    ("²", "**2"),
    ("³", "**3"),
    ("^", "**"),
    ("**", " ** "),
    ("/", " / "),
)


@functools.cache
def spellings() -> Mapping[str, str]:
    """Each tidy spelling, in English and Arabic, and the name of its unit."""
    found: dict[str, str] = {}
    for unit in UNITS.values():
        label, plural = unit.label, unit.plural
        more = unit_rows.ALIASES.get(unit.name, "").split(", ")
        for text in map(_tidy, (unit.name, unit.symbol, label.en, plural.en, label.ar, plural.ar, *more)):
            for spelling in (text, text.replace("meter", "metre").replace("liter", "litre")):
                found.setdefault(spelling, unit.name)
    for code, *_, symbols in _rows(CURRENCIES):
        for symbol in filter(None, map(str.strip, symbols.split(","))):
            found.setdefault(_tidy(symbol), code)
    del found[""]
    return MappingProxyType(found)


@functools.cache
def tender() -> Mapping[str, tuple[str, ...]]:
    """The currencies in which each country pays, by its ISO 3166 code of two letters.

    Example:
        >>> tender()["SY"], tender()["PS"]
        (('SYP',), ('ILS', 'JOD'))
    """
    found: dict[str, list[str]] = {}
    for code, _, _, _, countries, _ in _rows(CURRENCIES):
        for country in countries.split():
            found.setdefault(country, []).append(code)
    return MappingProxyType({country: tuple(codes) for country, codes in sorted(found.items())})


def _ratio(text: str) -> tuple[int, int]:
    """An exact size, written as a decimal or a fraction."""
    numerator, _, denominator = text.partition("/")
    whole, _, decimals = numerator.partition(".")
    return int(whole + decimals), int(denominator or 1) * 10 ** len(decimals)


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("|")] for row in table.strip().splitlines()]


def _names(english: str, arabic: str) -> tuple[Name, Name]:
    """Label and plural; an English plural in -s is not written."""
    en, _, en_plural = english.partition(", ")
    ar, _, ar_plural = arabic.partition(", ")
    return Name(en, ar), Name(en_plural or f"{en}s", ar_plural)


def _measures(dimension: str, base: str, table: str) -> list[Unit]:
    """The units of one dimension, a row each."""
    units: list[Unit] = []
    for name, size, english, arabic, symbol, codes in _rows(table):
        label, plural = _names(english, arabic)
        ucum, qudt, rec20 = codes.split()
        size_, _, zero = size.partition(" from ")
        units.append(
            Unit(
                name=name,
                dimension=dimension,
                base=base,
                label=label,
                plural=plural,
                symbol=symbol,
                ucum=ucum,
                qudt=None if qudt == "-" else f"unit:{qudt}",
                rec20=None if rec20 == "-" else rec20,
                size=_ratio(size_),
                zero=_ratio(zero or "0"),
            )
        )
    return units


def _of_its_own(name: str, names: tuple[Name, Name], **more: Any) -> Unit:
    """A unit that is the only one of its dimension."""
    label, plural = names
    ucum = f"{{{name}}}"
    return Unit(name=name, dimension=name, base=name, label=label, plural=plural, ucum=ucum, **more)


def _counted(table: str) -> list[Unit]:
    """The counted kinds, a row each."""
    return [
        _of_its_own(name, names, symbol=names[0].en, rec20=rec20[0] if rec20 else None)
        for name, english, arabic, *rec20 in _rows(table)
        if (names := _names(english, arabic))
    ]


def _currencies(table: str) -> list[Unit]:
    """The currencies, a row each."""
    return [
        _of_its_own(code, _names(english, arabic), symbol=code, minor=int(minor))
        for code, minor, english, arabic, *_ in _rows(table)
    ]


_ALL = (
    *_counted(unit_rows.KINDS),
    *_measures("length", "meter", unit_rows.LENGTH),
    *_measures("area", "meter ** 2", unit_rows.AREA),
    *_measures("volume", "meter ** 3", unit_rows.VOLUME),
    *_measures("mass", "kilogram", unit_rows.MASS),
    *_measures("speed", "meter / second", unit_rows.SPEED),
    *_measures("temperature", "kelvin", unit_rows.TEMPERATURE),
    *_measures("power", "watt", unit_rows.POWER),
    *_measures("energy", "joule", unit_rows.ENERGY),
    *_measures("time", "second", unit_rows.TIME),
    *_measures("voltage", "volt", unit_rows.ELECTRICITY["voltage"]),
    *_measures("current", "ampere", unit_rows.ELECTRICITY["current"]),
    *_measures("frequency", "hertz", unit_rows.ELECTRICITY["frequency"]),
    *_measures("pressure", "pascal", unit_rows.PRESSURE),
    *_measures("information", "byte", unit_rows.INFORMATION),
    *_measures("angle", "degree", unit_rows.ANGLE),
    *_measures("ratio", "dimensionless", unit_rows.RATIO),
    *_currencies(CURRENCIES),
)

UNITS: Mapping[str, Unit] = MappingProxyType({unit.name: unit for unit in _ALL})
"""Every unit of the table by its name.

Example:
    >>> UNITS["person"].ucum, UNITS["person"].rec20, UNITS["person"].counted
    ('{person}', 'IE', True)
"""
