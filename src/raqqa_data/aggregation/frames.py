"""The same sums over tables of any size, on the engine that the table lives in.

Give a polars (eager or lazy), pandas, pyarrow, duckdb, ibis, Dask or PySpark table with one row a record and at least
the columns `best`, `low`, `high` (null where not stated) and `unit`. What comes back is of the same kind, lazy where
that is. A bound that one row leaves open is null in its group: an engine's own `sum` skips nulls, which would make
"more than 300" an upper bound.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from raqqa_data.aggregation.columns import (
    PARTS,
    UNIT,
    keys_of,
    opened,
    places_of,
    require,
    require_numbers,
    units_in,
)
from raqqa_data.aggregation.conditions import Ruling
from raqqa_data.aggregation.frame_changes import changes
from raqqa_data.aggregation.frame_checks import Findings, check_rows
from raqqa_data.aggregation.frame_claims import reconcile
from raqqa_data.aggregation.frame_hierarchy import check_hierarchy
from raqqa_data.aggregation.frame_sums import summed, targets_of
from raqqa_data.errors import NotSummarizable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raqqa_data.records.place import Place

__all__ = ["changes", "check", "check_hierarchy", "reconcile", "totals"]


def totals(
    frame: Any,
    *,
    by: Sequence[str] | str = ("indicator",),
    unit: Any = None,
    allow: Iterable[str] = (),
    places: Iterable[Place] = (),
) -> Any:
    """The total of each group, with its bounds, on the engine of the table.

    Units are converted to the base unit of their dimension; different dimensions and counted kinds are different
    groups. What may overlap, and on lazy engines but polars the units, is looked at when this is called; the sums are
    made when an engine that is lazy makes them.

    Args:
        frame: A table with `best`, `low`, `high`, `unit` and the columns of `by`. Where it has them too, `indicator`,
            `additivity`, `record_status`, `place`, `subgroup`, `period`, `id` and `part_of` are checked as `total`
            checks them; what overlaps is looked for where there is a place and a period. What only speaks Arrow, such
            as `Observations`, becomes a table of polars, or else of pyarrow.
        by: The columns to group by.
        unit: The unit of the results; every row must be of its dimension.
        allow: Conditions to break on purpose. "disjointness" saves the look at what overlaps.
        places: Places with what they lie in, so that a city and its governorate are known to overlap. The places of
            the shipped catalogue are known by their ids, and `Observations` bring their own. A place of which nothing
            is known lies in no other; a row without a place may be anywhere, and one without a period at any time.

    Returns:
        A table of the same kind: the columns of `by`, then `unit`, `best`, `low`, `high`, `records` (how many rows)
        and `open` (how many of them leave a part unstated); where the frame tells `annotation`, `proposed` (how many of
        them nobody confirmed yet). What is not stated, NaN or infinite in a row is null in
        its group; bounds that a row has the wrong way round are added as they stand.

    Raises:
        FrameError: A column is missing or of the wrong type, a unit, a period or a code is unknown (a unit of a
            polars LazyFrame that has nothing to check, when it is collected), or `by` names no columns.
        NotSummarizable: Rows of a group must not be added; names up to 1,000 of them.
        MissingExtraError: narwhals is not installed.

    Example:
        >>> import polars as pl
        >>> from raqqa_data.aggregation import frames
        >>> table = pl.DataFrame({
        ...     "indicator": ["schools", "schools"], "unit": ["school", "school"],
        ...     "best": [300, 15], "low": [300, 15], "high": [None, 15],
        ... })
        >>> frames.totals(table).rows(named=True)[0]["high"] is None
        True
    """
    table = opened(frame)
    schema = table.collect_schema()
    keys = keys_of(table, by, schema)
    require(table, (*PARTS, UNIT), schema)
    require_numbers(table, schema)
    check_rows(table, keys, places_of(frame, places), Ruling(allow))
    return summed(table, keys, unit).to_native()


def check(
    frame: Any, *, by: Sequence[str] | str = ("indicator",), places: Iterable[Place] = ()
) -> tuple[NotSummarizable, ...]:
    """What `totals` would refuse in a table, returned instead of raised.

    Args:
        frame: A table, as `totals` takes it.
        by: The columns to group by.
        places: As in `totals`.

    Returns:
        An error for each condition that does not hold, with its offending groups or ids.

    Raises:
        FrameError: A column is missing, a unit, a period or a code is unknown, or `by` names no columns.
        MissingExtraError: narwhals is not installed.

    Example:
        >>> import polars as pl
        >>> from raqqa_data.aggregation import frames
        >>> table = pl.DataFrame({
        ...     "indicator": ["killed", "killed"], "unit": ["person", "person"],
        ...     "place": ["raqqa-city", "raqqa-city"], "period": ["2022", "2022-01"],
        ... })
        >>> [error.condition for error in frames.check(table)]
        ['disjointness']
    """
    table = opened(frame)
    schema = table.collect_schema()
    keys = keys_of(table, by, schema)
    require(table, (UNIT,), schema)
    findings = Findings()
    try:
        targets_of(table, keys, units_in(table), None)
    except NotSummarizable as error:
        findings.found.append(error)
    check_rows(table, keys, places_of(frame, places), findings)
    return tuple(findings.found)
