"""A place: what it is called, what it lies in, and its identifiers in the lists of others."""

from __future__ import annotations

from typing import Any

import attrs

from raqqa_data.errors import RecordError
from raqqa_data.records.validation import in_range, is_a, slug, text
from raqqa_data.texts import Name

_DEEPEST = 32  # places in one another: far more than any gazetteer has, far less than Python's stack


def _is_place(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    is_a(Place, optional=True)(instance, attribute, value)
    if isinstance(value, Place) and len(value.chain) >= _DEEPEST:
        problem = f"lies in more than {_DEEPEST - 1} others, one in another"
        raise RecordError(type(instance).__name__, attribute.name, value.id, problem)


def _is_paired(place: Place, _: attrs.Attribute[float], value: object) -> None:
    if (value is None) != (place.latitude is None):
        raise RecordError("Place", "longitude", value, "latitude and longitude are given together or not at all")


@attrs.frozen(kw_only=True)
class Place:
    """A place with its identifiers; None where none was verified.

    Attributes:
        id: Identifier, e.g. "raqqa-city".
        name: Its name.
        kind: What it is: "city", "governorate", "country", …
        within: The place it lies in.
        latitude: Degrees north of a representative point (WGS 84).
        longitude: Degrees east of that point.
        geonames: GeoNames id.
        wikidata: Wikidata item.
        pcode: OCHA place code.
        iso: ISO 3166 code, three letters for a country, 3166-2 for a part of one.

    Raises:
        RecordError: A field is missing its form, or one coordinate stands alone.
    """

    id: str = attrs.field(kw_only=False, validator=slug())
    name: Name = attrs.field(validator=is_a(Name))
    kind: str = attrs.field(validator=slug())
    within: Place | None = attrs.field(default=None, validator=_is_place)
    latitude: float | None = attrs.field(default=None, validator=in_range(-90, 90, optional=True))
    longitude: float | None = attrs.field(default=None, validator=[in_range(-180, 180, optional=True), _is_paired])
    geonames: int | None = attrs.field(default=None, validator=is_a(int, optional=True))
    wikidata: str | None = attrs.field(default=None, validator=text(optional=True))
    pcode: str | None = attrs.field(default=None, validator=text(optional=True))
    iso: str | None = attrs.field(default=None, validator=text(optional=True))

    @property
    def chain(self) -> tuple[Place, ...]:
        """The place itself, then each that it lies in, outwards."""
        return (self, *self.within.chain) if self.within else (self,)

    def lies_in(self, other: Place) -> bool:
        """Whether it is that place, or lies in it."""
        return any(place.id == other.id for place in self.chain)

    def __str__(self) -> str:
        return str(self.name)
