"""TOML that somebody wrote: parsed within limits, its faults told with their place."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from raqqa_data.errors import FileError

MOST_PARTS = 64
"""A dotted key of more is refused: the parser takes time by their square, and a frame of the stack for each."""
_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_TOO_LONG = re.compile(rf"(?<![\w-])(?:{_PART}[ \t]*+\.[ \t]*+){{{MOST_PARTS}}}", re.ASCII)
_DEEP = re.compile(r"[\[{][\s\[{]{1000}")


def parse_toml(text: str, source: str, error: type[FileError]) -> dict[str, Any]:
    """A TOML file's text as a table.

    Raises:
        FileError: It is no TOML, is nested too deeply, or holds a number of too many digits; of the class given.
    """
    text = text.removeprefix("\ufeff")
    if found := _TOO_LONG.search(text) or _DEEP.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise error(source, [(f"line {line}", f"is nested too deeply: a key has at most {MOST_PARTS} parts")])
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise error(source, [("", f"is not TOML: {problem}")]) from problem
    except RecursionError as problem:
        raise error(source, [("", "is nested too deeply")]) from problem
    except ValueError as problem:  # an integer of thousands of digits
        raise error(source, [("", f"holds a number that is none here: {problem}")]) from problem
