"""The events of a person's reference file that a text names: which figures are of one, and what dates it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.building.proposals.passage.passage import among
from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.reading.mention import Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.reference.known_names import Known
    from raqqa_data.building.proposals.reference.reference_list import KnownEvent
    from raqqa_data.records.place import Place

_NEAR = 12  # words between an event and its date


class Named(NamedTuple):
    """An event's name in a text."""

    first: int
    last: int
    event: KnownEvent


class OwnEvents:
    """The person's own events in a passage."""

    def __init__(self, passage: Passage, known: Known) -> None:
        self._passage = passage
        found = known.events.found_in(passage.words).values() if known.events else ()
        self._named = [Named(name.first, name.last, name.value) for name in found]

    def proposals(self, figure: Mention) -> Iterator[Proposal]:
        """Of which event a figure is: the nearest that its sentence names."""
        if not self._named:
            return
        at, _ = self._passage.words_of(figure)
        first, end = self._passage.sentence_of(at)
        here = among(self._named, first, end)
        if here:
            nearest = min(here, key=lambda named: abs(named.first - at))
            yield Proposal(
                figure=Span(figure.start, figure.end, figure.text),
                question=Question.EVENT,
                answer=nearest.event.id,
                evidence=(self.span(nearest),),
                rule="the reference file",
                strength=1.0,
            )

    def told(self) -> Iterator[tuple[Named, Mention | None]]:
        """Each event once, with the nearest date of a sentence that names it; None where none does."""
        dated: dict[str, tuple[Named, Mention | None]] = {}
        for named in self._named:
            date = self._date(named)
            if named.event.id not in dated or (dated[named.event.id][1] is None and date is not None):
                dated[named.event.id] = named, date
        yield from dated.values()

    def span(self, named: Named) -> Span:
        """The name as printed."""
        return self._passage.span(named.first, named.last)

    def where(self, named: Named, place: Place) -> Proposal:
        """Where an event was, as the person's file has it."""
        words = self.span(named)
        return Proposal(
            figure=words,
            question=Question.WHERE,
            answer=place.id,
            evidence=(words,),
            rule="the reference file",
            strength=1.0,
        )

    def _date(self, named: Named) -> Mention | None:
        passage = self._passage
        first, end = passage.sentence_of(named.first)
        near = [
            (abs(at - named.first), date)
            for date in passage.dates_from(first, end)
            if abs((at := passage.words_of(date)[0]) - named.first) <= _NEAR
        ]
        return min(near, key=lambda row: row[0])[1] if near else None
