"""`raqqa-data annotate`: the page on which a person confirms what was drafted."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from raqqa_data.command.options import (
    Country,
    Known,
    Least,
    PlaceOfAll,
    Reference,
    Singulars,
    UntilPublished,
    Voice,
    app,
)


@app.command(
    epilog="Example: raqqa-data annotate article.txt",
    short_help="Confirm a draft on a page of your own, in the browser.",
)
def annotate(
    path: Annotated[Path, typer.Argument(help="A document, or a folder of documents.", show_default=False)],
    *,
    reference: Reference = None,
    known: Known = None,
    country: Country = None,
    singulars: Singulars = False,
    voice: Voice = None,
    place: PlaceOfAll = None,
    until_published: UntilPublished = False,
    least: Least = 0,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where to listen; any free port by default.")] = 0,
    browser: Annotated[bool, typer.Option(help="Open the page in the browser.")] = False,
) -> None:
    """Serve a page, to this machine alone, on which you confirm, correct or drop each figure of a document.

    Each change is saved at once beside the document, as FILE.annotations.toml; a document without such a file is
    drafted first. Nothing leaves the machine. Ctrl+C ends it.
    """
    from raqqa_data.annotate import server
    from raqqa_data.annotate.folder import Folder
    from raqqa_data.annotate.worksheet import Drafting
    from raqqa_data.command.folders import tell_passed_over
    from raqqa_data.errors import optional_module

    for needed in ("starlette", "tomlkit", "uvicorn"):
        optional_module(needed, "annotate")
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
    drafting.check()
    folder = Folder(path, drafting)
    tell_passed_over(folder)
    token = server.new_token()
    with server.listening(port) as bound:
        where = server.address(bound, token)
        print(f"Open {where}\nIt answers this machine alone; Ctrl+C ends it.", flush=True)
        if browser:
            webbrowser.open(where)
        server.serve(folder, bound, token)
