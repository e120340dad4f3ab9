"""Phrases of the vocabulary, found by their first word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, TypeVar

from raqqa_data.reading.text.folding import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raqqa_data.reading.text.tokens import Tokens

Meaning = TypeVar("Meaning")
_WORD = re.compile(r"[^\W\d_\u00b2\u00b3\u00b9\u2070-\u2089\u00bc-\u00be\u2150-\u215e]+|[0-9]+|\S")


def phrase(text: str) -> tuple[str, ...]:
    """The folded tokens of a phrase of the vocabulary."""
    return tuple(_WORD.findall(fold_word(text)))


class Phrases(Generic[Meaning]):
    """Phrases with what each means; the longest that stands in a text is found."""

    def __init__(self, rows: Iterable[tuple[tuple[str, ...], Meaning]]) -> None:
        self._rows: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for words, meaning in rows:
            self._rows.setdefault(words[0], []).append((words[1:], meaning))
        for rests in self._rows.values():
            rests.sort(key=lambda row: -len(row[0]))

    def match(self, tokens: Tokens, index: int) -> tuple[Meaning, int] | None:
        """What the phrase at a token means, and the token after it; it must stand on the line of what is before it."""
        rests = self._rows.get(tokens.texts[index])
        if rests is None or not tokens.joined(index):
            return None
        for rest, meaning in rests:
            if not rest or tokens.follows(index + 1, rest):
                return meaning, index + 1 + len(rest)
        return None
