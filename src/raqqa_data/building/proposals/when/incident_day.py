"""The day of the incident that a lead tells, and which figures behind it are of whom or what it harmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.passage.passage import Passage, among
from raqqa_data.building.proposals.when.dated_events import event_kind, goes_on, is_beside, nouns
from raqqa_data.building.proposals.when.dates_of_others import between, lists_of_when
from raqqa_data.building.proposals.when.period_length import days_of, is_day_or_night, is_within
from raqqa_data.building.proposals.words.affixes import bare, stems
from raqqa_data.building.proposals.words.events_and_things import counted
from raqqa_data.building.proposals.words.vocabulary import word_lists

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from raqqa_data.building.proposals.what.event_words import Befallen
    from raqqa_data.building.proposals.when.stated_periods import Stated
    from raqqa_data.reading.mention import Mention

_WORDS = "when.toml"
_OPENING_LINES = 2
_LATELY = 5  # paragraphs behind an incident that tell of it
_EVENT = 6  # words before the day of an event
_NEAR = 4  # words
_LASTS = 3  # days of an incident that goes on
_MORE = 4  # times as many as the lead tells are those of a longer time
_LATER = frozenset({"arrested", "kidnapped"})  # not by the incident itself
# what is done for those whom it harms
_ANSWERED = frozenset({"participated", "treated", "displaced", "evacuated", "seized", "stolen"})
_IN = frozenset({"في", "وفي"})
_SINCE = frozenset({"منذ", "ومنذ"})
HARM = frozenset(
    ("killed", "injured", "missing", "drowned", "rescued", "destroyed", "damaged", "burned", "kidnapped", "arrested")
)
"""What an incident does to people and things."""


class Incident:
    """The incident that a lead tells.

    Args:
        passage: The text.
        stated: Its dates.
        befallen: What befell those that figures count, by where these start; it grows with the text.
        opening: The dates of the first lines.

    Attributes:
        day: Its day; None where the lead tells of none.
    """

    def __init__(
        self,
        passage: Passage,
        stated: Sequence[Stated],
        befallen: Mapping[int, Befallen],
        opening: Sequence[Stated],
    ) -> None:
        self._passage = passage
        self._stated = stated
        self._befallen = befallen
        self.day: Stated | None = self._of_lead(opening)
        self._toll: dict[str, float] | None = None  # when first asked, as what befell them is told by then
        told = 0 if self.day is None else passage.sentence_of(self.day.first)[1]
        self._kinds = {kind for kind in map(event_kind, passage.words[:told]) if kind is not None}
        self._is_wide = bool(self._kinds) and self._kinds <= nouns().wide

    def _of_lead(self, opening: Sequence[Stated]) -> Stated | None:
        """The one day that the headline and the lead state, where the lead tells of an incident."""
        passage = self._passage
        days = [one for one in opening if passage.sentence[one.first] - passage.sentence[0] <= _OPENING_LINES]
        days = [one for one in days if not one.is_end and not any(_is_wider(one, day) for day in days)]
        if len({day.period for day in days}) > 1:
            days = [one for one in days if names_event(passage, max(one.first - _EVENT, 0), one.first)]
        one = days[0] if len({day.period for day in days}) == 1 else None
        if one is None or not (is_day_or_night(one.period) or 0 < days_of(one.period) <= _LASTS):
            return None
        first, end = passage.sentence_of(one.first)
        later = (
            word
            for word in passage.standing(lists_of_when).each("reckoned", one.last + 1, end)
            if between(passage, word + 1, word + 2, "hours")  # بعد ساعات على يوم دام
        )
        return one if names_event(passage, first, next(later, end)) else None

    def harmed(self, figure: Mention, first: int, end: int) -> bool:
        """Whether a figure tells whom or what the incident of the lead harmed."""
        passage, incident = self._passage, self.day
        if incident is None:
            return False
        begins, _ = passage.sentence_of(incident.first)
        told = self._befallen.get(figure.start)
        harmed = told is not None and told.event is not None and told.event.id in HARM | _ANSWERED
        at, last = passage.words_of(figure)
        near = range(max(first, at - _NEAR), min(last + 2, end))
        people = figure.noun is None or is_of_people(passage, figure)
        harmed = harmed or (told is None and people and any(self._is_of_victims(word) for word in near))
        harmed = harmed or any(
            self._takes_up_event(word) or self._is_object(word) or (people and self._is_of_victims(word))
            for word in range(first, at)
        )
        if not harmed or passage.paragraph[first] - passage.paragraph[begins] > _LATELY:
            return False
        if first <= begins:
            return first == 0 and first < begins
        others = [
            one
            for one in among(self._stated, 0, first)
            if one.period != incident.period
            and not one.is_end
            and not (_is_wider(one, incident) and passage.sentence[one.first] == passage.sentence[begins])
        ]
        rates = between(passage, first, end, "rates") or between(passage, first, end, "states")
        if others or rates or self._is_elsewhere(first, end):
            return False
        taken_up = any(self._takes_up(word) or self._is_object(word) for word in range(first, end))
        told_on = goes_on(passage.words[first]) or (
            between(passage, first, first + 1, "saying") and self._is_of_lead_toll(figure, first, end)
        )
        told_on = told_on or self._is_rival(first) or (self._is_wide and passage.words[first] in _IN)
        return taken_up or told_on or (passage.words[first].startswith("و") and self._adds(figure, first, end))

    def _adds(self, figure: Mention, first: int, end: int) -> bool:
        """قتل 12. ونجا 31: whether what stands behind "and" is of the lead, which tells whom it harmed."""
        alike = self._is_of_lead_toll(figure, first, end)
        kinds = (event_kind(word) for word in self._passage.words[first:end])
        return alike and bool(self._toll) and all(kind is None or kind in self._kinds for kind in kinds)

    def _is_of_lead_toll(self, figure: Mention, first: int, end: int) -> bool:
        """وقالت الشرطة إن 14 متجرا احترقت: whether what is told may be of the lead, or is of more."""
        told, words = self._befallen.get(figure.start), self._passage.words
        event = None if told is None or told.event is None else told.event.id
        if self._toll is None:
            self._toll = self._of_lead_figures()
        most = self._toll.get(event or "")
        if event in _LATER or (most is not None and (figure.value or 0) > _MORE * most):
            return False
        return not any(self._names_another(words[word]) for word in range(first + 1, end))

    def _names_another(self, word: str) -> bool:
        """قتل 5 في عملية, في كمين: whether a word without an article names an event that the lead does not."""
        kind = event_kind(word)
        if any(form.startswith("ال") for form in stems(word)):
            return False
        other = kind is not None and kind not in self._kinds
        return other or any(f"ال{form}" in nouns().again for form in stems(word))

    def _of_lead_figures(self) -> dict[str, float]:
        """What befell how many in the title and the lead, at most."""
        passage, most = self._passage, dict[str, float]()
        end = 0 if self.day is None else passage.sentence_of(self.day.first)[1]
        for figure in passage.figures:
            if passage.words_of(figure)[0] >= end:
                break
            told = self._befallen.get(figure.start)
            if told is not None and told.event is not None and figure.value is not None:
                most[told.event.id] = max(figure.value, most.get(told.event.id, 0))
        return most

    def _is_elsewhere(self, first: int, end: int) -> bool:
        """Whether a sentence tells of another event, or its paragraph of another place where the lead's was not."""
        passage = self._passage
        opened = {passage.words[first], passage.words[passage.paragraph_of(first)]}
        if not opened.isdisjoint(_SINCE) or (not self._is_wide and not opened.isdisjoint(_IN)):
            return True
        return any(
            between(passage, word, word + 1, "apart") and self._is_of_its_own(word - 1)
            for word in range(first + 1, end)
        )

    def _is_of_its_own(self, word: int) -> bool:
        """Whether "another" behind a word is another event, matter or place: منازل أخرى are of the same."""
        return names_event(self._passage, word, word + 1) or between(self._passage, word, word + 1, "matters")

    def _takes_up(self, word: int) -> bool:
        """Whether a word is for the event, its victims or its toll."""
        return self._takes_up_event(word) or self._is_of_victims(word)

    def _takes_up_event(self, word: int) -> bool:
        if word and is_beside(self._passage.words[word - 1]):
            return False  # built after the quake
        text = self._passage.words[word]
        kind = event_kind(text) if any(form.startswith("ال") for form in stems(text)) else None
        # a fire is no explosion, but may be the accident
        alike = kind in self._kinds or kind == "accident" or not self._kinds
        return kind is not None and alike

    def _is_object(self, word: int) -> bool:
        """المركب: whether a word takes up the vehicle or the building that the lead tells of."""
        incident = self.day
        forms = {bare(form) for form in stems(self._passage.words[word]) if form.startswith("ال")}
        things = forms & word_lists(_WORDS)["struck"]
        if not things or incident is None:
            return False
        first, end = self._passage.sentence_of(incident.first)
        return any(
            not things.isdisjoint((form.removesuffix("هم").removesuffix("ها").removesuffix("ه"), form))
            for other in self._passage.words[first:end]
            for form in map(bare, stems(other))
        )

    def _is_rival(self, first: int) -> bool:
        """غير أن الوزارة قالت, من جهته: whether a sentence opens with what another tells of the same."""
        passage = self._passage
        words = passage.words[first : first + 2]
        return any(" ".join(words).startswith(opening) for opening in word_lists(_WORDS)["rival"])

    def _is_of_victims(self, word: int) -> bool:
        return not word_lists(_WORDS)["victims"].isdisjoint(stems(self._passage.words[word]))


def names_event(passage: Passage, first: int, end: int) -> bool:
    """Whether a word from one on and before another is for an incident."""
    verbs = word_lists(_WORDS)["incidents"]
    return any(
        event_kind(word) is not None or any(form.removesuffix("ه").removesuffix("ها") in verbs for form in stems(word))
        for word in passage.words[first:end]
    )


def is_of_people(passage: Passage, figure: Mention) -> bool:
    """Whether a figure's noun is for people."""
    noun = None if figure.noun is None else counted([passage.words[passage.at(figure.noun.start)]], by_noun=True)
    return noun is not None and noun.unit == "person"


def _is_wider(date: Stated, day: Stated) -> bool:
    """في أسوأ حوادث هذا العام: whether a date only tells in what time a day lies."""
    return not date.goes_on and date.period != day.period and is_within(day.period, date.period)
