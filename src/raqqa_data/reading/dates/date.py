"""Dates: days, months and years as written out, their ranges, and what is pointed to from the reference."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from raqqa_data.reading.dates import hijri
from raqqa_data.reading.dates.afterwards import weekday_of_story
from raqqa_data.reading.dates.constructions import IN_FORCE, JOINED, NAMES, POINTED, WRITTEN
from raqqa_data.reading.dates.context import YEAR_DIGITS
from raqqa_data.reading.dates.equated import equated, of_a_year_told_later
from raqqa_data.reading.dates.headings import head, heading_at, leave_line
from raqqa_data.reading.dates.in_force import Aside, DateInForce, in_one_sentence
from raqqa_data.reading.dates.long_ago import is_of_old, of_either_calendar, without_publication
from raqqa_data.reading.dates.lunar_years import tells_its_hijri_year
from raqqa_data.reading.dates.own_years import GRAIN as OWN_YEAR
from raqqa_data.reading.dates.parts import DateParts
from raqqa_data.reading.dates.ranges import period_of
from raqqa_data.reading.dates.relative import RelativeDates
from raqqa_data.reading.dates.repeated import told_in_full, weekday_told_before
from raqqa_data.reading.dates.spans_of_time import a_year_before
from raqqa_data.reading.dates.story import aside, before_story, told_in_story
from raqqa_data.reading.dates.weekdays import of_that_weekday
from raqqa_data.reading.dates.windows import ENDED
from raqqa_data.reading.grammar import ALL
from raqqa_data.reading.mention import AnchorKind, Kind
from raqqa_data.reading.mention_draft import Anchored, MentionDraft

if TYPE_CHECKING:
    from raqqa_data.reading.dates.context import Moment
    from raqqa_data.reading.dates.counted import CountedDates
    from raqqa_data.reading.dates.in_force import Stated
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon
    from raqqa_data.records.period import Period


_FAR_LAW = 5  # from the number of a law back to that word: قانون الأحوال الشخصية رقم 59
_OF_ITS_YEAR = frozenset({"لسنه", "لعام", "للعام", "للسنه"})
_MOST_LAWS = 8  # told at once


class DateReader:
    """Reads the dates of one text, from left to right, and remembers the year named last on each line."""

    def __init__(
        self, tokens: Tokens, lexicon: Lexicon, reference: Period | None, in_force: DateInForce | None = None
    ) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self.parts: DateParts = DateParts(
            tokens, lexicon, reference, self.explicit, lambda at: self.pointed(at) or self.explicit(at)
        )
        self.relative: RelativeDates = RelativeDates(self.parts)
        self.counted: CountedDates = self.relative.counted
        self._line_end = -1
        self._in_force = DateInForce() if in_force is None else in_force

    def read(self, index: int, floor: int) -> MentionDraft | int | None:
        """The date at a token, if one begins there; or where to go on behind a name that is made of one."""
        tokens = self._tokens
        word = tokens.words[index]
        if (
            word.digits is None
            and word.calendar is None
            and not (self._day_may_follow(index) or self._is_day_of_it(index))
        ):
            return None
        if tokens.starts[index] >= self._line_end:
            after = tokens.folded.text.find("\n", tokens.starts[index])
            self._line_end = len(tokens.folded.text) if after < 0 else after
            self.parts.forget()
            leave_line(self._in_force, self._line_end)
        self.parts.floor = floor
        anchor: Anchored | None = None
        going_on = self._going_on(index) if self._in_force.stated else None
        if going_on is not None:
            moment, stated = going_on
            moment = self._or_of_the_other(self._or_of_the_story(moment, stated, index), stated, index)
            anchor = (AnchorKind.MENTION, stated.stretch)
        else:
            relative = self.pointed(index)
            found = relative or self.explicit(index)
            if found is None:
                return None
            if any(names(self, found) for names in NAMES[ALL]):
                return found.next
            moment = found
            for joins in JOINED[ALL]:
                moment = joins(self, moment)
            pointed = self.parts.reference is not None and (relative is not None or found.year is None)
            explicit = moment.year is not None or self.parts.reference is None
            anchor = (AnchorKind.REFERENCE if pointed and not explicit else AnchorKind.ITSELF, None)
            moment = self._or_before_the_story(weekday_told_before(self.parts, moment, self._in_force))
            story = (
                self._told_in_story(moment)
                or before_story(self._in_force, self.parts, moment)
                or (None if relative is None else weekday_of_story(self.parts, moment, self._in_force))
            )
            if story is not None:
                moment, anchor = story
            elif relative is None or (moment.year is None and self._names_month(moment)):
                moment = of_that_weekday(self.parts, self._held_against_now(moment))
            if self.parts.of_old:
                moment = without_publication(self.parts, moment, pointed=relative is not None)
            head(self.parts, self._in_force, moment, self._line_end)
        self.parts.of_old = is_of_old(self.parts, moment)
        by_the_way = aside(self.parts, moment)
        self.parts.remember(moment, aside=by_the_way is not Aside.NONE)
        stretch = (moment.start, tokens.end(moment.next - 1))
        if moment.grain != OWN_YEAR:
            lunar, from_now = moment.calendar == "hijri", anchor[0] is AnchorKind.REFERENCE
            self._in_force.remember(
                moment.edtf, stretch, aside=by_the_way, lunar=lunar, from_now=from_now, other=moment.other
            )
        told, other = period_of(moment.edtf), period_of(moment.other)
        draft = MentionDraft(
            Kind.DATE, moment.next, more=stretch, period=told, calendar=moment.calendar, other_period=other
        )
        return of_either_calendar(self.parts, self._in_force, moment, draft._replace(anchor=anchor))

    def _told_in_story(self, moment: Moment) -> tuple[Moment, Anchored] | None:
        if self.parts.is_said_when(moment) or self._is_known_by_its_day(moment):
            return None
        again = told_in_full(self.parts, moment, self._in_force) if self._in_force.heading is None else None
        return again or told_in_story(self.parts, moment, self._in_force, self._line_end)

    def _or_of_the_story(self, moment: Moment, stated: Stated, index: int) -> Moment:
        """وفي العام نفسه behind what was told by the way: of that, or of the story's year."""
        force, story = self._in_force, self._in_force.story
        told = stated is force.aside and story is not None and story.day.year != stated.day.year
        if not told or story is None or in_one_sentence(self.parts, stated, moment.start):
            return moment
        kept, force.stated = force.stated, [story]
        again = self._going_on(index)
        force.stated = kept
        return moment if again is None else moment._replace(other=again[0].edtf)

    def _or_of_the_other(self, moment: Moment, stated: Stated, index: int) -> Moment:
        """في اليوم التالي behind a day that may be another: it may be the next of that one too."""
        if stated.other is None or moment.other is not None:
            return moment
        force = self._in_force
        kept, force.stated = force.stated, [stated._replace(day=stated.other, since=None, other=None)]
        again = self._going_on(index)
        force.stated = kept
        return moment if again is None or again[0].edtf == moment.edtf else moment._replace(other=again[0].edtf)

    def _or_before_the_story(self, moment: Moment) -> Moment:
        """وفي العام السابق, a sentence behind a date: before publication, or before that date; a day is of it."""
        previous = self._tokens.texts[moment.next - 1] in self.parts.lexicon.context["the_previous"]
        if moment.other is not None or not previous:
            return moment
        again = self._in_force.near(self.parts, moment.first, beyond=True)
        if again is None or again[0].edtf == moment.edtf or self.parts.reference is None:
            return moment
        first, other = (again[0].edtf, moment.edtf) if moment.grain == "day" else (moment.edtf, again[0].edtf)
        return moment._replace(edtf=first, other=other)

    def heading(self, index: int) -> Moment | None:
        """2011 as the whole of a line, with entries below; 3 - عقد اجتماع below a month."""
        return heading_at(self.parts, self._in_force, index)

    def _held_against_now(self, moment: Moment) -> Moment:
        """قتل في 26 آب, told in March: of the year before, or of a day to come; من يناير إلى مارس, told in February."""
        if moment.calendar == "hijri":
            return self._held_in_hijri(moment)
        last_word = self._tokens.texts[moment.next - 1]
        numbered = moment.grain == "day" and (last_word.isdecimal() or last_word == "الشهر")
        if numbered and moment.month is None and moment.other is not None:
            past = self.relative.is_past(moment.first, moment.next)
            return moment._replace(edtf=moment.other, other=moment.edtf) if past else moment  # وصل يوم 28
        now = str(self.parts.reference or "")
        first, _, last = (moment.edtf or "").partition("/")
        last = last or first
        bare = moment.year is None and moment.other is None and self._names_month(moment) and first[:4].isdecimal()
        if not bare or first[:4] != last[:4] or moment.calendar != "gregorian" or last <= now[: len(last)]:
            return moment
        to_come = not now[6:] or self.parts.is_said_when(moment) or moment.ends_soon(now)
        past = None if to_come else self._is_past(moment)
        if past is None:
            return moment
        before = a_year_before(moment.edtf or "", span=moment.grain == "span")
        if past or first <= now[: len(first)]:
            return moment._replace(edtf=before, other=moment.edtf)
        return moment._replace(other=before)

    def _names_month(self, moment: Moment) -> bool:
        """Whether a date names its month, or is a part of one: نهاية حزيران."""
        return moment.month is not None or (moment.grain == "span" and bool(self.parts.month_at(moment.first + 1)))

    def _held_in_hijri(self, moment: Moment) -> Moment:
        """صاموا في 22 رمضان, told in Muharram: of the Hijri year before."""
        now, edtf = self.parts.today, moment.edtf
        days = [] if edtf is None or moment.grain != "day" else edtf.split("/")
        to_come = now is not None and bool(days) and days[0] > now.isoformat()
        if edtf is None or not to_come or moment.other is not None or tells_its_hijri_year(self.parts, moment):
            return moment
        past = None if self.parts.is_said_when(moment) else self._is_past(moment)
        told = [] if past is None else [hijri.shifted(dt.date.fromisoformat(day), -1) for day in days]
        before = "/".join(filter(None, told)) or None
        earlier = moment._replace(edtf=before, other=edtf) if past else moment._replace(other=before)
        return moment if before is None else earlier

    def _is_past(self, moment: Moment) -> bool | None:
        """Whether a verb tells of the past; None where one tells of what is to come."""
        told = self.relative.is_past(moment.first, moment.next)
        alone = not self._tokens.joined(moment.first) and not self._tokens.joined(moment.next)
        return None if told is False and not alone else told is True

    def _going_on(self, index: int) -> tuple[Moment, Stated] | None:
        """The date at a token that goes on from the one in force, and that one."""
        for reads in IN_FORCE[ALL]:
            found = reads(self._in_force, self.parts, index)
            if found is not None:
                return found
        return None

    def pointed(self, index: int) -> Moment | None:
        """The date at a token that is told from the reference."""
        word = self._tokens.words[index]
        if word.digits is None and word.calendar is not None:
            ways = POINTED[word.calendar.entry]
        else:
            ways = POINTED["counted"] if word.ordinal is None else POINTED["counted ordinal"]
        for reads in ways:
            found = reads(self, index)
            if found is not None:
                return found
        return None

    def explicit(self, index: int) -> Moment | None:
        """The date written out at a token."""
        word = self._tokens.words[index]
        if word.digits is not None:
            ways = WRITTEN["digits"] if self.parts.is_apart(index) else ()
        elif word.ordinal is not None or word.numeral is not None:
            ways = WRITTEN["number"] if word.calendar is None else WRITTEN["number calendar"]
        else:
            ways = () if word.calendar is None else WRITTEN["calendar"]
        for reads in ways:
            found = reads(self, index)
            if found is not None:
                return found
        return None

    def numbers_by_year(self, moment: Moment) -> bool:
        """القانون 10/2018, القرار رقم 5/2019, القانون رقم 63 لسنة 1964."""
        tokens, at = self._tokens, moment.first - 1
        if tokens.texts[moment.first] in _OF_ITS_YEAR and moment.grain == "year":
            return self._is_number_of_a_law(at)
        if tokens.texts[moment.first + 1] != "/" or moment.next != moment.first + len("m/y"):
            return False
        for _ in range(_MOST_LAWS):  # القانونين 10/2018 و12/2019
            if tokens.texts[at] != "و" or tokens.texts[at - 2] != "/" or not tokens.joined(at + 1):
                break
            at -= len(("10", "/", "2018", "و"))
        at -= tokens.texts[at] == "رقم" and tokens.joined(at)
        return _is_one(tokens.texts[at], self._lexicon.context["numbered_by_year"]) and tokens.joined(at + 1)

    def _is_number_of_a_law(self, index: int) -> bool:
        """القانون رقم 63, قانون العقوبات رقم (111), المرسوم التشريعي 12."""
        tokens, laws = self._tokens, self._lexicon.context["numbered_by_year"]
        at = index - (tokens.texts[index] == ")")
        if tokens.words[at].digits is None:
            return False
        at -= 1 + (tokens.texts[at - 1] == "(")
        numbered = tokens.texts[at] in {"رقم", "برقم"}
        at -= numbered
        for back in range(at, at - _FAR_LAW, -1):
            text = tokens.texts[back]
            if not tokens.joined(back + 1) or not text.isalpha():
                return False
            if _is_one(text, laws):
                return True
            if not (numbered or text.startswith("ال")):  # المرسوم التشريعي 12
                return False
        return False

    def names_by_day(self, moment: Moment) -> bool:
        """شارع 23 شباط, كتائب شهداء 17 آذار, مدينة السادس من أكتوبر: a day without its year, behind what bears it."""
        tokens, at = self._tokens, moment.first - 1
        first_of = moment.grain == "span" and len(moment.edtf or "") == len("2022-11-01")  # شارع أول نوفمبر
        if not (moment.grain == "day" or first_of) or moment.year is not None or not tokens.joined(moment.first):
            return False
        if not first_of and moment.month is None and moment.calendar == "gregorian":
            return False
        if self.parts.names_weekday(moment.first):
            return False  # قصفت القرية الجمعة 6 أيلول
        if tokens.texts[moment.first] == "يوم":
            return False  # سقط الجسر يوم 3 أيلول
        words = self._lexicon.context["named_by_dates"]
        martyrs = tokens.texts[at] == "شهداء" and tokens.joined(at) and _is_one(tokens.texts[at - 1], words)
        return martyrs or _is_one(tokens.texts[at], words)

    def of_an_event(self, moment: Moment) -> Moment:
        """أحداث 11 أيلول, ثورة 25 يناير: known by its day, in a year that the words do not tell."""
        if moment.grain != "day" or moment.year is not None or moment.edtf is None or moment.month is None:
            return moment
        if not self._is_known_by_its_day(moment) or len(moment.edtf) != len("2019-03-05"):
            return moment
        return moment._replace(edtf=f"XXXX{moment.edtf[4:]}")

    def _is_known_by_its_day(self, moment: Moment) -> bool:
        before = self._tokens.texts[moment.first - 1]
        known = moment.grain == "day" and _is_one(before, self._lexicon.context["events_by_dates"])
        return known and self._tokens.joined(moment.first)

    def equated(self, moment: Moment) -> Moment:
        """22 رمضان الموافق 4 أيار."""
        return equated(self.parts, moment, self._in_force)

    def with_shared_year(self, first: Moment) -> Moment:
        """5 آذار و7 نيسان 2019: the year is said once, behind the last."""
        return of_a_year_told_later(self.parts, first)

    def _is_day_of_it(self, index: int) -> bool:
        """الخامس منه: one word or two before منه."""
        tokens = self._tokens
        return any(tokens.texts[at] == "منه" and tokens.joined(at) for at in (index + 1, index + 2, index + 3))

    def _day_may_follow(self, index: int) -> bool:
        """A number word begins a date only before a month or من, or as a year in words."""
        tokens = self._tokens
        before = tokens.texts[index - 1]
        if before in {"في", "يوم", "من", "بين", "الي", "حتي"} and tokens.joined(index):
            return True
        ordinal = tokens.words[index].ordinal
        if ordinal is not None and ordinal.clitics.preposition == "ل":
            return True
        calendar = self._lexicon.calendar
        for at in range(index + 1, index + 5):
            if not tokens.joined(at):
                return False
            text = tokens.texts[at]
            if (
                text in calendar.months
                or text in calendar.shifts
                or text in calendar.first
                or text in ENDED
                or text in {"شهر", "بشهر", "الشهر"}
            ):
                return True
            word = tokens.words[at]
            if word.calendar is not None:
                return True
        return False

    def numbered_too(self, moment: Moment) -> Moment:
        """العام الماضي 2014, هذا العام 1444 هـ: the year behind says again which it was."""
        tokens, at = self._tokens, moment.next
        shifts = self._lexicon.calendar.shifts
        told = tokens.texts[at - 1] in shifts or "هذا" in tokens.texts[moment.first]  # هذا العام 1444 هـ
        if moment.edtf is None or not told or not tokens.joined(at):
            return moment
        opened = tokens.texts[at] == "("
        at += opened
        text = tokens.texts[at]
        if len(text) != YEAR_DIGITS or not text.isdecimal() or not tokens.joined(at):
            return moment
        lunar = self.parts.mark(at + 1)
        if lunar is not None and lunar[0] == "hijri" and moment.grain == "year":
            after = lunar[1] + (opened and tokens.texts[lunar[1]] == ")")
            lunar_year = hijri.gregorian(int(text), None, None)
            return moment._replace(edtf=lunar_year, next=after, year=None, calendar="hijri")
        if moment.edtf[:YEAR_DIGITS] != text:
            return moment
        mark = None if opened else self.parts.mark(at + 1)
        after = at + 1 if mark is None or mark[0] != "gregorian" else mark[1]
        return moment._replace(next=after + (opened and tokens.texts[after] == ")"), year=int(text))


def _is_one(text: str, nouns: frozenset[str]) -> bool:
    """Whether a word is one of some nouns, with clitics and the article before it or without."""
    if text in nouns:
        return True
    for clitic in ("وال", "بال", "لل", "ال", "و", "ب", "ل", "ف"):
        if text.startswith(clitic) and text[len(clitic) :] in nouns:
            return True
    return False
