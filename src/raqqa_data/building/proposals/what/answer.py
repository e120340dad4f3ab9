"""Of what: an event word and what is counted, to an indicator with its unit, additivity and subgroup."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import attrs

from raqqa_data.building.counted_nouns import are_of_one_family
from raqqa_data.building.proposals.part_of.part import is_ratio
from raqqa_data.building.proposals.passage.table_cells import HEADING
from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.building.proposals.what.elided_units import is_of_it
from raqqa_data.building.proposals.what.event_of_figure import Befalling
from raqqa_data.building.proposals.what.event_words import is_denied
from raqqa_data.building.proposals.what.lookalike_words import is_of_crews
from raqqa_data.building.proposals.what.measures import DEGREES, Measures, Told, shared
from raqqa_data.building.proposals.what.prices import heading_of, is_price_of
from raqqa_data.building.proposals.words.affixes import bare, stems
from raqqa_data.building.proposals.words.common_words import is_common
from raqqa_data.building.proposals.words.events_and_things import (
    PEOPLE,
    Counted,
    Event,
    counted,
    event_of,
    listed,
    what_befell,
)
from raqqa_data.building.proposals.words.transliteration import UNNAMED, romanised
from raqqa_data.building.proposals.words.vocabulary import strength_of, word_lists
from raqqa_data.building.proposals.words.word_cache import remembered
from raqqa_data.building.quoted_phrase import MisreadingError, unit_for
from raqqa_data.reading.mention import Kind, Mention, Span
from raqqa_data.reading.text.folding import fold_word
from raqqa_data.records.indicator import Additivity, Indicator
from raqqa_data.texts import Name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.reference.known_names import Known
    from raqqa_data.building.proposals.what.elided_units import Elided
    from raqqa_data.building.proposals.what.event_words import Befallen
    from raqqa_data.records.subgroup import Subgroup

_CLAUSES = "clauses.toml"
_BEFORE = 16  # words
_BEHIND = 6
_NEAR = 8
_SHORTEST = 3
_SURE = 0.8
_BESIDE = 0.9
_RULES = (
    (_BESIDE, "event and counted noun"),
    (0.8, "event of the figure before"),
    (0.7, "event in the clause"),
    (0.0, "sites behind in"),
)
_CLITICS = ("ب", "ل", "ك")
_COUNTED = "ا"  # 35 برجا: the case of what is counted
_FAMILIES = frozenset(map(fold_word, ("عائلة", "عائلات", "عوائل", "أسرة", "أسر")))
_MEASURED = "what is measured"
_OF_AN_APPEAL = ("money_required", "money_aid")
_JOINTS = frozenset("/-–+&")
_HARMED = frozenset({"killed", "injured", "arrested", "detained", "kidnapped", "released", "rescued", "missing"})


class Indicators:
    """What the figures of a passage measure."""

    def __init__(
        self, passage: Passage, known: Known, named: AbstractSet[int], elided: Mapping[int, Elided] | None = None
    ) -> None:
        self._passage = passage
        self._known = known
        self._elided = elided or {}
        self._befalling = Befalling(passage, named)
        self._measures = Measures(passage)
        self.defined: dict[str, Indicator] = {}
        self.shares: dict[int, str] = {}
        self.befallen: dict[int, Befallen] = {}
        self.units: dict[int, str] = {}

    def proposals(self, figure: Mention) -> Iterator[Proposal]:
        """Of what a figure is; of nothing where it is denied."""
        if is_denied(self._passage, figure):
            return
        elided = self._elided.get(figure.start)
        told = self._told(figure) if elided is None else self._like_its_source(figure, elided.source)
        if told is not None:
            yield told

    def _like_its_source(self, figure: Mention, source: Mention) -> Proposal | None:
        """What a figure is that leaves its unit out: as its own words say, or as the one that states the unit."""
        own = self._measured(figure)
        first, end = sorted((figure.end, source.end))
        is_own = own is not None and own.rule == _MEASURED and first + 1 < own.evidence[0].start < end
        is_price = own is not None and is_price_of(own.answer)
        if not is_price and (priced := self._priced(figure)) is not None:
            return self._stated(figure, priced)
        if is_price or (own is not None and is_own and not own.answer.startswith("money_required")):
            return own
        if (told := self._told(source)) is None:
            return own
        if told.answer.startswith("money_required") and is_of_it(self._passage, source, figure):
            return self._as(told, figure, self._defined(self._measures.named("money_funded", figure.unit or "")))
        return self._as(told, figure)

    @staticmethod
    def _as(told: Proposal, figure: Mention, indicator: Indicator | None = None) -> Proposal:
        """What is told of the figure beside one, of it; or what follows from that."""
        rule = "what the figure beside it is"
        return attrs.evolve(
            told,
            figure=Span(figure.start, figure.end, figure.text),
            answer=told.answer if indicator is None else indicator.id,
            evidence=(*told.evidence, told.figure),
            rule=rule,
            strength=strength_of(rule),
        )

    def _told(self, figure: Mention) -> Proposal | None:
        at, last = self._passage.words_of(figure)
        if _is_share(figure) and self._clause(last + 1)[:1] == ["من"] and len(self._clause(last + 1)) > 1:
            self.shares[figure.start] = self._passage.span(last + 2, last + 2).text
        noun = self._passage.at(figure.noun.start) if figure.noun else None
        what = self._counted(figure, last, noun)
        word = "" if noun is None else self._passage.words[noun]
        if what is None and word.startswith(_CLITICS) and not word.endswith(_COUNTED):
            if is_common(word) and not is_common(word[1:]):
                return self._own(figure, at, None, None)  # 200 برميل: no people
            noun = None  # 24 بانفجار: how they died, not whom it counts
        if what is None and noun is not None and self._befalling.is_event(noun):
            noun = None  # 14 تعمل
        if what is not None and what.unit is not None:
            self.units[figure.start] = what.unit
        own = self._own(figure, at, noun, None if what is None else what.subgroup)
        if own is not None or figure.kind is Kind.AGE:
            return own
        if figure.kind is Kind.CARDINAL and is_ratio(figure):
            if figure.noun is not None:
                self.shares[figure.start] = figure.noun.text
            return self._measured(figure)  # half of the dead: a share, how many nothing says
        if figure.kind is Kind.DURATION:
            return self._lasting(figure, at) or self._measured(figure)
        if figure.kind is Kind.CARDINAL:
            return self._count(figure, what, noun)
        return self._of_event(figure, what) or self._measured(figure)

    def _counted(self, figure: Mention, last: int, noun: int | None) -> Counted | None:
        """Whom or what a figure's words name; None where they name nothing known."""
        words = self._passage.words
        if noun is not None and are_of_one_family(words[noun - 1], words[noun]):
            return PEOPLE  # سبعة من عائلة واحدة
        if noun is not None and is_of_crews(self._passage, noun):
            return PEOPLE
        alone = noun is None and figure.kind is Kind.CARDINAL and self._passage.word_behind(last)
        if alone and self._passage.is_apart(last, last + 1):
            return None  # بناء 14، الطابق 3
        clause = self._clause(last + 1 if noun is None else noun)
        if figure.noun is not None and figure.noun == figure.number:
            clause = clause[:1]  # طفلان وامرأة: two are the children
        if figure.noun is not None:
            clause[:1] = _first_word(figure.noun.text)  # without an "and" before it
        return counted(clause, by_noun=noun is not None or _is_share(figure))

    def _count(self, figure: Mention, what: Counted | None, noun: int | None) -> Proposal | None:
        if noun is not None and self._passage.words[noun] in DEGREES:
            return self._measured(figure)  # بقوة 6.8 درجات وأودى بحياة
        befallen = self._befalling.of(figure, what, noun) if what is not None or noun is None else None
        if what is None and noun is not None:
            befallen = self._of_unlisted(figure, noun)
        return None if befallen is None else self._befell(figure, befallen, noun)

    def of_heading(self, figure: Mention, first: int, end: int, label: Counted | None = None) -> Proposal | None:
        """Of what a bare number in a table is, as the heading over it and the label before it say it."""
        if figure.kind is not Kind.CARDINAL or figure.noun is not None:
            return None
        befallen = self._befalling.of_heading(first, end, label)
        if befallen is None or self._is_of_others(befallen, first, end):
            return None
        told = self._befell(figure, befallen, None)
        return (
            None if told is None else attrs.evolve(told, evidence=(self._passage.span(first, end - 1),), rule=HEADING)
        )

    def _is_of_others(self, befallen: Befallen, first: int, end: int) -> bool:
        """Whether a heading adds what else befell (القتلى والجرحى), or is of the families of whom it befell."""
        words, gaps, own = self._passage.words, self._passage.gaps, befallen.event
        for index in range(first + 1, end):
            word, before = words[index], words[index - 1]
            other = event_of(word.removeprefix("و")) if word.startswith("و") else None
            if other is None and (before in {"و", "او"} or not _JOINTS.isdisjoint(gaps[index])):
                other = event_of(word)
            if own is not None and other is not None and other.id != own.id:
                return True
            if before in _FAMILIES and (of_whom := event_of(word)) is not None and of_whom.id in _HARMED:
                return True
        return False

    def of_measure(self, part: Mention, told: Proposal | None, of_whole: Proposal | None) -> Proposal | None:
        """Of what a part of a measure is: of what its whole is; of the money that was asked for, what came of it."""
        if of_whole is None or part.kind not in {Kind.MONEY, Kind.MEASURE} or part.unit is None:
            return None
        if part.kind is Kind.MEASURE or not of_whole.answer.startswith("money_required"):
            return self._as(of_whole, part) if told is None else None
        if told is not None and not told.answer.startswith(_OF_AN_APPEAL):
            return None
        return self._as(of_whole, part, self._defined(self._measures.named("money_funded", part.unit)))

    def of_part(self, part: Mention, whole: Mention) -> Proposal | None:
        """Of what a part is: of what its whole is, where nothing beside it says more."""
        of_whole, own = self.befallen.get(whole.start), self.befallen.get(part.start)
        if of_whole is None or part.kind is not Kind.CARDINAL:
            return None
        lives = own is not None and listed().events["population"] in (own.event, *own.others)
        if own is not None and own.strength > _SURE and not lives:
            return None  # of the displaced, those who live in camps are displaced
        noun = self._passage.at(part.noun.start) if part.noun else None
        lost = of_whole.event is not None and of_whole.event.id == "killed"
        if lost and noun is not None and self._passage.words[noun] in word_lists(_CLAUSES)["cases"]:
            return None  # 28 حالة حرجة: none of the dead
        what = self._counted(part, self._passage.words_of(part)[1], noun)
        if what is not None and what.unit != of_whole.what.unit:
            return None
        return self._befell(part, attrs.evolve(of_whole, what=what or of_whole.what, strength=_SURE), noun)

    def _befell(self, figure: Mention, befallen: Befallen, noun: int | None) -> Proposal | None:
        self.befallen[figure.start] = befallen
        indicator = self._indicator(befallen, befallen.what.unit, figure.unit)
        return None if indicator is None else self._proposal(figure, indicator, befallen, noun)

    def _of_unlisted(self, figure: Mention, noun: int) -> Befallen | None:
        """900 عدة إيواء: what no list has, where a word beside it says what happened to it."""
        words = self._passage.words
        if not words[noun].isalpha() or len(words[noun]) < _SHORTEST or words[noun] in word_lists(_CLAUSES)["no_noun"]:
            return None
        people = self._befalling.governing(figure, PEOPLE, noun)
        if people is not None and people.event is not None and people.event.id in _HARMED:
            return people
        printed = self._passage.span(noun, noun).text
        thing = Counted(romanised(printed).replace("-", "_"), Name(en=UNNAMED, ar=printed), "item")
        return self._befalling.governing(figure, thing, noun)

    def _of_event(self, figure: Mention, what: Counted | None) -> Proposal | None:
        """A measure or a share of a thing that something happened to: rubble removed, schools destroyed."""
        if what is None or figure.kind is Kind.MONEY or " / " in (figure.unit or ""):
            return None
        if figure.kind is Kind.MEASURE and what.unit is not None:
            return None  # what is counted is not measured: tonnes of remnants are no remnants of war
        befallen = self._befalling.near(figure, what, None)
        if befallen is None or befallen.event is None or befallen.event.id == "existing":
            return None
        if what.goods and befallen.strength < _BESIDE:
            return None  # what is measured is told nearer
        share = self._share(befallen.event, what) if _is_share(figure) else None
        indicator = share or self._indicator(befallen, figure.unit, None)
        return None if indicator is None else self._proposal(figure, indicator, befallen, None)

    def _measured(self, figure: Mention) -> Proposal | None:
        told = self._measures.of(figure) or self._priced(figure)
        return None if told is None else self._stated(figure, told)

    def _priced(self, figure: Mention) -> Told | None:
        """A price by the heading that it stands under: أسعار اليوم: السكر 2300 ليرة."""
        unit = figure.unit or ""
        priced = figure.kind is Kind.MONEY and unit and " / " not in unit
        if not priced or (heading := heading_of(self._passage, figure)) is None:
            return None
        return Told(self._measures.of_goods(figure, self._measures.named("price", unit)), (heading, heading))

    def _stated(self, figure: Mention, told: Told) -> Proposal:
        unit = figure.unit_span or Span(figure.start, figure.end, figure.text)
        evidence = unit if told.words is None else self._passage.span(*told.words)
        return self._answer(
            figure, told.indicator, (evidence,), "what its unit says" if told.words is None else _MEASURED
        )

    def _proposal(self, figure: Mention, indicator: Indicator, befallen: Befallen, noun: int | None) -> Proposal:
        evidence = [self._passage.span(befallen.first, befallen.last)]
        if noun is not None and figure.noun is not None and not befallen.first <= noun <= befallen.last:
            evidence.append(figure.noun)
        return self._answer(figure, indicator, tuple(evidence), _rule(befallen), befallen.what.subgroup)

    def _answer(
        self,
        figure: Mention,
        indicator: Indicator,
        evidence: tuple[Span, ...],
        rule: str,
        group: Subgroup | None = None,
    ) -> Proposal:
        return Proposal(
            figure=Span(figure.start, figure.end, figure.text),
            question=Question.WHAT,
            answer=self._defined(indicator).id,
            evidence=evidence,
            rule=rule,
            strength=strength_of(rule),
            subgroup=group,
        )

    def _defined(self, indicator: Indicator) -> Indicator:
        return self.defined.setdefault(indicator.id, indicator)

    def _own(self, figure: Mention, at: int, noun: int | None, subgroup: Subgroup | None) -> Proposal | None:
        """An indicator of the person's own that the figure's clause names, and whom of it the noun tells apart."""
        if not self._known.indicators:
            return None
        passage = self._passage
        first, end = passage.sentence_of(at)
        _, last = passage.words_of(figure)
        near = sorted(range(max(first, at - _BEFORE), min(end, last + _BEHIND)), key=lambda index: abs(index - at))
        for index in near:
            found = self._known.indicators.at(passage.words, index)
            if found is not None and self._may_measure(figure, found.value):
                apart = None if noun is None or found.first <= noun <= found.last else subgroup
                words = [passage.span(found.first, found.last)]
                if apart is not None and noun is not None:
                    words.append(passage.span(noun, noun))
                told = self._answer(figure, found.value, tuple(words), "the reference file", apart)
                return attrs.evolve(told, strength=1.0)
        return None

    def _may_measure(self, figure: Mention, indicator: Indicator) -> bool:
        """Whether `build` would take the figure for one of the indicator."""
        try:
            unit_for(figure, self._passage.text[: figure.end], indicator)
        except MisreadingError:
            return False
        return True

    def _clause(self, start: int) -> list[str]:
        return self._passage.words[start : min(start + _BEHIND + 1, self._passage.clause_end(start))]

    def _indicator(self, befallen: Befallen, unit: str | None, per: str | None) -> Indicator | None:
        event, what = befallen.event, befallen.what
        if unit is None:
            return None
        own = what.id if event is None else f"{what.id}_{event.id}"
        if event is not None and event.of_people and what.id == "people":
            own = event.id
        if per is not None:
            own, unit = f"{own}_rate", f"{unit}{per.removeprefix('1')}"
        return self._defined(_indicator(own, event, what.id, what.name, unit, per=per is not None))

    def _share(self, event: Event, what: Counted) -> Indicator:
        own = f"{what.unit or what.id}_{event.id}_share"
        name = Name(en=f"Share of {what.name.en.lower()} {event.id}", ar=f"نسبة {event.name.ar} {what.name.ar}")
        return self._defined(Indicator(own, name=name, unit="percent", additivity=Additivity.NON_ADDITIVE))

    def _lasting(self, figure: Mention, at: int) -> Proposal | None:
        passage = self._passage
        first, end = passage.sentence_of(at)
        for index in sorted(range(max(first, at - _NEAR), min(end, at + _NEAR)), key=lambda index: abs(index - at)):
            own = _lasting(passage.words[index])
            if own is not None and figure.unit is not None:
                return self._answer(figure, own, (passage.span(index, index),), "what lasts")
        return None


@functools.lru_cache(maxsize=1 << 10)
def _indicator(own: str, event: Event | None, thing: str, called: Name, unit: str, *, per: bool) -> Indicator:
    if event is None:
        name = called
    elif event.of_people and thing == "people":
        name = event.name
    elif event.of_people:
        name = Name(en=f"{called.en} {event.id}", ar=f"{event.name.ar}، {called.ar}")
    elif called.en == UNNAMED:
        name = Name(en=UNNAMED, ar=f"{event.name.ar} {called.ar}")
    else:
        name = what_befell(event, called)
    additivity = Additivity.NON_ADDITIVE if per else Additivity(event.additivity if event else "flow")
    return shared(Indicator(own, name=name, unit=unit, additivity=additivity))


@remembered
def _first_word(noun: str) -> list[str]:
    return fold_word(noun).split()[:1]


def _rule(befallen: Befallen) -> str:
    """By which rule something befell: beside the figure, as the one before, in its clause, or where it was."""
    return next(rule for least, rule in _RULES if befallen.strength >= least)


def _is_share(figure: Mention) -> bool:
    return figure.kind is Kind.PERCENT


@remembered
def _lasting(word: str) -> Indicator | None:
    """The length of what lasts, where a word names it."""
    lasting = listed().lasting
    return next((lasting[bare(form)] for form in stems(word) if bare(form) in lasting), None)
