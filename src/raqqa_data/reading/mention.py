"""What the reader returns: one figure or date found in a text, with its spans."""

from __future__ import annotations

from typing import NamedTuple

import attrs

from raqqa_data.records.estimate import Estimate
from raqqa_data.records.period import Period
from raqqa_data.texts import Code


class Span(NamedTuple):
    """A stretch of the text as given: code points, start inclusive, end exclusive."""

    start: int
    end: int
    text: str


class Kind(Code):
    """What sort of figure a mention is."""

    CARDINAL = "cardinal"
    PERCENT = "percent"
    MEASURE = "measure"
    MONEY = "money"
    DURATION = "duration"
    AGE = "age"
    ORDINAL = "ordinal"
    DATE = "date"


class AnchorKind(Code):
    """From what a date was dated."""

    ITSELF = "itself"
    REFERENCE = "reference"
    MENTION = "mention"


@attrs.frozen
class Anchor:
    """From what a date was dated: its own words, the reference, or a date that the text stated before.

    Attributes:
        kind: "itself", "reference" or "mention".
        span: The date stated before, where it is that.
    """

    kind: AnchorKind
    span: Span | None = None


@attrs.frozen(kw_only=True)
class Mention:
    """One figure or date found in a text.

    All offsets are code points of the text as it was given: `text[m.start:m.end] == m.text`, and so for each span.

    Attributes:
        kind: What sort of figure it is.
        start: Offset of its first character, qualifier included.
        end: Offset after its last character, noun included.
        text: The whole, from qualifier to noun.
        number: Digits, number and scale words, percent sign; neither qualifier nor noun.
        qualifier: The words that state a bound, such as "more than".
        unit_span: The words of the unit.
        noun: The counted noun.
        estimate: The number and the bounds that the wording states; None for a date.
        unit: A pint unit name, an ISO 4217 code for money, or None for a bare count or an unnamed currency.
        period: For a date, when; else None.
        calendar: The calendar a date is written in, "gregorian" or "hijri".
        ambiguous: The other reading, where the text allows two.
        anchor: For a date, from what it was dated; else None.
        country_hint: For money, the `country` given to `read`, where the currency was taken from it; else None.
    """

    kind: Kind
    start: int
    end: int
    text: str
    number: Span | None = None
    qualifier: Span | None = None
    unit_span: Span | None = None
    noun: Span | None = None
    estimate: Estimate | None = None
    unit: str | None = None
    period: Period | None = None
    calendar: str = "gregorian"
    ambiguous: Mention | None = None
    anchor: Anchor | None = None
    country_hint: str | None = None

    @property
    def value(self) -> int | float | None:
        """The number as stated; None for a date, a range or a vague figure."""
        return None if self.estimate is None else self.estimate.best

    def _repr_html_(self) -> str:
        from raqqa_data.reading.markup import notebook_card

        return notebook_card(self)
