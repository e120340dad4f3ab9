"""A document and what a person wrote about it, to a catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from raqqa_data.building import quoted_phrase
from raqqa_data.building.annotations import Annotations, EventNote, Note, ObservationNote, parse
from raqqa_data.building.documents import Document as Given
from raqqa_data.building.documents import copying_fault, sha256_of, source_of, text_of
from raqqa_data.building.proposals.part_of.answer import is_some_of, says_all, says_among
from raqqa_data.catalogue.codec import assemble, dumps
from raqqa_data.errors import AnnotationError, CatalogueError, Problem, RecordError
from raqqa_data.records.estimate import Estimate, Wording
from raqqa_data.records.observation import KINDS, Annotation, Event, Observation, Record
from raqqa_data.records.provenance import Quote
from raqqa_data.records.rounding import surely_less

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator

    from raqqa_data.catalogue import Catalogue
    from raqqa_data.records.provenance import Document

_TO_CONFIRM = (
    "is proposed; check it and delete the line `annotation`, or take it unconfirmed: build(…, proposed=True), "
    "raqqa-data build --proposed"
)

RecordT = TypeVar("RecordT", bound=Record)
NoteT = TypeVar("NoteT", bound=Note)


def build(document: Given, annotations: str | os.PathLike[str], *, proposed: bool = False) -> str:
    """Make a catalogue (JSON text) from a document and the annotations about it.

    Every number, unit, wording and date is read from the quoted phrase; the annotations say only what a phrase cannot.

    Args:
        document: The document's text, the path (`pathlib.Path`) of its file, or what `open_source` made of it.
        annotations: The annotations (TOML), or the path of their file.
        proposed: Whether to take what was proposed and nobody has confirmed. Its records say so. What is open may stay
            so, where a record can do without: a document's name and its day of publication, who says a figure (the
            document), an English name (the Arabic one).

    Returns:
        The catalogue: the same bytes for the same input. Write it to a file, then `load` that.

    Raises:
        AnnotationError: The annotations are broken or do not fit the document; every problem with its path, such as
            `observation[3].start: the text there is '…', the phrase is '…'`.
        MissingExtraError: A phrase is a Hijri date, and the extra `hijri` is not installed.

    Example:
        >>> import raqqa_data as rd
        >>> rd.build("زرعت البلدية 40 شجرة.", "[document]")
        Traceback (most recent call last):
            ...
        raqqa_data.errors.AnnotationError: annotations: 4 problems
          document.id: is missing
          document.language: is missing
          document.sha256: is missing
          document.characters: is missing
    """
    text = source_of(document, AnnotationError, "document").text
    toml, source = text_of(annotations, AnnotationError, "annotations")
    notes = parse(toml, source, blanks_allowed=proposed)
    if not proposed and (problems := list(_unconfirmed(notes))):
        raise AnnotationError(source, problems)
    return dumps(catalogue_of(text, notes, source))


def catalogue_of(text: str, notes: Annotations, source: str, *, partly: bool = False) -> Catalogue:
    """The catalogue of a document's text and what was said about it.

    Args:
        text: The document's text.
        notes: What was said.
        source: What the annotations are called in an error.
        partly: Whether some of what was said is left out, so that parts of a whole may be missing.

    Raises:
        AnnotationError: They do not fit; every problem with its path.
    """
    if problems := list(_wrong_document(text, notes)):
        raise AnnotationError(source, problems)
    observations = _records(text, notes.document, notes.observations, "observation", _observation, problems)
    events = _records(text, notes.document, notes.events, "event", _event, problems)
    problems += _repeated_ids(notes.observations, "observation")
    problems += _repeated_ids(notes.events, "event")
    if problems:
        raise AnnotationError(source, problems)
    try:
        catalogue = assemble(notes.references, observations.values(), events.values(), notes.data_version, source)
    except CatalogueError as error:
        # the same places, under the names that the annotation file gives them
        named = [
            Problem(path.replace("observations[", "observation[").replace("events[", "event["), message)
            for path, message in error.problems
        ]
        raise AnnotationError(source, named) from error
    if unsound := list(_unsound_wholes(text, observations, partly=partly)):
        raise AnnotationError(source, unsound)
    return catalogue


def _unconfirmed(notes: Annotations) -> Iterator[Problem]:
    for section, several in (("observation", notes.observations), ("event", notes.events)):
        for index, note in enumerate(several):
            if note.annotation is Annotation.PROPOSED:
                yield Problem(f"{section}[{index}].annotation", _TO_CONFIRM)


def _wrong_document(text: str, notes: Annotations) -> Iterator[Problem]:
    document = notes.document
    if (found := sha256_of(text)) == document.sha256:
        if len(text) != document.characters:
            yield Problem("document.characters", f"the text has {len(text)}, the annotations say {document.characters}")
        return
    if fault := copying_fault(text, document):
        yield Problem("document.sha256", fault)
        return
    if len(text) != document.characters:
        yield Problem("document.characters", f"the text has {len(text)}, the annotations say {document.characters}")
    yield Problem("document.sha256", f"the text's is {found}; it is not the document that was annotated")
    for section, several in (("observation", notes.observations), ("event", notes.events)):
        for index, note in enumerate(several):
            if moved := _misplaced(text, note):
                yield Problem(f"{section}[{index}].start", moved)


def _records(
    text: str,
    document: Document,
    notes: tuple[NoteT, ...],
    section: str,
    make: Callable[[NoteT, Document], RecordT],
    problems: list[Problem],
) -> dict[str, RecordT]:
    """The records by their paths; what cannot be made is noted as a problem."""
    made: dict[str, RecordT] = {}
    for index, note in enumerate(notes):
        path = f"{section}[{index}]"
        if misplaced := _misplaced(text, note):
            problems.append(Problem(f"{path}.start", misplaced))
            continue
        try:
            made[path] = make(note, document)
        except quoted_phrase.MisreadingError as error:
            problems.append(Problem(f"{path}.phrase", str(error)))
        except RecordError as error:
            problems.append(Problem(f"{path}.{error.field}", error.problem))
    return made


def _misplaced(text: str, note: Note) -> str | None:
    there = text[max(0, note.start) : max(0, note.start) + len(note.phrase)]
    if there == note.phrase and note.start >= 0:
        return None
    message = f"the text there is {there!r}, the phrase is {note.phrase!r}"
    found = text.find(note.phrase)
    return f"{message}; it stands at {found}" if note.phrase and found >= 0 else message


def _observation(note: ObservationNote, document: Document) -> Observation:
    figure = quoted_phrase.figure(note.phrase, note.indicator, note.note, is_one=note.reads == "1", reads=note.reads)
    _require_reading(note, str(figure))
    return KINDS[note.indicator.kind](
        note.id,
        name=note.name or note.indicator.name,
        indicator=note.indicator,
        estimate=figure.estimate,
        unit=figure.unit,
        period=note.period,
        subgroup=note.subgroup,
        part_of=note.part_of,
        of=note.of,
        event=note.event,
        price_basis=note.price_basis,
        **_shared(note, document),
    )


def _event(note: EventNote, document: Document) -> Event:
    said = quoted_phrase.date(note.phrase, document)
    _require_reading(note, None if said is None else str(said))
    period = note.period or said
    if period is None:
        raise RecordError("Event", "period", None, f"the phrase {note.phrase!r} states no date; give one, and say why")
    told_why = note.inferred is not None and quoted_phrase.is_counted(note.phrase, document)
    if said is not None and not told_why and not quoted_phrase.fits(period, said):
        raise RecordError("Event", "period", str(period), f"is {period}, but the phrase {note.phrase!r} reads {said}")
    if period != said and note.inferred is None:
        raise RecordError(
            "Event", "inferred", None, f"the phrase {note.phrase!r} does not print {period}; say why it is"
        )
    return Event(note.id, name=note.name, period=period, **_shared(note, document))


def _require_reading(note: Note, found: str | None) -> None:
    if note.reads in {None, found}:
        return
    reads = "states no date" if found is None else f"reads {found!r}"
    raise RecordError("Note", "reads", note.reads, f"says {note.reads!r}, but the phrase {note.phrase!r} {reads}")


def _shared(note: Note, document: Document) -> dict[str, Any]:
    claim = {} if note.claim_status is None else {"claim_status": note.claim_status}
    return {
        "inferred": note.inferred,
        "place": note.place,
        "where_prec": note.where_prec,
        "document": document,
        "quote": Quote(note.phrase, note.start),
        "attributed_to": note.attributed_to,
        "conveyed_by": note.conveyed_by,
        "note": note.note,
        "record_status": note.record_status,
        "superseded_by": note.superseded_by,
        "annotation": note.annotation,
        **claim,
    }


def _repeated_ids(notes: tuple[Note, ...], section: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, note in enumerate(notes):
        if note.id in first:
            yield Problem(f"{section}[{index}].id", f"{note.id!r} stands at {section}[{first[note.id]}] already")
        first.setdefault(note.id, index)


def _unsound_wholes(text: str, observations: dict[str, Observation], *, partly: bool) -> Iterator[Problem]:
    """Exact wholes that their parts do not add up to, each under the whole's path.

    Parts that the document says are "among them" need not be all, nor need one that is told alone.
    """
    parts_of: dict[str, list[Observation]] = {}
    for part in observations.values():
        if part.part_of is not None:
            parts_of.setdefault(part.part_of, []).append(part)
    for path, whole in observations.items():
        parts = parts_of.get(whole.id)
        if not parts or whole.estimate.wording is not Wording.EXACT or any(part.unit != whole.unit for part in parts):
            continue
        total = sum((part.estimate for part in parts), Estimate.stated(0))
        stated = whole.estimate.best or 0
        among = partly or any(_is_among(text, part.quote, whole.quote, alone=len(parts) == 1) for part in parts)
        if surely_less(stated, total.low) or (surely_less(total.high, stated) and not among):
            parts_read = " + ".join(f"{part.estimate} ({part.id})" for part in parts)
            yield Problem(path, f"{whole.id} is {whole.estimate}, but its parts are {parts_read} = {total}")


def _is_among(text: str, part: Quote, whole: Quote, *, alone: bool) -> bool:
    """Whether the text says of a part that it is some of the whole, before it or right behind it.

    One that is told alone is, unless it says that these are they: هم 4 أطفال.
    """
    between = text[whole.end : part.start] if whole.end <= part.start else ""
    return says_among(between) or is_some_of(text[part.end :]) or (alone and not says_all(between))
