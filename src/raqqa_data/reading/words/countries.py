"""Which currency a country means by a name that several share: lira, pound, dinar."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from raqqa_data.errors import NotFoundError, ReadingError
from raqqa_data.reading.words.lexicon import lexicon
from raqqa_data.reading.words.phrases import phrase
from raqqa_data.units.table import UNITS, tender

if TYPE_CHECKING:
    from collections.abc import Mapping


class Country(NamedTuple):
    """A country, and by its noun each currency in which it pays.

    Attributes:
        code: ISO 3166, two letters.
        currencies: ISO 4217 codes by the folded noun.
    """

    code: str
    currencies: Mapping[str, str]


def country_of(code: str | None) -> Country | None:
    """The country of a code, None for none.

    Raises:
        ReadingError: It is no text.
        NotFoundError: No country has it.

    Example:
        >>> country_of("SY").currencies
        {'ليره': 'SYP'}
    """
    if code is None:
        return None
    if not isinstance(code, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ReadingError("country", code, "give its ISO 3166 code of two letters, such as 'SY'")
    known = tender()
    if code not in known:
        raise NotFoundError("ISO 3166 code of a country (two capital letters, such as 'SY')", code, known)
    nouns = lexicon().units.adjectives
    found: dict[str, str] = {}
    for currency in known[code]:
        label = phrase(UNITS[currency].label.ar)[0]
        own = {noun for noun, adjectives in nouns.items() if any(currency == one for _, one in adjectives.values())}
        found |= dict.fromkeys(sorted(own | ({label} & nouns.keys())), currency)
    return Country(code, found)
