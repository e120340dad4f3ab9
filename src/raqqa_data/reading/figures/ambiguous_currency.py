"""Money of a currency whose name several countries share: whose it is, by a place beside it or by the country given."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.reading.figures.rates import rated
from raqqa_data.reading.mention import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raqqa_data.reading.mention_draft import MentionDraft
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.countries import Country
    from raqqa_data.reading.words.units import UnitWords

_FAR = 12  # tokens
_ENDS = frozenset(".؟?!؛;:")
_IN = frozenset({"في", "داخل"})
_CLITICS = "وفبل"
_ELSEWHERE = frozenset(
    {"وفي", "وداخل", "بينما", "وبينما", "فيما", "وفيما", "اما", "واما", "لكن", "ولكن", "مقابل", "مقارنه"}
)
"""Behind money they open a clause of another place, which says nothing of that money: 5000 ليرة، وفي لبنان 3000."""


class Currency(NamedTuple):
    """The currency of money that its own words leave open.

    Attributes:
        code: ISO 4217, or None where nothing tells it.
        hint: The country given, where the currency was taken from it.
    """

    code: str | None
    hint: str | None = None


def in_currency(tokens: Tokens, units: UnitWords, draft: MentionDraft, country: Country | None) -> MentionDraft:
    """A figure per what it is stated, and of whose currency where several countries have its name."""
    if draft.kind is not Kind.MONEY:
        return rated(tokens, units, draft)
    stated, *others = [
        rated(tokens, units, draft._replace(unit=currency.code, country_hint=currency.hint))
        for currency in _currencies_of(tokens, units, draft, country)
    ] or [rated(tokens, units, draft)]
    return stated._replace(instead=others[0]) if others else stated


def _currencies_of(tokens: Tokens, units: UnitWords, draft: MentionDraft, country: Country | None) -> list[Currency]:
    """The currency of money whose own words leave it open, and behind it the other reading where there is one.

    A place right behind the money says whose it is (500 ليرة في لبنان); one elsewhere in the sentence may be another's.
    The country given says it where no place does.
    """
    noun = _open_noun(tokens, units, draft)
    if noun is None:
        return []
    code = None if country is None else country.currencies.get(noun)
    given = [] if country is None or code is None else [Currency(code, country.code)]
    if units.bare.get(noun):
        return given
    at = draft.next + (tokens.texts[draft.next] in _IN)
    beside = set(_told(tokens, units, noun, [at] if tokens.joined(at) else []))
    if beside:
        return list(map(Currency, beside))
    named = set(_told(tokens, units, noun, _sentence(tokens, draft)))
    if not named or named == {code}:
        return given
    return [Currency(*named), *(given or [Currency(None)])] if len(named) == 1 else []


def _open_noun(tokens: Tokens, units: UnitWords, draft: MentionDraft) -> str | None:
    """The noun of money that no adjective, sign or code gives a country."""
    if draft.kind is not Kind.MONEY or draft.unit_stretch is None:
        return None
    at = tokens.at(draft.unit_stretch[0])
    unit = units.match(tokens, at, leads=True)
    alone = tokens.words[at].unit  # بليرتين
    noun = unit.noun if unit is not None else "" if alone is None else alone.entry.noun
    if noun not in units.adjectives:
        return None
    bare = draft.unit is not None and draft.unit == units.bare.get(noun)
    return noun if draft.unit is None or (bare and draft.unit_stretch[1] == tokens.end(at)) else None


def _sentence(tokens: Tokens, draft: MentionDraft) -> Iterator[int]:
    """The tokens around a figure, up to the ends of its sentence or to what it tells of elsewhere."""
    first = tokens.at(draft.stretch()[0])
    for steps in (range(first - 1, first - _FAR, -1), range(draft.next, draft.next + _FAR)):
        for at in steps:
            inside = 0 <= at < len(tokens.texts) and tokens.texts[at] not in _ENDS
            inside = inside and (at < first or tokens.texts[at] not in _ELSEWHERE)
            if not inside or not tokens.joined(at + (at < first)):
                break
            yield at


def _told(tokens: Tokens, units: UnitWords, noun: str, places: Iterable[int]) -> list[str]:
    """The currencies of that noun which a country, a town or an adjective at these tokens tells."""
    known = (units.places.get(noun, {}), units.adjectives[noun])
    found: list[tuple[int, str]] = []
    inner = set[int]()
    for at in places:
        text = tokens.texts[at]
        stems = [text, *([text[1:]] if text[:1] in _CLITICS else [])]
        stems += [stem[2:] for stem in (text, *stems) if stem.startswith(("ال", "لل"))]
        for stem in stems:
            for rest, code in (words[stem] for words in known if stem in words):
                if units.follow(tokens, at + 1, rest):
                    found.append((at, code))
                    inner.update(range(at + 1, at + 1 + len(rest)))
    return [code for at, code in found if at not in inner]  # جنوب السودان is not السودان
