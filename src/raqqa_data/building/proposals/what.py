"""Of what: an event word and what is counted, to an indicator with its unit, additivity and subgroup."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.building.proposals.counted import PEOPLE, Counted, Event, counted, listed
from raqqa_data.building.proposals.passage import Passage, among, bare, stems
from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.building.reading import MisreadingError, unit_for
from raqqa_data.reading.mention import Kind, Mention, Span
from raqqa_data.records.indicator import Additivity, Indicator
from raqqa_data.texts import Name
from raqqa_data.units.table import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raqqa_data.building.proposals.known import Known
    from raqqa_data.records.subgroup import Subgroup

_BEFORE = 16  # words
_BEHIND = 6
_NEAR = 8
_MEASURED = frozenset({Kind.MEASURE, Kind.MONEY})
_MONEY = Counted("money", Name(en="Money", ar="الأموال"), None)
_NEVER_MONEY = frozenset(
    {"killed", "injured", "removed", "destroyed", "damaged", "restored", "rebuilt", "built", "opened"}
)
# nouns that say who people are, where a verb says what happened to them
_STATES = frozenset({"displaced", "detained", "assisted"})
_OUTDOES = {
    "displaced": frozenset(
        {
            "returned",
            "assisted",
            "killed",
            "injured",
            "evacuated",
            "missing",
            "rescued",
            "received",
            "required",
            "infected",
        }
    ),
    "detained": frozenset({"released", "arrested", "killed", "injured", "returned"}),
    "assisted": frozenset({"trained"}),
}


class Hit(NamedTuple):
    """An event word in a text."""

    first: int
    last: int
    event: Event


@functools.lru_cache(maxsize=1 << 16)
def _event_of(word: str) -> Event | None:
    """What befell those whom a noun names: the dead, the displaced."""
    nouns = listed().nouns
    return next((nouns[form] for form in (bare(word), *stems(word)) if form in nouns), None)


class Indicators:
    """What the figures of a passage measure."""

    def __init__(self, passage: Passage, known: Known) -> None:
        self._passage = passage
        self._known = known
        self._hits = list(self._found())
        self.defined: dict[str, Indicator] = {}
        self.shares: dict[int, str] = {}

    def proposals(self, figure: Mention) -> Iterator[Proposal]:
        """Of what a figure is."""
        passage = self._passage
        at, last = passage.words_of(figure)
        noun = passage.at(figure.noun.start) if figure.noun else None
        behind = last + 1 if noun is None else noun
        words = self._clause(behind)
        what = counted(words, by_noun=noun is not None or figure.kind is Kind.PERCENT)
        own = self._own(figure, at, noun, None if what is None else what.subgroup)
        if own is not None:
            yield own
            return
        if figure.kind is Kind.DURATION:
            yield from self._lasting(figure, at)
            return
        if figure.kind is Kind.AGE:
            return
        if figure.kind in _MEASURED or figure.kind is Kind.PERCENT:
            what = _MONEY if figure.kind is Kind.MONEY else what
        elif noun is None and what is None:
            what = PEOPLE if self._is_bare(figure) else None
        if what is None or (figure.kind is Kind.MEASURE and (what.id == "people" or " / " in (figure.unit or ""))):
            return
        hit = self._event(figure, what, noun)
        if hit is None:
            return
        indicator = self._indicator(figure, hit.event, what)
        if indicator is None:
            return
        self.defined.setdefault(indicator.id, indicator)
        evidence = [passage.span(hit.first, hit.last)]
        if noun is not None and not hit.first <= noun <= hit.last:
            evidence.append(figure.noun or evidence[0])
        yield Proposal(
            figure=Span(figure.start, figure.end, figure.text),
            question=Question.WHAT,
            answer=indicator.id,
            evidence=tuple(evidence),
            rule="event and counted noun",
            strength=0.9 if abs(hit.first - at) <= _NEAR else 0.7,
            subgroup=what.subgroup,
        )

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
                self.defined.setdefault(found.value.id, found.value)
                apart = None if noun is None or found.first <= noun <= found.last else subgroup
                words = [passage.span(found.first, found.last)]
                if apart is not None and noun is not None:
                    words.append(passage.span(noun, noun))
                return Proposal(
                    figure=Span(figure.start, figure.end, figure.text),
                    question=Question.WHAT,
                    answer=found.value.id,
                    evidence=tuple(words),
                    rule="the reference file",
                    strength=1.0,
                    subgroup=apart,
                )
        return None

    def _may_measure(self, figure: Mention, indicator: Indicator) -> bool:
        """Whether `build` would take the figure for one of the indicator."""
        try:
            unit_for(figure, self._passage.text[: figure.end], indicator)
        except MisreadingError:
            return False
        return True

    def _clause(self, start: int) -> list[str]:
        passage = self._passage
        end = start
        while end < len(passage.words) and end - start <= _BEHIND:
            if end > start and (passage.sentence[end] != passage.sentence[start] or passage.is_apart(end - 1, end)):
                break
            end += 1
        return passage.words[start:end]

    def _is_bare(self, figure: Mention) -> bool:
        return figure.kind is Kind.CARDINAL and figure.unit is None

    def _found(self) -> Iterator[Hit]:
        words, events = self._passage.words, listed().words
        plain = [bare(word) for word in words]
        nouns = {index: noun for index, word in enumerate(words) if (noun := _event_of(word))}
        done = -1
        for index in sorted({*events.begun(words), *events.begun(plain), *nouns}):
            if index <= done:
                continue
            found = events.at(words, index) or events.at(plain, index)
            if found is not None:
                yield Hit(found.first, found.last, found.value)
                done = found.last
            elif index in nouns:
                yield Hit(index, index, nouns[index])

    def _event(self, figure: Mention, what: Counted, noun: int | None) -> Hit | None:
        """The event word that speaks of a figure."""
        passage = self._passage
        at, last = passage.words_of(figure)
        first, end = passage.sentence_of(at)
        fitting = [
            hit for hit in among(self._hits, first, end) if self._fits(hit.event, what) and not at <= hit.first <= last
        ]
        before = [hit for hit in fitting if hit.last < at and at - hit.last <= _BEFORE]
        behind = [
            hit for hit in fitting if last < hit.first <= last + _BEHIND and not passage.is_apart(last, hit.first)
        ]
        nearest = self._first_of_alternatives(before) if before else None
        own = listed().nouns.get(bare(passage.words[noun])) if noun is not None else None
        if own is not None and noun is not None:
            outdone = _OUTDOES.get(own.id, frozenset())
            for hit in (nearest, *behind):
                if hit is not None and hit.event.id in outdone and passage.commas(hit.first, at) == 0:
                    return hit
            return Hit(noun, noun, own)
        if nearest is not None and (at - nearest.last <= _NEAR or not behind):
            return nearest
        return behind[0] if behind else None

    def _first_of_alternatives(self, before: list[Hit]) -> Hit:
        """ترميم أو بناء: the first of two."""
        found = before[-1]
        if len(before) > 1 and self._passage.words[found.first - 1] == "او" and before[-2].last == found.first - 2:
            return before[-2]
        return found

    @staticmethod
    def _fits(event: Event, what: Counted) -> bool:
        if what.id == "money":
            return not event.of_people and event.id not in _NEVER_MONEY
        if what.id in {"people", "families", "households"}:
            return event.of_people or event.id in {"required", "received"}
        return not event.of_people

    def _indicator(self, figure: Mention, event: Event, what: Counted) -> Indicator | None:
        if figure.kind is Kind.PERCENT:
            return self._share(figure, event, what)
        unit = figure.unit if figure.kind in _MEASURED else what.unit
        if unit is None or unit not in UNITS:
            return None
        befalls = event.of_people and what.id == "people"
        own = event.id if befalls else f"{what.id}_{event.id}"
        if own in self.defined:
            return self.defined[own]
        if befalls:
            name = event.name
        elif event.of_people:
            name = Name(en=f"{what.name.en} {event.id}", ar=f"{event.name.ar}، {what.name.ar}")
        else:
            name = Name(en=f"{what.name.en} {event.name.en}", ar=f"{event.name.ar} {what.name.ar}")
        return Indicator(own, name=name, unit=unit, additivity=Additivity(event.additivity))

    def _share(self, figure: Mention, event: Event, what: Counted) -> Indicator:
        own = f"{what.unit or what.id}_{event.id}_share"
        passage = self._passage
        _, start = passage.words_of(figure)
        words = self._clause(start + 1)
        if words[:1] == ["من"] and len(words) > 1:
            self.shares[figure.start] = passage.span(start + 2, start + 2).text
        return Indicator(
            own,
            name=Name(en=f"Share of {what.name.en.lower()} {event.id}", ar=f"نسبة {event.name.ar} {what.name.ar}"),
            unit="percent",
            additivity=Additivity.NON_ADDITIVE,
        )

    def _lasting(self, figure: Mention, at: int) -> Iterator[Proposal]:
        passage = self._passage
        first, end = passage.sentence_of(at)
        lasting = listed().lasting
        for index in sorted(range(max(first, at - _NEAR), min(end, at + _NEAR)), key=lambda index: abs(index - at)):
            own = next((lasting[bare(form)] for form in stems(passage.words[index]) if bare(form) in lasting), None)
            if own is not None and figure.unit is not None:
                indicator = Indicator(
                    f"{own}_duration",
                    name=Name(en=f"Length of the {own}", ar=f"مدة {passage.span(index, index).text}"),
                    unit=figure.unit,
                    additivity=Additivity.NON_ADDITIVE,
                )
                self.defined.setdefault(indicator.id, indicator)
                yield Proposal(
                    figure=Span(figure.start, figure.end, figure.text),
                    question=Question.WHAT,
                    answer=indicator.id,
                    evidence=(passage.span(index, index),),
                    rule="what lasts",
                    strength=0.7,
                )
                return
