"""Texts from files: UTF-8, line ends as stored, and one error of ours for whatever goes wrong."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raqqa_data.errors import FileError


def read_utf8(path: str | os.PathLike[str], error: type[FileError]) -> str:
    """The text of a file.

    Raises:
        FileError: The file cannot be read, or is not UTF-8; of the class given.
    """
    name = os.fspath(path)
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib is slow to import
            content = file.read()
    except OSError as problem:
        raise error(name, [("", f"cannot be read: {problem.strerror or problem}")]) from problem
    except ValueError as problem:  # a path that no file system can have
        raise error(repr(name), [("", f"is no path: {problem}")]) from problem
    return decode_utf8(content, name, error)


def decode_utf8(content: bytes, name: str, error: type[FileError]) -> str:
    """The text that bytes hold.

    Raises:
        FileError: They are not UTF-8; of the class given, naming the first wrong byte.
    """
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise error(name, [("", f"is not UTF-8: byte {problem.start}: {problem.reason}")]) from problem


def is_utf8(value: str) -> bool:
    r"""Whether a file can hold the text: JSON's escapes can spell half of a surrogate pair, UTF-8 cannot.

    Example:
        >>> is_utf8("الرقة"), is_utf8("\ud800")
        (True, False)
    """
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
