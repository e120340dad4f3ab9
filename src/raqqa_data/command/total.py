"""`raqqa-data total`: observations added up, or why they must not be."""

from __future__ import annotations

from typing import Annotated

import typer

import raqqa_data as rd
from raqqa_data.command import json_forms, terminal
from raqqa_data.command.catalogues import held_at, in_use
from raqqa_data.command.deliveries import print_json
from raqqa_data.command.options import AsJson, OfCatalogues, app
from raqqa_data.command.tally import tallies
from raqqa_data.errors import RaqqaDataError


@app.command(epilog="Example: raqqa-data total --part-of prison_attack.killed")
def total(
    ids: Annotated[
        list[str] | None, typer.Argument(help="Ids of observations; where nothing is chosen, a total by indicator.")
    ] = None,
    *,
    indicator: Annotated[str | None, typer.Option(help="Only those of this indicator.")] = None,
    place: Annotated[str | None, typer.Option(help="Only those in this place.")] = None,
    part_of: Annotated[str | None, typer.Option(help="Only the parts of this observation.")] = None,
    event: Annotated[str | None, typer.Option(help="Only those of this event.")] = None,
    unit: Annotated[str | None, typer.Option(help="Unit of the result.")] = None,
    allow: Annotated[
        list[str] | None, typer.Option(help="A condition to override on purpose, e.g. disjointness.")
    ] = None,
    catalogue: OfCatalogues = None,
    as_json: AsJson = False,
) -> None:
    """Add observations up, or say why they must not be added."""
    observations = in_use(held_at(catalogue))
    if not ids and indicator is place is part_of is event is None:
        if unit or allow:
            raise RaqqaDataError("say what to add: ids, --indicator, --place, --part-of or --event")
        by_indicator = tallies(observations)
        if as_json:
            print_json(json_forms.of_tallies(by_indicator))
        else:
            terminal.show_totals(by_indicator)
        return
    chosen = observations.where(indicator=indicator, place=place, part_of=part_of, event=event)
    result = rd.total([chosen[record_id] for record_id in ids] if ids else chosen, unit=unit, allow=tuple(allow or ()))
    if as_json:
        print_json(json_forms.of_derived(result))
    else:
        terminal.say(result.explain())
