"""`raqqa-data build`: a catalogue of a document and its annotations, or of each in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import raqqa_data as rd
from raqqa_data.annotate.worksheet import ANNOTATIONS
from raqqa_data.command import folders
from raqqa_data.command.deliveries import deliver
from raqqa_data.command.documents import document_of, in_order
from raqqa_data.command.options import Documents, Force, Out, app
from raqqa_data.errors import FileError, RaqqaDataError
from raqqa_data.sources.toml import parse_toml


@app.command(
    epilog="Example: raqqa-data build article.txt annotations.toml --out catalogue.json",
    short_help="Make a catalogue (JSON) from both.",
)
def build(
    document: Documents,
    annotations: Annotated[
        Path | None,
        typer.Argument(help="Its annotations (TOML); FILE.annotations.toml beside it when left out."),
    ] = None,
    *,
    out: Out = None,
    force: Force = False,
    proposed: Annotated[
        bool, typer.Option("--proposed", help="Take also what was proposed and nobody has confirmed.")
    ] = False,
    partial: Annotated[
        bool,
        typer.Option(
            "--partial", help="Of a folder, take the records that are complete, confirmed or not; count the rest."
        ),
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print problems as JSON too; the catalogue always is.")
    ] = False,
) -> None:
    """Make a catalogue (JSON) from a document and its annotations; exits with 1 where they do not fit.

    For a folder one of each document that has annotations, beside it, as FILE.catalogue.json.
    """
    if document.is_dir():
        if out or force or annotations:
            problem = "are for one document; of a folder each has its files beside"
            raise RaqqaDataError(f"--out, --force and annotations {problem}")
        folders.build_all(document, proposed=proposed, partial=partial, as_json=as_json)
        return
    if partial:
        raise RaqqaDataError("--partial is for a folder; of one document everything has to be filled in")
    if annotations is None:
        annotations = Path(f"{document}{ANNOTATIONS}")
        if not annotations.exists():
            raise RaqqaDataError(f"{document}: has no {annotations.name} beside it; draft one, or name its annotations")
    with in_order("build", document, annotations, _is_toml):
        made = rd.build(document_of(document), annotations, proposed=proposed)
    deliver(made, out, force=force)


def _is_toml(text: str) -> bool:
    return bool(parse_toml(text, "", FileError))
