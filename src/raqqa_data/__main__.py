"""The command `raqqa-data`: where it begins, how it fails and what it exits with."""

from __future__ import annotations

import io
import os
import sys

from raqqa_data.command import complaints
from raqqa_data.errors import MissingExtraError, RaqqaDataError


def main() -> None:
    """Run the command line; its exit codes stand in `raqqa-data --help`."""
    _write_utf8()
    try:
        code = _run()
        sys.stdout.flush()
    except BrokenPipeError:
        code = complaints.LEFT
    except KeyboardInterrupt:  # before a command began
        sys.exit(_tell(KeyboardInterrupt("interrupted")))
    except OSError as error:
        code = _tell(error)
    else:
        sys.exit(code)
    # what is left to write would fail again at exit, and be told again
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def _write_utf8() -> None:
    """UTF-8 whatever the console or the locale say: half of what we write is Arabic."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # a file's name need not be UTF-8; in JSON the backslash is the right escape
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _run() -> int:
    try:
        import typer

        from raqqa_data.command.app import load

        app = load(*sys.argv[1:2])
    except ModuleNotFoundError as error:
        if error.name not in {"rich", "typer"}:
            raise
        return _tell(MissingExtraError(error.name, "cli"))

    try:
        code: object = app(prog_name="raqqa-data", standalone_mode=False)
    except SystemExit as left:
        # rich and click exit with 1 where whoever read our output has left
        if isinstance(left.__context__, BrokenPipeError):
            raise left.__context__ from None
        raise
    except RaqqaDataError as error:
        return _tell(error)
    except typer.Abort:
        return _tell(KeyboardInterrupt("interrupted"))
    except Exception as error:
        # click's errors; typer carries a click of its own, so their class has no one address
        if not hasattr(error, "format_message"):
            raise
        return _tell(error)
    return code if isinstance(code, int) else 0


def _tell(error: BaseException) -> int:
    if complaints.wants_json(sys.argv[1:]):
        print(complaints.as_json(error), file=sys.stderr)
    else:
        for line in complaints.as_lines(error):
            _say(line)
    return complaints.exit_code(error)


def _say(line: str) -> None:
    """One line on stderr; on a terminal, broken between words."""
    line = f"raqqa-data: {line}"
    if sys.stderr.isatty():
        import shutil
        import textwrap

        try:
            width = os.get_terminal_size(sys.stderr.fileno()).columns
        except OSError:
            width = shutil.get_terminal_size().columns
        width = width if width > 0 else 80  # some terminals do not say how wide they are
        line = textwrap.fill(line, width, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
    print(line, file=sys.stderr)


if __name__ == "__main__":
    main()
