"""Build, or verify, aggregate, cite and export the dataset."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import raqqa_data as rd
from riverside_data import DATA, Cleanup, article, catalogue, cleanup
from riverside_data.units import in_feddan


def build() -> None:
    """Make the catalogue from the article and its annotations."""
    folder = Path(str(DATA))
    made = rd.build(folder / "article.ar.txt", folder / "annotations.toml")
    (folder / "riverside-2023.json").write_text(made, encoding="utf-8", newline="\n")


def show() -> None:
    """Do with the dataset what its users do."""
    data = cleanup()
    print(rd.verify(article(), catalogue()))
    print(data)
    print(rd.total([data.women, data.men], within=data).explain())
    print(rd.check_hierarchy(data.volunteers, [data.women, data.men]).verdict)
    try:
        rd.total([data.volunteers, data.women])
    except rd.NotSummarizable as refusal:
        print(refusal.condition)
    print(f"{in_feddan(data.area_cleared):.2f}")
    print(data.area_cleared.cite())
    with tempfile.TemporaryDirectory() as folder:
        for name in ("cleanup.json", "cleanup.jsonl", "cleanup.csv", "cleanup.geojson", "cleanup.jsonld"):
            path = Path(folder) / name
            rd.write(catalogue() if name.endswith(".json") else data, path)
            same = rd.load(path, Cleanup, context=catalogue()) == data
            print(name, "came back whole" if same else "CHANGED")


if __name__ == "__main__":
    build() if sys.argv[1:] == ["build"] else show()
