"""Where commands write to: a file, whole or not at all, or standard output."""

from __future__ import annotations

import json
import os
import re
import sys
from typing import TYPE_CHECKING

from raqqa_data.errors import FileError, RaqqaDataError, harmless_lines
from raqqa_data.sources.atomic import replacing

if TYPE_CHECKING:
    from pathlib import Path

_C1 = re.compile(r"[\x7f-\x9f]")


def check_target(out: Path, *, force: bool, folder: bool = False) -> None:
    """Refuse to write where something is that was not meant.

    Raises:
        RaqqaDataError: The file exists, and was not to be overwritten.
        FileError: It is a folder, where a file is to be written.
    """
    if out.is_dir() and not folder:
        raise FileError(str(out), [("", "cannot be written: Is a directory")])
    if not force and os.path.lexists(out) and not (out.is_dir() and not any(out.iterdir())):
        raise RaqqaDataError(f"{out}: exists already; --force overwrites it")


def deliver(content: str, out: Path | None, *, force: bool) -> None:
    """Write a text to a file, whole or not at all, or to standard output.

    Raises:
        RaqqaDataError: The file must not or cannot be written.
    """
    if not content.endswith("\n"):
        content += "\n"
    if out is None:
        print(harmless_lines(content) if sys.stdout.isatty() else content, end="")
        return
    check_target(out, force=force)
    with replacing(str(out)) as file:
        file.write(content.encode("utf-8", "backslashreplace"))


def print_json(content: object, *, indent: int | None = 2) -> None:
    """One JSON value on standard output."""
    written = json.dumps(content, ensure_ascii=False, indent=indent, default=str)
    # JSON need not escape these, but some steer a terminal
    print(_C1.sub(lambda found: f"\\u{ord(found[0]):04x}", written), flush=indent is None)
