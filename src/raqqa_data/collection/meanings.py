"""Whether documents mean one thing by one id, and the one name that it goes by in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from raqqa_data.reading.text.folding import fold
from raqqa_data.records.indicator import Indicator
from raqqa_data.records.place import Place
from raqqa_data.records.provenance import Agent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from raqqa_data.collection.shelf import Definition, Held
    from raqqa_data.records.observation import Observation
    from raqqa_data.texts import Name

    Told = Mapping[tuple[str, str], Mapping[str, Any]]

_NAMED = ("attributed_to", "conveyed_by", "place", "indicator")
_KNOWN = ("latitude", "longitude", "geonames", "wikidata", "pcode", "iso")
"""What one document may know of a place, and another not say."""
_SECTIONS = {Agent: "agents", Place: "places", Indicator: "indicators"}


def doubly_defined(held: Iterable[Held]) -> Iterator[tuple[Definition, Held, Held]]:
    """What two documents define by one id and not alike: the second definition, its document, and that of the first."""
    known: dict[tuple[str, str], tuple[Definition, Held]] = {}
    checked: set[int] = set()
    for one in held:
        # documents of one folder mostly share a reference list, which the index holds once
        if id(one.definitions) in checked:
            continue
        checked.add(id(one.definitions))
        for definition in one.definitions:
            before, other = known.setdefault(definition[:2], (definition, one))
            if before.digest != definition.digest:
                yield definition, one, other


def is_one(here: Any, there: Any) -> bool:
    """Whether two definitions mean the same: names may be spelt otherwise, and one lack what the other says.

    Example:
        >>> from raqqa_data import Agent, Name
        >>> one, other = (Agent("ahmd", name=Name(en=name, ar=name)) for name in ("أحمد", "احمد"))
        >>> is_one(one, other)
        True
    """
    if here == there:  # 35.0 and 35 are written otherwise, and mean the same
        return True
    one, other = (fold(name).text.split() for name in (here.name.ar, there.name.ar))
    # بيتا, بلدة بيتا: with what it is called or without
    alike = one == other or (isinstance(here, Place) and (one == other[1:] or one[1:] == other))
    english = here.name.en == there.name.en or not (_has_english(here.name) and _has_english(there.name))
    return alike and english and not differing(here, there)


def differing(here: Agent | Place | Indicator, there: Agent | Place | Indicator) -> list[str]:
    """In which fields two definitions say different things, besides their names; a value that one lacks is none."""
    kind: type[Agent | Place | Indicator] = type(here)
    names = [field.name for field in attrs.fields(kind) if field.name != "name"]
    return [name for name in names if _differ(name, getattr(here, name), getattr(there, name))]


def _differ(field: str, here: Any, there: Any) -> bool:
    if here is None or there is None:
        return here is not there and field not in _KNOWN
    return not is_one(here, there) if isinstance(here, Place) else bool(here != there)


def _has_english(name: Name) -> bool:
    return name.en != name.ar


def told_of(held: Iterable[Held]) -> Told:
    """What is said of each id that documents define otherwise.

    Its name is the first that has an English one, or the first; with it stands what any document knows of a place.
    """
    found: dict[tuple[str, str], list[Any]] = {}
    for definition, one, other in doubly_defined(held):
        first = found.setdefault(definition[:2], [definition.of(other.catalogue)])
        first.append(definition.of(one.catalogue))
    return {key: _together(items) for key, items in found.items()}


def _together(items: Sequence[Any]) -> dict[str, Any]:
    names = [item.name for item in items]
    known = _KNOWN if isinstance(items[0], Place) else ()
    said = {field: [value for item in items if (value := getattr(item, field)) is not None] for field in known}
    name = next(filter(_has_english, names), names[0])
    return {"name": name, **{field: values[0] for field, values in said.items() if values}}


def renamed(record: Observation, told: Told) -> dict[str, Any]:
    """The fields of a record that name something which other documents define otherwise, as all of them define it."""
    found = {field: getattr(record, field) for field in _NAMED}
    return {field: new for field, item in found.items() if (new := _as_told(item, told)) is not item}


def _as_told(item: Any, told: Told) -> Any:
    if item is None:
        return None
    values = dict(told.get((_SECTIONS[type(item)], item.id), {}))
    if isinstance(item, Place):
        values["within"] = _as_told(item.within, told)
    return attrs.evolve(item, **values) if any(getattr(item, key) != value for key, value in values.items()) else item
