"""Of what a figure with a unit is: a price, a distance, a rise, by the words beside it or by the unit alone."""

from __future__ import annotations

import functools
import tomllib
from typing import TYPE_CHECKING, NamedTuple

import attrs

from raqqa_data.building.proposals.counted import Counted, counted, forms
from raqqa_data.building.proposals.listing import vocabulary
from raqqa_data.building.proposals.names import Names
from raqqa_data.building.proposals.part import is_ratio
from raqqa_data.building.proposals.passage import Passage, among
from raqqa_data.reading.mention import Kind, Mention
from raqqa_data.records.indicator import Additivity, Indicator
from raqqa_data.texts import Name
from raqqa_data.units.table import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEFORE = 12  # words
_BEHIND = 5
_A_COMMA = 4  # as far as so many words
_TO = frozenset({"الي", "حتي", "عند"})
_MONEY = "money"
_AMOUNTS = frozenset({"mass", "volume"})


@attrs.frozen(eq=False)
class Measure:
    """Something that is measured.

    Attributes:
        id: Its code, which the indicator is named by.
        name: What an indicator of it is called.
        of: The dimensions that it has.
        additivity: How its figures add.
        change: Whether it is by how much something changed, not to what.
        always: Whether a unit says it, without other words.
        weak: Whether its words give way to any other's: aid worth 5 million.
    """

    id: str
    name: Name
    of: frozenset[str]
    additivity: Additivity
    change: bool
    always: bool
    weak: bool


class Beside(NamedTuple):
    """Words of a text that say what is measured."""

    first: int
    last: int
    measures: tuple[Measure, ...]
    begins: bool
    """Whether they begin a clause of their own."""


class Told(NamedTuple):
    """What a figure measures, and the first and last of the words that say so; none where the unit does."""

    indicator: Indicator
    words: tuple[int, int] | None


@functools.cache
def measures() -> tuple[Names[tuple[Measure, ...]], dict[str, Measure]]:
    """The words of `vocabulary/measures.toml`, and for each dimension what its unit says alone."""
    said: dict[str, list[Measure]] = {}
    always: dict[str, Measure] = {}
    for own, row in tomllib.loads(vocabulary("measures.toml")).items():
        measure = Measure(
            row.get("id", own),
            Name(en=row["en"], ar=row["ar"]),
            frozenset(row["of"]),
            Additivity(row.get("additivity", "flow")),
            row.get("change", False),
            row.get("always", False),
            row.get("weak", False),
        )
        if measure.always:
            always |= dict.fromkeys(measure.of, measure)
        for word in forms(row["words"]):
            said.setdefault(word, []).append(measure)
    return Names((word, tuple(several)) for word, several in said.items()), always


@functools.lru_cache(maxsize=1 << 10)
def _indicator(measure: Measure, unit: str) -> Indicator:
    return Indicator(measure.id, name=measure.name, unit=unit, additivity=measure.additivity)


@functools.lru_cache(maxsize=1 << 10)
def _amount_of(indicator: Indicator, what: Counted) -> Indicator:
    return attrs.evolve(
        indicator,
        id=f"{what.id}_{indicator.id.removeprefix('amount_')}",
        name=Name(en=f"{indicator.name.en}: {what.name.en.lower()}", ar=f"{indicator.name.ar}: {what.name.ar}"),
    )


class Measures:
    """What the figures of a passage that have a unit measure."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._clauses = passage.clauses
        self._all: list[Beside] | None = None

    def of(self, figure: Mention) -> Told | None:
        """What a figure measures; None where nothing says it."""
        unit, per = figure.unit or ("percent" if is_ratio(figure) else ""), ""
        if unit not in UNITS:  # liters a day: by what liters measure
            unit, _, per = unit.partition(" / ")
        if unit not in UNITS or (UNITS[unit].counted and figure.kind is not Kind.MONEY):
            return None
        dimension = _MONEY if figure.kind is Kind.MONEY else UNITS[unit].dimension
        found = self._nearest(figure, dimension)
        measure = measures()[1].get(dimension) if found is None else found[0]
        if measure is None:
            return None
        indicator = _indicator(measure, unit)
        if dimension in _AMOUNTS:
            indicator = self._amount(figure, indicator)
        if per and figure.unit is not None:
            own = f"{indicator.id}_rate"
            indicator = Indicator(own, name=indicator.name, unit=figure.unit, additivity=Additivity.NON_ADDITIVE)
        return Told(indicator, None if found is None else (found[1].first, found[1].last))

    def _amount(self, figure: Mention, indicator: Indicator) -> Indicator:
        """الطحين: so much of what."""
        _, last = self._passage.words_of(figure)
        what = counted(self._passage.words[last + 1 : last + 1 + _BEHIND], by_noun=False)
        if what is None or what.unit is not None:
            return indicator
        return _amount_of(indicator, what)

    def _nearest(self, figure: Mention, dimension: str) -> tuple[Measure, Beside] | None:
        passage = self._passage
        at, last = passage.words_of(figure)
        first, end = passage.sentence_of(at)
        _, close = self._clauses.of(at)
        before, behind = passage.words[at - 1] if at else "", passage.word_behind(last)
        level = before in _TO or (before == "من" and behind in _TO)  # من 6% إلى 4%
        best: tuple[bool, int, Measure, Beside] | None = None
        for beside in among(self._beside(), max(first, at - _BEFORE), min(end, last + 1 + _BEHIND)):
            if at <= beside.first and beside.last <= last and figure.kind is not Kind.PERCENT:
                distance = 0  # within the figure: a price of 30 dollars a barrel
            elif beside.last < at:
                distance = at - beside.last + _A_COMMA * passage.commas(beside.last, at)
            elif beside.begins or passage.is_apart(last, beside.first) or beside.first >= close:
                continue
            elif (
                beside.first > last + 1 and passage.next_figure(last, end) - beside.last <= _A_COMMA < end - beside.last
            ):
                continue  # مع عجز قدره 64: of the next figure
            else:
                distance = beside.first - last + 1
            for measure in beside.measures:
                # a word that says no more than the unit gives way to one that does: by 5 % against a share of 5 %
                rank = (measure.always or measure.weak, distance)
                fits = dimension in measure.of and not (measure.change and level) and distance <= _BEFORE
                if fits and (best is None or rank < best[:2]):
                    best = (*rank, measure, beside)
        return None if best is None else best[2:]

    def _beside(self) -> list[Beside]:
        if self._all is None:
            self._all = list(self._found())
        return self._all

    def _found(self) -> Iterator[Beside]:
        done = -1
        for index, found in measures()[0].found_in(self._passage.words).items():
            if index > done:
                yield Beside(found.first, found.last, found.value, found.clitic.startswith(("و", "ف")))
                done = found.last
