"""What a bare count is of: of what "the number of" names, of what was counted before, of the whole that some are of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from raqqa_data.building.proposals.passage.passage import among
from raqqa_data.building.proposals.what.event_words import OF_PEOPLE, Befallen, fits
from raqqa_data.building.proposals.words.affixes import bare, stems
from raqqa_data.building.proposals.words.events_and_things import PEOPLE, Counted, counted, event_of, listed, there_are
from raqqa_data.building.proposals.words.vocabulary import word_lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.what.event_words import Hit
    from raqqa_data.building.proposals.words.events_and_things import Event

_WORDS = "clauses.toml"
_FAR = 14  # words between "the number of" and the number
_NEAR = 3
_LATELY = 1  # paragraphs
_ITS = re.compile("(?:ها|هم|ه)$")
_THERE = frozenset({"existing", "capacity", "operating"})
_STOPS = frozenset({"closed", "out_of_service"})
_HARMS = frozenset(
    (
        *("killed", "injured", "missing", "displaced", "affected", "infected", "disease_deaths", "in_need", "attacked"),
        *("food_insecure", "malnourished", "destroyed", "damaged", "burned", "arrested", "out_of_service"),
    )
)
_BURNS = frozenset({"fires", "attacks", "airstrikes", "strikes", "earthquakes"})
SETTLED = frozenset({"displacement_camp", "village", "town", "city", "neighborhood", "site"})
"""The kinds of the places that people live in."""
_LEVELS = frozenset({"arrived", "existing", "required", "carried_out", "cases", "received", "distributed", "removed"})
"""Of "the number of" no event: it reached so many, is said to be so many, was raised."""


def number_of(
    passage: Passage, hits: Sequence[Hit], at: int, what: Counted | None, last: tuple[int, int, Befallen] | None
) -> Befallen | None:
    """عدد الأبنية المهدمة 64: what befell those of whom a figure tells the number.

    Args:
        passage: The text.
        hits: The event words of the figure's sentence.
        at: The figure's first word.
        what: What its own words name; None where it is a number alone.
        last: The first and last words of the figure before, and what befell it.
    """
    number = _number_before(passage, at)
    if number is None:
        return None
    noun = number + 1 + (passage.word_behind(number) in _lists("overall"))
    word = next((form for form in stems(passage.words[noun]) if form.startswith("ال")), passage.words[noun])
    named = counted([bare(word), *passage.words[noun + 1 : at]], by_noun=True)
    told, own = what or named, event_of(word)
    if told is None or noun >= at:
        return None
    if named is not None and named.happens:
        return Befallen(None, (), told, noun, noun, 0.9) if told.happens else None
    found = _told_of(hits, own, told, noun, at) or _serving(told, noun, word)
    if found is not None or named is None or named.id in OF_PEOPLE or (what is not None and what.unit != named.unit):
        return found
    lately = last is not None and passage.paragraph[at] - passage.paragraph[last[0]] <= _LATELY
    if last is not None and lately and last[2].what.id == named.id:
        return attrs.evolve(last[2], strength=0.8)  # of the trees of which it spoke
    return Befallen(listed().events["existing"], (), told, number, noun, 0.7)


def _told_of(hits: Sequence[Hit], own: Event | None, told: Counted, noun: int, at: int) -> Befallen | None:
    """What befell those whom a noun names, as a word behind it says or the noun itself."""
    for hit in (hit for hit in among(hits, noun + (own is not None), at) if hit.last < at):
        for event in hit.events:
            if (own is None or event.id in own.outdone_by) and event.id not in _LEVELS and fits(event, told):
                return Befallen(event, hit.events, told, hit.first, hit.last, 0.9)
    return Befallen(own, (), told, noun, noun, 0.9) if own is not None and fits(own, told) else None


def _serving(told: Counted, noun: int, word: str) -> Befallen | None:
    """عدد الطلاب 40, عدد موظفيها 300: what those are who are named by what they do."""
    named = _ITS.sub("ن" if _ITS.search(word) and word[:-2].endswith("ي") else "", word)
    event = there_are(named) if told.id == PEOPLE.id else None
    return None if event is None else Befallen(event, (), told, noun, noun, 0.7)


def _number_before(passage: Passage, at: int) -> int | None:
    """The word "number" of which a figure tells how many, in its clause and before no other figure."""
    first, _ = passage.sentence_of(at)
    figure = passage.figure_before(at)
    begin = max(first, at - _FAR, -1 if figure is None else figure + 1)
    numbers = _lists("numbers")
    for index in range(at - 1, begin - 1, -1):
        if numbers.isdisjoint(stems(passage.words[index])):
            continue
        of_some = "من" in passage.words[index + 1 : index + 3]  # عدد من، عدد كبير من
        # عدد القتلى: 12
        marks = passage.commas_told(index, at) - (":" in passage.gaps[at] and passage.is_apart(at - 1, at))
        return None if of_some or marks > 0 else index
    return None


def counted_again(passage: Passage, hits: Sequence[Hit], at: int, last: tuple[int, int, Befallen]) -> Befallen | None:
    """ارتفع العدد إلى 25: of what was counted last, of which it says a later count, or another's."""
    before, reach, told = last
    first, _ = passage.sentence_of(at)
    if passage.paragraph[at] - passage.paragraph[before] > _LATELY:
        return None
    begin = max(first, at - _FAR, reach + 1)
    words = [word for word in range(begin, at) if passage.words[word] in _lists("counts")]
    _, end = passage.sentence_of(at)
    if not _lists("elsewhere").isdisjoint(passage.words[first : min(end, at + _NEAR + 1)]):
        return None  # وتبلغ الحصيلة عالميا 3 ملايين
    if words and any(word.startswith("لل") for word in passage.words[words[-1] + 1 : words[-1] + 3]):
        return None  # العدد الإجمالي للسوريين
    if words and not passage.commas_told(words[-1], at) and not _says_more(hits, words[-1], at):
        return attrs.evolve(told, strength=0.8) if told.event is not None else None
    return None


def compared(passage: Passage, hits: Sequence[Hit], at: int, last: tuple[int, int, Befallen]) -> Befallen | None:
    """187 اعتداء، مقابل 233 في العام السابق: of what the figure before is, which it is compared with."""
    _, reach, told = last
    if passage.figure_before(at) != reach or passage.sentence[reach] != passage.sentence[at]:
        return None
    if _says_more(hits, reach + 1, at) or (told.event is not None and told.event.id == "released"):
        return None  # 4 قتلى مقابل نزوح 200؛ أفرج عن 40 مقابل 3
    first, end = passage.sentence_of(at)
    if "التوالي" in passage.words[first:end]:
        return None  # 37 قتيلا و290 جريحا، مقابل 29 و241 على التوالي
    begin = max(reach + 1, at - _NEAR)
    if any(not _lists("compared").isdisjoint(stems(word)) for word in passage.words[begin:at]):
        return attrs.evolve(told, strength=0.8)
    return None


def out_of(passage: Passage, at: int, what: Counted | None, last: tuple[int, int, Befallen]) -> Befallen | None:
    """تعمل 11 محطة من أصل 30: there are so many of which something befell some."""
    _, reach, told = last
    if what is not None and what.unit != told.what.unit:
        return None
    if passage.figure_before(at) != reach or told.what.id in OF_PEOPLE or told.what.happens:
        return None
    words = passage.words
    if passage.sentence[reach] != passage.sentence[at]:
        return None
    named = words[at - 1] in _lists("out_of", "wholes.toml")
    begin = at - named
    if words[begin - 1] != "من" or begin - reach > _NEAR + named * _NEAR:
        return None
    return Befallen(listed().events["existing"], (), told.what, begin - 1, at - 1, 0.8)


def held(passage: Passage, first: int, at: int, what: Counted) -> Befallen | None:
    """في المحافظة 45 مركزا: those that there are, in a sentence without a verb."""
    words = passage.words
    if what is PEOPLE or what.id in OF_PEOPLE or what.happens or what.unit is None or not first < at <= first + _NEAR:
        return None
    if words[first] not in _lists("holds") or passage.is_apart(first, at):
        return None
    if at - first > 1 and not words[at - 1].startswith("ال"):
        return None  # a verb may stand before the figure
    return Befallen(listed().events["existing"], (), what, first, first, 0.6)


def there(passage: Passage, before: Sequence[Hit], at: int, what: Counted, noun: int) -> Befallen | None:
    """المدرسة تضم 23 تلميذا، لم يبق سوى طبيبين: what those are of whom only the number is told."""
    event = there_are(passage.words[noun]) if what.id == PEOPLE.id else None
    only = passage.words[at - 1] in _lists("except")
    said = any(_THERE.intersection(one.id for one in hit.events) for hit in before[-2:])
    return Befallen(event, (), what, noun, noun, 0.6) if event is not None and (only or said) else None


def is_where(passage: Passage, at: int) -> bool:
    """Whether a figure stands behind "in", or says over how many places others are spread."""
    words = passage.words
    if at == 0 or passage.is_apart(at - 1, at):
        return False
    over = words[at - 1] == "علي" and not _lists("spread").isdisjoint(words[max(0, at - _NEAR - 1) : at])
    through = words[at - 1] == "خلال" and words[max(0, at - 2)] == "من"
    return words[at - 1] in _lists("where") or over or through


def concerned(
    passage: Passage, hits: Sequence[Hit], at: int, what: Counted, noun: int, last: tuple[int, int, Befallen] | None
) -> Befallen:
    """In 58 areas: those that were struck where something struck people or things, else those that there are."""
    struck = any(event.id in _HARMS for hit in hits for event in hit.events)
    burns = last is not None and last[0] >= passage.sentence_of(noun)[0] and last[2].what.id in _BURNS
    inside = what.unit in SETTLED and passage.words[at - 1] in _lists("where")
    event = listed().events["affected" if (struck or burns) and inside else "existing"]
    return Befallen(event, (), what, noun, noun, 0.6)


def stopped(passage: Passage, before: Sequence[Hit], at: int, what: Counted) -> Befallen | None:
    """توقف العمل في ستة مراكز: places at which what is done there stopped.

    Args:
        passage: The text.
        before: The event words of the clause before the figure.
        at: The figure's first word, behind "in".
        what: What it counts.
    """
    for hit in reversed(before[-2:]):
        event = next((one for one in hit.events if one.id in _STOPS), None)
        if event is None or at - hit.last > _NEAR + 1 or passage.is_apart(hit.first, at):
            continue
        if not _lists("activities").isdisjoint(passage.words[hit.first : at]) and fits(event, what):
            return Befallen(event, (), what, hit.first, hit.last, 0.7)
    return None


def _says_more(hits: Sequence[Hit], first: int, at: int) -> bool:
    between = [hit for hit in among(hits, first, at) if hit.last < at]
    return any(event.id not in _LEVELS for hit in between for event in hit.events)


def _lists(key: str, file: str = _WORDS) -> frozenset[str]:
    return word_lists(file)[key]
