"""Where: the nearest place that a preposition or a kind of place leads in, else the one that the text last spoke of."""

from __future__ import annotations

import functools
import tomllib
from typing import TYPE_CHECKING, NamedTuple

import attrs

from raqqa_data.building.proposals.gazetteer import governorate_of
from raqqa_data.building.proposals.listing import vocabulary
from raqqa_data.building.proposals.naming import romanised
from raqqa_data.building.proposals.passage import Passage, among, stems
from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.reading.mention import Mention, Span
from raqqa_data.reading.text.folding import fold_word
from raqqa_data.records.provenance import Place
from raqqa_data.texts import Name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raqqa_data.building.proposals.known import Known

_SHORT = 3  # letters of a name that may well be another word
_FAR = 4  # words behind a preposition


@attrs.frozen
class PlaceWords:
    """The lists of `vocabulary/where.toml`, folded.

    Attributes:
        regions: Words that say that a region is meant.
        cities: Words that say that a city is.
        small: The kind of place, such as a camp, that each of the other words says.
        kinds: All of these.
        sides: Words between a preposition and its place.
        leads: Prepositions.
        again: Words that take up a place named before.
    """

    regions: frozenset[str]
    cities: frozenset[str]
    small: dict[str, str]
    kinds: frozenset[str]
    sides: frozenset[str]
    leads: frozenset[str]
    again: frozenset[str]


@functools.cache
def place_words() -> PlaceWords:
    """The lists, read once."""
    raw = tomllib.loads(vocabulary("where.toml"))
    small = {fold_word(word): kind for kind, word in raw.pop("small").items()}
    lists = {key: frozenset(map(fold_word, words)) for key, words in raw.items()}
    return PlaceWords(**lists, small=small, kinds=lists["regions"] | lists["cities"] | small.keys())


@functools.lru_cache(maxsize=1 << 16)
def _kind(word: str) -> str | None:
    """The word for a kind of place that a word is, whatever it is written with."""
    return next((form for form in stems(word) if form in place_words().kinds), None)


class Spot(NamedTuple):
    """A place in a text."""

    first: int
    last: int
    place: Place
    led_in: bool
    clitic: str = ""


class Places:
    """The places that a passage speaks of."""

    def __init__(self, passage: Passage, known: Known, taken: frozenset[int]) -> None:
        self._passage = passage
        self._known = known
        self._taken = taken
        self.spots: list[Spot] = list(self._spots())
        self._led = [spot for spot in self.spots if spot.led_in]
        self.defined: dict[str, Place] = {spot.place.id: spot.place for spot in self.spots}

    def proposals(self, figure: Mention) -> Iterator[Proposal]:
        """Where a figure was counted."""
        passage = self._passage
        at, last = passage.words_of(figure)
        first, end = passage.sentence_of(at)
        here = among(self._led, first, end)
        found = self._nearest(here, at, last, passage.next_figure(last, end))
        if found is not None:
            yield self._proposal(figure, found, "in the sentence", 0.9)
            return
        before = among(self._led, 0, first)
        earlier = [spot for spot in before if spot.place.kind != "country"] or before
        if earlier:
            spot = earlier[-1]
            near = passage.paragraph[spot.first] == passage.paragraph[at]
            only = len({other.place.id for other in earlier}) == 1
            yield self._proposal(figure, spot, "the last place spoken of", 0.8 if only else 0.7 if near else 0.5)
            return
        named = among(self.spots, 0, end)
        if named:
            yield self._proposal(figure, named[-1], "named without a preposition", 0.4)

    def of_event(self, noun: int, date: Mention) -> Proposal | None:
        """Where the event of a noun and a date was: between the two, else where a figure would be that stood there."""
        low, high = sorted((noun, self._passage.words_of(date)[0]))
        between = among(self._led, low + 1, high)
        if between:
            return self._proposal(date, self._inner(between), "between the event and its date", 0.9)
        return next(self.proposals(date), None)

    def _nearest(self, here: Sequence[Spot], at: int, last: int, next_figure: int) -> Spot | None:
        passage = self._passage
        behind = [spot for spot in here if last < spot.first < next_figure and passage.commas(last, spot.first) <= 1]
        if behind:
            return behind[0]
        before = [spot for spot in here if spot.last < at]
        if before:
            return self._inner(before)
        return next((spot for spot in here if spot.first > last), None)

    @staticmethod
    def _inner(before: Sequence[Spot]) -> Spot:
        """Of several in one another, as Raqqa in the north-east of Syria, the innermost."""
        found = before[-1]
        for spot in reversed(before[:-1]):
            if found.first - spot.last > _FAR or not spot.place.lies_in(found.place):
                break
            found = spot
        return found

    def _proposal(self, figure: Mention, spot: Spot, rule: str, strength: float) -> Proposal:
        return Proposal(
            figure=Span(figure.start, figure.end, figure.text),
            question=Question.WHERE,
            answer=spot.place.id,
            evidence=(self._printed(spot),),
            rule=rule,
            strength=strength,
        )

    def _printed(self, spot: Spot) -> Span:
        """The name without the preposition that is written with it."""
        printed = self._passage.span(spot.first, spot.last)
        if not spot.clitic or not printed.text.startswith(spot.clitic) or spot.clitic == "لل":
            return printed
        start = printed.start + len(spot.clitic)
        return Span(start, printed.end, self._passage.text[start : printed.end])

    def _spots(self) -> Iterator[Spot]:
        passage = self._passage
        kinds = (index for index, word in enumerate(passage.words) if _kind(word))
        done = -1
        for index in sorted({*self._known.places.begun(passage.words), *kinds}):
            if index > done and index not in self._taken and not passage.in_mention(index):
                spot = self._spot(index)
                if spot is not None:
                    yield spot
                    done = spot.last

    def _spot(self, index: int) -> Spot | None:
        words = self._passage.words
        kind = _kind(words[index])
        if kind is not None and index + 1 < len(words) and not self._passage.is_apart(index, index + 1):
            small = kind in place_words().small
            found = self._small(index, kind) if small else self._of_kind(index, kind)
            if found is not None or small:
                return found
        if any(form in place_words().again for form in stems(words[index])):
            return None
        return self._named(index)

    def _of_kind(self, index: int, kind: str) -> Spot | None:
        """محافظة الرقة, مدينة الرقة."""
        known, words = self._known, self._passage.words
        of_region = kind in place_words().regions
        found = (known.regions if of_region else known.places).at(words, index + 1)
        if found is not None:
            return Spot(found.first, found.last, found.value, self._led_in(index))
        city = known.places.at(words, index + 1)
        if of_region and city is not None and city.value.kind == "city":
            return Spot(city.first, city.last, governorate_of(city.value), self._led_in(index))
        return None

    def _named(self, index: int) -> Spot | None:
        found = self._known.places.at(self._passage.words, index)
        if found is None:
            return None
        led = self._led_in(index) or found.clitic[-1:] == "ب" or self._is_dateline(found.last)
        short = found.first == found.last and len(self._passage.words[index]) - len(found.clitic) <= _SHORT
        if short and not led:
            return None
        return Spot(found.first, found.last, found.value, led, found.clitic)

    def _small(self, index: int, kind: str) -> Spot | None:
        """A camp, village or quarter, which no list need have."""
        passage = self._passage
        words = passage.words
        found = self._known.places.at(words, index) or self._known.places.at(words, index + 1)
        if found is not None and not found.clitic:
            return Spot(index if found.first == index else found.first, found.last, found.value, self._led_in(index))
        last = index + 1
        if passage.in_mention(last) or words[last] in place_words().leads or not words[last].isalpha():
            return None
        two = last + 1 < len(words) and not words[last].startswith("ال") and words[last + 1].startswith("ال")
        if two and not passage.is_apart(last, last + 1):
            last += 1
        printed = passage.span(index + 1, last).text
        noun = passage.span(index, index).text[-len(kind) :]
        latin, code = romanised(printed), place_words().small[kind]
        name = Name(en=f"{latin} {code}", ar=f"{noun} {printed}")
        return Spot(index, last, Place(f"{latin}-{code}", name=name, kind=code), self._led_in(index))

    def _led_in(self, index: int) -> bool:
        passage, listed = self._passage, place_words()
        kind = passage.words[index].lstrip("و")
        if kind[:1] == "ب" and (kind[1:] in listed.kinds or kind[1:] in listed.sides):
            return True
        for back in range(1, _FAR + 1):
            before = index - back
            if before < 0 or passage.is_apart(before, index):
                return False
            word = passage.words[before]
            form = word[1:] if word[:1] in {"و", "ف"} else word
            if word in listed.leads or form in listed.leads or word == "ب":
                return True
            if not any(stem in listed.sides or stem in listed.regions or stem in listed.cities for stem in stems(word)):
                return False
            if word[:1] == "ب" or word[:2] == "وب":
                return True
        return False

    def _is_dateline(self, last: int) -> bool:
        """دمشق - , حلب (سانا): at the head of a line."""
        passage = self._passage
        if last + 1 >= len(passage.words):
            return False
        first, _ = passage.sentence_of(last)
        gap = passage.gaps[last + 1]
        return last - first < _FAR and any(mark in gap for mark in ("-", ":", "(", "،"))
