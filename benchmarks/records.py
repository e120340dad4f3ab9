"""Creating 100,000 counts, beside the same frozen attrs class without validators."""

from __future__ import annotations

import argparse
import importlib
import time
from itertools import repeat
from statistics import median
from typing import Any

import attrs

CREATED = 100_000
BAR = 3.0


def without_validators(record_type: type[Any]) -> type[Any]:
    """A frozen, slotted class with the same fields, which checks nothing."""
    fields: dict[str, Any] = {
        field.name: attrs.field(
            default=field.default,
            init=field.init,
            kw_only=field.kw_only,
            converter=field.converter,
            alias=field.alias,
            type=field.type,
        )
        for field in attrs.fields(record_type)
    }
    peer: type[Any] = attrs.make_class(f"Plain{record_type.__name__}", fields, frozen=True, slots=True)
    return peer


def seconds(record_type: type[Any], arguments: dict[str, Any]) -> float:
    start = time.perf_counter()
    for _ in repeat(None, CREATED):
        record_type(**arguments)
    return time.perf_counter() - start


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks records", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args(argv).rounds

    raqqa_data: Any = importlib.import_module("raqqa_data")
    record = raqqa_data.reconstruction.residents_returned
    count: type[Any] = raqqa_data.Count
    plain = without_validators(count)
    arguments = {field.alias: getattr(record, field.name) for field in attrs.fields(count) if field.init}

    pairs = [(seconds(count, arguments), seconds(plain, arguments)) for _ in range(rounds)]
    ratio = median(ours / peer for ours, peer in pairs)
    print(f"Medians of {rounds} interleaved rounds of {CREATED:,} creations.")
    print(f"raqqa_data.Count: {median(ours for ours, _ in pairs):.3f} s")
    print(f"no validators:    {median(peer for _, peer in pairs):.3f} s")
    print(f"ratio {ratio:.2f}, at most {BAR:g}: {'held' if ratio <= BAR else 'MISSED'}")
    return 0 if ratio <= BAR else 1
