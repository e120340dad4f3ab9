"""Rows of figures that add up to one before them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.part_of.part import Part, are_alike
from raqqa_data.building.proposals.words.vocabulary import lists_of
from raqqa_data.reading.mention import Kind, Mention
from raqqa_data.records.estimate import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from raqqa_data.building.proposals.passage.passage import Passage

_SUMMED = frozenset({Kind.CARDINAL, Kind.MEASURE, Kind.MONEY})
_REACH = 6  # figures
_NEAR_LINES = 2
_A_LABEL = 5  # words
_PERSON = "person"
_A_PAIR, _A_RUN, _LONGEST_RUN = 2, 3, 8  # figures that add up
_WORDS = "wholes.toml"


def adding_up(passage: Passage, told: set[int], units: Mapping[int, str]) -> Iterator[Part]:
    """11 قتيلا. حلب (7) وإدلب (2) وحماة (2): three or more in a row that add up to a figure shortly before them.

    Args:
        passage: The text.
        told: Which of its figures, by their order, are parts of others; it grows.
        units: What they count, by where they start: to people nothing adds up but people.
    """
    figures = passage.figures
    for begin in range(1, len(figures) - _A_RUN + 1):
        run: list[int] = []
        total: float = 0
        for index in _row(passage, begin):
            value = figures[index].value
            if index in told or value is None or figures[index].kind not in _SUMMED or len(run) == _LONGEST_RUN:
                break
            run.append(index)
            if not _is_of_one_unit(figures, run):
                break
            total += value
            if len(run) < _A_PAIR or (len(run) < _A_RUN and not _is_divided(passage, figures[begin])):
                continue
            earlier = (
                one
                for one in reversed(figures[max(0, begin - _REACH) : begin])
                if one.value is not None
                and math.isclose(one.value, total)
                and _is_of_one_unit([one, *figures], [0, *(at + 1 for at in run)])
                and (units.get(one.start) != _PERSON or _are_people(figures, run, units))
            )
            whole = next(
                (one for one in earlier if _is_exact(one) and _is_shortly_before(passage, one, figures[begin])), None
            )
            if whole is not None:
                told.update(run)
                for other in run:
                    yield Part(figures[other], whole, (), "adds up", 0.8)
                break


def _is_divided(passage: Passage, figure: Mention) -> bool:
    """وتوزعت الكلفة على أضرار بـ6 مليارات وخسائر بـ7: whether a sentence tells how a whole is divided."""
    at, _ = passage.words_of(figure)
    first, _ = passage.sentence_of(at)
    return passage.standing(lists_of(_WORDS)).any("divided", first, at)


def _row(passage: Passage, begin: int) -> Iterator[int]:
    """The figures of a sentence from one on; of a list the first of each line."""
    figures = passage.figures
    first = passage.words_of(figures[begin])[0]
    line = passage.paragraph_of(first)
    listed = _is_row(passage, line) and (not begin or passage.words_of(figures[begin - 1])[0] < line)
    here = passage.paragraph[first]
    for index in range(begin, len(figures)):
        word = passage.words_of(figures[index])[0]
        if not listed and passage.sentence[word] != passage.sentence[first]:
            return
        if listed and (passage.paragraph[word] - here > 1 or not _is_row(passage, passage.paragraph_of(word))):
            return
        if listed and index > begin and passage.paragraph[word] == here:
            continue
        here = passage.paragraph[word]
        yield index


def _is_row(passage: Passage, line: int) -> bool:
    """المخدرات ....... 168: whether a line is one of a list, by its mark or as it only names what a figure is of."""
    if passage.is_listed(line):
        return True
    at = passage.next_figure(line, line + _A_LABEL)
    ends = at + 1 >= len(passage.words) or passage.paragraph_of(at + 1) != line
    return at < line + _A_LABEL and ends


def _is_of_one_unit(figures: Sequence[Mention], run: Sequence[int]) -> bool:
    """Whether those that state a unit state the same; one that leaves it out has that of the others."""
    return len({figures[index].unit for index in run if figures[index].unit is not None}) <= 1 and (
        figures[run[0]].unit is not None or all(figures[index].unit is None for index in run)
    )


def _are_people(figures: Sequence[Mention], run: Sequence[int], units: Mapping[int, str]) -> bool:
    return all(are_alike(_PERSON, units.get(figures[index].start)) for index in run)


def _is_exact(figure: Mention) -> bool:
    return figure.kind in _SUMMED and figure.estimate is not None and figure.estimate.wording is Wording.EXACT


def _is_shortly_before(passage: Passage, whole: Mention, part: Mention) -> bool:
    one, other = passage.words_of(whole)[0], passage.words_of(part)[0]
    return passage.paragraph[other] - passage.paragraph[one] <= _NEAR_LINES
