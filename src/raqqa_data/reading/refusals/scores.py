"""Scores and sets of matches: 2-1, 4 / 2, 1 / صفر, 6/2 - 6/4."""

# ruff: noqa: PLR0911 - a grammar refuses early

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon

_LOOK_BACK = 14
_LOOK_AHEAD = 6
_NIL = "صفر"
_MOST_GAMES = 13
_MOST_POINTS = 40  # of a set of volleyball


def is_score(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """2-1, or 1-2 where the words tell of a match; 25 - 14 degrees are a range."""
    texts = tokens.texts
    if texts[index + 1] not in {"-", "/"}:
        return False
    here, there = texts[index], texts[index + 2]
    other = there if here == _NIL else here
    if _NIL in {here, there} and (other.isdecimal() or other in lexicon.numerals):
        return True
    if not (here.isdecimal() and there.isdecimal()) or len(here) > 2 or len(there) > 2:  # noqa: PLR2004 - digits
        return False
    unit = lexicon.units.match(tokens, index + 3) if texts[index + 1] == "/" else None
    if unit is not None and unit.name.startswith("degree"):
        return False  # 25/15 درجة
    descending = int(here) >= int(there)
    if texts[index + 1] == "/":
        if descending and tokens.glued(index + 1) and tokens.glued(index + 2):
            return True
        apart = bool(tokens.gaps[index + 1] or tokens.gaps[index + 2]) and tokens.joined(index + 1)
        falls = descending and lexicon.units.match(tokens, index + 3) is None  # انتهت 4 / 1
        return apart and tokens.joined(index + 2) and (falls or tells_of_match(tokens, lexicon, index))
    if descending:
        return not _is_falling_range(tokens, lexicon, index)
    return tells_of_match(tokens, lexicon, index)


def tells_of_match(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """Whether words of a match stand near a token."""
    around = " ".join(tokens.texts[max(0, index - _LOOK_BACK) : index] + tokens.texts[index + 3 : index + _LOOK_AHEAD])
    return any(stem in around for stem in lexicon.context["scores"])


def _is_falling_range(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """بين 18 - 7 درجات: a unit behind two numbers, بين or degrees before them."""
    if int(tokens.texts[index]) == int(tokens.texts[index + 2]):
        return False
    if tokens.texts[index - 1] == "بين" and tokens.joined(index):
        return True
    if lexicon.units.match(tokens, index + 3) is not None:
        return True
    told = tokens.texts[max(0, index - _LOOK_BACK) : index]
    return not lexicon.context["degrees"].isdisjoint(told) and not tells_of_match(tokens, lexicon, index)


def set_scores(tokens: Tokens, index: int) -> int | None:
    """Behind 6/2 - 6/4: two sets or more, each of a few games."""
    at, sets = index, 0
    apart = not tokens.glued(index + 2)  # 26/ 24، 25/ 18، 25/ 21
    most = _MOST_POINTS if apart else _MOST_GAMES
    while sets < _LOOK_AHEAD and _is_set(tokens, at, most, apart=apart):
        sets += 1
        at += 3
        joint = tokens.texts[at] in {"-", "،", ",", "و"} and tokens.joined(at)
        if not joint or not _is_set(tokens, at + 1, most, apart=apart):
            break
        at += 1
    return at if sets > 1 + apart else None


def _is_set(tokens: Tokens, index: int, most: int = _MOST_GAMES, *, apart: bool = False) -> bool:
    here, joint, there = tokens.texts[index : index + 3]
    glued = joint in {"/", "-"} and tokens.glued(index + 1) and (tokens.glued(index + 2) or apart)
    return glued and here.isdecimal() and there.isdecimal() and max(int(here[:4]), int(there[:4])) <= most
