"""How well and how fast the reader reads: practice cases of its peers' kinds, and characters per second.

The cases are not part of the project. They are looked for in the folder that `RAQQA_DATA_PRACTICE` names, or in
`shared/practice` above the checkout. A refusal names the line of a case that counts for nobody, and why.
"""

# ruff: noqa: PLR0911, PLR2004 - a grammar refuses early, its small numbers are those of language and calendar

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import json
import os
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from raqqa_data.reading import Mention, read
from raqqa_data.records.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable

FILES = ("numerals", "quantities", "bounds", "ordinals", "dates")
BAR = 0.97
MOST_REFUSED = 0.05
DUCKLING_KINDS = [
    "amount-of-money", "distance", "duration", "number", "ordinal", "quantity", "temperature", "time", "volume",
]  # fmt: skip
ARTICLE_SHARE, MAHA_TIMES, DUCKLING_TIMES = 0.02, 200, 30

# line of the file: why the case counts for nobody
_BARE = "a bare number or ordinal behind a verb of coming back is no day of a month in any other text"
_FURTHER = "التالي as the month or year after the next; the same word is the next in the file's other cases"
_WHOLE_YEAR = "a whole Hijri year, given as the day of the reference in it; a Gregorian one is given whole"
REFUSED: dict[str, dict[int, str]] = {
    "numerals": {134: "a day of a month is a date, and one figure has one reading"},
    "quantities": {43: "a lone Latin c is no cent"},
    "bounds": {9: "the tenth is an ordinal, no end of a range of numbers"},
    "ordinals": {18: "the number of a year is a date"},
    "dates": {
        70: "the coming Sunday as the one thirteen days ahead; it is six days ahead",
        76: _BARE,
        79: _BARE,
        81: _BARE,
        82: _BARE,
        133: _FURTHER,
        134: _FURTHER,
        137: "the coming week cut short at its Thursday",
        213: "three months from a month, given as the day of the reference in it",
        218: _WHOLE_YEAR,
        221: _WHOLE_YEAR,
    },
}

_UNITS = {
    "metre": "meter", "kilometre": "kilometer", "centimetre": "centimeter", "decimetre": "decimeter",
    "millimetre": "millimeter", "litre": "liter", "millilitre": "milliliter", "celsius": "degree_Celsius",
    "fahrenheit": "degree_Fahrenheit", "per_mille": "permille", "dollar": "USD", "pound": None,
}  # fmt: skip
# to the unit a case is normalised to; months and years in days are the peer's convention
_SECONDS = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800, "month": 2_592_000, "year": 31_536_000,
}  # fmt: skip
_FACTORS = {"kilogram": 1000, "gram": 1, "milligram": 0.001}


def practice() -> Path:
    """The folder of the practice cases."""
    named = os.environ.get("RAQQA_DATA_PRACTICE")
    if named:
        return Path(named)
    above = [parent / "shared" / "practice" for parent in Path(__file__).resolve().parents]
    return next((path for path in above if path.is_dir()), above[2])


def load(name: str) -> list[dict[str, Any]]:
    """The cases of one file."""
    with (practice() / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def right(name: str, case: dict[str, Any]) -> bool:
    """Whether the reader reads a case as it is expected to be read."""
    reference = case["reference"][:10] if name == "dates" and case.get("reference") else None
    mentions = read(case["text"], reference=reference)
    if "body" in case:
        start, end = case["start"], case["start"] + len(case["body"])
        mentions = tuple(mention for mention in mentions if mention.start < end and start < mention.end)
    checks = {
        "numerals": _number_is_right,
        "ordinals": _number_is_right,
        "quantities": _quantity_is_right,
        "bounds": _bounds_are_right,
        "dates": _date_is_right,
    }
    if name in {"numerals", "ordinals"} and "body" not in case and len(mentions) != 1:
        return False
    return any(checks[name](mention, case) for mention in mentions)


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 1e-6 * max(1, abs(one), abs(other))


def _number_is_right(mention: Mention, case: dict[str, Any]) -> bool:
    return _close(mention.value, case["value"])


def _quantity_is_right(mention: Mention, case: dict[str, Any]) -> bool:
    value, unit = mention.value, mention.unit
    if value is None:
        return False
    parts: list[tuple[float, str]] = case["parts"] if case.get("group") == "compound" else []
    if parts and unit in _SECONDS:
        stated = sum(count * _SECONDS[name] for count, name in parts)
        months = {"month": 1, "year": 12}
        if unit == "month" and all(name in months for _, name in parts):
            return _close(value, sum(count * months[name] for count, name in parts))
        return bool(abs(value * _SECONDS[unit] - stated) <= 1.5)
    expected = _UNITS.get(case["unit"], case["unit"])
    if expected == "cent":
        return unit == "USD" and _close(value * 100, case["value"])
    if expected == "degree":
        return unit in {"degree", "degree_Celsius"} and _close(value, case["value"])
    if case.get("normalised") and unit != expected:
        for factors in (_SECONDS, _FACTORS):
            if unit is not None and unit in factors and expected is not None and expected in factors:
                return _close(value * factors[unit] / factors[expected], case["value"])
        return False
    return unit == expected and _close(value, case["value"])


def _bounds_are_right(mention: Mention, case: dict[str, Any]) -> bool:
    if mention.estimate is None:
        return False
    unit = _UNITS.get(case["unit"], case["unit"]) if "unit" in case else mention.unit
    stated = _close(mention.estimate.low, case["low"]) and _close(mention.estimate.high, case["high"])
    return stated and mention.unit == unit


def _date_is_right(mention: Mention, case: dict[str, Any]) -> bool:
    if mention.period is None:
        return False
    found = (mention.period.earliest, mention.period.latest)
    return any(found in _days(case[key], case["grain"]) for key in ("expected", "expected_past") if key in case)


def _days(expected: str, grain: str) -> list[tuple[dt.date | None, dt.date | None]]:
    """The first and last day of an expectation; both readings of an end that a peer leaves out of the range."""
    if expected.startswith("H"):
        from hijridate import Hijri

        day = dt.date.fromisoformat(Hijri(*map(int, expected[1:].split("-"))).to_gregorian().isoformat())
        return [(day, day)]
    if "-W" in expected:
        monday = dt.date.fromisoformat(f"{expected}-1")
        return [(monday, monday + dt.timedelta(days=6))]
    if "/" not in expected:
        period = Period(expected)
        return [(period.earliest, period.latest)]
    start, end = (dt.date.fromisoformat(side[:10]) for side in expected.split("/"))
    if grain == "interval_end_inclusive":
        return [(start, end)]
    readings: list[tuple[dt.date | None, dt.date | None]] = [(start, end - dt.timedelta(days=1)), (start, end)]
    if (start.month, start.day, end.month, end.day) == (1, 1, 1, 1):
        readings.append((start, dt.date(end.year, 12, 31)))
    return readings


def count(name: str, *, verbose: bool) -> bool:
    """Count one file; whether it meets the bar."""
    cases = load(name)
    refused = REFUSED[name]
    counted = [(line, case) for line, case in enumerate(cases, 1) if line not in refused]
    wrong = [(line, case) for line, case in counted if not right(name, case)]
    share = 1 - len(wrong) / len(counted)
    few = len(refused) <= MOST_REFUSED * len(cases)
    print(
        f"{name:11} {len(counted) - len(wrong):4} of {len(counted):4} right = {share:.1%}"
        f" (bar {BAR:.0%}), refused {len(refused)} of {len(cases)}"
    )
    for line, reason in sorted(refused.items()):
        print(f"    refused, line {line}: {reason}")
    for line, case in wrong:
        print(f"    wrong, line {line}")
        if verbose:
            print("       ", {key: value for key, value in case.items() if key not in {"note", "timex"}})
            reference = case["reference"][:10] if case.get("reference") else None
            for found in read(case["text"], reference=reference):
                print("        ->", found.kind, repr(found.text), found.estimate or found.period, found.unit)
    return share >= BAR and few


def speed(text: str) -> bool:
    """Characters per second on a text repeated to 1 MB, beside a bare regular expression and what peers are here."""
    repeated = (text + "\n") * (1_000_000 // len((text + "\n").encode()) + 1)

    def rate(run: Callable[[str], object], sample: str, times: int = 3) -> float:
        best = float("inf")
        for _ in range(times):
            begun = time.process_time()
            run(sample)
            best = min(best, time.process_time() - begun)
        return len(sample) / best

    begun = time.process_time()
    read(text[:200])
    print(f"first read: {(time.process_time() - begun) * 1000:.0f} ms (bar 150)")

    def scan(sample: str) -> int:
        return sum(1 for _ in re.finditer(r"\d+", sample))

    bare = rate(scan, repeated)
    ours = rate(read, repeated)
    met = ours >= ARTICLE_SHARE * bare
    print(f"re.finditer: {bare:,.0f} characters/s")
    print(f"raqqa_data:  {ours:,.0f} characters/s = {ours / bare:.2%} of it (bar {ARTICLE_SHARE:.0%})")
    return all([met, _against_maha(ours, text, rate), _against_duckling(ours, text, rate)])


def _against_maha(ours: float, text: str, rate: Callable[[Callable[[str], object], str, int], float]) -> bool:
    try:
        parse_dimension: Any = importlib.import_module("maha.parsers.functions").parse_dimension
    except ImportError:
        print("Maha: not installed")
        return True

    def numerals(sample: str) -> object:
        return parse_dimension(sample, numeral=True)

    def everything(sample: str) -> object:
        return parse_dimension(sample, numeral=True, ordinal=True, duration=True, time=True)

    for asked in (numerals, everything):
        asked(text[:100])  # its patterns are compiled at the first call
        peer = rate(asked, text, 1)
        print(f"Maha, {asked.__name__}: {peer:,.0f} characters/s, ours {ours / peer:,.0f}x (bar {MAHA_TIMES}x)")
    return ours >= MAHA_TIMES * peer


def _against_duckling(ours: float, text: str, rate: Callable[[Callable[[str], object], str, int], float]) -> bool:
    """Duckling itself, native, as the distribution pyduckling-native-phihos brings it (Linux x86_64)."""
    try:
        duckling: Any = importlib.import_module("duckling")
    except ImportError:
        print("Duckling: not installed")
        return True
    zones = duckling.load_time_zones("/usr/share/zoneinfo")
    now = duckling.parse_ref_time(zones, "UTC", 1_666_224_000)
    context = duckling.Context(now, duckling.default_locale_lang(duckling.parse_lang("AR")))
    for asked in (["number"], DUCKLING_KINDS):
        dimensions = duckling.parse_dimensions(asked)

        def parse(sample: str, dimensions: Any = dimensions) -> object:
            return duckling.parse(sample, context, dimensions, False)  # noqa: FBT003 - its argument is positional

        parse(text)
        peer = rate(parse, text, 3)
        name = "numbers" if len(asked) == 1 else "all it reads"
        print(f"Duckling, {name}: {peer:,.0f} characters/s, ours {ours / peer:,.1f}x (bar {DUCKLING_TIMES}x)")
    return ours >= DUCKLING_TIMES * peer


def main(arguments: list[str] | None = None) -> int:
    """Count the practice cases, or measure speed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks reading", description=__doc__)
    parser.add_argument("--speed", action="store_true", help="measure speed instead of counting cases")
    parser.add_argument("--text", type=Path, help="the text to measure on")
    parser.add_argument("--verbose", action="store_true", help="show what was read for each wrong case")
    parser.add_argument("files", nargs="*", choices=[*FILES, []], help="count these only")
    options = parser.parse_args(arguments)
    if options.speed:
        path = options.text or practice().parent / "document" / "raqqa-2022.ar.txt"
        if not path.is_file():
            print(f"skipped: no text at {path}")
            return 0
        return 0 if speed(path.read_text(encoding="utf-8")) else 1
    if not practice().is_dir():
        print(f"skipped: no practice cases in {practice()} (set RAQQA_DATA_PRACTICE)")
        return 0
    return 0 if all(count(name, verbose=options.verbose) for name in options.files or FILES) else 1


if __name__ == "__main__":
    sys.exit(main())
