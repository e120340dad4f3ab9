"""A place at which a text says who speaks."""

from __future__ import annotations

import attrs

from raqqa_data.building.proposals.who.speaker_names import Speaker


@attrs.frozen
class Cue:
    """A place at which a text says who speaks.

    Attributes:
        at: The word.
        kind: "says", "according", "relays", "colon" or "source".
        speaker: Who; None where the text goes on with whoever spoke before.
        source: For what is relayed, whom it is relayed from.
        after: The last word of the names.
    """

    at: int
    kind: str
    speaker: Speaker | None
    source: Speaker | None = None
    after: int = 0

    @property
    def voice(self) -> Speaker | None:
        """Whose word it is: whom it is relayed from, else who speaks."""
        return self.source or self.speaker
