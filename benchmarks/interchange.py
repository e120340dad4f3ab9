"""100,000 observations to Arrow and through JSON Lines, beside arro3 and orjson alone; memory of the writers."""

from __future__ import annotations

import argparse
import importlib
import io
import time
import tracemalloc
from statistics import median
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = 100_000
ARROW_BAR = 5.0
LINES_BAR = 3.0
MEMORY_BAR = 100.0  # MiB


class Nowhere(io.RawIOBase):
    """A file that keeps nothing, so that only the writer's own memory counts."""

    def writable(self) -> bool:
        """Anybody may write."""
        return True

    def write(self, data: Any, /) -> int:
        """Take the data, and forget it."""
        return len(data)


def many(rd: Any) -> Any:
    """The shipped observations again and again, each with an id and an estimate of its own."""
    shipped = list(rd.observations)
    return rd.Observations(
        attrs.evolve(
            shipped[index % len(shipped)],
            id=f"bench.record_{index}",
            part_of=None,
            # of the same parts, but not the same object
            estimate=attrs.evolve(shipped[index % len(shipped)].estimate),
            quote=attrs.evolve(shipped[index % len(shipped)].quote),
        )
        for index in range(SIZE)
    )


def seconds(function: Callable[[], object]) -> float:
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def ratios(name: str, bar: float, rounds: int, ours: Callable[[], object], peer: Callable[[], object]) -> bool:
    pairs = [(seconds(ours), seconds(peer)) for _ in range(rounds)]
    ratio = median(mine / theirs for mine, theirs in pairs)
    mine, theirs = (median(column) for column in zip(*pairs, strict=True))
    held = ratio <= bar
    print(f"{name:<22}{mine:>8.3f} s{theirs:>8.3f} s   ratio {ratio:.2f}, at most {bar:g}: {_verdict(held=held)}")
    return held


def arrow(records: Any, rounds: int) -> bool:
    core: Any = importlib.import_module("arro3.core")
    ours: Any = importlib.import_module("raqqa_data.interchange.arrow")
    table = ours.to_arrow(records)
    ready = [(column.name, table.column(column.name).to_pylist()) for column in ours.COLUMNS]
    schema = table.schema
    int32, text = core.DataType.int32(), core.DataType.string()
    for index, (name, values) in enumerate(ready):
        if ours.COLUMNS[index].type == "date":
            ready[index] = (name, [None if day is None else day.toordinal() - 719_163 for day in values])

    def peer() -> object:
        arrays: list[Any] = []
        for column, (_, values) in zip(ours.COLUMNS, ready, strict=True):
            kind = schema.field(column.name).type
            first = {"date": int32, "code": text}.get(column.type, kind)
            array = core.Array(values, first)
            arrays.append(array if first is kind else array.cast(kind))
        return core.Table.from_arrays(arrays, schema=schema)

    return ratios("to Arrow", ARROW_BAR, rounds, lambda: ours.to_arrow(records), peer)


def lines(records: Any, rounds: int) -> bool:
    orjson: Any = importlib.import_module("orjson")
    ours: Any = importlib.import_module("raqqa_data.interchange.jsonlines")
    rows_of: Any = importlib.import_module("raqqa_data.catalogue").plain
    kinds: Any = importlib.import_module("raqqa_data.records").KINDS
    rd: Any = importlib.import_module("raqqa_data")
    catalogue = rd.datasets.catalogue
    known = {item.id: item for item in (catalogue.document, *catalogue.agents, *catalogue.places)}
    indicators = {item.id: item for item in catalogue.indicators}
    rows = [rows_of(record) for record in records]
    buffer = io.BytesIO()
    ours.write_jsonl(records, buffer)
    content = buffer.getvalue().split(b"\n")

    def peer_writes() -> object:
        return b"\n".join([orjson.dumps(_plain(record)) for record in records])

    def peer_reads() -> object:
        made: list[Any] = []
        for line in content[1:-1]:
            row = orjson.loads(line)
            cls = kinds[row.pop("kind")]
            row["name"], row["estimate"] = rd.Name(**row["name"]), rd.Estimate(**row["estimate"])
            row["quote"], row["period"] = rd.Quote(**row["quote"]), rd.Period(row["period"])
            for key in ("place", "document", "attributed_to", "conveyed_by"):
                if key in row:
                    row[key] = known[row[key]]
            row["indicator"] = indicators[row["indicator"]]
            if "note" in row:
                row["note"] = rd.Name(**row["note"])
            made.append(cls(**row))
        return rd.Observations(made)

    if [orjson.loads(line) for line in content[1:-1]] != rows or peer_reads() != records:
        raise RuntimeError("the peer does not do the same")
    return all(
        [
            ratios(
                "JSON Lines, written", LINES_BAR, rounds, lambda: ours.write_jsonl(records, io.BytesIO()), peer_writes
            ),
            ratios("JSON Lines, read", LINES_BAR, rounds, lambda: ours.read_jsonl(content, "bench"), peer_reads),
        ]
    )


def _plain(record: Any) -> dict[str, Any]:
    """What a hand would write for `orjson`: the same keys and values as ours."""
    estimate, quote, name, note = record.estimate, record.quote, record.name, record.note
    row = {
        "id": record.id,
        "kind": record.kind,
        "name": {"en": name.en, "ar": name.ar},
        "period": record.period.edtf,
        "inferred": record.inferred,
        "place": record.place.id,
        "where_prec": record.where_prec,
        "document": record.document.id,
        "quote": {"exact": quote.exact, "start": quote.start, "end": quote.end},
        "attributed_to": record.attributed_to and record.attributed_to.id,
        "conveyed_by": record.conveyed_by and record.conveyed_by.id,
        "claim_status": record.claim_status,
        "note": note and {"en": note.en, "ar": note.ar},
        "record_status": record.record_status,
        "superseded_by": record.superseded_by,
        "indicator": record.indicator.id,
        "estimate": {"best": estimate.best, "low": estimate.low, "high": estimate.high, "wording": estimate.wording},
        "unit": record.unit,
        "subgroup": record.subgroup,
        "part_of": record.part_of,
        "of": record.of,
    }
    return {key: value for key, value in row.items() if value is not None}


def memory(records: Any) -> bool:
    """Peak memory of each streaming writer beyond the records themselves."""
    files: Any = importlib.import_module("raqqa_data.interchange.files")
    all_held = True
    for name in ("jsonl", "csv", "parquet", "geojson", "jsonld"):
        tracemalloc.start()
        files.write_to(records, Nowhere(), name)
        peak = tracemalloc.get_traced_memory()[1] / 2**20
        tracemalloc.stop()
        held = peak <= MEMORY_BAR
        all_held &= held
        print(f"memory of the {name} writer: {peak:.1f} MiB, at most {MEMORY_BAR:g}: {_verdict(held=held)}")
    return all_held


def _verdict(*, held: bool) -> str:
    return "held" if held else "MISSED"


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks interchange", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args(argv).rounds
    records = many(importlib.import_module("raqqa_data"))
    print(f"Medians of {rounds} interleaved rounds of {SIZE:,} observations: ours, the peer, their ratio.")
    held = [arrow(records, rounds), lines(records, rounds), memory(records)]
    return 0 if all(held) else 1
