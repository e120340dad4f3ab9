"""All commands of `raqqa-data`, brought together: each module registers its own with the application."""

from __future__ import annotations

from typing import Annotated

import typer

import raqqa_data as rd
from raqqa_data.command import annotating, gathering, making, naming, read, showing, splitting
from raqqa_data.command.options import app

__all__ = ["annotating", "app", "gathering", "making", "naming", "read", "showing", "splitting"]


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
