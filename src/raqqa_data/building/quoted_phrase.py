"""What a quoted phrase says: the one figure of an observation, the date of an event."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import attrs

from raqqa_data.building.counted_nouns import are_of_one_family, other_kind
from raqqa_data.errors import MissingExtraError, RaqqaDataError
from raqqa_data.reading import Kind, Mention, read
from raqqa_data.reading.dates import hijri
from raqqa_data.reading.mention import AnchorKind
from raqqa_data.reading.text.folding import fold_word
from raqqa_data.records.conversion import converted
from raqqa_data.records.estimate import Estimate
from raqqa_data.units.table import UNITS, find_unit, tender

if TYPE_CHECKING:
    from raqqa_data.records.indicator import Indicator
    from raqqa_data.records.period import Period
    from raqqa_data.records.provenance import Document
    from raqqa_data.texts import Name
    from raqqa_data.units.unit import Unit


HIJRI_LIBRARY = "hijridate"
_BARE = "dimensionless"
_PERSON = "person"
_PREPOSITIONS = ("ب", "ل", "ك")
_BEFALLEN = "مقتل "
_WORD = re.compile(r"[ \t][^\W\d_]+")


class MisreadingError(RaqqaDataError):
    """A phrase does not say what a record needs of it."""


@attrs.frozen
class Figure:
    """A number as a phrase states it."""

    estimate: Estimate
    unit: str

    def to(self, unit: str) -> Figure:
        """The same in another unit of the same dimension."""
        return Figure(converted(self.estimate, self.unit, unit), unit)

    def __str__(self) -> str:
        """As an annotation file's `reads` has it: a counted kind is the indicator's to say, not the phrase's."""
        counted = find_unit(self.unit).counted or self.unit == _BARE
        return str(self.estimate) if counted else f"{self.estimate} {self.unit}"


def figure(
    phrase: str, indicator: Indicator, note: Name | None = None, *, is_one: bool = False, reads: str | None = None
) -> Figure:
    """The one figure of a phrase, in its unit or, for a bare count, in the indicator's.

    Args:
        phrase: The quoted words.
        indicator: What they are said to measure.
        note: The record's caveat. One that names the counted noun says why the indicator counts something else.
        is_one: Whether it is said to be one, so that a noun of people in the singular may stand for it.
        reads: What it is said to read, which decides where the phrase alone leaves two readings open (52.300).

    Raises:
        MisreadingError: The phrase holds no figure or several, its unit does not fit the indicator, or it counts
            something else.
    """
    figures = [
        (mention, mention.estimate)
        for mention in read(phrase, country=_paying_in(indicator.unit))
        if mention.estimate is not None and mention.kind is not Kind.ORDINAL
    ]
    if is_one and not figures and (one := _one_person(phrase)) is not None:
        figures, phrase = [(one, Estimate.stated(1))], f"{_BEFALLEN}{phrase}"
    if len(figures) != 1:
        found = ", ".join(repr(mention.text) for mention, _ in figures)
        problem = f"holds {len(figures)} figures ({found}); quote one" if figures else "holds no figure"
        raise MisreadingError(f"the phrase {phrase!r} {problem}")
    mention, estimate = figures[0]
    stated = Figure(estimate, unit_for(mention, phrase, indicator, note))
    other = mention.ambiguous
    if reads is None or other is None or other.estimate is None or str(stated) == reads:
        return stated
    otherwise = Figure(other.estimate, unit_for(other, phrase, indicator, note))
    return otherwise if str(otherwise) == reads else stated


def unit_for(mention: Mention, text: str, indicator: Indicator, note: Name | None = None) -> str:
    """The unit of a figure as one of an indicator: its own, or for a bare count the indicator's.

    Args:
        mention: The figure.
        text: What it was read in, up to the end of its phrase.
        indicator: What it is said to measure.
        note: The record's caveat. One that names the counted noun says why the indicator counts something else; one
            that names the indicator's unit says that the text leaves it out.

    Raises:
        MisreadingError: The figure's unit does not fit the indicator, or it counts something else.
    """
    unit = _fitting_unit(mention, indicator, note)
    if mention.unit is None and mention.noun is not None and find_unit(indicator.unit).counted:
        of_family = indicator.unit == _PERSON and are_of_one_family(text[: mention.noun.start], mention.noun.text)
        if not of_family:  # 4 من عائلة واحدة are people
            _require_kind(text[mention.noun.start :], mention.noun.text, indicator, note)
    return unit


def date(phrase: str, document: Document) -> Period | None:
    """When a phrase says something happened, as far as it says: the span from its first date to its last.

    Dates such as "this year" are reckoned from the document's own; one that lacks its year keeps lacking it.

    Raises:
        MissingExtraError: It says so in the Hijri calendar, and the extra `hijri` is not installed.
    """
    dates = [mention for mention in read(phrase, reference=document.published) if mention.kind is Kind.DATE]
    for mention in dates:
        if needs_hijri(mention):
            raise MissingExtraError(HIJRI_LIBRARY, "hijri", f"the Hijri date {mention.text!r}")
    periods = [mention.period for mention in dates if mention.period is not None]
    if len(periods) == 1:
        return periods[0]
    if not periods or any(period.edtf.startswith("XXXX") for period in periods):
        return None
    return periods[0].hull(periods[-1])


def is_counted(phrase: str, document: Document) -> bool:
    """Whether a phrase says a date only by counting from the document's own, as a weekday does."""
    return any(
        mention.anchor is not None and mention.anchor.kind is AnchorKind.REFERENCE
        for mention in read(phrase, reference=document.published)
    )


def needs_hijri(mention: Mention) -> bool:
    """Whether a date could be told only with the extra `hijri`, which is not installed."""
    return mention.calendar == "hijri" and mention.period is None and hijri.library() is None


def unheld(mention: Mention) -> str | None:
    """Why no record can hold a figure, and what to do instead; None where one can."""
    if mention.kind is Kind.MONEY and mention.unit is None:
        return (
            f"{mention.text!r} is money of a currency that several countries have under that name; draft with "
            "`country`, take an indicator in the currency that is meant, or leave it out, or tell it in a `note`"
        )
    return None


def stands_for_one(mention: Mention) -> bool:
    """Whether a figure is a noun of people in the singular: قُتل رجل."""
    return mention.value == 1 and mention.noun == mention.number


def _one_person(phrase: str) -> Mention | None:
    """The one whom a noun in the singular stands for, as the reader takes it behind what befell them."""
    found = read(f"{_BEFALLEN}{phrase}", singulars=True)
    whole = len(_BEFALLEN), len(_BEFALLEN) + len(phrase)
    return next((one for one in found if stands_for_one(one) and (one.start, one.end) == whole), None)


def undraftable(mention: Mention) -> str | None:
    """Why a draft has no observation of a figure: no record can hold it, or its phrase alone does not state it."""
    if mention.text.isalpha() and not _is_figure(mention.text) and not stands_for_one(mention):
        return f"{mention.text!r} states a figure only with the words around it; quote it with them"
    return unheld(mention)


def quotable(mention: Mention, text: str) -> Mention:
    """A figure with the word behind it in its phrase, where it takes both to state it: حالتا وفاة."""
    if not mention.text.isalpha() or _is_figure(mention.text) or stands_for_one(mention):
        return mention
    behind = _WORD.match(text, mention.end)
    phrase = "" if behind is None else text[mention.start : behind.end()]
    found = [each for each in read(phrase) if each.estimate is not None]
    same = [(each.start, each.estimate, each.unit) for each in found] == [(0, mention.estimate, mention.unit)]
    return attrs.evolve(mention, text=phrase, end=mention.start + len(phrase)) if same else mention


@functools.lru_cache(maxsize=1 << 10)
def _is_figure(word: str) -> bool:
    return any(mention.estimate is not None and mention.kind is not Kind.ORDINAL for mention in read(word))


def fits(stated: Period, said: Period) -> bool:
    """Whether a period agrees with a date as a phrase says it; a date without its year takes any.

    Example:
        >>> from raqqa_data.records.period import Period
        >>> fits(Period("2017-10"), Period("XXXX-10"))
        True
    """
    return stated.edtf[4:] == said.edtf[4:] if said.edtf.startswith("XXXX") else stated == said


@functools.cache
def _paying_in(unit: str) -> str | None:
    """A country that pays in a currency: an indicator in SYP says whose lira its figures are."""
    return next((country for country, currencies in tender().items() if unit in currencies), None)


def _fitting_unit(mention: Mention, indicator: Indicator, note: Name | None) -> str:
    if reason := unheld(mention):
        raise MisreadingError(reason)
    wanted = find_unit(indicator.unit)
    if mention.unit is None:
        if wanted.counted:
            return indicator.unit
        if wanted.dimension == "ratio" and mention.value is not None and 0 < mention.value < 1:
            return _BARE  # half of them
        counts = mention.noun is not None and not mention.noun.text.startswith(_PREPOSITIONS)  # و31 بتطوان counts none
        if not counts and note is not None and (named := _named_in(note, wanted)) is not None:
            return named  # 40 طنا، مقابل 30: the note says so
        raise MisreadingError(
            f"{mention.text!r} states no unit; the indicator {indicator.id!r} is in {indicator.unit}; where the text "
            "leaves it out, give a `note` that names it in English and says of which figure it is"
        )
    counted, _, per = wanted.name.partition(" / ")
    if mention.unit == f"1 / {per}" and find_unit(counted).counted:
        return wanted.name  # 5 قتلى يوميا, in people a day
    found = find_unit(mention.unit)
    if found.dimension != wanted.dimension:
        problem = f"does not fit the indicator {indicator.id!r}, which is in {indicator.unit}"
        if " / " in found.name and " / " not in wanted.name:
            problem += f"; what is stated per something is a rate: give the indicator the unit {found.name!r}"
        raise MisreadingError(f"{mention.text!r} is in {mention.unit}, which {problem}")
    return found.name


def _named_in(note: Name, wanted: Unit) -> str | None:
    """The unit that a note tells to be left out, of what an indicator measures."""
    words = note.en.split()
    if "unit" not in words:
        return None
    if wanted.name in words:
        return wanted.name
    named = (UNITS[word] for word in words if word in UNITS)
    return next((unit.name for unit in named if unit.dimension == wanted.dimension and not unit.counted), None)


def _require_kind(words: str, noun: str, indicator: Indicator, note: Name | None) -> None:
    other = other_kind(words, indicator.unit)
    if other is None or (note is not None and fold_word(noun) in fold_word(f"{note.en} {note.ar}")):
        return
    raise MisreadingError(
        f"{noun!r} counts {other}, but the indicator {indicator.id!r} counts {indicator.unit}; take an indicator in "
        f"{other}, or, where {indicator.unit} is meant, give a `note` that names «{noun}» and says why"
    )
