"""Hostile input without end: what SECURITY.md promises, tried with mutated files, texts and labels.

Every row of the table makes inputs from a seed and gives them to a part of the library. What comes back is a result or
one error of ours; anything else, a crash, too long a time or too much memory, is a finding and is printed with the seed
and the number that make it again.

    python -m benchmarks attack --inputs 100000
    python -m benchmarks attack --minutes 60 --only texts drafts --texts FOLDER

Texts are the article of the example and those of the gold set, and with `--texts` whatever .txt files a folder holds.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import tempfile
import time
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

import raqqa_data as rd
from benchmarks.memory import peak_mebibytes
from benchmarks.proposals import GOLD, articles_in
from raqqa_data.catalogue import dumps
from raqqa_data.errors import RaqqaDataError
from raqqa_data.interchange import citing
from raqqa_data.interchange.parquet import read_parquet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "olive_valley"
SECONDS = 20.0
"""What one input may take at most; files here have some ten kilobytes."""
MEBIBYTES = 1024
SIGNS = [
    *"\0\x01\x0b\x1b\x7f\x85\x9b\u200f\u2067\u2069\u202e\ufeff\ufffe\uffff\ud800<>&\"'`=+-@\t\n\r{}[],.:;#\\/%",
    *"٣٠٪۵٫٬،ـًوفبل",
    "</script><script>",
    "=HYPERLINK(1)",
    "\x1b]0;x\x07",
    "9" * 400,
    "1e999",
    "NaN",
    "null",
    "[" * 200,
    "a." * 100,
]


PARTS = [
    "في",
    "من",
    "إلى",
    "و",
    "بينهم",
    "5",
    "١٢",
    "ألف",
    "مليونا",
    "آذار",
    "2011",
    "٪",
    "دولار",
    "كم",
    "العام",
    "،",
    ".",
]
"""What texts are full of: brought in between two words, it makes figures and dates that nobody wrote."""


class Attack(NamedTuple):
    """A way to hurt, and how much of all inputs it gets."""

    name: str
    weight: int
    try_once: Callable[[random.Random, Path], object]


def mutated(chance: random.Random, content: bytes) -> bytes:
    """Some bytes changed, cut out, doubled or brought in."""
    out = bytearray(content)
    for _ in range(chance.choice([1, 1, 2, 4, 16])):
        at = chance.randrange(len(out) + 1)
        way = chance.choice(["change", "cut", "bring in", "double", "end"])
        if way == "change" and at < len(out):
            out[at] = chance.randrange(256)
        elif way == "cut":
            del out[at : at + chance.choice([1, 4, 200])]
        elif way == "bring in":
            out[at:at] = chance.choice(SIGNS).encode("utf-8", "surrogatepass")
        elif way == "double":
            out[at:at] = out[at : at + chance.choice([1, 30, 400])]
        elif out and chance.randrange(5) == 0:
            del out[chance.randrange(len(out)) :]
    return bytes(out)


def mutated_text(chance: random.Random, text: str) -> str:
    """The same for a text, which may end up as no Unicode that a file can hold."""
    signs = list(text)
    for _ in range(chance.choice([1, 3, 10, 40])):
        at = chance.randrange(len(signs) + 1)
        if chance.random() < 0.3:  # noqa: PLR2004
            del signs[at : at + chance.choice([1, 3, 20])]
        else:
            signs[at:at] = chance.choice(SIGNS)
    return "".join(signs)


def respliced(chance: random.Random, text: str, other: str) -> str:
    """The words of a text in part joined, doubled, out of order, and mixed with those of another."""
    words = text.split(" ")
    for _ in range(chance.choice([1, 3, 10, 40])):
        at = chance.randrange(len(words))
        way = chance.choice(["join", "double", "swap", "bring in", "mix"])
        if way == "join" and at + 1 < len(words):
            words[at : at + 2] = [words[at] + words[at + 1]]
        elif way == "double":
            words[at:at] = words[at : at + chance.choice([1, 5, 60])]
        elif way == "swap":
            to = chance.randrange(len(words))
            words[at], words[to] = words[to], words[at]
        elif way == "bring in":
            words.insert(at, chance.choice(PARTS))
        elif way == "mix":
            others = other.split(" ")
            begin = chance.randrange(len(others))
            words[at:at] = others[begin : begin + chance.choice([1, 4, 30])]
    return " ".join(words)


def label(chance: random.Random) -> str:
    """A label that means harm."""
    return "x" + "".join(chance.choice(SIGNS) for _ in range(chance.randrange(1, 5)))


_ARTICLE = (EXAMPLE / "article.ar.txt").read_text("utf-8")
_TEXTS = [_ARTICLE, *(one["text"] for several in articles_in(GOLD).values() for one in several)]
_NOTES = (EXAMPLE / "annotations.toml").read_text("utf-8")
_SHIPPED = dumps(rd.datasets.catalogue)
_FILES: dict[str, bytes] = {}


def original(name: str, folder: Path) -> bytes:
    """A sound file of a format."""
    if name not in _FILES:
        rd.write(rd.observations, folder / name)
        _FILES[name] = (folder / name).read_bytes()
    return _FILES[name]


def any_text(chance: random.Random) -> str:
    """A text with characters or words that are out of place."""
    text = chance.choice(_TEXTS)
    if chance.randrange(2):
        text = respliced(chance, text, chance.choice(_TEXTS))
    return mutated_text(chance, text) if chance.randrange(2) else text


def read_text(chance: random.Random, _: Path) -> object:
    """A text of figures."""
    text = any_text(chance)
    mentions = rd.read(text, reference=chance.choice([None, "2022-10-20"]))
    for mention in mentions:
        spans = (mention.number, mention.qualifier, mention.unit_span, mention.noun)
        wrong = [span for span in spans if span and text[span.start : span.end] != span.text]
        if wrong or text[mention.start : mention.end] != mention.text:
            raise AssertionError(f"a span does not match: {mention!r}")
    return mentions


def load_catalogue(chance: random.Random, _: Path) -> object:
    """A catalogue."""
    return rd.loads(mutated_text(chance, _SHIPPED))


def build_annotations(chance: random.Random, _: Path) -> object:
    """An annotation file."""
    return rd.build(_ARTICLE, mutated_text(chance, _NOTES))


def draft_text(chance: random.Random, _: Path) -> object:
    """A document to draft from."""
    text = any_text(chance)
    draft = rd.draft(text, reference=chance.choice([None, "2022-10-20"]))
    evidence = [span for proposal in draft.proposals for span in (proposal.figure, *proposal.evidence)]
    if any(text[span.start : span.end] != span.text for span in evidence):
        raise AssertionError("the evidence of a proposal does not match")
    tomllib.loads(draft.toml)
    return draft


def loader(name: str) -> Callable[[random.Random, Path], object]:
    """A file of a format."""

    def load(chance: random.Random, folder: Path) -> object:
        content = mutated(chance, original(name, folder))
        path = folder / f"bad-{name}"
        path.write_bytes(content)
        return rd.load(path, rd.Observations)

    return load


def load_parquet(chance: random.Random, folder: Path) -> object:
    """A Parquet file; its decoder runs in a process of its own."""
    return read_parquet(mutated(chance, original("x.parquet", folder)), "x.parquet")


def load_package(chance: random.Random, folder: Path) -> object:
    """A Data Package whose descriptor is mutated."""
    package = folder / "package"
    if not package.exists():
        rd.write(rd.observations, package / "datapackage.json")
        _FILES["package"] = (package / "datapackage.json").read_bytes()
    (package / "datapackage.json").write_bytes(mutated(chance, _FILES["package"]))
    return rd.load(package, rd.Observations)


def hostile_label(chance: random.Random, folder: Path) -> object:
    """A label through every output."""
    evil = label(chance)
    record = attrs.evolve(
        rd.prison_attack.killed, name=rd.Name(evil, label(chance)), note=rd.Name(evil, evil), inferred=evil
    )
    records = rd.Observations([record])
    try:
        return shown(record, records, folder)
    except RaqqaDataError as error:  # what a record holds, every output takes
        raise AssertionError(f"a label is refused: {error}") from error


def shown(record: rd.Observation, records: rd.Observations, folder: Path) -> list[str]:
    """Every file, page and citation of a record, each looked at for harm."""
    for name in ("x.json", "x.jsonl", "x.csv", "x.geojson", "x.jsonld", "x.csv-metadata.json"):
        rd.write(records, folder / name)
        if rd.load(folder / name, rd.Observations, context=rd.datasets.catalogue) != records:
            raise AssertionError(f"{name} lost something")
    in_notebook: Any = (record, records)
    pages = [one._repr_html_() for one in in_notebook]
    if any("<script>" in page for page in pages):
        raise AssertionError("a label is a tag")
    pages.append(json.dumps(record.chart().to_dict()))
    pages += [citing.cite(record, style) for style in ("bibtex", "csl-json", "cff", "text")]
    if any(sign in str(record) for sign in "\0\x1b\x9b"):
        raise AssertionError("a control character is printed")
    return pages


ATTACKS = [
    Attack("texts", 40, read_text),
    Attack("drafts", 6, draft_text),
    Attack("catalogues", 14, load_catalogue),
    Attack("annotations", 14, build_annotations),
    *(Attack(name, 5, loader(name)) for name in ("x.jsonl", "x.csv", "x.geojson", "x.jsonld", "x.csv-metadata.json")),
    Attack("data packages", 5, load_package),
    Attack("labels", 2, hostile_label),
]
SLOW = [Attack("x.parquet", 1, load_parquet)]
"""Those that start a process for each input: one in a thousand."""


def findings(
    inputs: int, seed: int, folder: Path, only: Sequence[str] = (), minutes: float = math.inf
) -> tuple[int, list[str]]:
    """How many inputs were tried, and all that went wrong, each with what makes it again."""
    found: list[str] = []
    names = [attack for attack in ATTACKS for _ in range(attack.weight) if not only or attack.name in only]
    began = time.monotonic()
    number = -1
    for number in range(inputs):
        if time.monotonic() - began > minutes * 60:
            break
        chance = random.Random(f"{seed}-{number}")  # noqa: S311
        slow = number % 1000 == 999 and not only  # noqa: PLR2004
        attack = chance.choice(SLOW if slow else names)
        begin = time.process_time()  # a disk that is waited for is no fault
        try:
            attack.try_once(chance, folder)
        except RaqqaDataError as error:
            str(error)
        except Exception as error:  # noqa: BLE001 - this is what is looked for
            found.append(f"{attack.name}: --seed {seed} input {number}: {type(error).__name__}: {str(error)[:200]}")
        if (taken := time.process_time() - begin) > SECONDS:
            found.append(f"{attack.name}: --seed {seed} input {number}: took {taken:.1f} s")
        if sys.stderr.isatty() and number % 500 == 0:
            print(f"\r{number:,} inputs, {time.monotonic() - began:.0f} s", end="", file=sys.stderr)
    return number + 1, found


def main(argv: list[str]) -> int:
    """Try so many inputs and print the findings; 1 where there are any."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks attack", description=__doc__)
    parser.add_argument("--inputs", type=int, help="10,000, or as many as there is time for")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=math.inf, help="no longer than this")
    parser.add_argument("--only", nargs="+", default=(), choices=[attack.name for attack in ATTACKS])
    parser.add_argument("--texts", type=Path, help="a folder whose .txt files are taken too")
    asked: Any = parser.parse_args(argv)
    if asked.texts is not None:
        _TEXTS.extend(path.read_text("utf-8", "replace") for path in sorted(asked.texts.rglob("*.txt")))
    inputs = asked.inputs or (10_000 if math.isinf(asked.minutes) else sys.maxsize)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        tried, found = findings(inputs, asked.seed, Path(folder), asked.only, asked.minutes)
    peak = peak_mebibytes()
    if peak > MEBIBYTES:
        found.append(f"memory: {peak:,.0f} MiB at the most")
    print(*found, sep="\n")
    print(f"{tried:,} inputs, {len(found)} findings, {time.monotonic() - began:.0f} s, at most {peak:.0f} MiB")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
