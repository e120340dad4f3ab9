"""Texts from files: UTF-8, line ends as stored, and one error of ours for whatever goes wrong."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from raqqa_data.texts import is_text

if TYPE_CHECKING:
    from raqqa_data.errors import FileError


LARGEST = 2**31
"""No file of more bytes is read."""


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
    return decode_utf8(read_bytes(name, error), name, error)


def read_bytes(path: str, error: type[FileError], most: int = LARGEST) -> bytes:
    """What a regular file holds.

    Raises:
        FileError: It cannot be read, is no regular file, or is too large; of the class given.
    """
    try:
        # a pipe or a device could keep us waiting, or never end
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(handle)
            fault = _fault(status, most)
            content = b"" if fault else file.read()
    except OSError as problem:
        raise error(path, [("", f"cannot be read: {problem.strerror or problem}")]) from problem
    except ValueError as problem:  # a path that no file system can have
        raise error(repr(path), [("", f"is no path: {problem}")]) from problem
    if fault:
        raise error(path, [("", fault)])
    return content


def _fault(status: os.stat_result, most: int) -> str | None:
    if stat.S_ISREG(status.st_mode):
        return f"is larger than {most:,} bytes" if status.st_size > most else None
    return f"cannot be read: {'Is a directory' if stat.S_ISDIR(status.st_mode) else 'is not a regular file'}"


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
