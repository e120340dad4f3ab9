"""Documents cut short and with bits flipped: each is read or told, within bounds of time and memory.

python -m benchmarks damage --inputs 10000 --kinds pdf docx
"""

from __future__ import annotations

import argparse
import faulthandler
import io
import random
import resource
import shutil
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import raqqa_data as rd
from benchmarks.corpus import office, prints, texts
from benchmarks.memory import peak_mebibytes
from raqqa_data.errors import RaqqaDataError, optional_module
from tests.sources.files import pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 20.0
"""What one input may take; these have some ten kilobytes."""
MEBIBYTES = 1024
_HANGS = 300


def originals(kind: str, folder: Path) -> list[tuple[str, bytes]]:
    """Sound files of a kind, with the ending of their names."""
    if kind == "pdf":
        found = [(".pdf", pdf([["The town had 400 trees.", "Of these 12 fell."]] * 3))]
        tool = shutil.which("chromium")
        printed = prints.by_chromium(tool, folder) if tool else ()
        return found + [(".pdf", one.content) for one in printed]
    if kind == "docx":
        return [(".docx", one.content) for one in office.made()]
    if kind == "xlsx":
        return [(".xlsx", _spreadsheet())]
    held = {"html": ["web page"], "json": ["Telegram"], "text": ["text", "old encoding", "Markdown", "WhatsApp"]}
    wanted = held.get(kind, ["table of texts"])
    return [(Path(one.name).suffix, one.content) for one in texts.made() if one.kind in wanted]


def _spreadsheet() -> bytes:
    book: Any = optional_module("openpyxl", "sources").Workbook()
    for title in ("الحوادث", "الإيواء"):
        sheet = book.create_sheet(title)
        sheet.append(["م", "المحافظة", "text", "القتلى"])
        for row in range(1, 40):
            sheet.append([row, "حلب", f"عاد {row * 7} شخصا إلى البلدة", row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


KINDS = ("pdf", "docx", "xlsx", "html", "json", "text", "table")


def damaged(chance: random.Random, content: bytes) -> bytes:
    """A file cut short, with bits flipped, or with a stretch of it gone or put elsewhere."""
    out = bytearray(content)
    way = chance.choice(["cut", "flip", "flip", "flip", "gone", "elsewhere"])
    if way == "cut":
        return bytes(out[: chance.randrange(len(out))])
    if way == "flip":
        for _ in range(chance.choice([1, 1, 2, 8, 64])):
            out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
        return bytes(out)
    at, length = chance.randrange(len(out)), chance.choice([1, 16, 400])
    piece = bytes(out[at : at + length])
    del out[at : at + length]
    if way == "elsewhere":
        there = chance.randrange(len(out) + 1)
        out[there:there] = piece
    return bytes(out)


def damaged_within(chance: random.Random, content: bytes) -> bytes:
    """A sound archive of which one part is damaged, as no check of the archive's would tell."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        names = given.namelist()
        chosen = chance.choice([chance.choice(names), "word/document.xml", "xl/worksheets/sheet2.xml"])
        for name in names:
            part = given.read(name)
            made.writestr(name, damaged(chance, part) if name == chosen and part else part)
    return out.getvalue()


def inputs(kind: str, number: int, seed: int, folder: Path) -> Iterator[tuple[str, bytes]]:
    """So many damaged files, the same at each run."""
    sound = originals(kind, folder)
    for at in range(number):
        chance = random.Random(f"{seed}-{kind}-{at}")  # noqa: S311
        suffix, content = chance.choice(sound)
        within = kind in {"docx", "xlsx"} and chance.random() < 0.5  # noqa: PLR2004
        yield suffix, damaged_within(chance, content) if within else damaged(chance, content)


def outcome(path: Path) -> str:
    """Whether a file was read, read with a finding, or told to be no such file."""
    try:
        sources = list(rd.open_sources([path], text_column="text"))
        for source in sources:
            for mention in rd.read(source):
                source.locate(mention.start)
    except RaqqaDataError as error:
        return f"error {type(error).__name__}"
    if any(not source.text and source.findings for source in sources):
        return "told"
    return "read, with a finding" if any(source.findings for source in sources) else "read"


def tried(kind: str, number: int, seed: int, folder: Path) -> tuple[Counter[str], list[str], float]:
    """What came of each input, what went wrong, and the longest time of one."""
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    longest = 0.0
    for at, (suffix, content) in enumerate(inputs(kind, number, seed, folder)):
        path = folder / f"damaged{suffix}"
        path.write_bytes(content)
        faulthandler.dump_traceback_later(_HANGS, exit=True)
        begin = time.perf_counter()
        try:
            told = outcome(path)
        except Exception as error:  # noqa: BLE001 - this is what is looked for
            told = "failed"
            wrong.append(f"{kind}: --seed {seed} input {at}: {type(error).__name__}: {str(error)[:200]}")
        taken = time.perf_counter() - begin
        longest = max(longest, taken)
        if taken > SECONDS:
            wrong.append(f"{kind}: --seed {seed} input {at}: took {taken:.1f} s")
        counts[told] += 1
    faulthandler.cancel_dump_traceback_later()
    return counts, wrong, longest


def main(argv: list[str]) -> int:
    """Damage so many files of each kind and print what came of them; 1 where something went wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks damage", description=__doc__)
    parser.add_argument("--inputs", type=int, default=1000, help="of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    asked: Any = parser.parse_args(argv)
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for kind in asked.kinds:
            begin = time.monotonic()
            counts, found, longest = tried(kind, asked.inputs, asked.seed, Path(folder))
            wrong += found
            told = ", ".join(f"{number:,} {what}" for what, number in sorted(counts.items()))
            took = time.monotonic() - begin
            print(f"{kind}: {asked.inputs:,} inputs in {took:.0f} s: {told}; the longest {longest:.2f} s", flush=True)
    of_tools = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    for peak, name in ((peak_mebibytes(), "this process"), (of_tools, "its tools")):
        print(f"{name}: at most {peak:,.0f} MiB")
        if peak > MEBIBYTES:
            wrong.append(f"memory: {name} took {peak:,.0f} MiB")
    print(*wrong, sep="\n")
    return int(bool(wrong))
