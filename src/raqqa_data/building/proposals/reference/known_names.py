"""Who, where and of what a text may speak: a person's own reference file, then the lists that ship."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, TypeVar

import attrs

from raqqa_data.building.proposals.reference.gazetteer import shipped_places
from raqqa_data.building.proposals.reference.reference_list import KnownEvent, listed_in
from raqqa_data.building.proposals.words.name_matching import Names
from raqqa_data.building.proposals.words.place_words import place_words
from raqqa_data.building.proposals.words.vocabulary import vocabulary
from raqqa_data.errors import AnnotationError, NotFoundError
from raqqa_data.reading.text.folding import fold
from raqqa_data.records.indicator import Indicator
from raqqa_data.records.place import Place
from raqqa_data.records.provenance import Agent
from raqqa_data.sources.files import path_text, read_utf8

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

T = TypeVar("T", bound=Agent | Place)

REGIONS = frozenset({"governorate", "state", "region", "province", "district"})


@attrs.frozen(kw_only=True)
class Known:
    """What is known by name.

    Attributes:
        agents: Names of agents.
        places: Names of cities, countries and other places.
        regions: Names of governorates and other regions, for where a word says that one is meant.
        indicators: Words that name an indicator of the person's own.
        events: Names of the person's own events.
        own_places: The ids of the person's own places.
    """

    agents: Names[Agent]
    places: Names[Place]
    regions: Names[Place]
    indicators: Names[Indicator]
    events: Names[KnownEvent]
    own_places: frozenset[str] = frozenset()


def known_from(reference: str | os.PathLike[str] | None = None) -> Known:
    r"""What ships, with a person's reference file before it.

    Args:
        reference: TOML with `[[agent]]`, `[[place]]`, `[[indicator]]` and `[[event]]`, each with the names it goes by
            in Arabic under `aliases`; a path (`pathlib.Path`) or the text itself.

    Raises:
        AnnotationError: The file is broken; every problem with its path.

    Example:
        >>> known = known_from('[[agent]]\nid = "jisr"\nname = { en = "Jisr", ar = "جمعية جسر" }\naliases = ["جسر"]')
        >>> known.agents.at(["وقالت", "جسر"], 1).value.id
        'jisr'
    """
    if reference is None:
        return _shipped()
    if isinstance(reference, str):
        return _listed(reference, "reference")
    if hasattr(reference, "__fspath__"):
        return _listed(read_utf8(reference, AnnotationError), path_text(reference, AnnotationError))
    raise AnnotationError("reference", [("", "give its text (str) or its path (pathlib.Path)")])


@functools.lru_cache(maxsize=1 << 6)
def agent_named(name: str, known: Known) -> Agent:
    """The agent of an id, or of a name that it goes by, in Arabic or English.

    Raises:
        NotFoundError: There is none.

    Example:
        >>> agent_named("المرصد السوري لحقوق الإنسان", known_from()).id
        'sohr'
    """
    return _named(name, known.agents, "agent", {agent.id: agent for agent in known.agents.values()})


@functools.lru_cache(maxsize=1 << 6)
def place_named(name: str, known: Known) -> Place:
    """The place of an id, or of a name that it goes by, in Arabic or English; behind "محافظة" and the like the region.

    Raises:
        NotFoundError: There is none, or there are several of that name.

    Example:
        >>> place_named("سوريا", known_from()).id, place_named("محافظة حلب", known_from()).id
        ('syria', 'aleppo-governorate')
    """
    ids = {place.id: place for places in (known.regions, known.places) for place in places.values()}
    kind, _, behind = " ".join(name.split()).partition(" ")
    called = place_words().kinds.get(fold(kind).text) if behind else None
    names = known.regions if called in REGIONS else known.places
    return _named(behind if called else name, names, "place", ids)


def _named(name: str, names: Names[T], sort: str, ids: Mapping[str, T]) -> T:
    name = " ".join(name.split())
    if name in ids:
        return ids[name]
    english = [one.id for one in ids.values() if one.name.en.casefold() == name.casefold()]
    if len(english) == 1:
        return ids[english[0]]
    if english:
        raise NotFoundError(f"single {sort}", name, english)
    words = fold(name).text.split()
    found = names.at(words, 0) if words else None
    if found is None or found.last != len(words) - 1:
        spelled = {said: one.id for one in ids.values() for said in (one.name.ar, one.name.en)}
        error = NotFoundError(sort, name, ids, also=spelled)
        error.add_note(f"Give the id of one that ships, or define it as [[{sort}]] in your reference file, known=.")
        raise error
    several = [one.id for one in (found.value, *found.also) if getattr(one, "kind", "") not in REGIONS]
    if len(several) > 1:
        raise NotFoundError(f"single {sort}", name, several)
    return found.value


@functools.lru_cache(maxsize=4)
def _listed(text: str, name: str) -> Known:
    """The lists with a reference file before them; kept, as one file serves many documents."""
    own = listed_in(text, name)
    agents, places, regions = Names[Agent](()), Names[Place](()), Names[Place](())
    for agent, names in own["agent"]:
        for each in names:
            agents.add(each, agent)
    for place, names in own["place"]:
        for each in names:
            (regions if place.kind in REGIONS else places).add(each, place)
            regions.add(each, place)
            places.add(each, place)
    indicators = Names((each, indicator) for indicator, names in own["indicator"] for each in names)
    _add_shipped(agents, places, regions)
    return Known(
        agents=agents,
        places=places,
        regions=regions,
        indicators=indicators,
        events=Names((each, event) for event, names in own["event"] for each in names),
        own_places=frozenset(place.id for place, _ in own["place"]),
    )


@functools.cache
def _shipped() -> Known:
    agents, places, regions = Names[Agent](()), Names[Place](()), Names[Place](())
    _add_shipped(agents, places, regions)
    return Known(agents=agents, places=places, regions=regions, indicators=Names(()), events=Names(()))


def _add_shipped(agents: Names[Agent], places: Names[Place], regions: Names[Place]) -> None:
    for agent, names in listed_in(vocabulary("agents.toml"), "agents.toml")["agent"]:
        for name in names:
            agents.add(name, agent)
    for place, names in shipped_places():
        for name in names:
            if place.kind in REGIONS:
                regions.add(name, place)
            places.add(name, place)
