"""What makes a catalogue of one document and hands it on: `draft`, `build`, `verify`, `export`."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Annotated

import attrs
import typer

import raqqa_data as rd
from raqqa_data.annotate.worksheet import ANNOTATIONS, Drafting
from raqqa_data.building.editing import updated
from raqqa_data.building.moving import moved
from raqqa_data.building.source import id_after
from raqqa_data.catalogue import Catalogue
from raqqa_data.catalogue.codec import parse_json
from raqqa_data.command import folders, terminal
from raqqa_data.command.deliveries import (
    STANDARD_INPUT,
    check_target,
    deliver,
    document_of,
    in_order,
    print_json,
    tell_findings,
)
from raqqa_data.command.options import (
    AsJson,
    Country,
    Force,
    Known,
    Least,
    Out,
    PlaceOfAll,
    Reference,
    UntilPublished,
    Voice,
    app,
)
from raqqa_data.errors import AnnotationError, CatalogueError, FileError, NotFoundError, RaqqaDataError, harmless_lines
from raqqa_data.interchange.files import format_of, write_to
from raqqa_data.interchange.formats import FORMATS, SEVERAL_FILES
from raqqa_data.sources.atomic import replacing
from raqqa_data.sources.files import read_utf8
from raqqa_data.sources.toml import parse_toml

Document = Annotated[
    Path, typer.Argument(help="A text, web page, PDF or DOCX; - for standard input.", show_default=False)
]
Documents = Annotated[
    Path,
    typer.Argument(
        help="A text, web page, PDF or DOCX, or a folder of them; - for standard input.", show_default=False
    ),
]


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
    voice: Voice = None,
    place: PlaceOfAll = None,
    until_published: UntilPublished = False,
    least: Least = 0,
    update: Annotated[
        Path | None, typer.Option(help="An annotation file to bring up to date; what a person wrote in it stays.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object that holds the TOML under `annotations`.")
    ] = False,
) -> None:
    """Write a first annotation file (TOML) for a document: every figure in it, with what the text says of each.

    For a folder one beside each document, as FILE.annotations.toml; those that are there already stay as they are.
    """
    drafting = Drafting(
        reference=reference,
        known=known,
        country=country,
        voice=voice,
        place=place,
        until_published=until_published,
        least=least,
    )
    if document.is_dir():
        if out or force or document_id or update:
            problem = "are for one document; of a folder each has its file beside"
            raise RaqqaDataError(f"--out, --force, --id and --update {problem}")
        folders.draft_all(document, drafting, as_json=as_json)
        return
    source = document_of(document)
    drafted = drafting.of(source, document_id or _id_of(document))
    tell_findings(source, str(document))
    if reference is None and source.published is not None:
        print(f"raqqa-data: {document}: published {source.published}, by its {source.published_from}", file=sys.stderr)
    if until_published and folders.is_undated(drafted):
        told = "its day of publication is not known, so that --until-published dates nothing; give --reference"
        print(harmless_lines(f"raqqa-data: {document}: {told}"), file=sys.stderr)
    toml = drafted.toml
    if update is not None:
        toml = updated(read_utf8(update, AnnotationError), toml)
    if out is not None:
        print(f"raqqa-data: {document}: {_told(drafted)}", file=sys.stderr)
    deliver(json.dumps({"annotations": toml}, ensure_ascii=False) if as_json else toml, out, force=force)


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


@app.command(epilog="Example: raqqa-data export security --format csv --excel --out security.csv")
def export(
    dataset: Annotated[
        str | None,
        typer.Argument(help="A dataset of the catalogue, or events; all observations by default, in JSON events too."),
    ] = None,
    *,
    file_format: Annotated[
        str | None,
        typer.Option("--format", "-f", help=f"One of {', '.join(FORMATS)}; by the name of --out when left out."),
    ] = None,
    catalogue: Annotated[Path | None, typer.Option(help="A catalogue (JSON); the shipped one by default.")] = None,
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
    held = rd.load(catalogue) if catalogue else rd.datasets.catalogue
    chosen = _chosen(held, dataset, name)
    if out is None:
        if name in SEVERAL_FILES:
            raise RaqqaDataError(f"{name} is more than one file; say where with --out")
        if name == "parquet" and sys.stdout.isatty():
            raise RaqqaDataError(f"{name} is no text for a terminal; say where with --out FILE")
        whole = io.BytesIO()  # a writer in another language may not survive a pipe that breaks
        write_to(chosen, whole, name, excel=excel, data_version=held.data_version)
        if sys.stdout.isatty():
            print(harmless_lines(whole.getvalue().decode("utf-8")), end="")
        else:
            sys.stdout.buffer.write(whole.getvalue())
        return
    check_target(out, force=force, folder=name == "datapackage")
    rd.write(chosen, out, name, excel=excel, data_version=held.data_version)
    if as_json:
        counts = (len(chosen.observations), len(chosen.events)) if isinstance(chosen, Catalogue) else (len(chosen), 0)
        print_json({"written": str(out), "format": name, "observations": counts[0], "events": counts[1]})


@app.command(
    epilog="Example: raqqa-data verify article.txt catalogue.json",
    short_help="Check a catalogue against its document.",
)
def verify(
    document: Document,
    catalogue: Annotated[Path | None, typer.Argument(help="A catalogue (JSON); the shipped one by default.")] = None,
    *,
    fix: Annotated[
        bool, typer.Option("--fix", help="Rewrite the offsets of quotes that moved, and nothing else of the catalogue.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Check a catalogue against the document it was made from; exits with 1 where they differ."""
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


def _is_toml(text: str) -> bool:
    return bool(parse_toml(text, "", FileError))


def _is_json(text: str) -> bool:
    return bool(parse_json(text, ""))


def _told(drafted: rd.Draft) -> str:
    """How much of a draft is filled in."""
    return "{figures} figures, {proposals} proposals; {left} places to fill in".format(**folders.counts(drafted))


def _id_of(document: Path) -> str:
    """An id after the name of the document's file, where it has one that an id can hold."""
    if str(document) == STANDARD_INPUT:
        return ""
    return id_after(document.stem)


def _chosen(held: Catalogue, dataset: str | None, name: str) -> Catalogue | rd.Observations:
    """What to export: the whole catalogue where the format holds one, else the observations in use."""
    if dataset == "events":
        if name != "json":
            raise RaqqaDataError(f"{name} holds no events; --format json does")
        return attrs.evolve(held, observations=rd.Observations())
    if dataset is None and name == "json":
        return held
    current = rd.Observations(r for r in held.observations if r.record_status is rd.RecordStatus.CURRENT)
    if dataset is None:
        return current
    known = list(dict.fromkeys(record.dataset for record in current))
    if dataset not in known:
        raise NotFoundError("dataset", dataset, (*known, "events"))
    return current.where(dataset=dataset)
