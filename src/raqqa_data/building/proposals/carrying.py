"""The dates of figures whose sentence states none: of a report, of a heading, of an incident, or the last one told."""

# ruff: noqa: PLR0911 - what rules a date out is told early

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.building.proposals.counted import counted
from raqqa_data.building.proposals.dates_of_others import between
from raqqa_data.building.proposals.happenings import event_kind, goes_on, is_beside
from raqqa_data.building.proposals.lengths import days_of, is_day_or_night, is_within
from raqqa_data.building.proposals.listing import word_lists
from raqqa_data.building.proposals.passage import Passage, among, bare, stems
from raqqa_data.reading.mention import Kind, Mention
from raqqa_data.records.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raqqa_data.building.proposals.dating import Stated
    from raqqa_data.building.proposals.hits import Befallen

OF_INCIDENT = "the day of the incident"
"""The rule by which a figure has the day of the incident that the lead tells."""
_WORDS = "when.toml"
_OPENING_LINES = 2
_TITLES = 40  # words
_COMPARED = 6  # words before a date, of which it tells that it is another's
_HEADING = 12  # words of a line with a date
_A_WEEK = 6  # days
_LATELY = 5  # paragraphs behind an incident that tell of it
_EVENT = 6  # words before the day of an event
_DAY = 10  # characters of a day
_YEAR = 4  # digits of a year
_NEAR = 4  # words
_MONTH = 27  # days
_REPORTED_AFTER = 400  # days between the end of a period and its report
_MEASURED = frozenset({Kind.PERCENT, Kind.MONEY, Kind.MEASURE})
HARM = frozenset(
    ("killed", "injured", "missing", "drowned", "rescued", "destroyed", "damaged", "burned", "kidnapped", "arrested")
)
"""What an incident does to people and things."""


class Carrying:
    """The dates that go on over a passage.

    Args:
        passage: The text.
        stated: Its dates.
        befallen: What befell those that figures count, by where these start; it grows with the text.
        published: When it was published.
    """

    def __init__(
        self, passage: Passage, stated: list[Stated], befallen: Mapping[int, Befallen], published: Period | None
    ) -> None:
        self._passage = passage
        self._befallen = befallen
        self._today = None if published is None else published.latest
        self.stated: list[Stated] = stated
        if published is not None and (until := self._as_of()) is not None:
            self.stated = [_until(one, published, until) for one in stated]
        self.stated = [*self._of_this_week()]
        self._report = self._of_report(published)
        # the first date that is of another period
        self._others = next(
            (
                one.first
                for one in self.stated
                if not self.is_compared(one)
                and (self._report is None or not is_within(one.period, self._report.period))
            ),
            len(passage.words),
        )
        self._headings = self._of_heading()
        self._incident = self._of_incident()
        told = 0 if self._incident is None else passage.sentence_of(self._incident.first)[1]
        self._kinds = {kind for kind in map(event_kind, passage.words[:told]) if kind is not None}

    def of(self, figure: Mention, at: int, first: int, end: int) -> tuple[Stated | None, str]:
        """The date of a figure whose sentence states none."""
        passage = self._passage
        if (covered := self._of_same_period(first, end)) is not None:
            return covered, "the same period"
        if self._is_of_named_event(first, end):
            return None, ""
        if self._report is not None and self._is_of_report(first) and self._is_reported(figure):
            return self._report, "the period of the report"
        if figure.kind is not Kind.CARDINAL:
            return None, ""
        if (heading := self._under_heading(at)) is not None:
            return heading, "the date of the heading"
        if self._is_of_incident(figure, first, end):
            return self._incident, OF_INCIDENT
        earlier = among(self.stated, self._begins(at), first)
        # which of several goes on, nothing says
        last_told = {
            one.period for one in earlier if passage.sentence[one.first] == passage.sentence[earlier[-1].first]
        }
        known = self._befallen.get(figure.start) is not None or (figure.noun is None and at == first)
        known = known or self._is_of_people(figure)
        if len(last_told) == 1 and known and self._goes_on(earlier[-1], first, end):
            return earlier[-1], "the date in force"
        return None, ""

    def _is_of_report(self, first: int) -> bool:
        """Whether a sentence is told for the time of the report: no day of it is told before in the paragraph."""
        report = self._report
        if report is None or not report.first < first <= self._others:
            return False
        here = among(self.stated, self._passage.paragraph_of(first), first)
        return all(one.period == report.period or self.is_compared(one) for one in here)

    def _is_of_named_event(self, first: int, end: int) -> bool:
        """وقتل في الاحتجاجات نفسها عشرة: whether a sentence takes up an event, which has its own date."""
        words, lists = self._passage.words, word_lists(_WORDS)
        return any(
            words[word] in lists["the_same"]
            and words[word - 1].startswith("ال")
            and (words[word - 1] in lists["occasions"] or event_kind(words[word - 1]) is not None)
            for word in range(first + 1, end)
        )

    def _is_reported(self, figure: Mention) -> bool:
        """Whether a report of a month or longer tells of a figure: of what is measured only one that opens with it."""
        if figure.kind is Kind.CARDINAL:
            return True
        report = self._report
        opens = report is not None and self._passage.paragraph[report.first] == self._passage.paragraph[0]
        if figure.kind not in _MEASURED or report is None or not opens:
            return False
        return days_of(report.period) >= _MONTH or self._is_of_bulletin(report)

    def _is_of_bulletin(self, date: Stated) -> bool:
        """أسعار الصرف ليوم الأحد 5 أيار: whether a heading tells of which day all is that stands under it."""
        passage = self._passage
        first, end = passage.sentence_of(date.first)
        heading = passage.paragraph[first] == passage.paragraph[0] and passage.next_figure(first - 1, end) == end
        alone = end == len(passage.words) or passage.paragraph[end] != passage.paragraph[first]
        return heading and alone and len(date.period.edtf) == _DAY and between(passage, first, end, "bulletins")

    def _of_same_period(self, first: int, end: int) -> Stated | None:
        """خلال الفترة نفسها, خلال الفترة المشمولة بالتقرير: the last that was told, or that of the report."""
        passage, lists = self._passage, word_lists(_WORDS)
        for at in range(first + 1, end):
            word = passage.words[at]
            if lists["periods"].isdisjoint(stems(word)):
                continue
            behind = passage.words[at + 1 : at + 1 + _NEAR]
            before = passage.words[at - 1]
            if not lists["covered"].isdisjoint(word for one in behind[:2] for word in stems(one)):
                long = [one for one in self._opening() if days_of(one.period) >= _A_WEEK and not one.goes_on]
                return long[0] if len({one.period for one in long}) == 1 else None
            same = before in lists["same_one"] or (behind[:1] != [] and behind[0] in lists["the_same"])
            led = {before, passage.words[max(at - 2, 0)]}.isdisjoint({"خلال", "في", "وخلال", "وفي"})
            earlier = [one for one in among(self.stated, 0, first) if days_of(one.period)]  # a day is no period
            if same and not led and "من" not in behind[:2] and earlier and not self.is_compared(earlier[-1]):
                return earlier[-1]
        return None

    def _opening(self) -> list[Stated]:
        passage = self._passage
        return [one for one in self.stated if passage.paragraph[one.first] - passage.paragraph[0] <= 1]

    def _of_this_week(self) -> Iterator[Stated]:
        """هذا الأسبوع, in a bulletin (9 - 15 أيلول): the week of which it tells, not that in which it came out."""
        spans = [one for one in self._opening() if "/" in one.period.edtf and not one.is_end and not one.goes_on]
        head = spans[0] if spans else None
        for one in self.stated:
            this = one.date.text.partition(" ")[0] in {"هذا", "وهذا"} and one.date.text.endswith("الأسبوع")
            told = head is not None and one.first > head.first and days_of(head.period) == days_of(one.period)
            yield one._replace(period=head.period) if this and told and head is not None else one

    def _under_titles(self) -> list[Stated]:
        """The months of the first line with a figure, where titles stand above it."""
        passage = self._passage
        if not self.stated:
            return []
        first = min((passage.words_of(figure)[0] for figure in passage.figures), default=0)
        line = passage.paragraph[first] if first < _TITLES else passage.paragraph[0]
        here = (one for one in self.stated if passage.paragraph[one.first] == line)
        return [one for one in here if days_of(one.period) >= _MONTH]

    def _of_incident(self) -> Stated | None:
        """The one day that the headline and the lead state, where the lead tells of an incident."""
        passage = self._passage
        days = [one for one in self._opening() if passage.sentence[one.first] - passage.sentence[0] <= _OPENING_LINES]
        if len({day.period for day in days}) > 1:
            days = [one for one in days if self._names_event(max(one.first - _EVENT, 0), one.first)]
        one = days[0] if len({day.period for day in days}) == 1 else None
        if one is None or not is_day_or_night(one.period) or one.is_end or one.goes_on:
            return None
        return one if self._names_event(*passage.sentence_of(one.first)) else None

    def _names_event(self, first: int, end: int) -> bool:
        """Whether a word from one on and before another is for an incident."""
        verbs = word_lists(_WORDS)["incidents"]
        return any(
            event_kind(word) is not None
            or any(form.removesuffix("ه").removesuffix("ها") in verbs for form in stems(word))
            for word in self._passage.words[first:end]
        )

    def _is_of_incident(self, figure: Mention, first: int, end: int) -> bool:
        """Whether a figure tells whom or what the incident of the lead harmed."""
        passage, incident = self._passage, self._incident
        if incident is None:
            return False
        begins, _ = passage.sentence_of(incident.first)
        told = self._befallen.get(figure.start)
        harmed = told is not None and told.event is not None and told.event.id in HARM
        at, last = passage.words_of(figure)
        near = range(max(first, at - _NEAR), min(last + 2, end))
        people = figure.noun is None or self._is_of_people(figure)
        harmed = harmed or (told is None and people and any(self._is_of_victims(word) for word in near))
        begin, _ = passage.clauses.of(at)
        harmed = harmed or any(
            self._takes_up_event(word) or self._is_object(word) for word in range(begin, min(begin + _NEAR, at))
        )
        if not harmed or passage.paragraph[first] - passage.paragraph[begins] > _LATELY:
            return False
        if first < begins:
            return first == 0
        others = [one for one in among(self.stated, 0, first) if one.period != incident.period]
        opens = passage.words[first] in {"في", "وفي", "منذ", "ومنذ"}
        elsewhere = any(
            between(passage, word, word + 1, "apart") and self._is_of_its_own(word - 1)
            for word in range(first + 1, end)
        )
        elsewhere = elsewhere or between(passage, first, end, "rates")
        if others or opens or between(passage, first, end, "states") or elsewhere:
            return False
        words = range(first, end)
        taken_up = any(self._takes_up(word) or self._is_object(word) for word in words)
        return taken_up or goes_on(passage.words[first]) or self._is_rival(first)

    def _is_of_its_own(self, word: int) -> bool:
        """Whether "another" behind a word is another event, matter or place: منازل أخرى are of the same."""
        return self._names_event(word, word + 1) or between(self._passage, word, word + 1, "matters")

    def _is_of_people(self, figure: Mention) -> bool:
        """Whether a figure's noun is for people."""
        passage = self._passage
        noun = None if figure.noun is None else counted([passage.words[passage.at(figure.noun.start)]], by_noun=True)
        return noun is not None and noun.unit == "person"

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
        incident = self._incident
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

    def _goes_on(self, date: Stated, first: int, end: int) -> bool:
        """Whether a date is still in force: it is no first one, and no span goes on until today."""
        passage = self._passage
        begins, _ = passage.sentence_of(date.first)
        other = between(passage, begins, date.first, "most") or between(passage, first, end, "of_report")
        other = other or between(passage, first, end, "now") or not self._tells(date)
        other = other or passage.words[first] in {"في", "وفي"} or not self._is_short_past(date.period)
        return not (other or self.is_compared(date) or date.is_end or date.goes_on)

    def _is_short_past(self, period: Period) -> bool:
        """Whether a period may be that of what is told next: no day to come, and no year, of which much is told."""
        to_come = self._today is not None and period.latest is not None and period.latest > self._today
        return not (to_come and len(period.edtf) == _DAY) and len(period.edtf.partition("/")[0]) > _YEAR

    def _tells(self, date: Stated) -> bool:
        """Whether what is dated is told on: no clause behind another, that only says that it rained yesterday."""
        begin, close = self._passage.clauses.of(date.first)
        first, _ = self._passage.sentence_of(date.first)
        return begin == first or self._passage.next_figure(begin - 1, close) < close or self._names_event(begin, close)

    def is_compared(self, date: Stated) -> bool:
        """Whether only what something is compared with has a date: against 112 in January."""
        if date.compared:
            return True
        passage = self._passage
        begins, _ = passage.sentence_of(date.first)
        first = max(begins, date.first - _COMPARED)
        what = (at for at in range(first, date.first) if passage.words[at] in {"ما", "عما", "مما"})
        if any(between(passage, at + 1, at + 2, "had") for at in what):
            return True  # ضعف ما سجل في 2024
        was = any(passage.words[at] == "من" and passage.in_mention(at + 1) for at in range(first, date.first))
        if was and passage.word_behind(date.last) == "الي":
            return True  # من 70 ألفا قبل سنة إلى 38
        if "عن" in passage.words[date.first - 2 : date.first] and begins + 1 < date.first:
            first = max(begins, date.first - 2 * _COMPARED)  # بتراجع قدره 9 في المئة عن ذروة كانون الثاني
        return between(passage, first, date.first, "changed") or self._is_held_against(first, date.first)

    def _is_held_against(self, first: int, date: int) -> bool:
        """Whether a word that compares stands before a date; وكان أشدها في 26 من الشهر only tells of one of them."""
        words, singled = self._passage.words, word_lists(_WORDS)["singled_out"]
        compared = (at for at in range(first, date) if between(self._passage, at, at + 1, "compared"))
        return any(at + 1 == date or words[at + 1] not in singled for at in compared)

    def _of_report(self, published: Period | None) -> Stated | None:
        """The one period of some days, not long past, that the first two paragraphs state: of a report on a month."""
        opening = [one for one in self._opening() or self._under_titles() if not self.is_compared(one)]
        told = [one for one in opening if not one.is_end and not one.goes_on]
        long = [one for one in told if days_of(one.period) >= _A_WEEK or self._is_of_bulletin(one)]
        if not long or not all(is_within(one.period, long[0].period) for one in opening):
            return None
        if any(one.first < long[0].first and one.period != long[0].period for one in opening):
            return None  # the lead is of a day, and a week is told by the way
        day, ended = published and published.earliest, long[0].period.latest
        # of years ago an article tells in passing
        return None if day and ended and (day - ended).days > _REPORTED_AFTER else long[0]

    def _of_heading(self) -> dict[int, Stated]:
        """For each paragraph the date of the heading that it stands under: figures until 24 September."""
        passage = self._passage
        found: dict[int, Stated] = {}
        for one in self.stated:
            first, end = passage.sentence_of(one.first)
            line = passage.paragraph[one.first]
            alone = end - first <= _HEADING and passage.next_figure(first - 1, end) == end
            if one.is_end and alone and passage.paragraph_of(first) == first:
                found[line] = one
        return found

    def _as_of(self) -> Period | None:
        """The day up to which the whole text tells, where its first lines say so."""
        headings = self._of_heading()
        line = next(iter(headings), None)
        first = self._passage.paragraph[:1]
        if line is None or line - first[0] > _OPENING_LINES:
            return None
        return headings[line].period

    def _under_heading(self, at: int) -> Stated | None:
        passage = self._passage
        line = passage.paragraph[at]
        lines = [heading for heading in self._headings if heading < line]
        listed = lines and passage.is_listed(passage.paragraph_of(at))
        return self._headings[max(lines)] if listed else None

    def _begins(self, word: int) -> int:
        """Where the paragraph of a word begins; that of a list with the line that leads it in."""
        passage = self._passage
        first = passage.paragraph_of(word)
        while first and (":" in passage.gaps[first] or passage.in_mention(first)):
            before = passage.paragraph_of(first - 1)
            if ":" in passage.gaps[first].partition("\n")[0]:
                return before
            if not passage.in_mention(before):
                break
            first = before
        return passage.paragraph_of(word)


def _until(stated: Stated, published: Period, until: Period) -> Stated:
    """A span that goes on, up to the day of which the text is; one that begins later as it is."""
    begin, _, end = stated.period.edtf.partition("/")
    last = until.edtf.partition("/")[2]
    if not stated.goes_on or end != published.edtf or begin > last:
        return stated
    return stated._replace(period=Period(f"{begin}/{last}"))
