"""Scores, sets and minutes of matches: 2-1, 4 / 2, 1 / صفر, 6/2 - 6/4, 45+4."""

# ruff: noqa: ARG001, PLR0911 - the refusals of a table take the same; a grammar refuses early

from __future__ import annotations

from typing import TYPE_CHECKING

from raqqa_data.reading.refusals.labels import counts_something

if TYPE_CHECKING:
    from raqqa_data.reading.text.tokens import Tokens
    from raqqa_data.reading.words.lexicon import Lexicon

_LOOK_BACK = 14
_LOOK_AHEAD = 6
_NIL = "صفر"
_MOST_GAMES = 13
_MOST_POINTS = 40  # of a set of volleyball
_SHORT = 2
_FAR_QUOTE = 6
_FAR_SCORER = 22
_FAR_SIDE = 5
_PLURALS = ("ون", "ين", "ات")
_RESULTS = frozenset({"نتيجه", "النتيجه"})
_WON = ("فاز", "فوز", "الفوز", "بالفوز", "تغلب", "هزم", "تعادل")
_LOST = ("خسر", "خسار")
_AGAINST = frozenset({"مقابل", "ل", "ضد"})
_PERIODS = frozenset({"العام", "السنه", "الشهر", "الربع", "الفتره"})  # against those of the year before
_HALVES = frozenset({"45", "90", "105", "120"})


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
    if _is_range(tokens, lexicon, index):
        return False
    return descending or tells_of_match(tokens, lexicon, index) or _is_behind_two_teams(tokens, lexicon, index)


def _is_behind_two_teams(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """نادي هيبون - جمعية الحمامات 32 - 36: a dash between two names before, and nothing that is counted behind."""
    texts, behind = tokens.texts, tokens.texts[index + 3]
    if behind.endswith("ا") or behind in lexicon.counted or not (tokens.gaps[index + 1] and tokens.gaps[index + 2]):
        return False
    for at in range(index - 1, index - _LOOK_AHEAD, -1):
        if not tokens.joined(at + 1) or not (texts[at].isalpha() or texts[at] == "-"):
            return False
        if texts[at] == "-":
            return texts[at - 1].isalpha() and at < index - 1
    return False


def tells_of_match(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """Whether words of a match stand near a token."""
    around = " ".join(tokens.texts[max(0, index - _LOOK_BACK) : index] + tokens.texts[index + 3 : index + _LOOK_AHEAD])
    return any(stem in around for stem in lexicon.context["scores"])


def _is_range(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """بين 18 - 7 درجات: a unit behind two numbers, بين or degrees before them, whatever match was told of."""
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


def score(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """2-1, صفر-2."""
    return index + 3 if is_score(tokens, lexicon, index) else None


def score_told(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """بنتيجة 2 إلى 1, فازوا 3 مقابل 1: two sides behind the word of a result, or a verb of winning or losing."""
    here, joint, there = tokens.texts[index : index + 3]
    if not (joint in _AGAINST or joint in lexicon.context["to"]) or not tokens.joined(index):
        return None
    decided = _WON if joint in lexicon.context["to"] else _WON + _LOST
    won = any(text.startswith(decided) for text in tokens.texts[max(0, index - _FAR_SIDE) : index])
    won = won and len(here) == len(there) == 1 and tokens.texts[index - 1] not in {"من", "بين"}
    won = won or (joint == "مقابل" and _is_of_points(tokens, lexicon, index))
    led = won or tokens.texts[index - 1].lstrip("وب") in _RESULTS
    told = tokens.joined(index + 1) and tokens.joined(index + 2)
    sides = here.isdecimal() and there.isdecimal() and max(len(here), len(there)) <= _SHORT + won
    return index + 3 if led and told and sides and not counts_something(tokens, lexicon, index + 2) else None


def _is_of_points(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """فاز على ضيفه 67 مقابل 56: winning or losing told before it in the sentence, no votes, sums or counts near."""
    begin = index
    while begin > index - _LOOK_BACK and tokens.joined(begin) and tokens.texts[begin - 1] not in {".", "؛"}:
        begin -= 1
    context, before = lexicon.context, {text.removeprefix("و") for text in tokens.texts[begin:index]}
    behind = tokens.texts[index + 3 : index + _LOOK_AHEAD]
    others = context["votes"] | context["arriving"] | context["count_words"] | _PERIODS
    decided = any(text.startswith(_WON + _LOST) for text in before)
    return decided and others.isdisjoint((*before, *behind)) and tokens.texts[index - 1] not in {"من", "بين"}


def sets_of_a_match(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """6/2 - 6/4."""
    return set_scores(tokens, index) if tokens.texts[index + 1] in {"/", "-"} else None


def score_of_names(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """الوحدة 1 ضد جبلة 2: each side's goals behind its name."""
    texts = tokens.texts
    if len(texts[index]) > _SHORT or not texts[index].isdecimal() or counts_something(tokens, lexicon, index):
        return None
    if not texts[index - 1].isalpha() or not tokens.joined(index):
        return None
    ahead = texts[index + 1] == "ضد" and texts[index + 2].isalpha()
    behind = "ضد" in texts[index - _FAR_SIDE : index - 1]
    if ahead:
        scored = any(len(text) <= _SHORT and text.isdecimal() for text in texts[index + 3 : index + _FAR_SIDE + 1])
        return index + 1 if scored else None
    at = next((at for at in range(index - 2, index - _FAR_SIDE - 1, -1) if texts[at] == "ضد"), 0) if behind else 0
    return index + 1 if at and texts[at - 1].isdecimal() and len(texts[at - 1]) <= _SHORT else None


def minute_of_a_goal(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """الهدف (27), وخالد 67'."""
    texts = tokens.texts
    if texts[index + 1] == "'" and tokens.glued(index + 1):
        quotes = [at for at in range(index - _FAR_QUOTE, index) if texts[at] == "'"]
        opened = any(not texts[at - 1].isdecimal() for at in quotes) or texts[index + 2].isdecimal()
        return index + 2 if not opened and texts[index].isdecimal() else None
    if texts[index - 1] == "(" and texts[index + 1] in {"،", ",", "و"} and texts[index + 3] == ")":
        first, second = texts[index], texts[index + 2]  # ميسي (26، 45)
        minutes = first.isdecimal() and second.isdecimal() and len(first) <= _SHORT and len(second) <= _SHORT + 1
        named = texts[index - 2].isalpha() and tokens.joined(index - 1) and tells_of_match(tokens, lexicon, index)
        return index + 3 if minutes and named and int(first) < int(second) else None
    noted = texts[index + 1] in {"،", ","} and texts[index + 2].isalpha()  # سعيد (23، ضربة جزاء)
    if texts[index - 1] != "(" or not (noted or texts[index + 1] == ")") or not texts[index].isdecimal():
        return None
    told = texts[index - 2].lstrip("وب") in lexicon.context["goals"] and tokens.joined(index - 1)
    told = (told and texts[index - 3] != "عدد") or _is_by_a_scorer(tokens, lexicon, index)
    minute = len(texts[index]) <= _SHORT or texts[index] in _HALVES
    return index + 1 if told and minute and not counts_something(tokens, lexicon, index) else None


def _is_by_a_scorer(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """سجل ميسي (27) وبنزيما (54): a name before the bracket, and no number between it and what tells of goals."""
    texts, context = tokens.texts, lexicon.context
    name = texts[index - 2]
    if not name.isalpha() or not tokens.joined(index - 1) or name in lexicon.counted or name in context["not_nouns"]:
        return False
    if name.startswith("ال") and name.endswith(_PLURALS):
        return False  # سجل الموظفون (27) شكوى
    for at in range(index - 2, max(0, index - _FAR_SCORER), -1):
        text = texts[at]
        if not tokens.joined(at + 1) or text in {".", "؛"}:
            break
        if text in lexicon.counted or (text.isdecimal() and texts[at - 1] not in {"(", "+", "،", "و"}):
            break
        if not context["scoring"].isdisjoint((text, text.removeprefix("و"))):
            return True
        if text == ":":
            return not context["scorers"].isdisjoint(texts[at - 2 : at])
    near = texts[max(0, index - _FAR_SCORER) : index] + texts[index + 2 : index + _FAR_QUOTE]
    return not context["of_a_match"].isdisjoint(near)


def added_minute(tokens: Tokens, lexicon: Lexicon, index: int) -> int | None:
    """45+4."""
    texts = tokens.texts
    added = texts[index] in _HALVES and texts[index + 1] == "+" and texts[index + 2].isdecimal()
    return index + 3 if added and tokens.glued(index + 1) and tokens.glued(index + 2) else None
