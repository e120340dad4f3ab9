"""`raqqa-data duplicates`: copies of one text among many documents."""

from __future__ import annotations

from typing import Annotated

import typer

import raqqa_data as rd
from raqqa_data.command import json_forms, terminal
from raqqa_data.command.deliveries import print_json
from raqqa_data.command.documents import tell_findings
from raqqa_data.command.options import AsJson, app


@app.command(epilog="Example: raqqa-data duplicates reports", short_help="Find copies of one text among many.")
def duplicates(
    documents: Annotated[list[str], typer.Argument(help="Documents, or folders of them.", show_default=False)],
    *,
    as_json: AsJson = False,
) -> None:
    """Find copies and near copies of one text among many documents."""
    texts: dict[str, str] = {}
    for source in terminal.watched(rd.open_sources(documents)):
        tell_findings(source, source.name)
        texts[source.name if source.name not in texts else f"{source.name} ({len(texts) + 1})"] = source.text
    found = rd.duplicates(texts)
    if as_json:
        print_json([json_forms.of_duplicate(pair) for pair in found])
    else:
        terminal.show_duplicates(found, len(texts))
