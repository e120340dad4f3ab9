"""Files written whole or not at all, and read without trust."""

from __future__ import annotations

import contextlib
import os
import stat
from typing import IO, TYPE_CHECKING

from raqqa_data.errors import CatalogueError, FileError

if TYPE_CHECKING:
    from collections.abc import Generator

LARGEST = 2**31
"""No file of more bytes is read."""


@contextlib.contextmanager
def replacing(path: str) -> Generator[IO[bytes]]:
    """A file to write to, which takes the place of the old one when all is written and on the disk.

    Whatever goes wrong before that leaves the old file as it was, and nothing beside it.

    Raises:
        FileError: It cannot be written.
    """
    import tempfile

    try:
        target = os.path.realpath(path)
        other = os.path.exists(target) and not os.path.isfile(target)
    except (OSError, ValueError) as error:
        raise FileError(path, [("", f"cannot be written: {_reason(error)}")]) from error
    if other:
        raise FileError(path, [("", "cannot be written: is not a regular file")])
    try:
        handle, temporary = tempfile.mkstemp(
            prefix=f".{os.path.basename(target)[:64]}.", suffix=".tmp", dir=os.path.dirname(target)
        )
    except (OSError, ValueError) as error:
        raise FileError(path, [("", f"cannot be written: {_reason(error)}")]) from error
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except BaseException as error:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        if isinstance(error, (OSError, UnicodeEncodeError)):
            raise FileError(path, [("", f"cannot be written: {_reason(error)}")]) from error
        raise
    _keep_entry(os.path.dirname(target))


def content_of(path: str) -> bytes:
    """What a regular file holds.

    Raises:
        CatalogueError: It cannot be read, is no regular file, or is too large.
    """
    try:
        # a pipe or a device could keep us waiting, or never end
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                raise CatalogueError(path, [("", "cannot be read: is not a regular file")])
            if status.st_size > LARGEST:
                raise CatalogueError(path, [("", f"is larger than {LARGEST:,} bytes")])
            return file.read()
    except FileError:
        raise
    except OSError as error:
        raise CatalogueError(path, [("", f"cannot be read: {_reason(error)}")]) from error
    except ValueError as error:
        raise CatalogueError(repr(path), [("", f"is no path: {error}")]) from error


def text_of(content: bytes, source: str) -> str:
    """UTF-8 bytes as text, a byte order mark left out.

    Raises:
        CatalogueError: They are not UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CatalogueError(source, [("", f"is not UTF-8: byte {error.start}: {error.reason}")]) from error


def _reason(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)


def _mode(target: str) -> int:
    """The old file's permissions, else those that any new file gets."""
    try:
        return stat.S_IMODE(os.stat(target).st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _keep_entry(folder: str) -> None:
    # a new name is on the disk only when its folder is; where a folder cannot be opened, nobody can do more
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
