"""What the command `read` does: one document or a pile of them, for a person, for a program, or as one table."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import attrs
import typer

import raqqa_data as rd
from raqqa_data.command import complaints, json_forms, terminal
from raqqa_data.command.deliveries import check_target, deliver, print_json
from raqqa_data.command.documents import STANDARD_INPUT, document_of, tell_findings
from raqqa_data.command.options import Country, DayFirst, Force, Out, Singulars, app
from raqqa_data.errors import NotFoundError, RaqqaDataError, SourceError, harmless_lines
from raqqa_data.interchange.formats import MENTION_FORMATS
from raqqa_data.interchange.mention_files import mention_rows, write_mentions, write_mentions_to
from raqqa_data.reading import highlight, page
from raqqa_data.sources.opening import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

_TABLES = (".csv", ".parquet")
"""Names of files that mean a table even without --to."""


class _Read(NamedTuple):
    """A document and what was found in it."""

    source: rd.Source
    mentions: tuple[rd.Mention, ...]


@app.command(
    epilog="Example: raqqa-data read reports --to csv --out figures.csv",
    short_help="Find every figure and date in documents.",
)
def read(
    files: Annotated[
        list[str],
        typer.Argument(
            help="Documents of any kind, folders of them, or patterns; - for standard input.", show_default=False
        ),
    ],
    *,
    reference: Annotated[
        str | None, typer.Option(help="Date that relative dates are reckoned from, e.g. 2022-10.")
    ] = None,
    country: Country = None,
    singulars: Singulars = False,
    text_column: Annotated[str | None, typer.Option(help="The column of a table that holds the texts.")] = None,
    encoding: Annotated[str | None, typer.Option(help="How texts are stored, where you know it, e.g. cp1256.")] = None,
    day_first: DayFirst = None,
    to: Annotated[
        str | None,
        typer.Option(help=f"One table of them all, a row a figure: {', '.join(MENTION_FORMATS)}."),
    ] = None,
    excel: Annotated[bool, typer.Option("--excel", help="For CSV: begin with the mark that Excel needs.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON Lines, one object a file, as --out writes without --html.")
    ] = False,
    as_html: Annotated[bool, typer.Option("--html", help="Print one page with every figure highlighted.")] = False,
    out: Out = None,
    force: Force = False,
) -> None:
    """Find every figure and date in documents; one that cannot be read is told, and the others are read nonetheless."""
    if to is None and out is not None and out.suffix.lower() in _TABLES and not (as_json or as_html):
        to = out.suffix.lower().removeprefix(".")
    _check_forms(to, out, excel=excel, as_json=as_json, as_html=as_html)
    since = rd.Period(reference) if reference else None
    if out:
        check_target(out, force=force)
    pile = _Pile(files, text_column, encoding, day_first)

    def found(source: rd.Source) -> _Read:
        return _Read(source, rd.read(source, reference=since, country=country, singulars=singulars))

    if to is not None:
        rows = mention_rows(pile.watched(), reference=since, country=country, singulars=singulars)
        _write_table(rows, to, out, excel=excel)
        if out is not None:
            print(f"raqqa-data: {out}: {pile.told()}", file=sys.stderr)
    else:
        _show(pile.each(found), out, force=force, as_json=as_json, as_html=as_html)
    if pile.unread:
        raise typer.Exit(complaints.MISUSED)


def _check_forms(to: str | None, out: Path | None, *, excel: bool, as_json: bool, as_html: bool) -> None:
    if as_json and as_html:
        raise RaqqaDataError("--json and --html are two forms of one output; give one of them")
    if to is not None and (as_json or as_html):
        raise RaqqaDataError(f"--{'json' if as_json else 'html'} and --to {to} are two forms of one output; give one")
    if to is not None and to not in MENTION_FORMATS:
        raise NotFoundError("format", to, MENTION_FORMATS)
    if excel and to != "csv":
        raise RaqqaDataError(f"--excel is for csv alone, and this is {to or 'no table'}")
    if to == "parquet" and out is None and sys.stdout.isatty():
        raise RaqqaDataError("parquet is no text for a terminal; say where with --out FILE")


def _show(read_ones: Iterable[_Read], out: Path | None, *, force: bool, as_json: bool, as_html: bool) -> None:
    lines: list[str] = []
    paragraphs: list[tuple[str, str]] = []
    for source, mentions in read_ones:
        listed_ones = {"file": source.name, "mentions": [json_forms.of_mention(mention) for mention in mentions]}
        if as_html:
            paragraphs.append((source.name, highlight(source.text, mentions)))
        elif out:
            lines.append(json.dumps(listed_ones, ensure_ascii=False, default=str))
        elif as_json:
            print_json(listed_ones, indent=None)
        else:
            terminal.show_mentions(source.name, mentions)
    if as_html:
        deliver(page(paragraphs, "raqqa-data read"), out, force=force)
    elif out:
        deliver("\n".join(lines), out, force=force)


def _write_table(rows: Iterable[dict[str, Any]], name: str, out: Path | None, *, excel: bool) -> None:
    if out is not None:
        write_mentions(rows, out, name, excel=excel)
    elif sys.stdout.isatty():
        whole = io.BytesIO()
        write_mentions_to(rows, whole, name, excel=excel)
        print(harmless_lines(whole.getvalue().decode("utf-8")), end="")
    else:
        write_mentions_to(rows, sys.stdout.buffer, name, excel=excel)


class _Pile:
    """The documents that a person named, opened one after the other; what cannot be read is told and counted."""

    def __init__(
        self, files: Iterable[str], text_column: str | None, encoding: str | None, day_first: bool | None
    ) -> None:
        self.names = [one.name if isinstance(one, rd.Source) else str(one) for one in listed(files)]
        self.text_column = text_column
        self.encoding = encoding
        self.day_first = day_first
        self.read = 0
        self.unread = 0

    def watched(self) -> Iterator[rd.Source]:
        """Each document that can be read, and those that cannot."""
        for name in terminal.along(self.names):
            for source in self._opened(name):
                self._tell(source)
                yield source

    def each(self, work: Callable[[rd.Source], _Read]) -> Iterator[_Read]:
        """What the work made of each document that can be read."""

        def worked(name: str) -> list[tuple[rd.Source, _Read | None]]:
            return [(source, None if _is_unread(source) else work(source)) for source in self._opened(name)]

        for _, sources in terminal.each(self.names, worked):
            for source, made in sources:
                self._tell(source)
                if made is not None:
                    yield made

    def told(self) -> str:
        """How many documents there were."""
        unread = f", {self.unread} could not be read" if self.unread else ""
        return f"{self.read} document{'s' * (self.read != 1)}{unread}"

    def _opened(self, name: str) -> Iterator[rd.Source]:
        if name == STANDARD_INPUT:
            yield attrs.evolve(document_of(name, self.encoding), name=name)
        else:
            yield from rd.open_sources(
                [name], text_column=self.text_column, encoding=self.encoding, day_first=self.day_first
            )

    def _tell(self, source: rd.Source) -> None:
        if not _is_unread(source):
            self.read += 1
            tell_findings(source, source.name)
            return
        self.unread += 1
        error = SourceError(source.name, [("", str(finding)) for finding in source.findings])
        if complaints.wants_json(sys.argv[1:]):
            print(complaints.as_json(error), file=sys.stderr)
        else:
            for line in complaints.as_lines(error):
                print(f"raqqa-data: {line}", file=sys.stderr)


def _is_unread(source: rd.Source) -> bool:
    return not source.text and bool(source.findings)
