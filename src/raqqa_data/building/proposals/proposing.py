"""All questions asked of all figures of a text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import attrs

from raqqa_data.building.proposals.happenings import nouns
from raqqa_data.building.proposals.naming import romanised
from raqqa_data.building.proposals.passage import Passage
from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.building.proposals.repeats import repeats
from raqqa_data.building.proposals.what import Indicators
from raqqa_data.building.proposals.when import Dates
from raqqa_data.building.proposals.where import Places
from raqqa_data.building.proposals.who import Speakers
from raqqa_data.building.proposals.wholes import wholes
from raqqa_data.reading.mention import Mention, Span
from raqqa_data.records.indicator import Indicator
from raqqa_data.records.provenance import Agent, Place
from raqqa_data.texts import Name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raqqa_data.building.proposals.known import Known
    from raqqa_data.building.proposals.names import Found
    from raqqa_data.records.period import Period


@attrs.frozen(kw_only=True)
class ProposedEvent:
    """What is proposed of a date: the event that it dates.

    Attributes:
        id: An id for the event.
        name: What it is called: its kind, and its place where that is known.
        noun: The word that names it.
        where: Its place.
    """

    id: str
    name: Name
    noun: Span
    where: Proposal | None


@attrs.frozen(kw_only=True)
class Proposals:
    """What is proposed about a text.

    Attributes:
        ids: An id for the observation of each figure.
        answers: For each figure its proposals, by question.
        events: For each date the event that it dates, where the text names one.
        agents: Those whom proposals name, by id; of one that no list has, the English name is still open.
        places: The places that they name, with those that they lie in.
        indicators: The indicators that they name.
        shares: For each percentage what it is a share of.
    """

    ids: dict[Mention, str]
    answers: dict[Mention, dict[Question, Proposal]]
    events: dict[Mention, ProposedEvent]
    agents: dict[str, Agent]
    places: dict[str, Place]
    indicators: dict[str, Indicator]
    shares: dict[Mention, str]

    def all(self) -> tuple[Proposal, ...]:
        """Every proposal, figure by figure."""
        return tuple(proposal for told in self.answers.values() for proposal in told.values())


UNNAMED = "UNNAMED"


def propose(
    text: str, mentions: Sequence[Mention], known: Known, *, published: Period | None = None, dataset: str = "figures"
) -> Proposals:
    """Ask every question of every figure.

    Args:
        text: The document's text.
        mentions: What was read in it.
        known: Names of agents, places and indicators.
        published: When it was published.
        dataset: What the ids of the observations begin with.
    """
    passage = Passage(text, mentions)
    speakers = Speakers(passage, known)
    taken = frozenset(
        word
        for cues in speakers.of_sentence.values()
        for cue in cues
        for speaker in (cue.speaker, cue.source)
        if speaker is not None
        for word in range(speaker.first, speaker.last + 1)
    ) | _named(passage, known)
    places = Places(passage, known, taken)
    dates = Dates(passage, published)
    indicators = Indicators(passage, known)
    answers: dict[Mention, dict[Question, Proposal]] = {}
    for figure in passage.figures:
        found = (
            *indicators.proposals(figure),
            *speakers.proposals(figure),
            *places.proposals(figure),
            *dates.proposals(figure),
        )
        answers[figure] = {proposal.question: proposal for proposal in found}
    ids = _ids(passage, answers, dataset)
    for proposal in (*wholes(passage, ids.__getitem__), *repeats(passage, answers, ids.__getitem__)):
        figure = next(figure for figure in passage.figures if figure.start == proposal.figure.start)
        answers[figure].setdefault(proposal.question, proposal)
    agents = _agents(answers, known)
    return Proposals(
        ids=ids,
        answers=answers,
        events=_events(passage, dates, places),
        agents=agents,
        places={place.id: place for told in places.defined.values() for place in reversed(told.chain)},
        indicators=indicators.defined,
        shares=indicators.shares,
    )


def _events(passage: Passage, dates: Dates, places: Places) -> dict[Mention, ProposedEvent]:
    events: dict[Mention, ProposedEvent] = {}
    counted: Counter[str] = Counter()
    for told in dates.happenings.told:
        where = places.of_event(told.noun, told.date)
        counted[told.kind] += 1
        number = counted[told.kind]
        name = nouns().names[told.kind]
        if where is not None:
            place = places.defined[where.answer].name
            name = Name(en=f"{name.en} in {place.en}", ar=f"{name.ar} في {place.ar}")
        events[told.date] = ProposedEvent(
            id=told.kind.replace("-", "_") + (f"_{number}" if number > 1 else ""),
            name=name,
            noun=passage.span(told.noun, told.noun),
            where=where,
        )
    return events


def _named(passage: Passage, known: Known) -> frozenset[int]:
    """The words of agents' names, wherever they stand: a place in one is not where something happened."""
    found = [known.agents.at(passage.words, index) for index in range(len(passage.words))]
    return frozenset(word for name in found if name is not None for word in range(name.first, name.last + 1))


def _ids(passage: Passage, answers: dict[Mention, dict[Question, Proposal]], dataset: str) -> dict[Mention, str]:
    ids: dict[Mention, str] = {}
    taken: set[str] = set()
    for number, figure in enumerate(passage.figures, 1):
        what = answers[figure].get(Question.WHAT)
        field = f"figure_{number}" if what is None else what.answer.replace("-", "_")
        if what is not None and what.subgroup is not None:
            field += "_" + "_".join(re.sub("[^a-z0-9]+", "_", code) for code in what.subgroup.values())
        own, again = field, 1
        while own in taken:
            again += 1
            own = f"{field}_{again}"
        taken.add(own)
        ids[figure] = f"{dataset}.{own}"
    return ids


def _agents(answers: dict[Mention, dict[Question, Proposal]], known: Known) -> dict[str, Agent]:
    """The agents that answers name; where one is named by its words alone, the answer becomes an id made of them."""
    found: dict[str, Agent] = {}
    listed_as: dict[str, Found[Agent] | None] = {}
    for told in answers.values():
        for question in (Question.WHO, Question.CONVEYED_BY):
            proposal = told.get(question)
            if proposal is None:
                continue
            name = proposal.evidence[0].text
            if name not in listed_as:
                listed_as[name] = known.agents.at(Passage(name, ()).words, 0)
            listed = listed_as[name]
            if listed is not None and listed.value.id == proposal.answer:
                found.setdefault(proposal.answer, listed.value)
                continue
            own = romanised(name)
            told[question] = attrs.evolve(proposal, answer=own)
            found.setdefault(own, Agent(own, name=Name(en=UNNAMED, ar=name)))
    return found
