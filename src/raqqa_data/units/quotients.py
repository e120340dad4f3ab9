"""Units of what is stated per something: a quotient of units of the table."""

from __future__ import annotations

from raqqa_data.errors import UnitError
from raqqa_data.texts import Name
from raqqa_data.units.unit import Unit

_SPACE = frozenset({"length", "area", "volume"})
_NAMED = {("length", "time"): ("speed", "meter / second"), ("energy", "time"): ("power", "watt")}
_MOST = 2
"""How many units may stand below the line: litres per person per day."""


def per(above: Unit, below: Unit) -> Unit:
    """One unit over another. A time stands last below the line, whatever the order it was written in.

    Raises:
        UnitError: The two make nothing that is reported.

    Example:
        >>> from raqqa_data.units.table import find_unit
        >>> find_unit("liter / day / person").name, find_unit("1 / day").plural.en
        ('liter / person / day', 'per day')
    """
    inner, line, last = above.name.rpartition(" / ")
    if line and not _is_plain(above) and above.dimension.endswith(" / time") and below.dimension != "time":
        return per(per(_found(inner), below), _found(last))
    name = f"{'1' if above.name == 'dimensionless' else above.name} / {below.name}"
    known = _known(name)
    if known is not None:
        return known
    _check(name, above, below)
    dimension, base = _NAMED.get(
        (above.dimension, below.dimension),
        (f"{_one(above.dimension)} / {below.dimension}", f"{_one(above.base)} / {below.base}"),
    )
    bare = above.name == "dimensionless"
    return Unit(
        name=name,
        dimension=dimension,
        base=base,
        label=_worded(above.label, below.label, bare=bare),
        plural=_worded(above.plural, below.label, bare=bare),
        symbol=f"{above.symbol}/{below.symbol}",
        ucum=f"{'' if bare else above.ucum}/{below.ucum}",
        size=(above.size[0] * below.size[1], above.size[1] * below.size[0]),
    )


def _check(name: str, above: Unit, below: Unit) -> None:
    dimensions = {above.dimension, below.dimension}
    parts = above.dimension.split(" / ")
    bare = above.name == "dimensionless" and below.dimension != "time"
    if bare or below.dimension in parts or dimensions <= _SPACE or below.dimension == "ratio":
        raise UnitError(name, f"{above.dimension} per {below.dimension} is no quotient to report")
    made_of = f"{'' if _is_made(above) else above.name + above.base}{below.name}{below.base}"
    if "/" in made_of or name.count(" / ") > _MOST or above.factor is None or below.factor is None:
        raise UnitError(name, "only plain units can stand above and below the line")


def _is_plain(unit: Unit) -> bool:
    return _known(unit.name) is not None


def _is_made(unit: Unit) -> bool:
    """Whether it is a quotient of this module, and no unit with a name or a dimension of its own."""
    return not _is_plain(unit) and "/" in unit.dimension


def _one(text: str) -> str:
    return "1" if text in {"ratio", "dimensionless"} else text


def _worded(above: Name, below: Name, *, bare: bool) -> Name:
    if bare:
        return Name(f"per {below.en}", f"لكل {below.ar}")
    return Name(f"{above.en} per {below.en}", f"{above.ar} لكل {below.ar}")


def _known(name: str) -> Unit | None:
    from raqqa_data.units.table import UNITS

    return UNITS.get(name)


def _found(name: str) -> Unit:
    from raqqa_data.units.table import find_unit

    return find_unit(name)
