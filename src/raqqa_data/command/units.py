"""`raqqa-data units`: the units that annotations may name."""

from __future__ import annotations

from typing import Annotated

import typer

import raqqa_data as rd
from raqqa_data.command import json_forms, terminal
from raqqa_data.command.catalogues import held_at
from raqqa_data.command.deliveries import print_json
from raqqa_data.command.options import AsJson, OfCatalogues, app
from raqqa_data.units.table import UNITS, Unit, find_unit


@app.command(
    epilog="Example: raqqa-data units hectare", short_help="List the units that annotations and --unit may name."
)
def units(
    text: Annotated[
        str | None, typer.Argument(help="A word in a unit's name, label, symbol or dimension; all by default.")
    ] = None,
    *,
    catalogue: OfCatalogues = None,
    as_json: AsJson = False,
) -> None:
    """List the units that annotations and --unit may name, or those that a catalogue uses."""
    found = _units(text) if text else list(UNITS.values())
    if catalogue:
        held = held_at(catalogue)
        several = (held,) if isinstance(held, rd.Catalogue) else held.catalogues
        used = {indicator.unit for one in several for indicator in one.indicators}
        used |= {record.unit for record in held.observations}
        found = [unit for unit in (found if text else map(find_unit, sorted(used))) if unit.name in used]
    if as_json:
        print_json([json_forms.of_unit(unit) for unit in found])
    else:
        terminal.show_units(found)


def _units(text: str) -> list[Unit]:
    """The unit of that name first, then all that hold the text in one of their names.

    Raises:
        UnitError: There is none; the message suggests what comes close.
    """
    asked = text.casefold()
    found = [
        unit
        for unit in UNITS.values()
        if any(asked in name.casefold() for name in (*_names(unit), unit.symbol, unit.dimension))
    ]
    try:
        found.insert(0, find_unit(text))
    except rd.UnitError:
        if not found:
            raise
    return list({unit.name: unit for unit in found}.values())


def _names(unit: Unit) -> tuple[str, ...]:
    return unit.name, unit.label.en, unit.label.ar, unit.plural.en, unit.plural.ar
