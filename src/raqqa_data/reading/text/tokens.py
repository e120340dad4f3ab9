"""A folded text cut into words, digit runs and single signs."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, compress, count
from operator import attrgetter, methodcaller
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raqqa_data.reading.text.folding import Folded
    from raqqa_data.reading.words.entries import Word
    from raqqa_data.reading.words.lexicon import Lexicon

# A run of digits keeps the separators inside it; what they mean is decided later, by evidence. A line's end is a token
# of its own, so that nothing is ever read across it.
_TOKEN = re.compile(
    r"([^\W\d_\u00b2\u00b3\u00b9\u2070-\u2089\u00bc-\u00be\u2150-\u215e]+"
    r"|[0-9]+(?:[.,'٫٬،][0-9]+)*|\n[ \n]*|[^ \n])"
)
# so that looking a few tokens ahead or back needs no bounds check
PADDING = 8
_CUT, _STARTS, _BREAKS = attrgetter("cut"), attrgetter("starts"), methodcaller("startswith", "\n")
_PAIRS = {"(": ")", "[": "]", "«": "»", "“": "”", '"': '"', "'": "'"}


class Tokens:
    """The tokens of some lines of a text, with a few empty ones at both ends.

    Attributes:
        texts: Each token, folded.
        gaps: The white space before each.
        starts: Offset of each in the folded text.
        words: What the lexicon knows of each, or None.
        folded: The text they were cut from.
        turns: By their marks, the entry of a list met last: its number, its token, and whether it goes on from one.
    """

    __slots__ = ("folded", "gaps", "starts", "texts", "turns", "words")

    def __init__(self, folded: Folded, lexicon: Lexicon, begin: int, end: int) -> None:
        # texts and the white space between them by turns, as the pattern matches everything else
        chunk = folded.text[begin:end]
        parts = _TOKEN.split(chunk)
        gaps, texts = parts[0::2], [*parts[1::2], "\n"]
        starts = [*accumulate(map(len, parts), initial=begin)][1::2]
        gaps[0] = "\n"
        several = "\n" in chunk
        for index in compress(count(), map(_BREAKS, texts)) if several else [len(texts) - 1]:
            gaps[index : index + 2] = ["\n"] * len(gaps[index : index + 2])
        empty = [""] * PADDING
        breaks = ["\n"] * PADDING
        self.folded: Folded = folded
        self.turns: dict[tuple[str, str], tuple[int, int, bool]] = {}
        self.texts: list[str] = empty + texts + empty
        self.gaps: list[str] = breaks + gaps + breaks
        self.starts: list[int] = [begin] * PADDING + starts + [end] * PADDING
        self.words: list[Word] = list(map(lexicon.__getitem__, self.texts))
        for index in reversed(list(compress(range(len(self.words)), map(_CUT, self.words)))):
            self._cut(index, lexicon)

    def _cut(self, index: int, lexicon: Lexicon) -> None:
        """Two tokens of one."""
        text, at = self.texts[index], self.words[index].cut
        self.texts[index : index + 1] = parts = [text[:at], text[at:]]
        self.words[index : index + 1] = [lexicon[part] for part in parts]
        self.starts.insert(index + 1, self.starts[index] + at)
        self.gaps.insert(index + 1, "")

    def candidates(self) -> list[int]:
        """Indices of the tokens that a mention can start at."""
        return list(compress(range(len(self.words)), map(_STARTS, self.words)))

    def joined(self, index: int) -> bool:
        """Whether a token stands on the same line as the one before it."""
        return "\n" not in self.gaps[index]

    def glued(self, index: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return not self.gaps[index]

    def at(self, start: int) -> int:
        """The token that an offset lies in."""
        return bisect_right(self.starts, start) - 1

    def end(self, index: int) -> int:
        """Offset after a token."""
        return self.starts[index] + len(self.texts[index])

    def alone(self, index: int, after: int) -> bool:
        """Whether no word or number stands right before a token, nor at another, nor beyond either."""
        around = (*self.texts[index - 2 : index], *self.texts[after : after + 2])
        return not any(text.isalnum() for text in around)

    def in_brackets(self, index: int) -> bool:
        """Whether digits stand between brackets or quotation marks of one pair: (92), «70»."""
        opening = self.texts[index - 1]
        closing = _PAIRS.get(opening)
        if opening == "/":  # بمبلغ /25/ مليون
            apart = (self.gaps[index - 1] or not self.texts[index - 2].isalnum(), self.gaps[index + 2])
            closing = "/" if apart[0] and (apart[1] or not self.texts[index + 2].isalnum()) else None
        digits = self.words[index].digits is not None and self.joined(index)
        return digits and closing == self.texts[index + 1] and self.joined(index + 1)

    def printed(self, index: int) -> str:
        """A token as it was printed, hamza and marks and all."""
        return self.folded.span(self.starts[index], self.end(index)).text

    def follows(self, index: int, words: Sequence[str]) -> bool:
        """Whether these words stand from a token on, on one line with what is before it."""
        texts = self.texts
        for step, word in enumerate(words):
            at = index + step
            if at >= len(texts) or texts[at] != word or "\n" in self.gaps[at]:
                return False
        return True
