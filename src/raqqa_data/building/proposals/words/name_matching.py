"""Names of one or several words, found in a text whatever clitic stands before them."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from raqqa_data.building.proposals.words.affixes import bare, stems
from raqqa_data.building.proposals.words.word_cache import MOST
from raqqa_data.reading.text.folding import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A name in a text: what it names, its words, what stood before it in one word with it, and what else it names."""

    value: T
    first: int
    last: int
    clitic: str
    also: tuple[T, ...] = ()


class Names(Generic[T]):
    """A list of names, each for something; of two that begin alike the longer is found.

    Args:
        named: The names.
        articles: Whether an article tells names apart; without it they are looked for in words that are bare of it.

    Example:
        >>> names = Names([("الأمم المتحدة", "un")])
        >>> names.at(["وفقا", "للامم", "المتحده"], 1)
        Found(value='un', first=1, last=2, clitic='لل', also=())
    """

    def __init__(self, named: Iterable[tuple[str, T]], *, articles: bool = True) -> None:
        self._articles = articles
        self._by_first: dict[str, list[tuple[list[str], list[T]]]] = {}
        self._begun = _Begun(self._by_first)
        self._values: list[T] = []
        for name, value in named:
            self.add(name, value)

    def add(self, name: str, value: T) -> None:
        """Take one more name; one that stands there already goes on naming first what it named."""
        self._begun.clear()
        words = [word if self._articles else bare(word) for word in words_of_name(name)]
        if not words:
            return
        known = self._by_first.setdefault(words[0], [])
        for other, values in known:
            if words == other:
                if value not in values:
                    values.append(value)
                    self._values.append(value)
                return
        known.append((words, [value]))
        self._values.append(value)
        known.sort(key=lambda row: -len(row[0]))

    def values(self) -> Iterator[T]:
        """What is named, in the order of the list, each once for every name."""
        yield from self._values

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def at(self, words: list[str], index: int) -> Found[T] | None:
        """The longest name that begins at a word; None where none does."""
        begun = self._begun[words[index]]
        if not begun:
            return None
        for clitic, longer, alone in begun:
            if longer and index + 1 < len(words):
                for rest, value, also in longer.get(words[index + 1], ()):
                    end = index + 1 + len(rest)
                    if words[index + 1 : end] == rest:
                        return Found(value, index, end - 1, clitic, also)
            if alone is not None:
                return Found(alone[0], index, index, clitic, alone[1])
        return None

    def each(self, words: list[str], indices: Iterable[int]) -> Iterator[Found[T]]:
        """The longest names that begin at some of the words, in the order of these.

        Example:
            >>> names = Names([("حلب", "aleppo"), ("حمص", "homs")])
            >>> [found.value for found in names.each(["من", "حمص", "الي", "حلب"], (3, 2, 1))]
            ['aleppo', 'homs']
        """
        begun, at = self._begun, self.at
        for index in indices:
            if begun[words[index]] and (found := at(words, index)) is not None:
                yield found

    def found_in(self, words: list[str]) -> dict[int, Found[T]]:
        """The longest name that begins at each word at which one does, in order."""
        at = self.at
        return {index: found for index in self.begun(words) if (found := at(words, index)) is not None}

    def begun(self, words: Sequence[str]) -> list[int]:
        """The words that a name may begin with."""
        return [*compress(range(len(words)), map(self._begun.__getitem__, words))]


_Longer = dict[str, list[tuple[list[str], T, tuple[T, ...]]]]
"""Names of several words that begin alike, by the second: all behind the first, what is named, and what else is."""
_Begins = tuple[str, _Longer[T], tuple[T, tuple[T, ...]] | None]
"""The names that a form of a word begins: its clitic, those of several words, and what it names alone."""


class _Begun(dict[str, tuple[_Begins[T], ...]]):
    """The names that a word may begin.

    They are kept, as a text has few words, each often.
    """

    def __init__(self, by_first: Mapping[str, Sequence[tuple[list[str], list[T]]]]) -> None:
        super().__init__()
        self._by_first = by_first

    def __missing__(self, word: str) -> tuple[_Begins[T], ...]:
        if len(self) >= MOST:
            self.clear()
        found = self[word] = tuple(self._begins(word, form) for form in stems(word) if form in self._by_first)
        return found

    def _begins(self, word: str, form: str) -> _Begins[T]:
        longer: _Longer[T] = {}
        alone: tuple[T, tuple[T, ...]] | None = None
        for (_, *rest), (value, *also) in self._by_first[form]:
            if rest:
                longer.setdefault(rest[0], []).append((rest, value, tuple(also)))
            else:
                alone = value, tuple(also)
        return word[: len(word) - len(form)] if word.endswith(form) else word[: word.find("لل") + 2], longer, alone


def words_of_name(name: str) -> list[str]:
    """A name's words, folded."""
    folded = fold_word(name)
    return "".join(letter if letter.isalnum() else " " for letter in folded).split()
