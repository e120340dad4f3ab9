"""Names of places or people in which figures are read: each in a sentence whose own figures are known.

    python -m benchmarks names FILE

FILE has a name on each line, and behind a tab whatever tells where it is from.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from raqqa_data.reading import Mention, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SENTENCES = {"place": "قتل 30 شخصا في {name} أمس", "person": "قال {name} إن 30 شخصا قتلوا أمس"}
REFERENCE = "2022-10-20"


def read_in(sentence: str, name: str) -> list[str]:
    """What is read in a sentence with a name beside what is read in it with a letter for a name."""
    own, found = ([*map(_said, read(sentence.format(name=one), reference=REFERENCE))] for one in ("س", name))
    more = Counter(found) - Counter(own)
    less = Counter(own) - Counter(found)
    return [f"+ {one}" for one in more.elements()] + [f"- {one}" for one in less.elements()]


def _said(mention: Mention) -> str:
    parts = (mention.kind, mention.estimate, mention.period, mention.unit, mention.text)
    return " ".join(str(part) for part in parts if part is not None)


def misread(sentence: str, lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Each line whose name changes what is read, with what is read more (+) and less (-)."""
    for line in lines:
        name = line.partition("\t")[0].strip()
        if name and (told := read_in(sentence, name)):
            yield line.strip(), told


def main(argv: list[str]) -> int:
    """Read each name in its sentence and print those that are read as figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks names", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--sentence", choices=SENTENCES, default="place", help="whose names they are")
    asked = parser.parse_args(argv)
    lines = [line for line in asked.file.read_text("utf-8").splitlines() if line.strip()]
    wrong = list(misread(SENTENCES[asked.sentence], lines))
    for line, told in wrong:
        print(line, *told, sep="  ")
    print(f"{len(wrong)} of {len(lines)} names change what is read")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
