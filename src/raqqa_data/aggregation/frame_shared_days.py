"""Rows of a table that share a day with another: found where the table lives, in the way that its engine is good at.

A space is what its columns name. SQL engines and polars look through each in the order of its days, by windows. polars
looks first at hashes, which clears an honest table in a fraction of the time. pandas and pyarrow sort by one number, as
pyarrow has no windows; Dask, which has none either, brings each space into one partition and does there as pandas does.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, NamedTuple

from raqqa_data.aggregation.columns import by_partition, collected, narwhals

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FIRST, LAST = "_first", "_last"
"""The days of a row, as numbers of which none is negative."""

ENOUGH = 25
"""Rows that a finding is judged by."""

_SPACES = 10_000
_SLICE = 4_000_000
_WIDEST = 31
_MIXER = 0x9E3779B97F4A7C15
_ONE, _OTHER, _KEY, _END, _REACH, _ROW = "_one", "_other", "_key", "_end", "_reach", "_row"
_PERIOD = "_period"


class Days(NamedTuple):
    """The days of each period in a table.

    Attributes:
        of: First and last day of each text, as places in the order of all such days.
        top: The last such place.
        apart: Whether no two of the texts share a day, so that only equal ones do.
    """

    of: Mapping[str, tuple[int, int]]
    top: int
    apart: bool


class Sides(NamedTuple):
    """Expressions that say which rows of a space are looked at beside which others."""

    one: Any
    other: Any


def dated(table: Any, days: Days) -> Any:
    """The table with the days of its column `period`; a row without one can be of any day."""
    nw = narwhals()
    texts, spans = list(days.of), list(days.of.values())
    if not texts:
        return table.with_columns(nw.lit(0).alias(FIRST), nw.lit(days.top).alias(LAST))
    found = of_periods(table, texts, {FIRST: [span[0] for span in spans], LAST: [span[1] for span in spans]})
    columns = {FIRST: nw.col(FIRST), LAST: nw.col(LAST)}
    return found.with_columns(
        columns[FIRST].fill_null(0).cast(nw.Int64).alias(FIRST),
        columns[LAST].fill_null(days.top).cast(nw.Int64).alias(LAST),
    )


def of_periods(table: Any, texts: Sequence[str], columns: Mapping[str, Sequence[Any]]) -> Any:
    """The table with what these columns have for each of its periods, null for any other."""
    if not _has_sql(table):
        return looked_up(table, "period", columns, texts)
    # a literal mapping is searched from its start for each row there
    return table.join(_lookup(table, texts, columns), left_on="period", right_on=_PERIOD, how="left")


def looked_up(table: Any, name: str, columns: Mapping[str, Sequence[Any]], values: Sequence[Any]) -> Any:
    """The table with what these columns have for each value of one of its own, null for any other value."""
    nw = narwhals()
    if table.implementation is nw.Implementation.DASK:
        # narwhals puts the new values into a column of the old type there
        return by_partition(table, functools.partial(_looked_up_native, name=name, columns=columns, values=values))
    return table.with_columns(
        nw.col(name)
        .replace_strict(values, news, default=None, return_dtype=nw.String if isinstance(news[0], str) else nw.Int64)
        .alias(new)
        for new, news in columns.items()
    )


def _looked_up_native(frame: Any, *, name: str, columns: Mapping[str, Sequence[Any]], values: Sequence[Any]) -> Any:
    return looked_up(narwhals().from_native(frame), name, columns, values).to_native()


def _has_sql(table: Any) -> bool:
    known = narwhals().Implementation
    return table.implementation in {known.DUCKDB, known.IBIS} or table.implementation.is_spark_like()


def _lookup(table: Any, texts: Sequence[str], columns: Mapping[str, Sequence[Any]]) -> Any:
    """A small table on the engine and in the session of another. Its texts are of periods, so they hold no quotes."""
    nw = narwhals()
    native = table.to_native()
    named = {_PERIOD: texts, **columns}
    if table.implementation is nw.Implementation.IBIS:
        arrow = nw.from_dict(named, backend="pyarrow").to_native()
        return nw.from_native(nw.get_native_namespace(table).memtable(arrow))
    rows = list(zip(*named.values(), strict=True))
    if table.implementation is nw.Implementation.DUCKDB:
        values = ", ".join(f"({', '.join(map(repr, row))})" for row in rows)
        return nw.from_native(native.query("_t", f"select * from (values {values}) v({', '.join(named)})"))  # noqa: S608
    types = (f"{name} {'string' if isinstance(values[0], str) else 'long'}" for name, values in named.items())
    return nw.from_native(native.sparkSession.createDataFrame(rows, ", ".join(types)))


def meeting(rows: Any, space: Sequence[str], days: Days, sides: Sides | None = None) -> Iterator[list[dict[str, Any]]]:
    """Some of the rows that share a day with another of their space, in lots; nothing where none does.

    Args:
        rows: The table, dated.
        space: The columns that tell spaces apart.
        days: The days of its periods.
        sides: Which rows to look at beside which; without, each beside all.
    """
    nw = narwhals()
    if sides is not None:
        rows = rows.with_columns(sides.one.alias(_ONE), sides.other.alias(_OTHER)).filter(nw.col(_ONE) | nw.col(_OTHER))
    if rows.implementation is nw.Implementation.POLARS:
        lazy = rows.lazy()
        for some in _suspicious(lazy, space, days, sided=sides is not None):
            there = nw.from_native(lazy.to_native().filter(some))
            yield _listed(_by_windows(there, space, days, sided=sides is not None))
    elif rows.implementation is nw.Implementation.DASK:
        look = functools.partial(_by_order_native, space=list(space), days=days, sided=sides is not None)
        yield _listed(by_partition(nw.from_native(rows.to_native().shuffle(on=list(space))), look))
    elif isinstance(rows, nw.DataFrame):
        yield _listed(_by_order(rows, space, days, sided=sides is not None))
    else:
        yield _listed(_by_windows(rows, space, days, sided=sides is not None))


def _listed(found: Any) -> list[dict[str, Any]]:
    return list(collected(found.head(ENOUGH)).rows(named=True))


def _by_windows(rows: Any, space: Sequence[str], days: Days, *, sided: bool) -> Any:
    nw = narwhals()
    first, last = nw.col(FIRST), nw.col(LAST)
    over = {"order_by": FIRST}
    if sided:
        one, other = nw.col(_ONE), nw.col(_OTHER)
        reached = rows.with_columns(
            **{
                f"{_REACH}{side}": nw.when(nw.col(side)).then(last).otherwise(-1).cum_max().over(*space, **over)
                for side in (_ONE, _OTHER)
            }
        )
        reach_one, reach_other = nw.col(f"{_REACH}{_ONE}"), nw.col(f"{_REACH}{_OTHER}")
        return reached.filter((one & (first <= reach_other)) | (other & (first <= reach_one)))
    if days.apart:
        columns = [*space, FIRST, LAST]
        counted = rows.group_by(columns, drop_null_keys=False).agg(nw.len().alias("_rows"))
        return counted.filter(nw.col("_rows") > 1)
    # where several begin on one day, the next of all but one of them begins then too: no order among them is needed
    reached = rows.with_columns(
        last.cum_max().over(*space, **over).alias(_REACH), first.shift(-1).over(*space, **over).alias("_next")
    )
    return reached.filter(nw.col("_next") <= nw.col(_REACH))


def _suspicious(rows: Any, space: Sequence[str], days: Days, *, sided: bool) -> Iterator[Any]:
    """Filters for the spaces of a polars table in which rows may meet, some at a time; two of one hash are one here."""
    nw = narwhals()
    pl = nw.get_native_namespace(rows)
    native = rows.to_native()
    mixed = functools.reduce(lambda mixer, name: mixer * _MIXER + pl.col(name).hash(), space, pl.lit(0, pl.UInt64))
    bits = max(days.top.bit_length(), 1)
    hashed = mixed & pl.lit(2**64 - 2**bits, pl.UInt64)
    key, end = (hashed + pl.col(name).cast(pl.UInt64) for name in (FIRST, LAST))
    found: set[int] = set()
    for chosen in slices(native, hashed // 2**bits):
        if sided:
            sides = {f"{_REACH}{name}": pl.when(name).then(end).otherwise(0) for name in (_ONE, _OTHER)}
            keys = chosen.select(key.alias(_KEY), _ONE, _OTHER, **sides).collect(engine="streaming").sort(_KEY)
            one, other = (pl.col(_KEY) <= pl.col(f"{_REACH}{name}").cum_max() for name in (_OTHER, _ONE))
            meet = keys.filter((pl.col(_ONE) & one) | (pl.col(_OTHER) & other))[_KEY]
        else:
            keys = chosen.select(key.alias(_KEY), *([] if days.apart else [end.alias(_END)])).collect(
                engine="streaming"
            )
            # as many begin as end before each one begins, if and only if none meets another
            starts = keys[_KEY].sort()
            ends = starts if days.apart else keys[_END].sort()
            meet = starts[1:].filter(starts[1:] <= ends[:-1])
        found.update((meet // 2**bits).unique().head(_SPACES).to_list())
    spaces = sorted(found)
    for start in range(0, len(spaces), ENOUGH):
        some = pl.Series(spaces[start : start + ENOUGH], dtype=pl.UInt64)
        yield (hashed // 2**bits).is_in(some.implode())


def slices(native: Any, hashed: Any) -> Iterator[Any]:
    """A polars table in parts by a hash: of a long one, less is held in memory at a time."""
    pl = narwhals().get_native_namespace(native)
    parts = native.select(pl.len()).collect(engine="streaming").item() // _SLICE + 1
    for part in range(parts):
        yield native.filter(hashed % parts == part) if parts > 1 else native


def _by_order_native(frame: Any, *, space: Sequence[str], days: Days, sided: bool) -> Any:
    return _by_order(narwhals().from_native(frame), space, days, sided=sided).to_native()


def _by_order(rows: Any, space: Sequence[str], days: Days, *, sided: bool) -> Any:
    """Each space after the other on one line, so that what reaches furthest so far is known without windows."""
    nw = narwhals()
    if rows.implementation.is_pandas_like():
        rows = nw.from_native(rows.to_native().reset_index(drop=True))
    if not len(rows):
        return rows
    start = numbered(rows, space) * (days.top + 1)
    line = rows.select(
        (start + rows[FIRST]).alias(_KEY),
        (start + rows[LAST]).alias(_END),
        *(rows[name] for name in (_ONE, _OTHER) if sided),
    )
    line = line.with_row_index(_ROW).sort(_KEY)
    if sided:
        reach = (
            line.select(nw.when(nw.col(name)).then(nw.col(_END)).otherwise(-1).cum_max().alias(_REACH))[_REACH]
            for name in (_OTHER, _ONE)
        )
        one, other = (line[_KEY] <= furthest for furthest in reach)
        meet = (line[_ONE] & one) | (line[_OTHER] & other)
    else:
        meet = line[_KEY] <= line[_END].cum_max().shift(1).fill_null(-1)
    return rows[line.filter(meet)[_ROW].head(ENOUGH).to_list()]


def numbered(rows: Any, space: Sequence[str]) -> Any:
    """A number for each row that is the same for the rows of one space, and for them alone."""
    number, size = _codes(rows[space[0]])
    for name in space[1:]:
        more, count = _codes(rows[name])
        number, size = number * count + more, size * count
        if size > 2**_WIDEST:
            number, size = _codes(number)
    return number


def _codes(column: Any) -> tuple[Any, int]:
    """A number below the count for each distinct value, of which null is one."""
    nw = narwhals()
    native = column.to_native()
    if column.implementation.is_pandas_like():
        codes, values = native.factorize()
        return nw.from_native(type(native)(codes + 1), series_only=True).cast(nw.Int64), len(values) + 1
    encoded = native.dictionary_encode().unify_dictionaries()
    codes = nw.get_native_namespace(column).chunked_array([chunk.indices for chunk in encoded.chunks], type="int32")
    indices = nw.from_native(codes, series_only=True)
    count = len(encoded.chunk(0).dictionary) if encoded.num_chunks else 0
    return (indices.cast(nw.Int64) + 1).fill_null(0), count + 1
