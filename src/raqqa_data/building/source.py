"""The documents and annotation files that building takes: a text, or a path to one."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from raqqa_data.files import read_utf8

if TYPE_CHECKING:
    from raqqa_data.errors import FileError

Source = str | os.PathLike[str]
"""A text itself (str), or the path of a UTF-8 file that holds it (pathlib.Path)."""


def text_of(source: Source, error: type[FileError], what: str) -> tuple[str, str]:
    """The text, its line ends as stored, and what to call it in an error.

    Raises:
        FileError: The file cannot be read or is not UTF-8; of the class given.
    """
    return (source, what) if isinstance(source, str) else (read_utf8(source, error), os.fspath(source))


def sha256_of(text: str) -> str:
    """The hash of the text's UTF-8 bytes, in hexadecimal; half a pair of surrogates counts as its three bytes."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
