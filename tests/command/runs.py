"""The command `raqqa-data`, run within the tests or as a process of its own."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from typing import NamedTuple
from unittest import mock

from raqqa_data.__main__ import main
from tests.building.conftest import EXAMPLE

ARTICLE, NOTES = EXAMPLE / "article.ar.txt", EXAMPLE / "annotations.toml"


class Ran(NamedTuple):
    """What a run left behind."""

    returncode: int
    stdout: str
    stderr: str


class Watched(io.TextIOWrapper):
    """An output that a person watches."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def run(*arguments: object, stdin: str = "", columns: int = 140, terminal: bool = False) -> Ran:
    """Run it within this process, on a terminal or not."""
    stream = Watched if terminal else io.TextIOWrapper
    written, told = io.BytesIO(), io.BytesIO()
    out, err = stream(written, encoding="ascii"), stream(told, encoding="ascii")
    typed = io.TextIOWrapper(io.BytesIO(stdin.encode()))
    with (
        mock.patch.object(sys, "argv", ["raqqa-data", *map(str, arguments)]),
        mock.patch.object(sys, "stdin", typed),
        mock.patch.dict(os.environ, {"COLUMNS": str(columns), "TERM": "xterm", "NO_COLOR": "1"}),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = 0
        try:
            main()
        except SystemExit as left:
            code = int(left.code or 0)
        out.flush()
        err.flush()
    lines = [each.getvalue().decode().replace(os.linesep, "\n") for each in (written, told)]
    return Ran(code, *lines)


def run_process(*arguments: object, stdin: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
    """Run it as a person runs it."""
    return subprocess.run(
        [sys.executable, "-m", "raqqa_data", *map(str, arguments)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        input=stdin,
        env=os.environ | {"COLUMNS": "140", "PYTHONUTF8": "1"} | environ,
    )
