"""The place that a text speaks of: what the title names, what the sentences before a figure leave in force."""

from __future__ import annotations

from bisect import bisect_right
from itertools import compress
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.passage.passage import Passage, among
from raqqa_data.building.proposals.passage.table_cells import HEADING
from raqqa_data.building.proposals.when.dated_events import event_kind, goes_on
from raqqa_data.building.proposals.where.place_headings import Sections
from raqqa_data.building.proposals.where.places_of_others import (
    are_of_several,
    divide_figures,
    governs,
    innermost_of,
    is_around,
    is_called_after,
    is_in,
    is_its_country,
    is_local,
    is_of_another,
    is_of_many,
    is_one_of_several,
    is_sickbed,
    is_topic,
    is_under_other,
    only_locates,
)
from raqqa_data.building.proposals.where.prepositions import Lead
from raqqa_data.building.proposals.where.title_place import Title
from raqqa_data.building.proposals.where.toponym import REGIONS, SETTLED, SITES
from raqqa_data.building.proposals.words.affixes import bare
from raqqa_data.building.proposals.words.common_words import is_common
from raqqa_data.building.proposals.words.place_words import (
    is_listed,
    is_unnamed,
    kind_word,
    lists_of,
    place_words,
    takes_up_country,
)
from raqqa_data.reading.mention import Kind, Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raqqa_data.building.proposals.where.toponym import Toponym
    from raqqa_data.building.proposals.where.toponyms import Toponyms

_OPENS = 2  # paragraphs
_LABEL = 4  # words of a heading before a colon
_GOING_ON = frozenset({"city", "town", "village", "camp", "neighborhood", "district", "subdistrict"})
_SINCE = frozenset({"منذ", "ومنذ"})
_WIDE = REGIONS | {"countryside", "district"}
_ROW = 10  # words of a list of places
_PROVINCES = REGIONS - {"region"}
_LEADING = _GOING_ON | REGIONS | {"country"}


class PlaceInForce:
    """The places that sentences are about though they do not name them.

    Args:
        passage: The text.
        toponyms: The places that it names.

    Attributes:
        led: The places that a preposition leads in.
        plain: Those that none does.
        beside: Those beside who speaks, or at the head of a line.
    """

    def __init__(self, passage: Passage, toponyms: Toponyms) -> None:
        self._passage = passage
        self._toponyms = toponyms
        self._listed = passage.standing(lists_of)
        self.led: list[Toponym] = [toponym for toponym in toponyms.all if toponym.lead >= Lead.FROM]
        self.plain: list[Toponym] = [toponym for toponym in toponyms.all if toponym.lead is Lead.PLAIN]
        self.beside: list[Toponym] = [
            toponym
            for toponym in toponyms.all
            if toponym.lead in {Lead.BESIDE, Lead.HEAD}
            and (toponym.place.kind != "country" or self._is_label(toponym))
            and (toponym.lead is Lead.HEAD or is_local(passage, toponym))
        ]
        self._force: dict[int, Toponym | None] = {}
        self._sections = Sections(passage, toponyms)
        self._lead: Toponym | None = None
        self._titled = Title(passage, toponyms)
        self._title = self._titled.place
        named: dict[str, Toponym] = {}
        for toponym in toponyms.all:
            told = toponym.lead is not Lead.APART and toponym.place.within is not None
            if told and not only_locates(passage, toponym) and not is_sickbed(passage, toponym):
                named.setdefault(toponym.place.id, toponym)
        self._named_first = [*named.values()]
        self._lead = self._of_lead()

    def _is_label(self, toponym: Toponym) -> bool:
        """باكستان: 25 مليون فرنك: whether a figure stands right behind a name and a colon."""
        passage, after = self._passage, toponym.last + 1
        told = after < len(passage.words) and ":" in passage.gaps[after] and passage.in_mention(after)
        return toponym.lead is Lead.HEAD and told

    def carried(self, figure: Mention, first: int, at: int) -> tuple[Toponym | None, str]:  # noqa: PLR0911 - as many cases
        """The place of a figure whose sentence names none."""
        passage = self._passage
        begin, end = passage.clauses.of(at)
        if any(map(is_unnamed, passage.words[begin:end])):
            return None, ""  # it tells of a road or a site that no list has
        sentence = passage.sentence_of(at)
        kinds = compress(range(*sentence), map(kind_word, passage.words[slice(*sentence)]))
        if any(is_of_many(passage, word) for word in kinds):
            return self._whole_country(first)
        there = self._is_there(begin, end)
        found = self._of_sentence_before(first) if there else self._in_force(first)
        over = self._sections.over(at, found)
        if over is not None and not (self._is_turn(first) or self.is_of_country(begin, end)):
            return over, HEADING
        if found is not None and found.place.kind in SITES and passage.paragraph[found.first] != passage.paragraph[at]:
            found = self._lead  # a hospital that another paragraph named
        wide = self.is_of_country(begin, end) or self._is_nationwide(first, end)
        if found is not None and found.place.kind != "country" and wide:
            return None, ""  # the last town spoken of is not the whole country
        if found is not None and passage.paragraph[found.first] == passage.paragraph[at]:
            about = (
                is_topic(self._passage, found)
                or self._titled.is_of(found)
                or self._is_only(found, first)
                or self._is_only_region(found, first)
                or (self._may_go_on(figure, found, first) and self._is_only(found, first, passage.paragraph_of(first)))
            )
            again = found.named is not None and found.place.kind in _LEADING
            if about or again or there:
                return found, "the last place spoken of"
        elif found is not None and self._goes_on(found, first):
            title = self._title
            if title is not None and title.last < first and title.place.id == found.place.id:
                return title, "the place of the title"
            return found, "the place of the paragraph before"
        elif self._title is not None and first > self._title.last and not self._speaks_of_other(first):
            # what a text under a province's name tells is as often of one of its towns
            return (None, "") if self._title.place.kind in _PROVINCES else (self._title, "the place of the title")
        return None, ""

    def _is_there(self, begin: int, end: int) -> bool:
        """بلغ السعر هناك دولارين, في الموقع نفسه: whether a clause takes up the last place."""
        passage, words = self._passage, self._passage.words
        there, same = (self._listed.each(key, begin + 1, end) for key in ("there", "same_site"))
        return any(not passage.in_mention(min(at + 1, end - 1)) for at in there) or any(
            words[at] in place_words()["same_site"] and words[at - 1] in {"في", "الي"} for at in same
        )

    def around_all(self, found: Toponym, first: int, end: int) -> Toponym | None:
        """في مديريتي حيس والجراحي بمحافظة الحديدة: the province that is named for all of a list."""
        passage = self._passage
        for toponym in among(self.led, found.last + 1, min(end, found.last + _ROW)):
            if any(passage.in_mention(word) for word in range(found.last, toponym.first)):
                return None
            if toponym.place.kind in _WIDE and toponym.lead is Lead.WITHIN:
                return toponym if passage.words[toponym.first][0] != "و" else None
        before = [toponym for toponym in among(self.led, first, found.first) if toponym.place.kind in _WIDE]
        return before[0] if len(before) == 1 and is_topic(self._passage, before[0]) else None

    def _whole_country(self, first: int) -> tuple[Toponym | None, str]:
        """In 16 provinces: of the whole country, if it is the title's."""
        title = self._title
        whole = title is not None and title.place.kind == "country" and first > title.last
        return (title, "the place of the title") if whole and not self._speaks_of_other(first) else (None, "")

    def _may_go_on(self, figure: Mention, found: Toponym, first: int) -> bool:
        """Whether a figure may be of the one place that its paragraph named right before, counting nothing."""
        passage = self._passage
        begins, ends = passage.sentence_of(found.first)
        told = figure.kind is Kind.CARDINAL and found.place.kind in _GOING_ON and ends == first  # right before
        if not told or passage.next_figure(begins - 1, ends) < ends:
            return False
        words = range(*passage.sentence_of(first))
        return not any(
            self._toponyms.is_of_agent(word) or is_listed(bare(passage.words[word]), "national") for word in words
        )

    def _speaks_of_other(self, first: int) -> bool:
        """Whether the sentence of a word, or its paragraph before it, speaks of another place than the title's."""
        passage = self._passage
        _, end = passage.sentence_of(first)
        named = among(self._toponyms.all, passage.paragraph_of(first), end)
        title = self._title
        assert title is not None  # noqa: S101
        if is_under_other(passage, first) or self._is_since(title, first):
            return True
        headed = self._titled.is_issued or self._titled.is_headed()
        topic = headed or title.place.kind in {"country", "region"}
        others = (toponym for toponym in named if not self._only_came(toponym))
        if any(not is_in(title.place, toponym.place) for toponym in others) or self._breaks_off(first, topic=topic):
            return True
        return not (headed or self._is_only(title, first))

    def _is_from_where(self, toponym: Toponym, found: Toponym) -> bool:
        """Whether a place only heads the line that first tells of another."""
        paragraph, lead = self._passage.paragraph, self._lead
        if toponym.lead is not Lead.HEAD or lead is None or lead.place.id != found.place.id:
            return False
        return paragraph[toponym.first] == paragraph[lead.first] and toponym.first < lead.first

    def _is_around_lead(self, toponym: Toponym) -> bool:
        """Whether a place is the province of the title, and what the first sentence names a town in it."""
        title, lead = self._title, self._lead
        if title is None or lead is None or toponym.place.id != title.place.id or not self._is_wide(title):
            return False
        town = lead.place.kind in _GOING_ON and lead.first > title.last
        return town and (lead.place.within is None or lead.place.chain[-1].id == title.place.chain[-1].id)

    def _is_wide(self, title: Toponym) -> bool:
        """Whether the title names a province, or the country in which one thing happened."""
        first, end = self._passage.sentence_of(0)
        words = self._passage.words[first : max(end, title.last + 1)]
        told = any(event_kind(word) is not None for word in words) and not self._listed.any("reports", first, end)
        return title.place.kind in _WIDE or (title.place.kind == "country" and told)

    def _of_lead(self) -> Toponym | None:
        """The place of the first sentence that something leads one in."""
        paragraph = self._passage.paragraph
        title = self._title
        wide = title is not None and self._is_wide(title)
        begins = bisect_right(paragraph, paragraph[title.first]) if title is not None and wide else 0
        first = next(
            (toponym.first for toponym in self.led if toponym.lead is not Lead.FROM and toponym.first >= begins), None
        )
        if first is None or paragraph[first] - paragraph[0] > _OPENS:
            return None
        begins, ends = self._passage.sentence_of(first)
        return None if self._listed.any("arrivals", begins, first) else self._of_sentence(begins, ends)

    def is_of_country(self, begin: int, close: int) -> bool:
        """Whether a clause speaks of the whole country: في عموم البلاد."""
        return any(map(takes_up_country, self._passage.words[begin:close]))

    def _is_nationwide(self, begin: int, close: int) -> bool:
        """المنظومة الوطنية, في مختلف المحافظات: whether words speak of what a country has, or of all its provinces."""
        words, leads, begin = self._passage.words, self._toponyms.leads, max(begin, 1)
        all_of = self._listed.each("all_of", begin - 1, close - 1)
        if any(words[word + 1] in place_words()["provinces"] for word in all_of):
            return True
        national = (word for word in range(begin, close) if words[word] == "الوطنيه")
        return any(not (leads.is_of_body(word) or is_listed(words[word - 1], "bodies")) for word in national)

    def _in_force(self, first: int) -> Toponym | None:
        """The place that the sentences before a word are about."""
        passage = self._passage
        before = first - 1
        if before < 0 or self._breaks_off(first):
            return None
        begins, ends = passage.sentence_of(before)
        if begins not in self._force:
            here = self._of_sentence(begins, ends)
            # at a base that no list has
            elsewhere = here is None and self._listed.any("sites", begins, ends)
            self._force[begins] = here or (None if elsewhere else self._in_force(begins))
        return self._force[begins]

    def _of_sentence_before(self, first: int) -> Toponym | None:
        """The last place of the sentence before a word, though each of its figures has its own."""
        if not first or self._breaks_off(first):
            return None
        return self._of_sentence(*self._passage.sentence_of(first - 1), divided=True) or self._in_force(first)

    def _goes_on(self, found: Toponym, first: int) -> bool:
        """Whether a paragraph goes on with the one place before it: a line of a list; "added", not "the mayor did"."""
        passage = self._passage
        if self._is_since(found, first):
            return False
        listed = passage.in_mention(first) or ":" in passage.gaps[first].partition("\n")[0]
        same = goes_on(passage.words[first]) and not self._toponyms.leads.is_of_speaker(first + 1)
        leads = self._is_of_lead(found, first)
        wide = self._titled.is_issued or found.place.kind in {"country", "region"}
        if wide and self._titled.is_of(found) and not is_listed(passage.words[first], "back"):
            return True
        if leads and found.place.kind in REGIONS and self._is_only_region(found, first):
            return True
        return (listed or same or leads) and self._is_only(found, first)

    def _is_since(self, found: Toponym, first: int) -> bool:
        """ومنذ بداية السنة: whether a sentence tells of all since then, and so of more than the one town."""
        return found.place.kind in SETTLED and self._passage.words[first] in _SINCE

    def _is_of_lead(self, found: Toponym, first: int) -> bool:
        """Whether a text is about the place of its first sentence that names one, and tells on of it."""
        if self._lead is None or found.place.id != self._lead.place.id:
            return False
        title = self._title
        told = self._titled.is_issued and self._passage.paragraph[found.first] > 0  # not where they are, but of what
        if title is not None and title.place.id != found.place.id and not (told or self._is_around_lead(title)):
            return False
        words = self._passage.words
        if is_listed(words[first], "back") or found.place.kind not in _LEADING:
            return False
        sentence = words[slice(*self._passage.sentence_of(first))]
        wide = found.place.kind in {"country", "region"}
        return wide or not any(is_listed(bare(word), "national") for word in sentence)

    def _is_only(self, found: Toponym, first: int, begin: int = 0) -> bool:
        """Whether all places before a word are one, or lie around it."""
        named = among(self._named_first if not begin else self._toponyms.all, begin, first)
        named = [
            toponym
            for toponym in named
            if not (
                only_locates(self._passage, toponym)
                or governs(toponym, found)
                or self._is_around_lead(toponym)
                or self._is_from_where(toponym, found)
                or (self._titled.is_issued and toponym is self._title)
            )
        ]
        if found is self._title:
            named = [toponym for toponym in named if toponym.first >= found.first and not self._only_came(toponym)]
        around = [
            toponym.place
            for toponym in named
            if is_around(toponym, found) or is_its_country(self._passage, toponym, found)
        ]
        return all(any(is_in(place, toponym.place) for place in (found.place, *around)) for toponym in named)

    def _only_came(self, toponym: Toponym) -> bool:
        """Whether somebody comes from a place to the town of the title: قدموا من النجف."""
        return toponym.lead is Lead.FROM and self._title is not None and self._title.place.kind in SETTLED

    def _is_only_region(self, found: Toponym, first: int) -> bool:
        """The same where the city that a region is called after was named too."""
        return all(
            is_around(toponym, found) or is_called_after(found.place, toponym.place)
            for toponym in among(self._named_first, 0, first)
        )

    def _of_sentence(self, first: int, end: int, *, divided: bool = False) -> Toponym | None:
        """The place that a sentence leaves in force: none of several of which each has its figure."""
        some = [
            toponym
            for toponym in among(self._toponyms.all, first, end)
            if is_one_of_several(self._passage, toponym, self._toponyms.last_of_name)
        ]
        listed = {
            *(toponym.first for toponym in some),
            *(toponym.last + 1 for toponym in some),
        }  # and the next of the list
        for toponyms in (self.led, self.plain, self.beside):
            here = [
                toponym
                for toponym in among(toponyms, first, end)
                if toponym.lead is not Lead.FROM
                and toponym.first not in listed
                and not is_sickbed(self._passage, toponym)
                and not is_of_another(self._passage, toponym)
            ]
            here = [
                toponym for toponym in here if toponym.place.kind != "road"
            ] or here  # no road, where a town is told
            if here:
                named = among(self._toponyms.all, here[0].first, end)
                several = are_of_several(self._passage, here, first) or divide_figures(self._passage, named, end)
                if several and not divided:
                    return None
                found = innermost_of(here)
                return self._within_it(here, found) if found.place.kind == "country" else found
        return None

    def _within_it(self, toponyms: Sequence[Toponym], country: Toponym) -> Toponym:
        """في نوى، في أسوأ حادث تشهده سوريا: the last town before a country in whose clause nothing is counted."""
        begin, close = self._passage.clauses.of(country.first)
        if self._passage.next_figure(begin - 1, close) < close:
            return country
        towns = [toponym for toponym in toponyms if toponym.last < begin and not only_locates(self._passage, toponym)]
        inside = bool(towns) and (towns[-1].place.within is None or towns[-1].place.lies_in(country.place))
        return towns[-1] if inside else country

    def _breaks_off(self, first: int, *, topic: bool = False) -> bool:
        """Whether a sentence turns to something else: "on the other hand", a heading with a colon, no topic."""
        passage = self._passage
        if self._is_turn(first) or passage.sentence[first] in self._toponyms.elsewhere:
            return True
        if passage.paragraph[first] == passage.paragraph[first - 1]:
            return False
        words = passage.words
        if words[first] in {"في", "وفي"}:
            return True
        return any(
            first <= colon < first + _LABEL
            and passage.sentence[colon] == passage.sentence[first]
            and not self._toponyms.leads.is_of_speaker(colon)
            and not (topic and all(map(is_common, passage.words[first : colon + 1])))
            for colon in passage.colons
        )

    def _is_turn(self, first: int) -> bool:
        words = self._passage.words
        turns = place_words().breaks.get(words[first], ())
        return any(tuple(words[first : first + len(turn)]) == turn for turn in turns)
