"""Which event a counted figure is of: the event words of a passage, and which of them a figure belongs to."""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress, count
from typing import TYPE_CHECKING

import attrs

from raqqa_data.building.proposals.part_of.answer import is_among, is_of_them
from raqqa_data.building.proposals.part_of.antecedents import is_of_an_amount
from raqqa_data.building.proposals.part_of.part import may_hold
from raqqa_data.building.proposals.passage.passage import Passage, among
from raqqa_data.building.proposals.what.bare_counts import (
    SETTLED,
    compared,
    concerned,
    counted_again,
    held,
    is_where,
    number_of,
    out_of,
    stopped,
    there,
)
from raqqa_data.building.proposals.what.candidate_events import (
    alternatives,
    events_behind,
    goes_on,
    is_made_of,
    is_of_another_verb,
    is_whole,
    kills,
    last_counted,
    may_stand_before,
    only_subject,
    that_number,
)
from raqqa_data.building.proposals.what.diseases import disease_of, of_disease
from raqqa_data.building.proposals.what.event_modifiers import (
    is_level,
    is_of_others,
    is_verb,
    is_with,
    turned,
)
from raqqa_data.building.proposals.what.event_words import (
    OF_PEOPLE,
    Befallen,
    Hit,
    described,
    fits,
    hits_of,
    is_of_people,
    itself,
    same,
)
from raqqa_data.building.proposals.words.affixes import stems
from raqqa_data.building.proposals.words.events_and_things import PEOPLE, Counted, Event, counted, event_of, listed
from raqqa_data.building.proposals.words.vocabulary import word_lists
from raqqa_data.reading.mention import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from raqqa_data.reading.mention import Mention

_NEAR = 8
_SITES = SETTLED | {"facility", "school", "hospital"}
_STATES = frozenset({"employed", "graduated", "participated", "enrolled", "treated", "in_need", "orphaned", "refugees"})
_SERVED = frozenset({"assisted", "treated", "trained"})
_LIVES = frozenset({"population", "employed", "capacity", "hosted"})
_ON_THE_MOVE = frozenset({"displaced", "returned", "evacuated", "arrived", "departed", "hosted"})
_RUNS = frozenset({"out_of_service", "operating", "damaged", "destroyed", "closed"})
_HURT = frozenset({"injured"})
_FAR = 12  # words before the only figure of a clause
_GOVERNS = 2  # words between an event and what it happens to
_WORDS = "clauses.toml"


class Befalling:
    """The events of the counted figures of a passage, which are asked in their order.

    Args:
        passage: The text.
        named: Its words that are in somebody's name, of which none is what happened.
    """

    def __init__(self, passage: Passage, named: AbstractSet[int]) -> None:
        self._passage = passage
        self._clauses = passage.clauses
        # طالب الأهالي بإصلاح، أفادت منظمة محلية بوفاة: of no name
        self._hits = [hit for hit in hits_of(passage) if hit.first not in named or is_with(passage.words[hit.first])]
        self._at = {hit.first: hit for hit in self._hits}
        self._opens = [*compress(count(), map(word_lists(_WORDS)["opens"].__contains__, passage.words))]
        self._counted: tuple[int, Counted] | None = None  # what was counted last, and where
        self._last: tuple[int, int, Befallen] | None = None  # the figure before: its words, and what befell it
        self._last_figure: Mention | None = None

    def of(self, figure: Mention, what: Counted | None, noun: int | None) -> Befallen | None:
        """What happened to those that a figure counts.

        Args:
            figure: The figure.
            what: What its words name; None where it is a number alone.
            noun: The counted noun's word.
        """
        passage, at = self._passage, self._passage.words_of(figure)[0]
        if self._last is not None and (whole := out_of(passage, at, what, self._last)):
            return whole  # so many there are of which something befell some, and the text may go on with these
        found = self._sought(figure, what, noun)
        found = None if found is None or is_of_others(passage, found, figure) else turned(passage, found, at)
        if what is not None and not is_made_of(passage, at):
            self._counted = (at, what)
        if found is not None:
            found = of_disease(passage, self._at, found)
            self._last, self._last_figure = (*passage.words_of(figure), found), figure
        return found

    def is_event(self, word: int) -> bool:
        """Whether a word tells what happened: 14 تعمل counts none of it."""
        return word in self._at

    def near(self, figure: Mention, what: Counted, noun: int | None) -> Befallen | None:
        """What happened to what a figure measures, of which the next figure is not."""
        found, at = self._sought(figure, what, noun), self._passage.words_of(figure)[0]
        return None if found is None else turned(self._passage, found, at)

    def governing(self, figure: Mention, what: Counted, noun: int) -> Befallen | None:
        """What happened to what no list has: only by a word right beside it."""
        passage = self._passage
        at, last = passage.words_of(figure)
        first, end = passage.sentence_of(at)
        hits = among(self._hits, self._opened(first, at), end)
        reach = max(noun, last)
        far = _GOVERNS if what is PEOPLE else 1
        before = [] if is_where(passage, at) else [hit for hit in reversed(hits) if at - _GOVERNS - 1 <= hit.last < at]
        if what is not PEOPLE:
            before = [hit for hit in before if only_subject(passage, hit.last + 1, at)]
        beside = [hit for hit in before if not is_level(passage, hit, at)] + [
            hit for hit in hits if reach < hit.first <= reach + far and not hit.begins
        ]
        if what is PEOPLE:
            said_of_things = word_lists(_WORDS)["things_too"]
            beside = [hit for hit in beside if said_of_things.isdisjoint(stems(passage.words[hit.first]))]
        found = self._first_that_fits([hit for hit in beside if not passage.is_apart(hit.first, at)], what, 0.7)
        if found is None or is_of_others(passage, found, figure):
            return None
        found = turned(passage, found, at)
        self._last, self._last_figure = (at, last, found), figure
        return found

    def of_heading(self, first: int, end: int, label: Counted | None = None) -> Befallen | None:
        """What befell whom, as a heading says it in few words (القتلى), or of what a label names (مدارس, المتضررة)."""
        words = self._passage.words
        hits = among(self._hits, first, end)
        named = ((at, what) for at in range(first, end) if (what := counted(words[at:end], by_noun=True)) is not None)
        noun, what = next(named, (end, None))
        if what is not None and what is not PEOPLE and what.subgroup is None:
            hits = [hit for hit in hits if hit.first != noun]  # الأسر: families, no captivity
        of_things = label is not None and (what is None or words[noun].endswith("ه"))
        if of_things and (found := self._first_that_fits([*hits], label, 0.7)) is not None:
            return found  # المتضررة: of schools, no woman
        own = event_of(words[noun]) if what is not None and what.id == PEOPLE.id else None
        if what is None or own is None:
            return self._first_that_fits([*hits], what or PEOPLE, 0.7) or itself(what, noun if noun < end else None)
        return attrs.evolve(self._own(own, what, noun, [], [hit for hit in hits if hit.first > noun]), strength=0.7)

    def _sought(self, figure: Mention, what: Counted | None, noun: int | None) -> Befallen | None:
        passage = self._passage
        at, last = self._words_of(figure, noun)
        first, end = passage.sentence_of(at)
        opened = self._opened(first, at)
        reach = last_counted(passage, last, noun, end)
        hits = among(self._hits, first, end)
        same_sentence = self._last is not None and self._last[0] >= first
        of_them = what is None and last + 1 < end and is_of_them(passage, last + 1)
        of_these = of_them or (at > first and is_among(passage.words[at - 1]))
        if what is None and of_these and is_of_an_amount(passage, at):
            return None  # تكلف 4 ملايين يورو، دفعت الوزارة 3 ملايين منها
        if of_them and same_sentence:
            assert self._last is not None  # noqa: S101
            what = self._of_them(figure, passage.words[last + 1], self._last)  # ووصلت 300 منها
            if passage.words[last + 1].endswith("هم") and what.id not in OF_PEOPLE:
                return None  # of others than were counted last
        alone = what is None and not of_these
        before = [hit for hit in among(hits, opened, at) if may_stand_before(passage, hit, at, alone=alone)]
        if figure.kind is Kind.CARDINAL and (said := self._by_count(hits, at, what)) is not None:
            return said
        # what another figure counts is its own: أجلي 60 مريضا و120 مرافقا, 20 جريحا و40 مسعفا
        before = [hit for hit in before if not passage.in_mention(hit.first) or self._may_go_on(hit, what, of_these)]
        if passage.words[max(first, at - 2) : at] == ["من", "بين"]:
            before = []  # فاز من بين 300 متسابق: of so many only some
        behind = events_behind(passage, hits, reach, end)
        if noun is not None and (said := self._by_noun(at, what, noun, before, behind)) is not None:
            return said
        if is_of_another_verb(passage, self._hits, at):
            told = that_number(passage, before, at)
            return self._first_that_fits(
                told or [hit for hit in behind[:1] if hit.first - reach <= _GOVERNS], what, 0.8
            )
        return self._by_words(figure, what, noun, before, behind)

    def _words_of(self, figure: Mention, noun: int | None) -> tuple[int, int]:
        """A figure's first word and its last, but for a verb that was read as what it counts: و20 عادت."""
        at, last = self._passage.words_of(figure)
        verb = noun is None and last > at and last in self._at
        return at, last - (verb and is_verb(self._passage.words[last]))

    def _may_go_on(self, hit: Hit, what: Counted | None, of_these: bool) -> bool:
        """Whether what is said of those whom another figure counts may be said of these."""
        told = self._last
        outdone = told is not None and told[0] <= hit.first <= told[1] and told[2].first != hit.first
        own = event_of(self._passage.words[hit.first])
        return what is not None and not outdone and (own is None or of_these)

    def _of_them(self, figure: Mention, word: str, last: tuple[int, int, Befallen]) -> Counted:
        """What "of them" takes up: what was counted last, or of things the last of which nothing befell."""
        if last[2].what.id == PEOPLE.id and self._last_figure and not may_hold(self._last_figure, figure):
            return PEOPLE  # 63 مدنيا، منهم 8 نساء، قضى 21 منهم
        things = self._counted is not None and self._counted[0] > last[0] and self._counted[1].id not in OF_PEOPLE
        return self._counted[1] if self._counted is not None and things and word.endswith("ها") else last[2].what

    def _by_count(self, hits: Sequence[Hit], at: int, what: Counted | None) -> Befallen | None:
        """What a count says by itself: the number of those, more than before."""
        said = number_of(self._passage, hits, at, what, self._last)
        if said is not None or what is not None or self._last is None:
            return said
        passage, last = self._passage, self._last
        return compared(passage, hits, at, last) or counted_again(passage, hits, at, last)

    def _by_noun(
        self, at: int, what: Counted | None, noun: int, before: list[Hit], behind: list[Hit]
    ) -> Befallen | None:
        """What a counted noun says by itself: the dead, a case, in so many areas."""
        word = self._passage.words[noun]
        own = event_of(word)
        if own is not None:
            return self._own(own, what or PEOPLE, noun, before, behind, at)
        if word in word_lists(_WORDS)["cases"]:
            return self._case(what or PEOPLE, noun, before, behind)
        if what is not None and what.unit in _SITES and is_where(self._passage, at):
            return stopped(self._passage, before, at, what) or concerned(
                self._passage, before or among(self._hits, *self._passage.sentence_of(noun)), at, what, noun, self._last
            )
        return None

    def _by_words(
        self, figure: Mention, what: Counted | None, noun: int | None, before: list[Hit], behind: list[Hit]
    ) -> Befallen | None:
        """What the event words say that stand before and behind a figure, from those right beside it on."""
        passage = self._passage
        at, last = self._words_of(figure, noun)
        first, end = passage.sentence_of(at)
        opened, reach = self._opened(first, at), last_counted(passage, last, noun, end)
        alike = self._last_figure is None or figure.noun is not None or may_hold(self._last_figure, figure)
        if self._last is not None and self._last[0] >= first and alike and is_among(passage.words[at - 1]):
            near = any(hit.first - reach <= _GOVERNS for hit in behind[:1]) or any(
                hit.last == at - 2 and not passage.is_apart(at - 2, at - 1) for hit in before
            )
            among_them = None if near else same(self._last[2], what)
            if among_them is not None:
                return among_them  # منهم 5 أطفال
        governs = [hit for hit in alternatives(passage, before, at)[:1] if at - before[-1].last <= _GOVERNS + 1]
        follows = [hit for hit in behind[:1] if hit.first - reach <= _GOVERNS and passage.words[hit.first - 1] != "من"]
        if at - opened <= 1 and opened > first and not (governs and governs[0].last == at - 1):
            return self._first_that_fits([*behind, *governs], what, 0.9) or itself(what, noun)
        adjacent = bool(follows) and follows[0].first == reach + 1 and bool(governs)
        of_before = adjacent and self._last is not None and first <= self._last[1] < governs[0].first
        if adjacent and (at - governs[0].last > _GOVERNS or (of_before and passage.words[at].startswith("و"))):
            governs = []  # 12 شخصا قتلوا و4 أصيبوا
        beside = [*governs, *follows]
        if adjacent and governs and governs[0].events[0].id == "existing" and follows[0].events[0].id in _RUNS:
            beside.reverse()  # عندنا 9 آبار خارج الخدمة
        found = self._first_that_fits(beside, what, 0.9) or itself(what, noun)
        if found is None:
            found = self._as_before(first, at, what)
            if found is None and self._is_coordinated(first, at):
                return None
        near = what is not None or (
            bool(before) and passage.commas_told(before[-1].last, at) <= 0 and not is_whole(passage, at)
        )
        if found is None and near and passage.words[at - 1] not in word_lists(_WORDS)["where"]:
            begin, _ = self._clauses.of(at)
            clause = max((hit.first for hit in before if hit.begins), default=max(opened, begin))
            before = [hit for hit in before if hit.first >= clause]
            found = self._first_that_fits([*alternatives(passage, before, at), *behind], what, 0.7)
        if found is None and what is not None and noun is not None:
            found = held(passage, opened, at, what) or there(passage, before, at, what, noun)
        return found

    def _is_coordinated(self, first: int, at: int) -> bool:
        """220 عاملا و35 آلية: whether a figure goes on with the one before it."""
        if self._last is None or self._last[0] < first:
            return False
        reach = self._last[1]
        return at - reach <= _GOVERNS + 1 and not among(self._hits, reach + 1, at)

    def _case(self, what: Counted, noun: int, before: list[Hit], behind: list[Hit]) -> Befallen | None:
        """حالتي وفاة: a case of what stands behind it, or of the disease that is spoken of."""
        beside = [hit for hit in behind if hit.first - noun <= _GOVERNS]
        found = self._first_that_fits(beside, what, 0.9)
        if found is not None and (found.event is None or found.event.id not in {"treated", "assisted"}):
            return found
        disease = disease_of(self._passage, self._at, noun)
        if disease is not None:
            return Befallen(disease.events[0], (), what, disease.first, disease.last, 0.8)
        governs = [hit for hit in before[-1:] if noun - hit.last <= _GOVERNS + 2]
        found = found or self._first_that_fits(governs, what, 0.7)
        if found is None and self._passage.words[noun] not in word_lists(_WORDS)["injuries"]:
            return Befallen(listed().events["cases"], (), what, noun, noun, 0.7)
        return found

    def _own(
        self, own: Event, what: Counted, noun: int, before: list[Hit], behind: list[Hit], at: int | None = None
    ) -> Befallen:
        """قتيلا: a noun that says it itself, unless a verb says more of it."""
        passage = self._passage
        counted = passage.figure_before(noun if at is None else at)
        if counted is not None and counted < passage.sentence_of(noun)[0]:
            counted = None
        for hit in (*reversed(before), *behind):
            alone = counted is None or counted + _GOVERNS < hit.first
            if passage.commas_told(hit.last, noun) == 0 and abs(hit.first - noun) <= (_FAR if alone else _NEAR):
                for event in hit.events:
                    of_them = alone or passage.words[noun - 1] == "من"  # بعد وفاة 7 من المصابين
                    if own.id in _HURT and event.id == "killed" and not (of_them and kills(passage, hit, noun)):
                        continue  # 12 قتيلا و30 جريحا; but توفي 3 مصابين
                    if event.id in own.outdone_by or (event.id == "capacity" and noun - hit.last <= _GOVERNS + 1):
                        return Befallen(event, hit.events, what, hit.first, hit.last, 0.9)
        governs = [hit for hit in before[-1:] if noun - hit.last <= _GOVERNS + 1 and own.id in _STATES]
        for hit in governs:
            done = next((one for one in hit.events if one.of_people and one.id not in _LIVES | {own.id}), None)
            if done is not None:
                return Befallen(done, hit.events, what, hit.first, hit.last, 0.8)
        return Befallen(own, (), what, noun, noun, 0.9)

    def _first_that_fits(self, hits: list[Hit], what: Counted | None, strength: float) -> Befallen | None:
        for hit in hits:
            for event in hit.events:
                named = described(self._passage, hit)
                counted = what or named or self._left_out(event, hit)
                if counted is None or not fits(event, counted) or is_of_people(self._passage, event, hit):
                    continue
                if named is not None and named.unit != counted.unit:
                    continue
                after = self._at.get(hit.last + 1) if event.outdone_by else None
                after = None if after is None or self._passage.is_apart(hit.last, after.first) else after
                if after is not None and after.events[0].id in event.outdone_by:
                    return Befallen(after.events[0], after.events, counted, after.first, after.last, strength)
                return Befallen(event, hit.events, counted, hit.first, hit.last, strength)
        return None

    def _left_out(self, event: Event, hit: Hit) -> Counted | None:
        """What a number alone counts: people, or for what happens to things the things that were counted before."""
        things = (
            self._last[2].what
            if self._last is not None and self._passage.sentence[self._last[0]] == self._passage.sentence[hit.first]
            else None
        )
        if event.of_people:
            both = len({one.of_people for one in hit.events}) > 1
            if both and self._things_before(hit) is not None:
                return None
            if (both and event.id in _SERVED) or self._passage.words[hit.first] in word_lists("wholes.toml")[
                "includes"
            ]:
                return None  # استلم 5, يشمل 40: of people or of things
            if things is not None and things.id in OF_PEOPLE and event.id in _ON_THE_MOVE:
                return attrs.evolve(things, subgroup=None)  # نزحت 500 عائلة، وعادت 300
            return None if both and things is not None and things.id not in OF_PEOPLE else PEOPLE
        return things or self._things_before(hit)

    def _things_before(self, hit: Hit) -> Counted | None:
        """من 88 بئرا تعمل 21: the things that a figure of the sentence counts of which nothing happened."""
        if self._counted is None or self._passage.sentence[self._counted[0]] != self._passage.sentence[hit.first]:
            return None
        return None if self._counted[1].id in OF_PEOPLE else self._counted[1]

    def _as_before(self, first: int, at: int, what: Counted | None) -> Befallen | None:
        """قتل 12 رجلا و4 نساء: the event of the figure before, where no other stands between."""
        if self._last is None or self._last[0] < first:
            return None
        start, reach, before = self._last
        if any(hit.first != before.first for hit in among(self._hits, reach + 1, at)):
            return None
        if not goes_on(self._passage, reach, at, of_people=before.what.id in OF_PEOPLE):
            return None
        of_these = is_among(self._passage.words[at - 1])
        noun = start <= before.first <= reach and event_of(self._passage.words[before.first]) is not None
        if noun and what not in {None, before.what} and not of_these:
            return None  # 22 جريحا و47 مسعفا
        return same(before, what)

    def _opened(self, first: int, at: int) -> int:
        """The first word of a figure's clause: behind the last "that", or the sentence's first."""
        opened = bisect_left(self._opens, at)
        return max(first, self._opens[opened - 1] + 1) if opened else first
