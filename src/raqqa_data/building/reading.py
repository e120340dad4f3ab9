"""What a quoted phrase says: the one figure of an observation, the date of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from raqqa_data.errors import RaqqaDataError
from raqqa_data.reading import Kind, Mention, read
from raqqa_data.records.conversion import converted
from raqqa_data.records.estimate import Estimate
from raqqa_data.unit_table import UNITS, find_unit

if TYPE_CHECKING:
    from raqqa_data.records.indicator import Indicator
    from raqqa_data.records.period import Period
    from raqqa_data.records.provenance import Document


class MisreadingError(RaqqaDataError):
    """A phrase does not say what a record needs of it."""


@attrs.frozen
class Figure:
    """A number as a phrase states it."""

    estimate: Estimate
    unit: str

    def to(self, unit: str) -> Figure:
        """The same in another unit of the same dimension."""
        return Figure(converted(self.estimate, self.unit, unit), unit)

    def __str__(self) -> str:
        """As an annotation file's `reads` has it: a counted kind is the indicator's to say, not the phrase's."""
        return str(self.estimate) if find_unit(self.unit).counted else f"{self.estimate} {self.unit}"


def figure(phrase: str, indicator: Indicator) -> Figure:
    """The one figure of a phrase, in its unit or, for a bare count, in the indicator's.

    Raises:
        MisreadingError: The phrase holds no figure or several, or the figure's unit does not fit the indicator.
    """
    figures = [
        (mention, mention.estimate)
        for mention in read(phrase)
        if mention.estimate is not None and mention.kind is not Kind.ORDINAL
    ]
    if len(figures) != 1:
        found = ", ".join(repr(mention.text) for mention, _ in figures)
        problem = f"holds {len(figures)} figures ({found}); quote one" if figures else "holds no figure"
        raise MisreadingError(f"the phrase {phrase!r} {problem}")
    mention, estimate = figures[0]
    return Figure(estimate, _fitting_unit(mention, indicator))


def date(phrase: str, document: Document) -> Period | None:
    """When a phrase says something happened, as far as it says: the span from its first date to its last.

    Dates such as "this year" are reckoned from the document's own; one that lacks its year keeps lacking it.
    """
    reference = document.published.earliest if document.published else None
    periods = [mention.period for mention in read(phrase, reference=reference) if mention.period is not None]
    if len(periods) == 1:
        return periods[0]
    if not periods or any(period.edtf.startswith("XXXX") for period in periods):
        return None
    return periods[0].hull(periods[-1])


def fits(stated: Period, said: Period) -> bool:
    """Whether a period agrees with a date as a phrase says it; a date without its year takes any.

    Example:
        >>> from raqqa_data.records.period import Period
        >>> fits(Period("2017-10"), Period("XXXX-10"))
        True
    """
    return stated.edtf[4:] == said.edtf[4:] if said.edtf.startswith("XXXX") else stated == said


def _fitting_unit(mention: Mention, indicator: Indicator) -> str:
    wanted = find_unit(indicator.unit)
    if mention.unit is None:
        if wanted.counted and mention.kind is not Kind.MONEY:
            return indicator.unit
        raise MisreadingError(f"{mention.text!r} states no unit; the indicator {indicator.id!r} is in {indicator.unit}")
    found = UNITS.get(mention.unit)
    if found is None or found.dimension != wanted.dimension:
        problem = f"does not fit the indicator {indicator.id!r}, which is in {indicator.unit}"
        raise MisreadingError(f"{mention.text!r} is in {mention.unit}, which {problem}")
    return found.name
