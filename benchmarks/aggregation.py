"""Totals over records and tables, beside the same sums written by hand, pint's and numpy's."""

from __future__ import annotations

import argparse
import importlib
import subprocess
import sys
import tempfile
import time
from itertools import repeat
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

PARTS = ("best", "low", "high")
ROWS = 1_000_000
GROUPS = 240
RECORDS = 100_000
SCANNED = 20_000_000
UNITS = ("meter ** 2", "hectare", "dunam")
FACTORS = {"meter ** 2": 1.0, "hectare": 10_000.0, "dunam": 1_000.0, "person": 1.0}

failed: list[str] = []


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    start = clock()
    work()
    return clock() - start


def interleaved(
    works: dict[str, Callable[[], object]], rounds: int, clock: Callable[[], float] = time.perf_counter
) -> dict[str, float]:
    """The median time of each, all of them run in turn."""
    for work in works.values():
        work()
    timings: dict[str, list[float]] = {name: [] for name in works}
    for _ in repeat(None, rounds):
        for name, work in works.items():
            timings[name].append(seconds(work, clock))
    return {name: median(several) for name, several in timings.items()}


def report(name: str, ratio: float, bar: float) -> None:
    held = ratio <= bar
    print(f"  {name}: {ratio:.2f}, at most {bar:g}: {'held' if held else 'MISSED'}")
    if not held:
        failed.append(name)


def table(rows: int, seed: int = 1) -> Any:
    """Rows of 240 indicators, some of them counts and some areas in three units; one bound in 10,000 is open."""
    np, pl = importlib.import_module("numpy"), importlib.import_module("polars")
    random = np.random.default_rng(seed)
    group = random.integers(0, GROUPS, rows)
    names = pl.Series([f"indicator_{n:03}" for n in range(GROUPS)])
    units = pl.Series(["person", *UNITS])
    unit = np.where(group % 2 == 0, 0, random.integers(1, 4, rows))
    best = random.integers(0, 100_000, rows).astype(float)
    columns = {"indicator": names.gather(group), "unit": units.gather(unit), "best": pl.Series(best)}
    for part, more in (("low", 0), ("high", 5)):
        columns[part] = pl.Series(best + more).set(pl.Series(random.random(rows) < 1e-4), None)  # noqa: PLR2004
    return pl.DataFrame(columns)


def checked(rows: Any) -> Any:
    """The same rows with all that is checked: each indicator has a figure for each day of each of 1,000 places."""
    pl = importlib.import_module("polars")
    dt = importlib.import_module("datetime")
    places = pl.Series([f"place_{n:03}" for n in range(1000)])
    days = pl.Series([(dt.date(2000, 1, 1) + dt.timedelta(n)).isoformat() for n in range(1000)])
    figure = pl.int_range(pl.len()).over("indicator")
    numbered = rows.with_columns(figure.alias("figure"), pl.int_range(pl.len()).alias("row"))
    return numbered.with_columns(
        place=places.gather(numbered["figure"] % 1000),
        subgroup=pl.lit(None, pl.String),
        period=days.gather(numbered["figure"] // 1000 % 1000),
        additivity=pl.lit("flow"),
        id="r" + pl.col("row").cast(pl.String),
        part_of=pl.lit(None, pl.String),
    ).drop("figure", "row")


def overlaps_by_hand(lazy: Any) -> Any:
    """What someone who knows polars would write to find days that are given twice: sort, and look at the one before."""
    pl = importlib.import_module("polars")
    space = ["indicator", "unit", "place", "subgroup"]
    days = lazy.select(*space, pl.col("period").str.to_date()).sort(*space, "period")
    same = pl.all_horizontal(pl.col(name).eq_missing(pl.col(name).shift(1)) for name in space)
    return days.select((same & (pl.col("period") <= pl.col("period").shift(1))).any())


def by_hand_polars(lazy: Any) -> Any:
    """What someone who knows polars, open bounds and NaN would write: sums by unit first, the factors after."""
    pl = importlib.import_module("polars")
    parts = [pl.col(part) for part in PARTS]
    stated = pl.all_horizontal(part.is_finite() for part in parts)
    sums = lazy.group_by("indicator", "unit").agg(
        *(part.sum() for part in parts),
        *(part.is_finite().sum().name.suffix("_stated") for part in parts),
        pl.len().alias("records"),
        stated.sum().alias("stated"),
    )
    factor = pl.col("unit").replace_strict(FACTORS, return_dtype=pl.Float64)
    base = pl.when(pl.col("unit") == "person").then(pl.lit("person")).otherwise(pl.lit("meter ** 2"))
    merged = (
        sums.with_columns(*(part * factor for part in parts), base.alias("unit"))
        .group_by("indicator", "unit")
        .agg(pl.all().sum())
    )
    return merged.select(
        "indicator",
        "unit",
        *(pl.when(pl.col(f"{part}_stated") == pl.col("records")).then(pl.col(part)).alias(part) for part in PARTS),
        "records",
        (pl.col("records") - pl.col("stated")).alias("open"),
    )


_SQL = """
with sums as (
  select indicator, unit,
    sum(best) as best, sum(low) as low, sum(high) as high,
    count(*) filter (isfinite(best)) as best_n, count(*) filter (isfinite(low)) as low_n,
    count(*) filter (isfinite(high)) as high_n, count(*) as records,
    count(*) filter (isfinite(best) and isfinite(low) and isfinite(high)) as stated
  from rows group by all
), scaled as (
  select indicator, case unit when 'person' then 'person' else 'meter ** 2' end as unit,
    case unit when 'hectare' then 10000.0 when 'dunam' then 1000.0 else 1.0 end as factor, * exclude (indicator, unit)
  from sums
)
select indicator, unit,
  case when sum(best_n) = sum(records) then sum(best * factor) end as best,
  case when sum(low_n) = sum(records) then sum(low * factor) end as low,
  case when sum(high_n) = sum(records) then sum(high * factor) end as high,
  sum(records) as records, sum(records - stated) as open
from scaled group by all
"""


def by_hand_duckdb(relation: Any) -> Any:
    return relation.query("rows", _SQL)


def by_hand_pyarrow(rows: Any) -> Any:
    pa, pc = importlib.import_module("pyarrow"), importlib.import_module("pyarrow.compute")
    finite = [pc.is_finite(rows[part]) for part in PARTS]
    stated = pc.and_(pc.and_(finite[0], finite[1]), finite[2])
    wide = rows.append_column("stated", pc.cast(stated, pa.int64()))
    for part, flags in zip(PARTS, finite, strict=True):
        wide = wide.append_column(f"{part}_stated", pc.cast(flags, pa.int64()))
    names = [*PARTS, *(f"{part}_stated" for part in PARTS), "stated"]
    sums = wide.group_by(["indicator", "unit"]).aggregate([*((name, "sum") for name in names), ([], "count_all")])
    factor = pa.array([FACTORS[unit] for unit in sums["unit"].to_pylist()])
    base = pa.array(["person" if unit == "person" else "meter ** 2" for unit in sums["unit"].to_pylist()])
    sums = sums.set_column(sums.schema.get_field_index("unit"), "unit", base)
    for part in PARTS:
        at = sums.schema.get_field_index(f"{part}_sum")
        sums = sums.set_column(at, f"{part}_sum", pc.multiply(sums[f"{part}_sum"], factor))
    merged = sums.group_by(["indicator", "unit"]).aggregate(
        [*((f"{name}_sum", "sum") for name in names), ("count_all", "sum")]
    )
    records = merged["count_all_sum"]
    return pa.table(
        {
            "indicator": merged["indicator"],
            "unit": merged["unit"],
            **{
                part: pc.if_else(pc.equal(merged[f"{part}_stated_sum_sum"], records), merged[f"{part}_sum_sum"], None)
                for part in PARTS
            },
            "records": records,
            "open": pc.subtract(records, merged["stated_sum_sum"]),
        }
    )


def by_hand_pandas(rows: Any) -> Any:
    np = importlib.import_module("numpy")
    finite = np.isfinite(rows[list(PARTS)].to_numpy())
    wide = rows.assign(stated=finite.all(axis=1), **{f"{part}_stated": finite[:, n] for n, part in enumerate(PARTS)})
    sums = wide.groupby(["indicator", "unit"], dropna=False, sort=False).agg(
        **{part: (part, "sum") for part in PARTS},
        **{f"{part}_stated": (f"{part}_stated", "sum") for part in PARTS},
        records=("stated", "size"),
        stated=("stated", "sum"),
    )
    sums = sums.reset_index()
    factor = sums["unit"].map(FACTORS)
    sums[list(PARTS)] = sums[list(PARTS)].mul(factor, axis=0)
    sums["unit"] = sums["unit"].where(sums["unit"] == "person", "meter ** 2")
    merged = sums.groupby(["indicator", "unit"], dropna=False, sort=False).sum().reset_index()
    for part in PARTS:
        merged[part] = merged[part].where(merged.pop(f"{part}_stated") == merged["records"])
    merged["open"] = merged["records"] - merged.pop("stated")
    return merged


def over_frames(rounds: int, clock: Callable[[], float]) -> None:
    frames, pl = importlib.import_module("raqqa_data.aggregation.frames"), importlib.import_module("polars")
    np = importlib.import_module("numpy")
    rows = table(ROWS)
    lazy, arrow = rows.lazy(), rows.to_arrow()
    pandas = importlib.import_module("pandas").DataFrame(rows.to_dict(as_series=False))
    relation = importlib.import_module("duckdb").from_arrow(arrow)
    best = rows["best"].to_numpy()
    works: dict[str, Callable[[], object]] = {
        "polars lazy": lambda: frames.totals(lazy).collect(),
        "polars lazy, by hand": lambda: by_hand_polars(lazy).collect(),
        "polars lazy, naive and wrong": lambda: lazy.group_by("indicator").agg(pl.col(PARTS).sum()).collect(),
        "duckdb": lambda: frames.totals(relation).fetchall(),
        "duckdb, by hand": lambda: by_hand_duckdb(relation).fetchall(),
        "pyarrow": lambda: frames.totals(arrow),
        "pyarrow, by hand": lambda: by_hand_pyarrow(arrow),
        "pandas": lambda: frames.totals(pandas),
        "pandas, by hand": lambda: by_hand_pandas(pandas),
        "numpy.add.reduce of one column": lambda: np.add.reduce(best),
    }
    for ours, theirs in (
        (frames.totals(lazy).collect(), by_hand_polars(lazy).collect()),
        (pl.from_arrow(frames.totals(arrow)), pl.from_arrow(by_hand_pyarrow(arrow))),
        (
            pl.from_arrow(frames.totals(relation).to_arrow_table()),
            pl.from_arrow(by_hand_duckdb(relation).to_arrow_table()),
        ),
        (pl.from_pandas(frames.totals(pandas)), pl.from_pandas(by_hand_pandas(pandas))),
    ):
        assert same(ours) == same(theirs), "what is timed does not give the same"  # noqa: S101
    timings = interleaved(works, rounds, clock)
    print(f"\n{ROWS:,} rows, {GROUPS} groups, units mixed; medians of {rounds} interleaved rounds.")
    for name, timing in timings.items():
        print(f"  {name:<32}{timing * 1e3:>9.1f} ms")
    report("polars lazy / by hand", timings["polars lazy"] / timings["polars lazy, by hand"], 1.3)
    report("polars lazy / naive and wrong", timings["polars lazy"] / timings["polars lazy, naive and wrong"], 3.0)
    for engine in ("duckdb", "pyarrow", "pandas"):
        report(f"{engine} / by hand", timings[engine] / timings[f"{engine}, by hand"], 1.6)
    print(f"  polars lazy / numpy.add.reduce: {timings['polars lazy'] / timings['numpy.add.reduce of one column']:.0f}")
    one_by_one(timings["polars lazy"])


PLACED = ("place", "subgroup", "period", "additivity")


def over_checked_frames(rounds: int, clock: Callable[[], float]) -> None:
    frames = importlib.import_module("raqqa_data.aggregation.frames")
    whole = checked(table(ROWS))
    everything, lazy = whole.lazy(), whole.drop("id", "part_of").lazy()
    plain = lazy.drop(PLACED)
    arrow = whole.to_arrow()
    relation = importlib.import_module("duckdb").from_arrow(arrow)
    pandas = importlib.import_module("pandas").DataFrame(whole.to_dict(as_series=False))
    assert not overlaps_by_hand(lazy).collect().item()  # noqa: S101
    works: dict[str, Callable[[], object]] = {
        "polars lazy, nothing to check": lambda: frames.totals(plain).collect(),
        "polars lazy, + place, subgroup, period, additivity": lambda: frames.totals(lazy).collect(),
        "polars lazy, + id, part_of": lambda: frames.totals(everything).collect(),
        "polars lazy, by hand": lambda: by_hand_polars(lazy).collect(),
        "polars lazy, by hand, with a check by hand": lambda: (
            by_hand_polars(lazy).collect(),
            overlaps_by_hand(lazy).collect(),
        ),
        "duckdb, all of them": lambda: frames.totals(relation).fetchall(),
        "pyarrow, all of them": lambda: frames.totals(arrow),
        "pandas, all of them": lambda: frames.totals(pandas),
    }
    timings = interleaved(works, rounds, clock)
    print(f"\n{ROWS:,} rows that are checked for overlaps, none of which there are; medians of {rounds} rounds.")
    for name, timing in timings.items():
        print(f"  {name:<52}{timing * 1e3:>9.1f} ms")
    for name in list(works)[1:3]:
        for theirs in list(works)[3:5]:
            print(f"  {name} / {theirs.removeprefix('polars lazy, ')}: {timings[name] / timings[theirs]:.2f}")


def same(frame: Any) -> list[tuple[Any, ...]]:
    return sorted(
        tuple(round(value, 6) if isinstance(value, float) else value for value in row)
        for row in frame.select("indicator", "unit", *PARTS, "records", "open").rows()
    )


def one_by_one(ours: float, quantities: int = 10_000) -> None:
    """Sum pint Quantities one after the other, as many as patience allows, and reckon for as many as the table has."""
    pint = importlib.import_module("pint")
    values = [pint.Quantity(float(n), "meter ** 2") for n in range(quantities)]
    timing = seconds(lambda: sum(values[1:], values[0])) / quantities * ROWS * len(PARTS)
    print(f"  pint Quantities one by one, reckoned from {quantities:,}: {timing:.0f} s, {timing / ours:,.0f}x ours")


def over_records(rounds: int, clock: Callable[[], float]) -> None:
    raqqa_data = importlib.import_module("raqqa_data")
    attrs, dt = importlib.import_module("attrs"), importlib.import_module("datetime")
    like = raqqa_data.prison_attack.killed
    days = [raqqa_data.Period((dt.date(2000, 1, 1) + dt.timedelta(n)).isoformat()) for n in range(1000)]
    places = [attrs.evolve(like.place, id=f"place-{n}") for n in range(RECORDS // len(days))]
    records = [
        attrs.evolve(like, id=f"many.r{n}", estimate=raqqa_data.Estimate.stated(n), period=days[n % 1000],
                     place=places[n // 1000])
        for n in range(RECORDS)
    ]  # fmt: skip
    observations = raqqa_data.Observations(records)
    shuffled = raqqa_data.Observations(importlib.import_module("random").Random(1).sample(records, len(records)))

    def bare(given: Any = records) -> tuple[int, int, int]:
        best = low = high = 0
        for record in given:
            best += record.estimate.best
            low += record.estimate.low
            high += record.estimate.high
        return best, low, high

    total = raqqa_data.total
    works: dict[str, Callable[[], object]] = {
        "bare loop": bare,
        "bare loop in any order": lambda: bare(shuffled),
        "total of Observations": lambda: total(observations),
        "total of a list": lambda: total(records),
        "total in any order": lambda: total(shuffled),
    }
    assert total(observations).estimate.best == bare()[0]  # noqa: S101
    timings = interleaved(works, rounds, clock)
    print(f"\n{RECORDS:,} records of 100 places on 1,000 days; medians of {rounds} interleaved rounds.")
    for name, timing in timings.items():
        print(f"  {name:<32}{timing * 1e3:>9.1f} ms")
    report("total of Observations / bare loop", timings["total of Observations"] / timings["bare loop"], 3.0)
    report("total of a list / bare loop", timings["total of a list"] / timings["bare loop"], 3.0)
    # memory read out of order is slow by itself, so both walk the same records in the same order
    ratio = timings["total in any order"] / timings["bare loop in any order"]
    report("total in any order / bare loop in any order", ratio, 10.0)
    print(f"  total in any order / bare loop: {timings['total in any order'] / timings['bare loop']:.2f}")


_SCAN = """
import sys, time, polars
from raqqa_data.aggregation import frames
start = time.perf_counter()
found = frames.totals(polars.scan_parquet(sys.argv[1])).collect()
peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(found["records"].sum(), peak / 1024, time.perf_counter() - start)
"""


def over_parquet(*, checks: bool) -> None:
    """Peak memory of a fresh process."""
    pl = importlib.import_module("polars")
    with tempfile.TemporaryDirectory() as folder:
        for part in range(10):
            rows = table(SCANNED // 10, seed=part)
            if checks:
                # other places in each file
                rows = checked(rows).with_columns(
                    (pl.lit(f"{part}_") + pl.col(name)).alias(name) for name in ("place", "id")
                )
            rows.write_parquet(Path(folder) / f"{part}.parquet")
            del rows
        done = subprocess.run(
            [sys.executable, "-c", _SCAN, f"{folder}/*.parquet"], check=True, capture_output=True, encoding="utf-8"
        )
    records, peak, took = map(float, done.stdout.split())
    print(f"\n{records:,.0f} rows from a lazy Parquet scan in {took:.1f} s{', all of them checked' if checks else ''}.")
    if checks:
        print(f"  peak MiB of the process: {peak:.0f}")
    else:
        report("peak MiB of the process", peak, 1024)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks aggregation", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--no-scan", action="store_true", help="leave out the 20,000,000 rows from Parquet")
    parser.add_argument("--wall", action="store_true", help="time by the clock on the wall, on a quiet machine")
    options = parser.parse_args(argv)
    # processor time of all threads: what else a machine does shows less in it
    clock = time.perf_counter if options.wall else time.process_time
    print(f"{'Time on the wall' if options.wall else 'Processor time of all threads'}.")
    over_records(options.rounds, clock)
    over_frames(options.rounds, clock)
    over_checked_frames(options.rounds, clock)
    if not options.no_scan:
        over_parquet(checks=False)
        over_parquet(checks=True)
    return 1 if failed else 0
