"""The places that a text names, each with how it is led in; homonyms are told apart by the countries it speaks of."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.reference.gazetteer import country_named, named_after, population_of
from raqqa_data.building.proposals.where.anaphora import PlacesAgain
from raqqa_data.building.proposals.where.column_places import place_of_cell
from raqqa_data.building.proposals.where.compass_regions import side_of
from raqqa_data.building.proposals.where.homonyms import MIDDLING, Homonyms, is_adjective
from raqqa_data.building.proposals.where.name_context import (
    holds,
    is_a_time,
    is_government,
    is_located,
    is_next_in_row,
    is_no_sector,
    is_of_person,
    is_told_apart,
    with_rank,
)
from raqqa_data.building.proposals.where.prepositions import Lead, Leads
from raqqa_data.building.proposals.where.roads import roads_in
from raqqa_data.building.proposals.where.toponym import REGIONS, SETTLED, SITES, Toponym
from raqqa_data.building.proposals.where.unlisted_after_kind import (
    is_end,
    is_for_something,
    last_of_name,
    place_called,
    town_at,
)
from raqqa_data.building.proposals.where.unlisted_named_again import is_called_so, named_again
from raqqa_data.building.proposals.where.unlisted_without_kind import bare_name_at, bare_names_in, may_be_name
from raqqa_data.building.proposals.words.common_words import is_common
from raqqa_data.building.proposals.words.name_matching import words_of_name
from raqqa_data.building.proposals.words.place_words import (
    again_word,
    clitic_of,
    country_of,
    is_listed,
    kind_word,
    may_begin,
    place_words,
)
from raqqa_data.reading.mention import Span

if TYPE_CHECKING:
    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.reference.known_names import Known
    from raqqa_data.building.proposals.words.name_matching import Found
    from raqqa_data.records.place import Place

_SHORT = 3  # letters of a name that may well be another word
_BEHIND = 2  # words from a name to a region
_SMALL = 50_000  # people of a city whose name another place may well bear
_CLITICS = frozenset("وفبل")  # with what a place's name is written in one word
_AROUND = REGIONS | {"countryside", "district"}
_CENTRES = frozenset({"مركز"})
_CAPITALS = frozenset({"عاصمه"})
_SMALLER = frozenset({"town", "village", "neighborhood", "منطقه"})
_NAMESAKES = frozenset({"town", "village", "neighborhood", "subdistrict"})


class Toponyms:
    """The places that a passage names, in order.

    Args:
        passage: The text.
        known: Names of places.
        named: The words of agents' names.
        speaking: The words that say who speaks.
    """

    def __init__(self, passage: Passage, known: Known, named: frozenset[int], speaking: frozenset[int]) -> None:
        self._passage = passage
        self._known = known
        self._named = named
        self._speaking = speaking
        self._found = {
            index: found
            for index, found in known.places.found_in(passage.words).items()
            if not passage.in_mention(index)
        }
        self._homonyms = Homonyms(passage, self._found, known.own_places)
        self.leads: Leads = Leads(passage, named, speaking)
        self.all: list[Toponym] = []
        self.bare: set[str] = set()  # ids of those that no list has, told by the words around their names alone
        self._behind_kinds: set[str] = set()
        self._again = PlacesAgain(passage, known, self._homonyms, self.leads, self._found, self.all)
        self.elsewhere: set[int] = set()  # the sentences with a place of which only namesakes are known
        self._unlisted_at: dict[int, int] = {}  # the last words of their names
        self._gather()
        self.all += named_again(passage, self.all, known.places, named, self.leads)
        self.all.sort(key=lambda toponym: toponym.first)
        for toponym in self.all:
            kind = bool(toponym.called) and kind_word(passage.words[toponym.first]) is not None
            self._unlisted_at[toponym.first + kind] = toponym.last

    def last_of_name(self, index: int) -> int | None:
        """The last word of the place's name that begins at a word; None where none does."""
        found = self._found.get(index)
        return self._unlisted_at.get(index) if found is None or self._homonyms.is_word_too(found) else found.last

    def is_of_agent(self, word: int) -> bool:
        """Whether a word is one of an agent's name."""
        return word in self._named

    def within_figure(self, word: int) -> Toponym | None:
        """The place that a word of a figure's phrase names: 30 ألفا من درنة."""
        found = self._known.places.at(self._passage.words, word)
        if found is None or found.clitic or self._homonyms.is_word_too(found):
            return None
        place = self._homonyms.meant(found)
        return None if place is None else Toponym(found.first, found.last, place, Lead.FROM)

    def of_row(self, word: int, *, told: bool) -> Toponym | None:
        """The place of a row that a word names: المنيا (402 طن) والبحيرة (377 طنا).

        Args:
            word: The word.
            told: Whether its figure stands in parentheses behind it, so that even a word of any text names a place.
        """
        found = self._known.places.at(self._passage.words, word)
        place = self._homonyms.meant(found)
        if found is None or place is None or found.last != word or word in self._named:
            return None
        region = place.kind in REGIONS or place.kind == "district"
        return Toponym(word, word, place, Lead.PLAIN, found.clitic) if told or region else None

    def of_cell(self, first: int, last: int, kind: str) -> Toponym | None:
        """The place that a cell names, in a column whose heading is a word for such places."""
        return place_of_cell(self._passage, self._known, self._homonyms, first, last, kind)

    def printed(self, toponym: Toponym) -> tuple[Span, ...]:
        """The name, without the preposition that is written with it; and the words that take it up again."""
        words = self._passage.span(toponym.first, toponym.last)
        if toponym.named is not None:
            return self._passage.span(*toponym.named), words
        if not toponym.clitic or not words.text.startswith(toponym.clitic) or toponym.clitic == "لل":
            return (words,)
        start = words.start + len(toponym.clitic)
        return (Span(start, words.end, self._passage.text[start : words.end]),)

    def _gather(self) -> None:
        words = self._passage.words
        kinds = {*compress(range(len(words)), map(may_begin, words))}
        self._behind_kinds = {*compress(words[1:], map(kind_word, words))}
        roads = {road.first: road for road in roads_in(self._passage, self.last_of_name, self.leads)}
        done = -1
        for index in sorted(self._found.keys() | kinds | {*bare_names_in(words)} | roads.keys()):
            if index <= done or index in self._named or self._passage.in_mention(index):
                continue
            if (toponym := roads.get(index) or self._toponym(index)) is not None:
                self.all.append(toponym)
                done = toponym.last

    def _toponym(self, index: int) -> Toponym | None:
        words = self._passage.words
        found = self._found.get(index)
        if found is not None and found.last > index and (toponym := self._by_name(index)) is not None:
            return toponym
        if index + 1 < len(words) and self._goes_on(index):
            if is_listed(words[index], "parts") and words[index + 1].startswith("ال") and country_of(words[index + 1]):
                return self._part_of_country(index)
            kind = kind_word(words[index])
            # the centre of the city is no district
            if kind is not None and not (kind in _CENTRES and again_word(words[index + 1]) is not None):
                toponym = self._of_kind(index, kind)
                if toponym is not None:
                    return toponym
        if (again := again_word(words[index])) is not None:
            told = self._again.at(index, place_words().again[again])
            if told is None or told.place.kind != "country":
                return told
            return side_of(self._passage, told, told.place, told.lead) or told
        return self._by_name(index) or self._by_form(index) or self._bare(index)

    def _goes_on(self, index: int) -> bool:
        """Whether no mark stands behind a word: نشرة محلية (الرقة)."""
        return not self._passage.is_apart(index, index + 1) and "(" not in self._passage.gaps[index + 1]

    def _by_form(self, index: int) -> Toponym | None:
        """A town that no list has, by how its name begins."""
        passage = self._passage
        last = town_at(passage, index, self._named)
        clitic = "ب" if passage.words[index][:1] == "ب" and passage.words[index] not in place_words()["towns"] else ""
        around = self.all[-1:] if "(" in passage.gaps[index] else []  # في بادية حمص (جب الجراح)
        lead = around[0].lead if around and around[0].last == index - 1 else self.leads.of(index, clitic)
        if last is None or (lead < Lead.FROM and not is_located(passage, last)):
            return None
        return self._unlisted(index, last, lead, clitic)

    def _bare(self, index: int) -> Toponym | None:
        """A town that no list has, by what stands around its name."""
        if not may_be_name(self._passage.words[index]):
            return None
        taken = self._named | self._speaking
        found = bare_name_at(self._passage, index, taken, lambda word: self.last_of_name(word) is not None)
        if found is None or (
            self._passage.words[found[0]] in self._behind_kinds and is_called_so(self._passage, *found)
        ):
            return None
        lead = self.leads.of(found[0])
        lead = Lead.TOWARDS if lead is Lead.PLAIN else lead  # شمال كفرزيتون
        if lead < Lead.FROM and not (lead is Lead.BESIDE and is_listed(self._passage.words[found[0] - 1], "people")):
            return None
        toponym = self._unlisted(*found, lead)
        self.bare.add(toponym.place.id)
        return toponym

    def _unlisted(self, first: int, last: int, lead: Lead, clitic: str = "") -> Toponym:
        printed = self._passage.span(first, last).text[len(clitic) :]
        return Toponym(first, last, place_called(printed, "town"), lead, clitic)

    def _part_of_country(self, index: int) -> Toponym | None:
        """السواحل الليبية."""
        place = country_named(country_of(self._passage.words[index + 1]) or "")
        if place is None:
            return None
        through = index > 0 and self._passage.words[index - 1] == "عبر"  # on the way from elsewhere
        lead = self.leads.of(index)
        return Toponym(index, index + 1, place, Lead.APART if through else Lead.TOWARDS if lead is Lead.PLAIN else lead)

    def _of_kind(self, index: int, kind: str) -> Toponym | None:  # noqa: PLR0911 - what rules a name out is told early
        """محافظة الرقة, مدينة الرقة, مخيم الزهور."""
        passage, known, words = self._passage, self._known, self._passage.words
        code = place_words().kinds[kind]
        lead = self.leads.of(index)
        if self._is_no_kind(index, kind):
            return None
        whole = known.places.at(words, index)
        if whole is not None and whole.last > index and (place := self._homonyms.meant(whole)) is not None:
            return Toponym(index, whole.last, place, lead)
        of_region = code in REGIONS or code in {"countryside", "district"}
        found = known.regions.at(words, index + 1) if of_region else None
        found = found or known.places.at(words, index + 1)
        if found is not None and is_listed(words[index], "plurals") and self._homonyms.is_word_too(found):
            found = None  # the villages of Gezira are of no city
        if found is not None and (found.clitic or self._only_begins(found) or self._is_of_centre(found, kind)):
            found = None  # بلدة ببنين, بلدة عين شيب, مركز رصد
        if found is not None and code in _NAMESAKES and is_told_apart(self._passage, found, self._named):
            found = None  # بلدة الرميلة الشمالية, قرية منبج السلطان
        place = self._homonyms.meant(found, code)
        if found is not None and place is not None and is_listed(words[index], "plurals"):
            return Toponym(found.first, found.last, place, lead)  # مدن مصر
        if found is not None and place is not None and self._may_be(place, code, kind, found.last):
            if place.kind in SETTLED and (code in REGIONS or code == "countryside" or kind == "قضاء"):
                place = named_after(place, "governorate" if code in REGIONS else code)
            return Toponym(found.first, found.last, place, lead, called="town" if code == "municipality" else code)
        last = last_of_name(passage, index, kind, self._named) if found is None else found.last
        last = None if last is None else with_rank(self._passage, last, code)
        before = words[index - 1] if index else ""  # local revenues of
        led = clitic_of(words[index]) or any(is_listed(before, key) for key in ("within", "towards"))
        if last is None or (code == "locality" and not led and words[index + 1][:2] != "ال"):
            return None
        if last > index + 1 and country_of(words[last]) is not None:
            last -= 1  # مدينة ترهونة الليبية
        printed = passage.span(index + 1, last).text
        if code == "municipality":
            return Toponym(index + 1, last, place_called(printed, "town"), Lead.BESIDE, called="town")
        # a crossing is of two countries
        within = None if place is None or code == "crossing" or self._is_abroad(place, last) else place.chain[-1]
        named = place_called(printed, code, noun=place_words().one[kind], within=within)
        return Toponym(index, last, named, lead, clitic_of(words[index]), called=code)

    def _only_begins(self, found: Found[Place]) -> bool:
        """Whether a name is a word that begins one of two, and another stands behind it."""
        single = found.first == found.last and self._passage.words[found.last] in place_words()["heads"]
        return single and not is_end(self._passage, found.last)

    def _is_no_kind(self, index: int, kind: str) -> bool:
        """الفاشر، عاصمة السودان; في عاصمة ولاية شمال دارفور; مركز الكرامة لحقوق الإنسان; سوق بنيالا."""
        behind = self._found.get(index + 1)
        located = place_words().kinds[kind] in SITES and behind is not None and behind.clitic == "ب"
        beside = bool(self.all) and self.all[-1].last == index - 1
        if located or (kind in _CAPITALS and (beside or kind_word(self._passage.words[index + 1]) is not None)):
            return True
        return kind in _CENTRES and is_for_something(self._passage, index)

    def _is_of_centre(self, found: Found[Place], kind: str) -> bool:
        """Whether a name without an article behind "centre" is a word of any text."""
        return (
            kind in _CENTRES
            and self._homonyms.is_word_too(found)
            and not self._passage.words[found.first].startswith("ال")
        )

    def _may_be(self, place: Place, code: str, kind: str, last: int) -> bool:
        """Whether a place of a list is what a word of a kind names: no mountain is the city of its name."""
        small = (code in _SMALLER or kind in _SMALLER) and place.kind == "city"
        if small and self._is_abroad(place, last):
            return False
        if code in SETTLED or code in {"municipality", "subdistrict"}:
            return place.kind in SETTLED or place.id in self._known.own_places
        return code in REGIONS or code in {"countryside", "district", "plain", "island"}

    def _is_abroad(self, place: Place, last: int) -> bool:
        """بلدة الكرك بريف درعا: whether the text, or the region behind a name, is of another country than the place."""
        if self._homonyms.is_foreign(place):
            return True
        words = self._passage.words
        for at in range(last + 1, min(last + 1 + _BEHIND, len(words) - 1)):
            if place_words().kinds.get(kind_word(words[at]) or "") in _AROUND:
                region = self._known.regions.at(words, at + 1) or self._known.places.at(words, at + 1)
                here = place.chain[-1].id
                return region is not None and all(one.chain[-1].id != here for one in (region.value, *region.also))
        return False

    def _by_name(self, index: int) -> Toponym | None:  # noqa: PLR0911 - what rules a name out is told early
        found = self._found.get(index)
        if (
            found is None
            or is_a_time(self._passage, index)
            or self._homonyms.is_word_too(found)
            or is_of_person(self._passage, found, self.leads)
        ):
            return None
        if found.value.kind == "country" and is_adjective(self._passage, found):
            return None
        if not _CLITICS.issuperset(found.clitic) or (found.clitic == "ف" and not is_next_in_row(self._passage, found)):
            return None
        if found.clitic == "ب" and self._passage.words[index][1:] in place_words()["not_with"]:
            return None  # بحجة
        apart = self.leads.is_of_two_headings(index) or self.leads.is_of_a_road(index, found.last)
        apart = apart or self._is_country_of_heading(index) or self.leads.is_passed_through(found)
        lead = Lead.APART if apart else self.leads.of(index, found.clitic)
        if not apart and lead < Lead.FROM and not found.clitic and self.leads.is_heading(found.last):
            lead = Lead.HEAD
        elif lead is Lead.WITHIN and self.leads.is_of_saying(found.last):
            lead = Lead.APART
        place = self._homonyms.meant(found)
        country = next((other for other in found.also if other.kind == "country"), None)
        seat = self._passage.word_behind(found.last) == "العاصمه"
        if place is not None and place.kind == "city" and country is not None and place.lies_in(country) and not seat:
            place = country  # تونس: the city only where it is called so
        short = found.first == found.last and len(self._passage.words[index]) - len(found.clitic) <= _SHORT
        if place is None:
            if lead >= Lead.FROM:
                self.elsewhere.add(self._passage.sentence[index])
            return self._namesake(found) if lead is Lead.WITHIN and not short and found.value.kind == "city" else None
        if not self._is_meant(found, place, lead, short=short):
            return None
        if lead is Lead.PLAIN and (found.clitic in {"و", "ف"} or is_government(self._passage, found)):  # one of several
            lead = Lead.APART
        side = side_of(self._passage, found, place, lead) if place.kind == "country" and lead >= Lead.FROM else None
        return side or self._with_seat(found, place, lead)

    def _is_country_of_heading(self, index: int) -> bool:
        """زوارة (ليبيا) - : whether a name only says where the town lies from which a report comes."""
        heads = bool(self.all) and self.all[-1].lead is Lead.HEAD and self.all[-1].last == index - 1
        return heads and "(" in self._passage.gaps[index]

    def _with_seat(self, found: Found[Place], place: Place, lead: Lead) -> Toponym:
        """صنعاء العاصمة: a name, with the word that tells it from the country or province of its name."""
        after = found.last + 1
        seat = self._passage.word_behind(found.last) == "العاصمه" and not self._passage.is_apart(found.first, after)
        return Toponym(found.first, found.last + seat, place, lead, found.clitic)

    def _is_meant(self, found: Found[Place], place: Place, lead: Lead, *, short: bool) -> bool:
        """Whether a name that stands without a word for its kind is that of the place."""
        if lead is Lead.HEAD:
            words = " ".join(self._passage.words[found.first : found.last + 1])
            gap = self._passage.gaps[found.first]
            agency = found.first > 0 and "\n" not in gap and any(mark in gap for mark in "-(")
            return words not in place_words()["capitals"] and not agency
        single = found.first == found.last
        if single and self._is_lesser(found, place, lead):
            return False
        if short and lead < Lead.FROM and population_of(place) < MIDDLING:
            return False
        return lead is not Lead.PLAIN or not single or self._is_known(found, place) or holds(self._passage, found)

    def _is_lesser(self, found: Found[Place], place: Place, lead: Lead) -> bool:
        """Whether a name alone is as much a word of any text: of a sector, or of a district that nothing leads in."""
        if place.id == "gaza-strip":
            return not self._is_strip(found.first)
        told = lead is Lead.WITHIN and not is_common(self._passage.words[found.first][len(found.clitic) :])
        return place.kind == "district" and not (told and not self._homonyms.is_foreign(place))

    def _is_known(self, found: Found[Place], place: Place) -> bool:
        """Whether a place is meant by its name though nothing leads it in."""
        words = {words_of_name(place.name.ar)[0], self._passage.words[found.first][len(found.clitic) :]}
        if place.kind in {"country", "camp", *REGIONS} or population_of(place) >= MIDDLING:
            return words.isdisjoint(place_words()["led_in_only"])
        return any(toponym.place.id == place.id and toponym.lead >= Lead.FROM for toponym in self.all)

    def _namesake(self, found: Found[Place]) -> Toponym | None:
        """A place of the name of a small one in a country that the text does not speak of."""
        if population_of(found.value) >= _SMALL:
            return None
        words, after = self._passage.words, found.last + 1
        if after < len(words) and words[after].startswith("ال") and not self._passage.is_apart(found.last, after):
            return None
        return self._unlisted(found.first, found.last, Lead.WITHIN, found.clitic)

    def _is_strip(self, index: int) -> bool:
        """Whether القطاع is Gaza."""
        return self._homonyms.countries["palestine"] > 0 and is_no_sector(self._passage, index)
