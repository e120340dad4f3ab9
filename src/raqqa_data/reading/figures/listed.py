"""Numbers one behind another in brackets, of which the last alone has the unit: (6 و9 سنوات)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raqqa_data.reading.text.tokens import Tokens

_MOST = 3
AND = frozenset({"و", "،"})


def bracket_before(tokens: Tokens, first: int) -> int | None:
    """The bracket that opens some digits joined one to another, before the token of any of them."""
    at = first - 1
    for _ in range(_MOST):
        if not tokens.joined(at + 1):
            return None
        if tokens.texts[at] in {"(", "["}:
            return at
        if tokens.texts[at] not in AND or tokens.words[at - 1].digits is None:
            return None
        at -= 2
    return None
