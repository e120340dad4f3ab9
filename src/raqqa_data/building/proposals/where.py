"""Where: the nearest place that a preposition or a kind of place leads in, else the one that the text last spoke of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.building.proposals.gazetteer import governorate_of
from raqqa_data.building.proposals.naming import romanised
from raqqa_data.building.proposals.passage import Passage, stems
from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.reading.mention import Mention, Span
from raqqa_data.reading.text.folding import fold_word
from raqqa_data.records.provenance import Place
from raqqa_data.texts import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raqqa_data.building.proposals.known import Known

_REGION_WORDS = frozenset(map(fold_word, ("محافظة", "المحافظة", "ولاية", "إقليم", "ريف", "ريفي", "أرياف", "بريف")))
_CITY_WORDS = frozenset(map(fold_word, ("مدينة", "مدن", "مدينتي", "العاصمة", "عاصمة", "بلدية", "مركز")))
_SMALL_WORDS = {
    fold_word(word): kind
    for word, kind in (
        ("مخيم", "camp"),
        ("قرية", "village"),
        ("بلدة", "town"),
        ("ناحية", "subdistrict"),
        ("حي", "neighborhood"),
    )
}
_SIDES = frozenset(
    map(
        fold_word,
        (
            "شمال",
            "جنوب",
            "شرق",
            "غرب",
            "شرقي",
            "غربي",
            "شمالي",
            "جنوبي",
            "وسط",
            "قرب",
            "أنحاء",
            "عموم",
            "مناطق",
            "منطقة",
            "ضواحي",
            "أطراف",
            "داخل",
            "قضاء",
            "الشرقي",
            "الغربي",
            "الشمالي",
            "الجنوبي",
        ),
    )
)
_KINDS = _REGION_WORDS | _CITY_WORDS | frozenset(_SMALL_WORDS)
_SHORT = 3  # letters of a name that may well be another word
_LEADS = frozenset({"في", "بين", "داخل", "عبر", "الي", "نحو", "من"})
_AGAIN = frozenset(map(fold_word, ("المدينة", "المحافظة", "البلدة", "القرية", "المنطقة", "المخيم", "الولاية")))
_FAR = 4  # words behind a preposition


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
        self.defined: dict[str, Place] = {spot.place.id: spot.place for spot in self.spots}

    def proposals(self, figure: Mention) -> Iterator[Proposal]:
        """Where a figure was counted."""
        passage = self._passage
        at, last = passage.at(figure.start), passage.at(figure.end - 1)
        first, end = passage.sentence_of(at)
        here = [spot for spot in self.spots if first <= spot.first < end and spot.led_in]
        others = [passage.at(other.start) for other in passage.figures if other is not figure]
        next_figure = min((other for other in others if last < other < end), default=end)
        found = self._nearest(here, at, last, next_figure)
        if found is not None:
            yield self._proposal(figure, found, "in the sentence", 0.9)
            return
        earlier = [spot for spot in self.spots if spot.last < first and spot.led_in and spot.place.kind != "country"]
        earlier = earlier or [spot for spot in self.spots if spot.last < first and spot.led_in]
        if earlier:
            spot = earlier[-1]
            near = passage.paragraph[spot.first] == passage.paragraph[at]
            only = len({other.place.id for other in earlier}) == 1
            yield self._proposal(figure, spot, "the last place spoken of", 0.8 if only else 0.7 if near else 0.5)
            return
        named = [spot for spot in self.spots if spot.first < end]
        if named:
            yield self._proposal(figure, named[-1], "named without a preposition", 0.4)

    def of_event(self, noun: int, date: Mention) -> Proposal | None:
        """Where the event of a noun and a date was: between the two, else where a figure would be that stood there."""
        low, high = sorted((noun, self._passage.at(date.start)))
        between = [spot for spot in self.spots if low < spot.first < high and spot.led_in]
        if between:
            return self._proposal(date, self._inner(between), "between the event and its date", 0.9)
        return next(self.proposals(date), None)

    def _nearest(self, here: list[Spot], at: int, last: int, next_figure: int) -> Spot | None:
        passage = self._passage
        behind = [spot for spot in here if last < spot.first < next_figure and passage.commas(last, spot.first) <= 1]
        if behind:
            return behind[0]
        before = [spot for spot in here if spot.last < at]
        if before:
            return self._inner(before)
        return next((spot for spot in here if spot.first > last), None)

    @staticmethod
    def _inner(before: list[Spot]) -> Spot:
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
        index = 0
        while index < len(passage.words):
            spot = None if index in self._taken or passage.in_mention(index) else self._spot(index)
            if spot is None:
                index += 1
            else:
                yield spot
                index = spot.last + 1

    def _spot(self, index: int) -> Spot | None:
        words = self._passage.words
        kind = next((form for form in stems(words[index]) if form in _KINDS), None)
        if kind is not None and index + 1 < len(words) and not self._passage.is_apart(index, index + 1):
            found = self._small(index, kind) if kind in _SMALL_WORDS else self._of_kind(index, kind)
            if found is not None or kind in _SMALL_WORDS:
                return found
        if any(form in _AGAIN for form in stems(words[index])):
            return None
        return self._named(index)

    def _of_kind(self, index: int, kind: str) -> Spot | None:
        """محافظة الرقة, مدينة الرقة."""
        known, words = self._known, self._passage.words
        found = (known.regions if kind in _REGION_WORDS else known.places).at(words, index + 1)
        if found is not None:
            return Spot(found.first, found.last, found.value, self._led_in(index))
        city = known.places.at(words, index + 1)
        if kind in _REGION_WORDS and city is not None and city.value.kind == "city":
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
        if passage.in_mention(last) or words[last] in _LEADS or not words[last].isalpha():
            return None
        two = last + 1 < len(words) and not words[last].startswith("ال") and words[last + 1].startswith("ال")
        if two and not passage.is_apart(last, last + 1):
            last += 1
        printed = passage.span(index + 1, last).text
        kind_word = next(form for form in stems(words[index]) if form in _SMALL_WORDS)
        noun = passage.span(index, index).text[-len(kind_word) :]
        latin = romanised(printed)
        name = Name(en=f"{latin} {_SMALL_WORDS[kind]}", ar=f"{noun} {printed}")
        return Spot(
            index, last, Place(f"{latin}-{_SMALL_WORDS[kind]}", name=name, kind=_SMALL_WORDS[kind]), self._led_in(index)
        )

    def _led_in(self, index: int) -> bool:
        passage = self._passage
        kind = passage.words[index].lstrip("و")
        if kind[:1] == "ب" and kind[1:] in _KINDS | _SIDES:
            return True
        for back in range(1, _FAR + 1):
            before = index - back
            if before < 0 or passage.is_apart(before, index):
                return False
            word = passage.words[before]
            form = word[1:] if word[:1] in {"و", "ف"} else word
            if word in _LEADS or form in _LEADS or word == "ب":
                return True
            plain = next(
                (stem for stem in stems(word) if stem in _SIDES or stem in _REGION_WORDS or stem in _CITY_WORDS), None
            )
            if plain is None:
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
