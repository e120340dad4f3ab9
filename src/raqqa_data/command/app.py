"""All commands of `raqqa-data`, brought together: each is a module of its name and registers itself."""

from __future__ import annotations

import importlib
from typing import Annotated

import typer

import raqqa_data as rd
from raqqa_data.command.options import app

__all__ = ["app"]

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

for _name in COMMANDS:
    importlib.import_module(f"raqqa_data.command.{_name}")


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
