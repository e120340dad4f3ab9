"""What is measured, and what may be added."""

from __future__ import annotations

import attrs

from raqqa_data.errors import RecordError
from raqqa_data.records.validation import is_a, member, slug, stating
from raqqa_data.texts import Code, Name
from raqqa_data.units.table import find_unit


class Additivity(Code):
    """Along what a sum of values means something (DDI Codebook).

    FLOW counts what happened in a period: it adds over places, groups and periods that do not overlap. STOCK counts
    what there is at a time: it adds over places and groups, not over time. NON_ADDITIVE adds along nothing.
    """

    FLOW = "flow"
    STOCK = "stock"
    NON_ADDITIVE = "non-additive"


KIND_OF_DIMENSION = {
    "area": "area",
    "ratio": "share",
    "time": "duration",
    "length": "length",
    "mass": "mass",
    "volume": "volume",
    "energy": "energy",
    "power": "power",
    "temperature": "temperature",
    "speed": "rate",
}
"""The kind of what is measured in each dimension; the rest are counts, money, rates, or of kind "measure"."""

NEVER_NEGATIVE = frozenset({"count", "area", "duration", "length", "mass", "volume"})
"""The kinds of which there is never less than none; a share or an amount of money may be by how much something fell."""

_OTHER_KINDS = ("count", "money", "rate", "measure")
_NEVER_ADDED = frozenset({"temperature", "rate"})


def kind_of(unit: str) -> str:
    """The kind of what is measured in a unit of the table.

    Example:
        >>> kind_of("person"), kind_of("hectare"), kind_of("SYP"), kind_of("liter / person / day")
        ('count', 'area', 'money', 'rate')
    """
    row = find_unit(unit)
    if row.own:
        return "count" if row.counted else "money"
    return KIND_OF_DIMENSION.get(row.dimension) or ("rate" if " / " in row.name else "measure")


def _unit_name(unit: str) -> str:
    return find_unit(unit).name


def _additivity(value: str) -> Additivity:
    return member(Additivity, value, "Indicator", "additivity")


def _is_kind_of_unit(indicator: Indicator, _: attrs.Attribute[str], value: object) -> None:
    if value != (expected := kind_of(indicator.unit)):
        problem = f"what is measured in {indicator.unit} is of kind {expected!r}"
        raise RecordError("Indicator", "kind", value, problem)


stating(_is_kind_of_unit, {"enum": list(dict.fromkeys((*KIND_OF_DIMENSION.values(), *_OTHER_KINDS)))})


@attrs.frozen(kw_only=True)
class Indicator:
    """What is measured.

    Attributes:
        id: Identifier, e.g. "rubble_removed".
        name: What it is called.
        unit: The unit it is measured in, a canonical name of the unit table.
        additivity: Along what its values may be added; rates and temperatures are never added, whatever is given.
        kind: The kind of its observations, that of its unit: "count", "money", "area", "share", "duration", "length",
            "mass", "volume", "energy", "power", "temperature", "rate", or "measure" for any other.

    Raises:
        RecordError: A field is missing its form, or the kind is not that of the unit.
        UnitError: The unit is not in the table.
    """

    id: str = attrs.field(kw_only=False, validator=slug())
    name: Name = attrs.field(validator=is_a(Name))
    unit: str = attrs.field(converter=_unit_name)
    additivity: Additivity = attrs.field(converter=_additivity)
    kind: str = attrs.field(
        default=attrs.Factory(lambda self: kind_of(self.unit), takes_self=True), validator=_is_kind_of_unit
    )

    def __attrs_post_init__(self) -> None:
        if self.kind in _NEVER_ADDED:
            object.__setattr__(self, "additivity", Additivity.NON_ADDITIVE)

    def __str__(self) -> str:
        return f"{self.name} [{self.unit}, {self.additivity}]"
