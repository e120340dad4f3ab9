"""Whether documents mean one thing by one id, and the one name that it goes by in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from raqqa_data.reading.text.folding import fold
from raqqa_data.records.indicator import Indicator
from raqqa_data.records.place import Place
from raqqa_data.records.provenance import Agent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from raqqa_data.collection.shelf import Definition, Held
    from raqqa_data.records.observation import Observation
    from raqqa_data.texts import Name

_NAMED = ("attributed_to", "conveyed_by", "place", "indicator")
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
    """Whether two definitions mean the same: their names may be spelt otherwise, or one lack its English name.

    Example:
        >>> from raqqa_data import Agent, Name
        >>> one, other = (Agent("ahmd", name=Name(en=name, ar=name)) for name in ("أحمد", "احمد"))
        >>> is_one(one, other)
        True
    """
    if here == there:  # 35.0 and 35 are written otherwise, and mean the same
        return True
    alike = fold(here.name.ar).text == fold(there.name.ar).text
    english = here.name.en == there.name.en or not (_has_english(here.name) and _has_english(there.name))
    same: dict[str, Any] = {"name": there.name}
    if isinstance(here, Place) and here.within is not None and there.within is not None:
        alike = alike and is_one(here.within, there.within)
        same["within"] = there.within
    return alike and english and attrs.evolve(here, **same) == there


def _has_english(name: Name) -> bool:
    return name.en != name.ar


def names_of(held: Iterable[Held]) -> dict[tuple[str, str], Name]:
    """The one name of each id that documents spell otherwise: the first that has an English one, or the first."""
    found: dict[tuple[str, str], list[Name]] = {}
    for definition, one, other in doubly_defined(held):
        first = found.setdefault(definition[:2], [definition.of(other.catalogue).name])
        first.append(definition.of(one.catalogue).name)
    return {key: next(filter(_has_english, names), names[0]) for key, names in found.items()}


def renamed(record: Observation, names: Mapping[tuple[str, str], Name]) -> dict[str, Any]:
    """The fields of a record that name something which other documents spell otherwise, under its one name."""
    found = {field: getattr(record, field) for field in _NAMED}
    return {field: new for field, item in found.items() if (new := _under_its_name(item, names)) is not item}


def _under_its_name(item: Any, names: Mapping[tuple[str, str], Name]) -> Any:
    if item is None:
        return None
    name = names.get((_SECTIONS[type(item)], item.id), item.name)
    within = _under_its_name(item.within, names) if isinstance(item, Place) else None
    if isinstance(item, Place) and within is not item.within:
        return attrs.evolve(item, name=name, within=within)
    return item if name == item.name else attrs.evolve(item, name=name)
