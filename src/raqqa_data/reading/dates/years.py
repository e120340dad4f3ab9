"""Years: behind a month, behind عام, and bare."""

# ruff: noqa: PLR0911, PLR2004 - a grammar refuses early, its small numbers are those of language and calendar

from __future__ import annotations

from raqqa_data.reading.dates import hijri, spans_of_time
from raqqa_data.reading.dates.ancient import HIJRI_YEARS, AncientYears
from raqqa_data.reading.dates.context import (
    EARLIEST_SHORT,
    EARLIEST_WRITTEN,
    LATEST_WRITTEN,
    YEAR_DIGITS,
    Moment,
    YearFound,
)
from raqqa_data.reading.numbers.cursor import THOUSAND
from raqqa_data.reading.numbers.number import parse_number
from raqqa_data.records.estimate import Wording

# a bare number of four digits is a year only between these
_EARLIEST, _LATEST = 1500, 2100
_LIKELY_FIRST, _LIKELY_LAST = 1900, 2050
_EARLIEST_IN_WORDS, _LEAST_UNMARKED = 1000, 100
_JOINTS = frozenset("-/.:%")
_NEAR = 4
_LIFETIME = 100  # years told one after another are seldom further apart
_QUOTED, _CLOSING = frozenset('“«"'), frozenset('”»")')
_OPENING = _QUOTED | {"("}
_ENDS = frozenset(".،؛)") | {"", "و", "\n"}
YEAR_NOUNS = frozenset({"عام", "العام", "لعام", "للعام", "بعام", "وعام", "سنه", "السنه", "لسنه", "للسنه", "وسنه"})
_GLUED_BEFORE = frozenset('(«"“/-،[') | {"ل", "ب", "و", "ال", "من", "في"}
_ANNOUNCING = frozenset({"اعوام", "الاعوام", "سنوات", "السنوات"})
_SAME = frozenset({"نفس", "ذات", "ذلك", "تلك"})


class Years(AncientYears):
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
            return YearFound(self.year, at + 2, "gregorian")
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
            base = self.year if tokens.texts[index] in {"التالي", "التاليه"} and self.year else self.this_year
            return YearFound(None if base is None else base + shift[0], shift[1], "gregorian")
        if self.words.shifts.get(tokens.texts[index]) == "same" and tokens.joined(index):
            return YearFound(self.year, index + 1, "gregorian")
        return self.year_number(index, named=True, comma=False)

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
            right_length = value >= EARLIEST_WRITTEN or named
        else:
            return None
        mark = self.mark(after)
        if mark is not None:
            return YearFound(value, mark[1], mark[0]) if 1 <= value <= LATEST_WRITTEN else None
        if not right_length or not (1 if named else EARLIEST_WRITTEN) <= value <= LATEST_WRITTEN:
            return None
        unlikely = not named and not comma and not _LIKELY_FIRST <= value <= _LIKELY_LAST and word.digits is not None
        behind = tokens.texts[after]
        if unlikely and (behind in self.lexicon.counted or (behind[-1:] == "ا" and self.counted(after, worded=False))):
            return None  # في 6 شباط 1850 مبنى, not 5 آذار 1830 بمدينة
        if not named and not comma and self.measures(after):
            weekday = tokens.words[after + 1].calendar
            if tokens.texts[after] != "يوم" or weekday is None or weekday.entry != "weekday":
                return None
        return YearFound(value, after, "gregorian")

    def year_noun(self, index: int) -> Moment | None:  # noqa: C901 - a list of refusals
        """عام 1948, سنة ألف وتسعمئة, عامي 2014 و2017, العام الجاري."""
        tokens = self.tokens
        word = tokens.words[index]
        if word.calendar is None or word.calendar.entry != "noun":
            return None
        clitics = word.calendar.clitics
        noun = self.words.nouns[word.calendar.stem]
        if noun not in {"year", "years"} or not tokens.joined(index + 1):
            return None
        start = tokens.starts[index] + clitics.skip
        adjective = self.words.marks.match(tokens, index + 1) if tokens.texts[index + 1].startswith("ال") else None
        at = index + 1 + (noun == "years" and tokens.texts[index + 1] == ":")  # أعوام: 1958، 1962
        year = self.year_number(at if adjective is None else adjective[1], named=True, comma=False)
        year = year or self.year_moved(index + 1, ends=False)
        if adjective is not None and adjective[0] == "hijri":
            return self._hijri_year_noun(year, index, adjective[1], start)
        if year is None or year.number is None:
            return None
        if noun == "years" and year.number < EARLIEST_WRITTEN and not self._are_two_early(year, index):
            return None
        marked = year.next > index + 2 and self.mark(year.next - 1) is not None
        if clitics.article and not marked and year.calendar == "gregorian" and self.counts_this_year(year, index):
            return None
        if year.number < _LEAST_UNMARKED and not marked and year.calendar == "gregorian":
            return self._two_digits(year, index, start) if noun == "year" else None
        if clitics.article and tokens.texts[index - 1] in self.lexicon.context["titles"] and tokens.joined(index):
            return None
        if year.calendar == "before_christ":
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
        medieval = self.year is not None and year.number - _LIFETIME <= self.year <= year.number + _LIFETIME
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

    def bare_year(self, index: int) -> Moment | None:
        """2017 behind في or before a range's end; 1445 هـ; never a number that counts something."""
        short = self._short_year(index)
        if short is not None:
            return short
        found = self._bare_number(index)
        if found is None:
            return None
        value, after, start = found
        lived = self.lifetime(index)
        if lived is not None:
            return lived
        mark = self.mark(after)
        if mark is not None and mark[0] == "before_christ":
            return self.moment(None, index, mark[1], "year", start=start)
        if mark is not None and 1 <= value <= LATEST_WRITTEN:
            if mark[0] == "hijri":
                edtf = hijri.gregorian(value, None, None)
                return self.moment(edtf, index, mark[1], "year", calendar="hijri", start=start)
            spelled = self.tokens.texts[after] != "م"
            dated = spelled or self._looks_dated(index) or self._is_no_length(index, value)
            again = self.said_again(index)
            if mark[0] == "gregorian" and (again or (value >= EARLIEST_WRITTEN and dated)):
                return self.moment(spans_of_time.year(value), index, mark[1], "year", value, start=start)
        both = self.in_both_calendars(value, after)
        if both is not None:
            return self.moment(spans_of_time.year(both), index, after + 2, "year", both, start=start)
        lunar = self.hijri_range(index, value, after)
        if lunar is not None:
            return lunar
        return (
            self.moment(spans_of_time.year(value), index, after, "year", value, start=start)
            if self._is_bare_year(index, value, after)
            else None
        )

    def _is_no_length(self, index: int, value: int) -> bool:
        """1937م is a year unless a word of length governs it: سباق 1500 م."""
        tokens, lengths = self.tokens, self.lexicon.context["lengths"]
        if value > _LATEST or self.lexicon.qualifiers.before(tokens, index, self.floor) is not None:
            return False
        at = index - 1
        while at >= max(self.floor, index - _NEAR) and tokens.joined(at + 1) and tokens.texts[at].isalpha():
            text = tokens.texts[at]
            for stem in (text, text[1:], text[2:], text[3:]):
                if stem in lengths or stem.removesuffix("ها").removesuffix("ه") in lengths:
                    return False
            at -= 1
        return True

    def _short_year(self, index: int) -> Moment | None:
        """حرب 73, أراضي الـ48: two digits behind what is known by its year."""
        tokens = self.tokens
        text = tokens.texts[index]
        if len(text) != 2 or not text.isdecimal() or not tokens.joined(index):
            return None
        at = index - 1
        at -= tokens.texts[at] == "ال" and tokens.joined(at)
        named = tokens.texts[at].removeprefix("و") in self.lexicon.context["short_years"]
        if not named or int(text) < EARLIEST_SHORT or self.counted(index + 1, worded=True):
            return None
        if self.lexicon.qualifiers.before(tokens, index, self.floor) is not None or tokens.texts[index + 1] in _JOINTS:
            return None
        return self.moment(f"19{text}", index, index + 1, "year", 1900 + int(text))

    def _bare_number(self, index: int) -> tuple[int, int, int] | None:
        """A number that can be a year without عام: its value, the token after it, and its offset."""
        tokens = self.tokens
        word = tokens.words[index]
        if word.digits is not None:
            value = word.digits.value
            if not word.digits.plain or not isinstance(value, int):
                return None
            if len(word.digits.text) != YEAR_DIGITS:
                marked = self.mark(index + 1)
                lunar = marked is not None and marked[0] == "hijri" and value in HIJRI_YEARS
                ancient = marked is not None and marked[0] == "before_christ"
                if not (lunar or ancient or self.said_again(index) or self.lifetime(index) is not None):
                    return None
            return value, index + 1, tokens.starts[index]
        number = parse_number(tokens, self.lexicon, index)
        if number is None or not isinstance(number.value, int) or number.preposition:
            return None
        if not number.value % THOUSAND or tokens.texts[index - 1] not in {"في", "منذ", "حتي"}:
            return None
        return number.value, number.next, number.start

    def _is_bare_year(self, index: int, value: int, after: int) -> bool:
        tokens = self.tokens
        digits = tokens.words[index].digits is not None
        if digits and (self.said_again(index) or self.is_told_of_the_past(index, value, after)):
            return True
        enclosed = digits and tokens.texts[index - 1] in _OPENING and tokens.texts[after + 2] in _CLOSING
        if not (_EARLIEST if digits and not enclosed else _EARLIEST_IN_WORDS) <= value <= _LATEST:
            return False
        if tokens.glued(index) and tokens.texts[index - 1] not in _GLUED_BEFORE:
            return False
        if self._opens_range(after):
            return True
        if self._goes_on(index):
            if _LIKELY_FIRST <= value <= _LIKELY_LAST:
                return not self.counted(after, worded=False)
            if self.year is not None and 0 < value - self.year <= _LIFETIME and value % 100:
                return not self.counted(after, worded=True)  # في 1593 و1603 و1625
        if digits and self._set_apart(index, value, after):
            return True
        if not self._looks_dated(index) and not (digits and self._names_year(index, value)):
            return False
        if self._reaches(index) or self._between_counted(index, after):
            return False
        # a round number, or one behind من, counts whatever noun follows it; one behind في only what is measured
        before = tokens.texts[index - 1].removeprefix("و")
        counting = not value % 100 or before in {"من", "الي"}
        if digits and before in {"في", "منذ", "منتصف"} and value % 100 and _LIKELY_FIRST <= value <= _LIKELY_LAST:
            return not self.measures(after) and not self._is_scale_at(after)
        return not self.counted(after, worded=not digits or counting)

    def _between_counted(self, index: int, after: int) -> bool:
        """بين 2004 و2007 أشخاص count."""
        texts = self.tokens.texts
        between = texts[index - 1].endswith("بين") and texts[after] == "و" and texts[after + 1].isdecimal()
        return between and self.counted(after + 2, worded=False)

    def _is_scale_at(self, index: int) -> bool:
        numeral = self.tokens.words[index].numeral
        return numeral is not None and self.tokens.joined(index) and not numeral.clitics.skip

    def _reaches(self, index: int) -> bool:
        """تصل طاقته إلى 1500, بلغ المسجلون 2010: a verb of quantity stands before, with what it speaks of between."""
        tokens, context = self.tokens, self.lexicon.context
        before = tokens.texts[index - 1]
        if before != "الي" and (before in context["year_openers"] or before[:1] in {"ب", "ل"}):
            return False
        at = index - 1 - (before == "الي")
        while at >= max(self.floor, index - _NEAR) and tokens.joined(at + 1) and tokens.texts[at].isalpha():
            text = tokens.texts[at]
            stem = text[1:] if text[0] in "وف" else text
            if not {text, stem}.isdisjoint(context["arriving"] | context["count_words"]):
                return True
            at -= 1
        return False

    def _set_apart(self, index: int, value: int, after: int) -> bool:
        """1994 - إعلان at a line's head, (براون - 1840), «1964», «الناظر» 2001."""
        tokens = self.tokens
        texts, joined = tokens.texts, tokens.joined(index)
        if not _LIKELY_FIRST - 200 <= value <= _LIKELY_LAST or not value % 100:
            return False
        before, behind = texts[index - 1], texts[after]
        if not joined or before in {".", "؛"}:
            return behind == "-" and tokens.joined(after) and texts[after + 1].isalpha() and value >= _LIKELY_FIRST
        if behind == ")" and before == "-":
            return texts[index - 2].isalpha()
        if value < _LIKELY_FIRST:
            return False
        author = texts[index - 2]
        if before in {",", "،", "."} and (author in {"واخرون", "واخرين"} or (author.isascii() and author.isalpha())):
            return behind in {")", "]", ";", "؛", ","}  # (Smith et al., 2017)
        quoted = before in _CLOSING and behind in _ENDS
        return quoted or (before in _QUOTED and tokens.in_brackets(index) and not self.counted(after + 1, worded=True))

    def _goes_on(self, index: int) -> bool:
        """2011 و2012 و2013: a year joined to a date that named one."""
        tokens, texts = self.tokens, self.tokens.texts
        joint, before = texts[index - 1], texts[index - 2]
        if joint == "و" and self.year_end == index - 2 and (before == "،" or before[:1] == "ل"):
            told = texts[index - 4] in {"،", "و"} or not _ANNOUNCING.isdisjoint(texts[index - 6 : index - 3])
            listed = told and (texts[index + 1] == "و" or not texts[index + 1].isalpha())  # 1987، 1993، و1999
            return tokens.joined(index - 1) and (listed or before != "،")  # 2018 لروسيا و2022 لقطر
        return self.year_end == index - 1 and joint in {"و", "،", "-", "/", "أو", "او"} and tokens.joined(index)

    def _looks_dated(self, index: int) -> bool:
        before = self.tokens.texts[index - 1]
        if not self.tokens.joined(index):
            return False
        qualifier = self.lexicon.qualifiers.before(self.tokens, index, self.floor)
        if not (qualifier is None or qualifier.wording is Wording.UP_TO or self.is_since(qualifier.first, index)):
            return False
        return (
            before in self.lexicon.context["year_openers"]
            or (before == "ب" and self.tokens.texts[index - 2] in {"مقارنه", "قياسا"})
            or before.removeprefix("و").removeprefix("ل").removeprefix("ب") in self.lexicon.context["year_openers"]
        )

    def _names_year(self, index: int, value: int) -> bool:
        """كأس أفريقيا 2019: behind a word that counts nothing, before none that can be counted."""
        tokens, context = self.tokens, self.lexicon.context
        before, after = tokens.texts[index - 1], tokens.texts[index + 1]
        if not _LIKELY_FIRST <= value <= _LIKELY_LAST or not value % 100 or not tokens.joined(index):
            return False
        glued = before == "ل" and tokens.glued(index)  # انتخابات التشريعية ل2016
        named = before.isalpha() and not before[0].isascii() and len(before) >= 3
        if not (glued or named) or before in context["count_words"]:
            return False
        if self.lexicon.qualifiers.before(tokens, index, index - 6) is not None or before in context["identifiers"]:
            return False
        if not after.isalpha() or not tokens.joined(index + 1):
            return after not in {"/", "-", "%", "$"}
        if after[:2] in {"ست", "سي"} or (after[0] == "ي" and after not in context["nouns_in_ya"]):
            return True  # ستقام
        if after[0] == "ل":
            return after not in context["nouns_in_lam"]  # كأس العالم 2018 لروسيا
        return after in context["not_nouns"] or after.startswith(("ال", "و", "ب"))

    def _opens_range(self, after: int) -> bool:
        """2014-2017: two years in order."""
        tokens = self.tokens
        text = tokens.texts[after + 1]
        if tokens.texts[after] not in {"-", "/"} or not text.isdecimal() or len(text) != YEAR_DIGITS:
            return False
        behind = after + 2
        start = tokens.texts[after - 1]
        if not start < text <= str(_LATEST):
            return False
        dated = tokens.texts[behind] == "م" and self._is_no_length(after - 1, int(text))
        return dated or self.lexicon.units.match(tokens, behind) is None
