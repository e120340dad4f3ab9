"""Files written whole or not at all, one or several together, and read without trust."""

from __future__ import annotations

import contextlib
import os
import stat
import time
from typing import IO, TYPE_CHECKING, TypeVar

from raqqa_data.errors import CatalogueError, FileError
from raqqa_data.sources.files import read_bytes

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Generator, Iterable, Mapping
    from types import ModuleType

T = TypeVar("T")

_PATIENCE = 60
"""Seconds that a writer of several files waits for another one in the same folder."""
_PAUSE = 0.02
_READINGS = 50
"""How often a dataset is read again, where a writer replaces it meanwhile."""


@contextlib.contextmanager
def replacing(path: str) -> Generator[IO[bytes]]:
    """A file to write to, which takes the place of the old one when all is written and on the disk.

    Whatever goes wrong before that leaves the old file as it was, and nothing beside it. What a killed process left
    beside it goes at the next writing.

    Raises:
        FileError: It cannot be written.
    """
    try:
        target = os.path.realpath(path)
        other = os.path.exists(target) and not os.path.isfile(target)
    except (OSError, ValueError) as error:
        raise FileError(_told(path), [("", f"cannot be written: {_reason(error)}")]) from error
    if other:
        raise FileError(path, [("", "cannot be written: is not a regular file")])
    folder, name = os.path.split(target)
    try:
        handle, temporary = _temporary(folder, f".{name[:64]}.")
    except (OSError, ValueError) as error:
        raise FileError(_told(path), [("", f"cannot be written: {_reason(error)}")]) from error
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
            raise FileError(_told(path), [("", f"cannot be written: {_reason(error)}")]) from error
        raise
    _keep_entry(folder)


def write_together(head: str, content: bytes, files: Mapping[str, bytes], ours: re.Pattern[str]) -> None:
    """Write files that belong together, so that a reader finds the old ones or the new ones, never some of each.

    Args:
        head: The file that names the others; it is written last.
        content: What it holds.
        files: What the others hold by their names, which their hashes make unlike any name of before.
        ours: What such names look like. Those that the new head does not name are of before, and go in the end.

    Raises:
        FileError: One of them cannot be written; what stood there before still stands, and nothing else.
    """
    folder = os.path.dirname(head) or "."
    with alone_in(folder, head) as alone:
        try:
            before = {name for name in os.listdir(folder) if ours.fullmatch(name)}
        except OSError as error:
            raise FileError(head, [("", f"cannot be written: {_reason(error)}")]) from error
        try:
            for name, held in files.items():
                with replacing(os.path.join(folder, name)) as stream:
                    stream.write(held)
            with replacing(head) as stream:
                stream.write(content)
        except BaseException:
            _unlink(folder, files.keys() - before if alone else ())
            raise
        # without a lock these may be what another writer is about to name
        _unlink(folder, before - files.keys() if alone else ())


def read_settled(read: Callable[[], T], head: str) -> T:
    """Read files that belong together, anew where a writer replaced them meanwhile.

    Args:
        read: Reads them, the head first.
        head: The file that names the others.

    Raises:
        CatalogueError: They cannot be read, and it is no writer's doing.
    """
    for _ in range(_READINGS):
        before = _identity(head)
        try:
            return read()
        except CatalogueError:
            if _identity(head) == before:
                raise
    return read()


def content_of(path: str) -> bytes:
    """What a regular file holds.

    Raises:
        CatalogueError: It cannot be read, is no regular file, or is too large.
    """
    return read_bytes(path, CatalogueError)


def text_of(content: bytes, source: str) -> str:
    """UTF-8 bytes as text, a byte order mark left out.

    Raises:
        CatalogueError: They are not UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CatalogueError(source, [("", f"is not UTF-8: byte {error.start}: {error.reason}")]) from error


def _temporary(folder: str, prefix: str) -> tuple[int, str]:
    """A new file beside the target, locked for as long as it is written, so that nobody takes it for a dead one."""
    import tempfile

    _bury(folder, prefix)
    while True:
        handle, path = tempfile.mkstemp(prefix=prefix, suffix=".tmp", dir=folder)
        try:
            _lock(handle)
            if os.path.exists(path):
                return handle, path
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)  # taken for a dead one before it was locked


def _bury(folder: str, prefix: str) -> None:
    """Remove what writers left who were killed: files of our name that nobody holds locked."""
    if _locks() is None:
        return
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith(prefix) and name.endswith(".tmp"):
                path = os.path.join(folder, name)
                with contextlib.suppress(OSError), open(path, "rb") as file:
                    _lock(file.fileno(), wait=False)
                    os.unlink(path)


@contextlib.contextmanager
def alone_in(folder: str, path: str) -> Generator[bool]:
    """Keep other writers of several files out of a folder; gives whether the system could do that.

    The lock is on the folder itself, and goes with the process: no file of it is ever left.
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folder
        yield False
        return
    try:
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                alone = _lock(handle, wait=False)
                break
            except BlockingIOError as error:
                if time.monotonic() > until:
                    raise FileError(path, [("", "cannot be written: another process is writing there")]) from error
                time.sleep(_PAUSE)
            except OSError:  # a file system without locks
                alone = False
                break
        yield alone
    finally:
        os.close(handle)


def _lock(handle: int, *, wait: bool = True) -> bool:
    locks = _locks()
    if locks is None:
        return False
    locks.flock(handle, locks.LOCK_EX | (0 if wait else locks.LOCK_NB))
    return True


def _locks() -> ModuleType | None:
    try:
        import fcntl
    except ImportError:
        return None
    return fcntl


def _unlink(folder: str, names: Iterable[str]) -> None:
    for name in names:
        with contextlib.suppress(OSError, ValueError):
            os.unlink(os.path.join(folder, name))


def _identity(path: str) -> object:
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return status.st_ino, status.st_mtime_ns


def _told(path: str) -> str:
    """A path that no file system can have, as it can be shown."""
    return path if path.isprintable() else repr(path)


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
