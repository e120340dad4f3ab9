"""What a person says of a whole document: who, where and when it is, where no words of the text say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from raqqa_data.building.proposals.reference.known_names import agent_named, place_named
from raqqa_data.errors import ReadingError
from raqqa_data.records.period import Period
from raqqa_data.records.place import Place
from raqqa_data.records.provenance import Agent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raqqa_data.building.proposals.reference.known_names import Known

_PRECISION = {"country": 6, "state": 4, "region": 4, "governorate": 4, "province": 4, "district": 3}
_NEAR = 2


@attrs.frozen(kw_only=True)
class Overall:
    """What counts for the figures of which the text does not say it.

    Attributes:
        voice: Who says them.
        place: Where they are.
        until: By when they were.
    """

    voice: Agent | None = None
    place: Place | None = None
    until: Period | None = None

    @property
    def where_prec(self) -> int:
        """How precisely a place is known that is only the document's: of a town, near it (UCDP)."""
        return _NEAR if self.place is None else _PRECISION.get(self.place.kind, _NEAR)

    def of_document(self, places: Iterable[Place]) -> Overall:
        """The same without its place where the text names places and all of them lie elsewhere."""
        named = [{one.id for one in place.chain} for place in places]
        here: set[str] = set() if self.place is None else {one.id for one in self.place.chain}
        meets = any(here <= chain or chain <= here for chain in named)
        return attrs.evolve(self, place=None) if here and named and not meets else self


def overall(known: Known, *, voice: str | None, place: str | None, until: Period | None = None) -> Overall:
    """What a person said, by ids or names.

    Raises:
        ReadingError: One is no text.
        NotFoundError: There is no such agent or place.
    """
    for argument, said in (("voice", voice), ("place", place)):
        if not isinstance(said, str | None):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ReadingError(argument, said, "give the id or a name of one")
    return Overall(
        voice=None if voice is None else agent_named(voice, known),
        place=None if place is None else place_named(place, known),
        until=None if until is None or until.latest is None else _up_to(until),
    )


def _up_to(published: Period) -> Period:
    """Up to the day of publication; of a span its end."""
    return Period(f"../{published.edtf.rpartition('/')[2]}")
