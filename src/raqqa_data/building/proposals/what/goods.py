"""Which goods a figure is of: the wheat that was grown, the sugar that costs so much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.words.affixes import bare, stems
from raqqa_data.building.proposals.words.events_and_things import Counted, listed
from raqqa_data.building.proposals.words.vocabulary import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.reading.mention import Mention

_WHERE = "where.toml"
_BEFORE = 8  # words
_BEHIND = 4
_NAMED = 3  # words of a thing's name


def goods_of(passage: Passage, figure: Mention) -> Counted | None:
    """The goods that stand beside a figure: behind it, else before it; None where none do, or several.

    Args:
        passage: The text.
        figure: A price, a mass, an area.
    """
    at, last = passage.words_of(figure)
    first, end = passage.sentence_of(at)
    close = min(last + 1 + _BEHIND, passage.next_figure(last, end), passage.clause_end(last))
    joined = (word for word in range(last + 1, close) if passage.words[word].startswith("و"))
    behind = [*_named(passage, last + 1, next(joined, close))]
    if behind:
        return _only(behind)
    before = passage.figure_before(at)
    begin = max(first, at - _BEFORE, 0 if before is None else before + 1)
    marks = (word for word in range(at, begin, -1) if passage.is_apart(word - 1, word))
    begin = next((word for word in marks if ":" not in passage.gaps[word]), begin)  # القمح: 300 دولار
    return _only([*_named(passage, begin, at)])


def _only(several: list[Counted]) -> Counted | None:
    return several[0] if len({one.id for one in several}) == 1 else None


def _named(passage: Passage, first: int, end: int) -> Iterator[Counted]:
    words, bodies, behind = passage.words, word_lists(_WHERE), first
    for word in range(first, end):
        of_whom = stems(words[word - 1]) if word else ()
        if word < behind or not (bodies["bodies"] | bodies["offices"]).isdisjoint(of_whom):
            continue  # وزير النفط
        for form in stems(words[word]):
            name = [*map(bare, (form, *words[word + 1 : min(word + _NAMED, end)]))]
            found = listed().things.at(name, 0)
            if found is not None and not found.clitic and found.value.goods:
                behind = word + found.last + 1
                yield found.value
                break
