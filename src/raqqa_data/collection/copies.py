"""Copies of one text among many: a wire story in five outlets, with another headline and one figure updated.

What MinHash and LSH propose is checked by the true likeness before it is believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, cast

import attrs

from raqqa_data.errors import RecordError, optional_module
from raqqa_data.reading.text.folding import fold

if TYPE_CHECKING:
    from raqqa_data.sources import Source

_WORD = re.compile(r"[^\W_]+")
_SHINGLE = 3
"""Words in a row."""
_SHORT = 12
"""Words: a shorter text is compared by its words, for it has too few shingles."""
_ALIKE, _HELD, _ALIKE_SHORT = 0.55, 0.8, 0.75
_PERMUTATIONS, _THRESHOLD, _LIKELY = 128, 0.4, 0.3
_LEAST_PASSAGE, _MOST_PASSAGES = 6, 5


@attrs.frozen
class Duplicate:
    """Two texts that are one story.

    Attributes:
        one: The name of the one.
        other: The name of the other.
        likeness: How much of both is common, from 0 to 1: shared runs of words by all of them.
        passages: Longer passages in common, as the first has them.
    """

    one: str
    other: str
    likeness: float
    passages: tuple[str, ...]


def duplicates(texts: Mapping[str, str] | Iterable[Source]) -> tuple[Duplicate, ...]:
    """The pairs among many texts that are copies or near copies of each other.

    Spelling, vowels and punctuation make no difference. Two stories on two events in one town are no copies.

    Args:
        texts: Texts by their names, or sources.

    Returns:
        The pairs, the most alike first; each name before the other in order.

    Raises:
        RecordError: Two texts have one name, or what is given is no text.
        MissingExtraError: datasketch is not installed.

    Example:
        >>> text = "عاد أمس أكثر من 300 شخص إلى البلدة بعد أن رُمّمت المدارس والطرق فيها، وقالت البلدية إن العمل مستمر"
        >>> (found,) = duplicates({"a": text, "b": f"عاجل: {text} كل يوم", "c": "زرعت البلدية 40 شجرة في الحديقة"})
        >>> found.one, found.other, found.likeness > 0.8
        ('a', 'b', True)
    """
    named = _named(texts)
    words = {name: _words(text) for name, text in sorted(named.items())}
    shingles = {name: _shingles(held) for name, held in words.items()}
    found: list[Duplicate] = []
    for one, other in _proposed(shingles):
        likeness = _likeness(shingles[one], shingles[other], short=min(len(words[one]), len(words[other])) < _SHORT)
        if likeness is not None:
            found.append(Duplicate(one, other, round(likeness, 4), _passages(words[one], words[other])))
    return tuple(sorted(found, key=lambda pair: (-pair.likeness, pair.one, pair.other)))


def _named(texts: Mapping[str, str] | Iterable[Source]) -> dict[str, str]:
    if isinstance(texts, Mapping):
        return {str(name): str(text) for name, text in cast("Mapping[str, str]", texts).items()}
    named: dict[str, str] = {}
    for source in _sources(texts):
        if source.name in named:
            raise RecordError("duplicates", "texts", source.name, "two sources have this name")
        named[source.name] = source.text
    return named


def _sources(given: object) -> tuple[Source, ...]:
    problem = "give texts by their names, {name: text}, or what rd.open_source() and rd.open_sources() give"
    try:
        found = tuple(cast("Iterable[Source]", given))
    except TypeError:
        raise RecordError("duplicates", "texts", given, problem) from None
    for one in found:
        if not (isinstance(getattr(one, "name", None), str) and isinstance(getattr(one, "text", None), str)):
            raise RecordError("duplicates", "texts", one, problem)
    return found


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text).text)


def _shingles(words: list[str]) -> frozenset[str]:
    if len(words) < _SHORT:
        return frozenset(words)
    return frozenset(" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))


def _proposed(shingles: Mapping[str, frozenset[str]]) -> list[tuple[str, str]]:
    datasketch = optional_module("datasketch", "collection")
    index = datasketch.MinHashLSH(threshold=_THRESHOLD, num_perm=_PERMUTATIONS)
    pairs: set[tuple[str, str]] = set()
    filled = {name: held for name, held in shingles.items() if held}
    hashes = datasketch.MinHash.generator(
        ([piece.encode("utf-8", "surrogatepass") for piece in held] for held in filled.values()),
        num_perm=_PERMUTATIONS,
    )
    known: dict[str, Any] = {}
    for name, minhash in zip(filled, hashes, strict=True):
        near: list[str] = index.query(minhash)
        # what the signatures say is unlike is not worth a look at the texts
        likely = (other for other in near if minhash.jaccard(known[other]) >= _LIKELY)
        pairs |= {(min(name, other), max(name, other)) for other in likely}
        index.insert(name, minhash)
        known[name] = minhash
    return sorted(pairs)


def _likeness(one: frozenset[str], other: frozenset[str], *, short: bool) -> float | None:
    """How alike two texts are; None where that is too little."""
    common = len(one & other)
    alike, held = common / len(one | other), common / min(len(one), len(other))
    enough = alike >= _ALIKE_SHORT if short else alike >= _ALIKE or held >= _HELD
    return alike if enough else None


def _passages(one: list[str], other: list[str]) -> tuple[str, ...]:
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    longest = sorted((block for block in blocks if block.size >= _LEAST_PASSAGE), key=lambda block: -block.size)
    return tuple(" ".join(one[block.a : block.a + block.size]) for block in longest[:_MOST_PASSAGES])
