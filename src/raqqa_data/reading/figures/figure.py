"""One figure: the first way to state it that fits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from raqqa_data.reading.figures.ambiguous_currency import in_currency
from raqqa_data.reading.figures.constructions import BEFORE_NUMBERS, NUMBERED, UNNUMBERED
from raqqa_data.reading.figures.ways import FigureWays
from raqqa_data.reading.grammar import ALL, Construction, Table
from raqqa_data.reading.mention_draft import MentionDraft
from raqqa_data.reading.numbers.number import parse_number
from raqqa_data.reading.numbers.ordinals import parse_ordinal
from raqqa_data.reading.refusals.labels import definite

if TYPE_CHECKING:
    from raqqa_data.reading.numbers.ordinals import Ordinal
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.countries import Country
    from raqqa_data.reading.words.lexicon import Lexicon

_LOOK_BACK = 6


class FigureReader(FigureWays):
    """Reads the figures of one text, from left to right."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, country: Country | None = None) -> None:
        super().__init__(tokens, lexicon)
        self.country = country
        self._ordinal_at = -1
        self._ordinal: Ordinal | None = None

    def read(self, index: int, floor: int) -> MentionDraft | int | None:
        """The figure at a token; or where to go on behind what is none; or None.

        Args:
            index: A token that a number, a unit or a vague word begins at.
            floor: The token after the mention before: nothing before it is looked at.
        """
        found = self._found(index, floor)
        if isinstance(found, MentionDraft):
            for completes in COMPLETED[found.kind]:
                found = completes(self, found)
        return found

    def _found(self, index: int, floor: int) -> MentionDraft | int | None:
        word = self.tokens.words[index]
        if word.numeral is not None and self._signs_the_next(index):
            return None
        for refuses in BEFORE_NUMBERS["words" if word.digits is None else "digits"]:
            behind = refuses(self, index, floor)
            if behind is not None:
                return behind
        number = parse_number(self.tokens, self.lexicon, index)
        if number is None:
            return self._without_number(index, floor)
        for reads in NUMBERED["words" if number.words else "digits"]:
            found = reads(self, number, floor)
            if found is not None:
                return found
        return None

    def _without_number(self, index: int, floor: int) -> MentionDraft | None:
        for reads in UNNUMBERED[ALL]:
            found = reads(self, index, floor)
            if found is not None:
                return found
        return None

    def ordinal_at(self, index: int) -> Ordinal | None:
        """The ordinal that begins at a token, parsed once."""
        if index != self._ordinal_at:
            self._ordinal, self._ordinal_at = parse_ordinal(self.tokens, self.lexicon, index), index
        return self._ordinal

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
        if self._hedge_before(ordinal.first, ordinal.first - _LOOK_BACK) is not None:
            return True
        return known.age_after.match(tokens, ordinal.next) is not None


def _in_years(_: FigureReader, draft: MentionDraft) -> MentionDraft:
    """عقدين: a decade is ten years, as pint's unit of that name is a factor of ten."""
    if draft.unit != "decade" or draft.estimate is None:
        return draft
    return draft._replace(unit="year", estimate=draft.estimate * 10)


def _per_something(figures: FigureReader, draft: MentionDraft) -> MentionDraft:
    """5 شاحنات يوميا, 30 دولارا للبرميل, 400 ليرة في لبنان."""
    return in_currency(figures.tokens, figures.lexicon.units, draft, figures.country)


Completes = Callable[[FigureReader, MentionDraft], MentionDraft]

COMPLETED: Table[Completes] = Table(
    "What completes a figure",
    [
        Construction[Completes](
            "decades", "A decade is ten years.", "استمر البناء ثلاثة عقود", _in_years, opens=("duration",)
        ),
        Construction[Completes](
            "per-something",
            "So many a day, a barrel or a person; and whose currency, where countries share its name.",
            "تصل 5 شاحنات يوميا",
            _per_something,
            opens=("cardinal", "measure", "money"),
        ),
    ],
)
