"""Years behind a month and behind عام."""

# ruff: noqa: PLR0911 - a grammar refuses early

from __future__ import annotations

from raqqa_data.reading.dates import hijri, spans_of_time
from raqqa_data.reading.dates.bare_years import LIFETIME, LIKELY_FIRST, LIKELY_LAST, BareYears
from raqqa_data.reading.dates.context import (
    EARLIEST_SHORT,
    EARLIEST_WRITTEN,
    LATEST_WRITTEN,
    YEAR_DIGITS,
    Moment,
    YearFound,
)
from raqqa_data.reading.dates.own_years import turned_years
from raqqa_data.reading.numbers.cursor import THOUSAND
from raqqa_data.reading.numbers.number import parse_number
from raqqa_data.reading.numbers.ordinals import parse_ordinal

_LEAST_UNMARKED = 100
_LEAST_OF_A_CENTURY = 3
_COUNTED_YEARS = frozenset({"كل", "مده", "لمده", "خلال", "بعد", "قبل", "منذ", "مقابل"})
YEAR_NOUNS = frozenset({"عام", "العام", "لعام", "للعام", "بعام", "وعام", "سنه", "السنه", "لسنه", "للسنه", "وسنه"})
_SAME = frozenset({"نفس", "ذات", "ذلك", "تلك"})


class Years(BareYears):
    """Reads years."""

    def year_behind(self, index: int) -> YearFound | None:
        """[من] [العام] 2017 م, من العام نفسه, ،ألفين وعشرين."""
        tokens = self.tokens
        at = index
        if not tokens.joined(at):
            return None
        comma = tokens.texts[at] in {"،", ","}
        dashed = tokens.texts[at] == "-" and tokens.glued(at) and tokens.glued(at + 1)
        at += comma or (dashed and len(tokens.texts[at + 1]) == YEAR_DIGITS)
        if tokens.texts[at] in {"من", "في", "/"} and tokens.joined(at):
            at += 1
        if tokens.texts[at] in _SAME and tokens.texts[at + 1] in {"العام", "السنه"} and tokens.joined(at + 1):
            return YearFound(self.year or self.same_year, at + 2, "gregorian")
        if tokens.texts[at] in YEAR_NOUNS and tokens.joined(at):
            return self._after_year_noun(at + 1)
        if tokens.texts[at] in {"هذا", "هذه"} and tokens.texts[at + 1] in {"العام", "السنه"} and tokens.joined(at + 1):
            return YearFound(self.this_year, at + 2, "gregorian")
        if tokens.texts[index] in {"من", "في"} and at == index + 1 and not tokens.texts[at].isdecimal():
            return None
        return self.year_number(at, named=False, comma=comma)

    def _after_year_noun(self, index: int) -> YearFound | None:
        tokens = self.tokens
        shift = self.shift_behind(index)
        if shift is not None:
            told = tokens.texts[index] in self.lexicon.context["the_next"]
            base = self.year or self.same_year if told else self.this_year
            return YearFound(None if base is None else base + shift[0], shift[1], "gregorian")
        if self.words.shifts.get(tokens.texts[index]) == "same" and tokens.joined(index):
            return YearFound(self.year or self.same_year, index + 1, "gregorian")
        return self.year_number(index, named=True, comma=False) or self._ordinal_year(index)

    def _ordinal_year(self, index: int) -> YearFound | None:
        """السنة الثانية للهجرة, العام التاسع من الهجرة."""
        ordinal = parse_ordinal(self.tokens, self.lexicon, index) if self.tokens.joined(index) else None
        mark = None if ordinal is None else self.mark(ordinal.next)
        return None if ordinal is None or mark is None else YearFound(ordinal.value, mark[1], mark[0])

    def year_number(self, index: int, *, named: bool, comma: bool) -> YearFound | None:
        """The year at a token, in digits or words.

        Args:
            index: The token.
            named: Whether عام stands before it, so that any number may be a year.
            comma: Whether a comma parts it from a month, so that a unit behind it says nothing.
        """
        tokens = self.tokens
        word = tokens.words[index]
        if not tokens.joined(index):
            return None
        if word.digits is not None:
            value, after = word.digits.value, index + 1
            if not word.digits.plain or not isinstance(value, int):
                return None
            named = named or self.ends_a_life(index)
            right_length = len(word.digits.text) == YEAR_DIGITS or named
        elif word.numeral is not None:
            number = parse_number(tokens, self.lexicon, index)
            if number is None or not isinstance(number.value, int):
                return None
            value, after = number.value, number.next
            alone = after == index + 1 and not value % THOUSAND  # سحبت في حزيران ألفين
            right_length = named or (value >= EARLIEST_WRITTEN and (comma or not alone))
        else:
            return None
        mark = self.mark(after)
        if mark is not None:
            return YearFound(value, mark[1], mark[0]) if 1 <= value <= LATEST_WRITTEN else None
        if not right_length or not (1 if named else EARLIEST_WRITTEN) <= value <= LATEST_WRITTEN:
            return None
        unlikely = not named and not comma and not LIKELY_FIRST <= value <= LIKELY_LAST and word.digits is not None
        behind = tokens.texts[after]
        if unlikely and (behind in self.lexicon.counted or (behind[-1:] == "ا" and self.counted(after, worded=False))):
            return None  # في 6 شباط 1850 مبنى, not 5 آذار 1830 بمدينة
        if not named and not comma and self.measures(after):
            weekday = tokens.words[after + 1].calendar
            if tokens.texts[after] != "يوم" or weekday is None or weekday.entry != "weekday":
                return None
        return YearFound(value, after, "gregorian")

    def year_noun(self, index: int) -> Moment | None:  # noqa: C901, PLR0912 - a list of refusals
        """عام 1948, سنة ألف وتسعمئة, عامي 2014 و2017, العام الجاري."""
        tokens = self.tokens
        word = tokens.words[index]
        if word.calendar is None or word.calendar.entry != "noun":
            return None
        clitics = word.calendar.clitics
        noun = self.words.nouns[word.calendar.stem]
        if noun not in {"year", "years"} or not tokens.joined(index + 1) or tokens.texts[index - 1] == "بشكل":
            return None
        start = tokens.starts[index] + clitics.skip
        turned = turned_years(self, index + 1, tokens.texts[index + 1 : index + 4 : 2], index + 4)
        if turned is not None and tokens.texts[index + 2] in {"/", "-"}:
            return turned._replace(first=index, start=start)  # العام 2022/2021
        adjective = self.words.marks.match(tokens, index + 1) if tokens.texts[index + 1].startswith("ال") else None
        at = index + 1 + (noun == "years" and tokens.texts[index + 1] == ":")  # أعوام: 1958، 1962
        year = self.year_number(at if adjective is None else adjective[1], named=True, comma=False)
        year = year or self._enclosed_year(index + 1) or self._ordinal_year(index + 1)
        year = year or self.year_moved(index + 1, ends=False)
        if adjective is not None and adjective[0] == "hijri":
            return self._hijri_year_noun(year, index, adjective[1], start)
        if year is None or year.number is None:
            return None
        early = self._are_two_early(year, index) or self.goes_before_christ(year.number, year.next)
        if noun == "years" and year.number < EARLIEST_WRITTEN and not early:
            return None
        marked = year.next > index + 2 and self.mark(year.next - 1) is not None
        if clitics.article and not marked and year.calendar == "gregorian" and self.counts_this_year(year, index):
            return None
        if year.number < _LEAST_UNMARKED and not marked and year.calendar == "gregorian":
            short = self._two_digits(year, index, start) or self._of_a_century(year, index, start)
            return short if noun == "year" else None
        if clitics.article and tokens.texts[index - 1] in self.lexicon.context["titles"] and tokens.joined(index):
            return None
        if year.calendar == "before_christ" or self.goes_before_christ(year.number, year.next):
            return self.moment(None, index, year.next, "year", start=start)
        if year.calendar == "hijri":
            edtf = hijri.gregorian(year.number, None, None)
            return self.moment(edtf, index, year.next, "year", None, None, "hijri", start=start)
        both = self.in_both_calendars(year.number, year.next)
        if both is not None and not marked:
            return self.moment(spans_of_time.year(both), index, year.next + 2, "year", both, start=start)
        lunar = None if marked else self.hijri_range(index, year.number, year.next)
        if lunar is not None:
            return lunar._replace(start=start)
        medieval = self.year is not None and year.number - LIFETIME <= self.year <= year.number + LIFETIME
        if not marked and noun == "year" and hijri.is_likely(year.number) and not medieval:
            edtf = hijri.gregorian(year.number, None, None)
            if edtf is not None:
                found = self.moment(edtf, index, year.next, "year", calendar="hijri", start=start)
                return found._replace(other=spans_of_time.year(year.number))
        found = self.moment(spans_of_time.year(year.number), index, year.next, "year", year.number, start=start)
        return found._replace(pair=noun == "years")

    def _are_two_early(self, year: YearFound, index: int) -> bool:
        """بين عامي 762 و766."""
        texts, at = self.tokens.texts, year.next
        two = self.tokens.words[index].calendar
        paired = two is not None and two.stem in {"عامي", "سنتي"} and texts[at] == "و" and self.tokens.joined(at + 1)
        return bool(paired and year.number and year.number >= _LEAST_UNMARKED and texts[at + 1].isdecimal())

    def _two_digits(self, year: YearFound, index: int, start: int) -> Moment | None:
        """سنة 95, في عام 97: a year without its century, which is the last or this one's; عمره 40 سنة is none."""
        tokens = self.tokens
        text, before = tokens.texts[year.next - 1], tokens.texts[index - 1]
        if len(text) != len("95") or not text.isdecimal() or year.number is None or before.isdecimal():
            return None
        judged = tokens.texts[year.next] in self.lexicon.context["of_courts"]
        if judged or tokens.words[index - 1].numeral is not None or self.counted(year.next, worded=False):
            return None
        last, this = 1900 + year.number, 2000 + year.number
        first, other = (last, this) if year.number >= EARLIEST_SHORT else (this, last)
        found = self.moment(spans_of_time.year(first), index, year.next, "year", first, start=start)
        return found._replace(other=spans_of_time.year(other))

    def _of_a_century(self, year: YearFound, index: int, start: int) -> Moment | None:
        """وقيل سنة سبع وثمانين: a year in words whose century went before; no سنة واحدة, no سنة ثلاثة أشهر."""
        tokens, number = self.tokens, year.number or 0
        before, behind = tokens.texts[index - 1], tokens.texts[year.next]
        if number < _LEAST_OF_A_CENTURY or tokens.words[index + 1].numeral is None:
            return None
        if tokens.words[index - 1].numeral is not None or before.removeprefix("و") in _COUNTED_YEARS:
            return None
        if behind in {"منهم", "منها", "منهن"} or tokens.words[year.next].dual is not None:
            return None
        if self.counted(year.next, worded=True) and behind not in self.lexicon.context["past"]:
            return None
        return self.moment(None, index, year.next, "year", start=start)

    def _enclosed_year(self, index: int) -> YearFound | None:
        """سنة (839) هـ: the year in brackets, its mark behind them."""
        tokens = self.tokens
        digits = tokens.words[index + 1].digits
        enclosed = tokens.texts[index] == "(" and tokens.texts[index + 2] == ")" and tokens.joined(index + 1)
        mark = self.mark(index + 3) if enclosed and digits is not None and tokens.joined(index + 3) else None
        if mark is None or digits is None or not digits.plain or not isinstance(digits.value, int):
            return None
        return YearFound(digits.value, mark[1], mark[0]) if 1 <= digits.value <= LATEST_WRITTEN else None

    def _hijri_year_noun(self, year: YearFound | None, index: int, after: int, start: int) -> Moment | None:
        """العام الهجري 1445, السنة الهجرية المقبلة."""
        shift = self.shift_behind(after)
        if shift is not None:
            now = None if self.today is None else hijri.year_of(self.today)
            number, after = (None if now is None else now + shift[0]), shift[1]
        elif year is not None and year.number is not None:
            number, after = year.number, year.next
        else:
            return None
        edtf = None if number is None else hijri.gregorian(number, None, None)
        return self.moment(edtf, index, after, "year", calendar="hijri", start=start)
