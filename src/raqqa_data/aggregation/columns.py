"""Tables of records on any engine that narwhals knows: how they are opened, and what is wrong with them."""

from __future__ import annotations

import contextlib
import math
from typing import TYPE_CHECKING, Any

from raqqa_data.errors import FrameError, PeriodError, UnitError, closest, optional_module
from raqqa_data.records.dataset import Observations
from raqqa_data.records.period import Period
from raqqa_data.units.table import Unit, find_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from raqqa_data.records.place import Place

PARTS = ("best", "low", "high")
"""The columns that hold an estimate; null is "not stated"."""

UNIT = "unit"
DIMENSION = "_dimension"
"""The column that stands for the dimension of a row's unit while a table is checked."""

NAMED = 1000
"""Rows that are brought here to name what is wrong."""

_ARROW_READERS = ("polars", "pyarrow")
_MADE = frozenset({*PARTS, "records", "open"})
PROPOSED = "proposed"
"""The column that counts the rows of a group that nobody confirmed."""


def narwhals() -> Any:
    """The module that speaks to every engine.

    Raises:
        MissingExtraError: It is not installed.
    """
    return optional_module("narwhals.stable.v2", "frames")


def opened(frame: Any) -> Any:
    """The table as narwhals sees it; what only speaks Arrow becomes one of polars, or else of pyarrow.

    Raises:
        FrameError: narwhals does not know it as a table.
    """
    nw = narwhals()
    try:
        known: Any = nw.from_native(frame, allow_series=True)
    except TypeError:
        known = _from_arrow(frame) if hasattr(frame, "__arrow_c_stream__") else None
    if not isinstance(known, (nw.DataFrame, nw.LazyFrame)):
        problem = "is no table that narwhals knows; give one of polars, pandas, pyarrow, duckdb, ibis, Dask or PySpark"
        raise FrameError("unknown", "*", type(frame).__name__, problem)
    return known


def _from_arrow(frame: Any) -> Any:
    nw = narwhals()
    for reader in _ARROW_READERS:
        with contextlib.suppress(ModuleNotFoundError):
            return nw.from_arrow(frame, backend=reader)
    return None


def by_partition(frame: Any, work: Callable[[Any], Any]) -> Any:
    """What some work makes of each partition of a Dask table, which are tables of pandas."""
    native = frame.to_native()
    # Dask's own way to a schema
    return narwhals().from_native(native.map_partitions(work, meta=work(native._meta)))  # noqa: SLF001


def places_of(frame: Any, places: Iterable[Place]) -> tuple[Place, ...]:
    """The places given, and before them those that records bring along."""
    return (*{record.place for record in frame}, *places) if isinstance(frame, Observations) else tuple(places)


def engine_of(frame: Any) -> str:
    """The engine's name, for an error."""
    return str(frame.implementation.value)


def collected(frame: Any) -> Any:
    """The rows in this process, for a small table."""
    nw = narwhals()
    if not isinstance(frame, nw.LazyFrame):
        return frame
    # what is distinct in a long column is found by all processors, and in little memory
    return frame.collect(**({"engine": "streaming"} if frame.implementation is nw.Implementation.POLARS else {}))


def is_missing(value: Any) -> bool:
    """Whether it is an engine's way to say that nothing is there; pandas has NaN for that among texts too."""
    known = {"NAType", "NaTType"}
    return value is None or type(value).__name__ in known or (isinstance(value, float) and math.isnan(value))


def rows_of(frame: Any) -> list[dict[str, Any]]:
    """The rows of a small table in this process, with None for every engine's way to say missing."""
    rows = collected(frame).rows(named=True)
    return [{name: None if is_missing(value) else value for name, value in row.items()} for row in rows]


def spread_of(frame: Any, group: Sequence[str], names: Sequence[str]) -> Any:
    """For each group its rows, and how many, which least and which greatest value each of these columns has in it."""
    nw = narwhals()
    return frame.group_by(group, drop_null_keys=False).agg(
        nw.len().alias("_rows"),
        *(nw.col(name).count().alias(f"{name}_count") for name in names),
        *(nw.col(name).min().alias(f"{name}_min") for name in names),
        *(nw.col(name).max().alias(f"{name}_max") for name in names),
    )


def is_one(name: str) -> Any:
    """Whether a column has one value in all rows of a group, of what `spread_of` tells."""
    nw = narwhals()
    same = (nw.col(f"{name}_count") == nw.col("_rows")) & (nw.col(f"{name}_min") == nw.col(f"{name}_max"))
    return same.fill_null(value=False)


def spelled(keys: Sequence[str], group: Sequence[Any], **more: Any) -> str:
    """A group of rows, for an error."""
    parts = {**dict(zip(keys, group, strict=False)), **more}
    return ", ".join(f"{name}={value}" for name, value in parts.items() if value is not None) or "all rows"


def as_text(frame: Any, names: Iterable[str]) -> Any:
    """The table with these of its columns as text, whatever type the engine has for one."""
    nw = narwhals()
    schema = frame.collect_schema()
    loose = {nw.Object, nw.Unknown} if frame.implementation.is_pandas_like() else {nw.Unknown}
    kept = loose if frame.implementation is nw.Implementation.PYARROW else {nw.String, *loose}
    cast = [nw.col(name).cast(nw.String) for name in names if name in schema and schema[name] not in kept]
    return frame.with_columns(*cast) if cast else frame


def require(frame: Any, names: Iterable[str], schema: Mapping[str, Any]) -> None:
    """See that the columns are there.

    Raises:
        FrameError: One is not; names those that come close.
    """
    missing = [name for name in names if name not in schema]
    if missing:
        first, *others = missing
        near = closest(first, schema)
        hint = f"did you mean {' or '.join(map(repr, near))}?" if near else "add it."
        besides = f"; so {'is' if len(others) == 1 else 'are'} {', '.join(map(repr, others))}" if others else ""
        columns = ", ".join(map(repr, sorted(schema)))
        raise FrameError(engine_of(frame), first, None, f"is missing{besides}. There are {columns}; {hint}")


def require_numbers(frame: Any, schema: Mapping[str, Any]) -> None:
    """See that the columns of an estimate hold numbers.

    Raises:
        FrameError: One holds something else.
    """
    nw = narwhals()
    for name in PARTS:
        dtype = schema[name]
        # a column of nulls alone has no type of its own on some engines
        if not dtype.is_numeric() and dtype not in {nw.Unknown, nw.Object}:
            raise FrameError(engine_of(frame), name, str(dtype), "is no type of number; cast the column")


def keys_of(frame: Any, by: Sequence[str] | str, schema: Mapping[str, Any]) -> list[str]:
    """The columns to group by, but for the unit, which always parts groups.

    Raises:
        FrameError: There is none, one is missing, or one is made by the aggregation.
    """
    given: Any = by  # which may be anything at all
    listed: list[Any] = [given] if isinstance(given, str) else [*given] if hasattr(given, "__iter__") else []
    names = [name for name in listed if isinstance(name, str)]
    if not names or len(names) < len(listed):
        problem = "names no columns: give those to group by, such as 'indicator' or ('indicator', 'place')"
        raise FrameError(engine_of(frame), "by", by, problem)
    require(frame, names, schema)
    for name in names:
        if name in _MADE or (name == PROPOSED and tells_proposed(schema)):
            raise FrameError(engine_of(frame), name, name, "is a result, no group; group by another column")
    return [name for name in dict.fromkeys(names) if name != UNIT]


def tells_proposed(schema: Mapping[str, Any]) -> bool:
    """Whether a table of this schema says of each row if a person confirmed it."""
    nw = narwhals()
    # no set: an Enum of one's own equals nw.Enum, and hashes otherwise
    return schema.get("annotation") in (nw.String, nw.Categorical, nw.Enum)


def units_in(frame: Any) -> dict[str, Unit]:
    """Each spelling of a unit in the table, and the unit that it means.

    Raises:
        FrameError: One is missing or unknown.
    """
    # grouped, as some engines number all rows to find what is unique
    known = frame.select(UNIT).group_by(UNIT, drop_null_keys=False).agg(narwhals().len())
    return units_of(frame, collected(known)[UNIT].to_list())


def with_dimension(frame: Any, units: Mapping[str, Unit]) -> Any:
    """The table with a number for the dimension of each row."""
    nw = narwhals()
    spellings: dict[str, list[str]] = {}
    for name, unit in units.items():
        spellings.setdefault(unit.dimension, []).append(name)
    number = nw.lit(0)
    for place, names in enumerate([*spellings.values()][1:], 1):
        number = nw.when(nw.col(UNIT).is_in(names)).then(nw.lit(place)).otherwise(number)
    return frame.with_columns(number.cast(nw.Int64).alias(DIMENSION))


def units_of(frame: Any, names: Iterable[Any]) -> dict[str, Unit]:
    """Each spelling, and the unit that it means.

    Raises:
        FrameError: One is missing or unknown.
    """
    units: dict[str, Unit] = {}
    for name in names:
        if is_missing(name):
            problem = "a row has no unit, and a number without one cannot be added"
            raise FrameError(engine_of(frame), UNIT, None, problem)
        if not isinstance(name, str):
            problem = "is no text; a unit is given by its name, such as 'person' or 'hectare'"
            raise FrameError(engine_of(frame), UNIT, name, problem)
        try:
            units[name] = find_unit(name)
        except UnitError as error:
            raise FrameError(engine_of(frame), UNIT, name, f"is no unit: {error.problem}") from None
    return units


def period_of(table: Any, text: Any) -> Period:
    """The period that a text in the table says.

    Raises:
        FrameError: It says none.
    """
    try:
        return Period(text)
    except PeriodError as error:
        raise FrameError(engine_of(table), "period", text, f"is no period: {error.problem}") from None
