"""Options that several commands share, and the application that each command registers with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

_HELP = """Figures of an Arabic news article on Raqqa as typed records, and the tools that made them.

\b
Your own document: draft writes a first annotation file, you fill it in by hand
or on the page of annotate, build makes a catalogue of the two, verify checks it
against the document.

\b
Its own names: known add puts those of your agents, places, indicators and events
into a reference file, which draft and annotate take with --known.

\b
Chats and tables of texts: split writes each of their texts to a file, for draft.

\b
Many documents: collect brings their catalogues together, duplicates finds copies,
candidates shows what may be of one happening, reconcile makes one table of it.

\b
Exits with 0 when all is well; with 1 when the answer is that something is wrong
(a sum refused, annotations that do not fit, findings of verify); with 2 when it
was misused or a file cannot be read or written; with 130 when interrupted; with
141 when the reader of its output left.
"""

app: typer.Typer = typer.Typer(
    add_completion=False, no_args_is_help=False, rich_markup_mode=None, pretty_exceptions_enable=False, help=_HELP
)

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
OfCatalogues = Annotated[
    Path | None,
    typer.Option("--catalogue", help="A catalogue (JSON), or a folder of them; the shipped one by default."),
]
Out = Annotated[Path | None, typer.Option("--out", "-o", help="Write to this file instead of standard output.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite that file if it exists.")]
CatalogueFile = Annotated[Path, typer.Argument(help="A catalogue (JSON) of an earlier form.", show_default=False)]
Reference = Annotated[
    str | None, typer.Option(help="When it was published, e.g. 2022-10-20; goes before what its file says of it.")
]
Country = Annotated[
    str | None,
    typer.Option(help="Country (ISO 3166, e.g. SY) whose lira, pound or dinar is meant where a text names none."),
]
Singulars = Annotated[
    bool, typer.Option("--singulars", help="Count a noun of people in the singular as one: a man was killed.")
]
Voice = Annotated[
    str | None,
    typer.Option(help="Who speaks where a text names nobody: the id or a name of a listed agent, or of one of yours."),
]
PlaceOfAll = Annotated[
    str | None,
    typer.Option(
        "--place",
        help="Where it is where a text names no place: the id or a name of a listed place, or of one of yours.",
    ),
]
UntilPublished = Annotated[
    bool,
    typer.Option(
        "--until-published", help="Take what no words date as of some time up to the day of publication, and say so."
    ),
]
Least = Annotated[
    float, typer.Option(min=0, max=1, help="Propose only what rules say that are right so often, such as 0.85.")
]
DayFirst = Annotated[
    bool | None,
    typer.Option(
        "--day-first/--month-first",
        help="What dates of a chat or a table such as 04/03/2024 begin with, where none in it shows that.",
        show_default=False,
    ),
]
Known = Annotated[
    Path | None, typer.Option(help="Your reference file (TOML): agents, places, indicators and events by name.")
]
ReferenceFile = Annotated[
    Path, typer.Option("--to", help="Your reference file (TOML); a new one where there is none.", show_default=False)
]
Documents = Annotated[
    Path,
    typer.Argument(
        help="A text, web page, PDF, DOCX or XLSX, or a folder of them; - for standard input.", show_default=False
    ),
]
Catalogues = Annotated[
    list[str], typer.Argument(help="Folders of catalogues (JSON), or their files.", show_default=False)
]
NoIndex = Annotated[bool, typer.Option("--no-index", help="Neither use nor write the index of a folder.")]
