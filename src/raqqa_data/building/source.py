"""The documents and annotation files that building takes: a text, or a path to one."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raqqa_data.errors import FileError

Source = str | os.PathLike[str]
"""A text itself (str), or the path of a UTF-8 file that holds it (pathlib.Path)."""


def text_of(source: Source, error: type[FileError], what: str) -> tuple[str, str]:
    """The text, its line ends as stored, and what to call it in an error.

    Raises:
        FileError: The file cannot be read or is not UTF-8; of the class given.
    """
    if isinstance(source, str):
        return source, what
    name = os.fspath(source)
    try:
        return Path(source).read_bytes().decode("utf-8"), name
    except OSError as problem:
        raise error(name, [("", f"cannot be read: {problem.strerror or problem}")]) from problem
    except UnicodeDecodeError as problem:
        raise error(name, [("", f"is not UTF-8: byte {problem.start}: {problem.reason}")]) from problem


def sha256_of(text: str) -> str:
    """The hash of the text's UTF-8 bytes, in hexadecimal; a lone surrogate counts as its three bytes."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
