"""The place that a text speaks of: what the title names, what the sentences before a figure leave in force."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.happenings import goes_on
from raqqa_data.building.proposals.leading import Lead
from raqqa_data.building.proposals.nearness import (
    innermost_of,
    is_around,
    is_called_after,
    is_in,
    is_of_many,
    is_sickbed,
    is_under_other,
)
from raqqa_data.building.proposals.passage import Passage, among, bare
from raqqa_data.building.proposals.place_words import again_word, is_listed, kind_word, lists_of, place_words
from raqqa_data.reading.mention import Kind, Mention

if TYPE_CHECKING:
    from raqqa_data.building.proposals.spot import Spot
    from raqqa_data.building.proposals.spots import Spots

_OPENING = 2  # words before a place that a sentence opens with
_TITLE = 5  # words of an office before its place
_LABEL = 4  # words of a heading before a colon
_GOING_ON = frozenset({"city", "town", "village", "camp", "neighborhood", "district", "subdistrict"})
_SITES = frozenset({"market", "hospital", "field", "quarter"})
"""What a town has, so that its name beside that of the town says of no other place."""


class PlaceInForce:
    """The places that sentences are about though they do not name them.

    Args:
        passage: The text.
        spots: The places that it names.

    Attributes:
        led: The places that a preposition leads in.
        plain: Those that none does.
        beside: Those beside who speaks, or at the head of a line.
    """

    def __init__(self, passage: Passage, spots: Spots) -> None:
        self._passage = passage
        self._spots = spots
        self._listed = passage.standing(lists_of)
        self.led: list[Spot] = [spot for spot in spots.all if spot.lead >= Lead.FROM]
        self.plain: list[Spot] = [spot for spot in spots.all if spot.lead is Lead.PLAIN]
        self.beside: list[Spot] = [
            spot
            for spot in spots.all
            if spot.lead in {Lead.BESIDE, Lead.HEAD}
            and spot.place.kind not in {"country", "region"}
            and (spot.lead is Lead.HEAD or self._is_local(spot))
        ]
        self._force: dict[int, Spot | None] = {}
        self._title = self._of_title()
        named: dict[str, Spot] = {}
        for spot in spots.all:
            if spot.lead is not Lead.APART and spot.place.within is not None:
                named.setdefault(spot.place.id, spot)
        self._named_first = [*named.values()]

    def carried(self, figure: Mention, first: int, at: int) -> tuple[Spot | None, str]:  # noqa: PLR0911 - as many cases
        """The place of a figure whose sentence names none."""
        passage = self._passage
        begin, end = passage.clauses.of(at)
        if any("unnamed" in lists for lists in map(lists_of, map(bare, passage.words[begin:end]))):
            return None, ""  # it tells of a road or a site that no list has
        if any(is_of_many(passage, word) for word in range(*passage.sentence_of(at))):
            return self._whole_country(first)
        found = self._in_force(first)
        if found is not None and found.place.kind != "country" and self.is_of_country(begin, end):
            return None, ""  # the last town spoken of is not the whole country
        if found is not None and passage.paragraph[found.first] == passage.paragraph[at]:
            about = (
                self._is_topic(found)
                or self._is_only(found, first)
                or self._is_only_region(found, first)
                or (self._may_go_on(figure, found, first) and self._is_only(found, first, passage.paragraph_of(first)))
            )
            if about or found.named is not None:
                return found, "the last place spoken of"
        elif found is not None and self._goes_on(found, first):
            return found, "the place of the paragraph before"
        elif self._title is not None and first > self._title.last and not self._speaks_of_other(first):
            return self._title, "the place of the title"
        return None, ""

    def _whole_country(self, first: int) -> tuple[Spot | None, str]:
        """In 16 provinces: of the whole country, if it is the title's."""
        title = self._title
        whole = title is not None and title.place.kind == "country" and first > title.last
        return (title, "the place of the title") if whole and not self._speaks_of_other(first) else (None, "")

    def _may_go_on(self, figure: Mention, found: Spot, first: int) -> bool:
        """Whether a figure may be of the one place that its paragraph has named, though the text names others."""
        words = range(*self._passage.sentence_of(first))
        wide = any(
            self._spots.is_of_agent(word) or is_listed(bare(self._passage.words[word]), "national") for word in words
        )
        return figure.kind is Kind.CARDINAL and found.place.kind in _GOING_ON and not wide

    def _speaks_of_other(self, first: int) -> bool:
        """Whether the sentence of a word, or its paragraph before it, speaks of another place than the title's."""
        passage = self._passage
        _, end = passage.sentence_of(first)
        named = among(self._spots.all, passage.paragraph_of(first), end)
        title = self._title
        assert title is not None  # noqa: S101
        if is_under_other(passage, first):
            return True
        if any(not is_in(title.place, spot.place) for spot in named) or self._breaks_off(first):
            return True
        behind = passage.gaps[title.last + 1] if title.last + 1 < len(passage.gaps) else ""
        return not (any(mark in behind for mark in ":|") or self._is_only(title, first))

    def _of_title(self) -> Spot | None:
        """The one place that the first line names, or the innermost of several that lie in one another."""
        if not self._passage.words:
            return None
        paragraph = self._passage.paragraph
        end = bisect_right(paragraph, paragraph[0])
        if end == len(paragraph):
            return None
        named = [
            spot
            for spot in among(self._spots.all, 0, end)
            if spot.lead is not Lead.APART
            and (spot.lead is not Lead.BESIDE or self._is_local(spot))
            and not self.is_one_of_several(spot)
            and not self._is_of_agency(spot, end)
        ]
        if not named:
            return None
        innermost = innermost_of(named)
        if self._listed.any("arrivals", 0, innermost.first):
            return None  # how many arrived there, not what happened there
        if all(is_around(spot, innermost) for spot in named):
            return innermost
        towns = [spot for spot in named if spot.place.kind not in _SITES]
        return towns[0] if len(towns) == 1 and towns[0].place.within is not None else None

    def _is_of_agency(self, spot: Spot, end: int) -> bool:
        """دمشق، 16 آذار 2024: a capital before the day of the report, of which the line tells nothing else."""
        passage, behind = self._passage, range(spot.last + 1, end)
        dated = bool(behind) and all(map(passage.in_mention, behind))
        return dated and not spot.first and " ".join(passage.words[: behind.start]) in place_words()["capitals"]

    def _is_local(self, spot: Spot) -> bool:
        """Whether who speaks beside a place is of the place: its mayor, its hospital, no union or ministry in it."""
        words = self._passage.words[max(spot.first - _TITLE, 0) : spot.first + 1]
        words = [bare(word) for word in words]
        if words[-2:-1] == ["فرع"]:
            return True  # نقابة المعلمين - فرع السليمانية
        local, national = (any(is_listed(word, key) for word in words) for key in ("local", "national"))
        return local and not national

    def is_of_country(self, begin: int, close: int) -> bool:
        """Whether a clause speaks of the whole country: في عموم البلاد."""
        words = self._passage.words[begin:close]
        return any(place_words().again.get(again_word(word) or "") == "country" for word in words)

    def _in_force(self, first: int) -> Spot | None:
        """The place that the sentences before a word are about."""
        passage = self._passage
        before = first - 1
        if before < 0 or self._breaks_off(first):
            return None
        begins, ends = passage.sentence_of(before)
        if begins not in self._force:
            here = self._of_sentence(begins, ends)
            # at a base that no list has
            elsewhere = here is None and any(is_listed(word, "sites") for word in passage.words[begins:ends])
            self._force[begins] = here or (None if elsewhere else self._in_force(begins))
        return self._force[begins]

    def is_one_of_several(self, spot: Spot) -> bool:
        """Whether a place is the first of a list: a figure of both is of neither."""
        words, after = self._passage.words, spot.last + 1
        if after >= len(words) or words[after][0] != "و" or self._passage.is_apart(spot.last, after):
            return False
        if any(is_listed(word, "plurals") for word in words[max(spot.first - 1, 0) : spot.first + 1]):
            return True
        joined = words[after][1:]  # وسط is no "and"
        side = is_listed(joined, "sides") or kind_word(joined) is not None
        last = self._spots.last_of_name(after + (side and after + 1 < len(words)))
        return last is not None and not (last + 1 < len(words) and self._passage.in_mention(last + 1))

    def _goes_on(self, found: Spot, first: int) -> bool:
        """Whether a paragraph goes on with the one place before it: a line of a list; "added", not "the mayor did"."""
        passage = self._passage
        listed = passage.in_mention(first) or ":" in passage.gaps[first].partition("\n")[0]
        same = goes_on(passage.words[first]) and not self._spots.leads.is_of_speaker(first + 1)
        return (listed or same) and self._is_only(found, first)

    def _is_topic(self, spot: Spot) -> bool:
        """Whether a sentence opens with a place: what follows is about it."""
        first, _ = self._passage.sentence_of(spot.first)
        return spot.first - first <= _OPENING and spot.lead is Lead.WITHIN

    def _is_only(self, found: Spot, first: int, begin: int = 0) -> bool:
        """Whether all places before a word are one, or lie around it."""
        named = among(self._named_first if not begin else self._spots.all, begin, first)
        around = [spot.place for spot in named if is_around(spot, found)]
        return all(any(is_in(place, spot.place) for place in (found.place, *around)) for spot in named)

    def _is_only_region(self, found: Spot, first: int) -> bool:
        """The same where the city that a region is called after was named too."""
        return all(
            is_around(spot, found) or is_called_after(found.place, spot.place)
            for spot in among(self._named_first, 0, first)
        )

    def _of_sentence(self, first: int, end: int) -> Spot | None:
        """The place that a sentence leaves in force."""
        for spots in (self.led, self.plain, self.beside):
            here = [
                spot
                for spot in among(spots, first, end)
                if spot.lead is not Lead.FROM
                and not self.is_one_of_several(spot)
                and not is_sickbed(self._passage, spot)
            ]
            if here:
                return innermost_of(here)
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
        turns = place_words().breaks.get(words[first], ())
        return any(tuple(words[first : first + len(turn)]) == turn for turn in turns)
