"""A unit of this package's own, defined in whatever pint registry the application uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import raqqa_data as rd


def in_feddan(record: rd.Area) -> Any:
    """The area as a pint Quantity in feddan, the measure of fields along the Nile."""
    quantity: Any = record.quantity
    registry = quantity._REGISTRY  # noqa: SLF001 - pint has no public name for it
    if "feddan" not in registry:
        registry.define("feddan = 4200.83 * meter ** 2")
    return quantity.to("feddan")
