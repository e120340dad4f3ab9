"""Spans that only say within what time something was: خلال يومين, قبل ساعة, الساعات الـ24 الماضية."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.words.vocabulary import word_lists
from raqqa_data.reading.mention import Kind

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage

_WORDS = "when.toml"
_SAYS = "it says within what time something was"


def time_frames(passage: Passage) -> dict[int, str]:
    """The durations, by where they start, that say when and are no quantity of their own, each with what it says.

    Example:
        >>> from raqqa_data.building.proposals.passage.passage import Passage
        >>> from raqqa_data.reading import read
        >>> from raqqa_data.reading.text.folding import fold
        >>> text = "قتل 5 أشخاص خلال يومين، واستمر الحصار ثلاثة أيام"
        >>> [text[start:start + 5] for start in sorted(time_frames(Passage(fold(text), read(text))))]
        ['يومين']
    """
    return {
        figure.start: _SAYS
        for figure in passage.figures
        if figure.kind is Kind.DURATION and _is_frame(passage, *passage.words_of(figure))
    }


def _is_frame(passage: Passage, first: int, last: int) -> bool:
    lists = word_lists(_WORDS)
    before = passage.words[first - 1].removeprefix("و") if first else ""
    return before in lists["frames"] or passage.word_behind(last) in lists["frames_from_now"]
