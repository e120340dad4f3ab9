"""Errors as the command line tells them: in the words of a shell, as lines or as JSON, each with its exit code."""

from __future__ import annotations

import json
import re
import shlex
from typing import TYPE_CHECKING, Any

from raqqa_data.errors import AnnotationError, FileError, NotSummarizable, RaqqaDataError, harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGEST = 4000
FOUND, MISUSED = 1, 2
INTERRUPTED, LEFT = 130, 141
"""What a shell shows for a command that SIGINT or SIGPIPE ended."""

IN_A_SHELL = {
    "group_by(observations, 'indicator').total()": "raqqa-data total --indicator NAME",
    ", or follow it with timeline()": "",
    "raqqa_data.units.table.UNITS lists what is": "raqqa-data units lists what there is",
    "say which column holds the text: text_column=": "say which column holds the texts: --text-column NAME",
    "give encoding= to decide": "decide with read --encoding NAME, or convert it: iconv -f NAME -t utf-8",
    "give encoding= if you know it": "if you know it: read --encoding NAME, or iconv -f NAME -t utf-8",
    "give reference= to decide": "--reference DATE decides",
    "day_first= decides": "--day-first or --month-first decides",
    "load it as Observations or a dataset": "give a catalogue (JSON)",
}
"""Advice of the library, and what a person at a shell does instead."""
_ALLOW = re.compile(r"write allow=\{'([^']+)'\}")
_OWN = re.compile(r"define it as \[\[(\w+)\]\] in your reference file, known=")


def exit_code(error: BaseException) -> int:
    """What to exit with: 1 where the library answered that something is wrong, 2 where nothing could be answered."""
    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED
    unread = isinstance(error.__cause__, (OSError, UnicodeError))
    return FOUND if isinstance(error, (AnnotationError, NotSummarizable)) and not unread else MISUSED


def as_lines(error: BaseException) -> list[str]:
    """One line for each thing that is wrong."""
    if isinstance(error, FileError):
        told = [f"{harmless(error.source, _LONGEST)}: {problem}" for problem in error.problems]
    elif isinstance(error, OSError):
        told = [f"{error.filename or 'standard output'}: {error.strerror or error}"]
    else:
        usage = getattr(error, "format_message", None)  # click's
        told = [f"{usage()} See raqqa-data --help." if usage else _with_notes(error)]
    return [harmless(" ".join(in_a_shell(line).split()), _LONGEST) for line in told]


def as_json(error: BaseException) -> str:
    """One object for every error: its class, what it says, the exit code, and the data that it carries."""
    carried = dict(_data(error)) if isinstance(error, RaqqaDataError) else {}
    told = {
        "type": type(error).__name__,
        "message": "\n".join(as_lines(error)),
        "exit_code": exit_code(error),
        "data": carried,
    }
    return json.dumps({"error": told}, ensure_ascii=False, default=str)


def in_a_shell(text: str) -> str:
    """The same advice for a person who writes commands, not Python.

    Example:
        >>> in_a_shell("If you mean it, write allow={'disjointness'}.")
        'If you mean it, add --allow disjointness.'
    """
    for python, shell in IN_A_SHELL.items():
        text = text.replace(python, shell)
    text = _OWN.sub(_known_add, text)
    return _ALLOW.sub(lambda found: f"add --allow {shlex.quote(found[1])}", text)


def _known_add(found: re.Match[str]) -> str:
    kind = " --kind KIND" * (found[1] == "place")
    add = f"raqqa-data known add {found[1]} ID --en NAME --ar NAME{kind} --to reference.toml"
    return f"add it by {add}, and give --known reference.toml"


def _with_notes(error: BaseException) -> str:
    told, notes = str(error), " ".join(getattr(error, "__notes__", ()))
    return f"{told}{'' if told.endswith(('?', '.')) else '.'} {notes}" if notes else told


def wants_json(arguments: Sequence[str]) -> bool:
    """Whether a command line asks for JSON, however wrong the rest of it is."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return "--json" in options


def _data(error: RaqqaDataError) -> Iterator[tuple[str, Any]]:
    for name, value in vars(error).items():
        if name.startswith("_"):  # typer leaves a note of its own
            continue
        if isinstance(error, FileError) and name == "problems":
            yield name, [problem._asdict() for problem in error.problems]
        else:
            yield name, in_a_shell(value) if isinstance(value, str) else value
