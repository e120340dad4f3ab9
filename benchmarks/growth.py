"""How the time of hostile or large files grows: n, 2n and 4n of whatever once took time by its square."""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import statistics
import sys
import time
from typing import TYPE_CHECKING

import raqqa_data as rd
from raqqa_data.errors import RaqqaDataError
from raqqa_data.interchange.csv_file import columns_in

if TYPE_CHECKING:
    from collections.abc import Callable

FACTORS = (1, 2, 4)
BAR = 8.0
"""What 4n may take of n: 4 is linear, 16 is square."""


def repeated_keys(number: int) -> Callable[[], object]:
    """JSON with one key twice, behind many others."""
    text = json.dumps({f"k{index}": 1 for index in range(number)})[:-1] + ', "k0": 1}'
    return lambda: rd.loads(text)


def many_columns(number: int) -> Callable[[], object]:
    """A CSV header of many columns."""
    header = ",".join(f"c{index}" for index in range(number)) + "\r\n"
    return lambda: columns_in(header, "x.csv")


def dangling(number: int) -> Callable[[], object]:
    """A catalogue in which every record is part of one that is not there."""
    catalogue = json.loads(rd.catalogue.dumps(rd.datasets.catalogue))
    (row,) = [row for row in catalogue["observations"] if row["id"] == "prison_attack.killed"]
    catalogue["observations"] = [row | {"id": f"d.n{index}", "part_of": f"d.m{index}"} for index in range(number)]
    catalogue["events"] = []
    text = json.dumps(catalogue)
    return lambda: rd.loads(text)


def wholes(number: int) -> Callable[[], object]:
    """A document of many wholes, each with one part."""
    phrase = "40 شجرة"
    document = f"{phrase} و" * number
    head = f"""
[document]
id = "trees"
language = "ar"
sha256 = "{hashlib.sha256(document.encode()).hexdigest()}"
characters = {len(document)}
[[agent]]
id = "town"
name = {{ en = "The town", ar = "البلدة" }}
[[place]]
id = "town"
name = {{ en = "The town", ar = "البلدة" }}
kind = "city"
[[indicator]]
id = "trees"
name = {{ en = "Trees", ar = "أشجار" }}
kind = "count"
unit = "tree"
additivity = "flow"
"""
    rows = [
        f"""
[[observation]]
id = "d.n{index}"
indicator = "trees"
phrase = "{phrase}"
start = {index * (len(phrase) + 2)}
place = "town"
period = "2022"
inferred = "a measurement"
attributed_to = "town"
"""
        + (f'part_of = "d.n{index - 1}"\n' if index % 2 else "")
        for index in range(number)
    ]
    toml = head + "".join(rows)
    return lambda: rd.build(document, toml)


CASES: dict[str, tuple[Callable[[int], Callable[[], object]], int]] = {
    "a key twice in JSON": (repeated_keys, 40_000),
    "columns of a CSV": (many_columns, 20_000),
    "parts of nothing": (dangling, 2_000),
    "build of wholes": (wholes, 1_000),
}


def main(argv: list[str]) -> int:
    """Measure each case at n, 2n and 4n; 1 where one grows faster than it may."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks growth", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each is timed")
    rounds = parser.parse_args(argv).rounds
    steep = 0
    for name, (make, number) in CASES.items():
        calls = [make(factor * number) for factor in FACTORS]
        times: list[list[float]] = [[] for _ in FACTORS]
        for _ in range(rounds):
            for call, taken in zip(calls, times, strict=True):
                begin = time.perf_counter()
                with contextlib.suppress(RaqqaDataError):
                    call()
                taken.append(time.perf_counter() - begin)
        medians = [statistics.median(taken) for taken in times]
        ratio = medians[-1] / medians[0]
        steep += ratio > BAR
        shown = "  ".join(f"{median:8.3f} s" for median in medians)
        print(f"{name:<22}{number:>7,} x 1, 2, 4: {shown}   4n / n {ratio:5.2f} (bar {BAR})")
    return int(steep > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
