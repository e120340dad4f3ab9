"""What opening documents costs over the tools that take the text out: trafilatura for web pages, pdftotext for PDF."""

from __future__ import annotations

import argparse
import logging
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import trafilatura

import raqqa_data as rd
from benchmarks.corpus.prints import by_chromium, by_office
from tests.sources.files import BODY, MORE, page, pdf

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE_BAR, PDF_BAR = 1.5, 1.2


def pages(number: int) -> list[bytes]:
    """Web pages of some 5 kB, each with words of its own."""

    def one(number: int) -> bytes:
        return page("".join(f"<p>{BODY} {MORE} ({number}، {at})</p>" for at in range(14))).encode()

    return [one(at) for at in range(number)]


def taken(call: Callable[[bytes], object], documents: list[bytes]) -> float:
    """Seconds for all documents."""
    begin = time.perf_counter()
    for document in documents:
        call(document)
    return time.perf_counter() - begin


def alone(content: bytes) -> object:
    """Trafilatura as a script would call it."""
    return trafilatura.extract(content, include_comments=False, include_tables=True)


def pdftotext(content: bytes) -> object:
    """The tool alone."""
    return subprocess.run(["pdftotext", "-enc", "UTF-8", "-", "-"], input=content, check=True, capture_output=True)  # noqa: S607


def prints() -> list[bytes]:
    """PDF in Arabic, as Chromium and LibreOffice print them; none of a tool that is not installed."""
    made: list[bytes] = []
    for name, printed in (("chromium", by_chromium), ("soffice", by_office)):
        if tool := shutil.which(name):
            with tempfile.TemporaryDirectory() as folder:
                made += [one.content for one in printed(tool, Path(folder))]
    return made


def main(argv: list[str]) -> int:
    """Both sides in turn, and their ratio; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks sources", description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args(argv)
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    html = pages(asked.pages)
    lines = [[f"Line {line} of page {at} of a paper" for line in range(40)] for at in range(20)]
    papers = [pdf([[f"{line} {number}" for line in one] for one in lines]) for number in range(20)]
    arabic = prints()
    missed = 0
    for name, documents, ours, theirs, bar in (
        (f"{len(html)} pages of {len(html[0]):,} bytes", html, rd.open_source, alone, PAGE_BAR),
        (f"{len(papers)} PDF of 20 pages", papers, rd.open_source, pdftotext, PDF_BAR),
        (f"{len(arabic)} PDF in Arabic of 3 pages, 4 times", arabic * 4, rd.open_source, pdftotext, PDF_BAR),
    ):
        if not documents:
            continue
        ratios = [taken(ours, documents) / taken(theirs, documents) for _ in range(asked.rounds)]
        ratio = statistics.median(ratios)
        missed += ratio > bar
        print(f"{name}: {ratio:.2f}x the tool alone (bar {bar}), {min(ratios):.2f} to {max(ratios):.2f}")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
