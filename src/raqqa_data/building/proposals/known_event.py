"""An event that a person's reference file names."""

from __future__ import annotations

import attrs

from raqqa_data.records.period import Period
from raqqa_data.records.place import Place
from raqqa_data.records.validation import slug
from raqqa_data.texts import Name


@attrs.frozen
class KnownEvent:
    """An event by its names, before any document is quoted on it.

    Attributes:
        id: The key that records name it by, e.g. "prison_attack".
        name: What it is called.
        place: Where it was.
        period: When it was.
    """

    id: str = attrs.field(validator=slug())
    name: Name
    place: Place | None = None
    period: Period | None = None
