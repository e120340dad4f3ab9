"""Bounds-aware sums in one unit, for each group of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from raqqa_data.aggregation.columns import PARTS, UNIT, collected, engine_of, narwhals
from raqqa_data.aggregation.conditions import Condition, refuse
from raqqa_data.unit_table import Unit, convert, find_unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_STATED = "_stated"


def targets_of(table: Any, keys: Sequence[str], units: Mapping[str, Unit], unit: Any) -> dict[str, Unit]:
    """The unit that the sums of each spelling come out in."""
    scales = [name for name, known in units.items() if known.factor is None]
    if scales:
        reason = f"column 'unit' ({engine_of(table)}) holds {', '.join(scales)}: a scale with a zero of its own"
        raise refuse(Condition.TYPES, _groups_of(table, keys, scales), reason, "Its values do not add.")
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


def summed(table: Any, keys: Sequence[str], units: Mapping[str, Unit], targets: Mapping[str, Unit]) -> Any:
    """The sum of each group; a part that one row leaves open is null in it."""
    nw = narwhals()
    columns = [*keys, UNIT]
    if table.implementation is nw.Implementation.DASK:
        # one pass over each partition beats Dask's own expressions by far
        native = table.to_native()
        meta = _partial(nw.from_native(native._meta), columns).to_native()  # noqa: SLF001 - Dask's own way to a schema
        sums = nw.from_native(native.map_partitions(_partial_native, columns, meta=meta))
    else:
        sums = _partial(table, columns)
    together = (
        converted(sums, units, targets)
        .group_by(columns, drop_null_keys=False)
        .agg(*(nw.col(name).sum() for name in (*PARTS, *_counts(), "records", _STATED)))
    )
    return together.select(
        *columns,
        *(
            nw.when((nw.col(_count(part)) == nw.col("records")) & nw.col(part).is_finite())
            .then(nw.col(part))
            .alias(part)
            for part in PARTS
        ),
        nw.col("records").cast(nw.Int64),
        (nw.col("records") - nw.col(_STATED)).cast(nw.Int64).alias("open"),
    )


def _partial_native(frame: Any, columns: list[str]) -> Any:
    return _partial(narwhals().from_native(frame), columns).to_native()


def _partial(table: Any, columns: Sequence[str]) -> Any:
    """Sums and counts of one part of a table, such that those of several parts add to those of the whole."""
    nw = narwhals()
    parts = [nw.col(part).cast(nw.Float64).alias(part) for part in PARTS]
    # finite only where all three are; a quarter of each, lest the sum of finite numbers be infinite
    best, low, high = (nw.col(part) * 0.25 for part in PARTS)
    rows = table.select(*columns, *parts).with_columns((best + low + high).is_finite().cast(nw.Int64).alias(_STATED))
    sums = rows.group_by(columns, drop_null_keys=False).agg(
        *(nw.col(part).sum() for part in PARTS),
        *(nw.col(part).count().alias(_count(part)) for part in PARTS),
        nw.len().alias("records"),
        nw.col(_STATED).sum(),
    )
    # NaN and infinity are no numbers: what holds one counts as unstated, and must not reach a sum that would skip it
    finite = {part: nw.col(part).is_finite() for part in PARTS}
    return sums.select(
        *columns,
        *(nw.when(finite[part]).then(nw.col(part)).otherwise(0.0).alias(part) for part in PARTS),
        *(
            nw.when(finite[part]).then(nw.col(_count(part))).otherwise(0).cast(nw.Int64).alias(_count(part))
            for part in PARTS
        ),
        nw.col("records").cast(nw.Int64),
        nw.col(_STATED).fill_null(0).cast(nw.Int64),
    )


def converted(table: Any, units: Mapping[str, Unit], targets: Mapping[str, Unit]) -> Any:
    """The table's estimates in the units that they are to come out in; what is NaN or infinite is not stated."""
    nw = narwhals()
    sizes = {name: float(convert(1, known.name, targets[name].name)) for name, known in units.items()}
    numbers = {part: nw.col(part).cast(nw.Float64) for part in PARTS}
    return table.with_columns(
        *(nw.when(numbers[part].is_finite()).then(numbers[part] * _chosen(sizes, 1.0)).alias(part) for part in PARTS),
        _chosen({name: target.name for name, target in targets.items()}, "").alias(UNIT),
    )


def _count(part: str) -> str:
    return f"_{part}_stated"


def _counts() -> list[str]:
    return [_count(part) for part in PARTS]


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
