"""Which of the figures before it "of them" takes up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.building.proposals.part_of.part import are_alike, is_ratio, may_hold, may_hold_plain
from raqqa_data.building.proposals.part_of.part_before_whole import is_from, out_of
from raqqa_data.building.proposals.words.vocabulary import word_lists
from raqqa_data.reading.mention import Kind, Mention

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.what.event_words import Befallen

_WORDS = "wholes.toml"
_REACH = 6  # figures that "of them" may reach back
UNITS_OF_PEOPLE = frozenset({"", "person", "family", "household"})


def are_things(whole: str | None, part: str | None) -> bool:
    """78 منشأة، منها 31 منزلا: whether both count things, if not the same."""
    return not {whole, part} & {*UNITS_OF_PEOPLE, None}


class Told(NamedTuple):
    """What is known of the figures of a passage.

    Attributes:
        befallen: What befell those that figures count, by where these start.
        units: What they count.
        parts: Which of them, by their order, are parts of others.
    """

    befallen: Mapping[int, Befallen]
    units: Mapping[int, str]
    parts: AbstractSet[int]


def taken_up(passage: Passage, earlier: list[Mention], part: Mention, marker: int, told: Told) -> Mention | None:
    """The whole that "of them" takes up: the nearest figure before it, in its sentence or the one before.

    Args:
        passage: The text.
        earlier: The figures before the part.
        part: The part.
        marker: The word that says "of them".
        told: What is known of the figures.
    """
    sentence, units = passage.sentence[marker], told.units
    people = passage.words[marker].endswith(("هم", "هن"))
    for index in range(len(earlier) - 1, max(-1, len(earlier) - 1 - _REACH), -1):
        whole = earlier[index]
        at, last = passage.words_of(whole)
        apart = sentence - passage.sentence[at]
        if apart > 1 or passage.paragraph[at] != passage.paragraph[marker]:
            return None
        if is_ratio(whole) or _is_passed_over(passage, earlier, index, marker, told):
            continue  # نصفهم أطفال، ومنهم 90: no share of these
        if (people and units.get(whole.start, "person") not in UNITS_OF_PEOPLE) or _is_compared(passage, whole):
            continue  # 387 thousand pupils in 914 schools, among them; of the year before (73,200)
        things = index == len(earlier) - 1 and apart == 0 and are_things(units.get(whole.start), units.get(part.start))
        if not things and not are_alike(units.get(whole.start), units.get(part.start)):
            continue  # 86 families, that is 516 people, 52 of them
        if not may_hold(whole, part) and not may_hold_plain(whole, part, units):
            if people and whole.noun is not None and whole.start not in units:
                continue  # of things that no list has
            places = whole.noun is not None and is_from(passage.words[passage.at(whole.noun.start)])
            if apart == 0 and whole.kind is part.kind and index not in told.parts and not places:
                return None
            continue  # 212 حالة، بينهم 12 طفلا، تحول 160 منها; 97 حريقا في 16 ولاية، أخمد 80 منها
        if last >= marker:
            return None
        return _befallen_alike(passage, earlier[: index + 1], part, told) or whole
    return None


def _befallen_alike(passage: Passage, earlier: list[Mention], part: Mention, told: Told) -> Mention | None:
    """60 شهيدا و168 جريحا، 22 شهيدا منهم: of those joined by "and" the one whom the same befell as the part."""
    own = told.befallen.get(part.start)
    for index in range(len(earlier) - 1, -1, -1):
        whole = earlier[index]
        other = told.befallen.get(whole.start)
        if own is None or other is None or not may_hold(whole, part):
            return None
        if own.event == other.event:
            return whole
        if not passage.words[passage.words_of(whole)[0]].startswith("و"):
            return None
    return None


def _is_passed_over(passage: Passage, earlier: list[Mention], index: int, marker: int, told: Told) -> bool:
    """Whether "of them" takes up no such figure: a capacity, people with "of it", those that others are out of."""
    whole, word = earlier[index], passage.words[marker]
    at, _ = passage.words_of(whole)
    named = "" if whole.noun is None else passage.words[passage.at(whole.noun.start)]
    if at and passage.words[at - 1] == "من" and is_from(named):
        return True  # 1687 شخصا من 58 جنسية، منهم 13
    own = told.befallen.get(whole.start)
    if own is not None and own.event is not None and own.event.id == "capacity" and word.endswith("هم"):
        return True
    if index and index - 1 in told.parts and out_of(passage, earlier[index - 1], whole, told.units) is not None:
        return True  # توقفت 89 بئرا من 214 بئرا، منها 32
    noun = "" if whole.noun is None else passage.words[passage.at(whole.noun.start)]
    of_people = own is not None and own.what.unit == "person" and bool(noun)
    return of_people and word.endswith("منها") and noun not in word_lists(_WORDS)["feminine"]


def _is_compared(passage: Passage, whole: Mention) -> bool:
    """Whether a figure in brackets is of the time before: عن العام الذي قبله (73,200)."""
    at, _ = passage.words_of(whole)
    return "(" in passage.gaps[at] and not word_lists(_WORDS)["before_it"].isdisjoint(
        passage.words[max(at - 2, 0) : at]
    )


def is_of_an_amount(passage: Passage, at: int) -> bool:
    """Whether the figure before one in its sentence is money, or so much of something."""
    first, _ = passage.sentence_of(at)
    before = [one for one in passage.figures if first <= passage.words_of(one)[0] < at]
    return bool(before) and before[-1].kind in {Kind.MONEY, Kind.MEASURE}
