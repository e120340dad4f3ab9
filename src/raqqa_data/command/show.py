"""`raqqa-data show`: the datasets of a catalogue with their totals."""

from __future__ import annotations

from typing import Annotated

import typer

import raqqa_data as rd
from raqqa_data.catalogue import Catalogue, plain
from raqqa_data.command import json_forms, terminal
from raqqa_data.command.catalogues import held_at, in_use
from raqqa_data.command.deliveries import print_json
from raqqa_data.command.options import AsJson, OfCatalogues, app
from raqqa_data.command.tally import tallies
from raqqa_data.errors import NotFoundError

DATASETS = ("battle", "reconstruction", "security", "prison_attack")


@app.command(epilog="Example: raqqa-data show battle")
def show(
    dataset: Annotated[
        str | None, typer.Argument(help=f"One of {', '.join(DATASETS)}, events; all by default.")
    ] = None,
    *,
    catalogue: OfCatalogues = None,
    as_json: AsJson = False,
) -> None:
    """Print the datasets of a catalogue with their totals."""
    held = held_at(catalogue)
    observations = in_use(held)
    known = tuple(dict.fromkeys(record.dataset for record in observations))
    if dataset not in {None, "events", *known}:
        raise NotFoundError("dataset", dataset, (*known, "events"))
    names = [name for name in known if dataset in {None, name}]
    current = (event for event in held.events if event.record_status is rd.RecordStatus.CURRENT)
    events = sorted(current, key=lambda event: event.period) if dataset in {None, "events"} else []
    records = [record for record in observations if record.dataset in names]
    if as_json:
        print_json(
            {
                "data_version": held.data_version if isinstance(held, Catalogue) else None,
                "observations": [plain(record) for record in records],
                "events": [plain(event) for event in events],
                **json_forms.of_tallies(tallies(records)),
            }
        )
        return
    for name in names:
        of_name = [record for record in records if record.dataset == name]
        shipped = (type(getattr(rd, name)).__doc__ or "").partition("\n")[0] if catalogue is None else ""
        terminal.show_dataset(name, shipped or of_name[0].document.id, of_name)
    if names:
        terminal.show_totals(tallies(records))
    if events:
        terminal.show_events(events)
