"""Whose lira or dinar money is that does not say it: of the one country that a text speaks of and that has one."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import attrs

from raqqa_data.building.proposals.words.affixes import bare, stems
from raqqa_data.building.proposals.words.place_words import country_of
from raqqa_data.reading.mention import Kind, Mention
from raqqa_data.reading.reader import read
from raqqa_data.reading.words.lexicon import lexicon
from raqqa_data.units.table import tender

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raqqa_data.building.proposals.passage.passage import Passage
    from raqqa_data.building.proposals.where.toponym import Toponym


def in_currencies(passage: Passage, toponyms: Iterable[Toponym]) -> dict[int, Mention]:
    """Money of which a text leaves open whose it is, by where it starts, each with the currency that is meant.

    Args:
        passage: The text.
        toponyms: The places that it names.
    """
    open_money = [figure for figure in passage.figures if figure.kind is Kind.MONEY and figure.unit is None]
    if not open_money:
        return {}
    countries = {toponym.place.chain[-1].id for toponym in toponyms}
    named = {country for word in passage.words if (country := country_of(word)) is not None}
    paid = {currency for country in countries | named for currency in _currencies().get(country, ())}
    # by the reader's own names too: where it found two, none of them is the only one
    paid.update(*(_in_places().get(bare(form), ()) for word in passage.words for form in stems(word)))
    found: dict[int, Mention] = {}
    for figure in open_money:
        currency = _one_of(figure, paid)
        if currency is not None:
            found[figure.start] = attrs.evolve(figure, unit=currency)
    return found


def _one_of(figure: Mention, paid: Iterable[str]) -> str | None:
    """The only one of the currencies that has that name; None where none has, or several."""
    meant = {currency for currency in paid if _is_called(figure.text, currency)}
    return meant.pop() if len(meant) == 1 else None


@functools.cache
def _currencies() -> dict[str, frozenset[str]]:
    """The currencies of each country, by its id, as the adjectives tell that say whose they are."""
    found: dict[str, set[str]] = {}
    for adjectives in lexicon().units.adjectives.values():
        for adjective, (_, currency) in adjectives.items():
            if (country := country_of(adjective)) is not None:
                found.setdefault(country, set()).add(currency)
    return {country: frozenset(several) for country, several in found.items()}


@functools.cache
def _in_places() -> dict[str, frozenset[str]]:
    """The currencies of each country and town of one word, by its name."""
    found: dict[str, set[str]] = {}
    for places in lexicon().units.places.values():
        for name, (rest, currency) in places.items():
            if not rest:
                found.setdefault(name, set()).add(currency)
    return {name: frozenset(several) for name, several in found.items()}


@functools.lru_cache(maxsize=1 << 10)
def _is_called(money: str, currency: str) -> bool:
    """Whether money as printed may be of a currency."""
    country = next((code for code, currencies in tender().items() if currency in currencies), None)
    return any(mention.unit == currency for mention in read(money, country=country))
