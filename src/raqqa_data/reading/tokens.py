"""A folded text cut into words, digit runs and single signs."""

from __future__ import annotations

import re
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raqqa_data.reading.folding import Folded
    from raqqa_data.reading.lexicon import Lexicon, Word

# a run of digits keeps the separators inside it; what they mean is decided later, by evidence
_TOKEN = re.compile(r"([ \n]*)([^\W\d_²³¹⁰-₉¼-¾⅐-⅞]+|[0-9]+(?:[.,'٫٬،][0-9]+)*|[^ \n]|\Z)")
# so that looking a few tokens ahead or back needs no bounds check
PADDING = 8


class Tokens:
    """The tokens of one text, with a few empty ones at both ends.

    Attributes:
        texts: Each token, folded.
        gaps: The white space before each.
        starts: Offset of each in the folded text.
        words: What the lexicon knows of each, or None.
        folded: The text they were cut from.
    """

    __slots__ = ("folded", "gaps", "starts", "texts", "words")

    def __init__(self, folded: Folded, lexicon: Lexicon) -> None:
        pairs = _TOKEN.findall(folded.text)
        gaps, texts = map(list, zip(*pairs, strict=True))
        empty = [""] * PADDING
        breaks = ["\n"] * PADDING
        lengths = list(map(add, map(len, gaps), map(len, texts)))
        ends = list(accumulate(lengths))
        self.folded = folded
        self.texts: list[str] = empty + texts + empty
        gaps[0] = "\n"
        for index in (-2, -1):
            if texts[index:] and not texts[index]:
                gaps[index] = "\n"  # the end of the text ends its line
        self.gaps: list[str] = breaks + gaps + breaks
        size = len(folded.text)
        self.starts: list[int] = (
            [0] * PADDING + [end - len(text) for end, text in zip(ends, texts, strict=True)] + [size] * PADDING
        )
        self.words: list[Word | None] = list(map(lexicon.__getitem__, self.texts))

    def candidates(self) -> list[int]:
        """Indices of the tokens that a mention can start at."""
        return [index for index, word in enumerate(self.words) if word is not None and word.starts]

    def joined(self, index: int) -> bool:
        """Whether a token stands on the same line as the one before it."""
        return "\n" not in self.gaps[index]

    def glued(self, index: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return not self.gaps[index]

    def end(self, index: int) -> int:
        """Offset after a token."""
        return self.starts[index] + len(self.texts[index])

    def follows(self, index: int, words: Sequence[str]) -> bool:
        """Whether these words stand from a token on, on one line with what is before it."""
        texts = self.texts
        for step, word in enumerate(words):
            at = index + step
            if at >= len(texts) or texts[at] != word or "\n" in self.gaps[at]:
                return False
        return True
