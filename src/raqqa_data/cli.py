"""What each command of `raqqa-data` does."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import attrs
import typer

import raqqa_data as rd
from raqqa_data import terminal
from raqqa_data.catalogue import plain
from raqqa_data.errors import AnnotationError, FileError, NotFoundError, RaqqaDataError
from raqqa_data.files import decode_utf8, read_utf8
from raqqa_data.interchange.files import FORMATS, SEVERAL_FILES, format_of, write_to
from raqqa_data.reading import highlight, page

if TYPE_CHECKING:
    from raqqa_data.reading import Mention

app: typer.Typer = typer.Typer(
    add_completion=False,
    no_args_is_help=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Figures of an Arabic news article on Raqqa as typed records, and the tools that made them.",
)

DATASETS = ("battle", "reconstruction", "security", "prison_attack")
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
Document = Annotated[Path, typer.Argument(help="A UTF-8 text file.", show_default=False)]
Out = Annotated[Path | None, typer.Option("--out", "-o", help="Write to this file instead of standard output.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite that file if it exists.")]


def _version(wanted: bool) -> None:
    if wanted:
        print(f"raqqa_data {rd.__version__}, data {rd.data_version}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the versions.")
    ] = False,
) -> None:
    """Figures of an Arabic news article on Raqqa as typed records, and the tools that made them."""


@app.command()
def show(
    dataset: Annotated[
        str | None, typer.Argument(help=f"One of {', '.join(DATASETS)}, events; all by default.")
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Print the shipped datasets with their totals."""
    if dataset not in {None, "events", *DATASETS}:
        raise NotFoundError("dataset", dataset, (*DATASETS, "events"))
    names = [name for name in DATASETS if dataset in {None, name}]
    events = rd.events if dataset in {None, "events"} else ()
    if as_json:
        records = [record for name in names for record in getattr(rd, name)]
        _print_json(
            {
                "data_version": rd.data_version,
                "observations": [plain(record) for record in records],
                "events": [plain(event) for event in events],
                "totals": [_derived(total) for total in terminal.totals(records)],
            }
        )
        return
    for name in names:
        terminal.show_dataset(getattr(rd, name))
    if names:
        terminal.show_totals([record for name in names for record in getattr(rd, name)])
    if events:
        terminal.show_events(events)


@app.command()
def total(
    ids: Annotated[list[str] | None, typer.Argument(help="Ids of observations; all by default.")] = None,
    *,
    indicator: Annotated[str | None, typer.Option(help="Only those of this indicator.")] = None,
    place: Annotated[str | None, typer.Option(help="Only those in this place.")] = None,
    part_of: Annotated[str | None, typer.Option(help="Only the parts of this observation.")] = None,
    unit: Annotated[str | None, typer.Option(help="Unit of the result.")] = None,
    allow: Annotated[
        list[str] | None, typer.Option(help="A condition to override on purpose, e.g. disjointness.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Add observations up, or say why they must not be added."""
    chosen = rd.observations.where(indicator=indicator, place=place, part_of=part_of)
    if ids:
        chosen = rd.Observations(chosen[record_id] for record_id in ids)
    result = rd.total(chosen, unit=unit, allow=tuple(allow or ()))
    if as_json:
        _print_json(_derived(result))
    else:
        print(result.explain())


@app.command()
def read(
    files: Annotated[list[str], typer.Argument(help="UTF-8 text files; - for standard input.", show_default=False)],
    *,
    reference: Annotated[
        str | None, typer.Option(help="Date that relative dates are reckoned from, e.g. 2022-10.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, one object a file.")] = False,
    as_html: Annotated[bool, typer.Option("--html", help="Print one page with every figure highlighted.")] = False,
    out: Out = None,
    force: Force = False,
) -> None:
    """Find every figure and date in Arabic texts."""
    since = rd.Period(reference) if reference else None
    lines: list[str] = []
    paragraphs: list[tuple[str, str]] = []
    for name in terminal.progress(files):
        text = _text(name)
        mentions = rd.read(text, reference=since)
        if as_html:
            paragraphs.append((name, highlight(text, mentions)))
        elif as_json or out:
            found = {"file": name, "mentions": [_mention(mention) for mention in mentions]}
            lines.append(json.dumps(found, ensure_ascii=False, default=str))
        else:
            terminal.show_mentions(name, mentions)
    if as_html:
        _deliver(page(paragraphs, "raqqa-data read"), out, force=force)
    elif lines:
        _deliver("\n".join(lines), out, force=force)


@app.command()
def draft(
    document: Document,
    *,
    out: Out = None,
    force: Force = False,
    document_id: Annotated[str | None, typer.Option("--id", help="What to call the document.")] = None,
    as_json: AsJson = False,
) -> None:
    """Write a first annotation file (TOML) for a document, every figure in it."""
    name = document_id or document.stem.lower()
    toml = rd.draft(document, document_id=name)
    _deliver(json.dumps({"annotations": toml}, ensure_ascii=False) if as_json else toml, out, force=force)


@app.command()
def build(
    document: Document,
    annotations: Annotated[Path, typer.Argument(help="Its annotations (TOML).", show_default=False)],
    *,
    out: Out = None,
    force: Force = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print problems as JSON too; the catalogue always is.")
    ] = False,
) -> None:
    """Make a catalogue (JSON) from a document and its annotations; exits with 1 where they do not fit."""
    try:
        catalogue = rd.build(document, annotations)
    except AnnotationError as error:
        if not as_json:
            raise
        _print_json({"source": error.source, "problems": [problem._asdict() for problem in error.problems]})
        raise typer.Exit(1) from error
    _deliver(catalogue, out, force=force)


@app.command()
def export(
    dataset: Annotated[
        str | None, typer.Argument(help=f"One of {', '.join(DATASETS)}; all observations by default.")
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
) -> None:
    """Write observations in a format that other tools read."""
    held = rd.load(catalogue) if catalogue else rd.datasets.catalogue
    chosen = rd.Observations(r for r in held.observations if r.record_status is rd.RecordStatus.CURRENT)
    if dataset is not None:
        chosen = chosen.where(dataset=dataset)
    name = format_of(str(out or ""), file_format) if out or file_format else "csv"
    if out is None and name in SEVERAL_FILES:
        raise RaqqaDataError(f"{name} is more than one file; say where with --out")
    version = held.data_version
    if out is None:
        write_to(chosen, sys.stdout.buffer, name, excel=excel, data_version=version)
        return
    if not force and out.exists() and not (out.is_dir() and not any(out.iterdir())):
        raise RaqqaDataError(f"{out}: exists already; --force overwrites it")
    rd.write(chosen, out, name, excel=excel, data_version=version)


@app.command()
def verify(
    document: Document,
    catalogue: Annotated[Path | None, typer.Argument(help="A catalogue (JSON); the shipped one by default.")] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Check a catalogue against the document it was made from; exits with 1 where they differ."""
    checked = rd.load(catalogue) if catalogue else rd.datasets.catalogue
    report = rd.verify(document, checked)
    if as_json:
        _print_json({"checked": report.checked, "findings": [attrs.asdict(finding) for finding in report]})
    else:
        print(report)
    if not report.ok:
        raise typer.Exit(1)


def _text(name: str) -> str:
    if name == "-":
        return decode_utf8(sys.stdin.buffer.read(), "standard input", FileError)
    return read_utf8(name, FileError)


def _deliver(content: str, out: Path | None, *, force: bool) -> None:
    if out is None:
        print(content, end="" if content.endswith("\n") else "\n")
        return
    try:
        with out.open("w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(content)
    except FileExistsError as error:
        raise RaqqaDataError(f"{out}: exists already; --force overwrites it") from error


def _print_json(content: object) -> None:
    print(json.dumps(content, ensure_ascii=False, indent=2, default=str))


def _derived(result: rd.Derived) -> dict[str, object]:
    return {
        "operation": result.operation,
        "estimate": attrs.asdict(result.estimate),
        "unit": result.unit,
        "period": str(result.period),
        "inputs": list(result.inputs),
        "agents": [agent.id for agent in result.agents],
    }


def _mention(mention: Mention) -> dict[str, Any]:
    plain_mention = attrs.asdict(mention, filter=lambda _, value: value is not None, recurse=False)
    for name, value in plain_mention.items():
        if isinstance(value, tuple):  # a Span
            plain_mention[name] = value._asdict()  # type: ignore[attr-defined]
        elif isinstance(value, rd.Estimate):
            plain_mention[name] = attrs.asdict(value)
        elif isinstance(value, rd.Mention):
            plain_mention[name] = _mention(value)
    return plain_mention
