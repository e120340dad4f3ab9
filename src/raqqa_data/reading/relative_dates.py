"""Dates that point from the reference, or from a date named before: العام الجاري، منذ بداية العام."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.reading import spans_of_time

if TYPE_CHECKING:
    from raqqa_data.reading.date_parts import DateParts, Moment


class RelativeDates:
    """Reads dates that need a reference, or the year named last."""

    def __init__(self, parts: DateParts) -> None:
        self.parts = parts
        self.tokens = parts.tokens
        self.words = parts.words

    def read(self, index: int) -> Moment | None:
        """The date at a token that points elsewhere."""
        word = self.tokens.words[index]
        if word is None or word.calendar is None:
            return None
        entry = word.calendar.entry
        if entry == "part":
            return self._part(index)
        if entry in {"noun", "this"}:
            return self._deictic(index)
        return None

    def _part(self, index: int) -> Moment | None:
        """مطلع العام الجاري, منتصف يونيو, أواخر 2019."""
        tokens, parts = self.tokens, self.parts
        word = tokens.words[index]
        if word is None or word.calendar is None:
            return None
        clitics = word.calendar.clitics
        which = self.words.parts[tokens.texts[index][clitics.skip + 2 * clitics.article :]]
        at = index + 1
        if not tokens.joined(at) or clitics.article:
            return None
        whole = self._this_year(at) or self._deictic(at) or parts.explicit(at)
        if whole is None or whole.grain not in {"year", "month", "decade", "century", "season"}:
            return None
        edtf = None if whole.edtf is None else spans_of_time.part(whole.edtf, which)
        since = tokens.texts[index - 1].removeprefix("و") == "منذ" and tokens.joined(index)
        start, grain = tokens.starts[index] + clitics.skip, "span"
        if since and which in {"start", "early"} and whole.year is None:
            edtf = self._until_now(edtf)
            since_text = tokens.texts[index - 1]
            start = tokens.starts[index - 1] + len(since_text) - len("منذ")
        return whole._replace(edtf=edtf, first=index, start=start, grain=grain, month=None)

    def _until_now(self, edtf: str | None) -> str | None:
        reference = self.parts.reference
        if edtf is None or reference is None:
            return None
        return f"{edtf.removesuffix('~')}/{reference}"

    def _this_year(self, index: int) -> Moment | None:
        """العام behind a part of it is this year: بداية العام."""
        tokens, parts = self.tokens, self.parts
        if tokens.texts[index] not in {"العام", "السنه"}:
            return None
        if self._deictic(index) is not None or parts.year_noun(index) is not None:
            return None
        this_year = parts.this_year
        edtf = None if this_year is None else spans_of_time.year(this_year)
        return parts.moment(edtf, index, index + 1, "year")

    def _deictic(self, index: int) -> Moment | None:
        """هذا العام, العام الماضي, الشهر نفسه."""
        tokens, parts = self.tokens, self.parts
        word = tokens.words[index]
        if word is None or word.calendar is None:
            return None
        clitics = word.calendar.clitics
        start = tokens.starts[index] + clitics.skip
        if word.calendar.entry == "this":
            noun = self._noun(index + 1)
            if noun is None:
                return None
            return self._shifted(noun, 0, index, index + 2, start)
        noun = self._noun(index)
        if noun is None or tokens.texts[index - 1] in parts.lexicon.context["titles"]:
            return None
        if self.words.shifts.get(tokens.texts[index + 1]) == "same" and tokens.joined(index + 1):
            return self._same(noun, index, index + 2, start)
        shift = parts.shift_behind(index + 1)
        return None if shift is None else self._shifted(noun, shift[0], index, shift[1], start)

    def _noun(self, index: int) -> str | None:
        """The calendar noun at a token, with its article."""
        tokens = self.tokens
        word = tokens.words[index]
        if word is None or word.calendar is None or word.calendar.entry != "noun" or not word.calendar.clitics.article:
            return None
        clitics = word.calendar.clitics
        return self.words.nouns[
            tokens.texts[index][clitics.skip :]
            .removeprefix("ل" if clitics.preposition == "ل" else "")
            .removeprefix("ال")
        ]

    def _same(self, noun: str, index: int, after: int, start: int) -> Moment | None:
        parts = self.parts
        if noun == "year":
            edtf = None if parts.year is None else spans_of_time.year(parts.year)
            return parts.moment(edtf, index, after, "year", parts.year, start=start)
        if noun == "month":
            edtf = None if parts.month is None else spans_of_time.month(parts.year, parts.month)
            return parts.moment(edtf, index, after, "month", parts.year, start=start)
        return None

    def _shifted(self, noun: str, shift: int, index: int, after: int, start: int) -> Moment | None:
        parts = self.parts
        edtf: str | None = None
        year, month, today = parts.this_year, parts.this_month, parts.today
        if noun == "year":
            edtf = None if year is None else spans_of_time.year(year + shift)
        elif noun == "month":
            edtf = (
                None
                if year is None or month is None
                else spans_of_time.month(*spans_of_time.shifted_month(year, month, shift))
            )
        elif noun == "week":
            edtf = None if today is None else spans_of_time.week(spans_of_time.shifted_day(today, 7 * shift))
        elif noun == "day":
            day = None if today is None else spans_of_time.shifted_day(today, shift)
            edtf = None if day is None else day.isoformat()
        elif noun == "decade":
            edtf = None if year is None else f"{year // 10 + shift}X"
        elif noun == "century":
            return None
        else:
            return None
        return parts.moment(edtf, index, after, noun, start=start)
