"""`raqqa-data reconcile`: claims of one happening, brought to one value or left open."""

from __future__ import annotations

import io
import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import raqqa_data as rd
from raqqa_data.aggregation.claims import BY, POLICIES
from raqqa_data.annotate.worksheet import CATALOGUE
from raqqa_data.collection.collecting import united
from raqqa_data.command.catalogues import gathered_in
from raqqa_data.command.deliveries import check_target, deliver
from raqqa_data.command.options import AsJson, Catalogues, Force, NoIndex, Out, app
from raqqa_data.errors import FileError, NotFoundError, RaqqaDataError, harmless_lines
from raqqa_data.interchange import reconciled as tables
from raqqa_data.interchange.formats import CLAIM_FORMATS
from raqqa_data.sources.files import read_utf8

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from raqqa_data.collection.shelf import Held

Copies = Annotated[Path | None, typer.Option(help="The copies in a file, as duplicates --json prints them.")]
_CLAIMANTS = 20
"""How many an error names."""


@app.command(
    epilog="Example: raqqa-data reconcile catalogues --policy range --to csv",
    short_help="Bring claims of one happening to one value.",
)
def reconcile(
    folders: Catalogues,
    *,
    policy: Annotated[str, typer.Option(help=f"One of {', '.join(POLICIES)}.")] = "range",
    prefer: Annotated[
        list[str] | None, typer.Option(help="An agent whose claim decides; several in order of weight.")
    ] = None,
    by: Annotated[str, typer.Option(help="What claims of one happening have in common.")] = ",".join(BY),
    copy: Annotated[
        list[str] | None, typer.Option(help="Two documents of which one is a copy of the other, as ONE=OTHER.")
    ] = None,
    copies: Copies = None,
    event: Annotated[str | None, typer.Option(help="Only those of this event.")] = None,
    indicator: Annotated[str | None, typer.Option(help="Only those of this indicator.")] = None,
    to: Annotated[
        str | None,
        typer.Option(help=f"One of {', '.join(CLAIM_FORMATS)}; by the name of --out when left out."),
    ] = None,
    out: Out = None,
    force: Force = False,
    no_index: NoIndex = False,
    as_json: AsJson = False,
) -> None:
    """Bring claims of one happening to one value, or leave it open; no claim is lost."""
    if as_json and to not in {None, "json"}:
        raise RaqqaDataError(f"--json and --to {to} are two forms of one output; give one of them")
    name = tables.format_of(str(out), to) if out else to or ("json" if as_json else None)
    if name is not None and name not in CLAIM_FORMATS:
        raise NotFoundError("format", name, CLAIM_FORMATS)
    if out:
        check_target(out, force=force, folder=name == "datapackage")
    told = [_pair(text) for text in copy or ()]
    listed = _listed(copies) if copies else []
    several, confirmed = gathered_in(folders, no_index=no_index)
    held = united(several, confirmed)
    _check_claimants(prefer or (), held)
    ids = _ids_by_name(several)
    pairs = [(_known(one, ids), _known(other, ids)) for one, other in told]
    # what was compared need not have a catalogue
    found_copies = [(_document(one, ids), _document(other, ids)) for one, other in listed]
    pairs += [(one, other) for one, other in found_copies if one is not None and other is not None]
    keys = tuple(part.strip() for part in by.split(",") if part.strip())
    claims = held.where(event=event, indicator=indicator)
    found = rd.reconcile(claims, by=keys, policy=policy, prefer=tuple(prefer or ()), copies=pairs)
    if name is None:
        deliver("\n\n".join(map(str, found)) or "No claims.", None, force=force)
    elif out:
        rd.write(found, out, name)
    elif name == "datapackage" or (name == "parquet" and sys.stdout.isatty()):
        raise RaqqaDataError(f"{name} is no text for a terminal; say where with --out")
    else:
        whole = io.BytesIO()
        tables.write_to(found, whole, name)
        if sys.stdout.isatty():
            print(harmless_lines(whole.getvalue().decode("utf-8")), end="")
        else:
            sys.stdout.buffer.write(whole.getvalue())


def _check_claimants(preferred: Sequence[str], held: rd.Collection) -> None:
    """Refuse a claimant that no claim has; it would decide nothing.

    Raises:
        NotFoundError: There is no such claimant; names those with the most claims.
        RaqqaDataError: No claim names an agent.
    """
    if not preferred:
        return
    agents = [record.attributed_to for record in held.observations if record.attributed_to]
    claims = Counter(agent.id for agent in agents)
    if not claims:
        problem = "no claim names an agent, each is of its document itself; leave --prefer out, or name agents"
        raise RaqqaDataError(f"--prefer {preferred[0]}: {problem} as `attributed_to`")
    names = {name: agent.id for agent in agents for name in (agent.id, agent.name.en, agent.name.ar)}
    for one in preferred:
        if one not in claims:
            raise NotFoundError("claimant", one, [agent for agent, _ in claims.most_common(_CLAIMANTS)], also=names)


def _ids_by_name(several: Sequence[Held]) -> dict[str, str]:
    """The id of each document by what it may be called: itself, its file, or its file's name where one has it."""
    ids: dict[str, str] = {}
    for held in several:
        path = held.source.removesuffix(CATALOGUE).removesuffix(".json")
        for name in {held.document, path, os.path.basename(path)}:  # noqa: PTH119
            ids[name] = "" if name in ids else held.document
    return {name: document for name, document in ids.items() if document} | {
        one.document: one.document for one in several
    }


def _document(name: str, ids: Mapping[str, str]) -> str | None:
    base = os.path.basename(name)  # noqa: PTH119
    return next((ids[called] for called in (name, base, os.path.splitext(base)[0]) if called in ids), None)  # noqa: PTH122


def _known(name: str, ids: Mapping[str, str]) -> str:
    document = _document(name, ids)
    if document is None:
        raise NotFoundError("document", name, sorted(set(ids.values())))
    return document


def _listed(path: Path) -> list[tuple[str, str]]:
    """The pairs in a file that `duplicates --json` printed."""
    text = read_utf8(path, FileError)
    try:
        pairs = [(pair["one"], pair["other"]) for pair in json.loads(text)]
        if all(isinstance(name, str) for pair in pairs for name in pair):
            return pairs
    except (ValueError, TypeError, KeyError, RecursionError):
        pass
    raise FileError(str(path), [("", "is no list of copies, as duplicates --json prints one")])


def _pair(text: str) -> tuple[str, str]:
    one, equals, other = text.partition("=")
    if not (one and equals and other):
        raise RaqqaDataError(f"--copy {text}: write two documents as ONE=OTHER")
    return one, other
