"""Check records against the document they say they come from."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, cast, overload

import attrs

from raqqa_data.building import quoted_phrase
from raqqa_data.building.documents import Document as Given
from raqqa_data.building.documents import copying_fault, sha256_of, source_of
from raqqa_data.catalogue import Catalogue, load
from raqqa_data.errors import FileError, RecordError
from raqqa_data.records.estimate import Estimate
from raqqa_data.records.observation import Observation, Record

if TYPE_CHECKING:
    from raqqa_data.records.provenance import Document


@attrs.frozen
class Finding:
    """One way in which records and document differ.

    Attributes:
        subject: Id of the record, or of the document.
        check: "sha256", "characters", "moved", "quote" or "reading".
        message: What was expected and what is there.
        start: For a quote that moved, where it stands now.
    """

    subject: str
    check: str
    message: str
    start: int | None = None

    def __str__(self) -> str:
        return f"{self.subject}: {self.check}: {self.message}"


@attrs.frozen
class Report(Sequence[Finding]):
    """What `verify` found: a sequence of findings, empty when all is well.

    Attributes:
        findings: The findings, in the order of the records.
        checked: How many records were checked.
    """

    findings: tuple[Finding, ...]
    checked: int

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    def __len__(self) -> int:
        return len(self.findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, index: int | slice) -> Finding | tuple[Finding, ...]:
        return self.findings[index]

    def __str__(self) -> str:
        count = f"{self.checked} records checked, {len(self.findings) or 'no'} finding{'s' * (len(self.findings) != 1)}"
        return "\n  ".join([count, *map(str, self.findings)])


def verify(text: Given, records: Catalogue | Iterable[Record] | str | os.PathLike[str]) -> Report:
    """Check records against a text: its hash and length, every quote at its offsets, every reading.

    Nothing is raised for a finding.

    Args:
        text: The document's text, the path (`pathlib.Path`) of its file, or what `open_source` made of it.
        records: A catalogue or the path of its file, a dataset, `Observations`, or any records.

    Returns:
        The findings, with a report that a person can read as its `str`.

    Raises:
        FileError: The file cannot be read or is not UTF-8.
        CatalogueError: The catalogue's file is broken.
        RecordError: These are no records.
        MissingExtraError: A quote is a Hijri date, and the extra `hijri` is not installed.

    Example:
        >>> import raqqa_data as rd
        >>> report = rd.verify("another text", rd.prison_attack)
        >>> report.ok, report[0].check
        (False, 'characters')
    """
    content = source_of(text, FileError, "document").text
    if isinstance(records, (str, os.PathLike)):
        records = load(records)
    every = _records(records)
    findings = [
        finding
        for document in dict.fromkeys(record.document for record in every)
        for finding in _document(content, document)
    ]
    if isinstance(records, Catalogue) and not every:
        findings = list(_document(content, records.document))
    findings += [finding for record in every for finding in _record(content, record)]
    return Report(tuple(findings), len(every))


def _records(records: object) -> list[Record]:
    if isinstance(records, Catalogue):
        return [*records.observations, *records.events]
    every = list(cast("Iterable[object]", records)) if isinstance(records, Iterable) else [records]
    for record in every:
        if not isinstance(record, Record):
            problem = "give a catalogue, the path of its file, a dataset, Observations, or other records"
            raise RecordError("verify", "records", record, problem)
    return cast("list[Record]", every)


def _document(text: str, document: Document) -> Iterator[Finding]:
    if len(text) != document.characters:
        yield Finding(document.id, "characters", f"expected {document.characters}, the text has {len(text)}")
    if (found := sha256_of(text)) != document.sha256:
        fault = copying_fault(text, document)
        yield Finding(document.id, "sha256", fault or f"expected {document.sha256}, the text's is {found}")


def _record(text: str, record: Record) -> Iterator[Finding]:
    quote = record.quote
    if (there := text[quote.start : quote.end]) != quote.exact:
        if (now := nearest(text, quote.exact, quote.start)) is not None:
            yield Finding(record.id, "moved", f"{quote.exact!r} stood at {quote.start}, and stands at {now}", now)
        else:
            yield Finding(record.id, "quote", f"expected {quote.exact!r} at {quote.start}, there is {there!r}")
    try:
        said = _reading(record)
    except quoted_phrase.MisreadingError as error:
        yield Finding(record.id, "reading", str(error))
    else:
        if said:
            yield Finding(record.id, "reading", said)


def nearest(text: str, phrase: str, start: int) -> int | None:
    """Where a phrase stands nearest to where it stood; None where it stands nowhere."""
    before, after = text.rfind(phrase, 0, start + len(phrase)), text.find(phrase, start)
    found = [at for at in (before, after) if at >= 0]
    return min(found, key=lambda at: abs(at - start), default=None)


def _reading(record: Record) -> str | None:
    """How the phrase reads, where it reads other than the record says."""
    if isinstance(record, Observation):
        is_one = record.estimate == Estimate.stated(1)
        held = quoted_phrase.Figure(record.estimate, record.unit)
        figure = quoted_phrase.figure(record.quote.exact, record.indicator, record.note, is_one=is_one, reads=str(held))
        if figure.unit != held.unit:
            figure = figure.to(held.unit)
        return None if figure == held else f"the record holds {held}, the phrase reads {figure}"
    said = quoted_phrase.date(record.quote.exact, record.document)
    agrees = said is None or quoted_phrase.fits(record.period, said)
    return None if agrees else f"the record holds {record.period}, the phrase reads {said}"
