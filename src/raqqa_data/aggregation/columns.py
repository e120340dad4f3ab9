"""Tables of records on any engine that narwhals knows: how they are opened, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from raqqa_data.errors import FrameError, MissingExtraError, UnitError, closest
from raqqa_data.unit_table import Unit, find_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

PARTS = ("best", "low", "high")
"""The columns that hold an estimate; null is "not stated"."""

UNIT = "unit"
_MADE = frozenset({*PARTS, "records", "open"})


def narwhals() -> Any:
    """The module that speaks to every engine.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import narwhals.stable.v2 as nw
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "narwhals":
            raise
        raise MissingExtraError("narwhals", "frames") from None
    return nw


def opened(frame: Any) -> Any:
    """The table as narwhals sees it.

    Raises:
        FrameError: narwhals does not know it as a table.
    """
    nw = narwhals()
    try:
        known = nw.from_native(frame)
    except TypeError:
        known = None
    if not isinstance(known, (nw.DataFrame, nw.LazyFrame)):
        problem = "is no table that narwhals knows; give one of polars, pandas, pyarrow, duckdb, ibis, Dask or PySpark"
        raise FrameError("unknown", "*", type(frame).__name__, problem)
    return known


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
    names = [by] if isinstance(by, str) else list(by)
    if not names:
        raise FrameError(engine_of(frame), "by", by, "is empty: name the columns to group by, such as 'indicator'")
    require(frame, names, schema)
    for name in names:
        if name in _MADE:
            raise FrameError(engine_of(frame), name, name, "is a result, no group; group by another column")
    return [name for name in dict.fromkeys(names) if name != UNIT]


def units_in(frame: Any) -> dict[str, Unit]:
    """Each spelling of a unit in the table, and the unit that it means.

    Raises:
        FrameError: One is missing or unknown.
    """
    # grouped, as some engines number all rows to find what is unique
    known = frame.select(UNIT).group_by(UNIT, drop_null_keys=False).agg(narwhals().len())
    return units_of(frame, collected(known)[UNIT].to_list())


def units_of(frame: Any, names: Iterable[Any]) -> dict[str, Unit]:
    """Each spelling, and the unit that it means.

    Raises:
        FrameError: One is missing or unknown.
    """
    units: dict[str, Unit] = {}
    for name in names:
        # pandas has nan for "missing" in a column of texts
        if not isinstance(name, str):
            problem = "a row has no unit, and a number without one cannot be added"
            raise FrameError(engine_of(frame), UNIT, None, problem)
        try:
            units[name] = find_unit(name)
        except UnitError as error:
            raise FrameError(engine_of(frame), UNIT, name, f"is no unit: {error.problem}") from None
    return units
