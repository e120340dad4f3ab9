"""`raqqa-data candidates`: records that may speak of one happening, and the key that confirmed ones get."""

from __future__ import annotations

import os
from typing import Annotated

import typer

import raqqa_data as rd
from raqqa_data.command import json_forms, terminal
from raqqa_data.command.catalogues import collected
from raqqa_data.command.deliveries import print_json
from raqqa_data.command.options import AsJson, Catalogues, NoIndex, app
from raqqa_data.errors import RaqqaDataError


@app.command(
    epilog="Example: raqqa-data candidates catalogues --least 0.7",
    short_help="Rank records that may speak of one happening.",
)
def candidates(
    folders: Catalogues,
    *,
    days: Annotated[int, typer.Option(help="How many days may lie between them.")] = 3,
    kilometres: Annotated[float, typer.Option(help="How far apart their places may be.")] = 30,
    least: Annotated[float, typer.Option(help="The least score, from 0 to 1.")] = 0.5,
    most: Annotated[int, typer.Option(help="How many pairs at most.")] = 100,
    confirm: Annotated[
        list[str] | None, typer.Option(help="A record that speaks of the event of --event; once for each.")
    ] = None,
    event: Annotated[str | None, typer.Option(help="The key that the confirmed records get.")] = None,
    no_index: NoIndex = False,
    as_json: AsJson = False,
) -> None:
    """Rank records of different documents that may speak of one happening, with reasons; --confirm gives them a key."""
    if bool(confirm) != (event is not None):
        raise RaqqaDataError("--confirm and --event go together: which records, and the key that they get")
    held = collected(folders, no_index=no_index)
    if confirm and event:
        folder = next((one for one in folders if os.path.isdir(one)), None)  # noqa: PTH112
        if folder is None:
            raise RaqqaDataError("keys are kept in a folder of catalogues; give one")
        written = held.confirm(confirm, event).save_event_keys(folder)
        if as_json:
            print_json({"written": written, "event": event, "confirmed": confirm})
        else:
            terminal.say(f"{written}: {len(confirm)} of one event, {event}")
        return
    found = rd.candidates(held, days=days, kilometres=kilometres, least=least, most=most)
    if as_json:
        print_json([json_forms.of_candidate(pair) for pair in found])
    else:
        terminal.say("\n\n".join(map(str, found)) if found else "No two records may speak of one happening.")
