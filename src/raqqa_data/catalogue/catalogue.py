"""A catalogue: one document's observations and events, with all that they refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

import attrs

from raqqa_data.errors import CatalogueError, Problem, closest
from raqqa_data.records.dataset import Dataset, Events, Observations
from raqqa_data.records.indicator import Indicator
from raqqa_data.records.provenance import Agent, Document, Place
from raqqa_data.records.validation import is_a, text

if TYPE_CHECKING:
    from collections.abc import Iterator

DatasetT = TypeVar("DatasetT", bound=Dataset)

SCHEMA_VERSION = "1.0"
"""Version of the catalogue's form; the data has a version of its own."""


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
    agents: tuple[Agent, ...] = ()
    places: tuple[Place, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    observations: Observations = attrs.field(factory=Observations, validator=is_a(Observations))
    events: Events = attrs.field(factory=Events, validator=is_a(Events))

    def problems(self) -> Iterator[Problem]:
        """Links between records that lead nowhere or in a circle."""
        known = set(self.observations.ids)
        for index, record in enumerate(self.observations):
            path = f"observations[{index}]"
            for field in ("part_of", "superseded_by"):
                target = getattr(record, field)
                if target is not None and target not in known:
                    near = closest(target, known)
                    hint = f"; did you mean {near[0]!r}?" if near else ""
                    yield Problem(f"{path}.{field}", f"no observation {target!r}{hint}")
            if self._in_circle(record.id):
                yield Problem(f"{path}.part_of", f"{record.id} is, by way of others, a part of itself")
        for index, event in enumerate(self.events):
            if event.superseded_by is not None and self.events.get(event.superseded_by) is None:
                yield Problem(f"events[{index}].superseded_by", f"no event {event.superseded_by!r}")

    def _in_circle(self, start: str) -> bool:
        seen: set[str] = set()
        current: str | None = start
        while current is not None and current not in seen:
            seen.add(current)
            record = self.observations.get(current)
            current = record.part_of if record else None
        return current == start

    def dataset(self, cls: type[DatasetT], source: str = "catalogue") -> DatasetT:
        """The observations of one dataset, as an instance of its class.

        Args:
            cls: A frozen attrs class of observations; its name in snake case is the dataset's.
            source: What to call this catalogue in an error.

        Raises:
            CatalogueError: A field has no observation, or one of another kind; names the field, both kinds and the id.
        """
        types = attrs.fields(attrs.resolve_types(cast("type[attrs.AttrsInstance]", cls)))
        values: dict[str, object] = {}
        problems: list[Problem] = []
        for field in types:
            name = f"{cls.dataset_name()}.{field.name}"
            record = self.observations.get(name)
            if record is None:
                near = closest(name, self.observations.ids)
                hint = f"; did you mean {near[0]!r}?" if near else ""
                problems.append(Problem(f"{cls.__name__}.{field.name}", f"no observation {name!r}{hint}"))
            elif isinstance(field.type, type) and not isinstance(record, field.type):
                found = f"is a {type(record).__name__}, the class declares {field.type.__name__}"
                problems.append(Problem(f"{cls.__name__}.{field.name}", f"observation {name!r} {found}"))
            values[field.name] = record
        if problems:
            raise CatalogueError(source, problems)
        return cls(**values)
