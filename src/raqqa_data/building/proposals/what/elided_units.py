"""Figures that leave out their unit, which one beside them in the sentence has: 96 ألف طن، تلتها حلب بـ81 ألفا."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import attrs

from raqqa_data.building.proposals.part_of.answer import is_among
from raqqa_data.building.proposals.part_of.part import is_ratio
from raqqa_data.building.proposals.what.prices import sources_of
from raqqa_data.building.proposals.words.affixes import stems
from raqqa_data.building.proposals.words.vocabulary import word_lists
from raqqa_data.reading.mention import Kind, Mention
from raqqa_data.reading.text.folding import fold

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage

_MEASURED = frozenset({Kind.MONEY, Kind.MEASURE, Kind.PERCENT})
_WORDS = "elisions.toml"
_WHOLES = "wholes.toml"
_WHERE = frozenset({"في", "من", "لدي", "علي"})
_TO_EACH = frozenset({"لكل"})
_NEAR = 4  # words between the two
_FAR = 14
_BESIDE = 3  # words before the figure
_WHOLE = 100  # per cent
_LIKE = 20  # how many times the other one of two that a text puts side by side may be


class Elided(NamedTuple):
    """A figure that leaves its unit out.

    Attributes:
        figure: It, with the unit that is meant.
        source: The figure that states it.
    """

    figure: Mention
    source: Mention


def elided(passage: Passage) -> dict[int, Elided]:
    """The figures of a passage that leave out the unit of one beside them, by where they start."""
    found: dict[int, Elided] = {}
    for figure, behind in pairwise(passage.figures):
        if _is_measured(behind) and _is_bare(passage, figure) and _is_from_to(passage, figure, behind):
            found[figure.start] = _like(figure, behind)
    for before, figure in pairwise(passage.figures):
        told = found.get(before.start)
        source = told.figure if told is not None else before
        open_unit = figure.start not in found and _is_measured(source) and _is_bare(passage, figure)
        if open_unit and _says_so(passage, before, figure) and not (is_ratio(source) and (figure.value or 0) > _WHOLE):
            found[figure.start] = _like(figure, source)._replace(source=told.source if told else before)
    for figure, price in sources_of(passage):
        if figure.start not in found and _is_bare(passage, figure):
            found[figure.start] = _like(figure, price)
    return found


def _like(figure: Mention, source: Mention) -> Elided:
    return Elided(attrs.evolve(figure, kind=source.kind, unit=source.unit, noun=None), source)


def _is_measured(figure: Mention) -> bool:
    return figure.kind in _MEASURED and figure.unit is not None and " / " not in figure.unit


def _is_bare(passage: Passage, figure: Mention) -> bool:
    """Whether a figure is a number alone; what is written behind it with a preposition is none that it counts."""
    if figure.kind is not Kind.CARDINAL or figure.unit is not None or is_ratio(figure) or figure.value is None:
        return False
    word = "" if figure.noun is None else passage.words[passage.at(figure.noun.start)]
    return not word or (word[:1] in {"ب", "ل"} and not word.endswith("ا"))


def _is_from_to(passage: Passage, figure: Mention, behind: Mention) -> bool:
    """من 3 آلاف إلى 9 آلاف ليرة."""
    (at, last), (to, _) = passage.words_of(figure), passage.words_of(behind)
    begins = at > 0 and passage.words[at - 1] == "من" and passage.sentence[at] == passage.sentence[to]
    return begins and to - last <= _NEAR + 1 and passage.words[to - 1] == "الي" and not passage.is_apart(last, to)


def _says_so(passage: Passage, before: Mention, figure: Mention) -> bool:
    """Whether what stands between a measure and a number says that the number is one of the same."""
    _, last = passage.words_of(before)
    at, end = passage.words_of(figure)
    if passage.sentence[last] != passage.sentence[at] or at - last > _FAR:
        return False
    between = passage.words[last + 1 : at]
    compared = word_lists(_WORDS)["compared"]
    if any(not compared.isdisjoint(stems(word)) for word in between[-_BESIDE:]):
        return True
    if is_of_it(passage, before, figure):
        return (figure.value or 0) <= (before.value or 0)
    if before.kind is Kind.MONEY and passage.words[at].startswith("و") and passage.word_behind(end) in _TO_EACH:
        return True  # 60 ألف جنيه لأسرة كل قتيل و20 ألفا لكل مصاب
    return _is_level(passage, before, between) or (_are_alike(before, figure) and _goes_on(passage, between, at))


def is_of_it(passage: Passage, before: Mention, figure: Mention) -> bool:
    """Whether a number is told to be some of a measure before it: منها 8 آلاف؛ لم يصل سوى 8 آلاف؛ من أصل 20 ألف طن."""
    (begin, last), (at, end) = passage.words_of(before), passage.words_of(figure)
    lists, words = word_lists(_WHOLES), passage.words
    beside = [*words[max(last + 1, at - _BESIDE) : at], passage.word_behind(end)]
    if any(is_among(word) and word.endswith(("منها", "منه")) for word in beside) or words[at - 1] in lists["only"]:
        return True
    return begin > 1 and words[begin - 1] in lists["out_of"] and words[begin - 2] in {"من", "ومن"}


def _is_level(passage: Passage, before: Mention, between: list[str]) -> bool:
    """من 25 مليون متر إلى 7 ملايين."""
    begin, _ = passage.words_of(before)
    return between[-1:] == ["الي"] and "من" in passage.words[max(begin - 2, 0) : begin]


def _goes_on(passage: Passage, between: list[str], at: int) -> bool:
    """612 ألف طن من الوقود و40 ألفا؛ والقمح 387 ألفا؛ تلتها حلب بـ81 ألفا."""
    word = passage.words[at]
    if word.startswith("و") and len(between) < _NEAR:
        return not between or between[0] in _WHERE or between[0].startswith("ب")
    if word.startswith("ب") and any(one in word_lists(_WORDS)["ranks"] for one in between):
        return True
    return 0 < len(between) < _NEAR and between[0].startswith("وال") and _is_named(between)


def _is_named(between: list[str]) -> bool:
    """والقمح 40 ألفا: whether all that stands before a number names what it is of."""
    return all(word.startswith(("ال", "وال")) for word in between)


def _are_alike(one: Mention, other: Mention) -> bool:
    """Whether two numbers are said alike: with a thousand or a million, or of one size."""
    scales = word_lists(_WORDS)["scales"]
    if all(not scales.isdisjoint(fold(figure.text).text.split()) for figure in (one, other)):
        return True
    low, high = sorted((one.value or 0, other.value or 0))
    return 0 < high <= low * _LIKE
