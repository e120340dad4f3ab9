"""Which documents are served: one file, or those of a folder, and nothing else."""

from __future__ import annotations

import contextlib
import itertools
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from raqqa_data.annotate.worksheet import ANNOTATIONS, Drafting, Worksheet
from raqqa_data.building.annotations import TO_FILL_IN
from raqqa_data.building.documents import id_after, sha256_of
from raqqa_data.errors import FileError, NotFoundError, SourceError
from raqqa_data.sources.foreign_kinds import foreign_kind
from raqqa_data.sources.opening import KINDS, NO_DOCUMENTS, SHEETS, is_chat, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raqqa_data.sources.foreign_kinds import ForeignKind

SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx")
_TEXTS = (".txt", ".text")
MOST = 1000
"""Documents of a folder that are listed."""
_SHOWN = 3
_PROPOSED = 'annotation = "proposed"'


class Folder:
    """The documents that a person may open, by their names below the folder.

    Args:
        path: A document, or a folder of documents.
        drafting: How a document without annotations is drafted.

    Raises:
        FileError: There is nothing of that name, or no document in the folder.
    """

    def __init__(self, path: Path, drafting: Drafting) -> None:
        try:
            whole = path.resolve(strict=True)
        except (OSError, ValueError) as error:
            raise FileError(
                str(path), [("", f"cannot be read: {getattr(error, 'strerror', None) or error}")]
            ) from error
        self.single: bool = not whole.is_dir()
        self.root: Path = whole.parent if self.single else whole
        self._only = whole.name if self.single else None
        self._drafting = drafting
        self._sheets: dict[str, Worksheet] = {}
        self._chats: dict[Path, tuple[tuple[int, int], bool]] = {}
        if not self.names():
            problem = f"holds no document: no file that ends in {', '.join(SUFFIXES)}"
            if chats := self.passed_over():
                problem += f"; raqqa-data split makes documents of {', '.join(chats[:_SHOWN])}"
                problem += ", ..." if len(chats) > _SHOWN else ""
            raise FileError(str(path), [("", problem)])

    def names(self) -> tuple[str, ...]:
        """The names of the documents that are listed, in order; those below the folder with their path from it."""
        return tuple(sorted(itertools.islice(self.every_name(), MOST)))

    def every_name(self) -> Iterator[str]:
        """The names of all documents, however many there are."""
        return iter((self._only,)) if self._only is not None else self._below()

    def open(self, name: object) -> Worksheet:
        """The worksheet of a document that is listed.

        Raises:
            NotFoundError: It is none of them.
        """
        names = self.names()
        if not isinstance(name, str) or name not in names:
            raise NotFoundError("document", name, names)
        if name not in self._sheets:
            self._sheets[name] = Worksheet(self.root / name, self._drafting, ids_of(names)[name])
        return self._sheets[name]

    def listed(self) -> list[dict[str, object]]:
        """What a person sees of each document before opening it: how much is left to do."""
        return [{"name": name, **self._progress(name)} for name in self.names()]

    def _below(self) -> Iterator[str]:
        return (path.relative_to(self.root).as_posix() for path in self._files() if not self._is_unsplit(path))

    def _files(self) -> Iterator[Path]:
        for folder, folders, files in os.walk(self.root):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(files):
                path = Path(folder, name)
                # a spreadsheet that has annotations was taken as one document, and stays one
                kept = name.lower().endswith(SHEETS) and os.path.lexists(f"{path}{ANNOTATIONS}")
                if (
                    name.startswith(NO_DOCUMENTS)
                    or not (kept or name.lower().endswith(SUFFIXES))
                    or not _printable(name)
                ):
                    continue
                # a link may lead out of the folder; what it leads to is not served
                if path.resolve().is_relative_to(self.root) and path.is_file():
                    yield path

    def _is_unsplit(self, path: Path) -> bool:
        """Whether it is an exported chat; one that has annotations was taken as one document, and stays one."""
        if not path.name.lower().endswith(_TEXTS) or os.path.lexists(f"{path}{ANNOTATIONS}"):
            return False
        status = path.stat()
        state = status.st_mtime_ns, status.st_size
        if path not in self._chats or self._chats[path][0] != state:
            self._chats[path] = state, is_chat(path)
        return self._chats[path][1]

    def passed_over(self) -> list[str]:
        """The files below the folder that hold many texts each, and are no documents until they are split."""
        if self.single:
            return []
        many = tuple(suffix for kind in KINDS if kind.many for suffix in kind.suffixes)
        taken = {str(path) for path in self._files()}
        below: list[str] = []
        with contextlib.suppress(SourceError):  # a folder without files
            below += [str(path) for path in listed(self.root) if str(path).lower().endswith(many) and path not in taken]
        below += [str(path) for path in self._files() if self._is_unsplit(path)]
        return sorted(os.path.relpath(path, self.root) for path in below)

    def foreign(self) -> dict[ForeignKind, list[str]]:
        """The files below the folder that are of no kind that is opened, by their names, each kind with its files."""
        found: dict[ForeignKind, list[str]] = {}
        with contextlib.suppress(SourceError):  # a folder without files
            for path in map(str, () if self.single else listed(self.root)):
                if kind := foreign_kind(path):
                    found.setdefault(kind, []).append(os.path.relpath(path, self.root))
        return found

    def _progress(self, name: str) -> dict[str, object]:
        try:
            text = Path(f"{self.root / name}{ANNOTATIONS}").read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return {"figures": None, "left": None}
        _, *tables = text.split("\n[[observation]]")
        return {"figures": len(tables), "left": sum(_PROPOSED in table or TO_FILL_IN in table for table in tables)}


def ids_of(names: Iterable[str]) -> dict[str, str]:
    """An id for each document of a folder, after its name: no two have the same.

    Example:
        >>> ids_of(["wire.txt", "wire.html", "may/wire.txt", "تقرير.txt"])
        {'wire.txt': 'wire-txt', 'wire.html': 'wire-html', 'may/wire.txt': 'may-wire', 'تقرير.txt': 'tqryr'}
    """
    names = tuple(names)
    ids = {name: id_after(os.path.splitext(name)[0]) for name in names}  # noqa: PTH122
    for after in (id_after, _hashed):
        held = Counter(ids.values())
        ids = {name: one if one and held[one] == 1 else after(name) for name, one in ids.items()}
    return ids


def _hashed(name: str) -> str:
    return "-".join(filter(None, (id_after(name), sha256_of(name)[:8])))


def _printable(name: str) -> bool:
    # half a pair of surrogates is how Python spells a byte that is no UTF-8; no page can send it back
    return not any("\ud800" <= letter <= "\udfff" for letter in name)
