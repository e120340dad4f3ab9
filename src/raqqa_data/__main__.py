"""The command `raqqa-data`: show, total, read, draft, build, verify."""

from __future__ import annotations

import os
import sys

from raqqa_data.errors import AnnotationError, MissingExtraError, RaqqaDataError

FOUND, MISUSED = 1, 2


def main() -> None:
    """Run the command line; exits with 0, with 1 where something was found wrong, with 2 where it was misused."""
    try:
        sys.exit(_run())
    except BrokenPipeError:
        # whoever read our output has left; there is nobody to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FOUND)


def _run() -> int:
    try:
        import click
        import rich  # noqa: F401
        import typer  # noqa: F401
    except ImportError as error:
        return _say(str(MissingExtraError(error.name or "typer", "cli")))
    from raqqa_data.cli import app

    try:
        code: object = app(prog_name="raqqa-data", standalone_mode=False)
    except AnnotationError as error:
        for problem in error.problems:
            _say(f"{error.source}: {problem}")
        return FOUND
    except (RaqqaDataError, OSError) as error:
        return _say(str(error))
    except click.exceptions.Abort:
        return _say("interrupted")
    except click.ClickException as error:
        return _say(error.format_message() or "give a command; `raqqa-data --help` lists them")
    return code if isinstance(code, int) else 0


def _say(message: str) -> int:
    """One line on stderr, whatever the message holds."""
    print("raqqa-data:", " ".join(message.split()), file=sys.stderr)  # noqa: T201
    return MISUSED


if __name__ == "__main__":
    main()
