"""Running totals over a table: what came between each state of a series and the one before it."""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING, Any

from raqqa_data.aggregation.changes import HINT
from raqqa_data.aggregation.columns import (
    PARTS,
    UNIT,
    as_text,
    by_partition,
    collected,
    engine_of,
    is_missing,
    is_one,
    keys_of,
    narwhals,
    opened,
    period_of,
    require,
    require_numbers,
    spread_of,
    units_in,
)
from raqqa_data.aggregation.conditions import Condition, Ruling, refuse
from raqqa_data.aggregation.frame_checks import check_in_use, codes_in, offending_of
from raqqa_data.aggregation.frame_hierarchy import below
from raqqa_data.aggregation.frame_shared_days import numbered, of_periods
from raqqa_data.aggregation.frame_sums import converted, targets_of
from raqqa_data.aggregation.running_totals import BEGIN, END, SAME, State
from raqqa_data.errors import FrameError
from raqqa_data.records.indicator import Additivity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MADE = ("period", "operation", "earlier", "later")
_BEGINS, _FIRST, _LAST, _ENDS, _NEXT, _SERIES = "_begins", "_first", "_last", "_ends", "_next", "_series"
_BEFORE = "_before_"


def changes(
    frame: Any, *, by: Sequence[str] | str = ("indicator",), unit: Any = None, allow: Iterable[str] = ()
) -> Any:
    """What was added to each running total of a table between its states, as `raqqa_data.change` does over records.

    Each series is put in the order in which its periods end. What its rows may not mix is looked at when this is
    called; on a lazy engine the differences are made when it makes them.

    Args:
        frame: A table with `best`, `low`, `high`, `unit`, `period` and the columns of `by`. Where it has them too,
            `indicator`, `place`, `subgroup`, `attributed_to`, `event` and `price_basis` must be one in each series,
            `additivity` "flow" and `record_status` "current".
        by: The columns that tell series apart.
        unit: The unit of the results; every row must be of its dimension.
        allow: Conditions to break on purpose.

    Returns:
        A table of the same kind, in any order, a row for each state but the first of each series: the columns of `by`,
        then `unit`, `period` (the days between), `best`, `low`, `high` and `operation`: "change", or "revision" where
        the total fell, which is no count of anything. Where the table has `id`, `earlier` and `later` say of which.

    Raises:
        FrameError: A column is missing or of the wrong type, or a unit, a period or a code is unknown.
        NotSummarizable: The rows of a series are no states of one running total; names up to 1,000 series.
        MissingExtraError: narwhals is not installed.

    Example:
        >>> import polars as pl
        >>> from raqqa_data.aggregation import frames
        >>> table = pl.DataFrame({
        ...     "indicator": ["killed"] * 3, "unit": ["person"] * 3,
        ...     "period": ["2023-10-07/2023-10-10", "2023-10-07/2023-10-12", "2023-10-07/2023-10-11"],
        ...     **{part: [120, 181, 150] for part in ("best", "low", "high")},
        ... })
        >>> frames.changes(table).select("period", "best", "operation").sort("period").rows()
        [('2023-10-11', 30.0, 'change'), ('2023-10-12', 31.0, 'change')]
    """
    nw = narwhals()
    table = opened(frame)
    schema = table.collect_schema()
    keys = keys_of(table, by, schema)
    for name in keys:
        if name in _MADE:
            raise FrameError(engine_of(table), name, name, "is a result, no series; group by another column")
    require(table, (*PARTS, UNIT, "period"), schema)
    require_numbers(table, schema)
    units = units_in(table)
    same = [name for name in SAME if name in schema and name not in keys]
    table = as_text(table, ("id", "period", "additivity", "record_status", *same))
    states = converted(table, units, targets_of(table, keys, units, unit))
    series = [*keys, UNIT]
    _check_codes(states, keys, Ruling(allow))
    named = ["id"] if "id" in schema else []
    placed = _placed(states.select(*series, "period", *PARTS, *named, *same))
    _check_one_total(placed, series, same)
    steps = _steps(placed.select(*series, *PARTS, *named, _FIRST, _LAST, _ENDS, _NEXT), series)
    _refuse(steps.filter(nw.col(_FIRST) <= nw.col(_BEFORE + _LAST)), series, f"in one of them {END}")
    return _changed(steps, series, named).to_native()


def _check_codes(table: Any, keys: Sequence[str], ruling: Ruling) -> None:
    nw = narwhals()
    codes = codes_in(table)
    if grown := [code for name, code in codes if name == "additivity" and code != Additivity.FLOW]:
        rows = table.filter(nw.col("additivity").is_in(grown))
        _refuse(rows, [*keys, UNIT], f"what is {' or '.join(grown)} does not grow by what happens")
    check_in_use(table, keys, codes, ruling)


def _refuse(rows: Any, series: Sequence[str], problem: str) -> None:
    """Refuse the series of these rows, if there are any."""
    if offenders := offending_of(rows, series):
        reason = f"series of the {engine_of(rows)} frame are no states of one running total: {problem}"
        raise refuse(Condition.TYPES, offenders, reason, HINT)


def _placed(table: Any) -> Any:
    """The table with what `State` says of each period; null where one says nothing."""
    nw = narwhals()
    counted = table.select("period").group_by("period", drop_null_keys=False).agg(nw.len().alias("_rows"))
    texts = [text for text in collected(counted)["period"].to_list() if not is_missing(text)]
    states = {text: state for text in texts if (state := State.of(period_of(table, text)))}
    states = states or {"": State("", dt.date.min, dt.date.min)}  # some engines know no type of an empty lookup
    order = {begins: place for place, begins in enumerate(sorted({state.begins for state in states.values()}))}
    columns: dict[str, list[Any]] = {
        _BEGINS: [order[state.begins] for state in states.values()],
        _FIRST: [state.first.toordinal() for state in states.values()],
        _LAST: [state.last.toordinal() for state in states.values()],
        _ENDS: [state.last.isoformat() for state in states.values()],
        _NEXT: [state.next_day if state.last < dt.date.max else "" for state in states.values()],
    }
    return of_periods(table, list(states), columns)


def _check_one_total(table: Any, series: Sequence[str], same: Sequence[str]) -> None:
    """Refuse series of several indicators, places and so on, or of totals that do not count from one day."""
    nw = narwhals()
    names = [*same, _BEGINS]
    counted = spread_of(table, series, names)
    several: dict[str, Any] = {}
    for name in names:
        # one state alone may end at any time, and nobody need say of what place all are
        asked = nw.col("_rows") > 1 if name == _BEGINS else nw.col(f"{name}_count") > 0
        several[name] = asked & ~is_one(name)
    for name, offending in several.items():
        problem = f"they differ in column {name!r}; group by it too"
        _refuse(counted.filter(offending), series, f"{BEGIN} (column 'period')" if name == _BEGINS else problem)


def _steps(rows: Any, series: Sequence[str]) -> Any:
    """Each state with what the one before it in its series holds; the first of each is left out."""
    nw = narwhals()
    if rows.implementation is nw.Implementation.DASK:
        together = nw.from_native(rows.to_native().shuffle(on=list(series)))
        return by_partition(together, functools.partial(_steps_native, series=list(series)))
    before = {name: nw.col(name).shift(1) for name in rows.collect_schema() if name not in series}
    if rows.implementation is nw.Implementation.POLARS or not isinstance(rows, nw.DataFrame):
        over = {name: column.over(*series, order_by=_LAST) for name, column in before.items()}
    else:
        # pyarrow has no windows: all series stand one after the other
        if rows.implementation.is_pandas_like():
            rows = nw.from_native(rows.to_native().reset_index(drop=True))
        rows = rows.with_columns(numbered(rows, series).alias(_SERIES)).sort(_SERIES, _LAST)
        first = nw.col(_SERIES) == nw.col(_SERIES).shift(1)
        over = {name: nw.when(first).then(column) for name, column in before.items()}
    held = rows.with_columns(column.alias(_BEFORE + name) for name, column in over.items())
    return held.filter(~nw.col(_BEFORE + _LAST).is_null())


def _steps_native(frame: Any, *, series: Sequence[str]) -> Any:
    return _steps(narwhals().from_native(frame), series).to_native()


def _changed(steps: Any, series: Sequence[str], named: Sequence[str]) -> Any:
    nw = narwhals()
    now = {part: nw.col(part) for part in PARTS}
    then = {part: nw.col(_BEFORE + part) for part in PARTS}
    begins, ends = nw.col(_BEFORE + _NEXT), nw.col(_ENDS)
    unsure = now["best"].is_null() | then["best"].is_null()
    fell = nw.when(unsure).then(below(now["high"], then["low"])).otherwise(below(now["best"], then["best"]))
    return steps.select(
        *series,
        nw.when(begins == ends).then(ends).otherwise(nw.concat_str([begins, ends], separator="/")).alias("period"),
        (now["best"] - then["best"]).alias("best"),
        (now["low"] - then["high"]).alias("low"),
        (now["high"] - then["low"]).alias("high"),
        nw.when(fell).then(nw.lit("revision")).otherwise(nw.lit("change")).alias("operation"),
        *(nw.col(_BEFORE + name).alias("earlier") for name in named),
        *(nw.col(name).alias("later") for name in named),
    )
