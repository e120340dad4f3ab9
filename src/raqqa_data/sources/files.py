"""Texts from files: UTF-8, line ends as stored, and one error of ours for whatever goes wrong."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from raqqa_data.texts import is_text

if TYPE_CHECKING:
    from raqqa_data.errors import FileError


def path_text(path: str | os.PathLike[str], error: type[FileError]) -> str:
    """A path as a text.

    Raises:
        FileError: It is no path, or one in bytes; of the class given.
    """
    given: object = os.fspath(path) if isinstance(path, os.PathLike) else path
    if is_text(given):
        return given
    raise error(repr(given), [("", "is no path: give it as a text or a pathlib.Path")])


def read_utf8(path: str | os.PathLike[str], error: type[FileError]) -> str:
    """The text of a file.

    Raises:
        FileError: The file cannot be read, or is not UTF-8; of the class given.
    """
    name = path_text(path, error)
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
        FileError: They are not UTF-8; of the class given, naming the first wrong byte and the cure.
    """
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as problem:
        said = f"is not UTF-8: byte {problem.start}: {problem.reason}"
        raise error(name, [("", f"{said}; convert it: iconv -f {_guessed(content)} -t utf-8")]) from problem


def _guessed(content: bytes) -> str:
    # Arabic text that is not Unicode is nearly always of Windows
    return "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "cp1256"
