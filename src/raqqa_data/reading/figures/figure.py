"""One figure: its number, what is said before it, its unit, its noun and what is said behind them."""

# ruff: noqa: PLR0911 - a grammar refuses early

from __future__ import annotations

from fractions import Fraction as Ratio
from typing import TYPE_CHECKING

from raqqa_data.reading.drafts import Draft, Stretch, estimate, plain
from raqqa_data.reading.figures.ages import age_stretch
from raqqa_data.reading.figures.currencies import in_currency
from raqqa_data.reading.figures.quantities import Quantity, one_of_unit, quantity, unit_name
from raqqa_data.reading.figures.signed import SignedNumbers
from raqqa_data.reading.mention import Kind
from raqqa_data.reading.numbers.number import Number, parse_number
from raqqa_data.reading.numbers.ranges import Range, parse_range, parse_unit_range
from raqqa_data.reading.numbers.vague import parse_vague
from raqqa_data.reading.refusals.labels import counts_nothing, definite
from raqqa_data.reading.refusals.scores import is_score
from raqqa_data.reading.refusals.table import refused_digits
from raqqa_data.reading.words.qualifiers import parted
from raqqa_data.records.estimate import Estimate, Wording

if TYPE_CHECKING:
    from raqqa_data.reading.numbers.ordinals import Ordinal
    from raqqa_data.reading.text.digits import Value
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.countries import Country
    from raqqa_data.reading.words.lexicon import Lexicon
    from raqqa_data.reading.words.qualifiers import Qualifier

_LOOK_BACK = 6
_TWO, _HUNDRED = 2, 100
_FAR_BACK = 24
_SO_THAT = frozenset({"ليصل", "لتصل", "فيصل", "فتصل"})
_KINDS = {
    "percent": Kind.PERCENT,
    "measure": Kind.MEASURE,
    "money": Kind.MONEY,
    "duration": Kind.DURATION,
    "age": Kind.AGE,
}


class FigureReader(SignedNumbers):
    """Reads the figures of one text, from left to right."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, country: Country | None = None) -> None:
        super().__init__(tokens, lexicon)
        self.country = country

    def read(self, index: int, floor: int) -> Draft | int | None:
        """The figure at a token; or where to go on behind what is none; or None.

        A decade is ten years: pint's unit of that name is a factor of ten.

        Args:
            index: A token that a number, a unit or a vague word begins at.
            floor: The token after the mention before: nothing before it is looked at.
        """
        found = self._found(index, floor)
        if not isinstance(found, Draft):
            return found
        if found.unit == "decade" and found.estimate is not None:
            return found._replace(unit="year", estimate=found.estimate * 10)
        return in_currency(self.tokens, self.lexicon.units, found, self.country)

    def _found(self, index: int, floor: int) -> Draft | int | None:
        word = self.tokens.words[index]
        if word.digits is not None:
            behind = refused_digits(self.tokens, self.lexicon, index)
            if behind is not None:
                return behind
        if word.numeral is not None and self._signs_the_next(index):
            return None
        if word.numeral is not None and self.tokens.texts[index + 1] in self.lexicon.context["idioms"]:
            return index + 2  # ألف مبروك
        if (
            word.numeral is not None
            and word.numeral.entry.slot == "zero"
            and is_score(self.tokens, self.lexicon, index)
        ):
            return index + 3
        number = parse_number(self.tokens, self.lexicon, index)
        if number is None:
            found = self._vague(index, floor) if word.vague is not None or word.numeral is not None else None
            if found is None and word.unit is not None:
                found = self._unit_alone(index, floor)
            return self._dual(index, floor) if found is None and word.dual is not None else found
        if self._refused(number):
            return number.next
        if self._is_of_each(number.first, floor) and number.value > 1:
            share = estimate(plain(1 / Ratio(number.value)), Wording.EXACT)
            one = self._stretch(
                number.first - 3,
                number.next,
                conjunction=self.tokens.texts[number.first - 3] not in self.lexicon.counted,
            )
            return self._noun(Draft(Kind.CARDINAL, number.next, one, share), number, number.first, floor)
        return self._ratio(number) or self._figure(number, floor)

    def _signs_the_next(self, index: int) -> bool:
        """بالمئة 210: the percent stands before its number."""
        follower = self.tokens.words[index + 1]
        if self.tokens.texts[index] not in self.lexicon.units.before or not self.tokens.joined(index + 1):
            return False
        return follower.digits is not None

    def claims(self, ordinal: Ordinal) -> bool:
        """Whether a cardinal with the article is a figure after all: فوق الثلاثين، الستين من عمره."""
        word = self.tokens.words[ordinal.first]
        if word.ordinal is not None:
            return False
        tokens, known = self.tokens, self.lexicon
        if self._signs_the_next(ordinal.first):
            return True
        before = tokens.texts[ordinal.first - 1]
        if known.units.match(tokens, ordinal.next) is not None or before == "بين":
            return True
        named = definite(before)
        if named.startswith("ال") and tokens.joined(ordinal.first):
            forms = known.units.phrases.get(named[2:], ())
            if any(not rest and form.number > 1 for rest, form in forms):
                return True  # الساعات الثلاثين الماضية
        floor = ordinal.first - _LOOK_BACK
        if known.qualifiers.before(tokens, ordinal.first, floor) or parted(tokens, known, ordinal.first, floor):
            return True
        return known.age_after.match(tokens, ordinal.next) is not None

    # --- a number --------------------------------------------------------------------------------------------

    def _figure(self, number: Number, floor: int) -> Draft | int | None:
        tokens = self.tokens
        lead, start, negative = self._sign(number, floor)
        bracketed = lead > floor and tokens.in_brackets(lead)
        if negative:
            number = number._replace(value=-number.value, other=None if number.other is None else -number.other)
        lead, start, before = self._unit_before(number, lead, start, floor)
        span = parse_range(tokens, self.lexicon, number, lead, floor) if before is None else None
        if span is not None:
            return self._range(span._replace(start=start) if negative else span, floor)
        found = quantity(tokens, self.lexicon, number, before)
        found = self._below_zero(number, found)
        closing = number.first + 1
        if bracketed:
            lead -= 1
        qualifier = self._qualifier_before(lead, floor)
        draft = Draft(
            Kind.CARDINAL,
            found.next,
            (start, max(number.end, found.number_end)),
            unit=unit_name(found),
            unit_stretch=found.stretch,
            more=self._stretch(lead, number.first + 2) if bracketed and (found.next > closing or qualifier) else None,
        )
        draft = self._kind(draft, found, number, lead, floor)
        if draft.kind is Kind.CARDINAL:
            if bracketed and found.next == closing and self._is_noun(closing + 1):
                draft = draft._replace(next=closing + 1, more=self._stretch(lead, closing + 1))  # (37) شخصا
            draft = self._noun(draft, number, lead, floor)
            bare = draft.noun is None and qualifier is None and before is None and not (number.words or negative)
            if bare and counts_nothing(tokens, self.lexicon, number, lead, floor):
                return number.next
        return self._meant(draft, found.value, qualifier, number, conventional=found.conventional)

    def _meant(
        self,
        draft: Draft,
        value: Value,
        qualifier: Qualifier | None,
        number: Number | None,
        *,
        conventional: bool = False,
    ) -> Draft:
        """The draft with its estimate: the wording before it, or behind it."""
        # a month in days is about thirty
        wording = Wording.ABOUT if conventional else Wording.EXACT
        after = self._qualifier_after(draft.next)
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

    def _qualifier_before(self, lead: int, floor: int) -> Qualifier | None:
        """The qualifier before a figure: right before it, before its ال, or a verb that its subject parts from it."""
        tokens, known = self.tokens, self.lexicon
        if tokens.texts[lead - 1] == "ال" and lead > floor and tokens.joined(lead):
            lead -= 1
        lead -= tokens.texts[lead - 1] in known.context["amounts"] and tokens.joined(lead) and lead - 1 > floor
        found = known.qualifiers.before(tokens, lead, floor) or parted(tokens, known, lead, floor)
        if found is not None and tokens.texts[found.first] in _SO_THAT:
            # انخفض ليصل إلى 45: what it came to, no bound
            told = tokens.texts[max(0, found.first - _FAR_BACK) : found.first]
            return None if any(not known.context["changes"].isdisjoint((text, text[1:])) for text in told) else found
        return found

    def _qualifier_after(self, index: int) -> Qualifier | None:
        """The qualifier behind a figure, unless it speaks of the next: 50 أو أكثر من 45."""
        found = self.lexicon.qualifiers.after(self.tokens, index)
        if found is None:
            return None
        at = found.next + (self.tokens.texts[found.next] == "من")
        word = self.tokens.words[at]
        numbered = word.digits is not None or word.numeral is not None
        return None if numbered and self.tokens.joined(at) else found

    def _by_evidence(self, draft: Draft, value: Value, number: Number) -> tuple[Value, Value | None]:
        """Which reading of 4.800 or 1,234 the words around it speak for, and what is left open."""
        other = number.other
        if other is None or value != number.value:
            return value, None
        whole, decimal = (value, other) if isinstance(value, int) else (other, value)
        if draft.kind is Kind.CARDINAL and draft.noun is not None and number.scale == 1:
            # what is counted comes whole; people are never cut
            noun = self.tokens.texts[self.tokens.at(draft.noun[0])]
            return whole, None if {noun, noun.removesuffix("ا")} & self.lexicon.persons else decimal
        return value, other

    def _range(self, span: Range, floor: int) -> Draft:
        tokens = self.tokens
        opened, closed = tokens.texts[span.lead - 1], tokens.texts[span.next]
        if (opened, closed) == ("(", ")") and self.lexicon.units.match(tokens, span.next + 1) is not None:
            span = span._replace(start=tokens.starts[span.lead - 1], next=span.next + 1)  # (50-60) %
        stand_in = Number(span.high, span.next - 1, span.next, span.start, span.end, words=True)
        found = quantity(tokens, self.lexicon, stand_in, None, plain_unit=True)
        unit = span.unit
        draft = Draft(
            Kind.CARDINAL,
            found.next,
            (span.start, max(span.end, found.number_end)),
            unit=unit_name(found),
            unit_stretch=found.stretch,
        )
        if found.unit is None and unit is not None:
            found = found._replace(unit=unit, kind=unit.kind)
            draft = draft._replace(unit=unit.name or None)
        lead = span.opener if span.opener >= 0 else self.tokens.at(span.start)
        draft = self._kind(draft, found, stand_in, lead, floor)
        if draft.kind is Kind.CARDINAL:
            draft = self._noun(draft, stand_in, lead, floor)
        if span.opener >= 0:
            draft = draft._replace(qualifier=self._stretch(span.opener, span.lead, conjunction=True))
        else:
            before = self.lexicon.qualifiers.before(tokens, lead, floor)
            if before is not None and before.wording in {Wording.ABOUT, Wording.NEARLY}:
                draft = draft._replace(qualifier=self._stretch_before(before))
        parts = 1 if found.unit is None else found.unit.parts
        low, high = (plain(Ratio(value) / parts) for value in (span.low, span.high))
        return draft._replace(estimate=Estimate.between(low, high))

    def _kind(self, draft: Draft, found: Quantity, number: Number, lead: int, floor: int) -> Draft:
        if found.unit is not None:
            draft = draft._replace(kind=_KINDS[found.kind])
        if found.unit is None or found.kind == "duration":
            unit = "" if found.unit is None else found.unit.name or "-"
            counted = found.unit is None and self._is_noun(draft.next)
            stretch = None if counted else age_stretch(self.tokens, self.lexicon, draft.next, lead, floor, unit=unit)
            if stretch is not None and (found.unit is not None or number.words or stretch[0] < 0):
                more = stretch if stretch[0] >= 0 else None
                after = draft.next if more is None else self.tokens.at(more[1] - 1) + 1
                draft = draft._replace(kind=Kind.AGE, unit=draft.unit or "year", more=more, next=after)
        return draft

    def _noun(self, draft: Draft, number: Number, lead: int, floor: int) -> Draft:
        """The noun that is counted: behind the number, behind من, or before واحد and a definite number."""
        tokens, at = self.tokens, draft.next
        if tokens.texts[at] == "من" and tokens.joined(at):
            if self._is_noun(at + 1, definite=True) and not tokens.words[at + 1].starts:
                return draft._replace(noun=self._stretch(at + 1, at + 2), next=at + 2)
            return draft
        if number.definite and number.value < _HUNDRED and lead - 1 >= floor and tokens.joined(lead):
            before = tokens.texts[lead - 1]
            if before.startswith("ال") and self._is_noun(lead - 1, definite=True, leads=True):
                return draft._replace(noun=self._stretch(lead - 1, lead))
        if (
            number.single
            and number.words
            and number.value in {1, 2}
            and lead - 1 >= floor
            and tokens.joined(lead)
            and self._is_noun(lead - 1, leads=True)
        ):
            return draft._replace(noun=self._stretch(lead - 1, lead))
        cut = number.words or tokens.texts[number.first + 1] == "/"
        if self._is_noun(at, definite=cut and 0 < number.value < 1):
            return draft._replace(noun=self._stretch(at, at + 1), next=at + 1)
        return draft

    # --- a vague figure --------------------------------------------------------------------------------------

    def _vague(self, index: int, floor: int) -> Draft | None:
        """مئات، عشرات الآلاف، بضعة آلاف، عدة قرى."""
        tokens = self.tokens
        vague = parse_vague(tokens, self.lexicon, index)
        if vague is None:
            return None
        stand_in = Number(vague.low, index, vague.next, vague.start, tokens.end(vague.next - 1), words=True)
        found = quantity(tokens, self.lexicon, stand_in, None, plain_unit=True)
        draft = Draft(
            Kind.CARDINAL, found.next, (vague.start, stand_in.end), unit=unit_name(found), unit_stretch=found.stretch
        )
        draft = self._kind(draft, found, stand_in, index, floor)
        if draft.kind is Kind.CARDINAL:
            noun_at = draft.next + (tokens.texts[draft.next] == "من")
            definite = not vague.few or noun_at > draft.next
            if tokens.joined(draft.next) and self._is_noun(noun_at, definite=definite):
                draft = draft._replace(noun=self._stretch(noun_at, noun_at + 1), next=noun_at + 1)
            elif vague.few and vague.next == index + 1:
                return None
        qualifier = self._qualifier_before(index, floor)
        if qualifier is not None:
            draft = draft._replace(qualifier=self._stretch_before(qualifier))
        return draft._replace(estimate=Estimate.vague(low=vague.low))

    # --- a counted noun in the dual --------------------------------------------------------------------------

    def _dual(self, index: int, floor: int) -> Draft | None:
        """قتيلان, لغمين: two, unless a word beside it says so itself (شخصان اثنان) or that it is each or both."""
        tokens, word = self.tokens, self.tokens.words[index]
        follower = tokens.words[index + 1].numeral
        told = follower is not None and follower.entry.value == _TWO and tokens.joined(index + 1)
        both = tokens.texts[index - 1] in self.lexicon.context["both"] and tokens.joined(index)
        if word.dual is None or word.dual.clitics.article or told or both:
            return None
        if word.dual.entry in self.lexicon.constructs and not self._has_genitive(index):
            return None  # حالتي is "my state" too
        stretch = (tokens.starts[index] + word.dual.clitics.skip, tokens.end(index))
        draft = Draft(Kind.CARDINAL, index + 1, stretch, noun=stretch)
        return self._meant(draft, _TWO, self._qualifier_before(index, floor), None)

    def _has_genitive(self, index: int) -> bool:
        """حالتي وفاة: what a dual in the construct state is of."""
        return self.tokens.texts[index + 1] in self.lexicon.context["genitives"] and self.tokens.joined(index + 1)

    # --- a unit without a number -----------------------------------------------------------------------------

    def _unit_alone(self, index: int, floor: int) -> Draft | None:
        """عامين, or ساعة ونصف, or لمدة ساعة, or يوم واحد."""
        tokens = self.tokens
        span = parse_unit_range(tokens, self.lexicon, index, floor)
        if span is not None and span.unit is not None:
            return Draft(
                _KINDS[span.unit.kind],
                span.next,
                (span.start, span.end),
                Estimate.between(plain(span.low), plain(span.high)),
                span.unit.name or None,
                None if span.opener < 0 else self._stretch(span.opener, span.lead, conjunction=True),
                (tokens.starts[span.unit.first] + span.unit.skip, tokens.end(span.unit.next - 1)),
            )
        found = one_of_unit(tokens, self.lexicon, index)
        if found is None or found.stretch is None:
            return None
        start = found.stretch[0] if found.number_start < 0 else found.number_start
        end = found.number_end or tokens.end(index)
        draft = Draft(
            Kind.DURATION,
            found.next,
            (start, end),
            unit=unit_name(found),
            unit_stretch=found.stretch,
        )
        draft = self._kind(draft, found, Number(1, index, found.next, 0, 0, words=True), index, floor)
        qualifier = self._qualifier_before(index, floor)
        return self._meant(draft, found.value, qualifier, None, conventional=found.conventional)

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
