"""Where: the nearest place of the figure's sentence, else the one that the sentences before it are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.cues import cues
from raqqa_data.building.proposals.dating import between
from raqqa_data.building.proposals.happenings import nouns
from raqqa_data.building.proposals.leading import Lead
from raqqa_data.building.proposals.passage import Passage, among, stems
from raqqa_data.building.proposals.place_words import is_listed, place_words
from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.reading.mention import Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raqqa_data.building.proposals.spots import Spot, Spots
    from raqqa_data.records.provenance import Place

_FAR = 4  # words between a place and the one that it lies in
_TOPIC = 3  # words before a place that a sentence opens with
_LABEL = 4  # words of a heading before a colon


class Places:
    """Where the figures of a passage were counted.

    Args:
        passage: The text.
        spots: The places that it names.
    """

    def __init__(self, passage: Passage, spots: Spots) -> None:
        self._passage = passage
        self._spots = spots
        self._led = [spot for spot in spots.all if spot.lead >= Lead.FROM]
        self._plain = [spot for spot in spots.all if spot.lead is Lead.PLAIN]
        self._beside = [
            spot
            for spot in spots.all
            if spot.lead in {Lead.BESIDE, Lead.HEAD} and spot.place.kind not in {"country", "region"}
        ]
        self.defined: dict[str, Place] = {spot.place.id: spot.place for spot in spots.all}
        self._force: dict[int, Spot | None] = {}

    def proposals(self, figure: Mention) -> Iterator[Proposal]:
        """Where a figure was counted."""
        passage = self._passage
        at, last = passage.words_of(figure)
        first, end = passage.sentence_of(at)
        beside = [spot for spot in among(self._spots.all, first, at) if spot.last == at - 1]
        if beside and ("(" in passage.gaps[at] or (beside[0].lead is Lead.PLAIN and not passage.is_apart(at - 1, at))):
            yield self._proposal(figure, beside[0], "behind the place's name", 0.9)
            return
        led = [spot for spot in among(self._led, first, end) if self._may_tell(figure, spot)]
        found = self._nearest(led, at, last, passage.next_figure(last, end))
        nearer = found and self._subject(found, at)
        if found is not None and nearer is None:
            if not self._is_one_of_several(found):
                yield self._proposal(figure, found, "in the sentence", 0.9)
            return
        plain = self._nearest(among(self._plain, first, end), at, last, end)
        beside_one = self._nearest(among(self._beside, first, end), at, last, end)
        # who says so stands before, and another place behind
        said = beside_one is not None and (plain is None or beside_one.last < at < plain.first)
        found, rule = (beside_one, "where it is said") if said else (plain, "named in the sentence")
        if found is not None:
            if not self._is_one_of_several(found):
                yield self._proposal(figure, found, rule, 0.6 if said else 0.7)
            return
        found = None if between(passage, first, at, "other") else self._in_force(first)
        if found is None:
            return
        if passage.paragraph[found.first] == passage.paragraph[at]:
            yield self._proposal(figure, found, "the last place spoken of", 0.5)
        elif self._goes_on(found, first):
            yield self._proposal(figure, found, "the place of the paragraph before", 0.5)

    def _subject(self, found: Spot, at: int) -> Spot | None:
        """The place that a later clause is about: Anbar recorded 900."""
        later = [spot for spot in among(self._plain, found.last + 1, at) if spot.named is None]
        return later[-1] if later and self._passage.is_apart(found.last, later[-1].first) else None

    def of_event(self, noun: int, date: Mention) -> Proposal | None:
        """Where the event of a noun and a date was: between the two, else where a figure would be that stood there."""
        low, high = sorted((noun, self._passage.words_of(date)[0]))
        inside = among(self._led, low + 1, high)
        if inside:
            return self._proposal(date, self._inner(inside), "between the event and its date", 0.9)
        return next(self.proposals(date), None)

    def _nearest(self, here: Sequence[Spot], at: int, last: int, next_figure: int) -> Spot | None:
        passage = self._passage
        behind = [spot for spot in here if last < spot.first < next_figure and passage.commas(last, spot.first) <= 1]
        if behind:
            return behind[0]
        before = [spot for spot in here if spot.last < at]
        after = next((spot for spot in here if spot.first > last and not self._is_of_part(last, spot)), None)
        if not before:
            return after
        found = self._inner(before)
        first, _ = passage.sentence_of(at)
        if (
            after is not None
            and found.first - first > _TOPIC
            and passage.is_apart(found.last, at)
            and not passage.is_apart(last, after.first)
        ):
            return after
        return found

    def _is_of_part(self, last: int, spot: Spot) -> bool:
        """Whether a place behind a figure is that of its part: 86 were killed, 31 of them in Deir ez-Zor."""
        passage = self._passage
        parts = [word for word in range(last + 1, spot.first) if is_listed(passage.words[word], "parts_of")]
        if not parts or not passage.is_apart(last, parts[-1]) or passage.is_apart(parts[-1], spot.first):
            return False
        return passage.next_figure(parts[-1], spot.first) < spot.first

    @staticmethod
    def _inner(before: Sequence[Spot]) -> Spot:
        """Of several in one another, as Raqqa in the north-east of Syria, the innermost."""
        found = before[-1]
        for spot in reversed(before[:-1]):
            inside = spot.place.lies_in(found.place) or spot.place.within is None
            if found.first - spot.last > _FAR or not inside:
                break
            found = spot
        return found

    def _may_tell(self, figure: Mention, spot: Spot) -> bool:
        """Whether a place may be a figure's: none from which something comes, none of only a part of it."""
        passage, lists = self._passage, place_words()
        at, last = passage.words_of(figure)
        if spot.first < at:
            return spot.lead is not Lead.FROM or self._is_left(spot)
        between = passage.words[last + 1 : spot.first]
        if not between:
            return True
        measured = figure.unit is not None and figure.unit.endswith("meter") and between[0] in lists["away"]
        if measured or lists["of_part"].intersection(between):
            return False
        if spot.lead is not Lead.FROM:
            return True
        first, _ = passage.sentence_of(at)
        arrives = any(is_listed(word, "arrivals") for word in passage.words[first : spot.first])
        return not arrives and not passage.is_apart(last, spot.first)

    def _is_left(self, spot: Spot) -> bool:
        """Whether those of a figure come from a place, or its sentence opens with it."""
        passage = self._passage
        first, _ = passage.sentence_of(spot.first)
        if spot.first - first <= 1:
            return True
        before = [last for _, last in map(passage.words_of, passage.figures) if first <= last < spot.first]
        return bool(before) and not passage.is_apart(before[-1], spot.first)

    def _in_force(self, first: int) -> Spot | None:
        """The place that the sentences before a word are about."""
        passage = self._passage
        before = first - 1
        if before < 0 or self._breaks_off(first):
            return None
        begins, ends = passage.sentence_of(before)
        if begins not in self._force:
            self._force[begins] = self._of_sentence(begins, ends) or self._in_force(begins)
        return self._force[begins]

    def _is_one_of_several(self, spot: Spot) -> bool:
        """Whether a place is the first of a list: a figure of both is of neither."""
        words, after = self._passage.words, spot.last + 1
        if after >= len(words) or words[after][0] != "و" or self._passage.is_apart(spot.last, after):
            return False
        if any(is_listed(word, "plurals") for word in words[max(spot.first - 1, 0) : spot.first + 1]):
            return True
        last = self._spots.last_of_name(after)
        return last is not None and not (last + 1 < len(words) and self._passage.in_mention(last + 1))

    def _goes_on(self, found: Spot, first: int) -> bool:
        """Whether a paragraph goes on with the only place of those before: a line of a list, "he added"."""
        passage = self._passage
        listed = passage.in_mention(first) or ":" in passage.gaps[first].partition("\n")[0]
        on = cues().on | nouns().goes_on
        says = between(passage, first, first + 1, "saying") or any(form in on for form in stems(passage.words[first]))
        return (listed or says) and self._is_only(found, first)

    def _is_only(self, found: Spot, first: int) -> bool:
        """Whether all places before a word are one, or lie around it."""
        return all(
            found.place.lies_in(spot.place) or spot.lead is Lead.APART for spot in among(self._spots.all, 0, first)
        )

    def _of_sentence(self, first: int, end: int) -> Spot | None:
        """The place that a sentence leaves in force."""
        for spots in (self._led, self._plain, self._beside):
            here = [spot for spot in among(spots, first, end) if spot.lead is not Lead.FROM]
            if here:
                return self._inner(here)
        return None

    def _breaks_off(self, first: int) -> bool:
        """Whether a sentence turns to something else: "on the other hand", a heading with a colon."""
        passage = self._passage
        if self._is_turn(first) or passage.sentence[first] in self._spots.elsewhere:
            return True
        if passage.paragraph[first] == passage.paragraph[first - 1]:
            return False
        words = passage.words
        if words[first] in {"في", "وفي"}:
            return True
        return any(
            first <= colon < first + _LABEL
            and passage.sentence[colon] == passage.sentence[first]
            and not self._spots.leads.is_of_speaker(colon)
            for colon in passage.colons
        )

    def _is_turn(self, first: int) -> bool:
        words = self._passage.words
        return any(tuple(words[first : first + len(turn)]) == turn for turn in place_words().breaks)

    def _proposal(self, figure: Mention, spot: Spot, rule: str, strength: float) -> Proposal:
        return Proposal(
            figure=Span(figure.start, figure.end, figure.text),
            question=Question.WHERE,
            answer=spot.place.id,
            evidence=self._spots.printed(spot),
            rule=rule,
            strength=strength,
        )
