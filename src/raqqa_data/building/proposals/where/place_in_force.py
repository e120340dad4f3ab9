"""The place that a text speaks of: what the title names, what the sentences before a figure leave in force."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.passage.passage import Passage, among
from raqqa_data.building.proposals.passage.table_cells import HEADING
from raqqa_data.building.proposals.when.dated_events import event_kind, goes_on
from raqqa_data.building.proposals.where.place_headings import Sections
from raqqa_data.building.proposals.where.place_mention import REGIONS, SETTLED
from raqqa_data.building.proposals.where.places_of_others import (
    governs,
    innermost_of,
    is_around,
    is_called_after,
    is_in,
    is_its_country,
    is_of_many,
    is_sickbed,
    is_topic,
    is_under_other,
    only_locates,
)
from raqqa_data.building.proposals.where.prepositions import Lead
from raqqa_data.building.proposals.words.affixes import bare
from raqqa_data.building.proposals.words.common_words import is_common
from raqqa_data.building.proposals.words.place_words import again_word, is_listed, kind_word, lists_of, place_words
from raqqa_data.reading.mention import Kind, Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raqqa_data.building.proposals.where.place_mention import Spot
    from raqqa_data.building.proposals.where.place_mentions import Spots

_OPENS = 2  # paragraphs
_TITLE = 5  # words of an office before its place
_LABEL = 4  # words of a heading before a colon
_GOING_ON = frozenset({"city", "town", "village", "camp", "neighborhood", "district", "subdistrict"})
_WIDE = REGIONS | {"countryside", "district"}
_ROW = 10  # words of a list of places
_LEADING = _GOING_ON | REGIONS | {"country"}
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
            and spot.place.kind != "country"
            and (spot.lead is Lead.HEAD or self._is_local(spot))
        ]
        self._force: dict[int, Spot | None] = {}
        self._sections = Sections(passage, spots)
        self._lead: Spot | None = None
        issuers = self._of_issuer()
        self._issued = issuers is not None
        self._title = issuers or self._of_title()
        named: dict[str, Spot] = {}
        for spot in spots.all:
            told = spot.lead is not Lead.APART and spot.place.within is not None
            if told and not only_locates(passage, spot) and not is_sickbed(passage, spot):
                named.setdefault(spot.place.id, spot)
        self._named_first = [*named.values()]
        self._lead = self._of_lead()

    def carried(self, figure: Mention, first: int, at: int) -> tuple[Spot | None, str]:  # noqa: PLR0911 - as many cases
        """The place of a figure whose sentence names none."""
        passage = self._passage
        begin, end = passage.clauses.of(at)
        told = (word for word in passage.words[begin:end] if not is_listed(word, "same_site"))
        if any("unnamed" in lists for lists in map(lists_of, map(bare, told))):
            return None, ""  # it tells of a road or a site that no list has
        if any(is_of_many(passage, word) for word in range(*passage.sentence_of(at))):
            return self._whole_country(first)
        found = self._in_force(first)
        over = self._sections.over(at, found)
        if over is not None and not (self._is_turn(first) or self.is_of_country(begin, end)):
            return over, HEADING
        if found is not None and found.place.kind in _SITES and passage.paragraph[found.first] != passage.paragraph[at]:
            found = self._lead  # a hospital that another paragraph named
        if found is not None and found.place.kind != "country" and self.is_of_country(begin, end):
            return None, ""  # the last town spoken of is not the whole country
        if found is not None and passage.paragraph[found.first] == passage.paragraph[at]:
            about = (
                is_topic(self._passage, found)
                or self._is_only(found, first)
                or self._is_only_region(found, first)
                or (self._may_go_on(figure, found, first) and self._is_only(found, first, passage.paragraph_of(first)))
            )
            if about or found.named is not None or self._is_there(begin, end):
                return found, "the last place spoken of"
        elif found is not None and self._goes_on(found, first):
            title = self._title
            if title is not None and title.last < first and title.place.id == found.place.id:
                return title, "the place of the title"
            return found, "the place of the paragraph before"
        elif self._title is not None and first > self._title.last and not self._speaks_of_other(first):
            return self._title, "the place of the title"
        return None, ""

    def _is_there(self, begin: int, end: int) -> bool:
        """بلغ السعر هناك دولارين, في الموقع نفسه: whether a clause takes up the last place."""
        passage, words = self._passage, self._passage.words
        for at in range(begin + 1, end):
            if is_listed(words[at], "there") and not passage.in_mention(min(at + 1, end - 1)):
                return True
            if words[at] in place_words()["same_site"] and words[at - 1] in {"في", "الي"}:
                return True
        return False

    def around_all(self, found: Spot, first: int, end: int) -> Spot | None:
        """في مديريتي حيس والجراحي بمحافظة الحديدة: the province that is named for all of a list."""
        passage = self._passage
        for spot in among(self.led, found.last + 1, min(end, found.last + _ROW)):
            if any(passage.in_mention(word) for word in range(found.last, spot.first)):
                return None
            if spot.place.kind in _WIDE and spot.lead is Lead.WITHIN:
                return spot if passage.words[spot.first][0] != "و" else None
        before = [spot for spot in among(self.led, first, found.first) if spot.place.kind in _WIDE]
        return before[0] if len(before) == 1 and is_topic(self._passage, before[0]) else None

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
        headed = self._issued or self._is_headed()
        topic = headed or title.place.kind in {"country", "region"}
        others = (spot for spot in named if not self._only_came(spot))
        if any(not is_in(title.place, spot.place) for spot in others) or self._breaks_off(first, topic=topic):
            return True
        return not (headed or self._is_only(title, first))

    def _is_headed(self) -> bool:
        """Whether the title names its place before a mark: سوريا: تقرير."""
        gaps, title = self._passage.gaps, self._title
        if title is None:
            return False
        spots = among(self._spots.all, 0, title.last + 1)
        behind = [gaps[spot.last + 1] for spot in spots if title.place.lies_in(spot.place)]
        return any(mark in gap for gap in behind for mark in ":|")

    def _in_title(self) -> list[Spot]:
        """The places that the first line names, where more follows."""
        paragraph = self._passage.paragraph
        end = bisect_right(paragraph, paragraph[0]) if paragraph else 0
        if end == len(paragraph):
            return []
        return [
            spot
            for spot in among(self._spots.all, 0, end)
            if spot.lead is not Lead.APART
            and (spot.lead is not Lead.BESIDE or self._is_local(spot))
            and not self.is_one_of_several(spot)
            and not self._is_of_agency(spot, end)
        ]

    def _of_issuer(self) -> Spot | None:
        """صفحة بلدية كذا: the place of those whose text it is, as the first line says."""
        words, end = self._passage.words, len(self._passage.words)
        figure = self._passage.next_figure(-1, end)
        for spot in self._in_title():
            near = words[max(spot.first - _TITLE, 0) : spot.first + 1]
            issuers = any(is_listed(word, "issuers") for word in near)
            told = figure < end and self._passage.paragraph[figure] == self._passage.paragraph[0]
            if issuers and not told and spot.place.kind not in {"country", "region"}:
                return spot
        return None

    def _of_title(self) -> Spot | None:
        """The one place that the first line names, or the innermost of several that lie in one another."""
        if not (named := self._in_title()):
            return None
        innermost = innermost_of(named)
        if self._listed.any("arrivals", 0, innermost.first):
            return None  # how many arrived there, not what happened there
        if all(is_around(spot, innermost) for spot in named):
            return innermost
        towns = [spot for spot in named if spot.place.kind not in _SITES]
        return towns[0] if len(towns) == 1 and towns[0].place.within is not None else None

    def _is_from_where(self, spot: Spot, found: Spot) -> bool:
        """Whether a place only heads the line that first tells of another."""
        paragraph, lead = self._passage.paragraph, self._lead
        if spot.lead is not Lead.HEAD or lead is None or lead.place.id != found.place.id:
            return False
        return paragraph[spot.first] == paragraph[lead.first] and spot.first < lead.first

    def _is_around_lead(self, spot: Spot) -> bool:
        """Whether a place is the province of the title, and what the first sentence names a town in it."""
        title, lead = self._title, self._lead
        if title is None or lead is None or spot.place.id != title.place.id or not self._is_wide(title):
            return False
        town = lead.place.kind in _GOING_ON and lead.first > title.last
        return town and (lead.place.within is None or lead.place.chain[-1].id == title.place.chain[-1].id)

    def _is_wide(self, title: Spot) -> bool:
        """Whether the title names a province, or the country in which one thing happened."""
        first, end = self._passage.sentence_of(0)
        words = self._passage.words[first : max(end, title.last + 1)]
        told = any(event_kind(word) is not None for word in words) and not self._listed.any("reports", first, end)
        return title.place.kind in _WIDE or (title.place.kind == "country" and told)

    def _of_lead(self) -> Spot | None:
        """The place of the first sentence that something leads one in."""
        paragraph = self._passage.paragraph
        title = self._title
        begins = bisect_right(paragraph, paragraph[0]) if title is not None and self._is_wide(title) else 0
        first = next((spot.first for spot in self.led if spot.lead is not Lead.FROM and spot.first >= begins), None)
        if first is None or paragraph[first] - paragraph[0] > _OPENS:
            return None
        begins, ends = self._passage.sentence_of(first)
        return None if self._listed.any("arrivals", begins, first) else self._of_sentence(begins, ends)

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
        if words[-1] in place_words()["ruled"] and any(is_listed(word, "ministries") for word in words):
            return True  # وزارة الصحة في غزة
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
        if last is None and joined in place_words()["heads"] and after + 1 < len(words):
            last = None if is_common(words[after + 1]) else after + 1  # حارة حريك وبرج البراجنة
        return last is not None and not (last + 1 < len(words) and self._passage.in_mention(last + 1))

    def _goes_on(self, found: Spot, first: int) -> bool:
        """Whether a paragraph goes on with the one place before it: a line of a list; "added", not "the mayor did"."""
        passage = self._passage
        listed = passage.in_mention(first) or ":" in passage.gaps[first].partition("\n")[0]
        same = goes_on(passage.words[first]) and not self._spots.leads.is_of_speaker(first + 1)
        leads = self._is_of_lead(found, first)
        if leads and found.place.kind in REGIONS and self._is_only_region(found, first):
            return True
        return (listed or same or leads) and self._is_only(found, first)

    def _is_of_lead(self, found: Spot, first: int) -> bool:
        """Whether a text is about the place of its first sentence that names one, and tells on of it."""
        if self._lead is None or found.place.id != self._lead.place.id:
            return False
        title = self._title
        if title is not None and title.place.id != found.place.id and not self._is_around_lead(title):
            return False
        words = self._passage.words
        if is_listed(words[first], "back") or found.place.kind not in _LEADING:
            return False
        sentence = words[slice(*self._passage.sentence_of(first))]
        wide = found.place.kind in {"country", "region"}
        return wide or not any(is_listed(bare(word), "national") for word in sentence)

    def _is_only(self, found: Spot, first: int, begin: int = 0) -> bool:
        """Whether all places before a word are one, or lie around it."""
        named = among(self._named_first if not begin else self._spots.all, begin, first)
        named = [
            spot
            for spot in named
            if not (governs(spot, found) or self._is_around_lead(spot) or self._is_from_where(spot, found))
        ]
        if found is self._title:
            named = [spot for spot in named if not self._only_came(spot)]
        around = [spot.place for spot in named if is_around(spot, found) or is_its_country(self._passage, spot, found)]
        return all(any(is_in(place, spot.place) for place in (found.place, *around)) for spot in named)

    def _only_came(self, spot: Spot) -> bool:
        """Whether somebody comes from a place to the town of the title: قدموا من النجف."""
        return spot.lead is Lead.FROM and self._title is not None and self._title.place.kind in SETTLED

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
                found = innermost_of(here)
                return self._within_it(here, found) if found.place.kind == "country" else found
        return None

    def _within_it(self, spots: Sequence[Spot], country: Spot) -> Spot:
        """في نوى، في أسوأ حادث تشهده سوريا: the last town before a country in whose clause nothing is counted."""
        begin, close = self._passage.clauses.of(country.first)
        if self._passage.next_figure(begin - 1, close) < close:
            return country
        towns = [spot for spot in spots if spot.last < begin and not only_locates(self._passage, spot)]
        inside = bool(towns) and (towns[-1].place.within is None or towns[-1].place.lies_in(country.place))
        return towns[-1] if inside else country

    def _breaks_off(self, first: int, *, topic: bool = False) -> bool:
        """Whether a sentence turns to something else: "on the other hand", a heading with a colon, no topic."""
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
            and not (topic and all(map(is_common, passage.words[first : colon + 1])))
            for colon in passage.colons
        )

    def _is_turn(self, first: int) -> bool:
        words = self._passage.words
        turns = place_words().breaks.get(words[first], ())
        return any(tuple(words[first : first + len(turn)]) == turn for turn in turns)
