"""The checks of `total` over a table: the engine finds what is distinct in it, and the same rules judge that."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import attrs

from raqqa_data.aggregation.columns import UNIT, collected, engine_of, narwhals, units_of
from raqqa_data.aggregation.conditions import Condition, Ruling
from raqqa_data.aggregation.overlaps import overlapping
from raqqa_data.errors import FrameError, NotSummarizable, PeriodError
from raqqa_data.records.indicator import Additivity
from raqqa_data.records.observation import RecordStatus
from raqqa_data.records.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from raqqa_data.records.provenance import Place
    from raqqa_data.unit_table import Unit

Group = tuple[Any, ...]


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
    """Rows that are of one indicator, place, subgroup and period."""

    id: str
    indicator: _Named
    place: _Spot
    subgroup: str | None
    period: Period


class Findings(Ruling):
    """Keeps each breach instead of refusing it."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__(())
        self.found: list[NotSummarizable] = []

    def breach(self, condition: Condition, offenders: Iterable[str], reason: str, instead: str) -> None:
        """Keep it."""
        self.found.append(NotSummarizable(condition.value, offenders, reason, instead))


def check_rows(
    table: Any,
    keys: Sequence[str],
    places: Iterable[Place],
    ruling: Ruling,
) -> None:
    """Refuse a table with groups whose rows must not be added, as far as its columns tell.

    Args:
        table: The table, opened.
        keys: The columns that part groups, besides the dimension of the unit.
        places: Places with what they lie in.
        ruling: What may be broken on purpose.
    """
    schema = table.collect_schema()
    types = not ruling.allows(Condition.TYPES)
    disjoint = not ruling.allows(Condition.DISJOINTNESS)
    wanted = {
        "indicator": types and "indicator" in schema and "indicator" not in keys,
        "additivity": types and "additivity" in schema,
        "record_status": types and "record_status" in schema,
        "overlaps": disjoint and {"place", "period"} <= schema.keys(),
        "parts": disjoint and {"id", "part_of"} <= schema.keys(),
    }
    if any(wanted.values()):
        names = [name for name in _CONTEXT if name in schema and name not in {*keys, UNIT}]
        cells = _cells(table, [*keys, UNIT], names)
        units = units_of(table, {cell[UNIT] for cell in cells})
        groups: defaultdict[Group, list[dict[str, Any]]] = defaultdict(list)
        for cell in cells:
            groups[_group_of(cell, keys, units)].append(cell)
        if types:
            _check_types(table, keys, groups, ruling)
        if wanted["parts"]:
            _check_repeated(table, keys, ruling)
            _check_wholes(table, keys, units, groups, ruling)
        if wanted["overlaps"]:
            _check_overlaps(table, keys, groups, places, ruling)


_CONTEXT = ("indicator", "additivity", "record_status", "place", "subgroup", "period", "part_of")


def _cells(table: Any, keys: Sequence[str], names: Sequence[str]) -> list[dict[str, Any]]:
    nw = narwhals()
    columns = [*keys, *names]
    counted = table.select(*columns).group_by(columns, drop_null_keys=False).agg(nw.len().alias("_rows"))
    return _rows(counted)


def _rows(table: Any) -> list[dict[str, Any]]:
    """The rows in this process, with None for every engine's way to say missing."""
    rows = collected(table).rows(named=True)
    # NaN, which pandas has for "missing" among texts too, is the one value that is not itself
    return [{name: value if value == value else None for name, value in row.items()} for row in rows]  # noqa: PLR0124


def _group_of(row: Mapping[str, Any], keys: Sequence[str], units: Mapping[str, Unit]) -> Group:
    return (*(row[key] for key in keys), units[row[UNIT]].dimension)


def _spelled(keys: Sequence[str], group: Group, **more: Any) -> str:
    parts = {**dict(zip(keys, group, strict=False)), **more}
    return ", ".join(f"{name}={value}" for name, value in parts.items() if value is not None) or "all rows"


def _check_types(
    table: Any, keys: Sequence[str], groups: Mapping[Group, Sequence[Mapping[str, Any]]], ruling: Ruling
) -> None:
    def values(cells: Sequence[Mapping[str, Any]], name: str) -> set[Any]:
        return {cell.get(name) for cell in cells}

    def late(cells: Sequence[Mapping[str, Any]]) -> bool:
        stocks = [cell.get("period") for cell in cells if cell.get("additivity") == Additivity.STOCK]
        return not _share_a_day(table, stocks)

    rules: tuple[tuple[Callable[[Sequence[Mapping[str, Any]]], bool], str, str], ...] = (
        (
            lambda cells: len(values(cells, "indicator")) > 1,
            "mix different indicators (column 'indicator')",
            "Group by 'indicator' too.",
        ),
        (
            lambda cells: not values(cells, "record_status") <= {None, RecordStatus.CURRENT},
            "hold withdrawn or superseded records (column 'record_status'), which state nothing any more",
            "Filter them out.",
        ),
        (
            lambda cells: Additivity.NON_ADDITIVE in values(cells, "additivity"),
            "are non-additive (column 'additivity'): a sum of their values means nothing",
            "Filter them out.",
        ),
        (
            late,
            "hold a stock at different times (column 'period'): over time it counts the same things again",
            "Group by 'period' too.",
        ),
    )
    for breaks, problem, instead in rules:
        offenders = [_spelled(keys, group) for group, cells in groups.items() if breaks(cells)]
        if offenders:
            reason = f"groups of the {engine_of(table)} frame {problem}"
            ruling.breach(Condition.TYPES, offenders, reason, instead)


def _share_a_day(table: Any, periods: Iterable[str | None]) -> bool:
    known = [_period(table, period) for period in set(periods) if period is not None]
    starts = [period.earliest for period in known if period.earliest]
    ends = [period.latest for period in known if period.latest]
    return not starts or not ends or max(starts) <= min(ends)


def _check_repeated(table: Any, keys: Sequence[str], ruling: Ruling) -> None:
    nw = narwhals()
    columns = list(dict.fromkeys([*keys, "id"]))
    counted = table.select(*columns).group_by(columns, drop_null_keys=False).agg(nw.len().alias("_rows"))
    twice = collected(counted.filter((nw.col("_rows") > 1) & ~nw.col("id").is_null()).select("id").unique())
    if len(twice):
        reason = f"rows of the {engine_of(table)} frame have one id (column 'id')"
        ruling.breach(Condition.DISJOINTNESS, sorted(map(str, twice["id"].to_list())), reason, "Give each row once.")


def _check_wholes(
    table: Any,
    keys: Sequence[str],
    units: Mapping[str, Unit],
    groups: Mapping[Group, Sequence[Mapping[str, Any]]],
    ruling: Ruling,
) -> None:
    nw = narwhals()
    columns = list(dict.fromkeys([*keys, UNIT, "id", "part_of"]))
    named = table.select(nw.col("part_of").alias("id")).drop_nulls()
    wholes = _rows(table.select(*columns).join(named, on="id", how="semi"))
    above = {row["id"]: row["part_of"] for row in wholes}
    there = {(_group_of(row, keys, units), row["id"]) for row in wholes}
    offenders: dict[str, None] = {}
    for group, cells in groups.items():
        for part_of in {cell["part_of"] for cell in cells}:
            seen: set[str] = set()
            whole = part_of
            while whole is not None and whole not in seen:
                seen.add(whole)
                if (group, whole) in there:
                    offenders[whole] = None
                whole = above.get(whole)
    if offenders:
        reason = f"groups of the {engine_of(table)} frame hold a whole and its parts (columns 'id', 'part_of')"
        instead = "Filter the wholes out, or the parts; or group them apart, by 'subgroup' or 'part_of'."
        ruling.breach(Condition.DISJOINTNESS, sorted(offenders), reason, instead)


def _check_overlaps(
    table: Any,
    keys: Sequence[str],
    groups: Mapping[Group, Sequence[Mapping[str, Any]]],
    places: Iterable[Place],
    ruling: Ruling,
) -> None:
    chains = {spot.id: tuple(_Named(around.id) for around in spot.chain) for place in places for spot in place.chain}
    offenders: dict[str, None] = {}
    for group, cells in groups.items():
        members: list[_Cell] = []
        for row in cells:
            where, when = row["place"], row["period"]
            if where is None or when is None:
                continue
            what, who = row.get("indicator"), row.get("subgroup")
            name = _spelled(keys, group, indicator=what, place=where, subgroup=who, period=when)
            spot = _Spot(where, chains.get(where, (_Named(where),)))
            members.append(_Cell(name, _Named(str(what)), spot, who, _period(table, when)))
            if row["_rows"] > 1:
                offenders[name] = None
        offenders |= dict.fromkeys(overlapping(members))
    if offenders:
        reason = (
            f"rows of the {engine_of(table)} frame are of one indicator, place and subgroup, and overlap in time "
            "(column 'period'): they may count the same things"
        )
        ruling.breach(Condition.DISJOINTNESS, offenders, reason, "Keep one of them.")


def _period(table: Any, value: Any) -> Period:
    try:
        return Period(str(value))
    except PeriodError as error:
        raise FrameError(engine_of(table), "period", value, f"is no period: {error.problem}") from None
