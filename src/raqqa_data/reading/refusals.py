"""Digits that are no figure: names, telephones, addresses, times of day, scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raqqa_data.reading.lexicon import Lexicon
    from raqqa_data.reading.tokens import Tokens

_LOOK_BACK = 6
_TELEPHONE = 9
_SIGNS = frozenset("-/:._#@=+")


def refused_digits(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """Where reading goes on behind digits that name something; None where they may be a figure."""
    before, after = tokens.texts[index - 1], tokens.texts[index + 1]
    if tokens.glued(index) and _named_before(tokens, index, before):
        return _behind(tokens, index)
    if tokens.glued(index + 1) and after and after[0].isascii() and after.isalpha():
        if lexicon.units.match(tokens, index + 1) is None:
            return _behind(tokens, index)
    elif after == ":" and tokens.glued(index + 1) and tokens.glued(index + 2) and tokens.texts[index + 2].isdecimal():
        return _behind(tokens, index)
    if _is_telephone(tokens, index):
        return _behind_groups(tokens, index)
    if before in lexicon.context["identifiers"] and tokens.joined(index):
        return _behind(tokens, index)
    if _is_clock(tokens, lexicon, index):
        return index + 1
    if _is_score(tokens, lexicon, index):
        return index + 3
    word = tokens.words[index]
    if word is None or word.digits is None or word.digits.value is None:
        return _behind(tokens, index)
    return None


def _is_telephone(tokens: Tokens, index: int) -> bool:
    """A group that begins with zero, and another behind it: 0933 123 456, 011-2345678."""
    text = tokens.texts[index]
    if text[0] != "0" or len(text) < 3 or not text.isdecimal() or not text.strip("0"):  # noqa: PLR2004
        return False
    at = index + 1
    at += tokens.texts[at] in {"-", "/"}
    return tokens.gaps[at] in {"", " "} and tokens.texts[at].isdecimal()


def _behind_groups(tokens: Tokens, index: int) -> int:
    at = index + 1
    while tokens.gaps[at] in {"", " "}:
        dash = tokens.texts[at] in {"-", "/"}
        if not tokens.texts[at + dash].isdecimal():
            break
        at += 1 + dash
    return at


def _named_before(tokens: Tokens, index: int, before: str) -> bool:
    """Whether what is glued before digits makes a name of them: F16, كوفيد-19, 10:30, +963..."""
    if before and before[0].isascii() and before.isalpha():
        return True
    if before in {"_", "#", "@"}:
        return True
    if before in {":", "="}:
        return tokens.glued(index - 1) and tokens.texts[index - 2][:1].isascii() and tokens.texts[index - 2].isalnum()
    if before == "+":
        return len(tokens.texts[index]) >= _TELEPHONE
    if before == "-" and tokens.glued(index - 1):
        return tokens.texts[index - 2].isalpha() and len(tokens.texts[index - 2]) > 1
    if before == "/" and tokens.glued(index - 1):
        return tokens.texts[index - 2][:1].isascii() and tokens.texts[index - 2].isalpha()
    return False


def _behind(tokens: Tokens, index: int) -> int:
    """The token after everything glued to a name."""
    at = index + 1
    while tokens.glued(at) and (tokens.texts[at] in _SIGNS or (tokens.texts[at] and tokens.texts[at][0].isascii())):
        if tokens.texts[at] in _SIGNS and not tokens.glued(at + 1):
            break
        at += 1
    return at


def _is_clock(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    before, after = tokens.texts[index - 1], tokens.texts[index + 1]
    context = lexicon.context
    if before in context["clock_before"] and tokens.joined(index) and not after.startswith("س"):
        return before != "ساعه" or after in context["clock_after"]
    if after in context["clock_after"] and tokens.joined(index + 1):
        return True
    return after in {"ص", "م"} and tokens.joined(index + 1) and before in {"الساعه"}


def _is_score(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """2-1, or 1-2 where the words tell of a match."""
    if tokens.texts[index + 1] not in {"-", "/"} or not tokens.texts[index + 2].isdecimal():
        return False
    here, there = tokens.texts[index], tokens.texts[index + 2]
    if not here.isdecimal() or len(here) > 2 or len(there) > 2:  # noqa: PLR2004 - goals of one match
        return False
    if tokens.texts[index + 1] == "/":
        return int(here) >= int(there) and tokens.glued(index + 1) and tokens.glued(index + 2)
    if int(here) >= int(there):
        return True
    scores = lexicon.context["scores"]
    return any(
        text in scores or text[1:] in scores
        for text in tokens.texts[max(0, index - _LOOK_BACK) : index] + tokens.texts[index + 3 : index + _LOOK_BACK]
    )
