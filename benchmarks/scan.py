"""Figures and dates made of words alone in any texts, most frequent first: false kinds show themselves.

python -m benchmarks scan FOLDER [--most 20] [--reference 2022-10-20]
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from raqqa_data.reading import Mention, read
from raqqa_data.reading.text.folding import fold_word
from raqqa_data.sources import open_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Sort = tuple[str, str]
"""Kind and unit."""
DIGIT = re.compile(r"\d")
AROUND = 40  # characters of an example on each side


def worded(text: str, reference: str | None = None) -> Iterator[Mention]:
    """The mentions of a text in whose words there is no digit."""
    return (mention for mention in read(text, reference=reference) if not DIGIT.search(mention.text))


def example(text: str, mention: Mention) -> str:
    """A mention between the words around it, on one line."""
    before = text[max(0, mention.start - AROUND) : mention.start]
    behind = text[mention.end : mention.end + AROUND]
    return " ".join(f"{before}⟦{mention.text}⟧{behind}".split())


def scan(
    texts: Iterable[str], reference: str | None = None
) -> tuple[dict[Sort, Counter[str]], dict[tuple[Sort, str], str]]:
    """How often each wording stands, by kind and unit, and the first example of each."""
    counts: dict[Sort, Counter[str]] = {}
    examples: dict[tuple[Sort, str], str] = {}
    for text in texts:
        for mention in worded(text, reference):
            sort = (str(mention.kind), mention.unit or "")
            words = " ".join(map(fold_word, (mention.number or mention).text.split()))
            counts.setdefault(sort, Counter())[words] += 1
            if (sort, words) not in examples:
                examples[sort, words] = example(text, mention)
    return counts, examples


def main(argv: list[str]) -> int:
    """Read every text of the folders and print what is made of words alone."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks scan", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="folders of texts, web pages, PDF, DOCX; or such files")
    parser.add_argument("--most", type=int, default=20, help="wordings to print of each kind and unit")
    parser.add_argument("--reference", help="the date that relative dates are reckoned from")
    parser.add_argument("--text-column", help="of tables, the column that holds the text")
    asked = parser.parse_args(argv)
    texts = (source.text for folder in asked.folders for source in open_sources(folder, text_column=asked.text_column))
    counts, examples = scan(texts, asked.reference)
    for sort, words in sorted(counts.items(), key=lambda item: (-item[1].total(), item[0])):
        print(f"{' '.join(filter(None, sort))}: {words.total()}")
        for said, times in islice(words.most_common(), asked.most):
            print(f"{times:7}  {said}  | {examples[sort, said]}")
    print(f"{sum(words.total() for words in counts.values())} readings of words alone")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
