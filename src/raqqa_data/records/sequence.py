"""Immutable sequences of records, each reachable by its position or its id."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Reversible, Sequence
from typing import TYPE_CHECKING, ClassVar, Generic, NoReturn, Self, SupportsIndex, TypeVar, cast, overload

import attrs

from raqqa_data.errors import NotFoundError, OperationError, RecordError, shorten
from raqqa_data.records import display
from raqqa_data.records.mixins import Chartable, Citable
from raqqa_data.records.observation import Event, Record

RecordT = TypeVar("RecordT", bound=Record)

_SHOWN = 10
"""How many records a sequence shows of itself where it is not printed."""


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
        try:
            ordered = tuple(records)
        except TypeError:
            problem = f"give several records of class {self._record.__name__}, in a list"
            raise RecordError(type(self).__name__, "records", records, problem) from None
        for record in ordered:
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
            if not isinstance(key, SupportsIndex):  # pyright: ignore[reportUnnecessaryIsInstance]
                raise OperationError(f"[{shorten(key)}]", self, "give a position, a slice or an id")
            return self._records[key]
        try:
            return self._by_id[key]
        except KeyError:
            raise NotFoundError(self._record.__name__.lower(), key, self._by_id) from None

    if not TYPE_CHECKING:  # so that a type checker refuses them too

        def __add__(self, other: object) -> NoReturn:
            name = type(self).__name__
            raise OperationError("+", self, f"rd.{name}([*one, *other]) joins them; rd.total(observations) adds values")

        __radd__ = __add__

        def __lt__(self, other: object) -> NoReturn:
            raise OperationError("<", self, "rd.compare(one, other) compares two observations")

        __gt__ = __le__ = __ge__ = __lt__

        def __float__(self) -> NoReturn:
            raise OperationError("float()", self, "rd.total(observations) adds values; its .estimate.best is a number")

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
        shown = f"<{type(self).__name__}: {len(self)} record{'s' * (len(self) != 1)}>"
        if not len(self):
            return shown
        more = [f"… and {len(self) - _SHOWN:,} more"] * (len(self) > _SHOWN)
        return "\n".join([shown, display.table_as_text(*self._overview(self._records[:_SHOWN])), *more])

    def __str__(self) -> str:
        return display.table_as_text(*self._table())

    def as_html(self) -> str:
        """A table of the records, safe to show whatever their texts hold."""
        return display.table_as_html(*self._table())

    _repr_html_ = as_html

    def _overview(self, records: Sequence[RecordT]) -> tuple[Sequence[str], list[Sequence[str]]]:
        rows: list[Sequence[str]] = [(record.id, str(record.place), str(record.period)) for record in records]
        return ("id", "place", "period"), rows

    def _table(self) -> tuple[Sequence[str], list[Sequence[str]]]:
        rows: list[Sequence[str]] = [(record.id, str(record.period), record.name.en, record.name.ar) for record in self]
        return ("id", "period", "name", "الاسم"), rows


class Events(Chartable, Records[Event]):
    """Dated events."""

    __slots__ = ()
    _record: ClassVar[type[Record]] = Event
