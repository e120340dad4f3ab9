"""What is written with a word: conjunctions and prepositions before it, and the article."""

from __future__ import annotations

from raqqa_data.building.proposals.words.word_cache import remembered

_PREPOSITIONS = ("ب", "ل", "ك")
_SHORTEST = 2


@remembered
def stems(word: str) -> tuple[str, ...]:
    """A folded word, and what it may be without a conjunction and a preposition that are written with it.

    Example:
        >>> stems("وبالرقه")
        ('وبالرقه', 'بالرقه', 'الرقه')
    """
    begins = [word]
    if word[:1] in {"و", "ف"} and len(word) > _SHORTEST:
        begins.append(word[1:])
    without = [
        begin[1:] if begin[:2] != "لل" else f"ال{begin[2:]}"
        for begin in begins
        if begin[:1] in _PREPOSITIONS and len(begin) > _SHORTEST
    ]
    return (*begins, *without)


@remembered
def bare(word: str) -> str:
    """A folded word without its article."""
    return word[2:] if word.startswith("ال") and len(word) > len("ال") + 1 else word
