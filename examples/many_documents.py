"""From eight reports of one event, as their files come, to one reconciled table that loses no claim.

Town, event and reports are invented: a wire story, two copies of it, a later toll, a council that contradicts (PDF),
a hospital (text in the encoding of old Windows), merchants on the loss (web page), volunteers who count women and
children.
Run it from anywhere, with poppler installed: python examples/many_documents.py [FOLDER]
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import raqqa_data as rd

FOLDER = Path(__file__).parent / "market_fire"
REPORTS = ("wire.txt", "daily.txt", "portal.html", "evening.txt", "council.pdf", "hospital.txt", "merchants.html",
           "volunteers.txt")  # fmt: skip


def catalogues(folder: Path) -> None:
    """Build a catalogue of each report: its own annotations, and one reference list for all."""
    reference = (FOLDER / "reference.toml").read_text("utf-8")
    for name in REPORTS:
        report = FOLDER / name
        notes = report.with_suffix(".toml").read_text("utf-8")
        (folder / f"{report.stem}.json").write_text(rd.build(report, f"{reference}\n{notes}"), "utf-8")


def main(folder: Path) -> None:
    """Find the copies, collect, look at what may be one happening, and reconcile what a person confirmed."""
    texts = {Path(name).stem: rd.open_source(FOLDER / name).text for name in REPORTS}
    copies = rd.duplicates(texts)
    for pair in copies:
        print(f"copies: {pair.one} and {pair.other}")

    catalogues(folder)
    held = rd.collect(folder)
    print(f"{len(held.documents)} documents, {len(held)} claims, {len(rd.candidates(held))} pairs to look at")
    print(rd.candidates(held, most=1)[0])

    # a person looked at them: the keys are kept in a file beside the catalogues
    shutil.copy(FOLDER / "event_keys.toml", folder)
    held = rd.collect(folder)
    results = rd.reconcile(held.where(event="market-fire"), copies=[(pair.one, pair.other) for pair in copies])
    for result in results:
        print()
        print(result)
    rd.write(results, folder / "table.csv")
    rd.write(results, folder / "event.html")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(Path(made))
