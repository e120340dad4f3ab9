"""Lists of agents, places, indicators and events with the names they go by, as TOML."""

from __future__ import annotations

from typing import Any, cast

import attrs

from raqqa_data.catalogue.construction import is_table
from raqqa_data.catalogue.references import References
from raqqa_data.errors import AnnotationError, Problem, meant
from raqqa_data.records.indicator import Indicator
from raqqa_data.records.period import Period
from raqqa_data.records.place import Place
from raqqa_data.records.provenance import Agent
from raqqa_data.records.validation import slug
from raqqa_data.sources.toml import parse_toml
from raqqa_data.texts import Name


@attrs.frozen
class KnownEvent:
    """An event by its names, before any document is quoted on it.

    Attributes:
        id: The key that records name it by, e.g. "prison_attack".
        name: What it is called.
        place: Where it was.
        period: When it was.
    """

    id: str = attrs.field(validator=slug())
    name: Name
    place: Place | None = None
    period: Period | None = None


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
