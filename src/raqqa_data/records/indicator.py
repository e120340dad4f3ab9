"""What is measured, and what may be added."""

from __future__ import annotations

import enum

import attrs

from raqqa_data.errors import RecordError
from raqqa_data.records.validation import is_a, member, slug, stating
from raqqa_data.texts import Name
from raqqa_data.units.table import find_unit


class Additivity(enum.StrEnum):
    """Along what a sum of values means something (DDI Codebook).

    FLOW counts what happened in a period: it adds over places, groups and periods that do not overlap. STOCK counts
    what there is at a time: it adds over places and groups, not over time. NON_ADDITIVE adds along nothing.
    """

    FLOW = "flow"
    STOCK = "stock"
    NON_ADDITIVE = "non-additive"

    def __repr__(self) -> str:
        return f"<{type(self).__name__}.{self.name}>"


_KIND_OF_DIMENSION = {"area": "area", "ratio": "share", "time": "duration"}


def kind_of(unit: str) -> str:
    """The kind of what is measured in a unit of the table.

    Example:
        >>> kind_of("person"), kind_of("hectare"), kind_of("kilogram")
        ('count', 'area', 'measure')
    """
    row = find_unit(unit)
    return "count" if row.counted else _KIND_OF_DIMENSION.get(row.dimension, "measure")


def _unit_name(unit: str) -> str:
    return find_unit(unit).name


def _additivity(value: str) -> Additivity:
    return member(Additivity, value, "Indicator", "additivity")


def _is_kind_of_unit(indicator: Indicator, _: attrs.Attribute[str], value: object) -> None:
    if value != (expected := kind_of(indicator.unit)):
        problem = f"what is measured in {indicator.unit} is of kind {expected!r}"
        raise RecordError("Indicator", "kind", value, problem)


stating(_is_kind_of_unit, {"enum": ["count", *_KIND_OF_DIMENSION.values(), "measure"]})


@attrs.frozen(kw_only=True)
class Indicator:
    """What is measured.

    Attributes:
        id: Identifier, e.g. "rubble_removed".
        name: What it is called.
        unit: The unit it is measured in, a canonical name of the unit table.
        additivity: Along what its values may be added.
        kind: The kind of its observations, "count", "area", "share", "duration" or "measure"; that of its unit.

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

    def __str__(self) -> str:
        return f"{self.name} [{self.unit}, {self.additivity}]"
