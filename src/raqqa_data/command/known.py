"""`raqqa-data known`: the names that a person's documents go by, kept in a reference file."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from raqqa_data.building.proposals.reference.reference_list import SECTIONS
from raqqa_data.building.reference_file import with_known
from raqqa_data.command import terminal
from raqqa_data.command.options import ReferenceFile, app
from raqqa_data.errors import AnnotationError
from raqqa_data.sources.atomic import alone_in, replacing
from raqqa_data.sources.files import path_text, read_utf8
from raqqa_data.sources.toml import parse_toml

known: typer.Typer = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="The names that your documents go by, in your reference file."
)
app.add_typer(known, name="known", short_help="Keep the names that your documents go by.")


@known.command(
    epilog='Example: raqqa-data known add agent jisr --en "Jisr" --ar "جمعية جسر" --alias جسر --to reference.toml',
    short_help="Add an agent, place, indicator or event, or a name of one.",
)
def add(
    sort: Annotated[str, typer.Argument(help="One of agent, place, indicator, event.", show_default=False)],
    own_id: Annotated[
        str,
        typer.Argument(metavar="ID", help="What records name it by; one that ships, or a new one.", show_default=False),
    ],
    *,
    to: ReferenceFile,
    en: Annotated[str | None, typer.Option(help="Its English name.")] = None,
    ar: Annotated[str | None, typer.Option(help="Its Arabic name.")] = None,
    alias: Annotated[list[str] | None, typer.Option(help="Another Arabic name of it; once for each.")] = None,
    kind: Annotated[str | None, typer.Option(help="Of a place: city, town, camp or the like.")] = None,
    within: Annotated[str | None, typer.Option(help="Of a place: the id of the one that it lies in.")] = None,
    unit: Annotated[str | None, typer.Option(help="Of an indicator: its unit, as `units` lists them.")] = None,
    additivity: Annotated[str | None, typer.Option(help="Of an indicator: flow, stock or non-additive.")] = None,
    place: Annotated[str | None, typer.Option(help="Of an event: the id of its place.")] = None,
    period: Annotated[str | None, typer.Option(help="Of an event: when it was, e.g. 2022-01-20/2022-01-30.")] = None,
) -> None:
    """Add an agent, place, indicator or event to your reference file, or names to one; all else in the file stays."""
    given: dict[str, Any] = {
        "id": own_id,
        "name": {"en": en, "ar": ar} if en is not None or ar is not None else None,
        "kind": kind,
        "within": within,
        "unit": unit,
        "additivity": additivity,
        "place": place,
        "period": period,
    }
    row = {key: value for key, value in given.items() if value is not None}
    if "name" in row:
        row["name"] = {language: words for language, words in row["name"].items() if words is not None}
    name = path_text(to, AnnotationError)
    with alone_in(str(to.parent), name):
        before = read_utf8(to, AnnotationError) if to.exists() else ""
        after = with_known(before, sort, row, alias or (), name=name)
        if after != before:
            with replacing(name) as file:
                file.write(after.encode("utf-8"))
    terminal.say(f"{name}: {_told(before, after)}")


def _told(before: str, after: str) -> str:
    """What a reference file has now that it had not."""
    known, now = _rows(before), _rows(after)
    added: list[str] = []
    for (section, own_id), row in now.items():
        own = known.get((section, own_id))
        if own is None:
            added.append(f"{section} {own_id}")
        elif keys := [key for key, value in row.items() if value != own.get(key)]:
            names = [alias for alias in row.get("aliases", ()) if alias not in own.get("aliases", ())]
            said = [f"{key} {', '.join(names) if key == 'aliases' else row[key]}" for key in keys]
            added.append(f"{' and '.join(said)} of {section} {own_id}")
    return f"added {'; '.join(added)}" if added else "has all of it already"


def _rows(text: str) -> dict[tuple[str, str], dict[str, Any]]:
    held = parse_toml(text, "reference", AnnotationError)
    return {(section, row["id"]): row for section in SECTIONS for row in held.get(section, ())}
