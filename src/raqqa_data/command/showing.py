"""What a catalogue holds, on a terminal or as JSON: `show`, `total`, `units`; and `upgrade`, which rewrites one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

import raqqa_data as rd
from raqqa_data.catalogue import SCHEMA_VERSION, Catalogue, dumps, plain
from raqqa_data.command import json_forms, terminal
from raqqa_data.command.deliveries import deliver, print_json
from raqqa_data.command.options import AsJson, CatalogueFile, Force, OfCatalogue, Out, app
from raqqa_data.command.tally import tallies
from raqqa_data.errors import CatalogueError, NotFoundError, RaqqaDataError
from raqqa_data.sources.files import read_utf8
from raqqa_data.units.table import UNITS, Unit, find_unit

if TYPE_CHECKING:
    from pathlib import Path

DATASETS = ("battle", "reconstruction", "security", "prison_attack")


@app.command(epilog="Example: raqqa-data show battle")
def show(
    dataset: Annotated[
        str | None, typer.Argument(help=f"One of {', '.join(DATASETS)}, events; all by default.")
    ] = None,
    *,
    catalogue: OfCatalogue = None,
    as_json: AsJson = False,
) -> None:
    """Print the datasets of a catalogue with their totals."""
    held = _held(catalogue)
    observations = _in_use(held)
    known = tuple(dict.fromkeys(record.dataset for record in observations))
    if dataset not in {None, "events", *known}:
        raise NotFoundError("dataset", dataset, (*known, "events"))
    names = [name for name in known if dataset in {None, name}]
    in_use = (event for event in held.events if event.record_status is rd.RecordStatus.CURRENT)
    events = sorted(in_use, key=lambda event: event.period) if dataset in {None, "events"} else []
    records = [record for record in observations if record.dataset in names]
    if as_json:
        print_json(
            {
                "data_version": held.data_version,
                "observations": [plain(record) for record in records],
                "events": [plain(event) for event in events],
                **json_forms.of_tallies(tallies(records)),
            }
        )
        return
    for name in names:
        heading = (type(getattr(rd, name)).__doc__ or "").partition("\n")[0] if catalogue is None else held.document.id
        terminal.show_dataset(name, heading, [record for record in records if record.dataset == name])
    if names:
        terminal.show_totals(tallies(records))
    if events:
        terminal.show_events(events)


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
    catalogue: OfCatalogue = None,
    as_json: AsJson = False,
) -> None:
    """Add observations up, or say why they must not be added."""
    observations = _in_use(_held(catalogue))
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


@app.command(
    epilog="Example: raqqa-data units hectare", short_help="List the units that annotations and --unit may name."
)
def units(
    text: Annotated[
        str | None, typer.Argument(help="A word in a unit's name, label, symbol or dimension; all by default.")
    ] = None,
    *,
    catalogue: OfCatalogue = None,
    as_json: AsJson = False,
) -> None:
    """List the units that annotations and --unit may name, or those that a catalogue uses."""
    found = _units(text) if text else list(UNITS.values())
    if catalogue:
        held = _held(catalogue)
        used = {indicator.unit for indicator in held.indicators} | {record.unit for record in held.observations}
        found = [unit for unit in (found if text else map(find_unit, sorted(used))) if unit.name in used]
    if as_json:
        print_json([json_forms.of_unit(unit) for unit in found])
    else:
        terminal.show_units(found)


@app.command(epilog="Example: raqqa-data upgrade catalogue.json", short_help="Rewrite a catalogue in today's form.")
def upgrade(
    catalogue: CatalogueFile,
    *,
    out: Out = None,
    force: Force = False,
    as_json: AsJson = False,
) -> None:
    """Rewrite a catalogue in today's form, in its place or to --out; no id, value or meaning changes."""
    held = rd.load(catalogue)
    before = str(json.loads(read_utf8(catalogue, CatalogueError).removeprefix("\ufeff"))["schema_version"])
    if before != SCHEMA_VERSION or out:
        deliver(dumps(held), out or catalogue, force=force or out is None)
    if as_json:
        print_json({"written": str(out or catalogue), "from": before, "to": SCHEMA_VERSION})
    else:
        said = "is of today's form already" if before == SCHEMA_VERSION else f"form {before} became {SCHEMA_VERSION}"
        terminal.say(f"{out or catalogue}: {said}")


def _held(catalogue: Path | None) -> Catalogue:
    return rd.load(catalogue) if catalogue else rd.datasets.catalogue


def _in_use(held: Catalogue) -> rd.Observations:
    return rd.Observations(r for r in held.observations if r.record_status is rd.RecordStatus.CURRENT)


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
