"""One reported value of one indicator, or one dated event, with all that says where it comes from."""

from __future__ import annotations

import enum
from typing import Any, ClassVar, cast

import attrs

from raqqa_data.errors import RecordError, UnitError
from raqqa_data.records import display
from raqqa_data.records.conversion import Measured
from raqqa_data.records.estimate import Estimate
from raqqa_data.records.indicator import Indicator
from raqqa_data.records.outward import Chartable, Citable
from raqqa_data.records.period import Period
from raqqa_data.records.provenance import Agent, Document, Place, Quote
from raqqa_data.records.subgroup import Coordinates, Subgroup
from raqqa_data.records.validation import Validator, in_range, is_a, member, observation_id, slug, text
from raqqa_data.texts import Name
from raqqa_data.units.table import find_unit


class ClaimStatus(enum.StrEnum):
    """Who stands behind a record; never "verified" (after ACLED's and Airwars' usage).

    REPORTED: the document says it in its own voice. ATTRIBUTED: it names a claimant. CORROBORATED, DISPUTED and
    WITHDRAWN speak of what others said of the claim.
    """

    REPORTED = "reported"
    ATTRIBUTED = "attributed"
    CORROBORATED = "corroborated"
    DISPUTED = "disputed"
    WITHDRAWN = "withdrawn"

    def __repr__(self) -> str:
        return f"<{type(self).__name__}.{self.name}>"


class RecordStatus(enum.StrEnum):
    """Whether a record is in use; ids are never reused and records never deleted."""

    CURRENT = "current"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"

    def __repr__(self) -> str:
        return f"<{type(self).__name__}.{self.name}>"


class Annotation(enum.StrEnum):
    """Whether a person stands behind what is said of a figure, or a proposal still waits for one."""

    CONFIRMED = "confirmed"
    PROPOSED = "proposed"

    def __repr__(self) -> str:
        return f"<{type(self).__name__}.{self.name}>"


def _annotation(value: str) -> Annotation:
    return member(Annotation, value, "Record", "annotation")


def _subgroup(value: Coordinates | str | None) -> Subgroup | None:
    try:
        return Subgroup.of(value)
    except RecordError:
        return cast("Subgroup", value)  # told by the validator, which knows the record


def _is_subgroup(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    try:
        Subgroup.of(value)
    except RecordError as error:
        raise RecordError(type(instance).__name__, attribute.name, value, error.problem) from error


def _claim_status(value: str) -> ClaimStatus:
    return member(ClaimStatus, value, "Record", "claim_status")


def _usual_claim_status(attributed_to: Agent | None) -> ClaimStatus:
    return ClaimStatus.REPORTED if attributed_to is None else ClaimStatus.ATTRIBUTED


def _record_status(value: str) -> RecordStatus:
    return member(RecordStatus, value, "Record", "record_status")


@attrs.frozen(kw_only=True, repr=False)
class Record(Citable):
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


class Event(Chartable, Record):
    """Something that happened at a date.

    Raises:
        RecordError: A field does not hold what it must.
    """

    __slots__ = ()


@attrs.frozen(kw_only=True, repr=False)
class Observation(Chartable, Measured, Record):
    """One reported value of one indicator, for a place and a period (SDMX).

    Holds a magnitude and the name of a unit, never a pint object; hashes, compares, copies and pickles without pint.

    Attributes:
        indicator: What is measured.
        estimate: The value as stated, with its bounds.
        unit: Canonical name of the unit; the indicator's where none is given.
        subgroup: Of whom or what, within the indicator, e.g. `{"sex": "female"}`; None for all.
        part_of: Id of the observation that this one is a part of.
        of: For a share, what it is a share of.
        event: Id of the catalogue's event that it speaks of, e.g. "prison_attack".

    Raises:
        RecordError: A field does not hold what it must.
        UnitError: The unit is unknown, or of another dimension than the indicator's.
    """

    kind: ClassVar[str] = "measure"
    check_id: ClassVar[Validator] = staticmethod(observation_id())

    indicator: Indicator = attrs.field(validator=is_a(Indicator))
    estimate: Estimate = attrs.field(validator=is_a(Estimate))
    # an indicator of the wrong class is refused by its own validator, which runs after the defaults
    unit: str = attrs.field(default=attrs.Factory(lambda self: getattr(self.indicator, "unit", ""), takes_self=True))
    subgroup: Subgroup | None = attrs.field(default=None, converter=_subgroup, validator=_is_subgroup)
    part_of: str | None = attrs.field(default=None, validator=observation_id(optional=True))
    of: str | None = attrs.field(default=None, validator=text(optional=True))
    event: str | None = attrs.field(default=None, validator=slug(optional=True))

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.unit != self.indicator.unit:
            self._check_unit()
        if self.kind != self.indicator.kind:
            problem = f"its indicator's kind is {self.indicator.kind!r}, so a {type(self).__name__} cannot hold it"
            raise UnitError(self.unit, problem)
        if self.part_of == self.id:
            raise RecordError(type(self).__name__, "part_of", self.part_of, "a record is no part of itself")

    def _check_unit(self) -> None:
        unit, expected = find_unit(self.unit), find_unit(self.indicator.unit)
        if unit.name != self.unit:
            raise UnitError(self.unit, f"write its canonical name {unit.name!r}")
        if unit.dimension != expected.dimension:
            problem = f"measures {unit.dimension}; the indicator {self.indicator.id!r} is in {expected.name}"
            raise UnitError(self.unit, problem)

    @property
    def dataset(self) -> str:
        """Name of the dataset it stands in: the first half of its id."""
        return self.id.partition(".")[0]

    @property
    def field(self) -> str:
        """Its field's name in that dataset: the second half of its id."""
        return self.id.partition(".")[2]

    def _gist(self) -> str:
        return f"{display.amount(self.estimate, self.unit)}, {self.period}"

    def facts(self) -> list[tuple[str, str]]:
        """What a person reads of the record: labels and texts, in order."""
        of = f" of {self.of}" if self.of else ""
        return [
            ("Value", f"{display.amount(self.estimate, self.unit)}{of}"),
            ("Measures", f"{self.indicator.name} ({self.indicator.additivity})"),
            *([("Subgroup", str(self.subgroup))] if self.subgroup else []),
            *([("Event", self.event)] if self.event else []),
            *([("Part of", self.part_of)] if self.part_of else []),
            *super().facts(),
        ]


class Count(Observation):
    """A number of people or things, each kind of thing in a unit of its own.

    Raises:
        RecordError: A part of the estimate is negative or not whole, or another field does not hold what it must.
        UnitError: The unit counts nothing.
    """

    __slots__ = ()
    kind: ClassVar[str] = "count"

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        for part in (self.estimate.best, self.estimate.low, self.estimate.high):
            if part is not None and (isinstance(part, float) or part < 0):
                raise RecordError("Count", "estimate", str(self.estimate), "a count is a whole number, 0 or more")


class Area(Observation):
    """An area.

    Raises:
        UnitError: The unit is not one of area.
    """

    __slots__ = ()
    kind: ClassVar[str] = "area"


class Share(Observation):
    """A share of something, which `of` names.

    Raises:
        RecordError: `of` is missing.
        UnitError: The unit is neither percent nor another ratio.
    """

    __slots__ = ()
    kind: ClassVar[str] = "share"

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.of is None:
            raise RecordError("Share", "of", None, "say what it is a share of")


class Duration(Observation):
    """A length of time.

    Raises:
        UnitError: The unit is not one of time.
    """

    __slots__ = ()
    kind: ClassVar[str] = "duration"


KINDS: dict[str, type[Observation]] = {cls.kind: cls for cls in (Observation, Count, Area, Share, Duration)}
