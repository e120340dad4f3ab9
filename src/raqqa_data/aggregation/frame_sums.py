"""Bounds-aware sums in one unit, for each group of a table."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from raqqa_data.aggregation.columns import (
    PARTS,
    PROPOSED,
    UNIT,
    by_partition,
    collected,
    engine_of,
    narwhals,
    tells_proposed,
    units_in,
)
from raqqa_data.aggregation.conditions import ZERO, Condition, refuse
from raqqa_data.units.table import Unit, convert, find_unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SIZE = "_size"
_SUMS = "_sums"
_COUNTS = ("records", "open", PROPOSED)
"""How many rows, how many of them leave a part open, and how many are only proposed where the table tells."""


def targets_of(table: Any, keys: Sequence[str], units: Mapping[str, Unit], unit: Any) -> dict[str, Unit]:
    """The unit that the sums of each spelling come out in."""
    scales = [name for name, known in units.items() if known.factor is None]
    if scales:
        reason = ZERO.of_rows(engine_of(table))
        raise refuse(ZERO.condition, _groups_of(table, keys, scales), reason, ZERO.in_table)
    if unit is None:
        return {name: find_unit(known.base) for name, known in units.items()}
    from raqqa_data.units import unit_name

    target = find_unit(unit_name(unit))
    strangers = [name for name, known in units.items() if known.dimension != target.dimension]
    if strangers:
        reason = (
            f"column 'unit' ({engine_of(table)}) holds {', '.join(strangers)}, which cannot be {target.name}, "
            f"a unit of {target.dimension}"
        )
        raise refuse(Condition.TYPES, _groups_of(table, keys, strangers), reason, "Leave `unit` out, or filter.")
    return dict.fromkeys(units, target)


def _groups_of(table: Any, keys: Sequence[str], names: Sequence[str]) -> list[str]:
    """The groups with rows in one of these units, for an error."""
    nw = narwhals()
    rows = collected(table.filter(nw.col(UNIT).is_in(list(names))).select(*keys, UNIT).unique())
    return sorted(", ".join(f"{name}={value}" for name, value in row.items()) for row in rows.rows(named=True))


def summed(table: Any, keys: Sequence[str], unit: Any) -> Any:
    """The sum of each group; a part that one row leaves open is null in it.

    A lazy engine but polars is asked at once which units there are; polars finds out with the sums.
    """
    nw = narwhals()
    columns = [*keys, UNIT]
    if isinstance(table, nw.DataFrame):
        return _finished(partial_of(table, columns), keys, unit)
    if table.implementation is nw.Implementation.POLARS:
        sums = partial_of(table, columns).to_native()
        finish = functools.partial(_finished_native, keys=keys, unit=unit)
        pl = nw.get_native_namespace(table)
        found = sums.collect_schema()
        counts = _counts_of(sums, columns)
        made = {UNIT: pl.String, **dict.fromkeys(PARTS, pl.Float64), **dict.fromkeys(counts, pl.Int64)}
        return nw.from_native(sums.map_batches(finish, schema={**{key: found[key] for key in keys}, **made}))
    units = units_in(table)
    return together(partial_of(table, columns), columns, units, targets_of(table, keys, units, unit))


def _finished(sums: Any, keys: Sequence[str], unit: Any) -> Any:
    units = units_in(sums)
    return together(sums, [*keys, UNIT], units, targets_of(sums, keys, units, unit))


def _finished_native(sums: Any, *, keys: Sequence[str], unit: Any) -> Any:
    return _finished(narwhals().from_native(sums), keys, unit).to_native()


def together(partial: Any, columns: Sequence[str], units: Mapping[str, Unit], targets: Mapping[str, Unit]) -> Any:
    """The sums of parts of a table, and of several units, as those of the whole."""
    nw = narwhals()
    sums = converted(partial, units, targets)
    added = sums.group_by(columns, drop_null_keys=False).agg(
        *(nw.col(part).sum() for part in PARTS),
        *(nw.col(part).count().alias(_count(part)) for part in PARTS),
        nw.len().alias(_SUMS),
        *(nw.col(name).sum() for name in _counts_of(sums, columns)),
    )
    return _settled(added, columns, _SUMS)


def partial_of(table: Any, columns: Sequence[str]) -> Any:
    """Sums of the rows of one group and unit; on Dask, of each partition."""
    nw = narwhals()
    if table.implementation is not nw.Implementation.DASK:
        return _partial(table, columns)
    # one pass over each partition beats Dask's own expressions by far
    return by_partition(table, functools.partial(_partial_native, columns=columns))


def converted(table: Any, units: Mapping[str, Unit], targets: Mapping[str, Unit]) -> Any:
    """The table's estimates in the units that they are to come out in; what is NaN or infinite is not stated."""
    nw = narwhals()
    sizes = {name: float(convert(1, known.name, targets[name].name)) for name, known in units.items()}
    named = table.with_columns(
        _chosen({name: target.name for name, target in targets.items()}, "").alias(UNIT),
        _chosen(sizes, 1.0).alias(_SIZE),
    )
    return named.with_columns(
        *(
            nw.when(number.is_finite()).then(number * nw.col(_SIZE)).alias(part)
            for part, number in _floats(table).items()
        )
    )


def _partial_native(frame: Any, *, columns: Sequence[str]) -> Any:
    return _partial(narwhals().from_native(frame), columns).to_native()


def _partial(table: Any, columns: Sequence[str]) -> Any:
    """Sums and counts of one part of a table, such that those of several parts add to those of the whole."""
    nw = narwhals()
    # finite only where all three are; a quarter of each, lest the sum of finite numbers be infinite
    best, low, high = (nw.col(part) * 0.25 for part in PARTS)
    proposed = [PROPOSED] if tells_proposed(table.collect_schema()) else []
    marked = [
        (nw.col("annotation").cast(nw.String) == "proposed").cast(nw.Int64).fill_null(0).alias(name)
        for name in proposed
    ]
    rows = table.select(*columns, *(number.alias(part) for part, number in _floats(table).items()), *marked)
    sums = (
        rows.with_columns((best + low + high).is_finite().cast(nw.Int64).alias("stated"))
        .group_by(columns, drop_null_keys=False)
        .agg(
            *(nw.col(part).sum() for part in PARTS),
            *(nw.col(part).count().alias(_count(part)) for part in PARTS),
            nw.len().alias("records"),
            nw.col("stated").sum(),
            *(nw.col(name).sum() for name in proposed),
        )
    )
    return _settled(sums.with_columns((nw.col("records") - nw.col("stated")).alias("open")), columns)


def _settled(sums: Any, columns: Sequence[str], rows: str = "records") -> Any:
    """Sums with null where one of the rows was null, or the sum is no number: an engine's sum skips what is missing."""
    nw = narwhals()
    return sums.select(
        *columns,
        *(
            nw.when((nw.col(_count(part)) == nw.col(rows)) & nw.col(part).is_finite()).then(nw.col(part)).alias(part)
            for part in PARTS
        ),
        *(nw.col(name).cast(nw.Int64) for name in _counts_of(sums, columns)),
    )


def _counts_of(sums: Any, columns: Sequence[str]) -> list[str]:
    """Which counts there are; a column to group by may bear the name of one."""
    made = set(sums.collect_schema()) - set(columns)
    return [name for name in _COUNTS if name in made]


def _floats(table: Any) -> dict[str, Any]:
    """The estimate's columns as floats, which every engine has and which hold each whole number below 2^53."""
    nw = narwhals()
    schema = table.collect_schema()
    return {part: nw.col(part) if schema[part] == nw.Float64 else nw.col(part).cast(nw.Float64) for part in PARTS}


def _count(part: str) -> str:
    return f"_{part}_stated"


def _chosen(values: Mapping[str, Any], otherwise: Any) -> Any:
    """The value for each row's unit; of a table without rows, any."""
    nw = narwhals()
    spellings: dict[Any, list[str]] = {}
    for name, value in values.items():
        spellings.setdefault(value, []).append(name)
    first, *others = list(spellings) or [otherwise]
    chosen = nw.lit(first)
    for value in others:
        chosen = nw.when(nw.col(UNIT).is_in(spellings[value])).then(nw.lit(value)).otherwise(chosen)
    return chosen
