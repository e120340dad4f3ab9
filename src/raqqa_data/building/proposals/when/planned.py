"""What a text tells as still to come: planned, expected, promised."""

from __future__ import annotations

import re
from itertools import compress
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.words.affixes import stems
from raqqa_data.building.proposals.words.vocabulary import word_lists
from raqqa_data.building.proposals.words.word_cache import remembered

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage

_WORDS = "coming.toml"
_FUTURE = re.compile(r"[وف]?(س[يت]\w{2,})")


def to_come(passage: Passage) -> frozenset[int]:
    """The figures, by where they start, in sentences that tell what is to come.

    Example:
        >>> from raqqa_data.building.proposals.passage.passage import Passage
        >>> from raqqa_data.reading import read
        >>> from raqqa_data.reading.text.folding import fold
        >>> text = "عاد 30 شخصا. وستوزع المنظمة 400 سلة."
        >>> sorted(to_come(Passage(fold(text), read(text))))
        [28]
    """
    sentences = {*compress(passage.sentence, map(_comes, passage.words))}
    return frozenset(
        figure.start for figure in passage.figures if passage.sentence[passage.words_of(figure)[0]] in sentences
    )


@remembered
def _comes(word: str) -> bool:
    """Whether a word tells what is to come."""
    return not word_lists(_WORDS)["coming"].isdisjoint(stems(word)) or _will(word)


def _will(word: str) -> bool:
    """Whether a word is a verb behind the letter that puts it into the future: ستوزع."""
    verb, lists = _FUTURE.fullmatch(word), word_lists(_WORDS)
    return (
        verb is not None and verb[1] not in lists["no_verbs"] and not verb[1].startswith(tuple(lists["no_verbs_begin"]))
    )
