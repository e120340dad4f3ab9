"""When: the nearest date in force, else that of the event that is spoken of."""

# ruff: noqa: PLR0911 - what rules a date out is told early

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from raqqa_data.building.proposals.passage.passage import Passage, among
from raqqa_data.building.proposals.passage.table_cells import HEADING
from raqqa_data.building.proposals.proposal import Proposal, Question
from raqqa_data.building.proposals.when.date_in_force import Carrying
from raqqa_data.building.proposals.when.dated_events import Happenings, Reference, is_beside
from raqqa_data.building.proposals.when.dates_of_others import between, is_compared_at, is_reckoned, lists_of_when
from raqqa_data.building.proposals.when.figure_and_date import (
    is_annual,
    is_as_of_now,
    is_change,
    is_compared_between,
    is_equal,
    is_how_far,
    is_near,
    is_not_past,
    is_now_or_later,
    is_of_another,
    is_of_its_part,
    is_of_one,
    is_of_part,
    is_of_relative,
    is_of_what_happened,
    is_since_unread,
    is_size,
    is_unread,
    is_whole,
    opens_clause,
    tells_change,
)
from raqqa_data.building.proposals.when.incident_day import HARM
from raqqa_data.building.proposals.when.meant_readings import is_future, is_to_come
from raqqa_data.building.proposals.when.period_length import is_short
from raqqa_data.building.proposals.when.stated_periods import Stated, lately_in, stated_in
from raqqa_data.building.proposals.words.vocabulary import strength_of, word_lists
from raqqa_data.reading.mention import Kind, Mention, Span
from raqqa_data.records.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from raqqa_data.building.proposals.what.event_words import Befallen


_WORDS = "when.toml"
_THEN = 4  # words behind a figure
_BESIDE = 2  # words before a figure
_NEAR = 3  # words behind a figure that tell its time
# what is, rather than happens
_STATES = frozenset(
    (
        *("detained", "in_need", "population", "refugees", "hosted", "food_insecure", "malnourished", "orphaned"),
        *("out_of_school", "employed", "unemployed", "enrolled", "existing", "operating", "out_of_service", "capacity"),
    )
)
_LONG_PAST = 60  # days
_FAR = 25  # words between a figure and the date that all of a sentence have


class Dates:
    """The dates that a passage states, and the figures that they date.

    Args:
        passage: The text.
        published: When it was published.
        befallen: What befell those that figures count, by where these start.
    """

    def __init__(self, passage: Passage, published: Period | None, befallen: Mapping[int, Befallen]) -> None:
        self._passage = passage
        self._clauses = passage.clauses
        self._befallen = befallen
        self._published = published
        told = [*stated_in(passage, published)]
        lately = [*lately_in(passage, published)]
        self._only_when = {one.date.start for one in lately}
        stated = sorted((*(one for one in told if not one.about), *lately), key=lambda one: one.first)
        self._carrying = Carrying(passage, stated, befallen, published)
        self._stated = self._carrying.stated
        spans = [one for one in passage.figures if one.kind is Kind.DURATION]
        self._spans = [passage.words_of(one)[0] for one in spans]
        self._long = [passage.words_of(one)[0] for one in spans if not is_short(one)]
        self._dated: tuple[Span, Period] | None = None  # the date of the figure before
        self._last: tuple[int, Stated | None, str] = (0, None, "")  # the figure dated from afar before
        self.happenings: Happenings = Happenings(
            passage,
            ((one.first, one.date, one.period) for one in told if one.period == one.date.period),
        )

    def proposals(self, figure: Mention) -> Iterator[Proposal]:
        """When a figure was counted; figures are asked for in their order."""
        before, self._dated = self._dated, None
        found = next(self._sought(figure), None)
        if found is None and before is not None and self._is_of_those(figure):
            date, period = before
            found = _dated(figure, date, period, "the date of those that it is of")
        if found is not None:
            date = Span(found.evidence[0].start, found.evidence[0].end, found.evidence[0].text)
            self._dated = date, Period(found.answer)
            yield found

    def _is_of_those(self, figure: Mention) -> bool:
        """يشمل هذا العدد 53 امرأة, ومن بين هؤلاء 12: whether a sentence tells of how many the one before counts."""
        passage = self._passage
        at, _ = passage.words_of(figure)
        first, _ = passage.sentence_of(at)
        if not first or passage.paragraph[first - 1] != passage.paragraph[at]:
            return False
        those = passage.standing(lists_of_when).each("those", first + 1, at)
        return any(between(passage, word - 1, word, "includes") for word in those)

    def _sought(self, figure: Mention) -> Iterator[Proposal]:
        passage = self._passage
        at, last = passage.words_of(figure)
        reckoned = figure.kind is Kind.DURATION and at > 0 and is_beside(passage.words[at - 1])  # بعد ستة أيام
        if (
            reckoned
            or figure.start in self._only_when
            or is_how_far(passage, figure, at)
            or is_whole(passage, figure, at)
            or is_size(passage, figure, at)
        ):
            return
        first, end = passage.sentence_of(at)
        there = among(self._stated, first, end)
        here = [
            one for one in there if not is_of_one(passage, last, one.first) and not is_of_part(passage, last, one.first)
        ]
        own_here = [one for one in here if not is_of_another(passage, (at, last), one)]
        found = self._nearest(figure, own_here, end) if own_here else None
        if found is not None:
            yield _dated(figure, found.date, self._as_of(figure, found), "in the sentence")
            return
        close = self._clauses.of(at)[1]
        own = any(one.first < close and not self._carrying.is_compared(one) for one in here)
        if own or self._is_of_other_time(first, at, end) or is_since_unread(passage, first, self._clauses.of(at)[1]):
            return
        if any(between(passage, at, min(last + 1 + _NEAR, end), key) for key in ("rates", "still")):
            return
        if "لكل" in passage.words[last + 1 : last + 1 + _BESIDE]:
            return  # 150 ألف جنيه لأسرة كل متوفاة و15 ألفا لكل مصاب
        event = self.happenings.meant(at) if figure.kind is Kind.CARDINAL else None
        if event is not None and not self._is_long_past(event):
            told = event.happening
            words = passage.span(told.noun, told.noun), passage.span(event.word, event.word)
            yield _dated(figure, told.date, told.period, "the date of the event that it speaks of", words)
            return
        if not there and passage.dates_from(first, end):
            return
        if is_unread(self._passage, first, end) or any(one.last < at for one in here):
            return
        found, rule = self._carrying.of(figure, at, first, end)
        if found is None and self._goes_on_from(figure, at):
            found, rule = self._last[1:]
        if found is not None:
            self._last = (last, found, rule)
            yield _dated(figure, found.date, found.period, rule)

    def _is_long_past(self, event: Reference) -> bool:
        """Whether "and it added that" only goes on with the news, in which an event of long ago was named."""
        day = None if self._published is None else self._published.earliest
        ended = event.happening.period.latest
        adds = self._passage.words[event.word].removeprefix("و") in word_lists(_WORDS)["saying"]
        return adds and day is not None and ended is not None and (day - ended).days > _LONG_PAST

    def _as_of(self, figure: Mention, date: Stated) -> Period:
        """وبلغ عدد المحتجزين حتى 1 أيار 300: what is, and adds nothing up, is as of a day, not of all time until it."""
        told = self._befallen.get(figure.start)
        state = told is not None and told.event is not None and told.event.id in _STATES
        if not date.is_end or not state:
            return date.period
        read = date.date.period
        return read if read is not None and date.date.ambiguous is None else Period(date.period.edtf.rpartition("/")[2])

    def _goes_on_from(self, figure: Mention, at: int) -> bool:
        """1293 في الحوز و452 في تارودانت: whether a number alone goes on with the figure before it, dated from afar."""
        passage, (before, found, *_) = self._passage, self._last
        joined = figure.kind is Kind.CARDINAL and figure.noun is None and passage.words[at].startswith("و")
        return (
            joined
            and found is not None
            and passage.sentence[before] == passage.sentence[at]
            and passage.figure_before(at) == before
        )

    def of_heading(self, figure: Mention, first: int, end: int) -> Proposal | None:
        """The date that a heading or a label of a table states."""
        stated = among(self._stated, first, end)
        return _dated(figure, stated[0].date, stated[0].period, HEADING) if len(stated) == 1 else None

    def _nearest(self, figure: Mention, here: Sequence[Stated], end: int) -> Stated | None:
        """The date of a figure's sentence that is the figure's."""
        passage = self._passage
        at, last = passage.words_of(figure)
        begin, close = self._clauses.of(at)
        if is_now_or_later(self._passage, last, passage.next_figure(last, end)):
            return None
        next_figure = passage.next_figure(last, close)
        still = between(passage, max(begin, at - _NEAR), at, "still")
        still = still or between(passage, last + 1, min(last + 1 + _NEAR, next_figure), "still")
        # أمس، وقتل 30 منذ مطلع الشهر
        beside = min(last + 1 + _BESIDE, next_figure)
        read = any(last < one.first <= beside for one in here)
        if still or (not read and is_since_unread(passage, last + 1, beside)):
            here = [one for one in here if one.is_end or one.goes_on]
        if between(passage, last + 1, min(last + 1 + _THEN, next_figure), "beside_then"):
            return None  # وقتل 20 في الأسبوع الذي سبقه
        right_behind = passage.dates_from(last + 1, min(last + 1 + _BESIDE, next_figure))[:1]
        known = {one.date.start for one in here}
        about = any(one.period and "~" in one.period.edtf and one.start not in known for one in right_behind)
        if about or is_unread(self._passage, last + 1, min(last + 1 + _BESIDE, next_figure)):
            return None  # 15 مليون سائح نهاية السنة و26 مليونا في 2030
        behind = [
            one
            for one in here
            if last < one.first < next_figure
            and not (passage.is_apart(last, one.first) or opens_clause(passage, last, one))
        ]
        if is_change(passage, at, last):
            told, against = self._told_of_change(at, last, here, behind, end)
            if told or against:
                return told
        if behind:
            other = is_compared_between(self._passage, last + 1, behind[0].first) or between(
                passage, last + 1, behind[0].first, "intends"
            )
            return None if other else behind[0]
        before = self._before(here, at)
        after = next((one for one in here if one.first > last), None)
        annual = after is not None and after.is_end and bool(before) and is_annual(passage, before[-1])
        if before and before[-1].first >= begin and not annual:
            after = None
        here_too = after is not None and (after.first < close or self._is_of_both(figure, last, after.first))
        own = after is not None and here_too and is_near(self._passage, last, after.first)
        found = self._that_comes(after, at, last) if after is not None and own else None
        if found is not None:
            return found
        if before:
            if begin > before[-1].last and is_as_of_now(passage, at, last, close):
                return None
            apart = begin > before[-1].last and self._is_told_apart(figure, begin, close)
            return before[-1] if not apart and self._reaches(before[-1], at) else None
        happened = after is not None and is_of_what_happened(passage, last, after)
        return self._that_comes(after, at, last) if after is not None and happened else None

    def _before(self, here: Sequence[Stated], at: int) -> list[Stated]:
        """The dates before a figure, but for one that it is compared with: بزيادة 8% على العام الماضي، منها 60."""
        before = [one for one in here if one.last < at]
        while (
            len(before) > 1 and self._passage.is_apart(before[-1].last, at) and self._carrying.is_compared(before[-1])
        ):
            before.pop()
        return before

    def _told_of_change(
        self, at: int, last: int, here: Sequence[Stated], behind: Sequence[Stated], end: int
    ) -> tuple[Stated | None, bool]:
        """The date of what rose or fell, and whether no other is that of how much it did: of then or against then."""
        passage, carrying = self._passage, self._carrying
        begin, _ = self._clauses.of(at)
        before = [one for one in here if one.last < at]
        told = [one for one in before if not carrying.is_compared(one)][-1:]
        against = bool(behind) and passage.words[behind[0].first - 1] in {"عن", "علي", "من"}
        against = against or between(passage, last + 1, min(last + 1 + _NEAR, end), "against")
        held = bool(before) and carrying.is_compared(before[-1])  # 5260 في 2024، مقابل 5861 في 2023، بانخفاض 10%
        if told and (against or held or passage.words[begin] == "اي"):
            return told[0], True
        old = bool(behind) and passage.words[behind[0].first - 2] in word_lists(_WORDS)["against"]
        return None, against or held or old

    def _is_told_apart(self, figure: Mention, begin: int, close: int) -> bool:
        """لافتا إلى أن 12% رفضت ذلك في الجولة السابقة: whether a clause tells what is, or of another time."""
        lists, words = word_lists(_WORDS), self._passage.words
        adds = figure.kind is not Kind.CARDINAL and words[begin] in lists["adding"]
        return adds or self._is_bygone(begin, close)

    def _is_bygone(self, first: int, end: int) -> bool:
        """في الموسم الماضي: whether words tell of a time before, and are no date."""
        passage, bygone = self._passage, word_lists(_WORDS)["bygone"]
        each = passage.standing(lists_of_when).each("bygone", first, end)
        return any(passage.words[at] in bygone and not passage.in_mention(at) for at in each)

    def _is_of_both(self, figure: Mention, last: int, date: int) -> bool:
        """قتل 34 شخصا، بينهم طفلان، وجرح 117 الأحد: whether only what is inserted stands before the next harmed."""
        told = self._befallen.get(figure.start)
        harmed = told is not None and told.event is not None and told.event.id in HARM
        passage = self._passage
        return harmed and not passage.commas_told(last, date) and bool(passage.inserted(last, date))

    def _that_comes(self, after: Stated, at: int, last: int) -> Stated | None:
        """A date behind a figure, where no more than what goes on with it stands between."""
        passage = self._passage
        if at in self._spans or after.first - last > _FAR:
            return None
        other = any(between(passage, last + 1, after.first, key) for key in ("compared", "moved", "not_past"))
        words = passage.words[last + 1 : after.first]
        other = other or ("عن" in words and between(passage, last + 1, after.first, "than"))  # أي أقل عن اقتراع 2019
        other = other or any(
            word in word_lists(_WORDS)["changed"] and not {"من", "عن"}.isdisjoint(words[at:])
            for at, word in enumerate(words)
        )
        other = other or opens_clause(self._passage, last, after)
        other = other or (not after.goes_on and is_since_unread(self._passage, last + 1, after.first))
        between_them = passage.words[last + 1 : after.first]
        if any(map(is_future, between_them)) or ("علي", "ان") in pairwise(between_them):
            return None  # على أن يفتتحا في تموز
        # "25 died of the heat, which reached 51 degrees on 17 June"
        next_figure = passage.next_figure(last, after.first)
        told = next_figure < after.first and (
            between(passage, last + 1, next_figure, "relative") or is_reckoned(passage, last + 1, next_figure)
        )
        return None if other or told or is_of_part(self._passage, last, after.first) else after

    def _reaches(self, date: Stated, at: int) -> bool:
        """Whether a date before a figure in its sentence is its own."""
        passage = self._passage
        if is_reckoned(passage, date.last + 1, at) or between(passage, date.last + 1, at, "since"):
            return False
        others = (passage.words_of(other)[0] for other in passage.dates_from(date.last + 1, at))
        if not all(is_compared_at(passage, other) for other in others):
            return False  # رغم اتفاق أبرم في آذار: another time, of something else, was told since
        annual = is_annual(self._passage, date)  # إن موازنة 2025 تبلغ
        annual = annual and not between(passage, date.last + 1, at, "relative")
        if not annual and any(is_not_past(passage, word) for word in range(date.last + 1, at)):
            return False
        begin, _ = self._clauses.of(at)
        if begin > date.last and (self._carrying.is_compared(date) or is_of_its_part(passage, date)):
            return False
        contrast = between(passage, begin, begin + 1, "contrasts") or self._is_later(date.period)
        if begin > date.last and contrast and is_to_come(date.period, self._published) and not is_equal(passage, begin):
            return False  # وتعتزم توزيع 12 قسيمة في أيلول، فيما أنجزت خمس محطات
        # until then so much was asked for, and so much came; but what equals it is of then too
        if begin > date.last and date.is_end and not is_equal(self._passage, begin):
            return False
        if begin > date.last and passage.words[begin] == "اي" and tells_change(self._passage, begin, at):
            return False
        if any(map(is_future, passage.words[date.last + 1 : at])):
            return False
        if is_of_relative(passage, date, at):
            return False
        first, _ = passage.sentence_of(at)
        other = passage.next_figure(date.last, at)
        if other < at:
            return self._goes_on_behind(date, other, at)
        # of "was 91 in 2019 and fell to 78" the year is that of the first
        told = passage.next_figure(first - 1, date.first) < date.first
        before = passage.words[at - 1]
        # من 54 عام 2021 إلى 49; بلغ 97 ألفا في 2023، مرتفعا من 73
        rises = told and passage.words[passage.words_of(self._last_figure(date.first))[0] - 1] == "من"
        if (rises and before == "الي") or (before == "من" and between(passage, at - 2, at - 1, "changed")):
            return False
        return not (told and is_compared_between(self._passage, date.last + 1, at))

    def _is_later(self, period: Period) -> bool:
        begin, today = period.earliest, None if self._published is None else self._published.latest
        return begin is not None and today is not None and begin > today

    def _goes_on_behind(self, date: Stated, other: int, at: int) -> bool:
        """Whether a date is of a figure too, behind another that it is of."""
        passage, (begin, _) = self._passage, self._clauses.of(at)
        if date.goes_on and begin <= date.last:  # منذ أمس ارتفعت إلى عشرة قتلى و40 جريحا
            return not between(passage, date.last + 1, at, "compared")
        apart = passage.is_apart(other, at) or between(passage, other, at, "that")
        apart = apart and not is_equal(passage, begin)
        return not (date.is_end and apart) and not is_compared_between(passage, date.last + 1, at)

    def _last_figure(self, word: int) -> Mention:
        """The figure that stands last before a word."""
        passage = self._passage
        return [one for one in passage.figures if passage.words_of(one)[0] < word][-1]

    def _is_of_other_time(self, first: int, at: int, end: int) -> bool:
        """Whether a sentence tells of now, of what is to come, of another event, or reckons: "days after that"."""
        passage = self._passage
        if any(between(passage, first, at, key) for key in ("not_past", "other", "beside_then")):
            return True
        if any(map(is_future, passage.words[first:at])) or self._is_bygone(first, end):
            return True
        spans = self._long[bisect_right(self._long, first) : bisect_left(self._long, end)]
        return any(between(passage, span - 1, span, "span") for span in spans)


def _dated(figure: Mention, date: Mention | Span, period: Period, rule: str, more: tuple[Span, ...] = ()) -> Proposal:
    return Proposal(
        figure=Span(figure.start, figure.end, figure.text),
        question=Question.WHEN,
        answer=period.edtf,
        evidence=(Span(date.start, date.end, date.text), *more),
        rule=rule,
        strength=strength_of(rule),
    )
