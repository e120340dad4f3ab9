"""The command `raqqa-data`: show, total, read, draft, build, verify."""

from __future__ import annotations

import os
import sys

from raqqa_data.errors import AnnotationError, MissingExtraError, RaqqaDataError

FOUND, MISUSED = 1, 2


def main() -> None:
    """Run the command line; exits with 0, with 1 where something was found wrong, with 2 where it was misused."""
    try:
        code = _run()
        sys.stdout.flush()
        sys.exit(code)
    except BrokenPipeError:
        # whoever read our output has left, and there is nobody to tell; without this, exit would tell it nevertheless
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FOUND)


def _run() -> int:
    try:
        import typer

        from raqqa_data.cli import app
    except ModuleNotFoundError as error:
        if error.name not in {"rich", "typer"}:
            raise
        return _say(str(MissingExtraError(error.name, "cli")))

    try:
        code: object = app(prog_name="raqqa-data", standalone_mode=False)
    except AnnotationError as error:
        for problem in error.problems:
            _say(f"{error.source}: {problem}")
        return FOUND
    except BrokenPipeError:
        raise
    except (RaqqaDataError, OSError) as error:
        return _say(str(error))
    except typer.Abort:
        return _say("interrupted")
    except Exception as error:
        # click's errors; typer carries a click of its own, so their class has no one address
        told = getattr(error, "format_message", None)
        if told is None:
            raise
        return _say(f"{told()} See raqqa-data --help.")
    return code if isinstance(code, int) else 0


def _say(message: str) -> int:
    """One line on stderr, whatever the message holds."""
    print("raqqa-data:", " ".join(message.split()), file=sys.stderr)  # noqa: T201
    return MISUSED


if __name__ == "__main__":
    main()
