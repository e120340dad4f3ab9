"""Examples that are run when the site is built, so that what they print is what is shown."""

from __future__ import annotations

import ast
import contextlib
import io
import os
import shlex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable


def ran(statements: Iterable[str]) -> str:
    """A `pycon` block of the statements and what each prints.

    Example:
        >>> ran(["word = 'ok'", "word.upper()"]).splitlines()
        ['```pycon', ">>> word = 'ok'", '>>> word.upper()', "'OK'", '', '```']
    """
    names: dict[str, object] = {"__name__": "__main__"}
    lines: list[str] = []
    for statement in statements:
        first, *rest = statement.splitlines()
        lines += [f">>> {first}", *(f"... {line}" for line in rest)]
        tree = ast.parse(statement)
        mode = "eval" if isinstance(tree.body[0], ast.Expr) else "exec"
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            if mode == "eval":
                value = eval(compile(statement, "<example>", mode), names)  # noqa: S307 - our own statements
                if value is not None:
                    print(repr(value))  # noqa: T201 - into the example
            else:
                exec(compile(statement, "<example>", mode), names)  # noqa: S102 - our own statements
        printed = out.getvalue().rstrip("\n")
        lines += [line or "<BLANKLINE>" for line in printed.split("\n")] if printed else []
    return "\n".join(["```pycon", *lines, "", "```"])


def shell(command: str) -> str:
    """A `console` block of one of our commands and what it prints, on a terminal of a hundred columns."""
    from typer.testing import CliRunner

    from raqqa_data.command.app import load

    program, *arguments = shlex.split(command)
    if program != "raqqa-data":
        raise ValueError(command)
    environ = {"COLUMNS": "100", "NO_COLOR": "1", "TERMINAL_WIDTH": "100"}
    with _environment(environ):
        result = CliRunner(env=environ).invoke(load(), arguments, prog_name="raqqa-data")
    return "\n".join(["```console", f"$ {command}", result.output.rstrip(), "```"])


@contextlib.contextmanager
def _environment(values: dict[str, str]) -> Generator[None]:
    before = dict(os.environ)
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
