"""Dates of long ago: years of a life, years without a mark of their calendar, and days not told from publication."""

# ruff: noqa: PLR0911 - a grammar refuses early

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.reading.dates import hijri, spans_of_time
from raqqa_data.reading.dates.context import EARLIEST_WRITTEN, LATEST_WRITTEN, YEAR_DIGITS, DateContext, Moment
from raqqa_data.reading.dates.lunar_years import tells_its_hijri_year
from raqqa_data.records.estimate import Wording

if TYPE_CHECKING:
    from raqqa_data.reading.dates.in_force import DateInForce
    from raqqa_data.reading.dates.parts import DateParts
    from raqqa_data.reading.mention_draft import MentionDraft

_FIRST_PRINTED, _LATEST = 1900, 2050
_LONGEST_LIFE = 130
_NEAR = 5
_ROUND, _HALF, _CENTURY = 10, 50, 100
_LEAST_ROUND = 500  # years of a life before are not both round
_LEAST_DIGITS = 3
HIJRI_YEARS = range(1, 1600)
"""Years that a Hijri one may be."""
_LUNAR = range(1343, 1452)  # of these a year without a mark may be a Hijri one
_LAST_UNTABLED = 1342  # the tables of Umm al-Qura begin a year later
_NEAR_STATED = 150  # years
_LATEST_OF_OLD = 1500
_THIS = frozenset({"هذه", "هذا"})


# behind these how many did so, and before these how many of them since
_PLURALS = ("ون", "ين", "ات", "لي", "حي")  # القتلى (نحو 1253)


def _is_a_whole(text: str) -> bool:
    """هاجر نحو 1500 من الشبان; not سنة 1250 من الميلاد."""
    return text.startswith("ال") and text not in {"الميلاد", "الهجره"}


class AncientYears(DateContext):
    """Reads years that no word names and that are too early to be told by their number alone."""

    def lifetime(self, index: int) -> Moment | None:
        """(762-766 م), معاوية، 661-680 م.: two years in order, a mark behind one; in brackets or behind a name."""
        tokens, texts = self.tokens, self.tokens.texts
        again = texts[index - 1] in {"/", "="} and self.ended == index - 1
        # 500-600 is likelier a length
        apart = texts[index - 1] == "،" and texts[index - 2].isalpha() and texts[index][-1] != "0"
        if (
            not (again or apart or texts[index - 1] in {"(", "["})
            or not _LEAST_DIGITS <= len(texts[index]) <= YEAR_DIGITS
        ):
            return None
        first = self.mark(index + 1)
        at = index + 1 if first is None else first[1]
        text = texts[at + 1]
        if texts[at] not in {"-", "/"} or not text.isdecimal() or not _LEAST_DIGITS <= len(text) <= YEAR_DIGITS:
            return None
        last = self.mark(at + 2)
        behind = at + 2 if last is None else last[1]
        told = last or first
        if told is None or (first is not None and last is not None and first[0] != last[0]):
            return None  # (530هـ – 1137م) is one year
        closed = texts[behind] in {")", "]", "/", "="} and tokens.joined(behind)
        if not (closed or (apart and texts[behind] in {".", "،", "؛", ""})):
            return None
        if told[0] == "hijri" and int(texts[index]) < int(text) and (first is None or first[0] == "hijri"):
            begun, ended = (hijri.gregorian(number, None, None) for number in (int(texts[index]), int(text)))
            both = None if begun is None or ended is None else f"{begun.partition('/')[0]}/{ended.rpartition('/')[2]}"
            return self.moment(both, index, behind, "span", calendar="hijri")
        if told[0] == "before_christ" and int(texts[index]) > int(text):
            return self.moment(None, index, behind, "span")  # (539-337 ق.م)
        if told[0] != "gregorian":
            return None
        words = {word.lstrip("وبل").removeprefix("ال") for word in texts[max(self.floor, index - _NEAR) : index - 1]}
        if not words.isdisjoint(self.lexicon.context["lengths"]):
            return None  # على ارتفاع (1361-1528 م)
        begin, end = int(texts[index]), int(text)
        if not begin < end <= LATEST_WRITTEN or (last is not None and last[0] != "gregorian"):
            return None
        if begin % _HALF == end % _HALF == 0 or (begin < _LEAST_ROUND and begin % _ROUND == end % _ROUND == 0):
            return None  # الجبال (1200-1500 م)
        edtf = f"{spans_of_time.year(begin)}/{spans_of_time.year(end)}"
        return self.moment(edtf, index, behind, "span", end)

    def goes_before_christ(self, value: int, after: int) -> bool:
        """بين عامي 745 و727 ق.م: whether the lesser year behind this one has the mark of both."""
        tokens, texts = self.tokens, self.tokens.texts
        if not tokens.joined(after) or texts[after] not in self.lexicon.context["to"] | {"و", "-"}:
            return False
        at = after + 1 + (texts[after + 1] in {"عام", "سنه"})
        mark = self.mark(at + 1) if texts[at].isdecimal() and tokens.joined(at) else None
        return mark is not None and mark[0] == "before_christ" and int(texts[at]) < value

    def ends_a_life(self, index: int) -> bool:
        """(22 أبريل 571 - 8 يونيو 632): three digits behind a month, and the bracket or another day behind them."""
        texts, after = self.tokens.texts, index + 1
        if len(texts[index]) != _LEAST_DIGITS:
            return False
        return texts[after] == ")" or (texts[after] == "-" and self.tokens.words[after + 2].calendar is not None)

    def said_again(self, index: int) -> bool:
        """سنة 15 هـ (636), 1308 هـ / 1891: the year of a Hijri one, right behind it."""
        tokens, texts = self.tokens, self.tokens.texts
        behind, joint = texts[index + 1], texts[index - 1]
        if self.ended != index - 1 or joint not in {"(", "/", "-"} or not tokens.joined(index):
            return False
        ends = behind in {")", "]", "م"} if joint == "(" else joint == "/" or not self._may_be_counted(index + 1)
        lunar = next((int(text) for text in texts[index - 2 : index - 5 : -1] if text.isdecimal()), 0)
        return ends and _LEAST_DIGITS <= len(texts[index]) <= YEAR_DIGITS and hijri.may_be(lunar, int(texts[index]))

    def is_told_of_the_past(self, index: int, value: int, after: int) -> bool:
        """بين 1361 و1528, ولد حوالي 1890, يعود إلى نحو 1200: where nothing that can be counted stands behind."""
        if not EARLIEST_WRITTEN <= value <= _LATEST or self._may_be_counted(after):
            return False
        if self.tokens.texts[after] == "-" and self._may_be_counted(after + 2):
            return False  # رمم 1174-1193 بيتا
        tokens, texts = self.tokens, self.tokens.texts
        qualifier = self.lexicon.qualifiers.before(tokens, index, self.floor)
        first = index if qualifier is None else qualifier.first
        if qualifier is not None and qualifier.wording is not Wording.ABOUT:
            return False
        subject = texts[first - 1].removeprefix("و") in self.lexicon.context["of_many"] and tokens.joined(first)
        if subject or texts[after] in self.lexicon.context["lasting_since"]:
            return False  # هاجر نحو 1520 إلى الشمال
        near = [text for text in texts[max(self.floor, first - _NEAR) : first] if text not in {"بين", "فقط"}]
        near += [text[1:] for text in near if text[0] in "وف"]
        if qualifier is None and self._stands_for_a_date(index, after, near):
            return True
        historic = not self.lexicon.context["historic"].isdisjoint(near)
        if qualifier is not None:
            told = self.year is not None and abs(value - self.year) <= _LONGEST_LIFE and bool(value % _ROUND)
            historic = historic or (told and self.lexicon.quantified.isdisjoint(near))
            bracketed = texts[first - 1] == "(" and texts[after] == ")" and not texts[first - 2].endswith(_PLURALS)
            return historic or (bracketed and bool(value % _ROUND))
        paired = texts[index - 1].endswith("بين") or texts[index - 1] == "من"
        joint = texts[after] if texts[after] != "وحتي" else "حتي"
        if paired and tokens.joined(index) and (joint == "و" or joint in self.lexicon.context["to"]):
            text = texts[after + 1]
            later = text.isdecimal() and len(text) == YEAR_DIGITS and value < int(text) <= _LATEST
            odd = value % _ROUND or (later and int(text) % _ROUND)
            quantified = not self.lexicon.quantified.isdisjoint(near) or any("تراوح" in text for text in near)
            return bool(later and odd and not quantified and not self._may_be_counted(after + 2))
        before = texts[index - 1]
        if before in {"في", "منذ"} and not tokens.texts[after].isalpha() and self.lexicon.quantified.isdisjoint(near):
            return bool(value % _ROUND) and value not in _LUNAR and texts[after] not in {"-", "/"}
        dated = before in {"في", "منذ", "حتي", "(", "،"} or before in self.lexicon.context["historic"]
        return dated and historic and tokens.joined(index) and bool(value % _CENTURY) and value not in _LUNAR

    def _stands_for_a_date(self, index: int, after: int, near: list[str]) -> bool:
        """(ت 1250), في ال2005, and بيروت، 1998 at the end of what it ends."""
        texts, value = self.tokens.texts, int(self.tokens.texts[index])
        likely = _FIRST_PRINTED <= value <= _LATEST and bool(value % _CENTURY)
        if texts[index - 1] == "ال":
            return likely and texts[index - 2] in {"في", "وفي", "منذ", "عام"} and self.tokens.glued(index)
        at = index - 1 - (texts[index - 1] == ".")
        if texts[at] in {"ت", "و"} and texts[at - 1] == "(":
            return texts[after] in {")", "،", "/"} or self.mark(after) is not None
        ends = texts[after] in {")", "]"} or not self.tokens.joined(after + (texts[after] == "."))
        apart = texts[index - 1] == "،" and texts[index - 2].isalpha() and len(texts[index - 2]) > 1
        return likely and apart and ends and self.lexicon.quantified.isdisjoint(near)

    def _may_be_counted(self, index: int) -> bool:
        """Whether a unit, a number or an indefinite noun stands there."""
        tokens, text = self.tokens, self.tokens.texts[index]
        if not tokens.joined(index) or not text:
            return False
        numeral = tokens.words[index].numeral
        if self.measures(index) or text in {"%", "$"} or (numeral is not None and not numeral.clitics.skip):
            return text != "م"
        if text in {"منها", "منهم", "منهن"} or (text == "من" and _is_a_whole(tokens.texts[index + 1])):
            return True  # بني نحو 1200 منها
        context = self.lexicon.context
        if text in self.lexicon.counted or text in context["nouns_in_waw_and_fa"] or text in context["nouns_in_ba"]:
            return True  # رممت 1250 وحدة
        if not text.isalpha() or len(text) <= 1 or text in self.lexicon.context["not_nouns"]:
            return False
        return not text.startswith(("ال", "و", "ب", "ف", "لل"))

    def hijri_range(self, index: int, value: int, after: int) -> Moment | None:
        """1436-1437هـ, and 1435 / 1436 where both are likelier of that calendar."""
        tokens = self.tokens
        if tokens.texts[after] not in {"-", "/"}:
            return None
        text = tokens.texts[after + 1]
        joined = tokens.joined(after) and tokens.joined(after + 1)
        if not joined or not text.isdecimal() or len(text) > YEAR_DIGITS or not value < int(text):
            return None
        mark = self.mark(after + 2)
        if mark is None or mark[0] != "hijri" or int(text) not in HIJRI_YEARS:
            return None
        first, last = (hijri.gregorian(number, None, None) for number in (value, int(text)))
        edtf = None if first is None or last is None else f"{first.partition('/')[0]}/{last.rpartition('/')[2]}"
        return self.moment(edtf, index, mark[1], "span", calendar="hijri")


def of_either_calendar(parts: DateParts, in_force: DateInForce, moment: Moment, draft: MentionDraft) -> MentionDraft:
    """The date, with its Hijri reading told too where its year is early; that one first where the text dates so.

    Args:
        parts: The reader of dates.
        in_force: The dates stated last.
        moment: The date found.
        draft: The mention that it makes.
    """
    if moment.calendar == "hijri":
        in_force.lunar = in_force.lunar or moment.other is None
        return draft
    year, last = moment.year, moment.next - 1
    if moment.grain != "year" or year is None or moment.other is not None or len(moment.edtf or "") != len("0654"):
        return draft
    bracketed = parts.tokens.texts[moment.first - 1] in {"(", "/"}  # 15 هـ (636)
    marked = parts.mark(last) is not None or parts.mark(moment.next) is not None
    if bracketed or marked:
        in_force.solar = year  # 654 م
        return draft
    near = in_force.solar is not None and abs(in_force.solar - year) <= _NEAR_STATED
    if near or year > (_LAST_UNTABLED if in_force.lunar else EARLIEST_WRITTEN - 1):
        return draft
    lunar = draft._replace(period=None, calendar="hijri")
    return lunar._replace(instead=draft) if in_force.lunar else draft._replace(instead=lunar)


def is_of_old(parts: DateParts, moment: Moment) -> bool:
    """Whether a line that has told this date tells of long ago; a date without its year leaves it as it is."""
    if moment.calendar == "hijri":
        if moment.edtf is not None and not tells_its_hijri_year(parts, moment):
            return parts.of_old
        told = parts.tokens.texts[moment.first : moment.next]
        late = any(len(text) == YEAR_DIGITS and text.isdecimal() for text in told)
        return moment.edtf is None and not late
    return parts.of_old if moment.year is None else moment.year < _LATEST_OF_OLD


def without_publication(parts: DateParts, moment: Moment, *, pointed: bool) -> Moment:
    """توفي سنة 829 هـ ودفن يوم الأربعاء: a day that nothing tells.

    Args:
        parts: The reader of dates.
        moment: A date in such a line.
        pointed: Whether it is told from the day of publication.
    """
    texts, first = parts.tokens.texts, moment.first
    if moment.calendar == "hijri":
        untold = moment.edtf is not None and not tells_its_hijri_year(parts, moment)
    elif not pointed or parts.is_said_when(moment):
        untold = False
    else:
        weekday = parts.names_weekday(moment.next - 1) and moment.grain == "day"
        next_day = texts[moment.next - 1] == "الغد" and texts[first - 1].removeprefix("و") == "من"
        untold = weekday or next_day or (texts[first].removeprefix("و") in _THIS and moment.grain == "year")
    return moment._replace(edtf=None, other=None) if untold else moment
