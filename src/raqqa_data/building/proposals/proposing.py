"""All questions asked of all figures of a text."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from typing import TYPE_CHECKING

import attrs

from raqqa_data.building.proposals.part_of.answer import OUT_OF, wholes
from raqqa_data.building.proposals.part_of.later_parts import OUT_OF_BEFORE
from raqqa_data.building.proposals.part_of.part import Part, is_ratio
from raqqa_data.building.proposals.passage.passage import Passage
from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.building.proposals.reference.named_events import OwnEvents
from raqqa_data.building.proposals.row_fields import RowFields
from raqqa_data.building.proposals.same_as.answer import repeats
from raqqa_data.building.proposals.table_headings import Tables
from raqqa_data.building.proposals.what.ambiguous_currency import in_currencies
from raqqa_data.building.proposals.what.answer import Indicators
from raqqa_data.building.proposals.what.elided_units import Elided, elided
from raqqa_data.building.proposals.what.lookalike_words import without_origin
from raqqa_data.building.proposals.what.one_group import of_one_group
from raqqa_data.building.proposals.when.answer import Dates
from raqqa_data.building.proposals.when.date_in_force import OF_INCIDENT
from raqqa_data.building.proposals.when.dated_events import nouns
from raqqa_data.building.proposals.when.planned import to_come
from raqqa_data.building.proposals.when.time_frames import time_frames
from raqqa_data.building.proposals.where.answer import Places
from raqqa_data.building.proposals.where.toponyms import Toponyms
from raqqa_data.building.proposals.who.answer import Speakers
from raqqa_data.building.proposals.words.transliteration import Free
from raqqa_data.building.proposals.words.vocabulary import strength_of
from raqqa_data.building.quoted_phrase import unheld
from raqqa_data.reading.mention import Kind, Mention, Span
from raqqa_data.records.indicator import Indicator
from raqqa_data.records.period import Period
from raqqa_data.records.place import Place
from raqqa_data.records.provenance import Agent
from raqqa_data.texts import Name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from raqqa_data.building.proposals.reference.known_names import Known
    from raqqa_data.reading.text.folding import Folded
    from raqqa_data.sources.source import Part as SourcePart


@attrs.frozen(kw_only=True)
class ProposedEvent:
    """What is proposed of a date: the event that it dates.

    Attributes:
        id: An id for the event.
        name: What it is called: its kind, and its place where that is known.
        noun: The words that name it.
        where: Its place.
        period: When it was, where the text does not date it.
    """

    id: str
    name: Name
    noun: Span
    where: Proposal | None
    period: Period | None = None


@attrs.frozen(kw_only=True)
class Proposals:
    """What is proposed about a text; a figure or date goes by where it starts.

    Attributes:
        ids: An id for the observation of each figure.
        answers: For each figure its proposals, by question.
        events: For each date the event that it dates, where the text names one.
        unclear: The dates beside a word for an event of which it is not clear that they are its day.
        undated: Events of the person's own that the text names and does not date.
        agents: Those whom proposals name, by id; of one that no list has, the English name is still open.
        places: The places that they name, with those that they lie in.
        indicators: The indicators that they name.
        shares: For each percentage what it is a share of.
        paid: Money of which the text leaves open whose it is, each with the currency that is meant.
        elided: Figures that leave their unit out, each with the one that is meant.
        to_come: The figures of sentences that tell what is still to come.
        divided_again: Parts that with those before them are more than their whole, which is divided in two ways.
        row_numbers: Figures that only number the rows of a table.
        no_quantities: Figures that are no quantity of their own, each with what it says instead.
    """

    ids: dict[int, str]
    answers: dict[int, dict[Question, Proposal]]
    events: dict[int, ProposedEvent]
    unclear: frozenset[int]
    undated: tuple[ProposedEvent, ...]
    agents: dict[str, Agent]
    places: dict[str, Place]
    indicators: dict[str, Indicator]
    shares: dict[int, str]
    paid: dict[int, Mention]
    elided: dict[int, Elided]
    to_come: frozenset[int]
    divided_again: frozenset[int]
    row_numbers: frozenset[int]
    no_quantities: dict[int, str]

    def meant(self, mention: Mention) -> Mention:
        """A figure, with the unit that is meant where it leaves it out."""
        told = self.elided.get(mention.start)
        return self.paid.get(mention.start, mention) if told is None else told.figure

    @functools.cached_property
    def starts(self) -> dict[str, int]:
        """Where the figure of each id starts."""
        return {own: start for start, own in self.ids.items()}

    def all(self) -> tuple[Proposal, ...]:
        """Every proposal, figure by figure."""
        return tuple(proposal for told in self.answers.values() for proposal in told.values())


_UNNAMED = "figures"


def propose(
    folded: Folded,
    mentions: Sequence[Mention],
    known: Known,
    *,
    unread: Sequence[Mention] = (),
    published: Period | None = None,
    dataset: str = _UNNAMED,
    parts: Sequence[SourcePart] = (),
    least: float = 0,
) -> Proposals:
    """Ask every question of every figure.

    Args:
        folded: The document's text.
        mentions: What was read in it.
        known: Names of agents, places, indicators and events.
        unread: Dates that count from a day which is not known.
        published: When it was published.
        dataset: What the ids of the observations begin with.
        parts: The parts of the text, where its file says which are cells of tables.
        least: How often a rule has to be right for what it proposes.
    """
    passage = Passage(folded, mentions)
    speakers = Speakers(passage, known, "" if dataset == _UNNAMED else dataset.replace("_", "-"))
    speaking = speakers.words
    named = _named(passage, known)
    toponyms = Toponyms(passage, known, named, speaking)
    paid = in_currencies(passage, toponyms.all)
    passage.figures = [paid.get(figure.start, figure) for figure in passage.figures]
    left_out_units = elided(passage)
    meant = paid | {start: told.figure for start, told in left_out_units.items()}
    passage.figures = [meant.get(figure.start, figure) for figure in passage.figures]
    counting = {figure.start: without_origin(passage, known.places, figure) for figure in passage.figures}
    places = Places(passage, toponyms)
    indicators = Indicators(passage, known, named | speaking, left_out_units)
    dates = Dates(passage, published, indicators.befallen)
    own_events = OwnEvents(passage, known)
    tables, row = Tables(passage, parts), RowFields(passage)
    no_quantities = time_frames(passage) | of_one_group(passage)
    answers: dict[int, dict[Question, Proposal]] = {start: {} for start in no_quantities}
    for figure in passage.figures:
        if figure.start in no_quantities:
            continue
        found = (
            *indicators.proposals(counting[figure.start]),
            *speakers.of_table(figure, tables.word_behind(figure)),
            *speakers.proposals(figure),
            *places.proposals(figure),
            *dates.proposals(figure),
            *own_events.proposals(figure),
        )
        told = answers[figure.start] = {proposal.question: proposal for proposal in found}
        tables.answer(figure, told, indicators, places, dates)
        row.answer(figure, told, places)
        if Question.WHERE not in told and (where := _where_it_happened(passage, figure, told, dates, places)):
            told[Question.WHERE] = where
    passage.figures = [*counting.values()]
    found_parts = wholes(passage, indicators.befallen, indicators.units)
    divided = [part for part in found_parts if not tables.apart(part.part, part.whole)]
    for part in divided:
        told, whole = answers[part.part.start], answers[part.whole.start]
        # of those that some are out of there are so many, whatever befell the some
        of_whole = not is_ratio(part.part) and (part.rule != OUT_OF or part.part.start not in indicators.befallen)
        what = indicators.of_part(part.part, part.whole) if of_whole else None
        what = what or indicators.of_measure(part.part, told.get(Question.WHAT), whole.get(Question.WHAT))
        if what is not None:
            told[Question.WHAT] = what
        is_told, elsewhere = part.part.start in speakers.of_nobody, places.is_of_unknown(part.part)
        told |= _as_of_its_whole(part, whole, told, is_told=is_told, elsewhere=elsewhere)
    ids = _ids(passage, answers, dataset)
    links = (
        *(part.proposal(ids) for part in (*divided, *tables.totals())),
        *repeats(passage, answers, ids, places.defined, tables.apart),
    )
    # what no record can hold is no observation to point to
    left_out = no_quantities.keys() | {figure.start for figure in passage.figures if unheld(figure) is not None}
    for proposal in links:
        if proposal.evidence[0].start not in left_out:
            answers[proposal.figure.start].setdefault(proposal.question, proposal)
    _as_told_again(passage, answers, ids)
    if least:
        for told in answers.values():
            for question in [question for question, proposal in told.items() if proposal.strength < least]:
                del told[question]
    events, undated = _events(passage, dates, places, own_events)
    return Proposals(
        ids=ids,
        answers=answers,
        events=events,
        unclear=frozenset(
            date.start
            for date in (*mentions, *unread)
            if date.kind is Kind.DATE
            and date.start not in events
            and dates.happenings.near(passage.at(date.start)) is not None
        ),
        undated=undated,
        agents=speakers.defined,
        places={place.id: place for told in places.defined.values() for place in reversed(told.chain)},
        indicators=indicators.defined,
        shares=indicators.shares,
        paid=paid,
        elided=left_out_units,
        to_come=to_come(passage),
        divided_again=_divided_again(passage, answers, ids),
        row_numbers=frozenset(number.start for number in tables.row_numbers()),
        no_quantities=no_quantities,
    )


def _divided_again(
    passage: Passage, answers: Mapping[int, Mapping[Question, Proposal]], ids: Mapping[int, str]
) -> frozenset[int]:
    """Parts that a later sentence tells and that would be too many; within one sentence the text contradicts itself."""
    figures = {ids[figure.start]: figure for figure in passage.figures}
    told = defaultdict[str, float](float)
    sentences = defaultdict[str, set[int]](set)
    found: list[int] = []
    for figure in passage.figures:
        part = answers[figure.start].get(Question.PART_OF)
        if part is None or is_ratio(figure) or figure.value is None:
            continue
        whole, sentence = figures[part.answer].value, passage.sentence[passage.words_of(figure)[0]]
        too_many = whole is not None and told[part.answer] + figure.value > whole
        if too_many and sentences[part.answer] - {sentence}:
            found.append(figure.start)
        else:
            told[part.answer] += figure.value
            sentences[part.answer].add(sentence)
    return frozenset(found)


def _as_told_again(passage: Passage, answers: Mapping[int, dict[Question, Proposal]], ids: Mapping[int, str]) -> None:
    """What is said of a figure where it is told again is said of it; its parts are of its first mention."""
    starts = {own: start for start, own in ids.items()}
    firsts = {
        figure.start: starts[answers[figure.start][Question.SAME_AS].answer]
        for figure in passage.figures
        if Question.SAME_AS in answers[figure.start]
    }
    if not firsts:
        return
    spans = {figure.start: Span(figure.start, figure.end, figure.text) for figure in passage.figures}
    for again, first in firsts.items():
        for question, said in answers[again].items():
            if question is not Question.SAME_AS and said.answer != ids[first]:
                answers[first].setdefault(question, attrs.evolve(said, figure=spans[first]))
    for told in answers.values():
        part = told.get(Question.PART_OF)
        whole = None if part is None else firsts.get(starts[part.answer])
        if part is not None and whole is not None:
            told[Question.PART_OF] = attrs.evolve(part, answer=ids[whole])


def _where_it_happened(
    passage: Passage, figure: Mention, told: dict[Question, Proposal], dates: Dates, places: Places
) -> Proposal | None:
    """The place of what the figure's date is of."""
    where, when = _where_it_was(passage, figure, dates, places), told.get(Question.WHEN)
    if where is None and when is not None and when.rule == OF_INCIDENT:
        return _where_the_incident_was(figure, passage.date_at(when.evidence[0].start), places)
    return where


def _where_it_was(passage: Passage, figure: Mention, dates: Dates, places: Places) -> Proposal | None:
    """The place of the event that a figure's sentence takes up: the attack."""
    event = dates.happenings.meant(passage.words_of(figure)[0])
    if event is None:
        return None
    told = event.happening
    where = places.of_event(told.noun, told.date)
    if where is None:
        return None
    rule = "the place of the event that it speaks of"
    return attrs.evolve(
        where,
        figure=Span(figure.start, figure.end, figure.text),
        evidence=(*where.evidence, passage.span(event.word, event.word)),
        rule=rule,
        strength=strength_of(rule),
    )


def _where_the_incident_was(figure: Mention, date: Mention | None, places: Places) -> Proposal | None:
    """The place of the incident whose day a figure has."""
    where = None if date is None else next(places.proposals(date), None)
    if where is None:
        return None
    span, rule = Span(figure.start, figure.end, figure.text), "the place of the incident"
    return attrs.evolve(where, figure=span, rule=rule, strength=strength_of(rule))


def _as_of_its_whole(
    found: Part, whole: dict[Question, Proposal], told: dict[Question, Proposal], *, is_told: bool, elsewhere: bool
) -> dict[Question, Proposal]:
    """Who says a part, where and when: as of its whole, where nothing is said of the part alone."""
    part = found.part
    figure = Span(part.start, part.end, part.text)
    # what adds up may be told place by place
    asked = [Question.WHEN] if found.rule == "adds up" and part.noun is None else [Question.WHERE, Question.WHEN]
    if found.rule == OUT_OF_BEFORE and part.kind is Kind.MONEY:
        asked.remove(Question.WHEN)  # what is needed until a day has not come by it
    if elsewhere:
        asked = [question for question in asked if question is not Question.WHERE]
    if Question.WHO not in told and not is_told:
        asked += [Question.WHO, Question.CONVEYED_BY]
    return {
        question: attrs.evolve(
            whole[question], figure=figure, rule="as of its whole", strength=strength_of("as of its whole")
        )
        for question in asked
        if question in whole and question not in told
    }


def _events(
    passage: Passage, dates: Dates, places: Places, own_events: OwnEvents
) -> tuple[dict[int, ProposedEvent], tuple[ProposedEvent, ...]]:
    events: dict[int, ProposedEvent] = {}
    undated: list[ProposedEvent] = []
    free = Free()
    for named, date in own_events.told():
        event = named.event
        where = None if event.place is None else own_events.where(named, event.place)
        if event.place is not None:
            places.defined.setdefault(event.place.id, event.place)
        elif date is not None:
            where = places.of_event(named.first, date)
        made = ProposedEvent(
            id=free.name(event.id),
            name=event.name,
            noun=own_events.span(named),
            where=where,
            period=event.period,
        )
        if date is None or date.start in events:
            undated.append(made)
        else:
            events[date.start] = made
    for told in dates.happenings.told:
        if told.date.start in events:
            continue
        where = places.of_event(told.noun, told.date)
        name = nouns().names[told.kind]
        if where is not None:
            place = places.defined[where.answer].name
            name = Name(en=f"{name.en} in {place.en}", ar=f"{name.ar} في {place.ar}")
        events[told.date.start] = ProposedEvent(
            id=free.name(told.kind.replace("-", "_")),
            name=name,
            noun=passage.span(told.noun, told.noun),
            where=where,
        )
    return events, tuple(undated)


def _named(passage: Passage, known: Known) -> frozenset[int]:
    """The words of agents' names, wherever they stand: a place in one is not where something happened."""
    found = known.agents.found_in(passage.words).values()
    return frozenset(word for name in found for word in range(name.first, name.last + 1))


def _ids(passage: Passage, answers: dict[int, dict[Question, Proposal]], dataset: str) -> dict[int, str]:
    ids: dict[int, str] = {}
    free = Free()
    for number, figure in enumerate(passage.figures, 1):
        what = answers[figure.start].get(Question.WHAT)
        field = f"figure_{number}" if what is None else what.answer.replace("-", "_")
        if what is not None and what.subgroup is not None:
            field += "_" + "_".join(re.sub("[^a-z0-9]+", "_", code) for code in what.subgroup.values())
        ids[figure.start] = f"{dataset}.{free.name(field)}"
    return ids
