"""Lists of agents, places, indicators and events with the names they go by, as TOML."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any, cast

from raqqa_data.building.proposals.known_event import KnownEvent
from raqqa_data.catalogue.construction import is_table
from raqqa_data.catalogue.references import References
from raqqa_data.errors import AnnotationError, Problem, meant
from raqqa_data.reading.text.folding import fold_word
from raqqa_data.records.indicator import Indicator
from raqqa_data.records.place import Place
from raqqa_data.records.provenance import Agent
from raqqa_data.sources.toml import parse_toml

SECTIONS: dict[str, type] = {"agent": Agent, "place": Place, "indicator": Indicator, "event": KnownEvent}
_ALIASES = "aliases"


def listed_in(text: str, name: str) -> dict[str, list[tuple[Any, list[str]]]]:
    """What a list defines, by section, each with its names: its Arabic one, and its aliases.

    Raises:
        AnnotationError: The list is broken; every problem with its path.
    """
    raw = parse_toml(text, name, AnnotationError)
    # the list that annotations of many documents share may state the version of its data
    raw.pop("data_version", None)
    problems = [Problem(key, f"unknown key{meant(key, SECTIONS)}") for key in raw if key not in SECTIONS]
    references = References()
    aliases: dict[str, dict[str, list[str]]] = {}
    events: dict[str, KnownEvent] = {}
    for section, cls in SECTIONS.items():
        rows = raw.get(section, [])
        if not isinstance(rows, list):
            problems.append(Problem(section, f"is a list of tables: write [[{section}]]"))
            continue
        own = aliases[section] = {}
        plain: list[object] = []
        for index, row in enumerate(cast("list[object]", rows)):
            if is_table(row):
                listed: object = row.get(_ALIASES, [])
                several = cast("list[object]", listed) if isinstance(listed, list) else []
                names = [alias for alias in several if isinstance(alias, str)]
                if names != listed:
                    problems.append(Problem(f"{section}[{index}].{_ALIASES}", "is a list of names"))
                own[str(row.get("id"))] = names
                plain.append({key: value for key, value in row.items() if key != _ALIASES})
            else:
                plain.append(row)
        if cls is KnownEvent:
            events = _events(plain, references)
        else:
            references.define(plain, cls, section)
    if problems := [*problems, *references.problems]:
        raise AnnotationError(name, problems)
    return {
        section: [
            (made, [made.name.ar, *_without_brackets(made.name.ar), *aliases[section].get(made.id, ())])
            for made in (events.values() if cls is KnownEvent else references.all(cls))
        ]
        for section, cls in SECTIONS.items()
    }


def _events(rows: list[object], references: References) -> dict[str, KnownEvent]:
    events: dict[str, KnownEvent] = {}
    for index, row in enumerate(rows):
        event: KnownEvent | None = references.structure(row, KnownEvent, f"event[{index}]")
        if event is None:
            continue
        if event.id in events:
            references.problems.append(Problem(f"event[{index}].id", f"{event.id!r} stands here a second time"))
        events[event.id] = event
    return events


def _without_brackets(name: str) -> list[str]:
    return [name.partition("(")[0]] if "(" in name else []


@functools.cache
def word_lists(name: str) -> dict[str, frozenset[str]]:
    """One of the lists of words that ship, folded, by their keys.

    Example:
        >>> "منذ" in word_lists("when.toml")["since"]
        True
    """
    raw = tomllib.loads(vocabulary(name))
    return {key: frozenset(map(fold_word, words)) for key, words in raw.items()}


@functools.cache
def vocabulary(name: str) -> str:
    """The text of one of the lists that ship."""
    return (resources.files("raqqa_data.building.proposals") / "vocabulary" / name).read_text(encoding="utf-8")


@functools.cache
def strength_of(rule: str, otherwise: float = 0.7) -> float:
    """How often what a rule proposes is right, as it was counted or is supposed.

    Example:
        >>> strength_of("according to, behind") > 0.9 > strength_of("in its clause")
        True
    """
    return float(tomllib.loads(vocabulary("strengths.toml")).get(rule, otherwise))
