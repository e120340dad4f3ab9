"""Another program, run on what somebody else made: within bounds of time, memory and output."""

from __future__ import annotations

import contextlib
import subprocess
import tempfile
import threading
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_AT_A_TIME = 2**18
_MOST_TOLD = 2**16


class Done(NamedTuple):
    """How a program ended, and the beginnings of what it wrote and of what it complained of."""

    code: int
    output: bytes
    told: bytes


def run_bounded(command: Sequence[str], content: bytes, *, seconds: float, memory: int, output: int) -> Done | None:
    """Run a program on a content.

    Args:
        command: The program and its arguments.
        content: What it gets on its standard input.
        seconds: How long it may take.
        memory: How many bytes of memory it may take, where the system can say so.
        output: How many bytes it may write; one more is read, and then it is ended.

    Returns:
        How it ended; None where it took too long.

    Raises:
        OSError: It cannot be run.

    Example:
        >>> run_bounded(["cat"], b"300", seconds=9, memory=2**30, output=9).output
        b'300'
    """
    late = threading.Event()
    pieces: list[bytes] = []
    # both are gone as soon as they are closed; a pipe would have to be fed and emptied at once
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as told:
        given.write(content)
        given.seek(0)
        with subprocess.Popen(list(command), stdin=given, stdout=subprocess.PIPE, stderr=told) as running:  # noqa: S603

            def end() -> None:
                late.set()
                running.kill()

            timer = threading.Timer(seconds, end)
            timer.start()
            try:
                _bound(running.pid, memory)
                left = output + 1
                while running.stdout is not None and left and (piece := running.stdout.read(min(left, _AT_A_TIME))):
                    pieces.append(piece)
                    left -= len(piece)
                if not left:
                    running.kill()
                running.wait()
            finally:
                timer.cancel()
                running.kill()
        told.seek(0)
        return None if late.is_set() else Done(running.returncode, b"".join(pieces), told.read(_MOST_TOLD))


def _bound(process: int, memory: int) -> None:
    try:
        import resource
    except ImportError:
        return
    if hasattr(resource, "prlimit"):
        with contextlib.suppress(OSError, ValueError):  # it may have ended already
            resource.prlimit(process, resource.RLIMIT_AS, (memory, memory))
