"""The tables of a drafted annotation file, as TOML with the words that speak for each field."""

from __future__ import annotations

import functools
from json.encoder import encode_basestring
from typing import TYPE_CHECKING

from raqqa_data.building.annotations import NO_EVENT, TO_FILL_IN
from raqqa_data.building.document_defaults import Overall
from raqqa_data.building.draft_file import FIELDS
from raqqa_data.building.proposals import Proposal, Proposals, Question
from raqqa_data.building.proposals.part_of.part import is_ratio
from raqqa_data.building.proposals.words.transliteration import UNNAMED
from raqqa_data.building.quoted_phrase import undraftable
from raqqa_data.reading.markup import other_reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raqqa_data.building.proposals.proposing import ProposedEvent
    from raqqa_data.reading.mention import Mention
    from raqqa_data.records.indicator import Indicator
    from raqqa_data.records.place import Place
    from raqqa_data.records.provenance import Agent
    from raqqa_data.texts import Name

NAME = f'{{ en = "{TO_FILL_IN}", ar = "{TO_FILL_IN}" }}'
OPEN = f'"{TO_FILL_IN}"'

_WHO, _CONVEYED_BY, _WHERE, _WHEN = Question.WHO, Question.CONVEYED_BY, Question.WHERE, Question.WHEN
_WHAT, _PART_OF, _SAME_AS, _EVENT = Question.WHAT, Question.PART_OF, Question.SAME_AS, Question.EVENT
_VOICE = "who: the document itself"
_WHOLE = "where: the document as a whole"
_UNDATED = "when: by its publication; no words say it"
_INFERRED = "by the publication of the document, for no words date it"
_NOTHING = Overall()
_ROW_NUMBER = "it numbers the row of its table"
_DEGREE = "degree"
_PER = "1 / "
_SHARE = "share"
_AROUND = 160  # characters of a sentence on either side of a figure
_ENDS = ".!?؟\n"
_IDENTIFIERS = ("latitude", "longitude", "geonames", "wikidata", "pcode", "iso")


def references(proposed: Proposals, given: Overall = _NOTHING) -> Iterator[str]:
    """The agents, places and indicators that a draft names; an empty table for each sort of which it names none."""
    answers = {question: dict[str, None]() for question in Question}
    for proposal in proposed.all():
        asked = _WHO if proposal.question is _CONVEYED_BY else proposal.question
        answers[asked][proposal.answer] = None
    for event in (*proposed.events.values(), *proposed.undated):
        if event.where is not None:
            answers[_WHERE][event.where.answer] = None
    agents = {own: proposed.agents[own] for own in answers[_WHO]}
    if given.voice is not None:
        agents.setdefault(given.voice.id, given.voice)
    yield from map(_agent, agents.values())
    if not agents:
        yield table("[agent]", {"id": OPEN, "name": NAME})
    places: dict[str, Place] = {}
    for own in answers[_WHERE]:
        places |= {place.id: place for place in reversed(proposed.places[own].chain)}
    if given.place is not None:
        places |= {place.id: place for place in reversed(given.place.chain) if place.id not in places}
    yield from map(_place, places.values())
    if not places:
        yield table("[place]", {"id": OPEN, "name": NAME, "kind": OPEN})
    yield from (_indicator(proposed.indicators[own]) for own in answers[_WHAT])
    if not answers[_WHAT]:
        yield table("[indicator]", {"id": OPEN, "name": NAME, "unit": OPEN, "additivity": OPEN})


def left_out(mention: Mention, proposed: Proposals) -> str | None:
    """Why a draft has no observation of a figure, or None."""
    if mention.start in proposed.row_numbers:
        return _ROW_NUMBER
    return proposed.no_quantities.get(mention.start) or undraftable(mention)


def figure_table(text: str, mention: Mention, proposed: Proposals, given: Overall = _NOTHING) -> str:
    """One figure: under its sentence an observation, or a comment where there shall be none.

    Args:
        text: The document's text.
        mention: The figure.
        proposed: What is proposed.
        given: Who says it, where and when it was, where the text does not say it.
    """
    told = proposed.answers[mention.start]
    sentence = f"# {_sentence(text, mention)}\n"
    if reason := left_out(mention, proposed):
        commented = [f"not buildable: {reason}", *(f"{key} = {value}" for key, value in stands(mention))]
        return sentence + "".join(f"# {line}\n" for line in commented)
    again = told.get(_SAME_AS)
    rows = _observation(mention, proposed, told, given)
    if _PART_OF in told and _of_another(mention, told, proposed):
        whole = told[_PART_OF]
        sentence += f"# {'a share' if is_ratio(mention) else 'some'} of {whole.answer}: {_evidence(whole)}\n"
    if mention.start in proposed.paid:
        sentence += f"# in {mention.unit}: of the countries that the text speaks of, only that one has such money\n"
    if again is None:
        return "\n".join([sentence + rows[0], *rows[1:], ""])
    comment = f"# the same figure again, as of {again.answer}: {_evidence(again)}. Where it is another, uncomment it.\n"
    return sentence + comment + "".join(f"# {line}\n" for line in rows)


def date_table(mention: Mention, said: Mapping[str, str], proposed: Proposals, comment: str) -> str:
    """One date: the event that it dates, or a comment where the text names none."""
    event = proposed.events.get(mention.start)
    if mention.start in proposed.unclear:
        return table("[event]", {"id": OPEN, "name": NAME, **dict(stands(mention)), **said, "place": OPEN}, comment)
    if event is None:
        period = "" if comment or mention.period is None else f", {mention.period}"
        unread = f"; {comment}" if comment else ""
        return f"# {NO_EVENT}: {quoted(mention.text)} at {mention.start}{period}{unread}\n"
    return _event(event, {**dict(stands(mention)), **said}, comment)


def named_table(event: ProposedEvent) -> str:
    """An event of the person's own that the text names and does not date."""
    period = OPEN if event.period is None else quoted(event.period.edtf)
    inferred = OPEN if event.period is None else quoted("the reference file says when it was")
    stand = {"phrase": quoted(event.noun.text), "start": str(event.noun.start)}
    return _event(event, {**stand, "period": period, "inferred": inferred})


def _event(event: ProposedEvent, stand: Mapping[str, str], comment: str = "") -> str:
    place = OPEN if event.where is None else f"{quoted(event.where.answer)}  # where: {_evidence(event.where)}"
    values = {
        "id": f"{quoted(event.id)}  # what: «{_one_line(event.noun.text)}»",
        "name": _name(event.name),
        **stand,
        "place": place,
        "annotation": '"proposed"',
    }
    return table("[event]", values, comment)


def _observation(mention: Mention, proposed: Proposals, told: Mapping[Question, Proposal], given: Overall) -> list[str]:
    what = told.get(_WHAT)
    named = f'"{TO_FILL_IN}: dataset.field"' if not told else quoted(proposed.ids[mention.start])
    other = other_reading(mention)
    lines = [
        "[[observation]]",
        f"id = {named}",
        f"indicator = {_answered(what)}",
        *(f"{key} = {value}" for key, value in stands(mention)),
        f"reads = {quoted(_reading(mention, proposed, what))}" + (f"  # or {other}" if other else ""),
    ]
    if mention.start in proposed.elided:
        lines.append(f"note = {_elided(mention, proposed.elided[mention.start].source)}")
    if what is not None and what.subgroup is not None:
        codes = ", ".join(f"{dimension} = {quoted(code)}" for dimension, code in what.subgroup.items())
        lines.append(f"subgroup = {{ {codes} }}")
    of = proposed.shares.get(mention.start)
    if of is None and is_ratio(mention) and _PART_OF in told:
        of = told[_PART_OF].evidence[0].text
    if of is not None or (what is not None and proposed.indicators[what.answer].kind == _SHARE):
        lines.append(f"of = {OPEN if of is None else quoted(of)}")
    lines += [*_where(told.get(_WHERE), given), *_when(mention, proposed, told.get(_WHEN), given)]
    lines.append(f"{FIELDS[_WHO]} = {_who(told.get(_WHO), given)}")
    for question in (_CONVEYED_BY, _PART_OF, _EVENT):
        if question in told and not (question is _PART_OF and _of_another(mention, told, proposed)):
            lines.append(f"{FIELDS[question]} = {_answered(told[question])}")
    if told:
        lines.append('annotation = "proposed"')
    return lines


def _of_another(mention: Mention, told: Mapping[Question, Proposal], proposed: Proposals) -> bool:
    """Whether a part is of another indicator than its whole, or the whole is divided without it.

    A share is of another, and so are those of the injured who were moved.
    """
    if mention.start in proposed.divided_again:
        return True
    start = proposed.starts.get(told[_PART_OF].answer)
    whole = None if start is None else proposed.answers[start].get(_WHAT)
    what = told.get(_WHAT)
    return is_ratio(mention) or (what is not None and whole is not None and what.answer != whole.answer)


def _elided(mention: Mention, source: Mention) -> str:
    """The note of a figure that leaves its unit out, without which no record takes it."""
    said = _one_line(source.text)
    english, arabic = f"The unit left out is {mention.unit} as of «{said}»", f"الوحدة المحذوفة هي وحدة «{said}»"
    return f"{{ en = {quoted(english)}, ar = {quoted(arabic)} }}"


def _where(told: Proposal | None, given: Overall) -> Iterator[str]:
    if told is not None or given.place is None:
        yield f"{FIELDS[_WHERE]} = {_answered(told)}"
    else:
        yield f"{FIELDS[_WHERE]} = {quoted(given.place.id)}  # {_WHOLE}"
        yield f"where_prec = {given.where_prec}"


def _when(mention: Mention, proposed: Proposals, told: Proposal | None, given: Overall) -> Iterator[str]:
    if told is not None or given.until is None or mention.start in proposed.to_come:
        yield f"{FIELDS[_WHEN]} = {_answered(told)}"
    else:
        yield f"{FIELDS[_WHEN]} = {quoted(given.until.edtf)}  # {_UNDATED}"
        yield f"inferred = {quoted(_INFERRED)}"


def _who(told: Proposal | None, given: Overall) -> str:
    return _answered(told) if told is not None or given.voice is None else f"{quoted(given.voice.id)}  # {_VOICE}"


def _answered(proposal: Proposal | None) -> str:
    return OPEN if proposal is None else f"{quoted(proposal.answer)}  # {proposal.question}: {_evidence(proposal)}"


def _evidence(proposal: Proposal) -> str:
    return ", ".join([f"«{_one_line(span.text)}»" for span in proposal.evidence])


def _sentence(text: str, mention: Mention) -> str:
    """The words around a figure, the figure marked."""
    before = text[max(0, mention.start - _AROUND) : mention.start]
    after = text[mention.end : mention.end + _AROUND]
    start = max(map(before.rfind, _ENDS)) + 1
    ends = [at for at in map(after.find, _ENDS) if at >= 0]
    if not start and mention.start > _AROUND:
        before = f"…{before}"
    after = after[: min(ends) + 1] if ends else after
    return _one_line(f"{before[start:].lstrip()}⟦{mention.text}⟧{after}").strip()


def _one_line(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() or letter == "\u200c" else " " for letter in text)


def _reading(mention: Mention, proposed: Proposals, what: Proposal | None) -> str:
    unit = mention.unit
    if unit is not None and unit.startswith(_PER) and what is not None:
        unit = proposed.indicators[what.answer].unit  # so many people a month, as `build` says it
    if unit is None and what is not None and proposed.indicators[what.answer].unit == _DEGREE:
        unit = _DEGREE  # of an earthquake, which the phrase alone does not say
    return " ".join(filter(None, [str(mention.estimate), unit]))


def _agent(agent: Agent) -> str:
    return table("[agent]", {"id": quoted(agent.id), "name": _name(agent.name)})


@functools.lru_cache(maxsize=1 << 10)
def _place(place: Place) -> str:
    values = {"id": quoted(place.id), "name": _name(place.name), "kind": quoted(place.kind)}
    if place.within is not None:
        values["within"] = quoted(place.within.id)
    for key in _IDENTIFIERS:
        value: object = getattr(place, key)
        if value is not None:
            values[key] = quoted(value) if isinstance(value, str) else str(value)
    return table("[place]", values)


@functools.lru_cache(maxsize=1 << 10)
def _indicator(indicator: Indicator) -> str:
    values = {
        "id": quoted(indicator.id),
        "name": _name(indicator.name),
        "unit": quoted(indicator.unit),
        "kind": quoted(indicator.kind),
        "additivity": quoted(indicator.additivity),
    }
    return table("[indicator]", values)


def _name(name: Name) -> str:
    english = OPEN if name.en == UNNAMED else quoted(name.en)
    return f"{{ en = {english}, ar = {quoted(name.ar)} }}"


def stands(mention: Mention) -> Iterator[tuple[str, str]]:
    """A mention's words and where they stand."""
    yield "phrase", quoted(mention.text)
    yield "start", str(mention.start)


def table(name: str, values: Mapping[str, str], comment: str = "") -> str:
    """A table's lines."""
    lines = [f"[{name}]", *(f"{key} = {value}" for key, value in values.items())]
    return "\n".join([f"# {comment}", *lines] if comment else lines) + "\n"


def quoted(text: str) -> str:
    """A text as a TOML string."""
    # a TOML basic string escapes what a JSON string does, and DEL
    return encode_basestring(text).replace("\x7f", "\\u007f")
