"""Years that no word names: told by their number, what stands beside them, and the year before."""

# ruff: noqa: PLR0911, PLR2004 - a grammar refuses early, its small numbers are those of language and calendar

from __future__ import annotations

from raqqa_data.reading.dates import hijri, spans_of_time
from raqqa_data.reading.dates.context import (
    EARLIEST_SHORT,
    EARLIEST_WRITTEN,
    LATEST_WRITTEN,
    YEAR_DIGITS,
    Moment,
)
from raqqa_data.reading.dates.long_ago import HIJRI_YEARS, AncientYears
from raqqa_data.reading.numbers.cursor import THOUSAND
from raqqa_data.reading.numbers.number import parse_number
from raqqa_data.records.estimate import Wording

# a bare number of four digits is a year only between these
_EARLIEST, _LATEST = 1500, 2100
LIKELY_FIRST, LIKELY_LAST = 1900, 2050
_EARLIEST_IN_WORDS = 1000
_JOINTS = frozenset("-/.:%")
_NEAR, _FAR = 4, 8
_LONGEST_REIGN = 200
LIFETIME = 100  # years told one after another are seldom further apart
_QUOTED, _CLOSING = frozenset('“«"'), frozenset('”»")')
_OPENING = _QUOTED | {"("}
_ENDS = frozenset(".،؛)") | {"", "و", "\n"}
_LISTING = frozenset({"و", "ثم", "،", ",", "-", "/", "أو", "او"})
_GLUED_BEFORE = frozenset('(«"“/-،,[') | {"ل", "ب", "و", "ال", "من", "في"}


class BareYears(AncientYears):
    """Reads years without عام before them."""

    def bare_year(self, index: int) -> Moment | None:
        """2017 behind في or before a range's end; 1445 هـ; never a number that counts something."""
        short = self._short_year(index)
        if short is not None:
            return short
        found = self._bare_number(index)
        if found is None:
            return None
        value, after, start = found
        unit = self.lexicon.units.match(self.tokens, after)
        if unit is not None and unit.kind == "money":
            return None  # 1200 م.ج
        lived = self.lifetime(index)
        if lived is not None:
            return lived
        mark = self.mark(after)
        if mark is None and self.goes_before_christ(value, after):
            return self.moment(None, index, after, "year", start=start)
        if mark is not None and mark[0] == "before_christ":
            return self.moment(None, index, mark[1], "year", start=start)
        if mark is not None and 1 <= value <= LATEST_WRITTEN:
            if mark[0] == "hijri":
                edtf = hijri.gregorian(value, None, None)
                return self.moment(edtf, index, mark[1], "year", calendar="hijri", start=start)
            spelled = self.tokens.texts[after] != "م"
            dated = spelled or self._looks_dated(index) or self._is_no_length(index, value)
            again = self.said_again(index)
            early = self._is_early(index, mark[0])
            if mark[0] == "gregorian" and (again or early or (value >= EARLIEST_WRITTEN and dated)):
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

    def _is_early(self, index: int, calendar: str) -> bool:
        """657 ميلادية, منذ 657 م: three digits with the mark spelled, or behind what no length stands behind."""
        tokens = self.tokens
        text = tokens.texts[index]
        if calendar != "gregorian" or len(text) != YEAR_DIGITS - 1 or not text.isdecimal():
            return False
        if tokens.texts[index + 1] not in {"م", "("}:
            return True
        before = tokens.texts[index - 1].removeprefix("و")
        early = before == "في" and self.year is not None and self.year < EARLIEST_WRITTEN  # of what else is early
        return (early or before in {"منذ", "عام", "سنه"}) and tokens.joined(index)

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
                ancient = ancient or self.goes_before_christ(value, index + 1)
                told = lunar or ancient or (marked is not None and self._is_early(index, marked[0]))
                if not (told or self.said_again(index) or self.lifetime(index) is not None):
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
        if digits and self._is_told(index, value, after):
            return True
        enclosed = digits and tokens.texts[index - 1] in _OPENING and tokens.texts[after + 2] in _CLOSING
        if not (_EARLIEST if digits and not enclosed else _EARLIEST_IN_WORDS) <= value <= _LATEST:
            return False
        if tokens.glued(index) and tokens.texts[index - 1] not in _GLUED_BEFORE:
            return False
        if self._opens_range(after):
            return True
        if self._goes_on(index):
            if LIKELY_FIRST <= value <= LIKELY_LAST:
                return not self.counted(after, worded=False)
            if self.year is not None and 0 < value - self.year <= LIFETIME and value % 100:
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
        part = tokens.words[index - 1].calendar
        ended = before in {"في", "منذ"} or (part is not None and part.entry == "part")  # بنهاية 2014
        if digits and ended and value % 100 and LIKELY_FIRST <= value <= LIKELY_LAST:
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
        opens = before in context["year_openers"] or before[:1] in {"ب", "ل"}
        if opens and not (before == "الي" or (before == "(" and tokens.texts[index + 1] == ")")):
            return False
        bracketed = before == "(" and tokens.texts[index + 1] == ")"  # عددهم (1575)
        bracketed = bracketed and not LIKELY_FIRST <= int(tokens.texts[index]) <= LIKELY_LAST
        at = index - 1 - (before == "الي" or bracketed)
        lowest = max(self.floor, index - (_FAR if bracketed else _NEAR))
        while at >= lowest and tokens.joined(at + 1) and tokens.texts[at].isalpha():
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
        if not LIKELY_FIRST - 200 <= value <= LIKELY_LAST or not value % 100:
            return False
        before, behind = texts[index - 1], texts[after]
        if not joined or before in {".", "؛"}:
            return behind == "-" and tokens.joined(after) and texts[after + 1].isalpha() and value >= LIKELY_FIRST
        if behind == ")" and before == "-":
            return texts[index - 2].isalpha()
        if value < LIKELY_FIRST:
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
            told = texts[index - 4] in {"،", "و"} or not self.lexicon.context["announcing_years"].isdisjoint(
                texts[index - 6 : index - 3]
            )
            listed = told and (texts[index + 1] == "و" or not texts[index + 1].isalpha())  # 1987، 1993، و1999
            return tokens.joined(index - 1) and (listed or before != "،")  # 2018 لروسيا و2022 لقطر
        return self.year_end == index - 1 and joint in _LISTING and tokens.joined(index)

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
            or (before == "عن" and self._is_reported(index))
            or before.removeprefix("و").removeprefix("ل").removeprefix("ب") in self.lexicon.context["year_openers"]
        )

    def _is_reported(self, index: int) -> bool:
        """تقرير الوزارة عن 2023."""
        told = {text.removeprefix("و").removeprefix("ل") for text in self.tokens.texts[max(0, index - _FAR) : index]}
        return not self.lexicon.context["reports"].isdisjoint(told)

    def _names_year(self, index: int, value: int) -> bool:
        """كأس أفريقيا 2019: behind a word that counts nothing, before none that can be counted."""
        tokens, context = self.tokens, self.lexicon.context
        before, after = tokens.texts[index - 1], tokens.texts[index + 1]
        if not LIKELY_FIRST <= value <= LIKELY_LAST or not value % 100 or not tokens.joined(index):
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

    def _is_told(self, index: int, value: int, after: int) -> bool:
        told = self.said_again(index) or self.is_told_of_the_past(index, value, after)
        return told or self._opens_early_range(index, value, after)

    def _opens_early_range(self, index: int, value: int, after: int) -> bool:
        """1174-1193 صلاح الدين: two years that are not round, where nothing counts."""
        text, texts = self.tokens.texts[after + 1], self.tokens.texts
        if not EARLIEST_WRITTEN <= value < _EARLIEST or not text.isdecimal() or len(text) != YEAR_DIGITS:
            return False
        if texts[after] != "-" or not 0 < int(text) - value <= _LONGEST_REIGN or not (value % 10 and int(text) % 10):
            return False
        near = self.tokens.texts[max(self.floor, index - _NEAR) : index]
        quantified = not self.lexicon.quantified.isdisjoint(near)
        return not quantified and not self.counted(after + 2, worded=False) and not self.measures(after + 2)

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
