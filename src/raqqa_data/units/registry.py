"""The only door to pint.

pint is imported inside the functions, so importing this module costs next to nothing. The registry is always the
user's: the one given, the one a foreign quantity belongs to, or pint's application registry as it is at that call. None
is ever built, set or cached here. A counted kind is defined in it when first needed, the dunam with the first area;
`define_units` defines them all, which a process that unpickles quantities needs.
"""

from __future__ import annotations

import contextlib
import math
import numbers
import re
import threading
from typing import TYPE_CHECKING, Any, cast

from raqqa_data.errors import UnitConflictError, UnitError
from raqqa_data.units.table import UNITS, Number, Unit, convert, find_unit

if TYPE_CHECKING:
    from collections.abc import Iterable

# Units that pint's default definitions lack.
_LACKED = {"dunam", "feddan", "quintal", "permyriad", "percentmille"}
_OWN = {name: unit for name, unit in UNITS.items() if unit.own or name in _LACKED}
_MEASURES = [unit for unit in _OWN.values() if not unit.own]

# What is handed to pint's parser: names with one-digit powers, multiplied and divided.
_FACTOR = r"[^\W\d]\w*\s*(?:(?:\*\*|\^)\s*-?\d)?"
_EXPRESSION = rf"\s*{_FACTOR}(?:\s*[*/]\s*{_FACTOR})*\s*"

_LONGEST = 80

_DEFINING = threading.RLock()


def define_units(registry: Any = None) -> None:
    """Define what pint lacks, the counted kinds, the dunam, the feddan and the quintal, in a registry.

    A currency is defined when it is first needed. Only what is missing is added, so calling it again changes nothing.
    Either all of it is defined or, where one unit conflicts, nothing. Call it outside `with registry.context(...)`:
    what pint is told inside, it forgets on leaving.

    Args:
        registry: A pint registry; pint's application registry when left out.

    Raises:
        UnitConflictError: The registry means something else by one of the names or their plurals.

    Example:
        >>> import pint
        >>> registry = pint.UnitRegistry()
        >>> define_units(registry)
        >>> print(registry("3 people + 2 persons"))
        5 person
    """
    registry = _registry(registry)
    with _DEFINING:
        _define(registry, (unit for unit in _OWN.values() if unit.minor is None and _definable(registry, unit)))


def quantity(magnitude: Number, unit: str, registry: Any = None) -> Any:
    """A fresh pint Quantity.

    Args:
        magnitude: The number.
        unit: Name of a unit, as `find_unit` takes it.
        registry: A pint registry; pint's application registry when left out.

    Raises:
        UnitError: The unit is unknown to the table, or to the registry.
        UnitConflictError: The registry means something else by the unit.

    Example:
        >>> quantity(5_000_000, "meter ** 2").to("hectare")
        <Quantity(500.0, 'hectare')>
    """
    known = find_unit(unit)
    registry = _registry(registry)
    for part in _parts(known):
        _ready(registry, part)
        _offer(registry, part)
    return registry.Quantity(magnitude, known.name)


def unit_name(unit: Any, registry: Any = None) -> str:
    """The table's name of a unit.

    A pint Unit or Quantity is read in its own registry. Of a spelling that the table does not know, pint's parser is
    asked.

    Args:
        unit: A name, a pint Unit, or a pint Quantity.
        registry: The pint registry for such a spelling; pint's application registry when left out.

    Raises:
        UnitError: The table has no such unit.
        UnitConflictError: The registry of a pint object means something else by the unit.

    Example:
        >>> unit_name("km²"), unit_name("kelvins")
        ('kilometer ** 2', 'kelvin')
        >>> import pint
        >>> unit_name(pint.Unit("m / s"))
        'meter / second'
    """
    if not isinstance(unit, str):
        return _known(unit).name
    try:
        return find_unit(unit).name
    except UnitError:
        if len(unit) > _LONGEST or not re.fullmatch(_EXPRESSION, unit):
            raise
        import pint

        try:
            return _known(_registry(registry).Unit(unit)).name
        except UnitConflictError:
            raise
        except (ValueError, AssertionError, pint.PintError):
            pass  # pint does not know it either
        raise


def from_quantity(quantity: Any) -> tuple[Number, str]:
    """The number and the unit's name of a pint Quantity of any registry.

    Raises:
        UnitError: It is no quantity of one real number, or the table does not have its unit.
        UnitConflictError: Its registry means something else by the unit.

    Example:
        >>> import pint
        >>> from_quantity(pint.UnitRegistry().Quantity(12.0, "km**2"))
        (12, 'kilometer ** 2')
    """
    from decimal import Decimal

    magnitude: Any = getattr(quantity, "magnitude", None)
    if isinstance(magnitude, numbers.Integral):
        return int(magnitude), _known(quantity).name
    if isinstance(magnitude, (numbers.Real, Decimal)) and math.isfinite(magnitude):
        name = _known(quantity).name
        return convert(float(magnitude), name, name), name  # whole numbers become int
    raise UnitError(quantity, "not a pint Quantity of one finite real number")


def _registry(registry: Any) -> Any:
    if registry is None:
        import pint

        application: Any = pint.application_registry
        registry = application.get()
    with _DEFINING:  # pint's lazy registry must not be started by two threads
        if not (hasattr(registry, "Quantity") and hasattr(registry, "parse_unit_name")):
            raise UnitError(registry, "is no pint registry; give a pint.UnitRegistry, or leave it out for pint's own")
    return registry


def _known(foreign: Any) -> Unit:
    """The table's unit for a pint Unit or Quantity."""
    import pint.facets.plain
    import pint.util

    unit_or_quantity: tuple[type, ...] = (pint.facets.plain.PlainUnit, pint.facets.plain.PlainQuantity)
    if not isinstance(foreign, unit_or_quantity):
        raise UnitError(foreign, "neither the name of a unit nor a pint Unit or Quantity")
    bound, util = cast("Any", foreign), cast("Any", pint.util)
    registry = bound._REGISTRY  # noqa: SLF001 - pint has no other name for it
    # not str(unit), which follows the registry's print format
    container = util.to_units_container(bound)
    try:
        known = find_unit(str(container))
    except UnitError:
        # the registry may call a counted kind by a name of its own
        kind = UNITS.get(str(bound.dimensionality).strip("[]"))
        if kind is None or container != util.to_units_container(registry.Unit(kind.name)):
            raise
        known = kind
    for part in _parts(known):
        _require_same(registry, part)
    return known


def _parts(unit: Unit) -> tuple[Unit, ...]:
    """The unit itself, or those of the table that a quotient is made of."""
    if unit.name in UNITS:
        return (unit,)
    return tuple(UNITS[part] for part in unit.name.split(" / ") if part != "1")


def _ready(registry: Any, unit: Unit) -> None:
    """See that the registry knows the unit and means the same by it."""
    import pint

    # while another thread defines the unit, half of what the registry says of it is there
    with _DEFINING:
        try:
            _require_same(registry, unit)
        except pint.UndefinedUnitError:
            if unit.name not in _OWN or not _definable(registry, unit):
                problem = "this registry does not define it; use one with pint's definitions"
                raise UnitError(unit.name, problem) from None
            _define(registry, [unit])


def _offer(registry: Any, unit: Unit) -> None:
    """Define what pint lacks of the same dimension, so that the quantity converts to it, where the name is free."""
    for other in _MEASURES:
        if other.dimension == unit.dimension and other is not unit:
            # a registry with another meaning for its plural keeps it: this quantity is not in that unit
            with _DEFINING, contextlib.suppress(UnitConflictError):
                if not registry.parse_unit_name(other.name):
                    _define(registry, [other])


def _definable(registry: Any, unit: Unit) -> bool:
    return unit.own or bool(registry.parse_unit_name("meter"))


def _require_same(registry: Any, unit: Unit, spelling: str | None = None) -> None:
    """Raise where the registry means something else by a unit, or by a plural of it."""
    import pint

    name = spelling or unit.name
    compare = _compare_kind if unit.own else _compare_size
    try:
        conflict = _split(registry, unit, name) if unit.name in _OWN else None
        conflict = conflict or compare(registry, unit, name)
    except pint.DimensionalityError as error:
        conflict = str(error.dim2), str(error.dim1)
    except KeyError:  # pint's own, where the registry says what it is by a number alone
        conflict = _dimension(unit), "something without a dimension"
    except pint.UndefinedUnitError as error:
        if not registry.parse_unit_name(name):
            raise
        conflict = _dimension(unit), f"something of which {error}"
    if conflict:
        raise UnitConflictError(name, *conflict)


def _dimension(unit: Unit) -> str:
    return f"[{unit.name}]" if unit.own else unit.dimension


def _split(registry: Any, unit: Unit, name: str) -> tuple[str, str] | None:
    """The conflict with a prefix and another unit, as in centi-ampere, that pint reads in the name."""
    for prefix, root, _ in registry.parse_unit_name(name)[:1]:
        if prefix:
            return _dimension(unit), f"{prefix}{root}, {registry.Unit(root).dimensionality}"
    return None


def _compare_kind(registry: Any, unit: Unit, name: str) -> tuple[str, str] | None:
    ours, theirs = _dimension(unit), str(registry.Unit(name).dimensionality)
    if ours != theirs:
        return ours, theirs
    size, root = registry.get_root_units(name)
    return None if size == 1 else (f"one {ours}", f"{size} {root}")


def _compare_size(registry: Any, unit: Unit, name: str) -> tuple[str, str] | None:
    ours, theirs = convert(1, unit.name, unit.base), registry.convert(1, name, unit.base)
    same = math.isclose(ours, theirs, rel_tol=1e-9)
    return None if same else (f"{ours} {unit.base}", f"{theirs} {unit.base}")


def _define(registry: Any, units: Iterable[Unit]) -> None:
    # all are looked at before the first is defined: a conflict leaves nothing behind
    for definition in [text for unit in units for text in _missing(registry, unit)]:
        registry.define(definition)


def _missing(registry: Any, unit: Unit) -> list[str]:
    """The definitions that the registry lacks for a unit and its plural."""
    plural = unit.plural.en.replace(" ", "_")
    known: str | None = None
    missing: list[str] = []
    spellings = (unit.name,) if unit.minor is not None else (unit.name, plural, f"{unit.name}s")
    for spelling in dict.fromkeys(spellings):
        if registry.parse_unit_name(spelling):
            _require_same(registry, unit, spelling)
            known = known or spelling
        elif spelling != f"{unit.name}s":  # pint reads that plural by itself
            missing.append(spelling)
    if known:
        return [f"@alias {known} = {spelling}" for spelling in missing]
    of = "" if unit.dimension == "ratio" else f" {unit.base}"
    meaning = _dimension(unit) if unit.own else f"{unit.factor}{of}"
    aliases = "".join(f" = {spelling}" for spelling in missing[1:])
    return [f"{unit.name} = {meaning} = _{aliases}"]
