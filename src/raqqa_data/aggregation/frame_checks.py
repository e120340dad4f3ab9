"""The checks of `total` over a table: the engine looks at its rows, and brings no more of them than name a breach."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from raqqa_data.aggregation.columns import (
    DIMENSION,
    NAMED,
    as_text,
    engine_of,
    is_one,
    narwhals,
    rows_of,
    spelled,
    spread_of,
    units_in,
    with_dimension,
)
from raqqa_data.aggregation.conditions import (
    ADDITIVE,
    IN_USE,
    ONCE,
    ONE_INDICATOR,
    ONE_OF,
    ONE_PRICE_BASIS,
    ONE_TIME,
    WHOLE_OR_PARTS,
    Condition,
    Ruling,
)
from raqqa_data.aggregation.frame_events import check_claims
from raqqa_data.aggregation.frame_overlaps import check_overlaps, days_of
from raqqa_data.aggregation.frame_shared_days import FIRST, LAST, dated, slices
from raqqa_data.errors import FrameError, NotSummarizable
from raqqa_data.records.indicator import Additivity
from raqqa_data.records.observation import RecordStatus

if TYPE_CHECKING:
    import enum
    from collections.abc import Iterable, Sequence

    from raqqa_data.aggregation.conditions import Rule
    from raqqa_data.records.place import Place

_CODES: dict[str, type[enum.StrEnum]] = {"additivity": Additivity, "record_status": RecordStatus}
_TEXTS = (
    "indicator", "additivity", "record_status", "place", "subgroup", "period", "id", "part_of", "event", "document",
    "of", "price_basis",
)  # fmt: skip
_ALIKE = {"of": ONE_OF, "price_basis": ONE_PRICE_BASIS}
"""Columns in which rows that are added are alike."""
_UP, _THERE, _FROM, _MARK = "_up", "_there", "_from", "_mark"


class Findings(Ruling):
    """Keeps each breach instead of refusing it."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__(())
        self.found: list[NotSummarizable] = []

    def breach(self, condition: Condition, offenders: Iterable[str], reason: str, instead: str) -> None:
        """Keep it."""
        self.found.append(NotSummarizable(condition.value, offenders, reason, instead))


def check_rows(table: Any, keys: Sequence[str], places: Iterable[Place], ruling: Ruling) -> None:
    """Refuse a table with groups whose rows must not be added, as far as its columns tell.

    Args:
        table: The table, opened.
        keys: The columns that part groups, besides the dimension of the unit.
        places: Places with what they lie in, besides those that ship.
        ruling: What may be broken on purpose.

    Raises:
        FrameError: A column holds what it cannot hold.
        NotSummarizable: A condition does not hold, and was not allowed to be broken.
    """
    schema = table.collect_schema()
    types = not ruling.allows(Condition.TYPES)
    disjoint = not ruling.allows(Condition.DISJOINTNESS)
    codes = codes_in(as_text(table, _CODES))
    indicators = types and "indicator" in schema and "indicator" not in keys
    coded = types and bool(codes)
    parts = disjoint and {"id", "part_of"} <= schema.keys()
    overlaps = disjoint and {"place", "period"} <= schema.keys()
    claims = disjoint and {"event", "document"} <= schema.keys()
    alike = [name for name in _ALIKE if types and name in schema and name not in keys]
    if indicators or coded or parts or overlaps or claims or alike:
        used = dict.fromkeys([*keys, *(name for name in _TEXTS if name in schema)])
        known = with_dimension(table, units_in(table)).select(*used, DIMENSION)
        known = as_text(known, [name for name in _TEXTS if name not in keys or name == "period"])
        if coded:
            check_in_use(known, keys, codes, ruling)
        if indicators:
            _check_indicators(known, keys, ruling)
        if alike:
            _check_alike(known, keys, alike, ruling)
        if coded:
            _check_additivity(known, keys, codes, ruling)
        if parts:
            _check_repeated(known, keys, ruling)
            _check_wholes(known, keys, ruling)
        if claims:
            check_claims(known, keys, ruling)
        if overlaps:
            check_overlaps(known, keys, _chains(places), ruling)


def _chains(places: Iterable[Place]) -> dict[str, tuple[str, ...]]:
    """What each known place lies in: those that ship, and those given, which go before them."""
    from raqqa_data.catalogue.datasets import catalogue

    return {
        spot.id: tuple(around.id for around in spot.chain)
        for place in (*catalogue.places, *places)
        for spot in place.chain
    }


def codes_in(table: Any) -> dict[tuple[str, str], None]:
    """Which codes there are in which column.

    Raises:
        FrameError: One is no code of its column.
    """
    nw = narwhals()
    schema = table.collect_schema()
    names = [name for name in _CODES if name in schema]
    if not names:
        return {}
    found: dict[tuple[str, str], None] = {}
    counted = table.select(*names).group_by(names, drop_null_keys=False).agg(nw.len().alias("_rows"))
    for row in rows_of(counted):
        for name in names:
            code, known = row[name], [member.value for member in _CODES[name]]
            if code is not None and code not in known:
                problem = f"is none of {', '.join(map(repr, known))}; leave it null where it is not known"
                raise FrameError(engine_of(table), name, code, problem)
            if code is not None:
                found[name, code] = None
    return found


def offending_of(table: Any, keys: Sequence[str]) -> list[str]:
    """The groups of these rows, for an error."""
    nw = narwhals()
    groups = table.group_by(list(keys) or [DIMENSION], drop_null_keys=False).agg(nw.len().alias("_rows"))
    return sorted({spelled(keys, [row[key] for key in keys]) for row in rows_of(groups.head(NAMED))})


def _refuse(table: Any, offending: Any, keys: Sequence[str], ruling: Ruling, rule: Rule) -> None:
    """Refuse the groups of some of its rows, if there are any."""
    if offenders := offending_of(offending, keys):
        ruling.broken_in(engine_of(table), rule, offenders)


def check_in_use(table: Any, keys: Sequence[str], codes: Iterable[tuple[str, str]], ruling: Ruling) -> None:
    """Refuse groups with rows that state nothing any more."""
    out = [code for name, code in codes if name == "record_status" and code != RecordStatus.CURRENT]
    if out:
        _refuse(table, table.filter(narwhals().col("record_status").is_in(out)), keys, ruling, IN_USE)


def _check_indicators(table: Any, keys: Sequence[str], ruling: Ruling) -> None:
    nw = narwhals()
    each = table.group_by([*keys, DIMENSION, "indicator"], drop_null_keys=False).agg(nw.len().alias("_rows"))
    groups = each.group_by([*keys, DIMENSION], drop_null_keys=False).agg(nw.len().alias("_rows"))
    _refuse(table, groups.filter(nw.col("_rows") > 1), keys, ruling, ONE_INDICATOR)


def _check_alike(table: Any, keys: Sequence[str], names: Sequence[str], ruling: Ruling) -> None:
    nw = narwhals()
    group: list[str] = [
        *dict.fromkeys([*keys, DIMENSION, *(["indicator"] if "indicator" in table.collect_schema() else [])])
    ]
    counted = spread_of(table, group, names)
    for name in names:
        several = (nw.col(f"{name}_count") > 0) & ~is_one(name)
        _refuse(table, counted.filter(several), keys, ruling, _ALIKE[name])


def _check_additivity(table: Any, keys: Sequence[str], codes: Iterable[tuple[str, str]], ruling: Ruling) -> None:
    nw = narwhals()
    if ("additivity", Additivity.NON_ADDITIVE) in codes:
        rows = table.filter(nw.col("additivity") == str(Additivity.NON_ADDITIVE))
        _refuse(table, rows, keys, ruling, ADDITIVE)
    if ("additivity", Additivity.STOCK) in codes and "period" in table.collect_schema():
        stocks = table.filter(nw.col("additivity") == str(Additivity.STOCK))
        days = dated(stocks.select(*dict.fromkeys([*keys, DIMENSION, "period"])), days_of(stocks, reach=False))
        groups = days.group_by([*keys, DIMENSION], drop_null_keys=False).agg(nw.col(FIRST).max(), nw.col(LAST).min())
        _refuse(table, groups.filter(nw.col(FIRST) > nw.col(LAST)), keys, ruling, ONE_TIME)


def _check_repeated(table: Any, keys: Sequence[str], ruling: Ruling) -> None:
    nw = narwhals()
    named = table.filter(~nw.col("id").is_null())
    if table.implementation is nw.Implementation.POLARS:
        named = _of_one_hash(named)
    columns = list(dict.fromkeys([*keys, "id"]))
    counted = named.group_by(columns, drop_null_keys=False).agg(nw.len().alias("_rows"))
    twice = rows_of(counted.filter(nw.col("_rows") > 1).select("id").unique().head(NAMED))
    if twice:
        ruling.broken_in(engine_of(table), ONCE, sorted(str(row["id"]) for row in twice))


def _of_one_hash(table: Any) -> Any:
    """The rows of a polars table with the hash of their id in common with another: hashes take less than ids do."""
    nw = narwhals()
    pl = nw.get_native_namespace(table)
    native = table.lazy().to_native()
    hashed = pl.col("id").hash()
    found: list[Any] = []
    for some in slices(native, hashed):
        hashes = some.select(hashed).collect(engine="streaming")["id"].sort()
        found.append(hashes[1:].filter(hashes[1:] == hashes[:-1]))
    return nw.from_native(native.filter(hashed.is_in(pl.concat(found).unique().implode())))


def _check_wholes(table: Any, keys: Sequence[str], ruling: Ruling) -> None:
    """Climb from all parts at once."""
    nw = narwhals()
    group = [*dict.fromkeys([*keys, DIMENSION])]
    there = {name: f"{_THERE}_{n}" for n, name in enumerate(group)}
    wholes = table.filter(~nw.col("id").is_null()).select(
        nw.col("id").alias(_THERE),
        nw.col("part_of").alias(f"{_THERE}_{_UP}"),
        *(nw.col(name).alias(alias) for name, alias in there.items()),
    )
    same = nw.all_horizontal(
        *(
            (nw.col(name) == nw.col(alias)).fill_null(value=False) | (nw.col(name).is_null() & nw.col(alias).is_null())
            for name, alias in there.items()
        ),
        ignore_nulls=False,
    )
    up, began, mark = nw.col(_UP), nw.col(_FROM), nw.col(_MARK)
    climbing = table.select(*group, nw.col("part_of").alias(_UP), nw.col("id").alias(_FROM), nw.col("id").alias(_MARK))
    offenders: set[str] = set()
    for step in itertools.count(1):
        # who comes back to a mark has gone round in a circle; marks are set at longer and longer intervals (Brent)
        climbing = climbing.filter(~up.is_null() & (mark.is_null() | (up != mark)))
        if not rows_of(climbing.head(1)):
            break
        met = climbing.join(wholes, left_on=_UP, right_on=_THERE, how="inner")
        held = met.filter(same & (began.is_null() | (up != began)))
        if wrong := _named(held, _UP):
            offenders |= wrong | _named(held, _FROM)
        marked = up if step.bit_count() == 1 else mark
        climbing = met.select(*group, _FROM, marked.alias(_MARK), nw.col(f"{_THERE}_{_UP}").alias(_UP))
    if offenders:
        ruling.broken_in(engine_of(table), WHOLE_OR_PARTS, sorted(offenders))


def _named(rows: Any, name: str) -> set[str]:
    """Some of the names in a column."""
    counted = rows.filter(~narwhals().col(name).is_null()).group_by(name).agg(narwhals().len().alias("_rows"))
    return {str(row[name]) for row in rows_of(counted.head(NAMED))}
