"""The "one" that only stresses of whom others are: 4 من عائلة واحدة, 5 من أفراد أسرة واحدة."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.words.affixes import stems
from raqqa_data.building.proposals.words.vocabulary import word_lists

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage

_WORDS = "clauses.toml"
_SAYS = "it says that others are of one family"
_ONE = frozenset({"واحد", "واحده"})


def of_one_group(passage: Passage) -> dict[int, str]:
    """The figures, by where they start, that say of no one how many there were, each with what it says.

    Example:
        >>> from raqqa_data.building.proposals.passage.passage import Passage
        >>> from raqqa_data.reading import read
        >>> from raqqa_data.reading.text.folding import fold
        >>> text = "قتل 4 من عائلة واحدة، ونزحت عائلة واحدة"
        >>> [text[start:start + 5] for start in sorted(of_one_group(Passage(fold(text), read(text))))]
        ['واحدة']
    """
    return {
        figure.start: _SAYS
        for figure in passage.figures
        if figure.value == 1 and _is_stress(passage, passage.words_of(figure)[1])
    }


def _is_stress(passage: Passage, one: int) -> bool:
    words, lists = passage.words, word_lists(_WORDS)
    if one < 2 or words[one] not in _ONE:  # noqa: PLR2004
        return False
    of_whom = words[one - 1]
    joined = of_whom not in lists["groups"] and not lists["groups"].isdisjoint(stems(of_whom))  # ينتمون لعائلة واحدة
    return joined or (of_whom in lists["groups"] and words[one - 2] in lists["members"])
