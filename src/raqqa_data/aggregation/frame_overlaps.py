"""Rows of a table that may count the same things: the engine finds some, and the rule over records names them."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import attrs

from raqqa_data.aggregation.columns import (
    DIMENSION,
    NAMED,
    collected,
    engine_of,
    is_missing,
    narwhals,
    period_of,
    rows_of,
    spelled,
)
from raqqa_data.aggregation.conditions import APART, SURELY_APART
from raqqa_data.aggregation.frame_shared_days import ENOUGH, FIRST, LAST, Days, Sides, dated, looked_up, meeting
from raqqa_data.aggregation.overlaps import Span, overlapping
from raqqa_data.aggregation.subgroups import meeting as meeting_subgroups
from raqqa_data.records.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from raqqa_data.aggregation.conditions import Ruling

Chains = dict[str, tuple[str, ...]]
"""For the id of a place, its own and those of all that it lies in."""

_ANCHOR, _INNER = "_anchor", "_inner"


@attrs.frozen
class _Named:
    """What has an id and no more."""

    id: str


@attrs.frozen
class _Spot:
    """A place and all that it lies in, by id."""

    id: str
    chain: tuple[_Named, ...]


@attrs.frozen
class _Cell:
    """Rows that are of one indicator, place, subgroup, event and period."""

    id: str
    indicator: _Named
    place: _Spot
    subgroup: str | None
    event: str | None
    period: Span
    reach: Span

    @property
    def widened(self) -> _Cell:
        """The same with all the days that it may be of."""
        return attrs.evolve(self, period=self.reach)


_UNSTATED = Span(None, None)
_BEFORE, _AFTER = 0, 4_000_000
_ANYWHERE = _Named("\0anywhere")
"""Where a row without a place may be; every place lies in it."""


def check_overlaps(table: Any, keys: Sequence[str], chains: Chains, ruling: Ruling) -> None:
    """Refuse a table in which rows of one group may count the same things.

    Args:
        table: The table, with the dimension of each row, and a place and a period as text.
        keys: The columns that part groups, besides the dimension.
        chains: What each known place lies in.
        ruling: What may be broken on purpose.
    """
    look = _Look(table, keys, chains)
    surely: dict[str, None] = {}
    maybe: dict[str, None] = {}
    more = ""
    for lots in look.meetings():
        # a lot without offenders was one of spaces that only had a hash in common
        for lot in lots:
            named, sure = look.named(lot)
            if named:
                (surely if sure else maybe).update(dict.fromkeys(named))
                more = "; there may be more than those named" if len(lot) == ENOUGH else more
                break
    if offenders := surely or maybe:
        ruling.broken_in(engine_of(table), APART if surely else SURELY_APART, offenders, more)


class _Look:
    """One look at a table: what may overlap in it, and where."""

    def __init__(self, table: Any, keys: Sequence[str], chains: Chains) -> None:
        schema = table.collect_schema()
        self.keys = keys
        self.group: list[str] = [*dict.fromkeys([*keys, DIMENSION, *(["indicator"] if "indicator" in schema else [])])]
        self.grouped = "subgroup" in schema
        self.cell: list[str] = [*dict.fromkeys([*self.group, "place", *(["subgroup"] if self.grouped else [])])]
        self.events = ["event"] if "event" in schema and "event" not in keys else []
        self.days = days_of(table)
        self.rows = dated(table.select(*dict.fromkeys([*self.cell, *self.events, "period"])), self.days)
        optional = [name for name in ("subgroup", "event") if name in schema]
        self.found = _found(self.rows, ["place", *optional])
        self.meets = self._meeting_subgroups()
        self.chains = {} if "place" in keys else self._present(chains)

    def _present(self, chains: Chains) -> Chains:
        """The chains of the places that are in the table, of such places alone."""
        nw = narwhals()
        known = self.rows.select("place").filter(nw.col("place").is_in(list(chains)))
        counted = known.group_by("place").agg(nw.len().alias("_rows"))
        present = set(collected(counted)["place"].to_list())
        return {place: tuple(around for around in chains[place] if around in present) for place in present}

    def _meeting_subgroups(self) -> Mapping[str, frozenset[str]]:
        """Which subgroups of the table may have somebody in common; none where each is a group of its own."""
        nw = narwhals()
        if "subgroup" in self.keys or ("subgroup", False) not in self.found:
            return {}
        counted = self.rows.select("subgroup").group_by("subgroup", drop_null_keys=True).agg(nw.len().alias("_rows"))
        return meeting_subgroups([name for name in collected(counted)["subgroup"].to_list() if not is_missing(name)])

    def meetings(self) -> Iterator[Iterator[list[dict[str, Any]]]]:
        """For each way to overlap, some rows that do, in lots."""
        nw = narwhals()
        if not self.found:
            return
        yield from self._meet(self.rows, self.cell)
        depth = max(map(len, self.chains.values()), default=0)
        anywhere = "place" not in self.keys and {("place", True), ("place", False)} <= self.found
        mixed = "subgroup" not in self.keys and {("subgroup", True), ("subgroup", False)} <= self.found
        if self.meets and not (depth > 1 or anywhere):
            space = [*dict.fromkeys([*self.group, "place"])]
            for one, others in self.meets.items():
                subgroup = nw.col("subgroup")
                met = self.rows.filter(subgroup.is_in([one, *others]))
                yield from self._meet(met, space, Sides(subgroup == nw.lit(one), subgroup.is_in(sorted(others))))
        if depth > 1 or anywhere or mixed:
            rows = self._anchored(depth, anywhere=anywhere, mixed=mixed)
            inner = nw.col(_INNER)
            unnamed = nw.col("subgroup").is_null() if self.grouped else nw.lit(value=True)
            space = [*self.group, _ANCHOR]
            yield from self._meet(rows, space, Sides(~inner & unnamed, inner | ~unnamed))
            if ("subgroup", False) in self.found and (depth > 1 or anywhere):
                named = ~inner & ~unnamed
                yield from self._meet(rows, space, Sides(named, inner & unnamed))
                within = [*dict.fromkeys([*space, "subgroup"])]
                yield from self._meet(rows, within, Sides(named, inner & ~unnamed))
                for one, others in self.meets.items():
                    who = nw.col("subgroup")
                    met = rows.filter(who.is_in([one, *others]))
                    ours, theirs = who == nw.lit(one), who.is_in(sorted(others))
                    yield from self._meet(met, space, Sides(~inner & ours, theirs))
                    yield from self._meet(met, space, Sides(inner & ours, ~inner & theirs))

    def _meet(
        self, rows: Any, space: Sequence[str], sides: Sides | None = None
    ) -> Iterator[Iterator[list[dict[str, Any]]]]:
        """Rows that meet in a space; not those of two events, but what names no event meets what names one."""
        known = [name for name in self.events if (name, False) in self.found]
        yield meeting(rows, [*space, *known], self.days, sides)
        if known and ("event", True) in self.found:
            unnamed = narwhals().col("event").is_null()
            one, other = sides or (unnamed | ~unnamed, unnamed | ~unnamed)
            yield meeting(rows, space, self.days, Sides(one & unnamed, other & ~unnamed))
            if sides:
                yield meeting(rows, space, self.days, Sides(one & ~unnamed, other & unnamed))

    def _anchored(self, depth: int, *, anywhere: bool, mixed: bool) -> Any:
        """Each row at its own place, and again at each place that it lies in."""
        nw = narwhals()
        place = nw.col("place")
        own = self.rows
        if not mixed:
            outer = {around for chain in self.chains.values() for around in chain[1:]}
            holds = place.is_in(sorted(outer)) if outer else nw.lit(value=False)
            own = own.filter(holds | place.is_null() if anywhere else holds)
        parts = [own.with_columns(place.alias(_ANCHOR), nw.lit(value=False).alias(_INNER))]
        for level in range(1, depth):
            around = {name: chain[level] for name, chain in self.chains.items() if len(chain) > level}
            inside = self.rows.filter(place.is_in(list(around)))
            anchored = looked_up(inside, "place", {_ANCHOR: list(around.values())}, list(around))
            parts.append(anchored.with_columns(nw.lit(value=True).alias(_INNER)))
        if anywhere:
            nowhere = nw.when(place.is_null()).then(place)
            inside = self.rows.filter(~place.is_null())
            parts.append(inside.with_columns(nowhere.alias(_ANCHOR), nw.lit(value=True).alias(_INNER)))
        return nw.concat(parts)

    def named(self, lot: Sequence[Mapping[str, Any]]) -> tuple[list[str], bool]:
        """The names of what overlaps these rows, and of those rows that do; and whether they overlap as dated."""
        if not lot:
            return [], False
        nw = narwhals()
        near = nw.any_horizontal(*(self._near(row) for row in lot), ignore_nulls=True)
        columns = [*dict.fromkeys([*self.cell, *self.events, "period"])]
        counted = self.rows.filter(near).group_by(columns, drop_null_keys=False).agg(nw.len().alias("_rows"))
        groups: defaultdict[tuple[Any, ...], list[_Cell]] = defaultdict(list)
        offenders: dict[str, None] = {}
        for row in sorted(rows_of(counted.head(NAMED)), key=lambda row: [str(value) for value in row.values()]):
            key = tuple(row[name] for name in (*self.keys, DIMENSION))
            cell = self._cell_of(row, key)
            groups[key].append(cell)
            if row["_rows"] > 1:
                offenders[cell.id] = None
        for cells in groups.values():
            offenders |= dict.fromkeys(overlapping(cells))
        if offenders:
            return list(offenders), True
        widened = ([cell.widened for cell in cells] for cells in groups.values())
        return [name for cells in widened for name in dict.fromkeys(overlapping(cells))], False

    def _cell_of(self, row: Mapping[str, Any], key: tuple[Any, ...]) -> _Cell:
        where, when, what, who = row["place"], row["period"], row.get("indicator"), row.get("subgroup")
        event = row.get("event")
        name = spelled(self.keys, key, indicator=what, place=where, subgroup=who, event=event, period=when)
        chain = () if where is None else tuple(map(_Named, self.chains.get(where, (where,))))
        spot = _Spot(_ANYWHERE.id if where is None else where, (*chain, _ANYWHERE))
        period = None if when is None else Period(when)
        days = Span(period.earliest, period.latest) if period else _UNSTATED
        reach = Span(*period.reach) if period else _UNSTATED
        return _Cell(name, _Named(str(what)), spot, who, event, days, reach)

    def _near(self, row: Mapping[str, Any]) -> Any:
        """What may overlap a row."""
        nw = narwhals()
        row = {name: None if is_missing(value) else value for name, value in row.items()}
        where = row["place"]
        conditions = [
            nw.col(name).is_null() if row[name] is None else nw.col(name) == nw.lit(row[name]) for name in self.group
        ]
        conditions += [nw.col(FIRST) <= row[LAST], nw.col(LAST) >= row[FIRST]]
        if where is not None:
            family = {where, *self.chains.get(where, ())}
            family |= {place for place, chain in self.chains.items() if where in chain}
            conditions.append(nw.col("place").is_in(sorted(family)) | nw.col("place").is_null())
        if row.get("subgroup") is not None:
            alike = sorted({row["subgroup"], *self.meets.get(row["subgroup"], ())})
            conditions.append(nw.col("subgroup").is_in(alike) | nw.col("subgroup").is_null())
        if row.get("event") is not None:
            conditions.append((nw.col("event") == nw.lit(row["event"])) | nw.col("event").is_null())
        return nw.all_horizontal(*conditions, ignore_nulls=True)


def _found(rows: Any, names: Sequence[str]) -> set[tuple[str, bool]]:
    """Which columns hold nulls, and which hold anything else; nothing for a table without rows."""
    nw = narwhals()
    flags = {name: f"_no_{name}" for name in names}
    marked = rows.select(*(nw.col(name).is_null().alias(flag) for name, flag in flags.items()))
    counted = collected(marked.group_by(list(flags.values())).agg(nw.len().alias("_rows")))
    return {(name, bool(row[flag])) for row in counted.rows(named=True) for name, flag in flags.items()}


def days_of(table: Any, *, reach: bool = True) -> Days:
    """The days of the periods in a table.

    Args:
        table: The table, with its periods as text.
        reach: Whether those of a date marked ~ or ? are all that it may be of.

    Raises:
        FrameError: One is no period.
    """
    nw = narwhals()
    counted = table.select("period").group_by("period", drop_null_keys=False).agg(nw.len().alias("_rows"))
    distinct = collected(counted)["period"].to_list()
    spans: dict[str, tuple[int, int]] = {}
    for text in distinct:
        if not is_missing(text):
            period = period_of(table, text)
            first, last = period.reach if reach else (period.earliest, period.latest)
            spans[text] = (first.toordinal() if first else _BEFORE, last.toordinal() if last else _AFTER)
    # few bits for a day leave many for a hash
    days = sorted({day for span in spans.values() for day in span})
    order = {day: place for place, day in enumerate(days, 1)}
    placed = {text: (order[first], order[last]) for text, (first, last) in spans.items()}
    apart = len(spans) == len(distinct) and all(one[1] < other[0] for one, other in pairwise(sorted(placed.values())))
    return Days(placed, len(order) + 1, apart)
