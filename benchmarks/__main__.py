"""Run one benchmark by its name, or list them."""

from __future__ import annotations

import importlib
import sys

MODULES = {
    "aggregation": "benchmarks.aggregation",
    "attack": "benchmarks.attack",
    "collection": "benchmarks.collection",
    "corpus": "benchmarks.corpus",
    "damage": "benchmarks.damage",
    "drafts": "benchmarks.drafts",
    "growth": "benchmarks.growth",
    "import": "benchmarks.imports",
    "interchange": "benchmarks.interchange",
    "marked": "benchmarks.marked",
    "mutants": "benchmarks.mutants",
    "proposals": "benchmarks.proposals",
    "names": "benchmarks.names",
    "reading": "benchmarks.reading",
    "readings": "benchmarks.readings",
    "records": "benchmarks.records",
    "scan": "benchmarks.scan",
    "sources": "benchmarks.sources",
}


def main(argv: list[str]) -> int:
    """Run the benchmark that the first argument names, with the rest; without one, say which there are."""
    if argv and argv[0] in MODULES:
        return int(importlib.import_module(MODULES[argv[0]]).main(argv[1:]))
    lines = [f"  {name:<12}{importlib.import_module(module).__doc__}" for name, module in MODULES.items()]
    asked = not argv or argv[0] in {"-h", "--help"}
    print("usage: python -m benchmarks NAME [OPTIONS]", *lines, sep="\n", file=sys.stdout if asked else sys.stderr)
    return 0 if asked else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
