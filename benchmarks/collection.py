"""A folder collected again, claims reconciled over a table beside the same by hand, and copies among many texts."""

from __future__ import annotations

import argparse
import gc
import importlib
import random
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

CATALOGUES = 1000
CLAIMS, GROUPS = 1_000_000, 100_000
TEXTS, COPIES, WORDS = 20_000, 2_000, 210
PARTS = ("best", "low", "high")
STATED = (*PARTS, "wording")

failed: list[str] = []


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def report(name: str, ratio: float, *, least: float | None = None, most: float | None = None) -> None:
    held = (least is None or ratio >= least) and (most is None or ratio <= most)
    bar = f"at least {least:g}" if least is not None else f"at most {most:g}"
    print(f"  {name}: {ratio:.2f}, {bar}: {'held' if held else 'MISSED'}")
    if not held:
        failed.append(name)


def over_a_folder() -> None:
    rd, attrs = importlib.import_module("raqqa_data"), importlib.import_module("attrs")
    dumps = importlib.import_module("raqqa_data.catalogue").dumps
    shipped = rd.datasets.catalogue

    def renamed(name: str, version: str = "1.0.0") -> str:
        text = attrs.evolve(shipped.document, id=name)
        records = rd.Observations(attrs.evolve(one, document=text) for one in shipped.observations)
        events = rd.Events(attrs.evolve(one, document=text) for one in shipped.events)
        made = attrs.evolve(shipped, data_version=version, document=text, observations=records, events=events)
        return str(dumps(made))

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(CATALOGUES):
            (folder / f"{number:04}.json").write_text(renamed(f"d{number}"), "utf-8")
        first = seconds(lambda: rd.collect(folder))
        later: list[float] = []
        for number in range(5):
            (folder / f"{number:04}.json").write_text(renamed(f"d{number}", "2.0.0"), "utf-8")
            later.append(seconds(lambda: rd.collect(folder)))
        whole = seconds(lambda: rd.collect(folder).observations)
    again = median(later)
    print(f"\n{CATALOGUES:,} catalogues of {len(shipped.observations)} records.")
    print(f"  first {first:.2f} s; one changed {again * 1e3:.0f} ms (median of {len(later)})")
    print(f"  all records asked for, after an index: {whole:.2f} s")
    report("first / one changed", first / again, least=50)


def table() -> Any:
    """Claims of 100,000 events by 20 agents in 5,000 documents on 300 days; a tenth in a document's own voice."""
    np, pl, dt = (importlib.import_module(name) for name in ("numpy", "polars", "datetime"))
    random = np.random.default_rng(1)

    def drawn(names: list[str], most: int | None = None) -> Any:
        return pl.Series(names).gather(random.integers(0, most or len(names), CLAIMS))

    best = pl.Series(random.integers(1, 500, CLAIMS).astype(float))
    wording = drawn(["exact", "exact", "exact", "more than", "at most"])
    days = [(dt.date(2020, 1, 1) + dt.timedelta(n)).isoformat() for n in range(300)]
    whole = pl.DataFrame(
        {
            "id": [f"r{n}.killed" for n in range(CLAIMS)],
            "document": drawn([f"d{n}" for n in range(5000)]),
            "published": drawn(days),
            "attributed_to": drawn([f"agent-{n}" for n in range(20)]),
            "event": drawn([f"event-{n}" for n in range(GROUPS)]),
            "unit": pl.repeat("person", CLAIMS, eager=True),
            "wording": wording,
            "best": best,
            "own": pl.Series(random.random(CLAIMS) < 0.1),  # noqa: PLR2004
        }
    )
    return whole.with_columns(
        pl.when("own").then(None).otherwise("attributed_to").alias("attributed_to"),
        pl.when(pl.col("wording") == "at most").then(None).otherwise("best").alias("low"),
        pl.when(pl.col("wording") == "more than").then(None).otherwise("best").alias("high"),
    ).drop("own")


def by_hand(lazy: Any) -> Any:
    """What someone who knows polars would write: the last claim of each claimant, then the range and the verdicts."""
    pl = importlib.import_module("polars")
    claimant = pl.coalesce("a:" + pl.col("attributed_to"), "d:" + pl.col("document")).alias("claimant")
    claims = lazy.with_columns(claimant)
    days = claims.group_by("event", "unit", "claimant").agg(pl.max("published").alias("day"), pl.len().alias("claims"))
    # of one day all that differ stand; of several ways tried the fastest
    last = (
        claims.join(days, on=["event", "unit", "claimant"])
        .filter(pl.col("published") == pl.col("day"))
        .unique(["event", "unit", "claimant", *STATED])
    )
    low, high = pl.col("low").fill_null(pl.col("best")), pl.col("high").fill_null(pl.col("best"))
    same = [(pl.col(part).n_unique() == 1).alias(f"{part}_same") for part in STATED]
    more = pl.col("low").filter(pl.col("wording") == "more than").max().alias("more")
    less = pl.col("high").filter(pl.col("wording") == "less than").min().alias("less")
    bounds = [low.min().alias("lo"), high.max().alias("hi"), pl.col("high").min().alias("hm")]
    firsts = [pl.col(part).first().alias(f"{part}_first") for part in STATED]
    found = (
        last.group_by("event", "unit")
        .agg(
            *same,
            *bounds,
            *firsts,
            pl.col("low").max().alias("lm"),
            more,
            less,
            pl.len().alias("independent"),
        )
        .join(days.group_by("event", "unit").agg(pl.sum("claims")), on=["event", "unit"])
    )
    agreed = pl.all_horizontal(f"{part}_same" for part in STATED)
    open_ = pl.col("lo").is_null() | pl.col("hi").is_null()
    return found.select(
        "event",
        "unit",
        pl.when(agreed).then("best_first").alias("best"),
        pl.when(agreed).then("low_first").otherwise("lo").alias("low"),
        pl.when(agreed).then("high_first").otherwise("hi").alias("high"),
        pl.when(agreed)
        .then("wording_first")
        .otherwise(pl.when(open_).then(pl.lit("vague")).otherwise(pl.lit("between")))
        .alias("wording"),
        pl.when(agreed).then(pl.lit("agreed")).otherwise(pl.lit("decided")).alias("status"),
        pl.col("claims").cast(pl.Int64),
        pl.col("independent").cast(pl.Int64),
        ((pl.col("hm") < pl.col("lm")) | (pl.col("hm") == pl.col("more")) | (pl.col("less") == pl.col("lm")))
        .fill_null(value=False)
        .alias("contradicts"),
    )


def over_a_table(rounds: int) -> None:
    frames = importlib.import_module("raqqa_data.aggregation.frames")
    lazy = table().lazy()
    ours, theirs = (found.collect().sort("event") for found in (frames.reconcile(lazy, by="event"), by_hand(lazy)))
    assert ours.equals(theirs), "what is timed does not give the same"  # noqa: S101
    works = {
        "polars lazy": lambda: frames.reconcile(lazy, by="event").collect(),
        "by hand": lambda: by_hand(lazy).collect(),
    }
    timings: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            timings[name].append(seconds(work))
    print(f"\n{CLAIMS:,} claims in {GROUPS:,} groups; medians of {rounds} interleaved rounds.")
    for name, several in timings.items():
        print(f"  {name:<20}{median(several) * 1e3:>9.0f} ms")
    report("polars lazy / by hand", median(timings["polars lazy"]) / median(timings["by hand"]), most=2)


def peak(side: str, file: Path) -> float:
    """The memory that reconciling a file's table takes at its peak, beside the table: in tables, on Linux."""
    frames, pl = importlib.import_module("raqqa_data.aggregation.frames"), importlib.import_module("polars")
    for rows in (1000, None):  # the first loads what is loaded once
        whole = pl.read_parquet(file, n_rows=rows).rechunk()
        occupied = whole.to_arrow(compat_level=pl.CompatLevel.newest()).nbytes / 1024
        gc.collect()
        Path("/proc/self/clear_refs").write_text("5", "ascii")
        before = kilobytes("VmRSS")
        frames.reconcile(whole, by="event") if side == "ours" else by_hand(whole.lazy()).collect()
    return (kilobytes("VmHWM") - before) / float(occupied)


def kilobytes(name: str) -> int:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))


def over_memory(rounds: int) -> None:
    processes = importlib.import_module("subprocess")
    if not Path("/proc/self/clear_refs").exists():
        print("\nMemory is measured on Linux alone.")
        return
    with tempfile.TemporaryDirectory() as name:
        file = Path(name, "claims.parquet")
        table().write_parquet(file)
        found: dict[str, list[float]] = {"ours": [], "by hand": []}
        for _ in range(rounds):
            for side, several in found.items():
                command = [sys.executable, "-m", "benchmarks", "collection", "--peak", side, str(file)]
                several.append(float(processes.run(command, check=True, capture_output=True, text=True).stdout))
    print(f"\nMemory at the peak beside the frame, in frames, each in a process of its own; medians of {rounds}.")
    print(f"  by hand: {median(found['by hand']):.2f}")
    report("ours", median(found["ours"]), most=3)


def over_texts() -> None:
    """Own texts of about 2 kB; a tenth of them copies with a new headline and one figure changed."""
    rd = importlib.import_module("raqqa_data")
    chance = random.Random(7)  # noqa: S311 - the same texts each time
    vocabulary = ["".join(chance.choices("ابتجحدرسعفقكلمنهوي", k=chance.randint(2, 7))) for _ in range(20_000)]
    rarity = [1 / rank for rank in range(1, len(vocabulary) + 1)]
    texts = {f"t{n}": " ".join(chance.choices(vocabulary, rarity, k=WORDS)) for n in range(TEXTS - COPIES)}
    for number in range(COPIES):
        words = texts[f"t{number}"].split(" ")
        words[WORDS // 2] = str(chance.randint(10, 999))
        texts[f"c{number}"] = " ".join([*chance.choices(vocabulary, rarity, k=6), *words])
    size = sum(len(text.encode()) for text in texts.values()) / len(texts) / 1000
    start = time.perf_counter()
    found = {(pair.one, pair.other) for pair in rd.duplicates(texts)}
    took = time.perf_counter() - start
    made = {(f"c{number}", f"t{number}") for number in range(COPIES)}
    print(f"\n{TEXTS:,} texts of {size:.1f} kB, {COPIES:,} of them near copies.")
    print(f"  found {len(found & made):,} of them, and {len(found - made):,} other pairs")
    report("seconds", took, most=120)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks collection", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peak", nargs=2, metavar=("SIDE", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if options.peak:
        print(peak(options.peak[0], Path(options.peak[1])))
        return 0
    over_a_folder()
    over_a_table(options.rounds)
    over_memory(options.rounds)
    over_texts()
    return 1 if failed else 0
