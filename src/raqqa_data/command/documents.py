"""Where commands read from: documents of any kind in files, or on standard input."""

from __future__ import annotations

import contextlib
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from raqqa_data.building.documents import as_stored, source_of
from raqqa_data.command.complaints import in_a_shell
from raqqa_data.errors import FileError, harmless_lines
from raqqa_data.sources import Source, open_source
from raqqa_data.sources.files import read_utf8
from raqqa_data.sources.plain import MEDIA_TYPE as PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

STANDARD_INPUT = "-"


def document_of(name: str | Path, encoding: str | None = None) -> Source:
    """The document in a file, whatever its kind, or on standard input.

    Raises:
        FileError: It cannot be read.
    """
    if str(name) != STANDARD_INPUT:
        return source_of(Path(name), FileError, str(name))
    content, named = sys.stdin.buffer.read(), "standard input"
    source = attrs.evolve(open_source(content, encoding=encoding), name=named)
    as_text = as_stored(content, named) if encoding is None and source.media_type == PLAIN else None
    return as_text or source


def tell_findings(source: Source, name: str) -> None:
    """What a person should know of a document, on standard error."""
    for finding in source.findings:
        print(harmless_lines(in_a_shell(f"raqqa-data: {name}: {finding}")), file=sys.stderr)


@contextlib.contextmanager
def in_order(command: str, document: Path, other: Path | None, is_other: Callable[[str], bool]) -> Generator[None]:
    """Say of a document and another file that cannot be used whether they may be the wrong way round.

    Args:
        command: What was called with them.
        document: The document, as it was given.
        other: The other file.
        is_other: Whether a text is what the other file should hold; it may raise a FileError instead.

    Raises:
        FileError: That which came up, with the advice where it is due.
    """
    try:
        yield
    except FileError as error:
        if other is None or _is(other, is_other) or not _is(document, is_other):
            raise
        advice = "the two files may be the wrong way round, try"
        tried = shlex.join(["raqqa-data", command, str(other), str(document)])
        told = [(path, f"{problem}; {advice}: {tried}") for path, problem in error.problems]
        raise type(error)(error.source, told) from error.__cause__


def _is(path: Path, holds: Callable[[str], bool]) -> bool:
    try:
        return holds(read_utf8(path, FileError))
    except FileError:
        return False
