"""What each command of `raqqa-data` does."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path
from typing import Annotated

import attrs
import typer

import raqqa_data as rd
from raqqa_data.catalogue import Catalogue, plain
from raqqa_data.command import json_forms, terminal
from raqqa_data.command.deliveries import STANDARD_INPUT, check_target, deliver, document_of, print_json
from raqqa_data.command.tally import tallies
from raqqa_data.errors import NotFoundError, RaqqaDataError, harmless_lines
from raqqa_data.interchange.files import FORMATS, SEVERAL_FILES, format_of, write_to
from raqqa_data.reading import highlight, page
from raqqa_data.units.table import UNITS, Unit, find_unit

_HELP = """Figures of an Arabic news article on Raqqa as typed records, and the tools that made them.

\b
Your own document: draft writes a first annotation file, you fill it in by hand,
build makes a catalogue of the two, verify checks it against the document.

\b
Exits with 0 when all is well; with 1 when the answer is that something is wrong
(a sum refused, annotations that do not fit, findings of verify); with 2 when it
was misused or a file cannot be read or written; with 130 when interrupted; with
141 when the reader of its output left.
"""

app: typer.Typer = typer.Typer(
    add_completion=False, no_args_is_help=False, rich_markup_mode=None, pretty_exceptions_enable=False, help=_HELP
)

DATASETS = ("battle", "reconstruction", "security", "prison_attack")
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
Document = Annotated[
    Path, typer.Argument(help="A text, web page, PDF or DOCX; - for standard input.", show_default=False)
]
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
    """What stands before every command."""


@app.command(epilog="Example: raqqa-data show battle")
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
    records = [record for name in names for record in getattr(rd, name)]
    if as_json:
        print_json(
            {
                "data_version": rd.data_version,
                "observations": [plain(record) for record in records],
                "events": [plain(event) for event in events],
                **json_forms.of_tallies(tallies(records)),
            }
        )
        return
    for name in names:
        terminal.show_dataset(getattr(rd, name))
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
    unit: Annotated[str | None, typer.Option(help="Unit of the result.")] = None,
    allow: Annotated[
        list[str] | None, typer.Option(help="A condition to override on purpose, e.g. disjointness.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Add observations up, or say why they must not be added."""
    if not ids and indicator is place is part_of is None:
        if unit or allow:
            raise RaqqaDataError("say what to add: ids, --indicator, --place or --part-of")
        by_indicator = tallies(rd.observations)
        if as_json:
            print_json(json_forms.of_tallies(by_indicator))
        else:
            terminal.show_totals(by_indicator)
        return
    chosen = rd.observations.where(indicator=indicator, place=place, part_of=part_of)
    result = rd.total([chosen[record_id] for record_id in ids] if ids else chosen, unit=unit, allow=tuple(allow or ()))
    if as_json:
        print_json(json_forms.of_derived(result))
    else:
        terminal.say(result.explain())


@app.command(epilog="Example: raqqa-data read article.txt --html --out figures.html")
def read(
    files: Annotated[
        list[str], typer.Argument(help="Texts, web pages, PDF, DOCX; - for standard input.", show_default=False)
    ],
    *,
    reference: Annotated[
        str | None, typer.Option(help="Date that relative dates are reckoned from, e.g. 2022-10.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON Lines, one object a file, as --out writes without --html.")
    ] = False,
    as_html: Annotated[bool, typer.Option("--html", help="Print one page with every figure highlighted.")] = False,
    out: Out = None,
    force: Force = False,
) -> None:
    """Find every figure and date in Arabic texts."""
    if as_json and as_html:
        raise RaqqaDataError("--json and --html are two forms of one output; give one of them")
    since = rd.Period(reference) if reference else None
    if out:
        check_target(out, force=force)

    def found(name: str) -> tuple[str, tuple[rd.Mention, ...]]:
        source = document_of(name)
        for finding in source.findings:
            print(f"raqqa-data: {name}: {finding}", file=sys.stderr)
        return source.text, rd.read(source, reference=since)

    lines: list[str] = []
    paragraphs: list[tuple[str, str]] = []
    for name, (text, mentions) in terminal.each(files, found):
        listed = {"file": name, "mentions": [json_forms.of_mention(mention) for mention in mentions]}
        if as_html:
            paragraphs.append((name, highlight(text, mentions)))
        elif out:
            lines.append(json.dumps(listed, ensure_ascii=False, default=str))
        elif as_json:
            print_json(listed, indent=None)
        else:
            terminal.show_mentions(name, mentions)
    if as_html:
        deliver(page(paragraphs, "raqqa-data read"), out, force=force)
    elif out:
        deliver("\n".join(lines), out, force=force)


@app.command(
    epilog="Example: raqqa-data draft article.txt --out annotations.toml",
    short_help="Write a first annotation file (TOML) for a document.",
)
def draft(
    document: Document,
    *,
    out: Out = None,
    force: Force = False,
    document_id: Annotated[
        str | None, typer.Option("--id", help="What to call the document; by its file's name when left out.")
    ] = None,
    reference: Annotated[
        str | None, typer.Option(help="When it was published, if its file does not say so, e.g. 2022-10-20.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object that holds the TOML under `annotations`.")
    ] = False,
) -> None:
    """Write a first annotation file (TOML) for a document, every figure in it."""
    named = {"document_id": name} if (name := document_id or _id_of(document)) else {}
    source = document_of(document)
    for finding in source.findings:
        print(f"raqqa-data: {document}: {finding}", file=sys.stderr)
    if reference is None and source.published is not None:
        print(f"raqqa-data: {document}: published {source.published}, by its {source.published_from}", file=sys.stderr)
    toml = rd.draft(source, reference=rd.Period(reference) if reference else None, **named)
    deliver(json.dumps({"annotations": toml}, ensure_ascii=False) if as_json else toml, out, force=force)


@app.command(
    epilog="Example: raqqa-data build article.txt annotations.toml --out catalogue.json",
    short_help="Make a catalogue (JSON) from both.",
)
def build(
    document: Document,
    annotations: Annotated[Path, typer.Argument(help="Its annotations (TOML).", show_default=False)],
    *,
    out: Out = None,
    force: Force = False,
    as_json: Annotated[  # noqa: ARG001 - what goes wrong is told where the command begins
        bool, typer.Option("--json", help="Print problems as JSON too; the catalogue always is.")
    ] = False,
) -> None:
    """Make a catalogue (JSON) from a document and its annotations; exits with 1 where they do not fit."""
    deliver(rd.build(document_of(document), annotations), out, force=force)


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
    as_json: AsJson = False,
) -> None:
    """Check a catalogue against the document it was made from; exits with 1 where they differ."""
    checked = rd.load(catalogue) if catalogue else rd.datasets.catalogue
    report = rd.verify(document_of(document), checked)
    another = {"characters", "sha256"} <= {finding.check for finding in report}
    if as_json:
        findings = [attrs.asdict(finding) for finding in report]
        print_json({"checked": report.checked, "same_document": not another, "findings": findings})
    else:
        if another:
            advice = "" if catalogue else "; give its catalogue as the second argument"
            name = "standard input" if str(document) == STANDARD_INPUT else document
            terminal.say(f"{name} is not the document of catalogue {catalogue or checked.document.id}{advice}.")
        terminal.say(str(report))
    if not report.ok:
        raise typer.Exit(1)


@app.command(epilog="Example: raqqa-data units hectare")
def units(
    text: Annotated[
        str | None, typer.Argument(help="A word in a unit's name, label, symbol or dimension; all by default.")
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """List the units that annotations and --unit may name."""
    found = _units(text) if text else list(UNITS.values())
    if as_json:
        print_json([json_forms.of_unit(unit) for unit in found])
    else:
        terminal.show_units(found)


def _id_of(document: Path) -> str:
    """An id after the name of the document's file, where it has one that an id can hold."""
    if str(document) == STANDARD_INPUT:
        return ""
    return "-".join(re.findall("[a-z0-9]+", document.stem.lower()))


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
