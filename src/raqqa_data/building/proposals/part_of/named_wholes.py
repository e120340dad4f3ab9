"""Parts of a whole that a definite noun names again: a quarter of the dead, among the dead 12 children."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.part_of.part import Part, are_alike, is_ratio, may_hold
from raqqa_data.building.proposals.words.affixes import bare
from raqqa_data.building.proposals.words.events_and_things import event_of
from raqqa_data.building.proposals.words.vocabulary import word_lists

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.what.event_words import Befallen
    from raqqa_data.building.proposals.words.events_and_things import Event
    from raqqa_data.reading.mention import Mention

_WORDS = "wholes.toml"
_BESIDE = 3  # words
_LINES = 3
_REACH = 6  # figures


def of_named(passage: Passage, earlier: list[Mention], part: Mention, told: Mapping[int, Befallen]) -> Part | None:
    """ربع القتلى: of the last of those whom the definite noun names, in the paragraph or the one before."""
    at, last = passage.words_of(part)
    noun = None if part.noun is None else passage.at(part.noun.start)
    if noun is None or not passage.words[noun].startswith("ال") or not at <= noun <= last + 1:
        noun = _event_named(passage, part)
    if noun is None and is_ratio(part) and passage.words[last + 1 : last + 2] == ["من"]:
        noun = last + 2 if passage.word_behind(last + 1).startswith("ال") else None
    if noun is None:
        return None
    event = _kind(event_of(passage.words[noun]))
    of_all = is_ratio(part) and noun == last + 2
    if of_all and event not in {"killed", "injured", None}:
        return None  # 38% من العائدين: of all who are
    near = _LINES if of_all else 1
    for whole in reversed(earlier):
        before, _ = passage.words_of(whole)
        if passage.paragraph[at] - passage.paragraph[before] > near:
            return None
        other = told.get(whole.start)
        whom = "" if whole.noun is None else passage.words[passage.at(whole.noun.start)]
        same = event is not None and other is not None and event == _kind(other.event)
        same = same or (is_ratio(part) and {bare(passage.words[noun]), whom} <= word_lists(_WORDS)["case"])
        if same and not is_ratio(whole) and (is_ratio(part) or may_hold(whole, part)):
            return Part(part, whole, (passage.span(noun, noun),), "of those named", 0.85)
    return None


def _kind(event: Event | None) -> str | None:
    """An event, as a noun names it that does not say of what they died."""
    if event is None:
        return None
    return "killed" if event.id == "disease_deaths" else event.id


def of_those(
    passage: Passage,
    earlier: list[Mention],
    part: Mention,
    told: Mapping[int, Befallen],
    units: Mapping[int, str],
    parts: AbstractSet[int],
) -> Part | None:
    """من بين القتلى 12 طفلا: of the last that the same befell, in the sentences before."""
    own = told.get(part.start)
    at, _ = passage.words_of(part)
    if own is None or not at - _BESIDE <= own.last < at:
        return None
    word, before = passage.words[own.first], passage.words[own.first - 1] if own.first else ""
    # من الشهداء خمسة أطفال
    opens = before in {"من", "ومن"} and own.first - 1 == passage.sentence_of(at)[0]
    if not (opens or before in {"بين", "وبين", "ضمن"}) or not word.startswith("ال"):
        return None
    for whole in reversed(earlier[-_REACH:]):
        if whole.start in parts:
            continue  # ومن ضمن القتلى 11 طفلا وأربع نساء
        other = told.get(whole.start)
        same = (
            other is not None and other.event == own.event and are_alike(units.get(whole.start), units.get(part.start))
        )
        if same and may_hold(whole, part):
            return Part(part, whole, (passage.span(own.first, own.last),), "among the same", 0.85)
    return None


def _event_named(passage: Passage, figure: Mention) -> int | None:
    """The word for an event behind the cases of which a figure tells some: 41 من حالات القتل."""
    at, last = passage.words_of(figure)
    cases = word_lists(_WORDS)["cases"]
    for word in range(at + 1, min(last + 3, len(passage.words) - 1)):
        if passage.words[word] in cases and "من" in passage.words[at:word]:
            named = passage.words[word + 1]
            if named.startswith("ال") and event_of(named) is not None:
                return word + 1
    return None
