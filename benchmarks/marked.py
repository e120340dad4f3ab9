"""How much of marked texts is read as marked, and what `ambiguous` is worth: how often who says so is right.

    python -m benchmarks marked FILE... [--quiet]

A file holds one JSON object a line: `text`, `reference` (or none), `kind` (of text) and `want`, the figures and dates
in order. Each of these is what `said` writes: "~300", ">=20 USD", "2..3 day", "2019-03-05"; or, as in the practice
files, an object with `value` or `low` and `high`, `unit`, `period`. Ordinals count for nothing. The means of this
measurement are part of the project, the texts are not.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from raqqa_data.reading import Kind, Mention, read
from raqqa_data.records.estimate import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable

SIGNS = {
    Wording.ABOUT: "~",
    Wording.NEARLY: "~",
    Wording.MORE_THAN: ">",
    Wording.AT_LEAST: ">=",
    Wording.LESS_THAN: "<",
    Wording.AT_MOST: "<=",
    Wording.UP_TO: "<=",
}
_TOLERANCE = 1e-6


class Case(NamedTuple):
    """One marked text."""

    kind: str
    text: str
    reference: str | None
    want: tuple[Any, ...]


class Outcome(NamedTuple):
    """What came of one text: of the marked, how many were found and whole; each mention marked or not, right or not."""

    kind: str
    marked: int
    found: int
    whole: int
    mentions: Counter[tuple[bool, bool]]
    second: int
    """How many whose first reading is wrong say the right one as their other."""


def said(mention: Mention) -> str:
    """A mention as a mark is written."""
    estimate = mention.estimate
    if mention.kind is Kind.DATE or estimate is None:
        return str(mention.period)
    told = f"{estimate.low}..{'' if estimate.high is None else estimate.high}"
    number = f"{SIGNS.get(estimate.wording, '')}{told if estimate.best is None else estimate.best}"
    return f"{number} {mention.unit}" if mention.unit else number


def agrees(mention: Mention, want: Any) -> bool:
    """Whether a mention is what is marked, unit and wording and all."""
    if isinstance(want, str):
        return said(mention) == want
    for name in ("value", "low", "high"):
        if name in want and not _close(_part(mention, name), want[name]):
            return False
    if "unit" in want and mention.unit != want["unit"]:
        return False
    return "period" not in want or str(mention.period) == want["period"]


def _part(mention: Mention, name: str) -> Any:
    return mention.value if name == "value" else getattr(mention.estimate, name, None)


def _close(one: Any, other: Any) -> bool:
    if one is None or other is None:
        return one is other
    return abs(float(one) - float(other)) <= _TOLERANCE * max(1.0, abs(float(other)))


def _number(mark: Any) -> str:
    """A mark without its wording and its unit: what must be found at least."""
    if isinstance(mark, str):
        return mark.lstrip("~<>=").split(" ")[0]
    if "period" in mark:
        return str(mark["period"])
    return f"{mark['value']:g}" if "value" in mark else f"{mark['low']}..{mark['high']}"


def outcome(case: Case) -> Outcome:
    """Read one text, and hold it against its marks."""
    mentions = [one for one in read(case.text, reference=case.reference) if one.kind is not Kind.ORDINAL]
    numbers = Counter(_number(mark) for mark in case.want)
    read_as = Counter(_number(said(mention)) for mention in mentions)
    left = list(case.want)
    told: Counter[tuple[bool, bool]] = Counter()
    second = 0
    for mention in mentions:
        match = next((mark for mark in left if agrees(mention, mark)), None)
        if match is not None:
            left.remove(match)
        elif mention.ambiguous is not None:
            second += any(agrees(mention.ambiguous, mark) for mark in left)
        told[mention.ambiguous is not None, match is not None] += 1
    whole = len(case.want) - len(left)
    found = max(whole, (numbers & read_as).total())
    return Outcome(case.kind, len(case.want), found, whole, told, second)


def cases(path: Path) -> Iterable[Case]:
    """The marked texts of a file."""
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            yield Case(row.get("kind", ""), row["text"], row.get("reference"), tuple(row["want"]))


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}" + (f" = {part / whole:.1%}" if whole else "")


def report(outcomes: list[Outcome]) -> list[str]:
    """The lines that are printed: by kind of text, all together, and what `ambiguous` says."""
    by_kind: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        by_kind[one.kind].append(one)
    lines: list[str] = []
    groups = [*sorted(by_kind.items()), ("all", outcomes)] if len(by_kind) > 1 else [("all", outcomes)]
    for kind, some in groups:
        marked, found, whole = (sum(getattr(one, name) for one in some) for name in ("marked", "found", "whole"))
        read_in_all = sum(one.mentions.total() for one in some)
        lines.append(
            f"{kind}: {len(some)} texts; found {_share(found, marked)}; precision {_share(found, read_in_all)};"
            f" with unit and wording {_share(whole, marked)}"
        )
    told = sum((one.mentions for one in outcomes), Counter[tuple[bool, bool]]())
    wrong, second = told[True, False], sum(one.second for one in outcomes)
    ambiguous = _share(told[True, True], told[True, True] + wrong)
    lines.append(f"marked ambiguous: right {ambiguous}; of {wrong} wrong ones the other reading is right in {second}")
    lines.append(f"not marked: right {_share(told[False, True], told[False, True] + told[False, False])}")
    return lines


def main(argv: list[str]) -> int:
    """Read the marked files, print each text that is read otherwise than marked, then the shares."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks marked", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--quiet", action="store_true", help="print the shares alone")
    asked = parser.parse_args(argv)
    outcomes: list[Outcome] = []
    for case in (case for path in asked.files for case in cases(path)):
        one = outcome(case)
        outcomes.append(one)
        wrong = one.whole < one.marked or one.mentions.total() > one.marked
        if wrong and not asked.quiet:
            got = [
                said(mention) + "?" * bool(mention.ambiguous) for mention in read(case.text, reference=case.reference)
            ]
            print(case.text, f"  marked {list(case.want)}", f"  read   {got}", sep="\n")
    print(*report(outcomes), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
