"""`raqqa-data verify`: a catalogue against the document that it was made from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import attrs
import typer

import raqqa_data as rd
from raqqa_data.building.quote_offsets import moved
from raqqa_data.catalogue.codec import parse_json
from raqqa_data.command import folders, terminal
from raqqa_data.command.deliveries import print_json
from raqqa_data.command.documents import STANDARD_INPUT, document_of, in_order
from raqqa_data.command.options import AsJson, Documents, app
from raqqa_data.errors import CatalogueError, RaqqaDataError
from raqqa_data.sources.atomic import replacing
from raqqa_data.sources.files import read_utf8


@app.command(
    epilog="Example: raqqa-data verify article.txt catalogue.json",
    short_help="Check a catalogue against its document.",
)
def verify(
    document: Documents,
    catalogue: Annotated[Path | None, typer.Argument(help="A catalogue (JSON); the shipped one by default.")] = None,
    *,
    fix: Annotated[
        bool, typer.Option("--fix", help="Rewrite the offsets of quotes that moved, and nothing else of the catalogue.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Check a catalogue against the document it was made from; exits with 1 where they differ.

    Of a folder, each document against the catalogue that build wrote beside it.
    """
    if document.is_dir():
        if fix or catalogue is not None:
            raise RaqqaDataError(
                "--fix and a catalogue are for one document; of a folder each has its catalogue beside"
            )
        folders.verify_all(document, as_json=as_json)
        return
    with in_order("verify", document, catalogue, _is_json):
        source = document_of(document)
        rewritten = _fix(source.text, catalogue) if fix else None
        checked = rd.load(catalogue) if catalogue else rd.datasets.catalogue
    report = rd.verify(source, checked)
    another = {"characters", "sha256"} <= {finding.check for finding in report}
    if as_json:
        findings = [attrs.asdict(finding) for finding in report]
        fixed = {} if rewritten is None else {"rewritten": rewritten}
        print_json({"checked": report.checked, "same_document": not another, **fixed, "findings": findings})
    else:
        if rewritten is not None:
            terminal.say(f"{catalogue}: the offsets of {rewritten or 'no'} quote{'s' * (rewritten != 1)} rewritten.")
        if another:
            advice = "" if catalogue else "; give its catalogue as the second argument"
            name = "standard input" if str(document) == STANDARD_INPUT else document
            terminal.say(f"{name} is not the document of catalogue {catalogue or checked.document.id}{advice}.")
        terminal.say(str(report))
    if not report.ok:
        raise typer.Exit(1)


def _fix(text: str, catalogue: Path | None) -> int:
    """Rewrite the offsets of what moved in a catalogue's file; how many quotes that were."""
    if catalogue is None:
        raise RaqqaDataError("--fix rewrites a catalogue's file; give it as the second argument")
    rd.load(catalogue)  # one that is broken otherwise is told first
    content, count = moved(read_utf8(catalogue, CatalogueError), text)
    if count:
        with replacing(str(catalogue)) as file:
            file.write(content.encode())
    return count


def _is_json(text: str) -> bool:
    return bool(parse_json(text, ""))
