"""What a set of observations says nothing about."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING

import attrs

from raqqa_data.aggregation.conditions import Condition, refuse
from raqqa_data.aggregation.derived import Derived, listed, observations_of
from raqqa_data.records.conversion import converted
from raqqa_data.records.estimate import Estimate
from raqqa_data.records.observation import RecordStatus
from raqqa_data.records.period import Period
from raqqa_data.texts import Name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raqqa_data.records.observation import Observation

Days = tuple[int, int]
"""First and last day, counted from the year 1."""


@attrs.frozen(kw_only=True)
class Cell:
    """What is said of one indicator in one place.

    Attributes:
        indicator: Id of the indicator.
        place: Id of the place.
        covered: On how many days of the period asked for something is said.
        gaps: When certainly nothing is.
    """

    indicator: str
    place: str
    covered: Estimate
    gaps: tuple[Period, ...]

    @property
    def silent(self) -> bool:
        """Whether certainly nothing is said of it in the period."""
        return self.covered.high == 0

    def __str__(self) -> str:
        return f"{self.indicator} in {self.place}: nothing for {listed(self.gaps) if self.gaps else 'no day'}"


@attrs.frozen(kw_only=True, repr=False)
class Coverage(Derived):
    """What observations say, and what they do not. Its estimate is the share of indicators, places and days spoken of.

    Attributes:
        asked: The period looked at.
        cells: Each indicator in each place.
        undated: Ids of the observations that cannot be placed in time.
        unbounded: Ids of the observations that leave a bound open.

    Example:
        >>> import raqqa_data as rd
        >>> found = rd.coverage(rd.observations.where(dataset="security"), period="2022")
        >>> found.unbounded
        ('security.explosive_items_removed', 'security.weapons_seized', 'security.fighters_detained')
        >>> found.cells[0].gaps
        (Period('2022-11-01/2022-12-31'),)
    """

    asked: Period
    cells: tuple[Cell, ...]
    undated: tuple[str, ...]
    unbounded: tuple[str, ...]

    @property
    def missing(self) -> tuple[tuple[str, str], ...]:
        """Each indicator and place of which nothing is said."""
        return tuple((cell.indicator, cell.place) for cell in self.cells if cell.silent)

    def explain(self) -> str:
        """A line for each indicator and place with a gap, then what is undated or open."""
        lines = [*self.steps, *(str(cell) for cell in self.cells if cell.gaps)]
        if self.undated:
            lines.append(f"Without a place in time: {listed(self.undated)}.")
        if self.unbounded:
            lines.append(f"A bound is left open by {listed(self.unbounded)}.")
        return "\n".join(lines)

    def facts(self) -> list[tuple[str, str]]:
        """What a person reads of it: labels and texts, in order."""
        silent = [f"{indicator} in {place}" for indicator, place in self.missing]
        return [
            *super().facts(),
            ("Asked", str(self.asked)),
            *([("Silent on", listed(silent))] if silent else []),
            *([("Undated", listed(self.undated))] if self.undated else []),
            *([("Open", listed(self.unbounded))] if self.unbounded else []),
        ]


def coverage(
    observations: Iterable[Observation],
    *,
    period: Period | str | None = None,
    indicators: Iterable[str] | None = None,
    places: Iterable[str] | None = None,
) -> Coverage:
    """What a set of observations says nothing about: which indicators, where, and when.

    Args:
        observations: The set. What was withdrawn or superseded says nothing, and is left out.
        period: The time to look at; else the shortest that holds all of them.
        indicators: Ids of the indicators to look for; else those of the observations.
        places: Ids of the places to look at; else those of the observations.

    Raises:
        NotSummarizable: There is no period with a first and a last day to look at, or no indicator or place
            (completeness).

    Example:
        >>> import raqqa_data as rd
        >>> killed = rd.observations.where(indicator="killed")
        >>> rd.coverage(killed, places=["al-hasakah", "raqqa-city"]).missing
        (('killed', 'raqqa-city'),)
    """
    given = observations_of(observations)
    records = tuple(record for record in given if record.record_status is RecordStatus.CURRENT)
    dated = [record for record in records if record.period.earliest or record.period.latest]
    asked = Period(str(period)) if period is not None else _hull(dated)
    if asked is None or asked.earliest is None or asked.latest is None:
        reason = "there is no period with a first and a last day to look at"
        raise refuse(Condition.COMPLETENESS, [record.id for record in records], reason, "Give one: period='2022'.")
    window = (asked.earliest.toordinal(), asked.latest.toordinal())
    wanted = _names(indicators, (record.indicator.id for record in records))
    where = _names(places, (record.place.id for record in records))
    if not (wanted and where):
        reason = "there is no indicator or no place to look for"
        raise refuse(Condition.COMPLETENESS, (), reason, "Name them: indicators=['killed'], places=['raqqa-city'].")
    spoken_of: defaultdict[tuple[str, str], set[Period]] = defaultdict(set)
    for record in dated:
        spoken_of[record.indicator.id, record.place.id].add(record.period)
    cells = tuple(
        _cell(indicator, place, spoken_of.get((indicator, place), ()), window)
        for indicator in wanted
        for place in where
    )
    out = [record.id for record in given if record.record_status is not RecordStatus.CURRENT]
    days = (window[1] - window[0] + 1) * len(cells)
    low, high = (sum(getattr(cell.covered, part) for cell in cells) / days for part in ("low", "high"))
    spoken = Estimate.stated(low) if low == high else Estimate.between(low, high)
    return Coverage(
        operation="coverage",
        name=Name("Coverage", "التغطية"),
        estimate=converted(spoken, "dimensionless", "percent"),
        unit="percent",
        records=records,
        steps=(
            f"Looks at {len(cells)} pairs of indicator and place on each day of {asked}.",
            *([f"Withdrawn or superseded, so not looked at: {listed(out)}."] if out else []),
        ),
        asked=asked,
        cells=cells,
        undated=tuple(record.id for record in records if not (record.period.earliest or record.period.latest)),
        unbounded=tuple(r.id for r in records if r.estimate.low is None or r.estimate.high is None),
    )


def _hull(dated: Sequence[Observation]) -> Period | None:
    from raqqa_data.aggregation.derived import hull

    return hull({record.period for record in dated}) if dated else None


def _names(asked: Iterable[str] | None, found: Iterable[str]) -> tuple[str, ...]:
    """What is asked for, one name or several, else what there is; each once."""
    return tuple(dict.fromkeys(found if asked is None else (asked,) if isinstance(asked, str) else asked))


def _cell(indicator: str, place: str, periods: Iterable[Period], window: Days) -> Cell:
    possible = _merged([(_ordinal(p.earliest, window[0]), _ordinal(p.latest, window[1])) for p in periods], window)
    certain = _merged([days for p in periods if (days := _certain(p))], window)
    low, high = (sum(last - first + 1 for first, last in merged) for merged in (certain, possible))
    covered = Estimate.stated(low) if low == high else Estimate.between(low, high)
    return Cell(indicator=indicator, place=place, covered=covered, gaps=tuple(_gaps(possible, window)))


def _ordinal(day: dt.date | None, otherwise: int) -> int:
    return day.toordinal() if day else otherwise


def _certain(period: Period) -> Days | None:
    """The days that belong to a period however its sides are read."""
    if period.qualified:
        return None
    first = period.start.latest if period.is_interval and period.start else period.earliest
    last = period.end.earliest if period.is_interval and period.end else period.latest
    return (first.toordinal(), last.toordinal()) if first and last and first <= last else None


def _merged(stretches: Iterable[Days], window: Days) -> list[Days]:
    """The same days within the window, as stretches that do not touch."""
    merged: list[Days] = []
    for first, last in sorted(stretches):
        start, end = max(first, window[0]), min(last, window[1])
        if start > end:
            continue
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _gaps(covered: Iterable[Days], window: Days) -> list[Period]:
    gaps: list[Period] = []
    after = window[0]
    for first, last in [*covered, (window[1] + 1, window[1] + 1)]:
        if first > after:
            start, end = dt.date.fromordinal(after), dt.date.fromordinal(first - 1)
            gaps.append(Period(start.isoformat()) if start == end else Period.between(start, end))
        after = last + 1
    return gaps
