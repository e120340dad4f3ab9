"""Each way to state a figure: its number, what is said before it, its unit, its noun and what is said behind them."""

from __future__ import annotations

from fractions import Fraction as Ratio
from typing import TYPE_CHECKING

from raqqa_data.reading.figures.around import KINDS, WordedNumbers
from raqqa_data.reading.figures.number_words import REFUSED_WORDS
from raqqa_data.reading.figures.quantities import are_no_oil, one_of_unit, quantity, unit_name
from raqqa_data.reading.grammar import ALL
from raqqa_data.reading.mention import Kind
from raqqa_data.reading.mention_draft import MentionDraft, estimate, plain
from raqqa_data.reading.numbers.number import Number
from raqqa_data.reading.numbers.ranges import Range, parse_range, parse_unit_range
from raqqa_data.reading.numbers.vague import parse_vague
from raqqa_data.reading.refusals.bare_digits import counts_nothing
from raqqa_data.reading.refusals.kinds import refused_digits
from raqqa_data.reading.refusals.scores import is_score
from raqqa_data.records.estimate import Estimate, Wording

if TYPE_CHECKING:
    from raqqa_data.reading.text.digits import Digits, Value
    from raqqa_data.reading.words.entries import Found
    from raqqa_data.reading.words.units import Unit

_TWO = 2
_PLACING = frozenset({"في", "الي", "علي", "عبر", "داخل", "قرب", "بين"})
_ONCE = frozenset({"مره", "ومره"})
_TWICE = frozenset({"مرتين", "مرتان"})
_FEW = 3
_LONG = 4
_MOST_SCALES = 6  # a long row of them is looked at once


# a number; the first token and offset of what stands before it; a unit there; whether it is negative, and in brackets
_Signed = tuple[Number, int, int, "Unit | None", bool, bool]


class FigureWays(WordedNumbers):
    """The ways to state a figure, each a function of the token or of the number that it begins at."""

    _signed_at: int = -1
    _with_sign: _Signed

    def named_digits(self, index: int, _: int) -> int | None:
        """القرار 2254."""
        return refused_digits(self.tokens, self.lexicon, index)

    def idiom(self, index: int, _: int) -> int | None:
        """ألف مبروك."""
        if self.tokens.words[index].numeral is None:
            return None
        for at in range(index + 1, index + _MOST_SCALES):
            if self.tokens.texts[at] in self.lexicon.context["idioms"]:
                return at + 1
            numeral = self.tokens.words[at].numeral
            if numeral is None or numeral.entry.slot != "scale":
                break  # مئة ألف مبروك goes on
        return None

    def nil(self, index: int, _: int) -> int | None:
        """صفر-2."""
        numeral = self.tokens.words[index].numeral
        if numeral is None or numeral.entry.slot != "zero":
            return None
        return index + 3 if is_score(self.tokens, self.lexicon, index) else None

    def named_words(self, number: Number, _: int) -> int | None:
        """بئر السبع."""
        for refuses in REFUSED_WORDS[ALL]:
            if refuses(self, number):
                return number.next
        return None

    def one_of_each_noun(self, number: Number, floor: int) -> MentionDraft | None:
        """طفل من كل 3."""
        if number.value <= 1 or not self._is_of_each(number.first, floor):
            return None
        share = estimate(1 / Ratio(number.value), Wording.EXACT)
        first = self._one_of_each_at(number.first)
        conjoined = self.tokens.texts[first] not in self.lexicon.counted
        one = self._stretch(first, number.next, conjunction=conjoined)
        return self._noun(MentionDraft(Kind.CARDINAL, number.next, one, share), number, number.first, floor)

    # --- a number --------------------------------------------------------------------------------------------

    def _led(self, number: Number, floor: int) -> _Signed:
        """A number with the signs before it, looked for once."""
        if number.first != self._signed_at:
            self._with_sign, self._signed_at = self._with_signs(number, floor), number.first
        return self._with_sign

    def _with_signs(self, number: Number, floor: int) -> _Signed:
        lead, start, negative = self._sign(number, floor)
        bracketed = lead > floor and self.tokens.in_brackets(lead)
        if negative:
            number = number._replace(value=-number.value, other=None if number.other is None else -number.other)
        lead, start, before = self._unit_before(number, lead, start, floor)
        return number, lead, start, before, negative, bracketed

    def range_from(self, number: Number, floor: int) -> MentionDraft | None:
        """بين 20 و30, من 10 إلى 15, 10-15, ثلاثة أو أربعة."""
        number, lead, start, before, negative, _ = self._led(number, floor)
        span = parse_range(self.tokens, self.lexicon, number, lead, floor) if before is None else None
        return None if span is None else self._range(span._replace(start=start) if negative else span, floor)

    def quantity_of(self, number: Number, floor: int) -> MentionDraft | int | None:
        """A number with its unit or its noun."""
        number, lead, start, before, negative, bracketed = self._led(number, floor)
        tokens = self.tokens
        found = quantity(tokens, self.lexicon, number, before)
        found = self._below_zero(number, found)
        closing = number.first + 1
        if bracketed:
            lead -= 1
        qualifier = self._qualifier_before(lead, floor)
        draft = MentionDraft(
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

    def _range(self, span: Range, floor: int) -> MentionDraft:
        tokens = self.tokens
        opened, closed = tokens.texts[span.lead - 1], tokens.texts[span.next]
        if (opened, closed) == ("(", ")") and self.lexicon.units.match(tokens, span.next + 1) is not None:
            span = span._replace(start=tokens.starts[span.lead - 1], next=span.next + 1)  # (50-60) %
        stand_in = Number(span.high, span.next - 1, span.next, span.start, span.end, words=True)
        found = quantity(tokens, self.lexicon, stand_in, None, plain_unit=True)
        below = self._below_zero(stand_in, found)
        if below.next > found.next:
            found, span = below, _below(span, tokens.words[span.next - 1].digits)
        unit = span.unit
        draft = MentionDraft(
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
        stated, *otherwise = [
            Estimate.between(*(plain(Ratio(value) / parts) for value in bounds))
            for bounds in self._bounds(draft, span, stand_in)
        ]
        return draft._replace(estimate=stated, other=otherwise[0] if otherwise else None)

    def _bounds(self, draft: MentionDraft, span: Range, last: Number) -> list[tuple[Value, Value]]:
        """The bounds of a range, and behind them the others that its separators allow."""
        stated = (span.low, span.high)
        if span.others is None:
            return [stated]
        value, other = self._by_evidence(
            draft, span.high, last._replace(other=span.others[1], separator=span.separator)
        )
        bounds = [stated, span.others] if value == span.high else [span.others, stated]
        return bounds if other is not None else bounds[:1]

    # --- a vague figure --------------------------------------------------------------------------------------

    def vague(self, index: int, floor: int) -> MentionDraft | None:
        """مئات، عشرات الآلاف، بضعة آلاف، عدة قرى."""
        tokens = self.tokens
        word = tokens.words[index]
        if (word.vague is None and word.numeral is None) or tokens.texts[index] in self.lexicon.context["few_behind"]:
            return None
        vague = parse_vague(tokens, self.lexicon, index)
        if vague is None:
            return None
        stand_in = Number(vague.low, index, vague.next, vague.start, tokens.end(vague.next - 1), words=True)
        found = quantity(tokens, self.lexicon, stand_in, None, plain_unit=True)
        draft = MentionDraft(
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

    def several_behind(self, index: int, floor: int) -> MentionDraft | None:
        """قرى عدة, ساعات معدودة."""
        tokens, known, noun = self.tokens, self.lexicon, index - 1
        text = tokens.texts[noun]
        if (
            tokens.texts[index] not in known.several
            or noun < floor
            or self._is_noun(index + 1)
            or tokens.words[noun].digits is not None
        ):
            return None
        skip = text[:1] in {"ل", "ب"} and len(text) > _LONG and not text.startswith(("لل", "بال"))
        if not tokens.joined(index) or text.endswith("ه") or not (skip or self._is_noun(noun, leads=True)):
            return None
        forms = known.units.phrases.get(text[skip:], ())
        unit = next((form for rest, form in forms if not rest), None)
        stretch, number = (tokens.starts[noun] + skip, tokens.end(noun)), (tokens.starts[index], tokens.end(index))
        draft = MentionDraft(Kind.CARDINAL, index + 1, number, Estimate.vague(low=_FEW), noun=stretch)
        if unit is not None and unit.number == _FEW and unit.kind in {"duration", "measure"}:
            return draft._replace(kind=KINDS[unit.kind], unit=unit.name, unit_stretch=stretch, noun=None)
        return draft if unit is None else None

    # --- a counted noun in the dual --------------------------------------------------------------------------

    def dual(self, index: int, floor: int) -> MentionDraft | None:
        """قتيلان, لغمين: two, unless a word beside it says so itself (شخصان اثنان) or that it is each or both."""
        tokens, word = self.tokens, self.tokens.words[index]
        follower = tokens.words[index + 1].numeral
        told = follower is not None and follower.entry.value == _TWO and tokens.joined(index + 1)
        both = tokens.texts[index - 1] in self.lexicon.context["both"] and tokens.joined(index)
        before = tokens.texts[index - 1]
        # جنديان سوريان, not جثتي شقيقين
        described = tokens.words[index - 1].dual is not None and before.endswith("ن") and tokens.joined(index)
        both = both or (described and word.dual is not None and not word.dual.clitics.skip)
        plural = tokens.texts[index - 1] in self.lexicon.context["being_many"] and tokens.joined(index)
        if word.dual is None or told or both or plural or not self._says_two(index, word.dual, floor):
            return None
        stretch = (tokens.starts[index] + word.dual.clitics.skip, tokens.end(index))
        draft = MentionDraft(Kind.CARDINAL, index + 1, stretch, noun=stretch)
        for rest, form in self.lexicon.units.phrases.get(word.dual.stem, ()):  # نقطتين مئويتين
            if rest and form.number == _TWO and tokens.follows(index + 1, rest):
                after = index + 1 + len(rest)
                unit = (stretch[0], tokens.end(after - 1))
                draft = MentionDraft(KINDS[form.kind], after, stretch, unit=form.name, unit_stretch=unit)
        twice = word.dual.stem in _TWICE and tokens.texts[index + 1] != "او"
        once = before == "او" and tokens.texts[index - _TWO] in _ONCE and tokens.joined(index)
        if twice and once and index - _TWO >= floor:
            start = tokens.starts[index - _TWO] + tokens.texts[index - _TWO].startswith("و")
            return draft._replace(number=(start, stretch[1]), estimate=Estimate.between(1, _TWO))
        return self._meant(draft, _TWO, self._qualifier_before(index, floor), None)

    def _says_two(self, index: int, dual: Found[str], floor: int) -> bool:
        """Whether a word in the form of a dual is one: by its own letters, or by what stands beside it."""
        known, stem, clitics = self.lexicon, dual.stem, dual.clitics
        if clitics.article or clitics.preposition == "ك":
            return False  # كبيرين is "big"
        if stem in known.constructs:
            # حالتي is "my state" too
            return self._has_genitive(index) or (stem.endswith("تا") and self._is_noun(index + 1))
        if stem in known.owned:
            return not self.tokens.printed(index).endswith("ة")  # نوعيه, but نوعية
        if stem in known.placed:
            return self._is_placed(index, clitics.preposition)
        return bool(dual.entry) or self._is_told_of(index, floor, joined=bool(clitics.conjunction))

    def _is_placed(self, index: int, preposition: str) -> bool:
        """عبر معبرين, but معبرين عن: behind a preposition a place in ين is two, and none who do something."""
        tokens = self.tokens
        governed = tokens.texts[index - 1].removeprefix("و") in _PLACING and tokens.joined(index)
        return (governed or preposition == "ب") and tokens.texts[index + 1] not in {"عن", "علي"}

    def _is_told_of(self, index: int, floor: int, *, joined: bool) -> bool:
        """أعيقت بعثتان, هناك بعثتان, أحد عشر رجلا وعجوزتان: what tells that a word in ـتان is two of something."""
        tokens, before = self.tokens, self.tokens.texts[index - 1]
        if joined:
            return index == floor and tokens.joined(index)
        verb = before.endswith("ت") and len(before) > _LONG - 1 and before.isalpha() and not before.endswith("ات")
        told = verb or before.removeprefix("و") in self.lexicon.context["told_of"]
        return told and tokens.joined(index)

    def _has_genitive(self, index: int) -> bool:
        """حالتي وفاة: what a dual in the construct state is of."""
        return self.tokens.texts[index + 1] in self.lexicon.context["genitives"] and self.tokens.joined(index + 1)

    # --- a unit without a number -----------------------------------------------------------------------------

    def unit_range(self, index: int, floor: int) -> MentionDraft | None:
        """أسبوع أو أسبوعين, من ساعتين إلى ثلاث ساعات."""
        tokens = self.tokens
        span = None if tokens.words[index].unit is None else parse_unit_range(tokens, self.lexicon, index, floor)
        if span is None or span.unit is None:
            return None
        return MentionDraft(
            KINDS[span.unit.kind],
            span.next,
            (span.start, span.end),
            Estimate.between(plain(span.low), plain(span.high)),
            span.unit.name or None,
            None if span.opener < 0 else self._stretch(span.opener, span.lead, conjunction=True),
            (tokens.starts[span.unit.first] + span.unit.skip, tokens.end(span.unit.next - 1)),
        )

    def unit_alone(self, index: int, floor: int) -> MentionDraft | None:
        """عامين, or ساعة ونصف, or لمدة ساعة, or يوم واحد."""
        tokens = self.tokens
        found = one_of_unit(tokens, self.lexicon, index)
        if found is None or found.stretch is None:
            return None
        if (
            found.unit is not None
            and found.unit.name == "oil_barrel"
            and are_no_oil(tokens, self.lexicon, index, found.next)
        ):
            draft = MentionDraft(Kind.CARDINAL, found.next, found.stretch, noun=found.stretch)  # ببرميلين متفجرين
            return self._meant(draft, found.value, self._qualifier_before(index, floor), None)
        one = Number(1, index, found.next, 0, 0, words=True)
        start = found.stretch[0] if found.number_start < 0 else found.number_start
        end = found.number_end or tokens.end(index)
        found = self._below_zero(one, found)
        draft = MentionDraft(
            Kind.DURATION,
            found.next,
            (start, end),
            unit=unit_name(found),
            unit_stretch=found.stretch,
        )
        draft = self._kind(draft, found, one, index, floor)
        qualifier = self._qualifier_before(index, floor)
        return self._meant(draft, found.value, qualifier, None, conventional=found.conventional)


def _below(span: Range, last: Digits | None) -> Range:
    """بين 5 و10 درجات تحت الصفر; of 3 درجات و5 درجات تحت الصفر the last alone is below."""
    if span.unit is None:
        return span._replace(low=-span.high, high=-span.low, others=None)
    falling = last is not None and last.value == span.low  # بين 5 درجات و3 درجات تحت الصفر
    below, above = (span.low, span.high) if falling else (span.high, span.low)
    return span._replace(low=-below, high=above, others=None)
