"""Numbers one behind another, of which the last alone has the unit: (6 و9 سنوات), أعمارهم 4 و6 و11 عاما."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon

_MOST = 4
AND = frozenset({"و", "،"})
BRACKETS = frozenset({"(", "["})


def opener_before(tokens: Tokens, lexicon: Lexicon, first: int) -> int | None:
    """The bracket or the word of age that opens some digits joined one to another, before the token of any of them."""
    at = first - 1
    for _ in range(_MOST):
        text = tokens.texts[at]
        if not tokens.joined(at + 1):
            return None
        if text in BRACKETS or not lexicon.context["age_before"].isdisjoint((text, text.removeprefix("و"))):
            return at
        if text not in AND or tokens.words[at - 1].digits is None:
            return None
        at -= 2
    return None
