"""Part of what: "among them", and enumerations that add up to a number before them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.listing import word_lists
from raqqa_data.building.proposals.passage import stems
from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.reading.mention import Mention, Span
from raqqa_data.reading.text.folding import fold
from raqqa_data.records.estimate import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raqqa_data.building.proposals.passage import Passage

_WORDS = "wholes.toml"
_NEAR = 6
_BESIDE = 2


def wholes(passage: Passage, ids: Mapping[int, str]) -> Iterator[Proposal]:
    """Which figure is part of which."""
    whole: Mention | None = None
    marker = -1
    told: set[int] = set()
    figures = passage.figures
    for index, figure in enumerate(figures):
        at, _ = passage.words_of(figure)
        first, _ = passage.sentence_of(at)
        before = figures[index - 1] if index else None
        if before is None or passage.words_of(before)[0] < first:
            whole = None
        found = _among(passage, first if before is None else max(first, passage.words_of(before)[1]), at)
        if found is None and before is not None and (behind := _behind(passage, figure)) is not None:
            found = behind
        near = before is not None and (passage.words_of(before)[0] >= first or _of_the_last(passage, before, found, at))
        if found is not None and before is not None and near and _may_hold(before, figure):
            if whole is None or marker < passage.words_of(before)[0]:
                # a second "among them" within the parts speaks of the same whole where it fits no part
                whole = before
            marker = found
        if whole is not None and whole is not figure and _may_hold(whole, figure) and _goes_on(passage, whole, figure):
            told.add(index)
            yield _part(figure, whole, (passage.span(marker, marker),), "among them", 0.9, ids)
        elif whole is not None and whole is not figure:
            whole = None
        out = _out_of(passage, at)
        if out is not None and before is not None and index - 1 not in told and _may_hold(figure, before):
            yield _part(before, figure, (passage.span(out, out),), "out of", 0.85, ids)
    yield from _enumerated(passage, told, ids)


def says_among(text: str) -> bool:
    """Whether words between a whole and its parts say that these are some of it, and maybe not all.

    Example:
        >>> says_among("قتيلا، من بينهم"), says_among("قتيلا، وهم")
        (True, False)
    """
    return any(map(is_among, fold(text).text.split()))


def _part(
    part: Mention,
    whole: Mention,
    evidence: tuple[Span, ...],
    rule: str,
    strength: float,
    ids: Mapping[int, str],
) -> Proposal:
    return Proposal(
        figure=Span(part.start, part.end, part.text),
        question=Question.PART_OF,
        answer=ids[whole.start],
        evidence=(Span(whole.start, whole.end, whole.text), *evidence),
        rule=rule,
        strength=strength,
    )


def _among(passage: Passage, start: int, at: int) -> int | None:
    for index in range(max(start, at - _NEAR), at):
        if is_among(passage.words[index]):
            return index
    return None


@functools.lru_cache(maxsize=1 << 16)
def is_among(word: str) -> bool:
    """Whether a folded word says that what follows is some of what was counted before.

    Example:
        >>> is_among("بينهم"), is_among("بين")
        (True, False)
    """
    return any(form in word_lists(_WORDS)["among"] for form in stems(word))


def _behind(passage: Passage, figure: Mention) -> int | None:
    """أربعة منها."""
    _, last = passage.words_of(figure)
    after = last + 1
    here = after < len(passage.words) and not passage.is_apart(last, after) and is_among(passage.words[after])
    return after if here else last if is_among(passage.words[last]) else None


def _of_the_last(passage: Passage, before: Mention, found: int | None, at: int) -> bool:
    """ونزح منهم 900: of the last figure of the sentence before."""
    word, _ = passage.words_of(before)
    one_after = passage.sentence[at] - passage.sentence[word] == 1 and passage.paragraph[at] == passage.paragraph[word]
    return found is not None and one_after and 0 < at - found <= _BESIDE


def _out_of(passage: Passage, at: int) -> int | None:
    for index in range(max(0, at - 2), at):
        if passage.words[index] in word_lists(_WORDS)["out_of"] and index and passage.words[index - 1] in {"من", "بين"}:
            return index
    return None


def _may_hold(whole: Mention, part: Mention) -> bool:
    """Whether one figure can be part of the other: of one unit, and no greater."""
    if whole.estimate is None or part.estimate is None or whole.kind is not part.kind or whole.unit != part.unit:
        return False
    most = whole.estimate.best or whole.estimate.high or whole.estimate.low
    least = part.estimate.best or part.estimate.low or part.estimate.high
    return most is not None and least is not None and least <= most


def _goes_on(passage: Passage, whole: Mention, part: Mention) -> bool:
    """Whether the enumeration has not been left: no verb of its own between, such as "and wounded"."""
    start, at = passage.words_of(whole)[1], passage.words_of(part)[0]
    between = passage.words[start + 1 : at]
    return passage.commas(start, at) <= _NEAR and word_lists(_WORDS)["leaves"].isdisjoint(between)


def _enumerated(passage: Passage, told: set[int], ids: Mapping[int, str]) -> Iterator[Proposal]:
    """181: 124 و7 و50."""
    figures = passage.figures
    for index, whole in enumerate(figures):
        if whole.estimate is None or whole.estimate.wording is not Wording.EXACT or whole.value is None:
            continue
        total: float = 0
        sentence = passage.sentence[passage.words_of(whole)[0]]
        for end in range(index + 1, len(figures)):
            part = figures[end]
            if (
                passage.sentence[passage.words_of(part)[0]] != sentence
                or part.value is None
                or not _may_hold(whole, part)
                or not _goes_on(passage, whole, part)
            ):
                break
            total += part.value
            if total == whole.value and end > index + 1:
                parts = [other for other in range(index + 1, end + 1) if other not in told]
                told.update(parts)
                for other in parts:
                    yield _part(figures[other], whole, (), "adds up", 0.8, ids)
                break
            if total > whole.value:
                break
