"""What the command `split` does: a file for each text of chats and tables, to be drafted and annotated."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import raqqa_data as rd
from raqqa_data.command import complaints, terminal
from raqqa_data.command.deliveries import check_target, print_json
from raqqa_data.command.documents import tell_findings
from raqqa_data.command.options import AsJson, DayFirst, Force, app
from raqqa_data.errors import FileError, RaqqaDataError, harmless_lines
from raqqa_data.sources import spreadsheet
from raqqa_data.sources.atomic import replacing
from raqqa_data.sources.opening import holds_many, listed
from raqqa_data.sources.splitting import file_name, has_figure, with_front_matter

if TYPE_CHECKING:
    from collections.abc import Iterator


@app.command(
    epilog="Example: raqqa-data split result.json --out posts",
    short_help="Write each text of chats and tables to a file of its own.",
)
def split(
    files: Annotated[
        list[str], typer.Argument(help="Exported chats, and tables with a column of texts.", show_default=False)
    ],
    *,
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder to write to.", show_default=False)],
    text_column: Annotated[str | None, typer.Option(help="The column of a table that holds the texts.")] = None,
    encoding: Annotated[str | None, typer.Option(help="How texts are stored, where you know it, e.g. cp1256.")] = None,
    day_first: DayFirst = None,
    every: Annotated[bool, typer.Option("--every", help="Those without a figure too.")] = False,
    force: Force = False,
    as_json: AsJson = False,
) -> None:
    """Write each text of chats and tables that holds a figure to a file of its own, which draft and annotate take.

    Of a folder it takes the chats and tables alone; its other documents are drafted as they are.

    Above the text stands what the export says of it, its day too, from which "yesterday" is counted.
    """
    if out.exists() and not out.is_dir():
        raise RaqqaDataError(f"{out}: is a file; name a folder")
    out.mkdir(parents=True, exist_ok=True)
    written: dict[Path, str] = {}
    passed_over = unread = 0
    opened = rd.open_sources([*_holding_many(files)], text_column=text_column, encoding=encoding, day_first=day_first)
    for source in terminal.watched(opened):
        tell_findings(source, source.name)
        if text_column is None and source.media_type == spreadsheet.MEDIA_TYPE and source.text:
            unread += 1
            told = f"{source.name}: is a table; say which column holds the texts: --text-column NAME"
            told += spreadsheet.columns_told(Path(source.name).read_bytes())
            print(harmless_lines(f"raqqa-data: {told}"), file=sys.stderr)
        elif not source.text.strip():
            unread += bool(source.findings)
        elif not every and not has_figure(source):
            passed_over += 1
        else:
            path = out / file_name(source)
            if path in written:
                raise RaqqaDataError(f"{path}: both {written[path]} and {source.name} would be written there")
            check_target(path, force=force)
            with replacing(str(path)) as file:
                file.write(with_front_matter(source).encode("utf-8", "backslashreplace"))
            written[path] = source.name
    if as_json:
        print_json([{"file": str(path), "source": name} for path, name in written.items()])
    told = f"raqqa-data: {out}: {len(written):,} written, {passed_over:,} left out without a figure"
    print(harmless_lines(told), file=sys.stderr)
    if unread:
        raise typer.Exit(complaints.MISUSED)


def _holding_many(files: list[str]) -> Iterator[str]:
    """The files that were named; of a folder those that hold many texts.

    Raises:
        FileError: A folder has none.
    """
    for name in files:
        if not Path(name).is_dir():
            yield name
            continue
        many = [path for path in listed(name) if isinstance(path, str) and holds_many(path)]
        if not many:
            raise FileError(name, [("", "holds no chat and no table; its documents are drafted as they are")])
        yield from many
