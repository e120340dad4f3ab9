"""Names of one or several words, found in a text whatever clitic stands before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from raqqa_data.building.proposals.passage import bare, stems
from raqqa_data.reading.text.folding import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

T = TypeVar("T")

_REMEMBERED = 100_000


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
        self._by_first: dict[str, list[tuple[tuple[str, ...], list[T]]]] = {}
        self._begun = _Begun(self._by_first)
        self._values: list[T] = []
        for name, value in named:
            self.add(name, value)

    def add(self, name: str, value: T) -> None:
        """Take one more name; one that stands there already goes on naming first what it named."""
        self._begun.clear()
        words = tuple(word if self._articles else bare(word) for word in words_of_name(name))
        if not words:
            return
        known = self._by_first.setdefault(words[0], [])
        for other, values in known:
            if words == other:
                if value not in values:
                    values.append(value)
                return
        known.append((words, [value]))
        self._values.append(value)
        known.sort(key=lambda row: -len(row[0]))

    def values(self) -> Iterator[T]:
        """What is named, in the order of the list, each once for every name."""
        yield from self._values

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def at(self, words: Sequence[str], index: int) -> Found[T] | None:
        """The longest name that begins at a word; None where none does."""
        for rest, values, clitic in self._begun[words[index]]:
            if len(rest) == 1 or tuple(words[index + 1 : index + len(rest)]) == rest[1:]:
                return Found(values[0], index, index + len(rest) - 1, clitic, tuple(values[1:]))
        return None

    def begun(self, words: Sequence[str]) -> list[int]:
        """The words that a name may begin with."""
        known = self._begun
        return [index for index, word in enumerate(words) if known[word]]


class _Begun(dict[str, tuple[tuple[tuple[str, ...], list[T], str], ...]]):
    """The names that a word may begin, and the clitic that it has then; kept, as a text has few words, each often."""

    def __init__(self, by_first: Mapping[str, Sequence[tuple[tuple[str, ...], list[T]]]]) -> None:
        super().__init__()
        self._by_first = by_first

    def __missing__(self, word: str) -> tuple[tuple[tuple[str, ...], list[T], str], ...]:
        if len(self) > _REMEMBERED:
            self.clear()
        found = self[word] = tuple(
            (rest, values, word[: len(word) - len(form)] if word.endswith(form) else word[: word.find("لل") + 2])
            for form in stems(word)
            for rest, values in self._by_first.get(form, ())
        )
        return found


def words_of_name(name: str) -> list[str]:
    """A name's words, folded."""
    folded = fold_word(name)
    return "".join(letter if letter.isalnum() else " " for letter in folded).split()
