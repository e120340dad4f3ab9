"""A mention in the making: offsets of the folded text, which become spans of the text as given."""

from __future__ import annotations

import functools
import sys
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.reading.mention import Anchor, AnchorKind, Kind, Mention
from raqqa_data.records.estimate import Estimate, Wording

if TYPE_CHECKING:
    from raqqa_data.reading.text.digits import Value
    from raqqa_data.reading.text.folding import Folded
    from raqqa_data.records.period import Period

Stretch = tuple[int, int]
Anchored = tuple[AnchorKind, Stretch | None]


class MentionDraft(NamedTuple):
    """One figure or date: what it says, and the stretches of the folded text that say it.

    Attributes:
        kind: What sort of figure.
        next: The token after it, from which reading goes on.
        number: Digits, number and scale words, percent sign.
        estimate: The number as it is meant.
        unit: Its unit's name.
        qualifier: The words that state a bound.
        unit_stretch: The words of the unit.
        noun: The counted noun.
        more: Stretches that belong to the whole and to no part of it.
        period: For a date, when.
        calendar: For a date, the calendar it is written in.
        other: The estimate of the other reading, where the text allows two.
        other_period: For a date, the other reading's.
        anchor: For a date, from what it was dated, and where that stands.
        country_hint: For money, the country given, where the currency was taken from it.
        instead: The other reading, where it differs in more than its estimate or period.
    """

    kind: Kind
    next: int
    number: Stretch | None = None
    estimate: Estimate | None = None
    unit: str | None = None
    qualifier: Stretch | None = None
    unit_stretch: Stretch | None = None
    noun: Stretch | None = None
    more: Stretch | None = None
    period: Period | None = None
    calendar: str = "gregorian"
    other: Estimate | None = None
    other_period: Period | None = None
    anchor: Anchored | None = None
    country_hint: str | None = None
    instead: MentionDraft | None = None

    def stretch(self) -> Stretch:
        """From the first to the last of its stretches."""
        start, end = sys.maxsize, 0
        for part in (self.number, self.qualifier, self.unit_stretch, self.noun, self.more):
            if part is not None:
                start, end = min(start, part[0]), max(end, part[1])
        return start, end

    def mention(self, folded: Folded) -> Mention:
        """The mention, in offsets of the text as given."""
        whole = folded.span(*self.stretch())
        number = None if self.number is None else folded.span(*self.number)
        return Mention(
            kind=self.kind,
            start=whole.start,
            end=whole.end,
            text=whole.text,
            number=number,
            qualifier=None if self.qualifier is None else folded.span(*self.qualifier),
            unit_span=None if self.unit_stretch is None else folded.span(*self.unit_stretch),
            noun=None if self.noun is None else folded.span(*self.noun),
            estimate=self.estimate,
            unit=self.unit,
            period=self.period,
            calendar=self.calendar,
            ambiguous=self._ambiguous(folded),
            anchor=self._anchored(folded),
            country_hint=self.country_hint,
        )

    def _anchored(self, folded: Folded) -> Anchor | None:
        if self.anchor is None:
            return None
        kind, stretch = self.anchor
        return Anchor(kind, None if stretch is None else folded.span(*stretch))

    def _ambiguous(self, folded: Folded) -> Mention | None:
        if self.instead is not None:
            return self.instead.mention(folded)
        if self.other_period is not None:
            # where the calendar is open, the other reading is the Gregorian one
            return self._replace(period=self.other_period, other_period=None, calendar="gregorian").mention(folded)
        return None if self.other is None else self._replace(estimate=self.other, other=None).mention(folded)


@functools.lru_cache(maxsize=4096)
def estimate(value: Value, wording: Wording) -> Estimate:
    """The estimate that a number with a wording states."""
    return Estimate.stated(plain(value), wording)


def plain(value: Value) -> int | float:
    """A value as records hold it: int where it is whole, else float."""
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else value.numerator / value.denominator
    return value
