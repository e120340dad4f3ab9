"""A text as the rules of proposals see it: words, each with its sentence and paragraph, and where figures stand."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, compress, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from raqqa_data.building.proposals.passage.clauses import Clauses, stretches
from raqqa_data.building.proposals.passage.word_index import Standing
from raqqa_data.building.proposals.words.vocabulary import word_lists
from raqqa_data.building.proposals.words.word_cache import remembered
from raqqa_data.reading.mention import Kind, Mention, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from raqqa_data.reading.text.folding import Folded

_WORD = re.compile(r"([^\W_]+)")
_ENDS = re.compile(r"[!?؟]|\.(?!\d)|؛")
_PLAIN = frozenset(" \"'«»“”()[]%_")
_IN_NUMBERS = frozenset(".,٫٬،")
_BULLETS = frozenset("-•*▪▫◦–")
_INSERTED = 8  # words between two commas
_CLAUSES = "clauses.toml"
_MOST_LINES = 30  # of a list
_LABEL = 3  # words before a colon that a line of a list begins with
_DATE, _ORDINAL, _AGE = Kind.DATE, Kind.ORDINAL, Kind.AGE
T = TypeVar("T", bound=tuple[Any, ...])


def among(found: Sequence[T], first: int, end: int) -> Sequence[T]:
    """Those of what was found in a text, in its order, that begin from one word on and before another."""
    return found[bisect_left(found, (first,)) : bisect_left(found, (end,))] if found else found


class _Standings(dict["Callable[[str], Collection[str]]", Standing]):
    """Where the words of lists stand, found out once for each function that tells the lists of a word."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, lists_of: Callable[[str], Collection[str]]) -> Standing:
        found = self[lists_of] = Standing(self._words, lists_of)
        return found


class Passage:
    """A text's folded words with their places.

    Args:
        folded: The text.
        mentions: What was read in it.

    Attributes:
        text: The text as given.
        words: Its words, folded.
        sentence: The number of each word's sentence.
        paragraphs: The first word of each paragraph.
        paragraph: The number of each word's paragraph.
        gaps: What stands before each word, folded.
        marked: The words before which more than a space stands, each with that.
        figures: The mentions of numbers, in order.
        quotes: The first word of each quotation in marks, and the one behind its last.
        colons: The words that a colon stands behind.
        dates: The mentions of dates that are known, in order.
        sentence_of: The first word of a word's sentence, and the one after its last.
        in_mention: Whether a figure or date takes up a word.
        standing: Where the words of lists stand, by a function that tells the lists of a word.
    """

    def __init__(self, folded: Folded, mentions: Sequence[Mention]) -> None:
        self.text: str = folded.original
        parts = _WORD.split(folded.text)  # what is before a word, the word, and so on
        self.words: list[str] = parts[1::2]
        self.gaps: list[str] = parts[:-1:2]
        self.standing: Callable[[Callable[[str], Collection[str]]], Standing] = _Standings(self.words).__getitem__
        edges = list(accumulate(map(len, parts)))
        self._starts, self._ends = edges[:-1:2], edges[1::2]
        if not folded.is_straight:
            printed = folded.printed([*zip(self._starts, self._ends, strict=True)])
            self._starts, self._ends = [start for start, _ in printed], [end for _, end in printed]
        self.marked: list[tuple[int, str]] = [*compress(enumerate(self.gaps), map(" ".__ne__, self.gaps))]
        marked = self.marked
        sentence, paragraph, marks = (bytearray(len(self.words)) for _ in range(3))
        for index, gap in marked:
            # 5.1 and 12,400 are one number each
            if gap in _IN_NUMBERS and index and self.words[index - 1][-1].isdigit() and self.words[index][0].isdigit():
                continue
            if gap == "/" and index and self.words[index - 1].isalpha() and self.words[index].isalpha():
                continue  # آذار/مارس
            if gap == ". " and index and len(self.words[index - 1]) == 1 and self.words[index - 1].isalpha():
                continue  # د. سعاد
            sentence[index], paragraph[index], marks[index] = _told(gap)
        self.sentence: list[int] = list(accumulate(sentence))
        self.paragraph: list[int] = list(accumulate(paragraph))
        self._marks = list(accumulate(marks))
        starts = [0, *(index for index, _ in marked if index and sentence[index]), len(self.words)]
        self.sentence_of: Callable[[int], tuple[int, int]] = stretches(starts).__getitem__
        self._clauses = [index for index, _ in marked if sentence[index] or marks[index]]
        self._clauses.append(len(self.words))
        self.paragraphs: list[int] = [0, *(index for index, _ in marked if index and paragraph[index])]
        self.quotes: list[tuple[int, int]] = [*_quotes(marked, len(self.words))]
        self.colons: list[int] = [index - 1 for index, gap in marked if index and ":" in gap]
        self._taken: set[int] = set()
        self.in_mention: Callable[[int], bool] = self._taken.__contains__
        self._words_of: dict[int, tuple[int, int]] = {}
        self.figures: list[Mention] = []
        self.dates: list[Mention] = []
        self._figures_at: list[int] = []
        self._figures_end: list[int] = []
        self._dates_at: list[int] = []
        for mention in mentions:
            self._take(mention)

    def _take(self, mention: Mention) -> None:
        """Note where a mention stands."""
        first, last = self._words_of[mention.start] = self.at(mention.start), self.at(mention.end - 1)
        self._taken.update(range(first, last + 1))
        kind = mention.kind
        if kind is _DATE:
            if mention.period is not None:
                self.dates.append(mention)
                self._dates_at.append(first)
        elif kind is not _ORDINAL:
            self.figures.append(mention)
            self._figures_end.append(last)
            if kind is not _AGE:  # an age only tells of whom another figure is
                self._figures_at.append(first)

    @functools.cached_property
    def clauses(self) -> Clauses:
        """The clauses of its sentences."""
        return Clauses(self)

    def at(self, offset: int) -> int:
        """The word that stands at an offset of the text, or before it."""
        after = bisect_right(self._starts, offset)
        return after - 1 if after else 0

    def words_of(self, mention: Mention) -> tuple[int, int]:
        """The first word of a mention, and its last."""
        return self._words_of[mention.start]

    def word_behind(self, word: int) -> str:
        """The word behind one; empty at the end of the text."""
        return self.words[word + 1] if word + 1 < len(self.words) else ""

    def next_figure(self, word: int, end: int) -> int:
        """The first word of the next figure behind a word, or the end where there is none before it."""
        at = bisect_right(self._figures_at, word)
        return self._figures_at[at] if at < len(self._figures_at) and self._figures_at[at] < end else end

    def dates_from(self, first: int, end: int) -> list[Mention]:
        """The known dates that begin from one word on and before another."""
        return self.dates[bisect_left(self._dates_at, first) : bisect_left(self._dates_at, end)]

    def date_at(self, start: int) -> Mention | None:
        """The known date that begins at an offset of the text."""
        return next((date for date in self.dates if date.start == start), None)

    def figure_before(self, word: int) -> int | None:
        """The last word of the figure, an age too, that ends last before a word; None where none does."""
        at = bisect_left(self._figures_end, word)
        return self._figures_end[at - 1] if at else None

    def span(self, first: int, last: int) -> Span:
        """From the first word to the last, both included, as printed."""
        start, end = self._starts[first], self._ends[last]
        return Span(start, end, self.text[start:end])

    def quotation(self, word: int) -> tuple[int, int] | None:
        """The quotation in which a word stands: its first word, and the one behind its last."""
        if not self.quotes:
            return None
        at = bisect_right(self.quotes, (word, len(self.words))) - 1
        return self.quotes[at] if at >= 0 and word < self.quotes[at][1] else None

    def clause_end(self, word: int) -> int:
        """The word before which the next comma, colon, dash or sentence's end stands behind a word."""
        return self._clauses[bisect_right(self._clauses, word)] if word < len(self.words) else word

    def paragraph_of(self, word: int) -> int:
        """The first word of a word's paragraph."""
        return self.paragraphs[self.paragraph[word] - self.paragraph[0]]

    def intro_of(self, word: int) -> int | None:
        """The last word of the sentence that a list begins with, for a word of a line of it."""
        first = self.paragraph_of(word)
        while first and self.paragraph[word] - self.paragraph[first - 1] <= _MOST_LINES:
            gap = self.gaps[first]
            if ":" in gap:
                mark = self._mark(self.paragraph_of(word))
                return None if mark and mark == self._mark(self.paragraph_of(first - 1)) else first - 1
            if not self.is_listed(first):
                return None
            first = self.paragraph_of(first - 1)
        return None

    def _mark(self, first: int) -> str:
        """What stands at the beginning of the line before its first word: a bullet, none."""
        return self.gaps[first].rpartition("\n")[2].strip()

    def is_listed(self, first: int) -> bool:
        """Whether the line that begins at a word is one of a list: with a bullet, a number or a label before it."""
        bullet = not _BULLETS.isdisjoint(self.gaps[first])
        colon = bisect_left(self.colons, first)
        label = colon < len(self.colons) and self.colons[colon] < first + _LABEL
        return bullet or label or self.words[first][0].isdigit() or self.in_mention(first)

    def is_apart(self, first: int, second: int) -> bool:
        """Whether a comma, colon or dash stands between two words of a sentence."""
        return self._marks[first] != self._marks[second]

    def commas(self, first: int, second: int) -> int:
        """How many commas, colons and dashes stand between two words."""
        return abs(self._marks[first] - self._marks[second])

    def inserted(self, first: int, second: int) -> list[tuple[int, int]]:
        """What is only inserted between two words, from comma to comma: قتل 12 شخصا، وفق الدفاع المدني، في حلب."""
        low, high = sorted((first, second))
        if self._marks[low] == self._marks[high]:
            return []
        marks = [word for word in range(low + 1, high + 1) if self._marks[word] != self._marks[word - 1]]
        begins = word_lists(_CLAUSES)["inserted"]
        found: list[tuple[int, int]] = []
        for begin, end in pairwise(marks):
            if self.words[begin] in begins and end - begin <= _INSERTED and (not found or found[-1][1] < begin):
                found.append((begin, end))
        return found

    def commas_told(self, first: int, second: int) -> int:
        """The same but for those of what is only inserted."""
        return self.commas(first, second) - 2 * len(self.inserted(first, second))


def _quotes(marked: Sequence[tuple[int, str]], end: int) -> Iterator[tuple[int, int]]:
    first, straight = None, False
    for index, gap in marked:
        # a straight mark has no sides: at the gap's end it opens, and a line closes it
        closes = straight and ('"' in gap or "\n" in gap)
        if first is not None and (closes or (not straight and ("»" in gap or "”" in gap))):
            yield first, index
            first = None
        opens = gap.endswith('"') and (gap != '"' or not index) and first is None
        if opens or "«" in gap or "“" in gap:
            first, straight = index, opens
    if first is not None:
        yield first, end


class _Gap(NamedTuple):
    """What stands between two words."""

    ends_sentence: bool
    ends_line: bool
    sets_apart: bool


@remembered
def _told(gap: str) -> _Gap:
    line = "\n" in gap
    return _Gap(line or _ENDS.search(gap) is not None, line, any(mark not in _PLAIN for mark in gap))
