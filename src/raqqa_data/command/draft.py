"""`raqqa-data draft`: a first annotation file of a document, or of each in a folder."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Annotated

import typer

import raqqa_data as rd
from raqqa_data.annotate.worksheet import Drafting
from raqqa_data.building.documents import id_after
from raqqa_data.building.drafter import GIVEN
from raqqa_data.building.editing import updated
from raqqa_data.command import folders
from raqqa_data.command.deliveries import deliver
from raqqa_data.command.documents import STANDARD_INPUT, document_of, tell_findings
from raqqa_data.command.options import (
    Country,
    Documents,
    Force,
    Known,
    Least,
    Out,
    PlaceOfAll,
    Reference,
    Singulars,
    UntilPublished,
    Voice,
    app,
)
from raqqa_data.errors import AnnotationError, RaqqaDataError, harmless_lines
from raqqa_data.sources.files import read_utf8


@app.command(
    epilog="Example: raqqa-data draft article.txt --out annotations.toml",
    short_help="Write a first annotation file (TOML) for a document.",
)
def draft(
    document: Documents,
    *,
    out: Out = None,
    force: Force = False,
    document_id: Annotated[
        str | None, typer.Option("--id", help="What to call the document; by its file's name when left out.")
    ] = None,
    reference: Reference = None,
    known: Known = None,
    country: Country = None,
    singulars: Singulars = False,
    voice: Voice = None,
    place: PlaceOfAll = None,
    until_published: UntilPublished = False,
    least: Least = 0,
    update: Annotated[
        Path | None, typer.Option(help="An annotation file to bring up to date; what a person wrote in it stays.")
    ] = None,
    update_all: Annotated[
        bool,
        typer.Option("--update-all", help="In a folder, bring annotations up to date; what a person wrote stays."),
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object that holds the TOML under `annotations`.")
    ] = False,
) -> None:
    """Write a first annotation file (TOML) for a document: every figure in it, with what the text says of each.

    For a folder one beside each document, as FILE.annotations.toml; those that are there already stay as they are, or
    are brought up to date with --update-all.
    """
    drafting = Drafting(
        reference=reference,
        known=known,
        country=country,
        singulars=singulars,
        voice=voice,
        place=place,
        until_published=until_published,
        least=least,
    )
    if document.is_dir():
        if out or force or document_id or update:
            problem = "are for one document; of a folder each has its file beside"
            raise RaqqaDataError(f"--out, --force, --id and --update {problem}")
        folders.draft_all(document, drafting, update=update_all, as_json=as_json)
        return
    if update_all:
        raise RaqqaDataError("--update-all is for a folder; of one document: --update FILE.annotations.toml")
    source = document_of(document)
    drafted = drafting.of(source, document_id or _id_of(document))
    tell_findings(source, str(document))
    if reference is None and source.published is not None:
        print(f"raqqa-data: {document}: published {source.published}, by its {source.published_from}", file=sys.stderr)
    if (contrary := re.search(rf"{GIVEN} (\S+)", drafted)) is not None:
        told = f"the document itself says that it was published {contrary[1]}; --reference goes before it"
        print(harmless_lines(f"raqqa-data: {document}: {told}"), file=sys.stderr)
    if until_published and folders.is_undated(drafted):
        told = "its day of publication is not known, so that --until-published dates nothing; give --reference"
        print(harmless_lines(f"raqqa-data: {document}: {told}"), file=sys.stderr)
    toml = drafted.toml
    if update is not None:
        toml = updated(read_utf8(update, AnnotationError), toml)
    if out is not None:
        print(f"raqqa-data: {document}: {_told(drafted)}", file=sys.stderr)
    deliver(json.dumps({"annotations": toml}, ensure_ascii=False) if as_json else toml, out, force=force)


def _told(drafted: rd.Draft) -> str:
    """How much of a draft is filled in."""
    return "{figures} figures, {proposals} proposals; {left} places to fill in".format(**folders.counts(drafted))


def _id_of(document: Path) -> str:
    """An id after the name of the document's file, where it has one that an id can hold."""
    if str(document) == STANDARD_INPUT:
        return ""
    return id_after(document.stem)
