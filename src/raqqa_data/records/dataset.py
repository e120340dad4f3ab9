"""Collections: a dataset with named, typed fields, and immutable sequences of records."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Reversible, Sequence
from typing import TYPE_CHECKING, ClassVar, Generic, Self, SupportsIndex, TypeVar, cast, overload

import attrs

from raqqa_data.errors import NotFoundError, RecordError, UnitError
from raqqa_data.records import display
from raqqa_data.records.observation import Event, Observation, Record
from raqqa_data.records.outward import Chartable, Citable
from raqqa_data.records.period import Period
from raqqa_data.records.subgroup import Subgroup, contains
from raqqa_data.units.table import find_unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from raqqa_data.catalogue import Catalogue
    from raqqa_data.records.indicator import Indicator
    from raqqa_data.records.provenance import Agent, Place
    from raqqa_data.records.subgroup import Coordinates

RecordT = TypeVar("RecordT", bound=Record)
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


@attrs.frozen(init=False, repr=False)
class Records(Citable, Collection[RecordT], Reversible[RecordT], Generic[RecordT]):
    """An immutable sequence of records, each reachable by its position or its id.

    It has every method of a sequence, but is no `collections.abc.Sequence`: polars would take one for a list of values
    and never ask for its columns.

    Raises:
        RecordError: An element is no such record, or two have one id.
        NotFoundError: No record has the id asked for.
    """

    _record: ClassVar[type[Record]] = Record

    _records: tuple[RecordT, ...]
    _by_id: Mapping[str, RecordT] = attrs.field(eq=False, init=False)

    def __init__(self, records: Iterable[RecordT] = ()) -> None:
        """Hold these records, in this order."""
        by_id: dict[str, RecordT] = {}
        for record in (ordered := tuple(records)):
            if not isinstance(record, self._record):
                problem = f"holds records of class {self._record.__name__} only"
                raise RecordError(type(self).__name__, "records", record, problem)
            if record.id in by_id:
                raise RecordError(type(self).__name__, "records", record.id, "two records have this id")
            by_id[record.id] = record
        object.__setattr__(self, "_by_id", by_id)
        self.__attrs_init__(ordered)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]  # attrs makes it where init=False

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids, in order."""
        return tuple(self._by_id)

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[RecordT]:
        return iter(self._records)

    def __contains__(self, item: object) -> bool:
        return item in self._by_id if isinstance(item, str) else item in self._records

    @overload
    def __getitem__(self, key: SupportsIndex | str) -> RecordT: ...
    @overload
    def __getitem__(self, key: slice) -> Self: ...
    def __getitem__(self, key: SupportsIndex | str | slice) -> RecordT | Self:
        if isinstance(key, slice):
            return type(self)(self._records[key])
        if not isinstance(key, str):
            return self._records[key]
        try:
            return self._by_id[key]
        except KeyError:
            raise NotFoundError(self._record.__name__.lower(), key, self._by_id) from None

    def __reversed__(self) -> Iterator[RecordT]:
        return reversed(self._records)

    def index(self, record: object) -> int:
        """The position of a record.

        Raises:
            ValueError: It is not there.
        """
        return self._records.index(cast("RecordT", record))

    def count(self, record: object) -> int:
        """How often a record stands here: once or not at all."""
        return self._records.count(cast("RecordT", record))

    def get(self, record_id: str) -> RecordT | None:
        """The record of that id, or None."""
        return self._by_id.get(record_id)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self)} records>"

    def __str__(self) -> str:
        return display.table_as_text(*self._table())

    def as_html(self) -> str:
        """A table of the records, safe to show whatever their texts hold."""
        return display.table_as_html(*self._table())

    _repr_html_ = as_html

    def _table(self) -> tuple[Sequence[str], list[Sequence[str]]]:
        rows: list[Sequence[str]] = [(record.id, str(record.period), record.name.en, record.name.ar) for record in self]
        return ("id", "period", "name", "الاسم"), rows


class Events(Chartable, Records[Event]):
    """Dated events."""

    __slots__ = ()
    _record: ClassVar[type[Record]] = Event


class Observations(Chartable, Records[Observation]):
    """Observations, which can be narrowed down.

    Example:
        >>> import raqqa_data as rd
        >>> rd.observations.where(indicator="killed", place="al-hasakah").ids[0]
        'prison_attack.killed'
    """

    __slots__ = ()
    _record: ClassVar[type[Record]] = Observation

    def where(
        self,
        *,
        dataset: str | None = None,
        indicator: str | None = None,
        additivity: str | None = None,
        kind: str | None = None,
        place: str | None = None,
        subgroup: Coordinates | str | None = None,
        event: str | None = None,
        unit: str | None = None,
        attributed_to: str | None = None,
        claim_status: str | None = None,
        annotation: str | None = None,
        document: str | None = None,
        part_of: str | None = None,
        period: Period | str | None = None,
    ) -> Observations:
        """Those that meet every condition given, in order.

        Args:
            dataset: Name of the dataset.
            indicator: Id of the indicator.
            additivity: "flow", "stock" or "non-additive", as its indicator is.
            kind: "count", "area", "share", "duration" or "measure".
            place: Id of the place, or of one that it lies in.
            subgroup: The subgroup, or one that lies in it: `{"status": "civilian"}`, or a bare word.
            event: Id of the event.
            unit: Canonical name of the unit.
            attributed_to: Id of the agent who says it.
            claim_status: "reported", "attributed" or another status of a claim.
            annotation: "confirmed" or "proposed".
            document: Id of the document.
            part_of: Id of the whole.
            period: A period that theirs can share a day with.

        Raises:
            NotFoundError: No observation here has that value at all, which is more often a slip than a question.

        Example:
            >>> import raqqa_data as rd
            >>> len(rd.observations.where(dataset="prison_attack", unit="person"))
            5
        """
        chosen: list[Observation] = list(self)
        conditions = {
            "dataset": dataset,
            "indicator": indicator,
            "additivity": additivity,
            "kind": kind,
            "place": place,
            "event": event,
            "unit": unit,
            "attributed_to": attributed_to,
            "claim_status": claim_status,
            "annotation": annotation,
            "document": document,
            "part_of": part_of,
        }
        for name, wanted in conditions.items():
            if wanted is None:
                continue
            known = sorted({value for record in self for value in _VALUES[name](record)})
            if wanted not in known:
                raise NotFoundError(name, wanted, known, also=_other_spellings(self, name, wanted))
            chosen = [record for record in chosen if wanted in _VALUES[name](record)]
        if subgroup is not None:
            within = _subgroups_within(self, subgroup)
            chosen = [record for record in chosen if record.subgroup in within]
        if period is not None:
            asked = Period(str(period))
            chosen = [record for record in chosen if record.period.overlaps(asked)]
        return Observations(chosen)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The records as Arrow data, so that polars, duckdb, pyarrow and pandas take them as they are."""
        from raqqa_data.interchange.arrow import stream_of

        return stream_of(self, requested_schema)

    @classmethod
    def from_arrow(cls, frame: object, *, context: Catalogue | Observations | None = None) -> Observations:
        """Observations from any frame that speaks Arrow; see `raqqa_data.interchange.from_arrow`.

        Args:
            frame: A frame of polars, duckdb, pyarrow, pandas or narwhals, with the columns that ours have.
            context: What holds the agents, places, indicators and documents that the rows name.

        Raises:
            CatalogueError: The frame does not hold observations; names every path.
            MissingExtraError: `arro3-core` is not installed.

        Example:
            >>> import raqqa_data as rd
            >>> rd.Observations.from_arrow(rd.security) == rd.security.observations
            True
        """
        from raqqa_data.interchange.arrow import from_arrow

        return from_arrow(frame, context=context)

    def _table(self) -> tuple[Sequence[str], list[Sequence[str]]]:
        rows: list[Sequence[str]] = [
            (record.id, display.amount(record.estimate, record.unit), str(record.period), record.name.ar)
            for record in self
        ]
        return ("id", "value", "period", "الاسم"), rows


_VALUES: dict[str, Callable[[Observation], tuple[str, ...]]] = {
    "dataset": lambda record: (record.dataset,),
    "indicator": lambda record: (record.indicator.id,),
    "additivity": lambda record: (record.indicator.additivity.value,),
    "kind": lambda record: (record.kind,),
    "place": lambda record: tuple(place.id for place in record.place.chain),
    "event": lambda record: (record.event,) if record.event else (),
    "unit": lambda record: (record.unit,),
    "attributed_to": lambda record: (record.attributed_to.id,) if record.attributed_to else (),
    "claim_status": lambda record: (record.claim_status.value,),
    "annotation": lambda record: (record.annotation.value,),
    "document": lambda record: (record.document.id,),
    "part_of": lambda record: (record.part_of,) if record.part_of else (),
}


def _subgroups_within(records: Observations, wanted: Coordinates | str) -> set[Subgroup]:
    held = {record.subgroup for record in records if record.subgroup}
    try:
        within = {one for one in held if contains(wanted, one)}
    except RecordError:
        within = set()
    if not within:
        raise NotFoundError("subgroup", str(wanted), sorted(map(str, held)))
    return within


def _other_spellings(records: Observations, name: str, wanted: str) -> dict[str, str]:
    """What the values of a filter are called besides, with the value that the filter takes."""
    if name == "unit":
        try:
            unit = find_unit(wanted).name
        except UnitError:
            return {}
        return {wanted: unit} if any(record.unit == unit for record in records) else {}
    referents = [referent for record in records for referent in _REFERENTS.get(name, _nothing)(record)]
    return {spelling: item.id for item in referents for spelling in (item.name.en, item.name.ar)}


def _nothing(_: Observation) -> tuple[()]:
    return ()


_REFERENTS: dict[str, Callable[[Observation], Iterable[Agent | Indicator | Place]]] = {
    "indicator": lambda record: (record.indicator,),
    "place": lambda record: record.place.chain,
    "attributed_to": lambda record: filter(None, (record.attributed_to,)),
}


class Dataset(Citable, Chartable):
    """Base of a dataset: an attrs class whose fields are observations.

    Nothing of ours to learn: write a frozen attrs class, and `raqqa_data.load` fills it. Its name, the first half of
    its records' ids, is the class's in snake case.

    Example:
        >>> import attrs
        >>> import raqqa_data as rd
        >>> @attrs.frozen(kw_only=True)
        ... class PrisonAttack(rd.Dataset):
        ...     killed: rd.Count
        >>> PrisonAttack.dataset_name()
        'prison_attack'
    """

    __slots__ = ()

    @classmethod
    def dataset_name(cls) -> str:
        """The first half of its records' ids: the class's name in snake case."""
        return _CAPITAL.sub("_", cls.__name__).lower()

    @property
    def observations(self) -> Observations:
        """Its records, in the order of its fields."""
        values = (getattr(self, name) for name in attrs.fields_dict(cast("type[attrs.AttrsInstance]", type(self))))
        return Observations(value for value in values if isinstance(value, Observation))

    def __iter__(self) -> Iterator[Observation]:
        return iter(self.observations)

    def __len__(self) -> int:
        return len(self.observations)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The records as Arrow data, so that polars, duckdb, pyarrow and pandas take them as they are."""
        return self.observations.__arrow_c_stream__(requested_schema)

    def __str__(self) -> str:
        return f"{type(self).__name__}\n{self.observations}"

    def _repr_html_(self) -> str:
        return self.observations.as_html()
