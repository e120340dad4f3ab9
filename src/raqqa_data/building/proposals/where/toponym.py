"""A place in a text, as the rules of proposals see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from raqqa_data.building.proposals.where.prepositions import Lead
    from raqqa_data.records.place import Place


REGIONS = frozenset({"governorate", "state", "region", "province"})
SETTLED = frozenset({"city", "town", "village"})
SITES = frozenset({"market", "hospital", "field", "quarter"})
"""What a town has, so that its name beside that of the town says of no other place."""


class Toponym(NamedTuple):
    """A place in a text: its words, how it is led in, what it is called, and where it was named, if taken up again."""

    first: int
    last: int
    place: Place
    lead: Lead
    clitic: str = ""
    called: str = ""
    named: tuple[int, int] | None = None
