"""What an observation and an event have in common, and the codes that say how far to trust them."""

from __future__ import annotations

from typing import ClassVar

import attrs

from raqqa_data.errors import RecordError
from raqqa_data.records import display
from raqqa_data.records.mixins import Citable
from raqqa_data.records.period import Period
from raqqa_data.records.pickling import Pickled
from raqqa_data.records.place import Place
from raqqa_data.records.provenance import Agent, Document, Quote
from raqqa_data.records.validation import Validator, in_range, is_a, member, slug, text
from raqqa_data.texts import Code, Name


class ClaimStatus(Code):
    """Who stands behind a record; never "verified" (after ACLED's and Airwars' usage).

    REPORTED: the document says it in its own voice. ATTRIBUTED: it names a claimant. CORROBORATED, DISPUTED and
    WITHDRAWN speak of what others said of the claim.
    """

    REPORTED = "reported"
    ATTRIBUTED = "attributed"
    CORROBORATED = "corroborated"
    DISPUTED = "disputed"
    WITHDRAWN = "withdrawn"


class RecordStatus(Code):
    """Whether a record is in use; ids are never reused and records never deleted."""

    CURRENT = "current"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


class Annotation(Code):
    """Whether a person stands behind what is said of a figure, or a proposal still waits for one."""

    CONFIRMED = "confirmed"
    PROPOSED = "proposed"


def _annotation(value: str) -> Annotation:
    return member(Annotation, value, "Record", "annotation")


def _claim_status(value: str) -> ClaimStatus:
    return member(ClaimStatus, value, "Record", "claim_status")


def _usual_claim_status(attributed_to: Agent | None) -> ClaimStatus:
    return ClaimStatus.REPORTED if attributed_to is None else ClaimStatus.ATTRIBUTED


def _record_status(value: str) -> RecordStatus:
    return member(RecordStatus, value, "Record", "record_status")


@attrs.frozen(kw_only=True, repr=False, getstate_setstate=False)
class Record(Pickled, Citable):
    """What an observation and an event have in common. Not made by itself.

    Attributes:
        id: Identifier, never reused.
        name: A label in both languages, in words of our own.
        period: When.
        inferred: Why the period is inferred, where the document does not print it.
        place: Where.
        where_prec: How precisely the place is known, by UCDP's codes: 1 the very place, 2 near it, 3 second-order
            division, 4 first-order division, 5 a line or area, 6 country, 7 beyond.
        document: The text it was read from.
        quote: The exact words and where they stand.
        attributed_to: Who says it; None for the document's own voice.
        conveyed_by: In whose statement it reached the document, where that is someone else.
        claim_status: Who stands behind it.
        note: A caveat in both languages.
        record_status: Whether it is in use.
        superseded_by: The id of the record that took its place.
        annotation: Whether a person confirmed what is said of it.
    """

    check_id: ClassVar[Validator] = staticmethod(slug())

    id: str = attrs.field(kw_only=False, validator=lambda self, attribute, value: self.check_id(self, attribute, value))
    name: Name = attrs.field(validator=is_a(Name))
    period: Period = attrs.field(validator=is_a(Period))
    inferred: str | None = attrs.field(default=None, validator=text(optional=True))
    place: Place = attrs.field(validator=is_a(Place))
    where_prec: int = attrs.field(default=1, validator=in_range(1, 7, whole=True))
    document: Document = attrs.field(validator=is_a(Document))
    quote: Quote = attrs.field(validator=is_a(Quote))
    attributed_to: Agent | None = attrs.field(default=None, validator=is_a(Agent, optional=True))
    conveyed_by: Agent | None = attrs.field(default=None, validator=is_a(Agent, optional=True))
    claim_status: ClaimStatus = attrs.field(
        default=attrs.Factory(lambda self: _usual_claim_status(self.attributed_to), takes_self=True),
        converter=_claim_status,
    )
    note: Name | None = attrs.field(default=None, validator=is_a(Name, optional=True))
    record_status: RecordStatus = attrs.field(default=RecordStatus.CURRENT, converter=_record_status)
    superseded_by: str | None = attrs.field(default=None, validator=text(optional=True))
    annotation: Annotation = attrs.field(default=Annotation.CONFIRMED, converter=_annotation)

    def __attrs_post_init__(self) -> None:
        if (self.claim_status is ClaimStatus.REPORTED) != (self.attributed_to is None):
            problem = "a reported claim is the document's own; any other names who it is attributed to"
            raise RecordError(type(self).__name__, "claim_status", str(self.claim_status), problem)
        if (self.record_status is RecordStatus.SUPERSEDED) != (self.superseded_by is not None):
            problem = "a superseded record names its successor, and no other does"
            raise RecordError(type(self).__name__, "superseded_by", self.superseded_by, problem)
        if self.superseded_by == self.id:
            raise RecordError(
                type(self).__name__, "superseded_by", self.superseded_by, "a record does not succeed itself"
            )
        if self.quote.end > self.document.characters:
            problem = f"lies beyond the document's {self.document.characters} characters"
            raise RecordError(type(self).__name__, "quote", str(self.quote), problem)

    def __repr__(self) -> str:
        proposed = "" if self.annotation is Annotation.CONFIRMED else f" ({self.annotation})"
        return f"<{type(self).__name__} {self.id}: {self._gist()}{proposed}>"

    def __str__(self) -> str:
        return display.as_text(self.name, self.facts())

    def _repr_html_(self) -> str:
        return display.as_html(self.name, self.facts())

    def _gist(self) -> str:
        return str(self.period)

    def facts(self) -> list[tuple[str, str]]:
        """What a person reads of the record: labels and texts, in order."""
        said = f"{self.attributed_to or 'the document itself'} ({self.claim_status})"
        conveyed = f", in a statement of {self.conveyed_by}" if self.conveyed_by else ""
        near = "" if self.where_prec == 1 else f" (precision {self.where_prec} of 7)"
        return [
            ("Period", f"{self.period}{f' (inferred: {self.inferred})' if self.inferred else ''}"),
            ("Place", f"{self.place}{near}"),
            ("Said by", said + conveyed),
            ("Quote", f"{self.quote} in {self.document.id}"),
            *([("Note", str(self.note))] if self.note else []),
            *([("Status", str(self.record_status))] if self.record_status is not RecordStatus.CURRENT else []),
            *([("Annotation", str(self.annotation))] if self.annotation is not Annotation.CONFIRMED else []),
            ("Id", self.id),
        ]
