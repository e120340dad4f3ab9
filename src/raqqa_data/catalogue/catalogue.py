"""A catalogue: one document's observations and events, with all that they refer to."""

from __future__ import annotations

from types import NoneType
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args

import attrs

from raqqa_data.errors import CatalogueError, Problem, meant
from raqqa_data.records.dataset import Dataset, Events, Observations
from raqqa_data.records.indicator import Indicator
from raqqa_data.records.place import Place
from raqqa_data.records.provenance import Agent, Document
from raqqa_data.records.validation import a, is_a, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raqqa_data.records.validation import Validator

DatasetT = TypeVar("DatasetT", bound=Dataset)


def _agents(value: Iterable[Agent]) -> tuple[Agent, ...]:
    return tuple(value)


def _places(value: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(value)


def _indicators(value: Iterable[Indicator]) -> tuple[Indicator, ...]:
    return tuple(value)


def _each_is(kind: type) -> Validator:
    validate = is_a(kind)

    def validate_each(instance: object, attribute: attrs.Attribute[Any], value: tuple[object, ...]) -> None:
        for item in value:
            validate(instance, attribute, item)

    return validate_each


@attrs.frozen(kw_only=True)
class Catalogue:
    """One document's observations and events, with the agents, places and indicators that they refer to.

    Attributes:
        data_version: Version of the data (semantic versioning, after the Data Package recipe).
        document: What the figures were read from.
        agents: Who says something.
        places: Each after the one it lies in.
        indicators: What is measured.
        observations: In the order of the file.
        events: In the order of the file.
    """

    data_version: str = attrs.field(validator=text())
    document: Document = attrs.field(validator=is_a(Document))
    agents: tuple[Agent, ...] = attrs.field(default=(), converter=_agents, validator=_each_is(Agent))
    places: tuple[Place, ...] = attrs.field(default=(), converter=_places, validator=_each_is(Place))
    indicators: tuple[Indicator, ...] = attrs.field(default=(), converter=_indicators, validator=_each_is(Indicator))
    observations: Observations = attrs.field(factory=Observations, validator=is_a(Observations))
    events: Events = attrs.field(factory=Events, validator=is_a(Events))

    def problems(self) -> Iterator[Problem]:
        """Links that lead nowhere or in a circle, and what a record refers to but the catalogue does not hold.

        An event's id is looked up where the catalogue holds events; else it is a key to those of another.
        """
        yield from self._unfit_definitions()
        yield from self._unfit_records("observations", self.observations, ("part_of", "superseded_by"))
        yield from self._unfit_records("events", self.events, ("superseded_by",))
        for index, record in enumerate(self.observations):
            if len(self.events) and record.event is not None and self.events.get(record.event) is None:
                hint = meant(record.event, self.events.ids)
                yield Problem(f"observations[{index}].event", f"no event {record.event!r}{hint}")

    def _unfit_definitions(self) -> Iterator[Problem]:
        for section in ("agents", "places", "indicators"):
            seen: dict[str, object] = {}
            for index, item in enumerate(cast("tuple[Agent | Place | Indicator, ...]", getattr(self, section))):
                path = f"{section}[{index}]"
                if item.id in seen:
                    yield Problem(f"{path}.id", f"{item.id!r} stands here a second time")
                if isinstance(item, Place) and item.within is not None and seen.get(item.within.id) != item.within:
                    yield Problem(f"{path}.within", f"{item.within.id!r} is not one of the places before it")
                seen[item.id] = item

    def _unfit_records(self, section: str, records: Observations | Events, links: tuple[str, ...]) -> Iterator[Problem]:
        held: dict[type, dict[str, object]] = {
            Document: {self.document.id: self.document},
            Agent: {agent.id: agent for agent in self.agents},
            Place: {place.id: place for place in self.places},
            Indicator: {indicator.id: indicator for indicator in self.indicators},
        }
        circling = {field: _in_circles(records, field) for field in links}
        ids = records.ids
        lost: list[str] = []
        for index, record in enumerate(records):
            path = f"{section}[{index}]"
            for field in attrs.fields_dict(type(record)):
                value = getattr(record, field)
                if type(value) in held and held[type(value)].get(value.id) != value:
                    yield Problem(f"{path}.{field}", f"{value.id!r} is not the catalogue's own")
            for field in links:
                target: str | None = getattr(record, field)
                if target is not None and records.get(target) is None:
                    hint = meant(target, ids, lost)
                    lost.append(target)
                    yield Problem(f"{path}.{field}", f"no {section.removesuffix('s')} {target!r}{hint}")
                if record.id in circling[field]:
                    yield Problem(f"{path}.{field}", f"{record.id} leads, by way of others, back to itself")

        if isinstance(records, Observations):
            yield from _unlike_wholes(section, records)

    def dataset(self, cls: type[DatasetT], source: str = "catalogue") -> DatasetT:
        """The observations of one dataset, as an instance of its class.

        Args:
            cls: A frozen attrs class of observations; its name in snake case is the dataset's.
            source: What to call this catalogue in an error.

        Raises:
            CatalogueError: A field has no observation, or one of another kind; names the field, both kinds and the id.
        """
        require_dataset_class(cls, source)
        try:
            fields = attrs.fields(attrs.resolve_types(cast("type[attrs.AttrsInstance]", cls)))
        except NameError as error:
            problem = f"its annotations cannot be read: {error}; import what they name at the top of the module"
            raise CatalogueError(source, [(cls.__name__, problem)]) from error
        values: dict[str, object] = {}
        problems: list[Problem] = []
        ids = self.observations.ids
        for field in fields:
            name = f"{cls.dataset_name()}.{field.name}"
            record = self.observations.get(name)
            declared: tuple[Any, ...] = get_args(field.type) or (field.type,)
            if record is None and NoneType not in declared:
                hint = meant(name, ids, problems)
                problems.append(Problem(f"{cls.__name__}.{field.name}", f"no observation {name!r}{hint}"))
            elif record is not None and not isinstance(record, tuple(kind for kind in declared if attrs.has(kind))):
                wanted = " or ".join(getattr(kind, "__name__", str(kind)) for kind in declared)
                found = f"is {a(type(record).__name__)}, the class declares {wanted}"
                problems.append(Problem(f"{cls.__name__}.{field.name}", f"observation {name!r} {found}"))
            values[field.alias or field.name] = record
        if problems:
            raise CatalogueError(source, problems)
        return cls(**values)


def _in_circles(records: Observations | Events, field: str) -> set[str]:
    """The ids of the records that a link leads from, by way of others, back to themselves."""
    circling: set[str] = set()
    settled: set[str] = set()
    for start in records:
        way: dict[str, None] = {}
        current: str | None = start.id
        while current is not None and current not in settled and current not in way:
            way[current] = None
            record = records.get(current)
            current = getattr(record, field) if record else None
        if current in way:
            ids = list(way)
            circling.update(ids[ids.index(current) :])
        settled.update(way)
    return circling


def _unlike_wholes(section: str, observations: Observations) -> Iterator[Problem]:
    """Parts of a whole that measures something else."""
    for index, part in enumerate(observations):
        whole = None if part.part_of is None else observations.get(part.part_of)
        if whole is not None and whole.indicator.id != part.indicator.id:
            measured = f"{whole.id!r} measures {whole.indicator.id!r}, its part {part.indicator.id!r}"
            problem = f"{measured}; a part has its whole's indicator, and a subgroup that tells it apart"
            yield Problem(f"{section}[{index}].part_of", problem)


def require_dataset_class(cls: object, source: str) -> None:
    """Refuse what no catalogue can fill.

    Raises:
        CatalogueError: It is no subclass of `Dataset`, or one without fields that attrs knows.
    """
    if not (isinstance(cls, type) and issubclass(cls, Dataset)):
        named = cls.__name__ if isinstance(cls, type) else f"{a(type(cls).__name__)}, no class"
        problem = f"cannot be loaded as {named}; give Catalogue, Observations or a subclass of Dataset"
        raise CatalogueError(source, [("", problem)])
    if not attrs.has(cls):
        problem = "is no attrs class; decorate it with @attrs.frozen(kw_only=True)"
        raise CatalogueError(source, [(cls.__name__, problem)])
