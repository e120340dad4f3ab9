"""Names of places that no list has and no word for a kind leads in: قتل 3 أشخاص في كفرزيتون."""

from __future__ import annotations

import enum
import functools
import re
from itertools import compress
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.when.dated_events import event_kind
from raqqa_data.building.proposals.where.unlisted_after_kind import is_end
from raqqa_data.building.proposals.words.common_words import is_common
from raqqa_data.building.proposals.words.events_and_things import listed
from raqqa_data.building.proposals.words.place_words import country_of, is_listed, kind_word, lists_of, place_words
from raqqa_data.building.proposals.words.word_cache import remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Sequence

    from raqqa_data.building.proposals.passage.passage import Passage

BARE = "a name by the words around it"
"""What `vocabulary/strengths.toml` calls how often such a name is that of a place."""

_LETTERS = re.compile("[ء-ي]{3,}")
_ITS = ("ها", "هم", "هن", "هما", "كم")
_NO_SECOND = frozenset("اوفبليت")  # an article, a clitic or a verb
_PEOPLE = ("ين", "ون", "و")  # whose families, and no place
_NEAR = 5  # words before a preposition
_NO_NAME = frozenset({"no_name", "within", "towards", "sides", "bodies", "talks", "that", "behind_names"})
_BEHIND = frozenset({"behind_names", "within", "that"})
_BESIDE = ("around", "people")
_MOVED = {"علي": "struck", "من": "fled", "الي": "arrivals"}
"""Behind these prepositions a name is a place's only where such words stand before them."""


class _Behind(enum.IntEnum):
    """What the words behind a name say of it."""

    NOTHING = 0
    ENDS = 1
    PLACE = 2


@remembered
def may_be_name(word: str) -> bool:
    """Whether a folded word is none of any text, and so may name a place.

    Example:
        >>> may_be_name("كفرزيتون"), may_be_name("هجوم"), may_be_name("بيوتهم")
        (True, False, False)
    """
    return (
        _LETTERS.fullmatch(word) is not None
        and not is_common(word)
        and not word.endswith(_ITS)
        and not word.startswith("لل")
        and kind_word(word) is None
        and _NO_NAME.isdisjoint(lists_of(word))
    )


@remembered
def _may_lead_in(word: str) -> bool:
    """Whether a name may stand behind a word."""
    lead = word.removeprefix("و")
    return (
        lead == "في" or lead in _MOVED or word in place_words()["heads"] or any(is_listed(word, key) for key in _BESIDE)
    )


def bare_names_in(words: Sequence[str]) -> Iterator[int]:
    """The words that may be of such a name."""
    for index in compress(range(1, len(words)), map(_may_lead_in, words)):
        if may_be_name(words[index]):
            yield index


def bare_name_at(
    passage: Passage, index: int, taken: Container[int], places: Callable[[int], bool]
) -> tuple[int, int] | None:
    """The first word and the last of a name that the words around it tell to be a place's; None where they do not.

    Args:
        passage: The text.
        index: A word that may be one of a name.
        taken: The words of agents' names, and of those who speak.
        places: Whether the name of a known place begins at a word.
    """
    if not _is_free(passage, index, taken, places):
        return None
    words = passage.words
    headed = index > 1 and passage.gaps[index] == " " and words[index - 1] in place_words()["heads"]
    first = index - headed
    if not first or passage.gaps[first].strip('«"“ ') or not _is_led_in(passage, first):
        return None
    last = index + _has_second(passage, index, taken, places)
    if not (headed or is_end(passage, last)) and places(last + 1) and kind_word(words[last + 1]) is None:
        return None  # في معاصر سلفيت
    behind = _behind(passage, last, places)
    # "in a burnt house", "in what is definite"
    beside = any(is_listed(words[first - 1], key) for key in _BESIDE)
    doubtful = headed or (words[first].startswith("ال") and not beside)
    if doubtful and not headed and _opens(passage, first - 1) and _is_told_of(passage, last):
        behind = _Behind.PLACE
    return (first, last) if behind > doubtful * _Behind.ENDS else None


def _opens(passage: Passage, lead: int) -> bool:
    """Whether a sentence opens with a preposition: وفي الهلالية المحاصرة."""
    return passage.sentence_of(lead)[0] == lead


def _is_told_of(passage: Passage, last: int) -> bool:
    """Whether a mark, a figure or what befell whom stands behind a name, or behind how its place is."""
    if is_end(passage, last):
        return True
    after = last + 1
    word = passage.words[after]
    if word.startswith("ال") and is_listed(word, "no_name"):
        return True
    return word[0].isdigit() or passage.in_mention(after) or _is_event(word)


def _is_led_in(passage: Passage, first: int) -> bool:
    """Whether what stands before a name leads in a place: في, شمال; "on" only where shells fell."""
    words, begins = passage.words, max(passage.sentence_of(first)[0], first - 1 - _NEAR)
    near = words[begins : first - 1]
    if is_listed(words[first - 1], "around"):
        return not any(is_listed(word, "oil") for word in near)  # خام غرب تكساس
    if is_listed(words[first - 1], "people"):
        return not words[first].endswith(_PEOPLE) and words[first][0] != "و"  # أهالي كفرزيتون
    lead = words[first - 1].removeprefix("و")
    return lead == "في" or (lead in _MOVED and any(is_listed(word, _MOVED[lead]) for word in near))


def _has_second(passage: Passage, first: int, taken: Container[int], places: Callable[[int], bool]) -> bool:
    """Whether a word behind the first of a name is of it too."""
    if is_end(passage, first) or passage.words[first].startswith("ال"):
        return False
    return passage.words[first + 1][0] not in _NO_SECOND and _is_free(passage, first + 1, taken, places)


def _is_free(passage: Passage, index: int, taken: Container[int], places: Callable[[int], bool]) -> bool:
    """Whether a word may be one of a name, and is of nothing else."""
    return (
        may_be_name(passage.words[index])
        and index not in taken
        and not places(index)
        and not passage.in_mention(index)
        and not _has_pronoun(passage, index)
    )


def _has_pronoun(passage: Passage, index: int) -> bool:
    """جمجمته: whether a word ends in a pronoun, in a text that tells ه from ة."""
    word = passage.words[index]
    return word.endswith("ه") and passage.span(index, index).text.endswith("ه") and _tells_apart(passage.text)


@functools.lru_cache(maxsize=1)
def _tells_apart(text: str) -> bool:
    return "ة" in text


def _behind(passage: Passage, last: int, places: Callable[[int], bool]) -> _Behind:
    """What stands behind a name: its end, what may stand behind a place, or where the place is."""
    if is_end(passage, last):
        return _Behind.ENDS
    after = last + 1
    word = passage.words[after]
    kind = kind_word(word)
    if places(after) or (kind is not None and kind != word) or country_of(word) or is_listed(word, "around"):
        return _Behind.PLACE
    told = word[0].isdigit() or bool(passage.dates_from(after, after + 1))
    ends = told or kind is not None or _is_event(word) or not _BEHIND.isdisjoint(lists_of(word))
    return _Behind.ENDS if ends else _Behind.NOTHING


@remembered
def _is_event(word: str) -> bool:
    """Whether a word says what befell whom, or names an event."""
    return event_kind(word) is not None or listed().words.at([word], 0) is not None
