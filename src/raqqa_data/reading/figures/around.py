"""What the words around a number make of it: its wording, its kind, its noun."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from raqqa_data.reading.figures.ages import Years, age_stretch
from raqqa_data.reading.figures.signed import SignedNumbers
from raqqa_data.reading.grammar import Construction, Table
from raqqa_data.reading.mention import Kind
from raqqa_data.reading.mention_draft import MentionDraft, Stretch, estimate
from raqqa_data.reading.text.digits import groups_by
from raqqa_data.reading.words.qualifiers import parted
from raqqa_data.records.estimate import Wording

if TYPE_CHECKING:
    from raqqa_data.reading.figures.compounds import Quantity
    from raqqa_data.reading.numbers.number import Number
    from raqqa_data.reading.text.digits import Value
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon
    from raqqa_data.reading.words.qualifiers import Qualifier

_HUNDRED = 100
_PRICED_BEFORE = 8
_OF_THOUSANDTHS = frozenset({"KWD", "BHD", "OMR", "JOD", "TND", "LYD", "IQD"})
_FAR_BACK = 24
_SO_THAT = frozenset({"ليصل", "لتصل", "فيصل", "فتصل"})
KINDS = {
    "percent": Kind.PERCENT,
    "measure": Kind.MEASURE,
    "money": Kind.MONEY,
    "duration": Kind.DURATION,
    "age": Kind.AGE,
}


class WordedNumbers(SignedNumbers):
    """Reads what stands around a number."""

    def _meant(
        self,
        draft: MentionDraft,
        value: Value,
        qualifier: Qualifier | None,
        number: Number | None,
        *,
        conventional: bool = False,
    ) -> MentionDraft:
        """The draft with its estimate: the wording before it, or behind it."""
        # a month in days is about thirty
        wording = Wording.ABOUT if conventional else Wording.EXACT
        after = self._qualifier_after(draft.next) or self._qualifier_behind_adjective(draft)
        if qualifier is not None:
            wording = qualifier.wording
            draft = draft._replace(qualifier=self._stretch_before(qualifier))
            if wording in {Wording.ABOUT, Wording.EXACT} and after is not None and after.wording is not wording:
                # حوالي 500 أو أقل: the bound says more than the doubt
                wording = after.wording
                draft = draft._replace(next=after.next, more=self._stretch(after.first, after.next))
        elif after is not None:
            wording = after.wording
            stretch = self._stretch(after.first, after.next)
            draft = draft._replace(qualifier=stretch, next=after.next)
        other = None
        if number is not None and number.other is not None:
            value, alternative = self._by_evidence(draft, value, number)
            other = None if alternative is None else estimate(alternative, wording)
        return draft._replace(estimate=estimate(value, wording), other=other)

    def _hedge_before(self, index: int, floor: int) -> Qualifier | None:
        for reads in HEDGES["before"]:
            found = reads(self.tokens, self.lexicon, index, floor)
            if found is not None:
                return found
        return None

    def _qualifier_before(self, lead: int, floor: int) -> Qualifier | None:
        """The qualifier before a figure: right before it, before its ال, or a verb that its subject parts from it."""
        tokens, known = self.tokens, self.lexicon
        if tokens.texts[lead - 1] == "ال" and lead > floor and tokens.joined(lead):
            lead -= 1
        lead -= tokens.texts[lead - 1] == "(" and tokens.joined(lead) and lead - 1 > floor  # بنحو (9 مليارات دينار)
        lead -= tokens.texts[lead - 1] in known.context["amounts"] and tokens.joined(lead) and lead - 1 > floor
        found = self._hedge_before(lead, floor)
        if found is not None and tokens.texts[found.first] in _SO_THAT:
            # انخفض ليصل إلى 45: what it came to, no bound
            told = tokens.texts[max(0, found.first - _FAR_BACK) : found.first]
            return None if any(not known.context["changes"].isdisjoint((text, text[1:])) for text in told) else found
        return found

    def _qualifier_after(self, index: int) -> Qualifier | None:
        """The qualifier behind a figure, unless it speaks of the next: 50 أو أكثر من 45."""
        found: Qualifier | None = None
        for reads in HEDGES["behind"]:
            found = found or reads(self.tokens, self.lexicon, index, index)
        if found is None:
            return None
        at = found.next + (self.tokens.texts[found.next] == "من")
        word = self.tokens.words[at]
        numbered = word.digits is not None or word.numeral is not None
        return None if numbered and self.tokens.joined(at) else found

    def _qualifier_behind_adjective(self, draft: MentionDraft) -> Qualifier | None:
        """47 مواطنا مدنيا على الأقل: a word in the accusative, as the noun before it."""
        tokens, at = self.tokens, draft.next
        described = draft.noun is not None and tokens.joined(at) and tokens.texts[at + 1] == "علي"
        if not described or not (tokens.texts[at].endswith("ا") and tokens.texts[at - 1].endswith(("ا", "ه"))):
            return None
        return self._qualifier_after(at + 1)

    def _by_evidence(self, draft: MentionDraft, value: Value, number: Number) -> tuple[Value, Value | None]:
        """Which reading of 4.800 or 1,234 the words around it speak for, and what is left open."""
        other = number.other
        if other is None or value != number.value:
            return value, None
        whole, decimal = (value, other) if isinstance(value, int) else (other, value)
        if draft.kind is Kind.CARDINAL and draft.noun is not None and number.scale == 1:
            # what is counted comes whole; people are never cut
            noun = self.tokens.texts[self.tokens.at(draft.noun[0])]
            return whole, None if {noun, noun.removesuffix("ا")} & self.lexicon.whole else decimal
        told = "" if draft.kind is Kind.PERCENT else self._groups_by(number.separator)
        if told == "surely" or (told and number.separator == "."):
            grouped, decimal = sorted((value, other), key=float, reverse=value >= 0)
            return grouped, decimal if told == "likely" or (number.scale > 1 and number.separator == ",") else None
        if draft.kind is Kind.MONEY and number.scale == 1 and self._comes_whole(draft, number):
            return whole, decimal
        return value, other

    def _groups_by(self, separator: str) -> str:
        """Whether the text writes this separator for thousands elsewhere, looked for once."""
        if separator not in {".", ","}:
            return ""
        if separator not in self._grouping:
            found = groups_by(separator, (word.digits for word in self.tokens.words if word.digits is not None))
            self._grouping[separator] = found
        return self._grouping[separator]

    def _comes_whole(self, draft: MentionDraft, number: Number) -> bool:
        """346.443 يورو: money has two decimals, but for some; a price of one thing or a rate of exchange has any."""
        tokens, known = self.tokens, self.lexicon
        if draft.unit in _OF_THOUSANDTHS or (draft.unit is None and self._is_of_thousandths(draft)):
            return False
        if tokens.texts[draft.next].startswith(("لل", "لكل")) and tokens.joined(draft.next):
            return False  # 1.234 دولار للتر
        priced = tokens.texts[max(0, number.first - _PRICED_BEFORE) : number.first]
        return known.context["priced"].isdisjoint(priced)

    def _is_of_thousandths(self, draft: MentionDraft) -> bool:
        noun = "" if draft.unit_stretch is None else self.tokens.texts[self.tokens.at(draft.unit_stretch[0])]
        return noun.startswith(("دينار", "دنانير"))

    def _kind(self, draft: MentionDraft, found: Quantity, number: Number, lead: int, floor: int) -> MentionDraft:
        if found.unit is not None:
            draft = draft._replace(kind=KINDS[found.kind])
        if found.unit is None or found.kind == "duration":
            unit = "" if found.unit is None else found.unit.name or "-"
            counted = found.unit is None and self._is_noun(draft.next)
            stretch = None if counted else age_stretch(self.tokens, self.lexicon, Years(unit, lead, draft.next, floor))
            if stretch is not None and (found.unit is not None or number.words or stretch[0] < 0):
                more = stretch if stretch[0] >= 0 else None
                after = draft.next if more is None else self.tokens.at(more[1] - 1) + 1
                draft = draft._replace(kind=Kind.AGE, unit=draft.unit or "year", more=more, next=after)
        return draft

    def _noun(self, draft: MentionDraft, number: Number, lead: int, floor: int) -> MentionDraft:
        """The noun that is counted: behind the number, behind من, or before واحد and a definite number."""
        tokens, at = self.tokens, draft.next
        single = number.single and number.words and number.value in {1, 2} and not number.conjunction
        single = single and lead - 1 >= floor and tokens.joined(lead) and self._is_noun(lead - 1, leads=True)
        # حالة واحدة من الحصبة
        if tokens.texts[at] == "من" and tokens.joined(at) and not (single and self._is_one_of_it(number)):
            if self._is_noun(at + 1, definite=True) and not tokens.words[at + 1].starts:
                return draft._replace(noun=self._stretch(at + 1, at + 2), next=at + 2)
            return draft
        if number.definite and number.value < _HUNDRED and lead - 1 >= floor and tokens.joined(lead):
            before = tokens.texts[lead - 1]
            if before.startswith("ال") and self._is_noun(lead - 1, definite=True, leads=True):
                return draft._replace(noun=self._stretch(lead - 1, lead))
        if single:
            return draft._replace(noun=self._stretch(lead - 1, lead))
        cut = number.words or tokens.texts[number.first + 1] == "/"
        # واحد بالرصاص, ثلثهم بقليل
        with_it = (
            number.words and tokens.texts[at][:1] == "ب" and ((number.single and number.value == 1) or number.fraction)
        )
        if not with_it and self._is_noun(at, definite=cut and 0 < number.value < 1):
            return draft._replace(noun=self._stretch(at, at + 1), next=at + 1)
        return draft

    # --- stretches -------------------------------------------------------------------------------------------

    def _stretch(self, first: int, after: int, *, conjunction: bool = False) -> Stretch:
        start = self.tokens.starts[first]
        if conjunction and self.tokens.texts[first][0] in "وف":
            start += 1
        return start, self.tokens.end(after - 1)

    def _stretch_before(self, qualifier: Qualifier) -> Stretch:
        return stretch_of(self.tokens, self.lexicon, qualifier)


def stretch_of(tokens: Tokens, lexicon: Lexicon, qualifier: Qualifier) -> Stretch:
    """Where a qualifier stands, the و before it left out."""
    text = tokens.texts[qualifier.first]
    # فوق has a ف of its own
    joined = text[0] in "وف" and not lexicon.qualifiers.knows(text)
    return tokens.starts[qualifier.first] + joined, tokens.end(qualifier.next - 1)


Hedges = Callable[["Tokens", "Lexicon", int, int], "Qualifier | None"]

HEDGES: Table[Hedges] = Table(
    "Where the words of a bound or a doubt stand",
    [
        Construction[Hedges](
            "hedge-before",
            "Right before the number, clitics and a filler word allowed.",
            "كان يزيد عددهم على 90",
            lambda tokens, lexicon, index, floor: lexicon.qualifiers.before(tokens, index, floor),
            opens=("before",),
            before=("verb-apart",),
            why="What stands right before the number says more of it.",
        ),
        Construction[Hedges](
            "verb-apart",
            "A verb before what it speaks of, then the number.",
            "تجاوز عدد العائدين 1600",
            parted,
            opens=("before",),
        ),
        Construction[Hedges](
            "hedge-behind",
            "Behind the number with its unit and noun.",
            "عاد 40 شخصا على الأقل",
            lambda tokens, lexicon, index, _: lexicon.qualifiers.after(tokens, index),
            opens=("behind",),
        ),
    ],
)
