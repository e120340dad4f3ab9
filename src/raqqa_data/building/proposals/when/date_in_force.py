"""The dates of figures whose sentence states none: of a report, of a heading, of an incident, or the last one told."""

# ruff: noqa: PLR0911 - what rules a date out is told early

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.passage.passage import Passage, among
from raqqa_data.building.proposals.when.as_of_titles import as_of, up_to
from raqqa_data.building.proposals.when.dated_events import event_kind
from raqqa_data.building.proposals.when.dated_headings import DatedHeadings
from raqqa_data.building.proposals.when.dates_of_others import between, lists_of_when
from raqqa_data.building.proposals.when.incident_day import HARM, Incident, is_of_people, names_event
from raqqa_data.building.proposals.when.period_length import days_of, is_short, is_within
from raqqa_data.building.proposals.when.running_totals import RunningTotals
from raqqa_data.building.proposals.words.affixes import stems
from raqqa_data.building.proposals.words.vocabulary import word_lists
from raqqa_data.reading.mention import Kind, Mention
from raqqa_data.records.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raqqa_data.building.proposals.what.event_words import Befallen
    from raqqa_data.building.proposals.when.stated_periods import Stated

OF_INCIDENT = "the day of the incident"
"""The rule by which a figure has the day of the incident that the lead tells."""
OF_REPORT = "the period of the report"
OF_HEADING = "the date of the heading above it"
_WORDS = "when.toml"
_TITLES = 40  # words
_COMPARED = 6  # words before a date, of which it tells that it is another's
_A_WEEK = 6  # days
_DAY = 10  # characters of a day
_YEAR = 4  # digits of a year
_NEAR = 4  # words
_MOST_LINES = 30  # of a list
_DIVIDED = 2  # sentences
_MONTH = 27  # days
_REPORTED_AFTER = 400  # days between the end of a period and its report
_MEASURED = frozenset({Kind.PERCENT, Kind.MONEY, Kind.MEASURE})


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
        self._standing = passage.standing(lists_of_when)
        self._befallen = befallen
        self._today = None if published is None else published.latest
        self.stated: list[Stated] = stated
        if published is not None and (until := as_of(passage, stated)) is not None:
            self.stated = [up_to(one, published, until) for one in stated]
        self.stated = [*self._of_this_week()]
        self._report = self._of_report(published)
        told = [one for one in self.stated if not self.is_compared(one)]
        # the first date that is of another period
        self._others = next(
            (one.first for one in told if self._report is None or not is_within(one.period, self._report.period)),
            len(passage.words),
        )
        self._totals = RunningTotals(passage, told, befallen)
        self._headings = DatedHeadings(passage, self.stated)
        self._incident = Incident(passage, self.stated, befallen, self._opening())
        self.stated = [*self._since_incident()]

    def of(self, figure: Mention, at: int, first: int, end: int) -> tuple[Stated | None, str]:
        """The date of a figure whose sentence states none."""
        passage = self._passage
        if (covered := self._of_same_period(first, end)) is not None:
            return covered, "the same period"
        if self._is_of_named_event(first, end):
            return None, ""
        heading = self._headings.over(at)
        if heading is not None and self._is_of_heading(heading, figure, first):
            return heading, OF_HEADING
        if self._report is not None and self._is_of_report(first) and self._is_reported(figure):
            return self._report, OF_REPORT
        divided = self._of_divided(first, end)
        if divided is not None:
            return divided, "the date in force"
        if figure.kind is not Kind.CARDINAL:
            return None, ""
        if self._incident.harmed(figure, first, end):
            return self._incident.day, OF_INCIDENT
        earlier = among(self.stated, self._begins(at), first)
        if not earlier:
            earlier = [one for one in among(self.stated, self._block(at), first) if one.goes_on]
        # which of several goes on, nothing says
        last_told = {
            one.period for one in earlier if passage.sentence[one.first] == passage.sentence[earlier[-1].first]
        }
        known = self._befallen.get(figure.start) is not None or (figure.noun is None and at == first)
        known = known or is_of_people(passage, figure)
        total = self._totals.since(figure, first) if known and not earlier else None
        if total is not None:
            return total, OF_REPORT
        if len(last_told) == 1 and known and self._goes_on(figure, earlier[-1], first, end):
            return earlier[-1], "the date in force"
        return None, ""

    def _is_of_heading(self, heading: Stated, figure: Mention, first: int) -> bool:
        """Whether a figure is told for the time of a heading: no other day is told between, but in another item."""
        passage = self._passage
        begins = passage.paragraph_of(first)
        since = begins if passage.is_listed(begins) else heading.last + 1
        others = any(
            one.period != heading.period and not self.is_compared(one) for one in among(self.stated, since, first)
        )
        at, _ = passage.words_of(figure)
        was = between(passage, max(at - 2, first), at, "compared")  # بعد أن كان 40
        if others or was or (figure.kind is Kind.DURATION and not is_short(figure)):
            return False
        # what costs or is there is no part of what happened since
        return not heading.goes_on or self._befallen.get(figure.start) is not None

    def _is_of_report(self, first: int) -> bool:
        """Whether a sentence is told for the time of the report: no day of it is told before in the paragraph."""
        report = self._report
        if report is None or first <= report.first or (first > self._others and not self._is_of_title(report)):
            return False
        begins = self._passage.paragraph_of(first)
        here = among(self.stated, begins, first)
        return all(one.period == report.period or self.is_compared(one) for one in here)

    def _of_divided(self, first: int, end: int) -> Stated | None:
        """وتصدرت حلب بـ400 طن: the date of what is divided, where a sentence tells how much of it was where."""
        passage = self._passage
        if not between(passage, first, end, "divides"):
            return None
        last = next((one for one in reversed(among(self.stated, 0, first)) if not self.is_compared(one)), None)
        if last is None:
            return None
        begins, close = passage.sentence_of(last.first)
        here = {one.period for one in among(self.stated, begins, close) if not self.is_compared(one)}
        near = passage.sentence[first] - passage.sentence[last.first] <= _DIVIDED
        near = near and passage.paragraph[first] - passage.paragraph[last.first] <= 1
        return last if near and len(here) == 1 and passage.next_figure(begins - 1, close) < close else None

    def _is_of_title(self, date: Stated) -> bool:
        """Whether a line that only says what the text is about states a date: it comes back to that time."""
        passage = self._passage
        first, end = passage.sentence_of(date.first)
        alone = passage.paragraph_of(first) == first and (
            end == len(passage.words) or passage.paragraph[end] != passage.paragraph[first]
        )
        return alone and (first == 0 or passage.next_figure(first - 1, end) == end)

    def _is_of_named_event(self, first: int, end: int) -> bool:
        """وقتل في الاحتجاجات نفسها عشرة: whether a sentence takes up an event, which has its own date."""
        words, lists = self._passage.words, word_lists(_WORDS)
        return any(
            words[word] in lists["the_same"]
            and words[word - 1].startswith("ال")
            and (words[word - 1] in lists["occasions"] or event_kind(words[word - 1]) is not None)
            for word in self._standing.each("the_same", first + 1, end)
        )

    def _is_reported(self, figure: Mention) -> bool:
        """Whether a report of a month or longer tells of a figure: of what is measured only one that opens with it."""
        if figure.kind is Kind.CARDINAL:
            return True
        report = self._report
        opens = report is not None and self._passage.paragraph[report.first] == self._passage.paragraph[0]
        if figure.kind not in _MEASURED or report is None or not opens:
            return False
        return days_of(report.period) >= _MONTH

    def _of_same_period(self, first: int, end: int) -> Stated | None:
        """خلال الفترة نفسها, خلال الفترة المشمولة بالتقرير: the last that was told, or that of the report."""
        passage, lists = self._passage, word_lists(_WORDS)
        terms, periods = (self._standing.each(key, first + 1, end) for key in ("terms", "periods"))
        for at in sorted({*terms, *periods}):
            if at in terms and self._is_of_told_time(at):
                return self._report
            if at not in periods:
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

    def _is_of_told_time(self, at: int) -> bool:
        """خلال الشهر, أسبوع التقرير: whether a word for a term is for the time of which the report tells."""
        passage, report = self._passage, self._report
        if report is None or report.first > at or passage.in_mention(at):
            return False
        behind = passage.word_behind(at)
        if behind in word_lists(_WORDS)["of_report"]:
            return True
        long = _MONTH if "شهر" in passage.words[at] else _A_WEEK
        alone = passage.words[at].startswith("ال") and not behind.startswith("ال") and behind not in {"من", "ذاته"}
        within = passage.words[at - 1] in {"خلال", "وخلال"}
        return alone and within and long <= days_of(report.period) <= long + _A_WEEK

    def _opening(self) -> list[Stated]:
        passage = self._passage
        return [one for one in self.stated if passage.paragraph[one.first] - passage.paragraph[0] <= 1]

    def _of_this_week(self) -> Iterator[Stated]:
        """هذا الأسبوع, الأحد, in a bulletin (9 - 15 أيلول): of the week it tells of, not of that of the day."""
        spans = [one for one in self._opening() if "/" in one.period.edtf and not one.is_end and not one.goes_on]
        head = spans[0] if spans else None
        for one in self.stated:
            if head is None or one.first <= head.first:
                yield one
                continue
            this = _is_this(one) and one.date.text.endswith("الأسبوع")
            told = this and days_of(head.period) == days_of(one.period)
            within = None if told else self._weekday_of(one, head)
            yield one._replace(period=head.period if told else within or one.period)

    def _since_incident(self) -> Iterator[Stated]:
        """غرق المركب الاثنين. وانتشلت حتى أمس 14 جثة: until a day, from the incident on where it was told last."""
        day, told = self._incident.day, False
        for one in self.stated:
            if day is not None and told and one.is_end and one.period.edtf.startswith("../"):
                yield one._replace(period=Period(f"{day.period.edtf[:_DAY]}/{one.period.edtf[3:]}"))
            else:
                yield one
            told = one is day or (told and one.is_end)

    def _weekday_of(self, date: Stated, head: Stated) -> Period | None:
        """The day of a report's week that a bare weekday is, where it was read as one behind it."""
        week, (first, end) = head.period, self._passage.sentence_of(head.first)
        if self._passage.next_figure(first - 1, end) < end:
            return None  # no title
        bare_name = between(self._passage, date.last, date.last + 1, "weekdays") and not date.is_end
        day, ended = date.period.latest, week.latest
        if not bare_name or date.goes_on or len(date.period.edtf) != _DAY or days_of(week) > _A_WEEK:
            return None
        if day is None or ended is None or day <= ended:
            return None
        found = Period((day - dt.timedelta(days=7 * math.ceil((day - ended).days / 7))).isoformat())
        return found if is_within(found, week) else None

    def _under_titles(self) -> list[Stated]:
        """The months of the first line with a figure, where titles stand above it."""
        passage = self._passage
        if not self.stated:
            return []
        first = min((passage.words_of(figure)[0] for figure in passage.figures), default=0)
        line = passage.paragraph[first] if first < _TITLES else passage.paragraph[0]
        here = (one for one in self.stated if passage.paragraph[one.first] == line)
        return [one for one in here if days_of(one.period) >= _MONTH]

    def _goes_on(self, figure: Mention, date: Stated, first: int, end: int) -> bool:
        """Whether a date is still in force: it is no first one, and no span goes on until today."""
        passage = self._passage
        begins, _ = passage.sentence_of(date.first)
        other = between(passage, begins, date.first, "most") or between(passage, first, end, "of_report")
        other = other or between(passage, first, end, "now") or not self._tells(date)
        other = other or passage.words[first] in {"في", "وفي"} or not self._is_short_past(date.period)
        alike = self._totals.adds_up(figure, date)
        if not alike and (date.goes_on or not (self._is_harmed(figure) or self._opens_sentence(date))):
            return False
        return not (other or self.is_compared(date) or date.is_end)

    def _is_harmed(self, figure: Mention) -> bool:
        told = self._befallen.get(figure.start)
        return told is not None and told.event is not None and told.event.id in HARM

    def _opens_sentence(self, date: Stated) -> bool:
        """بين 3 و9 أيار قتل سبعة: whether a date stands at the head of its sentence, so that more is told of it."""
        first, _ = self._passage.sentence_of(date.first)
        return date.first - first <= _NEAR and self._passage.next_figure(first - 1, date.first) >= date.first

    def _is_short_past(self, period: Period) -> bool:
        """Whether a period may be that of what is told next: no day to come, and no year, of which much is told."""
        to_come = self._today is not None and period.latest is not None and period.latest > self._today
        return not (to_come and len(period.edtf) == _DAY) and len(period.edtf.partition("/")[0]) > _YEAR

    def _tells(self, date: Stated) -> bool:
        """Whether what is dated is told on: no clause behind another, that only says that it rained yesterday."""
        passage = self._passage
        begin, close = passage.clauses.of(date.first)
        first, _ = passage.sentence_of(date.first)
        return begin == first or passage.next_figure(begin - 1, close) < close or names_event(passage, begin, close)

    def is_compared(self, date: Stated) -> bool:
        """Whether only what something is compared with has a date: against 112 in January."""
        if date.compared:
            return True
        passage = self._passage
        begins, _ = passage.sentence_of(date.first)
        first = max(begins, date.first - _COMPARED)
        had = self._standing.each("had", first + 1, date.first + 1)
        if any(passage.words[at - 1] in {"ما", "عما", "مما"} for at in had):
            return True  # ضعف ما سجل في 2024
        if passage.word_behind(date.last) == "الي" and any(
            passage.words[at] == "من" and passage.in_mention(at + 1) for at in range(first, date.first)
        ):
            return True  # من 70 ألفا قبل سنة إلى 38
        if "عن" in passage.words[date.first - 2 : date.first] and begins + 1 < date.first:
            first = max(begins, date.first - 2 * _COMPARED)  # بتراجع قدره 9 في المئة عن ذروة كانون الثاني
        return between(passage, first, date.first, "changed") or self._is_held_against(first, date.first)

    def _is_held_against(self, first: int, date: int) -> bool:
        """Whether a word that compares stands before a date; وكان أشدها في 26 من الشهر only tells of one of them."""
        words, singled = self._passage.words, word_lists(_WORDS)["singled_out"]
        compared = self._standing.each("compared", first, date)
        return any(at + 1 == date or words[at + 1] not in singled for at in compared)

    def _of_report(self, published: Period | None) -> Stated | None:
        """The one period of some days, not long past, that the first two paragraphs state: of a report on a month."""
        opening = [one for one in self._opening() or self._under_titles() if not self.is_compared(one)]
        told = [one for one in opening if not one.is_end and not one.goes_on]
        long = [one for one in told if days_of(one.period) >= _A_WEEK]
        if not long or not all(is_within(one.period, long[0].period) for one in told):
            return None
        if any(one.first < long[0].first and one.period != long[0].period for one in opening):
            return None  # the lead is of a day, and a week is told by the way
        day, ended = published and published.earliest, long[0].period.latest
        if day and ended and ended >= day and _is_this(long[0]):
            return None  # this week, which goes on
        # of years ago an article tells in passing
        return None if day and ended and (day - ended).days > _REPORTED_AFTER else long[0]

    def _block(self, word: int) -> int:
        """Where the first of the lines of a list begins, in one of which a word stands."""
        passage = self._passage
        first, lines = passage.paragraph_of(word), 0
        while first and lines < _MOST_LINES and passage.is_listed(first):
            before = passage.paragraph_of(first - 1)
            if not passage.is_listed(before):
                break
            first, lines = before, lines + 1
        return first

    def _begins(self, word: int) -> int:
        """Where the paragraph of a word begins; that of a list with the line that leads it in."""
        passage = self._passage
        first, lines = passage.paragraph_of(word), 0
        while first and lines < _MOST_LINES and (":" in passage.gaps[first] or passage.in_mention(first)):
            before = passage.paragraph_of(first - 1)
            if ":" in passage.gaps[first].partition("\n")[0]:
                return before
            if not passage.in_mention(before):
                break
            first, lines = before, lines + 1
        return passage.paragraph_of(word)


def _is_this(stated: Stated) -> bool:
    """هذا الأسبوع, هذه السنة."""
    return stated.date.text.partition(" ")[0].removeprefix("و") in {"هذا", "هذه"}
