"""`raqqa-data upgrade`: a catalogue in the form of today."""

from __future__ import annotations

import json

import raqqa_data as rd
from raqqa_data.catalogue import SCHEMA_VERSION, dumps
from raqqa_data.command import terminal
from raqqa_data.command.deliveries import deliver, print_json
from raqqa_data.command.options import AsJson, CatalogueFile, Force, Out, app
from raqqa_data.errors import CatalogueError
from raqqa_data.sources.files import read_utf8


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
