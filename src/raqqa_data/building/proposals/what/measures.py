"""Of what a figure with a unit is: a price, a distance, a rise, by the words beside it or by the unit alone."""

from __future__ import annotations

import functools
import re
import tomllib
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from raqqa_data.building.proposals.part_of.part import is_ratio
from raqqa_data.building.proposals.passage.passage import Passage, among
from raqqa_data.building.proposals.what.event_modifiers import is_asked
from raqqa_data.building.proposals.what.goods import goods_of
from raqqa_data.building.proposals.what.lookalike_words import is_no_measure
from raqqa_data.building.proposals.words.affixes import stems
from raqqa_data.building.proposals.words.events_and_things import Counted, counted, forms, listed, what_befell
from raqqa_data.building.proposals.words.name_matching import Names
from raqqa_data.building.proposals.words.vocabulary import vocabulary
from raqqa_data.reading.mention import Kind, Mention
from raqqa_data.records.indicator import Additivity, Indicator
from raqqa_data.texts import Name
from raqqa_data.units.table import UNITS, find_unit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_BEFORE = 16  # words
_CHANGED = 12
_BEHIND = 5
_FAR = 24  # words between a change and by how much: ارتفع عدد المسافرين عبر المطار في النصف الأول من العام بنسبة 15%
_BY = frozenset({"بنسبه", "نسبته", "نسبتها"})
_OUT_OF = ["من", "اصل"]
_A_COMMA = 4  # as far as so many words
_TO = frozenset(
    (
        *("الي", "حتي", "عند", "ليبلغ", "لتبلغ", "بلغ", "بلغت", "يبلغ", "تبلغ", "البالغ", "البالغه", "اي"),
        *("من", "كان", "كانت", "كانوا"),
    )
)
_MORE = {"اقل": "fall", "ادني": "fall", "اكثر": "rise", "اعلي": "rise"}
_REACHED = frozenset({"الي", "ل"})
_ARRIVED = "amount_arrived"
_ASKED = {
    "amount_distributed": "amount_required",
    "money_funded": "money_required",
    "money_aid": "money_required",
}
"""What is required where it is only asked for, by what it is else."""
_AMOUNTING = frozenset({"وقدره", "وقدرها", "قدره", "قدرها", "ومقداره", "مقداره", "وقيمته", "وقيمتها"})
_MONEY = "money"
_RATE = "exchange_rate"
_AMOUNTS = frozenset({"mass", "volume"})
DEGREES = frozenset({"درجه", "درجات"})
_PLAIN = frozenset({"area", "ratio", "temperature"})
_UNITS = "units"
_AMOUNT = "amount_"
_AREA = "area_"
_LETTERS = re.compile("[a-z0-9]+")


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
        unit: The unit of its indicator, where it is another than that of its dimension.
        by_goods: Whether each sort of goods has an indicator of its own.
    """

    id: str
    name: Name
    of: tuple[str, ...]
    additivity: Additivity
    change: bool
    always: bool
    weak: bool
    unit: str | None
    by_goods: bool = False


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
def _rows() -> dict[str, Any]:
    return tomllib.loads(vocabulary("measures.toml"))


def shared(indicator: Indicator, plain: Collection[str] = _PLAIN, unit: str | None = None) -> Indicator:
    """An indicator as any other document's figures of its kind have it, whose units may be others.

    Args:
        indicator: It, in the unit of one figure.
        plain: The dimensions whose indicator has the id alone; of others it ends in the dimension.
        unit: Its unit in that dimension, where it is another than usual.

    Example:
        >>> of = Indicator("cost", name=Name(en="Cost", ar="الكلفة"), unit="USD", additivity=Additivity.FLOW)
        >>> shared(of).id
        'cost_usd'
    """
    told = find_unit(indicator.unit)
    if told.counted:
        return indicator
    known = None if " / " in indicator.unit else _rows()[_UNITS].get(told.dimension)
    if known is None:  # of a rate or a currency nothing converts to another
        return attrs.evolve(indicator, id=f"{indicator.id}_{'_'.join(_LETTERS.findall(indicator.unit.lower()))}")
    if told.dimension in plain:
        return attrs.evolve(indicator, unit=unit or known)
    return attrs.evolve(indicator, id=f"{indicator.id}_{told.dimension}", unit=known)


@functools.cache
def measures() -> tuple[Names[tuple[Measure, ...]], dict[str, Measure]]:
    """The words of `vocabulary/measures.toml`, and for each dimension what its unit says alone."""
    said: dict[str, list[Measure]] = {}
    always: dict[str, Measure] = {}
    for own, row in _rows().items():
        if own == _UNITS:
            continue
        measure = Measure(
            row.get("id", own),
            Name(en=row["en"], ar=row["ar"]),
            tuple(row["of"]),
            Additivity(row.get("additivity", "flow")),
            row.get("change", False),
            row.get("always", False),
            row.get("weak", False),
            row.get("unit"),
            row.get("by_goods", False),
        )
        if measure.always:
            always |= dict.fromkeys(measure.of, measure)
        for word in forms(row["words"]):
            said.setdefault(word, []).append(measure)
    return Names((word, tuple(several)) for word, several in said.items()), always


@functools.lru_cache(maxsize=1 << 10)
def _indicator(measure: Measure, unit: str) -> Indicator:
    made = Indicator(measure.id, name=measure.name, unit=unit, additivity=measure.additivity)
    return shared(made, measure.of if len(measure.of) == 1 else _PLAIN, measure.unit)


def _listed(own: str) -> Measure:
    """One of the listed measures, by its id."""
    return next(one for several in measures()[0].values() for one in several if one.id == own)


@functools.lru_cache(maxsize=1 << 10)
def _rate(measure: Measure, unit: str) -> Indicator:
    own = f"{measure.id}_rate"
    return shared(Indicator(own, name=measure.name, unit=unit, additivity=Additivity.NON_ADDITIVE))


@functools.lru_cache(maxsize=1 << 10)
def _amount_of(indicator: Indicator, what: Counted) -> Indicator:
    own = indicator.id.removeprefix(_AMOUNT).removeprefix(_AREA).replace("_amount_", "_")
    event = listed().events.get(own) or listed().events.get(own.rpartition("_")[0])
    if indicator.id.startswith(_AREA) and event is not None:  # as where a word says it: زرعت 300 هكتار من القمح
        indicator = attrs.evolve(indicator, additivity=Additivity(event.additivity))
    named = Name(en=f"{indicator.name.en}: {what.name.en.lower()}", ar=f"{indicator.name.ar}: {what.name.ar}")
    name = named if event is None else what_befell(event, what.name)  # as of the wheat of which a word says it
    return attrs.evolve(indicator, id=f"{what.id}_{own}", name=name)


class Measures:
    """What the figures of a passage that have a unit measure."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._clauses = passage.clauses
        self._all: list[Beside] | None = None

    def of(self, figure: Mention) -> Told | None:
        """What a figure measures; None where nothing says it."""
        unit, per = figure.unit or self._left_open(figure), ""
        if unit not in UNITS:  # liters a day: by what liters measure
            unit, _, per = unit.partition(" / ")
        if unit not in UNITS or (UNITS[unit].counted and figure.kind is not Kind.MONEY):
            return None
        dimension = _MONEY if figure.kind is Kind.MONEY else UNITS[unit].dimension
        found = self._compared(figure) if dimension == "ratio" else None
        found = found or self._nearest(figure, dimension)
        measure = measures()[1].get(dimension) if found is None else self._asked(figure, *found)
        if measure is None:
            return None
        indicator = _indicator(measure, unit)
        if per and figure.unit is not None:
            indicator = _rate(measure, figure.unit)
        elif dimension in _AMOUNTS:
            indicator = self._amount(figure, indicator)
        if measure.by_goods and indicator.id.startswith(measure.id):
            indicator = self.of_goods(figure, indicator)
        return Told(indicator, None if found is None else (found[1].first, found[1].last))

    def _left_open(self, figure: Mention) -> str:
        """The unit of a share in words, and of degrees that the reader takes for no angle: those of an earthquake."""
        if is_ratio(figure):
            return "percent"
        noun = "" if figure.noun is None else self._passage.words[self._passage.at(figure.noun.start)]
        return "degree" if noun in DEGREES else ""

    def _asked(self, figure: Mention, measure: Measure, beside: Beside) -> Measure:
        """تحتاج إلى توفير 10 آلاف لتر: what is only asked for is required."""
        required = _ASKED.get(measure.id)
        if required is None or not is_asked(self._passage, beside.first, self._passage.words_of(figure)[0]):
            return measure
        return _listed(required)

    @staticmethod
    def named(measure: str, unit: str) -> Indicator:
        """The indicator of one of the listed measures, by its id, in a unit."""
        return _indicator(_listed(measure), unit)

    def _amount(self, figure: Mention, indicator: Indicator) -> Indicator:
        """الطحين: so much of what."""
        _, last = self._passage.words_of(figure)
        what = counted(self._passage.words[last + 1 : last + 1 + _BEHIND], by_noun=False)
        if what is None or what.unit is not None:
            return indicator
        return _amount_of(indicator, what)

    def of_goods(self, figure: Mention, indicator: Indicator) -> Indicator:
        """سعر القمح 300 دولار: an indicator of the goods that stand beside a figure; as it is where none do."""
        goods = goods_of(self._passage, figure)
        return indicator if goods is None else _amount_of(indicator, goods)

    def _nearest(self, figure: Mention, dimension: str) -> tuple[Measure, Beside] | None:
        passage = self._passage
        at, last = passage.words_of(figure)
        first, end = passage.sentence_of(at)
        _, close = self._clauses.of(at)
        before = passage.words[at - 1] if at else ""
        level = before in _TO  # من 6% إلى 4%
        is_part = passage.words[last + 1 : last + 3] == _OUT_OF  # of what was asked for so much came
        reach = _BEFORE
        if before in _BY and figure.kind is Kind.PERCENT:
            counted_before = passage.figure_before(at)
            begin, _ = self._clauses.of(at)
            reach = min(_FAR, at - max(begin, 0 if counted_before is None else counted_before + 1))
        best: tuple[bool, int, Measure, Beside] | None = None
        for beside in among(self._beside(), max(first, at - max(reach, _BEFORE)), min(end, last + 1 + _BEHIND)):
            if at <= beside.first and beside.last <= last and figure.kind is not Kind.PERCENT:
                distance = 0  # within the figure: a price of 30 dollars a barrel
            elif beside.last < at:
                distance = at - beside.last + _A_COMMA * passage.commas_told(beside.last, at)
            elif beside.begins or passage.is_apart(last, beside.first) or beside.first >= close or before in _AMOUNTING:
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
                fits = dimension in measure.of and not (measure.change and (level or self._is_told(beside, at)))
                fits = fits and distance <= (max(reach, _CHANGED) if measure.change else _BEFORE)
                if is_part and measure.id == "money_required":
                    fits = False
                if before in _REACHED and measure.id == _ARRIVED:
                    fits = False  # وصل الإنتاج إلى 3 ملايين طن
                if measure.id == _RATE and at <= beside.first <= last:
                    fits = False  # its own currency says of no rate: دولارا ونصف الدولار
                if fits and (best is None or rank < best[:2]):
                    best = (*rank, measure, beside)
        return None if best is None else best[2:]

    def _compared(self, figure: Mention) -> tuple[Measure, Beside] | None:
        """أقل بـ18%, أكثر بنسبة 5%: by how much something is less or more than something else."""
        words, (at, _) = self._passage.words, self._passage.words_of(figure)
        by = at if words[at].startswith("ب") else at - 1
        if by < 1 or (by < at and words[by] not in _BY) or self._passage.is_apart(by - 1, at):
            return None
        told = next((_MORE[form] for form in stems(words[by - 1]) if form in _MORE), None)
        return None if told is None else (measure := _listed(told), Beside(by - 1, by - 1, (measure,), begins=False))

    def _is_told(self, change: Beside, at: int) -> bool:
        """ارتفع 8%، ونشب 45% منها: whether by how much something changed is told by a figure before this one."""
        passage = self._passage
        told = passage.next_figure(change.last, at) < at
        return told and passage.words[at - 1] not in _BY and not passage.words[at].startswith("و")

    def _beside(self) -> list[Beside]:
        if self._all is None:
            self._all = list(self._found())
        return self._all

    def _found(self) -> Iterator[Beside]:
        done = -1
        for index, found in measures()[0].found_in(self._passage.words).items():
            if index > done and not is_no_measure(self._passage, index):
                told = found.value
                if found.clitic.endswith("ل"):  # خصصت 40 مليونا لدعم السلع: what for
                    told = tuple(measure for measure in told if measure.id != "money_aid")
                    if found.last == index and self._passage.words[index].endswith("جمع"):
                        told = (_listed("money_required"),)  # نداء لجمع 12 مليون دولار
                if told:
                    yield Beside(found.first, found.last, told, found.clitic.startswith(("و", "ف")))
                done = found.last
