"""The words that lead a place in, say of what kind it is, or take one up again: `vocabulary/where.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from itertools import takewhile

import attrs

from raqqa_data.building.proposals.words.affixes import bare, stems
from raqqa_data.building.proposals.words.vocabulary import vocabulary
from raqqa_data.building.proposals.words.word_cache import remembered
from raqqa_data.reading.text.folding import fold_word

_ENDINGS = ("", "ه", "ين", "ون", "ات", "ا")


@attrs.frozen
class PlaceWords:
    """The lists, folded.

    Attributes:
        kinds: The kind of place that each word says.
        one: The singular of each of these words, as it is printed.
        again: The kind of each word that takes up a place named before.
        countries: The country of each adjective, with its endings.
        lists: The other lists, by their keys.
        breaks: Words that end what a text has spoken of so far, each as its words, by the first of them.
    """

    kinds: Mapping[str, str]
    one: Mapping[str, str]
    again: Mapping[str, str]
    countries: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]
    breaks: Mapping[str, tuple[tuple[str, ...], ...]]

    def __getitem__(self, key: str) -> frozenset[str]:
        """One of the other lists."""
        return self.lists[key]


@functools.cache
def place_words() -> PlaceWords:
    """The lists, read once."""
    raw = tomllib.loads(vocabulary("where.toml"))
    kinds, again, countries, parts = (raw.pop(key) for key in ("kinds", "again", "countries", "parts"))
    breaks: dict[str, tuple[tuple[str, ...], ...]] = {}
    for turn in (tuple(map(fold_word, words.split())) for words in raw.pop("breaks")):
        breaks[turn[0]] = (*breaks.get(turn[0], ()), turn)
    lists = {key: frozenset(map(fold_word, words)) for key, words in (raw | {"parts": parts["words"]}).items()}
    plurals = lists["plurals"]
    return PlaceWords(
        kinds={fold_word(word): kind for kind, words in kinds.items() for word in words},
        one={
            fold_word(word): _singular(word, [one for one in words if fold_word(one) not in plurals])
            for words in kinds.values()
            for word in words
        },
        again={fold_word(word): kind for kind, words in again.items() for word in words},
        countries={
            f"{fold_word(word)}{ending}": country
            for country, words in countries.items()
            for word in words
            for ending in _ENDINGS
        },
        lists=lists,
        breaks=breaks,
    )


def _singular(word: str, singulars: list[str]) -> str:
    """محليتي, مدن: of the words for one such place the one that begins most alike, else the first."""
    return word if word in singulars else max(singulars, key=lambda one: _alike(one, word))


def _alike(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return len([*takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))])


@remembered
def kind_word(word: str) -> str | None:
    """The word for a kind of place that a word is, whatever it is written with."""
    return next((form for form in stems(word) if form in place_words().kinds), None)


@remembered
def again_word(word: str) -> str | None:
    """The word that takes up a place, whatever it is written with."""
    return next((form for form in stems(word) if form in place_words().again), None)


@remembered
def country_of(word: str) -> str | None:
    """The country whose adjective a word is.

    Example:
        >>> country_of("السوريه"), country_of("الكبيره")
        ('syria', None)
    """
    return next((found for form in stems(word) if (found := place_words().countries.get(bare(form)))), None)


@remembered
def may_begin(word: str) -> bool:
    """Whether a word is for a kind of place, takes one up, begins a town's name, or stands before an adjective."""
    return (
        kind_word(word) is not None
        or again_word(word) is not None
        or is_listed(word, "parts")
        or word.removeprefix("ب") in place_words()["towns"]
        or word.startswith("كفر")
    )


def is_listed(word: str, key: str) -> bool:
    """Whether a word stands in one of the lists, whatever it is written with."""
    return key in lists_of(word)


@remembered
def lists_of(word: str) -> frozenset[str]:
    """The keys of the lists in which a word stands, whatever it is written with."""
    forms = stems(word)
    return frozenset(key for key, listed in place_words().lists.items() if not listed.isdisjoint(forms))


@remembered
def is_unnamed(word: str) -> bool:
    """Whether a word is for a road or a site that no list has, and takes up none named before."""
    return is_listed(bare(word), "unnamed") and not is_listed(word, "same_site")


@remembered
def takes_up_country(word: str) -> bool:
    """Whether a word takes up the whole country: البلاد."""
    return place_words().again.get(again_word(word) or "") == "country"


@remembered
def clitic_of(word: str) -> str:
    """The preposition that a word of the lists is written with, where it is one.

    Example:
        >>> clitic_of("وببلده"), clitic_of("بلده")
        ('ب', '')
    """
    listed = place_words()
    form = next(
        (form for form in stems(word) if form in listed.kinds or form in listed.again or form in listed["sides"]), word
    )
    return "ل" if word.startswith("لل") else word[: len(word) - len(form)][-1:].strip("وف")
