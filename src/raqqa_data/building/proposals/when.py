"""When: the nearest date in force, else that of the event that is spoken of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.dating import Stated, between, is_future, stated_in
from raqqa_data.building.proposals.happenings import Happenings, event_kind
from raqqa_data.building.proposals.passage import Passage, among
from raqqa_data.building.proposals.place_words import lists_of
from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.building.proposals.tabled import HEADING
from raqqa_data.reading.mention import Kind, Mention, Span
from raqqa_data.records.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_NEAR = 3  # words behind a figure that tell its time
_OPENING_LINES = 2
_COMPARED = 4  # words before a date, of which it tells that it is another's
_HEADING = 12  # words of a line with a date
_A_WEEK = 6  # days
_FAR = 25  # words between a figure and the date that all of a sentence have


class Dates:
    """The dates that a passage states, and the figures that they date.

    Args:
        passage: The text.
        published: When it was published.
    """

    def __init__(self, passage: Passage, published: Period | None) -> None:
        self._passage = passage
        self._clauses = passage.clauses
        stated = list(stated_in(passage, published))
        self._stated = [one for one in stated if not one.about]
        if published is not None and (until := self._as_of()) is not None:
            self._stated = [_until(one, published, until) for one in self._stated]
        self._report = self._of_report()
        # the first date that is of another period
        self._others = next(
            (one.first for one in self._stated if self._report is None or one.period != self._report.period),
            len(passage.words),
        )
        self._headings = self._of_heading()
        self._spans = [passage.words_of(one)[0] for one in passage.figures if one.kind is Kind.DURATION]
        self.happenings: Happenings = Happenings(
            passage,
            ((one.first, one.date, one.period) for one in stated if one.period == one.date.period),
        )

    def proposals(self, figure: Mention) -> Iterator[Proposal]:
        """When a figure was counted."""
        passage = self._passage
        at, last = passage.words_of(figure)
        first, end = passage.sentence_of(at)
        here = among(self._stated, first, end)
        found = self._nearest(here, at, last, end)
        if found is not None:
            yield _dated(figure, found.date, found.period, "in the sentence", 0.9)
            return
        if here or figure.kind is not Kind.CARDINAL or self._is_of_other_time(first, at, end):
            return
        if (event := self.happenings.meant(at)) is not None:
            told = event.happening
            words = passage.span(told.noun, told.noun), passage.span(event.word, event.word)
            yield _dated(figure, told.date, told.period, "the date of the event that it speaks of", 0.7, words)
            return
        if passage.dates_from(first, end):
            return
        found, rule, strength = self._carried(at, first, end)
        if found is not None:
            yield _dated(figure, found.date, found.period, rule, strength)

    def of_heading(self, figure: Mention, first: int, end: int) -> Proposal | None:
        """The date that a heading or a label of a table states."""
        stated = among(self._stated, first, end)
        return _dated(figure, stated[0].date, stated[0].period, HEADING, 0.7) if len(stated) == 1 else None

    def _carried(self, at: int, first: int, end: int) -> tuple[Stated | None, str, float]:
        """The date of a figure whose sentence states none."""
        passage = self._passage
        if (heading := self._under_heading(at)) is not None:
            return heading, "the date of the heading", 0.7
        if self._report is not None and self._report.first < first <= self._others:
            return self._report, "the period of the report", 0.7
        earlier = among(self._stated, self._begins(at), first)
        # which of several goes on, nothing says
        last_told = {
            one.period for one in earlier if passage.sentence[one.first] == passage.sentence[earlier[-1].first]
        }
        if len(last_told) == 1 and self._goes_on(earlier[-1], first, end):
            return earlier[-1], "the date in force", 0.6
        return None, "", 0

    def _nearest(self, here: Sequence[Stated], at: int, last: int, end: int) -> Stated | None:
        """The date of a figure's sentence that is the figure's."""
        passage = self._passage
        begin, close = self._clauses.of(at)
        if self._is_now_or_later(last, passage.next_figure(last, end)):
            return None
        next_figure = passage.next_figure(last, close)
        behind = [one for one in here if last < one.first < next_figure and not passage.is_apart(last, one.first)]
        if behind:
            return None if between(passage, last + 1, behind[0].first, "compared") else behind[0]
        before = [one for one in here if one.last < at]
        after = next((one for one in here if one.first > last), None)
        if before and before[-1].first >= begin:
            after = None
        own = after is not None and after.first < close and self._is_near(last, after.first)
        found = self._that_comes(after, at, last) if after is not None and own else None
        if found is not None:
            return found
        if before:
            return before[-1] if self._reaches(before[-1], at) else None
        happened = after is not None and self._is_of_what_happened(last, after)
        return self._that_comes(after, at, last) if after is not None and happened else None

    def _is_near(self, last: int, date: int) -> bool:
        """Whether no more than a comma stands between a figure and a date, or its parts between two."""
        passage = self._passage
        commas = passage.commas(last, date)
        listed = passage.standing(lists_of)
        parts = any(listed.any(key, last + 1, date) for key in ("parts_of", "portions"))
        return commas <= 1 + parts

    def _that_comes(self, after: Stated, at: int, last: int) -> Stated | None:
        """A date behind a figure, where no more than what goes on with it stands between."""
        passage = self._passage
        if at in self._spans or after.first - last > _FAR:
            return None
        other = any(between(passage, last + 1, after.first, key) for key in ("compared", "not_past"))
        if any(is_future(word) for word in passage.words[last + 1 : after.first]):
            return None
        # "25 died of the heat, which reached 51 degrees on 17 June"
        next_figure = passage.next_figure(last, after.first)
        told = next_figure < after.first and any(
            between(passage, last + 1, next_figure, key) for key in ("relative", "reckoned")
        )
        return None if other or told or self._is_of_part(last, after.first) else after

    def _is_of_part(self, last: int, date: int) -> bool:
        """Whether a date behind a figure is that of its part: 86 were killed, three of them on 16 May."""
        passage = self._passage
        listed = passage.standing(lists_of)
        parts = sorted(word for key in ("parts_of", "portions") for word in listed.each(key, last + 1, date))
        if not parts or not passage.is_apart(last, parts[-1] + 1):
            return False
        return not any("،" in passage.gaps[word] for word in range(parts[-1] + 1, date + 1))

    def _is_of_what_happened(self, last: int, date: Stated) -> bool:
        """Whether a word for an event leads in a date behind a figure: and 22 were wounded in shelling on Monday."""
        return any(event_kind(word) is not None for word in self._passage.words[last + 1 : date.first])

    def _reaches(self, date: Stated, at: int) -> bool:
        """Whether a date before a figure in its sentence is its own."""
        passage = self._passage
        if any(between(passage, date.last + 1, at, key) for key in ("not_past", "reckoned", "since")):
            return False
        begin, _ = self._clauses.of(at)
        # until then so much was asked for, and so much came; that is, so much less than then
        if begin > date.last and (date.is_end or passage.words[begin] == "اي"):
            return False
        if any(is_future(word) for word in passage.words[date.last + 1 : at]):
            return False
        first, _ = passage.sentence_of(at)
        other = passage.next_figure(date.last, at)
        if other < at:
            apart = passage.is_apart(other, at) or between(passage, other, at, "that")
            return not (date.is_end and apart) and not between(passage, date.last + 1, at, "compared")
        # of "was 91 in 2019 and fell to 78" the year is that of the first
        told = passage.next_figure(first - 1, date.first) < date.first
        before = passage.words[at - 1]
        # من 54 عام 2021 إلى 49; بلغ 97 ألفا في 2023، مرتفعا من 73
        if (told and before == "الي") or (before == "من" and between(passage, at - 2, at - 1, "changed")):
            return False
        return not (told and between(passage, date.last + 1, at, "compared"))

    def _is_now_or_later(self, last: int, next_figure: int) -> bool:
        """Whether the words right behind a figure tell that it is as of now, or still to come."""
        passage = self._passage
        end = min(next_figure, last + 1 + _NEAR)
        behind = [word for word in range(last + 1, end) if not passage.is_apart(last, word)]
        return bool(behind) and (
            between(passage, behind[0], behind[-1] + 1, "now") or any(is_future(passage.words[word]) for word in behind)
        )

    def _is_of_other_time(self, first: int, at: int, end: int) -> bool:
        """Whether a sentence tells of now, of what is to come, of another event, or reckons: "days after that"."""
        passage = self._passage
        if between(passage, first, at, "not_past") or between(passage, first, at, "other"):
            return True
        if any(is_future(word) for word in passage.words[first:at]):
            return True
        spans = self._spans[bisect_right(self._spans, first) : bisect_left(self._spans, end)]
        return any(between(passage, span - 1, span, "span") for span in spans)

    def _goes_on(self, date: Stated, first: int, end: int) -> bool:
        """Whether a date is still in force: it is no first one, and no span goes on until today."""
        passage = self._passage
        begins, _ = passage.sentence_of(date.first)
        other = between(passage, begins, date.first, "most") or between(passage, first, end, "of_report")
        other = other or between(passage, first, end, "now")
        return not (other or self._is_compared(date) or date.is_end or date.goes_on)

    def _is_compared(self, date: Stated) -> bool:
        """Whether only what something is compared with has a date: against 112 in January."""
        begins, _ = self._passage.sentence_of(date.first)
        return between(self._passage, max(begins, date.first - _COMPARED), date.first, "compared")

    def _of_report(self) -> Stated | None:
        """The one period of some days that the first two paragraphs state: of a report on a month."""
        passage = self._passage
        opening = [one for one in self._stated if passage.paragraph[one.first] - passage.paragraph[0] <= 1]
        long = [one for one in opening if not one.is_end and not one.goes_on and _days(one.period) >= _A_WEEK]
        several = len({one.period for one in opening}) > 1
        return None if several or not long or self._is_compared(long[0]) else long[0]

    def _of_heading(self) -> dict[int, Stated]:
        """For each paragraph the date of the heading that it stands under: figures until 24 September."""
        passage = self._passage
        found: dict[int, Stated] = {}
        for one in self._stated:
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


def _days(period: Period) -> int:
    earliest, latest = period.earliest, period.latest
    return 0 if earliest is None or latest is None else (latest - earliest).days


def _dated(
    figure: Mention, date: Mention, period: Period, rule: str, strength: float, more: tuple[Span, ...] = ()
) -> Proposal:
    return Proposal(
        figure=Span(figure.start, figure.end, figure.text),
        question=Question.WHEN,
        answer=period.edtf,
        evidence=(Span(date.start, date.end, date.text), *more),
        rule=rule,
        strength=strength,
    )
