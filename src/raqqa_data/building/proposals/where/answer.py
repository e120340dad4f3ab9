"""Where: the nearest place of the figure's sentence, else the one that the sentences before it are about."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.passage.passage import Passage, among
from raqqa_data.building.proposals.passage.table_cells import HEADING
from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.building.proposals.when.dates_of_others import between
from raqqa_data.building.proposals.where.flights import is_of_harm_elsewhere, is_where_others_fled
from raqqa_data.building.proposals.where.name_context import acts_at_home, is_of_body_told
from raqqa_data.building.proposals.where.place_in_force import PlaceInForce
from raqqa_data.building.proposals.where.places_of_others import (
    PAIR,
    are_of_several,
    has_its_own,
    innermost_of,
    is_denied,
    is_joined,
    is_next,
    is_of_another,
    is_of_before,
    is_of_many,
    is_of_part,
    is_of_unknown,
    is_one_of_several,
    is_sickbed,
    is_told_on,
    is_where_it_happened,
)
from raqqa_data.building.proposals.where.prepositions import Lead
from raqqa_data.building.proposals.where.toponym import REGIONS, SETTLED
from raqqa_data.building.proposals.where.unlisted_without_kind import BARE
from raqqa_data.building.proposals.words.place_words import kind_word, lists_of, place_words
from raqqa_data.building.proposals.words.vocabulary import strength_of
from raqqa_data.reading.mention import Kind, Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raqqa_data.building.proposals.where.toponym import Toponym
    from raqqa_data.building.proposals.where.toponyms import Toponyms
    from raqqa_data.records.place import Place

_A_PARENTHESIS = 2  # commas
_CARRIED = 2  # words between "was taken" and how many
_NEXT = 4  # words between a figure and the next place of a row
_ROW = 8  # words between two parts
_ABOARD = frozenset({"متنه", "متنها"})
_SEVERAL = "each figure before has its own"


class Places:
    """Where the figures of a passage were counted.

    Args:
        passage: The text.
        toponyms: The places that it names.
    """

    def __init__(self, passage: Passage, toponyms: Toponyms) -> None:
        self._passage = passage
        self._toponyms = toponyms
        self._listed = passage.standing(lists_of)
        self._force = PlaceInForce(passage, toponyms)
        self.defined: dict[str, Place] = {toponym.place.id: toponym.place for toponym in toponyms.all}
        self._clauses = passage.clauses

    def proposals(self, figure: Mention) -> Iterator[Proposal]:
        """Where a figure was counted."""
        passage = self._passage
        at, last = passage.words_of(figure)
        first, end = passage.sentence_of(at)
        own, rule = self._its_own(figure, at, last, first)
        if own is not None:
            self.defined.setdefault(own.place.id, own.place)
            yield self._proposal(figure, own, rule)
            return
        if self.is_of_unknown(figure):
            return
        found, rule = self._in_sentence(figure, at, last, (first, end))
        if found is not None:
            if is_one_of_several(passage, found, self._toponyms.last_of_name):
                found = self._force.around_all(found, first, end)
            if found is not None:
                yield self._proposal(figure, found, rule)
            return
        if rule == _SEVERAL or between(passage, first, at, "other"):
            return
        found, rule = self._force.carried(figure, first, at)
        behind = among(self._toponyms.all, last + 1, self._clauses.of(at)[1])
        if any(acts_at_home(passage, toponym) for toponym in among(self._toponyms.all, first, at)):
            return
        if any(is_of_body_told(toponym, self._toponyms) for toponym in behind):
            return
        if found is not None and not is_of_harm_elsewhere(passage, at, last, found):
            yield self._proposal(figure, found, rule)

    def _its_own(self, figure: Mention, at: int, last: int, first: int) -> tuple[Toponym | None, str]:
        """The place whose name stands beside a figure, or within its words."""
        passage = self._passage
        beside = [toponym for toponym in among(self._toponyms.all, first, at) if toponym.last == at - 1]
        named = bool(beside) and (beside[0].lead is Lead.PLAIN or beside[0].clitic in {"و", "ف"})
        if named and beside[0].clitic and (passage.figure_before(at - 1) or 0) <= first:
            named = False  # قتلت قوات النظام وروسيا 90 مدنيا
        if beside and ("(" in passage.gaps[at] or (named and not passage.is_apart(at - 1, at))):
            return beside[0], "behind the place's name"
        if not beside and (next_one := self._in_row(at, first)) is not None:
            return next_one, "behind the place's name"
        if (behind := self._right_behind(figure, last)) is not None:
            return behind, "right behind it"
        return self._within(at, last), "in its clause"

    def is_of_unknown(self, figure: Mention) -> bool:
        """Whether a place of its own stands behind a figure that nobody knows: 4 منهم في الأخيرة."""
        _, last = self._passage.words_of(figure)
        return figure.noun is None and is_of_unknown(self._passage, last, self._toponyms.all)

    def _within(self, at: int, last: int) -> Toponym | None:
        """لم تتجاوز الوفيات في مدينة مراكش 17 حالة: the place that stands between the words of a figure."""
        words = self._passage.words
        for word in range(at + 1, last):
            kind = kind_word(words[word]) is not None
            if words[word - 1] == "في" and (toponym := self._toponyms.within_figure(word + kind)) is not None:
                return toponym
        return None

    def _in_row(self, at: int, first: int) -> Toponym | None:
        """في البقاع (344 ألفا) ثم الشمال (268 ألفا): the place that stands next in a row before its own figure."""
        passage = self._passage
        name, told = at - 1, "(" in passage.gaps[at]
        before = passage.figure_before(name)
        if before is None or before < max(first, name - _NEXT) or (passage.is_apart(name, at) and not told):
            return None
        if passage.words[name][0] not in "وف" and passage.words[name - 1] != "ثم":
            return None
        pair = any(
            passage.next_figure(toponym.last, toponym.last + PAIR) < before + 1
            for toponym in among(self._toponyms.all, first, before)
        )
        return self._toponyms.of_row(name, told=told) if pair else None

    def _right_behind(self, figure: Mention, last: int) -> Toponym | None:
        """30 ألفا من درنة، و3,000 من البيضاء: the place that a bare number of a row of parts has each for itself."""
        passage = self._passage
        if figure.kind is not Kind.CARDINAL or figure.unit is not None:
            return None
        at = last + 2
        if figure.noun is not None:
            at = passage.at(figure.noun.start)
        if passage.words[at - 1 : at] != ["من"] or at > last + 2 or at == len(passage.words):
            return None
        toponym = self._toponyms.within_figure(at)
        if toponym is None or not self._ends(toponym.last):
            return None
        first, _ = passage.sentence_of(at)
        before, behind = (
            passage.figure_before(passage.words_of(figure)[0]),
            passage.next_figure(at, toponym.last + _ROW),
        )
        return (
            toponym if behind < toponym.last + _ROW or (before is not None and before > max(first, at - _ROW)) else None
        )

    def _ends(self, word: int) -> bool:
        """Whether a mark, another figure or the end of the sentence stands behind a word."""
        _, end = self._passage.sentence_of(word)
        return word + 1 >= end or self._passage.is_apart(word, word + 1) or self._passage.in_mention(word + 1)

    def of_heading(self, figure: Mention, first: int, end: int) -> Proposal | None:
        """The place that is all that a heading or a label of a table says."""
        named = [toponym for toponym in among(self._toponyms.all, first, end) if toponym.last < end]
        if len(named) != 1 or named[0].last != end - 1:
            return None
        if any(kind_word(word) is None for word in self._passage.words[first : named[0].first]):
            return None
        return self._proposal(figure, named[0], HEADING)

    def of_cell(self, figure: Mention, first: int, end: int, kind: str) -> Proposal | None:
        """The place that a cell names, in a column whose heading is a word for such places."""
        toponym = self._toponyms.of_cell(first, end - 1, kind)
        if toponym is None:
            return None
        self.defined.setdefault(toponym.place.id, toponym.place)
        return self._proposal(figure, toponym, HEADING)

    def _in_sentence(
        self, figure: Mention, at: int, last: int, sentence: tuple[int, int]
    ) -> tuple[Toponym | None, str]:
        """The place of a figure in its sentence: first of its clause, then of the clauses before it, then behind it."""
        passage, (first, end) = self._passage, sentence
        begin, close = self._clauses.of(at)
        led = [
            toponym
            for toponym in among(self._force.led, first, end)
            if self._may_tell(figure, toponym)
            and not self._holds_too_many(figure, toponym)
            and not is_where_others_fled(passage, at, last, toponym)
        ]
        plain = [toponym for toponym in among(self._force.plain, first, end) if self._may_tell(figure, toponym)]
        for toponyms in (led, plain):
            found = self._nearest(toponyms, at, last, (begin, close))
            if found is not None:
                return found, "in its clause"
        if self._is_nowhere(figure, at, last, begin):
            return None, ""
        for toponyms in (led, plain):
            before = [toponym for toponym in toponyms if toponym.last < begin and not is_denied(passage, toponym)]
            if are_of_several(passage, before, first):
                return None, _SEVERAL
            before = [
                toponym
                for toponym in before
                if not is_of_another(passage, toponym)
                and (self._goes_on_from(toponym, first) or self._is_aboard(toponym, at))
            ]
            if before:
                return innermost_of(before), "in a clause before"
        behind = next(
            (toponym for toponym in led if toponym.first > last and not is_of_part(passage, last, toponym)), None
        )
        if behind is not None and is_where_it_happened(passage, last, behind):
            return behind, "where what is told of happened"
        said = self._nearest(among(self._force.beside, first, end), at, last, (first, end))
        return said, "where it is said"

    def _goes_on_from(self, toponym: Toponym, first: int) -> bool:
        """Whether a place tells of clauses behind its own: none from which something came, but for those counted."""
        counted = self._passage.figure_before(toponym.first)
        return (
            toponym.lead is not Lead.FROM
            or toponym.first - first <= 1
            or (counted is not None and toponym.first - counted <= PAIR)
        )

    def _is_nowhere(self, figure: Mention, at: int, last: int, begin: int) -> bool:
        """Whether a figure is of no place of the clauses before it: other centres, days for which bread is enough."""
        passage, (_, close) = self._passage, self._clauses.of(at)
        lasts = figure.kind is Kind.DURATION and self._listed.any("enough", begin, at)
        return (
            lasts
            or self._is_next_unknown(begin, at)
            or any(self._sets_out(toponym, begin) for toponym in among(self._force.led, begin, at))
            or self._force.is_of_country(begin, close)
            or (is_of_many(passage, last) and between(passage, last + 1, last + 2, "other"))
        )

    def _is_next_unknown(self, begin: int, at: int) -> bool:
        """تلتها محطة بدرة بـ52 ملم, وبلغت في العاصمة 20 ملم: whether a clause names a place that nobody knows."""
        words = self._passage.words
        if any(words[word] != "ثم" for word in self._listed.each("next", begin, at)):
            return True
        words = words[begin:at]
        return "العاصمه" in words and any(one in {"في", "وفي"} and other == "العاصمه" for one, other in pairwise(words))

    def _sets_out(self, toponym: Toponym, begin: int) -> bool:
        """وتحركت من سبها قافلة من 17 شاحنة: whether what a clause counts comes from a place."""
        opens = toponym.first - begin <= 1 + bool(toponym.called)
        return toponym.lead is Lead.FROM and (opens or self._listed.any("departures", begin, toponym.first))

    def _nearest(self, toponyms: Sequence[Toponym], at: int, last: int, clause: tuple[int, int]) -> Toponym | None:
        """The place of a figure's clause: right before it, else the next behind it, else the last before it."""
        passage = self._passage
        begin, close = clause
        before = [toponym for toponym in toponyms if begin <= toponym.first and toponym.last < at]
        beside = before and before[-1].last == at - 1 and not passage.is_apart(at - 1, at)
        if beside and not passage.words[at].startswith("و"):
            return innermost_of(before)
        next_figure = passage.next_figure(last, close)
        behind = [
            toponym
            for toponym in toponyms
            if last < toponym.first < close
            and self._is_near(last, toponym.first, next_figure)
            and not is_of_part(self._passage, last, toponym)
            and not is_joined(self._passage, last, toponym)
            and not self._is_of_saying(last, toponym.first)
            and not is_next(self._passage, last, toponym)
            and not has_its_own(self._passage, last, toponym)
            and not is_told_on(self._passage, last, toponym.first)
            and (toponym.first < next_figure or not (self._is_reached(toponym) or self._is_compared(last, next_figure)))
        ]
        if behind and (behind[0].first < next_figure or not before):
            return behind[0]
        return innermost_of(before) if before else None

    def _is_reached(self, toponym: Toponym) -> bool:
        """أحرقت 40 منزلا وفر 2000 شخص إلى تشاد: whether somebody goes to a place."""
        return toponym.lead is Lead.TOWARDS and "الي" in self._passage.words[max(toponym.first - 2, 0) : toponym.first]

    def _is_compared(self, last: int, figure: int) -> bool:
        """7500 ريال مقابل 4500 في عدن: whether the next figure only stands against one."""
        return self._listed.any("against", last + 1, figure)

    def _is_of_saying(self, last: int, word: int) -> bool:
        """Whether somebody says something between a figure and a place, but for what is only inserted."""
        passage = self._passage
        begin = last + 1
        for first, end in passage.inserted(last, word):
            if between(passage, begin, first, "saying"):
                return True
            begin = end
        return between(passage, begin, word, "saying")

    def _is_near(self, last: int, word: int, next_figure: int) -> bool:
        """Whether no more stands before a place than belongs to the figure: its parts between two commas."""
        passage = self._passage
        dates = (passage.words_of(date) for date in passage.dates_from(last + 1, word))
        # كانون الأول/ديسمبر
        commas = passage.commas_told(last, word) - sum(passage.commas(*both) for both in dates)
        parts = self._listed.any("parts_of", last + 1, word)
        figure = passage.figure_before(word)
        closed = figure is None or figure <= last or passage.is_apart(figure, word)
        return commas <= (word < next_figure) or (parts and closed and commas == _A_PARENTHESIS)

    def of_event(self, noun: int, date: Mention) -> Proposal | None:
        """Where the event of a noun and a date was: between the two, else where a figure would be that stood there."""
        low, high = sorted((noun, self._passage.words_of(date)[0]))
        inside = among(self._force.led, low + 1, high)
        if inside:
            return self._proposal(date, innermost_of(inside), "between the event and its date")
        return next(self.proposals(date), None)

    def _may_tell(self, figure: Mention, toponym: Toponym) -> bool:
        """Whether a place may be a figure's: none from which something comes, none of only a part of it."""
        passage, lists = self._passage, place_words()
        at, last = passage.words_of(figure)
        if is_sickbed(self._passage, toponym):
            # seven of the injured were taken to the hospital
            begin = max(self._passage.clauses.of(at)[0], at - _CARRIED)
            return toponym.first > at and self._listed.any("carried", begin, at)
        if toponym.first < at:
            return not self._is_exported(at, toponym) and (toponym.lead is not Lead.FROM or self._is_left(toponym, at))
        between = passage.words[last + 1 : toponym.first]
        if not between:
            return True
        # so many kilometres from one place to another
        goes_to = any(
            other.clitic.endswith("ل") for other in among(self._toponyms.all, toponym.last + 1, toponym.last + 2)
        )
        ways = (goes_to or "الي" in {passage.word_behind(toponym.last), between[-1]}) and (
            toponym.lead is Lead.FROM or "من" in between
        )
        ways = ways and figure.unit is not None and figure.unit.endswith("meter")
        charged = self._listed.any("charges", last + 1, toponym.first)
        if ways or charged or lists["of_part"].intersection(between) or is_of_before(passage, last, toponym):
            return False
        if toponym.lead is not Lead.FROM:
            return not self._is_exported(at, toponym)
        first, _ = passage.sentence_of(at)
        arrives = self._listed.any("arrivals", first, toponym.first)
        other = passage.next_figure(last, toponym.first) < toponym.first
        bought = self._listed.any("imports", passage.clauses.of(at)[0], toponym.first)
        return not (arrives or other or bought or passage.is_apart(last, toponym.first))

    def _is_exported(self, at: int, toponym: Toponym) -> bool:
        """Whether what a clause counts goes to a place from elsewhere."""
        begin, _ = self._clauses.of(at)
        return toponym.lead is Lead.TOWARDS and self._listed.any("exports", begin, toponym.first)

    def _holds_too_many(self, figure: Mention, toponym: Toponym) -> bool:
        """تضرر 40 شخصا في 11 إقليما: whether what is counted are provinces, and a place is a town, that has none."""
        noun = self._passage.words[self._passage.at(figure.noun.start)] if figure.noun else ""
        kinds = place_words().kinds
        return toponym.place.kind in SETTLED and kinds.get(noun, kinds.get(noun.removesuffix("ا"))) in REGIONS

    def _is_aboard(self, toponym: Toponym, at: int) -> bool:
        """انطلق من صفاقس وعلى متنه 43 شخصا: whether those of a figure are on what set out from a place."""
        return toponym.lead is Lead.FROM and not _ABOARD.isdisjoint(self._passage.words[toponym.last + 1 : at])

    def _is_left(self, toponym: Toponym, at: int) -> bool:
        """Whether those of a figure come from a place, or its sentence opens with it."""
        passage = self._passage
        first, _ = passage.sentence_of(toponym.first)
        if toponym.first - first <= 1 or self._is_aboard(toponym, at):
            return True
        before = passage.figure_before(toponym.first)
        if before is None or before < first or passage.is_apart(before, toponym.first):
            return False
        if self._listed.any("arrivals", first, toponym.first):
            return False  # وصل 56 منقذا من إسبانيا برفقة 4 كلاب
        # most of them from Sudan
        return not any(self._listed.any(key, before + 1, toponym.first) for key in ("portions", "parts_of"))

    def _proposal(self, figure: Mention, toponym: Toponym, rule: str) -> Proposal:
        return Proposal(
            figure=Span(figure.start, figure.end, figure.text),
            question=Question.WHERE,
            answer=toponym.place.id,
            evidence=self._toponyms.printed(toponym),
            rule=rule,
            strength=strength_of(rule) * (strength_of(BARE) if toponym.place.id in self._toponyms.bare else 1),
        )
