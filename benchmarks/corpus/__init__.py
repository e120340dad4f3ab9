"""Sixty files of twelve kinds, made of our own sentences by the tools that people use, held against what they state.

Each kind has five variations. Of every figure is known what it is and on which page, or in which paragraph, it stands.

    python -m benchmarks corpus --out FOLDER
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import raqqa_data as rd
from benchmarks.corpus import office, prints, texts
from benchmarks.corpus.statements import STATEMENTS, Expected, Made, told
from raqqa_data.sources import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST_RIGHT = 0.99


class Verdict(NamedTuple):
    """What was read in a file, against what it states."""

    right: int
    missed: tuple[str, ...]
    false: tuple[str, ...]
    misplaced: tuple[str, ...]


def made(folder: Path) -> Iterator[Made]:
    """Every file; those of a tool that is not installed are told and left out."""
    yield from texts.made()
    yield from office.made()
    for name, makers in (("chromium", [prints.by_chromium]), ("soffice", [office.by_office, prints.by_office])):
        tool = shutil.which(name)
        if tool is None:
            print(f"{name} is not installed: its files are left out", file=sys.stderr)
            continue
        for make in makers:
            yield from make(tool, folder)


def judged(file: Made, folder: Path) -> Verdict:
    """A file read as anybody would read it, against what it states."""
    path = folder / file.name
    path.write_bytes(file.content)
    found: list[tuple[str, Location, rd.Source]] = []
    for source in rd.open_sources(path, text_column="text"):
        found += [(told(mention), source.locate(mention.start), source) for mention in rd.read(source)]
    left = Counter(figure for figure, *_ in found)
    wanted = Counter(one.figure for one in file.expected)
    right = sum((left & wanted).values())
    places = [(figure, place, source) for figure, place, source in found if figure in wanted]
    misplaced: list[str] = []
    for one in file.expected:
        here = next((each for each in places if each[0] == one.figure and _is_at(each[1], each[2], one)), None)
        if here is not None:
            places.remove(here)
        elif any(figure == one.figure for figure, *_ in places):
            misplaced.append(str(one))
    return Verdict(right, tuple((wanted - left).elements()), tuple((left - wanted).elements()), tuple(misplaced))


def _is_at(place: Location, source: rd.Source, wanted: Expected) -> bool:
    paragraph = source.text[slice(*source.find(Location(paragraph=place.paragraph)))] if wanted.beside else ""
    return (
        wanted.page in {None, place.page}
        and wanted.paragraph in {None, place.paragraph}
        and wanted.name in {None, source.name.rpartition("#")[2]}
        and (wanted.beside is None or wanted.beside in paragraph)
    )


def main(argv: list[str]) -> int:
    """Make and read every file; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks corpus", description=__doc__)
    parser.add_argument("--out", type=Path, help="keep the files here, each with what it states beside it")
    asked = parser.parse_args(argv)
    for statement in STATEMENTS:
        if tuple(map(told, rd.read(statement.text))) != statement.figures:
            print(f"the reader reads otherwise: {statement.text}")
            return 1
    totals: dict[str, list[int]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        for file in made(work):
            kept = work / "files" if asked.out is None else asked.out / file.kind
            kept.mkdir(parents=True, exist_ok=True)
            verdict = judged(file, kept)
            if asked.out is not None:
                stated = [one._asdict() for one in file.expected]
                (kept / f"{file.name}.expected.json").write_text(
                    json.dumps(stated, ensure_ascii=False, indent=1), "utf-8"
                )
            for name in ("missed", "false", "misplaced"):
                for figure in getattr(verdict, name):
                    print(f"{file.kind}: {file.name}: {name}: {figure}")
            row = totals.setdefault(file.kind, [0] * 5)
            counts = (1, len(file.expected), verdict.right, len(verdict.false), len(verdict.misplaced))
            totals[file.kind] = [one + other for one, other in zip(row, counts, strict=True)]
    return _report(totals)


def _report(totals: dict[str, list[int]]) -> int:
    print(f"{'kind':<18}{'files':>6}{'figures':>9}{'right':>7}{'false':>7}{'misplaced':>11}")
    rows = [*totals.items(), ("all", [sum(column) for column in zip(*totals.values(), strict=True)])]
    for kind, (files, figures, right, false, misplaced) in rows:
        print(f"{kind:<18}{files:>6}{figures:>9}{right:>7}{false:>7}{misplaced:>11}")
    _, figures, right, false, misplaced = rows[-1][1]
    return int(right < LEAST_RIGHT * figures or false > 0 or misplaced > 0)
