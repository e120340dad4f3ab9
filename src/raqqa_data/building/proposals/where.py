"""Where: the nearest place that a preposition or a kind of place leads in, else the one that the text last spoke of."""

from __future__ import annotations

import functools
import tomllib
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import attrs

from raqqa_data.building.proposals.counted import listed
from raqqa_data.building.proposals.gazetteer import governorate_of
from raqqa_data.building.proposals.listing import vocabulary
from raqqa_data.building.proposals.naming import romanised
from raqqa_data.building.proposals.passage import Passage, among, bare, stems
from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.reading.mention import Kind, Mention, Span
from raqqa_data.reading.text.folding import fold_word
from raqqa_data.records.provenance import Place
from raqqa_data.texts import Name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raqqa_data.building.proposals.known import Known

_SHORT = 3  # letters of a name that may well be another word
_REGIONS = frozenset({"governorate", "region", "state"})
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
        beside: Those of them that need no preposition.
        again: The kinds of place that each word takes up again.
        no_names: Words behind a kind of place that name none.
        heads: Words that begin a name of two.
    """

    regions: frozenset[str]
    cities: frozenset[str]
    small: dict[str, str]
    kinds: frozenset[str]
    sides: frozenset[str]
    leads: frozenset[str]
    beside: frozenset[str]
    again: dict[str, tuple[str, ...]]
    no_names: frozenset[str]
    heads: frozenset[str]


@functools.cache
def place_words() -> PlaceWords:
    """The lists, read once."""
    raw = tomllib.loads(vocabulary("where.toml"))
    small = {fold_word(word): kind for kind, words in raw.pop("small").items() for word in words}
    again = {fold_word(word): tuple(kinds) for word, kinds in raw.pop("again").items()}
    lists = {key: frozenset(map(fold_word, words)) for key, words in raw.items()}
    return PlaceWords(**lists, again=again, small=small, kinds=lists["regions"] | lists["cities"] | small.keys())


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
    dateline: bool = False
    named: Span | None = None  # where a word only takes it up again, its name


def _country(place: Place) -> str | None:
    outer = place.chain[-1]
    return outer.id if outer.kind == "country" else None


@functools.lru_cache(maxsize=1 << 16)
def _again(word: str) -> tuple[str, ...] | None:
    """The kinds of place that a word takes up again; None where it takes up none."""
    return next((place_words().again[form] for form in stems(word) if form in place_words().again), None)


@functools.lru_cache(maxsize=1 << 16)
def _is_noun(word: str) -> bool:
    """Whether a word counts people or things or tells what befell them, whatever village has its name."""
    lists, plain = listed(), bare(word)
    return plain in lists.people or plain in lists.groups or plain in lists.nouns or bool(lists.words.begun([plain]))


class Places:
    """The places that a passage speaks of."""

    def __init__(self, passage: Passage, known: Known, taken: frozenset[int]) -> None:
        self._passage = passage
        self._known = known
        self._taken = taken
        self._foreign: set[int] = set()  # sentences with a place that no list has in the countries of the text
        self.spots: list[Spot] = self._with_taken_up(self._at_home(list(self._spots())))
        self._led = [spot for spot in self.spots if spot.led_in and not spot.dateline]
        self.defined: dict[str, Place] = {spot.place.id: spot.place for spot in self.spots}

    def _at_home(self, spots: list[Spot]) -> list[Spot]:
        """The places of the countries that the text speaks of most; a namesake elsewhere is another place or a word."""
        words = self._passage.words
        found = [self._known.places.at(words, index) for index in self._known.places.begun(words)]
        named = {name.value.id for name in found if name is not None and name.value.kind == "country"}
        weights = Counter(_country(place) for place in {spot.place.id: spot.place for spot in spots}.values())
        weights.update(dict.fromkeys(named, 2))
        weights.pop(None, None)
        most = max(weights.values(), default=0)
        home = named | {country for country, weight in weights.items() if weight == most}
        kept: list[Spot] = []
        for spot in spots:
            own = spot.place.id in self._known.own_places or _country(spot.place) in {None, *home}
            place = spot.place if own else self._namesake(spot, home)
            if place is not None:
                kept.append(spot._replace(place=place))
            elif spot.led_in:
                self._foreign.add(self._passage.sentence[spot.first])
        return kept

    def _with_taken_up(self, spots: list[Spot]) -> list[Spot]:
        """With the places that a word such as "the town" takes up again: the last of that kind."""
        passage = self._passage
        taken_up: list[Spot] = []
        for index, word in enumerate(passage.words):
            kinds = _again(word)
            if not kinds or passage.in_mention(index) or index in self._taken:
                continue
            before = among(spots, 0, index)
            spot, place = next(self._last_of(kinds, before), (None, None))
            if spot is not None and place is not None:
                led = self._led_in(index) or "ب" in word[:2]
                taken_up.append(Spot(index, index, place, led, named=self._printed(spot)))
        return sorted([*spots, *taken_up], key=lambda spot: spot.first)

    def _last_of(self, kinds: tuple[str, ...], before: Sequence[Spot]) -> Iterator[tuple[Spot, Place]]:
        """The last place of the first kind that has one; of a region also that of the city of its name."""
        for kind in kinds:
            for spot in reversed(before):
                if spot.place.kind == kind:
                    yield spot, spot.place
                elif kind in _REGIONS and spot.place.kind == "city":
                    named = self._known.regions.at(self._passage.words[spot.first : spot.last + 1], 0)
                    if named is not None and named.value.kind in _REGIONS:
                        yield spot, named.value

    def _namesake(self, spot: Spot, home: set[str | None]) -> Place | None:
        return next((other for other in self._known.places.others(spot.place) if _country(other) in home), None)

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
        if figure.kind is not Kind.CARDINAL or self._is_elsewhere(first, at):
            return
        begins = passage.paragraph_of(at)
        near = [spot for spot in among(self.spots, begins, first) if not spot.dateline]
        if near:
            yield self._proposal(figure, near[-1], "the last place spoken of", 0.7)
            return
        earlier = [spot for spot in among(self._led, 0, first) if spot.place.kind != "country"]
        if len({spot.place.id for spot in earlier}) == 1:
            yield self._proposal(figure, earlier[-1], "the only place spoken of", 0.8)
            return
        named = among(self.spots, first, end)
        if named:
            yield self._proposal(figure, named[-1], "named without a preposition", 0.4)

    def _is_elsewhere(self, first: int, at: int) -> bool:
        """Whether a sentence begins with where, and no list knows the place."""
        words = self._passage.words
        begun = words[first] in {"في", "وفي"} and first + 1 < at and not self._passage.in_mention(first + 1)
        return begun or self._passage.sentence[first] in self._foreign

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
            evidence=tuple(filter(None, (spot.named, self._printed(spot)))),
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
            small = kind in place_words().small and kind not in place_words().regions
            found = self._small(index, kind) if small else self._of_kind(index, kind)
            if found is not None or small:
                return found
        return None if _again(words[index]) is not None else self._named(index)

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
        return self._small(index, kind) if kind in place_words().small else None

    def _named(self, index: int) -> Spot | None:
        found = self._known.places.at(self._passage.words, index)
        if found is None:
            return None
        led = self._led_in(index) or found.clitic[-1:] == "ب"
        dateline = not led and self._is_dateline(found.last)
        led = led or dateline
        if found.first == found.last:
            short = len(self._passage.words[index]) - len(found.clitic) <= _SHORT
            if (short and not led) or _is_noun(self._passage.words[index]):
                return None
        return Spot(found.first, found.last, found.value, led, found.clitic, dateline)

    def _small(self, index: int, kind: str) -> Spot | None:
        """A camp, village or quarter, which no list need have."""
        passage = self._passage
        words = passage.words
        found = self._known.places.at(words, index)
        if found is None or found.last == index:  # a word for a kind of place is the name of some village too
            found = self._known.places.at(words, index + 1)
        if found is not None and not found.clitic:
            return Spot(index if found.first == index else found.first, found.last, found.value, self._led_in(index))
        last = index + 1
        lists, name = place_words(), words[last]
        if passage.in_mention(last) or name in lists.leads or not name.isalpha():
            return None
        if name in lists.no_names or name.startswith("لل"):
            return None
        two = last + 1 < len(words) and not name.startswith("ال") and words[last + 1].startswith("ال")
        two = two or (name in lists.heads and last + 1 < len(words))
        if two and not passage.is_apart(last, last + 1):
            last += 1
        printed = passage.span(index + 1, last).text
        noun = passage.span(index, index).text[-len(kind) :]
        latin, code = romanised(printed), lists.small[kind]
        made = Place(f"{latin}-{code}", name=Name(en=f"{latin} {code}", ar=f"{noun} {printed}"), kind=code)
        # a camp that was shelled is where it was, whatever leads it in
        return Spot(index, last, made, led_in=True)

    def _led_in(self, index: int) -> bool:
        passage, lists = self._passage, place_words()
        kind = passage.words[index].lstrip("و")
        if kind[:1] == "ب" and (kind[1:] in lists.kinds or kind[1:] in lists.sides):
            return True
        for back in range(1, _FAR + 1):
            before = index - back
            if before < 0 or passage.is_apart(before, index):
                return False
            word = passage.words[before]
            form = word[1:] if word[:1] in {"و", "ف"} else word
            if word in lists.leads or form in lists.leads or word == "ب":
                return True
            if not any(stem in lists.sides or stem in lists.regions or stem in lists.cities for stem in stems(word)):
                return False
            if word[:1] == "ب" or word[:2] == "وب" or word in lists.beside:
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
