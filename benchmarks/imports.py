"""Time and memory of the first import and look-up, beside attrs, cattrs, pint, pycountry and particle."""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import time
from statistics import median
from typing import NamedTuple

FIRST_FIELD = "import raqqa_data; raqqa_data.reconstruction.rubble_removed.estimate"
CASES = {
    "bare Python": "pass",
    "import attrs": "import attrs",
    "import cattrs": "import cattrs",
    "raqqa_data: first field": FIRST_FIELD,
    "raqqa_data: import to first quantity": "import raqqa_data; raqqa_data.reconstruction.rubble_removed.quantity",
    "raqqa_data: first quantity": "raqqa_data.reconstruction.rubble_removed.quantity",
    "pint: first quantity": "import pint; pint.application_registry.Quantity(5, 'm**2')",
    "pycountry: first look-up": "import pycountry; pycountry.countries.get(alpha_2='SY').name",
    "particle: first look-up": "import particle; particle.Particle.from_pdgid(211).mass",
}
# what has happened before the clock starts: the first quantity is asked of a record that is loaded
SETUP = {"raqqa_data: first quantity": FIRST_FIELD}
OPTIONAL = ("particle", "pycountry")
# (case, its peer, at most so many times the peer's time)
BARS = (
    ("raqqa_data: first field", "import cattrs", 1.5),
    ("raqqa_data: first quantity", "pint: first quantity", 1.1),
)
MEMORY_CASES = ("bare Python", "import cattrs", "raqqa_data: first field")
MEMORY_BAR = 18.0  # MiB

TIMED = "{}; import time; start = time.perf_counter(); {}; print(time.perf_counter() - start)"
TRACED = "import tracemalloc; tracemalloc.start(); {}; print(tracemalloc.get_traced_memory()[1])"
# ru_maxrss of a child starts at its parent's; Linux's VmHWM is the same figure for the new program alone
RESIDENT = """
{}
import os, re, resource
kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
if os.path.exists("/proc/self/status"):
    kib = int(re.search(r"VmHWM:\\s*([0-9]+)", open("/proc/self/status").read())[1])
print(kib * 1024)
"""


class Timing(NamedTuple):
    """Seconds of one fresh process."""

    inside: float  # of the code alone
    whole: float  # of the process, the interpreter's start and end included


def fresh(code: str) -> float:
    """Run the code in a fresh process; the number that it prints."""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1])
    return float(done.stdout)


def timed(name: str) -> Timing:
    start = time.perf_counter()
    inside = fresh(TIMED.format(SETUP.get(name, "pass"), CASES[name]))
    return Timing(inside, time.perf_counter() - start)


def usable() -> tuple[dict[str, str], bool]:
    """The cases that run here, each run once to write its bytecode; says which do not. Second: did one of ours fail?"""
    cases: dict[str, str] = {}
    broken = False
    for name, code in CASES.items():
        package = name.partition(":")[0]
        if package in OPTIONAL and importlib.util.find_spec(package) is None:
            print(f"skipped {name}: {package} is not installed (extra `bench`)")
            continue
        try:
            timed(name)
        except RuntimeError as error:
            print(f"FAILED  {name}: {error}")
            broken = True
        else:
            cases[name] = code
    return cases, broken


def verdict(*, held: bool) -> str:
    return "held" if held else "MISSED"


def times(cases: dict[str, str], rounds: int) -> bool:
    """Print medians, ratios and bars; whether the bars are held."""
    timings: dict[str, list[Timing]] = {name: [] for name in cases}
    for _ in range(rounds):
        for name in cases:
            timings[name].append(timed(name))
    medians = {name: Timing(*map(median, zip(*several, strict=True))) for name, several in timings.items()}
    print(f"\nMedians of {rounds} interleaved rounds, each a fresh process.")
    print(f"{'':<40}{'code, ms':>10}{'process, ms':>13}{'x import cattrs':>17}{'x pint':>8}")
    for name, (inside, whole) in medians.items():
        ratios = [inside / medians[peer].inside for peer in ("import cattrs", "pint: first quantity")]
        print(f"{name:<40}{inside * 1e3:>10.2f}{whole * 1e3:>13.2f}{ratios[0]:>17.2f}{ratios[1]:>8.2f}")
    print("\nBars, on the time of the code alone; that of the whole process in brackets.")
    all_held = True
    for name, peer, bar in BARS:
        if name in cases:
            inside, whole = (ours / theirs for ours, theirs in zip(medians[name], medians[peer], strict=True))
            all_held &= inside <= bar
            print(f"{name} / {peer}: {inside:.2f} ({whole:.2f}), at most {bar}: {verdict(held=inside <= bar)}")
    return all_held


def memory(cases: dict[str, str]) -> bool:
    """Print the peaks of runs of their own, so that tracing slows no timing; whether the bar is held."""
    print(f"\nPeak memory in MiB, at most {MEMORY_BAR:g}.")
    print(f"{'':<40}{'traced':>10}{'resident':>13}")
    peaks = {
        name: [fresh(template.format(cases[name])) / 2**20 for template in (TRACED, RESIDENT)]
        for name in MEMORY_CASES
        if name in cases
    }
    for name, (traced, resident) in peaks.items():
        print(f"{name:<40}{traced:>10.2f}{resident:>13.2f}")
    ours = peaks.get("raqqa_data: first field")
    if ours is None:
        return True
    verdicts = [verdict(held=peak <= MEMORY_BAR) for peak in ours]
    print(f"raqqa_data: first field: traced {verdicts[0]}, resident (the interpreter included) {verdicts[1]}")
    return ours[0] <= MEMORY_BAR


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks import", description=__doc__)
    parser.add_argument("--rounds", type=int, default=21)
    rounds = parser.parse_args(argv).rounds
    cases, broken = usable()
    held = [times(cases, rounds), memory(cases)]
    return 0 if all(held) and not broken else 1
