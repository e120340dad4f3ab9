"""Observations together: narrowed down, ordered, described, and handed on as tables."""

from __future__ import annotations

import operator
from collections import Counter
from typing import TYPE_CHECKING, Any, ClassVar, SupportsIndex

from raqqa_data.errors import NotFoundError, RecordError, UnitError
from raqqa_data.records import display
from raqqa_data.records.indicator import Additivity
from raqqa_data.records.mixins import Chartable, Tabular
from raqqa_data.records.observation import Annotation, Observation, Record
from raqqa_data.records.period import Period
from raqqa_data.records.sequence import Records
from raqqa_data.records.subgroup import Coordinates, Subgroup, contains
from raqqa_data.units.table import convert, find_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from raqqa_data.catalogue import Catalogue
    from raqqa_data.records.indicator import Indicator
    from raqqa_data.records.place import Place
    from raqqa_data.records.provenance import Agent


class Observations(Chartable, Tabular, Records[Observation]):
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
            kind: "count", "area", "share", "duration", "money", "rate" or another of `raqqa_data.records.KINDS`.
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

    def sort(self, *keys: str | Callable[[Observation], Any], descending: bool = False) -> Observations:
        """The same in another order; those that are alike keep theirs.

        Args:
            keys: "period", "value", "published", a condition of `where` such as "place", or a function of an
                observation; "period" when left out. What is not stated comes last. Values are compared in one unit, and
                those of one dimension stand together.
            descending: Largest or latest first.

        Raises:
            NotFoundError: There is no such key.

        Example:
            >>> import raqqa_data as rd
            >>> rd.prison_attack.observations.sort("value", descending=True).ids[0]
            'prison_attack.displaced'
        """
        ordered = list(self)
        for key in reversed(keys or ("period",)):
            value = _sort_key(key)
            stated = [record for record in ordered if value(record) is not None]
            stated.sort(key=value, reverse=descending)
            ordered = [*stated, *(record for record in ordered if value(record) is None)]
        return Observations(ordered)

    def head(self, count: int = 10) -> Observations:
        """The first of them.

        Example:
            >>> import raqqa_data as rd
            >>> rd.observations.head(1).ids
            ('battle.city_destroyed',)

        Raises:
            RecordError: `count` is no whole number.
        """
        if not isinstance(count, SupportsIndex):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise RecordError("Observations", "count", count, "must be a whole number")
        return self[: max(operator.index(count), 0)]

    def describe(self) -> str:
        """What they are of: kinds, units, places, span of time, who says it, and what may be added.

        Example:
            >>> import raqqa_data as rd
            >>> print(rd.battle.observations.describe())
            3 observations
              Kinds       duration 2, share 1
              Units       month, percent, year
              Places      raqqa-city
              Span        2013-01-01 to 2017-10-31
              Said by     the document itself
              Adds        flow: none, stock: none, non-additive: 3
              Annotation  confirmed 3
        """
        kinds, notes = Counter(record.kind for record in self), Counter(record.annotation for record in self)
        adds = Counter(record.indicator.additivity for record in self)
        first = min((day for record in self if (day := record.period.earliest)), default="not stated")
        last = max((day for record in self if (day := record.period.latest)), default="not stated")
        lines = [
            ("Kinds", ", ".join(f"{kind} {number}" for kind, number in sorted(kinds.items()))),
            ("Units", ", ".join(sorted({record.unit for record in self}))),
            ("Places", ", ".join(sorted({record.place.id for record in self}))),
            ("Span", f"{first} to {last}"),
            ("Said by", ", ".join(sorted({str(record.attributed_to or "the document itself") for record in self}))),
            ("Adds", ", ".join(f"{way}: {adds[way] or 'none'}" for way in Additivity)),
            ("Annotation", ", ".join(f"{note} {number}" for note, number in sorted(notes.items()))),
        ]
        head = f"{len(self)} observation{'s' * (len(self) != 1)}"
        return "\n".join([head, *(f"  {label:<10}  {text}" for label, text in lines if len(self))])

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

    def _overview(self, records: Sequence[Observation]) -> tuple[Sequence[str], list[Sequence[str]]]:
        rows: list[Sequence[str]] = [
            (
                record.id,
                _value(record),
                str(record.place),
                str(record.period),
                str(record.attributed_to or "the document itself"),
            )
            for record in records
        ]
        return ("id", "value", "place", "period", "said by"), rows

    def _table(self) -> tuple[Sequence[str], list[Sequence[str]]]:
        rows: list[Sequence[str]] = [(record.id, _value(record), str(record.period), record.name.ar) for record in self]
        return ("id", "value", "period", "الاسم"), rows


def _value(record: Observation) -> str:
    proposed = "" if record.annotation is Annotation.CONFIRMED else f" ({record.annotation})"
    return display.amount(record.estimate, record.unit) + proposed


def _sort_key(key: str | Callable[[Observation], Any]) -> Callable[[Observation], Any]:
    if callable(key):
        return key
    if isinstance(key, str) and key in _ORDERS:  # pyright: ignore[reportUnnecessaryIsInstance]
        return _ORDERS[key]
    if not isinstance(key, str) or key not in _VALUES:  # pyright: ignore[reportUnnecessaryIsInstance]
        raise NotFoundError("key to sort by", key, (*_ORDERS, *_VALUES))
    values = _VALUES[key]
    return lambda record: next(iter(values(record)), None)


def _magnitude(record: Observation) -> tuple[str, float] | None:
    """How much it is, to be held against what is stated in another unit."""
    best, unit = record.estimate.best, find_unit(record.unit)
    if best is None:
        return None
    return unit.dimension, convert(best, unit.name, unit.base)


_ORDERS: dict[str, Callable[[Observation], Any]] = {
    "id": lambda record: record.id,
    "period": lambda record: record.period,
    "value": _magnitude,
    "published": lambda record: record.document.published,
    "subgroup": lambda record: record.subgroup,
}
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
        asked = Subgroup(wanted)
    except RecordError:
        raise NotFoundError("subgroup", wanted, sorted(map(str, held))) from None
    within = {one for one in held if contains(asked, one)}
    if not within:
        raise NotFoundError("subgroup", str(asked), sorted(map(str, held)))
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
