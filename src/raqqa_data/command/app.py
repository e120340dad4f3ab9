"""The commands of `raqqa-data`, brought together: each is a module of its name and registers itself."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Annotated

import typer

import raqqa_data as rd
from raqqa_data.command.options import app

if TYPE_CHECKING:
    from typer.models import CommandInfo

COMMANDS = (
    "read",
    "split",
    "draft",
    "annotate",
    "known",
    "build",
    "verify",
    "show",
    "total",
    "export",
    "units",
    "duplicates",
    "collect",
    "candidates",
    "reconcile",
    "upgrade",
)
"""In the order of an analyst's work, in which --help lists them."""


def load(asked: str | None = None) -> typer.Typer:
    """The command line with the one command that is asked for, else with all of them.

    What reads and drafts takes half a second to import, and `show` needs none of it.
    """
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        importlib.import_module(f"raqqa_data.command.{name}")
    app.registered_commands.sort(key=_order)
    return app


def _order(command: CommandInfo) -> int:
    return COMMANDS.index(command.name or getattr(command.callback, "__name__", ""))


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
