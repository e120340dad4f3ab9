"""What the reader gives for many texts, recorded before a change and compared after it.

The texts are those of the tests, and where they are at hand the practice cases, the source article and any folder.
A refactoring leaves every field of every mention as it was; a change of behaviour shows here what else it changed.

    python -m benchmarks readings --record before.jsonl
    python -m benchmarks readings --compare before.jsonl
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from benchmarks.reading import practice
from raqqa_data.reading import Mention, read

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
REFERENCES = (None, "2022-10-20")
ARABIC = re.compile("[\u0621-\u064a]")
MOST_SHOWN = 20
_UNSTATED = re.compile(", (anchor|country_hint)=None")
"""Fields that older records lack."""


def texts(folders: list[Path]) -> Iterator[str]:
    """Every text to read: whole ones first, then all that the tests say."""
    document = Path(os.environ.get("RAQQA_DATA_DOCUMENT") or practice().parent / "document" / "raqqa-2022.ar.txt")
    if document.is_file():
        yield document.read_text("utf-8")
    for folder in folders:
        for path in sorted(folder.rglob("*.txt")):
            yield path.read_text("utf-8", errors="replace")
    if practice().is_dir():
        for path in sorted(practice().glob("*.jsonl")):
            for line in path.read_text("utf-8").splitlines():
                yield json.loads(line)["text"]
    for path in sorted((ROOT / "tests" / "reading").rglob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            yield line.partition(" =>")[0]
    for path in sorted((ROOT / "tests").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and ARABIC.search(node.value):
                yield node.value


def shown(text: str) -> list[str]:
    """All that is read in a text, without a reference and with one; from what dates are dated is left out."""
    found = [mention for reference in REFERENCES for mention in read(text, reference=reference)]
    return [_UNSTATED.sub("", repr(_plain(mention))) for mention in found]


def _plain(mention: Mention) -> Mention:
    other = None if mention.ambiguous is None else _plain(mention.ambiguous)
    return attrs.evolve(mention, anchor=None, ambiguous=other)


def readings(folders: list[Path]) -> dict[str, list[str]]:
    """For each text what is read in it, without a reference and with one."""
    return {text: shown(text) for text in dict.fromkeys(texts(folders))}


def compare(path: Path, folders: list[Path]) -> int:
    """How many of the recorded texts are read otherwise now; the first of them are printed."""
    changed = 0
    today = readings(folders)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            text, before = json.loads(line)
            now = today[text] if text in today else shown(text)
            if now == before:
                continue
            changed += 1
            if changed <= MOST_SHOWN:
                print(f"{text[:200]!r}", *(f"  - {one}" for one in before if one not in now), sep="\n")
                print(*(f"  + {one}" for one in now if one not in before), sep="\n")
    print(f"{changed} texts are read otherwise than in {path}")
    return changed


def main(argv: list[str]) -> int:
    """Record or compare."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks readings", description=__doc__)
    parser.add_argument("--record", type=Path, help="write what is read to this file")
    parser.add_argument("--compare", type=Path, help="say what is read otherwise than in this file")
    parser.add_argument("folders", nargs="*", type=Path, help="folders of *.txt to read too")
    asked = parser.parse_args(argv)
    if asked.record:
        found = readings(asked.folders)
        with asked.record.open("w", encoding="utf-8") as file:
            file.writelines(f"{json.dumps(pair)}\n" for pair in found.items())
        print(f"{len(found)} texts, {sum(map(len, found.values()))} mentions in {asked.record}")
    if asked.compare:
        return min(compare(asked.compare, asked.folders), 1)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
