"""Units: the only door to pint, and the closed table of every unit that the library knows."""

from __future__ import annotations

from raqqa_data.units.registry import define_units, from_quantity, quantity, unit_name

__all__ = ["define_units", "from_quantity", "quantity", "unit_name"]
