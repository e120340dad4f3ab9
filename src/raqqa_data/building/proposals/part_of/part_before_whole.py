"""A part that stands right before its whole: six of nine."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.words.place_words import is_listed, kind_word
from raqqa_data.building.proposals.words.vocabulary import word_lists

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.reading.mention import Mention

_WORDS = "wholes.toml"


def out_of(passage: Passage, before: Mention | None, figure: Mention, units: Mapping[int, str]) -> int | None:
    """The word that says of the figure before one that it is some of it; None where none does.

    Args:
        passage: The text.
        before: The figure before.
        figure: The whole.
        units: What figures count.
    """
    words = passage.words
    at, _ = passage.words_of(figure)
    if before is not None and _is_of_another_clause(passage, passage.words_of(before)[1], at):
        return None
    for index in range(max(1, at - 2, -1 if before is None else passage.words_of(before)[1] + 1), at):
        if words[index] in word_lists(_WORDS)["out_of"] and words[index - 1] in {"من", "بين"}:
            return index
    of = at - 1 - (words[at - 1] in {"بين", "اصل"}) if at > 1 else 0
    if before is None or at == 0 or words[of] != "من":
        return None
    left_out = before.noun is None and _may_leave_out(passage, figure, units)
    if (
        figure.noun is not None
        and not left_out
        and (units.get(before.start) is None or units.get(before.start) != units.get(figure.start))
    ):
        return None
    if passage.word_behind(passage.words_of(figure)[1]) == "الي":
        return None  # from nine to six
    last = passage.words_of(before)[1]
    return of if of - last == 1 + (words[of - 1] == "فقط") else None  # ستة آبار من تسع


def _is_of_another_clause(passage: Passage, last: int, at: int) -> bool:
    """وصلت 3. من أصل 52 شاحنة: whether a sentence or a colon parts two figures."""
    colon = bisect_left(passage.colons, last)
    return passage.sentence[last] != passage.sentence[at] or any(one < at for one in passage.colons[colon : colon + 1])


def _may_leave_out(passage: Passage, whole: Mention, units: Mapping[int, str]) -> bool:
    """Whether a part before a whole may leave its noun out: 4128 من 4503 مكاتب; but ثلاثة من 5 عائلات are people."""
    noun = passage.words[passage.at(whole.noun.start)] if whole.noun is not None else ""
    return units.get(whole.start) not in {"family", "household"} and not is_from(noun)


def is_from(noun: str) -> bool:
    """Whether people may come from what a noun is for: from eight villages."""
    return kind_word(noun) is not None or is_listed(noun, "plurals") or noun in word_lists(_WORDS)["origins"]
