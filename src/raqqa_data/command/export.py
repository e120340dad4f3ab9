"""`raqqa-data export`: observations in a format that other tools read."""

from __future__ import annotations

import io
import sys
from typing import Annotated

import attrs
import typer

import raqqa_data as rd
from raqqa_data.catalogue import Catalogue
from raqqa_data.command.catalogues import held_at, in_use
from raqqa_data.command.deliveries import check_target, print_json
from raqqa_data.command.options import Force, OfCatalogues, Out, app
from raqqa_data.errors import NotFoundError, RaqqaDataError, harmless_lines
from raqqa_data.interchange.files import format_of, write_to
from raqqa_data.interchange.formats import FORMATS, SEVERAL_FILES


@app.command(epilog="Example: raqqa-data export security --format csv --excel --out security.csv")
def export(
    dataset: Annotated[
        str | None,
        typer.Argument(help="A dataset of the catalogue, or events; all observations by default, in JSON events too."),
    ] = None,
    *,
    file_format: Annotated[
        str | None,
        typer.Option(
            "--format", "--to", "-f", help=f"One of {', '.join(FORMATS)}; by the name of --out when left out."
        ),
    ] = None,
    catalogue: OfCatalogues = None,
    excel: Annotated[bool, typer.Option("--excel", help="For CSV: begin with the mark that Excel needs.")] = False,
    out: Out = None,
    force: Force = False,
    as_json: Annotated[bool, typer.Option("--json", help="Say as JSON what --out wrote.")] = False,
) -> None:
    """Write observations in a format that other tools read."""
    usual = "json" if dataset == "events" else "csv"
    name = format_of(str(out or ""), file_format) if out or file_format else usual
    if excel and name != "csv":
        raise RaqqaDataError(f"--excel is for csv alone, and this is {name}")
    if as_json and out is None:
        raise RaqqaDataError("--json says what --out wrote, and there is no --out; for the data as JSON, --format json")
    held = held_at(catalogue)
    version = held.data_version if isinstance(held, Catalogue) else None
    chosen = _chosen(held, dataset, name)
    if out is None:
        if name in SEVERAL_FILES:
            raise RaqqaDataError(f"{name} is more than one file; say where with --out")
        if name == "parquet" and sys.stdout.isatty():
            raise RaqqaDataError(f"{name} is no text for a terminal; say where with --out FILE")
        whole = io.BytesIO()  # a writer in another language may not survive a pipe that breaks
        write_to(chosen, whole, name, excel=excel, data_version=version)
        if sys.stdout.isatty():
            print(harmless_lines(whole.getvalue().decode("utf-8")), end="")
        else:
            sys.stdout.buffer.write(whole.getvalue())
        return
    check_target(out, force=force, folder=name == "datapackage")
    rd.write(chosen, out, name, excel=excel, data_version=version)
    if as_json:
        counts = (len(chosen.observations), len(chosen.events)) if isinstance(chosen, Catalogue) else (len(chosen), 0)
        print_json({"written": str(out), "format": name, "observations": counts[0], "events": counts[1]})


def _chosen(held: Catalogue | rd.Collection, dataset: str | None, name: str) -> Catalogue | rd.Observations:
    """What to export: the whole catalogue where the format holds one, else the observations in use."""
    if dataset == "events":
        if not isinstance(held, Catalogue):
            raise RaqqaDataError("events are exported with the one catalogue that tells them, and this is a folder")
        if name != "json":
            raise RaqqaDataError(f"{name} holds no events; --format json does")
        return attrs.evolve(held, observations=rd.Observations())
    if dataset is None and name == "json" and isinstance(held, Catalogue):
        return held
    current = in_use(held)
    if dataset is None:
        return current
    known = list(dict.fromkeys(record.dataset for record in current))
    if dataset not in known:
        raise NotFoundError("dataset", dataset, (*known, "events"))
    return current.where(dataset=dataset)
