"""One document with its annotation file: what a person sees of it, and each change, saved before it is answered."""

from __future__ import annotations

import hashlib
import os
import threading
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from raqqa_data.annotate import sight
from raqqa_data.annotate.changes import changed, without_blanks
from raqqa_data.annotate.names import named
from raqqa_data.building.annotations import TO_FILL_IN
from raqqa_data.building.builder import build
from raqqa_data.building.document_defaults import overall
from raqqa_data.building.documents import id_after, source_of
from raqqa_data.building.draft_records import Unrecorded, complete
from raqqa_data.building.drafter import draft
from raqqa_data.building.proposals.reference.known_names import known_from
from raqqa_data.building.updating import updated
from raqqa_data.building.verifier import verify
from raqqa_data.catalogue.codec import dumps, loads
from raqqa_data.errors import AnnotationError, CatalogueError, FileError, SourceError
from raqqa_data.reading.words.countries import country_of
from raqqa_data.records.period import Period
from raqqa_data.sources.atomic import alone_in, replacing
from raqqa_data.sources.files import read_bytes, read_utf8

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raqqa_data.annotate.names import Named
    from raqqa_data.building.draft_file import Draft
    from raqqa_data.building.verifier import Report
    from raqqa_data.catalogue import Catalogue
    from raqqa_data.sources import Source

ANNOTATIONS, CATALOGUE = ".annotations.toml", ".catalogue.json"
"""What the files beside a document are called: its name, and this."""
_STEPS = 100


class StaleError(Exception):
    """The annotation file is another one than the page has seen; nothing was written."""


def _period(reference: Period | str | None) -> Period | None:
    return Period(reference) if isinstance(reference, str) and reference else reference or None


@attrs.frozen(kw_only=True)
class Drafting:
    """How a document without annotations is drafted.

    Attributes:
        reference: When it was published, if its file does not say so; a Period, or EDTF.
        known: The person's reference file (TOML).
        country: The country (ISO 3166) whose lira, pound or dinar is meant where a text names none.
        singulars: Whether a noun of people in the singular stands for one.
        voice: Who speaks where a text names nobody.
        place: Where it is where a text names no place.
        until_published: Whether what no words date was by the day of publication.
        least: How often a rule has to be right for what it proposes.
    """

    reference: Period | None = attrs.field(default=None, converter=_period)
    known: Path | None = None
    country: str | None = None
    singulars: bool = False
    voice: str | None = None
    place: str | None = None
    until_published: bool = False
    least: float = 0

    def check(self) -> None:
        """Look at what was asked for before any document is drafted.

        Raises:
            AnnotationError: The reference file is broken.
            NotFoundError: No country has that code, or no agent or place that name.
        """
        country_of(self.country)
        overall(known_from(self.known), voice=self.voice, place=self.place)

    def version(self) -> object:
        """Which state the reference file is in; None without one.

        Raises:
            FileError: It is gone.
        """
        return None if self.known is None else _identity(self.known)

    def of(self, source: Source, document_id: str) -> Draft:
        """The draft of a document.

        Raises:
            SourceError: There is no text in it.
        """
        if not source.text.removeprefix("\ufeff").strip():
            why = [("", str(finding)) for finding in source.findings if finding.kind != "empty"]
            raise SourceError(source.name, why or [("", "holds no text, so there is nothing to draft")])
        named: dict[str, Any] = {"document_id": document_id} if document_id else {}
        return draft(source, **attrs.asdict(self, recurse=False), **named)


class Worksheet:
    """A document, its annotation file, and the way from one state of it to the next.

    Every change names the version that the person saw. Where the file is another one by now, because another window or
    an editor wrote it, nothing is written: `StaleError`.

    Args:
        document: The document's file.
        drafting: How it is drafted where it has no annotations yet.
        document_id: What it is called; by its file's name when left out.
    """

    def __init__(self, document: Path, drafting: Drafting, document_id: str = "") -> None:
        self.document: Path = document
        self._id = document_id or id_after(document.stem)
        self.annotations: str = f"{document}{ANNOTATIONS}"
        self.catalogue: str = f"{document}{CATALOGUE}"
        self._drafting = drafting
        self._lock = threading.RLock()
        self._before: deque[tuple[str, str]] = deque(maxlen=_STEPS)
        self._opened: tuple[object, Source] | None = None
        self._drafted: tuple[tuple[Source, object], Draft, Named] | None = None
        self._seen: sight.Seen = {}

    def open(self) -> dict[str, Any]:
        """Everything that the page shows of it; the annotation file is drafted where there is none.

        Raises:
            FileError: The document or the annotation file cannot be read, or that cannot be written.
        """
        with self._lock:
            self.draft()
            source, drafted, names = self._document()
            toml = self._toml()
            return {
                "document": self.document.name,
                "annotations": f"{self.document.name}{ANNOTATIONS}",
                "catalogue": f"{self.document.name}{CATALOGUE}",
                "text": source.text,
                "language": source.language or "ar",
                "findings": [str(finding) for finding in source.findings],
                "listed": self.listed(),
                **sight.of_draft(drafted, names),
                **self._state(toml),
            }

    def draft(self) -> Draft | None:
        """Draft it where it has no annotation file; None where it has one.

        Raises:
            FileError: The document cannot be read, or the annotation file cannot be written.
        """
        with self._lock:
            if os.path.lexists(self.annotations):
                return None
            _, drafted, _ = self._document()
            with alone_in(str(self.document.parent), self.annotations):
                if os.path.lexists(self.annotations):
                    return None
                self._write(without_blanks(drafted))
            return drafted

    def update(self) -> tuple[Draft, int, bool]:
        """Bring its annotation file up to date with its text and the reader; what a person wrote in it stays.

        Returns:
            The draft, how many places are still to fill in, and whether anything is new in the file.

        Raises:
            FileError: The document or the annotation file cannot be read, or that cannot be written.
            MissingExtraError: tomlkit is not installed.
        """
        with self._lock, alone_in(str(self.document.parent), self.annotations):
            toml = self._toml()
            _, drafted, _ = self._document()
            new = updated(toml, without_blanks(drafted))
            if new != toml:
                self._write(new)
            return drafted, max(0, new.count(TO_FILL_IN) - 1), new != toml

    def version(self) -> str:
        """Which state the file is in.

        Raises:
            AnnotationError: It cannot be read.
        """
        return _version(self._toml())

    def listed(self) -> str:
        """Which state the reference file is in, whose names an answer may take.

        Raises:
            FileError: It is gone.
        """
        return str(self._drafting.version())

    def act(self, version: object, action: Mapping[str, Any]) -> dict[str, Any]:
        """Carry out one change and save it.

        Args:
            version: The state that the person saw.
            action: What to do: its `kind`, and what that needs.

        Returns:
            The new state.

        Raises:
            StaleError: The file is in another state.
            RaqqaDataError: What was asked for cannot be done; the file is as it was.
        """
        with self._lock, alone_in(str(self.document.parent), self.annotations):
            toml = self._toml()
            if version != _version(toml):
                raise StaleError
            source, drafted, names = self._document()
            if action.get("kind") == "undo":
                new = self._undone(version)
            elif action.get("kind") == "update":
                new = updated(toml, without_blanks(drafted))
            else:
                new = changed(toml, action, names, self.document.name)
            if new != toml:
                self._write(new)
                if action.get("kind") != "undo":
                    self._before.append((toml, _version(new)))
            return self._state(new, source)

    def build(self, version: object) -> dict[str, Any]:
        """Make the catalogue, as the page asks for it.

        Returns:
            How many records it holds; or, where the two do not fit, the problems with their places.

        Raises:
            StaleError: The annotation file is in another state than the person saw.
            FileError: As for `make`.
        """
        with self._lock:
            toml = self._toml()
            if version != _version(toml):
                raise StaleError
            try:
                catalogue = self._kept(loads(build(self._source(), f"{toml}\n")))
            except AnnotationError as error:
                return {"problems": [problem._asdict() for problem in error.problems]}
            return {
                "problems": [],
                "written": f"{self.document.name}{CATALOGUE}",
                "observations": len(catalogue.observations),
                "events": len(catalogue.events),
            }

    def make(self, *, proposed: bool = False) -> Catalogue:
        """Make the catalogue of the document and its annotations, beside them.

        Args:
            proposed: Whether what nobody has confirmed is taken too.

        Raises:
            AnnotationError: The two do not fit.
            FileError: What stands there already is no catalogue of this document, or it cannot be written.
        """
        with self._lock:
            return self._kept(loads(build(self._source(), Path(self._inside(self.annotations)), proposed=proposed)))

    def make_partly(self) -> tuple[Catalogue, tuple[Unrecorded, ...]]:
        """Make the catalogue of what is complete, confirmed or proposed; and say what is not in it.

        Raises:
            AnnotationError: They are no annotations of this document.
            FileError: As for `make`.
        """
        with self._lock:
            catalogue, left = complete(self._source().text, self._toml(), self.annotations)
            return self._kept(catalogue), left

    def verify(self) -> Report | None:
        """The catalogue beside the document, checked against it; None where there is none.

        Raises:
            FileError: One of the two cannot be read.
        """
        with self._lock:
            if not os.path.lexists(self.catalogue):
                return None
            return verify(self._source(), loads(read_utf8(self._inside(self.catalogue), CatalogueError)))

    def _kept(self, catalogue: Catalogue) -> Catalogue:
        """The catalogue, which is in its file now."""
        self._require_ours(catalogue.document.id)
        with replacing(self._inside(self.catalogue)) as file:
            file.write(dumps(catalogue).encode("utf-8"))
        return catalogue

    def _require_ours(self, document_id: str) -> None:
        """Leave a file alone that is not an earlier catalogue of this document."""
        if not os.path.lexists(self.catalogue):
            return
        try:
            ours = loads(read_utf8(self.catalogue, CatalogueError)).document.id == document_id
        except CatalogueError:
            ours = False
        if not ours:
            raise FileError(self.catalogue, [("", "is there already, and no catalogue of this document; move it away")])

    def _state(self, toml: str, source: Source | None = None) -> dict[str, Any]:
        text = (source or self._source()).text
        return {
            "version": _version(toml),
            "undo": bool(self._before) and self._before[-1][1] == _version(toml),
            **sight.of_annotations(toml, text, self._seen),
        }

    def _undone(self, version: object) -> str:
        if not self._before or self._before[-1][1] != version:
            raise AnnotationError("annotations", [("", "nothing is left to undo")])
        return self._before.pop()[0]

    def _source(self) -> Source:
        """The document's text; read anew only where the file is another one."""
        identity = _identity(self.document)
        if self._opened is None or self._opened[0] != identity:
            self._opened = identity, source_of(self.document, FileError, str(self.document))
        return self._opened[1]

    def _document(self) -> tuple[Source, Draft, Named]:
        """The document's text, its draft, and what an answer may name; anew where a file is another one."""
        source = self._source()
        made_of = source, self._drafting.version()
        if self._drafted is None or self._drafted[0] != made_of:
            drafted = self._drafting.of(source, self._id)
            self._drafted = made_of, drafted, named(drafted, known_from(self._drafting.known))
        return source, *self._drafted[1:]

    def _toml(self) -> str:
        path = self._inside(self.annotations)
        content = read_bytes(path, AnnotationError)
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise AnnotationError(path, [("", f"is not UTF-8: byte {error.start}: {error.reason}")]) from error

    def _write(self, toml: str) -> None:
        with replacing(self._inside(self.annotations)) as file:
            file.write(toml.encode("utf-8"))

    def _inside(self, path: str) -> str:
        """The path, which is no link: one could lead out of the folder."""
        if os.path.islink(path):  # noqa: PTH114
            raise FileError(path, [("", "is a link; put the file itself there")])
        return path


def _identity(path: Path) -> tuple[int, int, int]:
    """Which state a file is in.

    Raises:
        FileError: It is not there.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise FileError(str(path), [("", f"cannot be read: {error.strerror}")]) from error
    return status.st_ino, status.st_mtime_ns, status.st_size


def _version(toml: str) -> str:
    return hashlib.sha256(toml.encode("utf-8")).hexdigest()
