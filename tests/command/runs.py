"""The command `raqqa-data`, run within the tests or as a process of its own."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from raqqa_data.__main__ import main
from tests.building.conftest import EXAMPLE

ARTICLE, NOTES = EXAMPLE / "article.ar.txt", EXAMPLE / "annotations.toml"
GONE = "\x1b[1A\x1b[2K"
"""What takes a bar off a terminal again."""


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


BETWEEN = "//"
# what a process has imported once, a fork of it need not import again
_EACH = f"""
import os, sys
from raqqa_data.__main__ import main
from raqqa_data.command.app import load
load()

folder, *words = sys.argv[1:]
commands = [[]]
for word in words:
    commands.append([]) if word == {BETWEEN!r} else commands[-1].append(word)
for number, command in enumerate(commands):
    child = os.fork()
    if child == 0:
        for stream in (1, 2):
            os.dup2(os.open(os.path.join(folder, f"{{number}}-{{stream}}"), os.O_WRONLY | os.O_CREAT), stream)
        sys.argv = ["raqqa-data", *command]
        main()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    with open(os.path.join(folder, f"{{number}}-0"), "w") as file:
        file.write(str(code))
"""


def run_processes(*commands: tuple[object, ...], **environ: str) -> list[Ran]:
    """Run several as `run_process` runs one, in forks of one process that has started in that environment."""
    words = [str(word) for command in commands for word in (BETWEEN, *command)][1:]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-c", _EACH, folder, *words],
            check=True,
            stdin=subprocess.DEVNULL,
            env=os.environ | {"COLUMNS": "140", "PYTHONUTF8": "1"} | environ,
        )
        told = [
            [Path(folder, f"{number}-{stream}").read_text("utf-8") for stream in range(3)]
            for number in range(len(commands))
        ]
    return [Ran(int(code), out, err) for code, out, err in told]
